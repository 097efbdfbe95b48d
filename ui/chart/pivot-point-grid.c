/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-point-grid.h"

#define MAX_CELLS_A_SIDE 256

/* A counting sort by cell: the points of cell c are order[starts[c]] to order[starts[c + 1] - 1], by ascending index. */
struct _PivotPointGrid
{
  PivotSpot *spots;
  guint      n;
  double     x0, y0;
  double     cell;
  guint      columns, rows;
  guint     *starts;
  guint     *order;
};

typedef struct
{
  guint column0, column1, row0, row1;
} CellRange;

static guint
clamp_cell (double at,
            guint  n)
{
  return at <= 0 ? 0 : at >= n - 1 ? n - 1 : (guint) at;
}

static guint
cell_of (const PivotPointGrid *self,
         const PivotSpot      *spot)
{
  return clamp_cell ((spot->y - self->y0) / self->cell, self->rows) * self->columns +
         clamp_cell ((spot->x - self->x0) / self->cell, self->columns);
}

static CellRange
cells_within (const PivotPointGrid *self,
              double                x0,
              double                y0,
              double                x1,
              double                y1)
{
  return (CellRange) {
    clamp_cell ((x0 - self->x0) / self->cell, self->columns),
    clamp_cell ((x1 - self->x0) / self->cell, self->columns),
    clamp_cell ((y0 - self->y0) / self->cell, self->rows),
    clamp_cell ((y1 - self->y0) / self->cell, self->rows),
  };
}

static void
measure (PivotPointGrid *self,
         double          cell)
{
  double x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, side;

  self->x0 = self->y0 = G_MAXDOUBLE;
  for (guint i = 0; i < self->n; i++)
    {
      self->x0 = MIN (self->x0, self->spots[i].x);
      self->y0 = MIN (self->y0, self->spots[i].y);
      x1 = MAX (x1, self->spots[i].x);
      y1 = MAX (y1, self->spots[i].y);
    }

  side = self->n > 0 ? MAX (x1 - self->x0, y1 - self->y0) : 0;
  self->cell = MAX (cell, side / MAX_CELLS_A_SIDE);
  self->columns = self->n > 0 ? (guint) ((x1 - self->x0) / self->cell) + 1 : 1;
  self->rows = self->n > 0 ? (guint) ((y1 - self->y0) / self->cell) + 1 : 1;
}

/**
 * pivot_point_grid_new: (skip)
 * @spots: (array length=n): points with finite coordinates; copied
 * @n: how many
 * @cell: about how wide a cell should be, above 0
 *
 * Sorts points into cells.
 *
 * Returns: (transfer full): a grid
 */
PivotPointGrid *
pivot_point_grid_new (const PivotSpot *spots,
                      guint            n,
                      double           cell)
{
  PivotPointGrid *self = g_new0 (PivotPointGrid, 1);
  guint n_cells;

  self->spots = g_memdup2 (spots, n * sizeof *spots);
  self->n = n;
  measure (self, cell);

  n_cells = self->columns * self->rows;
  self->starts = g_new0 (guint, n_cells + 1);
  self->order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    self->starts[cell_of (self, &self->spots[i]) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    self->starts[c + 1] += self->starts[c];

  /* Filling moves each start to the next one; then all are moved back. */
  for (guint i = 0; i < n; i++)
    self->order[self->starts[cell_of (self, &self->spots[i])]++] = i;
  for (guint c = n_cells; c > 0; c--)
    self->starts[c] = self->starts[c - 1];
  self->starts[0] = 0;

  return self;
}

void
pivot_point_grid_free (PivotPointGrid *self)
{
  g_free (self->spots);
  g_free (self->starts);
  g_free (self->order);
  g_free (self);
}

guint
pivot_point_grid_get_n (const PivotPointGrid *self)
{
  return self->n;
}

/**
 * pivot_point_grid_nearest: (skip)
 * @self: a grid
 * @x: a place
 * @y: a place
 * @max_distance: how far off a point may be
 *
 * Finds the nearest point; of points that lie on each other, the last, which is drawn on top.
 *
 * Returns: its index, or −1
 */
int
pivot_point_grid_nearest (const PivotPointGrid *self,
                          double                x,
                          double                y,
                          double                max_distance)
{
  CellRange range = cells_within (self, x - max_distance, y - max_distance, x + max_distance, y + max_distance);
  double best = max_distance * max_distance;
  int found = -1;

  for (guint row = range.row0; row <= range.row1; row++)
    for (guint column = range.column0; column <= range.column1; column++)
      {
        guint c = row * self->columns + column;

        for (guint k = self->starts[c]; k < self->starts[c + 1]; k++)
          {
            int index = self->order[k];
            double dx = self->spots[index].x - x;
            double dy = self->spots[index].y - y;
            double distance = dx * dx + dy * dy;

            if (distance < best || (distance == best && index > found))
              {
                best = distance;
                found = index;
              }
          }
      }

  return found;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/**
 * pivot_point_grid_query: (skip)
 * @self: a grid
 * @x0: left
 * @y0: top
 * @x1: right, included
 * @y1: bottom, included
 * @indices: an array of guint, to which the indices are added, ascending
 *
 * Finds the points in a rectangle.
 */
void
pivot_point_grid_query (const PivotPointGrid *self,
                        double                x0,
                        double                y0,
                        double                x1,
                        double                y1,
                        GArray               *indices)
{
  CellRange range = cells_within (self, x0, y0, x1, y1);

  for (guint row = range.row0; row <= range.row1; row++)
    for (guint column = range.column0; column <= range.column1; column++)
      {
        guint c = row * self->columns + column;

        for (guint k = self->starts[c]; k < self->starts[c + 1]; k++)
          {
            const PivotSpot *spot = &self->spots[self->order[k]];

            if (spot->x >= x0 && spot->x <= x1 && spot->y >= y0 && spot->y <= y1)
              g_array_append_val (indices, self->order[k]);
          }
      }

  g_array_sort (indices, compare_indices);
}

/**
 * pivot_point_grid_count: (skip)
 * @self: a grid
 * @x0: left
 * @y0: top
 * @x1: right, included
 * @y1: bottom, included
 *
 * Counts the points in a rectangle.
 *
 * Returns: how many
 */
guint
pivot_point_grid_count (const PivotPointGrid *self,
                        double                x0,
                        double                y0,
                        double                x1,
                        double                y1)
{
  CellRange range = cells_within (self, x0, y0, x1, y1);
  guint n = 0;

  for (guint row = range.row0; row <= range.row1; row++)
    for (guint column = range.column0; column <= range.column1; column++)
      {
        guint c = row * self->columns + column;

        for (guint k = self->starts[c]; k < self->starts[c + 1]; k++)
          {
            const PivotSpot *spot = &self->spots[self->order[k]];

            n += spot->x >= x0 && spot->x <= x1 && spot->y >= y0 && spot->y <= y1;
          }
      }

  return n;
}
