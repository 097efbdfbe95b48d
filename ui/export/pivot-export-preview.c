/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-preview-private.h"

#include <string.h>

#define MARGIN 24.0

typedef struct
{
  const guint8 *data;
  gsize         size, at;
} Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->size - reader->at)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reader->data + reader->at, length);
  reader->at += length;

  return CAIRO_STATUS_SUCCESS;
}

/* What is seen through where nothing is painted. */
static void
draw_checks (cairo_t *cr,
             double   width,
             double   height)
{
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.84, 0.84, 0.84);
  for (int row = 0; row * 8 < height; row++)
    for (int column = row % 2; column * 8 < width; column += 2)
      cairo_rectangle (cr, column * 8, row * 8, 8, 8);
  cairo_fill (cr);
}

cairo_surface_t *
_pivot_export_preview_read (GBytes *bytes)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.size);

  return cairo_image_surface_create_from_png_stream (read_cb, &reader);
}

void
_pivot_export_preview_draw (PivotSheet      *sheet,
                            cairo_surface_t *picture,
                            gboolean         transparent,
                            cairo_t         *cr,
                            double           width,
                            double           height)
{
  double page_width, page_height, scale, x, y;

  pivot_sheet_get_size (sheet, &page_width, &page_height);
  scale = MIN ((width - 2 * MARGIN) / page_width, (height - 2 * MARGIN) / page_height);
  if (scale <= 0)
    return;

  x = (width - scale * page_width) / 2;
  y = (height - scale * page_height) / 2;
  for (int i = 4; i > 0; i--)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.035);
      cairo_rectangle (cr, x - i, y - i + 2, scale * page_width + 2 * i, scale * page_height + 2 * i);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, x, y, scale * page_width, scale * page_height);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  if (transparent)
    draw_checks (cr, scale * page_width, scale * page_height);
  cairo_scale (cr, scale, scale);
  if (picture == NULL)
    {
      pivot_sheet_draw (sheet, 0, cr);
      return;
    }

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
}
