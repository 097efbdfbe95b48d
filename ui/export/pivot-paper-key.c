/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-paper-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-evidence.h"

#define MAP_HEIGHT 0.5   /* of the width */

/* The pages with the answers, each with what it rests on. */

static void
add_answer (PivotPaper    *self,
            PivotEvidence *evidence,
            PivotQuestion *question,
            guint          number)
{
  double scale = self->sheet->style.scale, indent = PIVOT_PAPER_INDENT * scale;
  g_auto(GStrv) lines = pivot_evidence_write (evidence, pivot_question_get_receipts (question));
  PivotPageText asked = { .size = PIVOT_PAPER_SMALL, .dim = TRUE, .indent = indent };
  PivotPageText answer = { .size = PIVOT_PAPER_TEXT, .indent = indent };
  PivotPageText receipt = { .size = PIVOT_PAPER_SMALL, .indent = indent };
  double height;

  /* One's own words are no answer that stands out. */
  answer.bold = pivot_question_get_level (question) != PIVOT_LEVEL_EXPLAIN;
  height = _pivot_page_flow_measure (self->flow, &asked, pivot_question_get_text (question)) +
           _pivot_page_flow_measure (self->flow, &answer, pivot_question_get_answer (question)) + 5 * scale;
  /* The first line of what it rests on stands with it. */
  if (lines[0] != NULL)
    height += MIN (_pivot_page_flow_measure (self->flow, &receipt, lines[0]), 40 * scale);
  _pivot_paper_begin_item (self, number, pivot_question_get_text (question), PIVOT_PAPER_SMALL, height);
  _pivot_page_flow_write (self->flow, &asked, pivot_question_get_text (question));
  _pivot_page_flow_skip (self->flow, 2 * scale);
  _pivot_page_flow_write (self->flow, &answer, pivot_question_get_answer (question));
  _pivot_page_flow_skip (self->flow, 2 * scale);
  for (guint i = 0; lines[i] != NULL; i++)
    _pivot_page_flow_write (self->flow, &receipt, lines[i]);
}

static void
add_sources (PivotPaper    *self,
             PivotEvidence *evidence)
{
  double scale = self->sheet->style.scale;

  if (pivot_evidence_get_n_sources (evidence) == 0)
    return;

  _pivot_page_flow_skip (self->flow, 22 * scale);
  _pivot_page_flow_need (self->flow, 80 * scale);
  _pivot_paper_write (self, _("Sources"), PIVOT_PAPER_HEADING, TRUE, FALSE, 0);
  _pivot_page_flow_skip (self->flow, 4 * scale);
  for (guint i = 0; i < pivot_evidence_get_n_sources (evidence); i++)
    {
      g_autofree char *text = pivot_evidence_write_source (evidence, i);

      _pivot_paper_write (self, text, PIVOT_PAPER_SMALL, FALSE, FALSE, 0);
      _pivot_page_flow_skip (self->flow, 2 * scale);
    }
}

void
_pivot_paper_add_key (PivotPaper *self)
{
  g_autoptr(PivotEvidence) evidence = pivot_evidence_new (pivot_session_get_dataset (self->session), self->findings);
  double scale = self->sheet->style.scale;
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autofree char *title = g_strdup_printf (_("Answer key: %s"), pivot_text_get (pivot_measure_get_label (measure)));
  g_autofree char *subtitle = _pivot_sheet_make_subtitle (self->session);

  _pivot_paper_write (self, title, PIVOT_PAPER_TITLE, TRUE, FALSE, 0);
  _pivot_paper_write (self, subtitle, PIVOT_PAPER_TEXT, FALSE, TRUE, 0);
  _pivot_page_flow_skip (self->flow, 10 * scale);
  _pivot_paper_add_map (self, _pivot_page_flow_get_width (self->flow) * MAP_HEIGHT, TRUE);
  _pivot_page_flow_skip (self->flow, 12 * scale);
  _pivot_paper_add_legend (self, TRUE);
  _pivot_page_flow_skip (self->flow, 8 * scale);
  for (guint i = 0; i < pivot_worksheet_get_n (self->questions); i++)
    add_answer (self, evidence, pivot_worksheet_get_question (self->questions, i), i + 1);
  add_sources (self, evidence);
}
