/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "pivot-point-grid.h"

G_BEGIN_DECLS

/* Where labels may go: not on each other, not on points, and if it can be helped not on lines. */
typedef struct _PivotLabelField PivotLabelField;

PivotLabelField *pivot_label_field_new      (const cairo_rectangle_t *bounds, const PivotPointGrid *points,
                                             double radius) G_GNUC_WARN_UNUSED_RESULT;
void             pivot_label_field_free     (PivotLabelField *self);
void             pivot_label_field_add_line (PivotLabelField *self, double x0, double y0, double x1, double y1);
void             pivot_label_field_take     (PivotLabelField *self, const cairo_rectangle_t *box);
/* Beside a point: sets x and y of box, whose width and height are given, and takes it. on_line: whether it lies on a line.
 * FALSE if there is no room. */
gboolean         pivot_label_field_place    (PivotLabelField *self, double x, double y, cairo_rectangle_t *box,
                                             gboolean *on_line);
/* Along a line from left to right, turned by its angle: sets the text's top left corner. */
gboolean         pivot_label_field_place_along (PivotLabelField *self, double x0, double y0, double x1, double y1,
                                             double width, double height, double *left, double *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLabelField, pivot_label_field_free)

G_END_DECLS
