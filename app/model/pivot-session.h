/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classes.h"
#include "pivot-dataset.h"
#include "pivot-what-if.h"

G_BEGIN_DECLS

/* Everything visible that can change. What is on screen is a function of the dataset and of this.
 *
 * Properties (read-write, explicit notify): dataset (PivotDataset; setting it drops what the new one does not have and keeps the
 * rest), page (PivotPage), measure, against (measure ids), method (PivotMethod), classes (2…9), palette (id, "" = the measure's
 * default), reversed, hovered (place index or −1; never part of the view), hovered-class (class index or −1; likewise), tab ("scatter", "ranking", "table"),
 * firm, figure (ids or NULL), focus (place index shown on the card, or −1).
 * Readable, with notify: longitude, latitude, zoom of the map's camera (NaN until known: "fit everything"), breaks ("ad", set by
 * hand), changing (a drag goes on: one step of the history), selection-serial (another number whenever the selection is another),
 * options (likewise, for the choices of pivot-session-options.h).
 * Signal: selection-changed. Several changes in one action: g_object_freeze_notify () … thaw; selection-changed waits too. */
#define PIVOT_TYPE_SESSION (pivot_session_get_type ())
G_DECLARE_FINAL_TYPE (PivotSession, pivot_session, PIVOT, SESSION, GObject)

typedef enum
{
  PIVOT_SELECT_REPLACE,
  PIVOT_SELECT_ADD,
  PIVOT_SELECT_REMOVE,
  PIVOT_SELECT_TOGGLE,
} PivotSelectMode;

PivotSession *pivot_session_new            (void) G_GNUC_WARN_UNUSED_RESULT;
PivotDataset *pivot_session_get_dataset    (PivotSession *self); /* (transfer none), NULL before the first is loaded */
void          pivot_session_set_dataset    (PivotSession *self, PivotDataset *dataset);
/* The dataset as the what-if of PIVOT_OPTION_WHAT_IF has it, the dataset itself without one (transfer none; until the session
 * changes). The session's measures and classes are of this; what travels without the banner takes the dataset. */
PivotDataset *pivot_session_get_scenario   (PivotSession *self);
gboolean      pivot_session_get_what_if    (PivotSession *self, PivotWhatIf *what_if); /* FALSE: nothing is supposed */
/* Whether the map, by its measures, shows a value of a place that is supposed or follows from one. */
gboolean      pivot_session_is_supposed    (PivotSession *self, guint place);

PivotPage     pivot_session_get_page       (PivotSession *self);
void          pivot_session_set_page       (PivotSession *self, PivotPage page);
PivotMeasure *pivot_session_get_measure    (PivotSession *self); /* object of the id (transfer none); NULL without dataset */
void          pivot_session_set_measure    (PivotSession *self, const char *id);
PivotMeasure *pivot_session_get_against    (PivotSession *self);
void          pivot_session_set_against    (PivotSession *self, const char *id);
void          pivot_session_swap_measures  (PivotSession *self);
PivotMethod   pivot_session_get_method     (PivotSession *self);
void          pivot_session_set_method     (PivotSession *self, PivotMethod method);
guint         pivot_session_get_classes    (PivotSession *self);
void          pivot_session_set_classes    (PivotSession *self, guint classes);
const double *pivot_session_get_breaks     (PivotSession *self, guint *n); /* inner breaks of method manual */
void          pivot_session_set_breaks     (PivotSession *self, const double *inner, guint n);
const char   *pivot_session_get_palette    (PivotSession *self);
void          pivot_session_set_palette    (PivotSession *self, const char *palette);
gboolean      pivot_session_get_reversed   (PivotSession *self);
void          pivot_session_set_reversed   (PivotSession *self, gboolean reversed);
int           pivot_session_get_hovered    (PivotSession *self);
void          pivot_session_set_hovered    (PivotSession *self, int place);
int           pivot_session_get_hovered_class (PivotSession *self);
void          pivot_session_set_hovered_class (PivotSession *self, int class_index);
void          pivot_session_begin_change   (PivotSession *self);
void          pivot_session_end_change     (PivotSession *self);
gboolean      pivot_session_get_changing   (PivotSession *self);
int           pivot_session_get_focus      (PivotSession *self); /* place of the card: the last one selected, or −1 */
void          pivot_session_set_focus      (PivotSession *self, int place);
const char   *pivot_session_get_tab        (PivotSession *self);
void          pivot_session_set_tab        (PivotSession *self, const char *tab);
const char   *pivot_session_get_firm       (PivotSession *self);
void          pivot_session_set_firm       (PivotSession *self, const char *id);
const char   *pivot_session_get_figure     (PivotSession *self);
void          pivot_session_set_figure     (PivotSession *self, const char *id);

gboolean      pivot_session_is_selected    (PivotSession *self, guint place);
guint         pivot_session_get_n_selected (PivotSession *self);
guint        *pivot_session_get_selected   (PivotSession *self, guint *n); /* ascending (transfer full) */
void          pivot_session_select         (PivotSession *self, const guint *places, guint n, PivotSelectMode mode);
void          pivot_session_select_one     (PivotSession *self, guint place, PivotSelectMode mode);
void          pivot_session_clear_selection(PivotSession *self);

gboolean      pivot_session_get_camera     (PivotSession *self, double *longitude, double *latitude, double *zoom); /* FALSE: fit */
void          pivot_session_set_camera     (PivotSession *self, double longitude, double latitude, double zoom);
void          pivot_session_reset_camera   (PivotSession *self);

/* The view JSON: keys in fixed order, only what differs from a new session over the same dataset; same state → same bytes. */
char         *pivot_session_to_json        (PivotSession *self);
/* Applies a view. Keys it lacks go back to what the dataset's default view says, except with merge: then they stay as they are.
 * On error (PIVOT_DATA_ERROR with JSON path) nothing is changed. */
gboolean      pivot_session_apply_json     (PivotSession *self, const char *json, gboolean merge, GError **error);

/* The classes of the measure as they stand (cached until something they depend on changes; transfer none; NULL without values). */
PivotClasses *pivot_session_get_measure_classes (PivotSession *self);

G_END_DECLS
