/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-view.h"

#include <glib/gi18n-lib.h>

#include "pivot-export-menu.h"
#include "pivot-columns-layout.h"
#include "pivot-firm-facts.h"
#include "pivot-firm-view-private.h"
#include "pivot-line-button.h"
#include "pivot-receipt-popover.h"
#include "pivot-session-options.h"
#include "pivot-updater.h"

/* Firms like this one that are listed; the rest is counted, and a click away. */
#define MAX_PEERS 6

enum
{
  DIRTY_FIRM = 1 << 0,
  DIRTY_ORDER = 1 << 1,
};

struct _PivotFirmView
{
  GtkWidget        parent_instance;

  PivotSession    *session;
  PivotFirmFilter *filter;
  PivotUpdater     updater;
  PivotFirm       *firm;        /* that is shown, or NULL */
  GtkWidget       *popover;     /* NULL until a receipt was asked for */
  GtkWidget       *asked;       /* weak: the button of the receipt that is open */

  GtkWidget       *leave_button;
  GtkWidget       *timeline_box;
  GtkWidget       *scrolled;
  GtkLabel        *name_label;
  GtkLabel        *other_label;
  GtkLabel        *summary_label;
  GtkLabel        *position_label;
  GtkGrid         *facts_grid;
  GtkWidget       *note_section;
  GtkLabel        *note_label;
  GtkWidget       *sources_box;
  GtkWidget       *place_section;
  GtkLabel        *place_title;
  GtkWidget       *place_box;
  GtkWidget       *place_more;
  GtkWidget       *sector_section;
  GtkLabel        *sector_title;
  GtkWidget       *sector_box;
  GtkWidget       *sector_more;
};

G_DEFINE_FINAL_TYPE (PivotFirmView, pivot_firm_view, GTK_TYPE_WIDGET)

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_GRID (box))
      gtk_grid_remove (GTK_GRID (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/* Receipts. The keyboard goes on where the receipt was asked for. */

static void
popover_closed_cb (PivotFirmView *self)
{
  if (self->asked != NULL && gtk_widget_get_mapped (self->asked))
    gtk_widget_grab_focus (self->asked);
  g_clear_weak_pointer (&self->asked);
}

static void
receipt_clicked_cb (PivotFirmView *self,
                    GtkWidget     *button)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;

  if (self->popover == NULL)
    {
      self->popover = pivot_receipt_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
    }
  pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (self->popover),
                                     g_object_get_data (G_OBJECT (button), "pivot-receipt"));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  g_set_weak_pointer (&self->asked, button);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The firm */

static void
update_facts (PivotFirmView *self,
              PivotDataset  *dataset)
{
  g_autoptr(GListModel) facts = pivot_present_firm_facts (dataset, self->firm);
  guint n = g_list_model_get_n_items (facts);

  remove_children (GTK_WIDGET (self->facts_grid));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (facts, i);
      PivotPlace *place = NULL;

      /* The place and the city lead to the map. */
      if (g_str_equal (pivot_receipt_get_label (receipt), _("Place")) || g_str_equal (pivot_receipt_get_label (receipt), _("City")))
        place = pivot_dataset_find_place (dataset, pivot_firm_get_place (self->firm));
      if (pivot_receipt_is_missing (receipt))
        place = NULL;
      _pivot_firm_fact_attach (self->facts_grid, (int) i, receipt, place, G_CALLBACK (receipt_clicked_cb), self);
    }

  if (pivot_firm_get_website (self->firm) != NULL)
    _pivot_firm_website_attach (self->facts_grid, (int) n, pivot_firm_get_website (self->firm));
}

static void
update_sources (PivotFirmView *self,
                PivotDataset  *dataset)
{
  const char * const *ids = pivot_firm_get_sources (self->firm);

  remove_children (self->sources_box);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PivotSource *source = pivot_dataset_find_source (dataset, ids[i]);

      if (source != NULL)
        gtk_box_append (GTK_BOX (self->sources_box), _pivot_firm_source_new (source));
    }
}

static void
update_peers (PivotFirmView  *self,
              PivotFirmIndex *index,
              PivotFirmFacet  facet,
              GtkWidget      *section,
              GtkWidget      *box,
              GtkWidget      *more)
{
  int firm = pivot_firm_index_find (index, pivot_firm_get_id (self->firm));
  g_autoptr(GPtrArray) peers = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  remove_children (box);
  if (firm >= 0)
    peers = pivot_firm_index_get_peers (index, (guint) firm, facet, MAX_PEERS, &n);
  for (guint i = 0; peers != NULL && i < peers->len; i++)
    gtk_box_append (GTK_BOX (box), pivot_firm_link_new (peers->pdata[i]));

  gtk_widget_set_visible (section, n > 0);
  gtk_widget_set_visible (more, n > MAX_PEERS);
  /* Translators: opens the list of all firms of a place or of a sector. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "List %u firm", "List all %u firms", n + 1), n + 1);
  gtk_button_set_label (GTK_BUTTON (more), text);
}

static void
update_firm (PivotFirmView *self)
{
  PivotFirmIndex *index = pivot_firm_filter_get_index (self->filter);
  PivotDataset *dataset = pivot_firm_index_get_dataset (index);
  PivotPlace *place = pivot_dataset_find_place (dataset, pivot_firm_get_place (self->firm));
  g_autofree char *other = pivot_present_other_names (self->firm);
  const char *note = pivot_text_get (pivot_firm_get_note (self->firm));
  g_autofree char *title = NULL;

  gtk_label_set_text (self->name_label, pivot_text_get (pivot_firm_get_name (self->firm)));
  gtk_label_set_text (self->other_label, other != NULL ? other : "");
  gtk_widget_set_visible (GTK_WIDGET (self->other_label), other != NULL);
  gtk_label_set_text (self->summary_label, pivot_text_get (pivot_firm_get_summary (self->firm)));
  gtk_widget_set_visible (self->note_section, note != NULL);
  gtk_label_set_text (self->note_label, note != NULL ? note : "");

  update_facts (self, dataset);
  update_sources (self, dataset);
  update_peers (self, index, PIVOT_FIRM_FACET_PLACE, self->place_section, self->place_box, self->place_more);
  update_peers (self, index, PIVOT_FIRM_FACET_SECTOR, self->sector_section, self->sector_box, self->sector_more);
  /* Translators: heading: other firms of a place. */
  title = g_strdup_printf (_("Also in %s"), place != NULL ? pivot_text_get (pivot_place_get_name (place)) : "");
  gtk_label_set_text (self->place_title, title);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

/* "3 of 33": where the firm stands in the list, and whether there are firms before and after it. */
static void
update_order (PivotFirmView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  guint position = pivot_firm_filter_find (self->filter, pivot_session_get_firm (self->session));
  g_autofree char *text = NULL;

  if (position != G_MAXUINT)
    /* Translators: which firm of the list this is. */
    text = g_strdup_printf (_("%1$u of %2$u"), position + 1, n);
  gtk_label_set_text (self->position_label, text != NULL ? text : _("not in the list"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "firm.previous", position != G_MAXUINT && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "firm.next", position == G_MAXUINT ? n > 0 : position + 1 < n);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotFirmView *self = PIVOT_FIRM_VIEW (widget);
  PivotFirmIndex *index = self->filter != NULL ? pivot_firm_filter_get_index (self->filter) : NULL;
  PivotFirm *firm = NULL;

  if (index != NULL)
    firm = pivot_dataset_find_firm (pivot_firm_index_get_dataset (index), pivot_session_get_firm (self->session));
  if (g_set_object (&self->firm, firm) && self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (firm == NULL)
    return;

  if (dirty & DIRTY_FIRM)
    update_firm (self);
  update_order (self);
}

static void
firm_changed_cb (PivotFirmView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_FIRM);
}

static void
order_changed_cb (PivotFirmView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_ORDER);
}

/* Going on */

static void
step (PivotFirmView *self,
      int            by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter));
  guint position = pivot_firm_filter_find (self->filter, pivot_session_get_firm (self->session));
  guint next = position == G_MAXUINT ? 0 : position + (guint) by;
  g_autoptr(PivotFirm) firm = NULL;

  if (next >= n)
    return;

  firm = g_list_model_get_item (G_LIST_MODEL (self->filter), next);
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_firm (self->session, pivot_firm_get_id (firm));
  pivot_session_set_list (self->session, PIVOT_OPTION_FIRMS_SELECTED,
                          (const char * const []) { pivot_firm_get_id (firm), NULL });
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
previous (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  step (PIVOT_FIRM_VIEW (widget), -1);
}

static void
next (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  step (PIVOT_FIRM_VIEW (widget), 1);
}

static void
leave (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  pivot_session_set_firm (PIVOT_FIRM_VIEW (widget)->session, NULL);
}

/* The list of all firms with the same value of a facet. */
static void
list_peers (PivotFirmView  *self,
            PivotFirmFacet  facet,
            const char     *id)
{
  g_autofree char *word = g_strconcat (pivot_firm_facet_get_word (facet), ":", id, NULL);

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_FIRM_FILTER, "");
  pivot_session_set_list (self->session, PIVOT_OPTION_FIRM_FACETS, (const char * const []) { word, NULL });
  pivot_session_clear_selection (self->session);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
list_place_cb (PivotFirmView *self)
{
  list_peers (self, PIVOT_FIRM_FACET_PLACE, pivot_firm_get_place (self->firm));
}

static void
list_sector_cb (PivotFirmView *self)
{
  static const char * const english[] = { "en", NULL };

  list_peers (self, PIVOT_FIRM_FACET_SECTOR, pivot_text_get_for (pivot_firm_get_sector (self->firm), english));
}

static void
pivot_firm_view_dispose (GObject *object)
{
  PivotFirmView *self = PIVOT_FIRM_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);

  g_clear_weak_pointer (&self->asked);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_FIRM_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->popover = NULL;

  g_clear_object (&self->firm);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_firm_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-firm-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, leave_button);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, timeline_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, name_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, other_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, position_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, facts_grid);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, note_section);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, note_label);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, sources_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, place_section);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, place_title);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, place_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, place_more);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, sector_section);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, sector_title);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, sector_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmView, sector_more);
  gtk_widget_class_bind_template_callback (widget_class, list_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_sector_cb);
}

static void
pivot_firm_view_class_init (PivotFirmViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_firm_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (PIVOT_TYPE_COLUMNS_LAYOUT);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "firm.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "firm.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "firm.leave", NULL, leave);
}

static void
pivot_firm_view_init (PivotFirmView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

/**
 * pivot_firm_view_set_session:
 * @self: the page of a firm
 * @session: says which firm; it is set once
 * @filter: the list whose order previous and next go by
 *
 * Follows a session.
 */
void
pivot_firm_view_set_session (PivotFirmView   *self,
                             PivotSession    *session,
                             PivotFirmFilter *filter)
{
  g_return_if_fail (PIVOT_IS_FIRM_VIEW (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_FIRM_FILTER (filter));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->filter = g_object_ref (filter);
  g_signal_connect_swapped (session, "notify::firm", G_CALLBACK (firm_changed_cb), self);
  g_signal_connect_swapped (filter, "items-changed", G_CALLBACK (order_changed_cb), self);
  firm_changed_cb (self);
}

/**
 * pivot_firm_view_set_timeline:
 * @self: the page of a firm
 * @timeline: (transfer floating): a widget
 *
 * Sets what shows the firm's events, between its facts and its sources.
 */
void
pivot_firm_view_set_timeline (PivotFirmView *self,
                              GtkWidget     *timeline)
{
  g_return_if_fail (PIVOT_IS_FIRM_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (timeline));

  gtk_box_append (GTK_BOX (self->timeline_box), timeline);
  pivot_export_menu_attach (timeline, "timeline");
}

/**
 * pivot_firm_view_update:
 * @self: the page of a firm
 *
 * Shows the firm of the filter's index.
 */
void
pivot_firm_view_update (PivotFirmView *self)
{
  g_return_if_fail (PIVOT_IS_FIRM_VIEW (self));

  firm_changed_cb (self);
}

/**
 * pivot_firm_view_set_can_leave:
 * @self: the page of a firm
 * @can_leave: whether the list is not beside the page
 *
 * Shows a button that goes back to the list.
 */
void
pivot_firm_view_set_can_leave (PivotFirmView *self,
                               gboolean       can_leave)
{
  g_return_if_fail (PIVOT_IS_FIRM_VIEW (self));

  gtk_widget_set_visible (self->leave_button, can_leave);
}
