/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-sheet.h"

G_BEGIN_DECLS

/* All pages of some sheets, each sheet under its title, with as many pages beside each other as can be read. */
#define PIVOT_TYPE_SHEET_VIEW (pivot_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotSheetView, pivot_sheet_view, PIVOT, SHEET_VIEW, GtkWidget)

GtkWidget *pivot_sheet_view_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_sheet_view_clear (PivotSheetView *self);
/* Takes the sheet. */
void       pivot_sheet_view_add   (PivotSheetView *self, PivotSheet *sheet, const char *title);

G_END_DECLS
