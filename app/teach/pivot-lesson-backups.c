/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-backups.h"

#include "pivot-lesson-file.h"
#include "pivot-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_EXTENSION ".lock"
#define DAMAGED "damaged"
#define OWNER_LENGTH 36   /* of a UUID as text */
#define MAX_TRIES 10

struct _PivotLessonBackups
{
  GObject  parent_instance;

  char    *folder;
  GMutex   mutex;
  char    *owner;   /* a UUID, with which names of this program's copies begin; NULL until there is a lock */
  int      lock;    /* held as long as the program runs; −1: none */
  guint    last;    /* number of the newest copy */
};

G_DEFINE_FINAL_TYPE (PivotLessonBackups, pivot_lesson_backups, G_TYPE_OBJECT)

static char *
get_path (PivotLessonBackups *self,
          const char         *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", name, g_strerror (code));

  return FALSE;
}

/* ---- Locks ---- */

/* A lock counts only while its file has its name: whoever is done with one removes it, and others may have opened it before. */
static gboolean
is_held (int         fd,
         const char *path)
{
  struct stat opened, named;

  return flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &opened) == 0 && g_stat (path, &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/* −1 with errno: EWOULDBLOCK if somebody else has it. */
static int
open_lock (PivotLessonBackups *self,
           const char         *owner,
           int                 flags)
{
  g_autofree char *name = g_strconcat (owner, LOCK_EXTENSION, NULL), *path = get_path (self, name);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | flags, 0600);

  if (fd < 0 || is_held (fd, path))
    return fd;

  close (fd);
  errno = EWOULDBLOCK;

  return -1;
}

static void
close_lock (PivotLessonBackups *self,
            const char         *owner,
            int                 fd)
{
  g_autofree char *name = g_strconcat (owner, LOCK_EXTENSION, NULL), *path = get_path (self, name);

  g_unlink (path);
  close (fd);
}

/* Most programs never need one. */
static gboolean
ensure_owner (PivotLessonBackups  *self,
              GError             **error)
{
  if (self->owner != NULL)
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return fail (self->folder, errno, error);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *owner = g_uuid_string_random ();
      int fd = open_lock (self, owner, O_EXCL);

      if (fd >= 0)
        {
          self->lock = fd;
          self->owner = g_steal_pointer (&owner);
          return TRUE;
        }
      if (errno != EWOULDBLOCK && errno != EEXIST)
        return fail (self->folder, errno, error);
    }

  return fail (self->folder, ENOLCK, error);
}

/* A name that no copy has; NULL on error. */
static char *
make_name (PivotLessonBackups  *self,
           GError             **error)
{
  char *name = NULL;

  g_mutex_lock (&self->mutex);
  if (ensure_owner (self, error))
    name = g_strdup_printf ("%s-%u" PIVOT_LESSON_EXTENSION, self->owner, ++self->last);
  g_mutex_unlock (&self->mutex);

  return name;
}

/* ---- Copies that were left behind ---- */

/* Name of the program that a file of the folder belongs to; NULL if it is none of ours. */
static char *
get_owner (const char *name)
{
  g_autofree char *owner = NULL;

  if (strlen (name) <= OWNER_LENGTH || !(g_str_has_suffix (name, LOCK_EXTENSION) || g_str_has_suffix (name, PIVOT_LESSON_EXTENSION)))
    return NULL;

  owner = g_strndup (name, OWNER_LENGTH);

  return g_uuid_string_is_valid (owner) ? g_steal_pointer (&owner) : NULL;
}

/* Names in the folder, of one owner or of all. */
static GPtrArray *
list_names (PivotLessonBackups *self,
            const char         *owner)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *its_owner = get_owner (name);

      if (its_owner != NULL && (owner == NULL || g_str_equal (its_owner, owner)))
        g_ptr_array_add (names, g_strdup (name));
    }

  return names;
}

static gint64
get_time (const struct stat *file)
{
  return (gint64) file->st_mtim.tv_sec * G_USEC_PER_SEC + file->st_mtim.tv_nsec / 1000;
}

/* Whether the lesson's own file has all of it: the program ended after the lesson was saved, and before its copy was removed. One that
 * was saved later and is another one now must not be written over unawares, so the copy is a lesson of its own then. */
static gboolean
is_saved (PivotLessonBackup *backup)
{
  GFile *file = pivot_lesson_get_file (backup->lesson);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  struct stat saved;
  gsize length;

  if (path == NULL || g_stat (path, &saved) != 0 || !S_ISREG (saved.st_mode))
    return FALSE;

  bytes = pivot_lesson_file_write (backup->lesson);
  if ((gsize) saved.st_size == g_bytes_get_size (bytes) && g_file_get_contents (path, &text, &length, NULL) &&
      length == g_bytes_get_size (bytes) && memcmp (text, g_bytes_get_data (bytes, NULL), length) == 0)
    return TRUE;

  if (get_time (&saved) > backup->time)
    pivot_lesson_set_file (backup->lesson, NULL);

  return FALSE;
}

/* Out of the way of the next start, and where a text editor finds it. */
static void
set_aside (PivotLessonBackups *self,
           PivotLessonBackup  *backup)
{
  g_autofree char *folder = get_path (self, DAMAGED), *from = get_path (self, backup->name);
  g_autofree char *to = g_build_filename (folder, backup->name, NULL);

  g_clear_pointer (&backup->name, g_free);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_rename (from, to) != 0)
    return;

  g_set_object (&backup->file, NULL);
  backup->file = g_file_new_for_path (to);
}

static PivotLessonBackup *
read_backup (PivotLessonBackups *self,
             const char         *name)
{
  g_autofree char *path = get_path (self, name);
  PivotLessonBackup *backup = g_new0 (PivotLessonBackup, 1);
  struct stat copy;

  backup->name = g_strdup (name);
  backup->file = g_file_new_for_path (path);
  backup->time = g_stat (path, &copy) == 0 ? get_time (&copy) : 0;
  backup->lesson = pivot_lesson_file_load_backup (backup->file, &backup->problems, NULL, &backup->error);
  if (backup->lesson != NULL)
    return backup;

  if (backup->error->domain == PIVOT_DATA_ERROR)
    set_aside (self, backup);
  else
    g_clear_pointer (&backup->name, g_free);

  return backup;
}

/* One that is gone has been taken by somebody else. */
static void
take_copy (PivotLessonBackups *self,
           const char         *name,
           GPtrArray          *taken)
{
  g_autofree char *own_name = make_name (self, NULL), *from = get_path (self, name), *to = NULL;
  g_autoptr(PivotLessonBackup) backup = NULL;

  if (own_name == NULL)
    return;
  to = get_path (self, own_name);
  if (g_rename (from, to) != 0)
    return;

  backup = read_backup (self, own_name);
  if (backup->lesson != NULL && is_saved (backup))
    g_unlink (to);
  else
    g_ptr_array_add (taken, g_steal_pointer (&backup));
}

static void
take_all_of (PivotLessonBackups *self,
             const char         *owner,
             GPtrArray          *taken)
{
  g_autoptr(GPtrArray) names = NULL;
  int fd = open_lock (self, owner, 0);

  /* It runs. */
  if (fd < 0)
    return;

  names = list_names (self, owner);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (names, i), PIVOT_LESSON_EXTENSION))
      take_copy (self, g_ptr_array_index (names, i), taken);
  close_lock (self, owner, fd);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const PivotLessonBackup *one = *(const PivotLessonBackup * const *) a, *other = *(const PivotLessonBackup * const *) b;

  return (one->time > other->time) - (one->time < other->time);
}

static void
pivot_lesson_backups_finalize (GObject *object)
{
  PivotLessonBackups *self = PIVOT_LESSON_BACKUPS (object);

  if (self->owner != NULL)
    close_lock (self, self->owner, self->lock);
  g_free (self->owner);
  g_free (self->folder);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (pivot_lesson_backups_parent_class)->finalize (object);
}

static void
pivot_lesson_backups_class_init (PivotLessonBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_lesson_backups_finalize;
}

static void
pivot_lesson_backups_init (PivotLessonBackups *self)
{
  g_mutex_init (&self->mutex);
  self->lock = -1;
}

/**
 * pivot_lesson_backups_new:
 * @folder: where copies lie, on a disk here
 *
 * Nothing is written before there is a copy.
 *
 * Returns: (transfer full): what keeps copies there
 */
PivotLessonBackups *
pivot_lesson_backups_new (GFile *folder)
{
  PivotLessonBackups *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (g_file_peek_path (folder) != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_BACKUPS, NULL);
  self->folder = g_file_get_path (folder);

  return self;
}

/**
 * pivot_lesson_backups_write:
 * @self: what keeps copies
 * @name: (nullable): of the copy to write over
 * @bytes: from pivot_lesson_file_write_backup()
 * @error: return location for an error
 *
 * Writes a copy, wholly or not at all.
 *
 * Returns: (transfer full) (nullable): the copy's name
 */
char *
pivot_lesson_backups_write (PivotLessonBackups  *self,
                            const char          *name,
                            GBytes              *bytes,
                            GError             **error)
{
  g_autofree char *its_name = g_strdup (name), *path = NULL;
  g_autoptr(GFile) file = NULL;

  g_return_val_if_fail (PIVOT_IS_LESSON_BACKUPS (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (its_name == NULL)
    its_name = make_name (self, error);
  if (its_name == NULL)
    return NULL;

  path = get_path (self, its_name);
  file = g_file_new_for_path (path);

  return pivot_save (file, bytes, NULL, error) ? g_steal_pointer (&its_name) : NULL;
}

/**
 * pivot_lesson_backups_remove:
 * @self: what keeps copies
 * @name: of a copy
 * @error: return location for an error
 *
 * Removes a copy. One that is gone already is removed.
 *
 * Returns: whether there is no such copy any more
 */
gboolean
pivot_lesson_backups_remove (PivotLessonBackups  *self,
                             const char          *name,
                             GError             **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (PIVOT_IS_LESSON_BACKUPS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  path = get_path (self, name);

  return g_unlink (path) == 0 || errno == ENOENT || fail (path, errno, error);
}

/**
 * pivot_lesson_backups_take:
 * @self: what keeps copies
 *
 * Makes copies of programs that run no more its own.
 *
 * Returns: (transfer full) (element-type PivotLessonBackup): the copies, the oldest first
 */
GPtrArray *
pivot_lesson_backups_take (PivotLessonBackups *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_lesson_backup_free);
  g_autoptr(GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) names = NULL;
  GHashTableIter iter;
  gpointer owner;

  g_return_val_if_fail (PIVOT_IS_LESSON_BACKUPS (self), taken);

  names = list_names (self, NULL);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (owners, get_owner (g_ptr_array_index (names, i)));

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &owner, NULL))
    take_all_of (self, owner, taken);
  g_ptr_array_sort (taken, compare_times);

  return taken;
}

/**
 * pivot_lesson_backup_free: (skip)
 * @backup: what pivot_lesson_backups_take() has found
 *
 * Frees the description, not the copy.
 */
void
pivot_lesson_backup_free (PivotLessonBackup *backup)
{
  g_free (backup->name);
  g_clear_object (&backup->file);
  g_clear_object (&backup->lesson);
  g_clear_object (&backup->problems);
  g_clear_error (&backup->error);
  g_free (backup);
}
