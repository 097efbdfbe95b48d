/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-slabs-private.h"

G_BEGIN_DECLS

/* A link is one of: nothing; a region that covers the whole cell, with COVERED set; the index of an entry. Following
 * links goes through the regions in ascending order. */
#define PIVOT_GRID_NOTHING G_MAXUINT32
#define PIVOT_GRID_COVERED 0x80000000u
#define PIVOT_GRID_WHOLE   G_MAXUINT32 /* as polygon: the region covers the whole cell */

typedef struct
{
  guint32 region;
  guint32 polygon;
  guint32 next;
} PivotGridEntry;

/* The extent of a geometry in cells, each with what may be found there. Immutable. */
typedef struct
{
  PivotBox        extent;
  double          x_scale;  /* columns per unit of x */
  double          y_scale;
  guint           n_columns;
  guint           n_rows;
  guint32        *cells;    /* links, row by row */
  PivotGridEntry *entries;
} PivotGrid;

PivotGrid *_pivot_grid_new  (const PivotGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
void       _pivot_grid_free (PivotGrid           *self);

/* Both are monotonous: what lies between two points lies in the columns and rows between theirs. */
static inline guint
_pivot_grid_find_column (const PivotGrid *self,
                         double           x)
{
  return (guint) CLAMP ((x - self->extent.x0) * self->x_scale, 0, self->n_columns - 1);
}

static inline guint
_pivot_grid_find_row (const PivotGrid *self,
                      double           y)
{
  return (guint) CLAMP ((y - self->extent.y0) * self->y_scale, 0, self->n_rows - 1);
}

static inline guint32
_pivot_grid_get_cell (const PivotGrid *self,
                      double           x,
                      double           y)
{
  return self->cells[_pivot_grid_find_row (self, y) * self->n_columns + _pivot_grid_find_column (self, x)];
}

G_END_DECLS
