/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-popover.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-condition.h"
#include "pivot-search.h"

/* Figures have no page to go to yet. */
#define KINDS (PIVOT_SEARCH_ALL & ~(1u << PIVOT_SEARCH_FIGURE))
/* Rows that Page Up and Page Down skip. */
#define PAGE_STEP 6

struct _PivotSearchPopover
{
  GtkPopover          parent_instance;

  PivotSession       *session;
  PivotSearch        *search;
  GtkSingleSelection *selection;
  GArray             *offered;        /* places that the typed condition is true of; NULL without one */

  GtkEditable        *entry;
  GtkWidget          *offer;
  GtkLabel           *offer_label;
  GtkWidget          *scrolled;
  GtkListView        *list;
  GtkLabel           *status;
};

G_DEFINE_FINAL_TYPE (PivotSearchPopover, pivot_search_popover, GTK_TYPE_POPOVER)

enum { PLACES_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Rows */

static const char *
get_kind_name (PivotSearchKind kind)
{
  switch (kind)
    {
    case PIVOT_SEARCH_PLACE:
      return C_("found", "Place");
    case PIVOT_SEARCH_MEASURE:
      return C_("found", "Measure");
    case PIVOT_SEARCH_GROUP:
      return C_("found", "Group");
    case PIVOT_SEARCH_FIRM:
      return C_("found", "Firm");
    case PIVOT_SEARCH_FIGURE:
    default:
      return C_("found", "Figure");
    }
}

static char *
describe_hit (PivotSearchHit *hit)
{
  const char *detail = pivot_search_hit_get_detail (hit);

  if (*detail == '\0')
    /* Translators: what was found, and of what kind, for screen readers. */
    return g_strdup_printf (_("%1$s, %2$s"), pivot_search_hit_get_title (hit), get_kind_name (pivot_search_hit_get_kind (hit)));

  /* Translators: what was found, of what kind, and a detail, for screen readers. */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), pivot_search_hit_get_title (hit),
                          get_kind_name (pivot_search_hit_get_kind (hit)), detail);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return label;
}

static void go_to_chosen (PivotSearchPopover *self,
                          PivotSelectMode     mode);

static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             GtkListItem     *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *popover = gtk_widget_get_ancestor (row, PIVOT_TYPE_SEARCH_POPOVER);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!gtk_widget_contains (row, x, y))
    return;

  gtk_single_selection_set_selected (PIVOT_SEARCH_POPOVER (popover)->selection, gtk_list_item_get_position (item));
  go_to_chosen (PIVOT_SEARCH_POPOVER (popover), state & GDK_CONTROL_MASK ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (NULL));
  gtk_box_append (GTK_BOX (texts), new_label ("dim-label"));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), new_label ("kind"));
  gtk_widget_add_css_class (row, "hit");

  g_signal_connect_object (gesture, "released", G_CALLBACK (released_cb), item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  PivotSearchHit *hit = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autofree char *name = describe_hit (hit);

  gtk_label_set_text (GTK_LABEL (title), pivot_search_hit_get_title (hit));
  gtk_label_set_text (GTK_LABEL (detail), pivot_search_hit_get_detail (hit));
  gtk_widget_set_visible (detail, *pivot_search_hit_get_detail (hit) != '\0');
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (texts)), get_kind_name (pivot_search_hit_get_kind (hit)));
  /* It is the list's own row that screen readers meet. */
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Conditions */

/* No name holds one of these, and no condition does without. */
static gboolean
is_condition (const char *text)
{
  static const char * const signs[] = { "<", ">", "=", "≤", "≥", "≠", "has(", "group(" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}

static char *
describe_offer (guint       n,
                const char *condition)
{
  if (n == 0)
    /* Translators: a condition, as in "pg-share < lg-share" */
    return g_strdup_printf (_("There is no place where %s"), condition);

  /* Translators: how many places, and a condition, as in "pg-share < lg-share" */
  return g_strdup_printf (ngettext ("Select the %1$u place where %2$s", "Select the %1$u places where %2$s", n), n, condition);
}

static void
say (PivotSearchPopover *self,
     const char         *text)
{
  gtk_label_set_text (self->status, text);
  if (!pivot_widget_announce (GTK_WIDGET (self->entry), text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
offer (PivotSearchPopover *self,
       const char         *text)
{
  g_autoptr(PivotCondition) condition = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *unknown = NULL;
  guint n_unknown;

  condition = pivot_condition_new (pivot_session_get_dataset (self->session), text, NULL, &error);
  if (condition == NULL)
    {
      say (self, error->message);
      return;
    }

  self->offered = pivot_condition_evaluate (condition, &n_unknown);
  sentence = describe_offer (self->offered->len, text);
  gtk_label_set_text (self->offer_label, sentence);
  /* GTK 4.8 does not name a button after a label that it did not make itself. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_sensitive (self->offer, self->offered->len > 0);

  if (n_unknown > 0)
    unknown = g_strdup_printf (ngettext ("It cannot be said of %u place, for want of a value.",
                                         "It cannot be said of %u places, for want of a value.", n_unknown), n_unknown);
  else
    unknown = g_strdup (_("Every place has the values for it."));
  say (self, unknown);
}

/* What is typed */

static void
count_hits (PivotSearchPopover *self)
{
  guint n = pivot_search_get_n_matches (self->search);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->search));
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("Nothing found"));
  else if (n > shown)
    /* Translators: how many were found, and how many of them are listed. */
    text = g_strdup_printf (_("%1$u found, the best %2$u listed"), n, shown);
  else
    text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);

  say (self, text);
}

static void
choose (PivotSearchPopover *self,
        guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
update (PivotSearchPopover *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gboolean condition = is_condition (text) && pivot_session_get_dataset (self->session) != NULL;
  guint n_hits;

  g_clear_pointer (&self->offered, g_array_unref);
  pivot_search_set_query (self->search, condition ? "" : text);
  n_hits = g_list_model_get_n_items (G_LIST_MODEL (self->search));

  if (condition)
    offer (self, text);
  else if (*text == '\0')
    gtk_label_set_text (self->status, _("Names in English, Chinese or pinyin, or a condition like “lg-share > 5”."));
  else
    count_hits (self);

  gtk_widget_set_visible (self->offer, self->offered != NULL);
  gtk_widget_set_visible (self->scrolled, n_hits > 0);
  if (n_hits > 0)
    choose (self, 0);
}

/* Going there */

static void
select_places (PivotSearchPopover *self,
               GArray             *places,
               PivotSelectMode     mode)
{
  pivot_session_select (self->session, (const guint *) (gpointer) places->data, places->len, mode);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PLACES_CHOSEN], 0);
}

static void
go_to_place (PivotSearchPopover *self,
             const char         *id,
             PivotSelectMode     mode)
{
  int index = id != NULL ? pivot_dataset_get_place_index (pivot_session_get_dataset (self->session), id) : -1;

  if (index < 0)
    {
      say (self, _("No place is known for it."));
      return;
    }

  pivot_session_select_one (self->session, (guint) index, mode);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PLACES_CHOSEN], 0);
}

static void
go_to_group (PivotSearchPopover *self,
             const char         *id,
             PivotSelectMode     mode)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    if (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (dataset, i)), id))
      g_array_append_val (places, i);

  if (places->len > 0)
    select_places (self, places, mode);
  else
    say (self, _("No place is known for it."));
}

static void
go_to_chosen (PivotSearchPopover *self,
              PivotSelectMode     mode)
{
  g_autoptr(PivotSearchHit) hit = NULL;
  const char *id;

  if (self->offered != NULL && self->offered->len > 0)
    {
      select_places (self, self->offered, mode);
      return;
    }

  g_set_object (&hit, gtk_single_selection_get_selected_item (self->selection));
  if (hit == NULL)
    return;

  id = pivot_search_hit_get_id (hit);
  switch (pivot_search_hit_get_kind (hit))
    {
    case PIVOT_SEARCH_PLACE:
      go_to_place (self, id, mode);
      break;
    case PIVOT_SEARCH_MEASURE:
      pivot_session_set_measure (self->session, id);
      gtk_popover_popdown (GTK_POPOVER (self));
      break;
    case PIVOT_SEARCH_GROUP:
      go_to_group (self, id, mode);
      break;
    case PIVOT_SEARCH_FIRM:
      gtk_popover_popdown (GTK_POPOVER (self));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-firm", "s", id);
      break;
    case PIVOT_SEARCH_FIGURE:
    default:
      break;
    }
}

static void
activate_cb (PivotSearchPopover *self)
{
  go_to_chosen (self, PIVOT_SELECT_REPLACE);
}

/* Keys */

static void
step (PivotSearchPopover *self,
      int                 by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->search));
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  choose (self, CLAMP ((int) gtk_single_selection_get_selected (self->selection) + by, 0, n - 1));
  text = describe_hit (gtk_single_selection_get_selected_item (self->selection));
  if (!pivot_widget_announce (GTK_WIDGET (self->entry), text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* After the entry's own keys: an input method that has candidates open keeps its arrows. */
static gboolean
key_pressed_cb (PivotSearchPopover    *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (enter && modifiers == GDK_CONTROL_MASK)
    go_to_chosen (self, PIVOT_SELECT_ADD);
  else if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step (self, 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step (self, -1);
  else if (key == GDK_KEY_Page_Down)
    step (self, PAGE_STEP);
  else if (key == GDK_KEY_Page_Up)
    step (self, -PAGE_STEP);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pivot_search_popover_dispose (GObject *object)
{
  PivotSearchPopover *self = PIVOT_SEARCH_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_SEARCH_POPOVER);
  g_clear_object (&self->selection);
  g_clear_object (&self->search);
  g_clear_object (&self->session);
  g_clear_pointer (&self->offered, g_array_unref);

  G_OBJECT_CLASS (pivot_search_popover_parent_class)->dispose (object);
}

static void
pivot_search_popover_class_init (PivotSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_search_popover_dispose;

  signals[PLACES_CHOSEN] = g_signal_new ("places-chosen", PIVOT_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, offer);
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, offer_label);
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, PivotSearchPopover, status);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
pivot_search_popover_init (PivotSearchPopover *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->search = pivot_search_new ();
  pivot_search_set_kinds (self->search, KINDS);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->search)));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
dataset_cb (PivotSearchPopover *self)
{
  pivot_search_set_dataset (self->search, pivot_session_get_dataset (self->session));
  update (self);
}

/**
 * pivot_search_popover_new:
 * @session: what is searched, and where what is found is selected
 *
 * Makes a popover to search with.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
pivot_search_popover_new (PivotSession *session)
{
  PivotSearchPopover *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_SEARCH_POPOVER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (dataset_cb), self, G_CONNECT_SWAPPED);
  dataset_cb (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_search_popover_start:
 * @self: a popover that is shown
 *
 * Puts the keyboard into the entry. What was typed before is there and goes with the first letter.
 */
void
pivot_search_popover_start (PivotSearchPopover *self)
{
  g_return_if_fail (PIVOT_IS_SEARCH_POPOVER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
