/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

#define PIVOT_TYPE_FIRMS_PAGE (pivot_firms_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmsPage, pivot_firms_page, PIVOT, FIRMS_PAGE, GtkWidget)

GtkWidget *pivot_firms_page_new (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
