/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-decision.h"

#include "pivot-compat.h"

#define DATA_KEY "pivot-decision"

typedef struct
{
  PivotDecisionFunc  callback;
  gpointer           user_data;
  guint              answer;
} Decision;

static void
tell_cb (gpointer data)
{
  Decision *decision = data;

  decision->callback (decision->answer, decision->user_data);
  g_free (decision);
}

/* Whoever is told may ask the next question, or close the window this one stands in front of: not while its button is still at
 * work. */
static void
answer (GtkWindow *window,
        guint      number)
{
  Decision *decision = g_object_steal_data (G_OBJECT (window), DATA_KEY);

  decision->answer = number;
  gtk_window_destroy (window);
  g_idle_add_once (tell_cb, decision);
}

static void
clicked_cb (GtkWidget *button,
            gpointer   number)
{
  answer (GTK_WINDOW (gtk_widget_get_root (button)), GPOINTER_TO_UINT (number));
}

static gboolean
close_request_cb (GtkWindow *window)
{
  answer (window, 0);

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *unused,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));

  return TRUE;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_buttons (GtkWindow          *window,
             const char * const *answers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = NULL;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_top (box, 14);
  for (guint i = 0; answers[i] != NULL; i++)
    {
      button = gtk_button_new_with_mnemonic (answers[i]);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), GUINT_TO_POINTER (i));
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_window_set_default_widget (window, button);

  return box;
}

/**
 * pivot_decision_ask:
 * @parent: the window to ask in front of
 * @title: the question
 * @text: what hangs on it
 * @answers: (array zero-terminated=1): labels of the buttons; the first leaves everything as it is
 * @callback: called with the position of the answer
 * @user_data: data for @callback
 *
 * Asks a question. Nothing else can be done in @parent until it is answered.
 *
 * Returns: (transfer none): the window of the question
 */
GtkWindow *
pivot_decision_ask (GtkWindow          *parent,
                    const char         *title,
                    const char         *text,
                    const char * const *answers,
                    PivotDecisionFunc   callback,
                    gpointer            user_data)
{
  GtkWindow *window;
  GtkWidget *box, *buttons;
  GtkEventController *keys;
  Decision *decision;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (answers != NULL && answers[0] != NULL, NULL);

  window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                         "title", title, "resizable", FALSE, NULL);
  decision = g_new0 (Decision, 1);
  decision->callback = callback;
  decision->user_data = user_data;
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, decision, g_free);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (box, "question");
  gtk_box_append (GTK_BOX (box), new_label (title, "title-4"));
  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
  gtk_window_set_child (window, box);
  buttons = new_buttons (window, answers);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_grab_focus (gtk_widget_get_last_child (buttons));
  pivot_widget_name_mnemonics (box);

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);
  gtk_window_present (window);

  return window;
}
