/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PIVOT_DATA_ERROR (pivot_data_error_quark ())

/**
 * PivotDataError:
 * @PIVOT_DATA_ERROR_IO: a file or folder cannot be read
 * @PIVOT_DATA_ERROR_LIMIT: past a limit of size, depth, count or length
 * @PIVOT_DATA_ERROR_ENCODING: not UTF-8
 * @PIVOT_DATA_ERROR_SYNTAX: not JSON
 * @PIVOT_DATA_ERROR_MISSING: a required key or file is not there
 * @PIVOT_DATA_ERROR_TYPE: another JSON type was expected
 * @PIVOT_DATA_ERROR_RANGE: a number or text outside what the format allows
 * @PIVOT_DATA_ERROR_DUPLICATE: an id or a key occurs twice
 * @PIVOT_DATA_ERROR_REFERENCE: an id points nowhere, or in a circle
 *
 * What is wrong with data from outside.
 */
typedef enum
{
  PIVOT_DATA_ERROR_IO,
  PIVOT_DATA_ERROR_LIMIT,
  PIVOT_DATA_ERROR_ENCODING,
  PIVOT_DATA_ERROR_SYNTAX,
  PIVOT_DATA_ERROR_MISSING,
  PIVOT_DATA_ERROR_TYPE,
  PIVOT_DATA_ERROR_RANGE,
  PIVOT_DATA_ERROR_DUPLICATE,
  PIVOT_DATA_ERROR_REFERENCE,
} PivotDataError;

GQuark pivot_data_error_quark (void);

#define PIVOT_TYPE_PROBLEM (pivot_problem_get_type ())
G_DECLARE_FINAL_TYPE (PivotProblem, pivot_problem, PIVOT, PROBLEM, GObject)

/* One thing that is wrong with a file: where, what was expected, what was found. Immutable. */
PivotProblem   *pivot_problem_new          (PivotDataError  code,
                                            const char     *file,
                                            const char     *path,
                                            const char     *expected,
                                            const char     *found) G_GNUC_WARN_UNUSED_RESULT;
PivotDataError  pivot_problem_get_code     (PivotProblem   *self);
const char     *pivot_problem_get_file     (PivotProblem   *self);
const char     *pivot_problem_get_path     (PivotProblem   *self); /* "$[3].values" or "line 3, column 7"; may be NULL */
const char     *pivot_problem_get_expected (PivotProblem   *self);
const char     *pivot_problem_get_found    (PivotProblem   *self); /* may be NULL */
/* "measures.json: $[3].values["CN-ZJ"].value: expected a number, found a string" (transfer full) */
char           *pivot_problem_to_string    (PivotProblem   *self);

/* Collects problems up to a limit; counts the rest. Plain C, one owner, one thread at a time. */
typedef struct _PivotProblems PivotProblems;

PivotProblems  *pivot_problems_new         (guint           limit) G_GNUC_WARN_UNUSED_RESULT;
void            pivot_problems_free        (PivotProblems  *self);
void            pivot_problems_add         (PivotProblems  *self,
                                            PivotDataError  code,
                                            const char     *file,
                                            const char     *path,
                                            const char     *expected,
                                            const char     *found);
gboolean        pivot_problems_is_full     (PivotProblems  *self);
guint           pivot_problems_get_total   (PivotProblems  *self); /* also those past the limit */
GListModel     *pivot_problems_get_list    (PivotProblems  *self); /* of PivotProblem (transfer none) */
/* Sets a PIVOT_DATA_ERROR with the first problem's code and text ("… and 3 more"); FALSE if there is none. */
gboolean        pivot_problems_to_error    (PivotProblems  *self,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotProblems, pivot_problems_free)

G_END_DECLS
