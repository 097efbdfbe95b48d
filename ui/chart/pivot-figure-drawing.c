/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-figure-drawing.h"
#include "pivot-lettering.h"
#include "pivot-series-plot.h"
#include "pivot-statement-plot.h"

#define PAD 14.0
#define GAP 8.0
#define TITLE 1.3           /* sizes of type, relative to body text */
#define PANEL_TITLE 1.0
#define SMALLEST 0.76       /* how far a panel may be squeezed before the last is left out */
#define LARGEST 4.0
#define COMMON 0.6          /* of two spans of time that must be common for them to be aligned */

typedef struct
{
  char            *title;
  PivotPlot       *plot;
  PivotFigureMarks marks;
} Panel;

struct _PivotFigureDrawing
{
  GObject         parent_instance;

  char           *texts[PIVOT_FIGURE_N_TEXTS];
  GPtrArray      *statements;
  GPtrArray      *caveats;
  GArray         *panels;
  gboolean        lost;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotFigureDrawing, pivot_figure_drawing, G_TYPE_OBJECT)

/* How the room is shared out. */
typedef struct
{
  double   inner;              /* width of texts */
  double   top, bottom;        /* heights of the texts above and below the panels */
  gboolean question, statements, caveats;
  guint    n_panels;
  double   squeeze;            /* of the panels' heights */
} Share;

static PivotTextLook
look_of (const PivotStyle *style,
         double            size,
         double            width)
{
  PivotTextLook look = pivot_lettering_look (style, size);

  look.wrap = TRUE;
  look.max_width = MAX (1, width);
  look.flush = PIVOT_FLUSH_LEFT;

  return look;
}

static double
measure_text (PivotFigureDrawing *self,
              const PivotStyle   *style,
              double              size,
              gboolean            bold,
              double              width,
              const char         *text)
{
  PivotTextLook look = look_of (style, size, width);
  double height;

  if (text == NULL || *text == '\0')
    return 0;

  look.bold = bold;
  pivot_lettering_measure (self->letters, &look, text, NULL, &height);

  return height;
}

/* Writes a text if there is one; returns where the next begins. */
static double
write_text (PivotFigureDrawing *self,
            cairo_t            *cr,
            const PivotStyle   *style,
            double              size,
            gboolean            bold,
            double              width,
            const char         *text,
            double              y,
            const GdkRGBA      *color)
{
  PivotTextLook look = look_of (style, size, width);

  if (text == NULL || *text == '\0')
    return y;

  look.bold = bold;
  pivot_lettering_draw (self->letters, cr, &look, text, PAD * style->scale, y, color, NULL);

  return y + measure_text (self, style, size, bold, width, text);
}

static double
measure_list (PivotFigureDrawing *self,
              const PivotStyle   *style,
              GPtrArray          *texts,
              double              size,
              double              width)
{
  double height = 0;

  for (guint i = 0; i < texts->len; i++)
    height += measure_text (self, style, size, FALSE, width - GAP * 1.5 * style->scale, g_ptr_array_index (texts, i)) +
              GAP * 0.5 * style->scale;

  return height;
}

static double
write_list (PivotFigureDrawing *self,
            cairo_t            *cr,
            const PivotStyle   *style,
            GPtrArray          *texts,
            double              size,
            double              width,
            double              y,
            const GdkRGBA      *color)
{
  double indent = GAP * 1.5 * style->scale;

  for (guint i = 0; i < texts->len; i++)
    {
      PivotTextLook bullet = pivot_lettering_look (style, size);

      pivot_lettering_draw (self->letters, cr, &bullet, "•", PAD * style->scale, y, color, NULL);
      cairo_save (cr);
      cairo_translate (cr, indent, 0);
      y = write_text (self, cr, style, size, FALSE, width - indent, g_ptr_array_index (texts, i), y, color);
      cairo_restore (cr);
      y += GAP * 0.5 * style->scale;
    }

  return y;
}

static double
measure_top (PivotFigureDrawing *self,
             const PivotStyle   *style,
             const Share        *share)
{
  double gap = GAP * style->scale, height = PAD * style->scale;

  height += measure_text (self, style, TITLE, TRUE, share->inner, self->texts[PIVOT_FIGURE_TITLE]);
  if (share->question)
    height += gap * 0.3 + measure_text (self, style, 1, FALSE, share->inner, self->texts[PIVOT_FIGURE_QUESTION]);
  height += gap * 0.4 + measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner, self->texts[PIVOT_FIGURE_COVERAGE]);
  if (share->statements)
    height += gap + measure_list (self, style, self->statements, 1, share->inner);

  return height + gap;
}

/* One line of source is enough in a small drawing; in a large one it is never cut. */
static double
measure_bottom (PivotFigureDrawing *self,
                const PivotStyle   *style,
                const Share        *share)
{
  double height = PAD * style->scale;

  if (share->caveats && self->caveats->len > 0)
    height += measure_list (self, style, self->caveats, PIVOT_TEXT_SMALL, share->inner) + GAP * 0.5 * style->scale;

  return height + measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner, self->texts[PIVOT_FIGURE_SOURCE]);
}

static double
measure_panel_title (PivotFigureDrawing *self,
                     const PivotStyle   *style,
                     double              width,
                     guint               i)
{
  const Panel *panel = &g_array_index (self->panels, Panel, i);

  if (panel->title == NULL)
    return 0;

  return GAP * style->scale + measure_text (self, style, PANEL_TITLE, TRUE, width - 2 * PAD * style->scale, panel->title);
}

/* Text has the height that it has; what is drawn may be higher or lower. */
static gboolean
is_elastic (PivotPlot *plot)
{
  return !PIVOT_IS_STATEMENT_PLOT (plot);
}

static double
measure_panels (PivotFigureDrawing *self,
                const PivotStyle   *style,
                double              width,
                guint               n,
                double             *elastic)
{
  double height = 0;

  *elastic = 0;
  for (guint i = 0; i < n; i++)
    {
      PivotPlot *plot = g_array_index (self->panels, Panel, i).plot;
      double one = pivot_plot_measure (plot, style, width);

      height += measure_panel_title (self, style, width, i) + one;
      *elastic += is_elastic (plot) ? one : 0;
    }

  return height;
}

static double
measure_note (PivotFigureDrawing *self,
              const PivotStyle   *style,
              const Share        *share)
{
  return share->n_panels < self->panels->len ? measure_text (self, style, PIVOT_TEXT_SMALL, FALSE, share->inner, "X") : 0;
}

/* Leaves out what has no room: first caveats, then statements and question, then panels from the last. */
static void
share_out (PivotFigureDrawing *self,
           const PivotStyle   *style,
           double              width,
           double              height,
           Share              *share)
{
  double room, needed, elastic;

  *share = (Share) { .inner = width - 2 * PAD * style->scale, .question = TRUE, .statements = TRUE, .caveats = TRUE,
                     .n_panels = self->panels->len };

  for (;;)
    {
      share->top = measure_top (self, style, share);
      share->bottom = measure_bottom (self, style, share) + measure_note (self, style, share);
      needed = measure_panels (self, style, width, share->n_panels, &elastic);
      room = height - share->top - share->bottom;
      share->squeeze = elastic > 0 ? MAX (0, room - (needed - elastic)) / elastic : room >= needed ? 1 : 0;

      if (share->squeeze >= (share->caveats || (share->statements && !self->lost) ? 1 : SMALLEST))
        return;
      if (share->caveats)
        share->caveats = FALSE;
      else if (share->statements && !self->lost)
        share->statements = FALSE;
      else if (share->n_panels > 1)
        share->n_panels--;
      else if (share->question)
        share->question = FALSE;
      else
        return;
    }
}

static gboolean
shares_time (PivotSeriesPlot *one,
             PivotSeriesPlot *other)
{
  double a0, a1, b0, b1, common;

  if (pivot_series_plot_get_along (one) != PIVOT_ALONG_TIME || pivot_series_plot_get_along (other) != PIVOT_ALONG_TIME)
    return FALSE;

  pivot_series_plot_get_range (one, &a0, &a1);
  pivot_series_plot_get_range (other, &b0, &b1);
  common = MIN (a1, b1) - MAX (a0, b0);

  return common > 0 && common >= COMMON * (MAX (a1, b1) - MIN (a0, b0));
}

static PivotSeriesPlot *
get_series_plot (PivotFigureDrawing *self,
                 guint               i)
{
  PivotPlot *plot = g_array_index (self->panels, Panel, i).plot;

  return PIVOT_IS_SERIES_PLOT (plot) ? PIVOT_SERIES_PLOT (plot) : NULL;
}

static void
pivot_figure_drawing_finalize (GObject *object)
{
  PivotFigureDrawing *self = PIVOT_FIGURE_DRAWING (object);

  for (guint i = 0; i < PIVOT_FIGURE_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->caveats);
  g_array_unref (self->panels);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_figure_drawing_parent_class)->finalize (object);
}

static void
pivot_figure_drawing_class_init (PivotFigureDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_figure_drawing_finalize;
}

static void
clear_panel (gpointer data)
{
  Panel *panel = data;

  g_free (panel->title);
  g_object_unref (panel->plot);
}

static void
pivot_figure_drawing_init (PivotFigureDrawing *self)
{
  self->statements = g_ptr_array_new_with_free_func (g_free);
  self->caveats = g_ptr_array_new_with_free_func (g_free);
  self->panels = g_array_new (FALSE, FALSE, sizeof (Panel));
  g_array_set_clear_func (self->panels, clear_panel);
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_figure_drawing_new:
 *
 * Creates a figure without anything in it.
 *
 * Returns: (transfer full): a new figure
 */
PivotFigureDrawing *
pivot_figure_drawing_new (void)
{
  return g_object_new (PIVOT_TYPE_FIGURE_DRAWING, NULL);
}

void
pivot_figure_drawing_set_text (PivotFigureDrawing *self,
                               PivotFigureText     which,
                               const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (which < PIVOT_FIGURE_N_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text);
}

const char *
pivot_figure_drawing_get_text (PivotFigureDrawing *self,
                               PivotFigureText     which)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (which < PIVOT_FIGURE_N_TEXTS, NULL);

  return self->texts[which];
}

void
pivot_figure_drawing_add_statement (PivotFigureDrawing *self,
                                    const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  g_ptr_array_add (self->statements, g_strdup (text));
}

/**
 * pivot_figure_drawing_set_lost:
 * @self: a figure
 * @lost: whether none of its numbers survives
 *
 * Sets whether statements are all that is known.
 */
void
pivot_figure_drawing_set_lost (PivotFigureDrawing *self,
                               gboolean            lost)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  self->lost = lost;
}

gboolean
pivot_figure_drawing_get_lost (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), FALSE);

  return self->lost;
}

void
pivot_figure_drawing_add_caveat (PivotFigureDrawing *self,
                                 const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  g_ptr_array_add (self->caveats, g_strdup (text));
}

guint
pivot_figure_drawing_get_n_statements (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->statements->len;
}

const char *
pivot_figure_drawing_get_statement (PivotFigureDrawing *self,
                                    guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->statements->len, NULL);

  return g_ptr_array_index (self->statements, i);
}

guint
pivot_figure_drawing_get_n_caveats (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->caveats->len;
}

const char *
pivot_figure_drawing_get_caveat (PivotFigureDrawing *self,
                                 guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->caveats->len, NULL);

  return g_ptr_array_index (self->caveats, i);
}

/**
 * pivot_figure_drawing_add_panel:
 * @self: a figure
 * @title: (nullable): what stands above the panel
 * @plot: what it shows
 * @marks: what the ids of its marks count
 *
 * Adds a panel below the others.
 */
void
pivot_figure_drawing_add_panel (PivotFigureDrawing *self,
                                const char         *title,
                                PivotPlot          *plot,
                                PivotFigureMarks    marks)
{
  Panel panel = { g_strdup (title), g_object_ref (plot), marks };

  g_array_append_val (self->panels, panel);
}

guint
pivot_figure_drawing_get_n_panels (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->panels->len;
}

const char *
pivot_figure_drawing_get_panel_title (PivotFigureDrawing *self,
                                      guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->panels->len, NULL);

  return g_array_index (self->panels, Panel, i).title;
}

PivotPlot *
pivot_figure_drawing_get_panel_plot (PivotFigureDrawing *self,
                                     guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->panels->len, NULL);

  return g_array_index (self->panels, Panel, i).plot;
}

PivotFigureMarks
pivot_figure_drawing_get_panel_marks (PivotFigureDrawing *self,
                                      guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), PIVOT_MARKS_POINTS);
  g_return_val_if_fail (i < self->panels->len, PIVOT_MARKS_POINTS);

  return g_array_index (self->panels, Panel, i).marks;
}

/**
 * pivot_figure_drawing_align:
 * @self: a figure
 * @style: how it looks
 * @width: its width
 *
 * Gives panels over about the same time as the first the same span and margins: one time, one place.
 */
void
pivot_figure_drawing_align (PivotFigureDrawing *self,
                            const PivotStyle   *style,
                            double              width)
{
  PivotSeriesPlot *first;
  double min, max, left = 0, right = 0;
  g_autofree gboolean *aligned = NULL;

  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (style != NULL);

  if (self->panels->len < 2 || (first = get_series_plot (self, 0)) == NULL)
    return;

  aligned = g_new0 (gboolean, self->panels->len);
  pivot_series_plot_get_range (first, &min, &max);
  for (guint i = 0; i < self->panels->len; i++)
    {
      PivotSeriesPlot *plot = get_series_plot (self, i);
      double from, to, plot_left, plot_right;

      if (plot == NULL || !(aligned[i] = shares_time (first, plot)))
        continue;
      pivot_series_plot_get_range (plot, &from, &to);
      min = MIN (min, from);
      max = MAX (max, to);
      pivot_series_plot_set_margins (plot, 0, 0);
      pivot_series_plot_get_margins (plot, style, width, pivot_plot_measure (PIVOT_PLOT (plot), style, width),
                                     &plot_left, &plot_right);
      left = MAX (left, plot_left);
      right = MAX (right, plot_right);
    }

  for (guint i = 0; i < self->panels->len; i++)
    if (aligned[i])
      {
        pivot_series_plot_set_margins (get_series_plot (self, i), left, right);
        pivot_series_plot_set_range (get_series_plot (self, i), min, max);
      }
}

/**
 * pivot_figure_drawing_measure:
 * @self: a figure
 * @style: how it looks
 * @width: its width
 *
 * Gets how high everything is together.
 *
 * Returns: the height
 */
double
pivot_figure_drawing_measure (PivotFigureDrawing *self,
                              const PivotStyle   *style,
                              double              width)
{
  double elastic;
  Share share;

  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  pivot_lettering_set_font (self->letters, style);
  share_out (self, style, width, G_MAXDOUBLE / 2, &share);

  return ceil (share.top + share.bottom + measure_panels (self, style, width, share.n_panels, &elastic));
}

static double
draw_panel (PivotFigureDrawing *self,
            cairo_t            *cr,
            const PivotStyle   *style,
            double              width,
            const Share        *share,
            guint               i,
            double              y)
{
  const Panel *panel = &g_array_index (self->panels, Panel, i);
  double height = pivot_plot_measure (panel->plot, style, width);

  if (is_elastic (panel->plot))
    height *= MIN (share->squeeze, LARGEST);
  if (panel->title != NULL)
    write_text (self, cr, style, PANEL_TITLE, TRUE, share->inner, panel->title, y + GAP * style->scale, &style->foreground);
  y += measure_panel_title (self, style, width, i);

  cairo_save (cr);
  cairo_translate (cr, 0, ceil (y));
  cairo_rectangle (cr, 0, 0, width, floor (height));
  cairo_clip (cr);
  pivot_plot_draw (panel->plot, cr, style, width, floor (height));
  cairo_restore (cr);

  return y + height;
}

/**
 * pivot_figure_drawing_draw:
 * @self: a figure
 * @cr: where to draw
 * @style: how it looks
 * @width: width of the drawing
 * @height: height of the drawing
 *
 * Draws the figure. Room that is left over goes to the panels; what has none is left out, and that is said.
 */
void
pivot_figure_drawing_draw (PivotFigureDrawing *self,
                           cairo_t            *cr,
                           const PivotStyle   *style,
                           double              width,
                           double              height)
{
  double gap = GAP * style->scale, y = PAD * style->scale;
  Share share;

  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (cr != NULL && style != NULL);

  pivot_lettering_set_font (self->letters, style);
  pivot_figure_drawing_align (self, style, width);
  share_out (self, style, width, height, &share);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);

  y = write_text (self, cr, style, TITLE, TRUE, share.inner, self->texts[PIVOT_FIGURE_TITLE], y, &style->foreground);
  if (share.question)
    y = write_text (self, cr, style, 1, FALSE, share.inner, self->texts[PIVOT_FIGURE_QUESTION], y + gap * 0.3, &style->foreground);
  y = write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share.inner, self->texts[PIVOT_FIGURE_COVERAGE], y + gap * 0.4,
                  &style->dim);
  if (share.statements)
    write_list (self, cr, style, self->statements, 1, share.inner, y + gap, &style->foreground);

  y = share.top;
  for (guint i = 0; i < share.n_panels; i++)
    y = draw_panel (self, cr, style, width, &share, i, y);

  y = height - share.bottom;
  if (share.n_panels < self->panels->len)
    {
      guint n = self->panels->len - share.n_panels;
      /* Translators: in a drawing that is too small for all of a figure. */
      g_autofree char *note = g_strdup_printf (ngettext ("%u more panel is left out at this size.",
                                                         "%u more panels are left out at this size.", n), n);

      y = write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share.inner, note, y, &style->foreground);
    }
  if (share.caveats && self->caveats->len > 0)
    y = write_list (self, cr, style, self->caveats, PIVOT_TEXT_SMALL, share.inner, y, &style->dim) + gap * 0.5;
  write_text (self, cr, style, PIVOT_TEXT_SMALL, FALSE, share.inner, self->texts[PIVOT_FIGURE_SOURCE], y, &style->dim);
  cairo_restore (cr);
}
