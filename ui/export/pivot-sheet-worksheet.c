/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-paper-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-audit.h"
#include "pivot-present-albers.h"
#include "pivot-present.h"
#include "pivot-session-options.h"
#include "pivot-sheet-worksheet.h"

/* In px at scale 1. */
#define MARGIN 42.0
#define HEAD 20.0
#define FOOT_GAP 12.0

#define SEA "#e9eef2"

/* Portrait, px of 1/96 inch. In the order of the words of PIVOT_OPTION_WORKSHEET_PAPER. */
static const struct
{
  double width, height;
} papers[] = { { 794, 1123 }, { 816, 1056 } };

/**
 * pivot_sheet_options_init_worksheet: (skip)
 * @options: (out caller-allocates): options
 * @session: a session
 *
 * Sets what the worksheet of a session is like: on the paper that it asks for, in print.
 */
void
pivot_sheet_options_init_worksheet (PivotSheetOptions *options,
                                    PivotSession      *session)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_WORKSHEET_PAPER);
  const char *word;
  guint paper = 0;

  g_return_if_fail (options != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));

  word = pivot_session_get_word (session, PIVOT_OPTION_WORKSHEET_PAPER);
  while (!g_str_equal (words[paper], word))
    paper++;

  pivot_sheet_options_init (options);
  options->kind = PIVOT_SHEET_WORKSHEET;
  options->theme = PIVOT_SHEET_PRINT;
  options->width = papers[paper].width;
  options->height = papers[paper].height;
}

void
_pivot_paper_free (PivotPaper *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->questions);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->blank, pivot_regions_unref);
  g_clear_pointer (&self->given, pivot_legend_free);
  g_clear_pointer (&self->flow, _pivot_page_flow_free);
  g_free (self->footer);
  g_free (self->mark);
  g_free (self);
}

/* On paper the map has places where they are, and a colour for each class, whatever the screen shows. */
static PivotSession *
copy_session (PivotSession  *session,
              GError       **error)
{
  g_autoptr(PivotSession) own = pivot_session_new ();
  g_autofree char *view = pivot_session_to_json (session);

  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  if (!pivot_session_apply_json (own, view, FALSE, error))
    return NULL;

  pivot_session_set_word (own, PIVOT_OPTION_LAYOUT, pivot_option_get_words (PIVOT_OPTION_LAYOUT)[0]);
  pivot_session_set_word (own, PIVOT_OPTION_MAPPING, pivot_option_get_words (PIVOT_OPTION_MAPPING)[0]);
  pivot_session_set_word (own, PIVOT_OPTION_VISION, pivot_option_get_words (PIVOT_OPTION_VISION)[0]);
  pivot_session_set_flag (own, PIVOT_OPTION_STABILITY, FALSE);

  return g_steal_pointer (&own);
}

/* Places with a value are to be coloured, and white; the others are hatched as ever. */
static PivotRegions *
make_blank (PivotRegions *regions)
{
  PivotGeometry *geometry = pivot_regions_get_geometry (regions);
  PivotRegions *blank = pivot_regions_new (geometry);
  const GdkRGBA white = { 1, 1, 1, 1 };

  for (guint i = 0; i < pivot_geometry_get_n_regions (geometry); i++)
    {
      if (pivot_regions_get_kind (regions, i) != PIVOT_REGION_NO_DATA)
        pivot_regions_set_fill (blank, i, PIVOT_REGION_VALUE, &white);
      pivot_regions_set_label (blank, i, pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_FULL),
                               pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_BRIEF),
                               pivot_regions_get_label (regions, i, PIVOT_REGION_LABEL_TINY));
    }

  return blank;
}

static void
take_map (PivotSheet *self)
{
  PivotPaper *paper = self->paper;
  PivotDataset *dataset = pivot_session_get_dataset (paper->session);
  PivotGeometry *context = pivot_present_albers_context (dataset);

  self->regions = pivot_present_albers_regions (paper->session, &self->style);
  self->context = context != NULL ? pivot_geometry_ref (context) : NULL;
  self->is_map = TRUE;
  self->selected = pivot_session_get_selected (paper->session, &self->n_selected);
  /* All of them are none in particular. */
  if (self->n_selected == pivot_dataset_get_n_places (dataset))
    self->n_selected = 0;
  paper->blank = make_blank (self->regions);
  paper->given = pivot_legend_new (paper->session, &self->style);
}

static void
take_texts (PivotSheet *self)
{
  PivotPaper *paper = self->paper;
  PivotDataset *dataset = pivot_session_get_dataset (paper->session);
  g_autofree char *measure = pivot_present_measure_title (pivot_session_get_measure (paper->session));
  guint n = pivot_worksheet_get_n (paper->questions);
  PivotWorksheetOptions options;

  pivot_worksheet_options_read (&options, paper->session);
  if (g_strcmp0 (self->options.id, PIVOT_SHEET_KEY) == 0)
    /* Translators: title of the pages with the answers of a worksheet: name of a measure. */
    self->title = g_strdup_printf (_("Answer key: %s"), measure);
  else
    /* Translators: title of a worksheet: name of a measure. */
    self->title = g_strdup_printf (_("Worksheet: %s"), measure);
  self->description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A blank map, and %u question with its answer in the data.",
                                                    "A blank map, and %u questions with their answers in the data.", n), n);
  self->source = pivot_present_source_line (paper->session);
  paper->footer = g_strdup (self->source);
  /* Translators: at the foot of a worksheet, to make it again: title and id of the dataset, and the seed. */
  paper->mark = g_strdup_printf (_("%1$s (%2$s) · seed %3$u"), pivot_text_get (pivot_dataset_get_title (dataset)),
                                 pivot_dataset_get_id (dataset), options.seed);
}

static double
measure_foot (PivotSheet *self)
{
  double width = self->options.width - 2 * MARGIN * self->style.scale;

  return _pivot_sheet_measure (self, self->paper->footer, PIVOT_PAPER_TINY, FALSE, width) +
         _pivot_sheet_measure (self, self->paper->mark, PIVOT_PAPER_TINY, FALSE, width * 0.8);
}

static void
fill (PivotSheet *self)
{
  PivotPaper *paper = self->paper;
  double scale = self->style.scale;
  const PivotPageSize size = {
    self->options.width, self->options.height, MARGIN * scale, (MARGIN + HEAD) * scale, MARGIN * scale,
    (MARGIN + FOOT_GAP) * scale + measure_foot (self)
  };
  gboolean pupil = g_strcmp0 (self->options.id, PIVOT_SHEET_KEY) != 0;
  gboolean key = g_strcmp0 (self->options.id, PIVOT_SHEET_PUPIL) != 0;

  paper->flow = _pivot_page_flow_new (self->letters, &self->style, &size);
  if (pupil)
    _pivot_paper_add_pupil (paper);
  if (pupil && key)
    {
      _pivot_page_flow_turn (paper->flow);
      if (_pivot_page_flow_get_page (paper->flow) % 2 != 0)
        {
          paper->empty_page = _pivot_page_flow_get_page (paper->flow);
          _pivot_page_flow_turn (paper->flow);
        }
    }
  if (key)
    {
      paper->key_page = _pivot_page_flow_get_page (paper->flow);
      _pivot_paper_add_key (paper);
    }
}

static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  PivotWorksheetOptions options;
  PivotPaper *paper;

  if (pivot_session_get_measure (session) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The map shows no measure"));
      return FALSE;
    }
  if (self->options.id != NULL && !g_str_equal (self->options.id, PIVOT_SHEET_PUPIL) && !g_str_equal (self->options.id, PIVOT_SHEET_KEY))
    {
      /* Translators: a part of a worksheet that was asked for, and the two words that there are. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("A worksheet has no “%1$s”; there are %2$s"), self->options.id,
                   PIVOT_SHEET_PUPIL ", " PIVOT_SHEET_KEY);
      return FALSE;
    }

  paper = self->paper = g_new0 (PivotPaper, 1);
  paper->sheet = self;
  paper->key_page = paper->empty_page = G_MAXUINT;
  paper->session = copy_session (session, error);
  if (paper->session == NULL)
    return FALSE;

  /* Places that wait for their colour stand out from the sea. */
  gdk_rgba_parse (&self->style.background, SEA);
  pivot_worksheet_options_read (&options, paper->session);
  paper->questions = pivot_worksheet_new (paper->session, &options);
  paper->findings = pivot_audit_run (pivot_session_get_dataset (paper->session));
  paper->has_names = pivot_session_get_flag (paper->session, PIVOT_OPTION_WORKSHEET_NAMES);
  take_map (self);
  take_texts (self);
  fill (self);

  return TRUE;
}

static guint
count_pages (PivotSheet *self)
{
  return _pivot_page_flow_get_n (self->paper->flow);
}

/* Pages are counted in their part: those of the key by themselves. */
static void
find_part (PivotPaper *self,
           guint       page,
           guint      *number,
           guint      *n)
{
  guint all = _pivot_page_flow_get_n (self->flow);
  guint before_key = MIN (MIN (self->empty_page, self->key_page), all);

  *number = page >= self->key_page ? page - self->key_page : page;
  *n = page >= self->key_page ? all - self->key_page : before_key;
}

static void
draw_foot (PivotSheet *self,
           guint       page,
           cairo_t    *cr)
{
  PivotPaper *paper = self->paper;
  const PivotStyle *style = &self->style;
  double scale = style->scale, x = MARGIN * scale, width = self->options.width - 2 * x;
  double y = self->options.height - MARGIN * scale - measure_foot (self);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_PAPER_TINY);
  g_autofree char *number = NULL;
  double number_width;
  guint at, n;

  find_part (paper, page, &at, &n);
  /* Translators: number of a page, and of how many. */
  number = g_strdup_printf (_("Page %1$u of %2$u"), at + 1, n);
  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_rectangle (cr, x, y - 6 * scale, width, MAX (0.5, 0.6 * scale));
  cairo_fill (cr);
  y += _pivot_sheet_write (self, cr, paper->footer, PIVOT_PAPER_TINY, FALSE, &style->dim, x, y, width);
  _pivot_sheet_write (self, cr, paper->mark, PIVOT_PAPER_TINY, FALSE, &style->dim, x, y, width * 0.8);
  pivot_lettering_measure (self->letters, &look, number, &number_width, NULL);
  pivot_lettering_draw (self->letters, cr, &look, number, x + width - number_width, y, &style->dim, NULL);
}

/* At the top of what is not the first page, so that a loose one is not lost. */
static void
draw_head (PivotSheet *self,
           guint       page,
           cairo_t    *cr)
{
  const PivotStyle *style = &self->style;
  double scale = style->scale, x = MARGIN * scale, width = self->options.width - 2 * x;
  g_autofree char *measure = pivot_present_measure_title (pivot_session_get_measure (self->paper->session));
  g_autofree char *text = NULL;
  guint at, n;

  find_part (self->paper, page, &at, &n);
  if (at == 0)
    return;

  text = g_strdup_printf (page >= self->paper->key_page ? _("Answer key: %s") : _("Worksheet: %s"), measure);
  _pivot_sheet_write (self, cr, text, PIVOT_PAPER_SMALL, FALSE, &style->dim, x, (MARGIN - 6) * scale, width);
}

static void
draw_page (PivotSheet *self,
           guint       page,
           cairo_t    *cr)
{
  const PivotStyle *style = &self->style;

  if (page == self->paper->empty_page)
    {
      _pivot_sheet_write (self, cr, _("This page is left empty, so that the answers begin on a sheet of their own."), PIVOT_PAPER_SMALL,
                          FALSE, &style->dim, MARGIN * style->scale, self->options.height / 2,
                          self->options.width - 2 * MARGIN * style->scale);
      return;
    }

  draw_head (self, page, cr);
  _pivot_page_flow_draw (self->paper->flow, page, cr);
  draw_foot (self, page, cr);
}

/* The outline has the two parts. */
static const char *
get_page_title (PivotSheet *self,
                guint       page,
                guint      *level)
{
  PivotPaper *paper = self->paper;

  *level = 0;
  if (page != 0 && page != paper->key_page)
    return NULL;

  return page == paper->key_page ? _("Answer key") : _("Worksheet");
}

const PivotSheetKindClass _pivot_sheet_worksheet_class = {
  .prepare = prepare,
  .count_pages = count_pages,
  .draw_page = draw_page,
  .get_page_title = get_page_title,
};
