/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of the dataset format. Each type's nicks are the words as the files write them ("text-only"). */

typedef enum { PIVOT_STATUS_PUBLISHED, PIVOT_STATUS_SOURCED, PIVOT_STATUS_COMPUTED, PIVOT_STATUS_MISSING,
               PIVOT_STATUS_ASSUMED /* in no file: of a what-if */ } PivotStatus;
typedef enum { PIVOT_BOUND_NONE, PIVOT_BOUND_ABOVE, PIVOT_BOUND_BELOW, PIVOT_BOUND_ABOUT } PivotBound;
typedef enum { PIVOT_SOURCE_ARTICLE, PIVOT_SOURCE_PRIMARY, PIVOT_SOURCE_SECONDARY, PIVOT_SOURCE_MIRROR, PIVOT_SOURCE_COMPUTED } PivotSourceKind;
typedef enum { PIVOT_SCALE_SEQUENTIAL, PIVOT_SCALE_DIVERGING, PIVOT_SCALE_SCORE } PivotScaleKind;
typedef enum { PIVOT_DERIVE_NONE, PIVOT_DERIVE_DIFFERENCE, PIVOT_DERIVE_RATIO, PIVOT_DERIVE_SHARE, PIVOT_DERIVE_PER } PivotDerive;
typedef enum { PIVOT_MEMBER_YES, PIVOT_MEMBER_NO, PIVOT_MEMBER_UNKNOWN } PivotMember;
typedef enum { PIVOT_EVENT_FOUNDING, PIVOT_EVENT_CUSTOMER, PIVOT_EVENT_LISTING, PIVOT_EVENT_FINANCE, PIVOT_EVENT_PRODUCT, PIVOT_EVENT_MILESTONE } PivotEventKind;
typedef enum { PIVOT_PARTY_STATE, PIVOT_PARTY_PRIVATE, PIVOT_PARTY_MIXED, PIVOT_PARTY_NONE } PivotParty;
typedef enum { PIVOT_CHART_LINE, PIVOT_CHART_COLUMN, PIVOT_CHART_BAR, PIVOT_CHART_STACKED_BAR, PIVOT_CHART_SCATTER, PIVOT_CHART_MAP, PIVOT_CHART_TABLE, PIVOT_CHART_TIMELINE, PIVOT_CHART_STATEMENT } PivotChartKind;
typedef enum { PIVOT_COVERAGE_COMPLETE, PIVOT_COVERAGE_REBUILT, PIVOT_COVERAGE_PARTIAL, PIVOT_COVERAGE_TEXT_ONLY } PivotCoverage;
typedef enum { PIVOT_AXIS_TIME, PIVOT_AXIS_CATEGORY, PIVOT_AXIS_NUMBER } PivotAxisKind;
typedef enum { PIVOT_PAGE_MAP, PIVOT_PAGE_FIRMS, PIVOT_PAGE_STORY, PIVOT_PAGE_DATA, PIVOT_PAGE_TEACH } PivotPage;
typedef enum { PIVOT_CHECK_DIFFERENCE, PIVOT_CHECK_MEAN, PIVOT_CHECK_SUM, PIVOT_CHECK_RATIO, PIVOT_CHECK_ROUNDING, PIVOT_CHECK_CONFLICT } PivotCheckKind;

GType pivot_status_get_type (void);
GType pivot_bound_get_type (void);          /* nicks none, above, below, about */
GType pivot_source_kind_get_type (void);
GType pivot_scale_kind_get_type (void);
GType pivot_derive_get_type (void);
GType pivot_member_get_type (void);
GType pivot_event_kind_get_type (void);
GType pivot_party_get_type (void);
GType pivot_chart_kind_get_type (void);
GType pivot_coverage_get_type (void);
GType pivot_axis_kind_get_type (void);
GType pivot_page_get_type (void);
GType pivot_check_kind_get_type (void);

#define PIVOT_TYPE_STATUS (pivot_status_get_type ())
#define PIVOT_TYPE_BOUND (pivot_bound_get_type ())
#define PIVOT_TYPE_SOURCE_KIND (pivot_source_kind_get_type ())
#define PIVOT_TYPE_SCALE_KIND (pivot_scale_kind_get_type ())
#define PIVOT_TYPE_DERIVE (pivot_derive_get_type ())
#define PIVOT_TYPE_MEMBER (pivot_member_get_type ())
#define PIVOT_TYPE_EVENT_KIND (pivot_event_kind_get_type ())
#define PIVOT_TYPE_PARTY (pivot_party_get_type ())
#define PIVOT_TYPE_CHART_KIND (pivot_chart_kind_get_type ())
#define PIVOT_TYPE_COVERAGE (pivot_coverage_get_type ())
#define PIVOT_TYPE_AXIS_KIND (pivot_axis_kind_get_type ())
#define PIVOT_TYPE_PAGE (pivot_page_get_type ())
#define PIVOT_TYPE_CHECK_KIND (pivot_check_kind_get_type ())

/* The word of a value, and the value of a word (FALSE if there is none such). type: one of the above. */
const char *pivot_enum_to_nick   (GType type, int value);
gboolean    pivot_enum_from_nick (GType type, const char *nick, int *value);

G_END_DECLS
