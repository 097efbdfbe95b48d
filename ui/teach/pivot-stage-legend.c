/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-legend.h"

#include <glib/gi18n-lib.h>

#include "pivot-chart-view.h"
#include "pivot-present.h"
#include "pivot-swatch.h"
#include "pivot-wrap-layout.h"

/* px at scale 1 */
#define SCALE_HEIGHT 58
#define THIRDS_HEIGHT 130

#define CLASS_KEY "pivot-class"
#define NO_DATA (-1)

struct _PivotStageLegend
{
  GtkWidget       parent_instance;

  PivotSession   *session;

  GtkLabel       *title;
  GtkWidget      *items;
  PivotChartView *scale_view;
  PivotRampPlot  *scale;
  PivotChartView *thirds_view;
  PivotThirdsPlot *thirds;
};

G_DEFINE_FINAL_TYPE (PivotStageLegend, pivot_stage_legend, GTK_TYPE_WIDGET)

static int
get_class (GtkEventController *controller)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), CLASS_KEY));
}

static void
enter_cb (GtkEventController *controller,
          double              x,
          double              y,
          PivotStageLegend   *self)
{
  pivot_session_set_hovered_class (self->session, get_class (controller));
}

static void
leave_cb (GtkEventController *controller,
          PivotStageLegend   *self)
{
  pivot_session_set_hovered_class (self->session, -1);
}

static void
select_class (PivotStageLegend *self,
              int               class_index)
{
  g_autofree guint *places = NULL;
  guint n;

  places = pivot_legend_get_places (self->session, class_index, &n);
  pivot_session_select (self->session, places, n, PIVOT_SELECT_REPLACE);
}

static void
clicked_cb (PivotStageLegend *self,
            GtkWidget        *button)
{
  select_class (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), CLASS_KEY)));
}

static void
add_item (PivotStageLegend *self,
          int               class_index,
          GtkWidget        *swatch,
          const char       *text,
          const char       *spoken)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "stage-class");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (button), CLASS_KEY, GINT_TO_POINTER (class_index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  if (class_index != NO_DATA)
    {
      GtkEventController *motion = gtk_event_controller_motion_new ();

      g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
      g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
      gtk_widget_add_controller (button, motion);
    }
  gtk_widget_set_parent (button, self->items);
}

static void
add_class (PivotStageLegend       *self,
           const PivotLegendClass *item,
           const PivotStyle       *style)
{
  GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, NULL);

  pivot_swatch_set_fill (PIVOT_SWATCH (swatch), PIVOT_REGION_VALUE, &item->color, style);
  pivot_swatch_set_hatching (PIVOT_SWATCH (swatch), &item->hatching);
  add_item (self, item->id, swatch, item->text, item->spoken);
}

static void
add_missing (PivotStageLegend *self,
             guint             n,
             const PivotStyle *style)
{
  GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, NULL);
  /* Translators: legend of a picture: look of places without a value, and how many there are. */
  g_autofree char *text = g_strdup_printf (_("No data (%u)"), n);

  pivot_swatch_set_fill (PIVOT_SWATCH (swatch), PIVOT_REGION_NO_DATA, NULL, style);
  add_item (self, NO_DATA, swatch, text, text);
}

static void
remove_items (PivotStageLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_widget_unparent (child);
}

static void
show_plots (PivotStageLegend  *self,
            const PivotLegend *legend,
            const PivotStyle  *style)
{
  gboolean continuous = legend->mapping == PIVOT_MAPPING_CONTINUOUS;
  gboolean bivariate = legend->mapping == PIVOT_MAPPING_BIVARIATE;

  gtk_widget_set_visible (GTK_WIDGET (self->scale_view), continuous);
  gtk_widget_set_visible (GTK_WIDGET (self->thirds_view), bivariate);
  if (continuous)
    {
      pivot_chart_view_set_height (self->scale_view, (int) (SCALE_HEIGHT * style->scale));
      pivot_chart_view_set_style (self->scale_view, style);
      pivot_present_scale (self->session, style, self->scale);
    }
  if (bivariate)
    {
      pivot_chart_view_set_height (self->thirds_view, (int) (THIRDS_HEIGHT * style->scale));
      pivot_chart_view_set_style (self->thirds_view, style);
      pivot_legend_fill_thirds (self->session, legend, self->thirds);
    }
}

static void
class_hovered_cb (PivotStageLegend *self,
                  int               class_index)
{
  pivot_session_set_hovered_class (self->session, class_index);
}

static void
class_activated_cb (PivotStageLegend *self,
                    guint             class_index)
{
  if (class_index != G_MAXUINT)
    select_class (self, (int) class_index);
}

static void
pivot_stage_legend_dispose (GObject *object)
{
  PivotStageLegend *self = PIVOT_STAGE_LEGEND (object);
  GtkWidget *child;

  if (self->items != NULL)
    remove_items (self);
  self->items = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->scale);
  g_clear_object (&self->thirds);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_stage_legend_parent_class)->dispose (object);
}

static void
pivot_stage_legend_class_init (PivotStageLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_legend_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_stage_legend_init (PivotStageLegend *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage-legend");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->items = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->items, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, "spacing", 0, NULL));
  self->scale = pivot_ramp_plot_new ();
  self->scale_view = PIVOT_CHART_VIEW (pivot_chart_view_new ());
  pivot_chart_view_set_plot (self->scale_view, PIVOT_PLOT (self->scale));
  self->thirds = pivot_thirds_plot_new ();
  self->thirds_view = PIVOT_CHART_VIEW (pivot_chart_view_new ());
  pivot_chart_view_set_plot (self->thirds_view, PIVOT_PLOT (self->thirds));
  /* Nothing pops up in front of a class. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->scale_view), FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->thirds_view), FALSE);
  g_signal_connect_swapped (self->thirds_view, "mark-hovered", G_CALLBACK (class_hovered_cb), self);
  g_signal_connect_swapped (self->thirds_view, "mark-activated", G_CALLBACK (class_activated_cb), self);

  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (self->items, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->scale_view), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->thirds_view), GTK_WIDGET (self));
}

/**
 * pivot_stage_legend_new:
 * @session: what the map shows
 *
 * Makes an empty legend.
 *
 * Returns: (transfer floating): a legend
 */
GtkWidget *
pivot_stage_legend_new (PivotSession *session)
{
  PivotStageLegend *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_LEGEND, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

static void
show_title (PivotStageLegend  *self,
            const PivotLegend *legend)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  PivotMeasure *against = pivot_session_get_against (self->session);
  g_autofree char *title = measure != NULL ? pivot_present_measure_title (measure) : NULL;
  g_autofree char *other = NULL, *both = NULL;

  /* One map is as large as a class needs it: it says that there is another. */
  if (title != NULL && against != NULL && pivot_session_get_mapping (self->session) == PIVOT_MAPPING_PAIR)
    {
      /* Translators: of two maps that are compared, a presented page shows one. %s: the measure of the other. */
      other = g_strdup_printf (_("One map of two; the other is of %s"), pivot_text_get (pivot_measure_get_label (against)));
      both = g_strdup_printf ("%s\n%s", title, other);
    }
  gtk_label_set_text (self->title, both != NULL ? both : title != NULL ? title : legend->title);
}

/**
 * pivot_stage_legend_update:
 * @self: a legend
 * @style: how the map is drawn
 *
 * Shows the classes as they are now.
 */
void
pivot_stage_legend_update (PivotStageLegend *self,
                           const PivotStyle *style)
{
  g_autoptr(PivotLegend) legend = NULL;

  g_return_if_fail (PIVOT_IS_STAGE_LEGEND (self));
  g_return_if_fail (style != NULL);

  legend = pivot_legend_new (self->session, style);
  show_title (self, legend);
  remove_items (self);
  for (guint i = 0; i < legend->n_classes && legend->mapping != PIVOT_MAPPING_BIVARIATE; i++)
    add_class (self, &legend->classes[i], style);
  if (legend->n_missing > 0)
    add_missing (self, legend->n_missing, style);
  show_plots (self, legend, style);
}
