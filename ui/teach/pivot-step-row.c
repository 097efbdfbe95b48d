/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-step-row.h"

#include "pivot-lesson-fit.h"
#include "pivot-lesson-words.h"

#include <glib/gi18n-lib.h>

struct _PivotStepRow
{
  GtkListBoxRow    parent_instance;

  PivotLessonStep *step;
  PivotSession    *session;
  PivotThumbnails *thumbnails;
  guint            number;     /* from 1 */
  guint            n_steps;

  GtkWidget       *picture;
  GtkLabel        *title;
  GtkLabel        *words;
  GtkWidget       *mark;
};

G_DEFINE_FINAL_TYPE (PivotStepRow, pivot_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_title (PivotStepRow *self)
{
  const char *title = pivot_lesson_step_get_title (self->step);
  const char *shown = *title != '\0' ? title : gtk_label_get_text (self->words);
  /* Translators: number of a step, and its title. */
  g_autofree char *text = g_strdup_printf (_("%1$u. %2$s"), self->number, shown);
  /* Translators: which step of a lesson, of how many; then its title. */
  g_autofree char *spoken = g_strdup_printf (_("Step %1$u of %2$u: %3$s"), self->number, self->n_steps, shown);

  gtk_label_set_text (self->title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->words), -1);
}

static void
update_view (PivotStepRow *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char *view = pivot_lesson_step_get_view (self->step);
  g_autofree char *words = dataset != NULL ? pivot_lesson_words_for_view (dataset, view) : NULL;
  g_auto(GStrv) said = dataset != NULL ? pivot_lesson_fit_check_step (dataset, self->step) : NULL;
  g_autofree char *sentences = said != NULL ? g_strjoinv ("\n", said) : g_strdup ("");

  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (self->mark, *sentences != '\0');
  gtk_widget_set_tooltip_text (self->mark, sentences);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, sentences, -1);
  pivot_thumbnails_show (self->thumbnails, self->picture, view);
  update_title (self);
}

static void
pivot_step_row_dispose (GObject *object)
{
  PivotStepRow *self = PIVOT_STEP_ROW (object);

  if (self->step != NULL)
    g_signal_handlers_disconnect_by_data (self->step, self);
  g_clear_object (&self->step);
  g_clear_object (&self->session);
  g_clear_object (&self->thumbnails);

  G_OBJECT_CLASS (pivot_step_row_parent_class)->dispose (object);
}

static void
pivot_step_row_class_init (PivotStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_step_row_dispose;
}

static GtkLabel *
new_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* An ellipsis is wider than the shortest titles are, which GTK 4.8 warns of. */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
pivot_step_row_init (PivotStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *frame = gtk_center_box_new ();

  /* In a row of tall words it is no larger than it was made. */
  self->picture = pivot_thumbnails_new_place ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (frame), GTK_ORIENTATION_VERTICAL);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (frame), self->picture);
  gtk_box_append (GTK_BOX (box), frame);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  self->title = new_label (words);
  self->words = new_label (words);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (box), words);

  self->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * pivot_step_row_new:
 * @step: a step
 * @session: whose dataset it is shown with
 * @thumbnails: draws its picture
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
pivot_step_row_new (PivotLessonStep *step,
                    PivotSession    *session,
                    PivotThumbnails *thumbnails)
{
  PivotStepRow *self;

  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (step), NULL);

  self = g_object_new (PIVOT_TYPE_STEP_ROW, NULL);
  self->step = g_object_ref (step);
  self->session = g_object_ref (session);
  self->thumbnails = g_object_ref (thumbnails);
  g_signal_connect_swapped (step, "notify::title", G_CALLBACK (update_title), self);
  g_signal_connect_swapped (step, "notify::view", G_CALLBACK (update_view), self);
  update_view (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_step_row_get_step:
 * @self: a row
 *
 * Returns: (transfer none): its step
 */
PivotLessonStep *
pivot_step_row_get_step (PivotStepRow *self)
{
  g_return_val_if_fail (PIVOT_IS_STEP_ROW (self), NULL);

  return self->step;
}

/**
 * pivot_step_row_set_number:
 * @self: a row
 * @number: which step it is, from 1
 * @n: of how many
 */
void
pivot_step_row_set_number (PivotStepRow *self,
                           guint         number,
                           guint         n)
{
  g_return_if_fail (PIVOT_IS_STEP_ROW (self));

  if (self->number == number && self->n_steps == n)
    return;

  self->number = number;
  self->n_steps = n;
  update_title (self);
}

/**
 * pivot_step_row_update:
 * @self: a row
 *
 * Shows the step again, over another dataset or in other colours.
 */
void
pivot_step_row_update (PivotStepRow *self)
{
  g_return_if_fail (PIVOT_IS_STEP_ROW (self));

  update_view (self);
}
