/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-view-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-explain-button.h"
#include "pivot-export-menu.h"
#include "pivot-present-figure.h"
#include "pivot-present-words.h"
#include "pivot-receipt-popover.h"
#include "pivot-series-plot.h"
#include "pivot-session-options.h"

/* The width for which panels are given their heights and their margins: about that of a column of text with its figure. */
#define NOMINAL_WIDTH 620.0

G_DEFINE_FINAL_TYPE (PivotFigureView, pivot_figure_view, GTK_TYPE_WIDGET)

static GListModel *
get_findings (PivotFigureView *self)
{
  if (self->findings == NULL)
    self->findings = pivot_audit_run (pivot_session_get_dataset (self->session));

  return self->findings;
}

/* Leaves the focus where it was: on the chart. */
static void
popover_closed_cb (PivotFigureView *self)
{
  if (self->asked != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->asked));
}

static int
find_panel (PivotFigureView *self,
            PivotChartView  *chart)
{
  for (guint i = 0; i < self->panels->len; i++)
    if (g_array_index (self->panels, PivotFigurePanel, i).chart == chart)
      return (int) i;

  return -1;
}

static void
mark_hovered_cb (PivotChartView *chart,
                 int             id)
{
  pivot_plot_set_hovered (pivot_chart_view_get_plot (chart), id);
}

static void
show_receipt (PivotFigureView *self,
              PivotChartView  *chart,
              PivotReceipt    *receipt,
              guint            mark)
{
  double x = 0, y = 0;
  graphene_point_t at;

  if (self->popover == NULL)
    {
      self->popover = pivot_receipt_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
    }

  pivot_plot_locate (pivot_chart_view_get_plot (chart), &self->style, gtk_widget_get_width (GTK_WIDGET (chart)),
                     gtk_widget_get_height (GTK_WIDGET (chart)), mark, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (chart), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  g_set_weak_pointer (&self->asked, chart);
  pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (self->popover), receipt);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) at.x - 4, (int) at.y - 4, 8, 8 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
mark_activated_cb (PivotFigureView *self,
                   guint            mark,
                   gboolean         toggle,
                   PivotChartView  *chart)
{
  int panel = find_panel (self, chart);
  g_autoptr(PivotReceipt) receipt = NULL;

  if (panel < 0 || mark == G_MAXUINT || self->drawing == NULL)
    return;

  receipt = pivot_present_figure_receipt (pivot_session_get_dataset (self->session), self->figure, self->drawing,
                                          (guint) panel, mark, get_findings (self));
  if (receipt != NULL)
    show_receipt (self, chart, receipt, mark);
}

static void
make_drawing (PivotFigureView *self)
{
  g_auto(GStrv) hidden = pivot_session_get_list (self->session, PIVOT_OPTION_HIDDEN_SERIES);

  g_clear_object (&self->drawing);
  self->drawing = pivot_present_figure (pivot_session_get_dataset (self->session), self->figure,
                                        (const char * const *) hidden, &self->style);
  pivot_figure_drawing_align (self->drawing, &self->style, NOMINAL_WIDTH * self->style.scale);
}

/* Charts are told another plot; they and the toggles beside them stay, and with them the focus. */
static void
show_drawing (PivotFigureView *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      PivotFigurePanel *panel = &g_array_index (self->panels, PivotFigurePanel, i);
      PivotPlot *plot = pivot_figure_drawing_get_panel_plot (self->drawing, i);
      double height = pivot_plot_measure (plot, &self->style, NOMINAL_WIDTH * self->style.scale);

      if (panel->toggles != NULL && PIVOT_IS_SERIES_PLOT (plot))
        pivot_series_plot_set_legend (PIVOT_SERIES_PLOT (plot), FALSE);
      /* Series read out what is pointed at in the drawing itself. */
      gtk_widget_set_has_tooltip (GTK_WIDGET (panel->chart), !PIVOT_IS_SERIES_PLOT (plot));
      pivot_chart_view_set_style (panel->chart, &self->style);
      pivot_chart_view_set_plot (panel->chart, plot);
      pivot_chart_view_set_height (panel->chart, (int) height);
    }
  _pivot_figure_view_sync_toggles (self);
}

static void
find_panel_kind (PivotFigureView  *self,
                 guint             i,
                 const char      **id,
                 PivotChartKind   *chart)
{
  const char *title = pivot_figure_drawing_get_panel_title (self->drawing, i);

  *id = NULL;
  *chart = pivot_figure_get_chart (self->figure);
  for (guint p = 0; title != NULL && p < pivot_figure_get_n_panels (self->figure); p++)
    {
      const PivotPanel *panel = pivot_figure_get_panel (self->figure, p);

      if (g_str_equal (title, pivot_text_get (panel->title)))
        {
          *id = panel->id;
          *chart = panel->chart;
          return;
        }
    }
}

static void
add_panel (PivotFigureView *self,
           guint            i)
{
  PivotFigurePanel panel = { .chart = PIVOT_CHART_VIEW (pivot_chart_view_new ()) };
  const char *id;
  PivotChartKind chart;
  GtkWidget *toggles;

  find_panel_kind (self, i, &id, &chart);
  _pivot_figure_view_add_text (self->content, pivot_figure_drawing_get_panel_title (self->drawing, i), "figure-heading");
  toggles = _pivot_figure_view_make_toggles (self, &panel, id, chart);
  if (toggles != NULL)
    gtk_box_append (GTK_BOX (self->content), toggles);

  gtk_widget_set_hexpand (GTK_WIDGET (panel.chart), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (panel.chart), "figure-chart");
  g_signal_connect (panel.chart, "mark-hovered", G_CALLBACK (mark_hovered_cb), NULL);
  g_signal_connect_swapped (panel.chart, "mark-activated", G_CALLBACK (mark_activated_cb), self);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (panel.chart));
  g_array_append_val (self->panels, panel);
}

static void
add_explanation (PivotFigureView *self,
                 GtkWidget       *row)
{
  const char *text = pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_DESCRIPTION);
  GtkWidget *button;

  if (text == NULL)
    return;

  button = pivot_explain_button_new ();
  pivot_explain_button_set_text (PIVOT_EXPLAIN_BUTTON (button), text);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_head (PivotFigureView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  PivotCoverage coverage = pivot_figure_get_coverage (self->figure);
  GtkWidget *badge = gtk_label_new (pivot_present_coverage_label (coverage));

  _pivot_figure_view_add_text (self->content, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_TITLE),
                               "figure-title");
  _pivot_figure_view_add_text (self->content, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_QUESTION),
                               "figure-question");

  gtk_widget_add_css_class (badge, "coverage-badge");
  gtk_widget_add_css_class (badge, pivot_enum_to_nick (PIVOT_TYPE_COVERAGE, (int) coverage));
  gtk_widget_set_tooltip_text (badge, pivot_present_coverage_sentence (coverage));
  gtk_widget_set_hexpand (badge, TRUE);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), badge);
  add_explanation (self, row);
  gtk_box_append (GTK_BOX (self->content), row);
}

static GPtrArray *
collect (PivotFigureView *self,
         guint            n,
         const char    *(*get) (PivotFigureDrawing *, guint))
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, (gpointer) get (self->drawing, i));

  return texts;
}

static void
add_statements (PivotFigureView *self)
{
  g_autoptr(GPtrArray) statements = collect (self, pivot_figure_drawing_get_n_statements (self->drawing),
                                             pivot_figure_drawing_get_statement);

  _pivot_figure_view_add_list (self->content, _("What the text says"), statements);
}

static void
add_foot (PivotFigureView *self)
{
  g_autoptr(GPtrArray) caveats = collect (self, pivot_figure_drawing_get_n_caveats (self->drawing),
                                          pivot_figure_drawing_get_caveat);

  _pivot_figure_view_add_list (self->content, _("Caveats"), caveats);
  _pivot_figure_view_add_links (self, self->content);
  _pivot_figure_view_add_text (self->content, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_SOURCE),
                               "figure-source");
}

static void
clear_panel (gpointer data)
{
  g_clear_pointer (&((PivotFigurePanel *) data)->toggles, g_ptr_array_unref);
}

static void
rebuild (PivotFigureView *self)
{
  GtkWidget *child;

  g_array_set_size (self->panels, 0);
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  g_clear_object (&self->drawing);

  if (self->figure == NULL)
    return;

  make_drawing (self);
  add_head (self);
  /* Where no number survives, it is said first what is known. */
  if (pivot_figure_drawing_get_lost (self->drawing))
    {
      _pivot_figure_view_add_text (self->content, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_COVERAGE),
                                   "figure-heading");
      add_statements (self);
    }
  for (guint i = 0; i < pivot_figure_drawing_get_n_panels (self->drawing); i++)
    add_panel (self, i);
  if (!pivot_figure_drawing_get_lost (self->drawing))
    add_statements (self);
  add_foot (self);
  show_drawing (self);
}

static void
options_cb (PivotFigureView *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  /* With another dataset, options may be told of before the dataset itself is. */
  if (self->figure == NULL || dataset == NULL ||
      pivot_dataset_find_figure (dataset, pivot_figure_get_id (self->figure)) != self->figure)
    return;

  make_drawing (self);
  show_drawing (self);
}

static void
dataset_cb (PivotFigureView *self)
{
  g_clear_object (&self->findings);
  pivot_figure_view_set_figure (self, NULL);
}

static void
update_style (PivotFigureView *self)
{
  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  options_cb (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pivot_figure_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pivot_figure_view_parent_class)->realize (widget);
  update_style (PIVOT_FIGURE_VIEW (widget));
}

static void
pivot_figure_view_dispose (GObject *object)
{
  PivotFigureView *self = PIVOT_FIGURE_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_weak_pointer (&self->asked);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_array_set_size (self->panels, 0);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->drawing);
  g_clear_object (&self->findings);
  g_clear_object (&self->figure);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_figure_view_parent_class)->dispose (object);
}

static void
pivot_figure_view_finalize (GObject *object)
{
  g_array_unref (PIVOT_FIGURE_VIEW (object)->panels);

  G_OBJECT_CLASS (pivot_figure_view_parent_class)->finalize (object);
}

static void
pivot_figure_view_class_init (PivotFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_figure_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_figure_view_finalize;
  widget_class->realize = pivot_figure_view_realize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_figure_view_init (PivotFigureView *self)
{
  pivot_style_init_light (&self->style);
  self->panels = g_array_new (FALSE, FALSE, sizeof (PivotFigurePanel));
  g_array_set_clear_func (self->panels, clear_panel);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/**
 * pivot_figure_view_new:
 * @session: which series are shown, and where links lead
 * @theme: says light or dark
 *
 * Creates a view without a figure.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_figure_view_new (PivotSession *session,
                       PivotTheme   *theme)
{
  PivotFigureView *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_FIGURE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  pivot_export_menu_attach (GTK_WIDGET (self), "figure");

  return GTK_WIDGET (self);
}

/**
 * pivot_figure_view_set_figure:
 * @self: a figure view
 * @figure: (nullable): a figure of the session's dataset
 *
 * Sets what is shown.
 */
void
pivot_figure_view_set_figure (PivotFigureView *self,
                              PivotFigure     *figure)
{
  g_return_if_fail (PIVOT_IS_FIGURE_VIEW (self));
  g_return_if_fail (figure == NULL || PIVOT_IS_FIGURE (figure));

  if (!g_set_object (&self->figure, figure))
    return;

  rebuild (self);
}

/**
 * pivot_figure_view_get_figure:
 * @self: a figure view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): the figure
 */
PivotFigure *
pivot_figure_view_get_figure (PivotFigureView *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_VIEW (self), NULL);

  return self->figure;
}
