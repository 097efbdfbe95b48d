/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-sheet.h"
#include "pivot-table.h"

G_BEGIN_DECLS

/* The numbers of a sheet: for CSV, JSON and the clipboard. NULL with G_IO_ERROR_NOT_FOUND if there are none. */
PivotTable *pivot_sheet_table_new (PivotSession *session, const PivotSheetOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
