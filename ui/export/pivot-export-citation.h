/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-sheet.h"

G_BEGIN_DECLS

/* The sources of what is shown, as a list of references has them (transfer full). */
char *pivot_export_cite (PivotSession *session, const PivotSheetOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
