/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-audit.h"
#include "pivot-evidence.h"
#include "pivot-page-flow-private.h"
#include "pivot-session-options.h"
#include "pivot-sheet-worksheet.h"
#include "pivot-text-sink.h"
#include "pivot-units.h"
#include "pivot-worksheet.h"

#include <cairo-svg.h>
#include <math.h>

/* What is written on a page, without the marks of SVG and without spaces: lines are broken at some. */
static char *
strip (const char *svg)
{
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *at = svg; *at != '\0'; at++)
    {
      if (*at == '<')
        inside = TRUE;
      else if (*at == '>')
        inside = FALSE;
      else if (!inside && !g_ascii_isspace (*at))
        g_string_append_c (text, *at);
    }

  return g_string_free (text, FALSE);
}

static char *
read_page (PivotPageFlow *flow,
           guint          page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 16);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PivotTextSink) sink = pivot_text_sink_new ();

  pivot_text_sink_attach (sink, cr);
  _pivot_page_flow_draw (flow, page, cr);
  pivot_text_sink_attach (NULL, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return strip (pivot_text_sink_get_svg (sink));
}

/* The lowest and the rightmost of what is drawn. */
static void
measure_page (PivotPageFlow *flow,
              guint          page,
              double        *right,
              double        *bottom)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  _pivot_page_flow_draw (flow, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  *right = x + width;
  *bottom = y + height;
}

/* Long texts go on from page to page: nothing is lost, and nothing stands in the margins. */
static void
test_flow (void)
{
  static const char * const pieces[] = { "The quick brown fox jumps over the lazy dog. ", "小巨人企业占全国比重与研究生占全国比重之差，即为人才缺口。" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(PivotLettering) letters = pivot_lettering_new ();
      g_autoptr(GString) text = g_string_new (NULL), read = g_string_new (NULL);
      g_autofree char *expected = NULL;
      const PivotPageSize size = { 400, 300, 30, 40, 30, 50 };
      const PivotPageText look = { .size = 1 };
      PivotPageFlow *flow;
      PivotStyle style;

      pivot_style_init_light (&style);
      for (guint k = 0; k < 120; k++)
        g_string_append (text, pieces[i]);
      flow = _pivot_page_flow_new (letters, &style, &size);
      _pivot_page_flow_skip (flow, 1000);
      g_assert_cmpuint (_pivot_page_flow_get_n (flow), ==, 1);
      _pivot_page_flow_write (flow, &look, text->str);
      g_assert_cmpuint (_pivot_page_flow_get_n (flow), >, 4);
      for (guint page = 0; page < _pivot_page_flow_get_n (flow); page++)
        {
          g_autofree char *words = read_page (flow, page);
          double right, bottom;

          g_assert_cmpstr (words, !=, "");
          g_string_append (read, words);
          measure_page (flow, page, &right, &bottom);
          g_assert_cmpfloat (right, <=, size.width - size.right + 1);
          g_assert_cmpfloat (bottom, <=, size.height - size.bottom + 1);
        }
      expected = strip (text->str);
      g_assert_cmpstr (read->str, ==, expected);
      _pivot_page_flow_free (flow);
    }
}

/* What belongs together is not parted, and what is too high for any page is drawn all the same. */
static void
test_need (void)
{
  g_autoptr(PivotLettering) letters = pivot_lettering_new ();
  const PivotPageSize size = { 400, 300, 30, 40, 30, 50 };
  PivotPageFlow *flow;
  PivotStyle style;

  pivot_style_init_light (&style);
  flow = _pivot_page_flow_new (letters, &style, &size);
  g_assert_false (_pivot_page_flow_need (flow, 200));
  _pivot_page_flow_go (flow, 100);
  g_assert_false (_pivot_page_flow_need (flow, 110));
  g_assert_true (_pivot_page_flow_need (flow, 111));
  g_assert_cmpuint (_pivot_page_flow_get_n (flow), ==, 2);
  _pivot_page_flow_go (flow, 10);
  g_assert_false (_pivot_page_flow_need (flow, 1000));
  _pivot_page_flow_rule (flow, 30, 20, 0);
  g_assert_cmpuint (_pivot_page_flow_get_n (flow), ==, 4);
  _pivot_page_flow_free (flow);
}

static char *
join_lines (PivotEvidence *evidence,
            const char    *reference)
{
  const char *references[] = { reference, NULL };
  g_auto(GStrv) lines = pivot_evidence_write (evidence, references);

  return g_strjoinv ("\n", lines);
}

static void
test_evidence (void)
{
  static const struct
  {
    const char *reference;
    const char *words[5];
  } cases[] = {
    { "value:talent-gap/CN-ZJ", { "Talent gap", "Zhejiang −4.82 = ", "postgraduates 5.05 − ", "computed", "[1]" } },
    { "value:lg-share/CN-ZJ", { "Share of all Little Giants (%): Zhejiang 9.87 (printed in the series) [1]" } },
    { "value:talent-gap-printed/CN-SN", { "1.16", "printed in the series", "Does not add up", "1.17" } },
    { "value:lg-share-batch12/CN-ZJ", { "Zhejiang", "× 100", "computed", "[1]" } },
    { "event:lanxin-mobile/0", { "Lanxin Mobile: Founded, 2012 (printed in the series) [1]" } },
    { "fact:keda-automation/listed", { "Keda", "Listed, 15 November 2021", "[1]" } },
    { "check:total-4762-4672", { "“4,762”: Part I, text [1]", "“4,672”: Part II", "[4]" } },
  };
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(GListModel) findings = pivot_audit_run (dataset);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PivotEvidence) evidence = pivot_evidence_new (dataset, findings);
      g_autofree char *text = join_lines (evidence, cases[i].reference);

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].words) && cases[i].words[k] != NULL; k++)
        if (strstr (text, cases[i].words[k]) == NULL)
          g_error ("%s: “%s” is not in “%s”", cases[i].reference, cases[i].words[k], text);
      g_assert_cmpuint (pivot_evidence_get_n_sources (evidence), >, 0);
      for (guint k = 0; k < pivot_evidence_get_n_sources (evidence); k++)
        {
          g_autofree char *source = pivot_evidence_write_source (evidence, k);
          g_autofree char *number = g_strdup_printf ("[%u] ", k + 1);

          g_assert_true (g_str_has_prefix (source, number));
          g_assert_cmpuint (strlen (source), >, 12);
        }
    }
}

/* Each reference of each question has a line; each value stands there as it is printed; each line that names a status has a source. */
static void
test_receipts (void)
{
  static const char * const measures[] = { "talent-gap", "lg-share", "lg-per-million", "lg-count-2021", "degree-gap" };
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(GListModel) findings = pivot_audit_run (dataset);
  g_autoptr(PivotSession) session = pivot_session_new ();
  guint n = 0;

  pivot_session_set_dataset (session, dataset);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    for (guint seed = 0; seed < 6; seed++)
      {
        PivotWorksheetOptions options = { seed, 30, -1 };
        g_autoptr(PivotEvidence) evidence = pivot_evidence_new (dataset, findings);
        g_autoptr(PivotWorksheet) worksheet = NULL;

        pivot_session_set_measure (session, measures[i]);
        worksheet = pivot_worksheet_new (session, &options);
        for (guint k = 0; k < pivot_worksheet_get_n (worksheet); k++)
          {
            const char * const *references = pivot_question_get_receipts (pivot_worksheet_get_question (worksheet, k));
            g_auto(GStrv) lines = pivot_evidence_write (evidence, references);
            g_autofree char *text = g_strjoinv ("\n", lines);

            g_assert_nonnull (lines[0]);
            g_assert_nonnull (strchr (text, '['));
            for (guint r = 0; references[r] != NULL; r++, n++)
              {
                g_auto(GStrv) parts = g_strsplit (references[r] + strcspn (references[r], ":") + 1, "/", 3);
                PivotMeasure *measure = pivot_dataset_find_measure (dataset, parts[0]);
                g_autofree char *number = NULL;

                if (!g_str_has_prefix (references[r], "value:") || measure == NULL)
                  continue;
                number = pivot_units_format_value (pivot_measure_get_value (measure, (guint) pivot_dataset_get_place_index (dataset, parts[1])),
                                                   pivot_measure_get_decimals (measure), NULL);
                g_assert_nonnull (strstr (text, number));
                g_assert_nonnull (strstr (text, pivot_text_get (pivot_measure_get_label (measure))));
              }
          }
      }
  g_assert_cmpuint (n, >, 1000);
}

/* The parts of a worksheet, and nothing of it outside of its pages. */
static void
test_sheet (void)
{
  static const char * const words[][3] = { { "given", "printed", "a4" }, { "limits", "hidden", "letter" }, { "blank", "printed", "letter" } };
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(PivotSession) session = pivot_session_new ();

  pivot_session_set_dataset (session, dataset);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      PivotSheetOptions options;
      g_autoptr(PivotSheet) pupil = NULL, key = NULL, both = NULL;
      g_autoptr(GError) error = NULL;
      guint level;

      pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_LEGEND, words[i][0]);
      pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_NUMBERS, words[i][1]);
      pivot_session_set_word (session, PIVOT_OPTION_WORKSHEET_PAPER, words[i][2]);
      pivot_sheet_options_init_worksheet (&options, session);
      both = pivot_sheet_new (session, &options, &error);
      g_assert_no_error (error);
      options.id = PIVOT_SHEET_PUPIL;
      pupil = pivot_sheet_new (session, &options, &error);
      g_assert_no_error (error);
      options.id = PIVOT_SHEET_KEY;
      key = pivot_sheet_new (session, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (pivot_sheet_get_n_pages (both), ==,
                        pivot_sheet_get_n_pages (pupil) + pivot_sheet_get_n_pages (pupil) % 2 + pivot_sheet_get_n_pages (key));
      g_assert_cmpstr (pivot_sheet_get_page_title (both, 0, &level), ==, "Worksheet");
      g_assert_cmpstr (pivot_sheet_get_page_title (key, 0, &level), ==, "Answer key");
      g_assert_null (pivot_sheet_get_page_title (both, 1, &level));
      for (guint page = 0; page < pivot_sheet_get_n_pages (both); page++)
        {
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          double x, y, width, height;

          pivot_sheet_draw (both, page, cr);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          cairo_surface_destroy (surface);
          g_assert_cmpfloat (x, >=, -1);
          g_assert_cmpfloat (y, >=, -1);
          g_assert_cmpfloat (x + width, <=, options.width + 1);
          g_assert_cmpfloat (y + height, <=, options.height + 1);
        }

      options.id = "teacher";
      g_assert_null (pivot_sheet_new (session, &options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/flow", test_flow);
  g_test_add_func ("/paper/need", test_need);
  g_test_add_func ("/paper/evidence", test_evidence);
  g_test_add_func ("/paper/receipts", test_receipts);
  g_test_add_func ("/paper/sheet", test_sheet);

  return g_test_run ();
}
