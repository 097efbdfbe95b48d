/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-private.h"

G_DEFINE_ENUM_TYPE (PivotVerdict, pivot_verdict,
                    G_DEFINE_ENUM_VALUE (PIVOT_FINDING_HOLDS, "holds"),
                    G_DEFINE_ENUM_VALUE (PIVOT_FINDING_FAILS, "fails"),
                    G_DEFINE_ENUM_VALUE (PIVOT_FINDING_CONFLICT, "conflict"))

/* What the audit says of one check, one value's formula or one derived measure. Immutable after construction. */
struct _PivotFinding
{
  GObject        parent_instance;

  PivotVerdict   verdict;
  PivotCheck    *check;
  char          *path;
  double         printed;
  double         recomputed;
  char          *arithmetic;
  char         **paths;
};

G_DEFINE_FINAL_TYPE (PivotFinding, pivot_finding, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VERDICT,
  PROP_ARITHMETIC,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
pivot_finding_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PivotFinding *self = PIVOT_FINDING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->check != NULL ? pivot_text_get (pivot_check_get_title (self->check)) : self->path);
      break;
    case PROP_VERDICT:
      g_value_set_enum (value, self->verdict);
      break;
    case PROP_ARITHMETIC:
      g_value_set_string (value, self->arithmetic);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_finding_finalize (GObject *object)
{
  PivotFinding *self = PIVOT_FINDING (object);

  g_clear_object (&self->check);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->arithmetic, g_free);
  g_clear_pointer (&self->paths, g_strfreev);

  G_OBJECT_CLASS (pivot_finding_parent_class)->finalize (object);
}

static void
pivot_finding_class_init (PivotFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pivot_finding_finalize;
  object_class->get_property = pivot_finding_get_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERDICT] =
    g_param_spec_enum ("verdict", NULL, NULL, PIVOT_TYPE_VERDICT, PIVOT_FINDING_HOLDS,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARITHMETIC] =
    g_param_spec_string ("arithmetic", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_finding_init (PivotFinding *self)
{
}

PivotFinding *
_pivot_finding_new (PivotFindingParts *parts)
{
  PivotFinding *self = g_object_new (PIVOT_TYPE_FINDING, NULL);

  self->verdict = parts->verdict;
  self->check = parts->check != NULL ? g_object_ref (parts->check) : NULL;
  self->path = g_steal_pointer (&parts->path);
  self->printed = parts->printed;
  self->recomputed = parts->recomputed;
  self->arithmetic = g_steal_pointer (&parts->arithmetic);

  g_ptr_array_add (parts->paths, NULL);
  self->paths = (char **) g_ptr_array_free (g_steal_pointer (&parts->paths), FALSE);

  return self;
}

/**
 * pivot_finding_get_verdict:
 * @self: a finding
 *
 * Gets whether it adds up.
 *
 * Returns: the verdict
 */
PivotVerdict
pivot_finding_get_verdict (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), PIVOT_FINDING_HOLDS);

  return self->verdict;
}

/**
 * pivot_finding_get_check:
 * @self: a finding
 *
 * Gets the check it is about.
 *
 * Returns: (transfer none) (nullable): the check; `NULL` for a value's own formula or a derived measure
 */
PivotCheck *
pivot_finding_get_check (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), NULL);

  return self->check;
}

/**
 * pivot_finding_get_path:
 * @self: a finding
 *
 * Gets what it is about.
 *
 * Returns: (transfer none): id of the check, value path of a formula's value, or id of a derived measure
 */
const char *
pivot_finding_get_path (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), NULL);

  return self->path;
}

/**
 * pivot_finding_get_printed:
 * @self: a finding
 *
 * Gets the number that the source prints, or that the dataset holds.
 *
 * Returns: the number; NaN for a conflict
 */
double
pivot_finding_get_printed (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), 0);

  return self->printed;
}

/**
 * pivot_finding_get_recomputed:
 * @self: a finding
 *
 * Gets the number that the arithmetic gives, not rounded.
 *
 * Returns: the number; NaN for a conflict, or if it cannot be worked out
 */
double
pivot_finding_get_recomputed (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), 0);

  return self->recomputed;
}

/**
 * pivot_finding_get_arithmetic:
 * @self: a finding
 *
 * Gets the arithmetic written out in numbers: "3.52 − 2.35 = 1.17, printed 1.16".
 *
 * Returns: (transfer none): the text, in the user's language
 */
const char *
pivot_finding_get_arithmetic (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), NULL);

  return self->arithmetic;
}

/**
 * pivot_finding_get_paths:
 * @self: a finding
 *
 * Gets which values it is about: those that go into the arithmetic, and the printed figure if it is a value of the
 * dataset itself.
 *
 * Returns: (transfer none) (array zero-terminated=1): value paths
 */
const char * const *
pivot_finding_get_paths (PivotFinding *self)
{
  g_return_val_if_fail (PIVOT_IS_FINDING (self), NULL);

  return (const char * const *) self->paths;
}
