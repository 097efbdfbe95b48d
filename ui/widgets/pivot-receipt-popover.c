/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt-popover.h"

#include "pivot-citation.h"
#include "pivot-compat.h"

#include <glib/gi18n-lib.h>

/* All labels are bound to the receipt in the template; only what a person can do is here. */
struct _PivotReceiptPopover
{
  GtkPopover    parent_instance;

  PivotReceipt *receipt;
  GPtrArray    *trail;         /* receipts that led to this one by way of their formulas */
  GtkWidget    *copy_button;
  GtkWidget    *back_button;
  GtkWidget    *cite_button;
  GtkWidget    *inputs_box;
  GtkListBox   *inputs_list;
};

G_DEFINE_FINAL_TYPE (PivotReceiptPopover, pivot_receipt_popover, GTK_TYPE_POPOVER)

enum { PROP_0, PROP_RECEIPT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static char *
title_cb (gpointer    unused,
          const char *place,
          const char *label)
{
  if (place == NULL || label == NULL)
    return NULL;

  /* Translators: title of a receipt: place, then measure, "Zhejiang · Talent gap". */
  return g_strdup_printf (C_("receipt", "%1$s · %2$s"), place, label);
}

static gboolean
has_text_cb (gpointer    unused,
             const char *text)
{
  return text != NULL && *text != '\0';
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotReceiptPopover *self = PIVOT_RECEIPT_POPOVER (widget);
  g_autofree char *text = pivot_receipt_to_text (self->receipt);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _("Copied"));
  pivot_widget_announce (widget, _("Copied"));
}

static void
open_source (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  PivotReceiptPopover *self = PIVOT_RECEIPT_POPOVER (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  pivot_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, pivot_receipt_get_url (self->receipt));
}

/* A dataset comes from anywhere: only pages of the web are opened, no files and no programs. */
static gboolean
has_page_cb (gpointer    unused,
             const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

static const struct
{
  const char         *word;
  PivotCitationStyle  style;
} styles[] = {
  { "plain", PIVOT_CITATION_PLAIN },
  { "bibtex", PIVOT_CITATION_BIBTEX },
  { "csl", PIVOT_CITATION_CSL },
};

static void
cite (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotSource *source = pivot_receipt_get_origin (PIVOT_RECEIPT_POPOVER (widget)->receipt);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].word, g_variant_get_string (parameter, NULL)))
      {
        g_autofree char *text = pivot_citation_format (source, styles[i].style);

        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
        pivot_widget_announce (widget, _("Copied"));
      }
}

/* Numbers that the formula takes */

static GtkWidget *
new_input_row (PivotReceipt *input)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *about = NULL;
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *label, *value;

  g_object_get (input, "place-name", &about, NULL);
  name = g_strdup_printf (C_("receipt", "%1$s · %2$s"), about, pivot_receipt_get_label (input));
  label = gtk_label_new (name);
  value = gtk_label_new (pivot_receipt_get_text (input));
  spoken = g_strdup_printf (C_("card", "%1$s: %2$s"), name, pivot_receipt_get_text (input));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "receipt", g_object_ref (input), g_object_unref);

  return row;
}

static void
update_inputs (PivotReceiptPopover *self)
{
  g_autoptr(GListModel) inputs = self->receipt != NULL ? pivot_receipt_get_inputs (self->receipt) : NULL;
  guint n = inputs != NULL ? g_list_model_get_n_items (inputs) : 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->inputs_list, 0)) != NULL)
    gtk_list_box_remove (self->inputs_list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) input = g_list_model_get_item (inputs, i);

      gtk_list_box_append (self->inputs_list, new_input_row (input));
    }
  gtk_widget_set_visible (self->inputs_box, n > 0);
}

static void
update_back (PivotReceiptPopover *self)
{
  PivotReceipt *before = self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->back_button, before != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipt.back", before != NULL);
  if (before == NULL)
    return;

  /* Translators: leads back to the number that this one goes into. */
  label = g_strdup_printf (C_("receipt", "← %s"), pivot_receipt_get_label (before));
  gtk_button_set_label (GTK_BUTTON (self->back_button), label);
}

static void
update_actions (PivotReceiptPopover *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PivotSource *origin = self->receipt != NULL ? pivot_receipt_get_origin (self->receipt) : NULL;
  /* Nobody cites our own arithmetic; what it starts from is a click away. */
  gboolean has_origin = origin != NULL && pivot_source_get_kind (origin) != PIVOT_SOURCE_COMPUTED;
  gboolean has_url = self->receipt != NULL && has_page_cb (NULL, pivot_receipt_get_url (self->receipt));

  gtk_widget_action_set_enabled (widget, "receipt.copy", self->receipt != NULL);
  gtk_widget_action_set_enabled (widget, "receipt.open-source", has_url);
  gtk_widget_action_set_enabled (widget, "receipt.cite", has_origin);
  gtk_widget_set_visible (self->cite_button, has_origin);
}

static void
show_receipt (PivotReceiptPopover *self,
              PivotReceipt        *receipt)
{
  g_set_object (&self->receipt, receipt);
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _("_Copy"));
  update_actions (self);
  update_inputs (self);
  update_back (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECEIPT]);
}

static void
input_activated_cb (PivotReceiptPopover *self,
                    GtkListBoxRow       *row)
{
  g_autoptr(PivotReceipt) input = g_object_ref (g_object_get_data (G_OBJECT (row), "receipt"));

  g_ptr_array_add (self->trail, g_object_ref (self->receipt));
  show_receipt (self, input);
  gtk_widget_grab_focus (self->back_button);
}

static void
back (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  PivotReceiptPopover *self = PIVOT_RECEIPT_POPOVER (widget);
  g_autoptr(PivotReceipt) before = g_ptr_array_steal_index (self->trail, self->trail->len - 1);

  show_receipt (self, before);
  gtk_widget_child_focus (GTK_WIDGET (self->inputs_list), GTK_DIR_TAB_FORWARD);
}

static void
pivot_receipt_popover_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECEIPT:
      g_value_set_object (value, PIVOT_RECEIPT_POPOVER (object)->receipt);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_receipt_popover_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_RECEIPT:
      pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_receipt_popover_dispose (GObject *object)
{
  PivotReceiptPopover *self = PIVOT_RECEIPT_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_RECEIPT_POPOVER);
  g_clear_object (&self->receipt);
  g_clear_pointer (&self->trail, g_ptr_array_unref);

  G_OBJECT_CLASS (pivot_receipt_popover_parent_class)->dispose (object);
}

static void
pivot_receipt_popover_class_init (PivotReceiptPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_receipt_popover_dispose;
  object_class->get_property = pivot_receipt_popover_get_property;
  object_class->set_property = pivot_receipt_popover_set_property;

  properties[PROP_RECEIPT] =
    g_param_spec_object ("receipt", NULL, NULL, PIVOT_TYPE_RECEIPT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The template names the type in its expressions. */
  g_type_ensure (PIVOT_TYPE_RECEIPT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-receipt-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptPopover, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptPopover, back_button);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptPopover, cite_button);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptPopover, inputs_box);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptPopover, inputs_list);
  gtk_widget_class_bind_template_callback (widget_class, input_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);

  gtk_widget_class_install_action (widget_class, "receipt.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "receipt.cite", "s", cite);
  gtk_widget_class_install_action (widget_class, "receipt.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "receipt.open-source", NULL, open_source);
}

static void
pivot_receipt_popover_init (PivotReceiptPopover *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));
  update_actions (self);
  update_back (self);
}

/**
 * pivot_receipt_popover_new:
 *
 * Creates a popover. Its owner sets it as a child, points it at the number and takes it away again.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
pivot_receipt_popover_new (void)
{
  return g_object_new (PIVOT_TYPE_RECEIPT_POPOVER, NULL);
}

/**
 * pivot_receipt_popover_get_receipt: (attributes org.gtk.Method.get_property=receipt)
 * @self: a popover
 *
 * Gets the receipt that is shown.
 *
 * Returns: (transfer none) (nullable): the receipt
 */
PivotReceipt *
pivot_receipt_popover_get_receipt (PivotReceiptPopover *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT_POPOVER (self), NULL);

  return self->receipt;
}

/**
 * pivot_receipt_popover_set_receipt: (attributes org.gtk.Method.set_property=receipt)
 * @self: a popover
 * @receipt: (nullable): a receipt
 *
 * Sets the receipt that is shown.
 */
void
pivot_receipt_popover_set_receipt (PivotReceiptPopover *self,
                                   PivotReceipt        *receipt)
{
  g_return_if_fail (PIVOT_IS_RECEIPT_POPOVER (self));
  g_return_if_fail (receipt == NULL || PIVOT_IS_RECEIPT (receipt));

  g_ptr_array_set_size (self->trail, 0);
  show_receipt (self, receipt);
}
