/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../finalize.h"
#include "lesson-folder.h"
#include "pivot-lesson-autosave.h"

#define DELAY 20 /* ms */
#define PATIENCE (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  Folder               folder;
  PivotLessonAutosave *autosave;
  PivotLesson         *lesson;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  folder_set_up (&fixture->folder, NULL);
  fixture->autosave = pivot_lesson_autosave_new (fixture->folder.folder, DELAY);
  fixture->lesson = save_lesson (&fixture->folder, "a.pivot-lesson");
  pivot_lesson_autosave_add (fixture->autosave, fixture->lesson);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_finalize_soon (fixture->autosave);
  g_assert_finalize_object (fixture->lesson);
  folder_tear_down (&fixture->folder, NULL);
}

static guint
count_copies (const Fixture *fixture)
{
  return count_files (fixture->folder.copies, PIVOT_LESSON_EXTENSION);
}

/* All copies, one after another. */
static char *
read_copies (const Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder.copies, 0, NULL);
  g_autoptr(GString) all = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, PIVOT_LESSON_EXTENSION))
      {
        g_autofree char *path = g_build_filename (fixture->folder.copies, name, NULL), *text = NULL;

        if (g_file_get_contents (path, &text, NULL, NULL))
          g_string_append (all, text);
      }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
wake_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_copy (const Fixture *fixture,
               PivotLesson   *lesson)
{
  g_autoptr(GBytes) bytes = pivot_lesson_file_write_backup (lesson);
  g_autofree char *expected = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), *found = NULL;
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  guint wake = g_timeout_add (5, wake_cb, NULL);

  for (found = read_copies (fixture); g_strcmp0 (found, expected) != 0 && g_get_monotonic_time () < deadline;
       g_free (found), found = read_copies (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_cmpstr (found, ==, expected);
}

static void
wait_for_no_files (const Fixture *fixture,
                   const char    *ending)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  guint wake = g_timeout_add (5, wake_cb, NULL);

  while (count_files (fixture->folder.copies, ending) > 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_cmpuint (count_files (fixture->folder.copies, ending), ==, 0);
}

static void
wait_for_none (const Fixture *fixture)
{
  wait_for_no_files (fixture, PIVOT_LESSON_EXTENSION);
}

/* Long enough for what should not happen. */
static void
wait_in_vain (void)
{
  gint64 deadline = g_get_monotonic_time () + 5 * DELAY * G_TIME_SPAN_MILLISECOND;
  guint wake = g_timeout_add (5, wake_cb, NULL);

  while (g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

/* What is saved has no copy; what changes has one, and no second. */
static void
test_change (Fixture       *fixture,
             gconstpointer  unused)
{
  wait_in_vain ();
  g_assert_false (g_file_test (fixture->folder.copies, G_FILE_TEST_EXISTS));
  g_assert_false (g_main_context_pending (NULL));

  pivot_lesson_set_title (fixture->lesson, "Changed");
  g_assert_cmpuint (count_copies (fixture), ==, 0);
  wait_for_copy (fixture, fixture->lesson);
  pivot_lesson_step_set_text (pivot_lesson_get_step (fixture->lesson, 0), "and again");
  wait_for_copy (fixture, fixture->lesson);

  pivot_lesson_set_modified (fixture->lesson, FALSE);
  wait_in_vain ();
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  pivot_lesson_autosave_settle (fixture->autosave, fixture->lesson);
  wait_for_none (fixture);
}

/* One that is unsaved when it comes; and one that could not be saved. */
static void
test_unsaved (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr(PivotLesson) recorded = new_lesson ("Recorded");

  g_assert_true (pivot_lesson_get_modified (recorded));
  pivot_lesson_autosave_add (fixture->autosave, recorded);
  pivot_lesson_autosave_add (fixture->autosave, recorded);
  wait_for_copy (fixture, recorded);
  pivot_lesson_autosave_remove (fixture->autosave, recorded);
  wait_for_none (fixture);
  pivot_lesson_set_title (recorded, "No longer looked at");
  wait_in_vain ();
  g_assert_cmpuint (count_copies (fixture), ==, 0);

  pivot_lesson_set_modified (fixture->lesson, TRUE);
  wait_for_copy (fixture, fixture->lesson);
}

/* Removed while a worker writes: it goes when that is done. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      gint64 end = g_get_monotonic_time () + i % 10 * 3000;

      pivot_lesson_set_title (fixture->lesson, title);
      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
      pivot_lesson_set_modified (fixture->lesson, FALSE);
      pivot_lesson_autosave_settle (fixture->autosave, fixture->lesson);
    }
  wait_in_vain ();
  wait_for_none (fixture);

  pivot_lesson_set_title (fixture->lesson, "At last");
  wait_for_copy (fixture, fixture->lesson);
}

/* Changes that come faster than a worker writes: there is one copy, and it is of the last of them. */
static void
test_hurry (Fixture       *fixture,
            gconstpointer  unused)
{
  PivotLessonAutosave *hurried = pivot_lesson_autosave_new (fixture->folder.folder, 0);
  g_autoptr(PivotLesson) lesson = new_lesson ("Recorded");

  pivot_lesson_autosave_add (hurried, lesson);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      pivot_lesson_set_title (lesson, title);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for_copy (fixture, lesson);
  pivot_lesson_autosave_remove (hurried, lesson);
  wait_for_none (fixture);
  assert_finalize_soon (hurried);
}

/* What changes while it is being saved is in a copy that knows the new file. */
static void
test_saved_elsewhere (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr(GFile) elsewhere = g_file_new_for_path ("/elsewhere.pivot-lesson");

  pivot_lesson_set_title (fixture->lesson, "Changed");
  wait_for_copy (fixture, fixture->lesson);
  pivot_lesson_set_file (fixture->lesson, elsewhere);
  pivot_lesson_autosave_settle (fixture->autosave, fixture->lesson);
  wait_for_copy (fixture, fixture->lesson);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The first goes without having come to its end; the second has its lesson, and goes on with its copy. */
static void
test_restore (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  PivotLesson *lesson;

  pivot_lesson_set_title (fixture->lesson, "Changed");
  wait_for_copy (fixture, fixture->lesson);
  assert_finalize_soon (fixture->autosave);
  wait_for_no_files (fixture, ".lock");

  fixture->autosave = pivot_lesson_autosave_new (fixture->folder.folder, DELAY);
  pivot_lesson_autosave_restore_async (fixture->autosave, NULL, restored_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  backups = pivot_lesson_autosave_restore_finish (fixture->autosave, result, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  lesson = ((PivotLessonBackup *) g_ptr_array_index (backups, 0))->lesson;
  g_assert_cmpstr (pivot_lesson_get_title (lesson), ==, "Changed");
  g_assert_true (g_file_equal (pivot_lesson_get_file (lesson), pivot_lesson_get_file (fixture->lesson)));

  pivot_lesson_autosave_add (fixture->autosave, lesson);
  pivot_lesson_set_title (lesson, "Changed once more");
  wait_for_copy (fixture, lesson);
  pivot_lesson_set_modified (lesson, FALSE);
  pivot_lesson_autosave_settle (fixture->autosave, lesson);
  wait_for_none (fixture);
}

static void
failed_cb (PivotLessonAutosave *autosave,
           const GError        *error,
           guint               *n)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  ++*n;
}

/* It is told once, and tried with every change. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder.path, "state", NULL);
  guint n = 0;

  g_signal_connect (fixture->autosave, "failed", G_CALLBACK (failed_cb), &n);
  g_assert_true (g_file_set_contents (path, "a file", -1, NULL));
  pivot_lesson_set_title (fixture->lesson, "Changed");
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  pivot_lesson_set_title (fixture->lesson, "Changed once more");
  wait_in_vain ();
  g_assert_cmpuint (n, ==, 1);

  g_unlink (path);
  pivot_lesson_set_title (fixture->lesson, "Changed again");
  wait_for_copy (fixture, fixture->lesson);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "change", test_change },
    { "unsaved", test_unsaved },
    { "busy", test_busy },
    { "hurry", test_hurry },
    { "saved-elsewhere", test_saved_elsewhere },
    { "restore", test_restore },
    { "failure", test_failure },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/lesson-autosave/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
