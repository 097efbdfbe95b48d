/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

/* Measures the whole program from outside, on an X server and a bus of its own, next to an empty window. When the first complete frame
 * is there is seen on the screen, in pixels that were learnt from a first, unmeasured start. */

#define N_STARTS 9
#define N_SELECTIONS 60
#define PAUSE_MS 60      /* between two selections: longer than painting one takes */
#define SETTLE_MS 2000
#define PATIENCE_MS 60000
#define GRID 6           /* px between the pixels that are looked at */
#define N_SPOTS 12
#define COLOURED 60      /* from the smallest to the largest of red, green and blue: more than greys and their tints have */

typedef struct
{
  int    x, y;
  gulong pixel;
} Spot;

/* A program, and how its first frame is recognised. */
typedef struct
{
  const char *path;
  gboolean    coloured;          /* only the coloured pixels count: those of the map, not the frame around it */
  Spot        spots[N_SPOTS];
  guint       n_spots;
  double      wall_ms[N_STARTS];
  double      cpu_ms[N_STARTS];
  double      memory_kb[N_STARTS];
} Program;

static Display *display;
static pid_t    running;    /* the program that is being measured, or 0 */

/* Nothing that was started outlives the bench. */
static void G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN
fail (const char *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("bench-program: %s\n", text);
  if (running != 0)
    kill (running, SIGKILL);
  exit (1);
}

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  if (clock_gettime (clock, &now) != 0)
    return 0;

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Of all threads, to the nanosecond. */
static double
get_cpu_ms (pid_t pid)
{
  clockid_t clock;

  return clock_getcpuclockid (pid, &clock) == 0 ? get_ms (clock) : 0;
}

static double
get_peak_memory_kb (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "VmHWM:")) == NULL)
    return 0;

  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (const double *values,
            guint         n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);

  qsort (sorted, n, sizeof *sorted, compare_doubles);

  return sorted[n / 2];
}

static void
report (const char *name,
        const char *unit,
        double      value,
        double      baseline,
        double      target)
{
  g_print ("%s: %.2f %s, baseline %.2f, ratio %.2f (target %.2f)\n", name, value, unit, baseline, value / baseline, target);
}

static pid_t
start (const char *path)
{
  const char *argv[] = { path, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    fail ("%s", error->message);

  running = pid;

  return pid;
}

static void
stop (pid_t pid)
{
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  running = 0;
  /* The window goes with its process, the picture with the window. */
  XClearWindow (display, DefaultRootWindow (display));
  XSync (display, False);
  g_usleep (100 * 1000);
}

/* The screen */

static XImage *
get_picture (int x,
             int y,
             int width,
             int height)
{
  XImage *image = XGetImage (display, DefaultRootWindow (display), x, y, width, height, AllPlanes, ZPixmap);

  if (image == NULL)
    fail ("The screen cannot be read");

  return image;
}

static gboolean
is_coloured (gulong pixel)
{
  int red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;

  return MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue) >= COLOURED;
}

/* Neighbours of the same colour, so that no edge of a line is taken. */
static gboolean
is_plain (XImage *image,
          int     x,
          int     y)
{
  gulong pixel = XGetPixel (image, x, y);

  for (int i = -2; i <= 2; i++)
    if (XGetPixel (image, x + i, y) != pixel || XGetPixel (image, x, y + i) != pixel)
      return FALSE;

  return TRUE;
}

/* Looks at the settled window, and remembers some pixels all over it that the empty screen, which is black, does not have. */
static void
learn_spots (Program *self)
{
  int width = DisplayWidth (display, DefaultScreen (display)), height = DisplayHeight (display, DefaultScreen (display));
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Spot));
  pid_t pid = start (self->path);
  XImage *image;

  g_usleep (SETTLE_MS * 2000);
  image = get_picture (0, 0, width, height);
  for (int y = GRID; y < height - GRID; y += GRID)
    for (int x = GRID; x < width - GRID; x += GRID)
      {
        Spot spot = { x, y, XGetPixel (image, x, y) };

        if ((spot.pixel & 0xffffff) != 0 && is_plain (image, x, y) && (!self->coloured || is_coloured (spot.pixel)))
          g_array_append_val (found, spot);
      }
  XDestroyImage (image);
  stop (pid);

  if (found->len < N_SPOTS)
    fail ("%s: only %u pixels of its window were recognised", self->path, found->len);

  for (self->n_spots = 0; self->n_spots < N_SPOTS; self->n_spots++)
    self->spots[self->n_spots] = g_array_index (found, Spot, self->n_spots * (found->len - 1) / (N_SPOTS - 1));
}

static gboolean
is_shown (const Program *self)
{
  for (guint i = 0; i < self->n_spots; i++)
    {
      XImage *image = get_picture (self->spots[i].x, self->spots[i].y, 1, 1);
      gulong pixel = XGetPixel (image, 0, 0);

      XDestroyImage (image);
      /* The shade of a window that is empty depends on whether it has the focus. */
      if (self->coloured ? pixel != self->spots[i].pixel : (pixel & 0xffffff) == 0)
        return FALSE;
    }

  return TRUE;
}

static pid_t
start_and_wait (const Program *self,
                double        *wall_ms)
{
  double begin = get_ms (CLOCK_MONOTONIC);
  pid_t pid = start (self->path);

  while (!is_shown (self))
    {
      if (get_ms (CLOCK_MONOTONIC) - begin > PATIENCE_MS)
        fail ("%s: its window did not come up as before", self->path);
      g_usleep (1000);
    }
  *wall_ms = get_ms (CLOCK_MONOTONIC) - begin;

  return pid;
}

static void
measure_start (Program *self,
               guint    i)
{
  pid_t pid = start_and_wait (self, &self->wall_ms[i]);

  self->cpu_ms[i] = get_cpu_ms (pid);
  g_usleep (SETTLE_MS * 1000);
  self->memory_kb[i] = get_peak_memory_kb (pid);
  stop (pid);
}

/* Selection */

static void
apply_view (GDBusConnection *bus,
            const char      *view)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_auto(GVariantBuilder) parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_variant_builder_add (&parameters, "v", g_variant_new_string (view));
  answer = g_dbus_connection_call_sync (bus, APP_ID, "/org/pivot/Explorer", "org.gtk.Actions", "Activate",
                                        g_variant_new ("(sava{sv})", "view", &parameters, NULL), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, 10000, NULL, &error);
  if (answer == NULL)
    fail ("%s", error->message);
}

static double
measure_views (GDBusConnection    *bus,
               pid_t               pid,
               const char * const *views,
               guint               n_views)
{
  double begin = get_cpu_ms (pid);

  for (guint i = 0; i < N_SELECTIONS; i++)
    {
      apply_view (bus, views[i % n_views]);
      g_usleep (PAUSE_MS * 1000);
    }

  return (get_cpu_ms (pid) - begin) / N_SELECTIONS;
}

static void
bench_selection (Program *self)
{
  static const char * const selections[] = {
    "{\"selection\": [\"CN-ZJ\"]}", "{\"selection\": [\"CN-SN\"]}", "{\"selection\": [\"CN-GD\"]}", "{\"selection\": [\"CN-BJ\"]}",
  };
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  double wall_ms, idle, selecting;
  pid_t pid;

  if (bus == NULL)
    fail ("There is no bus");

  pid = start_and_wait (self, &wall_ms);
  g_usleep (SETTLE_MS * 1000);
  idle = get_cpu_ms (pid);
  g_usleep (SETTLE_MS * 1000);
  idle = get_cpu_ms (pid) - idle;

  measure_views (bus, pid, selections, G_N_ELEMENTS (selections));
  selecting = measure_views (bus, pid, selections, G_N_ELEMENTS (selections));
  report ("selection of one place, CPU until all views are painted", "ms", selecting, 1000 / 60., 1);
  g_print ("the same selection again, CPU: %.2f ms\n", measure_views (bus, pid, selections, 1));
  g_print ("at rest, CPU a second: %.2f ms\n", idle * 1000 / SETTLE_MS);
  stop (pid);
}

int
main (int   argc,
      char *argv[])
{
  Program ours = { .coloured = TRUE };
  Program empty = { 0 };

  if (argc != 3)
    fail ("usage: bench-program PROGRAM EMPTY-PROGRAM");

  ours.path = argv[1];
  empty.path = argv[2];
  display = XOpenDisplay (NULL);
  if (display == NULL)
    fail ("There is no X server");

  learn_spots (&ours);
  learn_spots (&empty);
  for (guint i = 0; i < N_STARTS; i++)
    {
      measure_start (&empty, i);
      measure_start (&ours, i);
    }

  report ("start to the first frame with the coloured map", "ms", get_median (ours.wall_ms, N_STARTS),
          get_median (empty.wall_ms, N_STARTS), 2);
  report ("start, CPU", "ms", get_median (ours.cpu_ms, N_STARTS), get_median (empty.cpu_ms, N_STARTS), 2);
  report ("peak memory", "MB", get_median (ours.memory_kb, N_STARTS) / 1024, get_median (empty.memory_kb, N_STARTS) / 1024, 1.6);
  bench_selection (&ours);

  XCloseDisplay (display);

  return 0;
}
