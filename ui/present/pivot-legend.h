/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA color;
  double  lower, upper;
  guint   count;
  char   *text;            /* "2.35 – 4.24" */
  char   *spoken;          /* "2.35 to 4.24 %, 5 places" */
} PivotLegendClass;

/* What the legend of the map says. */
typedef struct
{
  char             *title;       /* label of the measure, or "" */
  char             *unit;        /* or "" */
  char             *method;      /* "Natural breaks, 5 classes" */
  PivotLegendClass  classes[PIVOT_CLASSES_MAX];
  guint             n_classes;
  guint             decimals;    /* that the breaks are printed with */
  int               midpoint;    /* classes below the midpoint, −1: no class begins at a midpoint */
  char             *midpoint_text; /* "0", or NULL */
  guint             n_missing;   /* places without a value */
  guint             n_bounds;    /* places whose value is a limit or an approximation */
} PivotLegend;

PivotLegend *pivot_legend_new        (PivotSession *session, const PivotStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void         pivot_legend_free       (PivotLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLegend, pivot_legend_free)
/* Places of a class (−1: of those without a value), ascending (transfer full). */
guint       *pivot_legend_get_places (PivotSession *session, int class_index, guint *n);
/* Places whose value is a limit or an approximation, ascending (transfer full). */
guint       *pivot_legend_get_bounds (PivotSession *session, guint *n);

G_END_DECLS
