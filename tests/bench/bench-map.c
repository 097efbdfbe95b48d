/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <time.h>

#include "pivot-geo-reader.h"
#include "pivot-map-view.h"
#include "pivot-region-painter.h"

/* CPU of this process for a frame of panning and for a change of the hover, through real frames on a real X server, against what
 * drawing all regions with Cairo in every frame costs: of the bundled map, and of the whole world if it is there. */

#define WIDTH 1280
#define HEIGHT 800
#define N_FRAMES 120
#define PX_PER_FRAME 6.0

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static PivotGeometry *
load (const char *file)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotGeometry) degrees = NULL;
  g_autoptr(GMappedFile) mapped = g_mapped_file_new (file, FALSE, &error);
  g_autoptr(GBytes) bytes = NULL;
  PivotProjection mercator;

  if (mapped == NULL)
    g_error ("%s", error->message);

  bytes = g_mapped_file_get_bytes (mapped);
  degrees = pivot_geo_reader_read (bytes, file, problems, NULL, NULL, NULL);
  if (degrees == NULL)
    g_error ("%s: does not fit", file);

  pivot_projection_init_mercator (&mercator);

  return pivot_geometry_project (degrees, &mercator);
}

static PivotRegions *
make_regions (PivotGeometry *geometry)
{
  static const char * const ramp[] = { "#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c" };
  PivotRegions *regions = pivot_regions_new (geometry);

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      GdkRGBA color;

      gdk_rgba_parse (&color, ramp[i % G_N_ELEMENTS (ramp)]);
      if (i % 10 != 9)
        pivot_regions_set_fill (regions, i, PIVOT_REGION_VALUE, &color);
      pivot_regions_set_label (regions, i, pivot_geometry_get_name (geometry, i), NULL, NULL);
    }

  return regions;
}

/* The baseline: the same drawing, without a picture that is kept. */
#define NAIVE_TYPE_MAP (naive_map_get_type ())
G_DECLARE_FINAL_TYPE (NaiveMap, naive_map, NAIVE, MAP, GtkWidget)

struct _NaiveMap
{
  GtkWidget      parent_instance;
  PivotRegions  *regions;
  PivotGeometry *backdrop;
  PivotStyle     style;
  double         shift;
};

G_DEFINE_FINAL_TYPE (NaiveMap, naive_map, GTK_TYPE_WIDGET)

static void
naive_map_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  NaiveMap *self = NAIVE_MAP (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PivotBox extent = pivot_geometry_get_extent (pivot_regions_get_geometry (self->regions));
  double size = MIN (width / (extent.x1 - extent.x0), height / (extent.y1 - extent.y0)) * 0.95;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, size, 0, 0, size, width / 2 - (extent.x0 + extent.x1) / 2 * size + self->shift,
                     height / 2 - (extent.y0 + extent.y1) / 2 * size);
  gdk_cairo_set_source_rgba (cr, &self->style.background);
  cairo_paint (cr);
  if (self->backdrop != NULL)
    pivot_region_painter_draw_backdrop (self->backdrop, cr, &self->style, &matrix, width, height);
  pivot_region_painter_draw (self->regions, cr, &self->style, &matrix, width, height);
  pivot_region_painter_draw_labels (self->regions, cr, &self->style, &matrix, width, height);
  cairo_destroy (cr);
}

static void
naive_map_class_init (NaiveMapClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = naive_map_snapshot;
}

static void
naive_map_init (NaiveMap *self)
{
  pivot_style_init_light (&self->style);
}

typedef struct
{
  void  (*step) (GtkWidget *widget, guint frame);
  guint   n_frames;
  double  start;
  double  end;
} Run;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;

  /* The first frames show the window. */
  if (run->n_frames == 10)
    run->start = get_cpu_ms ();
  if (run->n_frames == N_FRAMES + 10)
    {
      run->end = get_cpu_ms ();
      return G_SOURCE_REMOVE;
    }

  run->step (widget, run->n_frames++);

  return G_SOURCE_CONTINUE;
}

/* CPU ms of a frame. */
static double
measure (GtkWidget *widget,
         void     (*step) (GtkWidget *widget, guint frame))
{
  Run run = { step, 0, 0, 0 };

  gtk_widget_add_tick_callback (widget, tick_cb, &run, NULL);
  while (run.end == 0)
    g_main_context_iteration (NULL, TRUE);

  return (run.end - run.start) / N_FRAMES;
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);

  return window;
}

/* There and back about the middle, never so far that the limits hold the map. */
static double
get_shift (guint frame)
{
  const guint leg = 60;
  guint at = (frame + leg / 2) % (2 * leg);

  return PX_PER_FRAME * ((at < leg ? at : 2 * leg - at) - leg / 2.0);
}

static void
pan_naive (GtkWidget *widget,
           guint      frame)
{
  NAIVE_MAP (widget)->shift = get_shift (frame);
  gtk_widget_queue_draw (widget);
}

static void
pan_view (GtkWidget *widget,
          guint      frame)
{
  PivotMapView *view = PIVOT_MAP_VIEW (widget);
  double longitude, latitude, zoom;

  pivot_map_view_get_camera (view, &longitude, &latitude, &zoom);
  longitude += (get_shift (frame + 1) - get_shift (frame)) * 360 / (256 * (1 << (int) zoom) * (1 + zoom - (int) zoom));
  pivot_map_view_set_camera (view, longitude, latitude, zoom);
}

/* A step of a person's zoom: ms to the next picture on the screen, and until it is as sharp as it gets. */
static void
report_zoom (GtkWidget *widget)
{
  PivotMapView *view = PIVOT_MAP_VIEW (widget);
  guint n_renders = _pivot_map_view_get_n_renders (view);
  double longitude, latitude, zoom, first, sharp;
  gint64 start;

  pivot_map_view_get_camera (view, &longitude, &latitude, &zoom);
  g_object_set (gtk_widget_get_settings (widget), "gtk-enable-animations", FALSE, NULL);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (widget, "map.zoom-in", NULL);
  gtk_test_widget_wait_for_draw (widget);
  first = (g_get_monotonic_time () - start) / 1e3;
  while (_pivot_map_view_get_n_renders (view) == n_renders && g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, FALSE);
  sharp = (g_get_monotonic_time () - start) / 1e3;
  pivot_map_view_set_camera (view, longitude, latitude, zoom);
  gtk_test_widget_wait_for_draw (widget);

  g_print ("map zoom step: something on screen after %.2f ms (ratio to a frame of 16.7 ms %.2f), sharp after %.2f ms "
           "(ratio to 150 ms %.2f)\n", first, first / 16.7, sharp, sharp / 150);
}

/* On and on in one direction: the margin is left again and again. */
static void
pan_far (GtkWidget *widget,
         guint      frame)
{
  PivotMapView *view = PIVOT_MAP_VIEW (widget);
  double longitude, latitude, zoom;

  pivot_map_view_get_camera (view, &longitude, &latitude, &zoom);
  pivot_map_view_set_camera (view, 80 + 40.0 * frame / N_FRAMES, latitude, 7);
}

static void
hover_view (GtkWidget *widget,
            guint      frame)
{
  pivot_map_view_set_hovered (PIVOT_MAP_VIEW (widget), frame % 30);
}

static void
hover_view_with_tooltip (GtkWidget *widget,
                         guint      frame)
{
  g_autofree char *text = g_strdup_printf ("<b>Region %u</b>\nA measure: <b>%u</b>", frame, frame * 7);

  hover_view (widget, frame);
  pivot_map_view_set_tooltip (PIVOT_MAP_VIEW (widget), text);
}

static void
rest (GtkWidget *widget,
      guint      frame)
{
}

static void
report (const char *name,
        double      value,
        double      baseline,
        double      target)
{
  g_print ("%s: %.2f ms, baseline %.2f ms, ratio %.3f (target %.2f)\n", name, value, baseline, value / baseline, target);
}

/* A map of the regions of a file, over a backdrop or not. */
static void
bench (const char *name,
       const char *file,
       const char *context)
{
  g_autoptr(PivotGeometry) geometry = load (file);
  g_autoptr(PivotGeometry) backdrop = context != NULL ? load (context) : NULL;
  g_autoptr(PivotRegions) regions = make_regions (geometry), again = make_regions (geometry);
  GtkWidget *naive = g_object_new (NAIVE_TYPE_MAP, NULL), *view = pivot_map_view_new (), *window;
  double redraw, start, first;
  gint64 recolor;
  guint n_renders;

  NAIVE_MAP (naive)->regions = regions;
  NAIVE_MAP (naive)->backdrop = backdrop;
  window = show (naive);
  redraw = measure (naive, pan_naive);
  gtk_window_destroy (GTK_WINDOW (window));

  pivot_map_view_set_regions (PIVOT_MAP_VIEW (view), regions);
  pivot_map_view_set_backdrop (PIVOT_MAP_VIEW (view), backdrop);
  start = get_cpu_ms ();
  window = show (view);
  first = get_cpu_ms () - start;

  g_print ("%s: regions %u, points %u, first picture %.1f ms, frame at rest %.2f ms\n", name,
           pivot_geometry_get_n_regions (geometry), pivot_geometry_get_n_points (geometry), first, measure (view, rest));
  n_renders = _pivot_map_view_get_n_renders (PIVOT_MAP_VIEW (view));
  report ("map pan, CPU a frame", measure (view, pan_view), redraw, 0.3);
  g_print ("pictures drawn while panning %d frames: %u\n", N_FRAMES + 10,
           _pivot_map_view_get_n_renders (PIVOT_MAP_VIEW (view)) - n_renders);
  report ("map hover, CPU a change", measure (view, hover_view), redraw, 0.15);
  report ("map hover with tooltip, CPU a change", measure (view, hover_view_with_tooltip), redraw, 0.15);

  recolor = g_get_monotonic_time ();
  pivot_map_view_set_regions (PIVOT_MAP_VIEW (view), again);
  gtk_test_widget_wait_for_draw (view);
  g_print ("map new colours: on screen after %.2f ms (ratio to 200 ms %.2f)\n", (g_get_monotonic_time () - recolor) / 1e3,
           (g_get_monotonic_time () - recolor) / 2e5);
  report_zoom (view);

  n_renders = _pivot_map_view_get_n_renders (PIVOT_MAP_VIEW (view));
  g_print ("map pan over 40° at zoom 7: %.2f ms a frame, ", measure (view, pan_far));
  g_print ("%u pictures added to in %d frames\n", _pivot_map_view_get_n_renders (PIVOT_MAP_VIEW (view)) - n_renders,
           N_FRAMES + 10);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  const char *folder = g_getenv ("PIVOT_TEST_DATASET");
  g_autofree char *file = g_build_filename (folder, "boundaries.geojson", NULL);
  g_autofree char *context = g_build_filename (folder, "context.geojson", NULL);
  g_autofree char *cached = g_build_filename (g_get_user_cache_dir (), "pivot-explorer", "world-admin1.geojson", NULL);
  const char *world = g_getenv ("PIVOT_WORLD") != NULL ? g_getenv ("PIVOT_WORLD") : cached;

  gtk_init ();
  bench ("bundled map", file, context);
  if (g_file_test (world, G_FILE_TEST_IS_REGULAR))
    bench ("world", world, NULL);
  else
    g_print ("Skipped: there is no %s. Make it with tests/bench/world-admin1.sh, or name another file in PIVOT_WORLD.\n", world);

  return 0;
}
