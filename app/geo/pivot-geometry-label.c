/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geometry-private.h"

#define MAX_PROBES 4000
/* The circle may be this much smaller than the largest that would fit. */
#define TOLERANCE .02

/* A square of the search, and how far the centre lies inside the polygon (negative: outside). No point of the square
 * lies further inside than best. */
typedef struct
{
  double x, y;
  double half;
  double depth;
  double best;
} Cell;

/* How far the point lies inside the polygon: the distance to the nearest edge, negative if it is outside. */
static double
measure_depth (const PivotShapes *shapes,
               guint              polygon,
               double             x,
               double             y)
{
  double min = INFINITY;
  gboolean inside = FALSE;

  for (guint ring = shapes->polygons[polygon]; ring < shapes->polygons[polygon + 1]; ring++)
    for (guint i = shapes->rings[ring]; i + 1 < shapes->rings[ring + 1]; i++)
      {
        const double *edge = shapes->points + 2 * (gsize) i;
        double d = pivot_edge_distance2 (edge, x, y);

        min = MIN (min, d);
        inside ^= pivot_edge_crosses_ray (edge, x, y);
      }

  return inside ? sqrt (min) : -sqrt (min);
}

static double
measure_area (const PivotShapes *shapes,
              guint              polygon)
{
  double total = 0;

  for (guint ring = shapes->polygons[polygon]; ring < shapes->polygons[polygon + 1]; ring++)
    {
      const double *origin = shapes->points + 2 * (gsize) shapes->rings[ring];
      double area = 0;

      for (guint i = shapes->rings[ring]; i + 1 < shapes->rings[ring + 1]; i++)
        {
          const double *edge = shapes->points + 2 * (gsize) i;

          area += (edge[0] - origin[0]) * (edge[3] - origin[1]) - (edge[2] - origin[0]) * (edge[1] - origin[1]);
        }
      total += ring == shapes->polygons[polygon] ? fabs (area) : -fabs (area);
    }

  return total / 2;
}

static guint
find_largest (const PivotGeometry *self,
              const PivotRegion   *region)
{
  guint largest = region->polygon;
  double max = -INFINITY;

  for (guint i = region->polygon; i < region->polygon + region->n_polygons; i++)
    {
      double area = measure_area (self->shapes, i);

      if (area > max)
        {
          max = area;
          largest = i;
        }
    }

  return largest;
}

/* A binary heap with the most promising cell on top. */
static void
push (GArray *heap,
      Cell    cell)
{
  guint i = heap->len;

  g_array_append_val (heap, cell);
  while (i > 0)
    {
      guint parent = (i - 1) / 2;

      if (g_array_index (heap, Cell, parent).best >= cell.best)
        break;
      g_array_index (heap, Cell, i) = g_array_index (heap, Cell, parent);
      i = parent;
    }
  g_array_index (heap, Cell, i) = cell;
}

static Cell
pop (GArray *heap)
{
  Cell top = g_array_index (heap, Cell, 0), last = g_array_index (heap, Cell, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len
          && g_array_index (heap, Cell, child + 1).best > g_array_index (heap, Cell, child).best)
        child++;
      if (last.best >= g_array_index (heap, Cell, child).best)
        break;
      g_array_index (heap, Cell, i) = g_array_index (heap, Cell, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Cell, i) = last;

  return top;
}

static void
probe (const PivotShapes *shapes,
       guint              polygon,
       GArray            *heap,
       Cell              *best,
       double             x,
       double             y,
       double             half)
{
  Cell cell = { x, y, half, measure_depth (shapes, polygon, x, y), 0 };

  cell.best = cell.depth + half * G_SQRT2;
  if (cell.depth > best->depth)
    *best = cell;
  if (cell.best > best->depth)
    push (heap, cell);
}

/* Divides the square that may hold a larger circle, again and again, until none can be larger by much. The first
 * squares cover the box: as high or wide as its shorter side, unless it is very long. */
static void
find_pole (const PivotShapes *shapes,
           guint              polygon,
           PivotLabel        *label)
{
  const PivotBox *box = &shapes->boxes[polygon];
  double width = box->x1 - box->x0, height = box->y1 - box->y0;
  double half = MAX (MIN (width, height), MAX (width, height) / 64) / 2;
  g_autoptr(GArray) heap = g_array_new (FALSE, FALSE, sizeof (Cell));
  Cell best = { box->x0, box->y0, 0, -INFINITY, 0 };
  guint n_probes = 0;

  if (!(half > 0))
    half = 1e-12;

  for (double x = box->x0 + half; x - half < box->x1; x += 2 * half)
    for (double y = box->y0 + half; y - half < box->y1; y += 2 * half)
      probe (shapes, polygon, heap, &best, x, y, half);

  while (heap->len > 0 && n_probes < MAX_PROBES)
    {
      Cell cell = pop (heap);

      if (cell.best <= best.depth * (1 + TOLERANCE))
        break;

      half = cell.half / 2;
      for (int i = 0; i < 4; i++)
        probe (shapes, polygon, heap, &best,
               cell.x + (i & 1 ? half : -half), cell.y + (i & 2 ? half : -half), half);
      n_probes += 4;
    }

  if (best.depth > 0)
    {
      label->x = best.x;
      label->y = best.y;
      label->radius = best.depth;
    }
  else
    {
      /* Thinner than anything that can be found, as a line: a corner is at least on it. */
      const double *corner = shapes->points + 2 * (gsize) shapes->rings[shapes->polygons[polygon]];

      label->x = corner[0];
      label->y = corner[1];
      label->radius = 0;
    }
}

/* The point if one of the region's parts has it inside. */
static gboolean
try_point (const PivotGeometry *self,
           const PivotRegion   *region,
           double               x,
           double               y,
           PivotLabel          *label)
{
  for (guint i = region->polygon; i < region->polygon + region->n_polygons; i++)
    if (_pivot_shapes_contain (self->shapes, i, x, y))
      {
        label->x = x;
        label->y = y;
        label->radius = measure_depth (self->shapes, i, x, y);
        return TRUE;
      }

  return FALSE;
}

void
_pivot_geometry_find_label (const PivotGeometry *self,
                            guint                index,
                            PivotLabel          *label)
{
  const PivotRegion *region = &self->regions[index];
  double x = region->label_x, y = region->label_y;

  label->x = label->y = label->radius = 0;
  if (!(region->box.x0 <= region->box.x1))
    return;

  /* The label stays at the same place on the globe under every projection. */
  if (self->origin != NULL)
    {
      pivot_geometry_get_label (self->origin, index, &x, &y, NULL);
      pivot_projection_forward (&self->projection, x, y, &x, &y);
    }

  /* NaN, if the file gives none, is nowhere inside. */
  if (!try_point (self, region, x, y, label))
    find_pole (self->shapes, find_largest (self, region), label);
}
