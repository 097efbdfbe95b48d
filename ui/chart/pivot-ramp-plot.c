/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ramp-plot.h"

#include "pivot-lettering.h"
#include "pivot-ticks.h"

#include <math.h>
#include <string.h>

/* px at scale 1. */
#define SIDE 8.0
#define RUG 9.0
#define GAP 2.0
#define TICK 4.0
#define TICK_DISTANCE 52.0

struct _PivotRampPlot
{
  PivotPlot       parent_instance;

  GArray         *colors;        /* GdkRGBA */
  GArray         *marks;         /* PivotRampMark, by value; their texts are in strings */
  GStringChunk   *strings;
  double          least, most;
  double          midpoint;
  char           *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotRampPlot, pivot_ramp_plot, PIVOT_TYPE_PLOT)

typedef struct
{
  double left, right;
  double rug;            /* upper end of the strokes */
  double top, bottom;    /* of the bar */
  double labels;         /* upper edge of the tick labels */
} Layout;

static Layout
lay_out (PivotRampPlot    *self,
         const PivotStyle *style,
         double            width,
         double            height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double text_width, text_height;
  Layout layout;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", &text_width, &text_height);

  layout.left = SIDE * style->scale;
  layout.right = MAX (layout.left + 1, width - SIDE * style->scale);
  layout.labels = height - text_height;
  layout.bottom = layout.labels - (TICK + GAP) * style->scale;
  layout.rug = style->scale * 4;
  layout.top = MIN (layout.rug + (RUG + GAP) * style->scale, layout.bottom - 1);

  return layout;
}

static const PivotRampMark *
get_mark (PivotRampPlot *self,
          guint          i)
{
  return &g_array_index (self->marks, PivotRampMark, i);
}

static int
find_index (PivotRampPlot *self,
            int            id)
{
  for (guint i = 0; id >= 0 && i < self->marks->len; i++)
    if (get_mark (self, i)->id == (guint) id)
      return (int) i;

  return -1;
}

static double
project (PivotRampPlot *self,
         const Layout  *layout,
         double         value)
{
  double span = self->most / 2 - self->least / 2;
  double part = span > 0 ? CLAMP ((value / 2 - self->least / 2) / span, 0, 1) : 0.5;

  return layout->left + part * (layout->right - layout->left);
}

static void
draw_bar (PivotRampPlot    *self,
          const Layout     *layout,
          cairo_t          *cr,
          const PivotStyle *style)
{
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
            const Layout     *layout,
            cairo_t          *cr,
            const PivotStyle *style)
{
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
      double x = project (self, layout, ticks.values[i]), width, left;
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
               const Layout     *layout,
               cairo_t          *cr,
               const PivotStyle *style)
{
  const double dashes[] = { 3 * style->scale, 2 * style->scale };
  double x, reach = 3.5 * style->scale;

  if (!(self->midpoint >= self->least && self->midpoint <= self->most))
    return;

  x = project (self, layout, self->midpoint);
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
draw_stroke (PivotRampPlot *self,
             const Layout  *layout,
             cairo_t       *cr,
             guint          i)
{
  double x = project (self, layout, get_mark (self, i)->value);

  cairo_move_to (cr, x, layout->rug);
  cairo_line_to (cr, x, layout->top - GAP / 2);
}

static void
pivot_ramp_plot_draw (PivotPlot        *plot,
                      cairo_t          *cr,
                      const PivotStyle *style,
                      double            width,
                      double            height)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  if (self->colors->len < 2)
    return;

  cairo_save (cr);
  draw_bar (self, &layout, cr, style);
  draw_ticks (self, &layout, cr, style);
  draw_midpoint (self, &layout, cr, style);

  for (guint i = 0; i < self->marks->len; i++)
    draw_stroke (self, &layout, cr, i);
  gdk_cairo_set_source_rgba (cr, &style->dim);
  cairo_set_line_width (cr, 1.2 * style->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What is pointed at and what is selected: a stronger stroke that goes through the bar, over its casing. */
static void
draw_strong (PivotRampPlot    *self,
             const Layout     *layout,
             cairo_t          *cr,
             const PivotStyle *style,
             guint             i,
             const GdkRGBA    *color)
{
  double x = project (self, layout, get_mark (self, i)->value);

  cairo_move_to (cr, x, layout->rug - 2 * style->scale);
  cairo_line_to (cr, x, layout->bottom);
  pivot_style_stroke_cased (style, cr, color, 2 * style->scale);
}

static void
pivot_ramp_plot_draw_selection (PivotPlot        *plot,
                                cairo_t          *cr,
                                const PivotStyle *style,
                                double            width,
                                double            height)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);

  cairo_save (cr);
  for (guint i = 0; i < self->marks->len; i++)
    if (pivot_plot_is_selected (plot, get_mark (self, i)->id))
      draw_strong (self, &layout, cr, style, i, &style->selection);
  cairo_restore (cr);
}

static void
pivot_ramp_plot_draw_hover (PivotPlot        *plot,
                            cairo_t          *cr,
                            const PivotStyle *style,
                            double            width,
                            double            height)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int i = find_index (self, pivot_plot_get_hovered (plot));

  if (i < 0)
    return;

  cairo_save (cr);
  draw_strong (self, &layout, cr, style, i, &style->hover);
  cairo_restore (cr);
}

static gboolean
pivot_ramp_plot_hover_extents (PivotPlot         *plot,
                               const PivotStyle  *style,
                               double             width,
                               double             height,
                               cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return find_index (PIVOT_RAMP_PLOT (plot), pivot_plot_get_hovered (plot)) >= 0;
}

static int
pivot_ramp_plot_find (PivotPlot        *plot,
                      const PivotStyle *style,
                      double            width,
                      double            height,
                      double            x,
                      double            y,
                      double            max_distance)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  double nearest = max_distance;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      double distance = fabs (project (self, &layout, get_mark (self, i)->value) - x);

      if (distance < nearest)
        {
          nearest = distance;
          found = (int) get_mark (self, i)->id;
        }
    }

  return found;
}

static guint *
pivot_ramp_plot_query (PivotPlot        *plot,
                       const PivotStyle *style,
                       double            width,
                       double            height,
                       double            x0,
                       double            y0,
                       double            x1,
                       double            y1,
                       guint            *n)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  guint *ids = g_new (guint, MAX (1, self->marks->len));

  *n = 0;
  for (guint i = 0; i < self->marks->len; i++)
    {
      double x = project (self, &layout, get_mark (self, i)->value);

      if (x >= MIN (x0, x1) && x <= MAX (x0, x1))
        ids[(*n)++] = get_mark (self, i)->id;
    }

  return ids;
}

static gboolean
pivot_ramp_plot_locate (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        guint             id,
                        double           *x,
                        double           *y)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  Layout layout = lay_out (self, style, width, height);
  int i = find_index (self, (int) id);

  if (i < 0)
    return FALSE;

  *x = project (self, &layout, get_mark (self, i)->value);
  *y = (layout.rug + layout.bottom) / 2;

  return TRUE;
}

static int
pivot_ramp_plot_step (PivotPlot *plot,
                      int        id,
                      int        dx,
                      int        dy)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  gboolean forward = dy != 0 ? dy < 0 : dx >= 0;
  int last = (int) self->marks->len - 1;
  int i = find_index (self, id);

  if (last < 0)
    return -1;

  i = i < 0 ? (forward ? 0 : last) : CLAMP (i + (forward ? 1 : -1), 0, last);

  return (int) get_mark (self, i)->id;
}

static char *
pivot_ramp_plot_describe (PivotPlot *plot)
{
  return g_strdup (PIVOT_RAMP_PLOT (plot)->description);
}

static char *
pivot_ramp_plot_describe_mark (PivotPlot *plot,
                               guint      id)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (plot);
  int i = find_index (self, (int) id);

  return i >= 0 ? g_strdup (get_mark (self, i)->text) : NULL;
}

static void
pivot_ramp_plot_finalize (GObject *object)
{
  PivotRampPlot *self = PIVOT_RAMP_PLOT (object);

  g_array_unref (self->colors);
  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_ramp_plot_parent_class)->finalize (object);
}

static void
pivot_ramp_plot_class_init (PivotRampPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_ramp_plot_finalize;

  plot_class->draw = pivot_ramp_plot_draw;
  plot_class->draw_selection = pivot_ramp_plot_draw_selection;
  plot_class->draw_hover = pivot_ramp_plot_draw_hover;
  plot_class->hover_extents = pivot_ramp_plot_hover_extents;
  plot_class->find = pivot_ramp_plot_find;
  plot_class->query = pivot_ramp_plot_query;
  plot_class->locate = pivot_ramp_plot_locate;
  plot_class->step = pivot_ramp_plot_step;
  plot_class->describe = pivot_ramp_plot_describe;
  plot_class->describe_mark = pivot_ramp_plot_describe_mark;
}

static void
pivot_ramp_plot_init (PivotRampPlot *self)
{
  self->colors = g_array_new (FALSE, FALSE, sizeof (GdkRGBA));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PivotRampMark));
  self->strings = g_string_chunk_new (1024);
  self->description = g_strdup ("");
  self->midpoint = NAN;
  self->letters = pivot_lettering_new ();
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
  g_string_chunk_clear (self->strings);
  g_array_append_vals (self->marks, marks, n);
  for (guint i = 0; i < n; i++)
    {
      PivotRampMark *mark = &g_array_index (self->marks, PivotRampMark, i);

      mark->text = g_string_chunk_insert (self->strings, mark->text);
    }
  g_array_sort (self->marks, compare_marks);
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

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}
