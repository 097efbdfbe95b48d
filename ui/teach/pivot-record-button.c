/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-record-button.h"

#include <glib/gi18n-lib.h>

struct _PivotRecordButton
{
  GtkWidget            parent_instance;

  PivotLessonRecorder *recorder;
  PivotLesson         *lesson;    /* that is watched, or NULL */
  GtkWidget           *button;
  GtkLabel            *label;
};

G_DEFINE_FINAL_TYPE (PivotRecordButton, pivot_record_button, GTK_TYPE_WIDGET)

static void
update (PivotRecordButton *self)
{
  guint n = pivot_lesson_get_n_steps (self->lesson);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  /* Translators: what the program is doing, and how many steps it has by now: “5 steps”. */
  g_autofree char *text = g_strdup_printf (_("Recording · %s"), steps);

  /* Translators: the same in short: how many steps are recorded. The number comes last: what is cut off in a narrow window is
   * the beginning. */
  g_autofree char *brief = g_strdup_printf (_("Recording · %u"), n);

  gtk_label_set_text (self->label, brief);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Stops the recording"), -1);
}

static void
recording_cb (PivotRecordButton *self)
{
  PivotLesson *lesson = pivot_lesson_recorder_get_lesson (self->recorder);

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_set_object (&self->lesson, lesson);
  gtk_widget_set_visible (GTK_WIDGET (self), lesson != NULL);
  if (lesson == NULL)
    return;

  g_signal_connect_swapped (lesson, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
pivot_record_button_dispose (GObject *object)
{
  PivotRecordButton *self = PIVOT_RECORD_BUTTON (object);

  if (self->lesson != NULL)
    g_signal_handlers_disconnect_by_data (self->lesson, self);
  g_clear_object (&self->lesson);
  g_clear_object (&self->recorder);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_record_button_parent_class)->dispose (object);
}

static void
pivot_record_button_class_init (PivotRecordButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_record_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_record_button_init (PivotRecordButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7), *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "record-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  /* In a narrow window the number of steps is what stays. */
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_START);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "record-button");
  gtk_widget_set_tooltip_text (self->button, _("Stop recording (Ctrl+Shift+R)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.stop-recording");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pivot_record_button_new:
 * @recorder: what records
 *
 * Makes a button that is there while something is recorded.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pivot_record_button_new (PivotLessonRecorder *recorder)
{
  PivotRecordButton *self;

  g_return_val_if_fail (PIVOT_IS_LESSON_RECORDER (recorder), NULL);

  self = g_object_new (PIVOT_TYPE_RECORD_BUTTON, NULL);
  self->recorder = g_object_ref (recorder);
  g_signal_connect_object (recorder, "notify::lesson", G_CALLBACK (recording_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
