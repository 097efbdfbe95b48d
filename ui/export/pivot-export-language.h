/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-export.h"

G_BEGIN_DECLS

/* The program's languages other than that of the window. */
typedef struct
{
  const char *id;      /* as --language takes it */
  const char *label;   /* in itself */
} PivotExportLanguage;

const PivotExportLanguage *pivot_export_get_languages    (guint *n);
/* As pivot_export_make (), with the words of another language. Blocks: for a worker. */
GBytes                    *pivot_export_make_in_language (PivotSession *session, const PivotExportOptions *options,
                                                          const char *language, GCancellable *cancellable,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
