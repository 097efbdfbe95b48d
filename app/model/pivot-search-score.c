/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-index-private.h"

#include <string.h>

/* How well one text matches one term. Both are folded. Every kind of match begins where a word does. */

#define MIN_INITIALS 2
#define MIN_SUBSEQUENCE 3
#define MAX_STRETCH 3      /* a subsequence may be this many times as long as the term */

static guint
add_share (guint base,
           guint part,
           guint whole)
{
  return base + PIVOT_SCORE_SHARE * part / whole;
}

static gboolean
find_word (const PivotSearchText *text,
           const PivotSearchTerm *term)
{
  for (const char *p = text->text; (p = strstr (p, term->text)) != NULL; p++)
    if (_pivot_search_is_start (text->text, p - text->text))
      return TRUE;

  return FALSE;
}

/* The letters of the term begin words one after the other. */
static gboolean
find_initials (const PivotSearchText *text,
               const PivotSearchTerm *term)
{
  guint n = 0;

  for (guint i = 0; i < text->length && n < term->length; i++)
    {
      if (!_pivot_search_is_start (text->text, i) || ((guint8) text->text[i] & 0xc0) == 0x80)
        continue;
      if (text->text[i] == term->text[n])
        n++;
      else if (n > 0)
        n = text->text[i] == term->text[0];
    }

  return n == term->length;
}

/* How many bytes of the text the term is strewn over from this start on; 0 if it is not. */
static guint
measure_subsequence (const PivotSearchText *text,
                     const PivotSearchTerm *term,
                     guint                  start)
{
  guint most = MIN (text->length - start, MAX_STRETCH * term->length);
  guint n = 0;

  for (guint i = 0; i < most; i++)
    if (text->text[start + i] == term->text[n] && ++n == term->length)
      return i + 1;

  return 0;
}

static guint
score_subsequence (const PivotSearchText *text,
                   const PivotSearchTerm *term)
{
  guint best = 0;

  for (guint i = 0; i + term->length <= text->length; i++)
    if (text->text[i] == term->text[0] && _pivot_search_is_start (text->text, i))
      {
        guint span = measure_subsequence (text, term, i);

        if (span > 0)
          best = MAX (best, PIVOT_SCORE_SUBSEQUENCE + 100 * term->length / span);
      }

  return best;
}

/**
 * _pivot_search_score_plain: (skip)
 * @text: a text
 * @term: what to look for
 *
 * Compares letters with letters: the whole text, its beginning, the beginning of a word, the initials of words, or, for
 * letters of ASCII, letters left out.
 *
 * Returns: the score; 0 if it does not match
 */
guint
_pivot_search_score_plain (const PivotSearchText *text,
                           const PivotSearchTerm *term)
{
  if ((term->mask & ~text->mask) != 0 || (term->start & ~text->starts) != 0 || term->length > text->length)
    return 0;

  if (memcmp (text->text, term->text, term->length) == 0)
    return add_share (term->length == text->length ? PIVOT_SCORE_EXACT : PIVOT_SCORE_PREFIX, term->length, text->length);
  if (find_word (text, term))
    return add_share (PIVOT_SCORE_WORD, term->length, text->length);

  if (!term->ascii)
    return 0;
  if (term->length >= MIN_INITIALS && (term->mask & ~text->starts) == 0 && find_initials (text, term))
    return add_share (PIVOT_SCORE_INITIALS, term->length, text->length);
  if (term->length >= MIN_SUBSEQUENCE)
    return score_subsequence (text, term);

  return 0;
}

/* Where in the term one may stand after some characters: bit i, after i letters. */
typedef struct
{
  guint64 full;      /* with whole syllables only */
  guint64 initials;  /* with an initial somewhere */
  gboolean partial;  /* the term ends within a syllable after whole ones */
} Front;

static guint
count_common (const PivotSearchTerm *term,
              guint                  from,
              const char            *syllable)
{
  guint n = 0;

  while (from + n < term->length && syllable[n] != '\0' &&
         (term->text[from + n] == syllable[n] || (syllable[n] == 'v' && term->text[from + n] == 'u')))
    n++;

  return n;
}

/* Goes one syllable further from each position of before. */
static void
advance (Front                 *after,
         const Front           *before,
         const PivotSearchTerm *term,
         const char            *syllable)
{
  guint64 positions = before->full | before->initials;
  guint length = strlen (syllable);

  for (guint from = 0; from < term->length && positions >> from != 0; from++)
    {
      gboolean full = before->full >> from & 1;
      guint n;

      if ((positions >> from & 1) == 0 || (n = count_common (term, from, syllable)) == 0)
        continue;

      if (n == length && full)
        after->full |= G_GUINT64_CONSTANT (1) << (from + n);
      else if (n == length || from + n == term->length)
        after->initials |= G_GUINT64_CONSTANT (1) << (from + n);
      if (full && from + n == term->length)
        after->partial = TRUE;

      after->initials |= G_GUINT64_CONSTANT (1) << (from + 1);
      if (n > 1 && syllable[1] == 'h')
        after->initials |= G_GUINT64_CONSTANT (1) << (from + 2);
    }
}

static Front
advance_unit (const Front           *before,
              const PivotSearchTerm *term,
              guint32                unit,
              const PivotPinyin     *pinyin)
{
  Front after = { 0 };

  if ((unit & PIVOT_UNIT_LITERAL) != 0)
    {
      const char literal[2] = { (char) (unit & 0x7f), '\0' };

      advance (&after, before, term, literal);
      return after;
    }

  for (guint i = 0; i < PIVOT_PINYIN_READINGS; i++)
    {
      const char *syllable = _pivot_pinyin_get_syllable (pinyin, _pivot_readings_get (unit, i));

      if (syllable != NULL)
        advance (&after, before, term, syllable);
    }

  return after;
}

static guint
rate_full (const PivotSearchText *text,
           guint                  start,
           guint                  n,
           gboolean               whole)
{
  if (start > 0)
    return add_share (PIVOT_SCORE_PINYIN_WORD, n, text->n_units);

  return add_share (n == text->n_units && whole ? PIVOT_SCORE_PINYIN_EXACT : PIVOT_SCORE_PINYIN_PREFIX, n, text->n_units);
}

static guint
rate_initials (const PivotSearchText *text,
               guint                  start,
               guint                  n)
{
  if (start > 0)
    return add_share (PIVOT_SCORE_PINYIN_INITIALS_WORD, n, text->n_units);

  return add_share (n == text->n_units ? PIVOT_SCORE_PINYIN_INITIALS : PIVOT_SCORE_PINYIN_INITIALS_PREFIX, n, text->n_units);
}

static guint
score_from (const PivotSearchText *text,
            const PivotSearchTerm *term,
            const PivotPinyin     *pinyin,
            guint                  start)
{
  Front front = { .full = 1 };
  guint best = 0;

  for (guint i = start; i < text->n_units && (front.full | front.initials) != 0; i++)
    {
      gboolean whole;

      front = advance_unit (&front, term, text->units[i], pinyin);
      whole = front.full >> term->length & 1;
      if (whole || front.partial)
        return rate_full (text, start, i + 1 - start, whole);
      if (front.initials >> term->length & 1 && best == 0)
        best = rate_initials (text, start, i + 1 - start);
    }

  return best;
}

static gboolean
begins_with (guint32            unit,
             char               letter,
             const PivotPinyin *pinyin)
{
  if ((unit & PIVOT_UNIT_LITERAL) != 0)
    return (char) (unit & 0x7f) == letter;

  for (; unit != 0; unit >>= 9)
    if (_pivot_pinyin_get_syllable (pinyin, unit & 0x1ff)[0] == letter)
      return TRUE;

  return FALSE;
}

/**
 * _pivot_search_score_pinyin: (skip)
 * @text: a text
 * @term: what to look for; letters and digits only
 * @pinyin: the readings
 *
 * Compares letters with the sounds of Chinese characters: whole syllables, the last perhaps not typed to its end, or
 * initials (*zj*, *zhj*) and both mixed (*zjiang*).
 *
 * Returns: the score; 0 if it does not match
 */
guint
_pivot_search_score_pinyin (const PivotSearchText *text,
                            const PivotSearchTerm *term,
                            const PivotPinyin     *pinyin)
{
  guint best = 0;

  if (!term->ascii || (term->mask & ~text->pinyin_mask) != 0 || (term->start & ~text->pinyin_starts) != 0)
    return 0;

  for (guint i = 0; i < text->n_units && best < PIVOT_SCORE_PINYIN_WORD; i++)
    if (begins_with (text->units[i], term->text[0], pinyin))
      best = MAX (best, score_from (text, term, pinyin, i));

  return best;
}
