/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

#define PIVOT_CONDITION_ERROR (pivot_condition_error_quark ())

/**
 * PivotConditionError:
 * @PIVOT_CONDITION_ERROR_SYNTAX: something else was expected
 * @PIVOT_CONDITION_ERROR_NAME: no measure or group of that name
 * @PIVOT_CONDITION_ERROR_TYPE: a number where a condition is expected, or the other way round
 * @PIVOT_CONDITION_ERROR_LIMIT: too long, or too deeply nested
 *
 * What is wrong with a typed condition.
 */
typedef enum
{
  PIVOT_CONDITION_ERROR_SYNTAX,
  PIVOT_CONDITION_ERROR_NAME,
  PIVOT_CONDITION_ERROR_TYPE,
  PIVOT_CONDITION_ERROR_LIMIT,
} PivotConditionError;

GQuark pivot_condition_error_quark (void);

#define PIVOT_CONDITION_MAX_LENGTH 4096   /* bytes */

/* A condition on places, as somebody types it: "pg-share < lg-share and not group(miit-east)". Compiled once, against
 * one dataset. Refcounted, immutable. */
typedef struct _PivotCondition PivotCondition;

#define PIVOT_TYPE_CONDITION (pivot_condition_get_type ())
GType           pivot_condition_get_type (void);
/* column: or NULL; where the fault is, in characters from 1. */
PivotCondition *pivot_condition_new      (PivotDataset *dataset, const char *text, guint *column,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
PivotCondition *pivot_condition_ref      (PivotCondition *self);
void            pivot_condition_unref    (PivotCondition *self);
const char     *pivot_condition_get_text (const PivotCondition *self);
/* Indexes (guint) of the places it is true of, ascending (transfer full); n_unknown: or NULL. */
GArray         *pivot_condition_evaluate (const PivotCondition *self, guint *n_unknown) G_GNUC_WARN_UNUSED_RESULT;
/* Words that fit at cursor (bytes), the best first (transfer full); start: where what they replace begins. */
char          **pivot_condition_complete (PivotDataset *dataset, const char *text, gsize cursor, gsize *start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotCondition, pivot_condition_unref)

G_END_DECLS
