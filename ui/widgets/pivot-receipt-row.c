/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-receipt-row.h"

#include <glib/gi18n-lib.h>

/* Made once for a measure and then told one receipt after another: choosing a place builds no widgets. */
struct _PivotReceiptRow
{
  GtkListBoxRow  parent_instance;

  PivotReceipt  *receipt;

  GtkLabel      *name_label;
  GtkLabel      *value_label;
  GtkLabel      *rank_label;
  GtkWidget     *mark_box;
  GtkImage      *mark_image;
  GtkLabel      *mark_label;
};

G_DEFINE_FINAL_TYPE (PivotReceiptRow, pivot_receipt_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_0, PROP_RECEIPT, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* The most important thing to know of a number that is not simply printed somewhere; NULL if there is nothing. */
static const char *
get_mark (PivotReceipt  *receipt,
          const char   **icon_name)
{
  *icon_name = "dialog-warning-symbolic";
  if (pivot_receipt_is_doubtful (receipt))
    return _("Does not add up");
  if (pivot_receipt_is_bound (receipt))
    return _("A limit, not the figure");

  *icon_name = "dialog-information-symbolic";
  if (pivot_receipt_get_finding (receipt) != NULL)
    return _("Used where figures do not add up");

  return NULL;
}

static void
update_spoken (PivotReceiptRow *self,
               const char      *mark)
{
  const char *rank = pivot_receipt_get_rank (self->receipt);
  GString *string = g_string_new (NULL);

  /* Translators: spoken of a line of the card: measure, value, "Talent gap: 1.17 percentage points". */
  g_string_append_printf (string, C_("card", "%1$s: %2$s"), pivot_receipt_get_label (self->receipt),
                          pivot_receipt_get_text (self->receipt));
  if (rank != NULL)
    {
      g_string_append (string, C_("list separator", ", "));
      g_string_append_printf (string, _("rank %s"), rank);
    }
  if (mark != NULL)
    {
      g_string_append (string, C_("list separator", ", "));
      g_string_append (string, mark);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, string->str, -1);
  g_string_free (string, TRUE);
}

static void
update (PivotReceiptRow *self)
{
  const char *icon_name;
  const char *mark, *rank;

  gtk_widget_set_visible (GTK_WIDGET (self), self->receipt != NULL && !pivot_receipt_is_missing (self->receipt));
  if (self->receipt == NULL)
    return;

  mark = get_mark (self->receipt, &icon_name);
  rank = pivot_receipt_get_rank (self->receipt);
  gtk_label_set_text (self->name_label, pivot_receipt_get_label (self->receipt));
  gtk_label_set_text (self->value_label, pivot_receipt_get_text (self->receipt));
  gtk_label_set_text (self->rank_label, rank != NULL ? rank : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rank_label), rank != NULL);
  gtk_widget_set_visible (self->mark_box, mark != NULL);
  gtk_label_set_text (self->mark_label, mark != NULL ? mark : "");
  gtk_image_set_from_icon_name (self->mark_image, icon_name);
  update_spoken (self, mark);
}

static void
pivot_receipt_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECEIPT:
      g_value_set_object (value, PIVOT_RECEIPT_ROW (object)->receipt);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_receipt_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_RECEIPT:
      pivot_receipt_row_set_receipt (PIVOT_RECEIPT_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_receipt_row_dispose (GObject *object)
{
  PivotReceiptRow *self = PIVOT_RECEIPT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_RECEIPT_ROW);
  g_clear_object (&self->receipt);

  G_OBJECT_CLASS (pivot_receipt_row_parent_class)->dispose (object);
}

static void
pivot_receipt_row_class_init (PivotReceiptRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_receipt_row_dispose;
  object_class->get_property = pivot_receipt_row_get_property;
  object_class->set_property = pivot_receipt_row_set_property;

  properties[PROP_RECEIPT] =
    g_param_spec_object ("receipt", NULL, NULL, PIVOT_TYPE_RECEIPT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-receipt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, rank_label);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, mark_box);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, mark_image);
  gtk_widget_class_bind_template_child (widget_class, PivotReceiptRow, mark_label);
}

static void
pivot_receipt_row_init (PivotReceiptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pivot_receipt_row_new:
 *
 * Creates a row without a receipt. It is not visible until it has one with a value.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
pivot_receipt_row_new (void)
{
  return g_object_new (PIVOT_TYPE_RECEIPT_ROW, "visible", FALSE, NULL);
}

/**
 * pivot_receipt_row_get_receipt: (attributes org.gtk.Method.get_property=receipt)
 * @self: a row
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): the receipt
 */
PivotReceipt *
pivot_receipt_row_get_receipt (PivotReceiptRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RECEIPT_ROW (self), NULL);

  return self->receipt;
}

/**
 * pivot_receipt_row_set_receipt: (attributes org.gtk.Method.set_property=receipt)
 * @self: a row
 * @receipt: (nullable): a receipt
 *
 * Shows a receipt. Without a value there is nothing to show, and the row is hidden.
 */
void
pivot_receipt_row_set_receipt (PivotReceiptRow *self,
                               PivotReceipt    *receipt)
{
  g_return_if_fail (PIVOT_IS_RECEIPT_ROW (self));
  g_return_if_fail (receipt == NULL || PIVOT_IS_RECEIPT (receipt));

  if (!g_set_object (&self->receipt, receipt))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECEIPT]);
}

/**
 * pivot_receipt_row_set_current:
 * @self: a row
 * @current: whether it is the measure on the map
 *
 * Sets the row off from the others if it is what the map shows.
 */
void
pivot_receipt_row_set_current (PivotReceiptRow *self,
                               gboolean         current)
{
  g_return_if_fail (PIVOT_IS_RECEIPT_ROW (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
