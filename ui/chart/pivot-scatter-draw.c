/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-marks.h"
#include "pivot-scatter-private.h"

/* How much of what is not selected the veil lets through, 1 − this. */
#define VEIL 0.56

/* Of the colours behind the points of a class of two measures. */
#define FIELD_OPACITY 0.18

/* More labels of selected points than these would not be read. */
#define MAX_SELECTED_LABELS 60

#define PILL_PAD_X 6.0
#define PILL_PAD_Y 2.5
#define PILL_OFF 1.5

static PivotMarkLook
mark_look (const PivotScatterPoint *point,
           PivotMarkState           state)
{
  return (PivotMarkLook) {
    .color = point->color,
    .hollow = point->x_bound || point->y_bound,
    .supposed = point->supposed,
    .state = state,
  };
}

static void
draw_line_label (PivotScatterPlot       *self,
                 const PivotScatterLine *line,
                 cairo_t                *cr,
                 const PivotStyle       *style,
                 const char             *label)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  if (!line->labelled)
    return;

  cairo_save (cr);
  cairo_translate (cr, line->label_x, line->label_y);
  cairo_rotate (cr, atan2 (line->y1 - line->y0, line->x1 - line->x0));
  pivot_lettering_draw (self->letters, cr, &look, label, 0, 0, &style->dim, NULL);
  cairo_restore (cr);
}

static void
draw_lines (PivotScatterPlot         *self,
            const PivotScatterLayout *layout,
            cairo_t                  *cr,
            const PivotStyle         *style)
{
  const double dashes[] = { 5 * style->scale, 4 * style->scale };

  gdk_cairo_set_source_rgba (cr, &style->reference);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, 1.25 * style->scale);

  if (layout->parity.shown)
    {
      cairo_move_to (cr, layout->parity.x0, layout->parity.y0);
      cairo_line_to (cr, layout->parity.x1, layout->parity.y1);
      cairo_stroke (cr);
    }

  if (layout->line.shown)
    {
      cairo_set_line_width (cr, 1.5 * style->scale);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (cr, layout->line.x0, layout->line.y0);
      cairo_line_to (cr, layout->line.x1, layout->line.y1);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }

  draw_line_label (self, &layout->parity, cr, style, self->parity_label);
  draw_line_label (self, &layout->line, cr, style, _pivot_scatter_plot_get_line_label ());
}

/* A breath of each class behind its points, and the lines where one third ends. */
static void
draw_thirds (PivotScatterPlot         *self,
             const PivotScatterLayout *layout,
             cairo_t                  *cr,
             const PivotStyle         *style)
{
  const cairo_rectangle_t *area = &layout->frame.area;
  double x[4] = { area->x, 0, 0, area->x + area->width };
  double y[4] = { area->y + area->height, 0, 0, area->y };

  for (guint i = 0; i < 2; i++)
    {
      x[i + 1] = CLAMP (pivot_frame_project_x (&layout->frame, self->x_cuts[i]), x[0], x[3]);
      y[i + 1] = CLAMP (pivot_frame_project_y (&layout->frame, self->y_cuts[i]), y[3], y[0]);
    }

  for (guint id = 0; id < 9; id++)
    {
      GdkRGBA color = self->thirds_colors[id];

      color.alpha = FIELD_OPACITY;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, x[id % 3], y[id / 3 + 1], x[id % 3 + 1] - x[id % 3], y[id / 3] - y[id / 3 + 1]);
      cairo_fill (cr);
    }

  for (guint i = 1; i < 3; i++)
    {
      cairo_move_to (cr, x[i], y[0]);
      cairo_line_to (cr, x[i], y[3]);
      cairo_move_to (cr, x[0], y[i]);
      cairo_line_to (cr, x[3], y[i]);
    }
  gdk_cairo_set_source_rgba (cr, &style->reference);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);
}

static void
draw_points (PivotScatterPlot         *self,
             const PivotScatterLayout *layout,
             cairo_t                  *cr,
             const PivotStyle         *style)
{
  PivotMarks *marks = pivot_marks_begin (cr, style, layout->radius, self->n_points);

  for (guint i = 0; i < self->n_points; i++)
    {
      PivotMarkLook look = mark_look (&self->points[i], PIVOT_MARK_PLAIN);

      pivot_marks_draw (marks, &look, layout->spots[i].x, layout->spots[i].y);
    }

  pivot_marks_end (marks);
}

static void
draw_label (PivotScatterPlot        *self,
            const PivotScatterLabel *label,
            cairo_t                 *cr,
            const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  pivot_lettering_draw (self->letters, cr, &look, self->points[label->index].label, label->box.x, label->box.y,
                        &style->foreground, label->on_line ? &style->paper : NULL);
}

static void
draw_labels (PivotScatterPlot         *self,
             const PivotScatterLayout *layout,
             cairo_t                  *cr,
             const PivotStyle         *style)
{
  for (guint i = 0; i < layout->labels->len; i++)
    draw_label (self, &g_array_index (layout->labels, PivotScatterLabel, i), cr, style);
}

static void
draw_empty (PivotScatterPlot *self,
            cairo_t          *cr,
            const PivotStyle *style,
            double            width,
            double            height)
{
  PivotTextLook look = pivot_lettering_look (style, 1);
  double text_height;

  if (self->empty == NULL)
    return;

  look.wrap = TRUE;
  look.max_width = MAX (1, MIN (width * 0.8, 32 * look.size));
  pivot_lettering_measure (self->letters, &look, self->empty, NULL, &text_height);
  pivot_lettering_draw (self->letters, cr, &look, self->empty, (width - look.max_width) / 2,
                        (height - text_height) / 2, &style->dim, NULL);
}

void
_pivot_scatter_plot_draw (PivotPlot        *plot,
                          cairo_t          *cr,
                          const PivotStyle *style,
                          double            width,
                          double            height)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  PivotFrameTexts texts = _pivot_scatter_plot_get_texts (self);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  pivot_lettering_set_font (self->letters, style);

  if (self->n_points > 0)
    {
      pivot_frame_draw (&layout->frame, self->letters, cr, style, &texts);
      if (self->thirds)
        draw_thirds (self, layout, cr, style);
      draw_lines (self, layout, cr, style);
      draw_points (self, layout, cr, style);
      draw_labels (self, layout, cr, style);
    }
  else
    draw_empty (self, cr, style, width, height);

  cairo_restore (cr);
}

static const PivotScatterLabel *
find_label (const PivotScatterLayout *layout,
            guint                     index)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const PivotScatterLabel *label = &g_array_index (layout->labels, PivotScatterLabel, i);

      if (label->index == index)
        return label;
    }

  return NULL;
}

static void
draw_veil (const PivotScatterLayout *layout,
           cairo_t                  *cr,
           const PivotStyle         *style)
{
  const cairo_rectangle_t *area = &layout->frame.area;
  double reach = ceil (pivot_marks_reach (style, layout->radius, PIVOT_MARK_PLAIN));
  GdkRGBA veil = style->paper;

  veil.alpha *= VEIL;
  gdk_cairo_set_source_rgba (cr, &veil);
  cairo_rectangle (cr, area->x - reach, area->y - reach, area->width + 2 * reach, area->height + 2 * reach);
  cairo_fill (cr);
}

static void
draw_selected_label (PivotScatterPlot         *self,
                     const PivotScatterLayout *layout,
                     PivotLabelField          *field,
                     cairo_t                  *cr,
                     const PivotStyle         *style,
                     guint                     index)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  PivotScatterLabel label = { index };

  if (self->points[index].label == NULL)
    return;

  pivot_lettering_measure (self->letters, &look, self->points[index].label, &label.box.width, &label.box.height);
  if (pivot_label_field_place (field, layout->spots[index].x, layout->spots[index].y, &label.box, &label.on_line))
    draw_label (self, &label, cr, style);
}

/* Labels that stand already keep their place; for the others there is more room now, since the rest is veiled. */
static void
draw_selected_labels (PivotScatterPlot         *self,
                      const PivotScatterLayout *layout,
                      cairo_t                  *cr,
                      const PivotStyle         *style,
                      const guint              *selected,
                      guint                     n)
{
  g_autofree PivotSpot *spots = g_new (PivotSpot, MAX (1, n));
  g_autoptr(PivotPointGrid) grid = NULL;
  g_autoptr(PivotLabelField) field = NULL;

  for (guint i = 0; i < n; i++)
    spots[i] = layout->spots[selected[i]];
  grid = pivot_point_grid_new (spots, n, 24 * style->scale);
  field = pivot_label_field_new (&layout->frame.area, grid, layout->radius);
  _pivot_scatter_layout_add_lines (layout, field);

  for (guint i = 0; i < n; i++)
    {
      const PivotScatterLabel *label = find_label (layout, selected[i]);

      if (label == NULL)
        continue;

      pivot_label_field_take (field, &label->box);
      draw_label (self, label, cr, style);
    }

  for (guint i = 0; i < n && i < MAX_SELECTED_LABELS; i++)
    if (find_label (layout, selected[i]) == NULL)
      draw_selected_label (self, layout, field, cr, style, selected[i]);
}

void
_pivot_scatter_plot_draw_selection (PivotPlot        *plot,
                                    cairo_t          *cr,
                                    const PivotStyle *style,
                                    double            width,
                                    double            height)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  g_autofree guint *selected = g_new (guint, MAX (1, self->n_points));
  PivotMarks *marks;
  guint n = 0;

  for (guint i = 0; i < self->n_points; i++)
    if (pivot_plot_is_selected (plot, self->points[i].id))
      selected[n++] = i;

  if (self->n_points == 0)
    return;

  cairo_save (cr);
  draw_veil (layout, cr, style);
  marks = pivot_marks_begin (cr, style, layout->radius, n);
  for (guint i = 0; i < n; i++)
    {
      PivotMarkLook look = mark_look (&self->points[selected[i]], PIVOT_MARK_SELECTED);

      pivot_marks_draw (marks, &look, layout->spots[selected[i]].x, layout->spots[selected[i]].y);
    }
  pivot_marks_end (marks);

  pivot_lettering_set_font (self->letters, style);
  draw_selected_labels (self, layout, cr, style, selected, n);
  cairo_restore (cr);
}

/* Puts the pill over a label, and off the mark, on the side where the label is. */
static void
place_over_label (const cairo_rectangle_t *label,
                  const PivotSpot         *spot,
                  double                   off,
                  cairo_rectangle_t       *pill)
{
  pill->x = label->x + (label->width - pill->width) / 2;
  pill->y = label->y + (label->height - pill->height) / 2;

  if (label->x > spot->x)
    pill->x = MAX (pill->x, spot->x + off);
  else if (label->x + label->width < spot->x)
    pill->x = MIN (pill->x, spot->x - off - pill->width);
  else if (label->y > spot->y)
    pill->y = MAX (pill->y, spot->y + off);
  else
    pill->y = MIN (pill->y, spot->y - off - pill->height);
}

/* Puts the pill beside a mark where it hides the fewest others. */
static void
place_beside (const PivotScatterLayout *layout,
              const PivotSpot          *spot,
              double                    off,
              cairo_rectangle_t        *pill)
{
  const double middle_x = spot->x - pill->width / 2;
  const double middle_y = spot->y - pill->height / 2;
  const PivotSpot places[] = {
    { spot->x + off, middle_y },
    { spot->x - off - pill->width, middle_y },
    { middle_x, spot->y - off - pill->height },
    { middle_x, spot->y + off },
  };
  guint least = G_MAXUINT;

  pill->x = places[0].x;
  pill->y = places[0].y;

  for (guint i = 0; i < G_N_ELEMENTS (places) && least > 0; i++)
    {
      double right = places[i].x + pill->width;
      double bottom = places[i].y + pill->height;
      guint n = pivot_point_grid_count (layout->grid, places[i].x - layout->radius, places[i].y - layout->radius,
                                        right + layout->radius, bottom + layout->radius);

      if (n < least && places[i].x >= 1 && places[i].y >= 1 && right < layout->width && bottom < layout->height)
        {
          least = n;
          pill->x = places[i].x;
          pill->y = places[i].y;
        }
    }
}

/* The box of the hovered point's label: around its label if that stands, else beside the point where it fits. FALSE if
 * the point has no label. */
static gboolean
place_pill (PivotScatterPlot         *self,
            const PivotScatterLayout *layout,
            const PivotStyle         *style,
            guint                     index,
            cairo_rectangle_t        *pill)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  const PivotScatterLabel *label = find_label (layout, index);
  const PivotSpot *spot = &layout->spots[index];
  double pad_x = PILL_PAD_X * style->scale;
  double pad_y = PILL_PAD_Y * style->scale;
  double off = pivot_marks_reach (style, layout->radius, PIVOT_MARK_HOVERED) + PILL_OFF * style->scale;

  if (self->points[index].label == NULL)
    return FALSE;

  look.bold = TRUE;
  pivot_lettering_measure (self->letters, &look, self->points[index].label, &pill->width, &pill->height);
  pill->width += 2 * pad_x;
  pill->height += 2 * pad_y;

  if (label == NULL)
    place_beside (layout, spot, off, pill);
  else
    place_over_label (&label->box, spot, off, pill);

  pill->x = CLAMP (pill->x, 1, MAX (1, layout->width - pill->width - 1));
  pill->y = CLAMP (pill->y, 1, MAX (1, layout->height - pill->height - 1));

  return TRUE;
}

static void
draw_pill (PivotScatterPlot        *self,
           const cairo_rectangle_t *pill,
           cairo_t                 *cr,
           const PivotStyle        *style,
           const char              *text)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double radius = pill->height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, pill->x + radius, pill->y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, pill->x + pill->width - radius, pill->y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->hover);
  cairo_set_line_width (cr, style->scale);
  cairo_stroke (cr);

  look.bold = TRUE;
  pivot_lettering_draw (self->letters, cr, &look, text, pill->x + PILL_PAD_X * style->scale,
                        pill->y + PILL_PAD_Y * style->scale, &style->foreground, NULL);
}

void
_pivot_scatter_plot_draw_hover (PivotPlot        *plot,
                                cairo_t          *cr,
                                const PivotStyle *style,
                                double            width,
                                double            height)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  int index = _pivot_scatter_plot_find_index (self, pivot_plot_get_hovered (plot));
  cairo_rectangle_t pill;
  PivotMarkLook look;
  PivotMarks *marks;

  if (index < 0)
    return;

  cairo_save (cr);
  pivot_lettering_set_font (self->letters, style);
  if (place_pill (self, layout, style, index, &pill))
    draw_pill (self, &pill, cr, style, self->points[index].label);

  look = mark_look (&self->points[index], PIVOT_MARK_HOVERED);
  marks = pivot_marks_begin (cr, style, layout->radius, 1);
  pivot_marks_draw (marks, &look, layout->spots[index].x, layout->spots[index].y);
  pivot_marks_end (marks);
  cairo_restore (cr);
}

gboolean
_pivot_scatter_plot_hover_extents (PivotPlot         *plot,
                                   const PivotStyle  *style,
                                   double             width,
                                   double             height,
                                   cairo_rectangle_t *box)
{
  PivotScatterPlot *self = PIVOT_SCATTER_PLOT (plot);
  const PivotScatterLayout *layout = _pivot_scatter_plot_lay_out (self, style, width, height);
  int index = _pivot_scatter_plot_find_index (self, pivot_plot_get_hovered (plot));
  double x0, y0, x1, y1, reach;
  cairo_rectangle_t pill;

  if (index < 0)
    return FALSE;

  reach = pivot_marks_reach (style, layout->radius, PIVOT_MARK_HOVERED);
  if (self->points[index].supposed)
    reach += pivot_marks_get_edge (style);
  x0 = layout->spots[index].x - reach;
  y0 = layout->spots[index].y - reach;
  x1 = layout->spots[index].x + reach;
  y1 = layout->spots[index].y + reach;

  pivot_lettering_set_font (self->letters, style);
  if (place_pill (self, layout, style, index, &pill))
    {
      x0 = MIN (x0, pill.x - style->scale);
      y0 = MIN (y0, pill.y - style->scale);
      x1 = MAX (x1, pill.x + pill.width + style->scale);
      y1 = MAX (y1, pill.y + pill.height + style->scale);
    }

  box->x = floor (x0);
  box->y = floor (y0);
  box->width = ceil (x1) - box->x;
  box->height = ceil (y1) - box->y;

  return TRUE;
}
