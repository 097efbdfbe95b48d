/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* The choices of a view that are no more than a flag, a word, a text or a list of texts: each is a key of the view JSON with a
 * default, undone and restored like the rest. A new one is a line here and a line in the table of pivot-session-options.c.
 * Whoever shows them listens to notify::options of the session. */
typedef enum
{
  PIVOT_OPTION_LAYOUT,           /* word: how places are laid out: map, grid, cartogram */
  PIVOT_OPTION_MAPPING,          /* word: what the colours tell: classes, continuous, bivariate, pair, clusters */
  PIVOT_OPTION_CUTS,             /* list: two cuts of the measure, then two of the one it is compared with; empty: thirds */
  PIVOT_OPTION_SIZE_BY,          /* text: measure of the cartogram's circles; empty: the measure of the map */
  PIVOT_OPTION_VISION,           /* word: colour vision that is previewed: normal, protan, deutan, tritan, grey,
                                    photocopy, projector */
  PIVOT_OPTION_HATCHING,         /* flag: classes are hatched as well */
  PIVOT_OPTION_STABILITY,        /* flag: places whose class depends on the method are marked */
  PIVOT_OPTION_FIRM_FILTER,      /* text: what is typed over the list of firms */
  PIVOT_OPTION_FIRM_FACETS,      /* list: "facet:value" */
  PIVOT_OPTION_FIRM_SORT,        /* word: dataset, or a column, as in "founded" or "-founded" */
  PIVOT_OPTION_FIRMS_SELECTED,   /* list: ids of firms */
  PIVOT_OPTION_COMPARED_FIRMS,   /* list: ids of the second and third firm on the time axis */
  PIVOT_OPTION_ALIGN,            /* word: date, age (years since founding) */
  PIVOT_OPTION_HIDDEN_EVENTS,    /* list: kinds and parties of events that are left out */
  PIVOT_OPTION_TIMELINE_RANGE,   /* text: "firm from/to": the part of the time axis that is shown; empty: all */
  PIVOT_OPTION_TIMELINE_LIST,    /* flag: the timeline is shown as a list */
  PIVOT_OPTION_STORY_STEP,       /* text: "part/step", both from 1; empty: the first */
  PIVOT_OPTION_TABLE,            /* word: places, values, firms, events, points, sources, groups, audit */
  PIVOT_OPTION_TABLE_FILTER,     /* text */
  PIVOT_OPTION_TABLE_SORT,       /* text: id of a column, after a minus if from high to low */
  PIVOT_OPTION_AUDIT,            /* word: which findings are listed: all, fails, conflict, holds */
  PIVOT_OPTION_HIDDEN_SERIES,    /* list: "figure/series" */
  PIVOT_OPTION_ACTIVITY,         /* word: what is done in front of a class: lessons, predict, quiz, framings, worksheet */
  PIVOT_OPTION_QUIZ,             /* text: "seed/measure" of the quiz that goes on; empty: none has begun */
  PIVOT_OPTION_QUIZ_LENGTH,      /* text: how many questions; empty: ten */
  PIVOT_OPTION_QUIZ_KINDS,       /* list: find, name, higher, neighbour; empty: all */
  PIVOT_OPTION_QUIZ_NAMES,       /* word: language of the places' names: own, en, zh, both */
  PIVOT_OPTION_QUIZ_AT,          /* text: number of the question that is shown, from 1; past the last: the result */
  PIVOT_OPTION_QUIZ_ANSWERS,     /* list: a place for each question that was answered, "-" for none */
  PIVOT_OPTION_WORKSHEET_LEVEL,  /* word: what its questions ask: all, find, compare, explain */
  PIVOT_OPTION_WORKSHEET_QUESTIONS, /* text: how many; empty: ten */
  PIVOT_OPTION_WORKSHEET_SEED,   /* text: number that the questions are drawn by; empty: 1 */
  PIVOT_OPTION_WORKSHEET_PAPER,  /* word: a4, letter */
  PIVOT_OPTION_WORKSHEET_LEGEND, /* word: what the legend gives: given (colours and limits), limits, blank */
  PIVOT_OPTION_WORKSHEET_NAMES,  /* flag: the blank map has the names of places */
  PIVOT_OPTION_WORKSHEET_NUMBERS,/* word: whether the numbers are printed too: printed, hidden */
  PIVOT_OPTION_WORKSHEET_KEY,    /* word: where the answers are: apart (a file of their own), after, none */
  PIVOT_OPTION_FRAMINGS,         /* list: "side/switch=word": what is not as the rule has it, of the two framings */
  PIVOT_OPTION_PIVOT,            /* text: a number at which the colours of a diverging measure turn; empty: its midpoint */
  PIVOT_OPTION_WHAT_IF,          /* text: "measure/place=number": one value is supposed to be another; empty: none is */
  PIVOT_OPTION_PREDICT,          /* word: what is guessed: rank, classes, line */
  PIVOT_OPTION_PREDICT_PLACES,   /* text: those to be ranked: "group:id", "selection", "all", "draw:seed"; empty: eight by seed 1 */
  PIVOT_OPTION_PREDICT_TEAM,     /* text: whose guess is shown; empty: the class's */
  PIVOT_OPTION_PREDICT_REVEALED, /* flag: the data are shown beside the guess */
  PIVOT_OPTION_PREDICT_LINE,     /* text: "figure/series" whose line is guessed; empty: the first that can be */
  PIVOT_OPTION_PREDICT_FROM,     /* text: x of the first point that is hidden; empty: the middle */
  PIVOT_OPTION_GUESSES,          /* text: guesses as a JSON array, while no step of a lesson is at hand */
  PIVOT_N_OPTIONS
} PivotOption;

gboolean     pivot_session_get_flag (PivotSession *self, PivotOption option);
void         pivot_session_set_flag (PivotSession *self, PivotOption option, gboolean value);
/* Of a word or a text (transfer none; never NULL). */
const char  *pivot_session_get_word (PivotSession *self, PivotOption option);
void         pivot_session_set_word (PivotSession *self, PivotOption option, const char *value);
char       **pivot_session_get_list (PivotSession *self, PivotOption option) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */
void         pivot_session_set_list (PivotSession *self, PivotOption option, const char * const *values);

/* The key of the view JSON, and the words a choice may have (NULL if it is not one of words). */
const char          *pivot_option_get_key   (PivotOption option);
const char * const  *pivot_option_get_words (PivotOption option);

G_END_DECLS
