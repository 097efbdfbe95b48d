/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lexer.h"

#include <math.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Whatever the bytes: every number is finite, every string is UTF-8, the end comes, and there is one problem exactly
 * where it is an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new ((const char *) data, size, &pivot_limits_data);
  g_autoptr(PivotProblems) problems = pivot_problems_new (3);
  PivotToken token;

  do
    {
      token = pivot_lexer_next (lexer);
      g_assert (pivot_lexer_get_offset (lexer) <= size);
      if (token == PIVOT_TOKEN_NUMBER)
        g_assert (isfinite (pivot_lexer_get_number (lexer)));
      if (token == PIVOT_TOKEN_STRING || token == PIVOT_TOKEN_NAME)
        g_assert (g_utf8_validate (pivot_lexer_get_string (lexer), -1, NULL));
    }
  while (token != PIVOT_TOKEN_END && token != PIVOT_TOKEN_ERROR);

  g_assert (pivot_lexer_check ((const char *) data, size, &pivot_limits_data, "fuzz", problems) ==
            (token == PIVOT_TOKEN_END));
  g_assert (pivot_problems_get_total (problems) == (token == PIVOT_TOKEN_ERROR));

  return 0;
}
