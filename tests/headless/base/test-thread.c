/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-thread.h"

/* How long the thread works on when nobody waits for it any more. */
#define WORK_US (100 * 1000)

typedef struct
{
  gboolean worked;
  gboolean called;
} Work;

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;

  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_usleep (WORK_US);
  work->worked = TRUE;
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Work *work = user_data;

  work->called = TRUE;
}

static void
activate_cb (GApplication *application,
             Work         *work)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, done_cb, work);

  g_task_set_task_data (task, work, NULL);
  pivot_run_in_thread (task, work_in_thread);
  /* As the end of a window does. */
  g_cancellable_cancel (cancellable);
}

/* An application that has nothing else to do ends when its thread has, and not before. */
static void
test_end (void)
{
  Work work = { FALSE, FALSE };
  g_autoptr(GApplication) application = g_application_new ("org.pivot.Explorer.Test", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &work);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  g_assert_true (work.worked);
  g_assert_true (work.called);
}

/* Without an application it is as any task. */
static void
test_alone (void)
{
  Work work = { FALSE, FALSE };

  g_assert_null (g_application_get_default ());
  activate_cb (NULL, &work);
  while (!work.called)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (work.worked);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/alone", test_alone);
  g_test_add_func ("/thread/end", test_end);

  return g_test_run ();
}
