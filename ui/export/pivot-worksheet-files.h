/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* A worksheet as files: with its answers beside it, after it, or without them, as the option "worksheet-key" of the session says. */

/* "gap-key.pdf" beside "gap.pdf" (transfer full). */
GFile   *pivot_worksheet_get_key_file (GFile *file);
/* Makes all of it and saves it, in a worker. The session may change meanwhile. */
void     pivot_worksheet_save_async   (PivotSession *session, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean pivot_worksheet_save_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
