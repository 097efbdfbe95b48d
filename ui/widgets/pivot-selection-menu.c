/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-selection-menu.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-condition.h"
#include "pivot-saved-selections.h"
#include "pivot-units.h"

/* Words that are offered at once while a condition is typed. */
#define MAX_WORDS 4

struct _PivotSelectionMenu
{
  GtkWidget      parent_instance;

  PivotSession  *session;
  gboolean       updating;      /* the controls are being told, not asked */
  char          *renaming;      /* the saved selection that gets another name, or NULL */

  GtkMenuButton *button;
  GtkDropDown   *groups;
  GtkWidget     *from;
  GtkWidget     *to;
  GtkWidget     *condition;
  GtkWidget     *words;
  GtkLabel      *message;
  GtkWidget     *saved;         /* a row each */
  GtkWidget     *name;
  GtkButton     *save;
};

G_DEFINE_FINAL_TYPE (PivotSelectionMenu, pivot_selection_menu, GTK_TYPE_WIDGET)

static void update_saved (PivotSelectionMenu *self);

static void
say (PivotSelectionMenu *self,
     const char         *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (*text != '\0')
    pivot_widget_announce (GTK_WIDGET (self->message), text);
}

static void
select_places (PivotSelectionMenu *self,
               GArray             *places)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u place selected", "%u places selected", places->len), places->len);

  pivot_session_select (self->session, (const guint *) (gpointer) places->data, places->len, PIVOT_SELECT_REPLACE);
  say (self, text);
}

static void
group_cb (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  guint row = gtk_drop_down_get_selected (self->groups);
  g_autoptr(PivotGroup) group = NULL;
  g_autoptr(GArray) places = NULL;

  if (self->updating || row == 0 || row == GTK_INVALID_LIST_POSITION || dataset == NULL)
    return;

  group = g_list_model_get_item (pivot_dataset_get_groups (dataset), row - 1);
  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    if (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (dataset, i)), pivot_group_get_id (group)))
      g_array_append_val (places, i);
  select_places (self, places);
}

/* What was typed, in the locale or as files have it; an empty entry is no limit. */
static gboolean
read_limit (GtkWidget *entry,
            double     otherwise,
            double    *limit)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_auto(GStrv) parts = g_strsplit (text, "−", -1);
  g_autofree char *plain = g_strjoinv ("-", parts);
  char *end;

  *limit = otherwise;
  if (*plain == '\0')
    return TRUE;

  *limit = g_ascii_strtod (plain, &end);
  if (*end != '\0')
    *limit = g_strtod (plain, &end);

  return *end == '\0';
}

static void
range_cb (PivotSelectionMenu *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autoptr(GArray) places = NULL;
  double from, to;

  if (measure == NULL)
    return;

  if (!read_limit (self->from, -G_MAXDOUBLE, &from) || !read_limit (self->to, G_MAXDOUBLE, &to))
    {
      say (self, _("That is no number."));
      return;
    }

  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < pivot_dataset_get_n_places (pivot_session_get_dataset (self->session)); i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, i);

      if (!pivot_value_is_missing (value) && value->number >= from && value->number <= to)
        g_array_append_val (places, i);
    }
  select_places (self, places);
}

static void
condition_cb (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(PivotCondition) condition = NULL;
  g_autoptr(GArray) places = NULL;
  g_autoptr(GError) error = NULL;

  if (dataset == NULL)
    return;

  condition = pivot_condition_new (dataset, gtk_editable_get_text (GTK_EDITABLE (self->condition)), NULL, &error);
  if (condition == NULL)
    {
      say (self, error->message);
      return;
    }

  places = pivot_condition_evaluate (condition, NULL);
  select_places (self, places);
}

static gsize
get_cursor (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return g_utf8_offset_to_pointer (text, gtk_editable_get_position (editable)) - text;
}

static void
word_cb (GtkButton *button,
         gpointer   user_data)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (user_data);
  GtkEditable *editable = GTK_EDITABLE (self->condition);
  const char *text = gtk_editable_get_text (editable);
  g_autofree char *word = g_strconcat (gtk_button_get_label (button), " ", NULL);
  g_auto(GStrv) words = NULL;
  gsize start;
  int position;

  words = pivot_condition_complete (pivot_session_get_dataset (self->session), text, get_cursor (editable), &start);
  position = g_utf8_pointer_to_offset (text, text + start);
  gtk_editable_delete_text (editable, position, gtk_editable_get_position (editable));
  gtk_editable_insert_text (editable, word, -1, &position);
  gtk_widget_grab_focus (self->condition);
  gtk_editable_set_position (editable, position);
}

/* The words that could come next, as buttons below. */
static void
typed_cb (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->condition));
  g_auto(GStrv) words = NULL;
  GtkWidget *child;
  gsize start;

  while ((child = gtk_widget_get_first_child (self->words)) != NULL)
    gtk_box_remove (GTK_BOX (self->words), child);
  say (self, "");
  if (dataset == NULL || *text == '\0')
    return;

  words = pivot_condition_complete (dataset, text, get_cursor (GTK_EDITABLE (self->condition)), &start);
  for (guint i = 0; words != NULL && words[i] != NULL && i < MAX_WORDS; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (words[i]);

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect (button, "clicked", G_CALLBACK (word_cb), self);
      gtk_box_append (GTK_BOX (self->words), button);
    }
}

/* Saved selections */

static const char *
get_dataset_id (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  return dataset != NULL ? pivot_dataset_get_id (dataset) : "";
}

static void
stop_renaming (PivotSelectionMenu *self)
{
  g_clear_pointer (&self->renaming, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_button_set_label (self->save, _("Save"));
}

static void
save_cb (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree const char **ids = NULL;
  g_autofree guint *places = NULL;
  guint n;

  if (*name == '\0' || dataset == NULL)
    return;

  if (self->renaming != NULL)
    pivot_saved_selections_rename (get_dataset_id (self), self->renaming, name);
  else
    {
      places = pivot_session_get_selected (self->session, &n);
      ids = g_new0 (const char *, n + 1);
      for (guint i = 0; i < n; i++)
        ids[i] = pivot_place_get_id (pivot_dataset_get_place (dataset, places[i]));
      pivot_saved_selections_save (get_dataset_id (self), name, ids);
    }
  stop_renaming (self);
  update_saved (self);
}

static const char *
get_row_name (GtkWidget *button)
{
  return gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (gtk_widget_get_parent (button))));
}

static void
apply_cb (GtkWidget *button,
          gpointer   user_data)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (user_data);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_auto(GStrv) ids = pivot_saved_selections_get (get_dataset_id (self), get_row_name (button));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      int place = pivot_dataset_get_place_index (dataset, ids[i]);

      if (place >= 0)
        g_array_append_val (places, place);
    }
  select_places (self, places);
}

static void
rename_cb (GtkWidget *button,
           gpointer   user_data)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (user_data);

  g_free (self->renaming);
  self->renaming = g_strdup (get_row_name (button));
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->renaming);
  gtk_button_set_label (self->save, _("Rename"));
  gtk_widget_grab_focus (self->name);
}

static void
delete_cb (GtkWidget *button,
           gpointer   user_data)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (user_data);

  pivot_saved_selections_delete (get_dataset_id (self), get_row_name (button));
  stop_renaming (self);
  gtk_widget_grab_focus (self->name);
  update_saved (self);
}

static void
add_row_button (GtkWidget  *row,
                const char *icon,
                const char *label,
                GCallback   callback,
                gpointer    data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, data);
  gtk_box_append (GTK_BOX (row), button);
}

static void
update_saved (PivotSelectionMenu *self)
{
  g_auto(GStrv) names = pivot_saved_selections_list (get_dataset_id (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->saved)) != NULL)
    gtk_box_remove (GTK_BOX (self->saved), child);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      GtkWidget *apply = gtk_button_new_with_label (names[i]);
      /* Translators: %s is the name of a saved selection. */
      g_autofree char *rename_label = g_strdup_printf (_("Rename “%s”"), names[i]);
      /* Translators: %s is the name of a saved selection. */
      g_autofree char *delete_label = g_strdup_printf (_("Delete “%s”"), names[i]);

      gtk_widget_add_css_class (apply, "flat");
      gtk_widget_set_hexpand (apply, TRUE);
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), 0);
      g_signal_connect (apply, "clicked", G_CALLBACK (apply_cb), self);
      gtk_box_append (GTK_BOX (row), apply);
      add_row_button (row, "document-edit-symbolic", rename_label, G_CALLBACK (rename_cb), self);
      add_row_button (row, "user-trash-symbolic", delete_label, G_CALLBACK (delete_cb), self);
      gtk_box_append (GTK_BOX (self->saved), row);
    }
  gtk_widget_set_visible (self->saved, names[0] != NULL);
}

/* Everything is brought up to date when the popover opens. */
static void
show_cb (PivotSelectionMenu *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  GListModel *groups = dataset != NULL ? pivot_dataset_get_groups (dataset) : NULL;
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *tip = NULL;

  gtk_string_list_append (labels, _("Choose a group"));
  for (guint i = 0; groups != NULL && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PivotGroup) group = g_list_model_get_item (groups, i);

      gtk_string_list_append (labels, pivot_text_get (pivot_group_get_label (group)));
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->groups, G_LIST_MODEL (labels));
  self->updating = FALSE;

  /* Translators: %s is a measure. */
  tip = measure != NULL ? g_strdup_printf (_("Values of %s"), pivot_text_get (pivot_measure_get_label (measure))) : NULL;
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (self->from), tip);
  stop_renaming (self);
  update_saved (self);
  say (self, "");
}

/* Building */

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_top (label, 6);

  return label;
}

static GtkWidget *
new_entry (PivotSelectionMenu *self,
           const char         *name,
           const char         *placeholder,
           int                 width,
           GCallback           activated)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", activated, self);

  return entry;
}

static GtkWidget *
new_row (PivotSelectionMenu *self,
         GtkWidget          *first,
         GtkWidget          *second,
         GtkWidget          *button,
         GCallback           clicked)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), first);
  if (second != NULL)
    gtk_box_append (GTK_BOX (row), second);
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return row;
}

static GtkWidget *
new_commands (void)
{
  const struct { const char *action; const char *label; const char *tooltip; } commands[] = {
    { "win.select-all", _("All"), _("Select all places (Ctrl+A)") },
    { "win.select-invert", _("Invert"), _("Select the other places (Ctrl+Shift+I)") },
    { "win.select-none", _("None"), _("Select none (Ctrl+Shift+A)") },
  };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (commands[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), commands[i].action);
      gtk_widget_set_tooltip_text (button, commands[i].tooltip);
      gtk_box_append (GTK_BOX (row), button);
    }

  return row;
}

static GtkWidget *
build_content (PivotSelectionMenu *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->groups = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  pivot_drop_down_set_label (self->groups, _("Select a group"));
  g_signal_connect_swapped (self->groups, "notify::selected", G_CALLBACK (group_cb), self);
  self->from = new_entry (self, _("Lowest value"), _("From"), 6, G_CALLBACK (range_cb));
  self->to = new_entry (self, _("Highest value"), _("To"), 6, G_CALLBACK (range_cb));
  /* Translators: an example of a condition. */
  self->condition = new_entry (self, _("Condition"), _("measure < 5"), 22, G_CALLBACK (condition_cb));
  g_signal_connect_swapped (self->condition, "changed", G_CALLBACK (typed_cb), self);
  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 36);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  self->saved = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->name = new_entry (self, _("Name of the selection"), _("Name"), 16, G_CALLBACK (save_cb));
  self->save = GTK_BUTTON (gtk_button_new_with_label (_("Save")));

  gtk_box_append (box, new_commands ());
  gtk_box_append (box, new_heading (_("Group")));
  gtk_box_append (box, GTK_WIDGET (self->groups));
  gtk_box_append (box, new_heading (_("Range of the measure")));
  gtk_box_append (box, new_row (self, self->from, self->to, gtk_button_new_with_label (_("Select")), G_CALLBACK (range_cb)));
  gtk_box_append (box, new_heading (_("Condition")));
  gtk_box_append (box, new_row (self, self->condition, NULL, gtk_button_new_with_label (_("Select")), G_CALLBACK (condition_cb)));
  gtk_box_append (box, self->words);
  gtk_box_append (box, GTK_WIDGET (self->message));
  gtk_box_append (box, new_heading (_("Saved selections")));
  gtk_box_append (box, self->saved);
  gtk_box_append (box, new_row (self, self->name, NULL, GTK_WIDGET (self->save), G_CALLBACK (save_cb)));
  gtk_widget_add_css_class (GTK_WIDGET (box), "selection-menu");

  return GTK_WIDGET (box);
}

static void
create_popover (GtkMenuButton *button,
                gpointer       user_data)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (user_data);
  GtkWidget *popover;

  if (self->session == NULL || gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), build_content (self));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (show_cb), self);
  gtk_menu_button_set_popover (button, popover);
}

static void
pivot_selection_menu_dispose (GObject *object)
{
  PivotSelectionMenu *self = PIVOT_SELECTION_MENU (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_pointer (&self->renaming, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_selection_menu_parent_class)->dispose (object);
}

static void
pivot_selection_menu_class_init (PivotSelectionMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_selection_menu_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_selection_menu_init (PivotSelectionMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Selection"));
  /* The button inside is named by its label, and around it is another one. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selection"), -1);
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "small-drop-down");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Select by group, range or condition; saved selections"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * pivot_selection_menu_set_session:
 * @self: a selection menu
 * @session: what it selects in; it is set once
 *
 * Selects in a session.
 */
void
pivot_selection_menu_set_session (PivotSelectionMenu *self,
                                  PivotSession       *session)
{
  g_return_if_fail (PIVOT_IS_SELECTION_MENU (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}
