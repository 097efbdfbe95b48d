/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lettering.h"

G_BEGIN_DECLS

/* Fills pages of one size from the top down: what does not fit any more goes to the next one, texts line by line. Made once, then drawn
 * page by page. All lengths are px of the page. */
typedef struct _PivotPageFlow PivotPageFlow;

typedef struct
{
  double width, height;
  double left, top, right, bottom;  /* margins */
} PivotPageSize;

/* Draws what stands in a box of this size, from its top left corner. */
typedef void (*PivotPageDrawFunc) (gpointer user_data, cairo_t *cr, double width, double height);

typedef struct
{
  double         size;     /* relative to body text */
  gboolean       bold;
  gboolean       dim;
  double         indent;   /* from the left margin */
  double         width;    /* 0: to the right margin */
  double         drop;     /* below where the page is filled to, of what is put beside something */
  PivotTextFlush flush;
} PivotPageText;

/* letters and style belong to the caller, and outlive the flow. */
PivotPageFlow *_pivot_page_flow_new        (PivotLettering      *letters,
                                            const PivotStyle    *style,
                                            const PivotPageSize *size) G_GNUC_WARN_UNUSED_RESULT;
void           _pivot_page_flow_free       (PivotPageFlow       *self);
double         _pivot_page_flow_get_width  (PivotPageFlow       *self);
guint          _pivot_page_flow_get_n      (PivotPageFlow       *self);
/* The page that is being filled. */
guint          _pivot_page_flow_get_page   (PivotPageFlow       *self);
/* Begins a page. */
void           _pivot_page_flow_turn       (PivotPageFlow       *self);
/* Begins one unless so much fits below; gives whether it did. What is higher than a page begins where it stands. */
gboolean       _pivot_page_flow_need       (PivotPageFlow       *self,
                                            double               height);
/* Goes on below what was put side by side. */
void           _pivot_page_flow_go         (PivotPageFlow       *self,
                                            double               height);
/* Leaves room between things; none at the top of a page. */
void           _pivot_page_flow_skip       (PivotPageFlow       *self,
                                            double               height);
double         _pivot_page_flow_measure    (PivotPageFlow       *self,
                                            const PivotPageText *look,
                                            const char          *text);
/* A paragraph for each line of text. */
void           _pivot_page_flow_write      (PivotPageFlow       *self,
                                            const PivotPageText *look,
                                            const char          *text);
/* Without going on: something stands beside it. */
void           _pivot_page_flow_put        (PivotPageFlow       *self,
                                            const PivotPageText *look,
                                            const char          *text);
/* Lines to write on. */
void           _pivot_page_flow_rule       (PivotPageFlow       *self,
                                            guint                n,
                                            double               gap,
                                            double               indent);
/* A box to tick, or a thin line, without going on. */
void           _pivot_page_flow_put_box    (PivotPageFlow       *self,
                                            double               x,
                                            double               y,
                                            double               width,
                                            double               height);
void           _pivot_page_flow_draw_at    (PivotPageFlow       *self,
                                            double               height,
                                            PivotPageDrawFunc    draw,
                                            gpointer             user_data);
void           _pivot_page_flow_draw       (PivotPageFlow       *self,
                                            guint                page,
                                            cairo_t             *cr);

G_END_DECLS
