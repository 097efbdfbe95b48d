/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../headless/map/map-test.h"

#include "pivot-map-tooltip.h"
#include "pivot-map-view.h"
#include "pivot-robot.h"

#define WIDTH 700
#define HEIGHT 500

enum
{
  WEST,
  MIDDLE,
  EAST,
  ISLAND,
  N_REGIONS,
};

/* Three squares in a row, and an island of a few pixels south of the last. */
static const char shapes[] =
  COLLECTION (REGION ("west", SQUARE (90, 30, 100, 40)) "," REGION ("middle", SQUARE (100, 30, 110, 40)) ","
              REGION ("east", SQUARE (110, 30, 120, 40)) "," REGION ("island", SQUARE (118, 24, 118.1, 24.1)));

/* A window with a map, and somebody who listens to it as a page does. */
typedef struct
{
  PivotGeometry *geometry;
  GtkWidget     *window;
  GtkWidget     *widget;
  PivotMapView  *view;
  PivotRobot    *robot;

  int            hovered;
  guint          n_hovered;
  guint          activated;
  gboolean       toggle;
  guint          n_activated;
  GArray        *boxed;
  gboolean       add;
  guint          n_boxed;
  guint          n_camera_changed;
} Fixture;

static void
hovered_cb (Fixture *fixture,
            int      region)
{
  fixture->hovered = region;
  fixture->n_hovered++;
}

static void
activated_cb (Fixture  *fixture,
              guint     region,
              gboolean  toggle)
{
  fixture->activated = region;
  fixture->toggle = toggle;
  fixture->n_activated++;
}

static void
boxed_cb (Fixture  *fixture,
          gpointer  regions,
          guint     n,
          gboolean  add)
{
  g_array_set_size (fixture->boxed, 0);
  g_array_append_vals (fixture->boxed, regions, n);
  fixture->add = add;
  fixture->n_boxed++;
}

static void
camera_changed_cb (Fixture *fixture)
{
  fixture->n_camera_changed++;
}

static PivotRegions *
make_regions (PivotGeometry *geometry,
              const GdkRGBA *color)
{
  PivotRegions *regions = pivot_regions_new (geometry);

  for (guint i = 0; i < N_REGIONS; i++)
    {
      pivot_regions_set_fill (regions, i, PIVOT_REGION_VALUE, color);
      pivot_regions_set_label (regions, i, pivot_geometry_get_id (geometry, i), NULL, NULL);
    }

  return regions;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr(PivotGeometry) degrees = map_test_read (shapes);
  g_autoptr(PivotRegions) regions = NULL;
  PivotProjection mercator;

  pivot_projection_init_mercator (&mercator);
  fixture->geometry = pivot_geometry_project (degrees, &mercator);
  regions = make_regions (fixture->geometry, &(GdkRGBA) { 0.2, 0.4, 0.8, 1 });
  fixture->boxed = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture->window = gtk_window_new ();
  fixture->widget = pivot_map_view_new ();
  fixture->view = PIVOT_MAP_VIEW (fixture->widget);
  pivot_map_view_set_regions (fixture->view, regions);
  g_signal_connect_swapped (fixture->view, "region-hovered", G_CALLBACK (hovered_cb), fixture);
  g_signal_connect_swapped (fixture->view, "region-activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->view, "regions-boxed", G_CALLBACK (boxed_cb), fixture);
  g_signal_connect_swapped (fixture->view, "camera-changed", G_CALLBACK (camera_changed_cb), fixture);

  gtk_window_set_title (GTK_WINDOW (fixture->window), "test-map-view");
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->widget);
  fixture->robot = pivot_robot_new (GTK_WINDOW (fixture->window));
  pivot_wait_until (_pivot_map_view_get_n_renders (fixture->view) > 0);
  gtk_test_widget_wait_for_draw (fixture->widget);
  /* The margin of the picture is drawn when there is nothing else to do, which may take long where drawing is slow. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->widget), (gpointer *) &fixture->widget);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  pivot_robot_free (fixture->robot);
  pivot_wait_until (fixture->widget == NULL);

  g_array_unref (fixture->boxed);
  pivot_geometry_unref (fixture->geometry);
}

static void
locate (Fixture *fixture,
        guint    region,
        double  *x,
        double  *y)
{
  g_assert_true (pivot_map_view_locate (fixture->view, region, x, y));
}

static double
get_zoom (Fixture *fixture)
{
  double longitude, latitude, zoom;

  pivot_map_view_get_camera (fixture->view, &longitude, &latitude, &zoom);

  return zoom;
}

static void
hover (Fixture *fixture,
       guint    region)
{
  double x, y;

  locate (fixture, region, &x, &y);
  pivot_robot_move (fixture->robot, fixture->widget, x, y);
  pivot_wait_until (fixture->hovered == (int) region && fixture->n_hovered > 0);
}

static void
test_fit (Fixture       *fixture,
          gconstpointer  unused)
{
  double longitude, latitude, zoom, x, y, west, east;

  g_assert_false (pivot_map_view_get_camera (fixture->view, &longitude, &latitude, &zoom));
  for (guint i = 0; i < N_REGIONS; i++)
    locate (fixture, i, &x, &y);
  locate (fixture, WEST, &west, &y);
  locate (fixture, EAST, &east, &y);
  g_assert_cmpfloat (east - west, >, WIDTH / 2);

  /* What fits goes on fitting in a larger window. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH + 300, HEIGHT + 200);
  pivot_wait_until (gtk_widget_get_width (fixture->widget) == WIDTH + 300);
  locate (fixture, WEST, &west, &y);
  locate (fixture, EAST, &east, &y);
  g_assert_cmpfloat (east - west, >, (WIDTH + 300) / 2);
  g_assert_cmpuint (fixture->n_camera_changed, ==, 0);
}

/* The pointer changes the hover once for each region, and no province is drawn again. */
static void
test_hover (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n_renders = _pivot_map_view_get_n_renders (fixture->view);
  double x, y;

  hover (fixture, WEST);
  g_assert_cmpuint (fixture->n_hovered, ==, 1);
  locate (fixture, WEST, &x, &y);
  pivot_robot_move (fixture->robot, fixture->widget, x + 20, y + 15);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (fixture->n_hovered, ==, 1);

  hover (fixture, EAST);
  g_assert_cmpuint (fixture->n_hovered, ==, 2);

  /* The island is found from near by, and not from far away. */
  locate (fixture, ISLAND, &x, &y);
  pivot_robot_move (fixture->robot, fixture->widget, x - 9, y + 9);
  pivot_wait_until (fixture->hovered == ISLAND);
  pivot_robot_move (fixture->robot, fixture->widget, x - 80, y + 5);
  pivot_wait_until (fixture->hovered == -1);

  hover (fixture, MIDDLE);
  pivot_robot_leave (fixture->robot);
  pivot_wait_until (fixture->hovered == -1);

  pivot_map_view_set_hovered (fixture->view, WEST);
  gtk_test_widget_wait_for_draw (fixture->widget);
  g_assert_cmpint (fixture->hovered, ==, -1);
  g_assert_cmpuint (_pivot_map_view_get_n_renders (fixture->view), ==, n_renders);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n_renders = _pivot_map_view_get_n_renders (fixture->view);
  guint selected[] = { MIDDLE, EAST };
  double x, y;

  locate (fixture, MIDDLE, &x, &y);
  pivot_robot_click (fixture->robot, fixture->widget, x, y);
  pivot_wait_until (fixture->n_activated == 1);
  g_assert_cmpuint (fixture->activated, ==, MIDDLE);
  g_assert_false (fixture->toggle);
  g_assert_true (gtk_widget_has_focus (fixture->widget));

  locate (fixture, EAST, &x, &y);
  pivot_robot_click_with (fixture->robot, fixture->widget, x, y, 1, PIVOT_ROBOT_CTRL);
  pivot_wait_until (fixture->n_activated == 2);
  g_assert_cmpuint (fixture->activated, ==, EAST);
  g_assert_true (fixture->toggle);

  pivot_map_view_set_selected (fixture->view, selected, G_N_ELEMENTS (selected));
  gtk_test_widget_wait_for_draw (fixture->widget);
  g_assert_cmpuint (_pivot_map_view_get_n_renders (fixture->view), ==, n_renders);

  pivot_robot_click (fixture->robot, fixture->widget, 8, 8);
  pivot_wait_until (fixture->n_activated == 3);
  g_assert_cmpuint (fixture->activated, ==, G_MAXUINT);
  g_assert_cmpuint (fixture->n_camera_changed, ==, 0);
}

/* Dragging moves the map under the pointer, without drawing it again, and is no click. */
static void
test_pan (Fixture       *fixture,
          gconstpointer  unused)
{
  guint n_renders = _pivot_map_view_get_n_renders (fixture->view);
  double x, y, after_x, after_y, longitude, latitude, zoom;

  locate (fixture, MIDDLE, &x, &y);
  pivot_robot_drag (fixture->robot, fixture->widget, x, y, x + 60, y - 40, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->n_camera_changed > 0);
  locate (fixture, MIDDLE, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x - x, 60, 2);
  g_assert_cmpfloat_with_epsilon (after_y - y, -40, 2);
  g_assert_cmpuint (_pivot_map_view_get_n_renders (fixture->view), ==, n_renders);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  g_assert_true (pivot_map_view_get_camera (fixture->view, &longitude, &latitude, &zoom));

  /* Never lost at sea. */
  for (int i = 0; i < 4; i++)
    pivot_robot_drag (fixture->robot, fixture->widget, 20, 20, WIDTH - 70, HEIGHT - 20, PIVOT_ROBOT_NONE);
  pivot_robot_settle (fixture->robot);
  locate (fixture, WEST, &x, &y);

  gtk_widget_activate_action (fixture->widget, "map.fit", NULL);
  pivot_wait_until (pivot_map_view_locate (fixture->view, ISLAND, &x, &y));
}

static void
test_box (Fixture       *fixture,
          gconstpointer  unused)
{
  double x0, y0, x1, y1, before, after, y;

  locate (fixture, WEST, &x0, &y0);
  locate (fixture, MIDDLE, &x1, &y1);
  pivot_robot_drag (fixture->robot, fixture->widget, x0 - 5, y0 - 10, x1 + 5, y1 + 10, PIVOT_ROBOT_SHIFT);
  pivot_wait_until (fixture->n_boxed == 1);
  g_assert_cmpuint (fixture->boxed->len, ==, 2);
  g_assert_cmpuint (g_array_index (fixture->boxed, guint, 0), ==, WEST);
  g_assert_cmpuint (g_array_index (fixture->boxed, guint, 1), ==, MIDDLE);
  g_assert_false (fixture->add);
  g_assert_cmpuint (fixture->n_camera_changed, ==, 0);

  /* The tool does without Shift; Ctrl adds; from right to left as well. */
  g_assert_true (gtk_widget_activate_action (fixture->widget, "map.box-select", NULL));
  locate (fixture, MIDDLE, &before, &y);
  pivot_robot_drag (fixture->robot, fixture->widget, x1 + 5, y1 + 10, x0 - 5, y0 - 10, PIVOT_ROBOT_CTRL);
  pivot_wait_until (fixture->n_boxed == 2);
  g_assert_cmpuint (fixture->boxed->len, ==, 2);
  g_assert_true (fixture->add);
  locate (fixture, MIDDLE, &after, &y);
  g_assert_cmpfloat (before, ==, after);

  pivot_robot_click (fixture->robot, fixture->widget, x0, y0);
  pivot_wait_until (fixture->n_activated == 1);
  g_assert_cmpuint (fixture->activated, ==, WEST);
  g_assert_cmpuint (fixture->n_boxed, ==, 2);

  /* An empty box selects nothing, and says so. */
  pivot_robot_drag (fixture->robot, fixture->widget, 4, 4, 30, 30, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->n_boxed == 3);
  g_assert_cmpuint (fixture->boxed->len, ==, 0);
}

/* A circle around its start; there is one tool at a time; Ctrl and Shift take away. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  unused)
{
  gboolean box, circle;
  double x, y;

  gtk_widget_activate_action (fixture->widget, "map.box-select", NULL);
  gtk_widget_activate_action (fixture->widget, "map.circle-select", NULL);
  g_object_get (fixture->view, "box-select", &box, "circle-select", &circle, NULL);
  g_assert_false (box);
  g_assert_true (circle);

  locate (fixture, WEST, &x, &y);
  pivot_robot_drag (fixture->robot, fixture->widget, x, y, x + 12, y + 9, PIVOT_ROBOT_NONE);
  pivot_wait_until (fixture->n_boxed == 1);
  g_assert_cmpuint (fixture->boxed->len, ==, 1);
  g_assert_cmpuint (g_array_index (fixture->boxed, guint, 0), ==, WEST);
  g_assert_cmpint (fixture->add, ==, PIVOT_MAP_BOX_REPLACE);

  pivot_robot_drag (fixture->robot, fixture->widget, x, y, x + 12, y + 9, PIVOT_ROBOT_CTRL | PIVOT_ROBOT_SHIFT);
  pivot_wait_until (fixture->n_boxed == 2);
  g_assert_cmpint (fixture->add, ==, PIVOT_MAP_BOX_REMOVE);
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n_renders = _pivot_map_view_get_n_renders (fixture->view);
  double zoom = get_zoom (fixture);
  double x, y, after_x, after_y;

  /* What is under the pointer stays there; afterwards the picture is drawn sharp, once. */
  locate (fixture, EAST, &x, &y);
  pivot_robot_scroll (fixture->robot, fixture->widget, x, y, -2, PIVOT_ROBOT_NONE);
  pivot_wait_until (get_zoom (fixture) > zoom + 0.9 && fixture->n_camera_changed > 0);
  locate (fixture, EAST, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x, x, 1.5);
  g_assert_cmpfloat_with_epsilon (after_y, y, 1.5);
  pivot_wait_until (_pivot_map_view_get_n_renders (fixture->view) > n_renders);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (_pivot_map_view_get_n_renders (fixture->view), <=, n_renders + 2);

  /* Out, as far as it goes: still everything in sight. */
  pivot_robot_scroll (fixture->robot, fixture->widget, x, y, 30, PIVOT_ROBOT_NONE);
  pivot_wait_until (!gtk_widget_is_sensitive (pivot_find_widget (fixture->widget, GTK_TYPE_BUTTON, 4)));
  g_assert_cmpfloat (get_zoom (fixture), <, zoom);
  for (guint i = 0; i < N_REGIONS; i++)
    locate (fixture, i, &after_x, &after_y);
  g_assert_true (gtk_widget_is_sensitive (pivot_find_widget (fixture->widget, GTK_TYPE_BUTTON, 3)));
}

static void
test_double_click (Fixture       *fixture,
                   gconstpointer  unused)
{
  double zoom = get_zoom (fixture), x, y, after_x, after_y;

  locate (fixture, WEST, &x, &y);
  pivot_robot_double_click (fixture->robot, fixture->widget, x, y);
  pivot_wait_until (get_zoom (fixture) > zoom + 0.5 && fixture->n_camera_changed > 0);
  locate (fixture, WEST, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x, x, 1.5);
  g_assert_cmpfloat_with_epsilon (after_y, y, 1.5);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
}

static void
press (Fixture    *fixture,
       const char *key)
{
  pivot_robot_key (fixture->robot, key);
  pivot_robot_settle (fixture->robot);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  double zoom;

  pivot_robot_leave (fixture->robot);
  gtk_widget_grab_focus (fixture->widget);

  /* Nothing is hovered: the way begins in the middle. */
  press (fixture, "Right");
  g_assert_cmpint (fixture->hovered, ==, MIDDLE);
  press (fixture, "Right");
  g_assert_cmpint (fixture->hovered, ==, EAST);
  press (fixture, "Down");
  g_assert_cmpint (fixture->hovered, ==, ISLAND);
  press (fixture, "Down");
  g_assert_cmpint (fixture->hovered, ==, ISLAND);
  press (fixture, "Up");
  g_assert_cmpint (fixture->hovered, ==, EAST);
  press (fixture, "Left");
  press (fixture, "Left");
  g_assert_cmpint (fixture->hovered, ==, WEST);

  press (fixture, "Return");
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpuint (fixture->activated, ==, WEST);
  g_assert_false (fixture->toggle);
  press (fixture, "Ctrl+Return");
  g_assert_cmpuint (fixture->n_activated, ==, 2);
  g_assert_true (fixture->toggle);

  press (fixture, "Escape");
  g_assert_cmpint (fixture->hovered, ==, -1);
  press (fixture, "Return");
  g_assert_cmpuint (fixture->n_activated, ==, 2);

  zoom = get_zoom (fixture);
  press (fixture, "plus");
  pivot_wait_until (get_zoom (fixture) > zoom + 0.3 && fixture->n_camera_changed == 1);
  press (fixture, "minus");
  pivot_wait_until (fabs (get_zoom (fixture) - zoom) < 1e-6 && fixture->n_camera_changed == 2);
  press (fixture, "plus");
  press (fixture, "0");
  pivot_wait_until (fabs (get_zoom (fixture) - zoom) < 1e-6);
}

/* A region that the arrows come to and that is out of sight is brought in. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  unused)
{
  double x, y;

  pivot_robot_leave (fixture->robot);
  pivot_map_view_set_camera (fixture->view, 95, 35, 7);
  gtk_widget_grab_focus (fixture->widget);
  press (fixture, "Right");
  g_assert_cmpint (fixture->hovered, ==, WEST);
  g_assert_false (pivot_map_view_locate (fixture->view, MIDDLE, &x, &y));
  press (fixture, "Right");
  g_assert_cmpint (fixture->hovered, ==, MIDDLE);
  pivot_wait_until (pivot_map_view_locate (fixture->view, MIDDLE, &x, &y) && fixture->n_camera_changed > 0);
  g_assert_cmpfloat (x, >, 20);
  g_assert_cmpfloat (x, <, WIDTH - 20);
}

/* Tab goes to the map, its four buttons, and out again. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *toggle = pivot_find_widget (fixture->widget, GTK_TYPE_TOGGLE_BUTTON, 0);

  gtk_widget_grab_focus (fixture->widget);
  press (fixture, "Tab");
  g_assert_true (gtk_widget_has_focus (toggle));
  press (fixture, "space");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  press (fixture, "Right");
  g_assert_cmpuint (fixture->n_hovered, ==, 0);
  /* To the next tool, and back. */
  press (fixture, "Shift+Tab");
  press (fixture, "Shift+Tab");
  g_assert_true (gtk_widget_has_focus (fixture->widget));
}

/* New colours are one picture more; the same shapes keep their hover and the camera. */
static void
test_colors (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr(PivotRegions) regions = make_regions (fixture->geometry, &(GdkRGBA) { 0.9, 0.2, 0.1, 1 });
  guint n_renders;
  PivotStyle style;

  hover (fixture, WEST);
  pivot_map_view_set_camera (fixture->view, 105, 35, 5);
  gtk_test_widget_wait_for_draw (fixture->widget);
  n_renders = _pivot_map_view_get_n_renders (fixture->view);

  pivot_map_view_set_regions (fixture->view, regions);
  pivot_wait_until (_pivot_map_view_get_n_renders (fixture->view) == n_renders + 1);
  pivot_map_view_set_regions (fixture->view, regions);
  pivot_robot_settle (fixture->robot);
  g_assert_cmpuint (_pivot_map_view_get_n_renders (fixture->view), ==, n_renders + 1);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 5, 1e-6);

  pivot_style_init_dark (&style);
  pivot_map_view_set_style (fixture->view, &style);
  pivot_wait_until (_pivot_map_view_get_n_renders (fixture->view) == n_renders + 2);

  pivot_map_view_set_regions (fixture->view, NULL);
  pivot_wait_until (_pivot_map_view_get_n_renders (fixture->view) == n_renders + 3);
  pivot_robot_move (fixture->robot, fixture->widget, 100, 100);
  pivot_robot_settle (fixture->robot);
}

/* The card goes with the pointer and never leaves the map. */
static void
test_tooltip (Fixture       *fixture,
              gconstpointer  unused)
{
  static const double places[][2] = { { 5, 5 }, { WIDTH - 80, 5 }, { 5, HEIGHT - 5 }, { WIDTH - 80, HEIGHT - 5 }, { 300, 200 } };
  PivotMapTooltip *tooltip = PIVOT_MAP_TOOLTIP (pivot_find_widget (fixture->widget, PIVOT_TYPE_MAP_TOOLTIP, 0));
  graphene_rect_t card;

  g_assert_false (pivot_map_tooltip_get_card (tooltip, &card));
  pivot_map_view_set_tooltip (fixture->view, "<b>A region</b>\nwith a value of 1,284 that needs some room");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      graphene_rect_t map = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);

      pivot_robot_move (fixture->robot, fixture->widget, places[i][0], places[i][1]);
      pivot_robot_settle (fixture->robot);
      g_assert_true (pivot_map_tooltip_get_card (tooltip, &card));
      g_assert_true (graphene_rect_contains_rect (&map, &card));
      g_assert_false (graphene_rect_contains_point (&card, &GRAPHENE_POINT_INIT (places[i][0], places[i][1])));
    }

  pivot_map_view_set_tooltip (fixture->view, NULL);
  g_assert_false (pivot_map_tooltip_get_card (tooltip, &card));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  unused)
{
  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  pivot_map_view_set_description (fixture->view, "Four regions");
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Four regions");

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *button = pivot_find_widget (fixture->widget, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/map-view/fit", test_fit);
  ADD ("/map-view/hover", test_hover);
  ADD ("/map-view/click", test_click);
  ADD ("/map-view/pan", test_pan);
  ADD ("/map-view/box", test_box);
  ADD ("/map-view/circle", test_circle);
  ADD ("/map-view/wheel", test_wheel);
  ADD ("/map-view/double-click", test_double_click);
  ADD ("/map-view/keys", test_keys);
  ADD ("/map-view/reveal", test_reveal);
  ADD ("/map-view/tab", test_tab);
  ADD ("/map-view/colors", test_colors);
  ADD ("/map-view/tooltip", test_tooltip);
  ADD ("/map-view/accessible", test_accessible);

  return g_test_run ();
}
