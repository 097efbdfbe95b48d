/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-sheet.h"

G_BEGIN_DECLS

/* Parts of a worksheet, as the id of a sheet: what pupils get, and the answers. Without an id both, the answers on a sheet of paper of
 * their own. What is on it are options of the session: PIVOT_OPTION_WORKSHEET_LEVEL and those after it. */
#define PIVOT_SHEET_PUPIL "pupil"
#define PIVOT_SHEET_KEY "key"

/* In print, on the paper that the session asks for. */
void pivot_sheet_options_init_worksheet (PivotSheetOptions *options, PivotSession *session);

G_END_DECLS
