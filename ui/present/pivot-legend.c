/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-legend-private.h"
#include "pivot-present-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As a screen reader says it: no dash, and with the unit. */
static char *
speak_class (const PivotLegendClass *item,
             const char             *unit,
             guint                   decimals)
{
  g_autofree char *lower = pivot_units_format_number (item->lower, decimals);
  g_autofree char *upper = pivot_units_format_number (item->upper, decimals);

  /* Translators: spoken of a class of the legend: "2.35 to 4.24 percentage points, 5 places". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s to %2$s %3$s, %4$u place", "%1$s to %2$s %3$s, %4$u places",
                                       item->count),
                          lower, upper, unit, item->count);
}

static void
add_classes (PivotLegend         *self,
             const PivotColoring *coloring)
{
  const PivotClasses *classes = coloring->classes;
  guint decimals = pivot_units_count_class_decimals (classes, coloring->measure);

  self->decimals = decimals;
  self->n_classes = coloring->n_colors;
  for (guint i = 0; i < self->n_classes; i++)
    {
      PivotLegendClass *item = &self->classes[i];

      item->id = (int) i;
      item->color = coloring->colors[i];
      pivot_coloring_get_hatching (coloring, (int) i, &item->hatching);
      item->lower = pivot_classes_get_lower (classes, i);
      item->upper = pivot_classes_get_upper (classes, i);
      item->count = pivot_classes_get_count (classes, i);
      item->text = pivot_units_format_range (item->lower, item->upper, decimals);
      item->spoken = speak_class (item, self->unit, decimals);
    }
}

/* The marker stands between two classes, so only a break that is the midpoint gets one. */
static void
add_midpoint (PivotLegend        *self,
              PivotMeasure       *measure,
              const PivotClasses *classes)
{
  double midpoint = pivot_measure_get_midpoint (measure);
  int middle;

  if (midpoint != midpoint)
    return;

  middle = pivot_classes_get_middle (classes, midpoint);
  if (middle <= 0 || (guint) middle >= self->n_classes || self->classes[middle].lower != midpoint)
    return;

  self->midpoint = middle;
  self->midpoint_text = pivot_units_format_number (midpoint, midpoint == round (midpoint)
                                                             ? 0 : pivot_measure_get_decimals (measure));
}

static void
count_places (PivotLegend         *self,
              PivotDataset        *dataset,
              const PivotColoring *coloring)
{
  guint n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; i < n; i++)
    {
      GdkRGBA color;
      PivotRegionKind kind = pivot_coloring_get (coloring, i, &color);

      self->n_missing += kind == PIVOT_REGION_NO_DATA;
      self->n_bounds += kind == PIVOT_REGION_BOUND;
    }
}

static char *
method_to_text (PivotSession *session,
                guint         n_classes)
{
  /* Translators: method and number of classes, "Natural breaks, 5 classes". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u class", "%1$s, %2$u classes", n_classes),
                          pivot_present_method_label (pivot_session_get_method (session)), n_classes);
}

static void
set_title (PivotLegend  *self,
           PivotMeasure *measure)
{
  self->title = g_strdup (pivot_text_get (pivot_measure_get_label (measure)));
  self->unit = g_strdup (pivot_text_get (pivot_measure_get_unit (measure)));
  if (self->unit == NULL)
    self->unit = g_strdup ("");
}

static PivotLegend *
make_legend (PivotSession        *session,
             const PivotColoring *coloring)
{
  PivotLegend *self = g_new0 (PivotLegend, 1);

  self->mapping = coloring->mapping;
  self->midpoint = -1;
  if (coloring->n_colors > 0)
    self->middle = coloring->colors[coloring->n_colors / 2];

  if (coloring->measure != NULL)
    {
      set_title (self, coloring->measure);
      count_places (self, pivot_session_get_dataset (session), coloring);
    }
  if (coloring->classes != NULL)
    {
      add_classes (self, coloring);
      add_midpoint (self, coloring->measure, coloring->classes);
      self->method = method_to_text (session, self->n_classes);
    }
  else if (coloring->mapping == PIVOT_MAPPING_CONTINUOUS && coloring->n_colors > 0)
    self->method = g_strdup (_("Continuous: every value has its own shade"));
  else if (coloring->mapping == PIVOT_MAPPING_BIVARIATE && coloring->measure != NULL)
    _pivot_legend_add_thirds (self, session, coloring);
  else if (coloring->mapping == PIVOT_MAPPING_CLUSTERS)
    _pivot_legend_add_clusters (self, session, coloring);

  if (self->title == NULL)
    self->title = g_strdup ("");
  if (self->unit == NULL)
    self->unit = g_strdup ("");
  if (self->method == NULL)
    self->method = g_strdup ("");
  if (self->sentence == NULL)
    self->sentence = g_strdup ("");

  return self;
}

/**
 * pivot_legend_new:
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Makes what the legend of the map says.
 *
 * The breaks are printed with as many decimals as it takes for each value to be seen in its class, if any number does.
 *
 * Returns: (transfer full): the legend, empty without a dataset
 */
PivotLegend *
pivot_legend_new (PivotSession     *session,
                  const PivotStyle *style)
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  pivot_coloring_init (&coloring, session, style);

  return make_legend (session, &coloring);
}

/**
 * pivot_legend_new_second:
 * @session: a session with two maps
 * @style: for a light or a dark ground
 *
 * Makes what the legend of the second map says.
 *
 * Returns: (transfer full): the legend, empty without a compared measure
 */
PivotLegend *
pivot_legend_new_second (PivotSession     *session,
                         const PivotStyle *style)
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  pivot_coloring_init_second (&coloring, session, style);

  return make_legend (session, &coloring);
}

/**
 * pivot_legend_new_plain:
 * @session: a session
 * @style: for a light or a dark ground
 * @second: whether to make that of the second map of a pair
 * @hatching: whether classes are hatched
 *
 * Makes what a legend would say without the vision that the session previews, and with or without hatching.
 *
 * Returns: (transfer full): the legend, empty without a dataset
 */
PivotLegend *
pivot_legend_new_plain (PivotSession     *session,
                        const PivotStyle *style,
                        gboolean          second,
                        gboolean          hatching)
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  pivot_coloring_init_plain (&coloring, session, style, second, hatching);

  return make_legend (session, &coloring);
}

/**
 * pivot_legend_free:
 * @self: (nullable): a legend
 *
 * Frees a legend.
 */
void
pivot_legend_free (PivotLegend *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_classes; i++)
    {
      g_free (self->classes[i].text);
      g_free (self->classes[i].spoken);
    }
  g_free (self->title);
  g_free (self->unit);
  g_free (self->method);
  g_free (self->sentence);
  g_free (self->midpoint_text);
  g_free (self);
}

static guint *
collect (PivotSession *session,
         gboolean    (*wanted) (const PivotColoring *coloring, guint place, int class_index),
         int           class_index,
         guint        *n)
{
  g_auto(PivotColoring) coloring = { 0 };
  PivotDataset *dataset = pivot_session_get_dataset (session);
  guint n_places = dataset != NULL ? pivot_dataset_get_n_places (dataset) : 0;
  guint *places = g_new (guint, MAX (n_places, 1));
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_coloring_init (&coloring, session, &style);

  *n = 0;
  for (guint i = 0; coloring.measure != NULL && i < n_places; i++)
    if (wanted (&coloring, i, class_index))
      places[(*n)++] = i;

  return places;
}

static gboolean
is_in_class (const PivotColoring *coloring,
             guint                place,
             int                  class_index)
{
  GdkRGBA color;

  if (class_index < 0)
    return pivot_coloring_get (coloring, place, &color) == PIVOT_REGION_NO_DATA;

  return pivot_coloring_find (coloring, place) == class_index;
}

static gboolean
is_bound (const PivotColoring *coloring,
          guint                place,
          int                  class_index)
{
  GdkRGBA color;

  return pivot_coloring_get (coloring, place, &color) == PIVOT_REGION_BOUND;
}

static gboolean
is_hatched_alike (const PivotLegendClass *one,
                  const PivotLegendClass *other)
{
  return one->hatching.rising == other->hatching.rising && one->hatching.falling == other->hatching.falling;
}

/**
 * pivot_legend_find_alike:
 * @self: a legend
 * @one: (out): a class
 * @other: (out): another, higher one
 *
 * Looks for the two classes that are hardest to tell apart, in the colours as they are shown.
 *
 * Returns: whether two of them differ by less than %PIVOT_VISION_LEAST_DIFFERENCE and by no hatching either
 */
gboolean
pivot_legend_find_alike (const PivotLegend *self,
                         guint             *one,
                         guint             *other)
{
  double least = PIVOT_VISION_LEAST_DIFFERENCE;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && one != NULL && other != NULL, FALSE);

  for (guint i = 0; i < self->n_classes; i++)
    for (guint k = 0; k < i; k++)
      {
        double difference = pivot_vision_get_difference (&self->classes[i].color, &self->classes[k].color);

        if (difference >= least || !is_hatched_alike (&self->classes[i], &self->classes[k]))
          continue;
        least = difference;
        *one = k;
        *other = i;
        found = TRUE;
      }

  return found;
}

/**
 * pivot_legend_get_places:
 * @session: a session
 * @class_index: a class of what the colours tell, or −1 for the places without a colour
 * @n: (out): how many there are
 *
 * Gets the places of a class.
 *
 * Returns: (transfer full) (array length=n): their indices, ascending
 */
guint *
pivot_legend_get_places (PivotSession *session,
                         int           class_index,
                         guint        *n)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  return collect (session, is_in_class, class_index, n);
}

/**
 * pivot_legend_get_bounds:
 * @session: a session
 * @n: (out): how many there are
 *
 * Gets the places of whose value only a limit or an approximation is known.
 *
 * Returns: (transfer full) (array length=n): their indices, ascending
 */
guint *
pivot_legend_get_bounds (PivotSession *session,
                         guint        *n)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  return collect (session, is_bound, -1, n);
}
