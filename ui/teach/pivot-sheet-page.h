/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-sheet.h"

G_BEGIN_DECLS

/* A page of a sheet as it will be on paper, as wide as there is room for. The sheet has to live as long as the page. */
#define PIVOT_TYPE_SHEET_PAGE (pivot_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotSheetPage, pivot_sheet_page, PIVOT, SHEET_PAGE, GtkWidget)

/* name: how it is called, for who does not see it. */
GtkWidget *pivot_sheet_page_new (PivotSheet *sheet, guint number, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
