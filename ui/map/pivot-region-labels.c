/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-region-painter-private.h"
#include "pivot-text-sink.h"

/* All in px at scale 1; the font is a little smaller than that of body text. */
#define FONT_FACTOR 0.88
#define HALO_WIDTH 2.6
#define GAP 2.0
/* A region in which a circle of this radius does not fit has no label at all. */
#define MIN_RADIUS 4.5
/* How far a text may reach past the circle that fits inside: half its width over the radius. */
#define MAX_REACH 3.2
#define MAX_REACH_TINY 1.5
#define MAX_TEXTS 8192

struct _PivotLabelCache
{
  GHashTable           *layouts;  /* text → PangoLayout */
  PangoContext         *context;
  PangoFontDescription *font;
  double                font_size;
};

typedef struct
{
  guint  region;
  double x, y, radius;  /* px */
} Place;

/* The room labels have taken, and what is needed to give more of it. */
typedef struct
{
  PivotRegions          *regions;
  PivotLabelCache       *cache;
  const PivotStyle      *style;
  const PivotRingReader *reader;
  GArray                *taken;   /* PivotBox, px */
} Room;

PivotLabelCache *
_pivot_label_cache_new (void)
{
  PivotLabelCache *self = g_new0 (PivotLabelCache, 1);

  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
_pivot_label_cache_free (PivotLabelCache *self)
{
  g_hash_table_unref (self->layouts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_free (self);
}

static void
prepare_cache (PivotLabelCache  *self,
               cairo_t          *cr,
               const PivotStyle *style)
{
  double size = style->font_size * FONT_FACTOR * style->scale;

  if (self->context == NULL)
    self->context = pango_cairo_create_context (cr);

  pango_cairo_update_context (cr, self->context);

  if (self->font == NULL || self->font_size != size ||
      g_strcmp0 (pango_font_description_get_family (self->font), style->font) != 0)
    {
      g_clear_pointer (&self->font, pango_font_description_free);
      self->font = pango_font_description_new ();
      pango_font_description_set_family (self->font, style->font);
      pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
      pango_font_description_set_weight (self->font, PANGO_WEIGHT_MEDIUM);
      self->font_size = size;
      g_hash_table_remove_all (self->layouts);
    }

  if (g_hash_table_size (self->layouts) > MAX_TEXTS)
    g_hash_table_remove_all (self->layouts);
}

static PangoLayout *
get_layout (PivotLabelCache *self,
            const char      *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, text);

  if (layout == NULL)
    {
      layout = pango_layout_new (self->context);
      pango_layout_set_font_description (layout, self->font);
      pango_layout_set_text (layout, text, -1);
      g_hash_table_insert (self->layouts, g_strdup (text), layout);
    }

  return layout;
}

static gboolean
has_label (PivotRegions *regions,
           guint         region)
{
  for (int label = 0; label < PIVOT_REGION_N_LABELS; label++)
    if (pivot_regions_get_label (regions, region, label) != NULL)
      return TRUE;

  return FALSE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  return (one->radius < other->radius) - (one->radius > other->radius);
}

/* Where labels could be, the roomiest first. */
static GArray *
list_places (const Room *room)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (room->regions);
  const PivotRingReader *reader = room->reader;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      PivotBox box = pivot_geometry_get_box (geometry, i);
      Place place = { .region = i };

      /* Finding a label point takes time: not for regions where none would fit. */
      if (!pivot_ring_reader_sees (reader, &box) || !has_label (room->regions, i) ||
          MIN ((box.x1 - box.x0) * reader->xx, (box.y1 - box.y0) * reader->yy) < 2 * MIN_RADIUS * room->style->scale)
        continue;

      pivot_geometry_get_label (geometry, i, &place.x, &place.y, &place.radius);
      place.x = reader->x0 + reader->xx * place.x;
      place.y = reader->y0 + reader->yy * place.y;
      place.radius *= reader->xx;
      if (place.radius >= MIN_RADIUS * room->style->scale)
        g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);

  return places;
}

/* Whether the text's box lies in the region but for its corners, which hold no ink in most letters. */
static gboolean
fits_inside (const Room  *room,
             const Place *place,
             double       half_width,
             double       half_height)
{
  static const double spots[][2] = { { -1, 0 }, { 1, 0 }, { -0.9, -0.7 }, { 0.9, -0.7 }, { -0.9, 0.7 }, { 0.9, 0.7 },
                                     { -0.5, -0.7 }, { 0.5, -0.7 }, { -0.5, 0.7 }, { 0.5, 0.7 } };
  PivotGeometry *geometry = pivot_regions_get_geometry (room->regions);

  if (hypot (half_width, half_height) <= place->radius)
    return TRUE;
  if (half_width > MAX_REACH * place->radius)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      double x = place->x + spots[i][0] * half_width, y = place->y + spots[i][1] * half_height;

      if (!pivot_geometry_contains (geometry, place->region, (x - room->reader->x0) / room->reader->xx,
                                    (y - room->reader->y0) / room->reader->yy))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_taken (const Room     *room,
          const PivotBox *box)
{
  for (guint i = 0; i < room->taken->len; i++)
    {
      const PivotBox *other = &g_array_index (room->taken, PivotBox, i);

      if (box->x0 < other->x1 && box->x1 > other->x0 && box->y0 < other->y1 && box->y1 > other->y0)
        return TRUE;
    }

  return FALSE;
}

/* The longest text that fits, and its room is taken; NULL if none does. */
static PangoLayout *
choose_label (Room        *room,
              const Place *place)
{
  double gap = GAP * room->style->scale;

  for (int label = 0; label < PIVOT_REGION_N_LABELS; label++)
    {
      const char *text = pivot_regions_get_label (room->regions, place->region, label);
      PangoLayout *layout;
      PangoRectangle extents;
      double half_width, half_height;
      PivotBox box;

      if (text == NULL)
        continue;

      layout = get_layout (room->cache, text);
      pango_layout_get_extents (layout, NULL, &extents);
      half_width = extents.width / (2.0 * PANGO_SCALE);
      half_height = extents.height / (2.0 * PANGO_SCALE);
      box = (PivotBox) { place->x - half_width - gap, place->y - half_height, place->x + half_width + gap,
                         place->y + half_height };

      if ((label == PIVOT_REGION_LABEL_TINY ? half_width <= MAX_REACH_TINY * place->radius
                                            : fits_inside (room, place, half_width, half_height)) &&
          !is_taken (room, &box))
        {
          g_array_append_val (room->taken, box);
          return layout;
        }
    }

  return NULL;
}

/* Whether any of it would be seen: a part of the map is drawn with the labels of all of it. */
static gboolean
is_in_clip (const PivotStyle *style,
            const Place      *place,
            PangoLayout      *layout,
            cairo_t          *cr)
{
  double x0, y0, x1, y1, half_width, half_height;
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  half_width = extents.width / (2.0 * PANGO_SCALE) + HALO_WIDTH * style->scale;
  half_height = extents.height / (2.0 * PANGO_SCALE) + HALO_WIDTH * style->scale;
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);

  return place->x + half_width > x0 && place->x - half_width < x1 &&
         place->y + half_height > y0 && place->y - half_height < y1;
}

/* Letters over a halo; in files that keep letters, as letters. */
static void
write_layout (cairo_t            *cr,
              PangoLayout        *layout,
              double              x,
              double              y,
              const PivotTextInk *ink)
{
  PivotTextSink *sink = pivot_text_sink_find (cr);

  if (sink != NULL)
    {
      pivot_text_sink_add (sink, cr, layout, x, y, ink);
      return;
    }

  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  gdk_cairo_set_source_rgba (cr, ink->halo);
  cairo_set_line_width (cr, ink->halo_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke_preserve (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  gdk_cairo_set_source_rgba (cr, ink->color);
  if (!pivot_text_is_kept (cr))
    {
      cairo_fill (cr);
      return;
    }

  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Dark on light and light on dark, with a halo of the ground's own colour: the letters stand clear of borders and hatching,
 * and no box is seen around them. */
static void
draw_label (const Room  *room,
            const Place *place,
            PangoLayout *layout,
            cairo_t     *cr)
{
  const PivotStyle *style = room->style;
  const GdkRGBA *color = pivot_regions_get_color (room->regions, place->region);
  GdkRGBA ground = color != NULL ? *color : style->no_data;
  PangoRectangle extents;
  float grey = _pivot_color_is_dark (&ground) ? 1 : 0.1f;
  GdkRGBA letters = { grey, grey, grey, 1 };
  PivotTextInk ink = { &letters, &ground, HALO_WIDTH * style->scale };

  pango_layout_get_extents (layout, NULL, &extents);
  ground.alpha = 0.8;
  write_layout (cr, layout, place->x - extents.width / (2.0 * PANGO_SCALE), place->y - extents.height / (2.0 * PANGO_SCALE),
                &ink);
}

static void
take_markers (Room *room)
{
  g_autoptr(GArray) markers = _pivot_region_painter_list_markers (room->regions, room->reader, room->style);
  double radius = _pivot_region_painter_get_marker_radius (room->style);

  for (guint i = 0; markers != NULL && i < markers->len; i++)
    {
      double x, y, unused;
      PivotBox box;

      pivot_geometry_get_label (pivot_regions_get_geometry (room->regions), g_array_index (markers, guint, i), &x, &y, &unused);
      x = room->reader->x0 + room->reader->xx * x;
      y = room->reader->y0 + room->reader->yy * y;
      box = (PivotBox) { x - radius, y - radius, x + radius, y + radius };
      g_array_append_val (room->taken, box);
    }
}

void
_pivot_region_painter_draw_labels_cached (PivotRegions         *regions,
                                          PivotLabelCache      *cache,
                                          cairo_t              *cr,
                                          const PivotStyle     *style,
                                          const cairo_matrix_t *to_px,
                                          double                width,
                                          double                height)
{
  /* Labels whose middle is outside reach in, and their neighbours decide which of them have room. */
  double reach = 120 * style->scale;
  PivotBox window = { -reach, -reach, width + reach, height + reach };
  g_auto(PivotRingReader) reader = { 0 };
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (PivotBox));
  g_autoptr(GArray) places = NULL;
  Room room = { regions, cache, style, &reader, taken };

  prepare_cache (cache, cr, style);
  pivot_ring_reader_init (&reader, to_px, &window, _pivot_region_painter_get_tolerance (cr));
  take_markers (&room);
  places = list_places (&room);

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      PangoLayout *layout = choose_label (&room, place);

      if (layout != NULL && is_in_clip (style, place, layout, cr))
        draw_label (&room, place, layout, cr);
    }
  cairo_restore (cr);
}

/**
 * pivot_region_painter_draw_labels:
 * @regions: the regions, with their labels
 * @cr: where to
 * @style: colours, font and scale
 * @to_px: from the geometry's plane to pixels; scale and translation only
 * @width: width of the picture, px
 * @height: its height, px
 *
 * Draws labels: the longest that has room inside its region, none where even the shortest has not. Labels never overlap each other or
 * a marker; roomier regions come first.
 */
void
pivot_region_painter_draw_labels (PivotRegions         *regions,
                                  cairo_t              *cr,
                                  const PivotStyle     *style,
                                  const cairo_matrix_t *to_px,
                                  double                width,
                                  double                height)
{
  g_autoptr(PivotLabelCache) cache = NULL;

  g_return_if_fail (regions != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (to_px != NULL);

  cache = _pivot_label_cache_new ();
  _pivot_region_painter_draw_labels_cached (regions, cache, cr, style, to_px, width, height);
}
