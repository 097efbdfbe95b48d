/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-private.h"

#include <cairo-pdf.h>
#include <string.h>

#include "pivot-compat.h"
#include "pivot-imprint.h"

#define POINTS_PER_PX 0.75

static void
set (cairo_surface_t      *surface,
     cairo_pdf_metadata_t  key,
     const char           *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
set_info (cairo_surface_t       *surface,
          const PivotExportInfo *info)
{
  g_autofree char *subject = g_strjoin ("\n", info->description != NULL ? info->description : "", info->source, NULL);

  set (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  set (surface, CAIRO_PDF_METADATA_SUBJECT, g_strstrip (subject));
  set (surface, CAIRO_PDF_METADATA_KEYWORDS, info->license);
  set (surface, CAIRO_PDF_METADATA_CREATOR, "Pivot Explorer " VERSION);
  /* Cairo takes the time of day unless it is told one, or none. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
}

/* parent: of what stands under it in the outline. */
static void
add_outline (PivotSheet      *sheet,
             cairo_surface_t *surface,
             guint            page,
             int             *parent)
{
  g_autofree char *place = g_strdup_printf ("page=%u", page + 1);
  guint level;
  const char *title = pivot_sheet_get_page_title (sheet, page, &level);
  int id;

  if (title == NULL)
    return;

  id = cairo_pdf_surface_add_outline (surface, level > 0 ? *parent : CAIRO_PDF_OUTLINE_ROOT, title, place,
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);

  if (level == 0)
    *parent = id;
}

static void
draw_pages (PivotSheet      *sheet,
            cairo_surface_t *surface,
            cairo_t         *cr,
            GCancellable    *cancellable)
{
  guint n = pivot_sheet_get_n_pages (sheet);
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (n > 1)
        add_outline (sheet, surface, i, &parent);
      pivot_sheet_draw (sheet, i, cr);
      cairo_show_page (cr);
    }
}

static char *
find_last (GByteArray *pdf,
           const char *word)
{
  gsize length = strlen (word);

  for (gsize at = pdf->len >= length ? pdf->len - length + 1 : 0; at > 0; at--)
    if (memcmp (pdf->data + at - 1, word, length) == 0)
      return (char *) pdf->data + at - 1;

  return NULL;
}

/* The number before " 0 R" of a key of the trailer; 0 if there is none. */
static guint64
read_reference (const char *trailer,
                const char *key)
{
  const char *at = strstr (trailer, key);

  return at != NULL ? g_ascii_strtoull (at + strlen (key), NULL, 10) : 0;
}

/* The dictionary of the document's information, between its brackets. */
static char *
read_info (GByteArray *pdf,
           guint64     number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char *start = find_last (pdf, head);
  const char *end = start != NULL ? g_strstr_len (start, (char *) pdf->data + pdf->len - start, "\nendobj") : NULL;
  char *text;

  if (end == NULL)
    return NULL;

  start += strlen (head);
  text = g_strndup (start, (gsize) (end - start));
  g_strchomp (text);
  if (!g_str_has_suffix (text, ">>"))
    g_clear_pointer (&text, g_free);
  else
    text[strlen (text) - 2] = '\0';

  return text;
}

/* Cairo 1.16 has no key of one's own in the document's information. The format allows for additions at the end of a file: the
 * information is written there once more, with the key, and takes the place of the first. */
static void
append_imprint (GByteArray *pdf,
                const char *packed)
{
  g_autofree char *trailer = NULL;
  g_autofree char *dictionary = NULL;
  g_autofree char *tail = NULL;
  const char *start = find_last (pdf, "trailer");
  guint64 number, root, size, previous;
  guint offset;

  if (start == NULL)
    return;

  trailer = g_strndup (start, (gsize) ((char *) pdf->data + pdf->len - start));
  number = read_reference (trailer, "/Info ");
  root = read_reference (trailer, "/Root ");
  size = read_reference (trailer, "/Size ");
  previous = read_reference (trailer, "startxref\n");
  dictionary = number > 0 ? read_info (pdf, number) : NULL;
  if (dictionary == NULL || root == 0 || previous == 0)
    return;

  tail = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s\n   /" PIVOT_IMPRINT_NAME " (%s)\n>>\nendobj\n", number, dictionary,
                          packed);
  offset = pdf->len;
  g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
  g_free (tail);
  tail = g_strdup_printf ("xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \ntrailer\n<< /Size %" G_GUINT64_FORMAT
                          " /Root %" G_GUINT64_FORMAT " 0 R /Info %" G_GUINT64_FORMAT " 0 R /Prev %" G_GUINT64_FORMAT
                          " >>\nstartxref\n%u\n%%%%EOF\n",
                          number, offset, size, root, number, previous, pdf->len);
  g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
}

GBytes *
_pivot_export_pdf (PivotSheet                *sheet,
                   const PivotExportOptions  *options,
                   const PivotExportInfo     *info,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autofree char *packed = g_base64_encode ((const guchar *) info->imprint, strlen (info->imprint));
  GByteArray *pdf = g_byte_array_new ();
  gboolean has_imprint;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  pivot_sheet_get_size (sheet, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (_pivot_export_append_cb, pdf, width * POINTS_PER_PX, height * POINTS_PER_PX);
  set_info (surface, info);
  has_imprint = pivot_pdf_set_custom (surface, PIVOT_IMPRINT_NAME, packed);
  cr = cairo_create (surface);
  draw_pages (sheet, surface, cr, cancellable);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !_pivot_export_check (status, error))
    {
      g_byte_array_unref (pdf);
      return NULL;
    }

  if (!has_imprint)
    append_imprint (pdf, packed);

  return g_byte_array_free_to_bytes (pdf);
}
