/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-classroom.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* What is done in front of a class. Each activity is a widget of ui/teach/, made when it is first asked for; which one is shown is
 * PIVOT_OPTION_ACTIVITY of the session. */
#define PIVOT_TYPE_TEACH_PAGE (pivot_teach_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotTeachPage, pivot_teach_page, PIVOT, TEACH_PAGE, GtkWidget)

GtkWidget *pivot_teach_page_new (PivotClassroom *classroom, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
