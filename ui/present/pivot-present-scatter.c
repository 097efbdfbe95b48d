/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-coloring.h"
#include "pivot-present-private.h"
#include "pivot-stats.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

/* A line through two points says nothing about them. */
#define MIN_LINE_PAIRS 3

/* Everything the plot is told, while it is put together. */
typedef struct
{
  PivotDataset *dataset;
  PivotMeasure *x, *y;
  GArray       *points;     /* of PivotScatterPoint */
  GPtrArray    *texts;      /* owns what the points point at */
  guint         n_places;
  guint         n_bounds;
  gboolean      has_line;
  PivotLine     line;
} Scatter;

static char *
add_assumed (const char *text)
{
  g_autofree char *owned = (char *) text;

  /* Translators: what is said of a point or a place whose number is assumed. */
  return g_strdup_printf (_("%s (assumed)"), owned);
}

static void
add_point (Scatter       *self,
           guint          place,
           gboolean       supposed,
           const GdkRGBA *color)
{
  const PivotValue *x = _pivot_present_value (self->x, place);
  const PivotValue *y = _pivot_present_value (self->y, place);
  const char *name = _pivot_present_short_name (self->dataset, place);
  g_autofree char *x_text = pivot_units_format_measure (self->x, place);
  g_autofree char *y_text = pivot_units_format_measure (self->y, place);
  PivotScatterPoint point = { .id = place, .x = x->number, .y = y->number, .color = *color, .supposed = supposed,
                              .label = name };

  point.x_bound = x->bound != PIVOT_BOUND_NONE;
  point.y_bound = y->bound != PIVOT_BOUND_NONE;
  self->n_bounds += point.x_bound || point.y_bound;

  /* Translators: a point of the scatter: place, then name and value of both measures:
   * "Zhejiang: Talent gap −4.82 percentage points, Subsidy score 13 points". */
  point.text = g_strdup_printf (_("%1$s: %2$s %3$s, %4$s %5$s"), name,
                                pivot_text_get (pivot_measure_get_short (self->x)), x_text,
                                pivot_text_get (pivot_measure_get_short (self->y)), y_text);
  if (supposed)
    point.text = add_assumed (g_steal_pointer (&point.text));
  g_ptr_array_add (self->texts, (char *) point.text);
  g_array_append_val (self->points, point);
}

static void
add_points (Scatter          *self,
            PivotSession     *session,
            const PivotStyle *style,
            PivotScatterPlot *plot)
{
  g_auto(PivotColoring) coloring = { 0 };

  pivot_coloring_init (&coloring, session, style);
  if (coloring.mapping == PIVOT_MAPPING_BIVARIATE && coloring.n_colors > 0)
    pivot_scatter_plot_set_thirds (plot, coloring.thirds.x, coloring.thirds.y, coloring.colors);
  else
    pivot_scatter_plot_set_thirds (plot, NULL, NULL, NULL);

  for (guint i = 0; i < self->n_places; i++)
    {
      GdkRGBA color;

      if (_pivot_present_value (self->x, i) != NULL && _pivot_present_value (self->y, i) != NULL &&
          pivot_coloring_get (&coloring, i, &color) != PIVOT_REGION_NO_DATA)
        add_point (self, i, pivot_session_is_supposed (session, i), &color);
    }
}

static void
fit_line (Scatter *self)
{
  guint n_x, n_y;
  const double *x = pivot_measure_get_numbers (self->x, &n_x);
  const double *y = pivot_measure_get_numbers (self->y, &n_y);

  self->has_line = pivot_stats_line (x, y, MIN (n_x, n_y), &self->line) && self->points->len >= MIN_LINE_PAIRS;
}

static void
append_part (GString    *string,
             const char *part)
{
  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, part);
}

static char *
make_caption (Scatter *self)
{
  GString *string = g_string_new (NULL);
  guint n_without = self->n_places - self->points->len;

  if (self->has_line && self->line.r == self->line.r)
    {
      g_autofree char *r = pivot_units_format_number (self->line.r, 2);

      g_string_append_printf (string, "r = %s", r);
    }
  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append_printf (string, "n = %u", self->points->len);

  if (self->n_bounds > 0)
    {
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u counted at its limit", "%u counted at their limits",
                                      self->n_bounds), self->n_bounds);

      append_part (string, text);
    }
  if (n_without > 0)
    {
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place without both values",
                                      "%u places without both values", n_without), n_without);

      append_part (string, text);
    }

  return g_string_free (string, FALSE);
}

/* The sentence for speech and alt text. */
static char *
make_description (Scatter    *self,
                  const char *x_title,
                  const char *y_title)
{
  guint n = self->points->len;
  g_autofree char *what = NULL;
  g_autofree char *r = NULL;

  what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: what the scatter shows: the two measures with their units. */
                                       "Scatter of %1$s across and %2$s upward, %3$u place.",
                                       "Scatter of %1$s across and %2$s upward, %3$u places.", n),
                          x_title, y_title, n);
  if (!self->has_line || self->line.r != self->line.r)
    return g_steal_pointer (&what);

  r = pivot_units_format_number (self->line.r, 2);

  /* Translators: the sentence about the scatter, then its correlation. */
  return g_strdup_printf (_("%1$s Correlation r = %2$s."), what, r);
}

static void
tell_plot (Scatter          *self,
           PivotScatterPlot *plot)
{
  g_autofree char *x_title = pivot_present_measure_title (self->x);
  g_autofree char *y_title = pivot_present_measure_title (self->y);
  g_autofree char *description = make_description (self, x_title, y_title);
  g_autofree char *caption = make_caption (self);
  gboolean parity = pivot_measure_is_share (self->x) && pivot_measure_is_share (self->y);

  pivot_scatter_plot_set_titles (plot, x_title, y_title);
  pivot_scatter_plot_set_points (plot, (const PivotScatterPoint *) (gpointer) self->points->data, self->points->len);
  /* Translators: label of the line on which both shares are the same. */
  pivot_scatter_plot_set_parity (plot, parity, parity ? _("Equal shares") : NULL);
  pivot_scatter_plot_set_line (plot, self->has_line, self->has_line ? self->line.intercept : 0,
                               self->has_line ? self->line.slope : 0);
  pivot_scatter_plot_set_caption (plot, caption);
  pivot_scatter_plot_set_empty (plot, _("No place has both values"));
  pivot_scatter_plot_set_description (plot, description);
}

static void
clear_plot (PivotScatterPlot *plot,
            const char       *text)
{
  pivot_scatter_plot_set_points (plot, NULL, 0);
  pivot_scatter_plot_set_titles (plot, "", "");
  pivot_scatter_plot_set_parity (plot, FALSE, NULL);
  pivot_scatter_plot_set_thirds (plot, NULL, NULL, NULL);
  pivot_scatter_plot_set_line (plot, FALSE, 0, 0);
  pivot_scatter_plot_set_caption (plot, "");
  pivot_scatter_plot_set_empty (plot, text);
  pivot_scatter_plot_set_description (plot, text);
}

/**
 * pivot_present_scatter:
 * @session: a session
 * @style: for a light or a dark ground
 * @plot: told what to show
 *
 * Shows the measure (across) against the compared measure (upward).
 *
 * Points have the colour of the map. Where both measures are shares of a whole there is a parity line; from three pairs on, a
 * least-squares line. Its caption says r, n and how many places lack a value.
 */
void
pivot_present_scatter (PivotSession     *session,
                       const PivotStyle *style,
                       PivotScatterPlot *plot)
{
  Scatter scatter = { 0 };

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);
  g_return_if_fail (PIVOT_IS_SCATTER_PLOT (plot));

  scatter.dataset = pivot_session_get_dataset (session);
  scatter.x = scatter.dataset != NULL ? pivot_session_get_measure (session) : NULL;
  scatter.y = scatter.dataset != NULL ? pivot_session_get_against (session) : NULL;

  if (scatter.x == NULL || scatter.y == NULL)
    {
      clear_plot (plot, scatter.dataset == NULL ? _("No dataset is open") : _("Choose two measures to compare"));
      return;
    }

  scatter.n_places = pivot_dataset_get_n_places (scatter.dataset);
  scatter.points = g_array_new (FALSE, FALSE, sizeof (PivotScatterPoint));
  scatter.texts = g_ptr_array_new_with_free_func (g_free);

  add_points (&scatter, session, style, plot);
  fit_line (&scatter);
  tell_plot (&scatter, plot);

  g_array_unref (scatter.points);
  g_ptr_array_unref (scatter.texts);
}
