/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-file.h"
#include "../finalize.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "{\"format\":\"org.pivot.Lesson\",\"version\":1}\n"

static PivotLesson *
parse (const char     *text,
       gssize          length,
       PivotProblems **problems)
{
  g_autoptr(PivotProblems) own = pivot_problems_new (50);
  PivotLesson *lesson = pivot_lesson_file_parse (text, length < 0 ? strlen (text) : (gsize) length, "a.pivot-lesson", own);

  g_assert_true ((lesson == NULL) == (pivot_problems_get_total (own) > 0));
  if (problems != NULL)
    *problems = g_steal_pointer (&own);

  return lesson;
}

static PivotLesson *
make_lesson (void)
{
  PivotLesson *lesson = pivot_lesson_new ("Who “pays”\\ for it?");
  g_autoptr(PivotLessonStep) first = pivot_lesson_step_new ("{\"measure\":\"score\",\"camera\":{\"longitude\":104.19999999999999,"
                                                            "\"latitude\":-0.1,\"zoom\":3.5}}");
  g_autoptr(PivotLessonStep) second = pivot_lesson_step_new (NULL);

  pivot_lesson_set_origin (lesson, "tiny", "Tiny, 小", "0123456789abcdef");
  pivot_lesson_step_set_title (first, "Look");
  pivot_lesson_step_set_text (first, "One line\nand \"another\"\t\001");
  pivot_lesson_step_set_notes (first, "说慢点");
  pivot_lesson_step_set_question (first, "Why?");
  pivot_lesson_step_set_strokes (first, "[{\"points\":[[0.5,0.25],\n [1e-3, 2]]}]");
  pivot_lesson_step_set_guesses (first, "[{\"team\":\"a,]\"}]");
  pivot_lesson_insert (lesson, G_MAXUINT, first);
  pivot_lesson_insert (lesson, G_MAXUINT, second);

  return lesson;
}

static char *
write_text (PivotLesson *lesson)
{
  g_autoptr(GBytes) bytes = pivot_lesson_file_write (lesson);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
test_round (void)
{
  PivotLesson *lesson = make_lesson (), *again;
  g_autofree char *text = write_text (lesson), *text_again = NULL;
  PivotLessonStep *before = pivot_lesson_get_step (lesson, 0), *after;

  g_assert_true (pivot_lesson_file_knows (text, strlen (text)));
  again = parse (text, -1, NULL);
  g_assert_nonnull (again);
  g_assert_false (pivot_lesson_get_modified (again));
  g_assert_cmpstr (pivot_lesson_get_title (again), ==, "Who “pays”\\ for it?");
  g_assert_cmpstr (pivot_lesson_get_dataset (again), ==, "tiny");
  g_assert_cmpstr (pivot_lesson_get_dataset_title (again), ==, "Tiny, 小");
  g_assert_cmpstr (pivot_lesson_get_dataset_digest (again), ==, "0123456789abcdef");
  g_assert_cmpuint (pivot_lesson_get_n_steps (again), ==, 2);

  after = pivot_lesson_get_step (again, 0);
  g_assert_cmpstr (pivot_lesson_step_get_view (after), ==, pivot_lesson_step_get_view (before));
  g_assert_cmpstr (pivot_lesson_step_get_text (after), ==, pivot_lesson_step_get_text (before));
  g_assert_cmpstr (pivot_lesson_step_get_notes (after), ==, "说慢点");
  g_assert_cmpstr (pivot_lesson_step_get_question (after), ==, "Why?");
  g_assert_cmpstr (pivot_lesson_step_get_strokes (after), ==, "[{\"points\":[[0.5,0.25],  [1e-3, 2]]}]");
  g_assert_cmpstr (pivot_lesson_step_get_guesses (after), ==, "[{\"team\":\"a,]\"}]");
  g_assert_cmpstr (pivot_lesson_step_get_view (pivot_lesson_get_step (again, 1)), ==, "{}");

  text_again = write_text (again);
  g_assert_cmpstr (text_again, ==, text);
  g_assert_finalize_object (lesson);
  g_assert_finalize_object (again);
}

/* Wherever it is cut off, it is told; only the last line's end may be missing. */
static void
test_truncation (void)
{
  g_autoptr(PivotLesson) lesson = make_lesson ();
  g_autofree char *text = write_text (lesson);
  gsize length = strlen (text);

  for (gsize i = 0; i < length - 1; i++)
    g_assert_null (parse (text, (gssize) i, NULL));
  g_clear_object (&lesson);
  lesson = parse (text, (gssize) length - 1, NULL);
  g_assert_nonnull (lesson);
}

/* Whatever byte is another: it is read, or told. */
static void
test_flipped (void)
{
  g_autoptr(PivotLesson) lesson = make_lesson ();
  g_autofree char *text = write_text (lesson);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr(PivotLesson) damaged = NULL;

        text[i] = (char) (text[i] ^ (1 << bit));
        damaged = parse (text, (gssize) length, NULL);
        text[i] = (char) (text[i] ^ (1 << bit));
      }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *message;  /* in the first problem */
} Fault;

static const Fault faults[] = {
  { "empty", "", "a.pivot-lesson: expected a lesson, found nothing" },
  { "blank", "\n \n", "expected a lesson" },
  { "picture", "\x89PNG\r\n", "line 1, column 1: expected" },
  { "other-json", "{\"page\":\"map\"}", "line 1, $: expected the key “format”" },
  { "list", "[]", "line 1, $: expected an object, found an array" },
  { "other-format", "{\"format\":\"org.else\",\"version\":1}", "line 1, $.format: expected “org.pivot.Lesson”" },
  { "no-version", "{\"format\":\"org.pivot.Lesson\"}", "expected the key “version”" },
  { "newer", "{\"format\":\"org.pivot.Lesson\",\"version\":2,\"new\":0}", "a newer Pivot Explorer" },
  { "header-key", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"titel\":\"\"}", "found “titel”" },
  { "title", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"title\":1}", "$.title: expected a text" },
  { "dataset", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"dataset\":{}}", "line 1, $.dataset: expected the key “id”" },
  { "file-type", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"file\":3}", "$.file: expected a text, found the number 3" },
  { "file-path", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"file\":\"/a\"}", "$.file: expected the URI of a file, found the string “/a”" },
  { "too-few", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"steps\":2}\n{\"view\":{}}", "expected 2 steps, as its first line says, found 1" },
  { "too-many", "{\"format\":\"org.pivot.Lesson\",\"version\":1,\"steps\":0}\n{\"view\":{}}", "expected 0 steps, as its first line says, found 1" },
  { "syntax", HEADER "\n{\"view\":{}}\n{\"view\":{,}}", "line 4, column 10: expected" },
  { "utf-8", HEADER "{\"title\":\"\xff\",\"view\":{}}", "line 2, column 11: expected" },
  { "after", HEADER "{\"view\":{}} {}", "line 2, column 13: expected" },
  { "twice", HEADER "{\"view\":{},\"view\":{}}", "line 2, $" },
  { "no-view", HEADER "{\"title\":\"a\"}", "line 2, $: expected the key “view”" },
  { "view", HEADER "{\"view\":\"{}\"}", "line 2, $.view: expected an object" },
  { "key", HEADER "{\"view\":{},\"quesiton\":\"\"}", "found “quesiton”" },
  { "text", HEADER "{\"view\":{},\"text\":null}", "$.text: expected a text, found null" },
  { "strokes", HEADER "{\"view\":{},\"strokes\":{}}", "$.strokes: expected an array" },
  { "guesses", HEADER "{\"view\":{},\"guesses\":\"\"}", "$.guesses: expected an array" },
  { "page", HEADER "{\"view\":{\"page\":\"home\"}}", "$.view.page: expected one of map, firms, story, data, teach" },
  { "measure", HEADER "{\"view\":{\"measure\":3}}", "$.view.measure: expected a text, found the number 3" },
  { "firm", HEADER "{\"view\":{\"firm\":[]}}", "$.view.firm: expected a text or null" },
  { "selection", HEADER "{\"view\":{\"selection\":[\"a\",1]}}", "$.view.selection[1]: expected a text" },
  { "classes", HEADER "{\"view\":{\"classes\":99}}", "$.view.classes: expected 2 to 12, found the number 99" },
  { "breaks", HEADER "{\"view\":{\"breaks\":[1e999]}}", "line 2, column" },
  { "many-breaks", HEADER "{\"view\":{\"breaks\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}}", "a shorter list" },
  { "reversed", HEADER "{\"view\":{\"reversed\":1}}", "$.view.reversed: expected true or false" },
  { "camera", HEADER "{\"view\":{\"camera\":{\"longitude\":1,\"latitude\":91,\"zoom\":1}}}", "$.view.camera.latitude: expected -90 to 90" },
  { "no-zoom", HEADER "{\"view\":{\"camera\":{\"longitude\":1,\"latitude\":9}}}", "the key “zoom”" },
  { "deep", HEADER "{\"view\":{},\"strokes\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", "line 2, column" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr(PivotProblems) problems = NULL;
  g_autoptr(PivotProblem) problem = NULL;
  g_autofree char *text = NULL;

  g_assert_null (parse (fault->text, -1, &problems));
  problem = g_list_model_get_item (pivot_problems_get_list (problems), 0);
  text = pivot_problem_to_string (problem);
  g_test_message ("%s", text);
  if (strstr (text, fault->message) == NULL)
    g_error ("“%s” does not say “%s”", text, fault->message);
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new (HEADER);
  g_autoptr(PivotProblems) problems = NULL;
  g_autoptr(PivotLesson) lesson = NULL;
  g_autofree char *letters = g_strnfill (300 * 1024, 'a'), *line = g_strdup_printf (HEADER "{\"view\":{},\"text\":\"%s\"}", letters);

  for (guint i = 0; i < PIVOT_LESSON_MAX_STEPS; i++)
    g_string_append (text, "{\"view\":{}}\n");
  lesson = parse (text->str, -1, NULL);
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, PIVOT_LESSON_MAX_STEPS);
  g_string_append (text, "{\"view\":{}}\n");
  g_assert_null (parse (text->str, -1, NULL));
  g_assert_null (parse (line, -1, NULL));
}

/* ---- Files ---- */

typedef struct
{
  PivotLesson *lesson;
  GListModel  *problems;
  GError      *error;
  gboolean     saved;
  gboolean     done;
} Answer;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->lesson = pivot_lesson_file_load_finish (result, &answer->problems, &answer->error);
  answer->done = TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Answer *answer = data;

  answer->saved = pivot_lesson_file_save_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
wait (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pivot-lesson-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pivot-lesson", NULL), *text = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(PivotLesson) lesson = make_lesson ();
  g_autofree char *letters = g_strnfill (300 * 1024, 'a');
  Answer saved = { 0 }, loaded = { 0 }, refused = { 0 }, damaged = { 0 };
  gsize length;

  pivot_lesson_file_save_async (lesson, file, NULL, saved_cb, &saved);
  wait (&saved);
  g_assert_no_error (saved.error);
  g_assert_true (saved.saved);

  pivot_lesson_file_load_async (file, NULL, loaded_cb, &loaded);
  wait (&loaded);
  g_assert_no_error (loaded.error);
  g_assert_null (loaded.problems);
  g_assert_true (g_file_equal (pivot_lesson_get_file (loaded.lesson), file));
  g_assert_cmpuint (pivot_lesson_get_n_steps (loaded.lesson), ==, 2);
  g_clear_object (&loaded.lesson);

  /* What could not be read again leaves what is there alone. */
  pivot_lesson_step_set_text (pivot_lesson_get_step (lesson, 0), letters);
  pivot_lesson_file_save_async (lesson, file, NULL, saved_cb, &refused);
  wait (&refused);
  g_assert_false (refused.saved);
  g_assert_error (refused.error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT);
  g_clear_error (&refused.error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, <, 2000);

  g_assert_true (g_file_set_contents (path, text, (gssize) length / 2, NULL));
  pivot_lesson_file_load_async (file, NULL, loaded_cb, &damaged);
  wait (&damaged);
  g_assert_null (damaged.lesson);
  g_assert_cmpuint (g_list_model_get_n_items (damaged.problems), ==, 1);
  g_test_message ("%s", damaged.error->message);
  g_assert_nonnull (strstr (damaged.error->message, "a.pivot-lesson: line 2, column"));
  g_assert_nonnull (strstr (damaged.error->message, "Mend it"));
  g_clear_error (&damaged.error);
  g_clear_object (&damaged.problems);

  g_unlink (path);
  g_rmdir (folder);
}

/* The copy of a lesson says where the lesson is; the lesson itself does not, and opened by hand the copy is a lesson in its own file. */
static void
test_backup (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pivot-lesson-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy.pivot-lesson", NULL);
  g_autoptr(GFile) copy = g_file_new_for_path (path), file = g_file_new_for_path ("/with \"space\"/课.pivot-lesson");
  g_autoptr(PivotLesson) lesson = make_lesson (), from_copy = NULL, by_hand = NULL;
  g_autoptr(GBytes) before = pivot_lesson_file_write (lesson), nowhere = pivot_lesson_file_write_backup (lesson), bytes = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_bytes_equal (before, nowhere));
  pivot_lesson_set_file (lesson, file);
  bytes = pivot_lesson_file_write_backup (lesson);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));

  from_copy = pivot_lesson_file_load_backup (copy, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (pivot_lesson_get_file (from_copy), file));
  g_assert_true (pivot_lesson_get_modified (from_copy));
  after = pivot_lesson_file_write (from_copy);
  g_assert_true (g_bytes_equal (before, after));

  by_hand = pivot_lesson_file_load (copy, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (pivot_lesson_get_file (by_hand), copy));
  g_assert_false (pivot_lesson_get_modified (by_hand));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_modified (void)
{
  g_autoptr(PivotLesson) lesson = make_lesson (), copy = NULL;
  g_autoptr(GPtrArray) steps = g_ptr_array_new ();
  guint position = 9;

  pivot_lesson_set_modified (lesson, FALSE);
  pivot_lesson_step_set_notes (pivot_lesson_get_step (lesson, 1), "x");
  g_assert_true (pivot_lesson_get_modified (lesson));

  copy = pivot_lesson_copy (lesson);
  g_assert_false (pivot_lesson_get_modified (copy));
  g_assert_cmpstr (pivot_lesson_get_dataset_digest (copy), ==, "0123456789abcdef");
  g_assert_cmpstr (pivot_lesson_step_get_notes (pivot_lesson_get_step (copy, 1)), ==, "x");
  pivot_lesson_step_set_notes (pivot_lesson_get_step (copy, 1), "y");
  g_assert_cmpstr (pivot_lesson_step_get_notes (pivot_lesson_get_step (lesson, 1)), ==, "x");

  g_ptr_array_add (steps, pivot_lesson_get_step (lesson, 1));
  pivot_lesson_set_modified (lesson, FALSE);
  pivot_lesson_set_steps (lesson, steps);
  g_assert_true (pivot_lesson_get_modified (lesson));
  g_assert_cmpuint (pivot_lesson_get_n_steps (lesson), ==, 1);
  g_assert_true (pivot_lesson_find (lesson, g_ptr_array_index (steps, 0), &position));
  g_assert_cmpuint (position, ==, 0);
  pivot_lesson_set_modified (lesson, FALSE);
  pivot_lesson_step_set_title (pivot_lesson_get_step (lesson, 0), "z");
  g_assert_true (pivot_lesson_get_modified (lesson));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lesson-file/round", test_round);
  g_test_add_func ("/lesson-file/truncation", test_truncation);
  g_test_add_func ("/lesson-file/flipped", test_flipped);
  g_test_add_func ("/lesson-file/limits", test_limits);
  g_test_add_func ("/lesson-file/files", test_files);
  g_test_add_func ("/lesson-file/backup", test_backup);
  g_test_add_func ("/lesson-file/modified", test_modified);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/lesson-file/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }

  return g_test_run ();
}
