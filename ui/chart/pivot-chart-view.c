/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-chart-view-private.h"
#include "pivot-picture.h"

#define LEAST_WIDTH 160
#define LEAST_HEIGHT 120
#define NATURAL_WIDTH 420
#define NATURAL_HEIGHT 300

#define BAND_OPACITY 0.14
#define FOCUS_WIDTH 2

G_DEFINE_FINAL_TYPE (PivotChartView, pivot_chart_view, GTK_TYPE_WIDGET)

guint _pivot_chart_view_signals[PIVOT_CHART_VIEW_N_SIGNALS];

/* What invalidates what:
 *   the plot's data, another plot, size, style, scale factor: all
 *   the plot's selection: the shown picture
 *   the plot's hovered mark: the node of the hover alone */
static void
invalidate_hover (PivotChartView *self)
{
  g_clear_pointer (&self->hover_node, gsk_render_node_unref);
  self->hover_valid = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
invalidate_selection (PivotChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
invalidate (PivotChartView *self)
{
  g_clear_pointer (&self->base, cairo_surface_destroy);
  invalidate_selection (self);
  invalidate_hover (self);
}

static void
update_accessible (PivotChartView *self)
{
  g_autofree char *label = self->plot != NULL ? pivot_plot_describe (self->plot) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "",
                                  -1);
}

static void
plot_changed_cb (PivotChartView *self)
{
  update_accessible (self);
  invalidate (self);
}

static void
overlay_changed_cb (PivotChartView *self,
                    gboolean        selection)
{
  if (selection)
    {
      invalidate_selection (self);
      return;
    }

  /* Somebody else may have moved it: the next motion here starts from there. */
  self->pointed = pivot_plot_get_hovered (self->plot);
  invalidate_hover (self);
}

static void
render_base (PivotChartView *self,
             int             scale)
{
  cairo_t *cr;

  self->base = pivot_picture_new (self->width, self->height, scale);
  cr = cairo_create (self->base);
  pivot_plot_draw (self->plot, cr, &self->style, self->width, self->height);
  cairo_destroy (cr);
  self->n_renders++;
}

/* The base with what is selected over it: selections change more often than data, and hover more often than both. */
static void
render (PivotChartView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *shown;
  cairo_t *cr;

  if (self->base == NULL)
    render_base (self, scale);

  if (pivot_plot_get_n_selected (self->plot) == 0)
    {
      self->node = pivot_picture_to_node (self->base, self->width, self->height, GTK_WIDGET (self));
      return;
    }

  shown = pivot_picture_copy (self->base, self->width, self->height, scale);
  cr = cairo_create (shown);
  pivot_plot_draw_selection (self->plot, cr, &self->style, self->width, self->height);
  cairo_destroy (cr);
  self->node = pivot_picture_to_node (shown, self->width, self->height, GTK_WIDGET (self));
  cairo_surface_destroy (shown);
}

/* As small as what it shows, so that little is drawn anew while the pointer moves. */
static void
render_hover (PivotChartView *self)
{
  cairo_rectangle_t box;
  cairo_t *cr;

  self->hover_valid = TRUE;
  if (!pivot_plot_get_hover_extents (self->plot, &self->style, self->width, self->height, &box))
    return;

  self->hover_node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (box.x, box.y, box.width, box.height));
  cr = gsk_cairo_node_get_draw_context (self->hover_node);
  pivot_plot_draw_hover (self->plot, cr, &self->style, self->width, self->height);
  cairo_destroy (cr);
}

static void
snapshot_frame (GtkSnapshot           *snapshot,
                const graphene_rect_t *bounds,
                const GdkRGBA         *color,
                float                  line)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
snapshot_band (PivotChartView *self,
               GtkSnapshot    *snapshot)
{
  graphene_rect_t band = GRAPHENE_RECT_INIT (self->band_x0, self->band_y0,
                                             self->band_x1 - self->band_x0, self->band_y1 - self->band_y0);
  graphene_rect_t widget = GRAPHENE_RECT_INIT (0, 0, self->width, self->height);
  GdkRGBA fill = self->style.accent;

  graphene_rect_normalize (&band);
  if (!graphene_rect_intersection (&band, &widget, &band))
    return;

  fill.alpha = BAND_OPACITY;
  gtk_snapshot_append_color (snapshot, &fill, &band);
  snapshot_frame (snapshot, &band, &self->style.accent, 1);
}

static void
pivot_chart_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PivotChartView *self = PIVOT_CHART_VIEW (widget);

  if (self->plot == NULL || self->width < 1 || self->height < 1)
    return;

  if (self->node == NULL)
    render (self);
  gtk_snapshot_append_node (snapshot, self->node);

  if (!self->hover_valid)
    render_hover (self);
  if (self->hover_node != NULL)
    gtk_snapshot_append_node (snapshot, self->hover_node);

  if (self->banding)
    snapshot_band (self, snapshot);

  if (gtk_widget_has_visible_focus (widget))
    snapshot_frame (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->width, self->height), &self->style.accent, FOCUS_WIDTH);
}

static void
pivot_chart_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PivotChartView *self = PIVOT_CHART_VIEW (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? LEAST_WIDTH : self->least_height;
  *natural = horizontal ? NATURAL_WIDTH : self->natural_height;
}

static void
pivot_chart_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PivotChartView *self = PIVOT_CHART_VIEW (widget);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  invalidate (self);
}

/* The focus ring comes and goes with the focus-visible flag, of which no style need know. */
static void
pivot_chart_view_state_flags_changed (GtkWidget     *widget,
                                      GtkStateFlags  previous)
{
  const GtkStateFlags focus = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;

  if (((gtk_widget_get_state_flags (widget) ^ previous) & focus) != 0)
    gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (pivot_chart_view_parent_class)->state_flags_changed (widget, previous);
}

static void
pivot_chart_view_dispose (GObject *object)
{
  PivotChartView *self = PIVOT_CHART_VIEW (object);

  if (self->plot != NULL)
    g_signal_handlers_disconnect_by_data (self->plot, self);
  g_clear_object (&self->plot);
  g_clear_pointer (&self->base, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->hover_node, gsk_render_node_unref);

  G_OBJECT_CLASS (pivot_chart_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * PivotChartView::mark-hovered:
   * @self: a chart view
   * @id: a mark, or −1
   *
   * The pointer, or the arrow keys, came to another mark or left all of them.
   */
  _pivot_chart_view_signals[PIVOT_CHART_VIEW_MARK_HOVERED] =
    g_signal_new ("mark-hovered", PIVOT_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * PivotChartView::mark-activated:
   * @self: a chart view
   * @id: a mark; G_MAXUINT for a click on nothing
   * @toggle: whether to add it to or remove it from the selection, rather than to select it alone
   *
   * A mark was clicked, or Enter was pressed on it.
   */
  _pivot_chart_view_signals[PIVOT_CHART_VIEW_MARK_ACTIVATED] =
    g_signal_new ("mark-activated", PIVOT_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  /**
   * PivotChartView::brushed:
   * @self: a chart view
   * @ids: (type gpointer): an array of guint, of the emitter; %NULL if @n is 0
   * @n: how many
   * @add: whether to add them to the selection, rather than to select them alone
   *
   * A rectangle was drawn around marks.
   */
  _pivot_chart_view_signals[PIVOT_CHART_VIEW_BRUSHED] =
    g_signal_new ("brushed", PIVOT_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
pivot_chart_view_class_init (PivotChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_chart_view_dispose;

  widget_class->snapshot = pivot_chart_view_snapshot;
  widget_class->measure = pivot_chart_view_measure;
  widget_class->size_allocate = pivot_chart_view_size_allocate;
  widget_class->state_flags_changed = pivot_chart_view_state_flags_changed;

  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pivot_chart_view_init (PivotChartView *self)
{
  self->pointed = -1;
  self->least_height = LEAST_HEIGHT;
  self->natural_height = NATURAL_HEIGHT;
  pivot_style_init_light (&self->style);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (invalidate), NULL);
  _pivot_chart_view_add_controllers (self);
}

/**
 * pivot_chart_view_new:
 *
 * Creates a chart view without a plot.
 *
 * Returns: (transfer full): a new chart view
 */
GtkWidget *
pivot_chart_view_new (void)
{
  return g_object_new (PIVOT_TYPE_CHART_VIEW, NULL);
}

/**
 * pivot_chart_view_set_plot:
 * @self: a chart view
 * @plot: (nullable): what to show
 *
 * Sets what is shown.
 */
void
pivot_chart_view_set_plot (PivotChartView *self,
                           PivotPlot      *plot)
{
  g_return_if_fail (PIVOT_IS_CHART_VIEW (self));
  g_return_if_fail (plot == NULL || PIVOT_IS_PLOT (plot));

  if (self->plot == plot)
    return;

  if (self->plot != NULL)
    g_signal_handlers_disconnect_by_data (self->plot, self);

  g_set_object (&self->plot, plot);
  self->pointed = plot != NULL ? pivot_plot_get_hovered (plot) : -1;

  if (plot != NULL)
    {
      g_signal_connect_swapped (plot, "changed", G_CALLBACK (plot_changed_cb), self);
      g_signal_connect_swapped (plot, "overlay-changed", G_CALLBACK (overlay_changed_cb), self);
    }

  plot_changed_cb (self);
}

/**
 * pivot_chart_view_get_plot:
 * @self: a chart view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): the plot
 */
PivotPlot *
pivot_chart_view_get_plot (PivotChartView *self)
{
  g_return_val_if_fail (PIVOT_IS_CHART_VIEW (self), NULL);

  return self->plot;
}

/**
 * pivot_chart_view_set_style:
 * @self: a chart view
 * @style: how it looks; copied
 *
 * Sets how the plot looks.
 */
void
pivot_chart_view_set_style (PivotChartView   *self,
                            const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_CHART_VIEW (self));
  g_return_if_fail (style != NULL);

  if (pivot_style_equal (&self->style, style))
    return;

  self->style = *style;
  invalidate (self);
}

/**
 * pivot_chart_view_set_height:
 * @self: a chart view
 * @height: px
 *
 * Sets how high the view is where nothing else says so, for a small plot beside text.
 */
void
pivot_chart_view_set_height (PivotChartView *self,
                             int             height)
{
  g_return_if_fail (PIVOT_IS_CHART_VIEW (self));
  g_return_if_fail (height > 0);

  self->least_height = self->natural_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pivot_chart_view_set_brushing:
 * @self: a chart view
 * @brushing: whether a drag draws a rubber band around marks
 *
 * Sets what a drag does. Without a rubber band it does nothing, and is left to who embeds the view.
 */
void
pivot_chart_view_set_brushing (PivotChartView *self,
                               gboolean        brushing)
{
  g_return_if_fail (PIVOT_IS_CHART_VIEW (self));

  self->no_brushing = !brushing;
}

/* How often the base was drawn, for tests. */
guint
_pivot_chart_view_get_n_renders (PivotChartView *self)
{
  g_return_val_if_fail (PIVOT_IS_CHART_VIEW (self), 0);

  return self->n_renders;
}
