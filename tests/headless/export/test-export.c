/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../present/fixture.h"
#include "pivot-export-citation.h"
#include "pivot-export.h"
#include "pivot-imprint.h"

static GBytes *
make (PivotSession      *session,
      PivotSheetKind     kind,
      PivotExportFormat  format)
{
  g_autoptr(GError) error = NULL;
  PivotExportOptions options;
  GBytes *bytes;

  pivot_export_options_init (&options);
  options.sheet.kind = kind;
  options.format = format;
  options.scale = 1;
  bytes = pivot_export_make (session, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

/* The same view gives the same bytes, with a session of its own, and another view gives others. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(PivotSession) other = pivot_session_new ();

  pivot_session_set_dataset (other, fixture->dataset);
  for (int kind = PIVOT_SHEET_MAP; kind <= PIVOT_SHEET_RANKING; kind++)
    for (int format = PIVOT_EXPORT_PNG; format <= PIVOT_EXPORT_PDF; format++)
      {
        g_autoptr(GBytes) one = make (fixture->session, (PivotSheetKind) kind, (PivotExportFormat) format);
        g_autoptr(GBytes) two = make (other, (PivotSheetKind) kind, (PivotExportFormat) format);

        g_assert_true (g_bytes_equal (one, two));
        pivot_session_set_measure (other, "lg-share");
        g_clear_pointer (&two, g_bytes_unref);
        two = make (other, (PivotSheetKind) kind, (PivotExportFormat) format);
        g_assert_false (g_bytes_equal (one, two));
        pivot_session_set_measure (other, "talent-gap");
      }
}

/* A line for each source of what is shown, and none twice. */
static void
test_cite (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    PivotSheetKind  kind;
    const char     *id;
    guint           least;
  } cases[] = {
    { PIVOT_SHEET_MAP, NULL, 1 },
    { PIVOT_SHEET_SCATTER, NULL, 2 },
    { PIVOT_SHEET_TIMELINE, NULL, 3 },
    { PIVOT_SHEET_FIGURE, "1-1a", 1 },
    { PIVOT_SHEET_STORY, NULL, 10 },
  };

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_session_set_against (fixture->session, "lg-share");
  pivot_session_set_firm (fixture->session, "keda-automation");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PivotSheetOptions options = { .kind = cases[i].kind, .id = cases[i].id };
      g_autofree char *text = pivot_export_cite (fixture->session, &options);
      g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_true (g_str_has_suffix (text, "\n"));
      for (guint l = 0; lines[l + 1] != NULL; l++)
        g_assert_true (g_hash_table_add (known, lines[l]));
      g_assert_cmpuint (g_hash_table_size (known), >=, cases[i].least);
    }
}

/* What is shown comes back out of every kind of picture, and says that nothing has changed. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *view = NULL;

  pivot_session_set_measure (fixture->session, "lg-share");
  pivot_session_set_classes (fixture->session, 4);
  pivot_session_select_one (fixture->session, place_of (fixture->dataset, "CN-ZJ"), PIVOT_SELECT_REPLACE);
  view = pivot_session_to_json (fixture->session);

  for (int format = PIVOT_EXPORT_PNG; format <= PIVOT_EXPORT_PDF; format++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = make (fixture->session, PIVOT_SHEET_MAP, (PivotExportFormat) format);
      g_autoptr(PivotImprint) imprint = pivot_imprint_read (bytes, &error);
      g_autoptr(PivotSession) session = pivot_session_new ();
      g_auto(GStrv) changes = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_true (pivot_imprint_knows (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
      g_assert_cmpstr (imprint->dataset, ==, "china-tech-pivot");
      pivot_session_set_dataset (session, fixture->dataset);
      g_assert_true (pivot_session_apply_json (session, imprint->view, FALSE, &error));
      again = pivot_session_to_json (session);
      g_assert_cmpstr (again, ==, view);
      changes = pivot_imprint_get_changes (imprint, fixture->dataset);
      g_assert_cmpuint (g_strv_length (changes), ==, 0);

      g_hash_table_insert (imprint->parts, g_strdup ("measure:lg-share"), g_strdup ("other"));
      g_clear_pointer (&changes, g_strfreev);
      changes = pivot_imprint_get_changes (imprint, fixture->dataset);
      g_assert_cmpuint (g_strv_length (changes), ==, 1);
      g_assert_cmpstr (changes[0], ==, "Share of all Little Giants");
    }
}

/* Cut anywhere, or of another kind, a file gives an error and nothing worse. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  for (int format = PIVOT_EXPORT_PNG; format <= PIVOT_EXPORT_PDF; format++)
    {
      g_autoptr(GBytes) bytes = make (fixture->session, PIVOT_SHEET_MAP, (PivotExportFormat) format);
      gsize size = g_bytes_get_size (bytes);

      for (gsize length = 0; length < MIN (size, 2000); length += 7)
        {
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
          g_autoptr(GBytes) part = g_bytes_new (copy, length);
          g_autoptr(PivotImprint) imprint = pivot_imprint_read (part, NULL);

          g_assert_true (imprint == NULL || imprint->view != NULL);
        }
    }
}

/* Letters are letters, none is lost, and what the file says of itself is there. */
static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GBytes) bytes = make (fixture->session, PIVOT_SHEET_MAP, PIVOT_EXPORT_SVG);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  assert_contains (svg, ">Talent gap</text>");
  assert_contains (svg, ">Xinjiang</text>");
  assert_contains (svg, "<title id=\"title\">Talent gap</title>");
  assert_contains (svg, "<desc id=\"desc\">Map of Talent gap");
  assert_contains (svg, "Natural Earth");
  assert_lacks (svg, "<symbol");
  assert_lacks (svg, "<image");
  assert_lacks (svg, "surface");
}

static void
test_sizes (void)
{
  static const struct { const char *text; double width, height; } cases[] = {
    { "a4", 1123, 794 }, { "SQUARE", 1080, 1080 }, { "1200x800", 1200, 800 }, { "160X160", 160, 160 },
    { "", 0, 0 }, { "12", 0, 0 }, { "1200x", 0, 0 }, { "10x10", 0, 0 }, { "1e9x1", 0, 0 }, { "9000x900", 0, 0 },
    { "-200x300", 0, 0 }, { "200x300x4", 0, 0 }, { "letter", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double width, height;
      gboolean ok = pivot_export_parse_size (cases[i].text, &width, &height);

      g_assert_true (ok == (cases[i].width > 0));
      if (ok)
        {
          g_assert_cmpfloat (width, ==, cases[i].width);
          g_assert_cmpfloat (height, ==, cases[i].height);
        }
    }
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/export/same", test_same);
  add ("/export/round-trip", test_round_trip);
  add ("/export/damaged", test_damaged);
  add ("/export/svg", test_svg);
  add ("/export/cite", test_cite);
  g_test_add_func ("/export/sizes", test_sizes);

  return g_test_run ();
}
