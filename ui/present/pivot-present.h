/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-coloring.h"
#include "pivot-histogram-plot.h"
#include "pivot-legend.h"
#include "pivot-palette.h"
#include "pivot-ramp-plot.h"
#include "pivot-rank-row.h"
#include "pivot-receipt.h"
#include "pivot-regions.h"
#include "pivot-scatter-plot.h"
#include "pivot-strip-plot.h"
#include "pivot-session-options.h"

G_BEGIN_DECLS

/* From dataset and session to what is drawn: pure functions, no widget. The only place where a province becomes a polygon with a
 * colour. Every function copes with a session without a dataset or without values. */

/* Map. */
const PivotPalette *pivot_present_palette        (PivotSession *session);                /* chosen, or the measure's default kind's */
/* Colours of the classes, low to high, with the palette, reversal and midpoint of the session; n_classes long. */
guint               pivot_present_class_colors   (PivotSession *session, const PivotStyle *style, GdkRGBA colors[PIVOT_CLASSES_MAX]);
/* Colour of one place; FALSE where it has no value. */
gboolean            pivot_present_place_color    (PivotSession *session, const PivotStyle *style, guint place, GdkRGBA *color);
/* Whether the place is of the class that is pointed at. */
gboolean            pivot_present_place_is_lit   (PivotSession *session, guint place);
/* NULL without a dataset. The shapes are those of pivot_present_geometry(). */
PivotRegions       *pivot_present_regions        (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
/* The second map of a pair; NULL unless there are two maps. */
PivotRegions       *pivot_present_second_regions (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Layout: boundaries, equal tiles, or circles by a measure. */
typedef enum { PIVOT_LAYOUT_MAP, PIVOT_LAYOUT_GRID, PIVOT_LAYOUT_CIRCLES } PivotLayout; /* words of PIVOT_OPTION_LAYOUT, in order */
PivotLayout    pivot_present_layout       (PivotSession *session);
PivotGeometry *pivot_present_geometry     (PivotSession *session);                        /* shapes shown (transfer none); or NULL */
/* FALSE: these shapes take a while, and are better prepared in another thread. */
gboolean       pivot_present_has_geometry   (PivotSession *session);
void           pivot_present_prepare_async  (PivotSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean       pivot_present_prepare_finish (GAsyncResult *result, GError **error);
PivotMeasure  *pivot_present_size_measure (PivotSession *session);                        /* of the circles; NULL: all the same */
gboolean       pivot_present_can_be_size  (PivotMeasure *measure);

/* Scatter of measure (x) against the compared measure (y): points, parity line where both are shares, least-squares line, caption
 * with r, n and how many places lack a value. */
void         pivot_present_scatter (PivotSession *session, const PivotStyle *style, PivotScatterPlot *plot);

/* A still map with its legend, in an equal-area plane (transfer full). */
PivotPlot   *pivot_present_map_plot      (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Histogram of the measure with the classes of the legend. */
void         pivot_present_histogram (PivotSession *session, const PivotLegend *legend, PivotHistogramPlot *plot);

/* The colour scale of a map without classes. */
void         pivot_present_scale (PivotSession *session, const PivotStyle *style, PivotRampPlot *plot);

/* How often each place is in the top class; FALSE if the session does not ask for it, or it is not known yet. */
gboolean     pivot_present_stability (PivotSession *session, const PivotStyle *style, PivotStripPlot *plot);

/* Rows of the ranking: places with a value from highest to lowest, then those without (of PivotRankRow). */
GListModel  *pivot_present_ranking (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Receipts of every measure for one place (transfer full, of PivotReceipt). */
GListModel  *pivot_present_session_receipts (PivotSession *session, guint place, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT; /* with the what-if */
GListModel  *pivot_present_receipts      (PivotDataset *dataset, guint place, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* Firms of a place (transfer full, of PivotFirm). */
GListModel  *pivot_present_firms         (PivotDataset *dataset, guint place) G_GNUC_WARN_UNUSED_RESULT;

/* Places of the firms that are selected, each once (transfer full). */
guint       *pivot_present_firm_places   (PivotSession *session, guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* Texts, translated (transfer full unless const). */
const char  *pivot_present_method_label  (PivotMethod method);                 /* "Natural breaks" */
char        *pivot_present_measure_title (PivotMeasure *measure);              /* "Share of all Little Giants (%)" */
char        *pivot_present_tooltip       (PivotSession *session, guint place); /* Pango markup: name, value of both measures, rank */
char        *pivot_present_place_sentence(PivotSession *session, guint place); /* speech: name, value, rank, neighbours, selected */
int          pivot_present_step_rank     (PivotSession *session, int from, int step); /* the place of the next lower (1) or higher rank */
char        *pivot_present_map_sentence  (PivotSession *session);              /* what the map shows, extent, highest, lowest, missing */
char        *pivot_present_status_line   (PivotSession *session);              /* "3 places selected · mean 4.9, n = 3" */
char        *pivot_present_data_line     (PivotSession *session);              /* "Data: …." */
char        *pivot_present_boundaries_line(PivotSession *session);              /* "Boundaries: Made with Natural Earth …" */
char        *pivot_present_source_line   (PivotSession *session);              /* "Data: …. Boundaries: Made with Natural Earth …" */

G_END_DECLS
