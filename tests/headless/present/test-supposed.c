/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-audit.h"
#include "pivot-present-albers.h"
#include "pivot-present-explain.h"
#include "pivot-present-parity.h"
#include "pivot-present.h"
#include "pivot-session-options.h"

/* What is assumed is marked wherever it is shown, and nowhere else. */

static PivotDataset *bundled;

static PivotSession *
new_session (const char *measure,
             const char *against,
             const char *what_if)
{
  PivotSession *session = pivot_session_new ();

  pivot_session_set_dataset (session, bundled);
  pivot_session_set_measure (session, measure);
  pivot_session_set_against (session, against);
  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, what_if);

  return session;
}

static guint
find (const char *id)
{
  int place = pivot_dataset_get_place_index (bundled, id);

  g_assert_cmpint (place, >=, 0);

  return (guint) place;
}

static void
assert_marked (PivotRegions *regions,
               int           place)
{
  for (guint i = 0; i < pivot_dataset_get_n_places (bundled); i++)
    g_assert_cmpint (pivot_regions_get_supposed (regions, i), ==, (int) i == place);
}

static void
test_map (void)
{
  static const struct { const char *measure, *against, *what_if, *place; } rows[] = {
    { "lg-share", "pg-share", "lg-share/CN-BJ=9", "CN-BJ" },
    { "talent-gap", "subsidy-score", "lg-share/CN-BJ=9", "CN-BJ" },  /* follows at the same place */
    { "subsidy-score", "talent-gap", "pg-share/CN-ZJ=9", "CN-ZJ" },  /* in the scatter */
    { "degree-gap", "population-2020", "lg-count-batch12/CN-GD=300", "CN-GD" },
    { "population-2020", "subsidy-score", "lg-share/CN-BJ=9", NULL },
    { "lg-share", "pg-share", "lg-share/CN-BJ=5.4", NULL },          /* no other than it is */
    { "lg-share", "pg-share", "", NULL },
  };
  static const char * const layouts[] = { "map", "grid", "cartogram" };
  PivotStyle style;

  pivot_style_init_light (&style);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (layouts); j++)
      {
        g_autoptr(PivotSession) session = new_session (rows[i].measure, rows[i].against, rows[i].what_if);
        int place = rows[i].place != NULL ? (int) find (rows[i].place) : -1;
        g_autoptr(PivotRegions) regions = NULL;
        g_autoptr(PivotRegions) moved = NULL;

        pivot_session_set_word (session, PIVOT_OPTION_LAYOUT, layouts[j]);
        regions = pivot_present_regions (session, &style);
        assert_marked (regions, place);
        if (j == 0)
          {
            /* That is what is exported. */
            moved = pivot_present_albers_regions (session, &style);
            assert_marked (moved, place);
          }
      }
}

static void
test_ranking (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-share", "pg-share", "lg-share/CN-BJ=13.85");
  g_autoptr(GListModel) rows = NULL;
  PivotStyle style;

  pivot_style_init_light (&style);
  rows = pivot_present_ranking (session, &style);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (rows, i);
      gboolean is_it = pivot_rank_row_get_place (row) == find ("CN-BJ");

      g_assert_cmpint (pivot_rank_row_get_bar (row)->supposed, ==, is_it);
      if (is_it)
        {
          g_assert_cmpuint (pivot_rank_row_get_rank (row), ==, 1);
          g_assert_cmpstr (pivot_rank_row_get_text (row), ==, "13.85");
        }
    }

  /* The other measure is not what is ranked. */
  pivot_session_swap_measures (session);
  g_clear_object (&rows);
  rows = pivot_present_ranking (session, &style);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (rows, i);

      g_assert_false (pivot_rank_row_get_bar (row)->supposed);
    }
}

static void
test_words (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-share", "pg-share", "lg-share/CN-BJ=13.85");
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autofree char *banner = pivot_present_what_if (session);
  g_autofree char *tooltip = pivot_present_tooltip (session, find ("CN-BJ"));
  g_autofree char *other = pivot_present_tooltip (session, find ("CN-ZJ"));
  g_autofree char *point = NULL, *far_point = NULL, *none = NULL;
  char *(* const explain[]) (PivotSession *) = {
    pivot_present_explain_map, pivot_present_explain_scatter, pivot_present_explain_ranking,
  };
  PivotStyle style;

  pivot_style_init_light (&style);
  g_assert_nonnull (strstr (banner, "Beijing: “LG share” 13.85% instead of 5.40%"));
  g_assert_nonnull (strstr (tooltip, "Assumed"));
  g_assert_null (strstr (other, "Assumed"));

  pivot_present_scatter (session, &style, plot);
  point = pivot_plot_describe_mark (PIVOT_PLOT (plot), find ("CN-BJ"));
  far_point = pivot_plot_describe_mark (PIVOT_PLOT (plot), find ("CN-ZJ"));
  g_assert_true (g_str_has_suffix (point, "(assumed)"));
  g_assert_false (g_str_has_suffix (far_point, "(assumed)"));

  /* Words that can be copied begin with it. */
  for (guint i = 0; i < G_N_ELEMENTS (explain); i++)
    {
      g_autofree char *text = explain[i] (session);

      g_assert_true (g_str_has_prefix (text, banner));
      g_assert_cmpuint (strlen (text), >, strlen (banner) + 20);
    }

  pivot_session_set_word (session, PIVOT_OPTION_WHAT_IF, "");
  none = pivot_present_what_if (session);
  g_assert_null (none);
}

static PivotReceipt *
find_receipt (GListModel *receipts,
              const char *measure)
{
  for (guint i = 0; i < g_list_model_get_n_items (receipts); i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (receipts, i);

      if (g_strcmp0 (pivot_receipt_get_measure (receipt), measure) == 0)
        return receipt;
    }
  g_assert_not_reached ();
}

/* The receipt of an assumed number says so, and the true one; one that follows has the assumed one among its inputs. */
static void
test_receipts (void)
{
  g_autoptr(PivotSession) session = new_session ("lg-share", "pg-share", "lg-share/CN-BJ=13.85");
  g_autoptr(GListModel) findings = pivot_audit_run (bundled);
  g_autoptr(GListModel) receipts = pivot_present_session_receipts (session, find ("CN-BJ"), findings);
  g_autoptr(GListModel) others = pivot_present_session_receipts (session, find ("CN-ZJ"), findings);
  g_autoptr(GListModel) truths = pivot_present_receipts (bundled, find ("CN-BJ"), findings);
  g_autoptr(GListModel) inputs = NULL;
  PivotReceipt *assumed = find_receipt (receipts, "lg-share");
  PivotReceipt *follows = find_receipt (receipts, "talent-gap");
  g_autoptr(PivotReceipt) input = NULL;

  g_assert_cmpstr (pivot_receipt_get_text (assumed), ==, "13.85%");
  g_assert_cmpstr (pivot_receipt_get_status (assumed), ==, "assumed");
  g_assert_null (pivot_receipt_get_source (assumed));
  g_assert_nonnull (strstr (pivot_receipt_get_note (assumed), "5.40%"));

  g_assert_cmpstr (pivot_receipt_get_text (follows), ==, "0.00\u00a0percentage points");
  g_assert_nonnull (strstr (pivot_receipt_get_note (follows), "8.45\u00a0percentage points"));
  inputs = pivot_receipt_get_inputs (follows);
  g_assert_cmpuint (g_list_model_get_n_items (inputs), ==, 2);
  input = g_list_model_get_item (inputs, 1);
  g_assert_cmpstr (pivot_receipt_get_text (input), ==, "13.85%");

  /* Other shares follow, at other places; what has nothing to do with it is as it was. */
  g_assert_nonnull (strstr (pivot_receipt_get_note (find_receipt (others, "lg-share")), "9.87%"));
  g_assert_cmpstr (pivot_receipt_get_text (find_receipt (receipts, "pg-share")), ==,
                   pivot_receipt_get_text (find_receipt (truths, "pg-share")));
  g_assert_cmpstr (pivot_receipt_get_status (find_receipt (receipts, "talent-gap-printed")), ==,
                   pivot_receipt_get_status (find_receipt (truths, "talent-gap-printed")));
  g_assert_cmpstr (pivot_receipt_get_text (find_receipt (truths, "lg-share")), ==, "5.40%");
}

static void
test_card (void)
{
  static const struct { const char *measure, *against, *what_if, *place, *ratio, *first, *second; } rows[] = {
    { "lg-share", "pg-share", "", "CN-BJ", "5.40 ÷ 13.85 = 0.39", "With 468\u00a0firms more", "does not tell how many there are in all" },
    { "lg-share", "pg-share", "lg-share/CN-BJ=6", "CN-BJ", "6.00 ÷ 13.85 = 0.43", "Assumed: 31\u00a0firms more", "" },
    { "lg-share", "pg-share", "", "CN-ZJ", "9.87 ÷ 5.05 = 1.95", "firms fewer", "as many as 5.35%" },
    { "pg-share", "lg-share", "", "CN-ZJ", "5.05 ÷ 9.87 = 0.51", "as many as 5.35%", "firms fewer" },
    { "talent-gap", "talent-gap", "", "CN-BJ", "13.85 ÷ 5.40 = 2.56", "", "With 468\u00a0firms more" },
    { "lg-share", "pg-share", "", "CN-GD", "Guangdong has no value of LG share", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PivotSession) session = new_session (rows[i].measure, rows[i].against, rows[i].what_if);
      g_auto(PivotParityCard) card = { 0 };

      g_test_message ("%s/%s", rows[i].measure, rows[i].place);
      g_assert_true (pivot_present_parity (session, find (rows[i].place), &card));
      g_assert_nonnull (strstr (card.ratio, rows[i].ratio));
      g_assert_cmpuint (card.n_inputs, ==, rows[i].first != NULL ? 2 : 0);
      if (rows[i].first == NULL)
        continue;
      g_assert_nonnull (strstr (card.inputs[0].sentence, rows[i].first));
      g_assert_nonnull (strstr (card.inputs[1].sentence, rows[i].second));
      g_assert_nonnull (card.assumption);
      for (guint j = 0; j < 2; j++)
        {
          g_assert_cmpfloat (card.inputs[j].most, >=, card.inputs[j].now.number);
          g_assert_cmpfloat (card.inputs[j].most, >, card.inputs[j].truth);
        }
    }
}

static void
test_no_card (void)
{
  g_autoptr(PivotSession) session = new_session ("subsidy-score", "population-2020", "");
  PivotParityCard card;

  g_assert_false (pivot_present_parity (session, 0, &card));
  g_assert_false (pivot_present_parity (session, 9999, &card));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  g_test_add_func ("/supposed/map", test_map);
  g_test_add_func ("/supposed/ranking", test_ranking);
  g_test_add_func ("/supposed/words", test_words);
  g_test_add_func ("/supposed/receipts", test_receipts);
  g_test_add_func ("/supposed/card", test_card);
  g_test_add_func ("/supposed/no-card", test_no_card);

  status = g_test_run ();
  g_clear_object (&bundled);

  return status;
}
