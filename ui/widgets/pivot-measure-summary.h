/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* The measure on the map in a few lines: what it is, and which places have most and least of it; a click selects them. */
#define PIVOT_TYPE_MEASURE_SUMMARY (pivot_measure_summary_get_type ())
G_DECLARE_FINAL_TYPE (PivotMeasureSummary, pivot_measure_summary, PIVOT, MEASURE_SUMMARY, GtkWidget)

void pivot_measure_summary_set_session (PivotMeasureSummary *self, PivotSession *session);

G_END_DECLS
