/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-histogram-plot.h"

#include "pivot-lettering.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_BINS 8
#define MAX_BINS 30
#define MAX_CLASSES (PIVOT_HISTOGRAM_MAX_BREAKS + 1)

/* px at scale 1. */
#define SIDE 8.0
#define KNOB 9.0
#define LEAST_BAR 2.0   /* one value among thousands is still seen */

/* How much of what is not of the class pointed at the veil lets through, 1 − this. */
#define VEIL 0.7

/* Each bin counts its values by class, so that a bin with a break in it tells how many lie on which side: no class has a bar
 * without a value of its own. Invariant: counts are those of the values and breaks, unless stale. */
struct _PivotHistogramPlot
{
  PivotPlot       parent_instance;

  double         *values;        /* finite ones */
  guint           n_values;
  double          min, max;      /* min < max, whatever the values are */

  double          breaks[PIVOT_HISTOGRAM_MAX_BREAKS];
  char           *texts[PIVOT_HISTOGRAM_MAX_BREAKS];
  char           *spoken[PIVOT_HISTOGRAM_MAX_BREAKS];
  GdkRGBA         colors[MAX_CLASSES];
  guint           n_breaks;
  double          midpoint;
  char           *least, *greatest;

  gboolean        stale;
  guint           n_bins;
  guint           most;          /* in one bar */
  guint           counts[MAX_BINS][MAX_CLASSES];

  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotHistogramPlot, pivot_histogram_plot, PIVOT_TYPE_PLOT)

/* Where things are, in px. */
typedef struct
{
  double left, right;   /* of the values' range */
  double top, bottom;   /* of the bars */
  double labels;        /* top of the labels below */
} Layout;

static Layout
lay_out (PivotHistogramPlot *self,
         const PivotStyle   *style,
         double              width,
         double              height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double text_width, text_height;
  Layout layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", &text_width, &text_height);

  layout.left = SIDE * style->scale;
  layout.right = MAX (layout.left + 1, width - SIDE * style->scale);
  layout.top = text_height;
  layout.labels = height - text_height;
  layout.bottom = MAX (layout.top + 1, layout.labels - KNOB * style->scale);

  return layout;
}

static double
project (PivotHistogramPlot *self,
         const Layout       *layout,
         double              value)
{
  double part = CLAMP ((value - self->min) / (self->max - self->min), 0, 1);

  return layout->left + part * (layout->right - layout->left);
}

static guint
find_class (PivotHistogramPlot *self,
            double              value)
{
  guint i = 0;

  while (i < self->n_breaks && value >= self->breaks[i])
    i++;

  return i;
}

static void
count (PivotHistogramPlot *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  self->n_bins = CLAMP ((guint) ceil (2 * sqrt (self->n_values)), MIN_BINS, MAX_BINS);
  self->most = 1;
  memset (self->counts, 0, sizeof self->counts);

  for (guint i = 0; i < self->n_values; i++)
    {
      double part = (self->values[i] - self->min) / (self->max - self->min);
      guint bin = MIN ((guint) (part * self->n_bins), self->n_bins - 1);
      guint number = ++self->counts[bin][find_class (self, self->values[i])];

      self->most = MAX (self->most, number);
    }
}

/* The bar of the values of one class in one bin. FALSE if there are none. */
static gboolean
get_bar (PivotHistogramPlot *self,
         const Layout       *layout,
         const PivotStyle   *style,
         guint               bin,
         guint               class_index,
         cairo_rectangle_t  *bar)
{
  double step = (layout->right - layout->left) / self->n_bins;
  double x0 = layout->left + bin * step;
  double x1 = x0 + step;
  guint number = self->counts[bin][class_index];

  if (number == 0)
    return FALSE;

  if (class_index > 0)
    x0 = CLAMP (project (self, layout, self->breaks[class_index - 1]), x0, x1 - style->scale);
  if (class_index < self->n_breaks)
    x1 = CLAMP (project (self, layout, self->breaks[class_index]), x0 + style->scale, x1);

  bar->x = x0;
  bar->width = x1 - x0;
  bar->height = MAX (LEAST_BAR * style->scale, (layout->bottom - layout->top) * number / self->most);
  bar->y = layout->bottom - bar->height;

  return TRUE;
}

static void
draw_bars (PivotHistogramPlot *self,
           const Layout       *layout,
           cairo_t            *cr,
           const PivotStyle   *style)
{
  double line = style->scale;

  cairo_set_line_width (cr, line);
  for (guint bin = 0; bin < self->n_bins; bin++)
    for (guint i = 0; i <= self->n_breaks; i++)
      {
        cairo_rectangle_t bar;
        GdkRGBA outline;

        if (!get_bar (self, layout, style, bin, i, &bar))
          continue;

        pivot_color_mix (&self->colors[i], &style->foreground, 0.45, &outline);
        cairo_rectangle (cr, bar.x + line / 2, bar.y + line / 2, MAX (0, bar.width - line), bar.height);
        gdk_cairo_set_source_rgba (cr, &self->colors[i]);
        cairo_fill_preserve (cr);
        gdk_cairo_set_source_rgba (cr, &outline);
        cairo_stroke (cr);
      }
}

/* A line through the bars, and below them a small house that points at the break. */
static void
draw_handle (PivotHistogramPlot *self,
             const Layout       *layout,
             cairo_t            *cr,
             const PivotStyle   *style,
             guint               i,
             const GdkRGBA      *color,
             const GdkRGBA      *fill)
{
  double x = project (self, layout, self->breaks[i]);
  double half = KNOB * 0.5 * style->scale;
  double top = layout->bottom + style->scale;
  double bottom = layout->bottom + (KNOB - 0.5) * style->scale;

  cairo_set_line_width (cr, (fill == &style->paper ? 1 : 2) * style->scale);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, top);
  cairo_stroke (cr);

  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + half, top + half);
  cairo_line_to (cr, x + half, bottom);
  cairo_line_to (cr, x - half, bottom);
  cairo_line_to (cr, x - half, top + half);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.25 * style->scale);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

/* The midpoint of a diverging measure: a dashed line under a small diamond. */
static void
draw_midpoint (PivotHistogramPlot *self,
               const Layout       *layout,
               cairo_t            *cr,
               const PivotStyle   *style)
{
  const double dashes[] = { 3 * style->scale, 2 * style->scale };
  double x, reach = 3.5 * style->scale;

  if (!(self->midpoint >= self->min && self->midpoint <= self->max))
    return;

  x = project (self, layout, self->midpoint);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_set_line_width (cr, style->scale);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, layout->bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  cairo_move_to (cr, x, layout->top - 2 * reach);
  cairo_line_to (cr, x + reach, layout->top - reach);
  cairo_line_to (cr, x, layout->top);
  cairo_line_to (cr, x - reach, layout->top - reach);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_end (PivotHistogramPlot *self,
          const Layout       *layout,
          cairo_t            *cr,
          const PivotStyle   *style,
          const char         *text,
          gboolean            right)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double width, height;

  if (text == NULL)
    return;

  pivot_lettering_measure (self->letters, &look, text, &width, &height);
  pivot_lettering_draw (self->letters, cr, &look, text, right ? layout->right - width : layout->left, layout->labels,
                        &style->dim, NULL);
}

static void
pivot_histogram_plot_draw (PivotPlot        *plot,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  if (self->n_values == 0)
    return;

  count (self);
  cairo_save (cr);
  draw_bars (self, &layout, cr, style);

  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_set_line_width (cr, style->scale);
  cairo_move_to (cr, layout.left, layout.bottom + style->scale / 2);
  cairo_line_to (cr, layout.right, layout.bottom + style->scale / 2);
  cairo_stroke (cr);

  draw_midpoint (self, &layout, cr, style);
  for (guint i = 0; i < self->n_breaks; i++)
    draw_handle (self, &layout, cr, style, i, &style->foreground, &style->paper);
  draw_end (self, &layout, cr, style, self->least, FALSE);
  draw_end (self, &layout, cr, style, self->greatest, TRUE);
  cairo_restore (cr);
}

/* The value of a handle, above it. */
static void
draw_value (PivotHistogramPlot *self,
            const Layout       *layout,
            cairo_t            *cr,
            const PivotStyle   *style,
            guint               i)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double width, height, x;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, self->texts[i], &width, &height);
  x = project (self, layout, self->breaks[i]) - width / 2;
  x = CLAMP (x, layout->left - SIDE * style->scale, MAX (layout->left - SIDE * style->scale,
                                                         layout->right + SIDE * style->scale - width));
  pivot_lettering_draw (self->letters, cr, &look, self->texts[i], x, layout->top - height, &style->foreground, &style->paper);
}

static void
draw_strong_handle (PivotHistogramPlot *self,
                    const Layout       *layout,
                    cairo_t            *cr,
                    const PivotStyle   *style,
                    guint               i)
{
  draw_handle (self, layout, cr, style, i, &style->foreground, &style->accent);
  draw_value (self, layout, cr, style, i);
}

/* A break that was chosen. Classes are not selected, only pointed at. */
static void
pivot_histogram_plot_draw_selection (PivotPlot        *plot,
                                     cairo_t          *cr,
                                     const PivotStyle *style,
                                     double            width,
                                     double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  if (self->n_values == 0)
    return;

  cairo_save (cr);
  for (guint i = 0; i < self->n_breaks; i++)
    if (pivot_plot_is_selected (plot, i) && pivot_plot_get_hovered (plot) != (int) i)
      draw_strong_handle (self, &layout, cr, style, i);
  cairo_restore (cr);
}

static void
draw_veil (PivotHistogramPlot *self,
           const Layout       *layout,
           cairo_t            *cr,
           const PivotStyle   *style,
           guint               class_index)
{
  GdkRGBA veil = style->paper;

  veil.alpha = VEIL;
  gdk_cairo_set_source_rgba (cr, &veil);
  for (guint bin = 0; bin < self->n_bins; bin++)
    for (guint i = 0; i <= self->n_breaks; i++)
      {
        cairo_rectangle_t bar;

        if (i != class_index && get_bar (self, layout, style, bin, i, &bar))
          cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      }
  cairo_fill (cr);
}

static void
pivot_histogram_plot_draw_hover (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int hovered = pivot_plot_get_hovered (plot);

  if (self->n_values == 0)
    return;

  count (self);
  cairo_save (cr);
  if (hovered >= PIVOT_HISTOGRAM_CLASS)
    draw_veil (self, &layout, cr, style, hovered - PIVOT_HISTOGRAM_CLASS);
  else if (hovered >= 0 && (guint) hovered < self->n_breaks)
    draw_strong_handle (self, &layout, cr, style, hovered);
  cairo_restore (cr);
}

static gboolean
pivot_histogram_plot_hover_extents (PivotPlot         *plot,
                                    const PivotStyle  *style,
                                    double             width,
                                    double             height,
                                    cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return pivot_plot_get_hovered (plot) >= 0 && PIVOT_HISTOGRAM_PLOT (plot)->n_values > 0;
}

/* Handles come before bars: the nearest by x, and of those that lie on each other the one that can still be moved that way. */
static int
find_handle (PivotHistogramPlot *self,
             const Layout       *layout,
             double              x,
             double              max_distance)
{
  double nearest = max_distance;
  int found = -1;

  for (guint i = 0; i < self->n_breaks; i++)
    {
      double at = project (self, layout, self->breaks[i]);
      double distance = fabs (at - x);

      if (distance > nearest || (found >= 0 && distance == nearest && x <= at))
        continue;
      nearest = distance;
      found = i;
    }

  return found;
}

static int
pivot_histogram_plot_find (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width,
                           double            height,
                           double            x,
                           double            y,
                           double            max_distance)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int handle;

  if (self->n_values == 0 || y < 0 || y > height || x < 0 || x > width)
    return -1;

  handle = find_handle (self, &layout, x, max_distance);
  if (handle >= 0)
    return handle;
  if (y > layout.bottom + max_distance)
    return -1;

  return PIVOT_HISTOGRAM_CLASS + (int) find_class (self, pivot_histogram_plot_to_value (self, style, width, x));
}

/* A histogram is not brushed: a rectangle holds no marks. */
static guint *
pivot_histogram_plot_query (PivotPlot        *plot,
                            const PivotStyle *style,
                            double            width,
                            double            height,
                            double            x0,
                            double            y0,
                            double            x1,
                            double            y1,
                            guint            *n)
{
  *n = 0;

  return NULL;
}

static gboolean
pivot_histogram_plot_locate (PivotPlot        *plot,
                             const PivotStyle *style,
                             double            width,
                             double            height,
                             guint             id,
                             double           *x,
                             double           *y)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  if (self->n_values == 0 || id >= self->n_breaks)
    return FALSE;

  *x = project (self, &layout, self->breaks[id]);
  *y = layout.bottom + KNOB / 2 * style->scale;

  return TRUE;
}

static int
pivot_histogram_plot_step (PivotPlot *plot,
                           int        id,
                           int        dx,
                           int        dy)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  gboolean forward = dy != 0 ? dy < 0 : dx >= 0;
  int last = (int) self->n_breaks - 1;

  if (self->n_breaks == 0)
    return -1;
  if (id < 0 || id > last)
    return forward ? 0 : last;

  return CLAMP (id + (forward ? 1 : -1), 0, last);
}

static char *
pivot_histogram_plot_describe (PivotPlot *plot)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, g_dngettext (GETTEXT_PACKAGE, "Histogram of %u value.", "Histogram of %u values.",
                                      self->n_values), self->n_values);
  for (guint i = 0; i < self->n_breaks; i++)
    {
      g_string_append_c (text, ' ');
      /* Translators: number and value of a class break, "Break 2: 4.11 %." */
      g_string_append_printf (text, _("Break %1$u: %2$s."), i + 1, self->spoken[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
pivot_histogram_plot_describe_mark (PivotPlot *plot,
                                    guint      id)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (plot);

  if (id >= self->n_breaks)
    return NULL;

  /* Translators: which class break of how many, and its value: "Break 2 of 4: 4.11 %" */
  return g_strdup_printf (_("Break %1$u of %2$u: %3$s"), id + 1, self->n_breaks, self->spoken[id]);
}

static void
clear_texts (PivotHistogramPlot *self)
{
  for (guint i = 0; i < self->n_breaks; i++)
    {
      g_clear_pointer (&self->texts[i], g_free);
      g_clear_pointer (&self->spoken[i], g_free);
    }
}

static void
pivot_histogram_plot_finalize (GObject *object)
{
  PivotHistogramPlot *self = PIVOT_HISTOGRAM_PLOT (object);

  clear_texts (self);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->least, g_free);
  g_clear_pointer (&self->greatest, g_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);

  G_OBJECT_CLASS (pivot_histogram_plot_parent_class)->finalize (object);
}

static void
pivot_histogram_plot_class_init (PivotHistogramPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_histogram_plot_finalize;

  plot_class->draw = pivot_histogram_plot_draw;
  plot_class->draw_selection = pivot_histogram_plot_draw_selection;
  plot_class->draw_hover = pivot_histogram_plot_draw_hover;
  plot_class->hover_extents = pivot_histogram_plot_hover_extents;
  plot_class->find = pivot_histogram_plot_find;
  plot_class->query = pivot_histogram_plot_query;
  plot_class->locate = pivot_histogram_plot_locate;
  plot_class->step = pivot_histogram_plot_step;
  plot_class->describe = pivot_histogram_plot_describe;
  plot_class->describe_mark = pivot_histogram_plot_describe_mark;
}

static void
pivot_histogram_plot_init (PivotHistogramPlot *self)
{
  self->letters = pivot_lettering_new ();
  self->midpoint = NAN;
  self->max = 1;
  self->stale = TRUE;
}

/**
 * pivot_histogram_plot_new:
 *
 * Creates a histogram without values.
 *
 * Returns: (transfer full): a new plot
 */
PivotHistogramPlot *
pivot_histogram_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_HISTOGRAM_PLOT, NULL);
}

static void
change (PivotHistogramPlot *self)
{
  self->stale = TRUE;
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_histogram_plot_set_values:
 * @self: a histogram
 * @values: (array length=n) (nullable): what is counted; copied
 * @n: how many
 *
 * Sets the values. Those that are not finite are left out.
 */
void
pivot_histogram_plot_set_values (PivotHistogramPlot *self,
                                 const double       *values,
                                 guint               n)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (values != NULL || n == 0);

  g_free (self->values);
  self->values = g_new (double, MAX (1, n));
  self->n_values = 0;
  self->min = INFINITY;
  self->max = -INFINITY;

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        self->values[self->n_values++] = values[i];
        self->min = MIN (self->min, values[i]);
        self->max = MAX (self->max, values[i]);
      }

  if (self->n_values == 0)
    self->min = self->max = 0;
  if (self->min == self->max)
    {
      double room = self->min != 0 ? fabs (self->min) / 2 : 0.5;

      self->min -= room;
      self->max += room;
    }

  change (self);
}

/**
 * pivot_histogram_plot_set_breaks:
 * @self: a histogram
 * @breaks: (array length=n) (nullable): breaks between the classes, ascending; copied
 * @n: how many, 0…8
 * @colors: (array): colours of the n + 1 classes, low to high
 *
 * Sets the classes. A class holds its lower break and not its upper one. Breaks beyond the values stand at their ends.
 */
void
pivot_histogram_plot_set_breaks (PivotHistogramPlot        *self,
                                 const PivotHistogramBreak *breaks,
                                 guint                      n,
                                 const GdkRGBA             *colors)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (breaks != NULL || n == 0);
  g_return_if_fail (n <= PIVOT_HISTOGRAM_MAX_BREAKS);
  g_return_if_fail (colors != NULL);

  clear_texts (self);
  self->n_breaks = n;
  for (guint i = 0; i < n; i++)
    {
      self->breaks[i] = breaks[i].value;
      self->texts[i] = g_strdup (breaks[i].text != NULL ? breaks[i].text : "");
      self->spoken[i] = g_strdup (breaks[i].spoken != NULL ? breaks[i].spoken : self->texts[i]);
    }
  for (guint i = 0; i <= n; i++)
    self->colors[i] = colors[i];

  change (self);
}

/**
 * pivot_histogram_plot_set_midpoint:
 * @self: a histogram
 * @midpoint: the value from which a diverging measure goes both ways, or NaN
 *
 * Sets what is marked as the midpoint. It is not marked outside the values.
 */
void
pivot_histogram_plot_set_midpoint (PivotHistogramPlot *self,
                                   double              midpoint)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));

  if (self->midpoint == midpoint || (isnan (self->midpoint) && isnan (midpoint)))
    return;

  self->midpoint = midpoint;
  change (self);
}

/**
 * pivot_histogram_plot_set_ends:
 * @self: a histogram
 * @least: (nullable): the least value as text
 * @greatest: (nullable): the greatest value as text
 *
 * Sets what stands at the ends of the axis.
 */
void
pivot_histogram_plot_set_ends (PivotHistogramPlot *self,
                               const char         *least,
                               const char         *greatest)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));

  g_free (self->least);
  g_free (self->greatest);
  self->least = g_strdup (least);
  self->greatest = g_strdup (greatest);
  change (self);
}

/**
 * pivot_histogram_plot_get_n_breaks:
 * @self: a histogram
 *
 * Gets how many breaks there are.
 *
 * Returns: 0…8
 */
guint
pivot_histogram_plot_get_n_breaks (PivotHistogramPlot *self)
{
  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  return self->n_breaks;
}

/**
 * pivot_histogram_plot_get_break:
 * @self: a histogram
 * @i: which break
 *
 * Gets a break.
 *
 * Returns: its value
 */
double
pivot_histogram_plot_get_break (PivotHistogramPlot *self,
                                guint               i)
{
  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), NAN);
  g_return_val_if_fail (i < self->n_breaks, NAN);

  return self->breaks[i];
}

/**
 * pivot_histogram_plot_get_range:
 * @self: a histogram
 * @min: (out): left end of the axis
 * @max: (out): right end, greater than @min
 *
 * Gets the range of the axis: that of the values.
 */
void
pivot_histogram_plot_get_range (PivotHistogramPlot *self,
                                double             *min,
                                double             *max)
{
  g_return_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self));
  g_return_if_fail (min != NULL && max != NULL);

  *min = self->min;
  *max = self->max;
}

/**
 * pivot_histogram_plot_to_x:
 * @self: a histogram
 * @style: as given to pivot_plot_draw()
 * @width: as given to pivot_plot_draw()
 * @value: a value; brought into the range
 *
 * Says where a value is.
 *
 * Returns: px from the left
 */
double
pivot_histogram_plot_to_x (PivotHistogramPlot *self,
                           const PivotStyle   *style,
                           double              width,
                           double              value)
{
  double side = SIDE * style->scale;

  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  return side + CLAMP ((value - self->min) / (self->max - self->min), 0, 1) * MAX (1, width - 2 * side);
}

/**
 * pivot_histogram_plot_to_value:
 * @self: a histogram
 * @style: as given to pivot_plot_draw()
 * @width: as given to pivot_plot_draw()
 * @x: px from the left; brought into the range
 *
 * Says which value is at a place.
 *
 * Returns: the value
 */
double
pivot_histogram_plot_to_value (PivotHistogramPlot *self,
                               const PivotStyle   *style,
                               double              width,
                               double              x)
{
  double side = SIDE * style->scale;
  double part;

  g_return_val_if_fail (PIVOT_IS_HISTOGRAM_PLOT (self), 0);

  part = CLAMP ((x - side) / MAX (1, width - 2 * side), 0, 1);

  return self->min + part * (self->max - self->min);
}
