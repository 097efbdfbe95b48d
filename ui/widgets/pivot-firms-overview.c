/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firms-overview.h"

#include "pivot-chart-view.h"
#include "pivot-present-overview.h"
#include "pivot-updater.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 250

enum
{
  DIRTY_PLOT = 1 << 0,
  DIRTY_YEARS = 1 << 1,
};

struct _PivotFirmsOverview
{
  GtkWidget         parent_instance;

  PivotSession     *session;
  PivotTheme       *theme;
  PivotStyle        style;
  PivotUpdater      updater;
  PivotDotGridPlot *plot;
  PivotEventCounts *counts;       /* NULL while they are being made */
  GCancellable     *cancellable;  /* of that */

  GtkWidget        *content;
  PivotChartView   *chart;
  GtkLabel         *line_label;
  GtkWidget        *all_button;
};

G_DEFINE_FINAL_TYPE (PivotFirmsOverview, pivot_firms_overview, GTK_TYPE_WIDGET)

static void
update_years (PivotFirmsOverview *self)
{
  int first = 0, last = -1;
  gboolean narrowed = pivot_present_get_years (self->session, &first, &last);

  gtk_widget_set_visible (self->all_button, narrowed);
  if (!narrowed)
    last = first - 1;
  pivot_dot_grid_plot_set_chosen (self->plot, first, last);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotFirmsOverview *self = PIVOT_FIRMS_OVERVIEW (widget);
  GtkWidget *chart = GTK_WIDGET (self->chart);
  int width = gtk_widget_get_width (chart), height = gtk_widget_get_height (chart);
  guint unit;
  g_autofree char *line = NULL;

  if (dirty & DIRTY_PLOT)
    {
      pivot_chart_view_set_style (self->chart, &self->style);
      pivot_chart_view_set_height (self->chart, (int) (HEIGHT * self->style.scale));
      pivot_present_overview (self->session, &self->style, self->counts, self->plot);
    }

  update_years (self);
  unit = width > 0 && height > 0 ? pivot_dot_grid_plot_get_unit (self->plot, &self->style, width, height) : 1;
  line = pivot_present_overview_line (self->session, self->counts, unit);
  gtk_label_set_text (self->line_label, line);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  PivotEventCounts *counts = pivot_event_counts_new_finish (result, &error);
  PivotFirmsOverview *self;

  /* Cancelled: there is no one left to tell. */
  if (counts == NULL)
    return;

  self = PIVOT_FIRMS_OVERVIEW (user_data);
  self->counts = counts;
  g_clear_object (&self->cancellable);
  pivot_updater_mark (&self->updater, DIRTY_PLOT);
}

static void
dataset_cb (PivotFirmsOverview *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->counts, pivot_event_counts_unref);
  if (dataset != NULL)
    {
      self->cancellable = g_cancellable_new ();
      pivot_event_counts_new_async (dataset, self->cancellable, counted_cb, self);
    }
  pivot_updater_mark (&self->updater, DIRTY_PLOT);
}

static void
options_cb (PivotFirmsOverview *self)
{
  pivot_updater_mark (&self->updater, DIRTY_YEARS);
}

static void
hovered_cb (PivotFirmsOverview *self,
            int                 id)
{
  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), id);
}

/* A click on a heap chooses its year, and on the only chosen year all of them again. */
static void
activated_cb (PivotFirmsOverview *self,
              guint               id,
              gboolean            toggle)
{
  int year, first, last;

  if (id == G_MAXUINT)
    {
      pivot_present_set_years (self->session, 0, -1);
      return;
    }

  year = pivot_dot_grid_plot_get_year (self->plot, id);
  if (pivot_present_get_years (self->session, &first, &last) && first == year && last == year)
    pivot_present_set_years (self->session, 0, -1);
  else
    pivot_present_set_years (self->session, year, year);
}

static void
brushed_cb (PivotFirmsOverview *self,
            guint              *ids,
            guint               n,
            gboolean            add)
{
  int first, last, from, to;

  if (n == 0)
    return;

  first = pivot_dot_grid_plot_get_year (self->plot, ids[0]);
  last = pivot_dot_grid_plot_get_year (self->plot, ids[n - 1]);
  if (add && pivot_present_get_years (self->session, &from, &to))
    {
      first = MIN (first, from);
      last = MAX (last, to);
    }
  pivot_present_set_years (self->session, first, last);
}

static void
all_clicked_cb (PivotFirmsOverview *self)
{
  pivot_present_set_years (self->session, 0, -1);
}

static void
update_style (PivotFirmsOverview *self)
{
  if (self->theme == NULL)
    return;

  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  pivot_updater_mark (&self->updater, DIRTY_PLOT);
}

static void
pivot_firms_overview_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  PivotFirmsOverview *self = PIVOT_FIRMS_OVERVIEW (widget);
  PivotStyle before = self->style;

  GTK_WIDGET_CLASS (pivot_firms_overview_parent_class)->css_changed (widget, change);

  if (self->theme == NULL)
    return;

  pivot_theme_get_style (self->theme, widget, &before);
  if (before.scale != self->style.scale || !g_str_equal (before.font, self->style.font))
    update_style (self);
}

static void
pivot_firms_overview_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (PIVOT_FIRMS_OVERVIEW (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
}

/* What a dot stands for hangs on the room, and is told below the dots. */
static void
pivot_firms_overview_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  PivotFirmsOverview *self = PIVOT_FIRMS_OVERVIEW (widget);
  int before = gtk_widget_get_width (GTK_WIDGET (self->chart));

  gtk_widget_size_allocate (self->content, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (gtk_widget_get_width (GTK_WIDGET (self->chart)) != before)
    pivot_updater_mark (&self->updater, DIRTY_YEARS);
}

static void
pivot_firms_overview_dispose (GObject *object)
{
  PivotFirmsOverview *self = PIVOT_FIRMS_OVERVIEW (object);

  pivot_updater_clear (&self->updater);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->counts, pivot_event_counts_unref);
  g_clear_object (&self->plot);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_firms_overview_parent_class)->dispose (object);
}

static void
pivot_firms_overview_class_init (PivotFirmsOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_firms_overview_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = pivot_firms_overview_css_changed;
  GTK_WIDGET_CLASS (klass)->measure = pivot_firms_overview_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = pivot_firms_overview_size_allocate;
}

static GtkWidget *
append_label (GtkWidget  *box,
              const char *text,
              const char *first,
              const char *second)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, first);
  if (second != NULL)
    gtk_widget_add_css_class (label, second);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_content (PivotFirmsOverview *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->content, "firms-overview");
  gtk_widget_set_hexpand (append_label (head, _("Events of all firms"), "heading", NULL), TRUE);
  self->all_button = gtk_button_new_with_label (_("All years"));
  gtk_widget_add_css_class (self->all_button, "timeline-button");
  gtk_widget_set_tooltip_text (self->all_button, _("Show firms with events in any year again"));
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (all_clicked_cb), self);
  gtk_box_append (GTK_BOX (head), self->all_button);
  gtk_box_append (GTK_BOX (self->content), head);

  self->chart = PIVOT_CHART_VIEW (pivot_chart_view_new ());
  pivot_chart_view_set_plot (self->chart, PIVOT_PLOT (self->plot));
  g_signal_connect_swapped (self->chart, "mark-hovered", G_CALLBACK (hovered_cb), self);
  g_signal_connect_swapped (self->chart, "mark-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->chart, "brushed", G_CALLBACK (brushed_cb), self);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->chart));

  self->line_label = GTK_LABEL (append_label (self->content, NULL, "caption", "dim-label"));
  append_label (self->content, _("Drag over years, or click a heap, to list the firms with events in that time."), "caption",
                "dim-label");
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

static void
pivot_firms_overview_init (PivotFirmsOverview *self)
{
  pivot_style_init_light (&self->style);
  self->plot = pivot_dot_grid_plot_new ();
  add_content (self);
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

/**
 * pivot_firms_overview_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Creates the overview of all firms' events.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_firms_overview_new (PivotSession *session,
                          PivotTheme   *theme)
{
  PivotFirmsOverview *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_FIRMS_OVERVIEW, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  update_style (self);
  dataset_cb (self);

  return GTK_WIDGET (self);
}
