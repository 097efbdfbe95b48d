/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-figure.h"

#include "pivot-chart-view.h"
#include "pivot-present-figure.h"
#include "pivot-present-story.h"
#include "pivot-present-timeline.h"
#include "pivot-series-plot.h"
#include "pivot-session-options.h"

/* What does not fit at full size is drawn smaller, down to this: letters of 1/57 of the page's height. */
#define LEAST_FACTOR 0.55
#define FACTOR_STEP 0.05

typedef struct
{
  GtkWidget      *title;     /* or NULL */
  PivotChartView *chart;
} Panel;

struct _PivotStageFigure
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  PivotStyle          style;
  PivotFigure        *figure;     /* shown, or NULL */
  PivotFirm          *firm;       /* whose timeline is shown, or NULL */
  PivotFigureDrawing *drawing;    /* of figure */

  GtkWidget          *title;
  GtkWidget          *readout;
  GtkWidget          *source;
  GArray             *panels;     /* of Panel */
  GPtrArray          *statements; /* labels, above the panels */
};

G_DEFINE_FINAL_TYPE (PivotStageFigure, pivot_stage_figure, GTK_TYPE_WIDGET)

static PivotFigure *
find_figure (PivotStageFigure *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  PivotStoryPlace place;
  const char *id = pivot_session_get_figure (self->session);

  if (id != NULL)
    return pivot_dataset_find_figure (dataset, id);
  if (pivot_session_get_page (self->session) == PIVOT_PAGE_STORY && pivot_present_story_place (self->session, &place))
    return pivot_dataset_find_figure (dataset, pivot_step_get_figure (place.step));

  return NULL;
}

static PivotFirm *
find_firm (PivotStageFigure *self)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];

  if (pivot_session_get_page (self->session) != PIVOT_PAGE_FIRMS)
    return NULL;

  return pivot_present_timeline_firms (self->session, firms) > 0 ? firms[0] : NULL;
}

static GtkWidget *
add_label (PivotStageFigure *self,
           const char       *text,
           const char       *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* What a chart says of the mark under the pointer; series say it in the drawing. */
static void
mark_hovered_cb (PivotStageFigure *self,
                 int               id,
                 PivotChartView   *chart)
{
  PivotPlot *plot = pivot_chart_view_get_plot (chart);
  g_autofree char *text = id >= 0 && !PIVOT_IS_SERIES_PLOT (plot) ? pivot_plot_describe_mark (plot, (guint) id) : NULL;

  pivot_plot_set_hovered (plot, id);
  set_label (self->readout, text);
}

static void
add_panel (PivotStageFigure *self,
           const char       *title,
           PivotPlot        *plot)
{
  Panel panel = { .chart = PIVOT_CHART_VIEW (pivot_chart_view_new ()) };

  if (title != NULL)
    panel.title = add_label (self, title, "heading");
  pivot_chart_view_set_height (panel.chart, 1);
  pivot_chart_view_set_brushing (panel.chart, FALSE);
  pivot_chart_view_set_plot (panel.chart, plot);
  /* Nothing pops up in front of a class. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (panel.chart), FALSE);
  g_signal_connect_swapped (panel.chart, "mark-hovered", G_CALLBACK (mark_hovered_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (panel.chart), GTK_WIDGET (self));
  g_array_append_val (self->panels, panel);
}

static void
clear (PivotStageFigure *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel *panel = &g_array_index (self->panels, Panel, i);

      g_clear_pointer (&panel->title, gtk_widget_unparent);
      gtk_widget_unparent (GTK_WIDGET (panel->chart));
    }
  g_array_set_size (self->panels, 0);
  for (guint i = 0; i < self->statements->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->statements, i));
  g_ptr_array_set_size (self->statements, 0);
  g_clear_object (&self->drawing);
}

static void
show_figure (PivotStageFigure *self)
{
  g_auto(GStrv) hidden = pivot_session_get_list (self->session, PIVOT_OPTION_HIDDEN_SERIES);

  self->drawing = pivot_present_figure (pivot_session_get_dataset (self->session), self->figure, (const char * const *) hidden,
                                        &self->style);
  set_label (self->title, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_TITLE));
  set_label (self->source, pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_SOURCE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  pivot_figure_drawing_get_text (self->drawing, PIVOT_FIGURE_DESCRIPTION), -1);
  for (guint i = 0; pivot_figure_drawing_get_lost (self->drawing) && i < pivot_figure_drawing_get_n_statements (self->drawing); i++)
    g_ptr_array_add (self->statements, add_label (self, pivot_figure_drawing_get_statement (self->drawing, i), "stage-statement"));
  for (guint i = 0; i < pivot_figure_drawing_get_n_panels (self->drawing); i++)
    add_panel (self, pivot_figure_drawing_get_panel_title (self->drawing, i),
               pivot_figure_drawing_get_panel_plot (self->drawing, i));
}

static void
show_firm (PivotStageFigure *self)
{
  g_autoptr(PivotTimelinePlot) plot = pivot_timeline_plot_new ();
  g_autofree char *sentence = pivot_present_timeline_sentence (self->session);

  pivot_present_timeline (self->session, &self->style, plot);
  set_label (self->title, pivot_text_get (pivot_firm_get_name (self->firm)));
  set_label (self->source, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  add_panel (self, NULL, PIVOT_PLOT (plot));
}

static void
show (PivotStageFigure *self)
{
  clear (self);
  set_label (self->readout, NULL);
  if (self->figure != NULL)
    show_figure (self);
  else if (self->firm != NULL)
    show_firm (self);
}

/* Height of the panels at a width and a scale. */
static double
measure_panels (PivotStageFigure *self,
                PivotStyle       *style,
                int               width)
{
  double height = 0;

  for (guint i = 0; i < self->panels->len; i++)
    height += pivot_plot_measure (pivot_chart_view_get_plot (g_array_index (self->panels, Panel, i).chart), style, width);

  return height;
}

/* The largest style in which the panels fit. */
static void
fit_style (PivotStageFigure *self,
           int               width,
           int               height,
           PivotStyle       *style)
{
  *style = self->style;
  for (double factor = 1; factor > LEAST_FACTOR; factor -= FACTOR_STEP)
    {
      style->scale = self->style.scale * factor;
      if (measure_panels (self, style, width) <= height)
        return;
    }
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
place (GtkWidget *child,
       int        y,
       int        width,
       int        height)
{
  if (child != NULL && gtk_widget_get_visible (child) && height > 0)
    gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, y)));

  return y + height;
}

/* What the labels leave is divided among the panels as they ask for it. */
static void
place_panels (PivotStageFigure *self,
              int               y,
              int               width,
              int               room)
{
  double total;
  PivotStyle style;
  int titles = 0;

  for (guint i = 0; i < self->panels->len; i++)
    titles += get_height (g_array_index (self->panels, Panel, i).title, width);
  room = MAX (room - titles, 1);
  fit_style (self, width, room, &style);
  if (self->drawing != NULL)
    pivot_figure_drawing_align (self->drawing, &style, width);
  total = MAX (measure_panels (self, &style, width), 1);
  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel *panel = &g_array_index (self->panels, Panel, i);
      double share = pivot_plot_measure (pivot_chart_view_get_plot (panel->chart), &style, width) / total;

      pivot_chart_view_set_style (panel->chart, &style);
      y = place (panel->title, y, width, get_height (panel->title, width));
      y = place (GTK_WIDGET (panel->chart), y, width, MAX ((int) (room * share), 1));
    }
}

static void
pivot_stage_figure_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PivotStageFigure *self = PIVOT_STAGE_FIGURE (widget);
  int foot = get_height (self->source, width), readout = get_height (self->readout, width);
  int y = place (self->title, 0, width, get_height (self->title, width));

  for (guint i = 0; i < self->statements->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->statements, i);

      y = place (label, y, width, get_height (label, width));
    }
  place_panels (self, y, width, height - y - foot);
  place (self->source, height - foot, width, foot);
  /* Over the foot of the drawing, so that the drawing stays as it is while the pointer goes over it. */
  place (self->readout, height - MAX (foot, readout), width, readout);
}

static void
pivot_stage_figure_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
pivot_stage_figure_dispose (GObject *object)
{
  PivotStageFigure *self = PIVOT_STAGE_FIGURE (object);

  clear (self);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->source, gtk_widget_unparent);
  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_object (&self->figure);
  g_clear_object (&self->firm);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_stage_figure_parent_class)->dispose (object);
}

static void
pivot_stage_figure_finalize (GObject *object)
{
  g_array_unref (PIVOT_STAGE_FIGURE (object)->panels);
  g_ptr_array_unref (PIVOT_STAGE_FIGURE (object)->statements);

  G_OBJECT_CLASS (pivot_stage_figure_parent_class)->finalize (object);
}

static void
pivot_stage_figure_class_init (PivotStageFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_figure_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_stage_figure_finalize;
  GTK_WIDGET_CLASS (klass)->measure = pivot_stage_figure_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = pivot_stage_figure_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_stage_figure_init (PivotStageFigure *self)
{
  pivot_style_init_light (&self->style);
  self->panels = g_array_new (FALSE, FALSE, sizeof (Panel));
  self->statements = g_ptr_array_new ();
  self->title = add_label (self, NULL, "stage-figure-title");
  self->source = add_label (self, NULL, "stage-source");
  self->readout = add_label (self, NULL, "stage-readout");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * pivot_stage_figure_new:
 * @session: what is shown
 *
 * Makes an empty figure.
 *
 * Returns: (transfer floating): a figure
 */
GtkWidget *
pivot_stage_figure_new (PivotSession *session)
{
  PivotStageFigure *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_FIGURE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * pivot_stage_figure_has_any:
 * @self: a figure
 *
 * Returns: whether there is something to show
 */
gboolean
pivot_stage_figure_has_any (PivotStageFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_STAGE_FIGURE (self), FALSE);

  return self->figure != NULL || self->firm != NULL;
}

/**
 * pivot_stage_figure_update:
 * @self: a figure
 *
 * Shows what the view of the session says.
 */
void
pivot_stage_figure_update (PivotStageFigure *self)
{
  PivotFirm *firm;

  g_return_if_fail (PIVOT_IS_STAGE_FIGURE (self));

  g_set_object (&self->figure, find_figure (self));
  firm = self->figure == NULL ? find_firm (self) : NULL;
  g_set_object (&self->firm, firm);
  show (self);
}

/**
 * pivot_stage_figure_set_style:
 * @self: a figure
 * @style: colours, font and scale; copied
 *
 * Draws in another style.
 */
void
pivot_stage_figure_set_style (PivotStageFigure *self,
                              const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_STAGE_FIGURE (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  show (self);
}
