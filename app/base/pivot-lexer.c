/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lexer-private.h"
#include "pivot-number-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

const PivotLimits pivot_limits_data = {
  .max_bytes = 64 * 1024 * 1024,
  .max_depth = 64,
  .max_elements = 4 * 1000 * 1000,
  .max_string = 1024 * 1024,
};

const PivotLimits pivot_limits_list = {
  .max_bytes = 1024 * 1024 * 1024,
  .max_depth = 64,
  .max_elements = 200 * 1000 * 1000,
  .max_string = 1024 * 1024,
};

const PivotLimits pivot_limits_geometry = {
  .max_bytes = 1024 * 1024 * 1024,
  .max_depth = 64,
  .max_elements = 200 * 1000 * 1000,
  .max_string = 1024 * 1024,
};

/**
 * pivot_lexer_new: (skip)
 * @text: (array length=length): a JSON text, borrowed; need not end in a zero
 * @length: its length in bytes
 * @limits: what it may not exceed; copied
 *
 * Makes a tokenizer that stands before the first token.
 *
 * Returns: (transfer full): a new tokenizer
 */
PivotLexer *
pivot_lexer_new (const char        *text,
                 gsize              length,
                 const PivotLimits *limits)
{
  PivotLexer *self;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  self = g_new0 (PivotLexer, 1);
  self->text = text != NULL ? text : "";
  self->length = length;
  self->limits = *limits;
  self->stack = g_malloc (MAX (limits->max_depth, 1));
  self->buffer = g_string_new (NULL);

  return self;
}

/**
 * pivot_lexer_free: (skip)
 * @self: (transfer full): a tokenizer
 *
 * Frees the tokenizer, not its text.
 */
void
pivot_lexer_free (PivotLexer *self)
{
  g_string_free (self->buffer, TRUE);
  g_free (self->stack);
  g_free (self);
}

static PivotToken
fail (PivotLexer     *self,
      PivotDataError  code,
      gsize           pos,
      const char     *expected)
{
  self->state = STATE_ERROR;
  self->error = code;
  self->error_pos = pos;
  self->expected = expected;

  return PIVOT_TOKEN_ERROR;
}

/* Length of the well-formed UTF-8 sequence of two to four bytes at pos, or 0 (Unicode 15, table 3-7). */
gsize
_pivot_lexer_check_utf8 (PivotLexer *self,
                         gsize       pos)
{
  const guint8 *p = (const guint8 *) self->text + pos;
  gsize left = self->length - pos;
  guint8 low = 0x80, high = 0xbf;
  gsize n;

  if (p[0] >= 0xc2 && p[0] <= 0xdf)
    n = 2;
  else if ((p[0] & 0xf0) == 0xe0)
    n = 3;
  else if (p[0] >= 0xf0 && p[0] <= 0xf4)
    n = 4;
  else
    return 0;

  if (p[0] == 0xe0)
    low = 0xa0;
  else if (p[0] == 0xed)
    high = 0x9f;
  else if (p[0] == 0xf0)
    low = 0x90;
  else if (p[0] == 0xf4)
    high = 0x8f;

  if (left < n || p[1] < low || p[1] > high)
    return 0;
  for (gsize i = 2; i < n; i++)
    if ((p[i] & 0xc0) != 0x80)
      return 0;

  return n;
}

/* An error of grammar, unless the byte at fault is not even UTF-8. */
static PivotToken
fail_syntax (PivotLexer *self,
             gsize       pos,
             const char *expected)
{
  if (pos < self->length && (guint8) self->text[pos] >= 0x80 && _pivot_lexer_check_utf8 (self, pos) == 0)
    return fail (self, PIVOT_DATA_ERROR_ENCODING, pos, N_("text in UTF-8"));

  return fail (self, PIVOT_DATA_ERROR_SYNTAX, pos, expected);
}

static int
read_hex (PivotLexer *self,
          gsize       pos)
{
  int result = 0;

  if (self->length - pos < 4)
    return -1;

  for (gsize i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->text[pos + i]);

      if (digit < 0)
        return -1;
      result = result << 4 | digit;
    }

  return result;
}

/* pos stands after "\u"; returns how many bytes were read, 0 on error. */
static gsize
read_unicode_escape (PivotLexer *self,
                     gsize       pos)
{
  int first = read_hex (self, pos);
  int second;

  if (first < 0)
    return fail (self, PIVOT_DATA_ERROR_SYNTAX, pos, N_("four hexadecimal digits")), 0;
  self->found_length = 4;
  if (first == 0)
    return fail (self, PIVOT_DATA_ERROR_RANGE, pos, N_("a character other than U+0000")), 0;

  if (first < 0xd800 || first > 0xdfff)
    {
      g_string_append_unichar (self->buffer, (gunichar) first);
      return 4;
    }

  if (first > 0xdbff || self->length - pos < 10 || self->text[pos + 4] != '\\' || self->text[pos + 5] != 'u' ||
      (second = read_hex (self, pos + 6)) < 0xdc00 || second > 0xdfff)
    return fail (self, PIVOT_DATA_ERROR_ENCODING, pos, N_("both halves of a surrogate pair")), 0;

  g_string_append_unichar (self->buffer, 0x10000 + (((gunichar) first - 0xd800) << 10) + ((gunichar) second - 0xdc00));

  return 10;
}

/* pos stands after the backslash; returns how many bytes were read, 0 on error. */
static gsize
read_escape (PivotLexer *self,
             gsize       pos)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *found;
  gsize n;

  if (pos < self->length && self->text[pos] == 'u')
    {
      n = read_unicode_escape (self, pos + 1);
      return n > 0 ? n + 1 : 0;
    }

  if (pos >= self->length || self->text[pos] == '\0' || !(found = strchr (names, self->text[pos])))
    return fail_syntax (self, pos, N_("one of the characters \"\\/bfnrtu after a backslash")), 0;

  g_string_append_c (self->buffer, values[found - names]);

  return 1;
}

/* Runs over bytes that stand for themselves. Returns the position of the first that does not. */
static gsize
scan_plain (PivotLexer *self,
            gsize       pos)
{
  const guint8 *p = (const guint8 *) self->text;

  while (pos < self->length)
    {
      gsize n;

      if (p[pos] == '"' || p[pos] == '\\' || p[pos] < 0x20)
        return pos;
      if (p[pos] < 0x80)
        pos++;
      else if ((n = _pivot_lexer_check_utf8 (self, pos)) > 0)
        pos += n;
      else
        return pos;
    }

  return pos;
}

/* Reads a string whose opening quote is at pos. A string without escapes stays in the text until somebody asks for it. */
static gboolean
read_string (PivotLexer *self)
{
  gsize begin = self->pos + 1;
  gsize pos = begin;
  gboolean escaped = FALSE;

  for (;;)
    {
      gsize end = scan_plain (self, pos);
      gsize n;

      if (end - begin > self->limits.max_string)
        return fail (self, PIVOT_DATA_ERROR_LIMIT, begin - 1, N_("a shorter string")), FALSE;
      if (end >= self->length)
        return fail (self, PIVOT_DATA_ERROR_SYNTAX, end, N_("the end of the string")), FALSE;

      if (escaped)
        g_string_append_len (self->buffer, self->text + pos, (gssize) (end - pos));

      if (self->text[end] == '"')
        {
          self->raw = escaped ? NULL : self->text + begin;
          self->raw_length = end - begin;
          self->pos = end + 1;
          return TRUE;
        }

      if (self->text[end] != '\\')
        return fail_syntax (self, end, N_("no control character in a string")), FALSE;

      if (!escaped)
        {
          g_string_truncate (self->buffer, 0);
          g_string_append_len (self->buffer, self->text + begin, (gssize) (end - begin));
          escaped = TRUE;
        }

      if ((n = read_escape (self, end + 1)) == 0)
        return FALSE;
      pos = end + 1 + n;
    }
}

static PivotToken
read_number (PivotLexer *self)
{
  PivotNumberScan scan;

  if (!_pivot_number_scan (self->text + self->pos, self->text + self->length, &scan))
    return fail_syntax (self, (gsize) (scan.end - self->text), N_("a digit"));
  if ((gsize) (scan.end - self->text) - self->pos > self->limits.max_string)
    return fail (self, PIVOT_DATA_ERROR_LIMIT, self->pos, N_("a shorter number"));

  if (!_pivot_number_convert (&scan, &self->number))
    {
      g_string_truncate (self->buffer, 0);
      g_string_append_len (self->buffer, self->text + self->pos, scan.end - (self->text + self->pos));
      self->number = g_ascii_strtod (self->buffer->str, NULL);
      self->found_length = MIN (self->buffer->len, 40);
      if (!isfinite (self->number))
        return fail (self, PIVOT_DATA_ERROR_RANGE, self->pos, N_("a finite number"));
    }

  self->integer = scan.integer;
  self->pos = (gsize) (scan.end - self->text);

  return PIVOT_TOKEN_NUMBER;
}

static PivotToken
read_word (PivotLexer *self,
           const char *word,
           PivotToken  token)
{
  gsize n = strlen (word);

  if (self->length - self->pos < n || memcmp (self->text + self->pos, word, n) != 0)
    return fail_syntax (self, self->pos, N_("a value"));

  self->pos += n;

  return token;
}

static PivotToken
open_container (PivotLexer *self,
                gboolean    object)
{
  if (self->depth >= self->limits.max_depth)
    return fail (self, PIVOT_DATA_ERROR_LIMIT, self->pos, N_("less nesting"));

  self->stack[self->depth++] = (guint8) object;
  self->pos++;
  self->state = object ? STATE_FIRST_NAME : STATE_FIRST_VALUE;

  return object ? PIVOT_TOKEN_OBJECT_START : PIVOT_TOKEN_ARRAY_START;
}

static PivotToken
close_container (PivotLexer *self)
{
  gboolean object = self->stack[--self->depth];

  self->pos++;
  self->state = self->depth > 0 ? STATE_NEXT : STATE_DONE;

  return object ? PIVOT_TOKEN_OBJECT_END : PIVOT_TOKEN_ARRAY_END;
}

static PivotToken
read_value (PivotLexer *self)
{
  PivotToken token;

  if (++self->n_elements > self->limits.max_elements)
    return fail (self, PIVOT_DATA_ERROR_LIMIT, self->pos, N_("fewer values"));

  switch (self->pos < self->length ? self->text[self->pos] : '\0')
    {
    case '{':
      return open_container (self, TRUE);
    case '[':
      return open_container (self, FALSE);
    case '"':
      token = read_string (self) ? PIVOT_TOKEN_STRING : PIVOT_TOKEN_ERROR;
      break;
    case 't':
      token = read_word (self, "true", PIVOT_TOKEN_TRUE);
      break;
    case 'f':
      token = read_word (self, "false", PIVOT_TOKEN_FALSE);
      break;
    case 'n':
      token = read_word (self, "null", PIVOT_TOKEN_NULL);
      break;
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      token = read_number (self);
      break;
    default:
      return fail_syntax (self, self->pos, N_("a value"));
    }

  if (token != PIVOT_TOKEN_ERROR)
    self->state = self->depth > 0 ? STATE_NEXT : STATE_DONE;

  return token;
}

static inline void
skip_space (PivotLexer *self)
{
  while (self->pos < self->length)
    {
      char c = self->text[self->pos];

      if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
        break;
      self->pos++;
    }
}

static PivotToken
read_name (PivotLexer *self)
{
  if (self->pos >= self->length || self->text[self->pos] != '"')
    return fail_syntax (self, self->pos, N_("a name in double quotes"));
  if (!read_string (self))
    return PIVOT_TOKEN_ERROR;

  skip_space (self);
  if (self->pos >= self->length || self->text[self->pos] != ':')
    return fail_syntax (self, self->pos, N_("a colon after the name"));

  self->pos++;
  self->state = STATE_VALUE;

  return PIVOT_TOKEN_NAME;
}

static gboolean
begin (PivotLexer *self)
{
  if (self->length > self->limits.max_bytes)
    return fail (self, PIVOT_DATA_ERROR_LIMIT, 0, N_("a smaller file")), FALSE;

  if (self->length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    self->pos = 3;
  self->state = STATE_VALUE;

  return TRUE;
}

/* After a value in a container: its end, or a comma and whatever follows it. */
static PivotToken
read_next (PivotLexer *self)
{
  gboolean object = self->stack[self->depth - 1];
  char c = self->pos < self->length ? self->text[self->pos] : '\0';

  if (c == (object ? '}' : ']'))
    return close_container (self);
  if (c != ',')
    return fail_syntax (self, self->pos, object ? N_("a comma or “}”") : N_("a comma or “]”"));

  self->pos++;
  skip_space (self);
  self->start = self->pos;
  self->state = object ? STATE_NAME : STATE_VALUE;

  return object ? read_name (self) : read_value (self);
}

/**
 * pivot_lexer_next: (skip)
 * @self: a tokenizer
 *
 * Reads one token. After the last one it is `PIVOT_TOKEN_END` for ever; after an error, `PIVOT_TOKEN_ERROR`.
 *
 * Returns: what was read
 */
PivotToken
pivot_lexer_next (PivotLexer *self)
{
  char c;

  if (G_UNLIKELY (self->state == STATE_START) && !begin (self))
    return PIVOT_TOKEN_ERROR;

  skip_space (self);
  self->start = self->pos;
  c = self->pos < self->length ? self->text[self->pos] : '\0';

  switch (self->state)
    {
    case STATE_NEXT:
      return read_next (self);
    case STATE_FIRST_VALUE:
      return c == ']' ? close_container (self) : read_value (self);
    case STATE_VALUE:
      return read_value (self);
    case STATE_FIRST_NAME:
      return c == '}' ? close_container (self) : read_name (self);
    case STATE_NAME:
      return read_name (self);
    case STATE_DONE:
      return self->pos >= self->length ? PIVOT_TOKEN_END
                                       : fail_syntax (self, self->pos, N_("the end of the file"));
    case STATE_START:
    case STATE_ERROR:
    default:
      return PIVOT_TOKEN_ERROR;
    }
}

/**
 * pivot_lexer_get_number: (skip)
 * @self: a tokenizer
 *
 * Returns: the last number; finite, and the double nearest to what is written
 */
double
pivot_lexer_get_number (PivotLexer *self)
{
  return self->number;
}

/**
 * pivot_lexer_is_integer: (skip)
 * @self: a tokenizer
 *
 * Returns: whether the last number was written without fraction and exponent
 */
gboolean
pivot_lexer_is_integer (PivotLexer *self)
{
  return self->integer;
}

/**
 * pivot_lexer_get_string: (skip)
 * @self: a tokenizer
 *
 * Returns: (transfer none): the last name or string with its escapes resolved; good until the next call of
 *   pivot_lexer_next()
 */
const char *
pivot_lexer_get_string (PivotLexer *self)
{
  if (self->raw != NULL)
    {
      g_string_truncate (self->buffer, 0);
      g_string_append_len (self->buffer, self->raw, (gssize) self->raw_length);
      self->raw = NULL;
    }

  return self->buffer->str;
}

/**
 * pivot_lexer_get_offset: (skip)
 * @self: a tokenizer
 *
 * Returns: the offset in bytes of the last token, or of the place of an error
 */
gsize
pivot_lexer_get_offset (PivotLexer *self)
{
  return self->state == STATE_ERROR ? self->error_pos : self->start;
}

/**
 * pivot_lexer_skip: (skip)
 * @self: a tokenizer
 * @first: the token that the value begins with, already read
 *
 * Reads past the rest of a value, however deep.
 *
 * Returns: %FALSE if there is an error in it
 */
gboolean
pivot_lexer_skip (PivotLexer *self,
                  PivotToken  first)
{
  guint depth = self->depth;

  if (first == PIVOT_TOKEN_ERROR || first == PIVOT_TOKEN_END)
    return FALSE;
  if (first != PIVOT_TOKEN_OBJECT_START && first != PIVOT_TOKEN_ARRAY_START)
    return TRUE;

  while (self->depth >= depth)
    if (pivot_lexer_next (self) == PIVOT_TOKEN_ERROR)
      return FALSE;

  return TRUE;
}
