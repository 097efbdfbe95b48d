/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-swatch.h"

#include "pivot-picture.h"

#include "pivot-region-painter.h"

#define WIDTH 30
#define HEIGHT 18

/* Filled as the map fills its regions. */
struct _PivotSwatch
{
  GtkWidget        parent_instance;

  PivotRegionKind  kind;
  GdkRGBA          color;
  PivotHatching    hatching;
  PivotStyle       style;
};

G_DEFINE_FINAL_TYPE (PivotSwatch, pivot_swatch, GTK_TYPE_WIDGET)

/* The sparse lines that the map lays over the colour of a limit, falling, and closer here for the little room. */
static void
draw_bound (PivotSwatch *self,
            cairo_t     *cr,
            int          width,
            int          height)
{
  const double step = self->style.scale * 7;
  double luminance = 0.2126 * self->color.red + 0.7152 * self->color.green + 0.0722 * self->color.blue;

  gdk_cairo_set_source_rgba (cr, &self->color);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  if (luminance < 0.4)
    cairo_set_source_rgba (cr, 1, 1, 1, 0.55);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0.4);
  cairo_set_line_width (cr, self->style.scale * 1.2);
  for (double x = -height; x < width; x += step)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x + height, height);
    }
  cairo_stroke (cr);
}

static void
draw (PivotSwatch *self,
      cairo_t     *cr,
      int          width,
      int          height)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);

  switch (self->kind)
    {
    case PIVOT_REGION_NO_DATA:
      pivot_region_painter_draw_no_data (cr, &self->style, 0, 0, width, height);
      break;
    case PIVOT_REGION_BOUND:
      draw_bound (self, cr, width, height);
      break;
    case PIVOT_REGION_VALUE:
    default:
      gdk_cairo_set_source_rgba (cr, &self->color);
      cairo_paint (cr);
      pivot_hatching_draw (&self->hatching, cr, &self->color, self->style.scale, &(cairo_rectangle_t) { 0, 0, width, height });
    }
  cairo_restore (cr);

  gdk_cairo_set_source_rgba (cr, &self->style.region_line);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
}

static void
pivot_swatch_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *picture = pivot_picture_new (width, height, gtk_widget_get_scale_factor (widget));
  cairo_t *cr = cairo_create (picture);
  g_autoptr(GskRenderNode) node = NULL;

  draw (PIVOT_SWATCH (widget), cr, width, height);
  cairo_destroy (cr);
  node = pivot_picture_to_node (picture, width, height, widget);
  cairo_surface_destroy (picture);
  gtk_snapshot_append_node (snapshot, node);
}

static void
pivot_swatch_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PivotSwatch *self = PIVOT_SWATCH (widget);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int) (size * self->style.scale + 0.5);
}

static void
pivot_swatch_class_init (PivotSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pivot_swatch_snapshot;
  widget_class->measure = pivot_swatch_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_swatch_init (PivotSwatch *self)
{
  self->kind = PIVOT_REGION_NO_DATA;
  pivot_style_init_light (&self->style);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * pivot_swatch_set_fill:
 * @self: a swatch
 * @kind: value, limit or no data
 * @color: (nullable): colour of the class; %NULL for no data
 * @style: for a light or a dark ground
 *
 * Shows another fill.
 */
void
pivot_swatch_set_fill (PivotSwatch      *self,
                       PivotRegionKind   kind,
                       const GdkRGBA    *color,
                       const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_SWATCH (self));
  g_return_if_fail (kind == PIVOT_REGION_NO_DATA || color != NULL);
  g_return_if_fail (style != NULL);

  if (self->style.scale != style->scale)
    gtk_widget_queue_resize (GTK_WIDGET (self));

  self->kind = kind;
  self->style = *style;
  if (color != NULL)
    self->color = *color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pivot_swatch_set_hatching:
 * @self: a swatch of a value
 * @hatching: lines over its colour
 *
 * Shows the second channel of a class.
 */
void
pivot_swatch_set_hatching (PivotSwatch         *self,
                           const PivotHatching *hatching)
{
  g_return_if_fail (PIVOT_IS_SWATCH (self));
  g_return_if_fail (hatching != NULL);

  self->hatching = *hatching;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
