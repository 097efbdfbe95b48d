/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lettering.h"
#include "pivot-ticks.h"

G_BEGIN_DECLS

/* Values to 0…1, with ticks. The range is never empty. */
typedef struct
{
  double     min, max;
  PivotTicks ticks;                    /* those within the range */
  gboolean   brief;                    /* labels have little room: they count millions as soon as there are any */
  char      *labels[PIVOT_TICKS_MAX];
} PivotAxis;

/* The frame of a plot of two number axes: grid, ticks, titles, caption, and the area they leave for data. */
typedef struct
{
  PivotAxis         x, y;
  cairo_rectangle_t area;
  double            tick_height;    /* of a line of tick labels */
  double            title_height;   /* of a line of titles */
  double            caption_top;
  double            caption_width;  /* at most */
  double            width, height;
} PivotFrame;

typedef struct
{
  const char *x_title, *y_title;    /* "" for none */
  const char *caption;              /* "" for none */
} PivotFrameTexts;

void pivot_axis_pad_range   (double *min, double *max);
void pivot_axis_set_ticks   (PivotAxis *axis, guint wanted);
void pivot_axis_clear       (PivotAxis *axis);
void pivot_frame_clear      (PivotFrame *self);
/* The ranges of x and y are set by the caller. */
void pivot_frame_layout     (PivotFrame *self, PivotLettering *letters, const PivotStyle *style,
                             const PivotFrameTexts *texts, double width, double height);
void pivot_frame_draw       (const PivotFrame *self, PivotLettering *letters, cairo_t *cr, const PivotStyle *style,
                             const PivotFrameTexts *texts);
double pivot_frame_project_x (const PivotFrame *self, double x);
double pivot_frame_project_y (const PivotFrame *self, double y);

G_END_DECLS
