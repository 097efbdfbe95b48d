/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

static void
test_geometry_stays (Fixture       *fixture,
                     gconstpointer  data)
{
  PivotGeometry *map = pivot_present_geometry (fixture->session), *grid, *circles;

  g_assert_true (map == pivot_dataset_get_mercator (fixture->dataset));

  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "grid");
  grid = pivot_present_geometry (fixture->session);
  g_assert_true (grid != map);
  pivot_session_set_measure (fixture->session, "lg-share");
  g_assert_true (pivot_present_geometry (fixture->session) == grid);

  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "cartogram");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "population-2020");
  circles = pivot_present_geometry (fixture->session);
  pivot_session_set_measure (fixture->session, "talent-gap");
  g_assert_true (pivot_present_geometry (fixture->session) == circles);
  g_assert_true (circles != grid);

  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "grid");
  g_assert_true (pivot_present_geometry (fixture->session) == grid);
}

/* The tiles are those that the dataset brings: Zhejiang south of Jiangsu and west of nothing, Heilongjiang in the corner. */
static void
test_own_tiles (Fixture       *fixture,
                gconstpointer  data)
{
  guint js = place_of (fixture->dataset, "CN-JS"), zj = place_of (fixture->dataset, "CN-ZJ");
  guint hl = place_of (fixture->dataset, "CN-HL");
  PivotGeometry *grid;
  PivotBox north, south, corner, all;

  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "grid");
  grid = pivot_present_geometry (fixture->session);
  north = pivot_geometry_get_box (grid, js);
  south = pivot_geometry_get_box (grid, zj);
  corner = pivot_geometry_get_box (grid, hl);
  all = pivot_geometry_get_extent (grid);

  g_assert_cmpfloat (north.x0, ==, south.x0);
  g_assert_cmpfloat (north.y1, <, south.y0);
  g_assert_cmpfloat (corner.x1, ==, all.x1);
  g_assert_cmpfloat (corner.y0, ==, all.y0);
}

/* A gap is below zero somewhere, so that no circle can stand for it. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  pivot_session_set_measure (fixture->session, "talent-gap");
  g_assert_null (pivot_present_size_measure (fixture->session));
  pivot_session_set_measure (fixture->session, "lg-share");
  g_assert_true (pivot_present_size_measure (fixture->session) == pivot_session_get_measure (fixture->session));
  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "population-2020");
  g_assert_cmpstr (pivot_measure_get_id (pivot_present_size_measure (fixture->session)), ==, "population-2020");
  /* A view of another dataset may name what this one does not have. */
  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "nothing-such");
  g_assert_cmpstr (pivot_measure_get_id (pivot_present_size_measure (fixture->session)), ==, "lg-share");
}

/* Areas of circles are to each other as populations; who has none in the source is hatched. */
static void
test_circles (Fixture       *fixture,
              gconstpointer  data)
{
  guint zj = place_of (fixture->dataset, "CN-ZJ"), qh = place_of (fixture->dataset, "CN-QH");
  guint tw = place_of (fixture->dataset, "CN-TW");
  g_autoptr(PivotRegions) regions = NULL;
  PivotGeometry *geometry;
  PivotMeasure *population;
  PivotBox one, other;
  double ratio;

  pivot_session_set_measure (fixture->session, "lg-count-batch12");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "cartogram");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "population-2020");
  regions = pivot_present_regions (fixture->session, &fixture->style);
  geometry = pivot_regions_get_geometry (regions);
  population = pivot_dataset_find_measure (fixture->dataset, "population-2020");

  one = pivot_geometry_get_box (geometry, zj);
  other = pivot_geometry_get_box (geometry, qh);
  ratio = pivot_measure_get_value (population, zj)->number / pivot_measure_get_value (population, qh)->number;
  g_assert_cmpfloat_with_epsilon ((one.x1 - one.x0) * (one.x1 - one.x0) / ((other.x1 - other.x0) * (other.x1 - other.x0)),
                                  ratio, ratio * 1e-6);

  g_assert_cmpint (pivot_regions_get_kind (regions, zj), ==, PIVOT_REGION_VALUE);
  g_assert_cmpint (pivot_regions_get_kind (regions, tw), ==, PIVOT_REGION_NO_DATA);
  other = pivot_geometry_get_box (geometry, tw);
  g_assert_cmpfloat (other.x1 - other.x0, >, 0);
  g_assert_cmpfloat (other.x1 - other.x0, <, one.x1 - one.x0);
}

/* What has a colour but no size is no small value: it is hatched. */
static void
test_color_without_size (Fixture       *fixture,
                         gconstpointer  data)
{
  guint gd = place_of (fixture->dataset, "CN-GD");
  g_autoptr(PivotRegions) map = NULL;
  g_autoptr(PivotRegions) circles = NULL;

  pivot_session_set_measure (fixture->session, "population-2020");
  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "lg-share");
  map = pivot_present_regions (fixture->session, &fixture->style);
  g_assert_cmpint (pivot_regions_get_kind (map, gd), ==, PIVOT_REGION_VALUE);

  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "cartogram");
  circles = pivot_present_regions (fixture->session, &fixture->style);
  g_assert_cmpint (pivot_regions_get_kind (circles, gd), ==, PIVOT_REGION_NO_DATA);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
prepare (Fixture      *fixture,
         GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  pivot_present_prepare_async (fixture->session, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

/* What another thread works out is what would have been worked out at once, and is kept. */
static void
test_prepare (Fixture       *fixture,
              gconstpointer  data)
{
  const char * const layouts[] = { "grid", "cartogram" };

  pivot_session_set_word (fixture->session, PIVOT_OPTION_SIZE_BY, "population-2020");
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr(PivotDataset) again = load_bundled ();
      g_autoptr(PivotSession) session = pivot_session_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      PivotGeometry *prepared, *expected;

      pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, layouts[i]);
      result = prepare (fixture, NULL);
      g_assert_true (pivot_present_prepare_finish (result, &error));
      g_assert_no_error (error);
      prepared = pivot_present_geometry (fixture->session);
      g_assert_true (pivot_present_geometry (fixture->session) == prepared);

      pivot_session_set_dataset (session, again);
      pivot_session_set_word (session, PIVOT_OPTION_SIZE_BY, "population-2020");
      pivot_session_set_word (session, PIVOT_OPTION_LAYOUT, layouts[i]);
      expected = pivot_present_geometry (session);
      for (guint place = 0; place < pivot_dataset_get_n_places (again); place++)
        {
          PivotBox one = pivot_geometry_get_box (prepared, place), other = pivot_geometry_get_box (expected, place);

          g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
        }
    }
}

static void
test_prepare_cancelled (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  pivot_session_set_word (fixture->session, PIVOT_OPTION_LAYOUT, "grid");
  result = prepare (fixture, cancellable);
  g_assert_false (pivot_present_prepare_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/present-layout/geometry-stays", Fixture, NULL, set_up, test_geometry_stays, tear_down);
  g_test_add ("/present-layout/own-tiles", Fixture, NULL, set_up, test_own_tiles, tear_down);
  g_test_add ("/present-layout/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/present-layout/circles", Fixture, NULL, set_up, test_circles, tear_down);
  g_test_add ("/present-layout/color-without-size", Fixture, NULL, set_up, test_color_without_size, tear_down);
  g_test_add ("/present-layout/prepare", Fixture, NULL, set_up, test_prepare, tear_down);
  g_test_add ("/present-layout/prepare-cancelled", Fixture, NULL, set_up, test_prepare_cancelled, tear_down);

  return g_test_run ();
}
