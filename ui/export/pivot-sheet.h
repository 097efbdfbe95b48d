/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lesson.h"
#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What a sheet shows. Nicks as the command line has them: map, scatter, ranking … */
typedef enum
{
  PIVOT_SHEET_MAP,
  PIVOT_SHEET_SCATTER,
  PIVOT_SHEET_RANKING,
  PIVOT_SHEET_TIMELINE,
  PIVOT_SHEET_GRID,        /* the map as equal tiles */
  PIVOT_SHEET_FIGURE,
  PIVOT_SHEET_STORY,       /* several pages */
  PIVOT_SHEET_LESSON,      /* likewise */
  PIVOT_SHEET_WORKSHEET,   /* likewise */
} PivotSheetKind;

#define PIVOT_TYPE_SHEET_KIND (pivot_sheet_kind_get_type ())
GType pivot_sheet_kind_get_type (void);

typedef enum
{
  PIVOT_SHEET_LIGHT,
  PIVOT_SHEET_DARK,
  PIVOT_SHEET_PRINT,     /* light, on white paper */
} PivotSheetTheme;

#define PIVOT_TYPE_SHEET_THEME (pivot_sheet_theme_get_type ())
GType pivot_sheet_theme_get_type (void);

typedef enum
{
  PIVOT_SHEET_TITLE   = 1 << 0,
  PIVOT_SHEET_LEGEND  = 1 << 1,
  PIVOT_SHEET_CAPTION = 1 << 2,
  PIVOT_SHEET_SOURCE  = 1 << 3,
  PIVOT_SHEET_ALT     = 1 << 4,   /* the text for who does not see it; in the file, not on the page */
} PivotSheetParts;

#define PIVOT_SHEET_ALL_PARTS (PIVOT_SHEET_TITLE | PIVOT_SHEET_LEGEND | PIVOT_SHEET_CAPTION | PIVOT_SHEET_SOURCE | PIVOT_SHEET_ALT)

typedef struct
{
  PivotSheetKind   kind;
  const char      *id;            /* of a figure, number of a part of the story, file of a lesson, part of a worksheet; NULL: that of the view, or all */
  double           width, height; /* of a page: px of 1/96 inch */
  PivotSheetTheme  theme;
  PivotSheetParts  parts;
  gboolean         transparent;   /* nothing is painted under the drawing */
  PivotLesson     *lesson;        /* of the kind lesson; NULL: the one of the file. Not held */
  gboolean         notes;         /* of a lesson: also what only its teacher reads */
  gboolean         screen_map;    /* Mercator, with the camera of the view; else an equal-area map of all of it */
} PivotSheetOptions;

#define PIVOT_SHEET_MIN_SIZE 160.0
#define PIVOT_SHEET_MAX_SIZE 8000.0

/* What leaves the program: a title, what is shown, its legend, a caption and where it is from, on pages of a given size. Draws on any
 * cairo_t and needs no display. Fixed once made: the session may change after it. */
typedef struct _PivotSheet PivotSheet;

void         pivot_sheet_options_init    (PivotSheetOptions *options); /* a map, light, for a slide of 16 : 9 */
/* NULL with G_IO_ERROR if the view has nothing of that kind. */
PivotSheet  *pivot_sheet_new             (PivotSession *session, const PivotSheetOptions *options,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         pivot_sheet_free            (PivotSheet *self);
guint        pivot_sheet_get_n_pages     (PivotSheet *self);
void         pivot_sheet_draw            (PivotSheet *self, guint page, cairo_t *cr);
void         pivot_sheet_get_size        (PivotSheet *self, double *width, double *height);
const char  *pivot_sheet_get_title       (PivotSheet *self);
/* Sets kind and id to what shows best what a session shows (transfer none). FALSE: there is no drawing of it. */
gboolean     pivot_sheet_choose_for_view (PivotSession *session, PivotSheetOptions *options);
/* level: in an outline, from 0. NULL: the page has no place there. */
const char  *pivot_sheet_get_page_title  (PivotSheet *self, guint page, guint *level);
PivotFigure *pivot_sheet_find_figure     (PivotSession *session, const char *id); /* NULL: that of the session (transfer none) */
const char  *pivot_sheet_get_description (PivotSheet *self); /* what is shown, in words */
const char  *pivot_sheet_get_source      (PivotSheet *self); /* the source line, or "" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotSheet, pivot_sheet_free)

G_END_DECLS
