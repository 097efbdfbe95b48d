/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-recorder.h"

#include "pivot-lesson-words.h"
#include "pivot-session-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CAMERA_SETTLES (1 * G_TIME_SPAN_SECOND)

struct _PivotLessonRecorder
{
  GObject       parent_instance;

  PivotSession *session;
  PivotLesson  *lesson;       /* NULL: not recording */
  guint         idle;
  gint64        camera_time;  /* when the last step last got its camera; 0 if it was not made by moving the map */
};

enum
{
  PROP_0,
  PROP_LESSON,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PivotLessonRecorder, pivot_lesson_recorder, G_TYPE_OBJECT)

/* The camera is the last key of a view. In a string its quotation marks would have backslashes. */
static char *
cut_camera (const char *view)
{
  const char *camera = g_strrstr (view, "\"camera\":");

  if (camera == NULL)
    return g_strdup (view);
  if (camera[-1] == ',')
    camera--;

  return g_strdup_printf ("%.*s}", (int) (camera - view), view);
}

static gboolean
is_moved_only (const char *before,
               const char *after)
{
  g_autofree char *still_before = cut_camera (before), *still_after = cut_camera (after);

  return strcmp (still_before, still_after) == 0;
}

static gboolean
is_desk (PivotSession *session)
{
  return pivot_session_get_page (session) == PIVOT_PAGE_TEACH &&
         strcmp (pivot_session_get_word (session, PIVOT_OPTION_ACTIVITY), "lessons") == 0;
}

static void
add_step (PivotLessonRecorder *self,
          const char          *before,
          const char          *view)
{
  g_autoptr(PivotLessonStep) step = pivot_lesson_step_new (view);
  g_autofree char *title = pivot_lesson_words_for_change (pivot_session_get_dataset (self->session), before, view);

  pivot_lesson_step_set_title (step, title);
  pivot_lesson_insert (self->lesson, G_MAXUINT, step);
}

static void
record (PivotLessonRecorder *self)
{
  guint n = pivot_lesson_get_n_steps (self->lesson);
  PivotLessonStep *last = n > 0 ? pivot_lesson_get_step (self->lesson, n - 1) : NULL;
  const char *before = last != NULL ? pivot_lesson_step_get_view (last) : NULL;
  g_autofree char *view = NULL;
  gint64 now = g_get_monotonic_time ();
  gboolean moved;

  if (pivot_session_get_dataset (self->session) == NULL || is_desk (self->session) || n >= PIVOT_LESSON_MAX_STEPS)
    return;

  view = pivot_session_to_json (self->session);
  if (before != NULL && strcmp (before, view) == 0)
    return;

  moved = before != NULL && is_moved_only (before, view);
  if (moved && self->camera_time != 0 && now - self->camera_time < CAMERA_SETTLES)
    pivot_lesson_step_set_view (last, view);
  else
    add_step (self, before, view);
  self->camera_time = moved ? now : 0;
}

static gboolean
idle_cb (gpointer data)
{
  PivotLessonRecorder *self = data;

  self->idle = 0;
  /* The end of a drag wakes us again. */
  if (!pivot_session_get_changing (self->session))
    record (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (PivotLessonRecorder *self)
{
  if (self->lesson != NULL && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, self, NULL);
}

static void
session_notify_cb (PivotLessonRecorder *self,
                   GParamSpec          *pspec)
{
  if (!g_str_equal (pspec->name, "hovered") && !g_str_equal (pspec->name, "hovered-class"))
    schedule (self);
}

static void
pivot_lesson_recorder_get_property (GObject    *object,
                                    guint       property,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  PivotLessonRecorder *self = PIVOT_LESSON_RECORDER (object);

  if (property == PROP_LESSON)
    g_value_set_object (value, self->lesson);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pivot_lesson_recorder_dispose (GObject *object)
{
  PivotLessonRecorder *self = PIVOT_LESSON_RECORDER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (pivot_lesson_recorder_parent_class)->dispose (object);
}

static void
pivot_lesson_recorder_class_init (PivotLessonRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pivot_lesson_recorder_get_property;
  object_class->dispose = pivot_lesson_recorder_dispose;

  properties[PROP_LESSON] = g_param_spec_object ("lesson", NULL, NULL, PIVOT_TYPE_LESSON,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pivot_lesson_recorder_init (PivotLessonRecorder *self)
{
}

/**
 * pivot_lesson_recorder_new:
 * @session: what is to be recorded
 *
 * Makes a recorder, which waits.
 *
 * Returns: (transfer full): a recorder
 */
PivotLessonRecorder *
pivot_lesson_recorder_new (PivotSession *session)
{
  PivotLessonRecorder *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_RECORDER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (session_notify_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (schedule), self);

  return self;
}

/**
 * pivot_lesson_recorder_get_lesson:
 * @self: a recorder
 *
 * Returns: (transfer none) (nullable): the lesson that grows; %NULL while nothing is recorded
 */
PivotLesson *
pivot_lesson_recorder_get_lesson (PivotLessonRecorder *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON_RECORDER (self), NULL);

  return self->lesson;
}

static char *
make_title (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: how strftime writes a date and a time in the name of a lesson. */
  g_autofree char *when = g_date_time_format (now, _("%-d %B, %H:%M"));

  /* Translators: name of a recorded lesson, from its date and time. */
  return g_strdup_printf (_("Recorded on %s"), when);
}

/**
 * pivot_lesson_recorder_start:
 * @self: a recorder
 *
 * Begins a lesson with the view as it is. Without a dataset nothing begins.
 */
void
pivot_lesson_recorder_start (PivotLessonRecorder *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PIVOT_IS_LESSON_RECORDER (self));

  if (self->lesson != NULL || pivot_session_get_dataset (self->session) == NULL)
    return;

  title = make_title ();
  self->lesson = pivot_lesson_new (title);
  pivot_lesson_set_origin_dataset (self->lesson, pivot_session_get_dataset (self->session));
  self->camera_time = 0;
  record (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LESSON]);
}

/**
 * pivot_lesson_recorder_stop:
 * @self: a recorder
 *
 * Ends the recording.
 *
 * Returns: (transfer full) (nullable): what was recorded
 */
PivotLesson *
pivot_lesson_recorder_stop (PivotLessonRecorder *self)
{
  PivotLesson *lesson;

  g_return_val_if_fail (PIVOT_IS_LESSON_RECORDER (self), NULL);

  if (self->lesson == NULL)
    return NULL;

  pivot_lesson_recorder_flush (self);
  lesson = g_steal_pointer (&self->lesson);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LESSON]);

  return lesson;
}

/**
 * pivot_lesson_recorder_flush:
 * @self: a recorder
 *
 * Writes down at once what has changed in this turn of the main loop.
 */
void
pivot_lesson_recorder_flush (PivotLessonRecorder *self)
{
  g_return_if_fail (PIVOT_IS_LESSON_RECORDER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->lesson != NULL)
    record (self);
}
