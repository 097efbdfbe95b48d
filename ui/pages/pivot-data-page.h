/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

#define PIVOT_TYPE_DATA_PAGE (pivot_data_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotDataPage, pivot_data_page, PIVOT, DATA_PAGE, GtkWidget)

GtkWidget *pivot_data_page_new (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
