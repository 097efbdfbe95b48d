/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-condition.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_WORD_END,
  PIVOT_WORD_FAULT,     /* what cannot begin a word */
  PIVOT_WORD_NUMBER,
  PIVOT_WORD_NAME,
  PIVOT_WORD_OPEN,
  PIVOT_WORD_CLOSE,
  PIVOT_WORD_HAS,       /* with its "(" to come */
  PIVOT_WORD_GROUP,
  /* From here on operators. */
  PIVOT_WORD_OR,
  PIVOT_WORD_AND,
  PIVOT_WORD_NOT,
  PIVOT_WORD_LESS,
  PIVOT_WORD_LESS_EQUAL,
  PIVOT_WORD_EQUAL,
  PIVOT_WORD_UNEQUAL,
  PIVOT_WORD_GREATER_EQUAL,
  PIVOT_WORD_GREATER,
  PIVOT_WORD_PLUS,
  PIVOT_WORD_MINUS,
  PIVOT_WORD_TIMES,
  PIVOT_WORD_DIVIDE,
  PIVOT_WORD_NEGATE,    /* a minus before its operand; the lexer does not make it */
} PivotWordKind;

typedef struct
{
  PivotWordKind kind;
  gsize         start, end;   /* in bytes of the text */
  double        number;
  const char   *expected;     /* of a fault; untranslated, or NULL */
} PivotWord;

/* How many operands may wait for their operator, and operators for their operands. */
#define PIVOT_CONDITION_MAX_DEPTH 64

/* One step of the program. It has a stack of numbers; a condition is 1, 0, or NaN if it is unknown. */
typedef struct
{
  PivotWordKind  kind;      /* NUMBER, NAME (a measure), HAS, GROUP, or an operator */
  double         number;
  const double  *numbers;   /* by place; of the dataset */
  guint8        *members;   /* by place; owned */
} PivotConditionStep;

struct _PivotCondition
{
  gatomicrefcount ref_count;
  PivotDataset   *dataset;
  char           *text;
  GArray         *steps;    /* of PivotConditionStep: operators after their operands */
};

/* The word from offset on; the dataset tells names that begin with a digit from numbers. */
void          _pivot_condition_read         (const char    *text,
                                             gsize          offset,
                                             PivotDataset  *dataset,
                                             PivotWord     *word);
/* A name as it is written, without its quotation marks (transfer full). */
char         *_pivot_condition_get_name     (const char      *text,
                                             const PivotWord *word);
PivotMeasure *_pivot_condition_find_measure (PivotDataset *dataset,
                                             const char   *name);
PivotGroup   *_pivot_condition_find_group   (PivotDataset *dataset,
                                             const char   *name);
/* The id that is most like a name; NULL if none is (transfer none). */
const char   *_pivot_condition_suggest      (GListModel   *list,
                                             const char   *name);

/* Fills in the steps; FALSE and the offset of the fault if that cannot be done. */
gboolean      _pivot_condition_parse        (PivotCondition *self,
                                             gsize          *fault,
                                             GError        **error);

G_END_DECLS
