/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-dataset-loader.h"

G_BEGIN_DECLS

/* A small dataset that fits the format, in a folder of its own, for tests to break. */
typedef struct
{
  GFile *folder;
} SmallDataset;

void          small_dataset_set_up    (SmallDataset *self, gconstpointer data);
void          small_dataset_tear_down (SmallDataset *self, gconstpointer data);
char         *small_dataset_get       (const char *file);              /* its text as it should be (transfer full) */
void          small_dataset_write     (SmallDataset *self, const char *file, const char *data, gssize length);
/* Replaces the first find in the file by replace; fails if there is none. */
void          small_dataset_patch     (SmallDataset *self, const char *file, const char *find, const char *replace);
/* Loads it and writes all problems, one a line, sorted by nothing: as found. NULL: it fits. */
char         *small_dataset_load      (SmallDataset *self, GError **error);
PivotDataset *small_dataset_load_good (SmallDataset *self);

G_END_DECLS
