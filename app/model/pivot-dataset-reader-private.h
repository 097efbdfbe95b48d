/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-loader.h"
#include "pivot-dataset-private.h"

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

/* What the reader's files share: pivot-dataset-reader.c goes through the folder, pivot-dataset-reader-manifest.c reads
 * what names the other files, -parts.c the lists of things with ids, and -geometry.c the boundaries. */

typedef enum
{
  PIVOT_FILE_SOURCES = PIVOT_KIND_SOURCE,
  PIVOT_FILE_GROUPS = PIVOT_KIND_GROUP,
  PIVOT_FILE_PLACES = PIVOT_KIND_PLACE,
  PIVOT_FILE_MEASURES = PIVOT_KIND_MEASURE,
  PIVOT_FILE_FIRMS = PIVOT_KIND_FIRM,
  PIVOT_FILE_FIGURES = PIVOT_KIND_FIGURE,
  PIVOT_FILE_STORY = PIVOT_KIND_STORY,
  PIVOT_FILE_CHECKS = PIVOT_KIND_CHECK,
  PIVOT_FILE_BOUNDARIES,
  PIVOT_FILE_BOUNDARIES_HI,
  PIVOT_FILE_BOUNDARIES_LO,
  PIVOT_FILE_CONTEXT,
  PIVOT_N_FILES
} PivotFileKind;

/* What reading one folder needs. roots[i] is NULL where a file could not be read or parsed. */
typedef struct
{
  PivotLoad          load;
  GCancellable      *cancellable;
  PivotProgressFunc  progress;
  gpointer           progress_data;
  double             progress_from;
  double             progress_to;

  char              *names[PIVOT_N_FILES];
  JsonNode          *manifest;
  JsonNode          *roots[PIVOT_N_KINDS];
  GPtrArray         *firms;            /* while they are read */
} PivotDatasetReader;

void          _pivot_dataset_reader_report             (double fraction, gpointer data); /* data: the reader */
gboolean      _pivot_dataset_reader_is_cancelled       (PivotDatasetReader *self);
PivotJsonFile _pivot_dataset_reader_open               (PivotDatasetReader *self, const char *name);
JsonNode     *_pivot_dataset_reader_read_json          (PivotDatasetReader *self,
                                                        const char         *name) G_GNUC_WARN_UNUSED_RESULT;

void          _pivot_dataset_reader_read_manifest      (PivotDatasetReader *self);
/* Of the manifest too, when all it names has been read. */
void          _pivot_dataset_reader_read_default_view  (PivotDatasetReader *self);
void          _pivot_dataset_reader_read_parts         (PivotDatasetReader *self);
void          _pivot_dataset_reader_read_boundaries    (PivotDatasetReader *self);
void          _pivot_dataset_reader_read_context       (PivotDatasetReader *self);
void          _pivot_dataset_reader_check_other_detail (PivotDatasetReader *self);
void          _pivot_dataset_reader_project            (PivotDataset *dataset);

G_END_DECLS
