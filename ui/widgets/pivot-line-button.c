/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-line-button.h"

#include "pivot-firm-facts.h"

/**
 * pivot_line_new:
 * @text: a text
 * @style: (nullable): a CSS class
 *
 * Makes a label that wraps.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
pivot_line_new (const char *text,
                const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Else GTK finds the least width by breaking at each character. */
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * pivot_two_lines_new:
 * @title: the first line
 * @detail: (nullable): what stands small below it
 *
 * Makes a label with a smaller one below.
 *
 * Returns: (transfer floating): a box of the two
 */
GtkWidget *
pivot_two_lines_new (const char *title,
                     const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), pivot_line_new (title, NULL));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *line = pivot_line_new (detail, "caption");

      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (GTK_BOX (box), line);
    }

  return box;
}

/**
 * pivot_line_button_new:
 * @child: what is on the button
 * @name: what it is called
 *
 * Makes a button that looks like a line of text.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pivot_line_button_new (GtkWidget  *child,
                       const char *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "line-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/**
 * pivot_firm_link_new:
 * @firm: a firm
 *
 * Makes a button with a firm's name and what there is to say of it in a line. It leads to the firm's page.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pivot_firm_link_new (PivotFirm *firm)
{
  const char *name = pivot_text_get (pivot_firm_get_name (firm));
  g_autofree char *line = pivot_present_firm_line (firm);
  GtkWidget *button = pivot_line_button_new (pivot_two_lines_new (name, line), name);

  gtk_widget_set_tooltip_text (button, pivot_text_get (pivot_firm_get_summary (firm)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-firm");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pivot_firm_get_id (firm));

  return button;
}
