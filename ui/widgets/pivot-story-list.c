/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-story-list.h"

#include "pivot-list-keys.h"
#include "pivot-present-story.h"
#include "pivot-present-words.h"

#include <glib/gi18n-lib.h>

#define MARGIN 12 /* px that are seen around the row that is chosen */

struct _PivotStoryList
{
  GtkWidget        parent_instance;

  PivotSession    *session;
  PivotDataset    *dataset;      /* whose rows are there */
  gboolean         telling;      /* widgets are being told, not asked */
  guint            scroll_id;

  GtkToggleButton *parts_button;
  GtkToggleButton *figures_button;
  GtkStack        *stack;
  GtkListBox      *steps;
  GtkListBox      *figures;
};

G_DEFINE_FINAL_TYPE (PivotStoryList, pivot_story_list, GTK_TYPE_WIDGET)

/* What a row of the steps is: a heading has no step. */
typedef struct
{
  guint    part;
  guint    index;
  gboolean heading;
} Entry;

static GQuark
entry_quark (void)
{
  return g_quark_from_static_string ("pivot-story-entry");
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Else GTK finds the least width by breaking at each character. */
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkListBoxRow *
append_row (GtkListBox *list,
            GtkWidget  *child,
            const char *spoken)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (list, row);

  return GTK_LIST_BOX_ROW (row);
}

static void
set_entry (GtkListBoxRow *row,
           guint          part,
           guint          index,
           gboolean       heading)
{
  Entry *entry = g_new0 (Entry, 1);

  *entry = (Entry) { part, index, heading };
  g_object_set_qdata_full (G_OBJECT (row), entry_quark (), entry, g_free);
}

static void
append_part (PivotStoryList *self,
             PivotStory     *story,
             guint           part)
{
  const char *title = pivot_text_get (pivot_story_get_title (story));
  /* Translators: number of a part of the story. */
  g_autofree char *number = g_strdup_printf (_("Part %u"), pivot_story_get_part (story));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkListBoxRow *heading;
  GListModel *steps = pivot_story_get_steps (story);

  gtk_box_append (GTK_BOX (box), new_label (number, "caption"));
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), "dim-label");
  heading = append_row (self->steps, box, title);
  gtk_list_box_row_set_activatable (heading, FALSE);
  gtk_list_box_row_set_selectable (heading, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (heading), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (heading), "part");
  set_entry (heading, part, 0, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr(PivotStep) step = g_list_model_get_item (steps, i);
      const char *name = pivot_text_get (pivot_step_get_title (step));
      g_autofree char *index = g_strdup_printf ("%u", i + 1);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *digits = gtk_label_new (index);

      gtk_label_set_width_chars (GTK_LABEL (digits), 2);
      gtk_label_set_xalign (GTK_LABEL (digits), 1);
      gtk_label_set_yalign (GTK_LABEL (digits), 0);
      gtk_widget_add_css_class (digits, "dim-label");
      gtk_widget_add_css_class (digits, "numeric");
      gtk_box_append (GTK_BOX (line), digits);
      gtk_box_append (GTK_BOX (line), new_label (name, NULL));
      set_entry (append_row (self->steps, line, name), part, i, FALSE);
    }
}

static void
append_figure (PivotStoryList *self,
               PivotFigure    *figure)
{
  const char *title = pivot_text_get (pivot_figure_get_title (figure));
  const char *coverage = pivot_present_coverage_label (pivot_figure_get_coverage (figure));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  /* Translators: number of a figure, then how much of its data survives. */
  g_autofree char *line = g_strdup_printf (C_("figure", "%1$s · %2$s"), pivot_figure_get_id (figure), coverage);

  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  gtk_box_append (GTK_BOX (box), new_label (line, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  append_row (self->figures, box, title);
}

static void
remove_rows (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
fill (PivotStoryList *self)
{
  GListModel *stories = pivot_dataset_get_stories (self->dataset);
  GListModel *figures = pivot_dataset_get_figures (self->dataset);

  remove_rows (self->steps);
  remove_rows (self->figures);
  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr(PivotStory) story = g_list_model_get_item (stories, i);

      append_part (self, story, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      append_figure (self, figure);
    }
}

static void
show_step (PivotStoryList        *self,
           const PivotStoryPlace *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->steps, i)) != NULL; i++)
    {
      const Entry *entry = g_object_get_qdata (G_OBJECT (row), entry_quark ());

      if (!entry->heading && entry->part == place->part && entry->index == place->index)
        gtk_list_box_select_row (self->steps, row);
    }
}

static void
show_figure (PivotStoryList *self,
             PivotFigure    *figure)
{
  GListModel *figures = pivot_dataset_get_figures (self->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) item = g_list_model_get_item (figures, i);

      if (item == figure)
        gtk_list_box_select_row (self->figures, gtk_list_box_get_row_at_index (self->figures, (int) i));
    }
}

/* A row that is chosen comes into sight, once it has its place. */
static gboolean
scroll_cb (gpointer user_data)
{
  PivotStoryList *self = PIVOT_STORY_LIST (user_data);
  GtkListBox *list = pivot_present_story_is_figures (self->session) ? self->figures : self->steps;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (list);
  graphene_rect_t bounds;

  self->scroll_id = 0;
  if (row != NULL && adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - MARGIN, bounds.origin.y + bounds.size.height + MARGIN);

  return G_SOURCE_REMOVE;
}

static void
update (PivotStoryList *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  gboolean is_figures = pivot_present_story_is_figures (self->session);
  PivotStoryPlace place;

  if (dataset == NULL)
    return;

  self->telling = TRUE;
  if (g_set_object (&self->dataset, dataset))
    fill (self);
  gtk_stack_set_visible_child_name (self->stack, is_figures ? "figures" : "steps");
  gtk_toggle_button_set_active (is_figures ? self->figures_button : self->parts_button, TRUE);
  if (is_figures)
    show_figure (self, pivot_present_story_figure (self->session));
  else if (pivot_present_story_place (self->session, &place))
    show_step (self, &place);
  self->telling = FALSE;
  /* After the layout of the next frame. */
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, self, NULL);
}

static void
step_selected_cb (PivotStoryList *self,
                  GtkListBoxRow  *row)
{
  const Entry *entry = row != NULL ? g_object_get_qdata (G_OBJECT (row), entry_quark ()) : NULL;

  PivotStoryPlace place;

  if (self->telling || entry == NULL || entry->heading)
    return;

  /* The list says so too when the keyboard comes to the row that is selected already. */
  if (pivot_present_story_is_figures (self->session) || !pivot_present_story_place (self->session, &place) ||
      place.part != entry->part || place.index != entry->index)
    pivot_present_story_go (self->session, entry->part, entry->index);
}

static void
figure_selected_cb (PivotStoryList *self,
                    GtkListBoxRow  *row)
{
  g_autoptr(PivotFigure) figure = NULL;

  if (self->telling || row == NULL)
    return;

  figure = g_list_model_get_item (pivot_dataset_get_figures (self->dataset), (guint) gtk_list_box_row_get_index (row));
  if (figure != pivot_present_story_figure (self->session))
    pivot_present_story_show_figure (self->session, pivot_figure_get_id (figure));
}

static void
toggled_cb (PivotStoryList  *self,
            GtkToggleButton *button)
{
  if (self->telling || self->dataset == NULL || !gtk_toggle_button_get_active (button))
    return;

  if (button == self->figures_button)
    pivot_present_story_show_figure (self->session, NULL);
  else if (g_list_model_get_n_items (pivot_dataset_get_stories (self->dataset)) > 0)
    pivot_present_story_go (self->session, 0, 0);
}

static void
pivot_story_list_dispose (GObject *object)
{
  PivotStoryList *self = PIVOT_STORY_LIST (object);
  GtkWidget *child;

  self->telling = TRUE;
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_story_list_parent_class)->dispose (object);
}

static void
pivot_story_list_class_init (PivotStoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_story_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkToggleButton *
append_toggle (PivotStoryList *self,
               GtkWidget      *box,
               const char     *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);

  return GTK_TOGGLE_BUTTON (button);
}

static GtkListBox *
add_list (PivotStoryList *self,
          const char     *name,
          const char     *label,
          GCallback       callback)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  pivot_list_leave_by_tab (GTK_LIST_BOX (list));
  gtk_widget_add_css_class (list, "page-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (list, "row-selected", callback, self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_stack_add_named (self->stack, scrolled, name);

  return GTK_LIST_BOX (list);
}

static void
pivot_story_list_init (PivotStoryList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "side-pane");
  gtk_widget_add_css_class (GTK_WIDGET (self), "story-list");
  gtk_widget_add_css_class (buttons, "linked");
  gtk_widget_add_css_class (buttons, "list-switch");
  self->telling = TRUE;
  self->parts_button = append_toggle (self, buttons, _("Parts"));
  self->figures_button = append_toggle (self, buttons, _("All Figures"));
  gtk_toggle_button_set_group (self->figures_button, self->parts_button);
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  self->steps = add_list (self, "steps", _("Steps of the story"), G_CALLBACK (step_selected_cb));
  self->figures = add_list (self, "figures", _("All Figures"), G_CALLBACK (figure_selected_cb));
  self->telling = FALSE;
}

/**
 * pivot_story_list_new:
 * @session: what is shown
 *
 * Makes the list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
pivot_story_list_new (PivotSession *session)
{
  PivotStoryList *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_STORY_LIST, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::figure", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
