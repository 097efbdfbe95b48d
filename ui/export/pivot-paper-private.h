/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-page-flow-private.h"
#include "pivot-sheet-private.h"
#include "pivot-worksheet.h"

G_BEGIN_DECLS

/* A worksheet on paper: pages for who answers, and pages with the answers. */
struct _PivotPaper
{
  PivotSheet     *sheet;       /* whose it is */
  PivotSession   *session;     /* what the sheet was asked to show, as a map of classes */
  PivotWorksheet *questions;
  GListModel     *findings;
  PivotRegions   *blank;       /* the map without colours */
  PivotLegend    *given;       /* the legend of the map with them; or NULL */
  gboolean        has_names;
  PivotPageFlow  *flow;
  guint           key_page;    /* the first with answers; G_MAXUINT: none */
  guint           empty_page;  /* before them, so that they begin on a sheet of their own; G_MAXUINT: none */
  char           *footer;      /* sources and boundaries */
  char           *mark;        /* dataset, seed */
};

/* Relative to body text. */
#define PIVOT_PAPER_TITLE 1.5
#define PIVOT_PAPER_HEADING 1.05
#define PIVOT_PAPER_TEXT 0.92
#define PIVOT_PAPER_SMALL 0.8
#define PIVOT_PAPER_TINY 0.7

/* For the number of a question, px at scale 1. */
#define PIVOT_PAPER_INDENT 28.0

void  _pivot_paper_add_pupil    (PivotPaper *self);
void  _pivot_paper_add_numbers  (PivotPaper *self);
void  _pivot_paper_add_key      (PivotPaper *self);

/* What pupil's pages and key share. */
void  _pivot_paper_write        (PivotPaper *self, const char *text, double size, gboolean bold, gboolean dim, double indent);
void  _pivot_paper_add_map      (PivotPaper *self, double height, gboolean coloured);
void  _pivot_paper_add_legend   (PivotPaper *self, gboolean given);
/* A question's number in the margin, beside the text that is written next, with room for so much of what follows. */
void  _pivot_paper_begin_item   (PivotPaper *self, guint number, const char *beside, double size, double height);

G_END_DECLS
