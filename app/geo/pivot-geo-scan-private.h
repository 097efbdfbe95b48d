/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry-private.h"
#include "pivot-lexer.h"

G_BEGIN_DECLS

/* How deep coordinates are nested above a position. */
enum
{
  LEVEL_POSITION,
  LEVEL_RING,
  LEVEL_POLYGON,
  LEVEL_MULTI_POLYGON,
};

#define POINTS_PER_CHECK 1024

/* One pass over the text; nothing of it is kept but the coordinates and a few words. */
typedef struct
{
  const char            *text;
  gsize                  length;
  const char            *file;
  PivotProblems         *problems;
  GCancellable          *cancellable;
  void                 (*progress) (double fraction, gpointer data);
  gpointer               progress_data;
  double                 fraction;      /* last told */

  PivotLexer            *lexer;
  PivotGeometryBuilder  *builder;
  GHashTable            *ids;           /* set of char * */
  guint                  feature;
  gboolean               in_feature;
  guint                  index[LEVEL_MULTI_POLYGON];  /* where in the coordinates, outermost first */
  guint                  n_points;
  gboolean               has_position_problem;        /* in this ring: one is enough */
  gboolean               stop;          /* cancelled, not JSON, or as many problems as anybody reads */
} PivotGeoScan;

/* A token in words, for "found …". */
const char *_pivot_geo_scan_describe      (PivotToken           token);
char       *_pivot_geo_scan_quote         (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
/* path goes on from the feature that is being read, or else from the whole. */
void        _pivot_geo_scan_report        (PivotGeoScan        *self,
                                           PivotDataError       code,
                                           const char          *expected,
                                           const char          *found,
                                           const char          *path);
/* Says that the text is not JSON, once, and stops. */
void        _pivot_geo_scan_fail          (PivotGeoScan        *self);
void        _pivot_geo_scan_skip          (PivotGeoScan        *self,
                                           PivotToken           first);
gboolean    _pivot_geo_scan_next_member   (PivotGeoScan        *self,
                                           const char * const  *names,
                                           guint               *seen,
                                           const char          *path,
                                           int                 *member,
                                           PivotToken          *value);
void        _pivot_geo_scan_check_stop    (PivotGeoScan        *self);
/* Reads the value of a feature's "geometry", which begins with token. */
void        _pivot_geo_scan_read_geometry (PivotGeoScan        *self,
                                           PivotToken           token);

static inline PivotToken
_pivot_geo_scan_next (PivotGeoScan *self)
{
  PivotToken token = pivot_lexer_next (self->lexer);

  if (G_UNLIKELY (token == PIVOT_TOKEN_ERROR))
    _pivot_geo_scan_fail (self);

  return token;
}

G_END_DECLS
