/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-dataset.h"
#include "../finalize.h"

#include <math.h>

static PivotDataset *
load_bundled (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_getenv ("PIVOT_TEST_DATASET"));
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;
  PivotDataset *dataset = pivot_dataset_loader_load (folder, NULL, &problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);

  return dataset;
}

static void
assert_value (PivotDataset *dataset,
              const char   *path,
              double        expected)
{
  const PivotValue *value = pivot_dataset_find_value (dataset, path);

  if (pivot_value_is_missing (value))
    g_error ("no value at %s", path);
  g_assert_cmpfloat_with_epsilon (value->number, expected, 1e-9);
}

/* How much there is of everything, and figures read off the printed table. */
static void
test_bundled (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  g_autoptr(GFile) hi = pivot_dataset_get_file (dataset, "boundaries-hi");
  PivotMeasure *measure;

  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_sources (dataset)), ==, 124);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_places (dataset)), ==, 34);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_groups (dataset)), ==, 9);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_measures (dataset)), ==, 14);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_firms (dataset)), ==, 33);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_figures (dataset)), ==, 14);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_stories (dataset)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_dataset_get_checks (dataset)), ==, 48);

  assert_value (dataset, "lg-share/CN-ZJ", 9.87);
  assert_value (dataset, "talent-gap/CN-SN", 1.17);
  assert_value (dataset, "talent-gap-printed/CN-SN", 1.16);
  g_assert_null (pivot_dataset_find_value (dataset, "lg-share/CN-TW"));
  g_assert_null (pivot_dataset_find_value (dataset, "talent-gap/CN-TW"));

  measure = pivot_dataset_find_measure (dataset, "lg-share");
  g_assert_cmpuint (pivot_measure_get_n_values (measure), ==, 10);
  g_assert_true (pivot_measure_is_share (measure));
  g_assert_cmpint (pivot_measure_get_derive (measure), ==, PIVOT_DERIVE_NONE);
  g_assert_null (pivot_measure_get_of (measure)[0]);

  g_assert_cmpstr (pivot_dataset_get_id (dataset), ==, "china-tech-pivot");
  g_assert_cmpstr (pivot_dataset_get_attribution (dataset), ==, "Made with Natural Earth (public domain)");
  g_assert_cmpstr (pivot_dataset_get_default_view (dataset), ==,
                   "{\"page\":\"map\",\"measure\":\"talent-gap\",\"against\":\"subsidy-score\"}");
  g_assert_true (g_file_query_exists (hi, NULL));
  g_assert_null (pivot_dataset_get_file (dataset, "boundaries-mid"));
}

static void
test_bundled_receipts (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  const PivotValue *value = pivot_dataset_find_value (dataset, "talent-gap/CN-SN");

  g_assert_cmpint (value->status, ==, PIVOT_STATUS_COMPUTED);
  g_assert_cmpstr (value->source, ==, "computed");
  g_assert_cmpstr (value->formula, ==, "pg-share/CN-SN − lg-share/CN-SN");

  value = pivot_dataset_find_value (dataset, "lg-share-batch12/CN-ZJ");
  g_assert_cmpstr (value->formula, ==, "lg-count-batch12/CN-ZJ ÷ 1832 × 100");
  value = pivot_dataset_find_value (dataset, "lg-per-million/CN-ZJ");
  g_assert_cmpstr (value->formula, ==, "lg-count-batch12/CN-ZJ ÷ population-2020/CN-ZJ × 1000000");

  value = pivot_dataset_find_value (dataset, "lg-count-2021/CN-TJ");
  g_assert_cmpint (value->status, ==, PIVOT_STATUS_SOURCED);
  g_assert_cmpstr (value->source, ==, "tianjin-72177-2022");
  g_assert_nonnull (value->note);
}

static void
test_bundled_geometry (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  PivotGeometry *boundaries = pivot_dataset_get_boundaries (dataset);
  PivotBox box;

  g_assert_cmpuint (pivot_geometry_get_n_regions (boundaries), ==, 34);
  for (guint i = 0; i < 34; i++)
    g_assert_cmpstr (pivot_geometry_get_id (boundaries, i), ==,
                     pivot_place_get_id (pivot_dataset_get_place (dataset, i)));

  g_assert_true (pivot_geometry_contains (boundaries, (guint) pivot_dataset_get_place_index (dataset, "CN-ZJ"),
                                          120.15, 30.27));
  box = pivot_geometry_get_extent (pivot_dataset_get_mercator (dataset));
  g_assert_true (box.x0 > 0 && box.y0 > 0 && box.x1 < 1 && box.y1 < 1);
  g_assert_nonnull (pivot_dataset_get_context (dataset));
  g_assert_nonnull (pivot_dataset_get_mercator_context (dataset));
}

static void
test_find (SmallDataset  *small,
           gconstpointer  data)
{
  g_autoptr(PivotDataset) dataset = small_dataset_load_good (small);
  static const char * const none[] = {
    "", "a", "/", "a/", "/XX-A", "a/XX-Z", "z/XX-A", "a/XX-C", "1-1/s", "1-1/s/", "1-1/s/2018", "1-1/z/2019",
    "9-9/s/2019", "1-1/s/2019/", "a/XX-A/x", "a/XX-A/x/y", "//", "///",
  };

  assert_value (dataset, "a/XX-A", 10.5);
  assert_value (dataset, "1-1/s/2019", 1.5);
  assert_value (dataset, "1-1/k/old", 3);
  g_assert_true (pivot_value_is_missing (pivot_dataset_find_value (dataset, "1-1/s/2020-06")));
  g_assert_true (pivot_value_is_missing (pivot_dataset_find_value (dataset, "b/XX-C")));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (pivot_dataset_find_value (dataset, none[i]));

  g_assert_null (pivot_dataset_find_value (dataset, NULL));
  g_assert_null (pivot_dataset_find_place (dataset, NULL));
  g_assert_null (pivot_dataset_find_measure (dataset, "none"));
  g_assert_cmpint (pivot_dataset_get_place_index (dataset, "XX-C"), ==, 2);
  g_assert_cmpint (pivot_dataset_get_place_index (dataset, "XX-Z"), ==, -1);
}

/* Everything that a file says is in the object. */
static void
test_parts (SmallDataset  *small,
            gconstpointer  data)
{
  g_autoptr(PivotDataset) dataset = small_dataset_load_good (small);
  PivotFirm *firm = pivot_dataset_find_firm (dataset, "acme");
  PivotFigure *figure = pivot_dataset_find_figure (dataset, "1-1");
  PivotSeries *series = pivot_figure_find_series (figure, "k");
  g_autoptr(PivotEvent) event = g_list_model_get_item (pivot_firm_get_events (firm), 1);
  g_autoptr(PivotStory) story = g_list_model_get_item (pivot_dataset_get_stories (dataset), 0);
  g_autoptr(PivotStep) step = g_list_model_get_item (pivot_story_get_steps (story), 0);
  g_autoptr(PivotCheck) check = g_list_model_get_item (pivot_dataset_get_checks (dataset), 4);
  g_autoptr(PivotCheck) ratio = g_list_model_get_item (pivot_dataset_get_checks (dataset), 3);

  g_assert_cmpstr (pivot_firm_get_place (firm), ==, "XX-A");
  g_assert_cmpstr (pivot_text_get (pivot_firm_get_city (firm)), ==, "Town");
  g_assert_null (pivot_firm_get_sector (firm));
  g_assert_cmpint (pivot_firm_get_member (firm), ==, PIVOT_MEMBER_YES);
  g_assert_cmpstr (pivot_firm_get_batch (firm), ==, "2");
  g_assert_cmpstr (pivot_firm_get_programme_source (firm), ==, "book");
  g_assert_cmpstr (pivot_firm_get_sources (firm)[1], ==, "paper");
  g_assert_cmpstr (pivot_event_get_end (event), ==, "2010-02");
  g_assert_cmpint (pivot_event_get_party (event), ==, PIVOT_PARTY_MIXED);

  g_assert_cmpint (pivot_figure_get_coverage (figure), ==, PIVOT_COVERAGE_PARTIAL);
  g_assert_cmpint (pivot_figure_get_x (figure)->kind, ==, PIVOT_AXIS_TIME);
  g_assert_null (pivot_figure_get_x (figure)->unit);
  g_assert_null (pivot_figure_get_x (pivot_dataset_find_figure (dataset, "1-2")));
  g_assert_cmpint (pivot_figure_get_panel (figure, 0)->chart, ==, PIVOT_CHART_BAR);
  g_assert_cmpstr (pivot_series_get_panel (series), ==, "low");
  g_assert_cmpstr (pivot_text_get (pivot_series_find_point (series, "old")->label), ==, "Old");
  g_assert_null (pivot_series_find_point (series, "new"));
  g_assert_cmpstr (pivot_text_get (pivot_figure_get_statement (figure, 0)), ==, "It grew");

  g_assert_cmpstr (pivot_step_get_figure (step), ==, "1-1");
  g_assert_cmpstr (pivot_step_get_view (step), ==, "{\"page\":\"story\"}");
  g_assert_cmpstr (pivot_text_get (pivot_story_get_question (story, 0)), ==, "Why?");

  g_assert_cmpint (pivot_check_get_kind (check), ==, PIVOT_CHECK_CONFLICT);
  g_assert_true (isnan (pivot_check_get_printed (check)));
  g_assert_cmpfloat (pivot_check_get_statement (check, 0)->number, ==, 1);
  g_assert_cmpstr (pivot_text_get (pivot_check_get_statement (check, 1)->text), ==, "one or two");
  g_assert_cmpstr (pivot_check_get_of (ratio)[0], ==, "4");
  g_assert_cmpfloat (pivot_check_get_factor (ratio), ==, 1);
}

/* Properties say what getters say, in the user's language. */
static void
test_properties (SmallDataset  *small,
                 gconstpointer  data)
{
  static const struct { const char *property, *expected; } rows[] = {
    { "id", "a" }, { "label", "A" }, { "short", "A" }, { "unit", "%" }, { "description", "A share" },
    { "period", "2021" }, { "note", NULL }, { "source", "paper" },
  };
  g_autoptr(PivotDataset) dataset = small_dataset_load_good (small);
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, "a");
  PivotPlace *place = pivot_dataset_find_place (dataset, "XX-B");
  PivotScaleKind scale;
  guint decimals, index;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = NULL;

      g_object_get (measure, rows[i].property, &value, NULL);
      g_assert_cmpstr (value, ==, rows[i].expected);
    }

  g_object_get (measure, "decimals", &decimals, "scale", &scale, NULL);
  g_assert_cmpuint (decimals, ==, 1);
  g_assert_cmpint (scale, ==, PIVOT_SCALE_SEQUENTIAL);
  g_object_get (place, "index", &index, NULL);
  g_assert_cmpuint (index, ==, 1);
}

static void
test_text (void)
{
  static const char * const chinese[] = { "zh_CN.UTF-8", "zh_CN", "zh", "C", NULL };
  static const char * const german[] = { "de_DE", "de", "C", NULL };
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(PivotText) text = NULL;
  g_autoptr(PivotText) plain = pivot_text_new ("Plain");
  g_autoptr(GPtrArray) all = NULL;

  g_hash_table_insert (table, g_strdup ("zh_CN"), g_strdup ("小"));
  g_hash_table_insert (table, g_strdup ("en"), g_strdup ("Small"));
  text = pivot_text_new_take_table (table);

  g_assert_cmpstr (pivot_text_get_for (text, chinese), ==, "小");
  g_assert_cmpstr (pivot_text_get_for (text, german), ==, "Small");
  g_assert_cmpstr (pivot_text_get (text), ==, "Small");
  g_assert_cmpstr (pivot_text_get_for (plain, german), ==, "Plain");
  g_assert_null (pivot_text_get (NULL));
  all = pivot_text_get_all (text);
  g_assert_cmpuint (all->len, ==, 2);
}

typedef struct
{
  GMainLoop    *loop;
  PivotDataset *dataset;
  GListModel   *problems;
  GError       *error;
  GThread      *thread;
  guint         n_progress;
  double        last;
  gboolean      finished;
} Wait;

static void
progress_cb (double   fraction,
             gpointer data)
{
  Wait *wait = data;

  g_assert_true (g_thread_self () == wait->thread);
  g_assert_false (wait->finished);
  g_assert_true (fraction >= wait->last && fraction <= 1);
  wait->last = fraction;
  wait->n_progress++;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Wait *wait = data;

  wait->dataset = pivot_dataset_loader_load_finish (result, &wait->problems, &wait->error);
  wait->finished = TRUE;
  g_main_loop_quit (wait->loop);
}

static void
wait_for (Wait         *wait,
          GFile        *folder,
          GCancellable *cancellable)
{
  *wait = (Wait) { .loop = g_main_loop_new (NULL, FALSE), .thread = g_thread_self () };
  pivot_dataset_loader_load_async (folder, cancellable, progress_cb, wait, loaded_cb, wait);
  g_main_loop_run (wait->loop);

  /* Nothing comes after the end. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (wait->loop);
  g_assert_true ((wait->dataset != NULL) == (wait->error == NULL));
}

static void
test_async (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_getenv ("PIVOT_TEST_DATASET"));
  Wait wait;

  wait_for (&wait, folder, NULL);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.n_progress, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (wait.problems), ==, 0);
  assert_finalize_soon (wait.dataset);
  g_object_unref (wait.problems);
}

static void
test_async_problems (SmallDataset  *small,
                     gconstpointer  data)
{
  Wait wait;

  small_dataset_write (small, "checks.json", "[7, 7]", -1);
  wait_for (&wait, small->folder, NULL);
  g_assert_error (wait.error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_TYPE);
  g_assert_cmpuint (g_list_model_get_n_items (wait.problems), ==, 2);
  g_clear_error (&wait.error);
  g_object_unref (wait.problems);
}

static void
test_cancelled (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_getenv ("PIVOT_TEST_DATASET"));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(PivotDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;
  Wait wait;

  g_cancellable_cancel (cancellable);
  dataset = pivot_dataset_loader_load (folder, cancellable, NULL, &error);
  g_assert_null (dataset);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  wait_for (&wait, folder, cancellable);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  g_clear_object (&wait.problems);
}

static gpointer
cancel_later (gpointer data)
{
  g_usleep ((gulong) g_random_int_range (0, 20000));
  g_cancellable_cancel (data);

  return NULL;
}

/* At whatever moment: the whole dataset, or the one error. */
static void
test_cancelled_midway (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_getenv ("PIVOT_TEST_DATASET"));

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      GThread *thread = g_thread_new ("cancel", cancel_later, cancellable);
      Wait wait;

      wait_for (&wait, folder, cancellable);
      g_thread_join (thread);
      if (wait.dataset != NULL)
        assert_finalize_soon (wait.dataset);
      else
        g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&wait.error);
      g_clear_object (&wait.problems);
    }
}

/* Parts outlive their dataset; nothing is left when all are gone. */
static void
test_lifetime (SmallDataset  *small,
               gconstpointer  data)
{
  PivotDataset *dataset = small_dataset_load_good (small);
  PivotMeasure *measure = g_object_ref (pivot_dataset_find_measure (dataset, "b"));
  PivotFigure *figure = g_object_ref (pivot_dataset_find_figure (dataset, "1-1"));

  assert_finalize_soon (dataset);
  g_assert_cmpstr (pivot_measure_get_value (measure, 0)->source, ==, "book");
  g_assert_cmpfloat (pivot_series_find_point (pivot_figure_find_series (figure, "s"), "2019")->value->number, ==, 1.5);
  assert_finalize_soon (measure);
  assert_finalize_soon (figure);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, data, test) \
  g_test_add (path, SmallDataset, data, small_dataset_set_up, test, small_dataset_tear_down)

  g_test_add_func ("/loader/bundled", test_bundled);
  g_test_add_func ("/loader/bundled/receipts", test_bundled_receipts);
  g_test_add_func ("/loader/bundled/geometry", test_bundled_geometry);
  add ("/loader/find", NULL, test_find);
  add ("/loader/parts", NULL, test_parts);
  add ("/loader/properties", NULL, test_properties);
  g_test_add_func ("/loader/text", test_text);
  add ("/loader/lifetime", NULL, test_lifetime);

  g_test_add_func ("/loader/async", test_async);
  add ("/loader/async/problems", NULL, test_async_problems);
  g_test_add_func ("/loader/cancelled", test_cancelled);
  g_test_add_func ("/loader/cancelled/midway", test_cancelled_midway);

  return g_test_run ();
}
