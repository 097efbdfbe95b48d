/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-region-painter.h"

/* In px at scale 1. */
#define SWATCH_HEIGHT 13.0
#define SWATCH_WIDTH 104.0
#define KEY_WIDTH 26.0
#define KEY_GAP 7.0
#define LABEL_GAP 4.0
#define ROW_GAP 8.0
#define LABEL_SIZE 0.84

/* Where the parts of the legend come: classes side by side, and keys (no data, limits) beside them or below. */
typedef struct
{
  double swatch_width;
  double label_height;
  double keys_x, keys_y;
  double height;
} Layout;

static double
measure_width (PivotSheet *self,
               const char *text)
{
  PivotTextLook look = pivot_lettering_look (&self->style, LABEL_SIZE);
  double width;

  pivot_lettering_measure (self->letters, &look, text, &width, NULL);

  return width;
}

static char *
get_key (PivotSheet *self,
         gboolean    bounds)
{
  guint n = bounds ? self->legend->n_bounds : self->legend->n_missing;

  if (n == 0)
    return NULL;
  if (bounds)
    /* Translators: legend of a picture: colour of places of whose value only a limit is known, and how many there are. */
    return g_strdup_printf (_("Limit only (%u)"), n);

  /* Translators: legend of a picture: look of places without a value, and how many there are. */
  return g_strdup_printf (_("No data (%u)"), n);
}

static double
measure_keys (PivotSheet *self)
{
  double scale = self->style.scale, width = 0;

  for (int bounds = 0; bounds < 2; bounds++)
    {
      g_autofree char *text = get_key (self, bounds);

      if (text != NULL)
        width += (KEY_WIDTH + KEY_GAP + 18) * scale + measure_width (self, text);
    }

  return width;
}

static void
lay_out (PivotSheet *self,
         double      width,
         Layout     *layout)
{
  const PivotLegend *legend = self->legend;
  double scale = self->style.scale, keys = measure_keys (self);
  PivotTextLook look = pivot_lettering_look (&self->style, LABEL_SIZE);
  double needed = 0, room;

  for (guint i = 0; i < legend->n_classes; i++)
    needed = MAX (needed, measure_width (self, legend->classes[i].text) + 10 * scale);

  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout->label_height);
  layout->swatch_width = MAX (needed, SWATCH_WIDTH * scale);
  room = width - keys - 26 * scale;
  layout->height = legend->n_classes > 0 ? SWATCH_HEIGHT * scale + LABEL_GAP * scale + layout->label_height : 0;
  layout->keys_y = 0;

  if (legend->n_classes == 0)
    {
      layout->keys_x = 0;
      layout->height = keys > 0 ? MAX (SWATCH_HEIGHT * scale, layout->label_height) : 0;
    }
  else if (room >= needed * legend->n_classes)
    {
      layout->swatch_width = MIN (layout->swatch_width, room / legend->n_classes);
      layout->keys_x = layout->swatch_width * legend->n_classes + 26 * scale;
    }
  else
    {
      layout->swatch_width = MIN (layout->swatch_width, width / legend->n_classes);
      layout->keys_x = 0;
      layout->keys_y = layout->height + ROW_GAP * scale;
      if (keys > 0)
        layout->height = layout->keys_y + MAX (SWATCH_HEIGHT * scale, layout->label_height);
    }
}

static void
draw_label (PivotSheet *self,
            cairo_t    *cr,
            const char *text,
            double      x,
            double      y,
            double      width)
{
  PivotTextLook look = pivot_lettering_look (&self->style, LABEL_SIZE);
  double text_width = measure_width (self, text);

  if (width > 0)
    {
      if (text_width > width)
        look.max_width = width;
      x += MAX (0, width - text_width) / 2;
    }
  pivot_lettering_draw (self->letters, cr, &look, text, x, y, &self->style.foreground, NULL);
}

static void
draw_hatching (PivotSheet              *self,
               cairo_t                 *cr,
               const PivotLegendClass  *item,
               const cairo_rectangle_t *box)
{
  if (item->hatching.rising > 0 || item->hatching.falling > 0)
    pivot_hatching_draw (&item->hatching, cr, &item->color, self->style.scale, box);
}

/* Classes of the same colour, as in a legend that is to be coloured, are told apart by a line. */
static void
draw_partitions (PivotSheet   *self,
                 cairo_t      *cr,
                 const Layout *layout,
                 double        height)
{
  const PivotLegend *legend = self->legend;

  gdk_cairo_set_source_rgba (cr, &self->style.region_line);
  cairo_set_line_width (cr, MAX (0.5, 0.6 * self->style.scale));
  for (guint i = 1; i < legend->n_classes; i++)
    if (gdk_rgba_equal (&legend->classes[i].color, &legend->classes[i - 1].color))
      {
        cairo_move_to (cr, i * layout->swatch_width, 0);
        cairo_line_to (cr, i * layout->swatch_width, height);
      }
  cairo_stroke (cr);
}

static void
draw_swatches (PivotSheet   *self,
               cairo_t      *cr,
               const Layout *layout)
{
  const PivotLegend *legend = self->legend;
  const PivotStyle *style = &self->style;
  double height = SWATCH_HEIGHT * style->scale, line = MAX (0.5, 0.6 * style->scale);

  for (guint i = 0; i < legend->n_classes; i++)
    {
      double x = i * layout->swatch_width;

      gdk_cairo_set_source_rgba (cr, &legend->classes[i].color);
      cairo_rectangle (cr, x, 0, layout->swatch_width, height);
      cairo_fill (cr);
      draw_hatching (self, cr, &legend->classes[i], &(cairo_rectangle_t) { x, 0, layout->swatch_width, height });
      draw_label (self, cr, legend->classes[i].text, x, height + LABEL_GAP * style->scale, layout->swatch_width);
    }
  draw_partitions (self, cr, layout, height);

  gdk_cairo_set_source_rgba (cr, &style->region_line);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, line / 2, line / 2, legend->n_classes * layout->swatch_width - line, height - line);
  cairo_stroke (cr);

  if (legend->midpoint > 0)
    {
      double x = legend->midpoint * layout->swatch_width;

      gdk_cairo_set_source_rgba (cr, &style->foreground);
      cairo_rectangle (cr, x - style->scale, -4 * style->scale, 2 * style->scale, height + 8 * style->scale);
      cairo_fill (cr);
    }
}

/* A limit has the colour of its class and a hatch that falls; here it stands on no class's colour. */
static void
draw_bound (PivotSheet *self,
            cairo_t    *cr,
            double      x,
            double      y,
            double      width,
            double      height)
{
  const PivotStyle *style = &self->style;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->reference);
  cairo_set_line_width (cr, style->scale);
  for (double at = x - height; at < x + width; at += 7 * style->scale)
    {
      cairo_move_to (cr, at, y);
      cairo_line_to (cr, at + height, y + height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* One key with its words; gives how wide they are together. */
static double
draw_key (PivotSheet   *self,
          cairo_t      *cr,
          const Layout *layout,
          gboolean      bounds,
          double        x,
          double        y)
{
  const PivotStyle *style = &self->style;
  double scale = style->scale, width = KEY_WIDTH * scale, height = SWATCH_HEIGHT * scale, line = MAX (0.5, 0.6 * scale);
  g_autofree char *text = get_key (self, bounds);

  if (text == NULL)
    return 0;

  if (bounds)
    draw_bound (self, cr, x, y, width, height);
  else
    pivot_region_painter_draw_no_data (cr, style, x, y, width, height);
  gdk_cairo_set_source_rgba (cr, &style->region_line);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, x + line / 2, y + line / 2, width - line, height - line);
  cairo_stroke (cr);
  draw_label (self, cr, text, x + width + KEY_GAP * scale, y + (height - layout->label_height) / 2, 0);

  return width + KEY_GAP * scale + measure_width (self, text);
}

static void
draw_keys (PivotSheet   *self,
           cairo_t      *cr,
           const Layout *layout)
{
  double x = layout->keys_x;

  for (int bounds = 0; bounds < 2; bounds++)
    {
      double width = draw_key (self, cr, layout, bounds, x, layout->keys_y);

      if (width > 0)
        x += width + 18 * self->style.scale;
    }
}

/* A scale without classes has its keys below. */
static double
draw_scale (PivotSheet *self,
            cairo_t    *cr,
            double      width)
{
  double scale = self->style.scale, height = self->scale_height * scale;
  Layout layout = { .keys_y = height + ROW_GAP * scale };
  PivotTextLook look = pivot_lettering_look (&self->style, LABEL_SIZE);

  pivot_lettering_measure (self->letters, &look, "0", NULL, &layout.label_height);
  if (cr != NULL)
    {
      pivot_plot_draw (self->scale, cr, &self->style, MIN (width, self->scale_width * scale), height);
      draw_keys (self, cr, &layout);
    }

  return self->legend->n_missing + self->legend->n_bounds > 0 ? layout.keys_y + layout.label_height : height;
}

double
_pivot_sheet_measure_classes (PivotSheet *self,
                              double      width)
{
  Layout layout;

  if (self->legend == NULL)
    return 0;
  if (self->scale != NULL)
    return draw_scale (self, NULL, width);

  lay_out (self, width, &layout);

  return layout.height;
}

static double
draw_keys_below (PivotSheet   *self,
                 cairo_t      *cr,
                 const Layout *layout)
{
  double y = layout->keys_y;

  for (int bounds = 0; bounds < 2; bounds++)
    if (draw_key (self, cr, layout, bounds, 0, y) > 0)
      y += 23 * self->style.scale;

  return y;
}

void
_pivot_sheet_draw_classes (PivotSheet *self,
                           cairo_t    *cr,
                           double      width)
{
  Layout layout;

  if (self->legend == NULL)
    return;
  if (self->scale != NULL)
    {
      draw_scale (self, cr, width);
      return;
    }

  lay_out (self, width, &layout);
  if (self->legend->n_classes > 0)
    draw_swatches (self, cr, &layout);
  draw_keys (self, cr, &layout);
}

/* Classes from the top down, the highest first, as they lie on a scale; then the keys. */
double
_pivot_sheet_draw_classes_beside (PivotSheet *self,
                                  cairo_t    *cr,
                                  double      width)
{
  const PivotLegend *legend = self->legend;
  const PivotStyle *style = &self->style;
  double scale = style->scale, row = 23 * scale, line = MAX (0.5, 0.6 * scale), x = (KEY_WIDTH + KEY_GAP) * scale;
  Layout layout = { .keys_x = 0 };

  if (legend == NULL)
    return 0;
  if (self->scale != NULL)
    return draw_scale (self, cr, width);

  lay_out (self, width, &layout);
  for (guint i = 0; i < legend->n_classes; i++)
    {
      double y = (legend->n_classes - 1 - i) * row;

      gdk_cairo_set_source_rgba (cr, &legend->classes[i].color);
      cairo_rectangle (cr, 0, y, KEY_WIDTH * scale, row);
      cairo_fill (cr);
      draw_hatching (self, cr, &legend->classes[i], &(cairo_rectangle_t) { 0, y, KEY_WIDTH * scale, row });
      draw_label (self, cr, legend->classes[i].text, x, y + (row - layout.label_height) / 2, 0);
    }

  if (legend->n_classes > 0)
    {
      gdk_cairo_set_source_rgba (cr, &style->region_line);
      cairo_set_line_width (cr, line);
      cairo_rectangle (cr, line / 2, line / 2, KEY_WIDTH * scale - line, legend->n_classes * row - line);
      cairo_stroke (cr);
    }
  if (legend->midpoint > 0)
    {
      gdk_cairo_set_source_rgba (cr, &style->foreground);
      cairo_rectangle (cr, -4 * scale, (legend->n_classes - legend->midpoint) * row - scale, (KEY_WIDTH + 8) * scale, 2 * scale);
      cairo_fill (cr);
    }

  layout.keys_x = 0;
  layout.keys_y = legend->n_classes * row + (legend->n_classes > 0 ? 14 * scale : 0);
  if (legend->n_missing + legend->n_bounds > 0)
    return draw_keys_below (self, cr, &layout);

  return layout.keys_y;
}
