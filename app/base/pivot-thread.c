/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-thread.h"

static void
completed_cb (GTask        *task,
              GParamSpec   *pspec,
              GApplication *application)
{
  g_application_release (application);
}

/**
 * pivot_run_in_thread:
 * @task: a task
 * @func: what to do in the thread
 *
 * Runs a task in a thread, as g_task_run_in_thread(), and keeps the application from its end until the task is done.
 *
 * The end of a process takes away what a thread still draws with, and what it has not yet written. So whoever cannot
 * wait cancels the task, and the program waits for the thread to see it. To be called in the main thread.
 */
void
pivot_run_in_thread (GTask           *task,
                     GTaskThreadFunc  func)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);
  g_return_if_fail (!g_task_get_return_on_cancel (task));

  if (application != NULL)
    {
      g_application_hold (application);
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), application, G_CONNECT_DEFAULT);
    }
  g_task_run_in_thread (task, func);
}
