/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>

/* In px at scale 1. */
#define MARGIN 30.0
#define COLUMN 0.33       /* of the width: what is read; the rest is looked at */
#define GAP 28.0

/* A page: what is read, and what is shown beside it. */
typedef struct
{
  char       *above;      /* "Part 1 · 2 of 5", or NULL */
  char       *title;
  char       *text;
  PivotSheet *sheet;      /* or NULL */
  guint       level;      /* in the outline */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->above);
  g_free (page->title);
  g_free (page->text);
  g_clear_pointer (&page->sheet, pivot_sheet_free);
  g_free (page);
}

/* A step on the map or on the page of a firm shows that, and another one its figure. */
static PivotSheetKind
choose_kind (PivotSession *session,
             const char   *figure)
{
  PivotPage page = pivot_session_get_page (session);

  if (page == PIVOT_PAGE_FIRMS && pivot_session_get_firm (session) != NULL)
    return PIVOT_SHEET_TIMELINE;

  return page == PIVOT_PAGE_MAP || figure == NULL ? PIVOT_SHEET_MAP : PIVOT_SHEET_FIGURE;
}

static PivotSheet *
make_sheet (PivotSheet   *self,
            PivotSession *session,
            PivotStep    *step)
{
  g_autoptr(PivotSession) own = pivot_session_new ();
  PivotSheetOptions options = self->options;
  double scale = self->style.scale;
  const char *view = pivot_step_get_view (step);

  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  if (view != NULL && !pivot_session_apply_json (own, view, FALSE, NULL))
    g_debug ("a step's view does not fit: %s", view);

  options.kind = choose_kind (own, pivot_step_get_figure (step));
  options.id = pivot_step_get_figure (step);
  options.width = (self->options.width - 2 * MARGIN * scale) * (1 - COLUMN) - GAP * scale;
  options.height = self->options.height - 2 * MARGIN * scale;
  options.transparent = TRUE;

  return pivot_sheet_new (own, &options, NULL);
}

static void
add_part (PivotSheet   *self,
          PivotSession *session,
          PivotStory   *story)
{
  GListModel *steps = pivot_story_get_steps (story);
  guint n = g_list_model_get_n_items (steps);
  Page *page = g_new0 (Page, 1);

  /* Translators: number of a part of the story. */
  page->above = g_strdup_printf (_("Part %u"), pivot_story_get_part (story));
  page->title = g_strdup (pivot_text_get (pivot_story_get_title (story)));
  page->text = g_strdup (pivot_text_get (pivot_story_get_summary (story)));
  g_ptr_array_add (self->pages, page);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStep) step = g_list_model_get_item (steps, i);

      page = g_new0 (Page, 1);
      /* Translators: above a step of the story: its part, which step it is, and of how many. */
      page->above = g_strdup_printf (_("Part %1$u · %2$u of %3$u"), pivot_story_get_part (story), i + 1, n);
      page->title = g_strdup (pivot_text_get (pivot_step_get_title (step)));
      page->text = g_strdup (pivot_text_get (pivot_step_get_text (step)));
      page->sheet = make_sheet (self, session, step);
      page->level = 1;
      g_ptr_array_add (self->pages, page);
    }
}

static void
add_title_page (PivotSheet   *self,
                PivotDataset *dataset)
{
  Page *page = g_new0 (Page, 1);

  page->title = g_strdup (pivot_text_get (pivot_dataset_get_title (dataset)));
  page->text = g_strdup_printf ("%s\n\n%s", pivot_text_get (pivot_dataset_get_description (dataset)),
                                pivot_text_get (pivot_dataset_get_license (dataset)));
  g_ptr_array_add (self->pages, page);
}

/* id: of one part, as text; else all of them. */
static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  GListModel *stories = pivot_dataset_get_stories (dataset);
  guint64 part = self->options.id != NULL ? g_ascii_strtoull (self->options.id, NULL, 10) : 0;

  self->pages = g_ptr_array_new_with_free_func (page_free);
  add_title_page (self, dataset);
  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);

      if (self->options.id == NULL || pivot_story_get_part (story) == part)
        add_part (self, session, story);
    }

  if (self->pages->len < 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such part of the story"));
      return FALSE;
    }

  self->title = g_strdup (pivot_text_get (pivot_dataset_get_title (dataset)));
  self->description = g_strdup (pivot_text_get (pivot_dataset_get_description (dataset)));

  return TRUE;
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

/* Letters as large as the column has room for. */
static double
choose_size (PivotSheet *self,
             const char *text,
             double      width,
             double      height)
{
  double size = 1.25;

  while (size > 0.7 && _pivot_sheet_measure (self, text, size, FALSE, width) > height)
    size -= 0.05;

  return size;
}

static void
draw_cover (PivotSheet *self,
            cairo_t    *cr,
            const Page *page)
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

static guint
count_pages (PivotSheet *self)
{
  return self->pages->len;
}

static void
draw_page (PivotSheet *self,
           guint       number,
           cairo_t    *cr)
{
  const Page *page = g_ptr_array_index (self->pages, number);
  const PivotStyle *style = &self->style;
  double scale = style->scale, x = MARGIN * scale, y = MARGIN * scale;
  double width = (self->options.width - 2 * x) * COLUMN, bottom = self->options.height - MARGIN * scale;

  if (page->sheet == NULL)
    {
      draw_cover (self, cr, page);
      return;
    }

  y += _pivot_sheet_write (self, cr, page->above, 0.92, FALSE, &style->dim, x, y, width) + 4 * scale;
  y += _pivot_sheet_write (self, cr, page->title, 1.6, TRUE, &style->foreground, x, y, width) + 14 * scale;
  write_text (self, cr, page->text, choose_size (self, page->text, width, bottom - y), x, y, width);

  cairo_save (cr);
  cairo_translate (cr, x + width + GAP * scale, MARGIN * scale);
  pivot_sheet_draw (page->sheet, 0, cr);
  cairo_restore (cr);
}

static const char *
get_page_title (PivotSheet *self,
                guint       number,
                guint      *level)
{
  const Page *page = g_ptr_array_index (self->pages, number);

  *level = page->level;

  return page->title;
}

const PivotSheetKindClass _pivot_sheet_story_class = {
  .prepare = prepare,
  .count_pages = count_pages,
  .draw_page = draw_page,
  .get_page_title = get_page_title,
};
