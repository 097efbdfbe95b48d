/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-view.h"

#include "pivot-compat.h"
#include "pivot-quiz-map.h"
#include "pivot-quiz-result.h"
#include "pivot-quiz-setup.h"
#include "pivot-quiz-text.h"
#include "pivot-receipt-popover.h"

#include <glib/gi18n-lib.h>

struct _PivotQuizView
{
  GtkWidget            parent_instance;

  PivotQuizRound      *round;
  PivotTheme          *theme;
  PivotQuizQuestion   *question;       /* that is shown, or NULL */
  gboolean             answered;       /* what is shown of it */

  GtkStack            *stack;
  PivotQuizSetup      *setup;
  PivotQuizResult     *result;
  PivotQuizMap        *map;
  GtkLabel            *progress_label;
  GtkProgressBar      *progress_bar;
  GtkLabel            *question_label;
  GtkBox              *map_box;
  GtkBox              *choices_box;
  GtkLabel            *verdict_label;
  GtkBox              *receipts_box;
  GtkWidget           *pass_button;
  GtkWidget           *next_button;
};

G_DEFINE_FINAL_TYPE (PivotQuizView, pivot_quiz_view, GTK_TYPE_WIDGET)

static PivotDataset *
get_dataset (PivotQuizView *self)
{
  return pivot_session_get_dataset (pivot_quiz_round_get_session (self->round));
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* From the round to what is shown */

static void
choose (PivotQuizView *self,
        guint          index)
{
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (self->question, &n);

  if (index < n)
    pivot_quiz_round_answer (self->round, (int) choices[index]);
}

static void
choice_cb (GtkButton     *button,
           PivotQuizView *self)
{
  GtkWidget *sibling = GTK_WIDGET (button);
  guint index = 0;

  while ((sibling = gtk_widget_get_prev_sibling (sibling)) != NULL)
    index++;
  choose (self, index);
}

static void
show_choices (PivotQuizView *self)
{
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (self->question, &n);

  remove_children (self->choices_box);
  gtk_widget_set_visible (GTK_WIDGET (self->choices_box), n > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = pivot_quiz_text_place (get_dataset (self), choices[i], pivot_quiz_round_get_names (self->round));
      /* Translators: number of an answer to choose from, which is its key; the answer. */
      g_autofree char *label = g_strdup_printf (C_("choice", "%1$u  %2$s"), i + 1, name);
      GtkWidget *button = gtk_button_new_with_label (label), *text = gtk_button_get_child (GTK_BUTTON (button));

      /* Four long names have to fit beside each other. */
      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (button, "quiz-choice");
      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);
      gtk_box_append (self->choices_box, button);
    }
}

static void
show_receipts (PivotQuizView *self)
{
  PivotMeasure *measure = pivot_quiz_question_get_measure (self->question);
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (self->question, &n);

  remove_children (self->receipts_box);
  for (guint i = 0; i < n && measure != NULL && self->answered; i++)
    {
      g_autofree char *name = pivot_quiz_text_place (get_dataset (self), choices[i], pivot_quiz_round_get_names (self->round));
      /* Translators: of a place: opens where its number comes from. */
      g_autofree char *label = g_strdup_printf (_("Source: %s"), name);
      g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_measure (get_dataset (self), measure, choices[i], NULL);
      GtkWidget *button = gtk_menu_button_new (), *popover = pivot_receipt_popover_new ();

      pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (popover), receipt);
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
      gtk_box_append (self->receipts_box, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->receipts_box), gtk_widget_get_first_child (GTK_WIDGET (self->receipts_box)) != NULL);
}

static void
show_verdict (PivotQuizView *self,
              int            answer)
{
  gboolean accepted = pivot_quiz_question_accepts (self->question, answer);
  g_autofree char *text = NULL;

  if (self->answered)
    text = pivot_quiz_text_judge (get_dataset (self), self->question, answer, pivot_quiz_round_get_names (self->round));
  gtk_label_set_text (self->verdict_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_label), text != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_label), accepted ? "quiz-wrong" : "quiz-right");
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_label), accepted ? "quiz-right" : "quiz-wrong");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, !self->answered);

  gtk_widget_set_visible (self->pass_button, !self->answered);
  gtk_widget_set_visible (self->next_button, self->answered);
  show_receipts (self);
  if (text != NULL)
    pivot_widget_announce (GTK_WIDGET (self), text);
}

static void
show_progress (PivotQuizView *self)
{
  guint n = pivot_quiz_get_n_questions (pivot_quiz_round_get_quiz (self->round));
  guint at = pivot_quiz_round_get_position (self->round);
  /* Translators: number of a question, how many there are, how many were answered rightly so far. */
  g_autofree char *text = g_strdup_printf (_("Question %1$u of %2$u · %3$u right"), at + 1, n,
                                           pivot_quiz_round_count_right (self->round, PIVOT_N_QUIZ_KINDS));

  gtk_label_set_text (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (at + (self->answered ? 1.0 : 0.0)) / n);
}

/* The keyboard goes where the answer is given, or on. */
static void
take_focus (PivotQuizView *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->choices_box));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->answered)
    gtk_widget_grab_focus (self->next_button);
  else
    gtk_widget_grab_focus (first != NULL ? first : GTK_WIDGET (self->map));
}

static void
show_question (PivotQuizView *self)
{
  PivotQuizQuestion *question = pivot_quiz_round_get_question (self->round);
  gboolean is_new = g_set_object (&self->question, question);
  int answer;
  gboolean answered = pivot_quiz_round_get_answer (self->round, pivot_quiz_round_get_position (self->round), &answer);
  g_autofree char *text = pivot_quiz_text_ask (get_dataset (self), question, pivot_quiz_round_get_names (self->round));

  if (!is_new && answered == self->answered && g_str_equal (gtk_label_get_text (self->question_label), text))
    return;

  self->answered = answered;
  gtk_label_set_text (self->question_label, text);
  show_choices (self);
  show_progress (self);
  show_verdict (self, answer);
  pivot_quiz_map_update (self->map);
  take_focus (self);
}

static void
update (PivotQuizView *self)
{
  if (pivot_quiz_round_get_quiz (self->round) == NULL)
    {
      g_clear_object (&self->question);
      pivot_quiz_setup_update (self->setup);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->setup));
    }
  else if (pivot_quiz_round_get_question (self->round) == NULL)
    {
      gboolean had_question = self->question != NULL;

      g_clear_object (&self->question);
      pivot_quiz_result_update (self->result);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->result));
      if (had_question)
        gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "question");
      show_question (self);
    }
}

static void
update_style (PivotQuizView *self)
{
  PivotStyle style;

  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &style);
  pivot_quiz_map_set_style (self->map, &style);
}

/* What is done */

static void
chosen_cb (PivotQuizView *self,
           guint          place)
{
  guint n;
  const guint *choices;

  if (self->question == NULL || self->answered)
    return;

  choices = pivot_quiz_question_get_choices (self->question, &n);
  if (n == 0)
    pivot_quiz_round_answer (self->round, (int) place);
  else if (pivot_quiz_question_get_kind (self->question) == PIVOT_QUIZ_HIGHER)
    for (guint i = 0; i < n; i++)
      if (choices[i] == place)
        choose (self, i);
}

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  pivot_quiz_round_next (PIVOT_QUIZ_VIEW (widget)->round);
}

static void
pass (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  pivot_quiz_round_answer (PIVOT_QUIZ_VIEW (widget)->round, -1);
}

static void
stop (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  pivot_quiz_round_leave (PIVOT_QUIZ_VIEW (widget)->round);
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PivotQuizView *self = PIVOT_QUIZ_VIEW (widget);

  if (self->question == NULL || self->answered)
    return FALSE;

  choose (self, g_variant_get_uint32 (arguments));

  return TRUE;
}

static void
add_digits (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, 0, digit_cb, "u", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + i, 0, digit_cb, "u", i);
    }
}

static void
pivot_quiz_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pivot_quiz_view_parent_class)->css_changed (widget, change);

  if (PIVOT_QUIZ_VIEW (widget)->map != NULL)
    update_style (PIVOT_QUIZ_VIEW (widget));
}

static void
pivot_quiz_view_dispose (GObject *object)
{
  PivotQuizView *self = PIVOT_QUIZ_VIEW (object);
  GtkWidget *child;

  if (self->round != NULL)
    g_signal_handlers_disconnect_by_data (self->round, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  self->map = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_QUIZ_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->question);
  g_clear_object (&self->round);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_quiz_view_parent_class)->dispose (object);
}

static void
pivot_quiz_view_class_init (PivotQuizViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_quiz_view_dispose;
  widget_class->css_changed = pivot_quiz_view_css_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-quiz-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, question_label);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, map_box);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, choices_box);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, receipts_box);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, pass_button);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizView, next_button);
  gtk_widget_class_install_action (widget_class, "quiz.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "quiz.pass", NULL, pass);
  gtk_widget_class_install_action (widget_class, "quiz.stop", NULL, stop);
  add_digits (widget_class);
}

static void
pivot_quiz_view_init (PivotQuizView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
}

static void
add_parts (PivotQuizView *self)
{
  self->setup = PIVOT_QUIZ_SETUP (pivot_quiz_setup_new (self->round));
  self->result = PIVOT_QUIZ_RESULT (pivot_quiz_result_new (self->round));
  self->map = PIVOT_QUIZ_MAP (pivot_quiz_map_new (self->round));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->setup));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->result));
  gtk_widget_set_hexpand (GTK_WIDGET (self->map), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->map), TRUE);
  gtk_box_append (self->map_box, GTK_WIDGET (self->map));
  g_signal_connect_swapped (self->map, "chosen", G_CALLBACK (chosen_cb), self);
}

/**
 * pivot_quiz_view_new:
 * @classroom: whose session the quiz stands in
 * @theme: says light or dark
 *
 * Makes the activity.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_quiz_view_new (PivotClassroom *classroom,
                     PivotTheme     *theme)
{
  PivotQuizView *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_VIEW, NULL);
  self->round = pivot_quiz_round_new (pivot_classroom_get_session (classroom));
  self->theme = g_object_ref (theme);
  add_parts (self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  g_signal_connect_swapped (self->round, "changed", G_CALLBACK (update), self);
  update_style (self);
  update (self);

  return GTK_WIDGET (self);
}
