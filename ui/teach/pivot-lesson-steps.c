/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-steps.h"

#include "pivot-list-keys.h"
#include "pivot-step-row.h"

#include <glib/gi18n-lib.h>

struct _PivotLessonSteps
{
  GtkWidget        parent_instance;

  PivotClassroom  *classroom;
  PivotThumbnails *thumbnails;
  PivotLesson     *lesson;    /* that is listed, or NULL */
  gboolean         telling;   /* the list is being told, not asked */
  guint            idle;      /* selects the step at hand once rows are there */

  GtkWidget       *scrolled;
  GtkListBox      *list;
  GtkListBoxRow   *target;    /* over which something is dragged, or NULL */
};

G_DEFINE_FINAL_TYPE (PivotLessonSteps, pivot_lesson_steps, GTK_TYPE_WIDGET)

static void
move (PivotLessonSteps *self,
      guint             from,
      guint             to)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.move-lesson-step", "(uu)", from, to);
}

/* ---- Dragging ---- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       row)
{
  return gdk_content_provider_new_typed (PIVOT_TYPE_STEP_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       row)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 12, 12);
}

/* The row below which, or above which, it would lie. */
static void
mark_target (PivotLessonSteps *self,
             GtkListBoxRow    *row,
             gboolean          below)
{
  if (self->target != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->target), "drop-above");
      gtk_widget_remove_css_class (GTK_WIDGET (self->target), "drop-below");
    }
  self->target = row;
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), below ? "drop-below" : "drop-above");
}

static gboolean
is_below (GtkListBoxRow *row,
          double         y)
{
  graphene_rect_t bounds;
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (row));

  return gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) && y > bounds.origin.y + bounds.size.height / 2;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           gpointer       user_data)
{
  PivotLessonSteps *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  mark_target (self, row, row != NULL && is_below (row, y));

  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (GtkDropTarget *target,
          gpointer       user_data)
{
  mark_target (user_data, NULL, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  PivotLessonSteps *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  GtkListBoxRow *dragged = g_value_get_object (value);
  int from = dragged != NULL ? gtk_list_box_row_get_index (dragged) : -1, to;

  mark_target (self, NULL, FALSE);
  if (row == NULL || from < 0 || gtk_widget_get_parent (GTK_WIDGET (dragged)) != GTK_WIDGET (self->list))
    return FALSE;

  to = gtk_list_box_row_get_index (row) + is_below (row, y);
  move (self, (guint) from, (guint) (to > from ? to - 1 : to));

  return TRUE;
}

/* ---- Rows ---- */

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  PivotLessonSteps *self = user_data;
  GtkWidget *row = pivot_step_row_new (PIVOT_LESSON_STEP (item), pivot_classroom_get_session (self->classroom), self->thumbnails);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));

  return row;
}

static void
number_rows (PivotLessonSteps *self)
{
  GtkListBoxRow *row;
  guint n = self->lesson != NULL ? pivot_lesson_get_n_steps (self->lesson) : 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    pivot_step_row_set_number (PIVOT_STEP_ROW (row), (guint) i + 1, n);
}

static void
update_rows (PivotLessonSteps *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    pivot_step_row_update (PIVOT_STEP_ROW (row));
}

static void
select_at_hand (PivotLessonSteps *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) pivot_classroom_get_position (self->classroom));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  self->telling = TRUE;
  number_rows (self);
  gtk_list_box_select_row (self->list, row);
  self->telling = FALSE;

  /* The row that had the keyboard may be gone, and another stands for its step. */
  if (row != NULL && (has_focus || focus == NULL || focus == GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
select_cb (gpointer user_data)
{
  PivotLessonSteps *self = user_data;

  self->idle = 0;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    select_at_hand (self);

  return G_SOURCE_REMOVE;
}

/* The list hears of another lesson and of moved rows when it does. */
static void
queue_select (PivotLessonSteps *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, select_cb, self, NULL);
}

static void
lesson_cb (PivotLessonSteps *self)
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);

  if (lesson == self->lesson)
    return;

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_set_object (&self->lesson, lesson);
  self->target = NULL;
  self->telling = TRUE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (lesson), lesson != NULL ? new_row : NULL, self, NULL);
  self->telling = FALSE;
  if (lesson != NULL)
    g_signal_connect_object (lesson, "items-changed", G_CALLBACK (queue_select), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  queue_select (self);
}

static void
row_selected_cb (PivotLessonSteps *self,
                 GtkListBoxRow    *row)
{
  if (!self->telling && row != NULL)
    pivot_classroom_take (self->classroom, self->lesson, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (PivotLessonSteps *self,
                  GtkListBoxRow    *row)
{
  pivot_classroom_take (self->classroom, self->lesson, (guint) gtk_list_box_row_get_index (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replay-lesson", NULL);
}

/* ---- Keys ---- */

static gboolean
move_cb (GtkWidget *list,
         GVariant  *by,
         gpointer   user_data)
{
  PivotLessonSteps *self = user_data;
  int from = (int) pivot_classroom_get_position (self->classroom), to = from + g_variant_get_int32 (by);

  if (self->lesson != NULL && to >= 0 && to < (int) pivot_lesson_get_n_steps (self->lesson))
    move (self, (guint) from, (guint) to);

  return TRUE;
}

static void
add_key (PivotLessonSteps   *self,
         GtkEventController *controller,
         guint               key,
         int                 by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_ALT_MASK),
                                            gtk_callback_action_new (move_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (PivotLessonSteps *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (self, controller, GDK_KEY_Up, -1);
  add_key (self, controller, GDK_KEY_Down, 1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("win.remove-lesson-step")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
pivot_lesson_steps_dispose (GObject *object)
{
  PivotLessonSteps *self = PIVOT_LESSON_STEPS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  if (self->scrolled != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->lesson);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->classroom);

  G_OBJECT_CLASS (pivot_lesson_steps_parent_class)->dispose (object);
}

static void
pivot_lesson_steps_class_init (PivotLessonStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_lesson_steps_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_lesson_steps_init (PivotLessonSteps *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PIVOT_TYPE_STEP_ROW, GDK_ACTION_MOVE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  pivot_list_leave_by_tab (self->list);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "page-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "lesson-steps");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  add_keys (self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * pivot_lesson_steps_new:
 * @classroom: what is at hand
 * @theme: says light or dark
 *
 * Makes a list of the steps of the lesson at hand.
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
pivot_lesson_steps_new (PivotClassroom *classroom,
                        PivotTheme     *theme)
{
  PivotLessonSteps *self;
  PivotSession *session;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_STEPS, NULL);
  self->classroom = g_object_ref (classroom);
  session = pivot_classroom_get_session (classroom);
  self->thumbnails = pivot_thumbnails_new (session, theme);
  g_signal_connect_swapped (classroom, "notify::lesson", G_CALLBACK (lesson_cb), self);
  g_signal_connect_swapped (classroom, "notify::position", G_CALLBACK (queue_select), self);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (theme, "notify::dark", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  lesson_cb (self);

  return GTK_WIDGET (self);
}
