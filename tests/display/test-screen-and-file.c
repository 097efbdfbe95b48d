/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../headless/export/views.h"
#include "pivot-chart-view.h"
#include "pivot-robot.h"

/* What the window's chart shows is what the exporter writes: the pixels of the widget on the screen, against those of a
 * PNG of the same view at the same size. */

/* In levels of 255. The widget's picture has no ground and is laid over that of the window, where a renderer may round
 * once more; GTK's Cairo renderer does not. */
#define TOLERANCE 3

typedef struct
{
  GtkWidget  *window;
  GtkWidget  *view;
  PivotRobot *robot;
} Screen;

static void
screen_open (Screen *self)
{
  self->view = pivot_chart_view_new ();
  gtk_widget_set_size_request (self->view, PLOT_WIDTH, PLOT_HEIGHT);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "test-screen-and-file");
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), PLOT_WIDTH, PLOT_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), FALSE);
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
}

static void
screen_close (Screen *self)
{
  g_clear_pointer (&self->robot, pivot_robot_free);
  gtk_window_destroy (GTK_WINDOW (self->window));
  pivot_wait_until (self->view == NULL);
}

static void
screen_show (Screen       *self,
             PivotSession *session,
             gboolean      dark)
{
  guint n = _pivot_chart_view_get_n_renders (PIVOT_CHART_VIEW (self->view));
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autofree guint *selected = NULL;
  PivotStyle style;
  guint n_selected;

  (dark ? pivot_style_init_dark : pivot_style_init_light) (&style);
  pivot_present_scatter (session, &style, plot);
  selected = pivot_session_get_selected (session, &n_selected);
  pivot_plot_set_selected (PIVOT_PLOT (plot), selected, n_selected);
  pivot_chart_view_set_style (PIVOT_CHART_VIEW (self->view), &style);
  pivot_chart_view_set_plot (PIVOT_CHART_VIEW (self->view), PIVOT_PLOT (plot));
  if (self->robot == NULL)
    self->robot = pivot_robot_new (GTK_WINDOW (self->window));
  pivot_wait_until (_pivot_chart_view_get_n_renders (PIVOT_CHART_VIEW (self->view)) > n);
  g_assert_cmpint (gtk_widget_get_width (self->view), ==, PLOT_WIDTH);
  g_assert_cmpint (gtk_widget_get_height (self->view), ==, PLOT_HEIGHT);
}

/* The pixels of the widget, over the paper on which it lies. */
static cairo_surface_t *
screen_read (Screen         *self,
             const GdkRGBA  *paper)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, PLOT_WIDTH, PLOT_HEIGHT);
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (self->view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PLOT_WIDTH, PLOT_HEIGHT);

  gtk_snapshot_append_color (snapshot, paper, &bounds);
  gdk_paintable_snapshot (paintable, snapshot, PLOT_WIDTH, PLOT_HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, &bounds);
  cairo_surface_flush (surface);
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);

  return surface;
}

static void
test_scatter (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  cairo_surface_t *before = NULL;
  Screen screen = { 0 };

  if (dark)
    pivot_style_init_dark (&fixture->style);
  screen_open (&screen);
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      cairo_surface_t *shown, *file;
      guint most;

      apply (fixture->session, &views[v]);
      screen_show (&screen, fixture->session, dark);
      shown = screen_read (&screen, &fixture->style.paper);
      file = read_exported_scatter (fixture->session, dark);
      check_picture (shown, views[v].name, "screen");
      most = get_greatest_difference (shown, file);
      g_test_message ("%s: %u levels, %u pixels", views[v].name, most, count_differences (shown, file));
      g_assert_cmpuint (most, <=, TOLERANCE);
      /* And this is much less than what tells two views apart. */
      if (before != NULL)
        g_assert_cmpuint (get_greatest_difference (before, file), >, 20 * TOLERANCE);
      g_clear_pointer (&before, cairo_surface_destroy);
      before = file;
      cairo_surface_destroy (shown);
    }
  cairo_surface_destroy (before);
  screen_close (&screen);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/screen-and-file/light", Fixture, GINT_TO_POINTER (FALSE), set_up, test_scatter, tear_down);
  g_test_add ("/screen-and-file/dark", Fixture, GINT_TO_POINTER (TRUE), set_up, test_scatter, tear_down);

  return g_test_run ();
}
