/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure-summary.h"

#include "pivot-line-button.h"
#include "pivot-present.h"

#include <glib/gi18n-lib.h>

/* Places from each end. */
#define N_ENDS 3u

struct _PivotMeasureSummary
{
  GtkWidget     parent_instance;

  PivotSession *session;
  guint         update_id;
  gboolean      dirty;

  GtkWidget    *box;
  GtkLabel     *title;
  GtkLabel     *description;
  GtkWidget    *rows;
};

G_DEFINE_FINAL_TYPE (PivotMeasureSummary, pivot_measure_summary, GTK_TYPE_WIDGET)

static guint
get_place (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pivot-place"));
}

static void
row_clicked_cb (PivotMeasureSummary *self,
                GtkWidget           *row)
{
  pivot_session_select_one (self->session, get_place (row), PIVOT_SELECT_REPLACE);
}

static void
row_entered_cb (PivotMeasureSummary      *self,
                double                    x,
                double                    y,
                GtkEventControllerMotion *motion)
{
  pivot_session_set_hovered (self->session, (int) get_place (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion))));
}

static void
row_left_cb (PivotMeasureSummary *self)
{
  pivot_session_set_hovered (self->session, -1);
}

static GtkWidget *
cell_new (const char *text,
          const char *css_class,
          float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
row_new (PivotMeasureSummary *self,
         PivotRankRow        *row)
{
  g_autofree char *rank = g_strdup_printf ("%u", pivot_rank_row_get_rank (row));
  /* Translators: spoken of a place in a short ranking: place, value, rank, as in "Beijing: 8.45, rank 1". */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s, rank %3$s"), pivot_rank_row_get_name (row),
                                             pivot_rank_row_get_text (row), rank);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = cell_new (pivot_rank_row_get_name (row), NULL, 0);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkWidget *rank_label = cell_new (rank, "dim-label", 1);
  GtkWidget *button;

  gtk_label_set_width_chars (GTK_LABEL (rank_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), rank_label);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), cell_new (pivot_rank_row_get_text (row), NULL, 1));

  button = pivot_line_button_new (line, spoken);
  g_object_set_data (G_OBJECT (button), "pivot-place", GUINT_TO_POINTER (pivot_rank_row_get_place (row)));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (row_clicked_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (row_entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (row_left_cb), self);
  gtk_widget_add_controller (button, motion);

  return button;
}

static guint
count_ranked (GListModel *ranking)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ranking); i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);

      n += !pivot_rank_row_is_missing (row);
    }

  return n;
}

/* The first and the last of the ranking, with a gap between them unless those are all there are. */
static void
update_rows (PivotMeasureSummary *self)
{
  g_autoptr(GListModel) ranking = NULL;
  GtkWidget *child;
  PivotStyle style;
  guint n;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);

  pivot_style_init_light (&style);
  ranking = pivot_present_ranking (self->session, &style);
  n = count_ranked (ranking);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotRankRow) row = NULL;

      if (i == N_ENDS && n > 2 * N_ENDS)
        {
          gtk_box_append (GTK_BOX (self->rows), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
          i = n - N_ENDS;
        }
      row = g_list_model_get_item (ranking, i);
      gtk_box_append (GTK_BOX (self->rows), row_new (self, row));
    }
}

static PivotMeasure *
get_measure (PivotMeasureSummary *self)
{
  if (self->session == NULL || pivot_session_get_dataset (self->session) == NULL)
    return NULL;

  return pivot_session_get_measure (self->session);
}

static gboolean
update_cb (gpointer user_data)
{
  PivotMeasureSummary *self = PIVOT_MEASURE_SUMMARY (user_data);
  PivotMeasure *measure = get_measure (self);
  g_autofree char *title = measure != NULL ? pivot_present_measure_title (measure) : NULL;

  self->update_id = 0;
  self->dirty = FALSE;
  gtk_widget_set_visible (self->box, measure != NULL);
  if (measure != NULL)
    {
      gtk_label_set_text (self->title, title);
      gtk_label_set_text (self->description, pivot_text_get (pivot_measure_get_description (measure)));
      update_rows (self);
    }

  return G_SOURCE_REMOVE;
}

/* When there is time for it, and only while it is on screen: the window opens without it. */
static void
schedule (PivotMeasureSummary *self)
{
  if (self->dirty && self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
changed_cb (PivotMeasureSummary *self)
{
  self->dirty = TRUE;
  schedule (self);
}

static void
pivot_measure_summary_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pivot_measure_summary_parent_class)->map (widget);

  schedule (PIVOT_MEASURE_SUMMARY (widget));
}

static void
pivot_measure_summary_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PIVOT_MEASURE_SUMMARY (widget)->update_id, g_source_remove);

  GTK_WIDGET_CLASS (pivot_measure_summary_parent_class)->unmap (widget);
}

static void
pivot_measure_summary_dispose (GObject *object)
{
  PivotMeasureSummary *self = PIVOT_MEASURE_SUMMARY (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_measure_summary_parent_class)->dispose (object);
}

static void
pivot_measure_summary_class_init (PivotMeasureSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_measure_summary_dispose;
  widget_class->map = pivot_measure_summary_map;
  widget_class->unmap = pivot_measure_summary_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_measure_summary_init (PivotMeasureSummary *self)
{
  self->title = GTK_LABEL (pivot_line_new ("", "heading"));
  self->description = GTK_LABEL (pivot_line_new ("", "dim-label"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->description));
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The measure on the map"), -1);
}

/**
 * pivot_measure_summary_set_session:
 * @self: a summary
 * @session: (nullable): whose measure it tells of
 *
 * Follows a session.
 */
void
pivot_measure_summary_set_session (PivotMeasureSummary *self,
                                   PivotSession        *session)
{
  g_return_if_fail (PIVOT_IS_MEASURE_SUMMARY (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "notify::measure", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}
