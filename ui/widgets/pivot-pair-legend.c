/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-pair-legend.h"

#include <glib/gi18n-lib.h>

#include "pivot-swatch.h"

struct _PivotPairLegend
{
  GtkWidget  parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PivotPairLegend, pivot_pair_legend, GTK_TYPE_WIDGET)

static void
add_label (PivotPairLegend *self,
           const char      *text,
           const char      *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_row (PivotPairLegend     *self,
         const PivotStyle    *style,
         PivotRegionKind      kind,
         const GdkRGBA       *color,
         const PivotHatching *hatching,
         const char          *text,
         guint                count)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, NULL);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *count_label = gtk_label_new (number);

  pivot_swatch_set_fill (PIVOT_SWATCH (swatch), kind, color, style);
  if (hatching != NULL)
    pivot_swatch_set_hatching (PIVOT_SWATCH (swatch), hatching);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count_label);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
pivot_pair_legend_dispose (GObject *object)
{
  g_clear_pointer (&PIVOT_PAIR_LEGEND (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_pair_legend_parent_class)->dispose (object);
}

static void
pivot_pair_legend_class_init (PivotPairLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_pair_legend_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_pair_legend_init (PivotPairLegend *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * pivot_pair_legend_show:
 * @self: a legend of a second map
 * @legend: what it says
 * @style: for a light or a dark ground
 *
 * Shows another legend.
 */
void
pivot_pair_legend_show (PivotPairLegend   *self,
                        const PivotLegend *legend,
                        const PivotStyle  *style)
{
  GtkWidget *child;

  g_return_if_fail (PIVOT_IS_PAIR_LEGEND (self));
  g_return_if_fail (legend != NULL && style != NULL);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  add_label (self, _("Second map"), "heading");
  add_label (self, legend->title, NULL);
  add_label (self, legend->unit, "caption");
  for (guint i = 0; i < legend->n_classes; i++)
    add_row (self, style, PIVOT_REGION_VALUE, &legend->classes[i].color, &legend->classes[i].hatching,
             legend->classes[i].text, legend->classes[i].count);
  if (legend->n_missing > 0)
    add_row (self, style, PIVOT_REGION_NO_DATA, NULL, NULL, _("No data"), legend->n_missing);
  add_label (self, legend->method, "caption");
}
