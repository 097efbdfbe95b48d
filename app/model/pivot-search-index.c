/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-index-private.h"

#include <string.h>

/* Where the parts of a text are while the index grows and its arrays may move. */
typedef struct
{
  const char *original;
  guint32     offset, length;     /* in letters */
  guint32     unit, n_units;      /* in units */
  guint32     penalty;
  guint64     mask, starts;
  guint64     pinyin_mask, pinyin_starts;
} Text;

/* The masks are those of all its texts. Its texts are the ones up to those of the next entry. */
typedef struct
{
  guint64 mask;
  guint64 starts;
  guint32 text;
  guint32 kind;
} Entry;

struct _PivotSearchIndex
{
  GArray      *entries;
  GArray      *texts;
  GString     *letters;
  GArray      *units;
  PivotPinyin *pinyin;
  guint64      masks[PIVOT_PINYIN_SYLLABLES]; /* of syllables */
};

/* A query: as a whole with its spaces, without them for pinyin, and word for word. */
typedef struct
{
  PivotSearchTerm whole;
  PivotSearchTerm joined;
  PivotSearchTerm words[PIVOT_SEARCH_MAX_WORDS];
  guint           n_words;
  guint64         starts;    /* of all words */
} Query;

/* What a match word by word loses against one of the same kind in one piece, and one without all words besides. */
#define SCATTER 60
#define LACKING 300

/**
 * _pivot_search_index_new: (skip)
 *
 * Returns: (transfer full): an index without entries
 */
PivotSearchIndex *
_pivot_search_index_new (void)
{
  PivotSearchIndex *self = g_new0 (PivotSearchIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->letters = g_string_new (NULL);
  self->units = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pinyin = _pivot_pinyin_new ();

  for (guint i = 0; i < PIVOT_PINYIN_SYLLABLES; i++)
    for (const char *p = _pivot_pinyin_get_syllable (self->pinyin, i); p != NULL && *p != '\0'; p++)
      self->masks[i] |= _pivot_search_bit (*p) | (*p == 'v' ? _pivot_search_bit ('u') : 0);

  return self;
}

/**
 * _pivot_search_index_free: (skip)
 * @self: (transfer full): an index
 *
 * Frees it.
 */
void
_pivot_search_index_free (PivotSearchIndex *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->texts);
  g_string_free (self->letters, TRUE);
  g_array_unref (self->units);
  _pivot_pinyin_free (self->pinyin);
  g_free (self);
}

/**
 * _pivot_search_index_add_entry: (skip)
 * @self: an index
 * @kind: what kind of thing it is, 0…31
 *
 * Adds something that can be found, so far without texts.
 *
 * Returns: its number, from 0
 */
guint
_pivot_search_index_add_entry (PivotSearchIndex *self,
                               guint             kind)
{
  Entry entry = { .text = self->texts->len, .kind = kind };

  g_array_append_val (self->entries, entry);

  return self->entries->len - 1;
}

static void
add_unit (PivotSearchIndex *self,
          Text             *text,
          guint32           unit)
{
  if ((unit & PIVOT_UNIT_LITERAL) != 0)
    {
      text->pinyin_mask |= _pivot_search_bit (unit & 0x7f);
      text->pinyin_starts |= _pivot_search_bit (unit & 0x7f);
    }
  for (guint i = 0; i < PIVOT_PINYIN_READINGS && (unit & PIVOT_UNIT_LITERAL) == 0; i++)
    {
      guint syllable = _pivot_readings_get (unit, i);

      text->pinyin_mask |= self->masks[syllable];
      if (syllable != 0)
        text->pinyin_starts |= _pivot_search_bit (_pivot_pinyin_get_syllable (self->pinyin, syllable)[0]);
    }

  g_array_append_val (self->units, unit);
  text->n_units++;
}

/* Fills in what follows from the letters. */
static void
analyse (PivotSearchIndex *self,
         Text             *text,
         const char       *folded)
{
  gboolean chinese = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      text->mask |= _pivot_search_bit (character);
      if (_pivot_search_is_start (folded, p - folded))
        text->starts |= _pivot_search_bit (character);
      chinese |= _pivot_pinyin_get_readings (self->pinyin, character) != 0;
    }

  for (const char *p = folded; chinese && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character < 0x80 && character != ' ')
        add_unit (self, text, PIVOT_UNIT_LITERAL | character);
      else if (character >= 0x80)
        add_unit (self, text, _pivot_pinyin_get_readings (self->pinyin, character));
    }
}

static gboolean
has_text (PivotSearchIndex *self,
          const Entry      *entry,
          const char       *folded)
{
  for (guint i = entry->text; i < self->texts->len; i++)
    if (strcmp (self->letters->str + g_array_index (self->texts, Text, i).offset, folded) == 0)
      return TRUE;

  return FALSE;
}

/**
 * _pivot_search_index_add_text: (skip)
 * @self: an index with an entry
 * @text: (nullable): what the entry added last may be found by; must outlive the index
 * @penalty: what a match of this text is worth less than one of others
 *
 * Adds a text, unless it is empty or the entry has it already. Those that count most must come first.
 */
void
_pivot_search_index_add_text (PivotSearchIndex *self,
                              const char       *text,
                              guint             penalty)
{
  Entry *entry = &g_array_index (self->entries, Entry, self->entries->len - 1);
  Text added = { .original = text, .penalty = penalty, .offset = self->letters->len, .unit = self->units->len };
  g_autofree char *folded = text != NULL ? _pivot_search_fold (text) : NULL;

  if (folded == NULL || folded[0] == '\0' || has_text (self, entry, folded))
    return;

  analyse (self, &added, folded);
  added.length = strlen (folded);
  g_string_append_len (self->letters, folded, added.length + 1);
  g_array_append_val (self->texts, added);
  entry->mask |= added.mask | added.pinyin_mask;
  entry->starts |= added.starts | added.pinyin_starts;
}

static void
set_term (PivotSearchTerm *term,
          const char      *text,
          gsize            length)
{
  gunichar first = g_utf8_get_char (text);

  /* Cut between characters. */
  while (length > PIVOT_SEARCH_MAX_TERM)
    length = g_utf8_find_prev_char (text, text + length) - text;

  memcpy (term->text, text, length);
  term->text[length] = '\0';
  term->length = length;
  term->start = _pivot_search_bit (first);
  term->mask = 0;
  term->ascii = TRUE;
  for (const char *p = term->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      term->mask |= _pivot_search_bit (g_utf8_get_char (p));
      term->ascii &= (guint8) *p < 0x80;
    }
}

static gboolean
query_init (Query      *query,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = _pivot_search_fold (valid);
  g_auto (GStrv) words = g_strsplit (folded, " ", PIVOT_SEARCH_MAX_WORDS);
  g_autofree char *joined = g_strjoinv ("", words);

  if (folded[0] == '\0')
    return FALSE;

  set_term (&query->whole, folded, strlen (folded));
  set_term (&query->joined, joined, strlen (joined));
  query->n_words = 0;
  query->starts = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      set_term (&query->words[i], words[i], strlen (words[i]));
      query->starts |= query->words[i].start;
      query->n_words++;
    }

  return TRUE;
}

static PivotSearchText
get_text (const PivotSearchIndex *self,
          const Text             *text)
{
  return (PivotSearchText) {
    self->letters->str + text->offset, text->length, text->mask, text->starts,
    (const guint32 *) self->units->data + text->unit, text->n_units, text->pinyin_mask, text->pinyin_starts,
  };
}

static guint
take_off (guint score,
          guint penalty)
{
  return score == 0 ? 0 : score > penalty ? score - penalty : 1;
}

/* The best score of any of an entry's texts. */
static guint
score_term (const PivotSearchIndex *self,
            guint                   entry,
            const PivotSearchTerm  *term,
            const PivotSearchTerm  *joined,
            guint                  *best_text)
{
  guint end = entry + 1 < self->entries->len ? g_array_index (self->entries, Entry, entry + 1).text : self->texts->len;
  guint best = 0;

  for (guint i = g_array_index (self->entries, Entry, entry).text; i < end; i++)
    {
      const Text *item = &g_array_index (self->texts, Text, i);
      PivotSearchText text = get_text (self, item);
      guint plain = _pivot_search_score_plain (&text, term);
      guint pinyin = text.n_units > 0 && plain < PIVOT_SCORE_PINYIN_EXACT
                     ? _pivot_search_score_pinyin (&text, joined, self->pinyin)
                     : 0;
      guint score = take_off (MAX (plain, pinyin), item->penalty);

      if (score > best)
        {
          best = score;
          if (best_text != NULL)
            *best_text = i;
        }
    }

  return best;
}

/* Word for word: all of them, or with lacking at least half of them and those well. */
static guint
score_words (const PivotSearchIndex *self,
             guint                   entry,
             const Query            *query,
             gboolean                lacking,
             guint                  *best_text)
{
  guint sum = 0, n = 0, best = 0;

  for (guint i = 0; i < query->n_words; i++)
    {
      guint text = 0;
      guint score = score_term (self, entry, &query->words[i], &query->words[i], &text);

      if (score == 0 && !lacking)
        return 0;
      if (score == 0 || (lacking && score < PIVOT_SCORE_PINYIN_WORD))
        continue;
      if (score > best)
        {
          best = score;
          *best_text = text;
        }
      sum += score;
      n++;
    }

  if (2 * n < query->n_words || n == 0)
    return 0;

  return take_off (sum / query->n_words, lacking ? SCATTER + LACKING : SCATTER);
}

static guint
score_entry (const PivotSearchIndex *self,
             guint                   entry,
             const Query            *query,
             gboolean                lacking,
             guint                  *text)
{
  const Entry *item = &g_array_index (self->entries, Entry, entry);
  guint words_text = 0;
  guint whole, words;

  if (lacking)
    return score_words (self, entry, query, TRUE, text);
  if ((query->joined.mask & ~item->mask) != 0 || (query->whole.start & ~item->starts) != 0)
    return 0;

  whole = score_term (self, entry, &query->whole, &query->joined, text);
  if (query->n_words == 1 || (query->starts & ~item->starts) != 0)
    return whole;

  words = score_words (self, entry, query, FALSE, &words_text);
  if (words > whole)
    *text = words_text;

  return MAX (whole, words);
}

/* The best so far are a heap with the least of them on top. A key has the score above, and below what puts an earlier
 * entry before a later one. */
static void
sift (guint64 *heap,
      guint    n,
      guint    i)
{
  for (guint child; (child = 2 * i + 1) < n; i = child)
    {
      guint64 key = heap[i];

      if (child + 1 < n && heap[child + 1] < heap[child])
        child++;
      if (key <= heap[child])
        return;
      heap[i] = heap[child];
      heap[child] = key;
    }
}

static void
push (guint64 *heap,
      guint   *n,
      guint    room,
      guint64  key)
{
  if (*n < room)
    {
      heap[(*n)++] = key;
      if (*n == room)
        for (guint i = room / 2 + 1; i-- > 0;)
          sift (heap, room, i);
    }
  else if (key > heap[0])
    {
      heap[0] = key;
      sift (heap, room, 0);
    }
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x > y ? -1 : x < y;
}

static guint
collect (const PivotSearchIndex *self,
         const Query            *query,
         gboolean                lacking,
         guint                   kinds,
         guint64                *heap,
         guint                  *n,
         guint                   room)
{
  guint n_all = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint text, score;

      if ((kinds >> g_array_index (self->entries, Entry, i).kind & 1) == 0)
        continue;
      score = score_entry (self, i, query, lacking, &text);
      if (score == 0)
        continue;
      n_all++;
      push (heap, n, room, (guint64) score << 32 | (G_MAXUINT32 - i));
    }

  return n_all;
}

/**
 * _pivot_search_index_find: (skip)
 * @self: an index
 * @query: what somebody typed
 * @kinds: bits of the kinds to look among
 * @matches: (out caller-allocates): room for the best
 * @n_matches: (inout): how much room, at least 1; then how many there are
 *
 * Finds entries by what they are called. All words of the query must match, or where no entry has all of them, half of
 * them at least.
 *
 * Returns: how many entries match, also those there was no room for
 */
guint
_pivot_search_index_find (PivotSearchIndex *self,
                          const char       *query,
                          guint             kinds,
                          PivotSearchMatch *matches,
                          guint            *n_matches)
{
  g_autofree guint64 *heap = g_new (guint64, *n_matches);
  gboolean lacking = FALSE;
  guint n = 0, n_all;
  Query terms;

  if (!query_init (&terms, query))
    {
      *n_matches = 0;
      return 0;
    }

  n_all = collect (self, &terms, FALSE, kinds, heap, &n, *n_matches);
  if (n_all == 0 && terms.n_words > 1)
    {
      lacking = TRUE;
      n_all = collect (self, &terms, TRUE, kinds, heap, &n, *n_matches);
    }

  qsort (heap, n, sizeof *heap, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      guint entry = G_MAXUINT32 - (guint32) heap[i];
      guint text = g_array_index (self->entries, Entry, entry).text;

      score_entry (self, entry, &terms, lacking, &text);
      matches[i] = (PivotSearchMatch) { entry, heap[i] >> 32, g_array_index (self->texts, Text, text).original };
    }
  *n_matches = n;

  return n_all;
}
