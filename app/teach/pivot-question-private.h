/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-question.h"

G_BEGIN_DECLS

struct _PivotQuestion
{
  GObject     parent_instance;

  const char *kind;        /* static */
  PivotLevel  level;
  char       *key;
  char       *text;
  GPtrArray  *choices;     /* NULL-terminated, as the next */
  gboolean    is_choice;
  guint       lines;
  char       *answer;
  GPtrArray  *receipts;
  char       *measure;
  char       *against;
  GArray     *places;
  GArray     *accepted;
  double      number;
  double      limit;
  gboolean    is_example; /* the answer is one of many: with another, the question is the same */
  char       *subject;
};

/* kind: static. Whoever asks fills in the rest. */
PivotQuestion *_pivot_question_new         (const char    *kind,
                                            PivotLevel     level) G_GNUC_WARN_UNUSED_RESULT;
void           _pivot_question_add_choice  (PivotQuestion *self,
                                            char          *text);      /* taken */
void           _pivot_question_add_receipt (PivotQuestion *self,
                                            char          *reference); /* taken; once more is not added */
/* The value of a measure at a place, as a receipt. */
void           _pivot_question_add_value   (PivotQuestion *self,
                                            PivotDataset  *dataset,
                                            PivotMeasure  *measure,
                                            guint          place);
/* Makes the key of what was filled in. */
void           _pivot_question_close       (PivotQuestion *self,
                                            PivotDataset  *dataset);

G_END_DECLS
