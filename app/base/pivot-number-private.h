/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as JSON writes it, taken apart: digits × 10^exponent. */
typedef struct
{
  const char *end;       /* after the number, or at the byte that does not fit */
  guint64     digits;    /* all significant digits, unless there are more than 19 */
  int         exponent;
  gboolean    negative;
  gboolean    integer;   /* neither fraction nor exponent */
  gboolean    complete;  /* digits and exponent hold the whole number */
} PivotNumberScan;

/* Reads a number at text, which is not at end. FALSE if the grammar of RFC 8259 is not met. */
gboolean _pivot_number_scan    (const char *text, const char *end, PivotNumberScan *scan);
/* The nearest double. FALSE if that takes more than this fast way can do. */
gboolean _pivot_number_convert (const PivotNumberScan *scan, double *number);

G_END_DECLS
