/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-question-private.h"
#include "pivot-random.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* A measure as a class reads it: numbers with the decimals that are printed, so that what looks alike is alike. A place of which
 * there is only a limit has no number here: it can be neither higher nor lower than another. */
typedef struct
{
  PivotMeasure *measure;
  const char   *label;
  guint         decimals;
  double       *printed;     /* by place; NaN without an exact value */
  guint        *places;      /* those with an exact value, ascending */
  guint         n_places;
  guint        *pool;        /* those to ask about: the selected ones if there are enough of them, else all */
  guint         n_pool;
  gboolean      is_whole;    /* no limits among its values: it has a highest, a lowest, and ranks */
} PivotColumn;

/* Draws questions from what a session shows. */
typedef struct
{
  PivotSession *session;     /* not to be changed while asking */
  PivotDataset *dataset;
  PivotClasses *classes;     /* of the first column; or NULL */
  GListModel   *findings;    /* of PivotFinding */
  const char   *firm;        /* that the session shows, or NULL */
  PivotColumn   first;
  PivotColumn   second;      /* measure NULL: there is nothing to compare with */
  PivotRandom   random;
} PivotAsker;

/* What draws a question of a kind; NULL if there is none (now, or at all). */
typedef PivotQuestion *(*PivotAskFunc) (PivotAsker *self, const char *kind);

typedef struct
{
  const char   *kind;
  PivotAskFunc  ask;
} PivotAskKind;

/* By level, each ended by a kind of NULL. */
extern const PivotAskKind _pivot_ask_find[];
extern const PivotAskKind _pivot_ask_compare[];
extern const PivotAskKind _pivot_ask_explain[];

/* What does not add up, what disagrees, who bought first. */
PivotQuestion *_pivot_ask_check         (PivotAsker *self, const char *kind);
PivotQuestion *_pivot_ask_conflict      (PivotAsker *self, const char *kind);
PivotQuestion *_pivot_ask_customers     (PivotAsker *self, const char *kind);

void          _pivot_asker_init         (PivotAsker *self, PivotSession *session, guint64 seed);
void          _pivot_asker_clear        (PivotAsker *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotAsker, _pivot_asker_clear)

void          _pivot_column_init        (PivotColumn *self, PivotMeasure *measure, PivotSession *session);
void          _pivot_column_clear       (PivotColumn *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotColumn, _pivot_column_clear)

/* One of the two, the first more often; NULL if it has fewer places than that. whole: only one without limits. */
const PivotColumn *_pivot_asker_draw_column (PivotAsker *self, guint least, gboolean whole);
guint         _pivot_asker_below        (PivotAsker *self, guint n);
/* n places of the pool whose numbers differ; FALSE if there are not so many. */
gboolean      _pivot_asker_draw_places  (PivotAsker *self, const PivotColumn *column, guint n, guint *places);
/* Those with the highest (or lowest) number among these: all of them if they are tied. */
void          _pivot_column_find_extreme (const PivotColumn *self, const guint *places, guint n, gboolean highest, GArray *found);
/* Places of a column with the highest number first. */
void          _pivot_column_sort        (const PivotColumn *self, guint *places, guint n);

/* Words (transfer full unless const). */
const char   *_pivot_asker_name         (PivotAsker *self, guint place);
char         *_pivot_asker_join         (PivotAsker *self, const guint *places, guint n);       /* "Hebei, Hunan" */
char         *_pivot_asker_join_values  (PivotAsker *self, const PivotColumn *column, const guint *places, guint n);
char         *_pivot_asker_join_two     (PivotAsker *self, const PivotColumn *column, const guint places[2]); /* "A (1) and B (2)" */
char         *_pivot_column_format      (const PivotColumn *self, double number, guint decimals); /* with the unit */
char         *_pivot_column_format_place(const PivotColumn *self, guint place);

/* A question about a column and these places, whose values are its receipts. */
PivotQuestion *_pivot_asker_begin       (PivotAsker *self, const char *kind, PivotLevel level, const PivotColumn *column,
                                         const guint *places, guint n);
void          _pivot_asker_accept       (PivotAsker *self, PivotQuestion *question, const PivotColumn *column, const guint *places,
                                         guint n);
PivotQuestion *_pivot_asker_end         (PivotAsker *self, PivotQuestion *question);

/* Two measures that are shares of a whole: where they are the same, there is parity. */
gboolean      _pivot_asker_find_shares  (PivotAsker *self, PivotMeasure **one, PivotMeasure **other);

G_END_DECLS
