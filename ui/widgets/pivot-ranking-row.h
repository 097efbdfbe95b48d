/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-rank-row.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* Widths that all rows share, so that bars begin at the same place and can be compared. */
typedef struct
{
  int rank_chars;
  int name_chars;
  int text_chars;
} PivotRankingColumns;

/* The widget of one line of the ranking, or of the heading above the places without a value. */
#define PIVOT_TYPE_RANKING_ROW (pivot_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotRankingRow, pivot_ranking_row, PIVOT, RANKING_ROW, GtkWidget)

GtkWidget *pivot_ranking_row_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_ranking_row_show_rank (PivotRankingRow *self, PivotRankRow *row, const PivotRankingColumns *columns,
                                        const PivotStyle *style);
void       pivot_ranking_row_show_head (PivotRankingRow *self, const char *text);
/* Index of the place, −1 for a heading. */
int        pivot_ranking_row_get_place (PivotRankingRow *self);

G_END_DECLS
