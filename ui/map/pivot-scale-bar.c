/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-scale-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-camera.h"

/* px at scale 1. */
#define WIDTH 130
#define HEIGHT 26
#define TICK 6.0
#define LINE_WIDTH 1.5
#define FONT_FACTOR 0.85
/* The equator in Web Mercator, which takes the earth for a sphere of 6,378,137 m. */
#define EQUATOR 40075016.6856

struct _PivotScaleBar
{
  GtkWidget        parent_instance;

  ShumateViewport *viewport;
  PivotStyle       style;
  GskRenderNode   *node;        /* for metres and length; NULL: out of date */
  double           metres;
  int              length;      /* px */
};

G_DEFINE_FINAL_TYPE (PivotScaleBar, pivot_scale_bar, GTK_TYPE_WIDGET)

double
pivot_scale_bar_choose (double  metres_per_px,
                        double  max_px,
                        double *px)
{
  double most = metres_per_px * max_px;
  double metres = pow (10, floor (log10 (most)));

  if (metres * 5 <= most)
    metres *= 5;
  else if (metres * 2 <= most)
    metres *= 2;

  *px = metres / metres_per_px;

  return metres;
}

static PangoLayout *
make_label (PivotScaleBar *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *text = NULL;

  if (self->metres >= 1000)
    /* Translators: the scale bar of the map, in kilometres. */
    text = g_strdup_printf (_("%'d km"), (int) round (self->metres / 1000));
  else
    /* Translators: the scale bar of the map, in metres. */
    text = g_strdup_printf (_("%'d m"), (int) MAX (round (self->metres), 1));

  pango_font_description_set_family (font, self->style.font);
  /* Rounded as the charts' letters are: for another size the font would be looked for again. */
  pango_font_description_set_absolute_size (font, round (self->style.font_size * FONT_FACTOR * self->style.scale * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static void
stroke_cased (const PivotStyle *style,
              cairo_t          *cr,
              double            line_width)
{
  gdk_cairo_set_source_rgba (cr, &style->casing);
  cairo_set_line_width (cr, line_width + 2 * style->scale);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &style->foreground);
}

static void
draw (PivotScaleBar *self,
      cairo_t       *cr)
{
  g_autoptr(PangoLayout) label = make_label (self);
  double scale = self->style.scale;
  double x = 2.5 * scale, y = HEIGHT * scale - 3.5 * scale;
  int width, height;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_move_to (cr, x, y - TICK * scale);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + self->length, y);
  cairo_line_to (cr, x + self->length, y - TICK * scale);
  stroke_cased (&self->style, cr, LINE_WIDTH * scale);
  cairo_set_line_width (cr, LINE_WIDTH * scale);
  cairo_stroke (cr);

  pango_layout_get_pixel_size (label, &width, &height);
  cairo_move_to (cr, x + MAX (self->length - width, 0) / 2.0, y - height - 1 * scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  pango_cairo_layout_path (cr, label);
  stroke_cased (&self->style, cr, scale);
  cairo_fill (cr);
}

static void
pivot_scale_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PivotScaleBar *self = PIVOT_SCALE_BAR (widget);
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  double metres, px;
  PivotCamera camera;

  pivot_camera_read (&camera, self->viewport);
  metres = pivot_scale_bar_choose (EQUATOR * cos (latitude * G_PI / 180) / camera.size, (WIDTH - 10) * self->style.scale, &px);

  if (self->node == NULL || metres != self->metres || (int) round (px) != self->length)
    {
      cairo_t *cr;

      self->metres = metres;
      self->length = round (px);
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, WIDTH * self->style.scale, HEIGHT * self->style.scale));
      cr = gsk_cairo_node_get_draw_context (self->node);
      draw (self, cr);
      cairo_destroy (cr);
    }

  gtk_snapshot_append_node (snapshot, self->node);
}

static void
pivot_scale_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  PivotScaleBar *self = PIVOT_SCALE_BAR (widget);

  *minimum = *natural = ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT) * self->style.scale);
}

static void
pivot_scale_bar_dispose (GObject *object)
{
  PivotScaleBar *self = PIVOT_SCALE_BAR (object);

  g_clear_object (&self->viewport);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (pivot_scale_bar_parent_class)->dispose (object);
}

static void
pivot_scale_bar_class_init (PivotScaleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_scale_bar_dispose;
  widget_class->measure = pivot_scale_bar_measure;
  widget_class->snapshot = pivot_scale_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_scale_bar_init (PivotScaleBar *self)
{
  pivot_style_init_light (&self->style);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * pivot_scale_bar_new:
 * @viewport: the map's viewport, which has a reference map source
 *
 * Creates a scale bar.
 *
 * Returns: (transfer floating): the scale bar
 */
GtkWidget *
pivot_scale_bar_new (ShumateViewport *viewport)
{
  PivotScaleBar *self = g_object_new (PIVOT_TYPE_SCALE_BAR, NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * pivot_scale_bar_set_style:
 * @self: a scale bar
 * @style: colours, font and scale (copied)
 *
 * Draws in another style.
 */
void
pivot_scale_bar_set_style (PivotScaleBar    *self,
                           const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_SCALE_BAR (self));
  g_return_if_fail (style != NULL);

  if (self->style.scale != style->scale)
    gtk_widget_queue_resize (GTK_WIDGET (self));

  self->style = *style;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
