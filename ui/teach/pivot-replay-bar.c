/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-replay-bar.h"

#include "pivot-compat.h"
#include "pivot-lesson-fit.h"

#include <glib/gi18n-lib.h>

struct _PivotReplayBar
{
  GtkWidget        parent_instance;

  PivotLessonDesk *desk;       /* not held: its window owns both */
  PivotClassroom  *classroom;

  GtkWidget       *previous;
  GtkWidget       *next;
  GtkLabel        *title;
  GtkLabel        *text;
};

G_DEFINE_FINAL_TYPE (PivotReplayBar, pivot_replay_bar, GTK_TYPE_WIDGET)

/* What does not fit is more urgent than what the class reads. */
static char *
make_text (PivotReplayBar  *self,
           PivotLessonStep *step)
{
  PivotDataset *dataset = pivot_session_get_dataset (pivot_classroom_get_session (self->classroom));
  g_auto(GStrv) said = dataset != NULL ? pivot_lesson_fit_check_step (dataset, step) : NULL;
  char *text;

  text = said != NULL && *said != NULL ? g_strjoinv (" ", said) : g_strdup (pivot_lesson_step_get_text (step));

  return g_strdelimit (text, "\n", ' ');
}

/* There is nothing that way. */
static void
set_end (GtkWidget *button,
         gboolean   end)
{
  if (end)
    gtk_widget_add_css_class (button, "dim-label");
  else
    gtk_widget_remove_css_class (button, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_DISABLED, end, -1);
}

static void
update (PivotReplayBar *self)
{
  PivotLessonStep *step = pivot_classroom_get_step (self->classroom);
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  g_autofree char *title = NULL, *text = NULL;

  if (step == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  /* Translators: which step of a lesson is shown, of how many, and its title. */
  title = g_strdup_printf (_("%1$u of %2$u · %3$s"), pivot_classroom_get_position (self->classroom) + 1,
                           pivot_lesson_get_n_steps (lesson), pivot_lesson_step_get_title (step));
  text = make_text (self, step);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  set_end (self->previous, pivot_classroom_get_position (self->classroom) == 0);
  set_end (self->next, pivot_classroom_get_position (self->classroom) + 1 >= pivot_lesson_get_n_steps (lesson));
  pivot_widget_announce (GTK_WIDGET (self), title);
}

static void
replaying_cb (PivotReplayBar *self)
{
  gboolean replaying = pivot_lesson_desk_get_replaying (self->desk);

  if (replaying && self->classroom == NULL)
    {
      self->classroom = g_object_ref (pivot_lesson_desk_get_classroom (self->desk));
      g_signal_connect_swapped (self->classroom, "notify", G_CALLBACK (update), self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), replaying);
  if (!replaying)
    return;

  update (self);
  gtk_widget_grab_focus (self->next);
}

static GtkWidget *
new_button (const char *icon,
            const char *action,
            const char *label,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkLabel *
new_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_named_action_new (action)));
}

static void
add_keys (PivotReplayBar *self)
{
  GtkEventController *own = gtk_shortcut_controller_new (), *everywhere = gtk_shortcut_controller_new ();

  add_shortcut (own, GDK_KEY_Right, "win.replay-next");
  add_shortcut (own, GDK_KEY_Page_Down, "win.replay-next");
  add_shortcut (own, GDK_KEY_Left, "win.replay-previous");
  add_shortcut (own, GDK_KEY_Page_Up, "win.replay-previous");
  gtk_event_controller_set_propagation_phase (own, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), own);

  add_shortcut (everywhere, GDK_KEY_Escape, "win.replay-end");
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (everywhere), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_widget_add_controller (GTK_WIDGET (self), everywhere);
}

static void
pivot_replay_bar_dispose (GObject *object)
{
  PivotReplayBar *self = PIVOT_REPLAY_BAR (object);
  GtkWidget *child;

  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  g_clear_object (&self->classroom);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pivot_replay_bar_parent_class)->dispose (object);
}

static void
pivot_replay_bar_class_init (PivotReplayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_replay_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "replaybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_replay_bar_init (PivotReplayBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *end = gtk_button_new_with_mnemonic (_("_End Replay"));

  self->previous = new_button ("go-previous-symbolic", "win.replay-previous", _("Previous step"),
                               _("The step before (Alt+Page Up)"));
  self->next = new_button ("go-next-symbolic", "win.replay-next", _("Next step"), _("The next step (Alt+Page Down)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (end), "win.replay-end");
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (end, _("Leave the lesson; what is shown stays (Escape)"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  self->title = new_label (words, "heading");
  self->text = new_label (words, "caption");

  gtk_widget_set_parent (self->previous, widget);
  gtk_widget_set_parent (self->next, widget);
  gtk_widget_set_parent (words, widget);
  gtk_widget_set_parent (end, widget);
  pivot_widget_name_mnemonics (widget);
  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_visible (widget, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Replay"), -1);
  add_keys (self);
}

/**
 * pivot_replay_bar_new:
 * @desk: what is replayed
 *
 * Makes a bar that is there while a lesson is replayed.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
pivot_replay_bar_new (PivotLessonDesk *desk)
{
  PivotReplayBar *self;

  g_return_val_if_fail (PIVOT_IS_LESSON_DESK (desk), NULL);

  self = g_object_new (PIVOT_TYPE_REPLAY_BAR, NULL);
  self->desk = desk;
  g_signal_connect_object (desk, "notify::replaying", G_CALLBACK (replaying_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
