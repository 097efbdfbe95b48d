/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-analysis.h"
#include "pivot-palette.h"
#include "pivot-regions.h"
#include "pivot-session-options.h"
#include "pivot-vision.h"

G_BEGIN_DECLS

/* What the colours of the map tell: the words of the option "mapping". */
typedef enum
{
  PIVOT_MAPPING_CLASSES,
  PIVOT_MAPPING_CONTINUOUS,
  PIVOT_MAPPING_BIVARIATE,   /* class 3 × third of the compared measure + third of the measure */
  PIVOT_MAPPING_PAIR,        /* classes of each measure on a map of its own */
  PIVOT_MAPPING_CLUSTERS,    /* classes are PivotCluster */
} PivotMapping;

#define PIVOT_COLORING_MAX 9

/* From a place to its colour, under any mapping: the one place where that is decided. Everything it depends on is looked up once.
 * On the stack: init, ask, clear. */
typedef struct
{
  PivotMapping        mapping;
  PivotVision         vision;
  gboolean            hatching;
  PivotMeasure       *measure;                       /* or NULL */
  PivotMeasure       *against;
  PivotClasses       *classes;                       /* of classes and pair; or NULL */
  int                 middle;                        /* classes below the midpoint of a diverging palette, or −1 */
  GdkRGBA             colors[PIVOT_COLORING_MAX];    /* of the classes, or the stops of a continuous scale */
  guint               n_colors;
  GdkRGBA             lines[PIVOT_COLORING_MAX];     /* of the hatching over them, or transparent */
  double              least, most;                   /* values at the ends of the data; of continuous */
  double              from, to;                      /* values at the first and at the last stop */
  PivotThirds         thirds;
  gboolean            cut_by_hand;                   /* they are no thirds, but what the session says */
  const PivotSpatial *spatial;                       /* or NULL */
} PivotColoring;

PivotMapping     pivot_session_get_mapping   (PivotSession *session);
PivotVision      pivot_session_get_vision    (PivotSession *session);
/* Where two measures are cut: by hand (TRUE) or into thirds. Without places that have both values n is 0. */
gboolean         pivot_session_get_cuts      (PivotSession *session, PivotThirds *cuts);
/* Two numbers that ascend for each; NULL: back to thirds. */
void             pivot_session_set_cuts      (PivotSession *session, const double x[2], const double y[2]);

void             pivot_coloring_init         (PivotColoring *self, PivotSession *session, const PivotStyle *style);
/* Of the second map of a pair: the compared measure, classed by the same method. */
void             pivot_coloring_init_second  (PivotColoring *self, PivotSession *session, const PivotStyle *style);
/* Either of them in the colours as they are, whatever vision the session previews, and hatched or not. */
void             pivot_coloring_init_plain   (PivotColoring *self, PivotSession *session, const PivotStyle *style,
                                              gboolean second, gboolean hatching);
void             pivot_coloring_clear        (PivotColoring *self);
PivotRegionKind  pivot_coloring_get          (const PivotColoring *self, guint place, GdkRGBA *color);
/* −1: no class, or the mapping has none. */
int              pivot_coloring_find         (const PivotColoring *self, guint place);
void             pivot_coloring_get_value_color (const PivotColoring *self, double value, GdkRGBA *color);
void             pivot_coloring_get_hatching (const PivotColoring *self, int class_index, PivotHatching *hatching);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotColoring, pivot_coloring_clear)

G_END_DECLS
