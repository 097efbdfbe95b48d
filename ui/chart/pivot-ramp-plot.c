/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ramp-plot.h"

#include "pivot-ticks.h"

#include <math.h>

/* px at scale 1. */
#define SIDE 8.0
#define RUG 9.0
#define GAP 2.0
#define TICK 4.0
#define TICK_DISTANCE 52.0

typedef struct
{
  double left, right;
  double rug;            /* upper end of the strokes */
  double top, bottom;    /* of the bar */
  double labels;         /* upper edge of the tick labels */
} Layout;

struct _PivotRampPlot
{
  PivotMarkPlot   parent_instance;

  GArray         *colors;        /* GdkRGBA */
  GArray         *marks;         /* PivotRampMark, by value */
  double          least, most;
  double          midpoint;
  PivotLettering *letters;       /* the parent's */
  Layout          layout;
};

G_DEFINE_FINAL_TYPE (PivotRampPlot, pivot_ramp_plot, PIVOT_TYPE_MARK_PLOT)

static void
pivot_ramp_plot_lay_out (PivotMarkPlot    *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  Layout *layout = &self->layout;
  double text_height;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, &text_height);

  layout->left = SIDE * style->scale;
  layout->right = MAX (layout->left + 1, width - SIDE * style->scale);
  layout->labels = height - text_height;
  layout->bottom = layout->labels - (TICK + GAP) * style->scale;
  layout->rug = style->scale * 4;
  layout->top = MIN (layout->rug + (RUG + GAP) * style->scale, layout->bottom - 1);
}

static double
project (PivotRampPlot *self,
         double         value)
{
  const Layout *layout = &self->layout;
  double span = self->most / 2 - self->least / 2;
  double part = span > 0 ? CLAMP ((value / 2 - self->least / 2) / span, 0, 1) : 0.5;

  return layout->left + part * (layout->right - layout->left);
}

static double
get_x (PivotRampPlot *self,
       guint          index)
{
  return project (self, g_array_index (self->marks, PivotRampMark, index).value);
}

static void
draw_bar (PivotRampPlot    *self,
          cairo_t          *cr,
          const PivotStyle *style)
{
  const Layout *layout = &self->layout;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (layout->left, 0, layout->right, 0);
  double half = style->scale / 2;

  for (guint i = 0; i < self->colors->len; i++)
    {
      const GdkRGBA *color = &g_array_index (self->colors, GdkRGBA, i);

      cairo_pattern_add_color_stop_rgb (pattern, i / (self->colors->len - 1.0), color->red, color->green, color->blue);
    }
  cairo_rectangle (cr, layout->left, layout->top, layout->right - layout->left, layout->bottom - layout->top);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);

  cairo_rectangle (cr, layout->left + half, layout->top + half, layout->right - layout->left - 2 * half,
                   layout->bottom - layout->top - 2 * half);
  gdk_cairo_set_source_rgba (cr, &style->region_line);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);
}

static void
draw_ticks (PivotRampPlot    *self,
            cairo_t          *cr,
            const PivotStyle *style)
{
  const Layout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double room = layout->right - layout->left;
  double last = -G_MAXDOUBLE;
  PivotTicks ticks;

  if (!(self->most > self->least))
    return;

  pivot_ticks_init (&ticks, self->least, self->most, MAX (2, (guint) (room / (TICK_DISTANCE * style->scale))));
  cairo_set_line_width (cr, style->scale);
  for (guint i = 0; i < ticks.n; i++)
    {
      double x = project (self, ticks.values[i]), width, left;
      g_autofree char *text = NULL;

      if (ticks.values[i] < self->least || ticks.values[i] > self->most)
        continue;

      text = g_strdup_printf ("%s%'.*f", ticks.values[i] < 0 ? "−" : "", (int) ticks.decimals, fabs (ticks.values[i]));
      pivot_lettering_measure (self->letters, &look, text, &width, NULL);
      left = CLAMP (x - width / 2, 0, MAX (0, layout->right + SIDE * style->scale - width));
      gdk_cairo_set_source_rgba (cr, &style->axis);
      cairo_move_to (cr, x, layout->bottom);
      cairo_line_to (cr, x, layout->bottom + TICK * style->scale);
      cairo_stroke (cr);
      if (left < last)
        continue;
      pivot_lettering_draw (self->letters, cr, &look, text, left, layout->labels, &style->dim, NULL);
      last = left + width + 2 * GAP * style->scale;
    }
}

/* As the histogram marks it: a dashed line under a diamond. */
static void
draw_midpoint (PivotRampPlot    *self,
               cairo_t          *cr,
               const PivotStyle *style)
{
  const Layout *layout = &self->layout;
  const double dashes[] = { 3 * style->scale, 2 * style->scale };
  double x, reach = 3.5 * style->scale;

  if (!(self->midpoint >= self->least && self->midpoint <= self->most))
    return;

  x = project (self, self->midpoint);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
  cairo_set_line_width (cr, 1.2 * style->scale);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, layout->top);
  cairo_line_to (cr, x, layout->bottom + TICK * style->scale);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  cairo_move_to (cr, x, layout->bottom - reach);
  cairo_line_to (cr, x + reach, layout->bottom);
  cairo_line_to (cr, x, layout->bottom + reach);
  cairo_line_to (cr, x - reach, layout->bottom);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
pivot_ramp_plot_draw (PivotPlot        *plot,
                      cairo_t          *cr,
                      const PivotStyle *style,
                      double            width,
                      double            height)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  const Layout *layout = &self->layout;

  if (self->colors->len < 2)
    return;

  pivot_ramp_plot_lay_out (PIVOT_MARK_PLOT (self), style, width, height);
  cairo_save (cr);
  draw_bar (self, cr, style);
  draw_ticks (self, cr, style);
  draw_midpoint (self, cr, style);

  for (guint i = 0; i < self->marks->len; i++)
    {
      double x = get_x (self, i);

      cairo_move_to (cr, x, layout->rug);
      cairo_line_to (cr, x, layout->top - GAP / 2);
    }
  gdk_cairo_set_source_rgba (cr, &style->dim);
  cairo_set_line_width (cr, 1.2 * style->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A stronger stroke that goes through the bar, over its casing. */
static void
pivot_ramp_plot_outline (PivotMarkPlot    *plot,
                         cairo_t          *cr,
                         const PivotStyle *style,
                         guint             index,
                         const GdkRGBA    *color)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  double x = get_x (self, index);

  cairo_move_to (cr, x, self->layout.rug - 2 * style->scale);
  cairo_line_to (cr, x, self->layout.bottom);
  pivot_style_stroke_cased (style, cr, color, 2 * style->scale);
}

static cairo_rectangle_t
pivot_ramp_plot_get_box (PivotMarkPlot *plot,
                         guint          index)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);

  return (cairo_rectangle_t) { get_x (self, index), self->layout.rug, 0, self->layout.bottom - self->layout.rug };
}

static int
pivot_ramp_plot_find_mark (PivotMarkPlot *plot,
                           double         x,
                           double         y,
                           double         max_distance)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  double nearest = max_distance;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      double distance = fabs (get_x (self, i) - x);

      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }

  return found;
}

static gboolean
pivot_ramp_plot_is_within (PivotMarkPlot *plot,
                           guint          index,
                           double         x0,
                           double         y0,
                           double         x1,
                           double         y1)
{
  double x = get_x (PIVOT_RAMP_PLOT (plot), index);

  return x >= x0 && x <= x1;
}

/* Up is on: to a greater value. */
static int
pivot_ramp_plot_step (PivotPlot *plot,
                      int        id,
                      int        dx,
                      int        dy)
{
  return PIVOT_PLOT_CLASS (pivot_ramp_plot_parent_class)->step (plot, id, dx, -dy);
}

static void
pivot_ramp_plot_finalize (GObject *object)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (object);

  g_array_unref (self->colors);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (pivot_ramp_plot_parent_class)->finalize (object);
}

static void
pivot_ramp_plot_class_init (PivotRampPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);
  PivotMarkPlotClass *mark_class = PIVOT_MARK_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_ramp_plot_finalize;

  plot_class->draw = pivot_ramp_plot_draw;
  plot_class->step = pivot_ramp_plot_step;

  mark_class->lay_out = pivot_ramp_plot_lay_out;
  mark_class->get_box = pivot_ramp_plot_get_box;
  mark_class->outline = pivot_ramp_plot_outline;
  mark_class->find_mark = pivot_ramp_plot_find_mark;
  mark_class->is_within = pivot_ramp_plot_is_within;
}

static void
pivot_ramp_plot_init (PivotRampPlot *self)
{
  self->colors = g_array_new (FALSE, FALSE, sizeof (GdkRGBA));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PivotRampMark));
  self->midpoint = NAN;
  self->letters = pivot_mark_plot_get_letters (PIVOT_MARK_PLOT (self));
}

/**
 * pivot_ramp_plot_new:
 *
 * Creates a colour scale without colours.
 *
 * Returns: (transfer full): a new plot
 */
PivotRampPlot *
pivot_ramp_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_RAMP_PLOT, NULL);
}

/**
 * pivot_ramp_plot_set_scale:
 * @self: a colour scale
 * @least: value at the left end
 * @most: value at the right end
 * @colors: (array length=n): colours at equal distances from left to right; copied
 * @n: how many; nothing is drawn of fewer than two
 *
 * Sets the values and their colours.
 */
void
pivot_ramp_plot_set_scale (PivotRampPlot *self,
                           double         least,
                           double         most,
                           const GdkRGBA *colors,
                           guint          n)
{
  g_return_if_fail (PIVOT_IS_RAMP_PLOT (self));
  g_return_if_fail (colors != NULL || n == 0);

  self->least = least;
  self->most = most;
  g_array_set_size (self->colors, 0);
  g_array_append_vals (self->colors, colors, n);
  pivot_plot_changed (PIVOT_PLOT (self));
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const PivotRampMark *one = a, *other = b;

  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;

  return (one->id > other->id) - (one->id < other->id);
}

/**
 * pivot_ramp_plot_set_marks:
 * @self: a colour scale
 * @marks: (array length=n): the values there are; copied
 * @n: how many
 *
 * Sets the values, which have finite numbers.
 */
void
pivot_ramp_plot_set_marks (PivotRampPlot       *self,
                           const PivotRampMark *marks,
                           guint                n)
{
  g_return_if_fail (PIVOT_IS_RAMP_PLOT (self));
  g_return_if_fail (marks != NULL || n == 0);

  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks, n);
  g_array_sort (self->marks, compare_marks);
  pivot_mark_plot_clear_marks (PIVOT_MARK_PLOT (self));
  for (guint i = 0; i < n; i++)
    {
      PivotRampMark *mark = &g_array_index (self->marks, PivotRampMark, i);

      mark->text = pivot_mark_plot_add_mark (PIVOT_MARK_PLOT (self), mark->id, mark->text);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_ramp_plot_set_midpoint:
 * @self: a colour scale
 * @midpoint: where it is neutral; NaN if nowhere
 *
 * Sets the midpoint, which is marked if it lies on the scale.
 */
void
pivot_ramp_plot_set_midpoint (PivotRampPlot *self,
                              double         midpoint)
{
  g_return_if_fail (PIVOT_IS_RAMP_PLOT (self));

  self->midpoint = midpoint;
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_ramp_plot_set_description:
 * @self: a colour scale
 * @text: what it shows, in words
 *
 * Sets the sentence for speech.
 */
void
pivot_ramp_plot_set_description (PivotRampPlot *self,
                                 const char    *text)
{
  g_return_if_fail (PIVOT_IS_RAMP_PLOT (self));
  g_return_if_fail (text != NULL);

  pivot_mark_plot_set_description (PIVOT_MARK_PLOT (self), text);
}
