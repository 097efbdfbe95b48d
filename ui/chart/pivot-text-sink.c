/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-text-sink.h"

#include <math.h>

struct _PivotTextSink
{
  GString *svg;
  guint    n;
};

static const cairo_user_data_key_t key;

/**
 * pivot_text_sink_new: (skip)
 *
 * Creates something that collects texts.
 *
 * Returns: (transfer full): a new sink
 */
PivotTextSink *
pivot_text_sink_new (void)
{
  PivotTextSink *self = g_new0 (PivotTextSink, 1);

  self->svg = g_string_new (NULL);

  return self;
}

void
pivot_text_sink_free (PivotTextSink *self)
{
  g_string_free (self->svg, TRUE);
  g_free (self);
}

/**
 * pivot_text_sink_attach: (skip)
 * @self: (nullable): a sink
 * @cr: what draws
 *
 * Has the texts that @cr draws from now on go to @self.
 */
void
pivot_text_sink_attach (PivotTextSink *self,
                        cairo_t       *cr)
{
  cairo_status_t status;

  g_return_if_fail (cr != NULL);

  /* It can fail for want of memory only; then @cr itself is in error. */
  status = cairo_set_user_data (cr, &key, self, NULL);
  if (status != CAIRO_STATUS_SUCCESS)
    g_debug ("%s", cairo_status_to_string (status));
}

/**
 * pivot_text_sink_find: (skip)
 * @cr: what draws
 *
 * Gets where the texts of a drawing go.
 *
 * Returns: (nullable): the sink; %NULL if they are drawn
 */
PivotTextSink *
pivot_text_sink_find (cairo_t *cr)
{
  return cairo_get_user_data (cr, &key);
}

static void
append_number (GString    *string,
               const char *name,
               double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  /* Without zeros at the end. */
  for (gsize n = strlen (text); text[n - 1] == '0' || text[n - 1] == '.'; n = strlen (text))
    {
      gboolean point = text[n - 1] == '.';

      text[n - 1] = '\0';
      if (point)
        break;
    }

  g_string_append_printf (string, " %s=\"%s\"", name, g_str_equal (text, "-0") ? "0" : text);
}

static void
append_color (GString       *string,
              const char    *name,
              const GdkRGBA *color)
{
  g_string_append_printf (string, " %s=\"#%02x%02x%02x\"", name, (guint) lround (color->red * 255),
                          (guint) lround (color->green * 255), (guint) lround (color->blue * 255));
  if (color->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_number (string, opacity, color->alpha);
    }
}

/* The font that the letters of a line were found in, then what was asked for. */
static void
append_font (GString         *string,
             PangoLayoutLine *line,
             PangoLayout     *layout)
{
  const PangoFontDescription *asked = pango_layout_get_font_description (layout);
  PangoGlyphItem *run = line->runs != NULL ? line->runs->data : NULL;
  g_autoptr(PangoFontDescription) found = NULL;
  const char *family = asked != NULL ? pango_font_description_get_family (asked) : NULL;
  const char *first = family;
  PangoWeight weight = asked != NULL ? pango_font_description_get_weight (asked) : PANGO_WEIGHT_NORMAL;
  double size = asked != NULL ? pango_font_description_get_size (asked) / (double) PANGO_SCALE : 12;
  g_autofree char *fonts = NULL;

  if (run != NULL)
    {
      found = pango_font_describe (run->item->analysis.font);
      first = pango_font_description_get_family (found);
    }

  fonts = g_strdup_printf ("%s, %s, sans-serif", first != NULL ? first : "Sans", family != NULL ? family : "Sans");
  {
    g_autofree char *escaped = g_markup_escape_text (fonts, -1);

    g_string_append_printf (string, " font-family=\"%s\"", escaped);
  }
  append_number (string, "font-size", size);
  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (string, " font-weight=\"%d\"", (int) weight);
}

static void
append_place (GString              *string,
              const cairo_matrix_t *matrix,
              double                x,
              double                y)
{
  if (matrix->xx == 1 && matrix->yy == 1 && matrix->xy == 0 && matrix->yx == 0)
    {
      append_number (string, "x", x + matrix->x0);
      append_number (string, "y", y + matrix->y0);
    }
  else
    {
      const double numbers[] = { matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0, matrix->y0 };

      g_string_append (string, " transform=\"matrix(");
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (string, "%s%s", i > 0 ? "," : "",
                                  g_ascii_formatd (text, sizeof text, "%.4f", numbers[i]));
        }
      g_string_append (string, ")\"");
      append_number (string, "x", x);
      append_number (string, "y", y);
    }
}

static void
add_line (PivotTextSink        *self,
          const cairo_matrix_t *matrix,
          PangoLayoutIter      *iter,
          PangoLayout          *layout,
          double                x,
          double                y,
          const PivotTextInk   *ink)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  g_autofree char *text = g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length);
  g_autofree char *escaped = NULL;
  PangoRectangle extents;

  g_strchomp (text);
  if (*text == '\0')
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  escaped = g_markup_escape_text (text, -1);

  g_string_append (self->svg, "<text");
  append_place (self->svg, matrix, x + extents.x / (double) PANGO_SCALE,
                y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
  append_font (self->svg, line, layout);
  append_color (self->svg, "fill", ink->color);
  if (ink->halo != NULL)
    {
      append_color (self->svg, "stroke", ink->halo);
      append_number (self->svg, "stroke-width", ink->halo_width);
      g_string_append (self->svg, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_printf (self->svg, ">%s</text>\n", escaped);
  self->n++;
}

/**
 * pivot_text_sink_add: (skip)
 * @self: a sink
 * @cr: what draws
 * @layout: a text, laid out
 * @x: left of it
 * @y: top of it
 * @ink: how it looks
 *
 * Takes a text, line by line.
 */
void
pivot_text_sink_add (PivotTextSink      *self,
                     cairo_t            *cr,
                     PangoLayout        *layout,
                     double              x,
                     double              y,
                     const PivotTextInk *ink)
{
  PangoLayoutIter *iter;
  cairo_matrix_t matrix;

  g_return_if_fail (self != NULL && ink != NULL);

  cairo_get_matrix (cr, &matrix);
  iter = pango_layout_get_iter (layout);
  do
    add_line (self, &matrix, iter, layout, x, y, ink);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

guint
pivot_text_sink_get_n (PivotTextSink *self)
{
  return self->n;
}

/**
 * pivot_text_sink_get_svg: (skip)
 * @self: a sink
 *
 * Gets what was taken so far.
 *
 * Returns: `<text>` elements, one a line
 */
const char *
pivot_text_sink_get_svg (PivotTextSink *self)
{
  return self->svg->str;
}

/**
 * pivot_text_is_kept: (skip)
 * @cr: what draws
 *
 * Says whether letters that are shown, and not filled as outlines, can be selected and searched in the file.
 *
 * Returns: `TRUE` for PDF and PostScript
 */
gboolean
pivot_text_is_kept (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS;
}
