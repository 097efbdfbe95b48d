/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-desk-private.h"

#include "pivot-lesson-undo.h"
#include "pivot-session-options.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_REPLAYING,
  N_PROPERTIES
};

enum
{
  FAILED,
  RESTORED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotLessonDesk, pivot_lesson_desk, G_TYPE_OBJECT)

gboolean
_pivot_lesson_desk_is_own (PivotLessonDesk *self,
                           PivotLesson     *lesson)
{
  GListModel *lessons = lesson != NULL ? pivot_classroom_get_lessons (self->classroom) : NULL;
  guint index;

  return lesson != NULL && g_list_store_find (G_LIST_STORE (lessons), lesson, &index) &&
         index >= pivot_classroom_get_n_supplied (self->classroom);
}

static void
show_desk (PivotLessonDesk *self)
{
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_page (self->session, PIVOT_PAGE_TEACH);
  pivot_session_set_word (self->session, PIVOT_OPTION_ACTIVITY, "lessons");
  g_object_thaw_notify (G_OBJECT (self->session));
}

void
_pivot_lesson_desk_show (PivotLessonDesk *self,
                         PivotLesson     *lesson,
                         guint            position)
{
  pivot_classroom_take (self->classroom, lesson, position);
  /* The first dataset brings the view that the window was left with. */
  self->show_later = pivot_session_get_dataset (self->session) == NULL;
  if (!self->show_later)
    show_desk (self);
}

static void
dataset_cb (PivotLessonDesk *self)
{
  if (self->show_later && pivot_session_get_dataset (self->session) != NULL)
    {
      self->show_later = FALSE;
      show_desk (self);
    }
  _pivot_lesson_desk_update (self);
  if (pivot_session_get_dataset (self->session) != NULL)
    _pivot_lesson_desk_restore_unsaved (self);
}

void
_pivot_lesson_desk_fail (PivotLessonDesk *self,
                         const char      *text,
                         GFile           *file,
                         GListModel      *problems,
                         GError          *error)
{
  g_signal_emit (self, signals[FAILED], 0, text, file, problems, error);
}

void
_pivot_lesson_desk_set_enabled (PivotLessonDesk *self,
                                const char      *action,
                                gboolean         enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->window), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

void
_pivot_lesson_desk_update (PivotLessonDesk *self)
{
  PivotLesson *lesson = self->classroom != NULL ? pivot_classroom_get_lesson (self->classroom) : NULL;
  gboolean own = self->classroom != NULL && _pivot_lesson_desk_is_own (self, lesson), can_undo = FALSE, can_redo = FALSE;
  gboolean has_dataset = pivot_session_get_dataset (self->session) != NULL;
  guint n = lesson != NULL ? pivot_lesson_get_n_steps (lesson) : 0;
  guint position = self->classroom != NULL ? pivot_classroom_get_position (self->classroom) : 0;

  if (own)
    g_object_get (pivot_lesson_undo_get (lesson), "can-undo", &can_undo, "can-redo", &can_redo, NULL);

  _pivot_lesson_desk_set_enabled (self, "new-lesson", has_dataset);
  _pivot_lesson_desk_set_enabled (self, "record-lesson", has_dataset);
  _pivot_lesson_desk_set_enabled (self, "save-lesson", own);
  _pivot_lesson_desk_set_enabled (self, "save-lesson-as", lesson != NULL);
  _pivot_lesson_desk_set_enabled (self, "copy-lesson", lesson != NULL);
  _pivot_lesson_desk_set_enabled (self, "close-lesson", own);
  _pivot_lesson_desk_set_enabled (self, "export-lesson", n > 0 && has_dataset);
  _pivot_lesson_desk_set_enabled (self, "replay-lesson", n > 0 && has_dataset);
  /* Also at the ends, where they do nothing: the button that is pressed keeps the keyboard. */
  _pivot_lesson_desk_set_enabled (self, "replay-next", self->replaying);
  _pivot_lesson_desk_set_enabled (self, "replay-previous", self->replaying);
  _pivot_lesson_desk_set_enabled (self, "replay-end", self->replaying);
  _pivot_lesson_desk_set_enabled (self, "add-lesson-step", own && n < PIVOT_LESSON_MAX_STEPS && has_dataset);
  _pivot_lesson_desk_set_enabled (self, "take-lesson-view", own && n > 0 && has_dataset);
  _pivot_lesson_desk_set_enabled (self, "copy-lesson-step", own && n > 0 && n < PIVOT_LESSON_MAX_STEPS);
  _pivot_lesson_desk_set_enabled (self, "remove-lesson-step", own && n > 0);
  _pivot_lesson_desk_set_enabled (self, "move-lesson-step", own && n > 1);
  _pivot_lesson_desk_set_enabled (self, "raise-lesson-step", own && position > 0);
  _pivot_lesson_desk_set_enabled (self, "lower-lesson-step", own && position + 1 < n);
  _pivot_lesson_desk_set_enabled (self, "undo-lesson", can_undo);
  _pivot_lesson_desk_set_enabled (self, "redo-lesson", can_redo);
}

/* ---- Recording ---- */

static void
stop_recording (PivotLessonDesk *self)
{
  g_autoptr(PivotLesson) lesson = pivot_lesson_recorder_stop (self->recorder);

  if (lesson == NULL)
    return;

  pivot_classroom_add (pivot_lesson_desk_get_classroom (self), lesson);
  _pivot_lesson_desk_show (self, lesson, 0);
}

static void
record (GSimpleAction *action,
        GVariant      *state,
        gpointer       user_data)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (user_data);

  if (g_variant_get_boolean (state))
    {
      _pivot_lesson_desk_end_replay (self);
      /* Nothing is to be seen of a lesson on the desk: one begins with what was shown before. */
      if (pivot_session_get_page (self->session) == PIVOT_PAGE_TEACH)
        pivot_session_set_page (self->session, self->last_page);
      pivot_lesson_recorder_start (self->recorder);
    }
  else
    {
      stop_recording (self);
    }
}

static void
recording_cb (PivotLessonDesk *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "record-lesson");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (pivot_lesson_recorder_get_lesson (self->recorder) != NULL));
}

static const GActionEntry entries[] = {
  { "record-lesson", NULL, NULL, "false", record },
};

static void
page_cb (PivotLessonDesk *self)
{
  PivotPage page = pivot_session_get_page (self->session);

  if (page != PIVOT_PAGE_TEACH)
    self->last_page = page;
  /* Whoever comes back to the desk has seen enough. */
  else if (g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_ACTIVITY), "lessons"))
    _pivot_lesson_desk_end_replay (self);
}

static void
pivot_lesson_desk_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property == PROP_REPLAYING)
    g_value_set_boolean (value, PIVOT_LESSON_DESK (object)->replaying);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pivot_lesson_desk_dispose (GObject *object)
{
  PivotLessonDesk *self = PIVOT_LESSON_DESK (object);

  g_clear_weak_pointer (&self->window);
  g_cancellable_cancel (self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  if (self->recorder != NULL)
    g_signal_handlers_disconnect_by_data (self->recorder, self);
  g_clear_object (&self->asked);
  g_clear_object (&self->restored);
  g_clear_object (&self->autosave);
  g_clear_object (&self->classroom);
  g_clear_object (&self->recorder);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (pivot_lesson_desk_parent_class)->dispose (object);
}

static void
pivot_lesson_desk_finalize (GObject *object)
{
  g_object_unref (PIVOT_LESSON_DESK (object)->cancellable);

  G_OBJECT_CLASS (pivot_lesson_desk_parent_class)->finalize (object);
}

static void
pivot_lesson_desk_class_init (PivotLessonDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pivot_lesson_desk_get_property;
  object_class->dispose = pivot_lesson_desk_dispose;
  object_class->finalize = pivot_lesson_desk_finalize;

  properties[PROP_REPLAYING] = g_param_spec_boolean ("replaying", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FAILED] = g_signal_new ("failed", PIVOT_TYPE_LESSON_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                  G_TYPE_STRING, G_TYPE_FILE, G_TYPE_LIST_MODEL, G_TYPE_ERROR);
  signals[RESTORED] = g_signal_new ("restored", PIVOT_TYPE_LESSON_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
}

static void
pivot_lesson_desk_init (PivotLessonDesk *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * pivot_lesson_desk_new:
 * @window: gets the actions, and owns the desk
 * @session: what lessons show
 * @settings: (nullable): where open lessons are remembered
 *
 * Makes a desk, and adds its actions to the window.
 *
 * Returns: (transfer full): a desk
 */
PivotLessonDesk *
pivot_lesson_desk_new (GtkApplicationWindow *window,
                       PivotSession         *session,
                       GSettings            *settings)
{
  PivotLessonDesk *self;

  g_return_val_if_fail (GTK_IS_APPLICATION_WINDOW (window), NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_DESK, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->recorder = pivot_lesson_recorder_new (session);

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  _pivot_lesson_desk_add_autosave (self);
  _pivot_lesson_desk_add_export (self);
  _pivot_lesson_desk_add_files (self);
  _pivot_lesson_desk_add_steps (self);
  _pivot_lesson_desk_add_replay (self);
  g_signal_connect_swapped (session, "notify::page", G_CALLBACK (page_cb), self);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (self->recorder, "notify::lesson", G_CALLBACK (recording_cb), self);
  _pivot_lesson_desk_update (self);

  return self;
}

/**
 * pivot_lesson_desk_get_classroom:
 * @self: a desk
 *
 * Most who look at the map never teach: the classroom, and the lessons that were open before, are there when they are asked for.
 *
 * Returns: (transfer none): the classroom
 */
PivotClassroom *
pivot_lesson_desk_get_classroom (PivotLessonDesk *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_DESK (self), NULL);

  if (self->classroom == NULL)
    {
      self->classroom = pivot_classroom_new (self->session);
      g_signal_connect_swapped (self->classroom, "notify", G_CALLBACK (_pivot_lesson_desk_update), self);
      _pivot_lesson_desk_follow_lessons (self);
      _pivot_lesson_desk_restore (self);
      _pivot_lesson_desk_update (self);
    }

  return self->classroom;
}

/**
 * pivot_lesson_desk_get_recorder:
 * @self: a desk
 *
 * Returns: (transfer none): what records
 */
PivotLessonRecorder *
pivot_lesson_desk_get_recorder (PivotLessonDesk *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_DESK (self), NULL);

  return self->recorder;
}

/**
 * pivot_lesson_desk_get_replaying:
 * @self: a desk
 *
 * Returns: whether the lesson at hand is being replayed
 */
gboolean
pivot_lesson_desk_get_replaying (PivotLessonDesk *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_DESK (self), FALSE);

  return self->replaying;
}
