/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-card.h"

#include "pivot-audit.h"
#include "pivot-line-button.h"
#include "pivot-measure-summary.h"
#include "pivot-parity-view.h"
#include "pivot-place-card-private.h"
#include "pivot-present.h"
#include "pivot-receipt-popover.h"
#include "pivot-receipt-row.h"
#include "pivot-updater.h"
#include "pivot-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* More would fill the card; the rest is counted. */
#define MAX_CHIPS 24
#define MAX_FIRMS 8

enum
{
  DIRTY_DATASET = 1 << 0,
  DIRTY_PLACE = 1 << 1,
  DIRTY_SELECTION = 1 << 2,
  DIRTY_MEASURE = 1 << 3,
  DIRTY_NUMBERS = 1 << 4,
  DIRTY_ALL = DIRTY_DATASET | DIRTY_PLACE | DIRTY_SELECTION | DIRTY_MEASURE | DIRTY_NUMBERS,
};

/* Rows of numbers are made once for a dataset, since all places have the same measures. */
struct _PivotPlaceCard
{
  GtkWidget     parent_instance;

  PivotSession *session;
  PivotUpdater  updater;
  PivotDataset *dataset;    /* whose rows are there */
  GListModel   *findings;   /* of its audit */
  GtkWidget    *popover;    /* NULL until a receipt was asked for */
  GtkWidget    *asked_row;  /* weak: of the receipt that is open */
  guint         n_chips;
  int           shown;      /* index of the place, or −1 */
  char         *supposed;   /* the what-if whose numbers are there */

  GtkWidget    *empty_box;
  PivotMeasureSummary *summary;
  GtkWidget    *place_box;
  GtkLabel     *dataset_label;
  GtkLabel     *description_label;
  GtkWidget    *selection_box;
  GtkLabel     *selection_label;
  GtkWidget    *chip_box;
  GtkLabel     *name_label;
  GtkLabel     *subtitle_label;
  GtkWidget    *group_box;
  GtkWidget    *figures_box;
  GtkListBox   *list;
  PivotParityView *parity_view;
  GtkWidget    *missing_box;
  GtkLabel     *missing_label;
  GtkWidget    *firms_section;
  GtkLabel     *firms_label;
  GtkWidget    *firms_box;
  GtkWidget    *firms_button;
};

G_DEFINE_FINAL_TYPE (PivotPlaceCard, pivot_place_card, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
remove_rows (PivotPlaceCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
close_popover (PivotPlaceCard *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
update_dataset (PivotPlaceCard *self,
                PivotDataset   *dataset)
{
  if (!g_set_object (&self->dataset, dataset))
    return;

  close_popover (self);
  g_clear_object (&self->findings);
  remove_rows (self);
  gtk_label_set_text (self->dataset_label, dataset != NULL ? pivot_text_get (pivot_dataset_get_title (dataset)) : "");
  gtk_label_set_text (self->description_label,
                      dataset != NULL ? pivot_text_get (pivot_dataset_get_description (dataset)) : "");
}

/* The audit is run when the first place is looked at, not while the window opens. */
static GListModel *
ensure_findings (PivotPlaceCard *self)
{
  if (self->findings == NULL)
    self->findings = pivot_audit_run (self->dataset);

  return self->findings;
}

/* So are the rows made: the window opens without them. */
static void
ensure_rows (PivotPlaceCard *self,
             guint           n)
{
  for (guint i = 0; i < n; i++)
    if (gtk_list_box_get_row_at_index (self->list, (int) i) == NULL)
      gtk_list_box_append (self->list, pivot_receipt_row_new ());
}

static void
update_receipts (PivotPlaceCard *self,
                 guint           place)
{
  g_autoptr(GListModel) receipts = pivot_present_session_receipts (self->session, place, ensure_findings (self));
  g_autofree char *missing = _pivot_place_card_missing_markup (receipts);
  guint n = g_list_model_get_n_items (receipts);
  gboolean has_figures = FALSE;

  ensure_rows (self, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (receipts, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      pivot_receipt_row_set_receipt (PIVOT_RECEIPT_ROW (row), receipt);
      has_figures |= !pivot_receipt_is_missing (receipt);
    }

  gtk_widget_set_visible (self->figures_box, has_figures);
  gtk_widget_set_visible (self->missing_box, missing != NULL);
  gtk_label_set_markup (self->missing_label, missing != NULL ? missing : "");
}

static void
update_firms (PivotPlaceCard *self,
              guint           place)
{
  g_autoptr(GListModel) firms = pivot_present_firms (self->dataset, place);
  guint n = g_list_model_get_n_items (firms);
  /* Translators: heading: firms of a place that the dataset knows. */
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u firm here", "%u firms here", n), n);

  remove_children (self->firms_box);
  gtk_widget_set_visible (self->firms_section, n > 0);
  gtk_label_set_text (self->firms_label, title);
  gtk_widget_set_visible (self->firms_button, n > 0);
  for (guint i = 0; i < MIN (n, MAX_FIRMS); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);

      gtk_box_append (GTK_BOX (self->firms_box), pivot_firm_link_new (firm));
    }
}

static void
update_groups (PivotPlaceCard *self,
               PivotPlace     *place)
{
  const char * const *groups = pivot_place_get_groups (place);

  remove_children (self->group_box);
  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    {
      PivotGroup *group = pivot_dataset_find_group (self->dataset, groups[i]);

      if (group != NULL)
        gtk_box_append (GTK_BOX (self->group_box), _pivot_place_card_group_new (group));
    }
  gtk_widget_set_visible (self->group_box, gtk_widget_get_first_child (self->group_box) != NULL);
}

static void
update_current (PivotPlaceCard *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  const char *id = measure != NULL ? pivot_measure_get_id (measure) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      PivotReceipt *receipt = pivot_receipt_row_get_receipt (PIVOT_RECEIPT_ROW (row));

      pivot_receipt_row_set_current (PIVOT_RECEIPT_ROW (row),
                                     receipt != NULL && g_strcmp0 (pivot_receipt_get_measure (receipt), id) == 0);
    }
}

static void
update_place (PivotPlaceCard *self,
              guint           index)
{
  PivotPlace *place = pivot_dataset_get_place (self->dataset, index);
  g_autofree char *subtitle = _pivot_place_card_subtitle (place);

  close_popover (self);
  gtk_label_set_text (self->name_label, pivot_text_get (pivot_place_get_name (place)));
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
  update_groups (self, place);
  update_receipts (self, index);
  update_firms (self, index);
}

static void
chip_clicked_cb (PivotPlaceCard *self,
                 GtkWidget      *chip)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "pivot-place"));

  if (self->session == NULL)
    return;

  /* A click on the chip that is down already leaves it down: one of them always is. */
  pivot_session_set_focus (self->session, (int) place);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), pivot_session_get_focus (self->session) == (int) place);
}

static GtkWidget *
add_chip (PivotPlaceCard *self,
          guint           place,
          gboolean        active)
{
  PivotPlace *item = pivot_dataset_get_place (self->dataset, place);
  GtkWidget *chip = gtk_toggle_button_new_with_label (pivot_text_get (pivot_place_get_short (item)));

  g_object_set_data (G_OBJECT (chip), "pivot-place", GUINT_TO_POINTER (place));
  gtk_widget_add_css_class (chip, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->chip_box), chip);

  return chip;
}

/* Chips that stay the same only change which of them is down, so that the keyboard stays where it is. */
static void
update_selection (PivotPlaceCard *self,
                  int             focus)
{
  guint n = 0;
  g_autofree guint *places = pivot_session_get_selected (self->session, &n);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place selected", "%u places selected", n), n);
  GtkWidget *child = gtk_widget_get_first_child (self->chip_box);
  guint n_chips = MIN (n, MAX_CHIPS);
  gboolean same = n_chips == self->n_chips;

  gtk_widget_set_visible (self->selection_box, n > 1);
  gtk_label_set_text (self->selection_label, title);
  if (n <= 1)
    n_chips = 0;

  for (guint i = 0; same && i < n_chips; i++, child = gtk_widget_get_next_sibling (child))
    same = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "pivot-place")) == places[i];

  if (same && n_chips == self->n_chips)
    {
      child = gtk_widget_get_first_child (self->chip_box);
      for (guint i = 0; i < n_chips; i++, child = gtk_widget_get_next_sibling (child))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), focus == (int) places[i]);
    }
  else
    {
      remove_children (self->chip_box);
      for (guint i = 0; i < n_chips; i++)
        add_chip (self, places[i], focus == (int) places[i]);
    }
  self->n_chips = n_chips;
}

/* The place in focus; without one, the first that is selected. */
static int
get_shown (PivotPlaceCard *self)
{
  int focus = pivot_session_get_focus (self->session);
  g_autofree guint *places = NULL;
  guint n = 0;

  if (self->dataset == NULL || focus >= 0)
    return self->dataset != NULL ? focus : -1;

  places = pivot_session_get_selected (self->session, &n);

  return n > 0 ? (int) places[0] : -1;
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotPlaceCard *self = PIVOT_PLACE_CARD (widget);
  int focus;

  if (self->session == NULL)
    return;

  if (dirty & DIRTY_DATASET)
    update_dataset (self, pivot_session_get_dataset (self->session));

  focus = get_shown (self);
  if (focus != self->shown)
    dirty |= DIRTY_PLACE;
  self->shown = focus;
  gtk_widget_set_visible (self->empty_box, focus < 0);
  gtk_widget_set_visible (self->place_box, focus >= 0);
  if (focus < 0)
    {
      close_popover (self);
      return;
    }

  if (dirty & DIRTY_PLACE)
    update_place (self, (guint) focus);
  else if (dirty & DIRTY_NUMBERS)
    update_receipts (self, (guint) focus);
  if (dirty & (DIRTY_PLACE | DIRTY_NUMBERS | DIRTY_MEASURE))
    pivot_parity_view_show (self->parity_view, (guint) focus);
  if (dirty & (DIRTY_SELECTION | DIRTY_PLACE))
    update_selection (self, focus);
  if (dirty & (DIRTY_MEASURE | DIRTY_PLACE))
    update_current (self);
}

/* The keyboard goes on where the receipt was asked for. */
static void
popover_closed_cb (PivotPlaceCard *self)
{
  if (self->asked_row != NULL && gtk_widget_get_mapped (self->asked_row))
    gtk_widget_grab_focus (self->asked_row);
  g_clear_weak_pointer (&self->asked_row);
}

static void
ensure_popover (PivotPlaceCard *self)
{
  if (self->popover != NULL)
    return;

  self->popover = pivot_receipt_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_LEFT);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
}

static void
row_activated_cb (PivotPlaceCard *self,
                  GtkListBoxRow  *row)
{
  PivotReceipt *receipt = pivot_receipt_row_get_receipt (PIVOT_RECEIPT_ROW (row));
  graphene_rect_t bounds;

  if (receipt == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  ensure_popover (self);
  pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (self->popover), receipt);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  g_set_weak_pointer (&self->asked_row, GTK_WIDGET (row));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
dataset_cb (PivotPlaceCard *self)
{
  pivot_updater_mark (&self->updater, DIRTY_ALL);
}

static void
focus_cb (PivotPlaceCard *self)
{
  pivot_updater_mark (&self->updater, DIRTY_PLACE);
}

static void
selection_changed_cb (PivotPlaceCard *self)
{
  pivot_updater_mark (&self->updater, DIRTY_SELECTION);
}

/* Of the options only the what-if has to do with numbers. */
static void
options_cb (PivotPlaceCard *self)
{
  const char *supposed = pivot_session_get_word (self->session, PIVOT_OPTION_WHAT_IF);

  if (g_strcmp0 (self->supposed, supposed) == 0)
    return;

  g_free (self->supposed);
  self->supposed = g_strdup (supposed);
  pivot_updater_mark (&self->updater, DIRTY_NUMBERS);
}

static void
measure_cb (PivotPlaceCard *self)
{
  pivot_updater_mark (&self->updater, DIRTY_MEASURE);
}

static void
pivot_place_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PIVOT_PLACE_CARD (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_place_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      pivot_place_card_set_session (PIVOT_PLACE_CARD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_place_card_dispose (GObject *object)
{
  PivotPlaceCard *self = PIVOT_PLACE_CARD (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_clear_weak_pointer (&self->asked_row);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_PLACE_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->popover = NULL;

  g_clear_pointer (&self->supposed, g_free);
  g_clear_object (&self->findings);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_place_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, empty_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, summary);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, place_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, dataset_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, description_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, selection_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, selection_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, chip_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, group_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, figures_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, list);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, parity_view);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, missing_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, missing_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, firms_section);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, firms_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, firms_box);
  gtk_widget_class_bind_template_child (widget_class, PivotPlaceCard, firms_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pivot_place_card_class_init (PivotPlaceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_place_card_dispose;
  object_class->get_property = pivot_place_card_get_property;
  object_class->set_property = pivot_place_card_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PIVOT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The template names the types. */
  g_type_ensure (PIVOT_TYPE_MEASURE_SUMMARY);
  g_type_ensure (PIVOT_TYPE_PARITY_VIEW);
  g_type_ensure (PIVOT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-place-card.ui");
  bind_children (widget_class);
}

static void
pivot_place_card_init (PivotPlaceCard *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

/**
 * pivot_place_card_get_session: (attributes org.gtk.Method.get_property=session)
 * @self: a card
 *
 * Gets the session whose focus it shows.
 *
 * Returns: (transfer none) (nullable): the session
 */
PivotSession *
pivot_place_card_get_session (PivotPlaceCard *self)
{
  g_return_val_if_fail (PIVOT_IS_PLACE_CARD (self), NULL);

  return self->session;
}

/**
 * pivot_place_card_set_session: (attributes org.gtk.Method.set_property=session)
 * @self: a card
 * @session: (nullable): a session
 *
 * Sets the session whose focus it shows.
 */
void
pivot_place_card_set_session (PivotPlaceCard *self,
                              PivotSession   *session)
{
  g_return_if_fail (PIVOT_IS_PLACE_CARD (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  pivot_measure_summary_set_session (self->summary, session);
  pivot_parity_view_set_session (self->parity_view, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::against", G_CALLBACK (measure_cb), self);
      g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
      g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
      g_signal_connect_swapped (session, "notify::focus", G_CALLBACK (focus_cb), self);
      g_signal_connect_swapped (session, "notify::measure", G_CALLBACK (measure_cb), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      dataset_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
