/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-units.h"

#include "pivot-date.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How much finer than the measure's own decimals a break may be printed. */
#define MAX_EXTRA_DECIMALS 3

#define MINUS        "\342\210\222" /* U+2212 */
#define NARROW_SPACE "\342\200\257" /* U+202F */

static gboolean
is_zero (const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text >= '1' && *text <= '9')
        return FALSE;
    }

  return TRUE;
}

/* A locale without grouping, such as that of C, leaves long numbers unreadable: they are put into threes here. A comma does it where the
 * decimal mark is a point; elsewhere it would be read as the decimal mark, and it is a narrow space that does not break. */
static char *
group (const char *text)
{
  const struct lconv *conventions = localeconv ();
  const char *separator = g_str_equal (conventions->decimal_point, ".") ? "," : NARROW_SPACE;
  gsize n_digits = strspn (text, "0123456789");
  GString *string;

  if (*conventions->thousands_sep != '\0' || n_digits <= 3)
    return g_strdup (text);

  string = g_string_new (text);
  for (gsize at = n_digits - 3; at > 0; at = at > 3 ? at - 3 : 0)
    g_string_insert (string, (gssize) at, separator);

  return g_string_free (string, FALSE);
}

/**
 * pivot_units_format_number:
 * @number: a number; NaN is no data
 * @decimals: how many digits to show after the decimal mark
 *
 * Writes a number for people: in threes, with the decimal mark and the separator as the locale has them, with a true minus sign, and
 * never as minus zero.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_units_format_number (double number,
                           guint  decimals)
{
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;
  g_autofree char *grouped = NULL;

  if (isnan (number))
    return g_strdup (_("no data"));

  digits = isinf (number) ? g_strdup ("∞") : g_strdup_printf ("%'.*f", (int) MIN (decimals, 17), fabs (number));

  /* Grouping comes in the encoding of the locale. */
  text = g_locale_to_utf8 (digits, -1, NULL, NULL, NULL);
  if (isinf (number) || text == NULL)
    {
      g_free (text);
      text = g_steal_pointer (&digits);
    }

  grouped = group (text);
  if (number < 0 && (isinf (number) || !is_zero (text)))
    return g_strconcat (MINUS, grouped, NULL);

  return g_steal_pointer (&grouped);
}

/**
 * pivot_units_count_decimals:
 * @number: a number
 *
 * Counts the digits after the decimal mark in the shortest text of a number: 2 for 9.87.
 *
 * Returns: how many, at most 15
 */
guint
pivot_units_count_decimals (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint decimals = 0; decimals < 15; decimals++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%uf", decimals);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        return decimals;
    }

  return 15;
}

/**
 * pivot_units_round:
 * @number: a number
 * @decimals: digits after the decimal mark
 *
 * Rounds a number to what is printed of it: half to even, as printf() does. What a person reads is compared by this.
 *
 * Returns: the number that pivot_units_format_number() writes
 */
double
pivot_units_round (double number,
                   guint  decimals)
{
  char format[16];
  char text[G_ASCII_DTOSTR_BUF_SIZE + 320];

  g_snprintf (format, sizeof format, "%%.%uf", decimals);

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, number), NULL);
}

static char *
add_bound (PivotBound  bound,
           const char *number)
{
  switch (bound)
    {
    case PIVOT_BOUND_ABOVE:
      /* Translators: more than this number. The space does not break. */
      return g_strdup_printf (C_("bound", "> %s"), number);
    case PIVOT_BOUND_BELOW:
      /* Translators: less than this number. The space does not break. */
      return g_strdup_printf (C_("bound", "< %s"), number);
    case PIVOT_BOUND_ABOUT:
      /* Translators: about this number. The space does not break. */
      return g_strdup_printf (C_("bound", "≈ %s"), number);
    case PIVOT_BOUND_NONE:
    default:
      return g_strdup (number);
    }
}

static char *
add_unit (const char *number,
          const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return g_strdup (number);

  if (g_str_equal (unit, "%") || g_str_equal (unit, "％"))
    /* Translators: a share in percent. */
    return g_strdup_printf (C_("number and unit", "%s%%"), number);

  /* Translators: a number and its unit. The space does not break. */
  return g_strdup_printf (C_("number and unit", "%s %s"), number, unit);
}

/**
 * pivot_units_format_value:
 * @value: (nullable): a value
 * @decimals: how many digits to show after the decimal mark
 * @unit: (nullable): its unit in the user's language
 *
 * Writes a value for people. A bound is written as such ("> 9.0"), a value that is not there as "no data".
 *
 * Returns: (transfer full): the text
 */
char *
pivot_units_format_value (const PivotValue *value,
                          guint             decimals,
                          const char       *unit)
{
  g_autofree char *number = NULL;
  g_autofree char *bounded = NULL;

  if (pivot_value_is_missing (value))
    return g_strdup (_("no data"));

  number = pivot_units_format_number (value->number, decimals);
  bounded = add_bound (value->bound, number);

  return add_unit (bounded, unit);
}

/**
 * pivot_units_format_measure:
 * @measure: a measure
 * @place: index of a place
 *
 * Writes a measure's value at a place for people, with its unit.
 *
 * Returns: (transfer full): the text; "no data" if the place has no value
 */
char *
pivot_units_format_measure (PivotMeasure *measure,
                            guint         place)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);

  return pivot_units_format_value (pivot_measure_get_value (measure, place),
                                   pivot_measure_get_decimals (measure),
                                   pivot_text_get (pivot_measure_get_unit (measure)));
}

/**
 * pivot_units_format_range:
 * @lower: where it begins
 * @upper: where it ends
 * @decimals: how many digits to show after the decimal mark
 *
 * Writes the range between two breaks for people, without a unit. A range without width is its number.
 *
 * Returns: (transfer full): the text
 */
char *
pivot_units_format_range (double lower,
                          double upper,
                          guint  decimals)
{
  g_autofree char *from = pivot_units_format_number (lower, decimals);
  g_autofree char *to = pivot_units_format_number (upper, decimals);

  if (lower == upper)
    return g_steal_pointer (&from);

  /* Translators: from one number to another. */
  return g_strdup_printf (C_("range", "%s – %s"), from, to);
}

/**
 * pivot_units_status_label:
 * @status: a status
 *
 * Says in words where a number comes from.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_units_status_label (PivotStatus status)
{
  switch (status)
    {
    case PIVOT_STATUS_PUBLISHED:
      return _("printed in the series");
    case PIVOT_STATUS_SOURCED:
      return _("read in the named source");
    case PIVOT_STATUS_COMPUTED:
      return _("computed");
    case PIVOT_STATUS_ASSUMED:
      /* Translators: status of a number of a what-if: nobody says so. */
      return _("assumed");
    case PIVOT_STATUS_MISSING:
    default:
      return _("missing");
    }
}

/**
 * pivot_units_format_date:
 * @iso: a date by ISO 8601, as coarse as known: `2013`, `2013-05`, `2013-05-20`
 *
 * Writes a date for people, as coarse as it is known, in the locale.
 *
 * Returns: (transfer full): the text; @iso itself if it is no such date
 */
char *
pivot_units_format_date (const char *iso)
{
  g_autoptr(GDateTime) date = NULL;
  PivotDateSpan span;
  GDate day;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!pivot_date_parse (iso, &span))
    return g_strdup (iso);

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) span.start);
  date = g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);

  switch (span.precision)
    {
    case PIVOT_PRECISION_YEAR:
      /* Translators: a year, for g_date_time_format (). */
      return g_date_time_format (date, C_("date", "%Y"));
    case PIVOT_PRECISION_MONTH:
      /* Translators: month and year, for g_date_time_format (); %OB is the month standing alone. */
      return g_date_time_format (date, C_("date", "%OB %Y"));
    case PIVOT_PRECISION_DAY:
    default:
      /* Translators: day, month and year, for g_date_time_format (). */
      return g_date_time_format (date, C_("date", "%-e %B %Y"));
    }
}

/* Whether the breaks, as printed, sort every value, as printed, into the class it is in. */
static gboolean
tells_true (const PivotClasses *classes,
            const double       *numbers,
            const double       *printed,
            guint               n_numbers,
            guint               decimals)
{
  double rounded[PIVOT_CLASSES_MAX] = { 0 };
  guint n = pivot_classes_get_n (classes);

  for (guint i = 1; i < n; i++)
    {
      rounded[i] = pivot_units_round (pivot_classes_get_lower (classes, i), decimals);
      if (i > 1 && rounded[i] <= rounded[i - 1])
        return FALSE;
    }

  for (guint k = 0; k < n_numbers; k++)
    for (guint i = 1; i < n; i++)
      if (numbers[k] == numbers[k]
          && (printed[k] < rounded[i]) != (numbers[k] < pivot_classes_get_lower (classes, i)))
        return FALSE;

  return TRUE;
}

/* Whether no two breaks are printed alike. */
static gboolean
tells_apart (const PivotClasses *classes,
             guint               decimals)
{
  guint n = pivot_classes_get_n (classes);

  for (guint i = 2; i < n; i++)
    if (pivot_units_round (pivot_classes_get_lower (classes, i), decimals) <=
        pivot_units_round (pivot_classes_get_lower (classes, i - 1), decimals))
      return FALSE;

  return TRUE;
}

/**
 * pivot_units_count_class_decimals: (skip)
 * @classes: classes of the values of @measure
 * @measure: a measure
 *
 * Chooses the digits to print breaks with: as few as sort every value, as printed, into the class it is in.
 *
 * Where a break is itself a value with more decimals than the measure prints, no number of them sorts all printed values right; then
 * the breaks are as coarse as the values, and only told apart.
 *
 * Returns: how many digits to show after the decimal mark
 */
guint
pivot_units_count_class_decimals (const PivotClasses *classes,
                                  PivotMeasure       *measure)
{
  guint coarsest = pivot_measure_get_decimals (measure);
  guint finest = coarsest + MAX_EXTRA_DECIMALS;
  guint n_numbers;
  const double *numbers = pivot_measure_get_numbers (measure, &n_numbers);
  g_autofree double *printed = g_new (double, MAX (n_numbers, 1));

  for (guint i = 0; i < n_numbers; i++)
    printed[i] = numbers[i] == numbers[i] ? pivot_units_round (numbers[i], coarsest) : NAN;

  for (guint decimals = coarsest; decimals <= finest; decimals++)
    if (tells_true (classes, numbers, printed, n_numbers, decimals))
      return decimals;

  for (guint decimals = coarsest; decimals < finest; decimals++)
    if (tells_apart (classes, decimals))
      return decimals;

  return finest;
}
