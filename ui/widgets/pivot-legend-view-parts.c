/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-legend-view-private.h"

#include <glib/gi18n-lib.h>

/* px at scale 1. */
#define SCALE_HEIGHT 58
#define THIRDS_HEIGHT 178
#define STRIP_HEIGHT 58

/* Without a text there is no label. */
void
_pivot_legend_view_set_label (GtkLabel   *label,
                              const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What stands in the place of the histogram where there are no classes of one measure. */
static void
update_plots (PivotLegendView   *self,
              const PivotLegend *legend)
{
  gboolean continuous = legend->mapping == PIVOT_MAPPING_CONTINUOUS;
  gboolean bivariate = legend->mapping == PIVOT_MAPPING_BIVARIATE && legend->n_classes > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->scale_view), continuous);
  gtk_widget_set_visible (GTK_WIDGET (self->thirds_view), bivariate);
  pivot_cuts_button_show (self->cuts_button, bivariate ? self->session : NULL);
  gtk_widget_set_visible (self->help_button, legend->mapping == PIVOT_MAPPING_CLUSTERS);
  _pivot_legend_view_set_label (self->sentence_label, legend->sentence);

  if (continuous)
    {
      pivot_chart_view_set_height (self->scale_view, SCALE_HEIGHT * self->style.scale);
      pivot_chart_view_set_style (self->scale_view, &self->style);
      pivot_present_scale (self->session, &self->style, self->scale);
    }
  if (bivariate)
    {
      pivot_chart_view_set_height (self->thirds_view, THIRDS_HEIGHT * self->style.scale);
      pivot_chart_view_set_style (self->thirds_view, &self->style);
      pivot_legend_fill_thirds (self->session, legend, self->thirds);
    }
}

/* Says so where two classes cannot be told apart, and offers what helps. */
static void
update_warning (PivotLegendView   *self,
                const PivotLegend *legend)
{
  guint one, other;
  gboolean alike = pivot_legend_find_alike (legend, &one, &other);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->warning_box, alike);
  if (!alike)
    return;

  /* Translators: two classes of the legend that have nearly the same colour: "2.4 – 4.2 and 4.2 – 5.4 look alike". */
  text = g_strdup_printf (_("%1$s and %2$s look alike"), legend->classes[one].text, legend->classes[other].text);
  gtk_label_set_text (self->warning_label, text);
}

static void
update_strip (PivotLegendView *self)
{
  gboolean shown;

  pivot_chart_view_set_height (self->strip_view, STRIP_HEIGHT * self->style.scale);
  pivot_chart_view_set_style (self->strip_view, &self->style);
  shown = pivot_present_stability (self->session, &self->style, self->strip);
  gtk_widget_set_visible (self->stability_box, shown);
}

static void
update_pair (PivotLegendView *self,
             gboolean         shown)
{
  g_autoptr(PivotLegend) legend = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->pair_legend), shown);
  if (!shown)
    return;

  legend = pivot_legend_new_second (self->session, &self->style);
  pivot_pair_legend_show (self->pair_legend, legend, &self->style);
}

/* Shows what belongs to what the colours tell, and hides the rest. */
void
_pivot_legend_view_update_parts (PivotLegendView   *self,
                                 const PivotLegend *legend)
{
  update_plots (self, legend);
  update_strip (self);
  update_pair (self, legend->mapping == PIVOT_MAPPING_PAIR);
  update_warning (self, legend);
}
