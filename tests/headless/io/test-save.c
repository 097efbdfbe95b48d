/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-save.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("pivot-save-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
save (Fixture      *fixture,
      const char   *name,
      const char   *text,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr(GFile) file = g_file_new_build_filename (fixture->folder, name, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pivot_save (file, bytes, cancellable, error);
}

static void
assert_text (Fixture    *fixture,
             const char *name,
             const char *expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_saves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.csv", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autoptr(GError) error = NULL;
  struct stat info;

  g_assert_true (save (fixture, "a.csv", "one", NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "a.csv", "one");

  /* A file that is replaced keeps its rights, and a link stays one. */
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("a.csv", link), ==, 0);
  g_assert_true (save (fixture, "link.csv", "two", NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "a.csv", "two");
  g_assert_cmpint (lstat (link, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (save (fixture, "gone/a.csv", "one", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "gone/a.csv"));
  g_assert_nonnull (strstr (error->message, "The folder is gone; choose another."));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* The superuser may write anywhere, so that it is asked of a name that is a folder too. */
static void
test_forbidden (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "inner", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (inner, 0500), ==, 0);
  g_assert_false (save (fixture, "inner", "one", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (error->message, "Choose another name."));
  g_clear_error (&error);

  if (geteuid () != 0)
    {
      g_assert_false (save (fixture, "inner/a.csv", "one", NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
      g_assert_nonnull (strstr (error->message, "Choose a folder that you may write to."));
    }
  g_assert_cmpuint (count_files (inner), ==, 0);
}

static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr(GError) error = NULL;
  struct stat info;

  g_assert_false (pivot_save (file, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (stat ("/dev/null", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

/* No room for all of it, as on a full disk: the old file is still there, whole, and no half of the new one. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autoptr(GError) error = NULL;
  struct rlimit old, tight;

  g_assert_true (save (fixture, "a.csv", "one", NULL, &error));
  g_assert_no_error (error);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  tight = old;
  tight.rlim_cur = 512 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_false (save (fixture, "a.csv", large, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "Free some space, or choose another disk."));
  assert_text (fixture, "a.csv", "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save (fixture, "a.csv", "one", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_build_filename (fixture->folder, "a.csv", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pivot_save_async (file, bytes, NULL, saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (pivot_save_finish (result, &error));
  g_assert_no_error (error);
  assert_text (fixture, "a.csv", "one");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/save/saves", Fixture, NULL, set_up, test_saves, tear_down);
  g_test_add ("/io/save/vanished", Fixture, NULL, set_up, test_vanished, tear_down);
  g_test_add ("/io/save/forbidden", Fixture, NULL, set_up, test_forbidden, tear_down);
  g_test_add ("/io/save/device", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/io/save/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/io/save/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/io/save/async", Fixture, NULL, set_up, test_async, tear_down);

  return g_test_run ();
}
