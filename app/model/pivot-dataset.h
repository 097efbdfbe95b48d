/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-check.h"
#include "pivot-figure.h"
#include "pivot-firm.h"
#include "pivot-geometry.h"
#include "pivot-group.h"
#include "pivot-measure.h"
#include "pivot-place.h"
#include "pivot-source.h"
#include "pivot-story.h"

G_BEGIN_DECLS

/* A whole dataset. Immutable after loading; any thread may read it. */
#define PIVOT_TYPE_DATASET (pivot_dataset_get_type ())
G_DECLARE_FINAL_TYPE (PivotDataset, pivot_dataset, PIVOT, DATASET, GObject)

const char      *pivot_dataset_get_id           (PivotDataset *self);
const PivotText *pivot_dataset_get_title        (PivotDataset *self);
const PivotText *pivot_dataset_get_description  (PivotDataset *self);
const PivotText *pivot_dataset_get_license      (PivotDataset *self);
const char      *pivot_dataset_get_default_view (PivotDataset *self); /* view JSON as text */
GFile           *pivot_dataset_get_folder       (PivotDataset *self);
const char      *pivot_dataset_get_attribution  (PivotDataset *self); /* of the boundaries, as their file gives it; or NULL */

/* Lists (transfer none). */
GListModel      *pivot_dataset_get_sources      (PivotDataset *self); /* of PivotSource */
GListModel      *pivot_dataset_get_places       (PivotDataset *self); /* of PivotPlace */
GListModel      *pivot_dataset_get_groups       (PivotDataset *self); /* of PivotGroup */
GListModel      *pivot_dataset_get_measures     (PivotDataset *self); /* of PivotMeasure, in the file's order */
GListModel      *pivot_dataset_get_firms        (PivotDataset *self); /* of PivotFirm */
GListModel      *pivot_dataset_get_figures      (PivotDataset *self); /* of PivotFigure */
GListModel      *pivot_dataset_get_stories      (PivotDataset *self); /* of PivotStory, one a part */
GListModel      *pivot_dataset_get_checks       (PivotDataset *self); /* of PivotCheck */

/* By id (transfer none); NULL if there is none such, or if id is NULL. */
PivotSource     *pivot_dataset_find_source      (PivotDataset *self, const char *id);
PivotPlace      *pivot_dataset_find_place       (PivotDataset *self, const char *id);
PivotGroup      *pivot_dataset_find_group       (PivotDataset *self, const char *id);
PivotMeasure    *pivot_dataset_find_measure     (PivotDataset *self, const char *id);
PivotFirm       *pivot_dataset_find_firm        (PivotDataset *self, const char *id);
PivotFigure     *pivot_dataset_find_figure      (PivotDataset *self, const char *id);

guint            pivot_dataset_get_n_places     (PivotDataset *self);
PivotPlace      *pivot_dataset_get_place        (PivotDataset *self, guint index);  /* (transfer none) */
int              pivot_dataset_get_place_index  (PivotDataset *self, const char *id); /* −1 if none */

/* The value at a path "measure/place" or "figure/series/x"; NULL if there is none. */
const PivotValue *pivot_dataset_find_value      (PivotDataset *self, const char *path);

/* Boundaries in degrees; region i is place i (empty if it has no boundary). */
PivotGeometry   *pivot_dataset_get_boundaries   (PivotDataset *self); /* (transfer none) */
PivotGeometry   *pivot_dataset_get_context      (PivotDataset *self); /* neighbours; or NULL (transfer none) */
/* The same boundaries in the unit square of Web Mercator, made while loading (transfer none). */
PivotGeometry   *pivot_dataset_get_mercator         (PivotDataset *self);
PivotGeometry   *pivot_dataset_get_mercator_context (PivotDataset *self); /* or NULL */
/* File of "boundaries-hi" or "boundaries-lo", or NULL if the dataset has none (transfer full). */
GFile           *pivot_dataset_get_file         (PivotDataset *self, const char *kind);

G_END_DECLS
