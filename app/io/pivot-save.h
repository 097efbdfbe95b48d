/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes bytes to a file, wholly or not at all: on error and when cancelled the file is what it was before, and nothing is left
 * beside it. The error (G_IO_ERROR) names the file, the cause and what to do. */
gboolean pivot_save        (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);
/* The same in a worker. */
void     pivot_save_async  (GFile *file, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean pivot_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
