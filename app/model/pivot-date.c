/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-date.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* What GDate counts. */
#define LAST_YEAR 9999

static double
first_of_year (int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);

  return g_date_get_julian (&date);
}

/* 2013, 2013-05 or 2013-05-20, and nothing else. The number of parts, or 0. */
static guint
split (const char *iso,
       int         parts[3])
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (iso);

  if (length != 4 && length != 7 && length != 10)
    return 0;

  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (iso[i]) : iso[i] != pattern[i])
      return 0;

  parts[0] = atoi (iso);
  parts[1] = length > 4 ? atoi (iso + 5) : 1;
  parts[2] = length > 7 ? atoi (iso + 8) : 1;

  return length > 7 ? 3 : length > 4 ? 2 : 1;
}

/**
 * pivot_date_parse: (skip)
 * @iso: (nullable): a date by ISO 8601, as coarse as known
 * @span: (out caller-allocates): the days it may be
 *
 * Reads a date. A year is all of its days, and not the first of January.
 *
 * Returns: `FALSE` if it is no date
 */
gboolean
pivot_date_parse (const char    *iso,
                  PivotDateSpan *span)
{
  int parts[3];
  guint n_parts;
  GDate date;

  g_return_val_if_fail (span != NULL, FALSE);

  n_parts = iso != NULL ? split (iso, parts) : 0;
  if (n_parts == 0 || parts[0] < 1 || parts[2] > 31 ||
      !g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
  span->start = g_date_get_julian (&date);

  if (n_parts == 1)
    g_date_add_years (&date, 1);
  else if (n_parts == 2)
    g_date_add_months (&date, 1);
  else
    g_date_add_days (&date, 1);
  span->end = g_date_get_julian (&date);
  span->precision = n_parts == 1 ? PIVOT_PRECISION_YEAR : n_parts == 2 ? PIVOT_PRECISION_MONTH : PIVOT_PRECISION_DAY;

  return TRUE;
}

/**
 * pivot_date_parse_range: (skip)
 * @iso: (nullable): when it began
 * @end: (nullable): when it ended
 * @span: (out caller-allocates): from the first day to the last
 *
 * Reads a date, or two with what lies between them.
 *
 * Returns: `FALSE` if one of them is no date
 */
gboolean
pivot_date_parse_range (const char    *iso,
                        const char    *end,
                        PivotDateSpan *span)
{
  PivotDateSpan last;

  if (!pivot_date_parse (iso, span))
    return FALSE;

  if (end == NULL)
    return TRUE;

  if (!pivot_date_parse (end, &last))
    return FALSE;

  span->end = MAX (span->end, last.end);

  return TRUE;
}

/**
 * pivot_date_to_years: (skip)
 * @day: a day, and part of it
 *
 * Gets a day as years with a fraction, so that the same day of two years is a whole number of years apart.
 *
 * Returns: the years
 */
double
pivot_date_to_years (double day)
{
  GDate date;
  double first, length;
  int year;

  day = CLAMP (day, 1, first_of_year (LAST_YEAR));
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) floor (day));
  year = g_date_get_year (&date);
  first = first_of_year (year);
  length = g_date_is_leap_year ((GDateYear) year) ? 366 : 365;

  return year + (day - first) / length;
}

/**
 * pivot_date_from_years: (skip)
 * @years: years with a fraction
 *
 * Gets the day of what pivot_date_to_years() gave.
 *
 * Returns: the day
 */
double
pivot_date_from_years (double years)
{
  int year;
  double length;

  years = CLAMP (years, 1, LAST_YEAR);
  year = (int) floor (years);
  length = g_date_is_leap_year ((GDateYear) year) ? 366 : 365;

  return first_of_year (year) + (years - year) * length;
}

/**
 * pivot_date_to_iso: (skip)
 * @day: a day
 *
 * Writes a day for files.
 *
 * Returns: (transfer full): `2013-05-20`
 */
char *
pivot_date_to_iso (double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (floor (day), 1, first_of_year (LAST_YEAR)));

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * pivot_date_format_range: (skip)
 * @iso: when it began
 * @end: (nullable): when it ended
 *
 * Writes a date, or two, for people.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_date_format_range (const char *iso,
                         const char *end)
{
  g_autofree char *from = pivot_units_format_date (iso);
  g_autofree char *to = end != NULL ? pivot_units_format_date (end) : NULL;

  if (to == NULL || g_str_equal (from, to))
    return g_steal_pointer (&from);

  return g_strdup_printf (C_("range", "%s – %s"), from, to);
}
