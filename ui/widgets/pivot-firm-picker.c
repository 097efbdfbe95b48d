/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-picker.h"

#include "pivot-firm-compare.h"
#include "pivot-session-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_WIDTH 300
#define LIST_HEIGHT 320

struct _PivotFirmPicker
{
  GtkPopover          parent_instance;

  PivotSession       *session;
  GtkWidget          *entry;
  GtkFilterListModel *filtered;
  GtkListView        *list;
  char               *query;      /* folded */
};

G_DEFINE_FINAL_TYPE (PivotFirmPicker, pivot_firm_picker, GTK_TYPE_POPOVER)

/* Any of its names has what was typed. The firm of the page itself is not offered. */
static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  PivotFirmPicker *self = user_data;
  PivotFirm *firm = item;
  g_autoptr(GPtrArray) names = NULL;

  if (g_strcmp0 (pivot_firm_get_id (firm), pivot_session_get_firm (self->session)) == 0)
    return FALSE;
  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  names = pivot_text_get_all (pivot_firm_get_name (firm));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_utf8_casefold (g_ptr_array_index (names, i), -1);

      if (strstr (name, self->query) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
refilter (PivotFirmPicker *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (PivotFirmPicker *self)
{
  g_free (self->query);
  self->query = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  refilter (self);
}

static void
setup_cb (PivotFirmPicker *self,
          GtkListItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static gboolean
is_compared (PivotFirmPicker *self,
             const char      *id)
{
  g_auto(GStrv) compared = pivot_session_get_list (self->session, PIVOT_OPTION_COMPARED_FIRMS);

  return g_strv_contains ((const char * const *) compared, id);
}

static void
bind_cb (PivotFirmPicker *self,
         GtkListItem     *item)
{
  PivotFirm *firm = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *count = gtk_widget_get_next_sibling (label);
  GtkWidget *check = gtk_widget_get_next_sibling (count);
  guint n = g_list_model_get_n_items (pivot_firm_get_events (firm));
  g_autofree char *text = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  gtk_label_set_text (GTK_LABEL (label), pivot_text_get (pivot_firm_get_name (firm)));
  gtk_label_set_text (GTK_LABEL (count), text);
  gtk_widget_set_opacity (check, is_compared (self, pivot_firm_get_id (firm)) ? 1 : 0);
}

static void
activate_cb (PivotFirmPicker *self,
             guint            position)
{
  g_autoptr(PivotFirm) firm = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (firm == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  pivot_firm_compare_toggle (self->session, pivot_firm_get_id (firm));
}

/* Enter takes the first. */
static void
entry_activate_cb (PivotFirmPicker *self)
{
  activate_cb (self, 0);
}

/* The list is filled when it is seen. */
static void
pivot_firm_picker_map (GtkWidget *widget)
{
  PivotFirmPicker *self = PIVOT_FIRM_PICKER (widget);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_filter_list_model_set_model (self->filtered, dataset != NULL ? pivot_dataset_get_firms (dataset) : NULL);
  refilter (self);
  GTK_WIDGET_CLASS (pivot_firm_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
pivot_firm_picker_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pivot_firm_picker_parent_class)->unmap (widget);
  gtk_filter_list_model_set_model (PIVOT_FIRM_PICKER (widget)->filtered, NULL);
}

static void
pivot_firm_picker_dispose (GObject *object)
{
  PivotFirmPicker *self = PIVOT_FIRM_PICKER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  if (self->filtered != NULL)
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  g_clear_object (&self->filtered);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (pivot_firm_picker_parent_class)->dispose (object);
}

static void
pivot_firm_picker_class_init (PivotFirmPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_firm_picker_dispose;
  widget_class->map = pivot_firm_picker_map;
  widget_class->unmap = pivot_firm_picker_unmap;
}

static GtkWidget *
new_list (PivotFirmPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (model, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Firms"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, LIST_HEIGHT);

  return scrolled;
}

static void
pivot_firm_picker_init (PivotFirmPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL)));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Compare with…"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of a firm"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * pivot_firm_picker_new:
 * @session: a session
 *
 * Creates a popover to choose firms.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
pivot_firm_picker_new (PivotSession *session)
{
  PivotFirmPicker *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_FIRM_PICKER, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}
