/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-dataset.h"

#include <sys/stat.h>
#include <unistd.h>
#include <glib/gstdio.h>

/* Files that are not what a dataset's files should be, before a word of them is read. */

static char *
file_path (SmallDataset *small,
           const char   *file)
{
  return g_build_filename (g_file_peek_path (small->folder), file, NULL);
}

static void
assert_problem (SmallDataset *small,
                const char   *expected)
{
  g_autofree char *message = small_dataset_load (small, NULL);

  if (message == NULL || !g_pattern_match_simple (expected, message))
    g_error ("“%s” does not match “%s”", message, expected);
}

/* Refused by its size, before a byte is read: the hole would fill the memory. */
static void
test_sparse (SmallDataset  *small,
             gconstpointer  data)
{
  g_autofree char *path = file_path (small, data);

  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (2) << 30), ==, 0);
  assert_problem (small, g_str_has_suffix (data, ".json") ? "*.json: expected at most 67.1*MB, found 2.1*GB"
                                                          : "*.geojson: expected at most 1.1*GB, found 2.1*GB");
}

static void
test_missing (SmallDataset  *small,
              gconstpointer  data)
{
  g_autofree char *path = file_path (small, data);
  g_autofree char *expected = g_strdup_printf ("%s: expected a file of this name in the folder, found none",
                                               (const char *) data);

  g_assert_cmpint (g_remove (path), ==, 0);
  assert_problem (small, expected);
}

static void
test_empty (SmallDataset  *small,
            gconstpointer  data)
{
  g_autofree char *expected = g_strdup_printf ("%s: line 1, column 1: expected *the end of the file",
                                               (const char *) data);

  small_dataset_write (small, data, "", 0);
  assert_problem (small, expected);
}

static void
test_folder_as_file (SmallDataset  *small,
                     gconstpointer  data)
{
  g_autofree char *path = file_path (small, "firms.json");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_problem (small, "firms.json: expected a regular file, found a folder");
}

/* Must not wait for somebody to write into it. */
static void
test_fifo (SmallDataset  *small,
           gconstpointer  data)
{
  g_autofree char *path = file_path (small, data);
  g_autofree char *expected = g_strdup_printf ("%s: expected a regular file, found a special file", (const char *) data);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_problem (small, expected);
}

static void
test_device (SmallDataset  *small,
             gconstpointer  data)
{
  g_autofree char *path = file_path (small, "firms.json");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  assert_problem (small, "firms.json: expected a regular file, found a special file");
}

/* A link to a file is as good as the file. */
static void
test_link (SmallDataset  *small,
           gconstpointer  data)
{
  g_autofree char *path = file_path (small, "firms.json");
  g_autofree char *target = file_path (small, "f.json");
  g_autofree char *message = NULL;

  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  message = small_dataset_load (small, NULL);
  g_assert_cmpstr (message, ==, NULL);
}

/* Root may read everything, so be nobody for a while. */
static void
assert_no_permission (SmallDataset *small,
                      const char   *expected)
{
  gboolean root = geteuid () == 0;

  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_problem (small, expected);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_locked_folder (SmallDataset  *small,
                    gconstpointer  data)
{
  g_assert_cmpint (g_chmod (g_file_peek_path (small->folder), 0), ==, 0);
  assert_no_permission (small, "dataset.json: expected a file that you have permission to read");
  g_assert_cmpint (g_chmod (g_file_peek_path (small->folder), 0700), ==, 0);
}

static void
test_locked_file (SmallDataset  *small,
                  gconstpointer  data)
{
  g_autofree char *path = file_path (small, "dataset.json");

  g_assert_cmpint (g_chmod (g_file_peek_path (small->folder), 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_no_permission (small, "dataset.json: expected a file that you have permission to read");
}

static void
test_no_folder (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path ("/nonexistent/pivot");
  g_autoptr(PivotDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;

  dataset = pivot_dataset_loader_load (folder, NULL, NULL, &error);
  g_assert_null (dataset);
  g_assert_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "dataset.json: expected a file of this name in the folder, found none");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, data, test) \
  g_test_add (path, SmallDataset, data, small_dataset_set_up, test, small_dataset_tear_down)

  add ("/loader/files/sparse", "sources.json", test_sparse);
  add ("/loader/files/sparse-boundaries", "b.geojson", test_sparse);
  add ("/loader/files/sparse-hi", "hi.geojson", test_sparse);
  add ("/loader/files/missing", "story.json", test_missing);
  add ("/loader/files/missing-dataset", "dataset.json", test_missing);
  add ("/loader/files/missing-boundaries", "b.geojson", test_missing);
  add ("/loader/files/empty", "story.json", test_empty);
  add ("/loader/files/empty-dataset", "dataset.json", test_empty);
  add ("/loader/files/empty-boundaries", "b.geojson", test_empty);
  add ("/loader/files/folder", NULL, test_folder_as_file);
  add ("/loader/files/fifo", "places.json", test_fifo);
  add ("/loader/files/fifo-hi", "hi.geojson", test_fifo);
  add ("/loader/files/device", NULL, test_device);
  add ("/loader/files/link", NULL, test_link);
  add ("/loader/files/locked-folder", NULL, test_locked_folder);
  add ("/loader/files/locked-file", NULL, test_locked_file);
  g_test_add_func ("/loader/files/no-folder", test_no_folder);

  return g_test_run ();
}
