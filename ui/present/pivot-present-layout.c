/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-layout.h"
#include "pivot-present-private.h"

#include <math.h>

/* What a dataset's places look like as tiles and circles is worked out when first asked for, and kept with the dataset: whoever asks
 * again gets the same geometry, by which views know that only colours are new. */
typedef struct
{
  PivotGeometry *grid;
  PivotGeometry *circles;
  GWeakRef       sizes;       /* measure of circles; one of a what-if may be gone */
  gboolean       has_sizes;   /* or all circles are the same */
} Layouts;

static void
layouts_free (gpointer data)
{
  Layouts *self = data;

  g_clear_pointer (&self->grid, pivot_geometry_unref);
  g_clear_pointer (&self->circles, pivot_geometry_unref);
  g_weak_ref_clear (&self->sizes);
  g_free (self);
}

static Layouts *
get_layouts (PivotDataset *dataset)
{
  static GQuark quark = 0;
  Layouts *layouts;

  if (quark == 0)
    quark = g_quark_from_static_string ("pivot-present-layouts");

  layouts = g_object_get_qdata (G_OBJECT (dataset), quark);
  if (layouts == NULL)
    {
      layouts = g_new0 (Layouts, 1);
      g_weak_ref_init (&layouts->sizes, NULL);
      g_object_set_qdata_full (G_OBJECT (dataset), quark, layouts, layouts_free);
    }

  return layouts;
}

/* The dataset's own tiles, which somebody has laid out by hand, if it has one for every place; else those that are worked out. */
static PivotTile *
get_tiles (PivotDataset *dataset)
{
  guint n = pivot_dataset_get_n_places (dataset);
  g_autofree PivotTile *tiles = g_new0 (PivotTile, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    if (!pivot_place_get_tile (pivot_dataset_get_place (dataset, i), &tiles[i].column, &tiles[i].row))
      return pivot_layout_make_tiles (pivot_dataset_get_mercator (dataset));

  return g_steal_pointer (&tiles);
}

static PivotGeometry *
get_grid (PivotDataset *dataset)
{
  Layouts *layouts = get_layouts (dataset);

  if (layouts->grid == NULL)
    {
      PivotGeometry *map = pivot_dataset_get_mercator (dataset);
      g_autofree PivotTile *tiles = get_tiles (dataset);

      layouts->grid = pivot_layout_new_grid (map, tiles);
    }

  return layouts->grid;
}

static PivotGeometry *
get_circles (PivotDataset *dataset,
             PivotMeasure *sizes)
{
  Layouts *layouts = get_layouts (dataset);
  g_autoptr(PivotMeasure) last = g_weak_ref_get (&layouts->sizes);

  if (layouts->circles == NULL || last != sizes || layouts->has_sizes != (sizes != NULL))
    {
      g_clear_pointer (&layouts->circles, pivot_geometry_unref);
      layouts->circles = pivot_layout_new_circles (pivot_dataset_get_mercator (dataset),
                                                   sizes != NULL ? pivot_measure_get_numbers (sizes, NULL) : NULL);
      g_weak_ref_set (&layouts->sizes, sizes);
      layouts->has_sizes = sizes != NULL;
    }

  return layouts->circles;
}

/**
 * pivot_present_layout:
 * @session: a session
 *
 * Gets how the places are laid out.
 *
 * Returns: the layout
 */
PivotLayout
pivot_present_layout (PivotSession *session)
{
  const char *word;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), PIVOT_LAYOUT_MAP);

  word = pivot_session_get_word (session, PIVOT_OPTION_LAYOUT);
  if (g_str_equal (word, "grid"))
    return PIVOT_LAYOUT_GRID;

  return g_str_equal (word, "cartogram") ? PIVOT_LAYOUT_CIRCLES : PIVOT_LAYOUT_MAP;
}

/**
 * pivot_present_can_be_size:
 * @measure: a measure
 *
 * Says whether circles can stand for a measure: it has values above zero and none below. The area of a circle cannot be negative.
 *
 * Returns: whether it can
 */
gboolean
pivot_present_can_be_size (PivotMeasure *measure)
{
  const double *numbers;
  gboolean any = FALSE;
  guint n;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), FALSE);

  numbers = pivot_measure_get_numbers (measure, &n);
  for (guint i = 0; i < n; i++)
    {
      if (numbers[i] < 0)
        return FALSE;
      any = any || numbers[i] > 0;
    }

  return any;
}

/**
 * pivot_present_size_measure:
 * @session: a session
 *
 * Gets the measure that the circles' areas stand for: the chosen one, or else the map's.
 *
 * Returns: (transfer none) (nullable): the measure; %NULL if that has no sizes, and all circles are the same
 */
PivotMeasure *
pivot_present_size_measure (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure = NULL;
  const char *id;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  id = pivot_session_get_word (session, PIVOT_OPTION_SIZE_BY);
  if (*id != '\0')
    measure = pivot_dataset_find_measure (pivot_session_get_scenario (session), id);
  if (measure == NULL)
    measure = pivot_session_get_measure (session);

  return measure != NULL && pivot_present_can_be_size (measure) ? measure : NULL;
}

/**
 * pivot_present_geometry:
 * @session: a session
 *
 * Gets the shapes that the map shows: boundaries, tiles or circles, all in the unit square of Web Mercator. The same as long as layout
 * and sizes are the same.
 *
 * Returns: (transfer none) (nullable): the shapes, by place; %NULL without a dataset
 */
PivotGeometry *
pivot_present_geometry (PivotSession *session)
{
  PivotDataset *dataset;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  switch (pivot_present_layout (session))
    {
    case PIVOT_LAYOUT_GRID:
      return get_grid (dataset);
    case PIVOT_LAYOUT_CIRCLES:
      return get_circles (dataset, pivot_present_size_measure (session));
    case PIVOT_LAYOUT_MAP:
    default:
      return pivot_dataset_get_mercator (dataset);
    }
}

/* A small circle says that there is no size: it is hatched like what has no colour. */
gboolean
_pivot_present_lacks_size (PivotSession *session,
                           guint         place)
{
  PivotMeasure *sizes;
  const PivotValue *value;

  if (pivot_present_layout (session) != PIVOT_LAYOUT_CIRCLES)
    return FALSE;

  sizes = pivot_present_size_measure (session);
  if (sizes == NULL)
    return FALSE;

  value = _pivot_present_value (sizes, place);

  return value == NULL || !(value->number > 0);
}
