/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-explain.h"

#include "pivot-present-figure-private.h"
#include "pivot-present-parity.h"
#include "pivot-present-private.h"
#include "pivot-present-timeline.h"
#include "pivot-present.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More series than these are not told one by one. */
#define MAX_TOLD 8
/* A change by less than this part of the first number is none. */
#define HARDLY 0.02

/* A number where it stands. */
typedef struct
{
  PivotSeries      *series;
  const PivotPoint *point;
} Spot;

/* What is found by going once through the points of a panel. */
typedef struct
{
  PivotPanelSpec spec;
  GPtrArray     *series;     /* those that are shown */
  guint          n_values, n_missing, n_limits;
  Spot           first, last;   /* by time or by number */
  Spot           highest, lowest;
} Facts;

static const char *
kind_label (PivotChartKind chart)
{
  switch (chart)
    {
    case PIVOT_CHART_LINE:
      return _("Line chart");
    case PIVOT_CHART_COLUMN:
      return _("Column chart");
    case PIVOT_CHART_BAR:
      return _("Bar chart");
    case PIVOT_CHART_STACKED_BAR:
      return _("Stacked bar chart");
    case PIVOT_CHART_SCATTER:
      return _("Scatter plot");
    case PIVOT_CHART_MAP:
      return _("Map");
    case PIVOT_CHART_TABLE:
      return _("Table");
    case PIVOT_CHART_TIMELINE:
      return _("Timeline");
    case PIVOT_CHART_STATEMENT:
    default:
      return _("Numbers made large");
    }
}

static char *
name_x (const Facts      *facts,
        const PivotPoint *point)
{
  if (point->label != NULL)
    return g_strdup (pivot_text_get (point->label));
  if (facts->spec.x != NULL && facts->spec.x->kind == PIVOT_AXIS_TIME)
    return pivot_units_format_date (point->x);

  return g_strdup (point->x);
}

static char *
write_value (const Spot *spot)
{
  return pivot_units_format_value (spot->point->value, _pivot_present_point_decimals (spot->point->value),
                                   pivot_text_get (pivot_series_get_unit (spot->series)));
}

static double
get_order (const Facts      *facts,
           const PivotPoint *point)
{
  return facts->spec.x->kind == PIVOT_AXIS_TIME ? _pivot_present_date_to_years (point->x) : point->x_number;
}

static void
count_point (Facts            *facts,
             PivotSeries      *series,
             const PivotPoint *point)
{
  Spot spot = { series, point };
  double number;

  if (facts->spec.x != NULL && facts->spec.x->kind != PIVOT_AXIS_CATEGORY)
    {
      if (facts->first.point == NULL || get_order (facts, point) < get_order (facts, facts->first.point))
        facts->first = spot;
      if (facts->last.point == NULL || get_order (facts, point) > get_order (facts, facts->last.point))
        facts->last = spot;
    }

  if (pivot_value_is_missing (point->value))
    {
      facts->n_missing++;
      return;
    }

  number = point->value->number;
  facts->n_values++;
  facts->n_limits += point->value->bound != PIVOT_BOUND_NONE;
  if (facts->highest.point == NULL || number > facts->highest.point->value->number)
    facts->highest = spot;
  if (facts->lowest.point == NULL || number < facts->lowest.point->value->number)
    facts->lowest = spot;
}

static void
count (Facts *facts)
{
  g_autoptr(GPtrArray) all = pivot_present_figure_series (facts->spec.figure, facts->spec.id);

  for (guint s = 0; s < all->len; s++)
    {
      PivotSeries *series = g_ptr_array_index (all, s);

      if (_pivot_present_is_hidden (&facts->spec, series))
        continue;
      g_ptr_array_add (facts->series, g_object_ref (series));
      for (guint i = 0; i < pivot_series_get_n_points (series); i++)
        count_point (facts, series, pivot_series_get_point (series, i));
    }
}

static char *
say_kind (const Facts *facts)
{
  g_autofree char *title = _pivot_present_axis_title (facts->spec.y);

  /* Translators: what is shown: kind of chart, axis with its unit, how many series. */
  return g_strdup_printf (ngettext ("%1$s of %2$s, %3$u series.", "%1$s of %2$s, %3$u series.", facts->series->len),
                          kind_label (facts->spec.chart), title != NULL ? title : "", facts->series->len);
}

static char *
say_extent (const Facts *facts)
{
  g_autofree char *from = NULL, *to = NULL;

  if (facts->first.point == NULL || facts->first.point == facts->last.point)
    return NULL;

  from = name_x (facts, facts->first.point);
  to = name_x (facts, facts->last.point);

  /* Translators: what the axis spans: "From 2014 to FY2022." */
  return g_strdup_printf (_("From %1$s to %2$s."), from, to);
}

static char *
name_spot (const Facts *facts,
           const Spot  *spot)
{
  g_autofree char *x = name_x (facts, spot->point);

  if (facts->series->len < 2)
    return g_steal_pointer (&x);

  /* Translators: where a number stands: series, then category or date. */
  return g_strdup_printf (C_("explain", "%1$s, %2$s"), pivot_text_get (pivot_series_get_label (spot->series)), x);
}

static char *
say_extremes (const Facts *facts)
{
  g_autofree char *highest = NULL, *lowest = NULL, *most = NULL, *least = NULL;

  if (facts->n_values < 2 || facts->highest.point->value->number == facts->lowest.point->value->number)
    return NULL;

  highest = name_spot (facts, &facts->highest);
  lowest = name_spot (facts, &facts->lowest);
  most = write_value (&facts->highest);
  least = write_value (&facts->lowest);

  /* Translators: where the greatest number is, the number with its unit, where the least is, the number. */
  return g_strdup_printf (_("Highest: %1$s with %2$s. Lowest: %3$s with %4$s."), highest, most, lowest, least);
}

/* How the numbers of a series go, if they are enough and exact. */
static const char *
find_trend (PivotSeries *series,
            Spot        *first,
            Spot        *last)
{
  guint n = 0, n_up = 0, n_down = 0;
  double before = NAN, change;

  for (guint i = 0; i < pivot_series_get_n_points (series); i++)
    {
      const PivotPoint *point = pivot_series_get_point (series, i);

      if (pivot_value_is_missing (point->value) || point->value->bound != PIVOT_BOUND_NONE)
        continue;
      if (n++ == 0)
        *first = (Spot) { series, point };
      *last = (Spot) { series, point };
      n_up += point->value->number > before;
      n_down += point->value->number < before;
      before = point->value->number;
    }

  if (n < 3)
    return NULL;

  change = last->point->value->number - first->point->value->number;
  if (fabs (change) <= HARDLY * fabs (first->point->value->number))
    return C_("trend", "about the same");
  if (change > 0)
    return n_down == 0 ? C_("trend", "rising throughout") : C_("trend", "higher at the end, not steadily");

  return n_up == 0 ? C_("trend", "falling throughout") : C_("trend", "lower at the end, not steadily");
}

static char *
say_trend (const Facts *facts,
           PivotSeries *series)
{
  Spot first = { 0 }, last = { 0 };
  const char *trend = find_trend (series, &first, &last);
  g_autofree char *from_x = NULL, *from = NULL, *to_x = NULL, *to = NULL;

  if (trend == NULL)
    return NULL;

  from_x = name_x (facts, first.point);
  from = write_value (&first);
  to_x = name_x (facts, last.point);
  to = write_value (&last);

  /* Translators: trend of a series: its name, first date, first number, last date, last number, "rising throughout". */
  return g_strdup_printf (_("%1$s: %2$s %3$s, %4$s %5$s; %6$s."), pivot_text_get (pivot_series_get_label (series)),
                          from_x, from, to_x, to, trend);
}

static void
say_series (const Facts *facts,
            GString     *string)
{
  if (facts->spec.x == NULL || facts->spec.x->kind != PIVOT_AXIS_TIME || facts->series->len > MAX_TOLD)
    return;

  for (guint i = 0; i < facts->series->len; i++)
    _pivot_present_append_sentence (string, say_trend (facts, g_ptr_array_index (facts->series, i)));
}

/* A panel of few numbers is told whole. */
static void
say_numbers (const Facts *facts,
             GString     *string)
{
  for (guint s = 0; s < facts->series->len; s++)
    {
      PivotSeries *series = g_ptr_array_index (facts->series, s);

      for (guint i = 0; i < pivot_series_get_n_points (series); i++)
        {
          Spot spot = { series, pivot_series_get_point (series, i) };
          g_autofree char *x = name_x (facts, spot.point);
          g_autofree char *value = write_value (&spot);

          /* Translators: one number of a figure: series, category or date, number. */
          _pivot_present_append_sentence (string, g_strdup_printf (_("%1$s, %2$s: %3$s."),
                                                                   pivot_text_get (pivot_series_get_label (series)), x, value));
        }
    }
}

static void
say_gaps (const Facts *facts,
          GString     *string)
{
  if (facts->n_limits > 0)
    _pivot_present_append_sentence (string, g_strdup_printf (ngettext ("%u number is a limit or an approximation.",
                                                                       "%u numbers are limits or approximations.",
                                                                       facts->n_limits), facts->n_limits));
  if (facts->n_missing > 0)
    _pivot_present_append_sentence (string, g_strdup_printf (ngettext ("%u number is missing.", "%u numbers are missing.",
                                                                       facts->n_missing), facts->n_missing));
}

static void
explain (Facts   *facts,
         GString *string)
{
  facts->series = g_ptr_array_new_with_free_func (g_object_unref);
  count (facts);
  if (facts->series->len > 0)
    {
      _pivot_present_append_sentence (string, say_kind (facts));
      _pivot_present_append_sentence (string, say_extent (facts));
      if (facts->n_values == 0)
        _pivot_present_append_sentence (string, g_strdup (_("None of its numbers survives.")));
      else if (facts->n_values + facts->n_missing <= 4)
        say_numbers (facts, string);
      else
        {
          _pivot_present_append_sentence (string, say_extremes (facts));
          say_series (facts, string);
        }
      say_gaps (facts, string);
    }
  g_ptr_array_unref (facts->series);
}

static gboolean
find_panel (PivotPanelSpec *spec,
            const char     *id)
{
  spec->id = id;
  spec->chart = pivot_figure_get_chart (spec->figure);
  spec->x = pivot_figure_get_x (spec->figure);
  spec->y = pivot_figure_get_y (spec->figure);

  for (guint i = 0; id != NULL && i < pivot_figure_get_n_panels (spec->figure); i++)
    {
      const PivotPanel *panel = pivot_figure_get_panel (spec->figure, i);

      if (g_str_equal (panel->id, id))
        {
          spec->chart = panel->chart;
          spec->x = &panel->x;
          spec->y = &panel->y;
          return TRUE;
        }
    }

  return id == NULL;
}

/**
 * pivot_present_explain_panel:
 * @dataset: a dataset
 * @figure: one of its figures
 * @panel: (nullable): id of a panel, or %NULL for the figure's own series
 * @hidden: (nullable): paths "figure/series" of series that are left out
 *
 * Says in words what a panel shows.
 *
 * Returns: (transfer full): sentences; "" if there is nothing
 */
char *
pivot_present_explain_panel (PivotDataset       *dataset,
                             PivotFigure        *figure,
                             const char         *panel,
                             const char * const *hidden)
{
  Facts facts = { .spec = { dataset, figure, .hidden = hidden } };
  GString *string;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);

  string = g_string_new (NULL);
  if (find_panel (&facts.spec, panel))
    explain (&facts, string);

  return g_string_free (string, FALSE);
}

/* What a map, a table or a timeline shows is said where these are at home. */
static char *
explain_first (PivotDataset *dataset,
               PivotFigure  *figure)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  const char * const *measures = pivot_figure_get_measures (figure);
  const char * const *firms = pivot_figure_get_firms (figure);
  guint n_measures = g_strv_length ((char **) measures);
  guint n_places = g_strv_length ((char **) pivot_figure_get_places (figure));

  pivot_session_set_dataset (session, dataset);
  switch (pivot_figure_get_chart (figure))
    {
    case PIVOT_CHART_MAP:
      pivot_session_set_measure (session, measures[0]);
      return measures[0] != NULL ? pivot_present_map_sentence (session) : NULL;
    case PIVOT_CHART_TABLE:
      /* Translators: what a table shows: how many measures, how many places. */
      return n_measures > 0 ? g_strdup_printf (_("Table of %1$u measures for %2$u places."), n_measures, n_places) : NULL;
    case PIVOT_CHART_TIMELINE:
      if (firms[0] == NULL)
        return NULL;
      pivot_session_set_firm (session, firms[0]);
      pivot_session_set_list (session, PIVOT_OPTION_COMPARED_FIRMS, firms + 1);
      return pivot_present_timeline_sentence (session);
    default:
      return NULL;
    }
}

/**
 * pivot_present_explain_figure:
 * @dataset: a dataset
 * @figure: one of its figures
 * @hidden: (nullable): paths "figure/series" of series that are left out
 *
 * Says in words what a figure shows, panel by panel, and how much of it survives.
 *
 * Returns: (transfer full): sentences, a paragraph a panel
 */
char *
pivot_present_explain_figure (PivotDataset       *dataset,
                              PivotFigure        *figure,
                              const char * const *hidden)
{
  GString *string;
  char *text;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);

  string = g_string_new (pivot_text_get (pivot_figure_get_title (figure)));
  g_string_append_printf (string, ". %s", pivot_present_coverage_sentence (pivot_figure_get_coverage (figure)));
  text = explain_first (dataset, figure);
  if (text != NULL)
    g_string_append_printf (string, "\n%s", text);
  g_free (text);

  text = pivot_present_explain_panel (dataset, figure, NULL, hidden);
  if (*text != '\0')
    g_string_append_printf (string, "\n%s", text);
  g_free (text);

  for (guint i = 0; i < pivot_figure_get_n_panels (figure); i++)
    {
      const PivotPanel *panel = pivot_figure_get_panel (figure, i);
      g_autofree char *words = pivot_present_explain_panel (dataset, figure, panel->id, hidden);

      if (*words != '\0')
        g_string_append_printf (string, "\n%s: %s", pivot_text_get (panel->title), words);
    }

  return g_string_free (string, FALSE);
}

/* Words go on without the banner that stands over the view, so it stands before them too. */
static char *
tell_what_if (PivotSession *session,
              char         *text)
{
  g_autofree char *words = text;
  g_autofree char *banner = pivot_present_what_if (session);

  return banner != NULL && *words != '\0' ? g_strconcat (banner, " ", words, NULL) : g_steal_pointer (&words);
}

/**
 * pivot_present_explain_map:
 * @session: a session
 *
 * Says in words what the map shows.
 *
 * Returns: (transfer full): sentences
 */
char *
pivot_present_explain_map (PivotSession *session)
{
  return tell_what_if (session, pivot_present_map_sentence (session));
}

/**
 * pivot_present_explain_scatter:
 * @session: a session
 *
 * Says in words what the scatter plot shows.
 *
 * Returns: (transfer full): sentences
 */
char *
pivot_present_explain_scatter (PivotSession *session)
{
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_present_scatter (session, &style, plot);

  return tell_what_if (session, pivot_plot_describe (PIVOT_PLOT (plot)));
}

/**
 * pivot_present_explain_ranking:
 * @session: a session
 *
 * Says in words what the ranking shows.
 *
 * Returns: (transfer full): sentences; "" without a measure
 */
char *
pivot_present_explain_ranking (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  g_autofree char *title = NULL, *most = NULL, *least = NULL;
  int highest = -1, lowest = -1;
  guint n = 0, n_places;
  const double *numbers;
  char *text;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  measure = pivot_session_get_measure (session);
  if (dataset == NULL || measure == NULL)
    return g_strdup ("");

  numbers = pivot_measure_get_numbers (measure, &n_places);
  for (guint i = 0; i < n_places; i++)
    if (!isnan (numbers[i]))
      {
        n++;
        if (highest < 0 || numbers[i] > numbers[highest])
          highest = (int) i;
        if (lowest < 0 || numbers[i] < numbers[lowest])
          lowest = (int) i;
      }
  if (n == 0)
    return g_strdup ("");

  title = pivot_present_measure_title (measure);
  most = pivot_units_format_measure (measure, (guint) highest);
  least = pivot_units_format_measure (measure, (guint) lowest);

  /* Translators: what a ranking shows: measure, number of places, first place, its value, last place, its value. */
  text = g_strdup_printf (_("Ranking by %1$s of %2$u places, from %3$s with %4$s to %5$s with %6$s."), title, n,
                          pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, (guint) highest))), most,
                          pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (dataset, (guint) lowest))), least);

  return tell_what_if (session, text);
}

/**
 * pivot_present_explain_timeline:
 * @session: a session
 *
 * Says in words what the timeline shows.
 *
 * Returns: (transfer full): sentences
 */
char *
pivot_present_explain_timeline (PivotSession *session)
{
  return pivot_present_timeline_sentence (session);
}
