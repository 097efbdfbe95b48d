/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "pivot-frame.h"

#define PAD 10.0          /* between the drawing's edge and its texts */
/* One tick alone says nothing of a scale: so many are asked for until two are inside. */
#define MAX_TICKS_FOR_TWO 6
#define GAP 6.0           /* between ticks and their labels, lines of text */
#define X_SPACING 64.0    /* a tick label wants about so much */
#define Y_SPACING 42.0
#define RANGE_PADDING 0.06

/* Axes that go as far as this are written in millions and billions: shorter numbers are written out, as those beside marks are,
 * and an axis that counts millions already has no "M" of its own. */
#define LEAST_LONG 1e7
#define MILLION 1e6
#define BILLION 1e9

#define NARROW_SPACE "\342\200\257" /* U+202F */

/**
 * pivot_axis_pad_range: (skip)
 * @min: (inout): least value
 * @max: (inout): greatest value
 *
 * Widens the range of the data to the range of an axis.
 *
 * Marks keep off the edges, and a range that begins near zero begins at zero. The range is never empty.
 */
void
pivot_axis_pad_range (double *min,
                      double *max)
{
  double span = *max - *min;
  double padding;

  if (!(span > 0))
    {
      padding = *max != 0 ? fabs (*max) * 0.5 : 1;
      *min -= padding;
      *max += padding;
      return;
    }

  padding = span * RANGE_PADDING;

  if (*min >= 0 && *min < span * 0.4)
    *min = *min < padding ? MIN (0, *min - padding * 0.5) : 0;
  else
    *min -= padding;

  if (*max <= 0 && -*max < span * 0.4)
    *max = 0;
  else
    *max += padding;
}

/* Decimals that a value and what follows it at equal steps need: 2.5 needs one, 20 none. */
static int
count_decimals (double value,
                double step)
{
  for (int decimals = 0; decimals < 9; decimals++)
    {
      double power = pow (10, decimals);

      if (fabs (value * power - round (value * power)) < 1e-4 * step * power &&
          fabs (step * power - round (step * power)) < 1e-4 * step * power)
        return decimals;
    }

  return 9;
}

/* Languages group digits in their own way: 10⁸ is a word of its own in Chinese, 10⁹ is none. */
static double
read_unit (const char *digits,
           double      fallback)
{
  double unit = g_ascii_strtod (digits, NULL);

  return unit > 1 ? unit : fallback;
}

/* Digits in threes also where the locale has no grouping, as the numbers beside marks are written. */
static char *
group (const char *digits)
{
  const struct lconv *conventions = localeconv ();
  const char *separator = g_str_equal (conventions->decimal_point, ".") ? "," : NARROW_SPACE;
  gsize n_digits = strspn (digits, "0123456789");
  GString *string = g_string_new (digits);

  if (*conventions->thousands_sep == '\0')
    for (gsize at = n_digits; at > 3; at -= 3)
      g_string_insert (string, (gssize) at - 3, separator);

  return g_string_free (string, FALSE);
}

static char *
format_tick (double   value,
             double   first,
             double   step,
             double   greatest,
             gboolean brief)
{
  /* Translators: what "bn" in "%s bn" counts, in digits. Where ten thousands are counted, this may be 100000000. */
  double billion = read_unit (C_("axis unit", "1000000000"), BILLION);
  /* Translators: what "M" in "%s M" counts, in digits. Where ten thousands are counted, this may be 10000. */
  double million = read_unit (C_("axis unit", "1000000"), MILLION);
  double unit = greatest < (brief ? million : LEAST_LONG) ? 1 : greatest >= billion ? billion : million;
  /* Steps of 1 may begin at 0.5. */
  int decimals = count_decimals (first / unit, step / unit);
  g_autofree char *digits = NULL;
  g_autofree char *grouped = NULL;
  g_autofree char *number = NULL;

  /* Avoids a negative zero, and a "0 M". */
  if (fabs (value) < step * 1e-6)
    return g_strdup ("0");

  digits = g_strdup_printf ("%'.*f", decimals, fabs (value) / unit);
  grouped = group (digits);
  number = g_strconcat (value < 0 ? "−" : "", grouped, NULL);

  if (unit == billion)
    /* Translators: a number of billions (10⁹) at an axis, short: "1.5 bn" */
    return g_strdup_printf (_("%s bn"), number);
  if (unit == million)
    /* Translators: a number of millions at an axis, short: "20 M" */
    return g_strdup_printf (_("%s M"), number);

  return g_steal_pointer (&number);
}

void
pivot_axis_clear (PivotAxis *axis)
{
  for (guint i = 0; i < PIVOT_TICKS_MAX; i++)
    g_clear_pointer (&axis->labels[i], g_free);
  axis->ticks.n = 0;
}

/**
 * pivot_axis_set_ticks: (skip)
 * @axis: an axis with its range
 * @wanted: about how many ticks
 *
 * Finds the ticks within the range, and their labels in the locale.
 */
void
pivot_axis_set_ticks (PivotAxis *axis,
                      guint      wanted)
{
  double slack = (axis->max - axis->min) * 1e-9;
  PivotTicks ticks = { 0 };
  double step, greatest;

  pivot_axis_clear (axis);
  pivot_ticks_init (&ticks, axis->min, axis->max, wanted);
  axis->ticks.decimals = ticks.decimals;

  for (guint i = 0; i < ticks.n; i++)
    if (ticks.values[i] >= axis->min - slack && ticks.values[i] <= axis->max + slack)
      axis->ticks.values[axis->ticks.n++] = ticks.values[i];

  if (axis->ticks.n == 0)
    return;

  /* There are always two; one of them may be outside. */
  step = ticks.values[1] - ticks.values[0];
  greatest = MAX (fabs (axis->ticks.values[0]), fabs (axis->ticks.values[axis->ticks.n - 1]));
  for (guint i = 0; i < axis->ticks.n; i++)
    axis->labels[i] = format_tick (axis->ticks.values[i], axis->ticks.values[0], step, greatest, axis->brief);
}

static double
widest_label (const PivotAxis     *axis,
              PivotLettering      *letters,
              const PivotTextLook *look)
{
  double widest = 0;

  for (guint i = 0; i < axis->ticks.n; i++)
    {
      double width;

      pivot_lettering_measure (letters, look, axis->labels[i], &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

/* As many x ticks as have room for their labels. */
static void
fit_x_ticks (PivotFrame          *self,
             PivotLettering      *letters,
             const PivotTextLook *look,
             double               scale)
{
  guint wanted = CLAMP (lround (self->area.width / (X_SPACING * scale)), 2, 10);

  for (; wanted >= 2; wanted--)
    {
      double apart;

      pivot_axis_set_ticks (&self->x, wanted);
      if (self->x.ticks.n < 2)
        return;

      apart = (self->x.ticks.values[1] - self->x.ticks.values[0]) / (self->x.max - self->x.min) * self->area.width;
      if (widest_label (&self->x, letters, look) + 2 * GAP * scale <= apart)
        return;
    }
}

/* The caption goes to the left of the x title if both have room, else below it. */
static double
place_caption (PivotFrame            *self,
               PivotLettering        *letters,
               const PivotStyle      *style,
               const PivotFrameTexts *texts)
{
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  PivotTextLook title = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double pad = PAD * style->scale;
  double room = self->width - 2 * pad;
  double caption_width, title_width, height;

  pivot_lettering_measure (letters, &small, texts->caption, &caption_width, &height);
  pivot_lettering_measure (letters, &title, texts->x_title, &title_width, NULL);
  self->caption_width = room;

  if (texts->caption[0] == '\0')
    return 0;

  self->caption_top = self->height - pad * 0.7 - height;
  if (caption_width + title_width + 4 * pad <= room)
    {
      /* On one line with the title. */
      self->caption_top = self->height - pad * 0.7 - self->title_height + (self->title_height - height) * 0.75;
      return 0;
    }

  return height + GAP * 0.5 * style->scale;
}

/**
 * pivot_frame_layout: (skip)
 * @self: a frame whose axes have their ranges
 * @letters: to measure with
 * @style: how it looks
 * @texts: titles and caption
 * @width: width of the drawing
 * @height: height of the drawing
 *
 * Finds ticks, their labels, and the area that is left for data.
 */
void
pivot_frame_layout (PivotFrame            *self,
                    PivotLettering        *letters,
                    const PivotStyle      *style,
                    const PivotFrameTexts *texts,
                    double                 width,
                    double                 height)
{
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  PivotTextLook title = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double pad = PAD * style->scale;
  double gap = GAP * style->scale;
  double below;
  guint wanted;

  self->width = width;
  self->height = height;
  pivot_lettering_measure (letters, &small, "0", NULL, &self->tick_height);
  pivot_lettering_measure (letters, &title, "X", NULL, &self->title_height);

  self->area.y = pad * 0.7 + gap + (texts->y_title[0] != '\0' ? self->title_height : 0) + self->tick_height * 0.25;
  below = gap + self->tick_height + pad * 0.7 + place_caption (self, letters, style, texts);
  if (texts->x_title[0] != '\0' || texts->caption[0] != '\0')
    below += self->title_height + gap * 0.5;
  self->area.height = MAX (1, height - self->area.y - below);

  wanted = CLAMP (lround (self->area.height / (Y_SPACING * style->scale)), 2, 10);
  do
    pivot_axis_set_ticks (&self->y, wanted);
  while (self->y.ticks.n < 2 && wanted++ < MAX_TICKS_FOR_TWO);
  self->area.x = pad + widest_label (&self->y, letters, &small) + gap;
  self->area.width = MAX (1, width - self->area.x - pad * 1.6);
  fit_x_ticks (self, letters, &small, style->scale);

  /* Whole pixels, so that grid lines are sharp. */
  self->area.width = MAX (1, floor (self->area.x + self->area.width) - ceil (self->area.x));
  self->area.x = ceil (self->area.x);
  self->area.height = MAX (1, floor (self->area.y + self->area.height) - ceil (self->area.y));
  self->area.y = ceil (self->area.y);
}

void
pivot_frame_clear (PivotFrame *self)
{
  pivot_axis_clear (&self->x);
  pivot_axis_clear (&self->y);
}

double
pivot_frame_project_x (const PivotFrame *self,
                       double            x)
{
  return self->area.x + (x - self->x.min) / (self->x.max - self->x.min) * self->area.width;
}

double
pivot_frame_project_y (const PivotFrame *self,
                       double            y)
{
  return self->area.y + self->area.height - (y - self->y.min) / (self->y.max - self->y.min) * self->area.height;
}

static double
sharp (double at,
       double line_width)
{
  return line_width < 1.5 ? floor (at) + 0.5 : at;
}

static void
draw_line (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
draw_x_tick (const PivotFrame    *self,
             PivotLettering      *letters,
             cairo_t             *cr,
             const PivotStyle    *style,
             const PivotTextLook *look,
             guint                i)
{
  double line = MAX (1, style->scale);
  double at = pivot_frame_project_x (self, self->x.ticks.values[i]);
  double x = sharp (at, line);
  double width;

  /* The zero line of an axis that has values on both sides, or begins there, is stronger. */
  gdk_cairo_set_source_rgba (cr, self->x.ticks.values[i] == 0 ? &style->axis : &style->grid);
  draw_line (cr, x, self->area.y, x, self->area.y + self->area.height + GAP * 0.5 * style->scale);

  pivot_lettering_measure (letters, look, self->x.labels[i], &width, NULL);
  pivot_lettering_draw (letters, cr, look, self->x.labels[i], at - width / 2,
                        self->area.y + self->area.height + GAP * style->scale, &style->dim, NULL);
}

static void
draw_y_tick (const PivotFrame    *self,
             PivotLettering      *letters,
             cairo_t             *cr,
             const PivotStyle    *style,
             const PivotTextLook *look,
             guint                i)
{
  double line = MAX (1, style->scale);
  double at = pivot_frame_project_y (self, self->y.ticks.values[i]);
  double y = sharp (at, line);
  double width, height;

  gdk_cairo_set_source_rgba (cr, self->y.ticks.values[i] == 0 ? &style->axis : &style->grid);
  draw_line (cr, self->area.x - GAP * 0.5 * style->scale, y, self->area.x + self->area.width, y);

  pivot_lettering_measure (letters, look, self->y.labels[i], &width, &height);
  pivot_lettering_draw (letters, cr, look, self->y.labels[i], self->area.x - GAP * style->scale - width,
                        at - height / 2, &style->dim, NULL);
}

/* The titles lie flat, the y title above its axis and the x title at the end of its own: nobody has to tilt the head. */
static void
draw_texts (const PivotFrame      *self,
            PivotLettering        *letters,
            cairo_t               *cr,
            const PivotStyle      *style,
            const PivotFrameTexts *texts)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double pad = PAD * style->scale;
  double width;

  look.max_width = MAX (1, self->width - 2 * pad);
  if (texts->y_title[0] != '\0')
    {
      g_autofree char *title = g_strconcat ("↑ ", texts->y_title, NULL);

      pivot_lettering_draw (letters, cr, &look, title, pad, pad * 0.7, &style->foreground, NULL);
    }

  if (texts->x_title[0] != '\0')
    {
      g_autofree char *title = g_strconcat (texts->x_title, " →", NULL);

      pivot_lettering_measure (letters, &look, title, &width, NULL);
      pivot_lettering_draw (letters, cr, &look, title, self->area.x + self->area.width - width + pad * 0.6,
                            self->area.y + self->area.height + GAP * 1.5 * style->scale + self->tick_height,
                            &style->foreground, NULL);
    }

  small.max_width = MAX (1, self->caption_width);
  if (texts->caption[0] != '\0')
    pivot_lettering_draw (letters, cr, &small, texts->caption, pad, self->caption_top, &style->dim, NULL);
}

/**
 * pivot_frame_draw: (skip)
 * @self: a frame with a layout
 * @letters: to write with
 * @cr: where to draw
 * @style: how it looks
 * @texts: titles and caption
 *
 * Draws grid, ticks, titles and caption.
 */
void
pivot_frame_draw (const PivotFrame      *self,
                  PivotLettering        *letters,
                  cairo_t               *cr,
                  const PivotStyle      *style,
                  const PivotFrameTexts *texts)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  cairo_set_line_width (cr, MAX (1, style->scale));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);

  for (guint i = 0; i < self->x.ticks.n; i++)
    if (self->x.ticks.values[i] != 0)
      draw_x_tick (self, letters, cr, style, &look, i);
  for (guint i = 0; i < self->y.ticks.n; i++)
    if (self->y.ticks.values[i] != 0)
      draw_y_tick (self, letters, cr, style, &look, i);

  /* Over the others, which they cross. */
  for (guint i = 0; i < self->x.ticks.n; i++)
    if (self->x.ticks.values[i] == 0)
      draw_x_tick (self, letters, cr, style, &look, i);
  for (guint i = 0; i < self->y.ticks.n; i++)
    if (self->y.ticks.values[i] == 0)
      draw_y_tick (self, letters, cr, style, &look, i);

  draw_texts (self, letters, cr, style, texts);
}
