/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-private.h"

#include "pivot-session-options.h"
#include "pivot-stage-page.h"

typedef struct
{
  const char *name;
  void      (*activate) (PivotStage *self);
} Command;

typedef struct
{
  const char *name;
  gboolean  (*get) (PivotStage *self);
  void      (*set) (PivotStage *self, gboolean on);
} Toggle;

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} Key;

static PivotSession *
get_session (PivotStage *self)
{
  return pivot_presentation_get_session (self->presentation);
}

static void
go_next (PivotStage *self)
{
  pivot_presentation_move (self->presentation, 1);
}

static void
go_previous (PivotStage *self)
{
  pivot_presentation_move (self->presentation, -1);
}

static void
go_first (PivotStage *self)
{
  pivot_presentation_go (self->presentation, 0);
}

static void
go_last (PivotStage *self)
{
  pivot_presentation_go (self->presentation, G_MAXUINT);
}

static void
clear_strokes (PivotStage *self)
{
  pivot_presentation_clear_strokes (self->presentation);
}

static void
next_proof (PivotStage *self)
{
  PivotProof proof = pivot_presentation_get_proof (self->presentation);

  pivot_presentation_set_proof (self->presentation, proof == PIVOT_PROOF_PROJECTOR ? PIVOT_PROOF_NONE : proof + 1);
}

static void
toggle_timer (PivotStage *self)
{
  pivot_stopwatch_toggle (&self->watch, g_get_monotonic_time ());
  _pivot_stage_tick (self);
}

static void
reset_timer (PivotStage *self)
{
  pivot_stopwatch_reset (&self->watch, g_get_monotonic_time ());
  _pivot_stage_tick (self);
}

static const Command commands[] = {
  { "next", go_next },
  { "previous", go_previous },
  { "first", go_first },
  { "last", go_last },
  { "clear", clear_strokes },
  { "proof", next_proof },
  { "timer", toggle_timer },
  { "reset-timer", reset_timer },
  { "end", pivot_stage_end },
};

static gboolean
is_black (PivotStage *self)
{
  return pivot_presentation_get_curtain (self->presentation) == PIVOT_CURTAIN_BLACK;
}

static void
set_black (PivotStage *self,
           gboolean    on)
{
  pivot_presentation_set_curtain (self->presentation, on ? PIVOT_CURTAIN_BLACK : PIVOT_CURTAIN_NONE);
}

static gboolean
is_white (PivotStage *self)
{
  return pivot_presentation_get_curtain (self->presentation) == PIVOT_CURTAIN_WHITE;
}

static void
set_white (PivotStage *self,
           gboolean    on)
{
  pivot_presentation_set_curtain (self->presentation, on ? PIVOT_CURTAIN_WHITE : PIVOT_CURTAIN_NONE);
}

static gboolean
has_pen (PivotStage *self)
{
  return pivot_presentation_get_tool (self->presentation) == PIVOT_TOOL_PEN;
}

static void
set_pen (PivotStage *self,
         gboolean    on)
{
  pivot_presentation_set_tool (self->presentation, on ? PIVOT_TOOL_PEN : PIVOT_TOOL_POINT);
}

static gboolean
has_eraser (PivotStage *self)
{
  return pivot_presentation_get_tool (self->presentation) == PIVOT_TOOL_ERASER;
}

static void
set_eraser (PivotStage *self,
            gboolean    on)
{
  pivot_presentation_set_tool (self->presentation, on ? PIVOT_TOOL_ERASER : PIVOT_TOOL_POINT);
}

static gboolean
has_spotlight (PivotStage *self)
{
  return pivot_presentation_get_spotlight (self->presentation, NULL);
}

static void
set_spotlight (PivotStage *self,
               gboolean    on)
{
  double radius;

  pivot_presentation_get_spotlight (self->presentation, &radius);
  pivot_presentation_set_spotlight (self->presentation, on, radius);
}

static gboolean
has_big_pointer (PivotStage *self)
{
  return pivot_presentation_get_big_pointer (self->presentation);
}

static void
set_big_pointer (PivotStage *self,
                 gboolean    on)
{
  pivot_presentation_set_big_pointer (self->presentation, on);
}

static gboolean
is_frozen (PivotStage *self)
{
  return pivot_presentation_get_frozen (self->presentation);
}

/* Whoever freezes the projector wants to see what is being prepared. */
static void
set_frozen (PivotStage *self,
            gboolean    on)
{
  pivot_presentation_set_frozen (self->presentation, on);
  if (on)
    _pivot_stage_show_presenter (self, TRUE);
}

static gboolean
keeps_strokes (PivotStage *self)
{
  return pivot_presentation_get_keeps_strokes (self->presentation);
}

static void
set_keeps_strokes (PivotStage *self,
                   gboolean    on)
{
  pivot_presentation_set_keeps_strokes (self->presentation, on);
}

static gboolean
is_hatched (PivotStage *self)
{
  return pivot_session_get_flag (get_session (self), PIVOT_OPTION_HATCHING);
}

static void
set_hatched (PivotStage *self,
             gboolean    on)
{
  pivot_session_set_flag (get_session (self), PIVOT_OPTION_HATCHING, on);
}

static const Toggle toggles[] = {
  { "black", is_black, set_black },
  { "white", is_white, set_white },
  { "pen", has_pen, set_pen },
  { "eraser", has_eraser, set_eraser },
  { "spotlight", has_spotlight, set_spotlight },
  { "pointer", has_big_pointer, set_big_pointer },
  { "freeze", is_frozen, set_frozen },
  { "keep", keeps_strokes, set_keeps_strokes },
  { "hatch", is_hatched, set_hatched },
  { "presenter", _pivot_stage_has_presenter, _pivot_stage_show_presenter },
};

/* Keys of the keyboard and of clickers, which send page keys, a full stop or B for black, and F5 and Escape in turn from one button.
 * The first of those has begun the presentation. */
static const Key keys[] = {
  { GDK_KEY_Page_Down, 0, "next" },
  { GDK_KEY_KP_Page_Down, 0, "next" },
  { GDK_KEY_space, 0, "next" },
  { GDK_KEY_Page_Up, 0, "previous" },
  { GDK_KEY_KP_Page_Up, 0, "previous" },
  { GDK_KEY_BackSpace, 0, "previous" },
  { GDK_KEY_space, GDK_SHIFT_MASK, "previous" },
  { GDK_KEY_Home, 0, "first" },
  { GDK_KEY_End, 0, "last" },
  { GDK_KEY_b, 0, "black" },
  { GDK_KEY_period, 0, "black" },
  { GDK_KEY_KP_Decimal, 0, "black" },
  { GDK_KEY_w, 0, "white" },
  { GDK_KEY_comma, 0, "white" },
  { GDK_KEY_s, 0, "spotlight" },
  { GDK_KEY_p, 0, "pointer" },
  { GDK_KEY_d, 0, "pen" },
  { GDK_KEY_x, 0, "eraser" },
  { GDK_KEY_c, 0, "clear" },
  { GDK_KEY_k, 0, "proof" },
  { GDK_KEY_h, 0, "hatch" },
  { GDK_KEY_f, 0, "freeze" },
  { GDK_KEY_n, 0, "presenter" },
  { GDK_KEY_t, 0, "timer" },
  { GDK_KEY_r, 0, "reset-timer" },
  { GDK_KEY_Escape, 0, "end" },
};

/* Those that a map or a list may want for itself while the keyboard is in it. */
static const Key arrows[] = {
  { GDK_KEY_Right, 0, "next" },
  { GDK_KEY_Down, 0, "next" },
  { GDK_KEY_KP_Right, 0, "next" },
  { GDK_KEY_KP_Down, 0, "next" },
  { GDK_KEY_Left, 0, "previous" },
  { GDK_KEY_Up, 0, "previous" },
  { GDK_KEY_KP_Left, 0, "previous" },
  { GDK_KEY_KP_Up, 0, "previous" },
};

static gboolean
try_keys (PivotStage      *self,
          const Key       *table,
          guint            n,
          guint            key,
          GdkModifierType  modifiers)
{
  for (guint i = 0; i < n; i++)
    if (table[i].key == key && table[i].modifiers == modifiers)
      {
        g_action_group_activate_action (G_ACTION_GROUP (self->actions), table[i].action, NULL);
        return TRUE;
      }

  return FALSE;
}

/* A number that is typed, and Enter after it. */
static gboolean
try_jump (PivotStage *self,
          guint       key)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (letter >= '0' && letter <= '9')
    {
      pivot_presentation_type_digit (self->presentation, letter - '0');
      return TRUE;
    }
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || *pivot_presentation_get_typed (self->presentation) == '\0')
    return FALSE;

  pivot_presentation_jump (self->presentation);

  return TRUE;
}

/* Arrows turn pages, unless somebody walks over a map or a list with them: who came there by keys and not by a click. */
static gboolean
is_walking (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_window_get_focus_visible (GTK_WINDOW (window)) && !PIVOT_IS_STAGE_PAGE (focus);
}

static gboolean
key_pressed_cb (PivotStage            *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK);
  g_autoptr(PivotStage) alive = g_object_ref (self);
  guint lower = gdk_keyval_to_lower (key);

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* With Caps Lock or Shift, a letter is the same key. */
  if (key != lower)
    modifiers = 0;
  if (modifiers == 0 && try_jump (self, key))
    return GDK_EVENT_STOP;
  if (try_keys (self, keys, G_N_ELEMENTS (keys), lower, modifiers))
    return GDK_EVENT_STOP;
  if (!is_walking (window) && try_keys (self, arrows, G_N_ELEMENTS (arrows), key, modifiers))
    return GDK_EVENT_STOP;
  /* No window comes up in front of a class: not by F1, and F5 has done its work. */
  if (key == GDK_KEY_F1 || key == GDK_KEY_F5 || key == GDK_KEY_question || key == GDK_KEY_Menu)
    return GDK_EVENT_STOP;

  return GDK_EVENT_PROPAGATE;
}

void
_pivot_stage_add_keys (PivotStage *self,
                       GtkWidget  *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
  gtk_widget_insert_action_group (window, "stage", G_ACTION_GROUP (self->actions));
}

/* Actions */

static void
command_cb (PivotStage    *self,
            GVariant      *parameter,
            GSimpleAction *action)
{
  g_autoptr(PivotStage) alive = g_object_ref (self);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, g_action_get_name (G_ACTION (action))))
      commands[i].activate (self);
}

static void
toggle_cb (PivotStage    *self,
           GVariant      *parameter,
           GSimpleAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (g_str_equal (toggles[i].name, g_action_get_name (G_ACTION (action))))
      toggles[i].set (self, !toggles[i].get (self));
  _pivot_stage_update_actions (self);
}

static void
add_action (PivotStage    *self,
            GSimpleAction *action,
            GCallback      callback)
{
  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_object_unref (action);
}

void
_pivot_stage_add_actions (PivotStage *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    add_action (self, g_simple_action_new (commands[i].name, NULL), G_CALLBACK (command_cb));
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    add_action (self, g_simple_action_new_stateful (toggles[i].name, NULL, g_variant_new_boolean (FALSE)), G_CALLBACK (toggle_cb));
}

/* Buttons show how things stand, whoever changed them. */
void
_pivot_stage_update_actions (PivotStage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), toggles[i].name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (toggles[i].get (self)));
    }
}
