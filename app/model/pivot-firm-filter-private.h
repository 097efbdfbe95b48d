/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-firm-filter.h"

#include "pivot-firm-index-private.h"

G_BEGIN_DECLS

/* What the list's files share: pivot-firm-filter.c is the list, pivot-firm-filter-query.c looks for words and
 * pivot-firm-filter-facets.c for facets, places and years. */

/* What a firm fails: a bit for each facet, and these. */
enum
{
  PIVOT_FIRM_FAILS_PLACES = 1 << PIVOT_N_FIRM_FACETS,
  PIVOT_FIRM_FAILS_QUERY = 1 << (PIVOT_N_FIRM_FACETS + 1),
  PIVOT_FIRM_FAILS_YEARS = 1 << (PIVOT_N_FIRM_FACETS + 2),
};

struct _PivotFirmFilter
{
  GObject         parent_instance;

  PivotFirmIndex *index;         /* or NULL */
  char           *query;
  GArray         *terms;         /* of the query's words */
  gboolean        narrower;      /* whoever fails the query failed the last one */
  gboolean        query_dirty;
  char          **facets;
  GArray         *places;        /* of guint */
  int             column;
  gboolean        descending;

  guint8         *fails;         /* by firm */
  guint8         *in_years;      /* by firm: whether it has an event in those years; NULL: not looked for */
  int             first_year, last_year;
  GArray         *chosen[PIVOT_N_FIRM_FACETS]; /* of gboolean, by value; empty: the facet is not used */
  GArray         *counts[PIVOT_N_FIRM_FACETS]; /* of guint, by value */
  guint32        *shown;         /* firms, in order */
  guint           n_shown;
};

void _pivot_firm_filter_init_query   (PivotFirmFilter *self);
/* Who fails the query, and is not asked anything else yet. */
void _pivot_firm_filter_apply_query  (PivotFirmFilter *self);

void _pivot_firm_filter_init_facets  (PivotFirmFilter *self);
/* Who fails the rest, when the query has been applied; counts the facets' values. */
void _pivot_firm_filter_apply_facets (PivotFirmFilter *self);

G_END_DECLS
