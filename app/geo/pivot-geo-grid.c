/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-grid-private.h"

#include <string.h>

#define POINTS_PER_CELL 5
#define MAX_CELLS (1 << 18)
/* Of a cell: far more than rounding, far less than matters. */
#define MARGIN 1e-6

/* Where a polygon's border crosses the middle of a row. */
typedef struct
{
  guint  row;
  double x;         /* in columns */
} Crossing;

typedef struct
{
  const PivotGeometry *geometry;
  PivotGrid           *grid;
  GArray              *entries;
  GArray              *crossings;
  GByteArray          *marks;       /* cells of the polygon's box that its border passes */
  guint                c0, r0, c1, r1;
} Raster;

static void
push_entry (Raster  *self,
            guint32 *cell,
            guint    region,
            guint    polygon)
{
  PivotGridEntry entry = { region, polygon, *cell };

  *cell = self->entries->len;
  g_array_append_val (self->entries, entry);
}

static void
mark (Raster *self,
      guint   column,
      guint   row)
{
  self->marks->data[(row - self->r0) * (self->c1 - self->c0 + 1) + column - self->c0] = 1;
}

/* Marks the cells an edge passes, u and v in columns and rows, v0 <= v1. Rather one too many. */
static void
mark_edge (Raster *self,
           double  u0,
           double  v0,
           double  u1,
           double  v1)
{
  double slope = v1 > v0 ? (u1 - u0) / (v1 - v0) : 0;
  guint first = CLAMP (v0, self->r0, self->r1), last = CLAMP (v1, self->r0, self->r1);

  for (guint row = first; row <= last; row++)
    {
      double a = u0, b = u1;

      /* The part of the edge that lies in this row. */
      if (row > first)
        a = u0 + (row - MARGIN - v0) * slope;
      if (row < last)
        b = u0 + (row + 1 + MARGIN - v0) * slope;

      for (guint column = CLAMP (MIN (a, b) - MARGIN, self->c0, self->c1),
                 end = CLAMP (MAX (a, b) + MARGIN, self->c0, self->c1);
           column <= end; column++)
        mark (self, column, row);
    }
}

static void
add_crossings (Raster *self,
               double  u0,
               double  v0,
               double  u1,
               double  v1)
{
  guint first = CLAMP (v0, self->r0, self->r1), last = CLAMP (v1, self->r0, self->r1);

  for (guint row = first; row <= last; row++)
    {
      double middle = row + .5;
      Crossing crossing = { row, 0 };

      if ((v0 > middle) == (v1 > middle))
        continue;

      crossing.x = u0 + (u1 - u0) * (middle - v0) / (v1 - v0);
      g_array_append_val (self->crossings, crossing);
    }
}

static void
draw_ring (Raster *self,
           guint   first,
           guint   end)
{
  const PivotGrid *grid = self->grid;
  const double *point = self->geometry->shapes->points + 2 * (gsize) first;
  double u = (point[0] - grid->extent.x0) * grid->x_scale, v = (point[1] - grid->extent.y0) * grid->y_scale;

  for (guint i = first + 1; i < end; i++)
    {
      double pu = u, pv = v;

      point += 2;
      u = (point[0] - grid->extent.x0) * grid->x_scale;
      v = (point[1] - grid->extent.y0) * grid->y_scale;

      if (pv <= v)
        mark_edge (self, pu, pv, u, v);
      else
        mark_edge (self, u, v, pu, pv);
      if (pv <= v)
        add_crossings (self, pu, pv, u, v);
      else
        add_crossings (self, u, v, pu, pv);
    }
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  const Crossing *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->x < y->x ? -1 : x->x > y->x;
}

/* A cell without a border is inside if its middle is. */
static void
fill (Raster *self,
      guint   region,
      guint   polygon)
{
  guint next = 0;

  g_array_sort (self->crossings, compare_crossings);
  for (guint row = self->r0; row <= self->r1; row++)
    {
      gboolean inside = FALSE;

      for (guint column = self->c0; column <= self->c1; column++)
        {
          guint32 *cell = &self->grid->cells[row * self->grid->n_columns + column];

          for (; next < self->crossings->len; next++)
            {
              const Crossing *crossing = &g_array_index (self->crossings, Crossing, next);

              if (crossing->row != row || crossing->x > column + .5)
                break;
              inside = !inside;
            }

          if (self->marks->data[(row - self->r0) * (self->c1 - self->c0 + 1) + column - self->c0])
            push_entry (self, cell, region, polygon);
          else if (inside && *cell == PIVOT_GRID_NOTHING)
            *cell = PIVOT_GRID_COVERED | region;
          else if (inside)
            push_entry (self, cell, region, PIVOT_GRID_WHOLE);
        }

      while (next < self->crossings->len && g_array_index (self->crossings, Crossing, next).row == row)
        next++;
    }
}

static void
draw_polygon (Raster *self,
              guint   region,
              guint   polygon)
{
  const PivotShapes *shapes = self->geometry->shapes;
  const PivotBox *box = &shapes->boxes[polygon];
  PivotGrid *grid = self->grid;

  self->c0 = _pivot_grid_find_column (grid, box->x0);
  self->c1 = _pivot_grid_find_column (grid, box->x1);
  self->r0 = _pivot_grid_find_row (grid, box->y0);
  self->r1 = _pivot_grid_find_row (grid, box->y1);

  if (self->c0 == self->c1 && self->r0 == self->r1)
    {
      push_entry (self, &grid->cells[self->r0 * grid->n_columns + self->c0], region, polygon);
      return;
    }

  g_array_set_size (self->crossings, 0);
  g_byte_array_set_size (self->marks, (self->c1 - self->c0 + 1) * (self->r1 - self->r0 + 1));
  memset (self->marks->data, 0, self->marks->len);

  for (guint ring = shapes->polygons[polygon]; ring < shapes->polygons[polygon + 1]; ring++)
    if (shapes->rings[ring] < shapes->rings[ring + 1])
      draw_ring (self, shapes->rings[ring], shapes->rings[ring + 1]);
  fill (self, region, polygon);
}

static void
choose_size (PivotGrid *self,
             guint      n_points)
{
  double width = self->extent.x1 - self->extent.x0, height = self->extent.y1 - self->extent.y0;
  double n_cells = CLAMP (n_points / POINTS_PER_CELL, 1, MAX_CELLS);
  double side;

  self->n_columns = self->n_rows = 1;
  if (!(width >= 0 && height >= 0))
    return;

  side = sqrt (MAX (width * height, 0) / n_cells);
  if (side > 0)
    {
      self->n_columns = CLAMP (width / side, 1, n_cells);
      self->n_rows = CLAMP (n_cells / self->n_columns, 1, n_cells);
    }
  self->x_scale = width > 0 ? self->n_columns / width : 0;
  self->y_scale = height > 0 ? self->n_rows / height : 0;
}

/* Puts the entries of a cell side by side: a question then follows its links through one or two lines of the cache. */
static void
sort_entries (PivotGrid *self,
              GArray    *entries)
{
  guint n = 0;

  self->entries = g_new (PivotGridEntry, MAX (entries->len, 1));
  for (guint i = 0; i < self->n_columns * self->n_rows; i++)
    {
      guint32 *link = &self->cells[i];

      while (!(*link & PIVOT_GRID_COVERED))
        {
          self->entries[n] = g_array_index (entries, PivotGridEntry, *link);
          *link = n;
          link = &self->entries[n++].next;
        }
    }
}

PivotGrid *
_pivot_grid_new (const PivotGeometry *geometry)
{
  PivotGrid *self = g_new0 (PivotGrid, 1);
  Raster raster = { .geometry = geometry, .grid = self };

  self->extent = geometry->extent;
  choose_size (self, geometry->n_points);
  self->cells = g_new (guint32, self->n_columns * self->n_rows);
  memset (self->cells, 0xff, self->n_columns * self->n_rows * sizeof (guint32));

  raster.entries = g_array_new (FALSE, FALSE, sizeof (PivotGridEntry));
  raster.crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  raster.marks = g_byte_array_new ();

  /* New entries go in front: backwards, so that the first region comes out on top. */
  for (guint r = geometry->n_regions; r-- > 0;)
    for (guint i = 0; i < geometry->regions[r].n_polygons; i++)
      draw_polygon (&raster, r, geometry->regions[r].polygon + i);

  sort_entries (self, raster.entries);
  g_array_unref (raster.entries);
  g_array_unref (raster.crossings);
  g_byte_array_unref (raster.marks);

  return self;
}

void
_pivot_grid_free (PivotGrid *self)
{
  g_free (self->cells);
  g_free (self->entries);
  g_free (self);
}
