/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-problem.h"

G_BEGIN_DECLS

#define PIVOT_STROKES_MAX 500          /* on one page */
#define PIVOT_STROKES_MAX_POINTS 4000  /* of one stroke */

/* What was drawn over a page with the pen. Points are fractions of the page, from its upper left corner, so that they stay where
 * they belong when the page has another size. As JSON: [{"points":[x, y, x, y, …]}, …], each from 0 to 1. */
#define PIVOT_TYPE_STROKES (pivot_strokes_get_type ())
G_DECLARE_FINAL_TYPE (PivotStrokes, pivot_strokes, PIVOT, STROKES, GObject)

PivotStrokes *pivot_strokes_new           (void) G_GNUC_WARN_UNUSED_RESULT;
/* PIVOT_DATA_ERROR with the path of what is wrong. */
PivotStrokes *pivot_strokes_new_from_json (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char         *pivot_strokes_to_json       (PivotStrokes *self) G_GNUC_WARN_UNUSED_RESULT;
guint         pivot_strokes_get_n         (PivotStrokes *self);
const double *pivot_strokes_get_points    (PivotStrokes *self, guint stroke, guint *n_points); /* x, y, x, y … */
gboolean      pivot_strokes_begin         (PivotStrokes *self, double x, double y); /* FALSE: there are too many */
void          pivot_strokes_extend        (PivotStrokes *self, double x, double y); /* of the last stroke */
/* Takes away the strokes within radius × height of a point; aspect: width ÷ height of the page. */
gboolean      pivot_strokes_erase         (PivotStrokes *self, double x, double y, double radius, double aspect);

G_END_DECLS
