/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-figure-private.h"

#include "pivot-present-explain.h"
#include "pivot-present-private.h"
#include "pivot-scatter-plot.h"
#include "pivot-series-plot.h"
#include "pivot-statement-plot.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A whole year, give or take a few days. */
#define DAYS 0.02

/* All that a panel's plot is made of while it is made. */
typedef struct
{
  const PivotPanelSpec *spec;
  GPtrArray            *series;      /* of PivotSeries, hidden ones too */
  GStringChunk         *strings;
  GPtrArray            *categories;  /* ids */
  GPtrArray            *labels;      /* their names */
  gboolean              year_ends;
} Panel;

static const char *
keep (Panel *panel,
      char  *text)
{
  const char *kept = text != NULL ? g_string_chunk_insert (panel->strings, text) : NULL;

  g_free (text);

  return kept;
}

gboolean
_pivot_present_is_hidden (const PivotPanelSpec *spec,
                          PivotSeries          *series)
{
  g_autofree char *path = NULL;

  if (spec->hidden == NULL)
    return FALSE;

  path = g_strconcat (pivot_figure_get_id (spec->figure), "/", pivot_series_get_id (series), NULL);

  return g_strv_contains (spec->hidden, path);
}

double
_pivot_present_date_to_years (const char *date)
{
  int year = atoi (date);
  gsize length = strlen (date);

  if (length >= 10)
    {
      g_autoptr(GDateTime) day = g_date_time_new_utc (year, atoi (date + 5), atoi (date + 8), 0, 0, 0);

      return day != NULL ? year + g_date_time_get_day_of_year (day) / (g_date_is_leap_year (year) ? 366.0 : 365.0) : NAN;
    }

  return length >= 7 ? year + atoi (date + 5) / 12.0 : year + 1;
}

/* "Firms", counted in "firms": said once. */
static gboolean
is_same_word (const char *one,
              const char *other)
{
  g_autofree char *first = g_utf8_casefold (one, -1);
  g_autofree char *second = g_utf8_casefold (other, -1);

  return g_str_equal (first, second);
}

char *
_pivot_present_axis_title (const PivotAxisSpec *axis)
{
  const char *label = axis != NULL ? pivot_text_get (axis->label) : NULL;
  const char *unit = axis != NULL ? pivot_text_get (axis->unit) : NULL;

  if (label == NULL || unit == NULL || *unit == '\0' || is_same_word (label, unit))
    return g_strdup (label);

  /* Translators: what an axis shows, and its unit. */
  return g_strdup_printf (C_("axis", "%1$s (%2$s)"), label, unit);
}

static PivotAlong
get_along (const PivotPanelSpec *spec)
{
  if (spec->x == NULL || spec->x->kind == PIVOT_AXIS_CATEGORY)
    return PIVOT_ALONG_CATEGORY;

  return spec->x->kind == PIVOT_AXIS_TIME ? PIVOT_ALONG_TIME : PIVOT_ALONG_NUMBER;
}

static gboolean
is_bars (PivotChartKind chart)
{
  return chart == PIVOT_CHART_COLUMN || chart == PIVOT_CHART_BAR || chart == PIVOT_CHART_STACKED_BAR;
}

static PivotSeriesKind
get_kind (const PivotPanelSpec *spec)
{
  switch (spec->chart)
    {
    case PIVOT_CHART_COLUMN:
      return PIVOT_SERIES_COLUMN;
    case PIVOT_CHART_BAR:
    case PIVOT_CHART_STACKED_BAR:
      /* Time goes from left to right. */
      return get_along (spec) == PIVOT_ALONG_CATEGORY ? PIVOT_SERIES_BAR : PIVOT_SERIES_COLUMN;
    case PIVOT_CHART_LINE:
      /* Between categories there is nothing that a line could stand for. */
      return get_along (spec) == PIVOT_ALONG_CATEGORY ? PIVOT_SERIES_DOT : PIVOT_SERIES_LINE;
    default:
      return PIVOT_SERIES_DOT;
    }
}

/* Categories in the order in which the series bring them. */
static double
find_category (Panel            *panel,
               const PivotPoint *point)
{
  for (guint i = 0; i < panel->categories->len; i++)
    if (g_str_equal (g_ptr_array_index (panel->categories, i), point->x))
      return i;

  g_ptr_array_add (panel->categories, (gpointer) point->x);
  g_ptr_array_add (panel->labels, (gpointer) (point->label != NULL ? pivot_text_get (point->label) : point->x));

  return panel->categories->len - 1;
}

/* Where most dates are whole years, or all are bars, a year's number stands at its end; else in its middle. */
static void
choose_year_ends (Panel *panel)
{
  guint n_years = 0, n = 0;

  for (guint s = 0; s < panel->series->len; s++)
    {
      PivotSeries *series = g_ptr_array_index (panel->series, s);

      for (guint i = 0; i < pivot_series_get_n_points (series); i++, n++)
        n_years += strlen (pivot_series_get_point (series, i)->x) == 4;
    }

  panel->year_ends = n_years * 2 >= n || is_bars (panel->spec->chart);
}

static double
get_x (Panel            *panel,
       const PivotPoint *point)
{
  switch (get_along (panel->spec))
    {
    case PIVOT_ALONG_NUMBER:
      return point->x_number;
    case PIVOT_ALONG_TIME:
      return _pivot_present_date_to_years (point->x) - (!panel->year_ends && strlen (point->x) == 4 ? 0.5 : 0);
    case PIVOT_ALONG_CATEGORY:
    default:
      return find_category (panel, point);
    }
}

static const char *
name_x (Panel            *panel,
        const PivotPoint *point)
{
  if (point->label != NULL)
    return pivot_text_get (point->label);
  if (get_along (panel->spec) == PIVOT_ALONG_TIME)
    return keep (panel, pivot_units_format_date (point->x));

  return point->x;
}

static const char *
write_number (Panel            *panel,
              PivotSeries      *series,
              const PivotValue *value,
              gboolean          with_unit)
{
  const char *unit = pivot_text_get (pivot_series_get_unit (series));
  guint decimals = _pivot_present_point_decimals (value);

  /* At an axis that says the unit, only a sign of it stands beside the number. */
  if (!with_unit && g_strcmp0 (unit, "%") != 0)
    unit = NULL;

  return keep (panel, pivot_units_format_value (value, decimals, unit));
}

static const char *
write_sentence (Panel            *panel,
                PivotSeries      *series,
                const PivotPoint *point)
{
  PivotStatus status = pivot_value_is_missing (point->value) ? PIVOT_STATUS_MISSING : point->value->status;

  if (status == PIVOT_STATUS_MISSING)
    /* Translators: a point of a figure that is missing: series, where on the axis. */
    return keep (panel, g_strdup_printf (_("%1$s, %2$s: no data"), pivot_text_get (pivot_series_get_label (series)),
                                         name_x (panel, point)));

  /* Translators: a point of a figure: series, where on the axis, number with unit, how it is known ("computed"). */
  return keep (panel, g_strdup_printf (_("%1$s, %2$s: %3$s (%4$s)"), pivot_text_get (pivot_series_get_label (series)),
                                       name_x (panel, point), write_number (panel, series, point->value, TRUE),
                                       pivot_units_status_label (status)));
}

/* Points a whole number of years apart, but more than one, lack those between: no line bridges them. */
static gboolean
skips_years (double before,
             double x)
{
  double step = x - before;

  return step > 1.5 && fabs (step - round (step)) < DAYS;
}

static PivotLimit
get_limit (const PivotValue *value)
{
  switch (value->bound)
    {
    case PIVOT_BOUND_ABOVE:
      return PIVOT_LIMIT_ABOVE;
    case PIVOT_BOUND_BELOW:
      return PIVOT_LIMIT_BELOW;
    case PIVOT_BOUND_ABOUT:
      return PIVOT_LIMIT_ABOUT;
    case PIVOT_BOUND_NONE:
    default:
      return PIVOT_LIMIT_NONE;
    }
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PivotSeriesPoint *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;

  return (one->id > other->id) - (one->id < other->id);
}

/* The number of a series in its figure, which is in the ids of its marks. */
static guint
find_row (PivotFigure *figure,
          PivotSeries *series)
{
  GListModel *all = pivot_figure_get_series (figure);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotSeries) one = g_list_model_get_item (all, i);

      if (one == series)
        return i;
    }

  return n;
}

static GArray *
collect_points (Panel       *panel,
                PivotSeries *series)
{
  guint n = pivot_series_get_n_points (series);
  guint row = find_row (panel->spec->figure, series);
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (PivotSeriesPoint), n);

  for (guint i = 0; i < n; i++)
    {
      const PivotPoint *from = pivot_series_get_point (series, i);
      PivotSeriesPoint point = {
        .id = PIVOT_FIGURE_MARK (row, i),
        .x = get_x (panel, from),
        .y = pivot_value_is_missing (from->value) ? NAN : from->value->number,
        .limit = get_limit (from->value),
        .label = write_number (panel, series, from->value, FALSE),
        .x_label = name_x (panel, from),
        .text = write_sentence (panel, series, from),
      };

      g_array_append_val (points, point);
    }

  g_array_sort (points, compare_points);
  for (guint i = 1; i < n && get_along (panel->spec) == PIVOT_ALONG_TIME; i++)
    g_array_index (points, PivotSeriesPoint, i).gap = skips_years (g_array_index (points, PivotSeriesPoint, i - 1).x,
                                                                   g_array_index (points, PivotSeriesPoint, i).x);

  return points;
}

static void
set_series (Panel           *panel,
            PivotSeriesPlot *plot)
{
  g_autofree PivotSeriesData *data = g_new0 (PivotSeriesData, MAX (1, panel->series->len));
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n = 0, n_numbers = 0;

  for (guint i = 0; i < panel->series->len; i++)
    {
      PivotSeries *series = g_ptr_array_index (panel->series, i);
      GArray *points = collect_points (panel, series);

      g_ptr_array_add (all, points);
      for (guint p = 0; p < points->len; p++)
        n_numbers += !isnan (g_array_index (points, PivotSeriesPoint, p).y);
      if (!_pivot_present_is_hidden (panel->spec, series))
        data[n++] = (PivotSeriesData) { pivot_text_get (pivot_series_get_label (series)), i,
                                        (const PivotSeriesPoint *) (gpointer) points->data, points->len };
    }

  pivot_series_plot_set_categories (plot, (const char * const *) panel->labels->pdata, panel->labels->len);
  pivot_series_plot_set_series (plot, data, n);
  pivot_series_plot_set_empty (plot, n_numbers > 0 ? _("All series with numbers are hidden.")
                                                   : _("No numbers survive: this is what would be shown here."));
}

static PivotPlot *
make_series_plot (Panel *panel)
{
  PivotSeriesPlot *plot = pivot_series_plot_new (get_kind (panel->spec), get_along (panel->spec));
  g_autofree char *x_title = _pivot_present_axis_title (panel->spec->x);
  g_autofree char *y_title = _pivot_present_axis_title (panel->spec->y);
  g_autofree char *words = pivot_present_explain_panel (panel->spec->dataset, panel->spec->figure, panel->spec->id,
                                                        panel->spec->hidden);

  choose_year_ends (panel);
  pivot_series_plot_set_stacked (plot, panel->spec->chart == PIVOT_CHART_STACKED_BAR);
  pivot_series_plot_set_titles (plot, x_title, y_title);
  pivot_series_plot_set_year_ends (plot, panel->year_ends);
  set_series (panel, plot);
  pivot_series_plot_set_description (plot, words);

  return PIVOT_PLOT (plot);
}

static PivotPlot *
make_statement_plot (Panel *panel)
{
  PivotStatementPlot *plot = pivot_statement_plot_new ();
  g_autoptr(GArray) statements = g_array_new (FALSE, FALSE, sizeof (PivotStatementItem));

  for (guint s = 0; s < panel->series->len; s++)
    {
      PivotSeries *series = g_ptr_array_index (panel->series, s);
      guint n = _pivot_present_is_hidden (panel->spec, series) ? 0 : pivot_series_get_n_points (series);

      for (guint i = 0; i < n; i++)
        {
          const PivotPoint *point = pivot_series_get_point (series, i);
          gboolean missing = pivot_value_is_missing (point->value);
          PivotStatementItem statement = {
            .id = PIVOT_FIGURE_MARK (find_row (panel->spec->figure, series), i),
            .number = missing ? NULL : write_number (panel, series, point->value, TRUE),
            .label = pivot_text_get (pivot_series_get_label (series)),
            .note = name_x (panel, point),
            .text = write_sentence (panel, series, point),
          };

          g_array_append_val (statements, statement);
        }
    }
  pivot_statement_plot_set_statements (plot, (const PivotStatementItem *) (gpointer) statements->data, statements->len);

  return PIVOT_PLOT (plot);
}

static PivotPlot *
make_scatter_plot (Panel *panel)
{
  PivotScatterPlot *plot = pivot_scatter_plot_new ();
  g_autofree char *x_title = _pivot_present_axis_title (panel->spec->x);
  g_autofree char *y_title = _pivot_present_axis_title (panel->spec->y);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (PivotScatterPoint));

  for (guint s = 0; s < panel->series->len; s++)
    {
      PivotSeries *series = g_ptr_array_index (panel->series, s);
      guint n = _pivot_present_is_hidden (panel->spec, series) ? 0 : pivot_series_get_n_points (series);
      PivotScatterPoint point = { 0 };
      PivotStyle style;

      pivot_style_init_light (&style);
      point.color = style.mark;
      for (guint i = 0; i < n; i++)
        {
          const PivotPoint *from = pivot_series_get_point (series, i);

          point.id = PIVOT_FIGURE_MARK (find_row (panel->spec->figure, series), i);
          point.x = from->x_number;
          point.y = pivot_value_is_missing (from->value) ? NAN : from->value->number;
          point.y_bound = from->value->bound != PIVOT_BOUND_NONE;
          point.label = pivot_text_get (from->label);
          point.text = write_sentence (panel, series, from);
          g_array_append_val (points, point);
        }
    }
  pivot_scatter_plot_set_titles (plot, x_title, y_title);
  pivot_scatter_plot_set_empty (plot, _("No numbers survive: this is what would be shown here."));
  pivot_scatter_plot_set_points (plot, (const PivotScatterPoint *) (gpointer) points->data, points->len);

  return PIVOT_PLOT (plot);
}

PivotPlot *
_pivot_present_series_panel (const PivotPanelSpec *spec)
{
  g_autoptr(GPtrArray) series = pivot_present_figure_series (spec->figure, spec->id);
  g_autoptr(GPtrArray) categories = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  Panel panel = { .spec = spec, .series = series, .categories = categories, .labels = labels };
  PivotPlot *plot;

  if (series->len == 0)
    return NULL;

  panel.strings = g_string_chunk_new (1024);
  if (spec->chart == PIVOT_CHART_STATEMENT)
    plot = make_statement_plot (&panel);
  else if (spec->chart == PIVOT_CHART_SCATTER && get_along (spec) == PIVOT_ALONG_NUMBER)
    plot = make_scatter_plot (&panel);
  else
    plot = make_series_plot (&panel);
  g_string_chunk_free (panel.strings);

  return plot;
}
