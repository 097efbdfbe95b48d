/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-history.h"
#include "pivot-session-private.h"

#include <string.h>

#define MAX_STEPS      200
#define CAMERA_SETTLES (1 * G_TIME_SPAN_SECOND)

typedef struct
{
  char *view;
  char *still;  /* the view without its camera */
} Step;

/* The views of a session in the order they were seen. Invariants: no two steps that follow each other are the same, and
 * position is the step that is on screen (0 as long as there is none). */
struct _PivotHistory
{
  GObject       parent_instance;

  PivotSession *session;
  GPtrArray    *steps;          /* of Step */
  guint         position;
  guint         idle;
  gboolean      applying;

  gint64        camera_time;    /* when the step on screen last got its camera, or 0 if that is to be left alone */
  gboolean      walked;         /* the step on screen was reached by going back or forward */

  gboolean      could_back;     /* as last notified */
  gboolean      could_forward;
};

G_DEFINE_FINAL_TYPE (PivotHistory, pivot_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_BACK,
  PROP_CAN_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->view);
  g_free (step->still);
  g_free (step);
}

static Step *
take_step (PivotSession *session)
{
  Step *step = g_new0 (Step, 1);

  step->view = pivot_session_to_json (session);
  step->still = _pivot_session_to_json_without_camera (session);

  return step;
}

static void
update_properties (PivotHistory *self)
{
  gboolean can_back = pivot_history_get_can_back (self);
  gboolean can_forward = pivot_history_get_can_forward (self);

  g_object_freeze_notify (G_OBJECT (self));

  if (self->could_back != can_back)
    {
      self->could_back = can_back;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_BACK]);
    }
  if (self->could_forward != can_forward)
    {
      self->could_forward = can_forward;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_FORWARD]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
is_twin (PivotHistory *self,
         guint         a,
         guint         b)
{
  const Step *first = g_ptr_array_index (self->steps, a);
  const Step *second = g_ptr_array_index (self->steps, b);

  return strcmp (first->view, second->view) == 0;
}

/* Another view for the step on screen. It may have come to be what the step beside it is. */
static void
replace_step (PivotHistory *self,
              Step         *step)
{
  step_free (g_ptr_array_index (self->steps, self->position));
  g_ptr_array_index (self->steps, self->position) = step;

  if (self->position + 1 < self->steps->len && is_twin (self, self->position, self->position + 1))
    g_ptr_array_remove_index (self->steps, self->position + 1);
  if (self->position > 0 && is_twin (self, self->position, self->position - 1))
    g_ptr_array_remove_index (self->steps, --self->position);
}

/* A new step after the one on screen. What lay ahead is gone. */
static void
push_step (PivotHistory *self,
           Step         *step)
{
  if (self->steps->len > 0)
    g_ptr_array_set_size (self->steps, (int) self->position + 1);

  g_ptr_array_add (self->steps, step);
  if (self->steps->len > MAX_STEPS)
    g_ptr_array_remove_index (self->steps, 0);

  self->position = self->steps->len - 1;
}

static void
record (PivotHistory *self)
{
  Step *next, *last;
  gint64 now = g_get_monotonic_time ();
  gboolean camera_only, settling;

  if (pivot_session_get_dataset (self->session) == NULL)
    return;

  next = take_step (self->session);
  last = self->steps->len > 0 ? g_ptr_array_index (self->steps, self->position) : NULL;

  if (last != NULL && strcmp (last->view, next->view) == 0)
    {
      step_free (next);
      return;
    }

  camera_only = last != NULL && strcmp (last->still, next->still) == 0;
  settling = camera_only && self->camera_time != 0 && now - self->camera_time < CAMERA_SETTLES;

  /* Moves of the map that follow each other are one. And a map that settles where a step backward sends it does not
   * cut off what lies ahead. */
  if (settling)
    {
      replace_step (self, next);
    }
  else
    {
      push_step (self, next);
      self->walked = FALSE;
    }

  /* Only time since the walk counts, or one could pan for ever without a step. */
  if (!(settling && self->walked))
    self->camera_time = camera_only ? now : 0;

  update_properties (self);
}

static gboolean
idle_cb (gpointer data)
{
  PivotHistory *self = data;

  self->idle = 0;
  /* Its end wakes us again. */
  if (!pivot_session_get_changing (self->session))
    record (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (PivotHistory *self)
{
  /* Before anything is drawn: one turn of the main loop is one step. */
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, idle_cb, self, NULL);
}

static void
forget (PivotHistory *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->steps, 0);
  self->position = 0;
  self->camera_time = 0;
  self->walked = FALSE;
}

static void
session_notify_cb (PivotHistory *self,
                   GParamSpec   *pspec)
{
  if (self->applying || g_str_equal (pspec->name, "hovered") || g_str_equal (pspec->name, "hovered-class"))
    return;

  schedule (self);
  /* What ends a change that went on, as Enter ends typing, is a step of its own, also within the same turn. */
  if (g_str_equal (pspec->name, "changing") && !pivot_session_get_changing (self->session))
    pivot_history_flush (self);
}

/* Goes to the next step in a direction that can still be shown; those that cannot are dropped. */
static void
walk (PivotHistory *self,
      int           direction)
{
  pivot_history_flush (self);
  /* A change that still goes on, as the last move of a slider until it rests, is a step by now. */
  if (pivot_session_get_changing (self->session))
    record (self);

  while (direction < 0 ? self->position > 0 : self->position + 1 < self->steps->len)
    {
      guint target = self->position + direction;
      Step *step = g_ptr_array_index (self->steps, target);
      gboolean shown;

      self->applying = TRUE;
      shown = pivot_session_apply_json (self->session, step->view, FALSE, NULL);
      self->applying = FALSE;

      if (shown)
        {
          self->position = target;
          self->camera_time = g_get_monotonic_time ();
          self->walked = TRUE;
          break;
        }

      g_ptr_array_remove_index (self->steps, target);
      if (direction < 0)
        self->position--;
    }

  update_properties (self);
}

/* Views tell the difference from their dataset's default view, so they mean nothing with another one. What is applied
 * in the same turn of the main loop, a view that is restored, belongs to the beginning. */
static void
dataset_changed_cb (PivotHistory *self)
{
  forget (self);
  schedule (self);
  update_properties (self);
}

static void
pivot_history_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PivotHistory *self = PIVOT_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_BACK:
      g_value_set_boolean (value, pivot_history_get_can_back (self));
      break;
    case PROP_CAN_FORWARD:
      g_value_set_boolean (value, pivot_history_get_can_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_history_dispose (GObject *object)
{
  PivotHistory *self = PIVOT_HISTORY (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_history_parent_class)->dispose (object);
}

static void
pivot_history_finalize (GObject *object)
{
  PivotHistory *self = PIVOT_HISTORY (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (pivot_history_parent_class)->finalize (object);
}

static void
pivot_history_class_init (PivotHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_history_dispose;
  object_class->finalize = pivot_history_finalize;
  object_class->get_property = pivot_history_get_property;

  properties[PROP_CAN_BACK] =
    g_param_spec_boolean ("can-back", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_FORWARD] =
    g_param_spec_boolean ("can-forward", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_history_init (PivotHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

/**
 * pivot_history_new:
 * @session: a session
 *
 * Remembers the views of a session from now on, up to 200.
 *
 * Changes within one turn of the main loop are one step, and so are moves of the map that follow each other within a
 * second, and what happens between pivot_session_begin_change() and pivot_session_end_change(), whose end ends the step.
 * Hovering is none. With another dataset the history begins anew.
 *
 * Returns: (transfer full): the history
 */
PivotHistory *
pivot_history_new (PivotSession *session)
{
  PivotHistory *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_HISTORY, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_changed_cb), self);
  g_signal_connect_data (session, "notify", G_CALLBACK (session_notify_cb), self, NULL, G_CONNECT_SWAPPED);
  record (self);

  return self;
}

/**
 * pivot_history_back:
 * @self: a history
 *
 * Shows the view before this one. Does nothing if there is none.
 */
void
pivot_history_back (PivotHistory *self)
{
  g_return_if_fail (PIVOT_IS_HISTORY (self));

  walk (self, -1);
}

/**
 * pivot_history_forward:
 * @self: a history
 *
 * Shows the view that was left by going back. Does nothing if there is none.
 */
void
pivot_history_forward (PivotHistory *self)
{
  g_return_if_fail (PIVOT_IS_HISTORY (self));

  walk (self, 1);
}

/**
 * pivot_history_flush:
 * @self: a history
 *
 * Makes what has changed in this turn of the main loop a step now.
 */
void
pivot_history_flush (PivotHistory *self)
{
  g_return_if_fail (PIVOT_IS_HISTORY (self));

  if (self->idle == 0)
    return;

  g_clear_handle_id (&self->idle, g_source_remove);
  record (self);
}

/**
 * pivot_history_clear:
 * @self: a history
 *
 * Forgets all steps but what is shown.
 */
void
pivot_history_clear (PivotHistory *self)
{
  g_return_if_fail (PIVOT_IS_HISTORY (self));

  forget (self);
  record (self);
  update_properties (self);
}

/**
 * pivot_history_get_can_back:
 * @self: a history
 *
 * Gets whether there is a view before this one.
 *
 * Returns: `TRUE` if there is
 */
gboolean
pivot_history_get_can_back (PivotHistory *self)
{
  g_return_val_if_fail (PIVOT_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

/**
 * pivot_history_get_can_forward:
 * @self: a history
 *
 * Gets whether there is a view that was left by going back.
 *
 * Returns: `TRUE` if there is
 */
gboolean
pivot_history_get_can_forward (PivotHistory *self)
{
  g_return_val_if_fail (PIVOT_IS_HISTORY (self), FALSE);

  return self->position + 1 < self->steps->len;
}
