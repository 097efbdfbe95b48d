/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-private.h"

#include <math.h>

static PivotStyle style;

static double
day (int year,
     int month,
     int day_of_month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
check_ticks (double      from,
             double      to,
             guint       wanted,
             const char *expected,
             const char *contexts)
{
  PivotTimeTicks ticks;
  g_autoptr(GString) labels = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);

  pivot_time_ticks_init (&ticks, PIVOT_TIME_DATE, from, to, wanted);
  for (guint i = 0; i < ticks.n; i++)
    {
      g_string_append_printf (labels, "%s%s", i > 0 ? " " : "", ticks.ticks[i].label);
      g_assert_cmpfloat (ticks.ticks[i].value, >=, from);
      g_assert_cmpfloat (ticks.ticks[i].value, <=, to);
    }
  for (guint i = 0; i < ticks.n_contexts; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ticks.contexts[i].label);

  g_assert_cmpstr (labels->str, ==, expected);
  g_assert_cmpstr (names->str, ==, contexts);
}

static void
test_ticks (void)
{
  check_ticks (day (2000, 1, 1), day (2026, 1, 1), 6, "2000 2005 2010 2015 2020 2025", "");
  check_ticks (day (1999, 6, 1), day (2003, 2, 1), 6, "2000 2001 2002 2003", "");
  check_ticks (day (1850, 1, 1), day (2050, 1, 1), 5, "1850 1900 1950 2000 2050", "");
  check_ticks (day (2021, 2, 1), day (2022, 2, 1), 5, "Apr Jul Oct Jan", "2021, 2022");
  check_ticks (day (2020, 2, 25), day (2020, 3, 3), 10, "25 26 27 28 29 1 2 3", "February 2020, March 2020");
  check_ticks (day (2021, 1, 28), day (2021, 2, 28), 8, "1 6 11 16 21 26", "January 2021, February 2021");
}

static void
test_ages (void)
{
  PivotTimeTicks ticks;

  pivot_time_ticks_init (&ticks, PIVOT_TIME_AGE, -1, 26, 8);
  g_assert_cmpuint (ticks.n, ==, 6);
  g_assert_cmpstr (ticks.ticks[0].label, ==, "0");
  g_assert_cmpstr (ticks.ticks[5].label, ==, "25");
  pivot_time_ticks_init (&ticks, PIVOT_TIME_AGE, 1, 2, 4);
  g_assert_cmpstr (ticks.ticks[1].label, ==, "1.25");
}

/* At any zoom there are some ticks, not many, in order, and none closer than a step of the calendar. */
static void
test_any_zoom (void)
{
  double middle = day (2016, 2, 29);

  for (double length = 15; length < 365 * 4000.0; length *= 1.17)
    for (guint wanted = 2; wanted < 24; wanted += 3)
      {
        PivotTimeTicks ticks;
        double from = MAX (1, middle - length / 2);

        pivot_time_ticks_init (&ticks, PIVOT_TIME_DATE, from, from + length, wanted);
        g_assert_cmpuint (ticks.n, <=, wanted + 3);
        for (guint i = 1; i < ticks.n; i++)
          g_assert_cmpfloat (ticks.ticks[i].value, >, ticks.ticks[i - 1].value);
      }
}

static PivotTimelinePlot *
new_random (GRand *random,
            guint  n,
            guint  n_lanes)
{
  PivotTimelinePlot *plot = pivot_timeline_plot_new ();
  g_autofree PivotTimelineMark *marks = g_new0 (PivotTimelineMark, n);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const char *titles[] = { "One", "Another", NULL };

  for (guint i = 0; i < n; i++)
    {
      static const double lengths[] = { 1, 30, 365, 1200 };
      double length = lengths[g_rand_int_range (random, 0, 4)];
      char *label = g_strnfill ((gsize) g_rand_int_range (random, 1, 70), 'n');

      g_ptr_array_add (labels, label);
      marks[i].id = i;
      marks[i].lane = (guint) g_rand_int_range (random, 0, (gint32) n_lanes);
      marks[i].start = day (2000 + g_rand_int_range (random, 0, 24), 1, 1) + g_rand_int_range (random, 0, 300);
      marks[i].end = marks[i].start + length;
      marks[i].label = label;
      marks[i].weight = (guint) g_rand_int_range (random, 0, 5);
    }
  pivot_timeline_plot_set_data (plot, PIVOT_TIME_DATE, titles, n_lanes, marks, n);

  return plot;
}

static gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static void
check_layout (PivotTimelinePlot *plot,
              guint              n_visible,
              double             width,
              double             height)
{
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (plot, &style, width, height);
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  for (guint i = 0; i < layout->items->len; i++)
    {
      const PivotTimelineItem *item = &g_array_index (layout->items, PivotTimelineItem, i);
      cairo_rectangle_t box = _pivot_timeline_layout_get_box (layout, item);

      g_array_append_val (boxes, box);
      g_assert_cmpfloat (box.y, >=, layout->lanes[item->lane].top + layout->lanes[item->lane].title_height - 1);
      g_assert_cmpfloat (box.y + box.height, <=, layout->lanes[item->lane].base);
      if (item->label_width > 0)
        {
          g_assert_cmpfloat (item->label_x, >=, layout->area.x - 0.01);
          g_assert_cmpfloat (item->label_x + item->label_width, <=, layout->area.x + layout->area.width + 0.01);
        }
    }
  for (guint i = 0; i < layout->folds->len; i++)
    {
      cairo_rectangle_t box = _pivot_timeline_layout_get_fold_box (layout, &g_array_index (layout->folds, PivotTimelineFold, i));

      g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      g_assert_false (overlap (&g_array_index (boxes, cairo_rectangle_t, i), &g_array_index (boxes, cairo_rectangle_t, k)));

  g_assert_cmpuint (layout->items->len + layout->folded->len, ==, n_visible);
}

/* Whatever the events, the size and the part that is shown: nothing lies on anything, and nothing is lost. */
static void
test_no_overlap (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20211115);

  for (guint round = 0; round < 150; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 60);
      guint n_lanes = (guint) g_rand_int_range (random, 1, 3);
      g_autoptr(PivotTimelinePlot) plot = new_random (random, n, n_lanes);

      for (guint size = 0; size < 3; size++)
        check_layout (plot, n, g_rand_double_range (random, 300, 1600), g_rand_double_range (random, 170, 700));
    }
}

/* A label is whole, or it goes as far as its level has room. */
static void
test_whole_labels (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20220316);
  guint n_whole = 0, n_cut = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(PivotTimelinePlot) plot = new_random (random, 12, 1);
      const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (plot, &style, 640, 400);
      double end = layout->area.x + layout->area.width;

      for (guint i = 0; i < layout->items->len; i++)
        {
          const PivotTimelineItem *item = &g_array_index (layout->items, PivotTimelineItem, i);
          double left = layout->area.x, right = end;

          if (item->label_width >= plot->widths[item->mark])
            {
              n_whole++;
              continue;
            }

          for (guint k = 0; k < layout->items->len; k++)
            {
              const PivotTimelineItem *other = &g_array_index (layout->items, PivotTimelineItem, k);

              if (other->level == item->level && other->left > item->left)
                right = MIN (right, other->left);
              if (other->level == item->level && other->left < item->left)
                left = MAX (left, other->right);
            }
          n_cut++;
          if (item->label_x >= item->x)
            g_assert_cmpfloat (right - item->label_x - item->label_width, <, 9);
          else
            g_assert_cmpfloat (item->label_x - left, <, 9);
        }
    }
  g_test_message ("%u labels are whole, %u cut", n_whole, n_cut);
  g_assert_cmpuint (n_whole, >, 3 * n_cut);
}

/* Zoomed in, what is out of sight is counted, and what is in it has its place. */
static void
test_range (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autoptr(PivotTimelinePlot) plot = new_random (random, 40, 1);

  for (guint round = 0; round < 60; round++)
    {
      double from = day (2000, 1, 1) + g_rand_double_range (random, 0, 8000);
      const PivotTimelineLayout *layout;

      pivot_timeline_plot_set_range (plot, from, from + g_rand_double_range (random, 20, 3000));
      layout = _pivot_timeline_plot_lay_out (plot, &style, 700, 320);
      g_assert_cmpuint (layout->lanes[0].n_before + layout->lanes[0].n_within + layout->lanes[0].n_after, ==, 40);
      check_layout (plot, layout->lanes[0].n_within, 700, 320);
    }
}

/* Zoom keeps the time under the pointer, and stops at two weeks and at four times the whole. */
static void
test_zoom (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (9);
  g_autoptr(PivotTimelinePlot) plot = new_random (random, 20, 1);
  double from, to, whole_from, whole_to, at = day (2010, 6, 1);

  g_assert_false (pivot_timeline_plot_get_range (plot, &whole_from, &whole_to));
  pivot_timeline_plot_zoom (plot, 0.5, at);
  g_assert_true (pivot_timeline_plot_get_range (plot, &from, &to));
  g_assert_cmpfloat_with_epsilon ((at - from) / (to - from), (at - whole_from) / (whole_to - whole_from), 1e-9);
  for (guint i = 0; i < 60; i++)
    pivot_timeline_plot_zoom (plot, 0.5, at);
  pivot_timeline_plot_get_range (plot, &from, &to);
  g_assert_cmpfloat_with_epsilon (to - from, 14, 1e-6);
  for (guint i = 0; i < 60; i++)
    pivot_timeline_plot_zoom (plot, 2, at);
  pivot_timeline_plot_get_range (plot, &from, &to);
  g_assert_cmpfloat_with_epsilon (to - from, 4 * (whole_to - whole_from), 1);
  pivot_timeline_plot_set_range (plot, NAN, NAN);
  g_assert_false (pivot_timeline_plot_get_range (plot, &from, &to));
}

/* The arrow keys pass each mark once, in order of time, and each has a place on the plot, be it in a fold. */
static void
test_walk (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(PivotTimelinePlot) plot = new_random (random, 50, 1);
  PivotPlot *base = PIVOT_PLOT (plot);
  gboolean seen[50] = { FALSE };
  int id = -1, next;
  guint n = 0;

  for (;; id = next)
    {
      double x, y;

      next = pivot_plot_step (base, id, 1, 0);
      if (next == id)
        break;
      g_assert_false (seen[next]);
      seen[next] = TRUE;
      n++;
      g_assert_true (pivot_plot_locate (base, &style, 500, 200, (guint) next, &x, &y));
      g_assert_cmpint (pivot_plot_find (base, &style, 500, 200, x, y, 20), >=, 0);
    }
  g_assert_cmpuint (n, ==, 50);
}

/* Very many marks are counted by columns, none is lost, and that takes little time. */
static void
test_many (void)
{
  const guint n = 500000;
  g_autofree PivotTimelineMark *marks = g_new0 (PivotTimelineMark, n);
  g_autoptr(PivotTimelinePlot) plot = pivot_timeline_plot_new ();
  const PivotTimelineLayout *layout;
  gint64 begin;

  for (guint i = 0; i < n; i++)
    {
      marks[i] = (PivotTimelineMark) { .id = i, .start = day (1990, 1, 1) + i % 11000, .label = "x" };
      marks[i].end = marks[i].start + 1;
    }
  pivot_timeline_plot_set_data (plot, PIVOT_TIME_DATE, NULL, 1, marks, n);
  begin = g_get_monotonic_time ();
  layout = _pivot_timeline_plot_lay_out (plot, &style, 900, 300);
  g_test_message ("layout of %u marks: %.1f ms", n, (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (layout->items->len, ==, 0);
  g_assert_cmpuint (layout->folded->len, ==, n);
  g_assert_cmpuint (layout->folds->len, <, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pivot_style_init_light (&style);

  g_test_add_func ("/timeline-plot/ticks", test_ticks);
  g_test_add_func ("/timeline-plot/ages", test_ages);
  g_test_add_func ("/timeline-plot/any-zoom", test_any_zoom);
  g_test_add_func ("/timeline-plot/no-overlap", test_no_overlap);
  g_test_add_func ("/timeline-plot/whole-labels", test_whole_labels);
  g_test_add_func ("/timeline-plot/range", test_range);
  g_test_add_func ("/timeline-plot/zoom", test_zoom);
  g_test_add_func ("/timeline-plot/walk", test_walk);
  g_test_add_func ("/timeline-plot/many", test_many);

  return g_test_run ();
}
