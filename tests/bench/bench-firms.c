/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <malloc.h>
#include <string.h>
#include <time.h>

#include "pivot-dataset-loader.h"
#include "pivot-firm-filter.h"
#include "pivot-firm-list.h"
#include "pivot-present-overview.h"
#include "pivot-session-options.h"

/* Measures a dataset of 50,000 firms and 500,000 events: opening it, what it takes in memory, and the list of firms in real frames
 * while somebody types and scrolls. The dataset is made by a program that is given as arguments. */

#define FRAME_MS (1000 / 60.)
#define MAX_BYTES_PER_EVENT 1228.8
#define N_SCROLLS 120
#define SCROLL_PX 90
#define SETTLED_MS 90   /* after which all is painted */

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  malloc_trim (0);
  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "VmRSS:")) == NULL)
    return 0;

  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL) * 1024;
}

static void
report (const char *name,
        const char *unit,
        double      value,
        double      target)
{
  g_print ("%s: %.2f %s (target %.2f)\n", name, value, unit, target);
}

static PivotDataset *
load (const char *path)
{
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  PivotDataset *dataset = pivot_dataset_loader_load (folder, NULL, NULL, &error);

  if (dataset == NULL)
    g_error ("%s: %s", path, error->message);

  return dataset;
}

static PivotDataset *
bench_loading (const char *small,
               const char *large)
{
  g_autoptr(PivotDataset) base = load (small);
  double before = get_memory (), begin = get_ms (CLOCK_MONOTONIC);
  PivotDataset *dataset = load (large);
  guint n_firms = g_list_model_get_n_items (pivot_dataset_get_firms (dataset)), n_events = 0;

  g_print ("opening: %.0f ms\n", get_ms (CLOCK_MONOTONIC) - begin);
  for (guint i = 0; i < n_firms; i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (pivot_dataset_get_firms (dataset), i);

      n_events += g_list_model_get_n_items (pivot_firm_get_events (firm));
    }
  g_print ("%u firms, %u events\n", n_firms, n_events);
  report ("memory for each event, with its share of the firm", "bytes", (get_memory () - before) / n_events, MAX_BYTES_PER_EVENT);

  return dataset;
}

/* Frames */

static gboolean
settled_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs until nothing has been done for a while. Returns what this thread has worked at most in one turn of the main loop, which is
 * what a frame waits for. */
static double
settle (void)
{
  double longest = 0;
  gboolean settled = FALSE;

  g_timeout_add (SETTLED_MS, settled_cb, &settled);
  while (!settled)
    {
      double begin = get_ms (CLOCK_THREAD_CPUTIME_ID);

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_ms (CLOCK_THREAD_CPUTIME_ID) - begin);
    }

  return longest;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report_frames (const char *name,
               GArray     *times)
{
  g_autofree char *median = g_strconcat (name, ", median", NULL);
  g_autofree char *worst = g_strconcat (name, ", worst", NULL);

  g_array_sort (times, compare_doubles);
  report (median, "ms", g_array_index (times, double, times->len / 2), FRAME_MS);
  report (worst, "ms", g_array_index (times, double, times->len - 1), FRAME_MS);
}

static void
bench_typing (PivotSession *session)
{
  static const char * const queries[] = { "keda", "科达", "beijing robots", "tech 4999", "kxd", "zhejiang" };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      for (const char *p = queries[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *typed = g_strndup (queries[i], g_utf8_next_char (p) - queries[i]);
          double ms;

          pivot_session_set_word (session, PIVOT_OPTION_FIRM_FILTER, typed);
          ms = settle ();
          g_array_append_val (times, ms);
        }
      pivot_session_set_word (session, PIVOT_OPTION_FIRM_FILTER, "");
      settle ();
    }

  report_frames ("a key typed in the filter, the longest that the main thread works at once, CPU", times);
}

static GtkScrolledWindow *
find_scrolled (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    return GTK_SCROLLED_WINDOW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *found = find_scrolled (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
bench_scrolling (GtkWidget *list)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (find_scrolled (list));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_SCROLLS; i++)
    {
      double ms;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_PX);
      ms = settle ();
      g_array_append_val (times, ms);
    }

  report_frames ("a step of scrolling, the longest that the main thread works at once, CPU", times);
}

static void
bench_list (PivotDataset *dataset)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotFirmIndex) index = NULL;
  double begin = get_ms (CLOCK_MONOTONIC), before = get_memory ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = g_object_new (PIVOT_TYPE_FIRM_LIST, NULL);

  index = pivot_firm_index_new (dataset, NULL);
  g_print ("preparing the list, in a worker: %.0f ms, %.1f MB\n", get_ms (CLOCK_MONOTONIC) - begin, (get_memory () - before) / 1e6);

  pivot_session_set_dataset (session, dataset);
  pivot_firm_list_set_session (PIVOT_FIRM_LIST (list), session);
  pivot_firm_list_set_index (PIVOT_FIRM_LIST (list), index);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 760);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 10; i++)
    settle ();

  bench_typing (session);
  bench_scrolling (list);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All events at a glance: counted in a worker, drawn as heaps; and the firms with an event in some years. */
static void
bench_events (PivotDataset *dataset)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotDotGridPlot) plot = pivot_dot_grid_plot_new ();
  g_autoptr(PivotEventCounts) counts = NULL;
  g_autoptr(PivotFirmIndex) index = NULL;
  g_autoptr(PivotFirmFilter) filter = pivot_firm_filter_new ();
  const char *years[] = { "years:2015-2018", NULL };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 250);
  cairo_t *cr = cairo_create (surface);
  double begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
  PivotStyle style;

  counts = pivot_event_counts_new (dataset, NULL);
  g_print ("counting all events, in a worker: %.0f ms\n", get_ms (CLOCK_THREAD_CPUTIME_ID) - begin);

  pivot_style_init_light (&style);
  pivot_session_set_dataset (session, dataset);
  begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
  pivot_present_overview (session, &style, counts, plot);
  pivot_plot_draw (PIVOT_PLOT (plot), cr, &style, 900, 250);
  report ("drawing all events at a glance, CPU", "ms", get_ms (CLOCK_THREAD_CPUTIME_ID) - begin, FRAME_MS);

  index = pivot_firm_index_new (dataset, NULL);
  pivot_firm_filter_set_index (filter, index);
  pivot_firm_filter_update (filter);
  pivot_firm_filter_set_facets (filter, years);
  begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
  pivot_firm_filter_update (filter);
  report ("finding the firms with an event in four years, CPU", "ms", get_ms (CLOCK_THREAD_CPUTIME_ID) - begin, FRAME_MS);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *parent = g_dir_make_tmp ("pivot-bench-XXXXXX", NULL);
  g_autofree char *folder = NULL;
  g_autoptr(GSubprocess) maker = NULL;
  g_autoptr(GSubprocess) remover = NULL;
  g_autoptr(PivotDataset) dataset = NULL;
  g_autoptr(GError) error = NULL;

  if (argc != 4)
    g_error ("usage: bench-firms PYTHON MAKE-FIRMS DATASET");

  folder = g_build_filename (parent, "many", NULL);
  maker = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, argv[1], argv[2], argv[3], folder, NULL);
  if (maker == NULL || !g_subprocess_wait_check (maker, NULL, &error))
    g_error ("%s", error->message);

  gtk_init ();
  dataset = bench_loading (argv[3], folder);
  bench_list (dataset);
  bench_events (dataset);

  remover = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-r", parent, NULL);
  if (remover != NULL)
    g_subprocess_wait (remover, NULL, NULL);

  return 0;
}
