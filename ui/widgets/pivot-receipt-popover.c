/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt-popover.h"

#include "pivot-compat.h"

#include <glib/gi18n-lib.h>

/* All labels are bound to the receipt in the template; only what a person can do is here. */
struct _PivotReceiptPopover
{
  GtkPopover    parent_instance;

  PivotReceipt *receipt;
  GtkWidget    *copy_button;
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

static void
update_actions (PivotReceiptPopover *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_url = self->receipt != NULL && has_page_cb (NULL, pivot_receipt_get_url (self->receipt));

  gtk_widget_action_set_enabled (widget, "receipt.copy", self->receipt != NULL);
  gtk_widget_action_set_enabled (widget, "receipt.open-source", has_url);
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
  gtk_widget_class_bind_template_callback (widget_class, has_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);

  gtk_widget_class_install_action (widget_class, "receipt.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "receipt.open-source", NULL, open_source);
}

static void
pivot_receipt_popover_init (PivotReceiptPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
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

  if (!g_set_object (&self->receipt, receipt))
    return;

  gtk_button_set_label (GTK_BUTTON (self->copy_button), _("_Copy"));
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECEIPT]);
}
