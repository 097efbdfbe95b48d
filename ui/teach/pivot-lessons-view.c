/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lessons-view.h"

#include "pivot-present-story.h"

#include <glib/gi18n-lib.h>

struct _PivotLessonsView
{
  GtkWidget       parent_instance;

  PivotClassroom *classroom;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (PivotLessonsView, pivot_lessons_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  PivotLesson *lesson = PIVOT_LESSON (item);
  guint n = pivot_lesson_get_n_steps (lesson);
  g_autofree char *count = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *steps;

  steps = new_label (count, "caption");
  gtk_widget_add_css_class (steps, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (pivot_lesson_get_title (lesson), "title-4"));
  if (n > 0)
    gtk_box_append (GTK_BOX (box), new_label (pivot_lesson_step_get_notes (pivot_lesson_get_step (lesson, 0)), NULL));
  gtk_box_append (GTK_BOX (box), steps);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pivot_lesson_get_title (lesson), -1);

  return row;
}

static void
row_activated_cb (PivotLessonsView *self,
                  GtkListBoxRow    *row)
{
  PivotSession *session = pivot_classroom_get_session (self->classroom);

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_set_page (session, PIVOT_PAGE_STORY);
  pivot_present_story_go (session, (guint) gtk_list_box_row_get_index (row), 0);
  g_object_thaw_notify (G_OBJECT (session));
}

static void
pivot_lessons_view_dispose (GObject *object)
{
  PivotLessonsView *self = PIVOT_LESSONS_VIEW (object);
  GtkWidget *child;

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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_lessons_view_init (PivotLessonsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "page-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lessons"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/**
 * pivot_lessons_view_new:
 * @classroom: holds the lessons
 * @theme: says light or dark
 *
 * Makes the list of lessons.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_lessons_view_new (PivotClassroom *classroom,
                        PivotTheme     *theme)
{
  PivotLessonsView *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PIVOT_TYPE_LESSONS_VIEW, NULL);
  self->classroom = g_object_ref (classroom);
  gtk_list_box_bind_model (self->list, pivot_classroom_get_lessons (classroom), new_row, NULL, NULL);

  return GTK_WIDGET (self);
}
