/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-number-private.h"

#include <float.h>
#include <string.h>

#define MAX_DIGITS 19             /* 10^19 − 1 fits 64 bits */
#define MAX_EXPONENT 100000       /* keeps the sum of exponents far from overflow */

static const char *
scan_digits (const char      *p,
             const char      *end,
             PivotNumberScan *scan,
             int             *n_significant)
{
  guint64 digits = scan->digits;
  int n = *n_significant;

  for (; p < end && *p >= '0' && *p <= '9'; p++)
    {
      /* Zeros in front are not significant. */
      n += n > 0 || *p != '0';
      if (n <= MAX_DIGITS)
        digits = digits * 10 + (guint64) (*p - '0');
    }

  scan->digits = digits;
  *n_significant = n;

  return p;
}

static const char *
scan_exponent (const char      *p,
               const char      *end,
               PivotNumberScan *scan)
{
  gboolean negative = FALSE;
  int exponent = 0;
  const char *first;

  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';

  for (first = p; p < end && *p >= '0' && *p <= '9'; p++)
    exponent = MIN (exponent * 10 + (*p - '0'), MAX_EXPONENT);

  scan->exponent += negative ? -exponent : exponent;

  return p > first ? p : NULL;
}

gboolean
_pivot_number_scan (const char      *text,
                    const char      *end,
                    PivotNumberScan *scan)
{
  const char *p = text;
  const char *first;
  int n_significant = 0;

  *scan = (PivotNumberScan) { .integer = TRUE };

  if (*p == '-')
    {
      scan->negative = TRUE;
      p++;
    }

  first = p;
  p = scan_digits (p, end, scan, &n_significant);
  scan->end = p;
  if (p == first)
    return FALSE;
  if (*first == '0' && p > first + 1)
    {
      /* 012 */
      scan->end = first + 1;
      return FALSE;
    }

  if (p < end && *p == '.')
    {
      first = ++p;
      p = scan_digits (p, end, scan, &n_significant);
      scan->end = p;
      scan->integer = FALSE;
      scan->exponent = (int) MAX (first - p, -MAX_EXPONENT);
      if (p == first)
        return FALSE;
    }

  if (p < end && (*p == 'e' || *p == 'E'))
    {
      const char *after = scan_exponent (p + 1, end, scan);

      scan->integer = FALSE;
      if (after == NULL)
        {
          scan->end = p + 1 + (p + 1 < end && (p[1] == '+' || p[1] == '-'));
          return FALSE;
        }
      p = after;
    }

  scan->end = p;
  scan->complete = n_significant <= MAX_DIGITS && p - text < MAX_EXPONENT;

  return TRUE;
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 Wide;

static const guint64 powers_of_five[] = {
  1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625, 1220703125,
  G_GUINT64_CONSTANT (6103515625), G_GUINT64_CONSTANT (30517578125), G_GUINT64_CONSTANT (152587890625),
  G_GUINT64_CONSTANT (762939453125), G_GUINT64_CONSTANT (3814697265625), G_GUINT64_CONSTANT (19073486328125),
  G_GUINT64_CONSTANT (95367431640625), G_GUINT64_CONSTANT (476837158203125),
  G_GUINT64_CONSTANT (2384185791015625),
};

/* digits ÷ 10^n, rounded once to the nearest double (ties to even). digits ÷ 5^n is worked out to 63 or 64 bits, with
 * the remainder as a sticky bit; the power of two only moves the exponent. No result is near overflow or underflow. */
static double
divide (guint64 digits,
        int     n)
{
  int digits_shift = __builtin_clzll (digits);
  int power_shift = __builtin_clzll (powers_of_five[n]);
  guint64 power = powers_of_five[n] << power_shift;
  Wide dividend = (Wide) (digits << digits_shift) << 63;
  guint64 quotient = (guint64) (dividend / power);
  gboolean sticky = (Wide) quotient * power != dividend;
  int drop = 64 - 53 - __builtin_clzll (quotient);
  guint64 half = G_GUINT64_CONSTANT (1) << (drop - 1);
  guint64 rest = quotient & (2 * half - 1);
  guint64 bits = quotient >> drop;
  guint64 exponent;
  double result;

  if (rest > half || (rest == half && (sticky || (bits & 1))))
    bits++;

  /* The leading bit of bits adds 1 to the exponent, and so does a carry out of rounding. */
  exponent = (guint64) (1023 + 52 - 1 + drop - 63 - digits_shift + power_shift - n);
  bits += exponent << 52;
  memcpy (&result, &bits, sizeof result);

  return result;
}
#endif

gboolean
_pivot_number_convert (const PivotNumberScan *scan,
                       double                *number)
{
  static const double powers[] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  };
  double result;

  if (!scan->complete)
    return FALSE;

#if FLT_EVAL_METHOD == 0
  /* Both operands are exact, so the one operation rounds correctly (W. Clinger, "How to Read Floating Point Numbers
   * Accurately", 1990). */
  if (scan->digits <= G_GUINT64_CONSTANT (1) << 53 && ABS (scan->exponent) <= 22)
    {
      result = (double) scan->digits;
      result = scan->exponent < 0 ? result / powers[-scan->exponent] : result * powers[scan->exponent];
      *number = scan->negative ? -result : result;
      return TRUE;
    }
#endif

#ifdef __SIZEOF_INT128__
  if (scan->digits != 0 && scan->exponent <= 0 && scan->exponent >= -22)
    {
      result = divide (scan->digits, -scan->exponent);
      *number = scan->negative ? -result : result;
      return TRUE;
    }
#endif

  return FALSE;
}
