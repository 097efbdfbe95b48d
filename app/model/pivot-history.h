/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* Back and forward: a stack of views of one session. Properties (readable): can-back, can-forward.
 * Changes within one main loop turn are one step; camera moves that follow each other within a second are one step; hovering is none. */
#define PIVOT_TYPE_HISTORY (pivot_history_get_type ())
G_DECLARE_FINAL_TYPE (PivotHistory, pivot_history, PIVOT, HISTORY, GObject)

PivotHistory *pivot_history_new             (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_history_back            (PivotHistory *self);
void          pivot_history_forward         (PivotHistory *self);
void          pivot_history_flush           (PivotHistory *self); /* records a pending change now */
void          pivot_history_clear           (PivotHistory *self);
gboolean      pivot_history_get_can_back    (PivotHistory *self);
gboolean      pivot_history_get_can_forward (PivotHistory *self);

G_END_DECLS
