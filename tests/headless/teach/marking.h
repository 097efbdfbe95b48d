/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-question.h"

G_BEGIN_DECLS

/* Every answer is found once more here, from the values of the dataset alone. */
typedef struct
{
  PivotDataset  *dataset;
  PivotQuestion *question;
  PivotMeasure  *measure;
  PivotMeasure  *against;
  const guint   *places;
  const guint   *accepted;
  guint          n_places;
  guint          n_accepted;
} Marking;

typedef struct
{
  const char *kind;
  PivotLevel  level;
  void      (*mark) (Marking *self);
} Marker;

/* One for each kind of question. */
extern const Marker markers[];
extern const guint  n_markers;

/* Fails unless the answer is right; returns which of the markers found it. */
guint    mark               (PivotDataset *dataset, PivotQuestion *question);

/* For the markers. */
double   read_value         (PivotMeasure *measure, guint place); /* NaN if it is not there or only a limit */
gboolean has_limits         (Marking *self, PivotMeasure *measure);
gboolean is_accepted        (Marking *self, guint place);
void     assert_near        (double number, double expected, guint decimals);
void     assert_says        (Marking *self, const char *text);
void     assert_says_number (Marking *self, double number, guint decimals);
/* among: NULL for all n places. */
void     mark_extreme       (Marking *self, const guint *among, guint n, gboolean highest);

void     mark_value         (Marking *self);
void     mark_place         (Marking *self);
void     mark_all_extreme   (Marking *self);
void     mark_class         (Marking *self);
void     mark_first_event   (Marking *self);

void     mark_among         (Marking *self);
void     mark_neighbours    (Marking *self);
void     mark_group         (Marking *self);
void     mark_difference    (Marking *self);
void     mark_ratio         (Marking *self);
void     mark_rank          (Marking *self);
void     mark_order         (Marking *self);
void     mark_count         (Marking *self);
void     mark_median        (Marking *self);
void     mark_parity        (Marking *self);
void     mark_years         (Marking *self);

void     mark_mean          (Marking *self);
void     mark_rule          (Marking *self);
void     mark_ranks         (Marking *self);
void     mark_extremes      (Marking *self);
void     mark_cuts          (Marking *self);
void     mark_check         (Marking *self);
void     mark_conflict      (Marking *self);
void     mark_customers     (Marking *self);

G_END_DECLS
