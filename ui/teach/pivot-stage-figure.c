/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-figure.h"

#include "pivot-chart-view.h"
#include "pivot-present-figure.h"
#include "pivot-present-story.h"
#include "pivot-present-timeline.h"
#include "pivot-series-plot.h"
#include "pivot-session-options.h"

/* Letters of drawings are 1/34 of the page's height. What does not fit so is drawn smaller: down to 1/45 as long as there is room, and
 * with many panels down to this, which is 1/61 and can be read from the front rows only. */
#define LEAST_FACTOR 0.55
#define FACTOR_STEP 0.05
#define SQUEEZE 0.62
#define COLUMN_GAP 24.0   /* px at scale 1 */

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

/* How the panels stand: in columns, each row as high as the highest of it asks for. */
typedef struct
{
  PivotStyle style;
  guint      columns;
  int        width;     /* of a column */
  int        gap;       /* between columns */
} Arrangement;

/* Series can be drawn lower than they ask for; lists and tables cannot. */
static double
measure_plot (const Panel       *panel,
              const Arrangement *arrangement)
{
  PivotPlot *plot = pivot_chart_view_get_plot (panel->chart);
  double height = pivot_plot_measure (plot, &arrangement->style, arrangement->width);

  return PIVOT_IS_SERIES_PLOT (plot) ? height * SQUEEZE : height;
}

/* Panels of a row ask for the height of the highest. */
static double
measure_row (PivotStageFigure  *self,
             const Arrangement *arrangement,
             guint              first)
{
  double height = 0;

  for (guint i = first; i < MIN (first + arrangement->columns, self->panels->len); i++)
    height = MAX (height, measure_plot (&g_array_index (self->panels, Panel, i), arrangement));

  return height;
}

static double
measure_rows (PivotStageFigure  *self,
              const Arrangement *arrangement)
{
  double height = 0;

  for (guint i = 0; i < self->panels->len; i += arrangement->columns)
    height += measure_row (self, arrangement, i);

  return height;
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

static void
place_at (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (child != NULL && gtk_widget_get_visible (child) && height > 0)
    gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

static int
place (GtkWidget *child,
       int        y,
       int        width,
       int        height)
{
  place_at (child, 0, y, width, height);

  return y + height;
}

/* Titles of a row are as high as the highest. */
static int
get_title_height (PivotStageFigure  *self,
                  const Arrangement *arrangement,
                  guint              first)
{
  int height = 0;

  for (guint i = first; i < MIN (first + arrangement->columns, self->panels->len); i++)
    height = MAX (height, get_height (g_array_index (self->panels, Panel, i).title, arrangement->width));

  return height;
}

static int
get_titles_height (PivotStageFigure  *self,
                   const Arrangement *arrangement)
{
  int height = 0;

  for (guint i = 0; i < self->panels->len; i += arrangement->columns)
    height += get_title_height (self, arrangement, i);

  return height;
}

/* The largest scale at which the panels fit in so many columns; less than the least if at none, by how much is missing. */
static double
fit (PivotStageFigure *self,
     Arrangement      *arrangement,
     guint             columns,
     int               width,
     int               height)
{
  arrangement->style = self->style;
  arrangement->columns = columns;
  arrangement->gap = (int) (COLUMN_GAP * self->style.scale);
  arrangement->width = MAX ((width - arrangement->gap * ((int) columns - 1)) / (int) columns, 1);
  height -= get_titles_height (self, arrangement);
  for (double factor = 1; factor > LEAST_FACTOR; factor -= FACTOR_STEP)
    {
      arrangement->style.scale = self->style.scale * factor;
      if (measure_rows (self, arrangement) <= height)
        return factor;
    }

  return LEAST_FACTOR * MAX (height, 0) / measure_rows (self, arrangement);
}

/* Two columns only where they make the letters larger. */
static void
arrange (PivotStageFigure *self,
         Arrangement      *arrangement,
         int               width,
         int               height)
{
  double one = fit (self, arrangement, 1, width, height);
  Arrangement two;

  if (one < 1 && self->panels->len > 1 && fit (self, &two, 2, width, height) > one)
    *arrangement = two;
}

/* What the labels leave is divided among the rows as they ask for it. */
static void
place_panels (PivotStageFigure *self,
              int               y,
              int               width,
              int               room)
{
  Arrangement arrangement;
  double total;

  arrange (self, &arrangement, width, room);
  room = MAX (room - get_titles_height (self, &arrangement), 1);
  if (self->drawing != NULL)
    pivot_figure_drawing_align (self->drawing, &arrangement.style, arrangement.width);
  total = MAX (measure_rows (self, &arrangement), 1);
  for (guint i = 0; i < self->panels->len; i += arrangement.columns)
    {
      int title = get_title_height (self, &arrangement, i);
      int height = MAX ((int) (room * measure_row (self, &arrangement, i) / total), 1);

      for (guint k = i; k < MIN (i + arrangement.columns, self->panels->len); k++)
        {
          Panel *panel = &g_array_index (self->panels, Panel, k);
          int x = (int) (k - i) * (arrangement.width + arrangement.gap);

          pivot_chart_view_set_style (panel->chart, &arrangement.style);
          place_at (panel->title, x, y, arrangement.width, title);
          place_at (GTK_WIDGET (panel->chart), x, y + title, arrangement.width, height);
        }
      y += title + height;
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
