/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-coloring.h"
#include "pivot-thirds-plot.h"

G_BEGIN_DECLS

typedef struct
{
  int           id;        /* as pivot_legend_get_places() and the hovered class of the session count */
  GdkRGBA       color;
  PivotHatching hatching;
  double        lower, upper; /* of classes and pair only */
  guint         count;
  char         *text;      /* "2.35 – 4.24" */
  char         *spoken;    /* "2.35 to 4.24 %, 5 places" */
} PivotLegendClass;

/* What the legend of the map says. */
typedef struct
{
  PivotMapping      mapping;
  char             *title;       /* label of the measure, or "" */
  char             *unit;        /* or "" */
  char             *method;      /* "Natural breaks, 5 classes" */
  char             *sentence;    /* what it means, of clusters; or "" */
  PivotLegendClass  classes[PIVOT_CLASSES_MAX];
  guint             n_classes;
  guint             decimals;    /* that the breaks are printed with */
  int               midpoint;    /* classes below the midpoint, −1: no class begins at a midpoint */
  char             *midpoint_text; /* "0", or NULL */
  GdkRGBA           middle;      /* a colour from the middle, for the swatch of limits */
  guint             n_missing;   /* places without a colour */
  guint             n_bounds;    /* places whose value is a limit or an approximation */
} PivotLegend;

PivotLegend *pivot_legend_new        (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
/* Of the second map of a pair. */
PivotLegend *pivot_legend_new_second (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
/* Either of them as pivot_coloring_init_plain() colours it. */
PivotLegend *pivot_legend_new_plain  (PivotSession *session, const PivotStyle *style,
                                      gboolean second, gboolean hatching) G_GNUC_WARN_UNUSED_RESULT;
void         pivot_legend_free       (PivotLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLegend, pivot_legend_free)
/* The grid of a map of two measures. */
void         pivot_legend_fill_thirds (PivotSession *session, const PivotLegend *legend, PivotThirdsPlot *plot);
/* The two classes that look most alike, if they are too much so to be told apart (with hatching, they are not). */
gboolean     pivot_legend_find_alike (const PivotLegend *self, guint *one, guint *other);
/* Places of a class (−1: of those without a value), ascending (transfer full). */
guint       *pivot_legend_get_places (PivotSession *session, int class_index, guint *n);
/* Places whose value is a limit or an approximation, ascending (transfer full). */
guint       *pivot_legend_get_bounds (PivotSession *session, guint *n);

G_END_DECLS
