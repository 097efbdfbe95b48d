/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* Sources to cite, in the order in which they are met. Sources belong to the dataset. */
void pivot_present_measure_references (GPtrArray *references, PivotDataset *dataset, PivotMeasure *measure);
void pivot_present_firm_references    (GPtrArray *references, PivotDataset *dataset, PivotFirm *firm);
void pivot_present_figure_references  (GPtrArray *references, PivotDataset *dataset, PivotFigure *figure);

G_END_DECLS
