/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-question.h"
#include "pivot-session.h"

G_BEGIN_DECLS

#define PIVOT_WORKSHEET_MAX_QUESTIONS 40
#define PIVOT_WORKSHEET_DEFAULT_QUESTIONS 10
#define PIVOT_WORKSHEET_DEFAULT_SEED 1
#define PIVOT_WORKSHEET_MAX_SEED 999999999

typedef struct
{
  guint seed;          /* the same seed and view give the same questions */
  guint n_questions;
  int   level;         /* PivotLevel, or −1: some of each */
} PivotWorksheetOptions;

/* Questions that the dataset can answer about what a session shows, from finding to reasoning: a GListModel of PivotQuestion. There
 * may be fewer than were asked for, where the data give no more. They ask about nothing that is missing, and take no limit for a number.
 * With four selected places or more, places are drawn from them. Immutable. */
#define PIVOT_TYPE_WORKSHEET (pivot_worksheet_get_type ())
G_DECLARE_FINAL_TYPE (PivotWorksheet, pivot_worksheet, PIVOT, WORKSHEET, GObject)

/* What the options of a session ask for; a text that is no number counts as none. */
void            pivot_worksheet_options_read (PivotWorksheetOptions *options, PivotSession *session);
PivotWorksheet *pivot_worksheet_new          (PivotSession *session, const PivotWorksheetOptions *options) G_GNUC_WARN_UNUSED_RESULT;
guint           pivot_worksheet_get_n        (PivotWorksheet *self);
PivotQuestion  *pivot_worksheet_get_question (PivotWorksheet *self, guint position); /* (transfer none); NULL past the end */

G_END_DECLS
