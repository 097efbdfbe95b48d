/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-regions.h"

typedef struct
{
  GdkRGBA         color;
  PivotRegionKind kind;
  gboolean        marked;
  gboolean        supposed;
  PivotHatching   hatching;
  const char     *labels[PIVOT_REGION_N_LABELS]; /* in PivotRegions.strings; NULL: none */
} Region;

/* Geometry, with a colour and labels for each of its regions. Nothing changes once it is handed out, so that a picture made from
 * it stays right as long as the pointer is the same. */
struct _PivotRegions
{
  gatomicrefcount ref_count;
  PivotGeometry  *geometry;
  Region         *regions;
  guint           n_regions;
  GStringChunk   *strings;
};

G_DEFINE_BOXED_TYPE (PivotRegions, pivot_regions, pivot_regions_ref, pivot_regions_unref)

/**
 * pivot_regions_new:
 * @geometry: the shapes, in the plane in which they are to be drawn (a reference is taken)
 *
 * Creates regions for every shape of a geometry, all without data and without labels.
 *
 * Returns: (transfer full): the regions
 */
PivotRegions *
pivot_regions_new (PivotGeometry *geometry)
{
  PivotRegions *self;

  g_return_val_if_fail (geometry != NULL, NULL);

  self = g_new0 (PivotRegions, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->geometry = pivot_geometry_ref (geometry);
  self->n_regions = pivot_geometry_get_n_regions (geometry);
  self->regions = g_new0 (Region, self->n_regions);
  self->strings = g_string_chunk_new (1024);

  for (guint i = 0; i < self->n_regions; i++)
    self->regions[i].kind = PIVOT_REGION_NO_DATA;

  return self;
}

/**
 * pivot_regions_ref:
 * @self: regions
 *
 * Takes a reference. Any thread.
 *
 * Returns: (transfer full): @self
 */
PivotRegions *
pivot_regions_ref (PivotRegions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * pivot_regions_unref:
 * @self: (transfer full): regions
 *
 * Drops a reference, and with the last one the regions. Any thread.
 */
void
pivot_regions_unref (PivotRegions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  pivot_geometry_unref (self->geometry);
  g_string_chunk_free (self->strings);
  g_free (self->regions);
  g_free (self);
}

/**
 * pivot_regions_set_fill:
 * @self: regions that were not handed out yet
 * @region: number of the region
 * @kind: whether there is a figure, a limit, or nothing
 * @color: (nullable): the colour of its class; not looked at for %PIVOT_REGION_NO_DATA
 *
 * Says how a region is filled.
 */
void
pivot_regions_set_fill (PivotRegions    *self,
                        guint            region,
                        PivotRegionKind  kind,
                        const GdkRGBA   *color)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (region < self->n_regions);
  g_return_if_fail (kind == PIVOT_REGION_NO_DATA || color != NULL);

  self->regions[region].kind = kind;
  self->regions[region].color = kind != PIVOT_REGION_NO_DATA ? *color : (GdkRGBA) { 0 };
}

/**
 * pivot_regions_set_hatching:
 * @self: regions that were not handed out yet
 * @region: number of the region
 * @hatching: the lines over its colour
 *
 * Hatches a region that has a colour.
 */
void
pivot_regions_set_hatching (PivotRegions        *self,
                            guint                region,
                            const PivotHatching *hatching)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (region < self->n_regions);
  g_return_if_fail (hatching != NULL);

  self->regions[region].hatching = *hatching;
}

/**
 * pivot_regions_set_marked:
 * @self: regions that were not handed out yet
 * @region: number of the region
 * @marked: whether its colour might as well be another
 *
 * Marks a region with a dashed outline.
 */
void
pivot_regions_set_marked (PivotRegions *self,
                          guint         region,
                          gboolean      marked)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (region < self->n_regions);

  self->regions[region].marked = marked;
}

/**
 * pivot_regions_set_supposed: (skip)
 * @self: regions
 * @region: number of one
 * @supposed: whether its value is assumed
 *
 * Marks a region whose value is assumed and in no source, by a hatched edge.
 */
void
pivot_regions_set_supposed (PivotRegions *self,
                            guint         region,
                            gboolean      supposed)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (region < self->n_regions);

  self->regions[region].supposed = supposed;
}

static const char *
keep_string (PivotRegions *self,
             const char   *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/**
 * pivot_regions_set_label:
 * @self: regions that were not handed out yet
 * @region: number of the region
 * @full: (nullable): the whole label
 * @brief: (nullable): a shorter one
 * @tiny: (nullable): one or two characters
 *
 * Gives a region its labels; the painter takes the longest that has room.
 */
void
pivot_regions_set_label (PivotRegions *self,
                         guint         region,
                         const char   *full,
                         const char   *brief,
                         const char   *tiny)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (region < self->n_regions);

  self->regions[region].labels[PIVOT_REGION_LABEL_FULL] = keep_string (self, full);
  self->regions[region].labels[PIVOT_REGION_LABEL_BRIEF] = keep_string (self, brief);
  self->regions[region].labels[PIVOT_REGION_LABEL_TINY] = keep_string (self, tiny);
}

/**
 * pivot_regions_get_geometry:
 * @self: regions
 *
 * Gets the shapes.
 *
 * Returns: (transfer none): the geometry
 */
PivotGeometry *
pivot_regions_get_geometry (PivotRegions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->geometry;
}

/**
 * pivot_regions_get_kind:
 * @self: regions
 * @region: number of the region
 *
 * Gets whether there is a figure, a limit, or nothing.
 *
 * Returns: the kind
 */
PivotRegionKind
pivot_regions_get_kind (PivotRegions *self,
                        guint         region)
{
  g_return_val_if_fail (self != NULL, PIVOT_REGION_NO_DATA);
  g_return_val_if_fail (region < self->n_regions, PIVOT_REGION_NO_DATA);

  return self->regions[region].kind;
}

/**
 * pivot_regions_get_color:
 * @self: regions
 * @region: number of the region
 *
 * Gets the colour of a region's class.
 *
 * Returns: (transfer none) (nullable): the colour, or %NULL for a region without data
 */
const GdkRGBA *
pivot_regions_get_color (PivotRegions *self,
                         guint         region)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region < self->n_regions, NULL);

  return self->regions[region].kind != PIVOT_REGION_NO_DATA ? &self->regions[region].color : NULL;
}

/**
 * pivot_regions_get_label:
 * @self: regions
 * @region: number of the region
 * @label: which of its labels
 *
 * Gets a label.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is none of this length
 */
const char *
pivot_regions_get_label (PivotRegions     *self,
                         guint             region,
                         PivotRegionLabel  label)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region < self->n_regions, NULL);
  g_return_val_if_fail (label < PIVOT_REGION_N_LABELS, NULL);

  return self->regions[region].labels[label];
}

/**
 * pivot_regions_get_hatching:
 * @self: regions
 * @region: number of the region
 *
 * Gets the lines over a region's colour.
 *
 * Returns: the hatching
 */
PivotHatching
pivot_regions_get_hatching (PivotRegions *self,
                            guint         region)
{
  g_return_val_if_fail (self != NULL, (PivotHatching) { 0 });
  g_return_val_if_fail (region < self->n_regions, (PivotHatching) { 0 });

  return self->regions[region].hatching;
}

/**
 * pivot_regions_get_marked:
 * @self: regions
 * @region: number of the region
 *
 * Gets whether a region's colour might as well be another.
 *
 * Returns: whether it has a dashed outline
 */
gboolean
pivot_regions_get_marked (PivotRegions *self,
                          guint         region)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (region < self->n_regions, FALSE);

  return self->regions[region].marked;
}

/**
 * pivot_regions_get_supposed: (skip)
 * @self: regions
 * @region: number of one
 *
 * Gets whether a region's value is assumed and in no source.
 *
 * Returns: `TRUE` if it is
 */
gboolean
pivot_regions_get_supposed (PivotRegions *self,
                            guint         region)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (region < self->n_regions, FALSE);

  return self->regions[region].supposed;
}
