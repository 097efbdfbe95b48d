/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-index-private.h"
#include "pivot-search.h"

#include "tiny-dataset.h"
#include "../finalize.h"

#include <string.h>

static PivotDataset *bundled;

typedef struct
{
  PivotSearch *search;
  guint        n_changes;
  guint        n_notified;
} Fixture;

static void
items_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
notify_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->search = pivot_search_new ();
  pivot_search_set_dataset (fixture->search, bundled);
  g_signal_connect_swapped (fixture->search, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_swapped (fixture->search, "notify::query", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_finalize_soon (fixture->search);
}

/* All hits as "place:CN-ZJ measure:lg-share …" (transfer full). */
static char *
list_hits (PivotSearch *search)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (PIVOT_TYPE_SEARCH_KIND);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (search)); i++)
    {
      g_autoptr(PivotSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (search), i);

      g_string_append_printf (list, "%s%s:%s", i > 0 ? " " : "",
                              g_enum_get_value (kinds, pivot_search_hit_get_kind (hit))->value_nick,
                              pivot_search_hit_get_id (hit));
    }

  return g_string_free (list, FALSE);
}

typedef struct
{
  const char *query;
  const char *first;     /* with what the list begins; "" for nothing found */
  const char *also;      /* or NULL: what is in it too */
} Case;

static const Case cases[] = {
  { "zhejiang", "place:CN-ZJ", "firm:rongyi-precision" },
  { "Zhejiang", "place:CN-ZJ", NULL },
  { "ZHEJ", "place:CN-ZJ", NULL },
  { "  zhè jiāng ", "place:CN-ZJ", NULL },
  { "ｚｈｅｊｉａｎｇ", "place:CN-ZJ", NULL },
  { "浙江", "place:CN-ZJ", NULL },
  { "浙", "place:CN-ZJ", NULL },
  { "江", "place:", "place:CN-ZJ" },
  { "zj", "place:CN-ZJ", NULL },
  { "zhj", "place:CN-ZJ", NULL },
  { "zjs", "place:CN-ZJ", NULL },
  { "zjiang", "place:CN-ZJ", NULL },
  { "cn-zj", "place:CN-ZJ", NULL },
  { "330000", "place:CN-ZJ", NULL },
  { "Zhejiang province", "place:CN-ZJ", NULL },
  { "zhejang", "place:CN-ZJ", NULL },
  { "nei meng", "place:CN-NM", NULL },
  { "neimenggu", "place:CN-NM", NULL },
  { "nmg", "place:CN-NM", NULL },
  { "mongolia", "place:CN-NM", NULL },
  { "mongolia inner", "place:CN-NM", NULL },
  { "inner mong", "place:CN-NM", NULL },
  { "xizang", "place:CN-XZ", NULL },
  { "tibet", "place:CN-XZ", NULL },
  { "chongqing", "place:CN-CQ", NULL },
  { "shaanxi", "place:CN-SN", NULL },
  { "shanxi", "place:CN-SX", "place:CN-SN" },
  { "talent", "measure:", "measure:talent-gap" },
  { "talent gap", "measure:talent-gap measure:talent-gap-printed", NULL },
  { "talent-gap", "measure:talent-gap ", NULL },
  { "talentgap", "measure:talent-gap", NULL },
  { "人才", "measure:", "measure:talent-gap" },
  { "rencai", "measure:", "measure:talent-gap" },
  { "rcqk", "measure:talent-gap", NULL },
  { "京津冀", "group:cluster-jjj", NULL },
  { "jing-jin-ji", "group:cluster-jjj", NULL },
  { "BYD", "firm:byd", NULL },
  { "比亚迪", "firm:byd", NULL },
  { "biyadi", "firm:byd", NULL },
  { "changxin", "firm:cxmt", NULL },
  { "weilai", "firm:nio", NULL },
  { "2-2", "figure:2-2", NULL },
  { "lvse", "", NULL },
  { "qwxzqw", "", NULL },
  { "", "", NULL },
  { " ,;. ", "", NULL },
  { "\xff\xfe", "", NULL },
};

static void
test_query (Fixture       *fixture,
            gconstpointer  data)
{
  const Case *item = data;
  g_autofree char *hits = NULL;
  /* What is typed may be no text at all, and the log is one. */
  g_autofree char *query = g_utf8_make_valid (item->query, -1);

  pivot_search_set_query (fixture->search, item->query);
  hits = list_hits (fixture->search);
  g_test_message ("“%s”: %s", query, hits);

  if (item->first[0] == '\0')
    g_assert_cmpstr (hits, ==, "");
  else
    g_assert_true (g_str_has_prefix (hits, item->first));
  if (item->also != NULL)
    g_assert_nonnull (strstr (hits, item->also));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  PivotSearch *search = fixture->search;
  GListModel *list = G_LIST_MODEL (search);
  g_autoptr(PivotSearchHit) hit = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  guint n_matches, score;

  g_assert_true (g_type_is_a (g_list_model_get_item_type (list), PIVOT_TYPE_SEARCH_HIT));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_null (g_list_model_get_item (list, 0));

  pivot_search_set_query (search, "zhejiang");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  pivot_search_set_query (search, "zhejiang");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_object_get (search, "n-matches", &n_matches, NULL);
  g_assert_cmpuint (n_matches, ==, g_list_model_get_n_items (list));
  g_assert_cmpuint (n_matches, >, 1);

  hit = g_list_model_get_item (list, 0);
  g_object_get (hit, "id", &id, "title", &title, "score", &score, NULL);
  g_assert_cmpstr (id, ==, "CN-ZJ");
  g_assert_cmpstr (title, ==, "Zhejiang");
  g_assert_cmpuint (score, ==, pivot_search_hit_get_score (hit));
  g_assert_cmpstr (pivot_search_hit_get_detail (hit), ==, "ZJ");

  pivot_search_set_kinds (search, 1u << PIVOT_SEARCH_FIRM);
  g_assert_cmpuint (g_list_model_get_n_items (list), <, n_matches);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PivotSearchHit) firm = g_list_model_get_item (list, i);

      g_assert_cmpint (pivot_search_hit_get_kind (firm), ==, PIVOT_SEARCH_FIRM);
      g_assert_cmpstr (pivot_search_hit_get_detail (firm), !=, "");
    }

  pivot_search_set_query (search, NULL);
  g_assert_cmpstr (pivot_search_get_query (search), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  pivot_search_set_query (search, "zj");
  pivot_search_set_dataset (search, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);

  /* A hit stays good when the search has gone on. */
  g_assert_cmpstr (pivot_search_hit_get_title (hit), ==, "Zhejiang");
}

/* The detail says what matched, where the title does not. */
static void
test_detail (Fixture       *fixture,
             gconstpointer  unused)
{
  static const struct { const char *query, *detail; } details[] = {
    { "浙江省", "浙江省" },
    { "rencaiquekou", "人才缺口" },
    { "talent gap", "percentage points · 10 values" },
    { "jing-jin-ji", "3 places" },
    { "2-2", "2-2" },
    { "postgraduates and little giants by province", "Figure 2-2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr(PivotSearchHit) hit = NULL;

      pivot_search_set_query (fixture->search, details[i].query);
      hit = g_list_model_get_item (G_LIST_MODEL (fixture->search), 0);
      g_assert_nonnull (hit);
      g_assert_cmpstr (pivot_search_hit_get_detail (hit), ==, details[i].detail);
    }
}

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } folds[] = {
    { "Zhejiang", "zhejiang" },
    { "  Inner   Mongolia. ", "inner mongolia" },
    { "Xi’an", "xian" },
    { "Zhèjiāng Lǚ", "zhejiang lu" },
    { "Łódz Straße Æsop Øre", "lodz strasse aesop oere" },
    { "ＣＸＭＴ－２", "cxmt 2" },
    { "“小巨人”企业（第一、二批）", "小巨人 企业 第一 二批" },
    { "CN-ZJ", "cn zj" },
    { "ﬁrm ①", "firm 1" },
    { "", "" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = _pivot_search_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

/* The customary reading comes first; those of a traditional form are those of the simplified one. */
static void
test_readings (void)
{
  static const struct { const char *character, *readings; } table[] = {
    { "浙", "zhe" }, { "江", "jiang" }, { "重", "zhong chong" }, { "藏", "cang zang" }, { "厦", "sha xia" },
    { "长", "zhang chang" }, { "長", "zhang chang" }, { "绿", "lv lu" }, { "一", "yi" }, { "龥", "yu" },
    { "A", "" }, { "。", "" }, { "ㄅ", "" }, { "가", "" }, { "𠀀", "" },
  };
  g_autoptr(PivotPinyin) pinyin = _pivot_pinyin_new ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      PivotReadings readings = _pivot_pinyin_get_readings (pinyin, g_utf8_get_char (table[i].character));
      g_autoptr(GString) list = g_string_new (NULL);

      for (guint k = 0; k < PIVOT_PINYIN_READINGS; k++)
        {
          const char *syllable = _pivot_pinyin_get_syllable (pinyin, _pivot_readings_get (readings, k));

          if (syllable != NULL)
            g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", syllable);
        }
      g_assert_cmpstr (list->str, ==, table[i].readings);
    }

  for (gunichar c = 0x4e00; c <= 0x9fff; c++)
    n += _pivot_pinyin_get_readings (pinyin, c) != 0;
  g_assert_cmpuint (n, >, 20000);
}

typedef struct
{
  const char *text;
  const char *term;
  guint       grade;   /* of PIVOT_SCORE_… */
} Grade;

static const Grade grades[] = {
  { "Zhejiang", "zhejiang", PIVOT_SCORE_EXACT },
  { "Zhejiang", "zhe", PIVOT_SCORE_PREFIX },
  { "Inner Mongolia", "mong", PIVOT_SCORE_WORD },
  { "Inner Mongolia", "ongo", 0 },
  { "Inner Mongolia", "im", PIVOT_SCORE_INITIALS },
  { "Share of all Little Giants", "alg", PIVOT_SCORE_INITIALS },
  { "Share of all Little Giants", "shof", PIVOT_SCORE_SUBSEQUENCE },
  { "浙江省", "浙江省", PIVOT_SCORE_EXACT },
  { "浙江省", "江", PIVOT_SCORE_WORD },
  { "浙江省", "zhejiangsheng", PIVOT_SCORE_PINYIN_EXACT },
  { "浙江省", "zhejiangshen", PIVOT_SCORE_PINYIN_PREFIX },
  { "浙江省", "zhejiang", PIVOT_SCORE_PINYIN_PREFIX },
  { "浙江省", "zhejia", PIVOT_SCORE_PINYIN_PREFIX },
  { "浙江省", "z", PIVOT_SCORE_PINYIN_PREFIX },
  { "浙江省", "zjs", PIVOT_SCORE_PINYIN_INITIALS },
  { "浙江省", "zhjsh", PIVOT_SCORE_PINYIN_INITIALS },
  { "浙江省", "zj", PIVOT_SCORE_PINYIN_INITIALS_PREFIX },
  { "浙江省", "zjiang", PIVOT_SCORE_PINYIN_INITIALS_PREFIX },
  { "浙江省", "jiang", PIVOT_SCORE_PINYIN_WORD },
  { "浙江省", "js", PIVOT_SCORE_PINYIN_INITIALS_WORD },
  { "浙江省", "hejiang", 0 },
  { "浙江省", "zhejiangq", 0 },
  { "重庆", "chongqing", PIVOT_SCORE_PINYIN_EXACT },
  { "吕梁", "lvliang", PIVOT_SCORE_PINYIN_EXACT },
  { "吕梁", "luliang", PIVOT_SCORE_PINYIN_EXACT },
  { "西安", "xian", PIVOT_SCORE_PINYIN_EXACT },
  { "X光片", "xguangpian", PIVOT_SCORE_PINYIN_EXACT },
  { "2020 年人口", "2020nian", PIVOT_SCORE_PINYIN_PREFIX },
};

static void
test_grade (gconstpointer data)
{
  static const guint steps[] = {
    PIVOT_SCORE_EXACT, PIVOT_SCORE_PINYIN_EXACT, PIVOT_SCORE_PREFIX, PIVOT_SCORE_PINYIN_PREFIX,
    PIVOT_SCORE_PINYIN_INITIALS, PIVOT_SCORE_WORD, PIVOT_SCORE_PINYIN_WORD, PIVOT_SCORE_PINYIN_INITIALS_PREFIX,
    PIVOT_SCORE_INITIALS, PIVOT_SCORE_PINYIN_INITIALS_WORD, PIVOT_SCORE_SUBSEQUENCE,
  };
  const Grade *grade = data;
  g_autoptr(PivotSearchIndex) index = _pivot_search_index_new ();
  PivotSearchMatch matches[2];
  guint n = 2;

  _pivot_search_index_add_entry (index, 0);
  _pivot_search_index_add_text (index, grade->text, 0);
  _pivot_search_index_find (index, grade->term, 1, matches, &n);

  g_assert_cmpuint (n, ==, grade->grade == 0 ? 0 : 1);
  if (n == 0)
    return;

  g_test_message ("%s, %s: %u", grade->text, grade->term, matches[0].score);
  g_assert_cmpuint (matches[0].score, >=, grade->grade);
  g_assert_cmpuint (matches[0].score, <=, grade->grade + (grade->grade == PIVOT_SCORE_SUBSEQUENCE ? 100 : PIVOT_SCORE_SHARE));
  g_assert_true (matches[0].text == grade->text);

  /* The steps of the ladder lie where the test thinks they do. */
  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpuint (steps[i], <, steps[i - 1]);
}

/* Ties keep their order, the best are kept, and the rest are counted. */
static void
test_order (void)
{
  g_autoptr(PivotSearchIndex) index = _pivot_search_index_new ();
  PivotSearchMatch matches[7];
  guint n = G_N_ELEMENTS (matches);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%s %03u", i % 100 == 77 ? "pear" : "apple pear", i));
      _pivot_search_index_add_entry (index, i % 2);
      _pivot_search_index_add_text (index, names->pdata[i], 0);
    }

  g_assert_cmpuint (_pivot_search_index_find (index, "pear", 3, matches, &n), ==, 1000);
  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (matches[i].entry, ==, 100 * i + 77);

  n = G_N_ELEMENTS (matches);
  g_assert_cmpuint (_pivot_search_index_find (index, "pear", 1, matches, &n), ==, 500);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (matches[i].entry, ==, 2 * i);
}

/* Whatever is typed, nothing is read past an end; and a text is found by itself and by its own beginning. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "z", "zh", "浙江", " ", "-", "a", "é", "ø", "1", "重", "Ⅳ", "ﬁ", "’", "\xc3", "\xff", "😀", "é", "内", "ü", "v", "가",
  };
  g_autoptr(PivotSearchIndex) index = _pivot_search_index_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      int length = g_test_rand_int_range (0, i % 50 == 0 ? 200 : 12);

      for (int k = 0; k < length; k++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_ptr_array_add (texts, g_utf8_make_valid (text->str, -1));
      _pivot_search_index_add_entry (index, 0);
      _pivot_search_index_add_text (index, texts->pdata[i], 0);
    }

  for (guint i = 0; i < texts->len; i++)
    {
      PivotSearchMatch matches[400];
      g_autofree char *folded = _pivot_search_fold (texts->pdata[i]);
      gboolean found = FALSE;
      guint n = 400;

      if (folded[0] == '\0' || strlen (folded) > PIVOT_SEARCH_MAX_TERM)
        continue;
      _pivot_search_index_find (index, texts->pdata[i], 1, matches, &n);
      for (guint k = 0; k < n; k++)
        found |= matches[k].entry == i;
      g_assert_true (found);
    }
}

static void
add_synthetic (PivotSearchIndex *index,
               GPtrArray        *names,
               guint             i)
{
  static const char *const latin[] = { "North", "Upper", "Saint", "New", "Great", "Lower", "San", "Bad" };
  static const char *const middle[] = { "ham", "berg", "ville", "ton", "stadt", "field", "zhou", "shan", "jiang", "port" };
  static const char *const han[] = { "浙", "江", "重", "庆", "长", "沙", "内", "蒙", "古", "自", "治", "区", "县", "市", "人", "才" };
  guint first = i * 7 % 8, second = i * 13 % 10;

  g_ptr_array_add (names, g_strdup_printf ("%s %c%c%s %u", latin[first], 'A' + i % 26, 'a' + i / 26 % 26, middle[second], i));
  g_ptr_array_add (names, g_strdup_printf ("%s%s%s%s%s", han[i % 16], han[i / 16 % 16], han[i / 256 % 16], han[i * 5 % 16], han[11]));
  g_ptr_array_add (names, g_strdup_printf ("%c%c%s", 'A' + i % 26, 'a' + i / 26 % 26, middle[second]));
  g_ptr_array_add (names, g_strdup_printf ("XX-%u", i));

  _pivot_search_index_add_entry (index, i % 5);
  for (guint k = names->len - 4; k < names->len; k++)
    _pivot_search_index_add_text (index, names->pdata[k], 0);
}

/* 50,000 entries with four names each: a key stroke within a frame. The limit is for a quiet machine; otherwise it is
 * measured only. */
static void
test_many (void)
{
  static const char *const queries[] = { "z", "zh", "zhe", "zhej", "zhejiang", "n", "north", "north z", "saint ab", "浙江", "浙",
                                         "cqs", "ham", "xx-4", "qqq", "ville north", "ville north qq" };
  g_autoptr(PivotSearchIndex) index = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  double worst = 0;

  g_test_timer_start ();
  index = _pivot_search_index_new ();
  for (guint i = 0; i < 50000; i++)
    add_synthetic (index, names, i);
  g_test_message ("index: %.0f ms", 1000 * g_test_timer_elapsed ());

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double best = G_MAXDOUBLE;
      PivotSearchMatch matches[PIVOT_SEARCH_LIMIT];
      guint n, n_all;

      for (guint run = 0; run < 3; run++)
        {
          n = PIVOT_SEARCH_LIMIT;
          g_test_timer_start ();
          n_all = _pivot_search_index_find (index, queries[i], PIVOT_SEARCH_ALL, matches, &n);
          best = MIN (best, g_test_timer_elapsed ());
        }
      g_test_message ("“%s”: %u of %u, %.1f ms", queries[i], n, n_all, 1000 * best);
      worst = MAX (worst, best);
    }

  g_test_message ("worst: %.1f ms", 1000 * worst);
  if (g_test_perf ())
    g_assert_cmpfloat (worst, <, 0.016);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/query/%02u", i);

      g_test_add (path, Fixture, &cases[i], set_up, test_query, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/grade/%02u", i);

      g_test_add_data_func (path, &grades[i], test_grade);
    }
  g_test_add ("/search/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/search/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/readings", test_readings);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/random", test_random);
  g_test_add_func ("/search/many", test_many);

  status = g_test_run ();
  assert_finalize_soon (bundled);

  return status;
}
