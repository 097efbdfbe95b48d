/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset-loader.h"

#include <glib/gstdio.h>

/* Datasets for tests: the bundled one, and a tiny one that tests can bend. */

static inline PivotDataset *
load_folder (const char *path)
{
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;
  PivotDataset *dataset = pivot_dataset_loader_load (folder, NULL, &problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);

  return dataset;
}

static inline PivotDataset *
load_bundled (void)
{
  g_assert_nonnull (g_getenv ("PIVOT_TEST_DATASET"));

  return load_folder (g_getenv ("PIVOT_TEST_DATASET"));
}

static inline void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static inline void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

#define TINY_SQUARE(id, x) \
  "{\"type\": \"Feature\", \"id\": \"" id "\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": " \
  "[[[" #x ", 30], [" #x ".9, 30], [" #x ".9, 31], [" #x ", 31], [" #x ", 30]]]}}"

/* Measures alpha (CN-ZJ 9.87, XX-A 5, XX-B 2.5) and beta (CN-ZJ 5.05, XX-A about 4), and their difference. */
#define TINY_MEASURES \
  "[{\"id\": \"alpha\", \"label\": \"Alpha\", \"short\": \"A\", \"unit\": \"%\", \"decimals\": 2, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {\"CN-ZJ\": 9.87, \"XX-A\": 5, \"XX-B\": 2.5}}, " \
  "{\"id\": \"beta\", \"label\": \"Beta\", \"short\": \"B\", \"unit\": \"firms\", \"decimals\": 1, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"sequential\", \"total\": null, \"source\": \"book\", \"status\": \"published\", " \
  "\"values\": {\"CN-ZJ\": 5.05, \"XX-A\": {\"value\": 4, \"status\": \"published\", \"source\": \"book\", \"bound\": \"about\"}}}, " \
  "{\"id\": \"gap\", \"label\": \"Gap\", \"short\": \"G\", \"unit\": \"points\", \"decimals\": 2, \"period\": null, " \
  "\"description\": \"d\", \"scale\": \"diverging\", \"midpoint\": 0, \"total\": null, \"source\": \"sums\", " \
  "\"status\": \"computed\", \"derive\": {\"op\": \"difference\", \"of\": [\"beta\", \"alpha\"]}}]"

/* Writes a dataset of three places, one of which the bundled one has too, into a new folder (transfer full). */
static inline char *
make_tiny_folder (const char *measures,
                  const char *checks)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("pivot-tiny-XXXXXX", &error);

  g_assert_no_error (error);
  write_file (folder, "dataset.json",
              "{\"format\": \"org.pivot.Dataset\", \"version\": 1, \"id\": \"tiny\", \"title\": \"Tiny\", \"description\": \"d\", "
              "\"languages\": [\"en\"], \"license\": \"none\", \"files\": {\"sources\": \"sources.json\", \"places\": \"places.json\", "
              "\"groups\": \"groups.json\", \"boundaries\": \"boundaries.geojson\", \"measures\": \"measures.json\", "
              "\"firms\": \"firms.json\", \"figures\": \"figures.json\", \"story\": \"story.json\", \"checks\": \"checks.json\"}, "
              "\"default\": {\"measure\": \"beta\", \"against\": \"alpha\", \"classes\": 3, \"selection\": [\"XX-A\"], "
              "\"camera\": {\"longitude\": 101, \"latitude\": 30.5, \"zoom\": 6}}}");
  write_file (folder, "sources.json",
              "[{\"id\": \"book\", \"title\": \"Book\", \"publisher\": \"P\", \"kind\": \"article\", \"date\": null, \"url\": null}, "
              "{\"id\": \"sums\", \"title\": \"Sums\", \"publisher\": \"P\", \"kind\": \"computed\", \"date\": null, \"url\": null}]");
  write_file (folder, "places.json",
              "[{\"id\": \"XX-A\", \"code\": \"1\", \"name\": \"Aa\", \"short\": \"A\", \"abbr\": \"A\", \"groups\": []}, "
              "{\"id\": \"XX-B\", \"code\": \"2\", \"name\": \"Bb\", \"short\": \"B\", \"abbr\": \"B\", \"groups\": []}, "
              "{\"id\": \"CN-ZJ\", \"code\": \"3\", \"name\": \"Zz\", \"short\": \"Z\", \"abbr\": \"Z\", \"groups\": []}]");
  write_file (folder, "groups.json", "[]");
  write_file (folder, "firms.json", "[]");
  write_file (folder, "figures.json", "[]");
  write_file (folder, "story.json", "[]");
  write_file (folder, "boundaries.geojson",
              "{\"type\": \"FeatureCollection\", \"features\": [" TINY_SQUARE ("XX-A", 100) ", "
              TINY_SQUARE ("XX-B", 101) ", " TINY_SQUARE ("CN-ZJ", 102) "]}");
  write_file (folder, "measures.json", measures != NULL ? measures : TINY_MEASURES);
  write_file (folder, "checks.json", checks != NULL ? checks : "[]");

  return folder;
}

static inline PivotDataset *
load_tiny (const char *measures,
           const char *checks)
{
  g_autofree char *folder = make_tiny_folder (measures, checks);
  PivotDataset *dataset = load_folder (folder);

  remove_folder (folder);
  return dataset;
}
