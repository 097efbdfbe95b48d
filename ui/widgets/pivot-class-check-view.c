/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-class-check-view.h"

#include "pivot-updater.h"

#include <glib/gi18n-lib.h>

/* Characters of a line: it stands in a popover, which is as wide as its text wants. Neither more nor fewer, since newer
 * versions of GTK do not come to one height for what lies beside it otherwise. */
#define LINE_CHARS 42

static const struct
{
  PivotVision  vision;
  const char  *name;
} checks[] = {
  /* Translators: heading over what becomes of the map's classes on a photocopy. */
  { PIVOT_VISION_PHOTOCOPY, N_("On a photocopy") },
  /* Translators: heading over what becomes of the map's classes on a washed-out screen. */
  { PIVOT_VISION_PROJECTOR, N_("On a projector, with the lights on") },
};

struct _PivotClassCheckView
{
  GtkWidget     parent_instance;

  PivotSession *session;
  PivotStyle    style;
  PivotUpdater  updater;

  GtkWidget    *icons[G_N_ELEMENTS (checks)];
  GtkWidget    *labels[G_N_ELEMENTS (checks)];
  GtkWidget    *hatch_button;
};

G_DEFINE_FINAL_TYPE (PivotClassCheckView, pivot_class_check_view, GTK_TYPE_WIDGET)

static void
show_check (PivotClassCheckView   *self,
            guint                  row,
            const PivotClassCheck *check)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[row]), check->merges ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  gtk_widget_set_visible (self->icons[row], check->checked);
  gtk_label_set_text (GTK_LABEL (self->labels[row]), check->checked ? check->text : _("There are no colours to check"));
}

static void
set_hatch_visible (PivotClassCheckView *self,
                   gboolean             visible)
{
  /* The keyboard goes on to what comes next, and is not lost with the button. */
  if (!visible && gtk_widget_has_focus (self->hatch_button))
    g_signal_emit_by_name (self->hatch_button, "move-focus", GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->hatch_button, visible);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotClassCheckView *self = PIVOT_CLASS_CHECK_VIEW (widget);
  gboolean helps = FALSE;

  if (self->session == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_auto(PivotClassCheck) check = { 0 };

      pivot_class_check_init (&check, self->session, &self->style, checks[i].vision);
      show_check (self, i, &check);
      helps |= check.hatching_helps;
    }
  set_hatch_visible (self, helps);
}

static void
mark_cb (PivotClassCheckView *self)
{
  pivot_updater_mark (&self->updater, 1);
}

static void
hatch_cb (PivotClassCheckView *self)
{
  if (self->session != NULL)
    pivot_session_set_flag (self->session, PIVOT_OPTION_HATCHING, TRUE);
}

static void
add_row (PivotClassCheckView *self,
         guint                row)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading = gtk_label_new (_(checks[row].name));

  self->icons[row] = gtk_image_new ();
  self->labels[row] = gtk_label_new ("");
  gtk_widget_set_valign (self->icons[row], GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (self->labels[row]), 0);
  gtk_label_set_wrap (GTK_LABEL (self->labels[row]), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->labels[row]), LINE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->labels[row]), LINE_CHARS);
  gtk_widget_add_css_class (self->labels[row], "numeric");
  gtk_widget_add_css_class (self->labels[row], "caption");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), self->icons[row], 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), heading, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->labels[row], 1, 1, 1, 1);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

static void
pivot_class_check_view_dispose (GObject *object)
{
  PivotClassCheckView *self = PIVOT_CLASS_CHECK_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  pivot_class_check_view_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pivot_class_check_view_parent_class)->dispose (object);
}

static void
pivot_class_check_view_class_init (PivotClassCheckViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_class_check_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pivot_class_check_view_init (PivotClassCheckView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  pivot_style_init_light (&self->style);
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    add_row (self, i);

  self->hatch_button = gtk_button_new_with_label (_("Tell them apart by hatching"));
  gtk_widget_set_halign (self->hatch_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->hatch_button, FALSE);
  gtk_widget_add_css_class (self->hatch_button, "chip");
  g_signal_connect_swapped (self->hatch_button, "clicked", G_CALLBACK (hatch_cb), self);
  gtk_widget_set_parent (self->hatch_button, GTK_WIDGET (self));
}

/**
 * pivot_class_check_view_new:
 *
 * Makes a view that has nothing to check yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
pivot_class_check_view_new (void)
{
  return g_object_new (PIVOT_TYPE_CLASS_CHECK_VIEW, NULL);
}

/**
 * pivot_class_check_view_set_session:
 * @self: a view
 * @session: (nullable): whose map is checked
 *
 * Sets the session.
 */
void
pivot_class_check_view_set_session (PivotClassCheckView *self,
                                    PivotSession        *session)
{
  static const char * const checked[] = {
    "notify::dataset", "notify::measure", "notify::method", "notify::classes", "notify::breaks", "notify::palette",
    "notify::reversed", "notify::against", "notify::options",
  };

  g_return_if_fail (PIVOT_IS_CLASS_CHECK_VIEW (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (checked); i++)
    g_signal_connect_swapped (session, checked[i], G_CALLBACK (mark_cb), self);
  mark_cb (self);
}

/**
 * pivot_class_check_view_set_style:
 * @self: a view
 * @style: how the map is drawn, in its own colours; copied
 *
 * Sets the style, light or dark.
 */
void
pivot_class_check_view_set_style (PivotClassCheckView *self,
                                  const PivotStyle    *style)
{
  g_return_if_fail (PIVOT_IS_CLASS_CHECK_VIEW (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  mark_cb (self);
}
