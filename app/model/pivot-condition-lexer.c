/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-condition-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* Words of conditions. */

typedef struct
{
  const char    *text;
  PivotWordKind  kind;
} Sign;

/* Longer ones first. */
static const Sign signs[] = {
  { "<=", PIVOT_WORD_LESS_EQUAL },
  { ">=", PIVOT_WORD_GREATER_EQUAL },
  { "!=", PIVOT_WORD_UNEQUAL },
  { "<>", PIVOT_WORD_UNEQUAL },
  { "==", PIVOT_WORD_EQUAL },
  { "≤", PIVOT_WORD_LESS_EQUAL },
  { "≥", PIVOT_WORD_GREATER_EQUAL },
  { "≠", PIVOT_WORD_UNEQUAL },
  { "−", PIVOT_WORD_MINUS },
  { "×", PIVOT_WORD_TIMES },
  { "÷", PIVOT_WORD_DIVIDE },
  { "<", PIVOT_WORD_LESS },
  { ">", PIVOT_WORD_GREATER },
  { "=", PIVOT_WORD_EQUAL },
  { "+", PIVOT_WORD_PLUS },
  { "-", PIVOT_WORD_MINUS },
  { "*", PIVOT_WORD_TIMES },
  { "/", PIVOT_WORD_DIVIDE },
  { "(", PIVOT_WORD_OPEN },
  { ")", PIVOT_WORD_CLOSE },
};

static const Sign keywords[] = {
  { "and", PIVOT_WORD_AND },
  { "or", PIVOT_WORD_OR },
  { "not", PIVOT_WORD_NOT },
};

/* These are words of ours only before a parenthesis; a measure may have such an id. */
static const Sign functions[] = {
  { "has", PIVOT_WORD_HAS },
  { "group", PIVOT_WORD_GROUP },
};

static gsize
skip_space (const char *text,
            gsize       offset)
{
  while (text[offset] != '\0' && g_unichar_isspace (g_utf8_get_char (text + offset)))
    offset = g_utf8_next_char (text + offset) - text;

  return offset;
}

static gboolean
is_letter (const char *p)
{
  return *p == '_' || g_unichar_isalnum (g_utf8_get_char (p));
}

/* Past a run of letters and digits; a hyphen is part of it only between them. */
static gsize
skip_name (const char *text,
           gsize       offset)
{
  while (text[offset] != '\0' && (is_letter (text + offset) || (text[offset] == '-' && is_letter (text + offset + 1))))
    offset = g_utf8_next_char (text + offset) - text;

  return offset;
}

static gsize
skip_digits (const char *text,
             gsize       offset)
{
  while (g_ascii_isdigit (text[offset]))
    offset++;

  return offset;
}

static void
set_fault (PivotWord  *word,
           gsize       end,
           const char *expected)
{
  word->kind = PIVOT_WORD_FAULT;
  word->end = end;
  word->expected = expected;
}

static void
read_number (const char *text,
             PivotWord  *word)
{
  gsize end = skip_digits (text, word->start);

  if (text[end] == '.' && g_ascii_isdigit (text[end + 1]))
    end = skip_digits (text, end + 1);
  if (text[end] == 'e' || text[end] == 'E')
    {
      gsize sign = end + 1 + (text[end + 1] == '+' || text[end + 1] == '-');

      if (g_ascii_isdigit (text[sign]))
        end = skip_digits (text, sign);
    }

  word->kind = PIVOT_WORD_NUMBER;
  word->end = end;
  word->number = g_ascii_strtod (text + word->start, NULL);

  if (text[end] == ',' || text[end] == '.')
    set_fault (word, skip_digits (text, end + 1), N_("a number like 1234.5, with a point and nothing between thousands"));
  else if (text[end] != '\0' && is_letter (text + end))
    set_fault (word, skip_name (text, end), N_("an operator after the number"));
  else if (!isfinite (word->number))
    set_fault (word, end, N_("a smaller number"));
}

static void
read_quoted (const char *text,
             PivotWord  *word)
{
  const char *end = strchr (text + word->start + 1, '"');

  word->kind = PIVOT_WORD_NAME;
  if (end == NULL)
    set_fault (word, strlen (text), N_("a closing quotation mark"));
  else if (end == text + word->start + 1)
    set_fault (word, word->start + 2, N_("a name between the quotation marks"));
  else
    word->end = end + 1 - text;
}

static PivotWordKind
classify (const char *text,
          PivotWord  *word)
{
  gsize length = word->end - word->start;

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (strlen (keywords[i].text) == length && g_ascii_strncasecmp (text + word->start, keywords[i].text, length) == 0)
      return keywords[i].kind;

  for (guint i = 0; i < G_N_ELEMENTS (functions) && text[skip_space (text, word->end)] == '('; i++)
    if (strlen (functions[i].text) == length && g_ascii_strncasecmp (text + word->start, functions[i].text, length) == 0)
      return functions[i].kind;

  return PIVOT_WORD_NAME;
}

static gboolean
read_sign (const char *text,
           PivotWord  *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text + word->start, signs[i].text))
      {
        word->kind = signs[i].kind;
        word->end = word->start + strlen (signs[i].text);
        return TRUE;
      }

  return FALSE;
}

/**
 * _pivot_condition_read: (skip)
 * @text: a condition in UTF-8
 * @offset: where to begin, in bytes
 * @dataset: tells names that begin with a digit from numbers
 * @word: (out caller-allocates): the next word
 *
 * Reads one word, past spaces. At the end it has no length.
 */
void
_pivot_condition_read (const char   *text,
                       gsize         offset,
                       PivotDataset *dataset,
                       PivotWord    *word)
{
  *word = (PivotWord) { .start = skip_space (text, offset) };
  word->end = skip_name (text, word->start);

  if (text[word->start] == '\0')
    {
      word->kind = PIVOT_WORD_END;
      return;
    }

  if (text[word->start] == '"')
    {
      read_quoted (text, word);
    }
  else if (g_ascii_isdigit (text[word->start]))
    {
      g_autofree char *name = _pivot_condition_get_name (text, word);

      word->kind = PIVOT_WORD_NAME;
      if (pivot_dataset_find_measure (dataset, name) == NULL && pivot_dataset_find_group (dataset, name) == NULL)
        read_number (text, word);
    }
  else if (is_letter (text + word->start))
    {
      word->kind = classify (text, word);
    }
  else if (!read_sign (text, word))
    {
      set_fault (word, g_utf8_next_char (text + word->start) - text, NULL);
    }
}

/**
 * _pivot_condition_get_name: (skip)
 * @text: a condition
 * @word: a name in it
 *
 * Returns: (transfer full): the name without quotation marks
 */
char *
_pivot_condition_get_name (const char      *text,
                           const PivotWord *word)
{
  gboolean quoted = text[word->start] == '"';

  return g_strndup (text + word->start + quoted, word->end - word->start - 2 * quoted);
}
