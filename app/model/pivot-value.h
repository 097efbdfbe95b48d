/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* A number with its receipt. Immutable; lives as long as the object it was got from. */
typedef struct _PivotValue PivotValue;

struct _PivotValue
{
  double      number;   /* NaN: missing */
  PivotStatus status;
  PivotBound  bound;
  const char *source;   /* source id: its own or its container's; NULL only if assumed, or where a computed or missing point of a figure names none */
  PivotText  *note;     /* or NULL */
  char       *formula;  /* or NULL: as the format writes it, "round ( lg-share/CN-ZJ × 4761 ÷ 100 )" */
};

PivotValue *pivot_value_new  (double number, PivotStatus status, PivotBound bound, const char *source,
                              PivotText *note, const char *formula) G_GNUC_WARN_UNUSED_RESULT; /* refs note */
void        pivot_value_free (PivotValue *self);
static inline gboolean
pivot_value_is_missing (const PivotValue *self)
{
  return self == NULL || self->number != self->number;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotValue, pivot_value_free)

G_END_DECLS
