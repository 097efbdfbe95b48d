/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-compare.h"

#include "pivot-present-milestones.h"
#include "pivot-present-timeline.h"
#include "pivot-share-bar.h"
#include "pivot-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PivotFirmCompare
{
  GtkWidget     parent_instance;

  PivotSession *session;
  PivotStyle    style;
  GtkWidget    *box;
};

G_DEFINE_FINAL_TYPE (PivotFirmCompare, pivot_firm_compare, GTK_TYPE_WIDGET)

enum { RECEIPT_ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fact_clicked_cb (PivotFirmCompare *self,
                 GtkWidget        *button)
{
  g_signal_emit (self, signals[RECEIPT_ASKED], 0, g_object_get_data (G_OBJECT (button), "receipt"), button);
}

static void
remove_clicked_cb (PivotFirmCompare *self,
                   GtkWidget        *button)
{
  pivot_firm_compare_toggle (self->session, g_object_get_data (G_OBJECT (button), "firm"));
}

static GtkWidget *
new_label (const char *text,
           const char *first,
           const char *second)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, first);
  if (second != NULL)
    gtk_widget_add_css_class (label, second);

  return label;
}

/* The shares of the parties among the entries on customers. */
static GtkWidget *
new_shares (PivotFirmCompare *self,
            PivotFirm        *firm)
{
  static const PivotParty parties[] = { PIVOT_PARTY_STATE, PIVOT_PARTY_MIXED, PIVOT_PARTY_PRIVATE };
  PivotCustomerShares shares = pivot_present_customer_shares (firm);
  const guint parts[] = { shares.state, shares.mixed, shares.private };
  PivotSign signs[G_N_ELEMENTS (parties)];
  g_autofree char *text = pivot_present_customer_shares_text (&shares);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = new_label (text, "caption", "numeric");

  gtk_widget_add_css_class (column, "timeline-fact");
  gtk_box_append (GTK_BOX (column), new_label (_("Entries on customers"), "caption", "dim-label"));
  gtk_box_append (GTK_BOX (column), line);
  if (shares.n > 0)
    {
      GtkWidget *bar = pivot_share_bar_new ();

      for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
        pivot_present_event_sign (&self->style, PIVOT_EVENT_CUSTOMER, parties[i], &signs[i]);
      pivot_share_bar_set (PIVOT_SHARE_BAR (bar), parts, signs, G_N_ELEMENTS (parties), &self->style);
      gtk_box_append (GTK_BOX (line), bar);
    }
  gtk_box_append (GTK_BOX (line), label);

  return column;
}

static GtkWidget *
new_fact (PivotFirmCompare *self,
          PivotReceipt     *receipt)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *spoken = NULL;

  gtk_box_append (GTK_BOX (column), new_label (pivot_receipt_get_label (receipt), "caption", "dim-label"));
  gtk_box_append (GTK_BOX (column), new_label (pivot_receipt_get_text (receipt), "caption", "numeric"));
  gtk_button_set_child (GTK_BUTTON (button), column);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "timeline-fact");
  gtk_widget_set_tooltip_text (button, _("Show where this comes from"));

  /* Translators: spoken: a fact and what it is, "First state customer: 2009" */
  spoken = g_strdup_printf (C_("fact", "%1$s: %2$s"), pivot_receipt_get_label (receipt), pivot_receipt_get_text (receipt));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "receipt", g_object_ref (receipt), g_object_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (fact_clicked_cb), self);

  return button;
}

static GtkWidget *
new_head (PivotFirmCompare *self,
          PivotFirm        *firm,
          gboolean          removable)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = pivot_text_get (pivot_firm_get_name (firm));
  g_autofree char *label = NULL;
  GtkWidget *button;

  gtk_box_append (GTK_BOX (head), new_label (name, "caption-heading", NULL));
  if (!removable)
    return head;

  /* Translators: a button; the text is the name of a firm */
  label = g_strdup_printf (_("Do not compare with %s"), name);
  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "firm", g_strdup (pivot_firm_get_id (firm)), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (head), button);

  return head;
}

static GtkWidget *
new_line (PivotFirmCompare *self,
          PivotFirm        *firm,
          gboolean          removable,
          gboolean          named)
{
  g_autoptr(GListModel) facts = pivot_present_milestones (pivot_session_get_dataset (self->session), firm);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *wrap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (wrap, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, "spacing", 4, NULL));
  if (named)
    gtk_box_append (GTK_BOX (line), new_head (self, firm, removable));
  gtk_box_append (GTK_BOX (wrap), new_shares (self, firm));
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (facts, i);

      gtk_box_append (GTK_BOX (wrap), new_fact (self, receipt));
    }
  gtk_box_append (GTK_BOX (line), wrap);

  return line;
}

static void
clear (PivotFirmCompare *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
pivot_firm_compare_dispose (GObject *object)
{
  PivotFirmCompare *self = PIVOT_FIRM_COMPARE (object);

  if (self->box != NULL)
    clear (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_firm_compare_parent_class)->dispose (object);
}

static void
pivot_firm_compare_class_init (PivotFirmCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_firm_compare_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * PivotFirmCompare::receipt-asked:
   * @self: a comparison
   * @receipt: what is to be shown
   * @button: where it was asked for
   *
   * Somebody wants to know where a fact comes from.
   */
  signals[RECEIPT_ASKED] = g_signal_new ("receipt-asked", PIVOT_TYPE_FIRM_COMPARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, PIVOT_TYPE_RECEIPT, GTK_TYPE_WIDGET);
}

static void
pivot_firm_compare_init (PivotFirmCompare *self)
{
  pivot_style_init_light (&self->style);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * pivot_firm_compare_new:
 *
 * Creates a comparison of nothing.
 *
 * Returns: (transfer floating): the comparison
 */
GtkWidget *
pivot_firm_compare_new (void)
{
  return g_object_new (PIVOT_TYPE_FIRM_COMPARE, NULL);
}

/**
 * pivot_firm_compare_update: (skip)
 * @self: a comparison
 * @session: whose firms
 * @style: how bars are drawn
 *
 * Shows what the session shows.
 */
void
pivot_firm_compare_update (PivotFirmCompare *self,
                           PivotSession     *session,
                           const PivotStyle *style)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint n;

  g_return_if_fail (PIVOT_IS_FIRM_COMPARE (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);

  g_set_object (&self->session, session);
  self->style = *style;
  clear (self);
  n = pivot_present_timeline_firms (session, firms);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->box), new_line (self, firms[i], i > 0, n > 1));
}

/**
 * pivot_firm_compare_toggle:
 * @session: a session
 * @id: a firm
 *
 * Compares the session's firm with another, or no longer.
 */
void
pivot_firm_compare_toggle (PivotSession *session,
                           const char   *id)
{
  g_auto(GStrv) before = NULL;
  g_autoptr(GPtrArray) after = g_ptr_array_new ();
  gboolean was = FALSE;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  before = pivot_session_get_list (session, PIVOT_OPTION_COMPARED_FIRMS);
  for (guint i = 0; before[i] != NULL; i++)
    if (strcmp (before[i], id) == 0)
      was = TRUE;
    else
      g_ptr_array_add (after, before[i]);

  if (!was && after->len == PIVOT_TIMELINE_MAX_FIRMS - 1)
    g_ptr_array_remove_index (after, 0);
  if (!was)
    g_ptr_array_add (after, (gpointer) id);
  g_ptr_array_add (after, NULL);
  pivot_session_set_list (session, PIVOT_OPTION_COMPARED_FIRMS, (const char * const *) after->pdata);
}
