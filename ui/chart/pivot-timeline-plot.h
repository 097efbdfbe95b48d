/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-plot.h"
#include "pivot-time-ticks.h"
#include "pivot-timeline-sign.h"

G_BEGIN_DECLS

/* Ids from here on are of what stands for several marks, "+3". */
#define PIVOT_TIMELINE_FOLD 0x40000000

typedef struct
{
  guint       id;
  guint       lane;
  double      start, end;    /* it was in this time, as the axis counts; all of it, if it was lasting */
  gboolean    lasting;
  PivotSign   sign;
  guint       weight;        /* the least is folded first where there is no room */
  const char *label;         /* short (copied) */
  const char *text;          /* for tooltip and speech (copied) */
} PivotTimelineMark;

/* Marks on a time axis, in one lane or in several below each other. Each mark has a level with room for its label and a
 * line down to the axis; what has no room at all is counted where it would be. */
#define PIVOT_TYPE_TIMELINE_PLOT (pivot_timeline_plot_get_type ())
G_DECLARE_FINAL_TYPE (PivotTimelinePlot, pivot_timeline_plot, PIVOT, TIMELINE_PLOT, PivotPlot)

PivotTimelinePlot *pivot_timeline_plot_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* titles: one a lane; NULL in it for none. */
void               pivot_timeline_plot_set_data  (PivotTimelinePlot *self, PivotTimeKind kind,
                                                  const char * const *titles, guint n_lanes,
                                                  const PivotTimelineMark *marks, guint n_marks);
void               pivot_timeline_plot_set_today (PivotTimelinePlot *self, double today);       /* NaN: not shown */
void               pivot_timeline_plot_set_texts (PivotTimelinePlot *self, const char *axis_title, const char *empty,
                                                  const char *description);
/* What part of the time is shown. NaN: all. Kept within reason. */
void               pivot_timeline_plot_set_range (PivotTimelinePlot *self, double from, double to);
gboolean           pivot_timeline_plot_get_range (PivotTimelinePlot *self, double *from, double *to); /* FALSE: all */
/* The range grows by factor (less than 1: closer) around a time, or moves. */
void               pivot_timeline_plot_zoom      (PivotTimelinePlot *self, double factor, double around);
void               pivot_timeline_plot_pan       (PivotTimelinePlot *self, double by);
/* Moves the range so that a mark is in it. */
void               pivot_timeline_plot_reveal    (PivotTimelinePlot *self, guint id);
double             pivot_timeline_plot_to_time   (PivotTimelinePlot *self, const PivotStyle *style, double width, double x);
PivotTimeKind      pivot_timeline_plot_get_kind  (PivotTimelinePlot *self);
guint              pivot_timeline_plot_get_n_marks (PivotTimelinePlot *self);
/* How high the plot would like to be, to name all marks. */
double             pivot_timeline_plot_measure_height (PivotTimelinePlot *self, const PivotStyle *style, double width);
/* The marks that a fold stands for (transfer full). */
guint             *pivot_timeline_plot_get_folded (PivotTimelinePlot *self, const PivotStyle *style, double width, double height,
                                                  guint fold, guint *n);

G_END_DECLS
