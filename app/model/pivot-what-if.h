/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* One value of a dataset that is supposed to be another. */
typedef struct
{
  PivotMeasure *measure;   /* a given one, of the dataset (transfer none) */
  guint         place;     /* that has a value of it */
  double        number;
} PivotWhatIf;

/* As the view JSON has it: "measure/place=number". FALSE if it does not fit the dataset. */
gboolean      pivot_what_if_parse  (PivotDataset *dataset, const char *text, PivotWhatIf *what_if);
char         *pivot_what_if_write  (PivotDataset *dataset, const PivotWhatIf *what_if) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a measure's values can be supposed at a place, and the range they may have. */
gboolean      pivot_what_if_range  (PivotMeasure *measure, guint place, double *least, double *most);
/* The dataset as it would be: everything but its measures is the same (transfer full). */
PivotDataset *pivot_what_if_apply  (PivotDataset *dataset, const PivotWhatIf *what_if) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
