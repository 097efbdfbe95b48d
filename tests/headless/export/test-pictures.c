/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-history.h"
#include "pivot-present-figure.h"
#include "views.h"

/* The same view gives the same pixels: drawn by the session it was made in, by a new session that knows its JSON only
 * and has a dataset loaded anew, and after going somewhere else and back. No picture is stored. */

#define WIDTH 960
#define HEIGHT 600

/* What is drawn of each view of the map's page. */
static const struct
{
  const char     *name;
  PivotSheetKind  kind;
  gboolean        screen_map;
} sheets[] = {
  { "map", PIVOT_SHEET_MAP, FALSE },
  { "camera", PIVOT_SHEET_MAP, TRUE },
  { "scatter", PIVOT_SHEET_SCATTER, FALSE },
  { "ranking", PIVOT_SHEET_RANKING, FALSE },
};

enum { MAP, CAMERA, SCATTER, RANKING };

G_STATIC_ASSERT (G_N_ELEMENTS (sheets) == RANKING + 1);

static cairo_surface_t *
draw_sheet (PivotSession *session,
            guint         sheet,
            gboolean      dark)
{
  PivotSheetOptions options;

  pivot_sheet_options_init (&options);
  options.kind = sheets[sheet].kind;
  options.screen_map = sheets[sheet].screen_map;
  options.width = WIDTH;
  options.height = HEIGHT;
  options.theme = dark ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT;

  return picture_of_sheet (session, &options);
}

static void
draw_all (PivotSession    *session,
          gboolean         dark,
          cairo_surface_t *pictures[G_N_ELEMENTS (sheets)])
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    pictures[i] = draw_sheet (session, i, dark);
}

static void
assert_drawn_like (PivotSession    *session,
                   gboolean         dark,
                   cairo_surface_t *pictures[G_N_ELEMENTS (sheets)],
                   const char      *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      cairo_surface_t *again = draw_sheet (session, i, dark);

      assert_same_picture (again, pictures[i], name, sheets[i].name);
      cairo_surface_destroy (again);
    }
}

/* Where somewhere else is: the next view. The map is another there, or the way back would prove nothing. */
static void
go_and_return (PivotSession    *session,
               guint            view,
               gboolean         dark,
               cairo_surface_t *pictures[G_N_ELEMENTS (sheets)])
{
  g_autoptr(PivotHistory) history = pivot_history_new (session);
  g_autofree char *before = pivot_session_to_json (session);
  g_autofree char *after = NULL;
  cairo_surface_t *other;

  apply (session, &views[(view + 1) % G_N_ELEMENTS (views)]);
  pivot_history_flush (history);
  other = draw_sheet (session, MAP, dark);
  assert_other_picture (other, pictures[MAP], views[view].name, "the next");
  cairo_surface_destroy (other);

  pivot_history_back (history);
  after = pivot_session_to_json (session);
  g_assert_cmpstr (after, ==, before);
  assert_drawn_like (session, dark, pictures, views[view].name);
}

/* The colours of places with a value are in the picture, but for what is too small to see; those without are grey. */
static void
check_colors (PivotSession    *session,
              gboolean         dark,
              cairo_surface_t *picture,
              const char      *name)
{
  guint n_places = pivot_dataset_get_n_places (pivot_session_get_dataset (session));
  guint n_values = 0, n_seen = 0, n_missing = 0;
  g_autoptr(PivotRegions) regions = NULL;
  PivotStyle style;

  (dark ? pivot_style_init_dark : pivot_style_init_light) (&style);
  regions = pivot_present_regions (session, &style);
  for (guint i = 0; i < n_places; i++)
    {
      if (pivot_regions_get_kind (regions, i) == PIVOT_REGION_NO_DATA)
        n_missing++;
      else
        {
          n_values++;
          n_seen += count_color (picture, pivot_regions_get_color (regions, i)) >= 8;
        }
    }

  g_test_message ("%s: %u of %u colours, %u without, %u px of grey", name, n_seen, n_values, n_missing,
                  count_color (picture, &style.no_data));
  g_assert_cmpuint (n_values, >=, 9);
  g_assert_cmpuint (n_seen + 3, >=, n_values);
  if (n_missing > 3)
    g_assert_cmpuint (count_color (picture, &style.no_data), >=, 200 * n_missing);
}

static void
test_map_page (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  cairo_surface_t *all[G_N_ELEMENTS (views)][G_N_ELEMENTS (sheets)];

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      g_autoptr(PivotSession) copy = NULL;
      g_autofree char *name = g_strconcat (views[v].name, dark ? "-dark" : "", NULL);

      apply (fixture->session, &views[v]);
      draw_all (fixture->session, dark, all[v]);
      for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
        check_picture (all[v][i], name, sheets[i].name);
      check_colors (fixture->session, dark, all[v][MAP], name);

      copy = open_copy (fixture->session);
      assert_drawn_like (copy, dark, all[v], name);
      go_and_return (fixture->session, v, dark, all[v]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    for (guint v = 0; v < G_N_ELEMENTS (views); v++)
      for (guint w = v + 1; w < G_N_ELEMENTS (views); w++)
        assert_other_picture (all[v][i], all[w][i], views[v].name, views[w].name);

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
      cairo_surface_destroy (all[v][i]);
}

/* One choice at a time: each is seen where it should be, and nowhere else. */
static const struct
{
  const char *merge;     /* a view that is applied over the first one */
  guint       changed;   /* bits of sheets */
} choices[] = {
  { "{\"classes\": 4}", 1 << MAP | 1 << CAMERA | 1 << SCATTER | 1 << RANKING },
  { "{\"reversed\": true}", 1 << MAP | 1 << CAMERA | 1 << SCATTER | 1 << RANKING },
  { "{\"vision\": \"deutan\"}", 1 << MAP | 1 << CAMERA | 1 << SCATTER | 1 << RANKING },
  { "{\"selection\": [\"CN-ZJ\"]}", 1 << MAP | 1 << CAMERA | 1 << SCATTER | 1 << RANKING },
  { "{\"hatching\": true}", 1 << MAP | 1 << CAMERA },
  { "{\"layout\": \"grid\"}", 1 << MAP | 1 << CAMERA },
  { "{\"against\": \"degree-share\"}", 1 << SCATTER },
  { "{\"camera\": {\"longitude\": 105, \"latitude\": 36, \"zoom\": 3.01}}", 1 << CAMERA },
  { "{\"tab\": \"ranking\"}", 0 },
};

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  cairo_surface_t *pictures[G_N_ELEMENTS (sheets)];
  g_autofree char *view = NULL;

  apply (fixture->session, &views[0]);
  view = pivot_session_to_json (fixture->session);
  draw_all (fixture->session, FALSE, pictures);
  for (guint c = 0; c < G_N_ELEMENTS (choices); c++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (pivot_session_apply_json (fixture->session, view, FALSE, &error));
      g_assert_true (pivot_session_apply_json (fixture->session, choices[c].merge, TRUE, &error));
      for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
        {
          cairo_surface_t *other = draw_sheet (fixture->session, i, FALSE);

          if ((choices[c].changed & 1u << i) != 0)
            assert_other_picture (other, pictures[i], choices[c].merge, sheets[i].name);
          else
            assert_same_picture (other, pictures[i], choices[c].merge, sheets[i].name);
          cairo_surface_destroy (other);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    cairo_surface_destroy (pictures[i]);
}

/* All of a figure, as high as it wants to be. */
static cairo_surface_t *
draw_figure (PivotDataset        *dataset,
             const char          *id,
             const char * const  *hidden,
             const PivotStyle    *style)
{
  PivotFigure *figure = pivot_dataset_find_figure (dataset, id);
  g_autoptr(PivotFigureDrawing) drawing = pivot_present_figure (dataset, figure, hidden, style);
  int height = (int) pivot_figure_drawing_measure (drawing, style, 700);
  cairo_surface_t *surface = picture_new (700, height, &style->paper);
  cairo_t *cr = cairo_create (surface);

  pivot_figure_drawing_draw (drawing, cr, style, 700, height);
  finish_picture (cr);

  return surface;
}

/* Without its first series a figure is another picture. */
static gboolean
check_hidden (PivotDataset     *dataset,
              PivotFigure      *figure,
              const PivotStyle *style,
              cairo_surface_t  *whole)
{
  g_autoptr(PivotSeries) series = g_list_model_get_item (pivot_figure_get_series (figure), 0);
  g_autofree char *name = NULL;
  const char *hidden[] = { NULL, NULL };
  cairo_surface_t *part;

  if (series == NULL)
    return FALSE;

  hidden[0] = name = g_strconcat (pivot_figure_get_id (figure), "/", pivot_series_get_id (series), NULL);
  part = draw_figure (dataset, pivot_figure_get_id (figure), hidden, style);
  assert_other_picture (part, whole, name, "hidden");
  cairo_surface_destroy (part);

  return TRUE;
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  GListModel *figures = pivot_dataset_get_figures (fixture->dataset);
  g_autoptr(PivotDataset) again = load_bundled ();
  guint n = g_list_model_get_n_items (figures), n_hidden = 0;

  if (dark)
    pivot_style_init_dark (&fixture->style);
  g_assert_cmpuint (n, ==, 14);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);
      const char *id = pivot_figure_get_id (figure);
      cairo_surface_t *one = draw_figure (fixture->dataset, id, NULL, &fixture->style);
      cairo_surface_t *two = draw_figure (again, id, NULL, &fixture->style);

      check_picture (one, id, dark ? "dark" : "light");
      assert_same_picture (two, one, id, "figure");
      n_hidden += check_hidden (fixture->dataset, figure, &fixture->style, one);
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
    }
  /* All but one have series. */
  g_assert_cmpuint (n_hidden, ==, n - 1);
}

/* As the window's chart draws it: the same plot, in the window's style, with the selection over it. */
static cairo_surface_t *
draw_screen_scatter (PivotSession *session,
                     gboolean      dark)
{
  g_autoptr(PivotScatterPlot) plot = pivot_scatter_plot_new ();
  g_autofree guint *selected = NULL;
  cairo_surface_t *surface;
  PivotStyle style;
  cairo_t *cr;
  guint n;

  (dark ? pivot_style_init_dark : pivot_style_init_light) (&style);
  pivot_present_scatter (session, &style, plot);
  selected = pivot_session_get_selected (session, &n);
  pivot_plot_set_selected (PIVOT_PLOT (plot), selected, n);
  surface = picture_new (PLOT_WIDTH, PLOT_HEIGHT, &style.paper);
  cr = cairo_create (surface);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &style, PLOT_WIDTH, PLOT_HEIGHT);
  pivot_plot_draw_overlay (PIVOT_PLOT (plot), cr, &style, PLOT_WIDTH, PLOT_HEIGHT);
  finish_picture (cr);

  return surface;
}

static void
test_screen_and_file (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean dark = GPOINTER_TO_INT (data);

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      cairo_surface_t *screen, *file;

      apply (fixture->session, &views[v]);
      screen = draw_screen_scatter (fixture->session, dark);
      file = read_exported_scatter (fixture->session, dark);
      check_picture (file, views[v].name, "file");
      assert_same_picture (file, screen, views[v].name, "file");
      cairo_surface_destroy (screen);
      cairo_surface_destroy (file);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function, dark) g_test_add (path, Fixture, GINT_TO_POINTER (dark), set_up, function, tear_down)
  add ("/pictures/map-page/light", test_map_page, FALSE);
  add ("/pictures/map-page/dark", test_map_page, TRUE);
  add ("/pictures/choices", test_choices, FALSE);
  add ("/pictures/figures/light", test_figures, FALSE);
  add ("/pictures/figures/dark", test_figures, TRUE);
  add ("/pictures/screen-and-file/light", test_screen_and_file, FALSE);
  add ("/pictures/screen-and-file/dark", test_screen_and_file, TRUE);
#undef add

  return g_test_run ();
}
