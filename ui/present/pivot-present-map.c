/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

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
  PivotMeasure *measure;
  PivotPaletteKind kind = PIVOT_PALETTE_SEQUENTIAL;
  const PivotPalette *palette;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  measure = pivot_session_get_measure (session);
  if (measure != NULL && pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
    kind = PIVOT_PALETTE_DIVERGING;

  palette = pivot_palette_find (pivot_session_get_palette (session));
  if (palette != NULL && pivot_palette_get_kind (palette) == kind)
    return palette;

  return pivot_palette_get_default (kind);
}

static void
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     GdkRGBA       *result)
{
  result->red = (a->red + b->red) / 2;
  result->green = (a->green + b->green) / 2;
  result->blue = (a->blue + b->blue) / 2;
  result->alpha = (a->alpha + b->alpha) / 2;
}

/* A palette has two colours at least; one class alone takes the stronger of them. */
static void
get_colors (const PivotPalette *palette,
            guint               n,
            int                 n_below,
            gboolean            reversed,
            gboolean            dark,
            GdkRGBA            *colors)
{
  GdkRGBA pair[2];

  if (n > 1)
    {
      pivot_palette_get_colors (palette, n, n_below, reversed, dark, colors);
      return;
    }

  pivot_palette_get_colors (palette, 2, -1, reversed, dark, pair);
  colors[0] = pair[n_below == 1 ? 0 : 1];
}

/**
 * pivot_present_class_colors:
 * @session: a session
 * @style: for a light or a dark ground
 * @colors: (out caller-allocates): room for %PIVOT_CLASSES_MAX colours
 *
 * Gets the colours of the classes, low to high.
 *
 * A diverging palette is centred on the measure's midpoint. A class that holds the midpoint inside gets the colour between the
 * lightest two, since it belongs to neither side.
 *
 * Returns: the number of classes, 0 without values
 */
guint
pivot_present_class_colors (PivotSession     *session,
                            const PivotStyle *style,
                            GdkRGBA           colors[PIVOT_CLASSES_MAX])
{
  GdkRGBA above[PIVOT_CLASSES_MAX];
  PivotMeasure *measure;
  const PivotPalette *palette;
  const PivotClasses *classes;
  gboolean reversed;
  double midpoint;
  guint n, middle;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), 0);
  g_return_val_if_fail (style != NULL, 0);

  measure = pivot_session_get_measure (session);
  classes = measure != NULL ? pivot_session_get_measure_classes (session) : NULL;
  if (classes == NULL)
    return 0;

  palette = pivot_present_palette (session);
  reversed = pivot_session_get_reversed (session);
  midpoint = pivot_measure_get_midpoint (measure);
  n = pivot_classes_get_n (classes);

  if (pivot_palette_get_kind (palette) != PIVOT_PALETTE_DIVERGING || midpoint != midpoint)
    {
      get_colors (palette, n, -1, reversed, style->dark, colors);
      return n;
    }

  middle = (guint) CLAMP (pivot_classes_get_middle (classes, midpoint), 0, (int) n);
  get_colors (palette, n, (int) middle, reversed, style->dark, colors);

  if (middle < n && pivot_classes_get_lower (classes, middle) < midpoint)
    {
      get_colors (palette, n, (int) middle + 1, reversed, style->dark, above);
      mix (&colors[middle], &above[middle], &colors[middle]);
    }

  return n;
}

/* Everything that colours depend on, looked up once for all places. */
typedef struct
{
  PivotMeasure       *measure;
  const PivotClasses *classes;
  GdkRGBA             colors[PIVOT_CLASSES_MAX];
} Fills;

static void
fills_init (Fills            *self,
            PivotSession     *session,
            const PivotStyle *style)
{
  self->measure = pivot_session_get_measure (session);
  self->classes = self->measure != NULL ? pivot_session_get_measure_classes (session) : NULL;
  pivot_present_class_colors (session, style, self->colors);
}

static PivotRegionKind
fills_get (const Fills    *self,
           guint           place,
           const GdkRGBA **color)
{
  const PivotValue *value;

  *color = NULL;
  if (self->classes == NULL)
    return PIVOT_REGION_NO_DATA;

  value = pivot_measure_get_value (self->measure, place);
  if (pivot_value_is_missing (value))
    return PIVOT_REGION_NO_DATA;

  *color = &self->colors[pivot_classes_find (self->classes, value->number)];

  return value->bound != PIVOT_BOUND_NONE ? PIVOT_REGION_BOUND : PIVOT_REGION_VALUE;
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
  const GdkRGBA *found;
  Fills fills;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (style != NULL, FALSE);
  g_return_val_if_fail (color != NULL, FALSE);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset))
    return FALSE;

  fills_init (&fills, session, style);
  if (fills_get (&fills, place, &found) == PIVOT_REGION_NO_DATA)
    return FALSE;

  *color = *found;

  return TRUE;
}

/**
 * pivot_present_regions:
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Makes what the map shows: every place as a region with colour and labels.
 *
 * A place without a value stays without colour. Linear in the number of places.
 *
 * Returns: (transfer full) (nullable): the regions in the unit square of Web Mercator, %NULL without a dataset
 */
PivotRegions *
pivot_present_regions (PivotSession     *session,
                       const PivotStyle *style)
{
  PivotDataset *dataset;
  PivotRegions *regions;
  Fills fills;
  guint n;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL)
    return NULL;

  fills_init (&fills, session, style);
  regions = pivot_regions_new (pivot_dataset_get_mercator (dataset));
  n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; i < n; i++)
    {
      PivotPlace *place = pivot_dataset_get_place (dataset, i);
      const GdkRGBA *color;
      PivotRegionKind kind = fills_get (&fills, i, &color);

      if (kind != PIVOT_REGION_NO_DATA)
        pivot_regions_set_fill (regions, i, kind, color);
      pivot_regions_set_label (regions, i,
                               pivot_text_get (pivot_place_get_name (place)),
                               pivot_text_get (pivot_place_get_short (place)),
                               pivot_text_get (pivot_place_get_abbr (place)));
    }

  return regions;
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
  const PivotValue *value;
  int class_index;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  class_index = pivot_session_get_hovered_class (session);
  if (class_index < 0)
    return FALSE;

  value = _pivot_present_value (pivot_session_get_measure (session), place);

  return value != NULL && pivot_classes_find (pivot_session_get_measure_classes (session), value->number) == class_index;
}
