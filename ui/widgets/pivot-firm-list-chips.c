/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-list-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-event-counts.h"
#include "pivot-session-options.h"

/* Places on the map that a chip names; the rest is counted. */
#define MAX_NAMED 3

static void
chip_clicked_cb (PivotFirmList *self,
                 GtkWidget     *chip)
{
  const char *word = g_object_get_data (G_OBJECT (chip), "pivot-word");

  if (word != NULL)
    pivot_facet_set_chosen (self->session, word, FALSE);
  else
    pivot_session_clear_selection (self->session);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
add_chip (PivotFirmList *self,
          const char    *text,
          const char    *word)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *cross = gtk_image_new_from_icon_name ("window-close-symbolic");
  /* Translators: takes away one of the things that narrow the list of firms. */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_image_set_pixel_size (GTK_IMAGE (cross), 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "pivot-word", g_strdup (word), g_free);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->chip_box), chip);
}

/* "Selected on the map: Zhejiang, Anhui +4" */
static void
add_places_chip (PivotFirmList *self)
{
  PivotDataset *dataset = pivot_firm_index_get_dataset (self->index);
  guint n;
  g_autofree guint *places = pivot_session_get_selected (self->session, &n);
  GString *names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      const char *name = pivot_text_get (pivot_place_get_short (pivot_dataset_get_place (dataset, places[i])));

      /* Translators: between the names of places. */
      g_string_append_printf (names, "%s%s", i > 0 ? C_("places", ", ") : "", name);
    }
  if (n > MAX_NAMED)
    g_string_append_printf (names, " +%u", n - MAX_NAMED);

  /* Translators: the places that are selected on the map, which the list of firms is narrowed to. */
  text = g_strdup_printf (_("On the map: %s"), names->str);
  if (n > 0)
    add_chip (self, text, NULL);
  g_string_free (names, TRUE);
}

/* "Events in 2015 – 2018" */
static void
add_years_chip (PivotFirmList *self,
                int            first,
                int            last,
                const char    *word)
{
  g_autofree char *text = NULL;

  if (first == last)
    /* Translators: the list of firms is narrowed to those with an event in this year. */
    text = g_strdup_printf (_("Events in %d"), first);
  else
    /* Translators: the list of firms is narrowed to those with an event in these years. */
    text = g_strdup_printf (_("Events in %1$d – %2$d"), first, last);
  add_chip (self, text, word);
}

void
_pivot_firm_list_update_chips (PivotFirmList *self)
{
  g_auto(GStrv) facets = pivot_session_get_list (self->session, PIVOT_OPTION_FIRM_FACETS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chip_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->chip_box), child);

  if (self->index != NULL)
    add_places_chip (self);
  for (guint i = 0; self->index != NULL && facets[i] != NULL; i++)
    {
      PivotFirmFacet facet;
      guint value;
      int first, last;
      g_autofree char *text = NULL;

      if (pivot_years_parse (facets[i], &first, &last))
        {
          add_years_chip (self, first, last, facets[i]);
          continue;
        }
      if (!pivot_firm_index_parse_facet (self->index, facets[i], &facet, &value))
        continue;
      /* Translators: a chip: what the list is narrowed by, as in "Board: BSE". */
      text = g_strdup_printf (C_("facet", "%s: %s"), pivot_facet_get_title (facet),
                              pivot_firm_index_get_value_label (self->index, facet, value));
      add_chip (self, text, facets[i]);
    }

  gtk_widget_set_visible (self->chip_box, gtk_widget_get_first_child (self->chip_box) != NULL);
}

gboolean
_pivot_firm_list_is_narrowed (PivotFirmList *self)
{
  g_auto(GStrv) facets = pivot_session_get_list (self->session, PIVOT_OPTION_FIRM_FACETS);

  return *pivot_session_get_word (self->session, PIVOT_OPTION_FIRM_FILTER) != '\0' || facets[0] != NULL ||
         pivot_session_get_n_selected (self->session) > 0;
}

void
_pivot_firm_list_clear (PivotFirmList *self)
{
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_FIRM_FILTER, "");
  pivot_session_set_list (self->session, PIVOT_OPTION_FIRM_FACETS, NULL);
  pivot_session_clear_selection (self->session);
  g_object_thaw_notify (G_OBJECT (self->session));
}
