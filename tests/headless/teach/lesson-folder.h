/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson-file.h"

#include <glib/gstdio.h>

/* A folder of a test, with lessons and copies of them. */
typedef struct
{
  char  *path;
  char  *copies;   /* path of the folder for copies, which is not there yet */
  GFile *folder;   /* the same */
} Folder;

static inline void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static inline void
folder_set_up (Folder        *folder,
               gconstpointer  unused)
{
  folder->path = g_dir_make_tmp ("pivot-lessons-XXXXXX", NULL);
  folder->copies = g_build_filename (folder->path, "state", "lessons", NULL);
  folder->folder = g_file_new_for_path (folder->copies);
}

static inline void
folder_tear_down (Folder        *folder,
                  gconstpointer  unused)
{
  remove_tree (folder->path);
  g_object_unref (folder->folder);
  g_free (folder->copies);
  g_free (folder->path);
}

/* Names of the files with an ending, in a folder that may not be there. */
static inline guint
count_files (const char *path,
             const char *ending)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);

  return n;
}

static inline PivotLesson *
new_lesson (const char *title)
{
  PivotLesson *lesson = pivot_lesson_new (title);
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new ("{\"measure\":\"score\"}");

  pivot_lesson_step_set_notes (step, "说慢点");
  pivot_lesson_insert (lesson, 0, step);

  return lesson;
}

/* A lesson that is saved, and known to be. */
static inline PivotLesson *
save_lesson (const Folder *folder,
             const char   *title)
{
  PivotLesson *lesson = new_lesson (title);
  g_autofree char *path = g_build_filename (folder->path, title, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = pivot_lesson_file_write (lesson);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  pivot_lesson_set_file (lesson, file);
  pivot_lesson_set_modified (lesson, FALSE);

  return lesson;
}
