/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-list-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-session-options.h"
#include "pivot-wrap-layout.h"

enum
{
  DIRTY_FILTER = 1 << 0,
  DIRTY_SELECTION = 1 << 1,
  DIRTY_ROWS = 1 << 2,
};

/* How long a person pauses before what is typed next is another step of the history. */
#define TYPING_MS 1000
/* More firms than these are not kept selected: a view names each of them. */
#define MAX_SELECTED 100
/* px of a character that the widths of the columns are meant for. */
#define CHAR_WIDTH 6.6

G_DEFINE_FINAL_TYPE (PivotFirmList, pivot_firm_list, GTK_TYPE_WIDGET)

/* From the session to the list */

static void
update_sort (PivotFirmList *self)
{
  const char *sort = pivot_session_get_word (self->session, PIVOT_OPTION_FIRM_SORT);
  gboolean descending;
  int column = _pivot_firm_sort_parse (sort, &descending);

  pivot_firm_filter_set_sort (self->filter, column, descending);
  _pivot_firm_columns_set_sort (self->view, sort);
  gtk_drop_down_set_selected (self->sort_drop_down, (guint) (column + 1));
  gtk_toggle_button_set_active (self->descending_button, descending);
  gtk_widget_set_sensitive (GTK_WIDGET (self->descending_button), column != PIVOT_FIRM_UNSORTED);
}

static void
update_count (PivotFirmList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  guint n_all = self->index != NULL ? pivot_firm_index_get_n_firms (self->index) : 0;
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm", "%u firms", n), n);
  else
    /* Translators: how many firms the list shows, and how many there are. */
    text = g_strdup_printf (_("%1$u of %2$u firms"), n, n_all);

  gtk_label_set_text (self->count_label, self->index != NULL ? text : "");
}

static void
update_stack (PivotFirmList *self)
{
  gboolean narrowed = _pivot_firm_list_is_narrowed (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->index != NULL ? "empty" : "preparing");

  gtk_widget_set_visible (self->clear_button, narrowed);
  gtk_label_set_text (self->empty_title, narrowed ? _("No firm like that") : _("No firms"));
  gtk_label_set_text (self->empty_text, narrowed ? _("None has all of what is typed and chosen above.")
                                                 : _("This dataset has no firms."));
}

/* Everything that the list depends on, in one text: other choices of the session leave it as it is. */
static gboolean
is_another (PivotFirmList *self,
            char         **facets,
            const guint   *places,
            guint          n)
{
  g_autofree char *joined = g_strjoinv ("\x1f", facets);
  GString *applied = g_string_new (NULL);
  gboolean same;

  g_string_append_printf (applied, "%s\x1e%s\x1e%s\x1e", pivot_session_get_word (self->session, PIVOT_OPTION_FIRM_FILTER), joined,
                          pivot_session_get_word (self->session, PIVOT_OPTION_FIRM_SORT));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (applied, "%u ", places[i]);

  same = g_strcmp0 (applied->str, self->applied) == 0;
  g_free (self->applied);
  self->applied = g_string_free (applied, FALSE);

  return !same;
}

/* All rows are as high as each other. */
static guint
get_first_row (PivotFirmList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double upper = gtk_adjustment_get_upper (adjustment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  return upper > 0 ? (guint) (gtk_adjustment_get_value (adjustment) / upper * n) : 0;
}

static void
update_filter (PivotFirmList *self)
{
  const char *query = pivot_session_get_word (self->session, PIVOT_OPTION_FIRM_FILTER);
  g_auto(GStrv) facets = pivot_session_get_list (self->session, PIVOT_OPTION_FIRM_FACETS);
  guint n;
  g_autofree guint *places = pivot_session_get_selected (self->session, &n);

  if (!is_another (self, facets, places, n))
    return;

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), query))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), query);

  pivot_firm_filter_set_query (self->filter, query);
  pivot_firm_filter_set_facets (self->filter, (const char * const *) facets);
  pivot_firm_filter_set_places (self->filter, places, n);
  update_sort (self);
  pivot_firm_rows_set_first (self->rows, get_first_row (self));
  pivot_firm_filter_update (self->filter);

  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    pivot_facet_button_update (PIVOT_FACET_BUTTON (self->facets[i]));
  _pivot_firm_list_update_chips (self);
  update_count (self);
  update_stack (self);
}

/* The firms that are chosen; where none are, the row of the one whose page is open says where one is. */
static void
update_selection (PivotFirmList *self)
{
  g_auto(GStrv) ids = pivot_session_get_list (self->session, PIVOT_OPTION_FIRMS_SELECTED);
  const char *one[] = { pivot_session_get_firm (self->session), NULL };
  const char * const *shown = ids[0] != NULL ? (const char * const *) ids : one;
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));

  for (guint i = 0; shown[i] != NULL; i++)
    {
      guint position = pivot_firm_filter_find (self->filter, shown[i]);

      if (gtk_bitset_contains (all, position))
        gtk_bitset_add (selected, position);
    }

  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
}

/* A firm that was chosen elsewhere, or before the list was on screen. */
static void
reveal_firm (PivotFirmList *self)
{
  guint position = pivot_firm_filter_find (self->filter, pivot_session_get_firm (self->session));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position == G_MAXUINT || rows == NULL)
    return;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    pivot_firm_rows_complete (self->rows);
  if (position > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotFirmList *self = PIVOT_FIRM_LIST (widget);

  if (self->session == NULL)
    return;

  self->updating = TRUE;
  if (dirty & DIRTY_FILTER)
    update_filter (self);
  update_selection (self);
  if (dirty & DIRTY_SELECTION)
    reveal_firm (self);
  self->updating = FALSE;
}

static void
filter_changed_cb (PivotFirmList *self)
{
  pivot_updater_mark (&self->updater, DIRTY_FILTER);
}

/* Rows that come later may be those of selected firms. */
static void
rows_changed_cb (PivotFirmList *self)
{
  pivot_updater_mark (&self->updater, DIRTY_ROWS);
}

static void
firm_changed_cb (PivotFirmList *self)
{
  pivot_updater_mark (&self->updater, DIRTY_SELECTION);
}

/* From the list to the session */

static gboolean
typing_ended_cb (gpointer user_data)
{
  PivotFirmList *self = PIVOT_FIRM_LIST (user_data);

  self->typing_id = 0;
  pivot_session_end_change (self->session);

  return G_SOURCE_REMOVE;
}

static void
end_typing (PivotFirmList *self)
{
  if (self->typing_id == 0)
    return;

  g_clear_handle_id (&self->typing_id, g_source_remove);
  pivot_session_end_change (self->session);
}

/* A word that is typed is one step of the history, not one for each letter. */
static void
typed_cb (PivotFirmList *self)
{
  if (self->updating || self->session == NULL)
    return;

  if (self->typing_id == 0)
    pivot_session_begin_change (self->session);
  else
    g_source_remove (self->typing_id);
  self->typing_id = g_timeout_add (TYPING_MS, typing_ended_cb, self);
  pivot_session_set_word (self->session, PIVOT_OPTION_FIRM_FILTER, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static char *
get_id (PivotFirmList *self,
        guint          position)
{
  g_autoptr(PivotFirm) firm = g_list_model_get_item (G_LIST_MODEL (self->filter), position);

  return g_strdup (pivot_firm_get_id (firm));
}

static void
selection_changed_cb (PivotFirmList *self)
{
  g_autoptr(GtkBitset) selected = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  GtkBitsetIter iter;
  guint position, n;

  if (self->updating || self->session == NULL)
    return;

  end_typing (self);
  ids = g_ptr_array_new_with_free_func (g_free);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  /* Blank rows at the end, which are about to go, have no firm. */
  if (gtk_bitset_iter_init_first (&iter, selected, &position) && position < n)
    do
      g_ptr_array_add (ids, get_id (self, position));
    while (ids->len < MAX_SELECTED && gtk_bitset_iter_next (&iter, &position) && position < n);
  g_ptr_array_add (ids, NULL);

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_list (self->session, PIVOT_OPTION_FIRMS_SELECTED, (const char * const *) ids->pdata);
  if (ids->len == 2)
    pivot_session_set_firm (self->session, ids->pdata[0]);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
activate_cb (PivotFirmList *self,
             guint          position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/* Enter shows the first firm that is found, and Down goes on in the list. */
static void
entry_activate_cb (PivotFirmList *self)
{
  end_typing (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0)
    activate_cb (self, 0);
}

static void
entry_stop_cb (PivotFirmList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
entry_key_cb (PivotFirmList   *self,
              guint            key,
              guint            code,
              GdkModifierType  state)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || g_list_model_get_n_items (G_LIST_MODEL (self->filter)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
sorter_changed_cb (PivotFirmList *self)
{
  if (!self->updating && self->session != NULL)
    pivot_session_set_word (self->session, PIVOT_OPTION_FIRM_SORT, _pivot_firm_columns_get_sort (self->view));
}

static void
sort_changed_cb (PivotFirmList *self)
{
  guint selected = gtk_drop_down_get_selected (self->sort_drop_down);

  if (self->updating || self->session == NULL || selected > PIVOT_N_FIRM_COLUMNS)
    return;

  pivot_session_set_word (self->session, PIVOT_OPTION_FIRM_SORT,
                          _pivot_firm_sort_get_word ((int) selected - 1,
                                                     gtk_toggle_button_get_active (self->descending_button)));
}

static void
clear_clicked_cb (PivotFirmList *self)
{
  _pivot_firm_list_clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Look */

/* The widths of the columns grow with the type. */
static void
pivot_firm_list_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  PivotFirmList *self = PIVOT_FIRM_LIST (widget);
  PangoFontMetrics *metrics;
  GListModel *columns;
  double char_width;

  GTK_WIDGET_CLASS (pivot_firm_list_parent_class)->css_changed (widget, change);
  if (self->view == NULL)
    return;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  char_width = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  if (char_width == self->char_width)
    return;

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = gtk_column_view_column_get_fixed_width (column);

      gtk_column_view_column_set_fixed_width (column, (int) (width * char_width / self->char_width));
    }
  self->char_width = char_width;
}

static gboolean
show_columns_cb (gpointer user_data)
{
  PivotFirmList *self = PIVOT_FIRM_LIST (user_data);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  self->columns_id = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));

  return G_SOURCE_REMOVE;
}

/* From right to left, the first column is at the far end of what GTK shows first. The view sets the value after it tells of this. */
static void
columns_changed_cb (PivotFirmList *self,
                    GtkAdjustment *adjustment)
{
  if (self->columns_shown || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;

  self->columns_shown = TRUE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    self->columns_id = g_idle_add (show_columns_cb, self);
}

static void
add_sort_choices (PivotFirmList *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  /* Translators: after “Sort by”: the order of the firms in the dataset. */
  gtk_string_list_append (titles, _("Dataset order"));
  for (guint i = 0; i < PIVOT_N_FIRM_COLUMNS; i++)
    gtk_string_list_append (titles, _pivot_firm_column_get_title (i));
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

static void
pivot_firm_list_dispose (GObject *object)
{
  PivotFirmList *self = PIVOT_FIRM_LIST (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  g_clear_handle_id (&self->columns_id, g_source_remove);
  if (self->session != NULL)
    {
      end_typing (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_FIRM_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->applied, g_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->index);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_firm_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-firm-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, entry);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, facet_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, chip_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, empty_title);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, empty_text);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, view);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, count_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmList, descending_button);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_typing);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
pivot_firm_list_class_init (PivotFirmListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_firm_list_dispose;
  widget_class->css_changed = pivot_firm_list_css_changed;
  g_type_ensure (PIVOT_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
pivot_firm_list_init (PivotFirmList *self)
{
  self->char_width = CHAR_WIDTH;
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
  pivot_drop_down_set_label (self->sort_drop_down, _("Sort by"));

  self->filter = pivot_firm_filter_new ();
  self->rows = pivot_firm_rows_new (self->filter);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  _pivot_firm_columns_add (self->view, &self->index);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->view));

  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)), "changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);

  self->updating = TRUE;
  add_sort_choices (self);
  self->updating = FALSE;
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * pivot_firm_list_set_session:
 * @self: a list of firms
 * @session: what is chosen; it is set once
 *
 * Follows a session.
 */
void
pivot_firm_list_set_session (PivotFirmList *self,
                             PivotSession  *session)
{
  g_return_if_fail (PIVOT_IS_FIRM_LIST (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < PIVOT_N_FIRM_FACETS; i++)
    {
      self->facets[i] = pivot_facet_button_new (i, session, self->filter);
      gtk_box_append (GTK_BOX (self->facet_box), self->facets[i]);
    }
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (session, "notify::firm", G_CALLBACK (firm_changed_cb), self);
  pivot_updater_mark (&self->updater, DIRTY_FILTER | DIRTY_SELECTION);
}

/**
 * pivot_firm_list_set_index:
 * @self: a list of firms
 * @index: (nullable): the firms, or `NULL` while they are being prepared
 *
 * Shows other firms.
 */
void
pivot_firm_list_set_index (PivotFirmList  *self,
                           PivotFirmIndex *index)
{
  g_return_if_fail (PIVOT_IS_FIRM_LIST (self));
  g_return_if_fail (index == NULL || PIVOT_IS_FIRM_INDEX (index));

  self->updating = TRUE;
  pivot_firm_filter_set_index (self->filter, NULL);
  g_set_object (&self->index, index);
  g_clear_pointer (&self->applied, g_free);
  pivot_firm_filter_set_index (self->filter, index);
  self->updating = FALSE;
  pivot_updater_mark (&self->updater, DIRTY_FILTER | DIRTY_SELECTION);
}

/**
 * pivot_firm_list_get_filter:
 * @self: a list of firms
 *
 * Returns: (transfer none): the firms as they are listed
 */
PivotFirmFilter *
pivot_firm_list_get_filter (PivotFirmList *self)
{
  g_return_val_if_fail (PIVOT_IS_FIRM_LIST (self), NULL);

  return self->filter;
}

/**
 * pivot_firm_list_start:
 * @self: a list of firms
 *
 * Puts the keyboard into the entry.
 */
void
pivot_firm_list_start (PivotFirmList *self)
{
  g_return_if_fail (PIVOT_IS_FIRM_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
