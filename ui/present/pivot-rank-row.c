/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-rank-row.h"

/* One line of the ranking: a place, its rank, its value as text and as a bar. Immutable. */
struct _PivotRankRow
{
  GObject   parent_instance;

  guint     place;
  guint     rank;
  char     *name;
  char     *text;
  PivotBar  bar;
};

G_DEFINE_FINAL_TYPE (PivotRankRow, pivot_rank_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_RANK,
  PROP_NAME,
  PROP_TEXT,
  PROP_MISSING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
pivot_rank_row_finalize (GObject *object)
{
  PivotRankRow *self = PIVOT_RANK_ROW (object);

  g_free (self->name);
  g_free (self->text);

  G_OBJECT_CLASS (pivot_rank_row_parent_class)->finalize (object);
}

static void
pivot_rank_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PivotRankRow *self = PIVOT_RANK_ROW (object);

  switch (prop_id)
    {
    case PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    case PROP_RANK:
      g_value_set_uint (value, self->rank);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->bar.missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_rank_row_class_init (PivotRankRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = pivot_rank_row_finalize;
  object_class->get_property = pivot_rank_row_get_property;

  properties[PROP_PLACE] = g_param_spec_uint ("place", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RANK] = g_param_spec_uint ("rank", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_rank_row_init (PivotRankRow *self)
{
}

/**
 * pivot_rank_row_new:
 * @place: index of the place
 * @rank: competition rank, 1 is the highest; 0 without a value
 * @name: name of the place
 * @text: the value as text
 * @bar: the value as a bar
 *
 * Creates a line of the ranking.
 *
 * Returns: (transfer full): the row
 */
PivotRankRow *
pivot_rank_row_new (guint           place,
                    guint           rank,
                    const char     *name,
                    const char     *text,
                    const PivotBar *bar)
{
  PivotRankRow *self;

  g_return_val_if_fail (bar != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_RANK_ROW, NULL);
  self->place = place;
  self->rank = rank;
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->bar = *bar;

  return self;
}

/**
 * pivot_rank_row_get_place:
 *
 * Gets the index of the place in its dataset.
 *
 * Returns: the index
 */
guint
pivot_rank_row_get_place (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), G_MAXUINT);

  return self->place;
}

/**
 * pivot_rank_row_get_rank:
 *
 * Gets the competition rank; equal values share the best one.
 *
 * Returns: the rank, 1 is the highest, 0 without a value
 */
guint
pivot_rank_row_get_rank (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), 0);

  return self->rank;
}

/**
 * pivot_rank_row_get_name:
 *
 * Gets the name of the place.
 *
 * Returns: (transfer none): the name
 */
const char *
pivot_rank_row_get_name (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), NULL);

  return self->name;
}

/**
 * pivot_rank_row_get_text:
 *
 * Gets the value with its bound, without its unit.
 *
 * Returns: (transfer none): the value as text
 */
const char *
pivot_rank_row_get_text (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), NULL);

  return self->text;
}

/**
 * pivot_rank_row_is_missing:
 *
 * Gets whether the place has no value.
 *
 * Returns: %TRUE without a value
 */
gboolean
pivot_rank_row_is_missing (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), TRUE);

  return self->bar.missing;
}

/**
 * pivot_rank_row_get_bar:
 *
 * Gets the bar of the value.
 *
 * Returns: (transfer none): the bar
 */
const PivotBar *
pivot_rank_row_get_bar (PivotRankRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANK_ROW (self), NULL);

  return &self->bar;
}
