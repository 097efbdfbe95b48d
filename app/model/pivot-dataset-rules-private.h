/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-private.h"

G_BEGIN_DECLS

/* Rules that no part of a dataset can see by itself. What breaks them becomes a problem of the load. root: the whole file, whose
 * node is NULL where it could not be read. */

/* No two places share a code, which is official, or a cell of the tile grid, where they would hide each other. */
void _pivot_dataset_check_places     (PivotLoad *load, const PivotJson *root);
/* Each part of the story once, and one for each figure. */
void _pivot_dataset_check_story      (PivotLoad *load, const PivotJson *root);
/* Boundaries and places are the same set. name: of the boundaries' file. */
void _pivot_dataset_check_boundaries (PivotLoad *load, const char *name, PivotGeometry *geometry);

G_END_DECLS
