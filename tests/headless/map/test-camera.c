/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-test.h"

#include "pivot-camera.h"
#include "pivot-offline-source.h"
#include "pivot-scale-bar.h"

static const PivotBox box = { 0.7, 0.3, 0.9, 0.4 };

static void
test_fit (void)
{
  static const struct { double width, height, padding, size; } rows[] = {
    { 1000, 1000, 0, 5000 },
    { 1000, 100, 0, 1000 },
    { 1000, 1000, 50, 4500 },
    { 10, 10, 50, 25 },       /* more padding than room: half is used */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PivotCamera camera = pivot_camera_fit (&box, rows[i].width, rows[i].height, rows[i].padding);

      g_assert_cmpfloat_with_epsilon (camera.u, 0.8, 1e-12);
      g_assert_cmpfloat_with_epsilon (camera.v, 0.35, 1e-12);
      g_assert_cmpfloat_with_epsilon (camera.size, rows[i].size, 1e-6);
    }
}

/* However far somebody pushes: a part of the extent stays in view, and fitting is always possible. */
static void
test_limit (void)
{
  static const PivotCamera pushed[] = {
    { 0.0, 0.35, 5000 }, { 1.0, 0.35, 5000 }, { 0.8, 0.0, 5000 }, { 0.8, 1.0, 5000 }, { 0.0, 0.0, 100000 }, { 1.0, 1.0, 100000 },
    { 0.0, 1.0, 1 }, { 0.5, 0.5, 1e12 },
  };
  PivotCameraLimits limits;
  PivotCamera fit = pivot_camera_fit (&box, 1000, 800, 20);
  PivotCamera limited = fit;

  pivot_camera_get_limits (&limits, &box, 1000, 800, 20);
  pivot_camera_limit (&limited, &limits, 1000, 800);
  g_assert_true (pivot_camera_equal (&limited, &fit));

  for (guint i = 0; i < G_N_ELEMENTS (pushed); i++)
    {
      PivotCamera camera = pushed[i], again;
      double width, height, shown_x, shown_y;

      pivot_camera_limit (&camera, &limits, 1000, 800);
      width = 1000 / camera.size;
      height = 800 / camera.size;
      shown_x = MIN (camera.u + width / 2, box.x1) - MAX (camera.u - width / 2, box.x0);
      shown_y = MIN (camera.v + height / 2, box.y1) - MAX (camera.v - height / 2, box.y0);

      g_assert_cmpfloat (camera.size, >=, limits.min_size);
      g_assert_cmpfloat (camera.size, <=, limits.max_size);
      g_assert_cmpfloat (shown_x, >=, 0.49 * MIN (width, box.x1 - box.x0));
      g_assert_cmpfloat (shown_y, >=, 0.49 * MIN (height, box.y1 - box.y0));

      again = camera;
      pivot_camera_limit (&again, &limits, 1000, 800);
      g_assert_true (pivot_camera_equal (&again, &camera));
    }
}

static void
test_no_extent (void)
{
  PivotCameraLimits limits = { { INFINITY, INFINITY, -INFINITY, -INFINITY }, 1, 2 };
  PivotCamera camera = { 0.1, 0.2, 300 }, same = camera;

  pivot_camera_limit (&camera, &limits, 100, 100);
  g_assert_true (pivot_camera_equal (&camera, &same));
}

static void
to_view (const PivotCamera *camera,
         double             u,
         double             v,
         double            *x,
         double            *y)
{
  *x = 500 + (u - camera->u) * camera->size;
  *y = 400 + (v - camera->v) * camera->size;
}

/* What is under the pointer stays there, and on the way as well. */
static void
test_zoom (void)
{
  PivotCamera from = { 0.8, 0.35, 5000 };
  PivotCamera to = pivot_camera_zoom (&from, 3, 1000, 800, 120, 650);
  double u = from.u + (120 - 500) / from.size, v = from.v + (650 - 400) / from.size;

  g_assert_cmpfloat_with_epsilon (to.size, 15000, 1e-6);

  for (double progress = 0; progress <= 1; progress += 0.125)
    {
      PivotCamera camera = pivot_camera_mix (&from, &to, progress);
      double x, y;

      to_view (&camera, u, v, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 120, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, 650, 1e-6);
      g_assert_cmpfloat_with_epsilon (camera.size, 5000 * pow (3, progress), 1e-6);
    }
}

static void
test_mix_pan (void)
{
  PivotCamera from = { 0.8, 0.35, 5000 }, to = { 0.9, 0.31, 5000 };
  PivotCamera half = pivot_camera_mix (&from, &to, 0.5), end = pivot_camera_mix (&from, &to, 1);

  g_assert_cmpfloat_with_epsilon (half.u, 0.85, 1e-12);
  g_assert_cmpfloat_with_epsilon (half.v, 0.33, 1e-12);
  g_assert_true (pivot_camera_equal (&end, &to));
}

static void
test_matrix (void)
{
  PivotCamera camera = { 0.8123, 0.3517, 5000.4 };

  for (int scale = 1; scale <= 3; scale++)
    {
      cairo_matrix_t matrix;
      double x = camera.u, y = camera.v;

      pivot_camera_get_matrix (&camera, 1001, 803, scale, &matrix);
      g_assert_cmpfloat (matrix.x0 * scale, ==, round (matrix.x0 * scale));
      g_assert_cmpfloat (matrix.y0 * scale, ==, round (matrix.y0 * scale));
      cairo_matrix_transform_point (&matrix, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 500.5, 0.51 / scale);
      g_assert_cmpfloat_with_epsilon (y, 401.5, 0.51 / scale);
    }
}

/* Through libshumate's own zoom levels and degrees and back, as near as drawing asks. */
static void
test_viewport (void)
{
  static const PivotCamera rows[] = {
    { 0.5, 0.5, 256 }, { 0.8, 0.35, 5000 }, { 0.79, 0.41, 5000.125 }, { 0.1, 0.9, 511.9 }, { 0.3, 0.2, 1e6 }, { 0.9, 0.1, 3e7 },
  };
  g_autoptr(ShumateMapSource) source = pivot_offline_source_new ();
  g_autoptr(ShumateViewport) viewport = shumate_viewport_new ();

  shumate_viewport_set_reference_map_source (viewport, source);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PivotCamera camera;

      pivot_camera_write (&rows[i], viewport);
      pivot_camera_read (&camera, viewport);
      g_assert_cmpfloat_with_epsilon (camera.size, rows[i].size, 1e-9 * rows[i].size);
      g_assert_cmpfloat_with_epsilon (camera.u * camera.size, rows[i].u * camera.size, 1e-3);
      g_assert_cmpfloat_with_epsilon (camera.v * camera.size, rows[i].v * camera.size, 1e-3);
    }

  /* The level that everybody calls 3 shows the world in 2048 px. */
  shumate_viewport_set_zoom_level (viewport, 3);
  {
    PivotCamera camera;

    pivot_camera_read (&camera, viewport);
    g_assert_cmpfloat (camera.size, ==, 2048);
  }
}

static void
test_scale_bar (void)
{
  static const struct { double metres_per_px, metres, px; } rows[] = {
    { 1, 100, 100 }, { 2, 200, 100 }, { 4.2, 500, 500 / 4.2 }, { 9, 1000, 1000 / 9.0 }, { 0.1, 10, 100 }, { 10000, 1e6, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double px;

      g_assert_cmpfloat_with_epsilon (pivot_scale_bar_choose (rows[i].metres_per_px, 120, &px), rows[i].metres, 1e-9);
      g_assert_cmpfloat_with_epsilon (px, rows[i].px, 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/camera/fit", test_fit);
  g_test_add_func ("/camera/limit", test_limit);
  g_test_add_func ("/camera/no-extent", test_no_extent);
  g_test_add_func ("/camera/zoom", test_zoom);
  g_test_add_func ("/camera/mix-pan", test_mix_pan);
  g_test_add_func ("/camera/matrix", test_matrix);
  g_test_add_func ("/camera/viewport", test_viewport);
  g_test_add_func ("/camera/scale-bar", test_scale_bar);

  return g_test_run ();
}
