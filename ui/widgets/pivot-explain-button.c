/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-explain-button.h"

#include <glib/gi18n-lib.h>

/* About a line of a book. */
#define LINE_CHARS 56

struct _PivotExplainButton
{
  GtkWidget         parent_instance;

  GtkWidget        *button;
  GtkLabel         *label;
  PivotExplainFunc  explain;   /* or NULL: the text stays */
  PivotSession     *session;
};

G_DEFINE_FINAL_TYPE (PivotExplainButton, pivot_explain_button, GTK_TYPE_WIDGET)

/* While it is open it stays as it was: who reads wants no other text under the eyes. */
static void
show_cb (PivotExplainButton *self)
{
  g_autofree char *text = self->explain != NULL ? self->explain (self->session) : NULL;

  if (text != NULL)
    gtk_label_set_text (self->label, text);
  /* A selectable label that gets the focus has all its text selected otherwise. */
  gtk_label_select_region (self->label, 0, 0);
}

static void
pivot_explain_button_dispose (GObject *object)
{
  PivotExplainButton *self = PIVOT_EXPLAIN_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_explain_button_parent_class)->dispose (object);
}

static void
pivot_explain_button_class_init (PivotExplainButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_explain_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "explainbutton");
}

static void
pivot_explain_button_init (PivotExplainButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_label_set_max_width_chars (self->label, LINE_CHARS);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (popover, "explanation");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->label));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (show_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Explain"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Explain"), -1);
  gtk_widget_set_tooltip_text (self->button, _("Say in words what is shown"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * pivot_explain_button_new:
 *
 * Creates a button without words.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pivot_explain_button_new (void)
{
  return g_object_new (PIVOT_TYPE_EXPLAIN_BUTTON, NULL);
}

/**
 * pivot_explain_button_set_text:
 * @self: a button
 * @text: what its popover says
 *
 * Sets words that stay.
 */
void
pivot_explain_button_set_text (PivotExplainButton *self,
                               const char         *text)
{
  g_return_if_fail (PIVOT_IS_EXPLAIN_BUTTON (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->label, text);
}

/**
 * pivot_explain_button_set_source:
 * @self: a button
 * @explain: finds the words
 * @session: what is shown
 *
 * Sets where the words come from. They are found anew whenever the popover opens.
 */
void
pivot_explain_button_set_source (PivotExplainButton *self,
                                 PivotExplainFunc    explain,
                                 PivotSession       *session)
{
  g_return_if_fail (PIVOT_IS_EXPLAIN_BUTTON (self));
  g_return_if_fail (explain != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));

  self->explain = explain;
  g_set_object (&self->session, session);
}
