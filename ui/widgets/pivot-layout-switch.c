/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-layout-switch.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-present.h"

/* Of the name of a measure: in half a map of the narrowest window, and where there is room. */
#define MIN_NAME_CHARS 9
#define MAX_NAME_CHARS 24

struct _PivotLayoutSwitch
{
  GtkWidget     parent_instance;

  PivotSession *session;
  GPtrArray    *measures;   /* of PivotMeasure, borrowed from the dataset; row i + 1 of the drop-down */
  gboolean      updating;   /* the drop-down is being told, not asked */

  GtkWidget    *box;
  GtkWidget    *size_box;
  GtkDropDown  *drop_down;
  GtkWidget    *note;
};

G_DEFINE_FINAL_TYPE (PivotLayoutSwitch, pivot_layout_switch, GTK_TYPE_WIDGET)

static void
update (PivotLayoutSwitch *self)
{
  const char *id = pivot_session_get_word (self->session, PIVOT_OPTION_SIZE_BY);
  gboolean circles = pivot_present_layout (self->session) == PIVOT_LAYOUT_CIRCLES;
  guint selected = 0;

  gtk_widget_set_visible (self->size_box, circles);
  gtk_widget_set_visible (self->note, circles && pivot_present_size_measure (self->session) == NULL);

  for (guint i = 0; i < self->measures->len; i++)
    if (g_str_equal (pivot_measure_get_id (g_ptr_array_index (self->measures, i)), id))
      selected = i + 1;

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->updating = FALSE;
}

/* Only measures that have sizes. */
static void
dataset_cb (PivotLayoutSwitch *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  GListModel *measures = dataset != NULL ? pivot_dataset_get_measures (dataset) : NULL;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->measures, 0);
  gtk_string_list_append (names, _("Measure on the map"));
  for (guint i = 0; measures != NULL && i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);

      if (!pivot_present_can_be_size (measure))
        continue;
      g_ptr_array_add (self->measures, measure);
      gtk_string_list_append (names, pivot_text_get (pivot_measure_get_label (measure)));
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  self->updating = FALSE;
  update (self);
}

static void
selected_cb (PivotLayoutSwitch *self)
{
  guint row = gtk_drop_down_get_selected (self->drop_down);

  if (self->updating || self->session == NULL || row > self->measures->len)
    return;

  pivot_session_set_word (self->session, PIVOT_OPTION_SIZE_BY,
                          row > 0 ? pivot_measure_get_id (g_ptr_array_index (self->measures, row - 1)) : "");
}

static void
pivot_layout_switch_dispose (GObject *object)
{
  PivotLayoutSwitch *self = PIVOT_LAYOUT_SWITCH (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_layout_switch_parent_class)->dispose (object);
}

static void
pivot_layout_switch_finalize (GObject *object)
{
  g_ptr_array_unref (PIVOT_LAYOUT_SWITCH (object)->measures);

  G_OBJECT_CLASS (pivot_layout_switch_parent_class)->finalize (object);
}

static void
pivot_layout_switch_class_init (PivotLayoutSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_layout_switch_dispose;
  object_class->finalize = pivot_layout_switch_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "layout-switch");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_buttons (void)
{
  const struct { const char *target; const char *label; const char *name; const char *tooltip; } layouts[] = {
    /* Translators: how places are laid out: by their boundaries. */
    { "win.layout::map", C_("layout", "Map"), _("As a map"),
      _("Places by their boundaries (Ctrl+G for the next layout)") },
    /* Translators: how places are laid out: a grid of equal squares. */
    { "win.layout::grid", C_("layout", "Grid"), _("As a grid"),
      _("An equal square for each place, laid out by geography") },
    /* Translators: how places are laid out: circles of different sizes. */
    { "win.layout::cartogram", C_("layout", "Circles"), _("As circles"),
      _("A circle for each place, its area by a measure") },
  };
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (buttons, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (layouts[i].label);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), layouts[i].target);
      gtk_widget_set_tooltip_text (button, layouts[i].tooltip);
      /* Newer versions of GTK would rather say what is written on it, and that alone says too little. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, layouts[i].name, -1);
      gtk_box_append (GTK_BOX (buttons), button);
    }

  return buttons;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_NAME_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkStringObject *name = GTK_STRING_OBJECT (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (name));
}

static void
pivot_layout_switch_init (PivotLayoutSwitch *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->measures = g_ptr_array_new ();
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  pivot_drop_down_set_label (self->drop_down, _("Size of the circles"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _("Size of the circles"));
  /* The list has whole names and the button what it has room for. */
  gtk_drop_down_set_list_factory (self->drop_down, gtk_drop_down_get_factory (self->drop_down));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (self->drop_down, factory);
  self->size_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->size_box), GTK_WIDGET (self->drop_down));
  self->note = gtk_label_new (_("All the same size: values below zero have no area."));
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "map-card");
  gtk_widget_set_halign (self->note, GTK_ALIGN_START);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_visible (self->size_box, FALSE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), make_buttons ());
  gtk_widget_set_halign (gtk_widget_get_first_child (self->box), GTK_ALIGN_START);
  gtk_widget_set_halign (self->size_box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->size_box);
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Layout"), -1);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * pivot_layout_switch_set_session:
 * @self: a layout switch
 * @session: what it shows and changes; it is set once
 *
 * Follows a session.
 */
void
pivot_layout_switch_set_session (PivotLayoutSwitch *self,
                                 PivotSession      *session)
{
  g_return_if_fail (PIVOT_IS_LAYOUT_SWITCH (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::measure", G_CALLBACK (update), self);
  dataset_cb (self);
}
