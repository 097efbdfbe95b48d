/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* A named set of places: a cluster, a region, a block of a printed table. Immutable. Readable properties: id, label, description, source. */
#define PIVOT_TYPE_GROUP (pivot_group_get_type ())
G_DECLARE_FINAL_TYPE (PivotGroup, pivot_group, PIVOT, GROUP, GObject)

const char      *pivot_group_get_id          (PivotGroup *self);
const PivotText *pivot_group_get_label       (PivotGroup *self);
const PivotText *pivot_group_get_description (PivotGroup *self);
const char      *pivot_group_get_source      (PivotGroup *self);

G_END_DECLS
