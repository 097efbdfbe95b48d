/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-coloring.h"
#include "pivot-legend-private.h"
#include "pivot-present-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* More bars than these would be too thin to point at. */
#define MAX_BARS 40

/* What statistics say of single places: how sure its class is, and how it stands to its neighbours. */

/* The stability of the classes as they stand, if the session asks for it and it is known. */
static const PivotStability *
get_stability (PivotSession *session)
{
  PivotMapping mapping = pivot_session_get_mapping (session);
  PivotMeasure *measure = pivot_session_get_measure (session);

  if (measure == NULL || !pivot_session_get_flag (session, PIVOT_OPTION_STABILITY) ||
      (mapping != PIVOT_MAPPING_CLASSES && mapping != PIVOT_MAPPING_PAIR))
    return NULL;

  return pivot_analysis_get_stability (measure, pivot_session_get_classes (session));
}

static char *
share_to_text (double share)
{
  guint n_ways = (guint) lround (share * PIVOT_STABILITY_CLASSINGS);

  /* Translators: in how many of all ways of making classes a place is in the highest one. */
  return g_strdup_printf (_("in the top class in %1$u of %2$u ways"), n_ways, PIVOT_STABILITY_CLASSINGS);
}

static char *
stability_to_text (const PivotStability *stability)
{
  g_autofree char *share = NULL;

  if (stability->top != stability->top)
    return NULL;

  share = share_to_text (stability->top);
  if (!stability->depends)
    return g_steal_pointer (&share);

  /* Translators: a place's class would be another with another method; then how often it is in the top class. */
  return g_strdup_printf (_("class depends on the method; %s"), share);
}

static char *
spatial_to_text (PivotSession *session,
                 guint         place)
{
  PivotMeasure *measure = pivot_session_get_measure (session);
  const PivotSpatial *spatial = pivot_analysis_get_spatial (pivot_session_get_dataset (session), measure);
  const char *name;
  g_autofree char *lag = NULL;
  PivotValue mean = { 0 };

  if (spatial == NULL || _pivot_present_value (measure, place) == NULL)
    return NULL;

  name = _pivot_legend_get_cluster_name (spatial->locals[place].cluster);
  if (spatial->counts[place] == 0)
    return g_strdup (name);

  mean.number = spatial->locals[place].lag;
  lag = pivot_units_format_value (&mean, MAX (pivot_measure_get_decimals (measure), 1),
                                  pivot_text_get (pivot_measure_get_unit (measure)));

  /* Translators: the mean of a place's neighbours, of how many of them, and what that makes the place: "High among high". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "mean of %2$u neighbour %1$s: %3$s", "mean of %2$u neighbours %1$s: %3$s",
                                       spatial->counts[place]), lag, spatial->counts[place], name);
}

/* What the tooltip and speech say besides the values; NULL if nothing. */
char *
_pivot_present_insight (PivotSession *session,
                        guint         place)
{
  const PivotStability *stability;

  if (pivot_session_get_mapping (session) == PIVOT_MAPPING_CLUSTERS && pivot_session_get_measure (session) != NULL)
    return spatial_to_text (session, place);

  stability = get_stability (session);

  return stability != NULL ? stability_to_text (&stability[place]) : NULL;
}

typedef struct
{
  guint  place;
  double share;
  double number;
} Bar;

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *one = a, *other = b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  if (one->number != other->number)
    return one->number > other->number ? -1 : 1;

  return (one->place > other->place) - (one->place < other->place);
}

/* Places that are ever in the top class, the surest first. */
static GArray *
collect_bars (PivotSession         *session,
              const PivotStability *stability)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  guint n;
  const double *numbers = pivot_measure_get_numbers (pivot_session_get_measure (session), &n);

  for (guint i = 0; i < n; i++)
    if (stability[i].top > 0)
      {
        Bar bar = { i, stability[i].top, numbers[i] };

        g_array_append_val (bars, bar);
      }
  g_array_sort (bars, compare_bars);
  if (bars->len > MAX_BARS)
    g_array_set_size (bars, MAX_BARS);

  return bars;
}

static void
fill_strip (PivotSession         *session,
            const PivotStyle     *style,
            const PivotStability *stability,
            PivotStripPlot       *plot)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  g_autoptr(GArray) bars = collect_bars (session, stability);
  g_autofree PivotStripMark *marks = g_new0 (PivotStripMark, MAX (1, bars->len));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_auto(PivotColoring) coloring = { 0 };

  pivot_coloring_init (&coloring, session, style);
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      g_autofree char *text = stability_to_text (&stability[bar->place]);

      marks[i] = (PivotStripMark) { .id = bar->place, .share = bar->share };
      pivot_coloring_get (&coloring, bar->place, &marks[i].color);
      marks[i].label = pivot_text_get (pivot_place_get_abbr (pivot_dataset_get_place (dataset, bar->place)));
      marks[i].text = g_strdup_printf (C_("card", "%1$s: %2$s"), _pivot_present_short_name (dataset, bar->place), text);
      g_ptr_array_add (texts, (char *) marks[i].text);
    }
  pivot_strip_plot_set_marks (plot, marks, bars->len);
}

/**
 * pivot_present_stability:
 * @session: a session
 * @style: for a light or a dark ground
 * @plot: a strip, which is filled
 *
 * Shows how often each place is in the highest class, over all methods and numbers of classes.
 *
 * Returns: whether there is anything to show
 */
gboolean
pivot_present_stability (PivotSession     *session,
                         const PivotStyle *style,
                         PivotStripPlot   *plot)
{
  const PivotStability *stability;
  g_autofree char *description = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (style != NULL, FALSE);
  g_return_val_if_fail (PIVOT_IS_STRIP_PLOT (plot), FALSE);

  stability = pivot_session_get_dataset (session) != NULL ? get_stability (session) : NULL;
  if (stability == NULL)
    {
      pivot_strip_plot_set_marks (plot, NULL, 0);
      return FALSE;
    }

  fill_strip (session, style, stability, plot);
  /* Translators: spoken of the strip of bars: over how many ways of making classes. */
  description = g_strdup_printf (_("How often each place is in the top class, over %u ways of making classes"),
                                 PIVOT_STABILITY_CLASSINGS);
  pivot_strip_plot_set_description (plot, description);

  return TRUE;
}
