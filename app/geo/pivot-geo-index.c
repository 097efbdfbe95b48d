/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-grid-private.h"

/* A grid of cells, built with the first question, and each polygon's edges by height, built when the first point falls
 * into a cell that the polygon's border passes. Then a question away from borders is answered by the cell alone. */
struct _PivotGeoIndex
{
  PivotGeometry *geometry;
  PivotGrid     *grid;      /* set once */
  PivotSlabs   **slabs;     /* of each polygon; each set once */
};

/**
 * pivot_geo_index_new:
 * @geometry: (transfer none): regions in any plane
 *
 * Makes an index for questions of the kind "what is here". It costs nothing yet: the first question in an area does the
 * work. Any thread may ask.
 *
 * Returns: (transfer full): a new index
 */
PivotGeoIndex *
pivot_geo_index_new (PivotGeometry *geometry)
{
  PivotGeoIndex *self;

  g_return_val_if_fail (geometry != NULL, NULL);

  self = g_new0 (PivotGeoIndex, 1);
  self->geometry = pivot_geometry_ref (geometry);
  self->slabs = g_new0 (PivotSlabs *, MAX (geometry->shapes->n_polygons, 1));

  return self;
}

/**
 * pivot_geo_index_free:
 * @self: (transfer full): an index
 *
 * Frees the index, and drops its reference to the geometry.
 */
void
pivot_geo_index_free (PivotGeoIndex *self)
{
  for (guint i = 0; i < self->geometry->shapes->n_polygons; i++)
    g_clear_pointer (&self->slabs[i], _pivot_slabs_free);

  g_clear_pointer (&self->grid, _pivot_grid_free);
  g_free (self->slabs);
  pivot_geometry_unref (self->geometry);
  g_free (self);
}

static const PivotGrid *
get_grid (const PivotGeoIndex *self)
{
  gsize *cache = (gsize *) &self->grid;

  if (g_once_init_enter (cache))
    g_once_init_leave (cache, (gsize) _pivot_grid_new (self->geometry));

  return self->grid;
}

static const PivotSlabs *
get_slabs (const PivotGeoIndex *self,
           guint                polygon)
{
  gsize *cache = (gsize *) &self->slabs[polygon];

  if (g_once_init_enter (cache))
    g_once_init_leave (cache, (gsize) _pivot_slabs_new (self->geometry->shapes, polygon));

  return self->slabs[polygon];
}

/**
 * pivot_geo_index_find:
 * @self: an index
 * @x: in the units of the plane
 * @y: in the units of the plane
 *
 * Looks for the region at a point; where regions overlap, the first of them. The answer is that of
 * pivot_geometry_contains() asked of one region after the other.
 *
 * Returns: index of the region that contains the point, −1 if none does
 */
int
pivot_geo_index_find (const PivotGeoIndex *self,
                      double               x,
                      double               y)
{
  const PivotGrid *grid;
  guint32 link;

  g_return_val_if_fail (self != NULL, -1);

  if (!pivot_box_has (&self->geometry->extent, x, y))
    return -1;

  grid = get_grid (self);
  link = _pivot_grid_get_cell (grid, x, y);
  while (link != PIVOT_GRID_NOTHING)
    {
      const PivotGridEntry *entry;

      if (link & PIVOT_GRID_COVERED)
        return (int) (link & ~PIVOT_GRID_COVERED);

      entry = &grid->entries[link];
      if (entry->polygon == PIVOT_GRID_WHOLE
          || (pivot_box_has (&self->geometry->shapes->boxes[entry->polygon], x, y)
              && _pivot_slabs_contain (get_slabs (self, entry->polygon), x, y)))
        return (int) entry->region;
      link = entry->next;
    }

  return -1;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const PivotGridEntry *x = a, *y = b;

  if (x->region != y->region)
    return x->region < y->region ? -1 : 1;
  return x->polygon < y->polygon ? -1 : x->polygon > y->polygon;
}

/* The polygons whose borders pass the cells of a box, and the regions that cover such cells (as PIVOT_GRID_WHOLE), by
 * region; each once. */
static GArray *
collect_candidates (const PivotGeoIndex *self,
                    const PivotBox      *box)
{
  const PivotGrid *grid = get_grid (self);
  GArray *result = g_array_new (FALSE, FALSE, sizeof (PivotGridEntry));
  guint c0 = _pivot_grid_find_column (grid, box->x0), c1 = _pivot_grid_find_column (grid, box->x1);
  guint r0 = _pivot_grid_find_row (grid, box->y0), r1 = _pivot_grid_find_row (grid, box->y1);
  guint n = 0;

  for (guint row = r0; row <= r1; row++)
    for (guint column = c0; column <= c1; column++)
      {
        guint32 link = grid->cells[row * grid->n_columns + column];

        for (; !(link & PIVOT_GRID_COVERED); link = grid->entries[link].next)
          g_array_append_val (result, grid->entries[link]);
        if (link != PIVOT_GRID_NOTHING)
          {
            PivotGridEntry whole = { link & ~PIVOT_GRID_COVERED, PIVOT_GRID_WHOLE, 0 };

            if (result->len == 0 || compare_candidates (&whole, &g_array_index (result, PivotGridEntry, result->len - 1)))
              g_array_append_val (result, whole);
          }
      }

  g_array_sort (result, compare_candidates);
  for (guint i = 0; i < result->len; i++)
    {
      PivotGridEntry *entry = &g_array_index (result, PivotGridEntry, i);

      if (n == 0 || compare_candidates (entry, &g_array_index (result, PivotGridEntry, n - 1)) != 0)
        g_array_index (result, PivotGridEntry, n++) = *entry;
    }
  g_array_set_size (result, n);

  return result;
}

/* Square of the distance from the point to the box, 0 inside. */
static double
box_distance2 (const PivotBox *box,
               double          x,
               double          y)
{
  double dx = MAX (MAX (box->x0 - x, x - box->x1), 0);
  double dy = MAX (MAX (box->y0 - y, y - box->y1), 0);

  return dx * dx + dy * dy;
}

/**
 * pivot_geo_index_nearest:
 * @self: an index
 * @x: in the units of the plane
 * @y: in the units of the plane
 * @max_distance: in the units of the plane
 *
 * Looks for the region at a point or else near it, for small places that are hard to hit. From a point outside, the way
 * to a region's label leads through its border, so that borders are all that must be looked at.
 *
 * Returns: index of the region that contains the point, else of the one with the nearest border; −1 if none is nearer
 *   than @max_distance
 */
int
pivot_geo_index_nearest (const PivotGeoIndex *self,
                         double               x,
                         double               y,
                         double               max_distance)
{
  g_autoptr(GArray) candidates = NULL;
  PivotBox box;
  double best;
  int result;

  g_return_val_if_fail (self != NULL, -1);

  result = pivot_geo_index_find (self, x, y);
  if (result >= 0 || !(max_distance >= 0))
    return result;

  /* Its square is to be a number. */
  max_distance = MIN (max_distance, 1e150);
  box = (PivotBox) { x - max_distance, y - max_distance, x + max_distance, y + max_distance };
  if (!pivot_box_meets (&box, &self->geometry->extent))
    return result;
  best = max_distance * max_distance;

  candidates = collect_candidates (self, &box);
  for (guint i = 0; i < candidates->len; i++)
    {
      const PivotGridEntry *candidate = &g_array_index (candidates, PivotGridEntry, i);
      double distance;

      /* A cell is covered, but it does not contain the point: its region has another polygon there, or none near. */
      if (candidate->polygon == PIVOT_GRID_WHOLE
          || box_distance2 (&self->geometry->shapes->boxes[candidate->polygon], x, y) > best)
        continue;

      distance = _pivot_slabs_distance2 (get_slabs (self, candidate->polygon), x, y, best);
      if (distance < best)
        {
          best = distance;
          result = (int) candidate->region;
        }
    }

  return result;
}

static gboolean
polygon_meets_box (const PivotGeoIndex *self,
                   guint                polygon,
                   const PivotBox      *box)
{
  const PivotBox *around = &self->geometry->shapes->boxes[polygon];

  if (!pivot_box_meets (around, box))
    return FALSE;
  if (pivot_box_has (box, around->x0, around->y0) && pivot_box_has (box, around->x1, around->y1))
    return TRUE;
  if (_pivot_slabs_cross_box (get_slabs (self, polygon), box))
    return TRUE;

  /* No border passes the box: it is inside or outside as a whole. */
  return pivot_box_has (around, box->x0, box->y0)
         && _pivot_slabs_contain (get_slabs (self, polygon), box->x0, box->y0);
}

/**
 * pivot_geo_index_query:
 * @self: an index
 * @box: in the units of the plane
 * @n: (out): how many were found
 *
 * Looks for the regions of which a part lies in the box. That the boxes meet is not enough.
 *
 * Returns: (transfer full) (array length=n): indices, ascending; free with g_free()
 */
guint *
pivot_geo_index_query (const PivotGeoIndex *self,
                       const PivotBox      *box,
                       guint               *n)
{
  g_autoptr(GArray) candidates = NULL;
  guint *result;

  g_return_val_if_fail (self != NULL && box != NULL && n != NULL, NULL);

  *n = 0;
  if (!(box->x0 <= box->x1 && box->y0 <= box->y1) || !pivot_box_meets (box, &self->geometry->extent))
    return NULL;

  candidates = collect_candidates (self, box);
  result = g_new (guint, MAX (candidates->len, 1));
  for (guint i = 0; i < candidates->len; i++)
    {
      const PivotGridEntry *candidate = &g_array_index (candidates, PivotGridEntry, i);

      if (*n > 0 && result[*n - 1] == candidate->region)
        continue;
      if (candidate->polygon == PIVOT_GRID_WHOLE || polygon_meets_box (self, candidate->polygon, box))
        result[(*n)++] = candidate->region;
    }

  return result;
}
