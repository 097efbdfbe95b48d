/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>

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
  const char *view = pivot_step_get_view (step);

  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  if (view != NULL && !pivot_session_apply_json (own, view, FALSE, NULL))
    g_debug ("a step's view does not fit: %s", view);

  options.kind = choose_kind (own, pivot_step_get_figure (step));
  options.id = pivot_step_get_figure (step);
  _pivot_sheet_page_set_options (self, &options);

  return pivot_sheet_new (own, &options, NULL);
}

static void
add_part (PivotSheet   *self,
          PivotSession *session,
          PivotStory   *story)
{
  GListModel *steps = pivot_story_get_steps (story);
  guint n = g_list_model_get_n_items (steps);
  PivotSheetPage *page = _pivot_sheet_page_new (self);

  page->is_cover = TRUE;
  /* Translators: number of a part of the story. */
  page->above = g_strdup_printf (_("Part %u"), pivot_story_get_part (story));
  page->title = g_strdup (pivot_text_get (pivot_story_get_title (story)));
  page->text = g_strdup (pivot_text_get (pivot_story_get_summary (story)));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotStep) step = g_list_model_get_item (steps, i);

      page = _pivot_sheet_page_new (self);
      /* Translators: above a step of the story: its part, which step it is, and of how many. */
      page->above = g_strdup_printf (_("Part %1$u · %2$u of %3$u"), pivot_story_get_part (story), i + 1, n);
      page->title = g_strdup (pivot_text_get (pivot_step_get_title (step)));
      page->text = g_strdup (pivot_text_get (pivot_step_get_text (step)));
      page->sheet = make_sheet (self, session, step);
      page->level = 1;
        }
}

static void
add_title_page (PivotSheet   *self,
                PivotDataset *dataset)
{
  PivotSheetPage *page = _pivot_sheet_page_new (self);

  page->is_cover = TRUE;
  page->title = g_strdup (pivot_text_get (pivot_dataset_get_title (dataset)));
  page->text = g_strdup_printf ("%s\n\n%s", pivot_text_get (pivot_dataset_get_description (dataset)),
                                pivot_text_get (pivot_dataset_get_license (dataset)));
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

const PivotSheetKindClass _pivot_sheet_story_class = {
  .prepare = prepare,
  .count_pages = _pivot_sheet_count_read_pages,
  .draw_page = _pivot_sheet_draw_read_page,
  .get_page_title = _pivot_sheet_get_read_page_title,
};
