/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Chooses one of the two measures of the session: a drop-down with a search, each row with unit and number of places.
 * Properties: session; against (boolean, construct: the compared measure instead of the coloured one). */
#define PIVOT_TYPE_MEASURE_PICKER (pivot_measure_picker_get_type ())
G_DECLARE_FINAL_TYPE (PivotMeasurePicker, pivot_measure_picker, PIVOT, MEASURE_PICKER, GtkWidget)

PivotSession *pivot_measure_picker_get_session (PivotMeasurePicker *self);
void          pivot_measure_picker_set_session (PivotMeasurePicker *self,
                                                PivotSession       *session);

G_END_DECLS
