/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lessons-view.h"

#include "pivot-compat.h"
#include "pivot-lesson-pane.h"
#include "pivot-list-keys.h"

#include <glib/gi18n-lib.h>

struct _PivotLessonsView
{
  GtkWidget       parent_instance;

  PivotClassroom *classroom;
  gboolean        telling;   /* the list is being told, not asked */
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (PivotLessonsView, pivot_lessons_view, GTK_TYPE_WIDGET)

static PivotLesson *
get_lesson (PivotLessonsView *self,
            GtkListBoxRow    *row)
{
  g_autoptr(PivotLesson) lesson = g_list_model_get_item (pivot_classroom_get_lessons (self->classroom),
                                                         (guint) gtk_list_box_row_get_index (row));

  /* The list holds it. */
  return lesson;
}

/* ---- Rows ---- */

static GtkWidget *
new_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* An ellipsis is wider than the shortest titles are, which GTK 4.8 warns of. */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
update_row (GtkListBoxRow *row,
            GParamSpec    *unused,
            PivotLesson   *lesson)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *about = gtk_widget_get_next_sibling (title);
  guint n = pivot_lesson_get_n_steps (lesson);
  const char *name = *pivot_lesson_get_title (lesson) != '\0' ? pivot_lesson_get_title (lesson) : _("Untitled Lesson");
  g_autofree char *count = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: how many steps a lesson has, when it has changed since it was saved. */
  g_autofree char *unsaved = g_strdup_printf (_("%s · not saved"), count);
  gboolean modified = pivot_lesson_get_modified (lesson) && g_object_get_data (G_OBJECT (row), "own") != NULL;

  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (about), modified ? unsaved : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, modified ? unsaved : count, -1);
}

static void
lesson_notify_cb (PivotLesson   *lesson,
                  GParamSpec    *unused,
                  GtkListBoxRow *row)
{
  update_row (row, NULL, lesson);
}

static void
lesson_changed_cb (PivotLesson   *lesson,
                   GtkListBoxRow *row)
{
  update_row (row, NULL, lesson);
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  PivotLessonsView *self = user_data;
  PivotLesson *lesson = PIVOT_LESSON (item);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  guint index;

  if (g_list_store_find (G_LIST_STORE (pivot_classroom_get_lessons (self->classroom)), lesson, &index) &&
      index >= pivot_classroom_get_n_supplied (self->classroom))
    g_object_set_data (G_OBJECT (row), "own", row);

  new_label (box, NULL);
  new_label (box, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  update_row (GTK_LIST_BOX_ROW (row), NULL, lesson);
  g_signal_connect_object (lesson, "notify", G_CALLBACK (lesson_notify_cb), row, 0);
  g_signal_connect_object (lesson, "changed", G_CALLBACK (lesson_changed_cb), row, 0);

  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gboolean own = g_object_get_data (G_OBJECT (row), "own") != NULL;
  gboolean own_before = before != NULL && g_object_get_data (G_OBJECT (before), "own") != NULL;
  GtkWidget *label;

  if (before != NULL && own == own_before)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (own ? _("Yours") : _("With the Dataset"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

/* ---- What is at hand ---- */

static void
lesson_cb (PivotLessonsView *self)
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  GListModel *lessons = pivot_classroom_get_lessons (self->classroom);
  guint index;

  self->telling = TRUE;
  if (lesson != NULL && g_list_store_find (G_LIST_STORE (lessons), lesson, &index))
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
  else
    gtk_list_box_unselect_all (self->list);
  self->telling = FALSE;
}

/* There is always one at hand, as long as there are any. */
static void
lessons_cb (PivotLessonsView *self)
{
  GListModel *lessons = pivot_classroom_get_lessons (self->classroom);
  g_autoptr(PivotLesson) first = g_list_model_get_item (lessons, 0);

  if (pivot_classroom_get_lesson (self->classroom) == NULL && first != NULL)
    pivot_classroom_take (self->classroom, first, 0);
  lesson_cb (self);
}

static void
row_selected_cb (PivotLessonsView *self,
                 GtkListBoxRow    *row)
{
  if (!self->telling && row != NULL && get_lesson (self, row) != pivot_classroom_get_lesson (self->classroom))
    pivot_classroom_take (self->classroom, get_lesson (self, row), 0);
}

/* ---- Construction ---- */

static GtkWidget *
new_tool (const char *icon,
          const char *action,
          const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
new_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2), *record = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7), *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "step-tools");
  gtk_box_append (GTK_BOX (box), new_tool ("document-new-symbolic", "win.new-lesson", _("New lesson")));
  gtk_box_append (GTK_BOX (box), new_tool ("document-open-symbolic", "win.open-lesson", _("Open a lesson…")));

  gtk_widget_add_css_class (dot, "record-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), dot);
  gtk_box_append (GTK_BOX (content), gtk_label_new (_("Record")));
  gtk_button_set_child (GTK_BUTTON (record), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (record), "win.record-lesson");
  gtk_widget_set_tooltip_text (record, _("Record what is done as a lesson (Ctrl+Shift+R)"));
  gtk_widget_set_hexpand (record, TRUE);
  gtk_widget_set_halign (record, GTK_ALIGN_END);
  gtk_widget_add_css_class (record, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (record), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Record"), -1);
  gtk_box_append (GTK_BOX (box), record);

  return box;
}

static GtkWidget *
new_side (PivotLessonsView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (side, "side-pane");
  gtk_widget_set_size_request (side, 212, -1);
  gtk_widget_set_hexpand (side, FALSE);
  gtk_box_append (GTK_BOX (side), new_tools ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (side), scrolled);

  return side;
}

static void
pivot_lessons_view_dispose (GObject *object)
{
  PivotLessonsView *self = PIVOT_LESSONS_VIEW (object);
  GtkWidget *child;

  if (self->classroom != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->classroom, self);
      g_signal_handlers_disconnect_by_data (pivot_classroom_get_lessons (self->classroom), self);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->classroom);

  G_OBJECT_CLASS (pivot_lessons_view_parent_class)->dispose (object);
}

static void
pivot_lessons_view_class_init (PivotLessonsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_lessons_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* Elsewhere this key saves a table. */
static void
add_keys (PivotLessonsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("win.save-lesson")));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pivot_lessons_view_init (PivotLessonsView *self)
{
  add_keys (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  pivot_list_leave_by_tab (self->list);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "page-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lessons"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);

  gtk_widget_set_parent (new_side (self), GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL), GTK_WIDGET (self));
}

/**
 * pivot_lessons_view_new:
 * @classroom: holds the lessons
 * @theme: says light or dark
 *
 * Makes the desk where lessons lie.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_lessons_view_new (PivotClassroom *classroom,
                        PivotTheme     *theme)
{
  PivotLessonsView *self;
  GListModel *lessons;
  GtkWidget *pane;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PIVOT_TYPE_LESSONS_VIEW, NULL);
  self->classroom = g_object_ref (classroom);
  lessons = pivot_classroom_get_lessons (classroom);
  gtk_list_box_bind_model (self->list, lessons, new_row, self, NULL);
  pane = pivot_lesson_pane_new (classroom, theme);
  gtk_widget_set_hexpand (pane, TRUE);
  gtk_widget_set_parent (pane, GTK_WIDGET (self));

  g_signal_connect_swapped (classroom, "notify::lesson", G_CALLBACK (lesson_cb), self);
  g_signal_connect_data (lessons, "items-changed", G_CALLBACK (lessons_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  lessons_cb (self);

  return GTK_WIDGET (self);
}
