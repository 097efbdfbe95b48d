/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-reader-private.h"

#include <glib/gi18n-lib.h>

static void
add_no_permission (PivotProblems *problems,
                   const char    *name)
{
  pivot_problems_add (problems, PIVOT_DATA_ERROR_IO, name, NULL, _("a file that you have permission to read"), NULL);
}

static void
add_io_problem (PivotProblems *problems,
                const char    *name,
                const GError  *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    pivot_problems_add (problems, PIVOT_DATA_ERROR_MISSING, name, NULL, _("a file of this name in the folder"),
                        _("none"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    add_no_permission (problems, name);
  else
    pivot_problems_add (problems, PIVOT_DATA_ERROR_IO, name, NULL, _("a file that can be read"), error->message);
}

/* Opening a FIFO would wait for ever, and a device may have no end, so what it is and how long it is come first. */
static gboolean
query_size (GFile         *file,
            const char    *name,
            gsize          max_bytes,
            gsize         *size,
            PivotProblems *problems,
            GCancellable  *cancellable)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GError) error = NULL;
  guint64 length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info == NULL)
    {
      add_io_problem (problems, name, error);
      return FALSE;
    }

  /* GIO does not fail where a folder may not be searched; it just knows nothing, and newer versions mind being asked. */
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_TYPE) ||
      g_file_info_get_file_type (info) == G_FILE_TYPE_UNKNOWN)
    {
      add_no_permission (problems, name);
      return FALSE;
    }

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      pivot_problems_add (problems, PIVOT_DATA_ERROR_IO, name, NULL, _("a regular file"),
                          g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY ? _("a folder")
                                                                                    : _("a special file"));
      return FALSE;
    }

  length = (guint64) g_file_info_get_size (info);
  if (length > max_bytes)
    {
      g_autofree char *limit = g_format_size (max_bytes);
      g_autofree char *found = g_format_size (length);
      /* Translators: a size: "64 MB" */
      g_autofree char *expected = g_strdup_printf (_("at most %s"), limit);

      pivot_problems_add (problems, PIVOT_DATA_ERROR_LIMIT, name, NULL, expected, found);
      return FALSE;
    }

  *size = (gsize) length;

  return TRUE;
}

gboolean
_pivot_folder_has_file (GFile         *folder,
                        const char    *name,
                        gsize          max_bytes,
                        PivotProblems *problems,
                        GCancellable  *cancellable)
{
  g_autoptr(GFile) file = g_file_get_child (folder, name);
  gsize size;

  return query_size (file, name, max_bytes, &size, problems, cancellable);
}

GBytes *
_pivot_folder_read_file (GFile         *folder,
                         const char    *name,
                         gsize          max_bytes,
                         PivotProblems *problems,
                         GCancellable  *cancellable)
{
  g_autoptr(GFile) file = g_file_get_child (folder, name);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size, n_read;

  if (!query_size (file, name, max_bytes, &size, problems, cancellable))
    return NULL;

  /* One byte more than there should be shows a file that grows. */
  data = g_try_malloc (size + 1);
  if (data == NULL)
    {
      pivot_problems_add (problems, PIVOT_DATA_ERROR_LIMIT, name, NULL, _("a file that fits in memory"), NULL);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &error);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), data, size + 1, &n_read, cancellable, &error))
    {
      add_io_problem (problems, name, error);
      return NULL;
    }

  if (n_read > size)
    {
      pivot_problems_add (problems, PIVOT_DATA_ERROR_IO, name, NULL, _("a file that is not being written"), NULL);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}
