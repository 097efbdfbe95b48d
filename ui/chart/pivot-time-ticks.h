/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PIVOT_TIME_TICKS_MAX 64

/* What the numbers of a time axis are. */
typedef enum
{
  PIVOT_TIME_DATE,   /* days, as GDate counts them */
  PIVOT_TIME_AGE,    /* years since something */
} PivotTimeKind;

typedef struct
{
  double   value;
  char     label[24];
  gboolean strong;      /* where a longer unit begins: a year among months */
} PivotTimeTick;

/* Ticks of a time axis, at the calendar's own steps, and what they lie in: the year of months, the month of days. */
typedef struct
{
  guint         n;
  PivotTimeTick ticks[PIVOT_TIME_TICKS_MAX];
  guint         n_contexts;
  PivotTimeTick contexts[PIVOT_TIME_TICKS_MAX];  /* each from its value to that of the next */
} PivotTimeTicks;

/* wanted: about how many at most. */
void   pivot_time_ticks_init (PivotTimeTicks *ticks, PivotTimeKind kind, double from, double to, guint wanted);
double pivot_time_from_year  (int year);    /* its first day */
double pivot_time_today      (void);

G_END_DECLS
