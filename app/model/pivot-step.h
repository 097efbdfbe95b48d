/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* One step of a part of the story. Immutable. */
#define PIVOT_TYPE_STEP (pivot_step_get_type ())
G_DECLARE_FINAL_TYPE (PivotStep, pivot_step, PIVOT, STEP, GObject)

const PivotText *pivot_step_get_title  (PivotStep *self);
const PivotText *pivot_step_get_text   (PivotStep *self);
const char      *pivot_step_get_figure (PivotStep *self); /* id, or NULL */
const char      *pivot_step_get_view   (PivotStep *self); /* view JSON as text */

G_END_DECLS
