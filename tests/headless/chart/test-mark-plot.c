/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-mark-plot.h"

#define WIDTH 100
#define HEIGHT 20

/* What plots of marks share, seen on one that does as little as it can: marks of ten by ten side by side. It writes down
 * what it is asked to outline, and counts how often it is laid out. */
#define TEST_TYPE_PLOT (test_plot_get_type ())
G_DECLARE_FINAL_TYPE (TestPlot, test_plot, TEST, PLOT, PivotMarkPlot)

struct _TestPlot
{
  PivotMarkPlot  parent_instance;

  guint          n_layouts;
  GString       *outlined;
};

G_DEFINE_FINAL_TYPE (TestPlot, test_plot, PIVOT_TYPE_MARK_PLOT)

static void
test_plot_lay_out (PivotMarkPlot    *plot,
                   const PivotStyle *style,
                   double            width,
                   double            height)
{
  TEST_PLOT (plot)->n_layouts++;
}

static cairo_rectangle_t
test_plot_get_box (PivotMarkPlot *plot,
                   guint          index)
{
  return (cairo_rectangle_t) { index * 10, 5, 10, 10 };
}

static void
test_plot_outline (PivotMarkPlot    *plot,
                   cairo_t          *cr,
                   const PivotStyle *style,
                   guint             index,
                   const GdkRGBA    *color)
{
  g_string_append_printf (TEST_PLOT (plot)->outlined, "%s %u;",
                          color == &style->selection ? "selected" : color == &style->hover ? "hovered" : "?", index);
}

static void
test_plot_finalize (GObject *object)
{
  g_string_free (TEST_PLOT (object)->outlined, TRUE);

  G_OBJECT_CLASS (test_plot_parent_class)->finalize (object);
}

static void
test_plot_class_init (TestPlotClass *klass)
{
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_plot_finalize;

  mark_class->lay_out = test_plot_lay_out;
  mark_class->get_box = test_plot_get_box;
  mark_class->outline = test_plot_outline;
}

static void
test_plot_init (TestPlot *self)
{
  self->outlined = g_string_new (NULL);
}

/* Ids are not in order, so that none is taken for an index. */
static TestPlot *
make_plot (void)
{
  TestPlot *self = g_object_new (TEST_TYPE_PLOT, NULL);
  char text[] = "text 0";
  const guint ids[] = { 30, 4, 17 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      text[5] = (char) ('0' + i);
      pivot_mark_plot_add_mark (PIVOT_MARK_PLOT (self), ids[i], text);
    }

  return self;
}

static void
draw_overlay (TestPlot *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_plot_draw_overlay (PIVOT_PLOT (self), cr, &style, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_outlines (void)
{
  g_autoptr(TestPlot) self = make_plot ();
  PivotPlot *plot = PIVOT_PLOT (self);
  const guint selected[] = { 17, 99, 30 };
  cairo_rectangle_t box;
  PivotStyle style;

  pivot_style_init_light (&style);
  pivot_plot_set_selected (plot, selected, G_N_ELEMENTS (selected));
  pivot_plot_set_hovered (plot, 99);
  draw_overlay (self);
  g_assert_cmpstr (self->outlined->str, ==, "selected 0;selected 2;");
  g_assert_cmpuint (self->n_layouts, ==, 1);
  g_assert_false (pivot_plot_get_hover_extents (plot, &style, WIDTH, HEIGHT, &box));

  g_string_truncate (self->outlined, 0);
  pivot_plot_set_selected (plot, NULL, 0);
  pivot_plot_set_hovered (plot, 4);
  draw_overlay (self);
  g_assert_cmpstr (self->outlined->str, ==, "hovered 1;");
  g_assert_cmpuint (self->n_layouts, ==, 2);
  g_assert_true (pivot_plot_get_hover_extents (plot, &style, WIDTH, HEIGHT, &box));
  g_assert_cmpfloat (box.width, ==, WIDTH);
  g_assert_cmpuint (self->n_layouts, ==, 2);
}

static void
test_places (void)
{
  g_autoptr(TestPlot) self = make_plot ();
  PivotPlot *plot = PIVOT_PLOT (self);
  g_autofree guint *ids = NULL;
  PivotStyle style;
  double x, y;
  guint n;

  pivot_style_init_light (&style);
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, 12, 6, 3), ==, 4);
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, 12, 4, 3), ==, -1);
  g_assert_cmpint (pivot_plot_find (plot, &style, WIDTH, HEIGHT, 31, 6, 3), ==, -1);
  g_assert_cmpuint (self->n_layouts, ==, 3);

  g_assert_true (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 17, &x, &y));
  g_assert_cmpfloat (x, ==, 25);
  g_assert_cmpfloat (y, ==, 10);
  g_assert_false (pivot_plot_locate (plot, &style, WIDTH, HEIGHT, 2, &x, &y));
  g_assert_cmpuint (self->n_layouts, ==, 4);

  /* The middle counts: of the first mark the rectangle holds less, of the last all but an edge. */
  ids = pivot_plot_query (plot, &style, WIDTH, HEIGHT, 29, 12, 6, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (ids[0], ==, 4);
  g_assert_cmpuint (ids[1], ==, 17);
}

static void
test_steps (void)
{
  static const struct { int from, dx, dy, to; } cases[] = {
    { -1, 1, 0, 30 }, { -1, -1, 0, 17 }, { -1, 0, 1, 30 }, { -1, 0, -1, 17 }, { 99, 1, 0, 30 },
    { 30, 1, 0, 4 }, { 4, 0, 1, 17 }, { 17, 1, 0, 17 }, { 17, 0, -1, 4 }, { 4, -1, 0, 30 }, { 30, -1, 0, 30 },
  };
  g_autoptr(TestPlot) self = make_plot ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (self), cases[i].from, cases[i].dx, cases[i].dy), ==, cases[i].to);

  pivot_mark_plot_clear_marks (PIVOT_MARK_PLOT (self));
  g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (self), 30, 1, 0), ==, -1);
  g_assert_cmpint (pivot_mark_plot_find_index (PIVOT_MARK_PLOT (self), 30), ==, -1);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_words (void)
{
  g_autoptr(TestPlot) self = make_plot ();
  PivotPlot *plot = PIVOT_PLOT (self);
  g_autofree char *nothing = pivot_plot_describe (plot), *mark = pivot_plot_describe_mark (plot, 4), *told = NULL;
  guint n_changes = 0;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (mark, ==, "text 1");
  g_assert_null (pivot_plot_describe_mark (plot, 1));

  g_signal_connect_swapped (plot, "changed", G_CALLBACK (count_cb), &n_changes);
  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), "three marks");
  told = pivot_plot_describe (plot);
  g_assert_cmpstr (told, ==, "three marks");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_null (pivot_mark_plot_keep (PIVOT_MARK_PLOT (self), NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark-plot/outlines", test_outlines);
  g_test_add_func ("/mark-plot/places", test_places);
  g_test_add_func ("/mark-plot/steps", test_steps);
  g_test_add_func ("/mark-plot/words", test_words);

  return g_test_run ();
}
