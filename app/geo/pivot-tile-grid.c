/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-tile-grid.h"

#include <math.h>
#include <stdlib.h>

/* Up to so many points the assignment is the best there is, found in the cube of their number; more are split in halves. */
#define MAX_EXACT 256
/* The lattice is tried at so many places along each side of a cell. */
#define OFFSETS 4
#define MAX_OFFSET_POINTS 64

/* The lattice that points are matched to. */
typedef struct
{
  double x0, y0;    /* middle of cell 0, 0 */
  double step;
  guint  columns;
  guint  rows;
} Lattice;

static double
get_cost (const Lattice *lattice,
          const double  *point,
          guint          cell)
{
  double x = lattice->x0 + cell % lattice->columns * lattice->step;
  double y = lattice->y0 + cell / lattice->columns * lattice->step;

  return ((point[0] - x) * (point[0] - x) + (point[1] - y) * (point[1] - y)) / (lattice->step * lattice->step);
}

/* Where the shortest augmenting path is, of one point's way into the assignment. Cells count from 1; 0 is the point itself. */
typedef struct
{
  double   *u, *v;      /* potentials of points and cells */
  guint    *owner;      /* point of each cell, from 1; 0: free */
  guint    *way;
  double   *least;
  gboolean *used;
} Matching;

static guint
find_free_cell (Matching      *self,
                const Lattice *lattice,
                const double  *points,
                guint          n_cells)
{
  guint cell = 0;

  for (guint i = 0; i <= n_cells; i++)
    {
      self->least[i] = INFINITY;
      self->used[i] = FALSE;
    }

  do
    {
      guint point = self->owner[cell], next = 0;
      double delta = INFINITY;

      self->used[cell] = TRUE;
      for (guint i = 1; i <= n_cells; i++)
        {
          double reduced;

          if (self->used[i])
            continue;
          reduced = get_cost (lattice, points + 2 * (point - 1), i - 1) - self->u[point] - self->v[i];
          if (reduced < self->least[i])
            {
              self->least[i] = reduced;
              self->way[i] = cell;
            }
          if (self->least[i] < delta)
            {
              delta = self->least[i];
              next = i;
            }
        }

      for (guint i = 0; i <= n_cells; i++)
        if (self->used[i])
          {
            self->u[self->owner[i]] += delta;
            self->v[i] -= delta;
          }
        else
          self->least[i] -= delta;
      cell = next;
    }
  while (self->owner[cell] != 0);

  return cell;
}

/* The assignment of least sum of squared distances, by shortest augmenting paths (H. W. Kuhn, "The Hungarian method for the assignment
 * problem", 1955, in the form of R. Jonker and A. Volgenant, 1987). That a grid map is a matching of points to cells which keeps that
 * sum small: D. Eppstein, M. van Kreveld, B. Speckmann and F. Staals, "Improved grid map layout by point set matching", 2013. Returns
 * the sum. */
static double
match (const Lattice *lattice,
       const double  *points,
       guint          n,
       PivotTile     *tiles)
{
  guint n_cells = lattice->columns * lattice->rows;
  g_autofree double *u = g_new0 (double, n + 1);
  g_autofree double *v = g_new0 (double, n_cells + 1);
  g_autofree double *least = g_new (double, n_cells + 1);
  g_autofree guint *owner = g_new0 (guint, n_cells + 1);
  g_autofree guint *way = g_new0 (guint, n_cells + 1);
  g_autofree gboolean *used = g_new (gboolean, n_cells + 1);
  Matching matching = { u, v, owner, way, least, used };
  double sum = 0;

  for (guint i = 1; i <= n; i++)
    {
      guint cell;

      owner[0] = i;
      for (cell = find_free_cell (&matching, lattice, points, n_cells); cell != 0; cell = way[cell])
        owner[cell] = owner[way[cell]];
    }

  for (guint i = 1; i <= n_cells; i++)
    if (owner[i] != 0)
      {
        tiles[owner[i] - 1] = (PivotTile) { (i - 1) % lattice->columns, (i - 1) / lattice->columns };
        sum += get_cost (lattice, points + 2 * (owner[i] - 1), i - 1);
      }

  return sum;
}

/* A lattice with a free cell all around, shifted by parts of a cell. */
static void
match_best (const double *points,
            guint         n,
            const double  box[4],
            double        step,
            PivotTile    *tiles)
{
  guint tries = n <= MAX_OFFSET_POINTS ? OFFSETS : 1;
  g_autofree PivotTile *candidate = g_new (PivotTile, n);
  double best = INFINITY;

  while ((ceil ((box[2] - box[0]) / step) + 3) * (ceil ((box[3] - box[1]) / step) + 3) < n)
    step *= 0.9;

  for (guint i = 0; i < tries * tries; i++)
    {
      Lattice lattice = {
        .x0 = box[0] - step * (1 - (i % tries) / (double) tries),
        .y0 = box[1] - step * (1 - (i / tries) / (double) tries),
        .step = step,
        .columns = (guint) ceil ((box[2] - box[0]) / step) + 3,
        .rows = (guint) ceil ((box[3] - box[1]) / step) + 3,
      };
      double sum = match (&lattice, points, n, candidate);

      if (sum < best - 1e-9)
        {
          best = sum;
          for (guint k = 0; k < n; k++)
            tiles[k] = candidate[k];
        }
    }
}

/* Points on their way into a rectangle of cells. */
typedef struct
{
  const double *points;
  PivotTile    *tiles;
} Split;

static int
compare_along (const double *points,
               guint         one,
               guint         other,
               guint         axis)
{
  for (guint i = 0; i < 2; i++)
    {
      double a = points[2 * one + (axis + i) % 2], b = points[2 * other + (axis + i) % 2];

      if (a != b)
        return a < b ? -1 : 1;
    }

  return one < other ? -1 : one > other;
}

static int
compare_x_cb (gconstpointer a,
              gconstpointer b,
              gpointer      points)
{
  return compare_along (points, *(const guint *) a, *(const guint *) b, 0);
}

static int
compare_y_cb (gconstpointer a,
              gconstpointer b,
              gpointer      points)
{
  return compare_along (points, *(const guint *) a, *(const guint *) b, 1);
}

/* Halves a rectangle of cells across its longer side, and gives each half its part of the points, in their order along that side: as in
 * J. Wood and J. Dykes, "Spatially ordered treemaps", 2008. Not the best assignment, but found for thousands at once. */
static void
split (const Split *self,
       guint       *order,
       guint        n,
       PivotTile    corner,
       guint        columns,
       guint        rows)
{
  gboolean across = columns >= rows;
  guint half = (across ? columns : rows) / 2;
  guint capacity, n_first;

  if (n == 0)
    return;

  if (columns * rows == 1)
    {
      self->tiles[order[0]] = corner;
      return;
    }

  g_qsort_with_data (order, n, sizeof (guint), across ? compare_x_cb : compare_y_cb, (gpointer) self->points);
  capacity = half * (across ? rows : columns);
  n_first = (guint) floor (n * (half / (double) (across ? columns : rows)) + 0.5);
  n_first = MIN (n_first, capacity);
  if (n - n_first > columns * rows - capacity)
    n_first = n - (columns * rows - capacity);

  split (self, order, n_first, corner, across ? half : columns, across ? rows : half);
  if (across)
    corner.column += half;
  else
    corner.row += half;
  split (self, order + n_first, n - n_first, corner, across ? columns - half : columns, across ? rows : rows - half);
}

static void
split_all (const double *points,
           guint         n,
           double        width,
           double        height,
           PivotTile    *tiles)
{
  g_autofree guint *order = g_new (guint, n);
  Split self = { points, tiles };
  guint columns = (guint) CLAMP (ceil (sqrt (n * width / height)), 1, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  split (&self, order, n, (PivotTile) { 0, 0 }, columns, (n + columns - 1) / columns);
}

/**
 * pivot_tile_grid_assign:
 * @points: (array): x and y of each point, y to the south
 * @n: how many points
 * @step: side of a cell in the points' units; 0 for cells that together are as large as the points' box
 *
 * Gives each point a cell of its own, so that who is north of whom stays so as far as it can: up to 256 points get the assignment of
 * least squared distances. The same points get the same cells.
 *
 * Returns: (transfer full) (array length=n): the cells, the least column and row 0
 */
PivotTile *
pivot_tile_grid_assign (const double *points,
                        guint         n,
                        double        step)
{
  PivotTile *tiles = g_new0 (PivotTile, MAX (n, 1));
  double box[4] = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double width, height, even;

  g_return_val_if_fail (points != NULL || n == 0, tiles);

  for (guint i = 0; i < n; i++)
    for (guint axis = 0; axis < 2; axis++)
      {
        box[axis] = MIN (box[axis], points[2 * i + axis]);
        box[axis + 2] = MAX (box[axis + 2], points[2 * i + axis]);
      }
  if (n <= 1)
    return tiles;

  /* All in a line, or in one point: as if there were a little room across. */
  width = MAX (box[2] - box[0], MAX ((box[3] - box[1]) / n, 1e-12));
  height = MAX (box[3] - box[1], width / n);
  box[2] = box[0] + width;
  box[3] = box[1] + height;
  even = sqrt (width * height / n);
  step = step > 0 ? CLAMP (step, even / 4, even * 2) : even;

  if (n <= MAX_EXACT)
    match_best (points, n, box, step, tiles);
  else
    split_all (points, n, width, height, tiles);
  pivot_tile_grid_shift (tiles, n);

  return tiles;
}

/**
 * pivot_tile_grid_shift:
 * @tiles: (array length=n): cells
 * @n: how many
 *
 * Brings the least column and the least row to 0.
 */
void
pivot_tile_grid_shift (PivotTile *tiles,
                       guint      n)
{
  PivotTile least = { G_MAXINT, G_MAXINT };

  g_return_if_fail (tiles != NULL || n == 0);

  for (guint i = 0; i < n; i++)
    {
      least.column = MIN (least.column, tiles[i].column);
      least.row = MIN (least.row, tiles[i].row);
    }
  for (guint i = 0; i < n; i++)
    {
      tiles[i].column -= least.column;
      tiles[i].row -= least.row;
    }
}
