/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-time-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What GDate can count. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

#define DAYS_PER_YEAR 365.2425

typedef enum { UNIT_DAY, UNIT_MONTH, UNIT_YEAR } Unit;

typedef struct
{
  Unit   unit;
  int    n;
  double days;    /* about */
} Step;

static const Step steps[] = {
  { UNIT_DAY, 1, 1 }, { UNIT_DAY, 2, 2 }, { UNIT_DAY, 5, 5 }, { UNIT_DAY, 10, 10 },
  { UNIT_MONTH, 1, 30.4 }, { UNIT_MONTH, 3, 91.3 }, { UNIT_MONTH, 6, 182.6 },
  { UNIT_YEAR, 1, DAYS_PER_YEAR }, { UNIT_YEAR, 2, 2 * DAYS_PER_YEAR }, { UNIT_YEAR, 5, 5 * DAYS_PER_YEAR },
  { UNIT_YEAR, 10, 10 * DAYS_PER_YEAR }, { UNIT_YEAR, 20, 20 * DAYS_PER_YEAR }, { UNIT_YEAR, 50, 50 * DAYS_PER_YEAR },
  { UNIT_YEAR, 100, 100 * DAYS_PER_YEAR }, { UNIT_YEAR, 200, 200 * DAYS_PER_YEAR },
  { UNIT_YEAR, 500, 500 * DAYS_PER_YEAR }, { UNIT_YEAR, 1000, 1000 * DAYS_PER_YEAR },
  { UNIT_YEAR, 2000, 2000 * DAYS_PER_YEAR }, { UNIT_YEAR, 5000, 5000 * DAYS_PER_YEAR },
};

static const double age_steps[] = { 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 };

static void
set_day (GDate  *date,
         double  day)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) MAX (1, floor (day)));
}

/* The tick at or before a day. */
static void
floor_date (GDate      *date,
            const Step *step,
            double      day)
{
  set_day (date, day);

  switch (step->unit)
    {
    case UNIT_DAY:
      g_date_set_day (date, (GDateDay) ((g_date_get_day (date) - 1) / step->n * step->n + 1));
      break;
    case UNIT_MONTH:
      g_date_set_day (date, 1);
      g_date_set_month (date, (GDateMonth) ((g_date_get_month (date) - 1) / step->n * step->n + 1));
      break;
    case UNIT_YEAR:
    default:
      g_date_set_dmy (date, 1, G_DATE_JANUARY,
                      (GDateYear) MAX (FIRST_YEAR, g_date_get_year (date) / step->n * step->n));
    }
}

/* A tick that stands by less than half a step before the next month. */
static gboolean
is_close (const GDate *date,
          const Step  *step)
{
  int left = g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date)) - g_date_get_day (date) + 1;

  return 2 * left < step->n;
}

/* Days go by steps within a month, and the next month begins with its first. */
static void
next_date (GDate      *date,
           const Step *step)
{
  GDateMonth month = g_date_get_month (date);

  switch (step->unit)
    {
    case UNIT_DAY:
      g_date_add_days (date, step->n);
      if (g_date_get_month (date) == month && is_close (date, step))
        g_date_add_months (date, 1);
      if (g_date_get_month (date) != month)
        g_date_set_day (date, 1);
      break;
    case UNIT_MONTH:
      g_date_add_months (date, step->n);
      break;
    case UNIT_YEAR:
    default:
      /* The year 1 is where counting begins, and the round years after it are multiples. */
      g_date_set_year (date, (GDateYear) ((g_date_get_year (date) == FIRST_YEAR ? 0 : g_date_get_year (date)) + step->n));
    }
}

static void
add (PivotTimeTick *ticks,
     guint         *n,
     const GDate   *date,
     const char    *format,
     gboolean       strong)
{
  PivotTimeTick *tick = &ticks[*n];
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *text = NULL;

  time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  text = time != NULL ? g_date_time_format (time, format) : NULL;
  tick->value = g_date_get_julian (date);
  tick->strong = strong;
  g_strlcpy (tick->label, text != NULL ? g_strstrip (text) : "", sizeof tick->label);
  (*n)++;
}

static const char *
get_format (Unit unit)
{
  switch (unit)
    {
    case UNIT_DAY:
      /* Translators: a day on a time axis, for g_date_time_format (); its month stands below. */
      return C_("time axis", "%-e");
    case UNIT_MONTH:
      /* Translators: a month on a time axis, short, for g_date_time_format (); its year stands below. */
      return C_("time axis", "%b");
    case UNIT_YEAR:
    default:
      /* Translators: a year on a time axis, for g_date_time_format (). */
      return C_("time axis", "%Y");
    }
}

static gboolean
is_strong (const GDate *date,
           Unit         unit)
{
  return (unit == UNIT_DAY && g_date_get_day (date) == 1) ||
         (unit == UNIT_MONTH && g_date_get_month (date) == G_DATE_JANUARY);
}

static void
add_ticks (PivotTimeTicks *ticks,
           const Step     *step,
           double          from,
           double          to)
{
  GDate date;

  for (floor_date (&date, step, from);
       g_date_get_julian (&date) <= to && ticks->n < PIVOT_TIME_TICKS_MAX && g_date_get_year (&date) <= LAST_YEAR;
       next_date (&date, step))
    if (g_date_get_julian (&date) >= from)
      add (ticks->ticks, &ticks->n, &date, get_format (step->unit), is_strong (&date, step->unit));
}

/* What the ticks lie in. The first begins before the range. */
static void
add_contexts (PivotTimeTicks *ticks,
              Unit            unit,
              double          from,
              double          to)
{
  const Step context = { unit == UNIT_DAY ? UNIT_MONTH : UNIT_YEAR, 1, 0 };
  GDate date;

  for (floor_date (&date, &context, from);
       g_date_get_julian (&date) < to && ticks->n_contexts < PIVOT_TIME_TICKS_MAX;
       next_date (&date, &context))
    add (ticks->contexts, &ticks->n_contexts, &date,
         unit == UNIT_DAY
         /* Translators: a month with its year under the days of a time axis, for g_date_time_format (). */
         ? C_("time axis", "%B %Y")
         : get_format (UNIT_YEAR), TRUE);
}

static void
init_dates (PivotTimeTicks *ticks,
            double          from,
            double          to,
            guint           wanted)
{
  guint i = 0;

  from = CLAMP (from, pivot_time_from_year (FIRST_YEAR), pivot_time_from_year (LAST_YEAR));
  to = CLAMP (to, from, pivot_time_from_year (LAST_YEAR));
  while (i + 1 < G_N_ELEMENTS (steps) && (to - from) / steps[i].days > wanted)
    i++;

  add_ticks (ticks, &steps[i], from, to);
  if (steps[i].unit != UNIT_YEAR)
    add_contexts (ticks, steps[i].unit, from, to);
}

static void
init_ages (PivotTimeTicks *ticks,
           double          from,
           double          to,
           guint           wanted)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (age_steps) && (to - from) / age_steps[i] > wanted)
    i++;

  for (double k = ceil (from / age_steps[i] - 1e-9);
       k * age_steps[i] <= to + 1e-9 && ticks->n < PIVOT_TIME_TICKS_MAX; k++)
    {
      PivotTimeTick *tick = &ticks->ticks[ticks->n++];

      tick->value = k * age_steps[i] + 0.0;
      tick->strong = FALSE;
      g_snprintf (tick->label, sizeof tick->label, "%s%.*f", tick->value < 0 ? "\342\210\222" : "",
                  i == 0 ? 2 : i == 1 ? 1 : 0, fabs (tick->value));
    }
}

/**
 * pivot_time_ticks_init: (skip)
 * @ticks: (out caller-allocates): the ticks
 * @kind: what the numbers are
 * @from: where the axis begins
 * @to: where it ends
 * @wanted: about how many there may be
 *
 * Finds the ticks of a time axis: decades, years, months or days, as there is room.
 */
void
pivot_time_ticks_init (PivotTimeTicks *ticks,
                       PivotTimeKind   kind,
                       double          from,
                       double          to,
                       guint           wanted)
{
  g_return_if_fail (ticks != NULL);

  ticks->n = 0;
  ticks->n_contexts = 0;
  if (!isfinite (from) || !isfinite (to) || to < from)
    return;

  wanted = CLAMP (wanted, 1, PIVOT_TIME_TICKS_MAX / 2);
  if (kind == PIVOT_TIME_DATE)
    init_dates (ticks, from, to, wanted);
  else
    init_ages (ticks, from, to, wanted);
}

/**
 * pivot_time_from_year: (skip)
 * @year: a year
 *
 * Gets the first day of a year.
 *
 * Returns: the day, as GDate counts
 */
double
pivot_time_from_year (int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) CLAMP (year, FIRST_YEAR, LAST_YEAR));

  return g_date_get_julian (&date);
}

/**
 * pivot_time_today: (skip)
 *
 * Gets this moment on the axis of days.
 *
 * Returns: the day, as GDate counts
 */
double
pivot_time_today (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_time_t (&date, g_get_real_time () / G_USEC_PER_SEC);

  return g_date_get_julian (&date);
}
