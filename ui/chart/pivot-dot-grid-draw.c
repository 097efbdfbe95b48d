/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "pivot-dot-grid-private.h"

#define TOP 6.0
#define SIDE 10.0
#define SIGN_RADIUS 5.5
#define LABEL_GAP 6.0
#define MOST_DOT 9.0
#define LEAST_DOT 3.0
#define LEAST_YEAR_LABEL 38.0   /* px from one year's label to the next */
#define MOST_LABEL 0.3          /* of the width, for the names of rows */

/* The least of 1, 2, 5, 10 … with which the fullest cell still has room. */
static guint
choose_unit (PivotDotGridPlot *self,
             guint             room)
{
  static const guint steps[] = { 2, 5, 10 };
  guint most = 0;

  for (guint i = 0; i < self->n_rows * self->n_years; i++)
    most = MAX (most, self->counts[i]);

  for (guint power = 1;; power *= 10)
    {
      if (power == 1 && most <= room)
        return 1;
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        if ((most + steps[i] * power - 1) / (steps[i] * power) <= room || power >= 100000000)
          return steps[i] * power;
    }
}

static double
measure_labels (PivotDotGridPlot *self,
                const PivotStyle *style,
                double           *height)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double widest = 0;

  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &look, "0", NULL, height);
  for (guint i = 0; i < self->n_rows; i++)
    {
      double width;

      pivot_lettering_measure (self->letters, &look, self->rows[i].label, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

/* Dots as large as cells of one event in a year allow, and smaller until heaps fit; then a dot stands for more. */
static void
choose_dots (PivotDotGridPlot *self,
             const PivotStyle *style)
{
  PivotDotGridLayout *layout = &self->layout;
  double least = LEAST_DOT * style->scale;
  double dot = MIN (MOST_DOT * style->scale, MAX (layout->column - 1, 1));
  guint unit;

  for (;; dot *= 0.85)
    {
      layout->across = (guint) MAX (1, floor ((layout->column - 1) / dot));
      layout->up = (guint) MAX (1, floor ((layout->row - 4 * style->scale) / dot));
      unit = choose_unit (self, layout->across * layout->up);
      if (unit == 1 || dot * 0.85 < least)
        break;
    }
  layout->dot = dot;
  layout->unit = unit;
}

const PivotDotGridLayout *
_pivot_dot_grid_plot_lay_out (PivotDotGridPlot *self,
                              const PivotStyle *style,
                              double            width,
                              double            height)
{
  PivotDotGridLayout *layout = &self->layout;
  double label, line;

  if (layout->valid && layout->width == width && layout->height == height && layout->font_size == style->font_size &&
      layout->scale == style->scale && strcmp (layout->font, style->font) == 0)
    return layout;

  label = measure_labels (self, style, &line);
  label = MIN (label, width * MOST_LABEL) + (2 * SIGN_RADIUS + 2 * LABEL_GAP + SIDE) * style->scale;
  layout->area.x = label;
  layout->area.y = TOP * style->scale;
  layout->area.width = MAX (1, width - label - SIDE * style->scale);
  layout->area.height = MAX (1, height - layout->area.y - line - 8 * style->scale);
  layout->row = layout->area.height / MAX (1, self->n_rows);
  layout->column = layout->area.width / MAX (1, self->n_years);
  if (self->n_years > 0)
    choose_dots (self, style);

  layout->width = width;
  layout->height = height;
  layout->font_size = style->font_size;
  layout->scale = style->scale;
  g_strlcpy (layout->font, style->font, sizeof layout->font);
  layout->valid = TRUE;

  return layout;
}

static void
draw_rows (PivotDotGridPlot         *self,
           const PivotDotGridLayout *layout,
           cairo_t                  *cr,
           const PivotStyle         *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double left = SIDE * style->scale, sign = SIGN_RADIUS * style->scale;

  look.max_width = layout->area.x - left - 2 * sign - 2 * LABEL_GAP * style->scale + 1;
  for (guint i = 0; i < self->n_rows; i++)
    {
      double bottom = floor (layout->area.y + (i + 1) * layout->row) - 0.5;
      double height;

      gdk_cairo_set_source_rgba (cr, &style->grid);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, layout->area.x, bottom);
      cairo_line_to (cr, layout->area.x + layout->area.width, bottom);
      cairo_stroke (cr);

      pivot_lettering_measure (self->letters, &look, self->rows[i].label, NULL, &height);
      pivot_sign_draw (cr, style, &self->rows[i].sign, left + sign, bottom - height / 2, sign);
      pivot_lettering_draw (self->letters, cr, &look, self->rows[i].label, left + 2 * sign + LABEL_GAP * style->scale,
                            bottom - height, &style->foreground, NULL);
    }
}

static void
draw_years (PivotDotGridPlot         *self,
            const PivotDotGridLayout *layout,
            cairo_t                  *cr,
            const PivotStyle         *style)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && steps[step] * layout->column < LEAST_YEAR_LABEL * style->scale)
    step++;

  for (guint i = 0; i < self->n_years; i++)
    {
      int year = self->first_year + (int) i;
      g_autofree char *text = NULL;
      double width;

      if (year % steps[step] != 0)
        continue;

      text = g_strdup_printf ("%d", year);
      pivot_lettering_measure (self->letters, &look, text, &width, NULL);
      pivot_lettering_draw (self->letters, cr, &look, text,
                            CLAMP (layout->area.x + (i + 0.5) * layout->column - width / 2, 0, layout->width - width),
                            layout->area.y + layout->area.height + 4 * style->scale, &style->dim, NULL);
    }
}

/* From the bottom up, and in each line from the left. */
static void
draw_heap (PivotDotGridPlot         *self,
           const PivotDotGridLayout *layout,
           cairo_t                  *cr,
           guint                     row,
           guint                     year)
{
  guint n = (_pivot_dot_grid_get_count (self, row, year) + layout->unit - 1) / layout->unit;
  guint across = MIN (layout->across, n);
  double bottom = floor (layout->area.y + (row + 1) * layout->row) - 1.5;
  double left = layout->area.x + (year + 0.5) * layout->column - across * layout->dot / 2;

  for (guint i = 0; i < n; i++)
    {
      double x = left + (i % across + 0.5) * layout->dot;
      double y = bottom - (i / across + 0.5) * layout->dot;

      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, MAX (layout->dot / 2 - 0.5, 0.5), 0, 2 * G_PI);
    }
}

static void
draw_chosen (PivotDotGridPlot         *self,
             const PivotDotGridLayout *layout,
             cairo_t                  *cr,
             const PivotStyle         *style)
{
  GdkRGBA shade = style->accent;
  double x0, x1;

  if (self->chosen_last < self->chosen_first)
    return;

  x0 = layout->area.x + MAX (self->chosen_first - self->first_year, 0) * layout->column;
  x1 = layout->area.x + MIN (self->chosen_last - self->first_year + 1, (int) self->n_years) * layout->column;
  if (x1 <= x0)
    return;

  shade.alpha = 0.16f;
  gdk_cairo_set_source_rgba (cr, &shade);
  cairo_rectangle (cr, x0, layout->area.y, x1 - x0, layout->area.height);
  cairo_fill (cr);
}

static gboolean
is_chosen (PivotDotGridPlot *self,
           guint             year)
{
  int number = self->first_year + (int) year;

  return self->chosen_last < self->chosen_first || (number >= self->chosen_first && number <= self->chosen_last);
}

static void
draw_dots (PivotDotGridPlot         *self,
           const PivotDotGridLayout *layout,
           cairo_t                  *cr,
           const PivotStyle         *style)
{
  GdkRGBA pale;

  pivot_color_mix (&style->paper, &style->mark, 0.35, &pale);
  for (int chosen = 0; chosen < 2; chosen++)
    {
      cairo_new_path (cr);
      for (guint row = 0; row < self->n_rows; row++)
        for (guint year = 0; year < self->n_years; year++)
          if (is_chosen (self, year) == chosen)
            draw_heap (self, layout, cr, row, year);
      gdk_cairo_set_source_rgba (cr, chosen ? &style->mark : &pale);
      cairo_fill (cr);
    }
}

static void
draw_empty (PivotDotGridPlot         *self,
            const PivotDotGridLayout *layout,
            cairo_t                  *cr,
            const PivotStyle         *style)
{
  PivotTextLook look = pivot_lettering_look (style, 1);

  if (self->empty == NULL)
    return;

  look.wrap = TRUE;
  look.max_width = layout->width;
  pivot_lettering_draw (self->letters, cr, &look, self->empty, 0, layout->height / 2, &style->dim, NULL);
}

void
_pivot_dot_grid_plot_draw (PivotPlot        *plot,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);

  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  if (self->n_years == 0)
    {
      draw_empty (self, layout, cr, style);
      return;
    }

  draw_chosen (self, layout, cr, style);
  draw_rows (self, layout, cr, style);
  draw_years (self, layout, cr, style);
  draw_dots (self, layout, cr, style);
}

/* What is selected is shown as chosen years. */
void
_pivot_dot_grid_plot_draw_selection (PivotPlot        *plot,
                                     cairo_t          *cr,
                                     const PivotStyle *style,
                                     double            width,
                                     double            height)
{
}

cairo_rectangle_t
_pivot_dot_grid_get_cell (const PivotDotGridLayout *layout,
                          guint                     row,
                          guint                     year)
{
  return (cairo_rectangle_t) { layout->area.x + year * layout->column, layout->area.y + row * layout->row,
                               layout->column, layout->row };
}

void
_pivot_dot_grid_plot_draw_hover (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotDotGridPlot *self = PIVOT_DOT_GRID_PLOT (plot);
  const PivotDotGridLayout *layout = _pivot_dot_grid_plot_lay_out (self, style, width, height);
  int hovered = pivot_plot_get_hovered (plot);
  cairo_rectangle_t cell;

  if (hovered < 0 || (guint) hovered >= self->n_rows * self->n_years)
    return;

  cell = _pivot_dot_grid_get_cell (layout, (guint) hovered / self->n_years, (guint) hovered % self->n_years);
  gdk_cairo_set_source_rgba (cr, &style->hover);
  cairo_set_line_width (cr, 1.5 * style->scale);
  cairo_rectangle (cr, cell.x, cell.y + 1, MAX (cell.width, 2), cell.height - 2);
  cairo_stroke (cr);
}
