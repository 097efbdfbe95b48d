/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-guess.h"

G_BEGIN_DECLS

#define PIVOT_LINE_LEAST_POINTS 4
#define PIVOT_LINE_LEAST_SHOWN 2

/* "Where does it go from here?": a series whose beginning is shown and whose end is hidden. Points that are missing, and limits, are in
 * neither. */
typedef struct
{
  char        *about;         /* "figure/series" */
  PivotFigure *figure;
  PivotSeries *series;
  GPtrArray   *points;        /* of const PivotPoint, by x; of the series */
  GArray      *xs;            /* of double, for each: years, or numbers */
  guint        first_hidden;  /* index; from there on all are */
} PivotLineQuestion;

/* Series that can be asked about (transfer full, of char*: "figure/series"). */
GPtrArray         *pivot_line_question_list         (PivotDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* from: x of the first point that is hidden; the middle where it cannot be that. NULL if the series cannot be asked about. */
PivotLineQuestion *pivot_line_question_new          (PivotDataset *dataset, const char *about, const char *from) G_GNUC_WARN_UNUSED_RESULT;
void               pivot_line_question_free         (PivotLineQuestion *self);
const PivotPoint  *pivot_line_question_get_point    (const PivotLineQuestion *self, guint i);
/* The part of a guess that is about points that are hidden (transfer full). */
PivotGuess        *pivot_line_question_narrow       (const PivotLineQuestion *self, const PivotGuess *guess) G_GNUC_WARN_UNUSED_RESULT;
/* A scale that knows nothing of what is hidden but where it is along x. */
void               pivot_line_question_get_range    (const PivotLineQuestion *self, double *min, double *max);
guint              pivot_line_question_get_decimals (const PivotLineQuestion *self);  /* of the values that are shown */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLineQuestion, pivot_line_question_free)

G_END_DECLS
