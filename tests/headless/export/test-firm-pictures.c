/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gnu/libc-version.h>
#include <libintl.h>
#include <locale.h>

#include "pictures.h"
#include "pivot-history.h"
#include "pivot-present-timeline.h"
#include "pivot-timeline-private.h"

/* The pages of both firms, alone and compared, in both themes and both languages: the same view gives the same pixels,
 * as in test-pictures.c, and no label lies on another. */

#define WIDTH 960
#define HEIGHT 540

static const struct { const char *name, *firm, *other, *align; } views[] = {
  { "lanxin", "lanxin-mobile", NULL, "date" },
  { "keda", "keda-automation", NULL, "date" },
  { "both-date", "keda-automation", "lanxin-mobile", "date" },
  { "both-age", "keda-automation", "lanxin-mobile", "age" },
};

static const struct { double width, height; } sizes[] = { { 860, 420 }, { 520, 300 }, { 1400, 700 }, { 400, 200 } };

static void
apply (PivotSession *session,
       guint         view)
{
  const char *others[] = { views[view].other, NULL };

  pivot_session_set_page (session, PIVOT_PAGE_FIRMS);
  pivot_session_set_firm (session, views[view].firm);
  pivot_session_set_list (session, PIVOT_OPTION_COMPARED_FIRMS, others);
  pivot_session_set_word (session, PIVOT_OPTION_ALIGN, views[view].align);
}

/* Words go by LANGUAGE in any locale but C; binding the domain makes the catalogue be looked for again. */
static void
use_language (const char *language)
{
  const char *folder = g_getenv ("PIVOT_TEST_LOCALEDIR");

  g_assert_nonnull (folder);
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static cairo_surface_t *
draw (PivotSession *session,
      gboolean      dark)
{
  PivotSheetOptions options;

  pivot_sheet_options_init (&options);
  options.kind = PIVOT_SHEET_TIMELINE;
  options.width = WIDTH;
  options.height = HEIGHT;
  options.theme = dark ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT;

  return picture_of_sheet (session, &options);
}

static void
assert_drawn_like (PivotSession    *session,
                   gboolean         dark,
                   cairo_surface_t *picture,
                   const char      *name)
{
  cairo_surface_t *again = draw (session, dark);

  assert_same_picture (again, picture, name, "timeline");
  cairo_surface_destroy (again);
}

static void
go_and_return (PivotSession    *session,
               guint            view,
               gboolean         dark,
               cairo_surface_t *picture)
{
  g_autoptr(PivotHistory) history = pivot_history_new (session);
  cairo_surface_t *other;

  apply (session, (view + 1) % G_N_ELEMENTS (views));
  pivot_history_flush (history);
  other = draw (session, dark);
  assert_other_picture (other, picture, views[view].name, "the next");
  cairo_surface_destroy (other);

  pivot_history_back (history);
  assert_drawn_like (session, dark, picture, views[view].name);
}

static void
draw_views (PivotSession    *session,
            const char      *language,
            gboolean         dark,
            cairo_surface_t *pictures[G_N_ELEMENTS (views)])
{
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      g_autofree char *name = g_strconcat (views[v].name, "-", language, NULL);
      g_autoptr(PivotSession) copy = NULL;

      apply (session, v);
      pictures[v] = draw (session, dark);
      check_picture (pictures[v], name, dark ? "dark" : "light");
      copy = open_copy (session);
      assert_drawn_like (copy, dark, pictures[v], name);
      go_and_return (session, v, dark, pictures[v]);
    }
}

static void
test_pairs (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  cairo_surface_t *english[G_N_ELEMENTS (views)], *chinese[G_N_ELEMENTS (views)];

  use_language ("en");
  draw_views (fixture->session, "en", dark, english);
  use_language ("zh_CN");
  draw_views (fixture->session, "zh_CN", dark, chinese);

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      assert_other_picture (english[v], chinese[v], views[v].name, "language");
      for (guint w = v + 1; w < G_N_ELEMENTS (views); w++)
        assert_other_picture (english[v], english[w], views[v].name, views[w].name);
    }

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      cairo_surface_destroy (english[v]);
      cairo_surface_destroy (chinese[v]);
    }
}

/* The words of program and dataset are those of the language, or pictures in two languages would be two by chance. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;

  /* From there on it takes the locale that every system has for one that needs no translation. */
  if (g_ascii_strtod (gnu_get_libc_version (), NULL) > 2.385)
    {
      g_test_skip ("this C library translates nothing in the locale C.UTF-8");
      return;
    }

  apply (fixture->session, 1);
  use_language ("en");
  english = pivot_present_timeline_sentence (fixture->session);
  assert_contains (english, "Timeline of Keda");
  use_language ("zh_CN");
  chinese = pivot_present_timeline_sentence (fixture->session);
  assert_contains (chinese, "科达自控");
  assert_lacks (chinese, "Timeline");
}

static gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

/* What is drawn of an item: its time, its sign, its label. The layout's own box has air around these. */
static cairo_rectangle_t
get_box (PivotTimelinePlot         *plot,
         const PivotTimelineLayout *layout,
         const PivotTimelineItem   *item,
         const PivotTextLook       *look)
{
  double left = MIN (item->x0, item->x - layout->radius), right = MAX (item->x1, item->x + layout->radius), height;

  pivot_lettering_measure (plot->letters, look, plot->marks[item->mark].label, NULL, &height);
  if (item->label_width > 0)
    {
      left = MIN (left, item->label_x);
      right = MAX (right, item->label_x + item->label_width);
    }

  return (cairo_rectangle_t) { left, _pivot_timeline_layout_get_y (layout, item->lane, item->level) - height / 2,
                               right - left, height };
}

/* Signs with their labels, what stands for several, the titles of the lanes, and the words under the axis. */
static GArray *
list_boxes (PivotTimelinePlot         *plot,
            const PivotTimelineLayout *layout,
            const PivotStyle          *style)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  cairo_rectangle_t box;

  for (guint i = 0; i < layout->items->len; i++)
    {
      box = get_box (plot, layout, &g_array_index (layout->items, PivotTimelineItem, i), &look);
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < layout->folds->len; i++)
    {
      box = _pivot_timeline_layout_get_fold_box (layout, &g_array_index (layout->folds, PivotTimelineFold, i));
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < plot->n_lanes; i++)
    {
      box = (cairo_rectangle_t) { 0, layout->lanes[i].top, layout->width, layout->lanes[i].title_height };
      if (box.height > 0)
        g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < layout->ticks.n; i++)
    {
      const PivotTimeTick *tick = &layout->ticks.ticks[i];

      look.bold = tick->strong;
      pivot_lettering_measure (plot->letters, &look, tick->label, &box.width, &box.height);
      box.x = _pivot_timeline_layout_project (layout, tick->value) - box.width / 2;
      box.x = CLAMP (box.x, 1, layout->width - box.width - 1);
      box.y = layout->area.y + layout->area.height;
      g_array_append_val (boxes, box);
    }

  return boxes;
}

static void
check_labels (PivotTimelinePlot *plot,
              const PivotStyle  *style,
              double             width,
              double             height,
              const char        *name)
{
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (plot, style, width, height);
  g_autoptr(GArray) boxes = list_boxes (plot, layout, style);

  g_assert_cmpuint (layout->items->len + layout->folded->len, ==, plot->n_marks);
  g_assert_cmpuint (layout->ticks.n, >=, 2);
  for (guint i = 0; i < boxes->len; i++)
    {
      const cairo_rectangle_t *one = &g_array_index (boxes, cairo_rectangle_t, i);

      if (one->x < -0.01 || one->x + one->width > width + 0.01)
        g_error ("%s at %g × %g: box %u leaves the plot at %g", name, width, height, i, one->x);
      for (guint k = i + 1; k < boxes->len; k++)
        if (overlap (one, &g_array_index (boxes, cairo_rectangle_t, k)))
          g_error ("%s at %g × %g: boxes %u and %u of %u overlap", name, width, height, i, k, boxes->len);
    }
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  const char *language = data;

  use_language (language);
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      g_autoptr(PivotTimelinePlot) plot = pivot_timeline_plot_new ();
      double height;

      apply (fixture->session, v);
      pivot_present_timeline (fixture->session, &fixture->style, plot);
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        check_labels (plot, &fixture->style, sizes[s].width, sizes[s].height, views[v].name);

      /* As high as it wants to be, nothing is left without its name. */
      height = pivot_timeline_plot_measure_height (plot, &fixture->style, 860);
      check_labels (plot, &fixture->style, 860, height, views[v].name);
      g_assert_cmpuint (_pivot_timeline_plot_lay_out (plot, &fixture->style, 860, height)->folded->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/firm-pictures/pairs/light", Fixture, GINT_TO_POINTER (FALSE), set_up, test_pairs, tear_down);
  g_test_add ("/firm-pictures/pairs/dark", Fixture, GINT_TO_POINTER (TRUE), set_up, test_pairs, tear_down);
  g_test_add ("/firm-pictures/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/firm-pictures/labels/en", Fixture, "en", set_up, test_labels, tear_down);
  g_test_add ("/firm-pictures/labels/zh_CN", Fixture, "zh_CN", set_up, test_labels, tear_down);

  return g_test_run ();
}
