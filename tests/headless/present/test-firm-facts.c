/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-firm-facts.h"
#include "pivot-session-options.h"

#include <string.h>

static PivotReceipt *
find_fact (GListModel *facts,
           const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (facts, i);

      if (g_str_equal (pivot_receipt_get_label (receipt), label))
        return receipt;
    }

  g_error ("no fact “%s”", label);
}

/* What is known, and from where: an event's own source, the one of the programme, or none where the dataset does not say. */
static void
test_facts (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr(GListModel) keda =
    pivot_present_firm_facts (fixture->dataset, pivot_dataset_find_firm (fixture->dataset, "keda-automation"));
  g_autoptr(GListModel) lanxin =
    pivot_present_firm_facts (fixture->dataset, pivot_dataset_find_firm (fixture->dataset, "lanxin-mobile"));
  PivotReceipt *fact;

  fact = find_fact (keda, "Programme");
  g_assert_cmpstr (pivot_receipt_get_text (fact), ==, "Member");
  g_assert_cmpstr (pivot_receipt_get_source (fact), ==, "China's Tech Pivot (Part III): Innovation Without Commercialization?");
  assert_contains (pivot_receipt_get_note (fact), "not confirmed");

  fact = find_fact (keda, "Founded");
  g_assert_cmpstr (pivot_receipt_get_text (fact), ==, "2000");
  g_assert_nonnull (pivot_receipt_get_source (fact));

  /* Keda has eight sources, and which of them gives the code is not told. */
  fact = find_fact (keda, "Code");
  g_assert_cmpstr (pivot_receipt_get_text (fact), ==, "831832");
  g_assert_null (pivot_receipt_get_source (fact));
  g_assert_null (pivot_receipt_get_status (fact));
  assert_contains (pivot_receipt_get_note (fact), "does not say");

  fact = find_fact (lanxin, "Listed");
  g_assert_true (pivot_receipt_is_missing (fact));
  g_assert_cmpstr (pivot_receipt_get_text (fact), ==, "Not known");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct { const char *firm, *member, *other; } cases[] = {
    { "keda-automation", "Member", "科达自控" },
    { "taide", "Member, batch 1", "泰德股份" },
    { "boe", "Not known", "京东方" },
    { "kofon", "Member", NULL },   /* the same name in both languages */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PivotFirm *firm = pivot_dataset_find_firm (fixture->dataset, cases[i].firm);
      g_autofree char *member = pivot_present_member (firm);
      g_autofree char *other = pivot_present_other_names (firm);

      g_assert_cmpstr (member, ==, cases[i].member);
      g_assert_cmpstr (other, ==, cases[i].other);
    }
}

/* Places of the selected firms, each once, and none for a firm of which no place is known. */
static void
test_places (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char * const ids[] = { "keda-automation", "lanxin-mobile", "dayu-biological", "taide", "nobody", NULL };
  g_autofree guint *places = NULL;
  guint n;

  pivot_session_set_list (fixture->session, PIVOT_OPTION_FIRMS_SELECTED, ids);
  places = pivot_present_firm_places (fixture->session, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (places[0], ==, place_of (fixture->dataset, "CN-SX"));
  g_assert_cmpuint (places[1], ==, place_of (fixture->dataset, "CN-SD"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/firm-facts/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (facts);
  ADD (words);
  ADD (places);
#undef ADD

  return g_test_run ();
}
