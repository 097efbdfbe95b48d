/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-export.h"

G_BEGIN_DECLS

/* A session with the same dataset and view, which whoever has it may change, and use in a thread. */
PivotSession *pivot_export_copy_session (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* "china-tech-pivot-talent-gap-map.png" (transfer full) */
char         *pivot_export_suggest_name (PivotSession *session, const PivotExportOptions *options);
/* Makes a file and saves it, wholly or not at all, in a worker. The session may change meanwhile. The language is that of the
 * process unless another is given. */
void          pivot_export_async        (PivotSession *session, const PivotExportOptions *options, const char *language,
                                         GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean      pivot_export_finish       (GAsyncResult *result, GError **error);
/* The same, without saving it. */
void          pivot_export_bytes_async  (PivotSession *session, const PivotExportOptions *options, const char *language,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes       *pivot_export_bytes_finish (GAsyncResult *result, GError **error);

G_END_DECLS
