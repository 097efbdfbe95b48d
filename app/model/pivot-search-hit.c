/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-private.h"

#include <glib/gi18n-lib.h>

/* Something found. Immutable but for the detail, which is made when it is first asked for. */
struct _PivotSearchHit
{
  GObject          parent_instance;

  PivotDataset    *dataset;
  PivotSearchKind  kind;
  gpointer         object;    /* of the dataset */
  const char      *matched;   /* of the dataset */
  char            *detail;
  guint            score;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_SCORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (PivotSearchKind, pivot_search_kind,
                    G_DEFINE_ENUM_VALUE (PIVOT_SEARCH_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (PIVOT_SEARCH_MEASURE, "measure"),
                    G_DEFINE_ENUM_VALUE (PIVOT_SEARCH_GROUP, "group"),
                    G_DEFINE_ENUM_VALUE (PIVOT_SEARCH_FIRM, "firm"),
                    G_DEFINE_ENUM_VALUE (PIVOT_SEARCH_FIGURE, "figure"))

G_DEFINE_FINAL_TYPE (PivotSearchHit, pivot_search_hit, G_TYPE_OBJECT)

static void
pivot_search_hit_dispose (GObject *object)
{
  PivotSearchHit *self = PIVOT_SEARCH_HIT (object);

  g_clear_object (&self->object);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_search_hit_parent_class)->dispose (object);
}

static void
pivot_search_hit_finalize (GObject *object)
{
  PivotSearchHit *self = PIVOT_SEARCH_HIT (object);

  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (pivot_search_hit_parent_class)->finalize (object);
}

static void
pivot_search_hit_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PivotSearchHit *self = PIVOT_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ID:
      g_value_set_string (value, pivot_search_hit_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, pivot_search_hit_get_title (self));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, pivot_search_hit_get_detail (self));
      break;
    case PROP_SCORE:
      g_value_set_uint (value, self->score);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_search_hit_class_init (PivotSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = pivot_search_hit_dispose;
  object_class->finalize = pivot_search_hit_finalize;
  object_class->get_property = pivot_search_hit_get_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, PIVOT_TYPE_SEARCH_KIND, PIVOT_SEARCH_PLACE, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_SCORE] = g_param_spec_uint ("score", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_search_hit_init (PivotSearchHit *self)
{
}

/**
 * _pivot_search_hit_new: (skip)
 * @dataset: where it was found
 * @kind: what it is
 * @object: the place, measure, … itself
 * @matched: (nullable): the wording that matched; of the dataset
 * @score: how well
 *
 * Returns: (transfer full): a new hit
 */
PivotSearchHit *
_pivot_search_hit_new (PivotDataset    *dataset,
                       PivotSearchKind  kind,
                       gpointer         object,
                       const char      *matched,
                       guint            score)
{
  PivotSearchHit *self = g_object_new (PIVOT_TYPE_SEARCH_HIT, NULL);

  self->dataset = g_object_ref (dataset);
  self->kind = kind;
  self->object = g_object_ref (object);
  self->matched = matched;
  self->score = score;

  return self;
}

/**
 * pivot_search_hit_get_kind:
 * @self: a hit
 *
 * Returns: what kind of thing it is
 */
PivotSearchKind
pivot_search_hit_get_kind (PivotSearchHit *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH_HIT (self), PIVOT_SEARCH_PLACE);

  return self->kind;
}

/**
 * pivot_search_hit_get_id:
 * @self: a hit
 *
 * Returns: its id, unique within its kind
 */
const char *
pivot_search_hit_get_id (PivotSearchHit *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH_HIT (self), NULL);

  switch (self->kind)
    {
    case PIVOT_SEARCH_PLACE:
      return pivot_place_get_id (self->object);
    case PIVOT_SEARCH_MEASURE:
      return pivot_measure_get_id (self->object);
    case PIVOT_SEARCH_GROUP:
      return pivot_group_get_id (self->object);
    case PIVOT_SEARCH_FIRM:
      return pivot_firm_get_id (self->object);
    case PIVOT_SEARCH_FIGURE:
    default:
      return pivot_figure_get_id (self->object);
    }
}

/**
 * pivot_search_hit_get_title:
 * @self: a hit
 *
 * Returns: its name in the user's language
 */
const char *
pivot_search_hit_get_title (PivotSearchHit *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH_HIT (self), NULL);

  switch (self->kind)
    {
    case PIVOT_SEARCH_PLACE:
      return pivot_text_get (pivot_place_get_name (self->object));
    case PIVOT_SEARCH_MEASURE:
      return pivot_text_get (pivot_measure_get_label (self->object));
    case PIVOT_SEARCH_GROUP:
      return pivot_text_get (pivot_group_get_label (self->object));
    case PIVOT_SEARCH_FIRM:
      return pivot_text_get (pivot_firm_get_name (self->object));
    case PIVOT_SEARCH_FIGURE:
    default:
      return pivot_text_get (pivot_figure_get_title (self->object));
    }
}

static guint
count_members (PivotSearchHit *self)
{
  const char *group = pivot_group_get_id (self->object);
  guint n = 0;

  for (guint i = 0; i < pivot_dataset_get_n_places (self->dataset); i++)
    n += g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (self->dataset, i)), group);

  return n;
}

static char *
describe_firm (PivotSearchHit *self)
{
  PivotPlace *place = pivot_dataset_find_place (self->dataset, pivot_firm_get_place (self->object));
  const char *sector = pivot_text_get (pivot_firm_get_sector (self->object));
  const char *name = place != NULL ? pivot_text_get (pivot_place_get_short (place)) : NULL;

  if (name != NULL && sector != NULL)
    return g_strdup_printf ("%s · %s", name, sector);

  return g_strdup (name != NULL ? name : sector != NULL ? sector : "");
}

static char *
describe (PivotSearchHit *self)
{
  guint n;

  switch (self->kind)
    {
    case PIVOT_SEARCH_PLACE:
      return g_strdup (pivot_text_get (pivot_place_get_abbr (self->object)));
    case PIVOT_SEARCH_MEASURE:
      n = pivot_measure_get_n_values (self->object);
      /* Translators: a unit, as in "% · 10 values" */
      return g_strdup_printf (ngettext ("%s · %u value", "%s · %u values", n),
                              pivot_text_get (pivot_measure_get_unit (self->object)), n);
    case PIVOT_SEARCH_GROUP:
      n = count_members (self);
      return g_strdup_printf (ngettext ("%u place", "%u places", n), n);
    case PIVOT_SEARCH_FIRM:
      return describe_firm (self);
    case PIVOT_SEARCH_FIGURE:
    default:
      /* Translators: a figure's number, as in "Figure 1-1a" */
      return g_strdup_printf (_("Figure %s"), pivot_figure_get_id (self->object));
    }
}

/**
 * pivot_search_hit_get_detail:
 * @self: a hit
 *
 * Gets a line that says why it was found, if its title does not: the wording that matched. Else it says what it is.
 *
 * Returns: a line of text; may be empty
 */
const char *
pivot_search_hit_get_detail (PivotSearchHit *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH_HIT (self), NULL);

  if (self->detail != NULL)
    return self->detail;

  if (self->matched != NULL && g_strcmp0 (self->matched, pivot_search_hit_get_title (self)) != 0)
    self->detail = g_strdup (self->matched);
  else
    self->detail = describe (self);

  return self->detail;
}

/**
 * pivot_search_hit_get_score:
 * @self: a hit
 *
 * Returns: how well it matches: the higher, the better
 */
guint
pivot_search_hit_get_score (PivotSearchHit *self)
{
  g_return_val_if_fail (PIVOT_IS_SEARCH_HIT (self), 0);

  return self->score;
}
