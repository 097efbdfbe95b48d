/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lexer-private.h"

#include <glib/gi18n-lib.h>

/**
 * pivot_lexer_describe_offset: (skip)
 * @self: a tokenizer
 * @offset: an offset in bytes
 *
 * Lines end at a line feed; columns count characters. Both start at 1.
 *
 * Returns: (transfer full): "line 3, column 7"
 */
char *
pivot_lexer_describe_offset (PivotLexer *self,
                             gsize       offset)
{
  guint line = 1, column = 1;

  offset = MIN (offset, self->length);
  for (gsize i = 0; i < offset; i++)
    {
      if (self->text[i] == '\n')
        {
          line++;
          column = 1;
        }
      else if (((guint8) self->text[i] & 0xc0) != 0x80)
        {
          column++;
        }
    }

  /* Translators: a place in a file */
  return g_strdup_printf (_("line %u, column %u"), line, column);
}

/* What stands at the place of the error, in words. */
static char *
describe_found (PivotLexer *self)
{
  const char *p = self->text + self->error_pos;
  guint8 byte;

  if (self->error == PIVOT_DATA_ERROR_LIMIT)
    {
      if (self->length > self->limits.max_bytes)
        return g_format_size (self->length);
      return NULL;
    }

  if (self->error_pos >= self->length)
    return g_strdup (_("the end of the file"));

  byte = (guint8) *p;
  if (self->error == PIVOT_DATA_ERROR_RANGE)
    return g_strdup_printf ("“%.*s”", (int) (self->found_length), p);
  if (byte < 0x20 || byte == 0x7f)
    return g_strdup_printf ("U+%04X", byte);
  if (byte >= 0x80 && _pivot_lexer_check_utf8 (self, self->error_pos) == 0)
    /* Translators: a byte in hexadecimal */
    return g_strdup_printf (_("the byte 0x%02X"), byte);

  return g_strdup_printf ("“%.*s”", (int) (byte < 0x80 ? 1 : _pivot_lexer_check_utf8 (self, self->error_pos)), p);
}

/**
 * pivot_lexer_report: (skip)
 * @self: a tokenizer that has given an error
 * @file: the file's name, for the message
 * @problems: where to add it
 *
 * Describes the error: line and column, what was expected and what was found.
 */
void
pivot_lexer_report (PivotLexer    *self,
                    const char    *file,
                    PivotProblems *problems)
{
  g_autofree char *where = NULL;
  g_autofree char *found = NULL;

  g_return_if_fail (self->state == STATE_ERROR);

  where = pivot_lexer_describe_offset (self, self->error_pos);
  found = describe_found (self);
  pivot_problems_add (problems, self->error, file, where, _(self->expected), found);
}

/**
 * pivot_lexer_check: (skip)
 * @text: (array length=length): a text
 * @length: its length in bytes
 * @limits: what it may not exceed
 * @file: the file's name, for the message
 * @problems: where to add a problem
 *
 * Reads the whole text once.
 *
 * Returns: whether it is JSON within the limits; if not, one problem was added
 */
gboolean
pivot_lexer_check (const char        *text,
                   gsize              length,
                   const PivotLimits *limits,
                   const char        *file,
                   PivotProblems     *problems)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, length, limits);
  PivotToken token;

  do
    token = pivot_lexer_next (lexer);
  while (token != PIVOT_TOKEN_END && token != PIVOT_TOKEN_ERROR);

  if (token == PIVOT_TOKEN_ERROR)
    pivot_lexer_report (lexer, file, problems);

  return token == PIVOT_TOKEN_END;
}
