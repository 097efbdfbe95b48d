/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-series-private.h"
#include "pivot-vision.h"

#include <math.h>

#define WIDTH 400
#define HEIGHT 260

typedef struct
{
  PivotStyle       style;
  cairo_surface_t *surface;
} Canvas;

static void
draw (Canvas          *canvas,
      PivotSeriesPlot *plot)
{
  cairo_t *cr;

  pivot_style_init_light (&canvas->style);
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (canvas->surface);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &canvas->style, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
}

/* Whether a pixel is of the colour of a series. */
static gboolean
has_ink (Canvas *canvas,
         guint   slot,
         double  x,
         double  y)
{
  const guint32 *row = (const guint32 *) (gpointer)
                       (cairo_image_surface_get_data (canvas->surface) +
                        (int) y * cairo_image_surface_get_stride (canvas->surface));
  guint32 pixel = row[(int) x];
  PivotSeriesLook look;

  pivot_series_look_init (&look, &canvas->style, slot);

  return fabs (((pixel >> 16) & 0xff) / 255.0 - look.color.red) < 0.12 &&
         fabs (((pixel >> 8) & 0xff) / 255.0 - look.color.green) < 0.12 &&
         fabs ((pixel & 0xff) / 255.0 - look.color.blue) < 0.12;
}

static PivotSpot
locate (Canvas          *canvas,
        PivotSeriesPlot *plot,
        guint            id)
{
  PivotSpot spot = { 0 };

  g_assert_true (pivot_plot_locate (PIVOT_PLOT (plot), &canvas->style, WIDTH, HEIGHT, id, &spot.x, &spot.y));

  return spot;
}

static PivotSeriesPlot *
make (PivotSeriesKind         kind,
      PivotAlong              along,
      gboolean                stacked,
      const PivotSeriesPoint *points,
      guint                   n_each,
      guint                   n_rows)
{
  static const char * const categories[] = { "A", "B", "C", "D" };
  PivotSeriesPlot *plot = pivot_series_plot_new (kind, along);
  PivotSeriesData data[4];

  for (guint r = 0; r < n_rows; r++)
    data[r] = (PivotSeriesData) { "Series", r, points + r * n_each, n_each };
  pivot_series_plot_set_stacked (plot, stacked);
  pivot_series_plot_set_categories (plot, categories, along == PIVOT_ALONG_CATEGORY ? n_each : 0);
  pivot_series_plot_set_series (plot, data, n_rows);

  return plot;
}

/* How much of the straight way between two marks is of the colour of the first series. */
static double
count_ink_between (Canvas          *canvas,
                   PivotSeriesPlot *plot,
                   guint            from,
                   guint            to)
{
  PivotSpot a = locate (canvas, plot, from), b = locate (canvas, plot, to);
  guint n = 0, n_ink = 0;

  for (double part = 0.25; part < 0.75; part += 0.01, n++)
    n_ink += has_ink (canvas, 0, a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);

  return (double) n_ink / n;
}

static void
test_lines (void)
{
  const PivotSeriesPoint points[] = {
    { 10, 2015, 10 }, { 11, 2016, 20 }, { 12, 2017, NAN }, { 13, 2018, 12 }, { 14, 2019, 15 }, { 15, 2022, 18, .gap = TRUE },
  };
  g_autoptr(PivotSeriesPlot) plot = make (PIVOT_SERIES_LINE, PIVOT_ALONG_TIME, FALSE, points, G_N_ELEMENTS (points), 1);
  Canvas canvas;

  draw (&canvas, plot);
  g_assert_cmpfloat (count_ink_between (&canvas, plot, 10, 11), >, 0.9);
  g_assert_cmpfloat (count_ink_between (&canvas, plot, 13, 14), >, 0.9);
  /* Over a missing number, and over missing years, there is no line. */
  g_assert_cmpfloat (count_ink_between (&canvas, plot, 11, 13), <, 0.1);
  g_assert_cmpfloat (count_ink_between (&canvas, plot, 14, 15), <, 0.1);
  /* What is missing is a mark all the same, and not in the colour of numbers. */
  g_assert_false (has_ink (&canvas, 0, locate (&canvas, plot, 12).x, locate (&canvas, plot, 12).y));
  cairo_surface_destroy (canvas.surface);
}

static void
test_bars (gconstpointer data)
{
  PivotSeriesKind kind = GPOINTER_TO_UINT (data);
  const PivotSeriesPoint points[] = {
    { 0, 0, 10 }, { 1, 1, -5 }, { 2, 2, NAN }, { 3, 3, 9, PIVOT_LIMIT_ABOVE },
  };
  g_autoptr(PivotSeriesPlot) plot = make (kind, PIVOT_ALONG_CATEGORY, FALSE, points, G_N_ELEMENTS (points), 1);
  const PivotSeriesLayout *layout;
  cairo_rectangle_t positive, negative, limit;
  double zero;
  Canvas canvas;

  draw (&canvas, plot);
  layout = _pivot_series_plot_lay_out (plot, &canvas.style, WIDTH, HEIGHT);
  g_assert_cmpint (layout->flat, ==, kind == PIVOT_SERIES_BAR);
  g_assert_true (has_ink (&canvas, 0, locate (&canvas, plot, 0).x, locate (&canvas, plot, 0).y));
  g_assert_true (has_ink (&canvas, 0, locate (&canvas, plot, 1).x, locate (&canvas, plot, 1).y));
  g_assert_false (has_ink (&canvas, 0, locate (&canvas, plot, 2).x, locate (&canvas, plot, 2).y));

  /* Bars meet the zero line from their own side, as long as their numbers. */
  positive = _pivot_series_get_bar (plot, layout, (PivotSeriesRef) { 0, 0 });
  negative = _pivot_series_get_bar (plot, layout, (PivotSeriesRef) { 0, 1 });
  zero = _pivot_series_project_value (layout, 0);
  g_assert_cmpfloat_with_epsilon (layout->flat ? positive.x : positive.y + positive.height, zero, 0.01);
  g_assert_cmpfloat_with_epsilon (layout->flat ? negative.x + negative.width : negative.y, zero, 0.01);
  g_assert_cmpfloat_with_epsilon (layout->flat ? positive.width : positive.height,
                                  2 * (layout->flat ? negative.width : negative.height), 0.01);

  /* A limit is hatched: of its bar only a part is in the full colour. */
  limit = _pivot_series_get_bar (plot, layout, (PivotSeriesRef) { 0, 3 });
  {
    guint n = 0, n_ink = 0;

    for (double y = limit.y + 4; y < limit.y + limit.height - 4; y++)
      for (double x = limit.x + 4; x < limit.x + limit.width - 4; x++, n++)
        n_ink += has_ink (&canvas, 0, x, y);
    g_assert_cmpuint (n, >, 100);
    g_assert_cmpuint (n_ink * 2, <, n);
  }
  cairo_surface_destroy (canvas.surface);
}

static void
test_stacked (void)
{
  const PivotSeriesPoint points[] = { { 0, 0, 30 }, { 1, 1, 10 }, { 10, 0, 20 }, { 11, 1, 50 } };
  g_autoptr(PivotSeriesPlot) plot = make (PIVOT_SERIES_BAR, PIVOT_ALONG_CATEGORY, TRUE, points, 2, 2);
  const PivotSeriesLayout *layout;
  cairo_rectangle_t lower, upper;
  Canvas canvas;

  draw (&canvas, plot);
  layout = _pivot_series_plot_lay_out (plot, &canvas.style, WIDTH, HEIGHT);
  lower = _pivot_series_get_bar (plot, layout, (PivotSeriesRef) { 0, 0 });
  upper = _pivot_series_get_bar (plot, layout, (PivotSeriesRef) { 1, 0 });
  g_assert_cmpfloat_with_epsilon (lower.x + lower.width, upper.x, 0.01);
  g_assert_cmpfloat_with_epsilon (lower.width * 2, upper.width * 3, 0.01);
  g_assert_true (has_ink (&canvas, 0, lower.x + 3, lower.y + lower.height / 2));
  g_assert_true (has_ink (&canvas, 1, upper.x + upper.width - 4, upper.y + upper.height / 2));
  cairo_surface_destroy (canvas.surface);
}

/* A mark is found where it is, and every mark is reached by the arrow keys. */
static void
test_marks (void)
{
  const PivotSeriesPoint points[] = { { 5, 0, 3 }, { 6, 1, 4 }, { 7, 2, NAN }, { 20, 0, 8 }, { 21, 1, 6 }, { 22, 2, 7 } };
  g_autoptr(PivotSeriesPlot) plot = make (PIVOT_SERIES_LINE, PIVOT_ALONG_NUMBER, FALSE, points, 3, 2);
  Canvas canvas;
  int id = -1;

  draw (&canvas, plot);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      PivotSpot spot = locate (&canvas, plot, points[i].id);

      g_assert_cmpint (pivot_plot_find (PIVOT_PLOT (plot), &canvas.style, WIDTH, HEIGHT, spot.x + 1, spot.y, 20),
                       ==, (int) points[i].id);
      id = pivot_plot_step (PIVOT_PLOT (plot), id, 1, 0);
      g_assert_cmpint (id, ==, (int) points[i].id);
    }
  g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (plot), id, 1, 0), ==, id);
  g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (plot), 21, 0, -1), ==, 6);
  g_assert_cmpint (pivot_plot_step (PIVOT_PLOT (plot), -1, 0, -1), ==, 22);
  cairo_surface_destroy (canvas.surface);
}

/* Thinned out, a line keeps its extremes, and has no more vertices than columns of pixels can show. */
static void
test_many (void)
{
  const guint n = 200000, spike = 123456;
  g_autofree PivotSeriesPoint *points = g_new0 (PivotSeriesPoint, n);
  g_autoptr(PivotSeriesPlot) plot = NULL;
  const PivotSeriesLayout *layout;
  double least = G_MAXDOUBLE;
  Canvas canvas;

  for (guint i = 0; i < n; i++)
    points[i] = (PivotSeriesPoint) { .id = i, .x = i, .y = i == spike ? 100 : sin (i / 5000.0) };
  plot = make (PIVOT_SERIES_LINE, PIVOT_ALONG_NUMBER, FALSE, points, n, 1);
  draw (&canvas, plot);
  layout = _pivot_series_plot_lay_out (plot, &canvas.style, WIDTH, HEIGHT);
  g_assert_cmpuint (layout->traces[0].n, <, 4 * WIDTH + 8);
  for (guint i = 0; i < layout->traces[0].n; i++)
    least = MIN (least, layout->traces[0].spots[i].y);
  g_assert_cmpfloat_with_epsilon (least, _pivot_series_project_value (layout, 100), 0.01);
  cairo_surface_destroy (canvas.surface);
}

/* For any range: the axis takes the data in, and its labels are distinct and do not overlap. */
static void
test_axes (gconstpointer data)
{
  PivotSeriesKind kind = GPOINTER_TO_UINT (data);
  PivotStyle style;
  PivotTextLook look;
  guint n_few = 0;

  pivot_style_init_light (&style);
  look = pivot_lettering_look (&style, PIVOT_TEXT_SMALL);
  for (guint i = 0; i < (kind == PIVOT_SERIES_LINE ? 10000 : 1000); i++)
    {
      double size = pow (10, g_test_rand_double_range (-3, 9));
      double min = g_test_rand_double_range (-1, 1) * size, max = min + size * pow (10, g_test_rand_double_range (-3, 2));
      const PivotSeriesPoint points[] = { { 0, 0, min }, { 1, 1, max } };
      g_autoptr(PivotSeriesPlot) plot = make (kind, kind == PIVOT_SERIES_BAR ? PIVOT_ALONG_CATEGORY : PIVOT_ALONG_NUMBER,
                                              FALSE, points, 2, 1);
      const PivotSeriesLayout *layout = _pivot_series_plot_lay_out (plot, &style, WIDTH, HEIGHT);
      double end = -G_MAXDOUBLE;

      g_test_message ("%g…%g", min, max);
      g_assert_cmpfloat (layout->value.min, <=, min);
      g_assert_cmpfloat (layout->value.max, >=, max);
      /* Beside each other, three numbers do not always have room here. */
      n_few += layout->value.ticks.n < 3;
      g_assert_cmpuint (layout->value.ticks.n, >=, layout->flat ? 2 : 3);
      g_assert_cmpuint (layout->value.ticks.n, <=, 9);
      for (guint t = 0; t < layout->value.ticks.n; t++)
        {
          double at = _pivot_series_project_value (layout, layout->value.ticks.values[t]), width, height;

          pivot_lettering_measure (plot->letters, &look, layout->value.labels[t], &width, &height);
          if (t > 0)
            g_assert_cmpstr (layout->value.labels[t], !=, layout->value.labels[t - 1]);
          /* Values grow to the right, or upwards. */
          at = layout->flat ? at : -at;
          g_assert_cmpfloat (at - (layout->flat ? width : height) / 2, >=, end);
          end = at + (layout->flat ? width : height) / 2;
        }
    }
  g_assert_cmpuint (n_few, <, 10);
}

/* Numbers at an axis are written as those beside marks are: in threes, and in millions only where they are long. */
static void
test_axis_words (void)
{
  static const struct { double max; const char *last; } cases[] = {
    { 0.5, "0.5" }, { 100, "100" }, { 4000, "4,000" }, { 1e6, "1,000,000" }, { -5000, "−5,000" }, { 2e7, "20 M" }, { 3e9, "3 bn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PivotAxis axis = { .min = MIN (0, cases[i].max), .max = MAX (0, cases[i].max) };

      pivot_axis_set_ticks (&axis, 5);
      g_assert_cmpstr (axis.labels[cases[i].max < 0 ? 0 : axis.ticks.n - 1], ==, cases[i].last);
      pivot_axis_clear (&axis);
    }
}

static double
get_luminance (const GdkRGBA *color)
{
  const double channels[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return sum;
}

/* Colours of series stand out from the paper; without colour, lines differ in dashes and marker, and bars, of which there are three
 * at most before labels must help, in lightness. The numbers are listed. */
static void
test_looks (gconstpointer data)
{
  static const PivotVision visions[] = { PIVOT_VISION_NORMAL, PIVOT_VISION_PROTAN, PIVOT_VISION_DEUTAN, PIVOT_VISION_GREY };
  PivotSeriesLook looks[PIVOT_SERIES_SLOTS];
  PivotStyle style;

  if (GPOINTER_TO_INT (data))
    pivot_style_init_dark (&style);
  else
    pivot_style_init_light (&style);

  for (guint i = 0; i < PIVOT_SERIES_SLOTS; i++)
    {
      double paper = get_luminance (&style.paper), ink, written, contrast;
      GdkRGBA on;

      pivot_series_look_init (&looks[i], &style, i);
      ink = get_luminance (&looks[i].color);
      contrast = (MAX (ink, paper) + 0.05) / (MIN (ink, paper) + 0.05);
      g_test_message ("series %u: contrast to the paper %.2f", i, contrast);
      g_assert_cmpfloat (contrast, >=, 3);

      /* A number on its bar. */
      pivot_color_get_ink (&looks[i].color, &on);
      written = get_luminance (&on);
      contrast = (MAX (ink, written) + 0.05) / (MIN (ink, written) + 0.05);
      g_test_message ("series %u: contrast of what is written on it %.2f", i, contrast);
      g_assert_cmpfloat (contrast, >=, 4.5);

      for (guint j = 0; j < i; j++)
        {
          g_assert_true (looks[i].marker != looks[j].marker);
          for (guint v = 0; v < G_N_ELEMENTS (visions) && i < 3; v++)
            {
              GdkRGBA colors[] = { looks[i].color, looks[j].color };
              double difference;

              pivot_vision_apply (visions[v], colors, 2);
              difference = pivot_vision_get_difference (&colors[0], &colors[1]);
              g_test_message ("series %u and %u, vision %u: difference %.1f", j, i, visions[v], difference);
              g_assert_cmpfloat (difference, >=, 10);
            }
        }
    }
}

/* A page that has no size yet has scale 0, and the lines of a hatch as many as there is room for. */
static void
test_hatch (gconstpointer data)
{
  double scale = GPOINTER_TO_UINT (data) / 100.0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  pivot_hatch_box (cr, &(cairo_rectangle_t) { 0, 0, WIDTH, HEIGHT }, &(GdkRGBA) { 0, 0, 0, 1 }, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series-plot/lines", test_lines);
  g_test_add_data_func ("/series-plot/columns", GUINT_TO_POINTER (PIVOT_SERIES_COLUMN), test_bars);
  g_test_add_data_func ("/series-plot/bars", GUINT_TO_POINTER (PIVOT_SERIES_BAR), test_bars);
  g_test_add_func ("/series-plot/stacked", test_stacked);
  g_test_add_func ("/series-plot/marks", test_marks);
  g_test_add_func ("/series-plot/many", test_many);
  g_test_add_data_func ("/series-plot/axes/upright", GUINT_TO_POINTER (PIVOT_SERIES_LINE), test_axes);
  g_test_add_data_func ("/series-plot/axes/flat", GUINT_TO_POINTER (PIVOT_SERIES_BAR), test_axes);
  g_test_add_func ("/series-plot/axis-words", test_axis_words);
  g_test_add_data_func ("/series-plot/looks/light", GINT_TO_POINTER (FALSE), test_looks);
  g_test_add_data_func ("/series-plot/hatch/nothing", GUINT_TO_POINTER (0), test_hatch);
  g_test_add_data_func ("/series-plot/hatch/small", GUINT_TO_POINTER (1), test_hatch);
  g_test_add_data_func ("/series-plot/hatch/usual", GUINT_TO_POINTER (100), test_hatch);
  g_test_add_data_func ("/series-plot/looks/dark", GINT_TO_POINTER (TRUE), test_looks);

  return g_test_run ();
}
