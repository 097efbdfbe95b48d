/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-date.h"
#include "pivot-present-milestones.h"
#include "pivot-present-timeline.h"

#include <math.h>

#define WIDTH 860
#define HEIGHT 420

static void
compare (Fixture    *fixture,
         const char *firm,
         const char *other,
         const char *align)
{
  const char *others[] = { other, NULL };

  pivot_session_set_firm (fixture->session, firm);
  pivot_session_set_list (fixture->session, PIVOT_OPTION_COMPARED_FIRMS, others);
  pivot_session_set_word (fixture->session, PIVOT_OPTION_ALIGN, align);
}

static void
draw (Fixture    *fixture,
      const char *name,
      int         width,
      int         height)
{
  g_autoptr(PivotTimelinePlot) plot = pivot_timeline_plot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const char *folder = g_getenv ("PIVOT_TEST_PICTURES");

  pivot_present_timeline (fixture->session, &fixture->style, plot);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &fixture->style, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  if (folder != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/timeline-%s.png", folder, name);

      cairo_surface_write_to_png (surface, path);
    }
  cairo_surface_destroy (surface);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  for (int dark = 0; dark < 2; dark++)
    {
      if (dark)
        pivot_style_init_dark (&fixture->style);
      compare (fixture, "lanxin-mobile", NULL, "date");
      draw (fixture, dark ? "lanxin-dark" : "lanxin", WIDTH, 260);
      compare (fixture, "keda-automation", NULL, "date");
      draw (fixture, dark ? "keda-dark" : "keda", WIDTH, HEIGHT);
      draw (fixture, dark ? "keda-small-dark" : "keda-small", 520, 200);
      compare (fixture, "keda-automation", "lanxin-mobile", "age");
      draw (fixture, dark ? "both-dark" : "both", WIDTH, HEIGHT);
    }
}

/* What the series prints in the figure of Part III, year by year. */
static const struct { const char *firm, *year, *words; } printed[] = {
  { "lanxin-mobile", "2012", "Founded" },
  { "lanxin-mobile", "2013", "China Unicom" },
  { "lanxin-mobile", "2018", "Ministry of Public Security" },
  { "lanxin-mobile", "2020", "SASAC" },
  { "lanxin-mobile", "2022", "Huawei, Inspur, Kingsoft, Hikvision and iFlytek" },
  { "keda-automation", "2000", "Takes the name Keda Automation" },
  { "keda-automation", "2009", "Xiegou mine" },
  { "keda-automation", "2019", "70 years" },
  { "keda-automation", "2021", "Beijing Stock Exchange" },
  { "keda-automation", "2022", "Siemens, ABB and Huawei" },
};

static gboolean
has_milestone (Fixture    *fixture,
               const char *year,
               const char *words)
{
  guint n;
  g_autofree guint *ids = pivot_present_timeline_ids (fixture->session, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) receipt = pivot_present_timeline_receipt (fixture->session, ids[i]);

      if (strstr (pivot_receipt_get_label (receipt), words) == NULL)
        continue;

      g_assert_cmpstr (pivot_receipt_get_text (receipt), ==, year);
      g_assert_cmpstr (pivot_receipt_get_status (receipt), ==, "printed in the series");
      assert_contains (pivot_receipt_get_source (receipt), "Part III");
      assert_contains (pivot_receipt_get_url (receipt), "https://");
      return TRUE;
    }

  return FALSE;
}

static void
test_printed_milestones (Fixture       *fixture,
                         gconstpointer  data)
{
  PivotFigure *figure = pivot_dataset_find_figure (fixture->dataset, "3-2");

  g_assert_nonnull (figure);
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      compare (fixture, printed[i].firm, NULL, "date");
      if (!has_milestone (fixture, printed[i].year, printed[i].words))
        g_error ("%s lacks %s", printed[i].firm, printed[i].words);
    }
}

/* What other sources add has another outline and can be left out; then exactly the figure remains. */
static void
test_added_told_apart (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree guint *all = NULL;
  g_autofree guint *kept = NULL;
  g_autofree char *text = NULL;
  guint n_all, n_kept;

  compare (fixture, "keda-automation", NULL, "date");
  all = pivot_present_timeline_ids (fixture->session, &n_all);
  pivot_present_hide_events (fixture->session, "sourced", TRUE);
  kept = pivot_present_timeline_ids (fixture->session, &n_kept);
  text = pivot_present_timeline_text (fixture->session);
  g_assert_cmpuint (n_all, ==, 15);
  g_assert_cmpuint (n_kept, ==, 5);
  assert_lacks (text, "read in the named source");

  pivot_present_hide_events (fixture->session, "sourced", FALSE);
  g_free (text);
  text = pivot_present_timeline_text (fixture->session);
  assert_contains (text, "10 events are added from other sources.");
  assert_contains (text, "2009: First customer");
}

static guint
count_disputed (Fixture    *fixture,
                const char *part)
{
  guint n, count = 0;
  g_autofree guint *ids = pivot_present_timeline_ids (fixture->session, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) receipt = pivot_present_timeline_receipt (fixture->session, ids[i]);
      const char *statements = pivot_receipt_get_disagreement (receipt);

      g_assert_true ((statements != NULL) == (pivot_receipt_get_finding (receipt) != NULL));
      count += statements != NULL && strstr (statements, part) != NULL;
    }

  return count;
}

/* Both entries of 2000 carry both statements, and so do both on Siemens and Huawei; no other event carries one. */
static void
test_disputed (Fixture       *fixture,
               gconstpointer  data)
{
  compare (fixture, "keda-automation", NULL, "date");
  g_assert_cmpuint (count_disputed (fixture, "renamed: Part III, timeline"), ==, 2);
  g_assert_cmpuint (count_disputed (fixture, "founded: broker report"), ==, 2);
  g_assert_cmpuint (count_disputed (fixture, "strategic partners"), ==, 2);
  g_assert_cmpuint (count_disputed (fixture, ""), ==, 4);

  compare (fixture, "lanxin-mobile", NULL, "date");
  g_assert_cmpuint (count_disputed (fixture, ""), ==, 0);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  guint n;
  g_autofree char *json = NULL;

  compare (fixture, "keda-automation", "lanxin-mobile", "date");
  g_free (pivot_present_timeline_ids (fixture->session, &n));
  g_assert_cmpuint (n, ==, 20);
  pivot_present_hide_events (fixture->session, "customer", TRUE);
  g_free (pivot_present_timeline_ids (fixture->session, &n));
  g_assert_cmpuint (n, ==, 13);
  pivot_present_hide_events (fixture->session, "state", TRUE);
  g_free (pivot_present_timeline_ids (fixture->session, &n));
  g_assert_cmpuint (n, ==, 12);

  json = pivot_session_to_json (fixture->session);
  assert_contains (json, "hidden-events");
}

/* The same firm twice is one lane, and more than three are three. */
static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const same[] = { "keda-automation", "lanxin-mobile", "lanxin-mobile", "meilian", NULL };
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];

  g_assert_cmpuint (pivot_present_timeline_firms (fixture->session, firms), ==, 0);
  pivot_session_set_firm (fixture->session, "keda-automation");
  pivot_session_set_list (fixture->session, PIVOT_OPTION_COMPARED_FIRMS, same);
  g_assert_cmpuint (pivot_present_timeline_firms (fixture->session, firms), ==, 3);
  g_assert_cmpstr (pivot_firm_get_id (firms[0]), ==, "keda-automation");
  g_assert_cmpstr (pivot_firm_get_id (firms[1]), ==, "lanxin-mobile");
  g_assert_cmpstr (pivot_firm_get_id (firms[2]), ==, "meilian");
}

/* By age, the first state customer of Keda is at 9 to 10 years, of Lanxin at 1 to 2. */
static void
test_age (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(PivotTimelinePlot) plot = pivot_timeline_plot_new ();
  double from, to;

  compare (fixture, "keda-automation", "lanxin-mobile", "age");
  pivot_present_timeline (fixture->session, &fixture->style, plot);
  g_assert_cmpint (pivot_timeline_plot_get_kind (plot), ==, PIVOT_TIME_AGE);
  g_assert_false (pivot_timeline_plot_get_range (plot, &from, &to));
  g_assert_cmpfloat (from, <=, 0);
  g_assert_cmpfloat (to, >=, 26);
  g_assert_cmpfloat (to, <, 30);
}

static const char *
get_fact (GListModel *facts,
          guint       i)
{
  g_autoptr(PivotReceipt) receipt = g_list_model_get_item (facts, i);

  return pivot_receipt_get_text (receipt);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  PivotFirm *keda = pivot_dataset_find_firm (fixture->dataset, "keda-automation");
  PivotFirm *lanxin = pivot_dataset_find_firm (fixture->dataset, "lanxin-mobile");
  g_autoptr(GListModel) of_keda = pivot_present_milestones (fixture->dataset, keda);
  g_autoptr(GListModel) of_lanxin = pivot_present_milestones (fixture->dataset, lanxin);
  PivotCustomerShares shares = pivot_present_customer_shares (lanxin);
  g_autofree char *text = pivot_present_customer_shares_text (&shares);

  g_assert_cmpstr (get_fact (of_keda, 0), ==, "2009");
  g_assert_cmpstr (get_fact (of_keda, 1), ==, "about 9 years");
  g_assert_cmpstr (get_fact (of_keda, 2), ==, "about 21 years");
  g_assert_cmpstr (get_fact (of_lanxin, 0), ==, "2013");
  g_assert_cmpstr (get_fact (of_lanxin, 1), ==, "about 1 year");
  g_assert_cmpstr (get_fact (of_lanxin, 2), ==, "Not known");

  g_assert_cmpuint (shares.state, ==, 3);
  g_assert_cmpuint (shares.private, ==, 0);
  g_assert_cmpuint (shares.mixed, ==, 1);
  g_assert_cmpstr (text, ==, "State 3, Mixed 1 (n = 4)");
}

/* The table has a line for each event and as many cells in each; the text has a line for each event after the sentence. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *table = NULL;
  g_auto(GStrv) lines = NULL;

  compare (fixture, "keda-automation", "lanxin-mobile", "date");
  table = pivot_present_timeline_table (fixture->session);
  lines = g_strsplit (table, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 22);
  for (guint i = 0; i < 21; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 10);
    }
  assert_contains (lines[1], "2000\t\tFounding");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/timeline/pictures", test_pictures },
    { "/timeline/printed-milestones", test_printed_milestones },
    { "/timeline/added-told-apart", test_added_told_apart },
    { "/timeline/disputed", test_disputed },
    { "/timeline/hidden", test_hidden },
    { "/timeline/lanes", test_lanes },
    { "/timeline/age", test_age },
    { "/timeline/facts", test_facts },
    { "/timeline/copies", test_copies },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
