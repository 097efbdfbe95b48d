/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-legend-private.h"

#include "pivot-present-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this a pattern must be strong to be told from chance, and the legend says so. */
#define FEW_VALUES 20

/* The legends of what is no row of classes: two measures at once, and local clusters. */

static void
count_classes (guint                counts[PIVOT_COLORING_MAX],
               PivotDataset        *dataset,
               const PivotColoring *coloring)
{
  guint n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; i < n; i++)
    {
      int found = pivot_coloring_find (coloring, i);

      if (found >= 0)
        counts[found]++;
    }
}

static void
set_class (PivotLegend         *self,
           const PivotColoring *coloring,
           int                  id,
           guint                count,
           const char          *text)
{
  PivotLegendClass *item = &self->classes[self->n_classes++];

  item->id = id;
  item->color = coloring->colors[id];
  pivot_coloring_get_hatching (coloring, id, &item->hatching);
  item->lower = item->upper = NAN;
  item->count = count;
  item->text = g_strdup (text);
  item->spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u place", "%1$s, %2$u places", count), text, count);
}

/* Two measures */

static const char *
get_third_name (guint third)
{
  static const char * const names[] = {
    /* Translators: a place is in the lowest, middle or highest third of a measure: "Subsidy score low". */
    NC_("third", "low"), NC_("third", "middle"), NC_("third", "high"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "third", names[third]);
}

void
_pivot_legend_add_thirds (PivotLegend         *self,
                          PivotSession        *session,
                          const PivotColoring *coloring)
{
  guint counts[PIVOT_COLORING_MAX] = { 0 };

  if (coloring->n_colors == 0)
    {
      self->method = g_strdup (_("No place has both values"));
      return;
    }

  count_classes (counts, pivot_session_get_dataset (session), coloring);
  for (guint i = 0; i < PIVOT_COLORING_MAX; i++)
    {
      /* Translators: a class of two measures: "Little Giant share high, Subsidy score low". */
      g_autofree char *text = g_strdup_printf (_("%1$s %2$s, %3$s %4$s"),
                                               pivot_text_get (pivot_measure_get_short (coloring->measure)), get_third_name (i % 3),
                                               pivot_text_get (pivot_measure_get_short (coloring->against)), get_third_name (i / 3));

      set_class (self, coloring, (int) i, counts[i], text);
    }

  if (coloring->cut_by_hand)
    {
      self->method = g_strdup (_("Cuts set by hand"));
      return;
    }

  self->method = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Thirds of the %u place that has both values",
                                               "Thirds of the %u places that have both values", coloring->thirds.n),
                                  coloring->thirds.n);
}

/* A cut set by hand keeps the digits it was given. */
static guint
count_decimals (double value)
{
  guint decimals = 0;

  while (decimals < 6 && fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) > 1e-6)
    decimals++;

  return decimals;
}

static char **
cuts_to_texts (PivotMeasure *measure,
               const double  cuts[2],
               gboolean      by_hand)
{
  guint decimals = pivot_measure_get_decimals (measure);
  char **texts = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    if (by_hand)
      texts[i] = pivot_units_format_number (cuts[i], MAX (decimals, count_decimals (cuts[i])));
    else
      texts[i] = pivot_units_format_number (cuts[i], cuts[i] == round (cuts[i]) && decimals == 0 ? 0 : MAX (decimals, 1));

  return texts;
}

/**
 * pivot_legend_fill_thirds:
 * @session: a session whose map shows two measures
 * @legend: its legend
 * @plot: a plot, which is filled
 *
 * Shows the nine classes of two measures as a grid.
 */
void
pivot_legend_fill_thirds (PivotSession      *session,
                          const PivotLegend *legend,
                          PivotThirdsPlot   *plot)
{
  PivotMeasure *measure = pivot_session_get_measure (session);
  PivotMeasure *against = pivot_session_get_against (session);
  PivotThirdsCell cells[PIVOT_THIRDS_CELLS] = { 0 };
  g_auto(GStrv) x = NULL;
  g_auto(GStrv) y = NULL;
  g_autofree char *description = NULL;
  PivotThirds thirds;
  gboolean by_hand;

  if (legend->n_classes != PIVOT_THIRDS_CELLS)
    {
      pivot_thirds_plot_set_cells (plot, NULL);
      return;
    }

  for (guint i = 0; i < PIVOT_THIRDS_CELLS; i++)
    cells[i] = (PivotThirdsCell) {
      legend->classes[i].color, legend->classes[i].hatching, legend->classes[i].count, legend->classes[i].spoken
    };
  by_hand = pivot_session_get_cuts (session, &thirds);
  x = cuts_to_texts (measure, thirds.x, by_hand);
  y = cuts_to_texts (against, thirds.y, by_hand);
  /* Translators: spoken of the legend of two measures: the first grows to the right, the second upward. */
  description = g_strdup_printf (_("Nine classes of two measures: %1$s to the right, %2$s upward. %3$s."),
                                 pivot_text_get (pivot_measure_get_short (measure)),
                                 pivot_text_get (pivot_measure_get_short (against)), legend->method);

  pivot_thirds_plot_set_cells (plot, cells);
  pivot_thirds_plot_set_titles (plot, pivot_text_get (pivot_measure_get_short (measure)),
                                pivot_text_get (pivot_measure_get_short (against)));
  pivot_thirds_plot_set_cuts (plot, (const char * const *) x, (const char * const *) y);
  pivot_thirds_plot_set_description (plot, description);
}

/* Local clusters */

const char *
_pivot_legend_get_cluster_name (PivotCluster cluster)
{
  switch (cluster)
    {
    case PIVOT_CLUSTER_HIGH_HIGH:
      /* Translators: local clusters: a place with a high value whose neighbours have high ones. */
      return _("High among high");
    case PIVOT_CLUSTER_LOW_LOW:
      return _("Low among low");
    case PIVOT_CLUSTER_HIGH_LOW:
      return _("High among low");
    case PIVOT_CLUSTER_LOW_HIGH:
      return _("Low among high");
    case PIVOT_CLUSTER_NONE:
      return _("Not significant");
    case PIVOT_CLUSTER_ISLAND:
      return _("No neighbour has a value");
    case PIVOT_CLUSTER_MISSING:
    default:
      return _("No data");
    }
}

static char *
moran_to_sentence (const PivotMoran *moran)
{
  GString *string = g_string_new (NULL);

  if (moran->i != moran->i)
    _pivot_present_append_sentence (string, g_strdup (_("Too few neighbouring places have values to say whether they are alike.")));
  else if (moran->p_two_sided > PIVOT_ANALYSIS_ALPHA)
    _pivot_present_append_sentence (string, g_strdup (_("Neighbouring places are not more alike, or less, than chance would "
                                                        "make them.")));
  else if (moran->i > moran->expected)
    _pivot_present_append_sentence (string, g_strdup (_("Neighbouring places are more alike than chance would make them.")));
  else
    _pivot_present_append_sentence (string, g_strdup (_("Neighbouring places are less alike than chance would make them.")));

  if (moran->n < FEW_VALUES)
    _pivot_present_append_sentence (string,
                                    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                  "Only %u place has a value: a weak pattern could not be seen.",
                                                                  "Only %u places have a value: a weak pattern could not be seen.",
                                                                  moran->n), moran->n));

  return g_string_free (string, FALSE);
}

static char *
moran_to_figures (const PivotMoran *moran)
{
  g_autofree char *i = NULL;
  g_autofree char *p = NULL;

  if (moran->i != moran->i)
    /* Translators: how many places have a value, and how many of them have a neighbour with one. */
    return g_strdup_printf (_("n = %1$u, of which %2$u have a neighbour with a value"), moran->n, moran->n - moran->n_islands);

  i = pivot_units_format_number (moran->i, 2);
  p = pivot_units_format_number (moran->p_two_sided, 3);

  /* Translators: Moran's I, a measure of likeness between neighbours: its value, its two-sided p, number of places with a value,
   * of pairs of neighbours, of permutations, and the seed of the random numbers. */
  return g_strdup_printf (_("Moran’s I = %1$s, p = %2$s (two-sided, %5$u permutations, seed %6$u), n = %3$u, %4$u pairs of neighbours"),
                          i, p, moran->n, moran->n_links / 2, moran->n_permutations, PIVOT_ANALYSIS_SEED);
}

void
_pivot_legend_add_clusters (PivotLegend         *self,
                            PivotSession        *session,
                            const PivotColoring *coloring)
{
  static const PivotCluster order[] = {
    PIVOT_CLUSTER_HIGH_HIGH, PIVOT_CLUSTER_LOW_LOW, PIVOT_CLUSTER_HIGH_LOW, PIVOT_CLUSTER_LOW_HIGH,
    PIVOT_CLUSTER_NONE, PIVOT_CLUSTER_ISLAND,
  };
  guint counts[PIVOT_COLORING_MAX] = { 0 };

  if (coloring->spatial == NULL)
    {
      if (coloring->measure != NULL && pivot_measure_get_n_values (coloring->measure) > 0)
        self->method = g_strdup (_("Comparing neighbours…"));
      return;
    }

  count_classes (counts, pivot_session_get_dataset (session), coloring);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    set_class (self, coloring, (int) order[i], counts[order[i]], _pivot_legend_get_cluster_name (order[i]));

  self->sentence = moran_to_sentence (&coloring->spatial->moran);
  self->method = moran_to_figures (&coloring->spatial->moran);
}
