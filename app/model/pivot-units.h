/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"
#include "pivot-dataset.h"

G_BEGIN_DECLS

/* Numbers as text for people, in the locale (grouping, decimal mark), with a true minus sign (U+2212). All (transfer full). */
char *pivot_units_format_number  (double number, guint decimals);                     /* "1,409,778,724", "−4.82" */
guint pivot_units_count_decimals (double number);                                     /* that its shortest text has: 2 for 9.87 */
char *pivot_units_format_value   (const PivotValue *value, guint decimals, const char *unit); /* "> 9.0", "≈ 120", "no data" for NULL */
char *pivot_units_format_measure (PivotMeasure *measure, guint place);                /* value with unit: "9.87 %", "−4.82 percentage points" */
/* Text of a range between breaks, no unit: "2.35 – 4.24". */
char *pivot_units_format_range   (double lower, double upper, guint decimals);
/* Words for people, translated: "printed in the series", "read in the named source", "computed", "missing". */
const char *pivot_units_status_label (PivotStatus status);
/* "October 2021", "2021", "20 May 2013" in the locale; the text itself if it is no date (transfer full). */
char *pivot_units_format_date    (const char *iso);

/* A number as it is printed with that many decimals; and how many of them the breaks of classes are printed with. */
double pivot_units_round                (double number, guint decimals);
guint  pivot_units_count_class_decimals (const PivotClasses *classes, PivotMeasure *measure);

G_END_DECLS
