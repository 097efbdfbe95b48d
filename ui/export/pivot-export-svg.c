/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-private.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "pivot-imprint.h"
#include "pivot-text-sink.h"

static void
append_element (GString    *svg,
                const char *name,
                const char *attributes,
                const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;

  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (svg, "<%s%s>%s</%s>\n", name, attributes, escaped, name);
}

/* What the file says of itself. Title and description are what screen readers and tooltips say. */
static void
append_info (GString               *svg,
             const PivotExportInfo *info)
{
  append_element (svg, "title", " id=\"title\"", info->title);
  append_element (svg, "desc", " id=\"desc\"", info->description);
  g_string_append (svg, "<metadata id=\"metadata\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n");
  append_element (svg, "dc:title", "", info->title);
  append_element (svg, "dc:description", "", info->description);
  append_element (svg, "dc:source", "", info->source);
  append_element (svg, "dc:rights", "", info->license);
  append_element (svg, "dc:date", "", info->date);
  append_element (svg, "dc:creator", "", "Pivot Explorer " VERSION);
  g_string_append (svg, "</rdf:Description>\n</rdf:RDF>\n");
  append_element (svg, "pivot:view", " xmlns:pivot=\"" PIVOT_IMPRINT_NAMESPACE "\"", info->imprint);
  g_string_append (svg, "</metadata>\n");
}

/* Cairo numbers its surfaces as a process goes on: a group of a drawing has a name that stays. */
static void
append_drawing (GString    *svg,
                const char *drawing)
{
  const char *group = strstr (drawing, "<g id=\"surface");
  const char *end = group != NULL ? strchr (group, '>') : NULL;

  if (end == NULL)
    {
      g_string_append (svg, drawing);
      return;
    }

  g_string_append_len (svg, drawing, group - drawing);
  g_string_append (svg, "<g id=\"drawing\">");
  g_string_append (svg, end + 1);
}

static GBytes *
compose (GByteArray            *drawing,
         PivotTextSink         *texts,
         const PivotExportInfo *info,
         double                 width,
         double                 height)
{
  g_autofree char *text = g_strndup ((const char *) drawing->data, drawing->len);
  char *inside = strstr (text, "<svg ");
  char *end = g_strrstr (text, "</svg>");
  GString *svg;

  inside = inside != NULL ? strchr (inside, '>') : NULL;
  if (inside == NULL || end == NULL)
    return NULL;

  *end = '\0';
  svg = g_string_sized_new (drawing->len + 16384);
  g_string_append_printf (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                               "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" version=\"1.1\" role=\"img\" "
                               "aria-labelledby=\"title%s\" xml:lang=\"%s\">\n",
                          (int) ceil (width), (int) ceil (height), (int) ceil (width), (int) ceil (height),
                          info->description != NULL ? " desc" : "", info->language);
  append_info (svg, info);
  append_drawing (svg, inside + 2);
  if (pivot_text_sink_get_n (texts) > 0)
    g_string_append_printf (svg, "<g id=\"text\">\n%s</g>\n", pivot_text_sink_get_svg (texts));
  g_string_append (svg, "</svg>\n");

  return g_string_free_to_bytes (svg);
}

GBytes *
_pivot_export_svg (PivotSheet                *sheet,
                   const PivotExportOptions  *options,
                   const PivotExportInfo     *info,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr(PivotTextSink) texts = pivot_text_sink_new ();
  g_autoptr(GByteArray) drawing = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  GBytes *bytes;
  cairo_t *cr;

  pivot_sheet_get_size (sheet, &width, &height);
  surface = cairo_svg_surface_create_for_stream (_pivot_export_append_cb, drawing, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  if (!options->outlines)
    pivot_text_sink_attach (texts, cr);
  pivot_sheet_draw (sheet, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !_pivot_export_check (status, error))
    return NULL;

  bytes = compose (drawing, texts, info, width, height);
  if (bytes == NULL)
    _pivot_export_check (CAIRO_STATUS_WRITE_ERROR, error);

  return bytes;
}
