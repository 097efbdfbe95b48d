/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lettering.h"
#include "pivot-timeline-plot.h"

G_BEGIN_DECLS

/* px at scale 1. */
#define PIVOT_TIMELINE_SIDE 14.0
#define PIVOT_TIMELINE_LEAST_PITCH 19.0
#define PIVOT_TIMELINE_LANE_GAP 10.0

/* A mark with its place. */
typedef struct
{
  guint    mark;              /* index */
  guint    lane;
  guint    level;             /* from the axis up */
  double   x0, x1;            /* its time, cut off where the plot ends */
  double   x;                 /* middle of its sign */
  double   label_x;
  double   label_width;       /* 0: no label */
  double   left, right;       /* what it takes of its level */
  gboolean folded;
} PivotTimelineItem;

/* Marks that have no room, counted. */
typedef struct
{
  guint  lane;
  double x;
  double left, right;
  guint  first, n;            /* in the layout's array of folded marks */
} PivotTimelineFold;

typedef struct
{
  double top;
  double title_height;
  double base;                /* y of its axis */
  double foot;                /* between the lowest level and the axis */
  double pitch;               /* from level to level */
  guint  n_levels;
  guint  n_before, n_within, n_after;   /* marks, by the range */
} PivotTimelineLane;

/* Where everything is, for one size and one style. */
typedef struct
{
  gboolean          valid;
  double            width, height;
  double            font_size, scale;
  char              font[64];

  cairo_rectangle_t area;
  double            from, to;
  PivotTimeTicks    ticks;
  double            tick_height;
  double            radius;       /* of a sign */
  double            fold_sign, fold_digit;   /* widths of the parts of "+12" */
  PivotTimelineLane *lanes;
  GArray           *items;        /* PivotTimelineItem, lane by lane */
  GArray           *folds;        /* PivotTimelineFold */
  GArray           *folded;       /* guint: marks */
} PivotTimelineLayout;

struct _PivotTimelinePlot
{
  PivotPlot           parent_instance;

  PivotTimeKind       kind;
  PivotTimelineMark  *marks;      /* in order of time */
  guint               n_marks;
  char              **titles;
  guint               n_lanes;
  GStringChunk       *strings;
  GHashTable         *index_of;   /* id → index + 1 */
  double             *widths;     /* of the labels, or −1 */
  double              width_size; /* for which type size */

  double              least, most;  /* the marks' whole time */
  double              from, to;     /* NaN: all */
  double              today;
  char               *axis_title;
  char               *empty;
  char               *description;

  PivotLettering     *letters;
  PivotTimelineLayout layout;
};

const PivotTimelineLayout *_pivot_timeline_plot_lay_out     (PivotTimelinePlot *self, const PivotStyle *style,
                                                             double width, double height);
void                       _pivot_timeline_plot_change      (PivotTimelinePlot *self);
int                        _pivot_timeline_plot_find_index  (PivotTimelinePlot *self, guint id);
void                       _pivot_timeline_plot_drop_layout (PivotTimelinePlot *self);
void                       _pivot_timeline_plot_get_shown   (PivotTimelinePlot *self, double *from, double *to);
double                     _pivot_timeline_layout_project   (const PivotTimelineLayout *self, double time);
cairo_rectangle_t          _pivot_timeline_layout_get_box   (const PivotTimelineLayout *self, const PivotTimelineItem *item);
cairo_rectangle_t          _pivot_timeline_layout_get_fold_box (const PivotTimelineLayout *self, const PivotTimelineFold *fold);
double                     _pivot_timeline_layout_get_y     (const PivotTimelineLayout *self, guint lane, guint level);
const PivotTimelineItem   *_pivot_timeline_layout_find_item (const PivotTimelineLayout *self, guint mark);
const PivotTimelineFold   *_pivot_timeline_layout_find_fold (const PivotTimelineLayout *self, guint mark);
char                      *_pivot_timeline_fold_label       (guint n);

/* pivot-timeline-items.c: one mark beside others. */
void                       _pivot_timeline_init_item        (PivotTimelinePlot *self, PivotTimelineItem *item, guint mark);
/* The levels that a lane needs if labels have this length at most, and its lowest levels are taken. */
guint                      _pivot_timeline_try_length       (PivotTimelinePlot *self, const PivotStyle *style, GArray *items,
                                                             double most, guint first_level);
/* Labels that were cut to fit beside others take what those have left, once each has its level. */
void                       _pivot_timeline_lengthen         (PivotTimelinePlot *self, const PivotStyle *style, GArray *items);

/* pivot-timeline-lanes.c: what each lane needs, and what it gets. */
/* How many marks each lane has in the range, before it and after it. */
void                       _pivot_timeline_count_marks      (PivotTimelinePlot *self);
void                       _pivot_timeline_fill_lanes       (PivotTimelinePlot *self, const PivotStyle *style);
/* The height with which each mark of a lane has its name, if not all of it. */
double                     _pivot_timeline_measure_lane     (PivotTimelinePlot *self, const PivotStyle *style, guint lane);

/* pivot-timeline-fold.c: what has no room. */
/* Levels of one lane's items (sorted by the place of their signs, from the last to the first). */
guint                      _pivot_timeline_stack            (PivotTimelineItem *items, guint n, guint first_level);
/* Takes items out until the rest fits; the weights are those of the marks. */
void                       _pivot_timeline_thin_out         (PivotTimelinePlot *self, PivotTimelineItem *items, guint n,
                                                             guint n_levels);
/* Counts all marks of a lane, by columns. */
void                       _pivot_timeline_fold_all         (PivotTimelinePlot *self, guint lane);
void                       _pivot_timeline_measure_fold     (PivotTimelinePlot *self, const PivotStyle *style);
void                       _pivot_timeline_add_folds        (PivotTimelinePlot *self, guint lane,
                                                             const PivotTimelineItem *items, guint n);

/* pivot-timeline-draw.c */
void                       _pivot_timeline_plot_draw        (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                             double width, double height);
void                       _pivot_timeline_plot_draw_selection (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                             double width, double height);
void                       _pivot_timeline_plot_draw_hover  (PivotPlot *plot, cairo_t *cr, const PivotStyle *style,
                                                             double width, double height);
gboolean                   _pivot_timeline_plot_hover_extents (PivotPlot *plot, const PivotStyle *style,
                                                             double width, double height, cairo_rectangle_t *box);

G_END_DECLS
