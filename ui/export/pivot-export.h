/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-export-format.h"
#include "pivot-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  PivotSheetOptions sheet;
  PivotExportFormat format;
  double            scale;      /* of PNG: pixels for one px, 1…4 */
  gboolean          outlines;   /* of SVG: letters become shapes */
} PivotExportOptions;

#define PIVOT_EXPORT_MAX_SCALE 4.0
#define PIVOT_EXPORT_MAX_PIXELS 20000

void    pivot_export_options_init (PivotExportOptions *options);
/* What a session shows, as the bytes of a file. Needs no display and no main loop; the same input gives the same bytes. */
GBytes *pivot_export_make         (PivotSession *session, const PivotExportOptions *options, GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
