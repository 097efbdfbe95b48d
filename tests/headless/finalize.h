/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define FINALIZE_PATIENCE (20 * G_TIME_SPAN_SECOND)

/* As g_assert_finalize_object (), for what a worker has held: a thread lets go of its task a moment after the answer is there. */
static inline void
assert_finalize_soon (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + FINALIZE_PATIENCE;
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);

  while (g_atomic_pointer_get (&weak) != NULL && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_assert_null (g_atomic_pointer_get (&weak));
}
