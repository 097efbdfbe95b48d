/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-enums.h"

/* Names are for debuggers; only the nicks, the words of the format, are ever read or written. */
#define PIVOT_DEFINE_ENUM(TypeName, type_name, ...)                           \
GType                                                                         \
type_name##_get_type (void)                                                   \
{                                                                             \
  static const GEnumValue values[] = { __VA_ARGS__ { 0, NULL, NULL } };       \
  static GType type;                                                          \
                                                                              \
  if (g_once_init_enter (&type))                                              \
    g_once_init_leave (&type, g_enum_register_static (#TypeName, values));    \
                                                                              \
  return type;                                                                \
}

#define WORD(value, nick) { value, #value, nick },

PIVOT_DEFINE_ENUM (PivotStatus, pivot_status,
                   WORD (PIVOT_STATUS_PUBLISHED, "published")
                   WORD (PIVOT_STATUS_SOURCED, "sourced")
                   WORD (PIVOT_STATUS_COMPUTED, "computed")
                   WORD (PIVOT_STATUS_MISSING, "missing")
                   WORD (PIVOT_STATUS_ASSUMED, "assumed"))

PIVOT_DEFINE_ENUM (PivotBound, pivot_bound,
                   WORD (PIVOT_BOUND_NONE, "none")
                   WORD (PIVOT_BOUND_ABOVE, "above")
                   WORD (PIVOT_BOUND_BELOW, "below")
                   WORD (PIVOT_BOUND_ABOUT, "about"))

PIVOT_DEFINE_ENUM (PivotSourceKind, pivot_source_kind,
                   WORD (PIVOT_SOURCE_ARTICLE, "article")
                   WORD (PIVOT_SOURCE_PRIMARY, "primary")
                   WORD (PIVOT_SOURCE_SECONDARY, "secondary")
                   WORD (PIVOT_SOURCE_MIRROR, "mirror")
                   WORD (PIVOT_SOURCE_COMPUTED, "computed"))

PIVOT_DEFINE_ENUM (PivotScaleKind, pivot_scale_kind,
                   WORD (PIVOT_SCALE_SEQUENTIAL, "sequential")
                   WORD (PIVOT_SCALE_DIVERGING, "diverging")
                   WORD (PIVOT_SCALE_SCORE, "score"))

PIVOT_DEFINE_ENUM (PivotDerive, pivot_derive,
                   WORD (PIVOT_DERIVE_NONE, "none")
                   WORD (PIVOT_DERIVE_DIFFERENCE, "difference")
                   WORD (PIVOT_DERIVE_RATIO, "ratio")
                   WORD (PIVOT_DERIVE_SHARE, "share")
                   WORD (PIVOT_DERIVE_PER, "per"))

PIVOT_DEFINE_ENUM (PivotMember, pivot_member,
                   WORD (PIVOT_MEMBER_YES, "yes")
                   WORD (PIVOT_MEMBER_NO, "no")
                   WORD (PIVOT_MEMBER_UNKNOWN, "unknown"))

PIVOT_DEFINE_ENUM (PivotEventKind, pivot_event_kind,
                   WORD (PIVOT_EVENT_FOUNDING, "founding")
                   WORD (PIVOT_EVENT_CUSTOMER, "customer")
                   WORD (PIVOT_EVENT_LISTING, "listing")
                   WORD (PIVOT_EVENT_FINANCE, "finance")
                   WORD (PIVOT_EVENT_PRODUCT, "product")
                   WORD (PIVOT_EVENT_MILESTONE, "milestone"))

PIVOT_DEFINE_ENUM (PivotParty, pivot_party,
                   WORD (PIVOT_PARTY_STATE, "state")
                   WORD (PIVOT_PARTY_PRIVATE, "private")
                   WORD (PIVOT_PARTY_MIXED, "mixed")
                   WORD (PIVOT_PARTY_NONE, "none"))

PIVOT_DEFINE_ENUM (PivotChartKind, pivot_chart_kind,
                   WORD (PIVOT_CHART_LINE, "line")
                   WORD (PIVOT_CHART_COLUMN, "column")
                   WORD (PIVOT_CHART_BAR, "bar")
                   WORD (PIVOT_CHART_STACKED_BAR, "stacked-bar")
                   WORD (PIVOT_CHART_SCATTER, "scatter")
                   WORD (PIVOT_CHART_MAP, "map")
                   WORD (PIVOT_CHART_TABLE, "table")
                   WORD (PIVOT_CHART_TIMELINE, "timeline")
                   WORD (PIVOT_CHART_STATEMENT, "statement"))

PIVOT_DEFINE_ENUM (PivotCoverage, pivot_coverage,
                   WORD (PIVOT_COVERAGE_COMPLETE, "complete")
                   WORD (PIVOT_COVERAGE_REBUILT, "rebuilt")
                   WORD (PIVOT_COVERAGE_PARTIAL, "partial")
                   WORD (PIVOT_COVERAGE_TEXT_ONLY, "text-only"))

PIVOT_DEFINE_ENUM (PivotAxisKind, pivot_axis_kind,
                   WORD (PIVOT_AXIS_TIME, "time")
                   WORD (PIVOT_AXIS_CATEGORY, "category")
                   WORD (PIVOT_AXIS_NUMBER, "number"))

PIVOT_DEFINE_ENUM (PivotPage, pivot_page,
                   WORD (PIVOT_PAGE_MAP, "map")
                   WORD (PIVOT_PAGE_FIRMS, "firms")
                   WORD (PIVOT_PAGE_STORY, "story")
                   WORD (PIVOT_PAGE_DATA, "data")
                   WORD (PIVOT_PAGE_TEACH, "teach"))

PIVOT_DEFINE_ENUM (PivotCheckKind, pivot_check_kind,
                   WORD (PIVOT_CHECK_DIFFERENCE, "difference")
                   WORD (PIVOT_CHECK_MEAN, "mean")
                   WORD (PIVOT_CHECK_SUM, "sum")
                   WORD (PIVOT_CHECK_RATIO, "ratio")
                   WORD (PIVOT_CHECK_ROUNDING, "rounding")
                   WORD (PIVOT_CHECK_CONFLICT, "conflict"))

/**
 * pivot_enum_to_nick:
 * @type: one of the types of this header
 * @value: a value of it
 *
 * Returns: (nullable): the word that datasets and views write for @value
 */
const char *
pivot_enum_to_nick (GType type,
                    int   value)
{
  g_autoptr(GTypeClass) klass = NULL;
  GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  /* The words are static, so they outlive the class. */
  klass = g_type_class_ref (type);
  found = g_enum_get_value ((GEnumClass *) klass, value);

  return found != NULL ? found->value_nick : NULL;
}

/**
 * pivot_enum_from_nick:
 * @type: one of the types of this header
 * @nick: (nullable): a word
 * @value: (out): the value it stands for; untouched if there is none
 *
 * Returns: whether @nick is a word of @type
 */
gboolean
pivot_enum_from_nick (GType       type,
                      const char *nick,
                      int        *value)
{
  g_autoptr(GTypeClass) klass = NULL;
  GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (nick == NULL)
    return FALSE;

  klass = g_type_class_ref (type);
  found = g_enum_get_value_by_nick ((GEnumClass *) klass, nick);
  if (found == NULL)
    return FALSE;

  *value = found->value;

  return TRUE;
}
