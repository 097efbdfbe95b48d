/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* A statement that can be recomputed, or statements that disagree (kind conflict). Immutable. Readable properties: id, title. */
#define PIVOT_TYPE_CHECK (pivot_check_get_type ())
G_DECLARE_FINAL_TYPE (PivotCheck, pivot_check, PIVOT, CHECK, GObject)

typedef struct
{
  double     number;   /* NaN if the statement is a text */
  PivotText *text;     /* or NULL */
  char      *source;
  PivotText *where;
} PivotStatement;

const char           *pivot_check_get_id          (PivotCheck *self);
const PivotText      *pivot_check_get_title       (PivotCheck *self);
PivotCheckKind        pivot_check_get_kind        (PivotCheck *self);
const char * const   *pivot_check_get_of          (PivotCheck *self); /* value paths, or numbers as text */
double                pivot_check_get_factor      (PivotCheck *self); /* 1 if none */
double                pivot_check_get_printed     (PivotCheck *self); /* NaN for a conflict */
PivotBound            pivot_check_get_bound       (PivotCheck *self);
guint                 pivot_check_get_decimals    (PivotCheck *self);
const char           *pivot_check_get_source      (PivotCheck *self); /* NULL for a conflict */
const PivotText      *pivot_check_get_note        (PivotCheck *self); /* or NULL */
guint                 pivot_check_get_n_statements(PivotCheck *self);
const PivotStatement *pivot_check_get_statement   (PivotCheck *self, guint i);
const PivotText      *pivot_check_get_assessment  (PivotCheck *self); /* or NULL */

G_END_DECLS
