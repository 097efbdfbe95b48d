/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-file.h"

#include <string.h>

/* How a lesson becomes lines of JSON: keys in a fixed order, only what is there, so that the same lesson is the same bytes. */

static void
append_string (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_key (GString    *out,
            const char *key)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

static void
append_text (GString    *out,
             const char *key,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  append_key (out, key);
  append_string (out, text);
}

/* JSON that is there already. Between its tokens it may have line ends, and nowhere else. */
static void
append_json (GString    *out,
             const char *key,
             const char *json)
{
  gsize start;

  append_key (out, key);
  start = out->len;
  g_string_append (out, json);
  g_strdelimit (out->str + start, "\r\n", ' ');
}

static void
append_list (GString    *out,
             const char *key,
             const char *json)
{
  if (strcmp (json, "[]") != 0)
    append_json (out, key, json);
}

static void
append_header (GString     *out,
               PivotLesson *lesson,
               GFile       *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  g_string_append (out, "{");
  append_text (out, "format", PIVOT_LESSON_FORMAT);
  append_key (out, "version");
  g_string_append_printf (out, "%d", PIVOT_LESSON_VERSION);
  append_text (out, "title", pivot_lesson_get_title (lesson));
  append_key (out, "steps");
  g_string_append_printf (out, "%u", pivot_lesson_get_n_steps (lesson));
  if (pivot_lesson_get_dataset (lesson) != NULL)
    {
      append_key (out, "dataset");
      g_string_append_c (out, '{');
      append_text (out, "id", pivot_lesson_get_dataset (lesson));
      append_text (out, "title", pivot_lesson_get_dataset_title (lesson));
      append_text (out, "digest", pivot_lesson_get_dataset_digest (lesson));
      g_string_append_c (out, '}');
    }
  append_text (out, "file", uri);
  g_string_append (out, "}\n");
}

/**
 * pivot_lesson_file_write_step: (skip)
 * @step: a step
 *
 * Returns: (transfer full): the step as its line in a file, without the end of the line
 */
char *
pivot_lesson_file_write_step (PivotLessonStep *step)
{
  GString *out;

  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (step), NULL);

  out = g_string_new ("{");
  append_text (out, "title", pivot_lesson_step_get_title (step));
  append_text (out, "text", pivot_lesson_step_get_text (step));
  append_text (out, "notes", pivot_lesson_step_get_notes (step));
  append_text (out, "question", pivot_lesson_step_get_question (step));
  append_json (out, "view", pivot_lesson_step_get_view (step));
  append_list (out, "strokes", pivot_lesson_step_get_strokes (step));
  append_list (out, "guesses", pivot_lesson_step_get_guesses (step));
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}

static GBytes *
write_lesson (PivotLesson *lesson,
              GFile       *file)
{
  GString *out = g_string_new (NULL);

  append_header (out, lesson, file);
  for (guint i = 0; i < pivot_lesson_get_n_steps (lesson); i++)
    {
      g_autofree char *line = pivot_lesson_file_write_step (pivot_lesson_get_step (lesson, i));

      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }

  return g_string_free_to_bytes (out);
}

/**
 * pivot_lesson_file_write: (skip)
 * @lesson: a lesson
 *
 * Returns: (transfer full): the lesson as a file has it
 */
GBytes *
pivot_lesson_file_write (PivotLesson *lesson)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  return write_lesson (lesson, NULL);
}

/**
 * pivot_lesson_file_write_backup: (skip)
 * @lesson: a lesson
 *
 * Returns: (transfer full): the lesson as a copy of it has it, which says where it is saved
 */
GBytes *
pivot_lesson_file_write_backup (PivotLesson *lesson)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  return write_lesson (lesson, pivot_lesson_get_file (lesson));
}
