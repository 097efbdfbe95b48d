/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geometry-private.h"

#include <string.h>

/* Open addressing over all edges met so far. An edge is named by its first point; 0 is an empty slot. */
typedef struct
{
  guint point;      /* + 1 */
  guint region;
} Slot;

typedef struct
{
  const PivotGeometry *geometry;
  Slot                *slots;
  guint64              mask;
  GArray              *pairs;   /* of guint64: both regions, each way */
} Search;

static inline guint64
mix (const double *point)
{
  guint64 a, b;

  memcpy (&a, point, sizeof a);
  memcpy (&b, point + 1, sizeof b);
  a = (a ^ (b << 31 | b >> 33)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  a = (a ^ a >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return a ^ a >> 32;
}

/* The same edge, in either direction. */
static inline gboolean
is_same (const double *a,
         const double *b)
{
  return (a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && a[3] == b[3])
         || (a[0] == b[2] && a[1] == b[3] && a[2] == b[0] && a[3] == b[1]);
}

static void
add_pair (Search *self,
          guint   a,
          guint   b)
{
  guint64 there = (guint64) a << 32 | b, back = (guint64) b << 32 | a;

  /* Common borders are long: mostly this is the pair of the edge before. */
  if (self->pairs->len > 0 && g_array_index (self->pairs, guint64, self->pairs->len - 1) == back)
    return;

  g_array_append_val (self->pairs, there);
  g_array_append_val (self->pairs, back);
}

static void
add_edge (Search *self,
          guint   point,
          guint   region)
{
  const double *points = self->geometry->shapes->points;
  const double *edge = points + 2 * (gsize) point;
  guint64 hash;

  if (edge[0] == edge[2] && edge[1] == edge[3])
    return;

  /* The sum does not depend on the direction. */
  hash = mix (edge) + mix (edge + 2);
  for (guint64 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      Slot *slot = &self->slots[i];

      if (slot->point == 0)
        {
          *slot = (Slot) { point + 1, region };
          return;
        }
      if (is_same (points + 2 * (gsize) (slot->point - 1), edge))
        {
          if (slot->region == region)
            return;
          /* Go on: where three regions share an edge, each is in a slot of its own. */
          add_pair (self, slot->region, region);
        }
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static PivotNeighbours *
collect (const GArray *pairs,
         guint         n_regions)
{
  PivotNeighbours *self = g_new0 (PivotNeighbours, 1);
  guint n = 0;

  self->start = g_new0 (guint, n_regions + 1);
  self->regions = g_new (guint, MAX (pairs->len, 1));

  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);

      if (i > 0 && pair == g_array_index (pairs, guint64, i - 1))
        continue;
      self->regions[n++] = (guint) pair;
      self->start[(pair >> 32) + 1] = n;
    }

  /* Regions without neighbours end where the one before them ends. */
  for (guint i = 1; i <= n_regions; i++)
    self->start[i] = MAX (self->start[i], self->start[i - 1]);

  return self;
}

PivotNeighbours *
_pivot_neighbours_new (const PivotGeometry *geometry)
{
  Search search = { .geometry = geometry };
  const PivotShapes *shapes = geometry->shapes;
  PivotNeighbours *result;
  guint64 n_slots = 16;

  /* At most three quarters full. */
  while (n_slots * 3 / 4 < geometry->n_points)
    n_slots *= 2;
  search.mask = n_slots - 1;
  search.slots = g_new0 (Slot, n_slots);
  search.pairs = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint r = 0; r < geometry->n_regions; r++)
    {
      const PivotRegion *region = &geometry->regions[r];
      guint end = shapes->polygons[region->polygon + region->n_polygons];

      for (guint ring = shapes->polygons[region->polygon]; ring < end; ring++)
        for (guint i = shapes->rings[ring]; i + 1 < shapes->rings[ring + 1]; i++)
          add_edge (&search, i, r);
    }

  g_array_sort (search.pairs, compare_pairs);
  result = collect (search.pairs, geometry->n_regions);
  g_array_unref (search.pairs);
  g_free (search.slots);

  return result;
}

void
_pivot_neighbours_free (PivotNeighbours *self)
{
  g_free (self->start);
  g_free (self->regions);
  g_free (self);
}
