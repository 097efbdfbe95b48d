/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session-options.h"
#include "pivot-session.h"

G_BEGIN_DECLS

#define PIVOT_SESSION_MAX_BREAKS (PIVOT_CLASSES_MAX - 1)

/* What a view holds: all of a session but the dataset and the hovered place. A plain value: a change is a copy, edited
 * and then put in the place of the old one, so that a view that cannot be read changes nothing. */
typedef struct
{
  PivotPage    page;
  GRefString  *measure;      /* ids, or NULL; counted strings stay where they are from copy to copy */
  GRefString  *against;
  PivotMethod  method;
  guint        classes;
  double       breaks[PIVOT_SESSION_MAX_BREAKS];
  guint        n_breaks;     /* 0 unless the method is manual */
  GRefString  *palette;
  gboolean     reversed;
  GRefString  *tab;
  GRefString  *firm;
  GRefString  *figure;
  GRefString  *options[PIVOT_N_OPTIONS]; /* NULL: as it is by default */
  guint8      *selected;     /* a byte for each place */
  guint        n_places;
  int          focus;
  double       longitude;    /* all three NaN: everything fits */
  double       latitude;
  double       zoom;
} PivotSessionState;

typedef enum
{
  PIVOT_OPTION_KIND_FLAG,
  PIVOT_OPTION_KIND_WORD,
  PIVOT_OPTION_KIND_TEXT,
  PIVOT_OPTION_KIND_LIST,
} PivotOptionKind;

PivotOptionKind    _pivot_option_get_kind          (PivotOption              option);
char             **_pivot_option_split             (const char              *text) G_GNUC_WARN_UNUSED_RESULT;
char              *_pivot_option_join              (const char * const      *values) G_GNUC_WARN_UNUSED_RESULT;
const char        *_pivot_session_state_get_option (const PivotSessionState *self,
                                                    PivotOption              option);
void               _pivot_session_state_set_option (PivotSessionState       *self,
                                                    PivotOption              option,
                                                    const char              *text);

PivotSessionState *_pivot_session_state_new    (PivotDataset            *dataset) G_GNUC_WARN_UNUSED_RESULT;
PivotSessionState *_pivot_session_state_copy   (const PivotSessionState *self) G_GNUC_WARN_UNUSED_RESULT;
PivotSessionState *_pivot_session_state_adapt  (const PivotSessionState *self,
                                                PivotDataset            *from,
                                                PivotDataset            *to,
                                                const PivotSessionState *base) G_GNUC_WARN_UNUSED_RESULT;
void               _pivot_session_state_free   (PivotSessionState       *self);
void               _pivot_session_state_settle (PivotSessionState       *self,
                                                PivotDataset            *dataset,
                                                const PivotSessionState *base);
void               _pivot_session_state_set_against (PivotSessionState       *self,
                                                     const char              *id);
void               _pivot_session_state_set_measure (PivotSessionState       *self,
                                                     const char              *id,
                                                     const PivotSessionState *base);
int                _pivot_session_state_get_only_selected (const PivotSessionState *self);
gboolean           _pivot_session_state_has_camera        (const PivotSessionState *self);
gboolean           _pivot_session_state_is_tab            (const char              *tab);
/* Where the colours of the measure turn, if not at its midpoint. */
gboolean           _pivot_session_state_get_pivot         (const PivotSessionState *self,
                                                           PivotDataset            *dataset,
                                                           double                  *pivot);
void               _pivot_session_set_string              (GRefString             **place,
                                                           const char              *text);

/* The view JSON. Reading edits the state; on error it may be half edited and must be thrown away. With lenient, what does
 * not fit is passed over. */
gboolean           _pivot_session_state_read   (PivotSessionState       *self,
                                                PivotDataset            *dataset,
                                                const PivotSessionState *base,
                                                const char              *json,
                                                gboolean                 lenient,
                                                GError                 **error);
char              *_pivot_session_state_write  (const PivotSessionState *self,
                                                PivotDataset            *dataset,
                                                const PivotSessionState *base,
                                                gboolean                 with_camera) G_GNUC_WARN_UNUSED_RESULT;

/* The visible state. It is replaced as a whole (see _pivot_session_take_state), so listeners never meet half a change.
 * Invariants: with a dataset, every id in the state is one of its ids, and the selection has a byte for each place. */
struct _PivotSession
{
  GObject            parent_instance;

  PivotDataset      *dataset;
  PivotSessionState *state;
  PivotSessionState *base;              /* a new session over the dataset; the view JSON tells the difference */
  int                hovered;
  int                hovered_class;
  guint              n_changing;        /* begun and not ended */
  guint              selection_serial;
  guint              options_serial;    /* another number whenever an option is another */

  PivotDataset      *scenario;          /* the dataset as it is supposed to be; NULL: not made yet */
  PivotClasses      *classes;           /* of the measure as it stands; only if have_classes, and even then may be NULL */
  gboolean           have_classes;
};

void               _pivot_session_take_state  (PivotSession            *self,
                                                PivotSessionState       *next); /* (transfer full) */

guint              _pivot_session_count_colors (PivotSession           *self);

/* A number as view JSON has it (transfer full). */
char              *_pivot_session_format_double (double              number) G_GNUC_WARN_UNUSED_RESULT;

/* The view without its camera, to tell a mere move of the map from another step. */
char              *_pivot_session_to_json_without_camera (PivotSession  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotSessionState, _pivot_session_state_free)

G_END_DECLS
