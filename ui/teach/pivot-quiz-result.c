/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-result.h"

#include "pivot-compat.h"
#include "pivot-quiz-text.h"

#include <glib/gi18n-lib.h>

struct _PivotQuizResult
{
  GtkWidget       parent_instance;

  PivotQuizRound *round;

  GtkLabel       *score_label;
  GtkLabel       *seed_label;
  GtkBox         *kinds_box;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (PivotQuizResult, pivot_quiz_result, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What was answered; and what would have been right, if that is another. */
static char *
describe_answer (PivotQuizResult   *self,
                 PivotQuizQuestion *question,
                 int                answer)
{
  PivotDataset *dataset = pivot_session_get_dataset (pivot_quiz_round_get_session (self->round));
  PivotQuizNames names = pivot_quiz_round_get_names (self->round);
  g_autofree char *right = pivot_quiz_text_right (dataset, question, names);
  g_autofree char *given = answer >= 0 ? pivot_quiz_text_place (dataset, (guint) answer, names) : NULL;

  if (pivot_quiz_question_accepts (question, answer))
    return g_steal_pointer (&given);
  if (given == NULL)
    /* Translators: the right answer to a question that was passed over. */
    return g_strdup_printf (_("Not answered. Right: %s"), right);

  /* Translators: a wrong answer, then the right one. */
  return g_strdup_printf (_("%1$s. Right: %2$s"), given, right);
}

static GtkWidget *
new_row (PivotQuizResult *self,
         guint            position)
{
  PivotDataset *dataset = pivot_session_get_dataset (pivot_quiz_round_get_session (self->round));
  PivotQuizQuestion *question = pivot_quiz_get_question (pivot_quiz_round_get_quiz (self->round), position);
  g_autofree char *asked = pivot_quiz_text_ask (dataset, question, pivot_quiz_round_get_names (self->round));
  g_autofree char *answer_text = NULL, *spoken = NULL;
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *mark;
  gboolean accepted;
  int answer;

  pivot_quiz_round_get_answer (self->round, position, &answer);
  accepted = pivot_quiz_question_accepts (question, answer);
  answer_text = describe_answer (self, question, answer);

  mark = gtk_label_new (accepted ? "✓" : "✗");
  gtk_widget_add_css_class (mark, accepted ? "quiz-right" : "quiz-wrong");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (texts), new_label (asked, NULL));
  gtk_box_append (GTK_BOX (texts), new_label (answer_text, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);

  /* Translators: "right" or "wrong", the question, the answer. */
  spoken = g_strdup_printf (C_("quiz result", "%1$s: %2$s %3$s"), accepted ? _("right") : _("wrong"), asked, answer_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
update_kinds (PivotQuizResult *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box))) != NULL)
    gtk_box_remove (self->kinds_box, child);

  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    {
      guint n = pivot_quiz_round_count_asked (self->round, i);
      g_autofree char *text = NULL;

      if (n == 0)
        continue;
      /* Translators: kind of question, how many were right, how many there were. */
      text = g_strdup_printf (_("%1$s: %2$u of %3$u"), pivot_quiz_text_kind (i), pivot_quiz_round_count_right (self->round, i), n);
      child = new_label (text, "coverage-badge");
      gtk_box_append (self->kinds_box, child);
    }
}

static void
update_list (PivotQuizResult *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < pivot_quiz_get_n_questions (pivot_quiz_round_get_quiz (self->round)); i++)
    gtk_list_box_append (self->list, new_row (self, i));
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  g_autofree char *sheet = pivot_quiz_text_sheet (PIVOT_QUIZ_RESULT (widget)->round);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), sheet);
}

static void
again (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PivotQuizRound *round = PIVOT_QUIZ_RESULT (widget)->round;

  pivot_quiz_round_begin (round, pivot_quiz_round_get_seed (round));
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  pivot_quiz_round_leave (PIVOT_QUIZ_RESULT (widget)->round);
}

static void
pivot_quiz_result_dispose (GObject *object)
{
  PivotQuizResult *self = PIVOT_QUIZ_RESULT (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_QUIZ_RESULT);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (pivot_quiz_result_parent_class)->dispose (object);
}

static void
pivot_quiz_result_class_init (PivotQuizResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_quiz_result_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-quiz-result.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotQuizResult, score_label);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizResult, seed_label);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizResult, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizResult, list);
  gtk_widget_class_install_action (widget_class, "quiz.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "quiz.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "quiz.leave", NULL, leave);
}

static void
pivot_quiz_result_init (PivotQuizResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
}

/**
 * pivot_quiz_result_new:
 * @round: what was asked and answered
 *
 * Makes the page that a quiz ends with.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
pivot_quiz_result_new (PivotQuizRound *round)
{
  PivotQuizResult *self;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (round), NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_RESULT, NULL);
  self->round = g_object_ref (round);

  return GTK_WIDGET (self);
}

/**
 * pivot_quiz_result_update:
 * @self: a widget
 *
 * Shows the result of the round, which has ended.
 */
void
pivot_quiz_result_update (PivotQuizResult *self)
{
  g_autofree char *score = NULL, *number = NULL, *seed = NULL;

  g_return_if_fail (PIVOT_IS_QUIZ_RESULT (self));
  g_return_if_fail (pivot_quiz_round_get_quiz (self->round) != NULL);

  /* Translators: how many questions were answered rightly, how many there were. */
  score = g_strdup_printf (_("%1$u of %2$u right"), pivot_quiz_round_count_right (self->round, PIVOT_N_QUIZ_KINDS),
                           pivot_quiz_get_n_questions (pivot_quiz_round_get_quiz (self->round)));
  gtk_label_set_text (self->score_label, score);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, pivot_quiz_round_get_seed (self->round));
  /* Translators: the number by which the questions can be had again. */
  seed = g_strdup_printf (_("Seed %s"), number);
  gtk_label_set_text (self->seed_label, seed);
  update_kinds (self);
  update_list (self);
}
