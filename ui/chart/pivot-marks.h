/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-style.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_MARK_PLAIN,
  PIVOT_MARK_SELECTED,
  PIVOT_MARK_HOVERED,
} PivotMarkState;

/* How a round mark looks. */
typedef struct
{
  GdkRGBA        color;
  gboolean       hollow;   /* stands for a limit, not for a figure */
  gboolean       supposed; /* assumed, in no source: a hatched edge */
  PivotMarkState state;
} PivotMarkLook;

/* Draws round marks. Many marks on an image are stamped from pictures of themselves, which is far faster; on paper and in
 * vector files each is a path. */
typedef struct _PivotMarks PivotMarks;

PivotMarks *pivot_marks_begin (cairo_t *cr, const PivotStyle *style, double radius, guint n) G_GNUC_WARN_UNUSED_RESULT;
void        pivot_marks_draw  (PivotMarks *self, const PivotMarkLook *look, double x, double y);
void        pivot_marks_end   (PivotMarks *self);
double      pivot_marks_reach (const PivotStyle *style, double radius, PivotMarkState state);
/* How much farther a mark reaches that is supposed. */
double      pivot_marks_get_edge (const PivotStyle *style);

G_END_DECLS
