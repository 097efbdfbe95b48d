/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* A worksheet about what the map shows, with its answers: how it is to be, its pages as they will be on paper, and saving and printing.
 * What is chosen are options of the session. */
#define PIVOT_TYPE_WORKSHEET_VIEW (pivot_worksheet_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotWorksheetView, pivot_worksheet_view, PIVOT, WORKSHEET_VIEW, GtkWidget)

GtkWidget *pivot_worksheet_view_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
