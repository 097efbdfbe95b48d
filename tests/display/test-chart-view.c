/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-bar-view.h"
#include "pivot-chart-view.h"
#include "pivot-robot.h"
#include "pivot-scatter-plot.h"

#define WIDTH 500
#define HEIGHT 360

/* A window with a chart, and somebody who listens to it as a page does. */
typedef struct
{
  GtkWidget  *window;
  GtkWidget  *view;
  PivotPlot  *plot;
  PivotRobot *robot;
  PivotStyle  style;

  int         hovered;
  guint       n_hovered;
  guint       activated;
  gboolean    toggle;
  guint       n_activated;
  guint       brushed;        /* how many marks */
  guint       first_brushed;
  gboolean    add;
  guint       n_brushed;
} Fixture;

static const PivotScatterPoint points[] = {
  { 10, 1, 1, { 1, 0, 0, 1 }, FALSE, FALSE, "West", "West: 1 against 1" },
  { 11, 5, 9, { 0, 1, 0, 1 }, FALSE, FALSE, "North", "North: 9 against 5" },
  { 12, 9, 2, { 0, 0, 1, 1 }, FALSE, FALSE, "East", "East: 2 against 9" },
};

static void
hovered_cb (Fixture *fixture,
            int      id)
{
  fixture->hovered = id;
  fixture->n_hovered++;
  pivot_plot_set_hovered (fixture->plot, id);
}

static void
activated_cb (Fixture  *fixture,
              guint     id,
              gboolean  toggle)
{
  fixture->activated = id;
  fixture->toggle = toggle;
  fixture->n_activated++;
}

static void
brushed_cb (Fixture  *fixture,
            gpointer  ids,
            guint     n,
            gboolean  add)
{
  fixture->brushed = n;
  fixture->first_brushed = n > 0 ? *(guint *) ids : G_MAXUINT;
  fixture->add = add;
  fixture->n_brushed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  PivotScatterPlot *plot = pivot_scatter_plot_new ();

  pivot_scatter_plot_set_points (plot, points, G_N_ELEMENTS (points));
  pivot_scatter_plot_set_titles (plot, "Width", "Height");
  fixture->plot = PIVOT_PLOT (plot);
  fixture->hovered = -1;
  pivot_style_init_light (&fixture->style);

  fixture->view = pivot_chart_view_new ();
  pivot_chart_view_set_plot (PIVOT_CHART_VIEW (fixture->view), fixture->plot);
  g_signal_connect_swapped (fixture->view, "mark-hovered", G_CALLBACK (hovered_cb), fixture);
  g_signal_connect_swapped (fixture->view, "mark-activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->view, "brushed", G_CALLBACK (brushed_cb), fixture);

  fixture->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "test-chart-view");
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  fixture->robot = pivot_robot_new (GTK_WINDOW (fixture->window));
  pivot_wait_until (_pivot_chart_view_get_n_renders (PIVOT_CHART_VIEW (fixture->view)) > 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_pointer (&fixture->robot, pivot_robot_free);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  pivot_wait_until (fixture->view == NULL);
  g_assert_finalize_object (fixture->plot);
}

static void
locate (Fixture *fixture,
        guint    id,
        double  *x,
        double  *y)
{
  g_assert_true (pivot_plot_locate (fixture->plot, &fixture->style, gtk_widget_get_width (fixture->view),
                                    gtk_widget_get_height (fixture->view), id, x, y));
}

static guint
n_renders (Fixture *fixture)
{
  return _pivot_chart_view_get_n_renders (PIVOT_CHART_VIEW (fixture->view));
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  unused)
{
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      locate (fixture, points[i].id, &x, &y);
      pivot_robot_move (fixture->robot, fixture->view, x + 9, y + 9);
      pivot_wait_until (fixture->hovered == (int) points[i].id);
    }

  /* Moving about a mark says nothing new. */
  fixture->n_hovered = 0;
  pivot_robot_move (fixture->robot, fixture->view, x - 3, y + 2);
  pivot_robot_move (fixture->robot, fixture->view, x, y);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (fixture->n_hovered, ==, 0);

  pivot_robot_move (fixture->robot, fixture->view, x - 40, y - 40);
  pivot_wait_until (fixture->hovered == -1);

  pivot_robot_move (fixture->robot, fixture->view, x, y);
  pivot_wait_until (fixture->hovered == 12);
  pivot_robot_leave (fixture->robot);
  pivot_wait_until (fixture->hovered == -1);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  unused)
{
  double x, y;

  locate (fixture, 11, &x, &y);
  pivot_robot_click (fixture->robot, fixture->view, x + 5, y);
  pivot_wait_until (fixture->n_activated == 1);
  g_assert_cmpuint (fixture->activated, ==, 11);
  g_assert_false (fixture->toggle);
  g_assert_true (gtk_widget_has_focus (fixture->view));

  locate (fixture, 10, &x, &y);
  pivot_robot_click_with (fixture->robot, fixture->view, x, y, 1, PIVOT_ROBOT_CTRL);
  pivot_wait_until (fixture->n_activated == 2);
  g_assert_cmpuint (fixture->activated, ==, 10);
  g_assert_true (fixture->toggle);

  pivot_robot_click (fixture->robot, fixture->view, x + 40, y - 40);
  pivot_wait_until (fixture->n_activated == 3);
  g_assert_cmpuint (fixture->activated, ==, G_MAXUINT);
  g_assert_cmpuint (fixture->n_brushed, ==, 0);
}

static void
test_brush (Fixture       *fixture,
            gconstpointer  unused)
{
  double west_x, west_y, east_x, east_y;

  locate (fixture, 10, &west_x, &west_y);
  locate (fixture, 12, &east_x, &east_y);
  pivot_robot_drag (fixture->robot, fixture->view, east_x + 8, east_y - 15, west_x - 8, west_y + 15, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->n_brushed == 1);
  g_assert_cmpuint (fixture->brushed, ==, 2);
  g_assert_cmpuint (fixture->first_brushed, ==, 10);
  g_assert_false (fixture->add);

  pivot_robot_drag (fixture->robot, fixture->view, east_x - 12, east_y - 12, east_x + 12, east_y + 12, PIVOT_ROBOT_CTRL);
  pivot_wait_until (fixture->n_brushed == 2);
  g_assert_cmpuint (fixture->brushed, ==, 1);
  g_assert_cmpuint (fixture->first_brushed, ==, 12);
  g_assert_true (fixture->add);

  /* Around nothing. */
  pivot_robot_drag (fixture->robot, fixture->view, west_x + 30, west_y - 90, west_x + 60, west_y - 40, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->n_brushed == 3);
  g_assert_cmpuint (fixture->brushed, ==, 0);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  unused)
{
  static const struct { const char *key; int hovered; } rows[] = {
    { "Right", 10 }, { "Right", 11 }, { "Right", 12 }, { "Left", 11 }, { "Down", 12 }, { "Up", 11 },
    { "Home", 10 }, { "End", 12 },
  };

  gtk_widget_grab_focus (fixture->view);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pivot_robot_key (fixture->robot, rows[i].key);
      pivot_wait_until (fixture->hovered == rows[i].hovered);
    }

  pivot_robot_key (fixture->robot, "Return");
  pivot_wait_until (fixture->n_activated == 1);
  g_assert_cmpuint (fixture->activated, ==, 12);
  g_assert_false (fixture->toggle);

  pivot_robot_key (fixture->robot, "Ctrl+Return");
  pivot_wait_until (fixture->n_activated == 2);
  g_assert_true (fixture->toggle);

  /* The window's, not ours. */
  pivot_robot_key (fixture->robot, "Alt+Left");
  pivot_robot_settle (fixture->robot);
  g_assert_cmpint (fixture->hovered, ==, 12);

  pivot_robot_key (fixture->robot, "Escape");
  pivot_wait_until (fixture->hovered == -1);

  /* With nothing hovered there is nothing to select. */
  pivot_robot_key (fixture->robot, "Return");
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (fixture->n_activated, ==, 2);
}

/* Hover and selection do not draw the base; data, style and size do, once each. */
static void
test_cache (Fixture       *fixture,
            gconstpointer  unused)
{
  PivotScatterPlot *plot = PIVOT_SCATTER_PLOT (fixture->plot);
  PivotStyle dark;
  double x, y;
  guint n;

  pivot_robot_settle (fixture->robot);
  n = n_renders (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      locate (fixture, points[i].id, &x, &y);
      pivot_robot_move (fixture->robot, fixture->view, x, y);
      pivot_wait_until (fixture->hovered == (int) points[i].id);
      pivot_plot_set_selected (fixture->plot, &points[i].id, 1);
      pivot_robot_settle (fixture->robot);
    }
  pivot_plot_set_selected (fixture->plot, NULL, 0);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (n_renders (fixture), ==, n);

  pivot_scatter_plot_set_caption (plot, "n = 3");
  pivot_wait_until (n_renders (fixture) == n + 1);

  pivot_chart_view_set_style (PIVOT_CHART_VIEW (fixture->view), &fixture->style);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (n_renders (fixture), ==, n + 1);

  pivot_style_init_dark (&dark);
  pivot_chart_view_set_style (PIVOT_CHART_VIEW (fixture->view), &dark);
  pivot_wait_until (n_renders (fixture) == n + 2);

  gtk_widget_set_margin_end (fixture->view, 40);
  pivot_wait_until (n_renders (fixture) == n + 3);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (n_renders (fixture), ==, n + 3);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autofree char *description = pivot_plot_describe (fixture->plot);

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, description);

  pivot_scatter_plot_set_description (PIVOT_SCATTER_PLOT (fixture->plot), "Taller is not wider.");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Taller is not wider.");

  /* Where GTK cannot speak, which is so in tests, a step is heard through the description. */
  gtk_widget_grab_focus (fixture->view);
  pivot_robot_key (fixture->robot, "Right");
  pivot_wait_until (fixture->hovered == 10);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "West: 1 against 1");
}

/* Another plot takes over, and the old one is let go. */
static void
test_set_plot (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr(PivotScatterPlot) other = pivot_scatter_plot_new ();
  guint n = n_renders (fixture);

  pivot_chart_view_set_plot (PIVOT_CHART_VIEW (fixture->view), PIVOT_PLOT (other));
  g_assert_true (pivot_chart_view_get_plot (PIVOT_CHART_VIEW (fixture->view)) == PIVOT_PLOT (other));
  pivot_wait_until (n_renders (fixture) == n + 1);

  pivot_plot_changed (fixture->plot);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (n_renders (fixture), ==, n + 1);

  pivot_chart_view_set_plot (PIVOT_CHART_VIEW (fixture->view), NULL);
  pivot_robot_move (fixture->robot, fixture->view, 100, 100);
  pivot_robot_click (fixture->robot, fixture->view, 100, 100);
  pivot_robot_key (fixture->robot, "Right");
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

static void
test_bar_view (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (PIVOT_TYPE_BAR_VIEW, NULL);
  const PivotBar bar = { 0, 0.5, 0, FALSE, FALSE, { 1, 0, 0, 1 } };
  g_autoptr(PivotRobot) robot = NULL;
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_bar_view_set_bar (PIVOT_BAR_VIEW (view), &bar, &style);
  gtk_window_set_title (GTK_WINDOW (window), "test-bar-view");
  gtk_window_set_child (GTK_WINDOW (window), view);
  robot = pivot_robot_new (GTK_WINDOW (window));
  pivot_robot_settle (robot);

  g_assert_cmpint (gtk_widget_get_height (view), >=, 16);
  g_assert_cmpint (gtk_widget_get_height (view), <=, 20);
  g_assert_true (gtk_widget_compute_expand (view, GTK_ORIENTATION_HORIZONTAL));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/chart-view/hover", Fixture, NULL, set_up, test_hover, tear_down);
  g_test_add ("/chart-view/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/chart-view/brush", Fixture, NULL, set_up, test_brush, tear_down);
  g_test_add ("/chart-view/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/chart-view/cache", Fixture, NULL, set_up, test_cache, tear_down);
  g_test_add ("/chart-view/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/chart-view/set-plot", Fixture, NULL, set_up, test_set_plot, tear_down);
  g_test_add_func ("/bar-view", test_bar_view);

  return g_test_run ();
}
