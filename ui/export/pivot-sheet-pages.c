/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>

/* Pages that are read, with something to look at beside the text: of the story, and of lessons. */

/* In px at scale 1. */
#define MARGIN 30.0
#define COLUMN 0.33       /* of the width: what is read; the rest is looked at */
#define GAP 28.0
#define NOTES_SIZE 0.78   /* of the size of the text */

static void
page_free (gpointer data)
{
  PivotSheetPage *page = data;

  g_free (page->above);
  g_free (page->title);
  g_free (page->text);
  g_free (page->question);
  g_free (page->notes);
  g_clear_pointer (&page->sheet, pivot_sheet_free);
  g_free (page);
}

/* A page after the others. */
PivotSheetPage *
_pivot_sheet_page_new (PivotSheet *self)
{
  PivotSheetPage *page = g_new0 (PivotSheetPage, 1);

  if (self->pages == NULL)
    self->pages = g_ptr_array_new_with_free_func (page_free);
  g_ptr_array_add (self->pages, page);

  return page;
}

/* The room that there is beside the text. */
void
_pivot_sheet_page_set_options (PivotSheet        *self,
                               PivotSheetOptions *options)
{
  double scale = self->style.scale;

  options->width = (self->options.width - 2 * MARGIN * scale) * (1 - COLUMN) - GAP * scale;
  options->height = self->options.height - 2 * MARGIN * scale;
  options->transparent = TRUE;
}

static double
write_text (PivotSheet *self,
            cairo_t    *cr,
            const char *text,
            double      size,
            double      x,
            double      y,
            double      width)
{
  g_auto(GStrv) paragraphs = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      y += _pivot_sheet_write (self, cr, paragraphs[i], size, FALSE, &self->style.foreground, x, y, width)
           + 10 * self->style.scale;

  return y;
}

/* What is asked, apart from what is told. */
static double
write_question (PivotSheet           *self,
                cairo_t              *cr,
                const PivotSheetPage *page,
                double                size,
                double                x,
                double                y,
                double                width)
{
  double scale = self->style.scale, top;

  if (page->question == NULL || *page->question == '\0')
    return y;

  top = y += 6 * scale;
  y = write_text (self, cr, page->question, size, x + 12 * scale, y, width - 12 * scale);
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_rectangle (cr, x, top, 3 * scale, y - top - 10 * scale);
  cairo_fill (cr);

  return y;
}

static double
write_notes (PivotSheet           *self,
             cairo_t              *cr,
             const PivotSheetPage *page,
             double                size,
             double                x,
             double                y,
             double                width)
{
  if (page->notes == NULL || *page->notes == '\0')
    return y;

  y += 8 * self->style.scale;
  y += _pivot_sheet_write (self, cr, _("Notes"), size * NOTES_SIZE, TRUE, &self->style.dim, x, y, width) + 4 * self->style.scale;

  return write_text (self, cr, page->notes, size * NOTES_SIZE, x, y, width);
}

static double
measure (PivotSheet           *self,
         const PivotSheetPage *page,
         double                size,
         double                width)
{
  double scale = self->style.scale, height = _pivot_sheet_measure (self, page->text, size, FALSE, width);

  if (page->question != NULL && *page->question != '\0')
    height += 16 * scale + _pivot_sheet_measure (self, page->question, size, FALSE, width - 12 * scale);
  if (page->notes != NULL && *page->notes != '\0')
    height += 30 * scale + _pivot_sheet_measure (self, page->notes, size * NOTES_SIZE, FALSE, width);

  return height;
}

/* Letters as large as the column has room for. */
static double
choose_size (PivotSheet           *self,
             const PivotSheetPage *page,
             double                width,
             double                height)
{
  double size = 1.25;

  while (size > 0.5 && measure (self, page, size, width) > height)
    size -= 0.05;

  return size;
}

static void
draw_cover (PivotSheet *self,
            cairo_t    *cr,
            const PivotSheetPage *page)
{
  const PivotStyle *style = &self->style;
  double scale = style->scale, x = MARGIN * 2 * scale, width = (self->options.width - 2 * x) * 0.8;
  double y = self->options.height * 0.24;

  if (page->above != NULL)
    y += _pivot_sheet_write (self, cr, page->above, 1.2, FALSE, &style->dim, x, y, width) + 6 * scale;
  y += _pivot_sheet_write (self, cr, page->title, 2.7, TRUE, &style->foreground, x, y, width) + 14 * scale;
  gdk_cairo_set_source_rgba (cr, &style->accent);
  cairo_rectangle (cr, x, y, 64 * scale, 4 * scale);
  cairo_fill (cr);
  write_text (self, cr, page->text, 1.15, x, y + 22 * scale, width);
}

guint
_pivot_sheet_count_read_pages (PivotSheet *self)
{
  return self->pages->len;
}

void
_pivot_sheet_draw_read_page (PivotSheet *self,
                             guint       number,
                             cairo_t    *cr)
{
  const PivotSheetPage *page = g_ptr_array_index (self->pages, number);
  const PivotStyle *style = &self->style;
  double scale = style->scale, x = MARGIN * scale, y = MARGIN * scale;
  double width = (self->options.width - 2 * x) * (page->sheet != NULL ? COLUMN : 1);
  double bottom = self->options.height - MARGIN * scale, size;

  if (page->is_cover)
    {
      draw_cover (self, cr, page);
      return;
    }

  y += _pivot_sheet_write (self, cr, page->above, 0.92, FALSE, &style->dim, x, y, width) + 4 * scale;
  y += _pivot_sheet_write (self, cr, page->title, 1.6, TRUE, &style->foreground, x, y, width) + 14 * scale;
  size = choose_size (self, page, width, bottom - y);
  y = write_text (self, cr, page->text, size, x, y, width);
  y = write_question (self, cr, page, size, x, y, width);
  write_notes (self, cr, page, size, x, y, width);
  if (page->sheet == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x + width + GAP * scale, MARGIN * scale);
  pivot_sheet_draw (page->sheet, 0, cr);
  cairo_restore (cr);
}

const char *
_pivot_sheet_get_read_page_title (PivotSheet *self,
                                  guint       number,
                                  guint      *level)
{
  const PivotSheetPage *page = g_ptr_array_index (self->pages, number);

  *level = page->level;

  return page->title;
}
