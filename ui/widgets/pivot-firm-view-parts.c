/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-compat.h"
#include "pivot-firm-facts.h"
#include "pivot-line-button.h"

/* How a fact is known stands below it: what the dataset remarks on it, or who says so. */
static const char *
get_origin (PivotReceipt *receipt)
{
  if (pivot_receipt_get_source (receipt) == NULL)
    return NULL;

  return pivot_receipt_get_note (receipt) != NULL ? pivot_receipt_get_note (receipt) : pivot_receipt_get_source (receipt);
}

static GtkWidget *
new_value (PivotReceipt *receipt,
           PivotPlace   *place)
{
  const char *text = pivot_receipt_get_text (receipt);
  GtkWidget *value, *label;

  if (place == NULL)
    {
      value = pivot_two_lines_new (text, get_origin (receipt));
      if (pivot_receipt_is_missing (receipt))
        gtk_widget_add_css_class (value, "dim-label");
      return value;
    }

  label = pivot_line_new (text, NULL);
  value = pivot_line_button_new (label, text);
  gtk_widget_add_css_class (label, "link-text");
  gtk_widget_set_halign (value, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (value, _("Show it on the map"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (value), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (value), "s", pivot_place_get_id (place));

  return value;
}

static void
attach_name (GtkGrid    *grid,
             int         row,
             const char *text)
{
  GtkWidget *name = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (name, "fact");
  gtk_grid_attach (grid, name, 0, row, 1, 1);
}

void
_pivot_firm_fact_attach (GtkGrid      *grid,
                         int           row,
                         PivotReceipt *receipt,
                         PivotPlace   *place,
                         GCallback     on_receipt,
                         gpointer      user_data)
{
  GtkWidget *value = new_value (receipt, place);
  GtkWidget *button = gtk_button_new_from_icon_name ("help-about-symbolic");
  /* Translators: opens where a fact comes from: what it is, and what it says. */
  g_autofree char *name = g_strdup_printf (_("Where it comes from: %1$s, %2$s"), pivot_receipt_get_label (receipt),
                                           pivot_receipt_get_text (receipt));

  attach_name (grid, row, pivot_receipt_get_label (receipt));
  gtk_widget_set_hexpand (value, TRUE);
  if (place == NULL)
    gtk_widget_add_css_class (value, "fact");
  gtk_grid_attach (grid, value, 1, row, 1, 1);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_tooltip_text (button, _("Where it comes from"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pivot-receipt", g_object_ref (receipt), g_object_unref);
  g_signal_connect_swapped (button, "clicked", on_receipt, user_data);
  gtk_grid_attach (grid, button, 2, row, 1, 1);
}

static void
open_page_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  pivot_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, g_object_get_data (G_OBJECT (button), "pivot-address"));
}

/* A dataset comes from anywhere: only pages of the web are opened, no files and no programs. */
static gboolean
is_page (const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

static GtkWidget *
new_page_button (GtkWidget  *child,
                 const char *title,
                 const char *address)
{
  /* Translators: a button that opens a page of the web outside of the program. */
  g_autofree char *name = g_strdup_printf (_("%s, opens in the browser"), title);
  GtkWidget *button = pivot_line_button_new (child, name);

  gtk_widget_set_tooltip_text (button, address);
  g_object_set_data_full (G_OBJECT (button), "pivot-address", g_strdup (address), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_page_cb), NULL);

  return button;
}

void
_pivot_firm_website_attach (GtkGrid    *grid,
                            int         row,
                            const char *address)
{
  GtkWidget *label = pivot_line_new (address, "link-text");
  GtkWidget *button = new_page_button (label, address, address);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, is_page (address));
  attach_name (grid, row, _("Website"));
  gtk_grid_attach (grid, button, 1, row, 2, 1);
}

GtkWidget *
_pivot_firm_source_new (PivotSource *source)
{
  const char *title = pivot_text_get (pivot_source_get_title (source));
  const char *note = pivot_text_get (pivot_source_get_note (source));
  g_autofree char *detail = pivot_present_source_detail (source);
  GtkWidget *lines = pivot_two_lines_new (title, detail);

  if (!is_page (pivot_source_get_url (source)))
    {
      gtk_widget_set_tooltip_text (lines, note);
      gtk_widget_add_css_class (lines, "line-plain");
      return lines;
    }

  gtk_widget_add_css_class (gtk_widget_get_first_child (lines), "link-text");

  return new_page_button (lines, title, pivot_source_get_url (source));
}
