/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-framings-view.h"

#include "pivot-compat.h"
#include "pivot-framing-pane.h"
#include "pivot-framing.h"
#include "pivot-measure-picker.h"
#include "pivot-updater.h"

#include <glib/gi18n-lib.h>

/* A switch, with how it stands on each side. */
typedef struct
{
  GtkWidget   *box;
  GtkLabel    *label;
  GtkLabel    *state_label;   /* whether it differs */
  GtkLabel    *effect_label;
  GtkDropDown *drop_downs[PIVOT_FRAMING_N_SIDES];
  char       **choices;
} Row;

struct _PivotFramingsView
{
  GtkWidget         parent_instance;

  PivotSession     *session;
  PivotTheme       *theme;
  PivotUpdater      updater;
  gboolean          telling;   /* drop-downs are being told, not asked */

  GtkWidget        *scrolled;
  GtkWidget        *content;
  PivotFramingPane *panes[PIVOT_FRAMING_N_SIDES];
  GtkLabel         *count_label;
  GtkWidget        *reset_button;
  Row               rows[PIVOT_FRAMING_N_SWITCHES];
};

G_DEFINE_FINAL_TYPE (PivotFramingsView, pivot_framings_view, GTK_TYPE_WIDGET)

enum
{
  DIRTY_FRAMINGS = 1 << 0,
};

static void
update_choices (PivotFramingsView  *self,
                PivotFramingSwitch  which,
                char              **choices)
{
  Row *row = &self->rows[which];

  if (row->choices != NULL && g_strv_equal ((const char * const *) row->choices, (const char * const *) choices))
    return;

  g_strfreev (row->choices);
  row->choices = g_strdupv (choices);
  for (guint side = 0; side < PIVOT_FRAMING_N_SIDES; side++)
    {
      g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; choices[i] != NULL; i++)
        gtk_string_list_take (names, pivot_framing_word_label (self->session, which, choices[i]));
      gtk_drop_down_set_model (row->drop_downs[side], G_LIST_MODEL (names));
    }
}

static void
show_word (Row        *row,
           guint       side,
           const char *word)
{
  for (guint i = 0; row->choices[i] != NULL; i++)
    if (g_str_equal (row->choices[i], word))
      gtk_drop_down_set_selected (row->drop_downs[side], i);
}

static void
update_row (PivotFramingsView  *self,
            PivotFramingSwitch  which)
{
  Row *row = &self->rows[which];
  g_auto(GStrv) choices = pivot_framing_get_choices (self->session, which);
  g_autofree char *effect = pivot_framing_effect (self->session, which);
  g_autofree char *left = pivot_framing_get (self->session, 0, which);
  g_autofree char *right = pivot_framing_get (self->session, 1, which);
  gboolean differs = !g_str_equal (left, right);

  /* What cannot be switched says nothing. */
  gtk_widget_set_visible (row->box, choices[0] != NULL && choices[1] != NULL);
  update_choices (self, which, choices);
  show_word (row, 0, left);
  show_word (row, 1, right);

  gtk_label_set_text (row->effect_label, effect);
  gtk_label_set_text (row->state_label, differs ? _("differs") : _("the same"));
  if (differs)
    gtk_widget_add_css_class (row->box, "differs");
  else
    gtk_widget_remove_css_class (row->box, "differs");
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotFramingsView *self = PIVOT_FRAMINGS_VIEW (widget);
  gboolean open = pivot_session_get_dataset (self->session) != NULL;
  guint n = pivot_framing_count_differences (self->session);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "What differs: %u switch", "What differs: %u switches", n), n);
  g_auto(GStrv) changed = pivot_session_get_list (self->session, PIVOT_OPTION_FRAMINGS);
  PivotStyle style;

  gtk_widget_set_visible (self->content, open);
  if (!open)
    return;

  pivot_theme_get_style (self->theme, widget, &style);
  self->telling = TRUE;
  for (guint i = 0; i < PIVOT_FRAMING_N_SIDES; i++)
    pivot_framing_pane_update (self->panes[i], &style);
  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    update_row (self, i);
  self->telling = FALSE;
  gtk_label_set_text (self->count_label, n > 0 ? count : _("Nothing differs: both sides tell the same"));
  gtk_widget_set_sensitive (self->reset_button, changed[0] != NULL);
}

static void
queue_update (PivotFramingsView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_FRAMINGS);
}

static void
selected_cb (PivotFramingsView *self,
             GParamSpec        *unused,
             GtkDropDown       *drop_down)
{
  if (self->telling)
    return;

  for (guint which = 0; which < PIVOT_FRAMING_N_SWITCHES; which++)
    for (guint side = 0; side < PIVOT_FRAMING_N_SIDES; side++)
      {
        guint selected = gtk_drop_down_get_selected (drop_down);

        if (self->rows[which].drop_downs[side] == drop_down && selected != GTK_INVALID_LIST_POSITION)
          pivot_framing_set (self->session, side, which, self->rows[which].choices[selected]);
      }
}

static void
reset_cb (PivotFramingsView *self)
{
  pivot_framing_reset (self->session);
}

static GtkLabel *
new_label (const char *text,
           const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, 14);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);

  return label;
}

static GtkWidget *
new_middle (Row                *row,
            PivotFramingSwitch  which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  row->label = new_label (pivot_framing_switch_label (which), "heading");
  gtk_label_set_width_chars (row->label, -1);
  row->state_label = new_label (NULL, "framing-state");
  gtk_label_set_width_chars (row->state_label, -1);
  row->effect_label = new_label (NULL, NULL);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (row->label));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (row->state_label));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->effect_label));
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
name_drop_down (GtkDropDown        *drop_down,
                guint               side,
                PivotFramingSwitch  which)
{
  /* Translators: accessible name of a list: name of a switch, as it stands on the left or on the right picture. */
  g_autofree char *name = g_strdup_printf (side == 0 ? _("%s, on the left") : _("%s, on the right"), pivot_framing_switch_label (which));

  pivot_drop_down_set_label (drop_down, name);
}

/* The left's, what it does, and the right's: as the two pictures stand above. */
static void
add_row (PivotFramingsView  *self,
         PivotFramingSwitch  which)
{
  Row *row = &self->rows[which];

  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (row->box, "framing-row");
  for (guint side = 0; side < PIVOT_FRAMING_N_SIDES; side++)
    {
      row->drop_downs[side] = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
      gtk_widget_set_valign (GTK_WIDGET (row->drop_downs[side]), GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (GTK_WIDGET (row->drop_downs[side]), 152, -1);
      name_drop_down (row->drop_downs[side], side, which);
      g_signal_connect_swapped (row->drop_downs[side], "notify::selected", G_CALLBACK (selected_cb), self);
    }
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->drop_downs[0]));
  gtk_box_append (GTK_BOX (row->box), new_middle (row, which));
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->drop_downs[1]));
  gtk_box_append (GTK_BOX (self->content), row->box);
}

static void
add_head (PivotFramingsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *picker = g_object_new (PIVOT_TYPE_MEASURE_PICKER, NULL);

  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (new_label (_("Two pictures of the same data. Every title and every number is true; what "
                                                                    "persuades are the switches below. Find the one that does it."), NULL)));
  /* Translators: before a list of measures: what both pictures are about. */
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("About")));
  pivot_measure_picker_set_session (PIVOT_MEASURE_PICKER (picker), self->session);
  gtk_widget_set_hexpand (picker, TRUE);
  gtk_box_append (GTK_BOX (box), picker);
  self->reset_button = gtk_button_new_with_label (_("Start Again"));
  gtk_widget_set_tooltip_text (self->reset_button, _("Set all switches as they were"));
  g_signal_connect_swapped (self->reset_button, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (box), self->reset_button);
  gtk_box_append (GTK_BOX (self->content), box);
}

static void
build (PivotFramingsView *self)
{
  GtkWidget *twins = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  add_head (self);
  gtk_box_set_homogeneous (GTK_BOX (twins), TRUE);
  for (guint i = 0; i < PIVOT_FRAMING_N_SIDES; i++)
    {
      self->panes[i] = PIVOT_FRAMING_PANE (pivot_framing_pane_new (self->session, i));
      gtk_box_append (GTK_BOX (twins), GTK_WIDGET (self->panes[i]));
    }
  gtk_box_append (GTK_BOX (self->content), twins);

  self->count_label = new_label (NULL, "title-4");
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->count_label));
  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    add_row (self, i);
}

static void
pivot_framings_view_dispose (GObject *object)
{
  PivotFramingsView *self = PIVOT_FRAMINGS_VIEW (object);

  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  for (guint i = 0; i < PIVOT_FRAMING_N_SWITCHES; i++)
    g_clear_pointer (&self->rows[i].choices, g_strfreev);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_framings_view_parent_class)->dispose (object);
}

static void
pivot_framings_view_class_init (PivotFramingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_framings_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_framings_view_init (PivotFramingsView *self)
{
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
  self->scrolled = gtk_scrolled_window_new ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "framings");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->content);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * pivot_framings_view_new:
 * @classroom: what is framed is its session's
 * @theme: says light or dark
 *
 * Makes the view of two framings.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_framings_view_new (PivotClassroom *classroom,
                         PivotTheme     *theme)
{
  PivotFramingsView *self;
  PivotSession *session;
  static const char * const signals[] = { "notify::dataset", "notify::measure", "notify::options" };

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  session = pivot_classroom_get_session (classroom);
  self = g_object_new (PIVOT_TYPE_FRAMINGS_VIEW, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  build (self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (session, signals[i], G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (queue_update), self);
  queue_update (self);

  return GTK_WIDGET (self);
}
