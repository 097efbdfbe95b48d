/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-validate.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* One change to a copy of the bundled dataset: the first occurrence of a text after another text. */
typedef struct
{
  const char *name;
  const char *file;
  const char *after;
  const char *from;
  const char *to;
  int         status;     /* what ours gives */
  gboolean    same_errors; /* whether the other one has errors exactly when ours gives 2 */
} Mutation;

static const Mutation mutations[] = {
  /* Every value that the check of Shaanxi looks at: it adds up now, and others do not. */
  { "mended", "checks.json", "\"gap-shaanxi\"", "1.16", "1.17", 1, TRUE },
  { "value", "measures.json", "\"pg-share\"", "13.85", "13.95", 1, TRUE },
  { "derived-sum", "measures.json", "\"lg-count-batch12\"", "\"CN-BJ\": 90", "\"CN-BJ\": 89", 1, TRUE },
  { "figure", "figures.json", "\"approved\"", "4762", "4761", 1, FALSE },
  { "bound", "checks.json", "\"doctorates-hired\"", "\"below\"", "\"above\"", 1, TRUE },
  { "type", "measures.json", "\"lg-share\"", "9.87", "\"9.87\"", 2, TRUE },
  { "reference", "checks.json", "\"gap-hunan\"", "pg-share/CN-HN", "pg-share/CN-XX", 2, TRUE },
};

static const char *
bundled (void)
{
  const char *folder = g_getenv ("PIVOT_TEST_DATASET");

  g_assert_nonnull (folder);
  return folder;
}

/* Large, and nothing that is compared here looks at it. */
static gboolean
is_left_out (const char *name)
{
  return strstr (name, "boundaries-hi") != NULL || strstr (name, "context.geojson") != NULL;
}

/* The lines of a text that do not name a file that is left out of the copies. */
static char *
without_left_out (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_left_out (lines[i]))
        g_string_append_printf (kept, "%s\n", lines[i]);
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* Copies the dataset, but for boundaries that it can do without. */
static char *
copy_bundled (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (bundled (), 0, &error);
  char *folder;
  const char *name;

  g_assert_no_error (error);
  folder = g_dir_make_tmp ("pivot-validate-XXXXXX", &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (bundled (), name, NULL);
      g_autofree char *to = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_str_has_suffix (name, "json") || is_left_out (name))
        continue;

      g_file_get_contents (from, &text, &length, &error);
      g_assert_no_error (error);
      if (g_str_equal (name, "dataset.json"))
        {
          char *kept = without_left_out (text);

          g_free (text);
          text = kept;
          length = strlen (text);
        }
      g_file_set_contents (to, text, (gssize) length, &error);
      g_assert_no_error (error);
    }

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
mutate (const char     *folder,
        const Mutation *mutation)
{
  g_autofree char *path = g_build_filename (folder, mutation->file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) changed = NULL;
  g_autoptr(GError) error = NULL;
  const char *start;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  start = strstr (text, mutation->after);
  g_assert_nonnull (start);
  start = strstr (start, mutation->from);
  g_assert_nonnull (start);

  changed = g_string_new_len (text, start - text);
  g_string_append (changed, mutation->to);
  g_string_append (changed, start + strlen (mutation->from));
  g_file_set_contents (path, changed->str, (gssize) changed->len, &error);
  g_assert_no_error (error);
}

/* The dataset's own validator. NULL if there is no Python. */
static char *
run_other (const char *folder)
{
  g_autofree char *script = g_build_filename (bundled (), "validate.py", NULL);
  const char *argv[] = { "python3", script, folder, NULL };
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autoptr(GError) error = NULL;
  char *out = NULL;

  if (python == NULL)
    return NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);

  return out;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The ids after a prefix, one line each, sorted: "a b c". */
static char *
collect (const char *report,
         const char *prefix)
{
  g_auto(GStrv) lines = g_strsplit (report, "\n", -1);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], prefix))
        {
          const char *start = lines[i] + strlen (prefix);

          g_ptr_array_add (ids, g_strndup (start, strcspn (start, ":")));
        }
    }

  g_ptr_array_sort (ids, compare_strings);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (ids, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
compare (const char *folder,
         const char *report,
         int         status,
         gboolean    same_errors)
{
  g_autofree char *other = run_other (folder);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (other == NULL)
    {
      g_test_skip ("no python3 to compare with");
      return;
    }

  if (same_errors)
    g_assert_cmpint (strstr (other, "error: ") != NULL, ==, status == 2);

  /* Of a dataset that does not fit, ours says nothing more. */
  if (status == 2)
    return;

  ours = collect (report, "check failed: ");
  theirs = collect (other, "check failed: ");
  g_assert_cmpstr (ours, ==, theirs);
}

static void
test_bundled (void)
{
  g_autoptr(GString) report = g_string_new (NULL);
  g_autofree char *failed = NULL;
  g_autofree char *conflicts = NULL;

  g_assert_cmpint (pivot_validate_run (bundled (), report), ==, 1);

  failed = collect (report->str, "check failed: ");
  conflicts = collect (report->str, "conflict: ");
  g_assert_cmpstr (failed, ==, "gap-shaanxi mean-undersupply-pg-share share-jiangsu-4762");
  g_assert_cmpstr (conflicts, ==, "bse-93 keda-2000 keda-partners total-4762-4672");
  g_assert_nonnull (strstr (report->str, "check failed: gap-shaanxi: 3.52 \342\210\222 2.35 = 1.17, printed 1.16\n"));
  g_assert_true (g_str_has_suffix (report->str, "\nfits; 420 value(s), 80 formula(s) recomputed, 0 wrong; "
                                                "41 check(s) pass, 3 fail; 4 conflict(s)\n"));
  compare (bundled (), report->str, 1, TRUE);
}

static void
test_mutation (gconstpointer data)
{
  const Mutation *mutation = data;
  g_autofree char *folder = copy_bundled ();
  g_autoptr(GString) report = g_string_new (NULL);
  int status;

  mutate (folder, mutation);
  status = pivot_validate_run (folder, report);
  g_test_message ("%s", report->str);
  g_assert_cmpint (status, ==, mutation->status);
  compare (folder, report->str, status, mutation->same_errors);
  remove_folder (folder);
}

/* A formula that does not give its value: the other validator calls it an error and we say that it does not add up. */
static void
test_formula (void)
{
  static const Mutation mutation = { "formula", "measures.json", "\"lg-count-2021\"", "\"value\": 202", "\"value\": 203" };
  g_autofree char *folder = copy_bundled ();
  g_autoptr(GString) report = g_string_new (NULL);
  g_autofree char *other = NULL;
  g_autofree char *wrong = NULL;

  mutate (folder, &mutation);
  g_assert_cmpint (pivot_validate_run (folder, report), ==, 1);
  wrong = collect (report->str, "does not add up: ");
  g_assert_cmpstr (wrong, ==, "lg-count-2021/CN-HE");
  compare (folder, report->str, 1, FALSE);

  other = run_other (folder);
  if (other != NULL)
    g_assert_nonnull (strstr (other, "values[\"CN-HE\"].formula: gives 202, the value is 203"));
  remove_folder (folder);
}

static void
test_no_folder (void)
{
  g_autoptr(GString) report = g_string_new (NULL);

  g_assert_cmpint (pivot_validate_run ("/no/such/folder", report), ==, 2);
  g_assert_true (g_str_has_prefix (report->str, "error: "));
  g_assert_nonnull (strstr (report->str, "\ndoes not fit: 1 problem\n"));
}

/* Two faults in two files, and both are said. */
static void
test_problems (void)
{
  static const Mutation first = { "type", "measures.json", "\"lg-share\"", "9.87", "\"9.87\"" };
  static const Mutation second = { "kind", "checks.json", "\"gap-hunan\"", "\"difference\"", "\"guess\"" };
  g_autofree char *folder = copy_bundled ();
  g_autoptr(GString) report = g_string_new (NULL);

  mutate (folder, &first);
  mutate (folder, &second);
  g_assert_cmpint (pivot_validate_run (folder, report), ==, 2);
  g_test_message ("%s", report->str);
  g_assert_nonnull (strstr (report->str, "error: measures.json: $[0].values[\"CN-ZJ\"]: expected "));
  g_assert_nonnull (strstr (report->str, "error: checks.json: $[1].kind: expected "));
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validate/bundled", test_bundled);
  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/validate/mutation/%s", mutations[i].name);

      g_test_add_data_func (path, &mutations[i], test_mutation);
    }
  g_test_add_func ("/validate/formula", test_formula);
  g_test_add_func ("/validate/no-folder", test_no_folder);
  g_test_add_func ("/validate/problems", test_problems);

  return g_test_run ();
}
