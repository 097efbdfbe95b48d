/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-tooltip.h"

#include <math.h>

/* px at scale 1. */
#define MAX_WIDTH 320.0
#define PADDING_X 11.0
#define PADDING_Y 8.0
#define RADIUS 8.0
#define OFFSET_X 14.0
#define OFFSET_Y 16.0
#define EDGE 6.0
#define SHADOW 6.0

struct _PivotMapTooltip
{
  GtkWidget    parent_instance;

  PivotStyle   style;
  char        *markup;    /* NULL: nothing is shown */
  PangoLayout *layout;    /* of markup; NULL: not laid out yet */
  double       x, y;
};

G_DEFINE_FINAL_TYPE (PivotMapTooltip, pivot_map_tooltip, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (PivotMapTooltip *self)
{
  PangoFontDescription *font;

  if (self->layout != NULL)
    return self->layout;

  font = pango_font_description_new ();
  pango_font_description_set_family (font, self->style.font);
  pango_font_description_set_absolute_size (font, self->style.font_size * self->style.scale * PANGO_SCALE);

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_width (self->layout, MAX_WIDTH * self->style.scale * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (self->layout, self->markup, -1);
  pango_font_description_free (font);

  return self->layout;
}

/* Right of and below the pointer; on the other side where there is no room; never outside. */
static double
place (double pointer,
       double offset,
       double length,
       double room)
{
  double position = pointer + offset;

  if (position + length > room - EDGE)
    position = pointer - offset - length;

  return round (CLAMP (position, EDGE, MAX (EDGE, room - length - EDGE)));
}

gboolean
pivot_map_tooltip_get_card (PivotMapTooltip *self,
                            graphene_rect_t *card)
{
  double scale = self->style.scale;
  PangoRectangle text;

  g_return_val_if_fail (PIVOT_IS_MAP_TOOLTIP (self), FALSE);
  g_return_val_if_fail (card != NULL, FALSE);

  if (self->markup == NULL)
    return FALSE;

  pango_layout_get_pixel_extents (get_layout (self), NULL, &text);
  card->size.width = text.width + 2 * PADDING_X * scale;
  card->size.height = text.height + 2 * PADDING_Y * scale;
  card->origin.x = place (self->x, OFFSET_X, card->size.width, gtk_widget_get_width (GTK_WIDGET (self)));
  card->origin.y = place (self->y, OFFSET_Y, card->size.height, gtk_widget_get_height (GTK_WIDGET (self)));

  return TRUE;
}

static void
pivot_map_tooltip_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PivotMapTooltip *self = PIVOT_MAP_TOOLTIP (widget);
  double scale = self->style.scale;
  GdkRGBA ground, line, shadow = { 0, 0, 0, self->style.dark ? 0.5 : 0.22 };
  graphene_rect_t card;
  GskRoundedRect outline;

  if (!pivot_map_tooltip_get_card (self, &card))
    return;

  ground = self->style.paper;
  line = self->style.foreground;
  line.alpha = self->style.dark ? 0.2 : 0.14;
  gsk_rounded_rect_init_from_rect (&outline, &card, RADIUS * scale);

  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1 * scale, 0, SHADOW * scale);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &card);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { line, line, line, line });

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (card.origin.x + PADDING_X * scale, card.origin.y + PADDING_Y * scale));
  gtk_snapshot_append_layout (snapshot, get_layout (self), &self->style.foreground);
  gtk_snapshot_restore (snapshot);
}

static void
pivot_map_tooltip_dispose (GObject *object)
{
  PivotMapTooltip *self = PIVOT_MAP_TOOLTIP (object);

  g_clear_pointer (&self->markup, g_free);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (pivot_map_tooltip_parent_class)->dispose (object);
}

static void
pivot_map_tooltip_class_init (PivotMapTooltipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_map_tooltip_dispose;
  widget_class->snapshot = pivot_map_tooltip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_map_tooltip_init (PivotMapTooltip *self)
{
  pivot_style_init_light (&self->style);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * pivot_map_tooltip_new:
 *
 * Creates a tooltip that shows nothing.
 *
 * Returns: (transfer floating): the tooltip
 */
GtkWidget *
pivot_map_tooltip_new (void)
{
  return g_object_new (PIVOT_TYPE_MAP_TOOLTIP, NULL);
}

/**
 * pivot_map_tooltip_set_style:
 * @self: a tooltip
 * @style: colours, font and scale (copied)
 *
 * Draws in another style.
 */
void
pivot_map_tooltip_set_style (PivotMapTooltip  *self,
                             const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_MAP_TOOLTIP (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pivot_map_tooltip_set_markup:
 * @self: a tooltip
 * @markup: (nullable): text with Pango markup, or %NULL to hide the card
 *
 * Says what the card shows.
 */
void
pivot_map_tooltip_set_markup (PivotMapTooltip *self,
                              const char      *markup)
{
  g_return_if_fail (PIVOT_IS_MAP_TOOLTIP (self));

  if (g_strcmp0 (self->markup, markup) == 0)
    return;

  g_free (self->markup);
  self->markup = g_strdup (markup);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pivot_map_tooltip_set_position:
 * @self: a tooltip
 * @x: of the pointer, px of the widget
 * @y: of the pointer, px of the widget
 *
 * Moves the card.
 */
void
pivot_map_tooltip_set_position (PivotMapTooltip *self,
                                double           x,
                                double           y)
{
  g_return_if_fail (PIVOT_IS_MAP_TOOLTIP (self));

  if (self->x == x && self->y == y)
    return;

  self->x = x;
  self->y = y;
  if (self->markup != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
