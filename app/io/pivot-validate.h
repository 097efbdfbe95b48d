/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of a folder; the exit status of the program. */
typedef enum
{
  PIVOT_VALIDATE_FITS,         /* fits, and adds up */
  PIVOT_VALIDATE_FAILS,        /* fits, but checks or formulas do not add up */
  PIVOT_VALIDATE_DOES_NOT_FIT,
} PivotValidateResult;

int pivot_validate_run   (const char *folder, GString *out); /* appends the report to out */
int pivot_validate_print (const char *folder);               /* the report on standard output */

G_END_DECLS
