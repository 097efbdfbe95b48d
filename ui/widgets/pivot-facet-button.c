/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-facet-button.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "pivot-session-options.h"

/* More would be a list that nobody reads to its end. */
#define MAX_ROWS 60

struct _PivotFacetButton
{
  GtkWidget        parent_instance;

  PivotFirmFacet   facet;
  PivotSession    *session;
  PivotFirmFilter *filter;
  GtkWidget       *button;
  GtkWidget       *popover;
  GtkWidget       *box;        /* of the values; filled when it is opened */
  gboolean         updating;   /* the boxes are being told, not asked */
};

G_DEFINE_FINAL_TYPE (PivotFacetButton, pivot_facet_button, GTK_TYPE_WIDGET)

/* A value, for putting them into order. */
typedef struct
{
  guint    value;
  guint    count;
  gboolean chosen;
} Row;

const char *
pivot_facet_get_title (PivotFirmFacet facet)
{
  switch (facet)
    {
    case PIVOT_FIRM_FACET_PLACE:
      return _("Place");
    case PIVOT_FIRM_FACET_GROUP:
      return _("Group");
    case PIVOT_FIRM_FACET_BOARD:
      return _("Board");
    case PIVOT_FIRM_FACET_PROGRAMME:
      return _("Programme");
    case PIVOT_FIRM_FACET_SECTOR:
      return _("Sector");
    case PIVOT_N_FIRM_FACETS:
    default:
      return NULL;
    }
}

void
pivot_facet_set_chosen (PivotSession *session,
                        const char   *value,
                        gboolean      chosen)
{
  g_auto(GStrv) values = pivot_session_get_list (session, PIVOT_OPTION_FIRM_FACETS);
  g_autoptr(GPtrArray) next = g_ptr_array_new ();

  for (guint i = 0; values[i] != NULL; i++)
    if (!g_str_equal (values[i], value))
      g_ptr_array_add (next, values[i]);
  if (chosen)
    g_ptr_array_add (next, (gpointer) value);
  g_ptr_array_add (next, NULL);

  pivot_session_set_list (session, PIVOT_OPTION_FIRM_FACETS, (const char * const *) next->pdata);
}

static char *
get_word (PivotFacetButton *self,
          guint             value)
{
  return g_strconcat (pivot_firm_facet_get_word (self->facet), ":",
                      pivot_firm_index_get_value_id (pivot_firm_filter_get_index (self->filter), self->facet, value), NULL);
}

static void
toggled_cb (PivotFacetButton *self,
            GtkCheckButton   *check)
{
  const char *word = g_object_get_data (G_OBJECT (check), "pivot-word");

  if (!self->updating)
    pivot_facet_set_chosen (self->session, word, gtk_check_button_get_active (check));
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->chosen != y->chosen)
    return x->chosen ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;

  return (x->value > y->value) - (x->value < y->value);
}

static GArray *
get_rows (PivotFacetButton *self)
{
  g_auto(GStrv) chosen = pivot_session_get_list (self->session, PIVOT_OPTION_FIRM_FACETS);
  PivotFirmIndex *index = pivot_firm_filter_get_index (self->filter);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; index != NULL && i < pivot_firm_index_get_n_values (index, self->facet); i++)
    {
      g_autofree char *word = get_word (self, i);
      Row row = { i, pivot_firm_filter_get_count (self->filter, self->facet, i),
                  g_strv_contains ((const char * const *) chosen, word) };

      g_array_append_val (rows, row);
    }
  qsort (rows->data, rows->len, sizeof (Row), compare_rows);
  if (rows->len > MAX_ROWS)
    g_array_set_size (rows, MAX_ROWS);

  return rows;
}

static GtkWidget *
new_row (PivotFacetButton *self,
         const Row        *row)
{
  PivotFirmIndex *index = pivot_firm_filter_get_index (self->filter);
  const char *text = pivot_firm_index_get_value_label (index, self->facet, row->value);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_tooltip_text (label, text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->chosen);
  g_object_set_data_full (G_OBJECT (check), "pivot-word", get_word (self, row->value), g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  /* A check button of GTK 4.8 holds no widget but a label of its own. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  g_object_set_data (G_OBJECT (box), "pivot-value", GUINT_TO_POINTER (row->value));
  g_object_set_data (G_OBJECT (box), "pivot-check", check);
  g_object_set_data (G_OBJECT (box), "pivot-count", count);

  return box;
}

/* The rows stay where they are while the popover is open; only the numbers change. */
static void
update_rows (PivotFacetButton *self)
{
  g_auto(GStrv) chosen = pivot_session_get_list (self->session, PIVOT_OPTION_FIRM_FACETS);

  self->updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->box); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      guint value = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pivot-value"));
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "pivot-check");
      guint count = pivot_firm_filter_get_count (self->filter, self->facet, value);
      g_autofree char *text = g_strdup_printf ("%u", count);

      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "pivot-count"), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char * const *) chosen,
                                                    g_object_get_data (G_OBJECT (check), "pivot-word")));
      gtk_widget_set_sensitive (row, count > 0 || gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
    }
  self->updating = FALSE;
}

static void
show_cb (PivotFacetButton *self)
{
  g_autoptr(GArray) rows = get_rows (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (self->box), new_row (self, &g_array_index (rows, Row, i)));
  update_rows (self);
}

static void
pivot_facet_button_dispose (GObject *object)
{
  PivotFacetButton *self = PIVOT_FACET_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_facet_button_parent_class)->dispose (object);
}

static void
pivot_facet_button_class_init (PivotFacetButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_facet_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_facet_button_init (PivotFacetButton *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "facet-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (show_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "facet-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * pivot_facet_button_new:
 * @facet: a facet
 * @session: where the choice is
 * @filter: counts the firms
 *
 * Makes the button of a facet.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pivot_facet_button_new (PivotFirmFacet   facet,
                        PivotSession    *session,
                        PivotFirmFilter *filter)
{
  PivotFacetButton *self;

  g_return_val_if_fail (facet < PIVOT_N_FIRM_FACETS, NULL);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_FIRM_FILTER (filter), NULL);

  self = g_object_new (PIVOT_TYPE_FACET_BUTTON, NULL);
  self->facet = facet;
  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), pivot_facet_get_title (facet));

  return GTK_WIDGET (self);
}

/**
 * pivot_facet_button_update:
 * @self: a button of a facet
 *
 * Shows what the filter has counted.
 */
void
pivot_facet_button_update (PivotFacetButton *self)
{
  PivotFirmIndex *index;

  g_return_if_fail (PIVOT_IS_FACET_BUTTON (self));

  index = pivot_firm_filter_get_index (self->filter);
  gtk_widget_set_visible (GTK_WIDGET (self), index != NULL && pivot_firm_index_get_n_values (index, self->facet) > 1);
  if (gtk_widget_get_mapped (self->popover))
    update_rows (self);
}
