/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-timeline-private.h"

#define TICK 4.0
#define BAR_HEIGHT 11.0
#define BOX_RADIUS 5.0
#define GROUND_ALPHA 0.85

static PivotTextLook
small (const PivotStyle *style)
{
  return pivot_lettering_look (style, PIVOT_TEXT_SMALL);
}

static void
stroke_line (cairo_t       *cr,
             const GdkRGBA *color,
             double         width,
             double         x0,
             double         y0,
             double         x1,
             double         y1)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/* The middle of a pixel, so that thin lines are sharp. */
static double
snap (double x)
{
  return floor (x) + 0.5;
}

static double
get_bottom (const PivotTimelineLayout *layout)
{
  return layout->area.y + layout->area.height;
}

static void
draw_grid (const PivotTimelineLayout *layout,
           cairo_t                   *cr,
           const PivotStyle          *style)
{
  for (guint i = 0; i < layout->ticks.n; i++)
    {
      const PivotTimeTick *tick = &layout->ticks.ticks[i];
      double x = snap (_pivot_timeline_layout_project (layout, tick->value));

      stroke_line (cr, tick->strong ? &style->axis : &style->grid, 1, x, layout->area.y, x,
                   get_bottom (layout) + TICK * style->scale);
    }
}

/* Within the plot, in the middle of x. */
static void
draw_centred (PivotTimelinePlot *self,
              cairo_t           *cr,
              const char        *text,
              const PivotTextLook *look,
              double             x,
              double             y,
              const GdkRGBA     *color)
{
  double width;

  pivot_lettering_measure (self->letters, look, text, &width, NULL);
  x = CLAMP (x - width / 2, 1, MAX (1, self->layout.width - width - 1));
  pivot_lettering_draw (self->letters, cr, look, text, x, y, color, NULL);
}

/* The name of what ticks lie in stays in sight for as long as any of it does. */
static void
draw_contexts (PivotTimelinePlot         *self,
               const PivotTimelineLayout *layout,
               cairo_t                   *cr,
               const PivotStyle          *style,
               double                     y)
{
  PivotTextLook look = small (style);
  double least = layout->area.x;

  look.bold = TRUE;
  for (guint i = 0; i < layout->ticks.n_contexts; i++)
    {
      const PivotTimeTick *context = &layout->ticks.contexts[i];
      double end = i + 1 < layout->ticks.n_contexts
                   ? _pivot_timeline_layout_project (layout, context[1].value) : layout->area.x + layout->area.width;
      double x = MAX (_pivot_timeline_layout_project (layout, context->value), least);
      double width;

      pivot_lettering_measure (self->letters, &look, context->label, &width, NULL);
      if (x + width > end)
        continue;

      pivot_lettering_draw (self->letters, cr, &look, context->label, x, y, &style->foreground, NULL);
      least = x + width + 6 * style->scale;
    }
}

static void
draw_axis (PivotTimelinePlot         *self,
           const PivotTimelineLayout *layout,
           cairo_t                   *cr,
           const PivotStyle          *style)
{
  PivotTextLook look = small (style);
  double y = get_bottom (layout) + (TICK + 2) * style->scale;

  for (guint i = 0; i < layout->ticks.n; i++)
    {
      const PivotTimeTick *tick = &layout->ticks.ticks[i];

      look.bold = tick->strong;
      draw_centred (self, cr, tick->label, &look, _pivot_timeline_layout_project (layout, tick->value), y,
                    tick->strong ? &style->foreground : &style->dim);
    }

  y += layout->tick_height + 1 * style->scale;
  if (layout->ticks.n_contexts > 0)
    draw_contexts (self, layout, cr, style, y);
  else if (self->axis_title != NULL && *self->axis_title != '\0')
    {
      look = small (style);
      draw_centred (self, cr, self->axis_title, &look, layout->area.x + layout->area.width / 2, y, &style->dim);
    }
}

static void
draw_today (PivotTimelinePlot         *self,
            const PivotTimelineLayout *layout,
            cairo_t                   *cr,
            const PivotStyle          *style)
{
  const double dash[] = { 4 * style->scale, 3 * style->scale };
  PivotTextLook look = small (style);
  double x, width, left;

  if (!isfinite (self->today) || self->today < layout->from || self->today > layout->to)
    return;

  x = snap (_pivot_timeline_layout_project (layout, self->today));
  cairo_set_dash (cr, dash, 2, 0);
  stroke_line (cr, &style->accent, 1.5 * style->scale, x, layout->area.y, x, get_bottom (layout));
  cairo_set_dash (cr, NULL, 0, 0);

  pivot_lettering_measure (self->letters, &look, _("Today"), &width, NULL);
  left = x + width + 5 * style->scale > layout->width ? x - width - 4 * style->scale : x + 4 * style->scale;
  pivot_lettering_draw (self->letters, cr, &look, _("Today"), left, layout->area.y, &style->accent, &style->paper);
}

static void
draw_count (PivotTimelinePlot *self,
            cairo_t           *cr,
            const PivotStyle  *style,
            const char        *text,
            gboolean           right,
            double             y)
{
  const PivotTimelineLayout *layout = &self->layout;
  PivotTextLook look = small (style);
  double width;

  pivot_lettering_measure (self->letters, &look, text, &width, NULL);
  pivot_lettering_draw (self->letters, cr, &look, text,
                        right ? layout->area.x + layout->area.width - width : layout->area.x, y - layout->tick_height - 1,
                        &style->dim, &style->paper);
}

/* What lies out of the range is told, so that nobody takes the rest for all. */
static void
draw_lane (PivotTimelinePlot *self,
           cairo_t           *cr,
           const PivotStyle  *style,
           guint              lane)
{
  const PivotTimelineLayout *layout = &self->layout;
  const PivotTimelineLane *box = &layout->lanes[lane];
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double base = snap (box->base);

  stroke_line (cr, &style->axis, 1, 0, base, layout->width, base);

  look.bold = TRUE;
  look.max_width = layout->area.width;
  if (self->titles[lane] != NULL)
    pivot_lettering_draw (self->letters, cr, &look, self->titles[lane], layout->area.x, box->top, &style->foreground,
                          &style->paper);

  if (box->n_before > 0)
    {
      /* Translators: events before the time that is shown */
      g_autofree char *text = g_strdup_printf (ngettext ("← %u earlier", "← %u earlier", box->n_before), box->n_before);

      draw_count (self, cr, style, text, FALSE, base);
    }
  if (box->n_after > 0)
    {
      /* Translators: events after the time that is shown */
      g_autofree char *text = g_strdup_printf (ngettext ("%u later →", "%u later →", box->n_after), box->n_after);

      draw_count (self, cr, style, text, TRUE, base);
    }
}

static void
draw_stem (const PivotTimelineLayout *layout,
           cairo_t                   *cr,
           const PivotStyle          *style,
           const PivotTimelineItem   *item,
           const GdkRGBA             *color,
           double                     width)
{
  double x = snap (item->x), base = layout->lanes[item->lane].base;

  stroke_line (cr, color, width, x, _pivot_timeline_layout_get_y (layout, item->lane, item->level), x, base);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_arc (cr, x, base, 2 * style->scale, 0, 2 * G_PI);
  cairo_fill (cr);
}

static gboolean
has_bar (const PivotTimelineLayout *layout,
         const PivotTimelineItem   *item)
{
  return item->x1 - item->x0 > 2 * layout->radius;
}

/* Stems of other marks run up behind a label: it has a ground on which they fade. */
static void
draw_ground (cairo_t          *cr,
             const PivotStyle *style,
             double            x,
             double            y,
             double            width,
             double            height)
{
  GdkRGBA ground = style->paper;

  ground.alpha = GROUND_ALPHA;
  cairo_rectangle (cr, x - style->scale, y - height / 2, width + 2 * style->scale, height);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);
}

/* A label that is longer than its place goes on in lines, if its level is high enough for more than one. */
static PivotTextLook
get_label_look (PivotTimelinePlot         *self,
                const PivotTimelineLayout *layout,
                const PivotStyle          *style,
                const PivotTimelineItem   *item)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double width, height;

  pivot_lettering_measure (self->letters, &look, self->marks[item->mark].label, &width, &height);
  look.max_width = item->label_width + 1;
  look.lines = (guint) (layout->lanes[item->lane].pitch / MAX (height, 1));
  look.wrap = width > look.max_width && look.lines > 1;
  look.flush = item->label_x < item->x ? PIVOT_FLUSH_RIGHT : PIVOT_FLUSH_LEFT;

  return look;
}

static void
draw_item (PivotTimelinePlot         *self,
           const PivotTimelineLayout *layout,
           cairo_t                   *cr,
           const PivotStyle          *style,
           const PivotTimelineItem   *item,
           gboolean                   ground)
{
  const PivotTimelineMark *mark = &self->marks[item->mark];
  double y = _pivot_timeline_layout_get_y (layout, item->lane, item->level);
  double height = BAR_HEIGHT * style->scale;

  if (has_bar (layout, item))
    pivot_sign_draw_bar (cr, style, &mark->sign,
                         &(cairo_rectangle_t) { item->x0, y - height / 2, item->x1 - item->x0, height }, mark->lasting);
  pivot_sign_draw (cr, style, &mark->sign, item->x, y, layout->radius);

  if (item->label_width > 0)
    {
      PivotTextLook look = get_label_look (self, layout, style, item);
      double text_height;

      pivot_lettering_measure (self->letters, &look, mark->label, NULL, &text_height);
      if (ground)
        draw_ground (cr, style, item->label_x, y, item->label_width, text_height);
      pivot_lettering_draw (self->letters, cr, &look, mark->label, item->label_x, y - text_height / 2,
                            mark->sign.added ? &style->dim : &style->foreground, &style->paper);
    }
}

static void
trace_box (cairo_t                 *cr,
           const cairo_rectangle_t *box,
           double                   radius)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_fold (PivotTimelinePlot         *self,
           const PivotTimelineLayout *layout,
           cairo_t                   *cr,
           const PivotStyle          *style,
           const PivotTimelineFold   *fold,
           gboolean                   hovered)
{
  cairo_rectangle_t box = _pivot_timeline_layout_get_fold_box (layout, fold);
  g_autofree char *label = _pivot_timeline_fold_label (fold->n);
  PivotTextLook look = small (style);
  double width, height;
  GdkRGBA ground;

  look.bold = TRUE;
  pivot_color_mix (&style->paper, &style->foreground, hovered ? 0.3 : 0.14, &ground);
  trace_box (cr, &box, box.height / 2);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);
  pivot_lettering_measure (self->letters, &look, label, &width, &height);
  pivot_lettering_draw (self->letters, cr, &look, label, box.x + (box.width - width) / 2,
                        box.y + (box.height - height) / 2, &style->foreground, NULL);
}

static void
draw_empty (PivotTimelinePlot         *self,
            const PivotTimelineLayout *layout,
            cairo_t                   *cr,
            const PivotStyle          *style)
{
  PivotTextLook look = pivot_lettering_look (style, 1);
  double height;

  if (self->empty == NULL)
    return;

  look.wrap = TRUE;
  look.max_width = layout->area.width;
  pivot_lettering_measure (self->letters, &look, self->empty, NULL, &height);
  pivot_lettering_draw (self->letters, cr, &look, self->empty, layout->area.x, (layout->height - height) / 2,
                        &style->dim, NULL);
}

void
_pivot_timeline_plot_draw (PivotPlot        *plot,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  GdkRGBA stem;

  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  if (self->n_marks == 0)
    {
      draw_empty (self, layout, cr, style);
      return;
    }

  draw_grid (layout, cr, style);
  draw_today (self, layout, cr, style);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    draw_lane (self, cr, style, lane);

  pivot_color_mix (&style->paper, &style->dim, 0.55, &stem);
  for (guint i = 0; i < layout->items->len; i++)
    draw_stem (layout, cr, style, &g_array_index (layout->items, PivotTimelineItem, i), &stem, 1);
  for (guint i = 0; i < layout->items->len; i++)
    draw_item (self, layout, cr, style, &g_array_index (layout->items, PivotTimelineItem, i), TRUE);
  for (guint i = 0; i < layout->folds->len; i++)
    draw_fold (self, layout, cr, style, &g_array_index (layout->folds, PivotTimelineFold, i), FALSE);
  draw_axis (self, layout, cr, style);
}

/* What is hovered, an item or a fold; FALSE if it is not there. */
static gboolean
get_hovered (PivotTimelinePlot        *self,
             const PivotTimelineItem **item,
             const PivotTimelineFold **fold)
{
  const PivotTimelineLayout *layout = &self->layout;
  int hovered = pivot_plot_get_hovered (PIVOT_PLOT (self));
  guint mark;

  *item = NULL;
  *fold = NULL;
  if (hovered >= PIVOT_TIMELINE_FOLD)
    {
      if ((guint) hovered - PIVOT_TIMELINE_FOLD < layout->folds->len)
        *fold = &g_array_index (layout->folds, PivotTimelineFold, hovered - PIVOT_TIMELINE_FOLD);
    }
  else if (hovered >= 0)
    {
      mark = GPOINTER_TO_UINT (g_hash_table_lookup (self->index_of, GINT_TO_POINTER (hovered)));
      *item = mark > 0 ? _pivot_timeline_layout_find_item (layout, mark - 1) : NULL;
      *fold = mark > 0 && *item == NULL ? _pivot_timeline_layout_find_fold (layout, mark - 1) : NULL;
    }

  return *item != NULL || *fold != NULL;
}

static void
stroke_ring (const PivotTimelineLayout *layout,
             cairo_t                   *cr,
             const PivotStyle          *style,
             const PivotTimelineItem   *item,
             PivotSignShape             shape)
{
  pivot_sign_trace (cr, shape, item->x, _pivot_timeline_layout_get_y (layout, item->lane, item->level),
                    layout->radius + 2.5 * style->scale);
  gdk_cairo_set_source_rgba (cr, &style->selection);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.6 * style->scale);
  cairo_stroke (cr);
}

/* The mark stands out, with its time on the axis. */
static void
draw_hovered_item (PivotTimelinePlot         *self,
                   const PivotTimelineLayout *layout,
                   cairo_t                   *cr,
                   const PivotStyle          *style,
                   const PivotTimelineItem   *item)
{
  const PivotTimelineMark *mark = &self->marks[item->mark];
  cairo_rectangle_t box = _pivot_timeline_layout_get_box (layout, item);
  double base = layout->lanes[item->lane].base;
  GdkRGBA ground;

  draw_stem (layout, cr, style, item, &mark->sign.color, 2 * style->scale);
  gdk_cairo_set_source_rgba (cr, &mark->sign.color);
  cairo_rectangle (cr, item->x0, base - 2 * style->scale, MAX (item->x1 - item->x0, 1), 4 * style->scale);
  cairo_fill (cr);

  pivot_color_mix (&style->paper, &style->foreground, 0.1, &ground);
  trace_box (cr, &box, BOX_RADIUS * style->scale);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);
  draw_item (self, layout, cr, style, item, FALSE);

  stroke_ring (layout, cr, style, item, mark->sign.shape);
}

void
_pivot_timeline_plot_draw_selection (PivotPlot        *plot,
                                     cairo_t          *cr,
                                     const PivotStyle *style,
                                     double            width,
                                     double            height)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);

  for (guint i = 0; i < layout->items->len; i++)
    {
      const PivotTimelineItem *item = &g_array_index (layout->items, PivotTimelineItem, i);

      if (pivot_plot_is_selected (plot, self->marks[item->mark].id))
        stroke_ring (layout, cr, style, item, self->marks[item->mark].sign.shape);
    }
}

void
_pivot_timeline_plot_draw_hover (PivotPlot        *plot,
                                 cairo_t          *cr,
                                 const PivotStyle *style,
                                 double            width,
                                 double            height)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  const PivotTimelineItem *item;
  const PivotTimelineFold *fold;

  if (!get_hovered (self, &item, &fold))
    return;

  if (item != NULL)
    draw_hovered_item (self, layout, cr, style, item);
  else
    draw_fold (self, layout, cr, style, fold, TRUE);
}

gboolean
_pivot_timeline_plot_hover_extents (PivotPlot         *plot,
                                    const PivotStyle  *style,
                                    double             width,
                                    double             height,
                                    cairo_rectangle_t *box)
{
  PivotTimelinePlot *self = PIVOT_TIMELINE_PLOT (plot);
  const PivotTimelineLayout *layout = _pivot_timeline_plot_lay_out (self, style, width, height);
  const PivotTimelineItem *item;
  const PivotTimelineFold *fold;
  double rim = 6 * style->scale;

  if (!get_hovered (self, &item, &fold))
    return FALSE;

  *box = item != NULL ? _pivot_timeline_layout_get_box (layout, item) : _pivot_timeline_layout_get_fold_box (layout, fold);
  if (item != NULL)
    box->height = layout->lanes[item->lane].base - box->y;
  box->x -= rim;
  box->y -= rim;
  box->width += 2 * rim;
  box->height += 2 * rim;

  return TRUE;
}
