/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-place-card-private.h"

#include "pivot-receipt.h"

#include <glib/gi18n-lib.h>

static void
append_dotted (GString    *string,
               const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, part);
}

char *
_pivot_place_card_subtitle (PivotPlace *place)
{
  const PivotText *name = pivot_place_get_name (place);
  g_autoptr(GPtrArray) wordings = pivot_text_get_all (name);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < wordings->len; i++)
    if (g_strcmp0 (wordings->pdata[i], pivot_text_get (name)) != 0)
      append_dotted (string, wordings->pdata[i]);
  append_dotted (string, pivot_place_get_code (place));

  return g_string_free (string, FALSE);
}

/* One paragraph for each reason: what is missing for it, then the reason. Notes are often the same for several measures. */
char *
_pivot_place_card_missing_markup (GListModel *receipts)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (receipts);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotReceipt) receipt = g_list_model_get_item (receipts, i);
      const char *note = pivot_receipt_get_note (receipt);
      guint at;

      if (!pivot_receipt_is_missing (receipt))
        continue;

      if (!g_ptr_array_find_with_equal_func (notes, note != NULL ? note : "", g_str_equal, &at))
        {
          at = notes->len;
          g_ptr_array_add (notes, g_strdup (note != NULL ? note : ""));
          g_ptr_array_add (labels, g_string_new (NULL));
        }
      append_dotted (labels->pdata[at], pivot_receipt_get_label (receipt));
    }

  for (guint i = 0; i < notes->len; i++)
    {
      GString *label = labels->pdata[i];
      const char *note = notes->pdata[i];
      g_autofree char *name = g_markup_escape_text (label->str, -1);
      g_autofree char *reason = g_markup_printf_escaped ("\n<small><span alpha=\"65%%\">%s</span></small>", note);

      g_string_append_printf (string, "%s%s%s", i > 0 ? "\n\n" : "", name, *note != '\0' ? reason : "");
      g_string_free (label, TRUE);
    }

  return g_string_free (string, string->len == 0);
}

GtkWidget *
_pivot_place_card_group_new (PivotGroup *group)
{
  GtkWidget *label = gtk_label_new (pivot_text_get (pivot_group_get_label (group)));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_widget_set_tooltip_text (label, pivot_text_get (pivot_group_get_description (group)));
  gtk_widget_add_css_class (label, "group-pill");
  gtk_widget_add_css_class (label, "caption");

  return label;
}
