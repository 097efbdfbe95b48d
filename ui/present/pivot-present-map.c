/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-coloring.h"
#include "pivot-present-private.h"

/**
 * pivot_present_palette:
 * @session: a session
 *
 * Gets the palette in use: the chosen one if it fits the measure's scale, else the default of that scale.
 *
 * Returns: (transfer none): the palette, never %NULL
 */
const PivotPalette *
pivot_present_palette (PivotSession *session)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  return _pivot_present_palette_of (session, pivot_session_get_measure (session));
}

/* The same for another measure than that of the map. */
const PivotPalette *
_pivot_present_palette_of (PivotSession *session,
                           PivotMeasure *measure)
{
  PivotPaletteKind kind = PIVOT_PALETTE_SEQUENTIAL;
  const PivotPalette *palette;

  if (measure != NULL && pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
    kind = PIVOT_PALETTE_DIVERGING;

  palette = pivot_palette_find (pivot_session_get_palette (session));
  if (palette != NULL && pivot_palette_get_kind (palette) == kind)
    return palette;

  return pivot_palette_get_default (kind);
}

/**
 * pivot_present_class_colors:
 * @session: a session
 * @style: for a light or a dark ground
 * @colors: (out caller-allocates): room for %PIVOT_CLASSES_MAX colours
 *
 * Gets the colours of the classes of the measure, low to high, as the session's colour vision sees them.
 *
 * A diverging palette is centred on the measure's midpoint. A class that holds the midpoint inside gets the colour between the
 * lightest two, since it belongs to neither side.
 *
 * Returns: the number of classes, 0 without values or where the colours of the map do not tell classes
 */
guint
pivot_present_class_colors (PivotSession     *session,
                            const PivotStyle *style,
                            GdkRGBA           colors[PIVOT_CLASSES_MAX])
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), 0);
  g_return_val_if_fail (style != NULL, 0);

  pivot_coloring_init (&coloring, session, style);
  if (coloring.classes == NULL)
    return 0;

  memcpy (colors, coloring.colors, sizeof *colors * coloring.n_colors);

  return coloring.n_colors;
}

/**
 * pivot_present_place_color:
 * @session: a session
 * @style: for a light or a dark ground
 * @place: index of a place
 * @color: (out): its colour
 *
 * Gets the colour of one place.
 *
 * Returns: %FALSE where the place has no value: then it has no colour
 */
gboolean
pivot_present_place_color (PivotSession     *session,
                           const PivotStyle *style,
                           guint             place,
                           GdkRGBA          *color)
{
  PivotDataset *dataset;
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (style != NULL, FALSE);
  g_return_val_if_fail (color != NULL, FALSE);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset))
    return FALSE;

  pivot_coloring_init (&coloring, session, style);

  return pivot_coloring_get (&coloring, place, color) != PIVOT_REGION_NO_DATA;
}

/* Marks the places that another method would put into another class. */
static void
mark_unstable (PivotRegions        *regions,
               PivotSession        *session,
               const PivotColoring *coloring)
{
  const PivotStability *stability = NULL;
  guint n = pivot_dataset_get_n_places (pivot_session_get_dataset (session));

  if (pivot_session_get_flag (session, PIVOT_OPTION_STABILITY) && coloring->classes != NULL)
    stability = pivot_analysis_get_stability (coloring->measure, pivot_session_get_classes (session));

  for (guint i = 0; stability != NULL && i < n; i++)
    pivot_regions_set_marked (regions, i, stability[i].depends);
}

static PivotRegions *
make_regions (PivotSession        *session,
              const PivotColoring *coloring)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotRegions *regions = pivot_regions_new (pivot_present_geometry (session));
  guint n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; i < n; i++)
    {
      PivotPlace *place = pivot_dataset_get_place (dataset, i);
      PivotHatching hatching;
      GdkRGBA color;
      PivotRegionKind kind = pivot_coloring_get (coloring, i, &color);

      if (kind != PIVOT_REGION_NO_DATA && !_pivot_present_lacks_size (session, i))
        {
          pivot_coloring_get_hatching (coloring, pivot_coloring_find (coloring, i), &hatching);
          pivot_regions_set_fill (regions, i, kind, &color);
          pivot_regions_set_hatching (regions, i, &hatching);
        }
      pivot_regions_set_supposed (regions, i, pivot_session_is_supposed (session, i));
      pivot_regions_set_label (regions, i,
                               pivot_text_get (pivot_place_get_name (place)),
                               pivot_text_get (pivot_place_get_short (place)),
                               pivot_text_get (pivot_place_get_abbr (place)));
    }
  mark_unstable (regions, session, coloring);

  return regions;
}

/**
 * pivot_present_regions:
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Makes what the map shows: every place as a region with colour and labels, under the session's mapping.
 *
 * A place without a value stays without colour. Linear in the number of places.
 *
 * Returns: (transfer full) (nullable): the regions in the unit square of Web Mercator, %NULL without a dataset
 */
PivotRegions *
pivot_present_regions (PivotSession     *session,
                       const PivotStyle *style)
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  if (pivot_session_get_dataset (session) == NULL)
    return NULL;

  pivot_coloring_init (&coloring, session, style);

  return make_regions (session, &coloring);
}

/**
 * pivot_present_second_regions:
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Makes what the second map of a pair shows: the compared measure, classed by the same method.
 *
 * Returns: (transfer full) (nullable): the regions, %NULL without a dataset or unless there are two maps
 */
PivotRegions *
pivot_present_second_regions (PivotSession     *session,
                              const PivotStyle *style)
{
  g_auto(PivotColoring) coloring = { 0 };

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  if (pivot_session_get_dataset (session) == NULL || pivot_session_get_mapping (session) != PIVOT_MAPPING_PAIR)
    return NULL;

  pivot_coloring_init_second (&coloring, session, style);

  return make_regions (session, &coloring);
}

/**
 * pivot_present_place_is_lit:
 * @session: a session
 * @place: index of a place
 *
 * Says whether a place lights up because its class is pointed at.
 *
 * Returns: `TRUE` if it is of the hovered class
 */
gboolean
pivot_present_place_is_lit (PivotSession *session,
                            guint         place)
{
  g_auto(PivotColoring) coloring = { 0 };
  PivotStyle style;
  int class_index;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  class_index = pivot_session_get_hovered_class (session);
  if (class_index < 0)
    return FALSE;

  pivot_style_init_light (&style);
  pivot_coloring_init (&coloring, session, &style);

  return pivot_coloring_find (&coloring, place) == class_index;
}
