/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lesson-folder.h"
#include "pivot-lesson-backups.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

static char *
write_copy (PivotLessonBackups *backups,
            PivotLesson        *lesson,
            const char         *name)
{
  g_autoptr(GBytes) bytes = pivot_lesson_file_write_backup (lesson);
  g_autoptr(GError) error = NULL;
  char *written = pivot_lesson_backups_write (backups, name, bytes, &error);

  g_assert_no_error (error);

  return written;
}

/* Writes a copy in a process that is then killed. */
static void
leave_copy (const Folder *folder,
            PivotLesson  *lesson)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      PivotLessonBackups *backups = pivot_lesson_backups_new (folder->folder);

      g_free (write_copy (backups, lesson, NULL));
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
}

/* The clock of files is a coarse one: as if a minute had gone by. */
static void
age_copies (const Folder *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder->copies, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->copies, name, NULL);
      struct stat file;
      struct utimbuf times;

      g_assert_cmpint (g_stat (path, &file), ==, 0);
      times.actime = times.modtime = file.st_mtime - 60;
      g_assert_cmpint (utime (path, &times), ==, 0);
    }
}

static GPtrArray *
take (const Folder *folder)
{
  g_autoptr(PivotLessonBackups) backups = pivot_lesson_backups_new (folder->folder);

  return pivot_lesson_backups_take (backups);
}

static void
test_killed (Folder        *folder,
             gconstpointer  unused)
{
  g_autoptr(PivotLesson) unnamed = new_lesson ("Recorded"), saved = save_lesson (folder, "a b.pivot-lesson");
  g_autoptr(PivotLessonBackups) next = pivot_lesson_backups_new (folder->folder);
  g_autoptr(GPtrArray) taken = NULL;
  const PivotLessonBackup *backup;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Recorded %u", i);

      pivot_lesson_set_title (unnamed, title);
      leave_copy (folder, unnamed);
      age_copies (folder);
    }
  pivot_lesson_set_title (saved, "Changed");
  leave_copy (folder, saved);
  g_assert_cmpuint (count_files (folder->copies, ".lock"), ==, 6);

  taken = pivot_lesson_backups_take (next);
  g_assert_cmpuint (taken->len, ==, 6);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Recorded %u", i);

      g_assert_cmpstr (pivot_lesson_get_title (((PivotLessonBackup *) g_ptr_array_index (taken, i))->lesson), ==, title);
    }
  backup = g_ptr_array_index (taken, 0);
  g_assert_no_error (backup->error);
  g_assert_cmpstr (pivot_lesson_step_get_notes (pivot_lesson_get_step (backup->lesson, 0)), ==, "说慢点");
  g_assert_true (pivot_lesson_get_modified (backup->lesson));
  g_assert_null (pivot_lesson_get_file (backup->lesson));
  backup = g_ptr_array_index (taken, 5);
  g_assert_cmpstr (pivot_lesson_get_title (backup->lesson), ==, "Changed");
  g_assert_true (pivot_lesson_get_modified (backup->lesson));
  g_assert_true (g_file_equal (pivot_lesson_get_file (backup->lesson), pivot_lesson_get_file (saved)));

  /* They stay until they are saved, and the locks of the dead are gone. */
  g_assert_cmpuint (count_files (folder->copies, PIVOT_LESSON_EXTENSION), ==, 6);
  g_assert_cmpuint (count_files (folder->copies, ".lock"), ==, 1);
  for (guint i = 0; i < taken->len; i++)
    {
      backup = g_ptr_array_index (taken, i);
      g_assert_true (pivot_lesson_backups_remove (next, backup->name, NULL));
      g_assert_true (pivot_lesson_backups_remove (next, backup->name, NULL));
    }
  g_assert_cmpuint (count_files (folder->copies, PIVOT_LESSON_EXTENSION), ==, 0);
}

/* Whoever runs keeps what is its own, also what it took over; whatever it leaves goes to the next. */
static void
test_side_by_side (Folder        *folder,
                   gconstpointer  unused)
{
  g_autoptr(PivotLesson) lesson = new_lesson ("Mine");
  PivotLessonBackups *first = pivot_lesson_backups_new (folder->folder), *second = pivot_lesson_backups_new (folder->folder);
  g_autofree char *name = write_copy (first, lesson, NULL), *again = NULL;
  g_autoptr(GPtrArray) nothing = pivot_lesson_backups_take (second), one = NULL, still_nothing = NULL, last = NULL;

  g_assert_cmpuint (nothing->len, ==, 0);
  pivot_lesson_set_title (lesson, "Mine, changed");
  again = write_copy (first, lesson, name);
  g_assert_cmpstr (again, ==, name);
  g_assert_cmpuint (count_files (folder->copies, PIVOT_LESSON_EXTENSION), ==, 1);

  g_object_unref (first);
  one = pivot_lesson_backups_take (second);
  g_assert_cmpuint (one->len, ==, 1);
  still_nothing = take (folder);
  g_assert_cmpuint (still_nothing->len, ==, 0);

  g_object_unref (second);
  last = take (folder);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (pivot_lesson_get_title (((PivotLessonBackup *) g_ptr_array_index (last, 0))->lesson), ==, "Mine, changed");
}

/* The program ended between the saving and the removing of the copy. */
static void
test_saved (Folder        *folder,
            gconstpointer  unused)
{
  g_autoptr(PivotLesson) lesson = save_lesson (folder, "a.pivot-lesson");
  g_autoptr(GPtrArray) taken = NULL;

  leave_copy (folder, lesson);
  taken = take (folder);
  g_assert_cmpuint (taken->len, ==, 0);
  g_assert_cmpuint (count_files (folder->copies, ""), ==, 0);
}

/* A file that was saved after its copy was written is another lesson, which must not be written over unawares. */
static void
test_newer (Folder        *folder,
            gconstpointer  unused)
{
  g_autoptr(PivotLesson) lesson = save_lesson (folder, "a.pivot-lesson");
  g_autofree char *path = g_file_get_path (pivot_lesson_get_file (lesson));
  const struct utimbuf later = { g_get_real_time () / G_USEC_PER_SEC + 60, g_get_real_time () / G_USEC_PER_SEC + 60 };
  g_autoptr(GPtrArray) taken = NULL;
  const PivotLessonBackup *backup;

  pivot_lesson_set_title (lesson, "Other");
  leave_copy (folder, lesson);
  g_assert_cmpint (utime (path, &later), ==, 0);
  taken = take (folder);
  g_assert_cmpuint (taken->len, ==, 1);
  backup = g_ptr_array_index (taken, 0);
  g_assert_cmpstr (pivot_lesson_get_title (backup->lesson), ==, "Other");
  g_assert_null (pivot_lesson_get_file (backup->lesson));
}

/* The file may be gone: saving makes it anew. */
static void
test_deleted (Folder        *folder,
              gconstpointer  unused)
{
  g_autoptr(PivotLesson) lesson = save_lesson (folder, "a.pivot-lesson");
  g_autofree char *path = g_file_get_path (pivot_lesson_get_file (lesson));
  g_autoptr(GPtrArray) taken = NULL;
  const PivotLessonBackup *backup;

  leave_copy (folder, lesson);
  g_unlink (path);
  taken = take (folder);
  g_assert_cmpuint (taken->len, ==, 1);
  backup = g_ptr_array_index (taken, 0);
  g_assert_true (g_file_equal (pivot_lesson_get_file (backup->lesson), pivot_lesson_get_file (lesson)));
}

/* It is told once, kept byte by byte, and the others come back all the same. */
static void
test_damaged (Folder        *folder,
              gconstpointer  unused)
{
  g_autoptr(PivotLesson) lesson = new_lesson ("Whole");
  g_autoptr(GPtrArray) taken = NULL, again = NULL;
  g_autofree char *text = NULL, *kept = NULL, *damaged = g_build_filename (folder->copies, "damaged", NULL);
  g_autofree char *name = g_strdup_printf ("%s-1" PIVOT_LESSON_EXTENSION, "0a8b1c1e-0f40-4f4b-b2b7-1f1c5d0e9a11");
  g_autofree char *path = g_build_filename (folder->copies, name, NULL), *kept_path = NULL;
  const PivotLessonBackup *backup;
  g_autoptr(GBytes) bytes = pivot_lesson_file_write_backup (lesson);

  leave_copy (folder, lesson);
  age_copies (folder);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 9);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  taken = take (folder);
  g_assert_cmpuint (taken->len, ==, 2);
  backup = g_ptr_array_index (taken, 0);
  g_assert_cmpstr (pivot_lesson_get_title (backup->lesson), ==, "Whole");
  backup = g_ptr_array_index (taken, 1);
  g_assert_null (backup->lesson);
  g_assert_null (backup->name);
  g_assert_error (backup->error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX);
  g_assert_cmpuint (g_list_model_get_n_items (backup->problems), ==, 1);
  kept_path = g_file_get_path (backup->file);
  g_assert_true (g_str_has_prefix (kept_path, damaged));
  g_assert_true (g_file_get_contents (kept_path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);

  again = take (folder);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (count_files (damaged, PIVOT_LESSON_EXTENSION), ==, 1);
}

/* Files of others in the folder are left alone, and where there is no folder none is made. */
static void
test_others (Folder        *folder,
             gconstpointer  unused)
{
  g_autoptr(GPtrArray) nothing = take (folder), taken = NULL;
  static const char * const names[] = { "mine.pivot-lesson", "0a8b1c1e-0f40-4f4b-b2b7-1f1c5d0e9a1x-1.pivot-lesson", "lock", ".lock",
                                        "0a8b1c1e-0f40-4f4b-b2b7-1f1c5d0e9a11.txt" };

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_false (g_file_test (folder->copies, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_mkdir_with_parents (folder->copies, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder->copies, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
    }
  taken = take (folder);
  g_assert_cmpuint (taken->len, ==, 0);
  g_assert_cmpuint (count_files (folder->copies, ""), ==, G_N_ELEMENTS (names));
}

/* A folder that cannot be. */
static void
test_no_folder (Folder        *folder,
                gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (folder->path, "state", NULL);
  g_autoptr(PivotLessonBackups) backups = pivot_lesson_backups_new (folder->folder);
  g_autoptr(PivotLesson) lesson = new_lesson ("Lost");
  g_autoptr(GBytes) bytes = pivot_lesson_file_write_backup (lesson);
  g_autoptr(GPtrArray) taken = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_true (g_file_set_contents (path, "a file", -1, NULL));
  name = pivot_lesson_backups_write (backups, NULL, bytes, &error);
  g_assert_null (name);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, folder->copies));
  taken = pivot_lesson_backups_take (backups);
  g_assert_cmpuint (taken->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Folder *folder, gconstpointer unused);
  } tests[] = {
    { "killed", test_killed },
    { "side-by-side", test_side_by_side },
    { "saved", test_saved },
    { "newer", test_newer },
    { "deleted", test_deleted },
    { "damaged", test_damaged },
    { "others", test_others },
    { "no-folder", test_no_folder },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/lesson-backups/", tests[i].name, NULL);

      g_test_add (path, Folder, NULL, folder_set_up, tests[i].test, folder_tear_down);
    }

  return g_test_run ();
}
