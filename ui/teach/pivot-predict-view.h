/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* Predict, then reveal: teams rank places by the measure of the map, or paint its classes, before the data are shown. */
#define PIVOT_TYPE_PREDICT_VIEW (pivot_predict_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotPredictView, pivot_predict_view, PIVOT, PREDICT_VIEW, GtkWidget)

GtkWidget *pivot_predict_view_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
