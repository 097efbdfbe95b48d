/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-loader.h"

G_BEGIN_DECLS

/* Reads a folder into dataset; FALSE if it does not fit (problems) or was cancelled (no problem). progress may be NULL
 * and is called in this thread. */
gboolean _pivot_dataset_read     (PivotDataset *dataset, PivotProblems *problems, GCancellable *cancellable,
                                  PivotProgressFunc progress, gpointer progress_data);

/* A regular file of the folder, at most max_bytes long. NULL with a problem, or without one if cancelled. */
GBytes  *_pivot_folder_read_file (GFile *folder, const char *name, gsize max_bytes, PivotProblems *problems,
                                  GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is there to be read later. */
gboolean _pivot_folder_has_file  (GFile *folder, const char *name, gsize max_bytes, PivotProblems *problems,
                                  GCancellable *cancellable);

G_END_DECLS
