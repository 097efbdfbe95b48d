/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-coloring.h"

#include "pivot-present-private.h"

#include <math.h>
#include <string.h>

/* px between the lines of the densest and of the sparsest hatching, at scale 1. */
#define DENSE 5.0
#define SPARSE 14.0

/* 3 × 3, from low in both: the measure goes to the right and to amber, the compared one down and to blue, both together through
 * greys. Made by searching for the largest least CIEDE2000 difference between any two, under normal, protan, deutan and tritan
 * vision at once; test-coloring.c says how large it is. */
static const guint32 bivariate_light[9] = {
  0xd9e0d2, 0xfac814, 0xb7712a,
  0x70dafd, 0x6e6a67, 0x723204,
  0x4d87bf, 0x044883, 0x282327,
};
static const guint32 bivariate_dark[9] = {
  0x504a4c, 0x853706, 0xb8792e,
  0x0c4f8f, 0x999791, 0xffcc65,
  0x598acb, 0xa5dafe, 0xebeee1,
};

/* By PivotCluster. Red and blue as GeoDa has them, in tones that stay apart in every kind of vision. */
static const guint32 clusters_light[PIVOT_N_CLUSTERS] = { 0xffffff, 0xbebbb4, 0xdddbd6, 0xca0020, 0x0571b0, 0xf4a582, 0x92c5de };
static const guint32 clusters_dark[PIVOT_N_CLUSTERS] = { 0x000000, 0x54555a, 0x6d6e74, 0xff6a5e, 0x4aa3ec, 0x9c4a40, 0x2d5f8c };

static void
unpack (const guint32 *table,
        guint          n,
        GdkRGBA       *colors)
{
  for (guint i = 0; i < n; i++)
    colors[i] = (GdkRGBA) { (table[i] >> 16 & 0xff) / 255.0, (table[i] >> 8 & 0xff) / 255.0, (table[i] & 0xff) / 255.0, 1 };
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

static void
init_classes (PivotColoring    *self,
              PivotSession     *session,
              const PivotStyle *style)
{
  const PivotPalette *palette = _pivot_present_palette_of (session, self->measure);
  gboolean reversed = pivot_session_get_reversed (session);
  double midpoint = pivot_measure_get_midpoint (self->measure);
  GdkRGBA above[PIVOT_CLASSES_MAX];

  if (self->classes == NULL)
    return;

  self->n_colors = pivot_classes_get_n (self->classes);
  if (pivot_palette_get_kind (palette) == PIVOT_PALETTE_DIVERGING && midpoint == midpoint)
    self->middle = CLAMP (pivot_classes_get_middle (self->classes, midpoint), 0, (int) self->n_colors);
  get_colors (palette, self->n_colors, self->middle, reversed, style->dark, self->colors);

  /* A class that holds the midpoint inside belongs to neither side. */
  if (self->middle >= 0 && self->middle < (int) self->n_colors &&
      pivot_classes_get_lower (self->classes, self->middle) < midpoint)
    {
      get_colors (palette, self->n_colors, self->middle + 1, reversed, style->dark, above);
      pivot_color_mix (&self->colors[self->middle], &above[self->middle], 0.5, &self->colors[self->middle]);
    }
}

/* A diverging scale reaches as far on either side of its midpoint, so that equal distances look equally strong. */
static void
init_continuous (PivotColoring    *self,
                 PivotSession     *session,
                 const PivotStyle *style)
{
  const PivotPalette *palette = _pivot_present_palette_of (session, self->measure);
  double midpoint = pivot_measure_get_midpoint (self->measure);
  guint n;
  const double *numbers = pivot_measure_get_numbers (self->measure, &n);

  self->least = INFINITY;
  self->most = -INFINITY;
  for (guint i = 0; i < n; i++)
    if (isfinite (numbers[i]))
      {
        self->least = fmin (self->least, numbers[i]);
        self->most = fmax (self->most, numbers[i]);
      }
  if (self->least > self->most)
    return;

  self->from = self->least;
  self->to = self->most;
  if (pivot_palette_get_kind (palette) == PIVOT_PALETTE_DIVERGING && midpoint == midpoint)
    {
      double reach = fmax (self->most - midpoint, midpoint - self->least);

      self->from = midpoint - reach;
      self->to = midpoint + reach;
    }

  pivot_palette_get_stops (palette, pivot_session_get_reversed (session), style->dark, self->colors);
  self->n_colors = PIVOT_PALETTE_N_STOPS;
}

static void
init_bivariate (PivotColoring    *self,
                PivotSession     *session,
                const PivotStyle *style)
{
  if (self->against == NULL)
    return;

  self->cut_by_hand = pivot_session_get_cuts (session, &self->thirds);
  if (self->thirds.n == 0)
    return;

  self->n_colors = G_N_ELEMENTS (bivariate_light);
  unpack (style->dark ? bivariate_dark : bivariate_light, self->n_colors, self->colors);
}

static void
init_clusters (PivotColoring    *self,
               PivotSession     *session,
               const PivotStyle *style)
{
  self->spatial = pivot_analysis_get_spatial (pivot_session_get_dataset (session), self->measure);
  self->n_colors = PIVOT_N_CLUSTERS;
  unpack (style->dark ? clusters_dark : clusters_light, self->n_colors, self->colors);
}

static void
init_common (PivotColoring *self,
             PivotSession  *session)
{
  gboolean loaded = pivot_session_get_dataset (session) != NULL;

  *self = (PivotColoring) { .middle = -1 };
  self->mapping = pivot_session_get_mapping (session);
  self->vision = pivot_session_get_vision (session);
  self->hatching = pivot_session_get_flag (session, PIVOT_OPTION_HATCHING);
  self->measure = loaded ? pivot_session_get_measure (session) : NULL;
  self->against = loaded ? pivot_session_get_against (session) : NULL;
}

/**
 * pivot_session_get_mapping: (skip)
 * @session: a session
 *
 * Gets what the colours of the map tell.
 *
 * Returns: the mapping
 */
PivotMapping
pivot_session_get_mapping (PivotSession *session)
{
  const char *word = pivot_session_get_word (session, PIVOT_OPTION_MAPPING);
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_MAPPING);
  guint i = 0;

  while (words[i + 1] != NULL && strcmp (words[i], word) != 0)
    i++;

  return (PivotMapping) i;
}

/**
 * pivot_session_get_vision: (skip)
 * @session: a session
 *
 * Gets the colour vision that is previewed.
 *
 * Returns: the vision
 */
PivotVision
pivot_session_get_vision (PivotSession *session)
{
  const char *word = pivot_session_get_word (session, PIVOT_OPTION_VISION);
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_VISION);
  guint i = 0;

  while (words[i + 1] != NULL && strcmp (words[i], word) != 0)
    i++;

  return (PivotVision) i;
}

static gboolean
parse_cuts (char   **texts,
            double   cuts[4])
{
  if (g_strv_length (texts) != 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      char *end;

      cuts[i] = g_ascii_strtod (texts[i], &end);
      if (*end != '\0' || end == texts[i] || !isfinite (cuts[i]))
        return FALSE;
    }

  return cuts[0] < cuts[1] && cuts[2] < cuts[3];
}

/**
 * pivot_session_get_cuts: (skip)
 * @session: a session with two measures
 * @cuts: (out): where they are cut
 *
 * Gets where the values of two measures are cut into low, middle and high. Cuts that do not ascend stand for thirds.
 *
 * Returns: whether the cuts were set by hand; else they make thirds
 */
gboolean
pivot_session_get_cuts (PivotSession *session,
                        PivotThirds  *cuts)
{
  g_auto(GStrv) texts = NULL;
  double numbers[4];

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  *cuts = pivot_analysis_get_thirds (pivot_session_get_measure (session), pivot_session_get_against (session));
  texts = pivot_session_get_list (session, PIVOT_OPTION_CUTS);
  if (cuts->n == 0 || !parse_cuts (texts, numbers))
    return FALSE;

  memcpy (cuts->x, numbers, sizeof cuts->x);
  memcpy (cuts->y, numbers + 2, sizeof cuts->y);

  return TRUE;
}

/**
 * pivot_session_set_cuts: (skip)
 * @session: a session
 * @x: (nullable): two cuts of the measure, the lower one first; `NULL` with @y for thirds
 * @y: (nullable): two cuts of the one it is compared with
 *
 * Sets where the values of two measures are cut.
 */
void
pivot_session_set_cuts (PivotSession *session,
                        const double  x[2],
                        const double  y[2])
{
  char texts[4][G_ASCII_DTOSTR_BUF_SIZE];
  const char * const list[] = { texts[0], texts[1], texts[2], texts[3], NULL };

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail ((x == NULL) == (y == NULL));

  for (guint i = 0; x != NULL && i < 2; i++)
    {
      g_ascii_formatd (texts[i], sizeof texts[i], "%.12g", x[i] + 0.0); /* no −0 */
      g_ascii_formatd (texts[i + 2], sizeof texts[i + 2], "%.12g", y[i] + 0.0);
    }
  pivot_session_set_list (session, PIVOT_OPTION_CUTS, x != NULL ? list : NULL);
}

static void
init_first (PivotColoring    *self,
            PivotSession     *session,
            const PivotStyle *style)
{
  PivotClasses *classes;

  if (self->measure == NULL)
    return;

  switch (self->mapping)
    {
    case PIVOT_MAPPING_CONTINUOUS:
      init_continuous (self, session, style);
      break;
    case PIVOT_MAPPING_BIVARIATE:
      init_bivariate (self, session, style);
      break;
    case PIVOT_MAPPING_CLUSTERS:
      init_clusters (self, session, style);
      break;
    case PIVOT_MAPPING_CLASSES:
    case PIVOT_MAPPING_PAIR:
    default:
      classes = pivot_session_get_measure_classes (session);
      self->classes = classes != NULL ? pivot_classes_ref (classes) : NULL;
      init_classes (self, session, style);
    }
}

/* Breaks set by hand are those of the measure; the other one gets as many quantiles. */
static PivotClasses *
class_second (PivotSession *session,
              PivotMeasure *measure)
{
  PivotMethod method = pivot_session_get_method (session);
  guint n, n_breaks, n_classes = pivot_session_get_classes (session);
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  double midpoint = pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING ? pivot_measure_get_midpoint (measure) : NAN;

  if (method == PIVOT_METHOD_MANUAL)
    {
      pivot_session_get_breaks (session, &n_breaks);
      method = PIVOT_METHOD_QUANTILE;
      n_classes = CLAMP (n_breaks + 1, PIVOT_CLASSES_MIN, PIVOT_CLASSES_MAX);
    }

  return pivot_classes_new (numbers, n, method, n_classes, midpoint);
}

static void
init_second (PivotColoring    *self,
             PivotSession     *session,
             const PivotStyle *style)
{
  self->mapping = PIVOT_MAPPING_PAIR;
  self->measure = self->against;
  if (self->measure == NULL)
    return;

  self->classes = class_second (session, self->measure);
  init_classes (self, session, style);
}

/* Lines are seen through the same eyes as what is under them, and not drawn anew over what they make of it. */
static void
apply_vision (PivotColoring *self)
{
  if (self->vision == PIVOT_VISION_NORMAL)
    return;

  for (guint i = 0; i < self->n_colors; i++)
    pivot_hatching_get_color (&self->colors[i], &self->lines[i]);
  pivot_vision_apply (self->vision, self->colors, self->n_colors);
  pivot_vision_apply (self->vision, self->lines, self->n_colors);
}

/**
 * pivot_coloring_init: (skip)
 * @self: (out caller-allocates): a colouring
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Looks up how the session colours its places.
 */
void
pivot_coloring_init (PivotColoring    *self,
                     PivotSession     *session,
                     const PivotStyle *style)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);

  init_common (self, session);
  init_first (self, session, style);
  apply_vision (self);
}

/**
 * pivot_coloring_init_second: (skip)
 * @self: (out caller-allocates): a colouring
 * @session: a session
 * @style: for a light or a dark ground
 *
 * Looks up how the second map of a pair colours its places: the compared measure, classed by the same method.
 */
void
pivot_coloring_init_second (PivotColoring    *self,
                            PivotSession     *session,
                            const PivotStyle *style)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);

  init_common (self, session);
  init_second (self, session, style);
  apply_vision (self);
}

/**
 * pivot_coloring_init_plain: (skip)
 * @self: (out caller-allocates): a colouring
 * @session: a session
 * @style: for a light or a dark ground
 * @second: whether to look up the second map of a pair
 * @hatching: whether classes are hatched
 *
 * Looks up how the session colours its places without the vision that it previews, and with or without the second channel,
 * whichever the session has.
 */
void
pivot_coloring_init_plain (PivotColoring    *self,
                           PivotSession     *session,
                           const PivotStyle *style,
                           gboolean          second,
                           gboolean          hatching)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);

  init_common (self, session);
  self->vision = PIVOT_VISION_NORMAL;
  self->hatching = hatching;
  if (second)
    init_second (self, session, style);
  else
    init_first (self, session, style);
}

/**
 * pivot_coloring_clear: (skip)
 * @self: a colouring
 *
 * Lets go of what it holds.
 */
void
pivot_coloring_clear (PivotColoring *self)
{
  g_clear_pointer (&self->classes, pivot_classes_unref);
}

/**
 * pivot_coloring_find: (skip)
 * @self: a colouring
 * @place: index of a place
 *
 * Finds the class of a place: what the legend has one colour for.
 *
 * Returns: the class, or −1 if the place has no value or the mapping no classes
 */
int
pivot_coloring_find (const PivotColoring *self,
                     guint                place)
{
  const PivotValue *value = _pivot_present_value (self->measure, place);
  const PivotValue *other;

  if (value == NULL || self->n_colors == 0)
    return -1;

  switch (self->mapping)
    {
    case PIVOT_MAPPING_CONTINUOUS:
      return -1;
    case PIVOT_MAPPING_BIVARIATE:
      other = _pivot_present_value (self->against, place);
      return other == NULL ? -1 : (int) (3 * pivot_thirds_find (self->thirds.y, other->number) +
                                         pivot_thirds_find (self->thirds.x, value->number));
    case PIVOT_MAPPING_CLUSTERS:
      return self->spatial != NULL ? (int) self->spatial->locals[place].cluster : PIVOT_CLUSTER_NONE;
    case PIVOT_MAPPING_CLASSES:
    case PIVOT_MAPPING_PAIR:
    default:
      return pivot_classes_find (self->classes, value->number);
    }
}

/**
 * pivot_coloring_get_value_color: (skip)
 * @self: a continuous colouring with values
 * @value: a value
 * @color: (out): its colour
 *
 * Gets the colour of a value on a continuous scale.
 */
void
pivot_coloring_get_value_color (const PivotColoring *self,
                                double               value,
                                GdkRGBA             *color)
{
  /* Halved, so that two numbers near the ends of double do not overflow. */
  double span = self->to / 2 - self->from / 2;

  pivot_palette_mix_stops (self->colors, span > 0 ? (value / 2 - self->from / 2) / span : 0.5, color);
}

/**
 * pivot_coloring_get: (skip)
 * @self: a colouring
 * @place: index of a place
 * @color: (out): its colour, unless it has no data
 *
 * Gets how a place is filled.
 *
 * Returns: whether there is a figure, a limit, or nothing
 */
PivotRegionKind
pivot_coloring_get (const PivotColoring *self,
                    guint                place,
                    GdkRGBA             *color)
{
  const PivotValue *value = _pivot_present_value (self->measure, place);
  const PivotValue *other = self->mapping == PIVOT_MAPPING_BIVARIATE ? _pivot_present_value (self->against, place) : NULL;
  int class_index;

  if (value == NULL || self->n_colors == 0)
    return PIVOT_REGION_NO_DATA;

  class_index = pivot_coloring_find (self, place);
  if (self->mapping == PIVOT_MAPPING_CONTINUOUS)
    pivot_coloring_get_value_color (self, value->number, color);
  else if (class_index < 0)
    return PIVOT_REGION_NO_DATA;
  else
    *color = self->colors[class_index];

  return value->bound != PIVOT_BOUND_NONE || (other != NULL && other->bound != PIVOT_BOUND_NONE) ? PIVOT_REGION_BOUND
                                                                                                  : PIVOT_REGION_VALUE;
}

/* Denser from step 1 to the last; step 0 has no lines. */
static double
get_step (guint step,
          guint last)
{
  if (step == 0)
    return 0;

  return last > 1 ? SPARSE + (DENSE - SPARSE) * (step - 1) / (last - 1) : DENSE;
}

/**
 * pivot_coloring_get_hatching: (skip)
 * @self: a colouring
 * @class_index: a class, or −1
 * @hatching: (out): the lines over its colour; none unless the session asks for them
 *
 * Gets the second channel: the more, the denser; below a midpoint the lines fall, above it they rise. With two measures, the one has
 * the rising lines and the other the falling ones.
 */
void
pivot_coloring_get_hatching (const PivotColoring *self,
                             int                  class_index,
                             PivotHatching       *hatching)
{
  *hatching = (PivotHatching) { 0 };
  if (!self->hatching || class_index < 0)
    return;

  hatching->line = self->lines[class_index];

  if (self->mapping == PIVOT_MAPPING_BIVARIATE)
    {
      hatching->rising = get_step (class_index % 3, 2);
      hatching->falling = get_step (class_index / 3, 2);
    }
  else if (self->mapping == PIVOT_MAPPING_CLUSTERS)
    {
      hatching->rising = class_index == PIVOT_CLUSTER_HIGH_HIGH ? DENSE : class_index == PIVOT_CLUSTER_HIGH_LOW ? SPARSE : 0;
      hatching->falling = class_index == PIVOT_CLUSTER_LOW_LOW ? DENSE : class_index == PIVOT_CLUSTER_LOW_HIGH ? SPARSE : 0;
    }
  else if (self->middle < 0)
    hatching->rising = get_step (class_index, self->n_colors - 1);
  else if (class_index < self->middle)
    hatching->falling = get_step (self->middle - class_index, MAX (self->middle, (int) self->n_colors - self->middle));
  else
    hatching->rising = get_step (class_index - self->middle + 1, MAX (self->middle, (int) self->n_colors - self->middle));
}
