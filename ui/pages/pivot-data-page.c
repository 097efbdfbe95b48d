/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-data-page.h"

#include "pivot-audit-view.h"
#include "pivot-compat.h"
#include "pivot-link.h"
#include "pivot-list-keys.h"
#include "pivot-present-tables.h"
#include "pivot-receipt-popover.h"
#include "pivot-save.h"
#include "pivot-session-options.h"
#include "pivot-table-text.h"
#include "pivot-table-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPING_PAUSE 900 /* ms after which what is typed next is another step of the history */

struct _PivotDataPage
{
  GtkWidget       parent_instance;

  PivotSession   *session;
  PivotTheme     *theme;
  PivotDataset   *dataset;      /* that is shown */
  GListModel     *findings;     /* of its audit, or NULL as long as nothing asked for it */
  PivotTable     *table;
  GCancellable   *cancellable;
  guint           typing_id;
  gboolean        telling;      /* widgets are being told, not asked */

  GtkListBox     *list;
  GtkLabel       *title_label;
  GtkLabel       *count_label;
  GtkEditable    *entry;
  GtkDropDown    *sort_drop_down;
  GtkToggleButton *descending_button;
  GtkStack       *stack;
  PivotTableView *table_view;
  GtkLabel       *message_label;
  PivotAuditView *audit_view;   /* NULL until the audit was asked for */
  GtkWidget      *popover;      /* NULL until a receipt was asked for */
  GtkWidget      *asked_cell;   /* weak: of the receipt that is open */
};

G_DEFINE_FINAL_TYPE (PivotDataPage, pivot_data_page, GTK_TYPE_WIDGET)

static void
tell (PivotDataPage *self,
      const char    *text)
{
  gtk_label_set_text (self->message_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), text != NULL);
  if (text != NULL)
    pivot_widget_announce (GTK_WIDGET (self), text);
}

static GListModel *
ensure_findings (PivotDataPage *self)
{
  if (self->findings == NULL)
    self->findings = pivot_audit_run (self->dataset);

  return self->findings;
}

/* What is shown */

static gboolean
is_audit (PivotDataPage *self)
{
  return self->audit_view != NULL && strcmp (pivot_table_get_id (self->table), "audit") == 0;
}

/* Rows of the table to copy and to save: those selected, else all that are shown. */
static guint *
get_rows (PivotDataPage *self,
          guint         *n)
{
  return is_audit (self) ? pivot_audit_view_get_rows (self->audit_view, n) : pivot_table_view_get_rows (self->table_view, n);
}

static void
update_count (PivotDataPage *self)
{
  guint n = self->table != NULL ? pivot_table_get_n_rows (self->table) : 0;
  guint n_selected = pivot_table_view_get_n_selected (self->table_view);
  guint n_shown = pivot_table_view_get_n_shown (self->table_view);
  g_autofree guint *rows = NULL;
  GString *string = g_string_new (NULL);

  if (self->table != NULL && is_audit (self))
    rows = pivot_audit_view_get_rows (self->audit_view, &n_shown);
  if (n_shown == n)
    g_string_append_printf (string, ngettext ("%u row", "%u rows", n), n);
  else
    /* Translators: how many rows of a table pass the filter, and how many there are. */
    g_string_append_printf (string, _("%1$u of %2$u rows"), n_shown, n);
  if (n_selected > 0)
    {
      g_string_append (string, " · ");
      g_string_append_printf (string, ngettext ("%u selected", "%u selected", n_selected), n_selected);
    }

  gtk_label_set_text (self->count_label, string->str);
  g_string_free (string, TRUE);
}

/* Columns that can be sorted by, after the table's own order. */
static void
fill_sort_drop_down (PivotDataPage *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  /* Translators: after “Sort by”: the order of the rows in the dataset. */
  gtk_string_list_append (titles, _("Dataset order"));
  for (guint i = 0; i < pivot_table_get_n_columns (self->table); i++)
    if (!pivot_table_get_column (self->table, i)->aside)
      gtk_string_list_append (titles, pivot_table_get_column (self->table, i)->title);

  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

/* The column at a position of the drop-down. */
static const char *
get_sort_id (PivotDataPage *self,
             guint          position)
{
  for (guint i = 0, at = 0; i < pivot_table_get_n_columns (self->table); i++)
    if (!pivot_table_get_column (self->table, i)->aside && ++at == position)
      return pivot_table_get_column (self->table, i)->id;

  return NULL;
}

static void
show_sort (PivotDataPage *self,
           const char    *sort)
{
  gboolean descending = *sort == '-';
  guint position = 0;
  const char *id;

  for (guint i = 1; (id = get_sort_id (self, i)) != NULL; i++)
    if (strcmp (id, sort + descending) == 0)
      position = i;

  gtk_drop_down_set_selected (self->sort_drop_down, position);
  gtk_toggle_button_set_active (self->descending_button, descending);
}

static void
show_row (PivotDataPage *self,
          const char    *word)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_TABLE);

  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

static void
show_audit (PivotDataPage *self)
{
  if (self->audit_view == NULL)
    {
      self->audit_view = PIVOT_AUDIT_VIEW (pivot_audit_view_new (self->session));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->audit_view), "audit");
      g_signal_connect_swapped (self->audit_view, "rows-changed", G_CALLBACK (update_count), self);
    }

  pivot_audit_view_set_findings (self->audit_view, ensure_findings (self));
  gtk_stack_set_visible_child_name (self->stack, "audit");
}

static void
show_table (PivotDataPage *self,
            const char    *word)
{
  gboolean audit = strcmp (word, "audit") == 0;

  g_clear_object (&self->table);
  self->table = pivot_present_table (self->dataset, word, audit ? ensure_findings (self) : NULL);
  pivot_table_view_set_table (self->table_view, audit ? NULL : self->table);
  if (audit)
    show_audit (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
  gtk_widget_set_visible (GTK_WIDGET (self->sort_drop_down), !audit);
  gtk_widget_set_visible (GTK_WIDGET (self->descending_button), !audit);
  gtk_label_set_text (self->title_label, pivot_table_get_title (self->table));
  fill_sort_drop_down (self);
  tell (self, NULL);
}

/* Brings the widgets in line with the session. */
static void
update (PivotDataPage *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char *word = pivot_session_get_word (self->session, PIVOT_OPTION_TABLE);
  const char *filter = pivot_session_get_word (self->session, PIVOT_OPTION_TABLE_FILTER);
  const char *sort = pivot_session_get_word (self->session, PIVOT_OPTION_TABLE_SORT);
  gboolean other = dataset != self->dataset;

  if (dataset == NULL)
    return;

  self->telling = TRUE;
  if (other)
    g_clear_object (&self->findings);
  g_set_object (&self->dataset, dataset);
  if (other || self->table == NULL || strcmp (pivot_table_get_id (self->table), word) != 0)
    show_table (self, word);

  show_row (self, word);
  if (strcmp (gtk_editable_get_text (self->entry), filter) != 0)
    gtk_editable_set_text (self->entry, filter);
  pivot_table_view_set_filter (self->table_view, filter);
  if (self->audit_view != NULL)
    pivot_audit_view_set_filter (self->audit_view, filter);
  pivot_table_view_set_sort (self->table_view, sort);
  show_sort (self, sort);
  update_count (self);
  self->telling = FALSE;
}

/* What is asked */

static void
row_selected_cb (PivotDataPage *self,
                 GtkListBoxRow *row)
{
  const char *word;

  if (self->telling || row == NULL)
    return;

  /* The list says so too when the keyboard comes to the row that is selected already. */
  word = pivot_option_get_words (PIVOT_OPTION_TABLE)[gtk_list_box_row_get_index (row)];
  if (strcmp (word, pivot_session_get_word (self->session, PIVOT_OPTION_TABLE)) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_TABLE, word);
  /* Another table has other columns and other words. */
  pivot_session_set_word (self->session, PIVOT_OPTION_TABLE_SORT, "");
  pivot_session_set_word (self->session, PIVOT_OPTION_TABLE_FILTER, "");
  g_object_thaw_notify (G_OBJECT (self->session));
}

static gboolean
typed_cb (gpointer user_data)
{
  PivotDataPage *self = PIVOT_DATA_PAGE (user_data);

  self->typing_id = 0;
  pivot_session_end_change (self->session);

  return G_SOURCE_REMOVE;
}

/* What is typed without a pause is one step of the history. */
static void
search_changed_cb (PivotDataPage *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->telling || strcmp (text, pivot_session_get_word (self->session, PIVOT_OPTION_TABLE_FILTER)) == 0)
    return;

  if (self->typing_id == 0)
    pivot_session_begin_change (self->session);
  g_clear_handle_id (&self->typing_id, g_source_remove);
  pivot_session_set_word (self->session, PIVOT_OPTION_TABLE_FILTER, text);
  self->typing_id = g_timeout_add (TYPING_PAUSE, typed_cb, self);
}

static void
stop_search_cb (PivotDataPage *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_widget_child_focus (GTK_WIDGET (self->table_view), GTK_DIR_TAB_FORWARD);
}

static void
sort_changed_cb (PivotDataPage *self)
{
  if (!self->telling)
    pivot_session_set_word (self->session, PIVOT_OPTION_TABLE_SORT, pivot_table_view_get_sort (self->table_view));
}

static void
sort_chosen_cb (PivotDataPage *self)
{
  const char *id;
  g_autofree char *sort = NULL;

  if (self->telling || self->table == NULL)
    return;

  id = get_sort_id (self, gtk_drop_down_get_selected (self->sort_drop_down));
  sort = id != NULL ? g_strconcat (gtk_toggle_button_get_active (self->descending_button) ? "-" : "", id, NULL) : g_strdup ("");
  pivot_session_set_word (self->session, PIVOT_OPTION_TABLE_SORT, sort);
}

static void
row_activated_cb (PivotDataPage *self,
                  guint          row)
{
  pivot_link_follow (GTK_WIDGET (self), self->session, pivot_table_get_row_id (self->table, row));
}

/* The keyboard goes on where the receipt was asked for. */
static void
popover_closed_cb (PivotDataPage *self)
{
  if (self->asked_cell != NULL && gtk_widget_get_mapped (self->asked_cell))
    gtk_widget_grab_focus (self->asked_cell);
  g_clear_weak_pointer (&self->asked_cell);
}

static void
show_receipt (PivotDataPage *self,
              const char    *path,
              GtkWidget     *cell)
{
  g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_path (self->dataset, path, ensure_findings (self));
  graphene_rect_t bounds;

  if (receipt == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;

  if (self->popover == NULL)
    {
      self->popover = pivot_receipt_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
    }

  pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (self->popover), receipt);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  g_set_weak_pointer (&self->asked_cell, cell);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
cell_activated_cb (PivotDataPage *self,
                   guint          row,
                   guint          column,
                   GtkWidget     *cell)
{
  const char *ref = pivot_table_get_cell (self->table, row, column)->ref;

  if (g_str_has_prefix (ref, "value:"))
    show_receipt (self, ref + strlen ("value:"), cell);
  else
    pivot_link_follow (GTK_WIDGET (self), self->session, ref);
}

/* Copying and saving */

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotDataPage *self = PIVOT_DATA_PAGE (widget);
  g_autofree guint *rows = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  guint n;

  if (self->table == NULL)
    return;

  rows = get_rows (self, &n);
  text = pivot_table_to_tsv (self->table, rows, n);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  message = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n), n);
  tell (self, message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PivotDataPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *display = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (pivot_save_finish (result, &error))
    /* Translators: name of a file. */
    message = g_strdup_printf (_("Saved as “%s”"), display);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = g_strdup (error->message);

  if (message != NULL)
    tell (self, message);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(PivotDataPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = pivot_save_dialog_finish (result, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree guint *rows = NULL;
  char *text;
  guint n;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
  if (file == NULL || self->table == NULL)
    return;

  rows = get_rows (self, &n);
  text = pivot_table_to_csv (self->table, rows, n);
  bytes = g_bytes_new_take (text, strlen (text));
  pivot_save_async (file, bytes, self->cancellable, saved_cb, g_object_ref (self));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotDataPage *self = PIVOT_DATA_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = NULL;

  if (self->table == NULL)
    return;

  name = g_strdup_printf ("%s-%s.csv", pivot_dataset_get_id (self->dataset), pivot_table_get_id (self->table));
  pivot_save_dialog_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Save Table as CSV"), name, self->cancellable,
                           place_chosen_cb, g_object_ref (self));
}

/* Building */

static void
add_list_rows (PivotDataPage *self)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_TABLE);

  pivot_list_leave_by_tab (self->list);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *title = pivot_present_table_title (words[i]);
      GtkWidget *label = gtk_label_new (title);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
pivot_data_page_dispose (GObject *object)
{
  PivotDataPage *self = PIVOT_DATA_PAGE (object);
  GtkWidget *child;

  if (self->typing_id != 0)
    pivot_session_end_change (self->session);
  g_clear_handle_id (&self->typing_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->asked_cell);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_DATA_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->table);
  g_clear_object (&self->findings);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_data_page_parent_class)->dispose (object);
}

static void
pivot_data_page_finalize (GObject *object)
{
  g_object_unref (PIVOT_DATA_PAGE (object)->cancellable);

  G_OBJECT_CLASS (pivot_data_page_parent_class)->finalize (object);
}

static void
pivot_data_page_class_init (PivotDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_data_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_data_page_finalize;

  g_type_ensure (PIVOT_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, list);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, entry);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, descending_button);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, table_view);
  gtk_widget_class_bind_template_child (widget_class, PivotDataPage, message_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_count);

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "table.save", NULL);
}

static void
pivot_data_page_init (PivotDataPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->telling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_drop_down_set_label (self->sort_drop_down, _("Sort by"));
  add_list_rows (self);
  self->telling = FALSE;
}

/**
 * pivot_data_page_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_data_page_new (PivotSession *session,
                     PivotTheme   *theme)
{
  PivotDataPage *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_DATA_PAGE, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
