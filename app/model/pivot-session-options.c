/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include <string.h>

/* Between the texts of a list. It is no character of a text that people write. */
#define SEPARATOR "\x1f"

static const char * const layouts[] = { "map", "grid", "cartogram", NULL };
static const char * const mappings[] = { "classes", "continuous", "bivariate", "pair", "clusters", NULL };
static const char * const visions[] = { "normal", "protan", "deutan", "tritan", "grey", "photocopy", "projector", NULL };
static const char * const alignments[] = { "date", "age", NULL };
static const char * const tables[] = { "places", "values", "firms", "events", "points", "sources", "groups", "audit", NULL };
static const char * const predictions[] = { "rank", "classes", "line", NULL };
static const char * const quiz_names[] = { "own", "en", "zh", "both", NULL };
static const char * const worksheet_levels[] = { "all", "find", "compare", "explain", NULL };
static const char * const papers[] = { "a4", "letter", NULL };
static const char * const worksheet_legends[] = { "given", "limits", "blank", NULL };
static const char * const worksheet_numbers[] = { "printed", "hidden", NULL };
static const char * const worksheet_keys[] = { "apart", "after", "none", NULL };
static const char * const activities[] = { "lessons", "predict", "quiz", "framings", "worksheet", NULL };
static const char * const findings[] = { "all", "fails", "conflict", "holds", NULL };

/* Columns of the list of firms; with a minus, the greatest come first. */
static const char * const firm_sorts[] = {
  "dataset", "name", "-name", "place", "-place", "city", "-city", "sector", "-sector", "founded", "-founded", "board", "-board",
  "listed", "-listed", "programme", "-programme", "events", "-events", NULL
};

/* The first word is the default; a flag is unset and a text or a list empty. */
static const struct
{
  const char          *key;
  PivotOptionKind      kind;
  const char * const  *words;
} table[PIVOT_N_OPTIONS] = {
  [PIVOT_OPTION_LAYOUT]         = { "layout", PIVOT_OPTION_KIND_WORD, layouts },
  [PIVOT_OPTION_MAPPING]        = { "mapping", PIVOT_OPTION_KIND_WORD, mappings },
  [PIVOT_OPTION_CUTS]           = { "cuts", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_SIZE_BY]        = { "size-by", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_VISION]         = { "vision", PIVOT_OPTION_KIND_WORD, visions },
  [PIVOT_OPTION_HATCHING]       = { "hatching", PIVOT_OPTION_KIND_FLAG, NULL },
  [PIVOT_OPTION_STABILITY]      = { "stability", PIVOT_OPTION_KIND_FLAG, NULL },
  [PIVOT_OPTION_FIRM_FILTER]    = { "firm-filter", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_FIRM_FACETS]    = { "firm-facets", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_FIRM_SORT]      = { "firm-sort", PIVOT_OPTION_KIND_WORD, firm_sorts },
  [PIVOT_OPTION_FIRMS_SELECTED] = { "firms-selected", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_COMPARED_FIRMS] = { "compared-firms", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_ALIGN]          = { "align", PIVOT_OPTION_KIND_WORD, alignments },
  [PIVOT_OPTION_HIDDEN_EVENTS]  = { "hidden-events", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_TIMELINE_RANGE] = { "timeline-range", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_TIMELINE_LIST]  = { "timeline-list", PIVOT_OPTION_KIND_FLAG, NULL },
  [PIVOT_OPTION_STORY_STEP]     = { "story-step", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_TABLE]          = { "table", PIVOT_OPTION_KIND_WORD, tables },
  [PIVOT_OPTION_TABLE_FILTER]   = { "table-filter", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_TABLE_SORT]     = { "table-sort", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_AUDIT]          = { "audit", PIVOT_OPTION_KIND_WORD, findings },
  [PIVOT_OPTION_HIDDEN_SERIES]  = { "hidden-series", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_ACTIVITY]       = { "activity", PIVOT_OPTION_KIND_WORD, activities },
  [PIVOT_OPTION_QUIZ]           = { "quiz", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_QUIZ_LENGTH]    = { "quiz-length", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_QUIZ_KINDS]     = { "quiz-kinds", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_QUIZ_NAMES]     = { "quiz-names", PIVOT_OPTION_KIND_WORD, quiz_names },
  [PIVOT_OPTION_QUIZ_AT]        = { "quiz-at", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_QUIZ_ANSWERS]   = { "quiz-answers", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_WORKSHEET_LEVEL] = { "worksheet-level", PIVOT_OPTION_KIND_WORD, worksheet_levels },
  [PIVOT_OPTION_WORKSHEET_QUESTIONS] = { "worksheet-questions", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_WORKSHEET_SEED] = { "worksheet-seed", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_WORKSHEET_PAPER] = { "worksheet-paper", PIVOT_OPTION_KIND_WORD, papers },
  [PIVOT_OPTION_WORKSHEET_LEGEND] = { "worksheet-legend", PIVOT_OPTION_KIND_WORD, worksheet_legends },
  [PIVOT_OPTION_WORKSHEET_NAMES] = { "worksheet-names", PIVOT_OPTION_KIND_FLAG, NULL },
  [PIVOT_OPTION_WORKSHEET_NUMBERS] = { "worksheet-numbers", PIVOT_OPTION_KIND_WORD, worksheet_numbers },
  [PIVOT_OPTION_WORKSHEET_KEY]  = { "worksheet-key", PIVOT_OPTION_KIND_WORD, worksheet_keys },
  [PIVOT_OPTION_FRAMINGS]       = { "framings", PIVOT_OPTION_KIND_LIST, NULL },
  [PIVOT_OPTION_PIVOT]          = { "pivot", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_WHAT_IF]        = { "what-if", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_PREDICT]          = { "predict", PIVOT_OPTION_KIND_WORD, predictions },
  [PIVOT_OPTION_PREDICT_PLACES]   = { "predict-places", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_PREDICT_TEAM]     = { "predict-team", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_PREDICT_REVEALED] = { "predict-revealed", PIVOT_OPTION_KIND_FLAG, NULL },
  [PIVOT_OPTION_PREDICT_LINE]     = { "predict-line", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_PREDICT_FROM]     = { "predict-from", PIVOT_OPTION_KIND_TEXT, NULL },
  [PIVOT_OPTION_GUESSES]          = { "guesses", PIVOT_OPTION_KIND_TEXT, NULL },
};

const char *
pivot_option_get_key (PivotOption option)
{
  g_return_val_if_fail (option < PIVOT_N_OPTIONS, NULL);

  return table[option].key;
}

const char * const *
pivot_option_get_words (PivotOption option)
{
  g_return_val_if_fail (option < PIVOT_N_OPTIONS, NULL);

  return table[option].words;
}

PivotOptionKind
_pivot_option_get_kind (PivotOption option)
{
  return table[option].kind;
}

/* What an option that nobody has set says. */
static const char *
fallback (PivotOption option)
{
  return table[option].words != NULL ? table[option].words[0] : "";
}

const char *
_pivot_session_state_get_option (const PivotSessionState *self,
                                 PivotOption              option)
{
  return self->options[option] != NULL ? self->options[option] : fallback (option);
}

/* The text is as the state keeps it: "true" for a flag that is set, a list with separators. */
void
_pivot_session_state_set_option (PivotSessionState *self,
                                 PivotOption        option,
                                 const char        *text)
{
  _pivot_session_set_string (&self->options[option], g_strcmp0 (text, fallback (option)) == 0 ? NULL : text);
}

char **
_pivot_option_split (const char *text)
{
  return *text != '\0' ? g_strsplit (text, SEPARATOR, -1) : g_new0 (char *, 1);
}

char *
_pivot_option_join (const char * const *values)
{
  return g_strjoinv (SEPARATOR, (char **) values);
}

static void
set_option (PivotSession *self,
            PivotOption   option,
            const char   *text)
{
  PivotSessionState *next;

  if (strcmp (_pivot_session_state_get_option (self->state, option), text) == 0)
    return;

  next = _pivot_session_state_copy (self->state);
  _pivot_session_state_set_option (next, option, text);
  _pivot_session_take_state (self, next);
}

/**
 * pivot_session_get_flag:
 * @self: a session
 * @option: an option that is a flag
 *
 * Gets whether a flag is set.
 *
 * Returns: `TRUE` if it is
 */
gboolean
pivot_session_get_flag (PivotSession *self,
                        PivotOption   option)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (option < PIVOT_N_OPTIONS && table[option].kind == PIVOT_OPTION_KIND_FLAG, FALSE);

  return *_pivot_session_state_get_option (self->state, option) != '\0';
}

/**
 * pivot_session_set_flag:
 * @self: a session
 * @option: an option that is a flag
 * @value: whether to set it
 *
 * Sets or unsets a flag.
 */
void
pivot_session_set_flag (PivotSession *self,
                        PivotOption   option,
                        gboolean      value)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (option < PIVOT_N_OPTIONS && table[option].kind == PIVOT_OPTION_KIND_FLAG);

  set_option (self, option, value ? "true" : "");
}

/**
 * pivot_session_get_word:
 * @self: a session
 * @option: an option that is a word or a text
 *
 * Gets a word or a text.
 *
 * Returns: (transfer none): the word, or the text, which may be empty
 */
const char *
pivot_session_get_word (PivotSession *self,
                        PivotOption   option)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), "");
  g_return_val_if_fail (option < PIVOT_N_OPTIONS, "");

  return _pivot_session_state_get_option (self->state, option);
}

/**
 * pivot_session_set_word:
 * @self: a session
 * @option: an option that is a word or a text
 * @value: one of its words, or any text
 *
 * Sets a word or a text.
 */
void
pivot_session_set_word (PivotSession *self,
                        PivotOption   option,
                        const char   *value)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (option < PIVOT_N_OPTIONS);
  g_return_if_fail (value != NULL && g_utf8_validate (value, -1, NULL));
  g_return_if_fail (table[option].words == NULL || g_strv_contains (table[option].words, value));

  set_option (self, option, value);
}

/**
 * pivot_session_get_list:
 * @self: a session
 * @option: an option that is a list
 *
 * Gets a list of texts.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts, maybe none
 */
char **
pivot_session_get_list (PivotSession *self,
                        PivotOption   option)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);
  g_return_val_if_fail (option < PIVOT_N_OPTIONS && table[option].kind == PIVOT_OPTION_KIND_LIST, NULL);

  return _pivot_option_split (_pivot_session_state_get_option (self->state, option));
}

/**
 * pivot_session_set_list:
 * @self: a session
 * @option: an option that is a list
 * @values: (nullable) (array zero-terminated=1): texts that are not empty
 *
 * Sets a list of texts.
 */
void
pivot_session_set_list (PivotSession       *self,
                        PivotOption         option,
                        const char * const *values)
{
  static const char * const none[] = { NULL };
  g_autofree char *text = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (option < PIVOT_N_OPTIONS && table[option].kind == PIVOT_OPTION_KIND_LIST);

  text = _pivot_option_join (values != NULL ? values : none);
  set_option (self, option, text);
}
