/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-paths.h"

#define DATASET "china-tech-pivot"

/**
 * pivot_paths_get_dataset:
 *
 * Gets the folder of the dataset that comes with the program.
 *
 * Returns: (transfer full): a folder, which need not exist
 */
GFile *
pivot_paths_get_dataset (void)
{
  const char *folder = g_getenv ("PIVOT_DATADIR");

  return g_file_new_build_filename (folder != NULL && *folder != '\0' ? folder : PKGDATADIR, DATASET, NULL);
}

/**
 * pivot_paths_get_localedir:
 *
 * Gets the folder of the translations.
 *
 * Returns: a path
 */
const char *
pivot_paths_get_localedir (void)
{
  const char *folder = g_getenv ("PIVOT_LOCALEDIR");

  return folder != NULL && *folder != '\0' ? folder : LOCALEDIR;
}

/**
 * pivot_paths_get_unsaved_lessons:
 *
 * Gets the folder of copies of lessons that are not saved.
 *
 * Returns: (transfer full): a folder, which need not exist
 */
GFile *
pivot_paths_get_unsaved_lessons (void)
{
  return g_file_new_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "lessons", NULL);
}
