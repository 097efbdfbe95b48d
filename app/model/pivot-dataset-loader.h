/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-problem.h"

G_BEGIN_DECLS

#define PIVOT_LOADER_MAX_PROBLEMS 50

/* Called in the main context of the caller of load_async: fraction 0…1. */
typedef void (*PivotProgressFunc) (double fraction, gpointer user_data);

/* Reads and checks a dataset folder. NULL, error and problems (a list of PivotProblem, transfer full, may be NULL out) if it
 * does not fit. The error is a PIVOT_DATA_ERROR that sums up, or G_IO_ERROR_CANCELLED. Any thread. */
PivotDataset *pivot_dataset_loader_load        (GFile *folder, GCancellable *cancellable,
                                                GListModel **problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_dataset_loader_load_async  (GFile *folder, GCancellable *cancellable,
                                                PivotProgressFunc progress, gpointer progress_data,
                                                GAsyncReadyCallback callback, gpointer user_data);
PivotDataset *pivot_dataset_loader_load_finish (GAsyncResult *result, GListModel **problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
