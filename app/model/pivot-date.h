/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { PIVOT_PRECISION_YEAR, PIVOT_PRECISION_MONTH, PIVOT_PRECISION_DAY } PivotPrecision;

/* A date as coarse as it is known: some day from start up to, but not with, end. Days are counted as GDate counts them: 1 is
 * the first of January of the year 1. */
typedef struct
{
  double         start, end;
  PivotPrecision precision;
} PivotDateSpan;

/* FALSE if it is no date by ISO 8601: 2013, 2013-05, 2013-05-20. */
gboolean pivot_date_parse    (const char *iso, PivotDateSpan *span);
/* From the first day of one to the last of the other; end may be NULL. */
gboolean pivot_date_parse_range (const char *iso, const char *end, PivotDateSpan *span);
/* A day as years with a fraction, and back: 2021.5 is the middle of 2021, in any year. */
double   pivot_date_to_years (double day);
double   pivot_date_from_years (double years);
/* The day as ISO 8601 (transfer full). */
char    *pivot_date_to_iso   (double day);
/* "October 2021 – May 2022" in the locale; end may be NULL (transfer full). */
char    *pivot_date_format_range (const char *iso, const char *end);

G_END_DECLS
