/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-save.h"

#include "pivot-thread.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_NAMES 100        /* tried for the file beside it */
#define PIECE (256 * 1024)   /* bytes between two looks at the cancellable */

/* What a person can do about it. */
static const char *
get_mend (int code)
{
  switch (code)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return _("Choose a folder that you may write to.");
    case ENOENT:
    case ENOTDIR:
      return _("The folder is gone; choose another.");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _("Free some space, or choose another disk.");
    case EISDIR:
    case EEXIST:
    case ENAMETOOLONG:
      return _("Choose another name.");
    default:
      return _("Try another folder.");
    }
}

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: a file, what the system says is wrong, and a sentence that says what to do. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("“%1$s” was not saved: %2$s. %3$s"), name, g_strerror (code),
               get_mend (code));
  return FALSE;
}

/* A new file beside the other, with the rights that new files have here. Its descriptor, or −1 with errno. */
static int
create_beside (const char  *path,
               char       **beside)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf (".pivot-%08x.part", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, name, NULL);
      int fd = g_open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

      if (fd >= 0)
        {
          *beside = g_steal_pointer (&candidate);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }

  return -1;
}

/* An errno, or 0; ECANCELED if it was cancelled. */
static int
write_all (int           fd,
           GBytes       *bytes,
           GCancellable *cancellable)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize done = 0; done < size;)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;

      n = write (fd, data + done, MIN (size - done, PIECE));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      done += (gsize) n;
    }

  return fsync (fd) == 0 ? 0 : errno;
}

/* The name lasts too only when its folder is on the disk. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static int
write_beside (const char   *path,
              GBytes       *bytes,
              GCancellable *cancellable)
{
  g_autofree char *beside = NULL;
  int fd = create_beside (path, &beside);
  struct stat old;
  int code;

  if (fd < 0)
    return errno;

  /* A file that is replaced keeps its rights, where they can be kept. */
  if (stat (path, &old) == 0 && fchmod (fd, old.st_mode & 0777) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));

  code = write_all (fd, bytes, cancellable);
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_cancellable_is_cancelled (cancellable))
    code = ECANCELED;
  if (code == 0 && g_rename (beside, path) != 0)
    code = errno;

  if (code != 0)
    g_unlink (beside);
  else
    sync_folder (path);

  return code;
}

static gboolean
save_path (const char    *path,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  /* What a link points at is replaced, not the link. */
  char *real = realpath (path, NULL);
  const char *target = real != NULL ? real : path;
  struct stat old;
  int code = 0;

  if (stat (target, &old) == 0 && !S_ISREG (old.st_mode))
    code = S_ISDIR (old.st_mode) ? EISDIR : EEXIST;
  if (code == 0)
    code = write_beside (target, bytes, cancellable);
  free (real);

  if (code == ECANCELED)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  return code == 0 || fail (path, code, error);
}

/**
 * pivot_save:
 * @file: where to write
 * @bytes: what to write
 * @cancellable: (nullable): a cancellable
 * @error: return location for a `G_IO_ERROR`
 *
 * Writes a file wholly or not at all: into another file beside it, which then takes its place.
 *
 * Returns: `FALSE` on error, or if it was cancelled
 */
gboolean
pivot_save (GFile         *file,
            GBytes        *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) cause = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  path = g_file_get_path (file);
  if (path != NULL)
    return save_path (path, bytes, cancellable, error);

  /* Somewhere else than on a disk here: GIO does what it can. */
  data = g_bytes_get_data (bytes, &size);
  if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &cause))
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, cause->domain, cause->code, _("“%1$s” was not saved: %2$s. %3$s"), name, cause->message, get_mend (0));
  return FALSE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (pivot_save (G_FILE (source), data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pivot_save_async:
 * @file: where to write
 * @bytes: what to write
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does what pivot_save() does in a worker.
 */
void
pivot_save_async (GFile               *file,
                  GBytes              *bytes,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, pivot_save_async);
  /* Once the file is in its place it is there: what came too late is no cancelling. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  pivot_run_in_thread (task, save_in_thread);
}

/**
 * pivot_save_finish:
 * @result: what the callback got
 * @error: return location for a `G_IO_ERROR`
 *
 * Returns: `FALSE` on error, or if it was cancelled
 */
gboolean
pivot_save_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
