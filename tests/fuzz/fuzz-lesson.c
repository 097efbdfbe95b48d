/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-file.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Whatever the bytes: a lesson or problems come back, and a lesson that was read is written so that it is read again, and then as
 * the same bytes. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (50);
  g_autoptr(PivotLesson) lesson = pivot_lesson_file_parse ((const char *) data, size, "fuzz", problems);
  g_autoptr(PivotLesson) again = NULL;
  g_autoptr(GBytes) bytes = NULL, bytes_again = NULL;
  gconstpointer text;
  gsize length;

  g_assert ((lesson == NULL) == (pivot_problems_get_total (problems) > 0));
  if (lesson == NULL)
    return 0;

  bytes = pivot_lesson_file_write (lesson);
  text = g_bytes_get_data (bytes, &length);
  again = pivot_lesson_file_parse (text, length, "again", problems);
  g_assert_nonnull (again);
  bytes_again = pivot_lesson_file_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));

  return 0;
}
