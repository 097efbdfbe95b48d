/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-pane.h"

#include "pivot-compat.h"
#include "pivot-lesson-fit.h"
#include "pivot-lesson-steps.h"
#include "pivot-step-editor.h"

#include <glib/gi18n-lib.h>

struct _PivotLessonPane
{
  GtkWidget        parent_instance;

  PivotClassroom  *classroom;
  PivotLesson     *lesson;      /* that is shown, or NULL */
  GBinding        *binding;     /* of its title, or NULL */

  GtkEditable     *title;
  GtkWidget       *save_button;
  GtkWidget       *notice;
  GtkLabel        *notice_label;
  GtkWidget       *copy_button;
  GtkBox          *steps_box;
  GtkWidget       *tools;
  GtkWidget       *steps;
  GtkWidget       *empty_label;
  PivotStepEditor *editor;
};

G_DEFINE_FINAL_TYPE (PivotLessonPane, pivot_lesson_pane, GTK_TYPE_WIDGET)

static gboolean
is_supplied (PivotLessonPane *self)
{
  GListModel *lessons = pivot_classroom_get_lessons (self->classroom);
  guint index;

  return g_list_store_find (G_LIST_STORE (lessons), self->lesson, &index) &&
         index < pivot_classroom_get_n_supplied (self->classroom);
}

static void
update_notice (PivotLessonPane *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (pivot_classroom_get_session (self->classroom));
  gboolean supplied = self->lesson != NULL && is_supplied (self);
  g_autofree char *said = NULL;

  if (self->lesson != NULL && dataset != NULL && !supplied)
    said = pivot_lesson_fit_check_lesson (dataset, self->lesson);
  gtk_label_set_text (self->notice_label, supplied ? _("This lesson comes with the dataset. A copy of it can be changed.") : said);
  gtk_widget_set_visible (self->notice, supplied || said != NULL);
  gtk_widget_set_visible (self->copy_button, supplied);
  if (said != NULL)
    gtk_widget_add_css_class (self->notice, "warning");
  else
    gtk_widget_remove_css_class (self->notice, "warning");
}

static void
update_step (PivotLessonPane *self)
{
  PivotLessonStep *step = pivot_classroom_get_step (self->classroom);

  gtk_widget_set_visible (self->steps, step != NULL);
  gtk_widget_set_visible (self->empty_label, step == NULL && self->lesson != NULL);
  pivot_step_editor_set_step (self->editor, step, self->lesson != NULL && !is_supplied (self));
}

static void
unbind (PivotLessonPane *self)
{
  if (self->binding != NULL)
    g_binding_unbind (self->binding);
  g_clear_object (&self->binding);
  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
}

static void
lesson_cb (PivotLessonPane *self)
{
  PivotLesson *lesson = pivot_classroom_get_lesson (self->classroom);
  gboolean own;

  if (lesson == self->lesson)
    return;

  unbind (self);
  g_set_object (&self->lesson, lesson);
  if (lesson != NULL)
    {
      self->binding = g_object_ref (g_object_bind_property (lesson, "title", self->title, "text",
                                                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
      g_signal_connect_object (lesson, "items-changed", G_CALLBACK (update_step), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (lesson, "items-changed", G_CALLBACK (update_notice), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }

  own = lesson != NULL && !is_supplied (self);
  gtk_editable_set_editable (self->title, own);
  gtk_widget_set_visible (self->tools, own);
  gtk_widget_set_visible (self->save_button, own);
  update_notice (self);
  update_step (self);
}

static void
pivot_lesson_pane_dispose (GObject *object)
{
  PivotLessonPane *self = PIVOT_LESSON_PANE (object);
  GtkWidget *child;

  unbind (self);
  if (self->classroom != NULL)
    g_signal_handlers_disconnect_by_data (self->classroom, self);
  g_clear_object (&self->lesson);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_LESSON_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->classroom);

  G_OBJECT_CLASS (pivot_lesson_pane_parent_class)->dispose (object);
}

static void
pivot_lesson_pane_class_init (PivotLessonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_lesson_pane_dispose;

  g_type_ensure (PIVOT_TYPE_STEP_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-lesson-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, title);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, save_button);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, notice);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, notice_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, steps_box);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, tools);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLessonPane, editor);
}

static void
pivot_lesson_pane_init (PivotLessonPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
}

/**
 * pivot_lesson_pane_new:
 * @classroom: what is at hand
 * @theme: says light or dark
 *
 * Returns: (transfer floating): a pane
 */
GtkWidget *
pivot_lesson_pane_new (PivotClassroom *classroom,
                       PivotTheme     *theme)
{
  PivotLessonPane *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_LESSON_PANE, NULL);
  self->classroom = g_object_ref (classroom);
  self->steps = pivot_lesson_steps_new (classroom, theme);
  gtk_widget_set_vexpand (self->steps, TRUE);
  gtk_box_append (self->steps_box, self->steps);
  g_signal_connect_swapped (classroom, "notify::lesson", G_CALLBACK (lesson_cb), self);
  g_signal_connect_swapped (classroom, "notify::position", G_CALLBACK (update_step), self);
  g_signal_connect_object (pivot_classroom_get_session (classroom), "notify::dataset", G_CALLBACK (update_notice), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  lesson_cb (self);
  update_step (self);
  update_notice (self);

  return GTK_WIDGET (self);
}
