/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a question asks of who answers it. Nicks: find, compare, explain. */
typedef enum
{
  PIVOT_LEVEL_FIND,      /* a number or a place is found and read */
  PIVOT_LEVEL_COMPARE,   /* several are compared, ordered, computed with */
  PIVOT_LEVEL_EXPLAIN,   /* reasons are given, statements tested */
  PIVOT_N_LEVELS,
} PivotLevel;

#define PIVOT_TYPE_LEVEL (pivot_level_get_type ())
GType pivot_level_get_type (void);

/* A question that a dataset can answer, with its answer, and what that rests on. Immutable once handed out; all texts in the user's
 * language. Readable properties: kind ("highest"), level, text, answer, key (what is asked, in no language), lines. */
#define PIVOT_TYPE_QUESTION (pivot_question_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuestion, pivot_question, PIVOT, QUESTION, GObject)

const char         *pivot_question_get_kind     (PivotQuestion *self);
PivotLevel          pivot_question_get_level    (PivotQuestion *self);
const char         *pivot_question_get_text     (PivotQuestion *self);
const char         *pivot_question_get_key      (PivotQuestion *self);
/* What to choose from, or what to go by if it is not to be chosen; NULL-terminated, maybe empty. */
const char * const *pivot_question_get_choices  (PivotQuestion *self);
gboolean            pivot_question_get_is_choice(PivotQuestion *self); /* one of them is the answer */
guint               pivot_question_get_lines    (PivotQuestion *self); /* to leave for the answer */
const char         *pivot_question_get_answer   (PivotQuestion *self);
/* References to what the answer rests on, each once: "value:measure/place", "value:figure/series/x", "event:firm/number",
 * "fact:firm/founded", "check:id". NULL-terminated, never empty. */
const char * const *pivot_question_get_receipts (PivotQuestion *self);

/* The same without words, for who checks or marks it. Measures: ids, or NULL. Places: those that are asked about, in the order in
 * which they are named; accepted: each of them is right, or (of an order) the right order. */
const char         *pivot_question_get_measure  (PivotQuestion *self);
const char         *pivot_question_get_against  (PivotQuestion *self);
const guint        *pivot_question_get_places   (PivotQuestion *self, guint *n);
const guint        *pivot_question_get_accepted (PivotQuestion *self, guint *n);
double              pivot_question_get_number   (PivotQuestion *self); /* NaN if the answer is none */
double              pivot_question_get_limit    (PivotQuestion *self); /* a number that is asked with; NaN if there is none */
const char         *pivot_question_get_subject  (PivotQuestion *self); /* id of a firm, place, group or finding; or NULL */

G_END_DECLS
