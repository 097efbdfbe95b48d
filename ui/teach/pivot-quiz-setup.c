/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-setup.h"

#include "pivot-compat.h"
#include "pivot-measure-picker.h"
#include "pivot-quiz-text.h"

#include <glib/gi18n-lib.h>

#define MAX_SEED 9999 /* of those that the program thinks up: short enough to write on a board */

struct _PivotQuizSetup
{
  GtkWidget           parent_instance;

  PivotQuizRound     *round;
  gboolean            telling;    /* controls are being told, not asked */

  GtkSpinButton      *length_spin;
  GtkBox             *kinds_box;
  PivotMeasurePicker *measure_picker;
  GtkDropDown        *names_drop_down;
  GtkEditable        *seed_entry;
  GtkLabel           *problem_label;
};

G_DEFINE_FINAL_TYPE (PivotQuizSetup, pivot_quiz_setup, GTK_TYPE_WIDGET)

static GtkCheckButton *
get_kind_check (PivotQuizSetup *self,
                guint           kind)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds_box));

  while (kind-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return GTK_CHECK_BUTTON (child);
}

static guint
read_kinds (PivotQuizSetup *self)
{
  guint kinds = 0;

  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    if (gtk_check_button_get_active (get_kind_check (self, i)))
      kinds |= 1u << i;

  return kinds;
}

static void
length_cb (PivotQuizSetup *self)
{
  if (!self->telling)
    pivot_quiz_round_set_length (self->round, (guint) gtk_spin_button_get_value_as_int (self->length_spin));
}

/* The last one that is checked stays so: something must be asked. */
static void
kind_cb (PivotQuizSetup *self,
         GtkCheckButton *check)
{
  if (self->telling)
    return;

  if (read_kinds (self) == 0)
    gtk_check_button_set_active (check, TRUE);
  else
    pivot_quiz_round_set_kinds (self->round, read_kinds (self));
}

static void
names_cb (PivotQuizSetup *self)
{
  if (!self->telling)
    pivot_quiz_round_set_names (self->round, gtk_drop_down_get_selected (self->names_drop_down));
}

static void
seed_cb (PivotQuizSetup *self)
{
  guint64 seed;
  gboolean good = g_ascii_string_to_unsigned (gtk_editable_get_text (self->seed_entry), 10, 0, G_MAXINT64, &seed, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.begin", good);
  gtk_label_set_text (self->problem_label, good ? "" : _("A seed is a whole number, as in 42."));
}

static void
think_up_seed (PivotQuizSetup *self)
{
  g_autofree char *text = g_strdup_printf ("%d", g_random_int_range (1, MAX_SEED + 1));

  gtk_editable_set_text (self->seed_entry, text);
}

static void
new_seed (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  think_up_seed (PIVOT_QUIZ_SETUP (widget));
}

static void
begin (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PivotQuizSetup *self = PIVOT_QUIZ_SETUP (widget);
  guint64 seed;

  if (!g_ascii_string_to_unsigned (gtk_editable_get_text (self->seed_entry), 10, 0, G_MAXINT64, &seed, NULL))
    return;
  if (!pivot_quiz_round_begin (self->round, seed))
    gtk_label_set_text (self->problem_label, _("There is nothing to ask: too few places, borders or values."));
}

static void
add_kinds (PivotQuizSetup *self)
{
  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (pivot_quiz_text_kind (i));

      g_signal_connect_swapped (check, "toggled", G_CALLBACK (kind_cb), self);
      gtk_box_append (self->kinds_box, check);
    }
}

static void
pivot_quiz_setup_dispose (GObject *object)
{
  PivotQuizSetup *self = PIVOT_QUIZ_SETUP (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_QUIZ_SETUP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (pivot_quiz_setup_parent_class)->dispose (object);
}

static void
pivot_quiz_setup_class_init (PivotQuizSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_quiz_setup_dispose;

  g_type_ensure (PIVOT_TYPE_MEASURE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-quiz-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, length_spin);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, measure_picker);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, names_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, seed_entry);
  gtk_widget_class_bind_template_child (widget_class, PivotQuizSetup, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, length_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_bind_template_callback (widget_class, seed_cb);
  gtk_widget_class_install_action (widget_class, "quiz.new-seed", NULL, new_seed);
  gtk_widget_class_install_action (widget_class, "quiz.begin", NULL, begin);
}

static void
pivot_quiz_setup_init (PivotQuizSetup *self)
{
  self->telling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  /* These have a name that says more than the word beside them. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->length_spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->seed_entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  pivot_drop_down_set_label (self->names_drop_down, _("Names"));
  add_kinds (self);
  think_up_seed (self);
  self->telling = FALSE;
}

/**
 * pivot_quiz_setup_new:
 * @round: what is asked
 *
 * Makes the page that a quiz begins with.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
pivot_quiz_setup_new (PivotQuizRound *round)
{
  PivotQuizSetup *self;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (round), NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_SETUP, NULL);
  self->round = g_object_ref (round);
  pivot_measure_picker_set_session (self->measure_picker, pivot_quiz_round_get_session (round));
  pivot_quiz_setup_update (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_quiz_setup_update:
 * @self: a widget
 *
 * Brings the controls in line with the round.
 */
void
pivot_quiz_setup_update (PivotQuizSetup *self)
{
  guint kinds;

  g_return_if_fail (PIVOT_IS_QUIZ_SETUP (self));

  kinds = pivot_quiz_round_get_kinds (self->round);
  self->telling = TRUE;
  gtk_spin_button_set_value (self->length_spin, pivot_quiz_round_get_length (self->round));
  gtk_drop_down_set_selected (self->names_drop_down, pivot_quiz_round_get_names (self->round));
  for (guint i = 0; i < PIVOT_N_QUIZ_KINDS; i++)
    gtk_check_button_set_active (get_kind_check (self, i), (kinds & (1u << i)) != 0);
  self->telling = FALSE;
}
