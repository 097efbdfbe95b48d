/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-pinyin-private.h"

G_BEGIN_DECLS

/* Texts folded and ready to be searched. An entry (a place, a firm …) has several. */
typedef struct _PivotSearchIndex PivotSearchIndex;

typedef struct
{
  guint       entry;
  guint       score;   /* the higher, the better; never 0 */
  const char *text;    /* which of the entry's texts fits best, as it was added */
} PivotSearchMatch;

/* How good a match of one text is, before what it leaves out and the text's penalty are counted. */
enum
{
  PIVOT_SCORE_EXACT = 1000,
  PIVOT_SCORE_PINYIN_EXACT = 960,
  PIVOT_SCORE_PREFIX = 800,
  PIVOT_SCORE_PINYIN_PREFIX = 780,
  PIVOT_SCORE_PINYIN_INITIALS = 700,   /* of the whole text */
  PIVOT_SCORE_WORD = 600,              /* the beginning of a word; each Chinese character is one */
  PIVOT_SCORE_PINYIN_WORD = 560,
  PIVOT_SCORE_PINYIN_INITIALS_PREFIX = 520,
  PIVOT_SCORE_INITIALS = 460,
  PIVOT_SCORE_PINYIN_INITIALS_WORD = 380,
  PIVOT_SCORE_SUBSEQUENCE = 200,
  PIVOT_SCORE_SHARE = 60,              /* at most, for how much of the text is matched */
};

#define PIVOT_SEARCH_MAX_TERM 60   /* bytes; the pinyin matcher has a bit for each */
#define PIVOT_SEARCH_MAX_WORDS 8

/* A folded text. The masks have a bit for each letter, digit and some for all the rest: what lacks a bit of a term cannot
 * match it. */
typedef struct
{
  const char    *text;
  guint          length;
  guint64        mask;           /* of its characters */
  guint64        starts;         /* of the characters that words begin with */
  const guint32 *units;          /* of a text with Chinese characters: one for each character that is not a space */
  guint          n_units;
  guint64        pinyin_mask;
  guint64        pinyin_starts;
} PivotSearchText;

/* A unit is the readings of a character, or the character itself with this bit. */
#define PIVOT_UNIT_LITERAL (1u << 31)

/* What is looked for: folded, at most PIVOT_SEARCH_MAX_TERM bytes. */
typedef struct
{
  char    text[PIVOT_SEARCH_MAX_TERM + 1];
  guint   length;
  guint64 mask;
  guint64 start;                 /* of its first character */
  gboolean ascii;                /* may be pinyin */
} PivotSearchTerm;

PivotSearchIndex *_pivot_search_index_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              _pivot_search_index_free      (PivotSearchIndex *self);
guint             _pivot_search_index_add_entry (PivotSearchIndex *self,
                                                 guint             kind);     /* < 32 */
/* To the entry added last. text must outlive the index; may be NULL. penalty: taken off the score. */
void              _pivot_search_index_add_text  (PivotSearchIndex *self,
                                                 const char       *text,
                                                 guint             penalty);
/* Best first, equals in order of their entries. Returns how many there are in all; n_matches: room, then how many found. */
guint             _pivot_search_index_find      (PivotSearchIndex *self,
                                                 const char       *query,
                                                 guint             kinds,
                                                 PivotSearchMatch *matches,
                                                 guint            *n_matches);

/* Lower case, without accents and marks, words parted by one space (transfer full). */
char             *_pivot_search_fold            (const char *text);
guint64           _pivot_search_bit             (gunichar character);
/* Whether a word begins at this byte of a folded text. */
gboolean          _pivot_search_is_start        (const char *text,
                                                 guint       at);
/* 0: no match. */
guint             _pivot_search_score_plain     (const PivotSearchText *text,
                                                 const PivotSearchTerm *term);
guint             _pivot_search_score_pinyin    (const PivotSearchText *text,
                                                 const PivotSearchTerm *term,
                                                 const PivotPinyin     *pinyin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotSearchIndex, _pivot_search_index_free)

G_END_DECLS
