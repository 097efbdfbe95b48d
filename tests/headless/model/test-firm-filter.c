/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-filter.h"

#include "tiny-dataset.h"
#include "../finalize.h"

#include <string.h>

typedef struct
{
  PivotDataset    *dataset;
  PivotFirmIndex  *index;
  PivotFirmFilter *filter;
  guint            n_items;   /* as the signals tell it */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->n_items);
  fixture->n_items += added - removed;
  g_assert_cmpuint (fixture->n_items, ==, g_list_model_get_n_items (model));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->dataset = load_bundled ();
  fixture->index = pivot_firm_index_new (fixture->dataset, NULL);
  fixture->filter = pivot_firm_filter_new ();
  g_signal_connect (fixture->filter, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  pivot_firm_filter_set_index (fixture->filter, fixture->index);
  pivot_firm_filter_update (fixture->filter);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_finalize_soon (fixture->filter);
  assert_finalize_soon (fixture->index);
  assert_finalize_soon (fixture->dataset);
}

/* The ids that are listed, with spaces between them (transfer full). */
static char *
list_ids (PivotFirmFilter *filter)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (filter)); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (G_LIST_MODEL (filter), i);

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", pivot_firm_get_id (firm));
      g_assert_cmpuint (pivot_firm_filter_find (filter, pivot_firm_get_id (firm)), ==, i);
    }

  return g_string_free (list, FALSE);
}

static void
assert_query (Fixture    *fixture,
              const char *query,
              const char *expected)
{
  g_autofree char *found = NULL;

  pivot_firm_filter_set_query (fixture->filter, query);
  pivot_firm_filter_update (fixture->filter);
  found = list_ids (fixture->filter);
  if (!g_str_equal (found, expected))
    g_error ("“%s”: expected “%s”, got “%s”", query, expected, found);
}

static void
test_query (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct { const char *query, *ids; } cases[] = {
    { "lanxin", "lanxin-mobile" },
    { "LANXIN  Mob", "lanxin-mobile" },
    { "蓝信", "lanxin-mobile" },
    { "lanxinyidong", "lanxin-mobile" },      /* 蓝信移动 as it sounds, in one word */
    { "lan xin yi dong", "lanxin-mobile" },   /* and in four */
    { "lxyd", "lanxin-mobile" },              /* and by initials */
    { "kezikong", "" },
    { "kedazikong", "keda-automation" },
    { "831832", "keda-automation" },          /* code */
    { "taiyuan", "keda-automation" },         /* city */
    { "太原", "keda-automation" },
    { "shanxi", "keda-automation dayu-biological" },   /* place, not Shaanxi */
    { "shanxi mine", "keda-automation" },     /* place and sector */
    { "青岛", "taide" },
    { "chongqing", "yuxin-pingrui" },         /* 重庆, whose first character has two readings */
    { "vision", "powervision" },              /* inside of a word */
    { "no such firm", "" },
    { "*", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].ids != NULL)
      assert_query (fixture, cases[i].query, cases[i].ids);
    else
      {
        pivot_firm_filter_set_query (fixture->filter, cases[i].query);
        pivot_firm_filter_update (fixture->filter);
        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)), ==, 33);
      }
}

/* Whatever was typed before, letter for letter, the list is the one that the query alone gives. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char * const queries[] = { "vision", "shan xi", "bei jing", "automation mines", "new materials", "a b c", "zhe" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (gsize length = 1; length <= strlen (queries[i]); length++)
      {
        g_autofree char *typed = g_strndup (queries[i], length);
        g_autoptr(PivotFirmFilter) fresh = pivot_firm_filter_new ();
        g_autofree char *expected = NULL;

        pivot_firm_filter_set_index (fresh, fixture->index);
        pivot_firm_filter_set_query (fresh, typed);
        pivot_firm_filter_update (fresh);
        expected = list_ids (fresh);
        assert_query (fixture, typed, expected);
      }
}

static guint
get_count (Fixture    *fixture,
           const char *word)
{
  PivotFirmFacet facet;
  guint value;

  g_assert_true (pivot_firm_index_parse_facet (fixture->index, word, &facet, &value));

  return pivot_firm_filter_get_count (fixture->filter, facet, value);
}

/* A value's count is the length of the list once it is the only one chosen of its facet. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char * const queries[] = { "", "a", "shan" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (PivotFirmFacet facet = 0; facet < PIVOT_N_FIRM_FACETS; facet++)
      for (guint value = 0; value < pivot_firm_index_get_n_values (fixture->index, facet); value++)
        {
          g_autofree char *word = g_strconcat (pivot_firm_facet_get_word (facet), ":",
                                               pivot_firm_index_get_value_id (fixture->index, facet, value), NULL);
          guint count;

          pivot_firm_filter_set_query (fixture->filter, queries[i]);
          pivot_firm_filter_set_facets (fixture->filter, NULL);
          pivot_firm_filter_update (fixture->filter);
          count = get_count (fixture, word);
          pivot_firm_filter_set_facets (fixture->filter, (const char * const []) { word, NULL });
          pivot_firm_filter_update (fixture->filter);
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)), ==, count);
          g_assert_cmpuint (get_count (fixture, word), ==, count);
        }
}

static void
test_facets (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *ids = NULL;
  PivotFirmFacet facet;
  guint value, bse, szse;

  bse = get_count (fixture, "board:BSE");
  szse = get_count (fixture, "board:SZSE");
  g_assert_cmpuint (bse, ==, 10);
  g_assert_cmpuint (szse, ==, 2);

  /* Two of one facet: either; of two facets: both. What the dataset lacks is left aside. */
  pivot_firm_filter_set_facets (fixture->filter, (const char * const []) { "board:BSE", "board:SZSE", "board:NYSE/", "x", NULL });
  pivot_firm_filter_update (fixture->filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)), ==, bse + szse);
  pivot_firm_filter_set_facets (fixture->filter, (const char * const []) { "board:BSE", "place:CN-SX", NULL });
  pivot_firm_filter_update (fixture->filter);
  ids = list_ids (fixture->filter);
  g_assert_cmpstr (ids, ==, "keda-automation dayu-biological");
  /* Other values of a facet are counted without it. */
  g_assert_cmpuint (get_count (fixture, "place:CN-SD"), ==, 2);

  g_assert_false (pivot_firm_index_parse_facet (fixture->index, "colour:red", &facet, &value));
  g_assert_false (pivot_firm_index_parse_facet (fixture->index, "board", &facet, &value));
  g_assert_true (pivot_firm_index_parse_facet (fixture->index, "place:", &facet, &value));
}

static void
test_places (Fixture       *fixture,
             gconstpointer  unused)
{
  guint places[] = {
    (guint) pivot_dataset_get_place_index (fixture->dataset, "CN-SX"),
    (guint) pivot_dataset_get_place_index (fixture->dataset, "CN-TJ"),
    (guint) pivot_dataset_get_place_index (fixture->dataset, "CN-XZ"),
  };
  g_autofree char *ids = NULL;

  pivot_firm_filter_set_places (fixture->filter, places, G_N_ELEMENTS (places));
  pivot_firm_filter_update (fixture->filter);
  ids = list_ids (fixture->filter);
  g_assert_cmpstr (ids, ==, "keda-automation dayu-biological ringpu-tianjin");

  /* A place where no firm is leaves none. */
  pivot_firm_filter_set_places (fixture->filter, places + 2, 1);
  pivot_firm_filter_update (fixture->filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)), ==, 0);
  pivot_firm_filter_set_places (fixture->filter, NULL, 0);
  pivot_firm_filter_update (fixture->filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)), ==, 33);
}

/* In both directions the known ones are in order, and the unknown ones last. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  unused)
{
  for (guint descending = 0; descending < 2; descending++)
    {
      const char *last = NULL;
      gboolean unknown = FALSE;
      guint n_unknown = 0;

      pivot_firm_filter_set_sort (fixture->filter, PIVOT_FIRM_COLUMN_FOUNDED, descending);
      pivot_firm_filter_update (fixture->filter);
      for (guint i = 0; i < 33; i++)
        {
          g_autoptr(PivotFirm) firm = g_list_model_get_item (G_LIST_MODEL (fixture->filter), i);
          const char *date = pivot_firm_get_founded (firm);

          g_assert_false (unknown && date != NULL);
          unknown = date == NULL;
          n_unknown += unknown;
          if (last != NULL && date != NULL)
            g_assert_cmpint (strcmp (last, date) * (descending ? -1 : 1), <=, 0);
          last = date;
        }
      g_assert_cmpuint (n_unknown, >, 0);
      g_assert_cmpuint (n_unknown, <, 33);
    }

  pivot_firm_filter_set_sort (fixture->filter, PIVOT_FIRM_COLUMN_EVENTS, TRUE);
  pivot_firm_filter_update (fixture->filter);
  g_assert_cmpuint (pivot_firm_filter_find (fixture->filter, "keda-automation"), ==, 0);
  pivot_firm_filter_set_sort (fixture->filter, PIVOT_FIRM_UNSORTED, FALSE);
  pivot_firm_filter_update (fixture->filter);
  g_assert_cmpuint (pivot_firm_filter_find (fixture->filter, "lanxin-mobile"), ==, 0);
}

static void
test_peers (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n;
  int keda = pivot_firm_index_find (fixture->index, "keda-automation");
  int lanxin = pivot_firm_index_find (fixture->index, "lanxin-mobile");
  g_autoptr(GPtrArray) peers = pivot_firm_index_get_peers (fixture->index, (guint) keda, PIVOT_FIRM_FACET_PLACE, 5, &n);
  g_autoptr(GPtrArray) none = NULL;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (pivot_firm_get_id (peers->pdata[0]), ==, "dayu-biological");

  /* Firms of which no place is known are not in the same place. */
  none = pivot_firm_index_get_peers (fixture->index, (guint) lanxin, PIVOT_FIRM_FACET_PLACE, 5, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (pivot_firm_index_find (fixture->index, "nobody"), ==, -1);
}

static void
index_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  unused)
{
  for (guint cancel = 0; cancel < 2; cancel++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(PivotFirmIndex) index = NULL;
      g_autoptr(GError) error = NULL;

      if (cancel)
        g_cancellable_cancel (cancellable);
      pivot_firm_index_new_async (fixture->dataset, cancellable, index_ready_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      index = pivot_firm_index_new_finish (result, &error);
      if (cancel)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpuint (pivot_firm_index_get_n_firms (index), ==, 33);
      g_clear_object (&index);
      g_clear_object (&result);
      /* The worker lets go of the dataset when it comes to it. */
      while (g_atomic_int_get ((int *) &G_OBJECT (fixture->dataset)->ref_count) > 2)
        g_thread_yield ();
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/firm-filter/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (query);
  ADD (typing);
  ADD (counts);
  ADD (facets);
  ADD (places);
  ADD (sort);
  ADD (peers);
  ADD (async);
#undef ADD

  return g_test_run ();
}
