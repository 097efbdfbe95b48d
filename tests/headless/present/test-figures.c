/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-present-explain.h"
#include "pivot-present-figure.h"
#include "pivot-series-plot.h"

/* With PIVOT_TEST_PICTURES, a folder, each figure is written there as it is drawn, to be looked at. */
static void
write_picture (cairo_surface_t *surface,
               PivotFigure     *figure,
               const char      *name)
{
  const char *folder = g_getenv ("PIVOT_TEST_PICTURES");
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/%s-%s.png", folder, pivot_figure_get_id (figure), name);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static cairo_surface_t *
draw (PivotFigureDrawing *drawing,
      const PivotStyle   *style,
      int                 width,
      int                 height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  pivot_figure_drawing_draw (drawing, cr, style, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

typedef struct
{
  const char *name;
  gboolean    dark;
  int         width, height;   /* height 0: all that it needs */
} Look;

static const Look looks[] = {
  { "light", FALSE, 700, 480 },
  { "dark", TRUE, 700, 480 },
  { "small", FALSE, 400, 300 },
  { "whole", FALSE, 700, 0 },
};

static void
test_draw (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);
  const Look *look = data;

  if (look->dark)
    pivot_style_init_dark (&fixture->style);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr(PivotFigureDrawing) drawing = pivot_present_figure (fixture->dataset, figure, NULL, &fixture->style);
      int height = look->height > 0 ? look->height
                                    : (int) pivot_figure_drawing_measure (drawing, &fixture->style, look->width);
      cairo_surface_t *surface;

      surface = draw (drawing, &fixture->style, look->width, height);
      write_picture (surface, figure, look->name);
      cairo_surface_destroy (surface);
    }
}

/* Walks a plot by the keyboard as a person does, and asks every mark that is met for its receipt. */
static void
walk (Fixture            *fixture,
      PivotFigure        *figure,
      PivotFigureDrawing *drawing,
      guint               panel)
{
  PivotPlot *plot = pivot_figure_drawing_get_panel_plot (drawing, panel);
  int id = -1, before;
  guint n = 0;

  do
    {
      g_autofree char *words = NULL;
      g_autoptr(PivotReceipt) receipt = NULL;

      before = id;
      id = pivot_plot_step (plot, before, 1, 0);
      if (id == before)
        id = pivot_plot_step (plot, before, 0, 1);
      if (id < 0 || id == before)
        break;

      words = pivot_plot_describe_mark (plot, (guint) id);
      receipt = pivot_present_figure_receipt (fixture->dataset, figure, drawing, panel, (guint) id, NULL);
      g_assert_nonnull (words);
      /* What stands for several events has no receipt of its own. */
      if (receipt == NULL && pivot_figure_drawing_get_panel_marks (drawing, panel) == PIVOT_MARKS_EVENTS)
        continue;
      g_assert_nonnull (receipt);
      g_assert_nonnull (pivot_receipt_get_label (receipt));
      g_assert_nonnull (pivot_receipt_get_text (receipt));
      g_assert_nonnull (pivot_receipt_get_status (receipt));
      /* Its formula names what goes into it. */
      if (pivot_receipt_get_formula (receipt) != NULL)
        assert_lacks (pivot_receipt_get_formula (receipt), "1 ÷ 1");
      /* A number that is there comes from somewhere. */
      if (!pivot_receipt_is_missing (receipt))
        g_assert_true (pivot_receipt_get_source (receipt) != NULL || pivot_receipt_get_formula (receipt) != NULL);
    }
  while (n++ < 10000);
}

static void
test_receipts (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr(PivotFigureDrawing) drawing = pivot_present_figure (fixture->dataset, figure, NULL, &fixture->style);

      g_assert_cmpuint (pivot_figure_drawing_get_n_panels (drawing), >, 0);
      for (guint p = 0; p < pivot_figure_drawing_get_n_panels (drawing); p++)
        walk (fixture, figure, drawing, p);
    }
}

/* Every point of every series is a mark of some panel, and found by its id. */
static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr(PivotFigureDrawing) drawing = pivot_present_figure (fixture->dataset, figure, NULL, &fixture->style);
      GListModel *all = pivot_figure_get_series (figure);

      for (guint s = 0; s < g_list_model_get_n_items (all); s++)
        {
          g_autoptr(PivotSeries) series = g_list_model_get_item (all, s);

          for (guint k = 0; k < pivot_series_get_n_points (series); k++)
            {
              guint n = 0;

              for (guint p = 0; p < pivot_figure_drawing_get_n_panels (drawing); p++)
                {
                  PivotPlot *plot = pivot_figure_drawing_get_panel_plot (drawing, p);
                  double x, y;

                  n += pivot_figure_drawing_get_panel_marks (drawing, p) == PIVOT_MARKS_POINTS &&
                       pivot_plot_locate (plot, &fixture->style, 700, 300, PIVOT_FIGURE_MARK (s, k), &x, &y);
                }
              g_assert_cmpuint (n, ==, 1);
            }
        }
    }
}

/* Each figure says in words what it shows; the words of one are known. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);
  PivotFigure *retail = pivot_dataset_find_figure (fixture->dataset, "1-1a");
  g_autofree char *words = pivot_present_explain_figure (fixture->dataset, retail, NULL);

  assert_contains (words, "Highest: 2014 with 49.7");
  assert_contains (words, "Lowest: 2020 with 10.9");
  assert_contains (words, "lower at the end, not steadily");
  assert_contains (words, "1 number is a limit");
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr(PivotFigureDrawing) drawing = pivot_present_figure (fixture->dataset, figure, NULL, &fixture->style);
      const char *text = pivot_figure_drawing_get_text (drawing, PIVOT_FIGURE_DESCRIPTION);

      g_assert_cmpuint (strlen (text), >, 80);
      /* Of one figure nothing but words is left, and it says so. */
      g_assert_cmpint (pivot_figure_drawing_get_lost (drawing), ==, g_str_equal (pivot_figure_get_id (figure), "2-4"));
      if (g_getenv ("PIVOT_TEST_PICTURES") != NULL)
        g_test_message ("%s", text);
    }
}

/* The line below a figure ends once, also after a title that is a question, and an axis of firms does not count firms twice. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);
  PivotFigure *question = pivot_dataset_find_figure (fixture->dataset, "2-4");
  g_autofree char *asked = pivot_present_figure_sources (fixture->dataset, question);

  g_assert_true (g_str_has_suffix (asked, "Core Innovation?"));
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      g_autofree char *line = pivot_present_figure_sources (fixture->dataset, figure);

      g_assert_true (g_str_has_suffix (line, ".") || g_str_has_suffix (line, "?"));
      assert_lacks (line, "?.");
    }
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  PivotFigure *figure = pivot_dataset_find_figure (fixture->dataset, "1-1b");
  const char *hidden[] = { "1-1b/pinduoduo-growth", NULL };
  g_autoptr(PivotFigureDrawing) all = pivot_present_figure (fixture->dataset, figure, NULL, &fixture->style);
  g_autoptr(PivotFigureDrawing) some = pivot_present_figure (fixture->dataset, figure, hidden, &fixture->style);
  guint mark = PIVOT_FIGURE_MARK (5, 0);
  double x, y;

  g_assert_true (pivot_plot_locate (pivot_figure_drawing_get_panel_plot (all, 0), &fixture->style, 700, 300, mark, &x, &y));
  g_assert_false (pivot_plot_locate (pivot_figure_drawing_get_panel_plot (some, 0), &fixture->style, 700, 300, mark, &x, &y));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/draw/", looks[i].name, NULL);

      g_test_add (path, Fixture, &looks[i], set_up, test_draw, tear_down);
    }
  g_test_add ("/figures/receipts", Fixture, NULL, set_up, test_receipts, tear_down);
  g_test_add ("/figures/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/figures/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/figures/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/figures/hidden", Fixture, NULL, set_up, test_hidden, tear_down);

  return g_test_run ();
}
