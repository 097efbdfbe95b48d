/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-framing-pane.h"

#include "pivot-bars-plot.h"
#include "pivot-chart-view.h"
#include "pivot-coloring.h"
#include "pivot-framing.h"
#include "pivot-present.h"
#include "pivot-units.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#define MAP_HEIGHT 300
/* The height of bars does not depend on it. */
#define BARS_WIDTH 400

struct _PivotFramingPane
{
  GtkWidget       parent_instance;

  PivotSession   *session;
  guint           side;

  GtkWidget      *box;
  GtkLabel       *title_label;
  GtkLabel       *note_label;
  PivotChartView *map;
  PivotChartView *bars;
};

G_DEFINE_FINAL_TYPE (PivotFramingPane, pivot_framing_pane, GTK_TYPE_WIDGET)

/* The bars of a side, before they know where they start. */
static void
fill_rows (PivotBarsPlot    *plot,
           PivotSession     *own,
           const PivotStyle *style,
           const guint      *places,
           guint             n)
{
  PivotDataset *dataset = pivot_session_get_dataset (own);
  PivotMeasure *measure = pivot_session_get_measure (own);
  g_autofree PivotBarsRow *rows = g_new0 (PivotBarsRow, MAX (n, 1));
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = pivot_measure_get_value (measure, places[i]);
      PivotPlace *place = pivot_dataset_get_place (dataset, places[i]);
      char *number = pivot_units_format_value (value, pivot_measure_get_decimals (measure), NULL);
      g_autofree char *with_unit = pivot_units_format_measure (measure, places[i]);
      /* Translators: a place of a chart and its value. */
      char *text = g_strdup_printf (C_("map", "%1$s: %2$s"), pivot_text_get (pivot_place_get_name (place)), with_unit);

      g_ptr_array_add (strings, number);
      g_ptr_array_add (strings, text);
      rows[i] = (PivotBarsRow) { places[i], value->number, value->bound != PIVOT_BOUND_NONE, style->mark,
                                 pivot_text_get (pivot_place_get_short (place)), number, text };
      pivot_present_place_color (own, style, places[i], &rows[i].color);
    }

  pivot_bars_plot_set_rows (plot, rows, n);
}

/* Bars of amounts start at zero, or where the axis is cut; others where their scale turns, or at the least score. */
static void
set_base (PivotFramingPane *self,
          PivotBarsPlot    *plot,
          PivotSession     *own,
          const guint      *places,
          guint             n)
{
  PivotMeasure *measure = pivot_session_get_measure (own);
  const double *numbers = pivot_measure_get_numbers (measure, NULL);
  double base = 0;
  gboolean cut = FALSE;
  g_autofree char *label = NULL;

  if (pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING)
    base = pivot_measure_get_midpoint (measure);
  else if (!pivot_measure_get_range (measure, &base, NULL) && n > 0)
    {
      base = pivot_framing_get_base (self->session, self->side, numbers[places[n - 1]], numbers[places[0]]);
      cut = base != 0;
    }

  label = pivot_units_format_number (base, base == round (base) ? 0 : MAX (pivot_units_count_decimals (base), 1));
  pivot_bars_plot_set_base (plot, base, label, cut);
}

static PivotPlot *
make_bars (PivotFramingPane *self,
           PivotSession     *own,
           const PivotStyle *style)
{
  PivotBarsPlot *plot = pivot_bars_plot_new ();
  g_autofree char *title = pivot_present_measure_title (pivot_session_get_measure (own));
  g_autofree char *head = NULL;
  g_autofree char *description = NULL;
  guint n;
  g_autofree guint *places = pivot_framing_list_bars (own, &n);

  fill_rows (plot, own, style, places, n);
  set_base (self, plot, own, places, n);
  /* Translators: over a few bars: how many, name of a measure with its unit. */
  head = n == 1 ? g_strdup (title)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The %1$u greatest: %2$s", "The %1$u greatest: %2$s", n), n, title);
  pivot_bars_plot_set_title (plot, head);
  /* Translators: what a bar chart shows: number of bars, name of a measure with its unit. */
  description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u bar, the place with the greatest %2$s.",
                                              "%1$u bars, the places with the greatest %2$s.", n), n, title);
  pivot_bars_plot_set_description (plot, description);

  return PIVOT_PLOT (plot);
}

static void
update_marks (PivotFramingPane *self)
{
  PivotChartView *views[] = { self->map, self->bars };
  guint n;
  g_autofree guint *selected = pivot_session_get_selected (self->session, &n);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      PivotPlot *plot = pivot_chart_view_get_plot (views[i]);

      if (plot == NULL)
        continue;
      pivot_plot_set_hovered (plot, pivot_session_get_hovered (self->session));
      pivot_plot_set_selected (plot, selected, n);
    }
}

static void
take_plot (PivotChartView   *view,
           const PivotStyle *style,
           PivotPlot        *plot)
{
  g_autoptr(PivotPlot) owned = plot;

  pivot_chart_view_set_style (view, style);
  pivot_chart_view_set_plot (view, owned);
}

/**
 * pivot_framing_pane_update:
 * @self: a pane
 * @style: for a light or a dark ground
 *
 * Shows the framing as the session has it now.
 */
void
pivot_framing_pane_update (PivotFramingPane *self,
                           const PivotStyle *style)
{
  g_autoptr(PivotSession) own = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  PivotPlot *bars;

  g_return_if_fail (PIVOT_IS_FRAMING_PANE (self));
  g_return_if_fail (style != NULL);

  own = pivot_framing_new_session (self->session, self->side);
  gtk_widget_set_visible (self->box, own != NULL);
  if (own == NULL)
    return;

  title = pivot_framing_title (own, self->side);
  note = pivot_framing_note (own);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->note_label, note);
  take_plot (self->map, style, pivot_present_map_plot (own, style));
  bars = make_bars (self, own, style);
  pivot_chart_view_set_height (self->bars, (int) ceil (pivot_plot_measure (bars, style, BARS_WIDTH)));
  take_plot (self->bars, style, bars);
  update_marks (self);
}

static void
mark_hovered_cb (PivotFramingPane *self,
                 int               place)
{
  pivot_session_set_hovered (self->session, place);
}

static void
mark_activated_cb (PivotFramingPane *self,
                   guint             place,
                   gboolean          toggle)
{
  if (place != G_MAXUINT)
    pivot_session_select_one (self->session, place, toggle ? PIVOT_SELECT_TOGGLE : PIVOT_SELECT_REPLACE);
  else if (!toggle)
    pivot_session_clear_selection (self->session);
}

/* It is a view like any other: the map page shows it, and from there it can be exported. */
static void
show_on_map_cb (PivotFramingPane *self)
{
  g_autoptr(PivotSession) own = pivot_framing_new_session (self->session, self->side);
  g_autofree char *view = own != NULL ? pivot_session_to_json (own) : NULL;

  if (view != NULL)
    pivot_session_apply_json (self->session, view, FALSE, NULL);
}

static GtkLabel *
add_label (PivotFramingPane *self,
           const char       *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, 14);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (label));

  return label;
}

static PivotChartView *
add_chart (PivotFramingPane *self)
{
  PivotChartView *view = PIVOT_CHART_VIEW (pivot_chart_view_new ());

  pivot_chart_view_set_brushing (view, FALSE);
  g_signal_connect_swapped (view, "mark-hovered", G_CALLBACK (mark_hovered_cb), self);
  g_signal_connect_swapped (view, "mark-activated", G_CALLBACK (mark_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (view));

  return view;
}

static void
pivot_framing_pane_dispose (GObject *object)
{
  PivotFramingPane *self = PIVOT_FRAMING_PANE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_framing_pane_parent_class)->dispose (object);
}

static void
pivot_framing_pane_class_init (PivotFramingPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_framing_pane_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_framing_pane_init (PivotFramingPane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "framing");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
build (PivotFramingPane *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show on the Map"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->side == 0 ? _("Left framing") : _("Right framing"), -1);
  self->title_label = add_label (self, "title-3");
  self->note_label = add_label (self, "dim-label");
  self->map = add_chart (self);
  pivot_chart_view_set_height (self->map, MAP_HEIGHT);
  self->bars = add_chart (self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_on_map_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

/**
 * pivot_framing_pane_new:
 * @session: what is framed
 * @side: 0 or 1
 *
 * Makes the pane of a side.
 *
 * Returns: (transfer floating): a pane that shows nothing before its first update
 */
GtkWidget *
pivot_framing_pane_new (PivotSession *session,
                        guint         side)
{
  PivotFramingPane *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (side < PIVOT_FRAMING_N_SIDES, NULL);

  self = g_object_new (PIVOT_TYPE_FRAMING_PANE, NULL);
  self->session = g_object_ref (session);
  self->side = side;
  build (self);
  g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (update_marks), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update_marks), self);

  return GTK_WIDGET (self);
}
