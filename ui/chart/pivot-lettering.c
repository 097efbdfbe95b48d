/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-lettering.h"

#include "pivot-text-sink.h"

#define HALO_WIDTH 3.0

struct _PivotLettering
{
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *font;
};

/* Metrics that do not depend on the surface: neither hinted nor rounded to pixels. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * pivot_lettering_new: (skip)
 *
 * Creates something to write with. For one thread only.
 *
 * Returns: (transfer full): a new lettering
 */
PivotLettering *
pivot_lettering_new (void)
{
  PivotLettering *self = g_new0 (PivotLettering, 1);

  self->context = create_context ();
  self->layout = pango_layout_new (self->context);
  self->font = pango_font_description_from_string ("Sans");
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

  return self;
}

void
pivot_lettering_free (PivotLettering *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_free (self);
}

/**
 * pivot_lettering_look: (skip)
 * @style: a style
 * @size: relative to its body text
 *
 * Gets the plain look of a text.
 *
 * Returns: the look
 */
PivotTextLook
pivot_lettering_look (const PivotStyle *style,
                      double            size)
{
  return (PivotTextLook) { .size = style->font_size * style->scale * size };
}

/**
 * pivot_lettering_set_font: (skip)
 * @self: a lettering
 * @style: a style
 *
 * Takes the font of @style for what follows.
 */
void
pivot_lettering_set_font (PivotLettering   *self,
                          const PivotStyle *style)
{
  const char *family = style->font[0] != '\0' ? style->font : "Sans";

  if (g_strcmp0 (pango_font_description_get_family (self->font), family) == 0)
    return;

  pango_font_description_set_family (self->font, family);
  pango_layout_set_font_description (self->layout, self->font);
}

static const PangoAlignment alignments[] = {
  [PIVOT_FLUSH_CENTER] = PANGO_ALIGN_CENTER,
  [PIVOT_FLUSH_LEFT] = PANGO_ALIGN_LEFT,
  [PIVOT_FLUSH_RIGHT] = PANGO_ALIGN_RIGHT,
};

static void
set (PivotLettering      *self,
     const PivotTextLook *look,
     const char          *text)
{
  int size = MAX (1, (int) lround (look->size * PANGO_SCALE));
  PangoWeight weight = look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;

  if (pango_font_description_get_size (self->font) != size ||
      pango_font_description_get_weight (self->font) != weight)
    {
      pango_font_description_set_absolute_size (self->font, size);
      pango_font_description_set_weight (self->font, weight);
      pango_layout_set_font_description (self->layout, self->font);
    }

  pango_layout_set_text (self->layout, text, -1);

  pango_layout_set_width (self->layout, look->max_width > 0 ? (int) ceil (look->max_width * PANGO_SCALE) : -1);
  pango_layout_set_ellipsize (self->layout,
                              look->max_width > 0 && (!look->wrap || look->lines > 0) ? PANGO_ELLIPSIZE_END
                                                                                      : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (self->layout, look->wrap && look->lines > 0 ? -(int) look->lines : -1);
  pango_layout_set_alignment (self->layout, !look->wrap ? PANGO_ALIGN_LEFT : alignments[look->flush]);
}

/**
 * pivot_lettering_measure: (skip)
 * @self: a lettering
 * @look: how the text is set
 * @text: the text
 * @width: (out) (optional): its width
 * @height: (out) (optional): height of its line
 *
 * Measures a text.
 */
void
pivot_lettering_measure (PivotLettering      *self,
                         const PivotTextLook *look,
                         const char          *text,
                         double              *width,
                         double              *height)
{
  PangoRectangle logical;

  set (self, look, text);
  pango_layout_get_extents (self->layout, NULL, &logical);

  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

/**
 * pivot_lettering_fit: (skip)
 * @self: a lettering
 * @look: how the text is set
 * @text: the text
 * @height: room for it
 *
 * Finds how much of a text fits, in whole lines, so that the rest can go elsewhere.
 *
 * Returns: bytes of @text; 0 if there is not room for a line
 */
gsize
pivot_lettering_fit (PivotLettering      *self,
                     const PivotTextLook *look,
                     const char          *text,
                     double               height)
{
  PangoLayoutIter *iter;
  gsize length = 0;
  gboolean more = TRUE;

  set (self, look, text);
  iter = pango_layout_get_iter (self->layout);
  while (more)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (logical.y + logical.height > height * PANGO_SCALE)
        break;
      length = (gsize) (line->start_index + line->length);
      more = pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  /* The space at which a line was broken begins no line. */
  while (length > 0 && text[length] == ' ')
    length++;

  return length;
}

/* Hinted glyphs stand crooked in a slanted line; their outlines do not. */
static gboolean
is_turned (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return matrix.xy != 0 || matrix.yx != 0;
}

static void
fill (PivotLettering *self,
      cairo_t        *cr,
      const GdkRGBA  *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  if (is_turned (cr) && !pivot_text_is_kept (cr))
    {
      pango_cairo_layout_path (cr, self->layout);
      cairo_fill (cr);
    }
  else
    pango_cairo_show_layout (cr, self->layout);
  cairo_new_path (cr);
}

/**
 * pivot_lettering_draw: (skip)
 * @self: a lettering
 * @cr: where to draw
 * @look: how the text is set
 * @text: the text
 * @x: left of its box
 * @y: top of its box
 * @color: its colour
 * @halo: (nullable): colour of a rim that sets it off from lines under it
 *
 * Writes a text.
 */
void
pivot_lettering_draw (PivotLettering      *self,
                      cairo_t             *cr,
                      const PivotTextLook *look,
                      const char          *text,
                      double               x,
                      double               y,
                      const GdkRGBA       *color,
                      const GdkRGBA       *halo)
{
  PivotTextSink *sink = pivot_text_sink_find (cr);

  set (self, look, text);

  if (sink != NULL)
    {
      PivotTextInk ink = { color, halo, HALO_WIDTH * look->size / 12 };

      pivot_text_sink_add (sink, cr, self->layout, x, y, &ink);
      return;
    }

  /* Cairo puts glyphs on whole pixels: beginning on one, a word is always spaced alike. */
  if (!is_turned (cr) && !pivot_text_is_kept (cr))
    {
      cairo_user_to_device (cr, &x, &y);
      x = round (x);
      y = round (y);
      cairo_device_to_user (cr, &x, &y);
    }

  cairo_move_to (cr, x, y);

  if (halo != NULL)
    {
      pango_cairo_layout_path (cr, self->layout);
      gdk_cairo_set_source_rgba (cr, halo);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, HALO_WIDTH * look->size / 12);
      cairo_stroke (cr);
      cairo_move_to (cr, x, y);
    }

  fill (self, cr, color);
}
