/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-figure-drawing.h"
#include "pivot-lettering.h"
#include "pivot-legend.h"
#include "pivot-plot.h"
#include "pivot-regions.h"
#include "pivot-sheet.h"

G_BEGIN_DECLS

/* What a kind of sheet does. prepare fills in the texts and what draw needs, while the session is as it was asked for; the others may
 * be NULL. */
typedef struct
{
  gboolean (*prepare)       (PivotSheet *self, PivotSession *session, GError **error);
  double   (*measure_legend)(PivotSheet *self, double width);
  void     (*draw_legend)   (PivotSheet *self, cairo_t *cr, double width);
  void     (*draw)          (PivotSheet *self, cairo_t *cr, double width, double height);
  /* How wide what is drawn wants to be at most, for its height, and the legend beside it on a wide page; 0: as wide as the page. */
  double     max_aspect;
  double   (*draw_side)     (PivotSheet *self, cairo_t *cr, double width);   /* gives its height */
  gboolean   supposes;      /* it shows the session's numbers, and with them what is assumed */
  gboolean   whole;         /* what is drawn has its own title and sources */
  /* Of sheets with pages of their own. */
  guint    (*count_pages)   (PivotSheet *self);
  void     (*draw_page)     (PivotSheet *self, guint page, cairo_t *cr);
  const char *(*get_page_title) (PivotSheet *self, guint page, guint *level);
} PivotSheetKindClass;

/* A worksheet on paper. */
typedef struct _PivotPaper PivotPaper;

/* A page that is read: its texts, and what is shown beside them. */
typedef struct
{
  char       *above;      /* "Part 1 · 2 of 5", or NULL */
  char       *title;
  char       *text;
  char       *question;   /* or NULL */
  char       *notes;      /* or NULL */
  PivotSheet *sheet;      /* or NULL */
  gboolean    is_cover;
  guint       level;      /* in the outline */
} PivotSheetPage;

struct _PivotSheet
{
  PivotSheetOptions          options;
  const PivotSheetKindClass *klass;
  PivotStyle                 style;
  PivotLettering            *letters;

  char                      *banner;      /* what is assumed, or NULL */
  char                      *title;
  char                      *subtitle;
  char                      *caption;
  char                      *source;
  char                      *description;

  /* A map. */
  PivotRegions              *regions;
  PivotGeometry             *context;     /* or NULL */
  guint                     *selected;
  guint                      n_selected;
  gboolean                   is_map;      /* and not tiles or circles */
  gboolean                   has_camera;
  double                     longitude, latitude, zoom;
  PivotLegend               *legend;      /* or NULL */
  PivotPlot                 *scale;       /* the legend of a map without a row of classes, or NULL */
  double                     scale_width, scale_height;   /* px at scale 1 */
  PivotRegions              *second;      /* of a pair of maps, or NULL */
  PivotLegend               *second_legend;
  char                      *first_title, *second_title;

  /* A chart. */
  PivotPlot                 *plot;
  GListModel                *rows;        /* of PivotRankRow */
  PivotFigureDrawing        *drawing;
  GPtrArray                 *pages;       /* of a story or a lesson: of PivotSheetPage */
  PivotPaper                *paper;       /* of a worksheet */
  guint                      event_kinds, event_parties;  /* of a timeline: bits */
};

extern const PivotSheetKindClass _pivot_sheet_map_class;
extern const PivotSheetKindClass _pivot_sheet_scatter_class;
extern const PivotSheetKindClass _pivot_sheet_ranking_class;
extern const PivotSheetKindClass _pivot_sheet_timeline_class;
extern const PivotSheetKindClass _pivot_sheet_grid_class;
extern const PivotSheetKindClass _pivot_sheet_figure_class;
extern const PivotSheetKindClass _pivot_sheet_story_class;
extern const PivotSheetKindClass _pivot_sheet_worksheet_class;
extern const PivotSheetKindClass _pivot_sheet_lesson_class;

PivotSheetPage *_pivot_sheet_page_new             (PivotSheet *self); /* (transfer none) */
void            _pivot_sheet_page_set_options     (PivotSheet *self, PivotSheetOptions *options);
guint           _pivot_sheet_count_read_pages     (PivotSheet *self);
void            _pivot_sheet_draw_read_page       (PivotSheet *self, guint number, cairo_t *cr);
const char     *_pivot_sheet_get_read_page_title  (PivotSheet *self, guint number, guint *level);

/* Lines of text from the left, at most as many as fit width; gives their height. draw: or only measure. */
double _pivot_sheet_write        (PivotSheet *self, cairo_t *cr, const char *text, double size, gboolean bold,
                                  const GdkRGBA *color, double x, double y, double width);
double _pivot_sheet_measure      (PivotSheet *self, const char *text, double size, gboolean bold, double width);

void   _pivot_paper_free         (PivotPaper *self);
/* Regions over the backdrop, with the selected ones outlined. labels: names as well. */
void   _pivot_sheet_draw_map     (PivotSheet *self, PivotRegions *regions, gboolean labels, cairo_t *cr, double width, double height);

void   _pivot_sheet_draw_plot    (PivotSheet *self, cairo_t *cr, double width, double height);

/* The horizontal legend of classes. */
double _pivot_sheet_measure_classes (PivotSheet *self, double width);
void   _pivot_sheet_draw_classes    (PivotSheet *self, cairo_t *cr, double width);
/* The vertical one, for the side of a wide page. */
double _pivot_sheet_draw_classes_beside (PivotSheet *self, cairo_t *cr, double width);

/* Title, unit and period of the measure of a session. */
char  *_pivot_sheet_make_subtitle   (PivotSession *session);

G_END_DECLS
