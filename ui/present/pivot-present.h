/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-bar.h"
#include "pivot-palette.h"
#include "pivot-receipt.h"
#include "pivot-regions.h"
#include "pivot-scatter-plot.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* From dataset and session to what is drawn: pure functions, no widget. The only place where a province becomes a polygon with a
 * colour. Every function copes with a session without a dataset or without values. */

const PivotPalette *pivot_present_palette        (PivotSession *session);                /* chosen, or the measure's default kind's */
/* Colours of the classes, low to high, with the palette, reversal and midpoint of the session; n_classes long. */
guint               pivot_present_class_colors   (PivotSession *session, const PivotStyle *style, GdkRGBA colors[PIVOT_CLASSES_MAX]);
/* Colour of one place; FALSE where it has no value. */
gboolean            pivot_present_place_color    (PivotSession *session, const PivotStyle *style, guint place, GdkRGBA *color);
PivotRegions       *pivot_present_regions        (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Legend. */
typedef struct
{
  GdkRGBA color;
  double  lower, upper;
  guint   count;
  char   *text;            /* "2.35 – 4.24" */
} PivotLegendClass;

typedef struct
{
  char             *title;       /* label of the measure */
  char             *unit;        /* or "" */
  char             *method;      /* "Natural breaks, 5 classes" */
  PivotLegendClass  classes[PIVOT_CLASSES_MAX];
  guint             n_classes;
  int               midpoint;    /* classes below the midpoint, −1: no midpoint inside */
  char             *midpoint_text; /* "0", or NULL */
  guint             n_missing;   /* places without a value */
  guint             n_bounds;    /* places whose value is a limit */
} PivotLegend;

PivotLegend *pivot_legend_new  (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void         pivot_legend_free (PivotLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLegend, pivot_legend_free)
/* Places of a class (−1: of those without a value), ascending (transfer full). */
guint       *pivot_legend_get_places (PivotSession *session, int class_index, guint *n);

/* Scatter of measure (x) against the compared measure (y): points, parity line where both are shares, least-squares line, caption
 * with r, n and how many places lack a value. */
void         pivot_present_scatter (PivotSession *session, const PivotStyle *style, PivotScatterPlot *plot);

/* Rows of the ranking: places with a value from highest to lowest, then those without. */
#define PIVOT_TYPE_RANK_ROW (pivot_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (PivotRankRow, pivot_rank_row, PIVOT, RANK_ROW, GObject)
/* Readable properties: place (index), rank (0: none), name, text (value with bound, no unit), missing. */
guint           pivot_rank_row_get_place (PivotRankRow *self);
guint           pivot_rank_row_get_rank  (PivotRankRow *self);
const PivotBar *pivot_rank_row_get_bar   (PivotRankRow *self);
GListModel     *pivot_present_ranking    (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT; /* of PivotRankRow */

/* Receipts of every measure for one place (transfer full, of PivotReceipt). */
GListModel  *pivot_present_receipts      (PivotDataset *dataset, guint place, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* Firms of a place (transfer full, of PivotFirm). */
GListModel  *pivot_present_firms         (PivotDataset *dataset, guint place) G_GNUC_WARN_UNUSED_RESULT;

/* Texts, translated (transfer full). */
char        *pivot_present_tooltip       (PivotSession *session, guint place); /* Pango markup: name, value of both measures, rank */
char        *pivot_present_place_sentence(PivotSession *session, guint place); /* speech: "Zhejiang, 9.87%, rank 1 of 10, selected" */
char        *pivot_present_map_sentence  (PivotSession *session);              /* what the map shows, extent, highest, lowest, missing */
char        *pivot_present_status_line   (PivotSession *session);              /* "3 places selected · mean 4.9, n = 3" */
char        *pivot_present_source_line   (PivotSession *session);              /* "Data: …. Boundaries: Made with Natural Earth …" */

G_END_DECLS
