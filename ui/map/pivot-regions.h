/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "pivot-geometry.h"
#include "pivot-hatch.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_REGION_VALUE,
  PIVOT_REGION_BOUND,     /* a limit, not a figure: coloured, with a sparse hatch over it */
  PIVOT_REGION_NO_DATA,   /* never coloured: hatched */
} PivotRegionKind;

/* The label that the room allows: the full name, a short one, one or two characters. */
typedef enum
{
  PIVOT_REGION_LABEL_FULL,
  PIVOT_REGION_LABEL_BRIEF,
  PIVOT_REGION_LABEL_TINY,
  PIVOT_REGION_N_LABELS,
} PivotRegionLabel;

/* What a map shows: regions with colours and labels. Knows no province. Refcounted, immutable after handing out. */
typedef struct _PivotRegions PivotRegions;

#define PIVOT_TYPE_REGIONS (pivot_regions_get_type ())
GType            pivot_regions_get_type  (void);
/* geometry: in a plane (Mercator unit square for the screen). All regions start as no data, without labels. */
PivotRegions    *pivot_regions_new       (PivotGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
PivotRegions    *pivot_regions_ref       (PivotRegions *self);
void             pivot_regions_unref     (PivotRegions *self);
/* Only before it is handed out. */
void             pivot_regions_set_fill  (PivotRegions *self, guint region, PivotRegionKind kind, const GdkRGBA *color);
void             pivot_regions_set_label (PivotRegions *self, guint region, const char *full, const char *brief, const char *tiny); /* copied */
/* Lines over the colour, and a mark that says that the class is not certain. */
void             pivot_regions_set_hatching (PivotRegions *self, guint region, const PivotHatching *hatching);
void             pivot_regions_set_marked   (PivotRegions *self, guint region, gboolean marked);
/* A hatched edge, which says that the value is assumed and in no source. */
void             pivot_regions_set_supposed (PivotRegions *self, guint region, gboolean supposed);

PivotGeometry   *pivot_regions_get_geometry (PivotRegions *self);
PivotRegionKind  pivot_regions_get_kind     (PivotRegions *self, guint region);
const GdkRGBA   *pivot_regions_get_color    (PivotRegions *self, guint region);
PivotHatching    pivot_regions_get_hatching (PivotRegions *self, guint region);
gboolean         pivot_regions_get_marked   (PivotRegions *self, guint region);
gboolean         pivot_regions_get_supposed (PivotRegions *self, guint region);
const char      *pivot_regions_get_label    (PivotRegions *self, guint region, PivotRegionLabel label); /* NULL if it has none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotRegions, pivot_regions_unref)

G_END_DECLS
