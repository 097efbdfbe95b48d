/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-view.h"

#include <glib/gi18n-lib.h>

#include "pivot-map-view-private.h"

/* px that are left free around what is fitted. */
#define PADDING 24.0

G_DEFINE_FINAL_TYPE (PivotMapView, pivot_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  /* In the order of PivotMapTool. */
  PROP_BOX_SELECT,
  PROP_LASSO_SELECT,
  PROP_CIRCLE_SELECT,
  N_PROPS,
};

enum
{
  REGION_HOVERED,
  REGION_ACTIVATED,
  REGIONS_BOXED,
  CAMERA_CHANGED,
  CAMERA_MOVED,
  N_SIGNALS,
};

G_STATIC_ASSERT (PROP_BOX_SELECT == (int) PIVOT_MAP_TOOL_BOX && PROP_CIRCLE_SELECT == (int) PIVOT_MAP_TOOL_CIRCLE);

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

gboolean
_pivot_map_view_is_ready (PivotMapView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0 && gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

PivotGeometry *
_pivot_map_view_get_geometry (PivotMapView *self)
{
  return self->regions != NULL ? pivot_regions_get_geometry (self->regions) : NULL;
}

void
_pivot_map_view_hover (PivotMapView *self,
                       int           region)
{
  if (self->hovered == region)
    return;

  _pivot_map_view_show_hovered (self, region);
  g_signal_emit (self, signals[REGION_HOVERED], 0, region);
}

void
_pivot_map_view_activate (PivotMapView *self,
                          int           region,
                          gboolean      toggle)
{
  g_signal_emit (self, signals[REGION_ACTIVATED], 0, region >= 0 ? (guint) region : G_MAXUINT, toggle);
}

void
_pivot_map_view_emit_boxed (PivotMapView    *self,
                            const guint     *regions,
                            guint            n,
                            PivotMapBoxMode  mode)
{
  g_signal_emit (self, signals[REGIONS_BOXED], 0, regions, n, (guint) mode);
}

void
_pivot_map_view_emit_camera_moved (PivotMapView *self)
{
  g_signal_emit (self, signals[CAMERA_MOVED], 0);
}

void
_pivot_map_view_emit_camera_changed (PivotMapView *self)
{
  g_signal_emit (self, signals[CAMERA_CHANGED], 0);
}

static void
pivot_map_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (PIVOT_MAP_VIEW (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
pivot_map_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PivotMapView *self = PIVOT_MAP_VIEW (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  _pivot_map_view_resize_camera (self);
}

/* The map comes first, then what selects, then the other buttons; backwards the other way round. */
static gboolean
pivot_map_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  PivotMapView *self = PIVOT_MAP_VIEW (widget);
  GtkWidget *stops[] = { widget, self->tools, self->controls };
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int at = step > 0 ? -1 : (int) G_N_ELEMENTS (stops);

  if (gtk_widget_is_focus (widget))
    at = 0;
  else if (gtk_widget_get_focus_child (widget) != NULL)
    {
      at = gtk_widget_get_focus_child (self->tools) != NULL ? 1 : 2;
      if (gtk_widget_child_focus (stops[at], direction))
        return TRUE;
    }

  for (at += step; at >= 0 && at < (int) G_N_ELEMENTS (stops); at += step)
    if (at == 0 ? gtk_widget_grab_focus (widget) : gtk_widget_child_focus (stops[at], direction))
      return TRUE;

  return FALSE;
}

static void
pivot_map_view_state_flags_changed (GtkWidget     *widget,
                                    GtkStateFlags  previous)
{
  const GtkStateFlags wanted = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;
  PivotMapView *self = PIVOT_MAP_VIEW (widget);

  pivot_overlay_layer_set_focused (self->overlay_layer, (gtk_widget_get_state_flags (widget) & wanted) == wanted);
}

static void
pivot_map_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PivotMapView *self = PIVOT_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_BOX_SELECT:
    case PROP_LASSO_SELECT:
    case PROP_CIRCLE_SELECT:
      g_value_set_boolean (value, self->tool == prop_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* There is one tool at most: another one lets go of the last. */
void
_pivot_map_view_change_tool (PivotMapView *self,
                             PivotMapTool  tool)
{
  PivotMapTool last = self->tool;

  _pivot_map_view_set_tool (self, tool);
  if (last != PIVOT_MAP_TOOL_PAN)
    g_object_notify_by_pspec (G_OBJECT (self), properties[last]);
  if (tool != PIVOT_MAP_TOOL_PAN)
    g_object_notify_by_pspec (G_OBJECT (self), properties[tool]);
}

static void
pivot_map_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PivotMapView *self = PIVOT_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_BOX_SELECT:
    case PROP_LASSO_SELECT:
    case PROP_CIRCLE_SELECT:
      if ((self->tool == prop_id) != g_value_get_boolean (value))
        _pivot_map_view_change_tool (self, g_value_get_boolean (value) ? prop_id : PIVOT_MAP_TOOL_PAN);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_map_view_dispose (GObject *object)
{
  PivotMapView *self = PIVOT_MAP_VIEW (object);

  _pivot_map_view_dispose_camera (self);
  _pivot_map_view_stop_morph (self);
  _pivot_map_view_dispose_keys (self);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->index, pivot_geo_index_free);
  g_clear_pointer (&self->regions, pivot_regions_unref);

  G_OBJECT_CLASS (pivot_map_view_parent_class)->dispose (object);
}

static void
pivot_map_view_finalize (GObject *object)
{
  PivotMapView *self = PIVOT_MAP_VIEW (object);

  g_array_unref (self->selected);
  g_array_unref (self->band);

  G_OBJECT_CLASS (pivot_map_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  /**
   * PivotMapView:box-select:
   *
   * Whether dragging selects a box instead of panning.
   */
  properties[PROP_BOX_SELECT] =
    g_param_spec_boolean ("box-select", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PivotMapView:lasso-select:
   *
   * Whether dragging selects what a line is drawn around.
   */
  properties[PROP_LASSO_SELECT] =
    g_param_spec_boolean ("lasso-select", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PivotMapView:circle-select:
   *
   * Whether dragging selects a circle.
   */
  properties[PROP_CIRCLE_SELECT] =
    g_param_spec_boolean ("circle-select", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_signals (GObjectClass *klass)
{
  GType type = G_OBJECT_CLASS_TYPE (klass);

  /**
   * PivotMapView::region-hovered:
   * @self: the map view
   * @region: number of the region, or −1 for none
   *
   * The pointer or the keyboard came to another region.
   */
  signals[REGION_HOVERED] =
    g_signal_new ("region-hovered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * PivotMapView::region-activated:
   * @self: the map view
   * @region: number of the region, or %G_MAXUINT for a click on empty sea
   * @toggle: whether it is to be added to or taken from the selection
   *
   * A region was clicked, or Enter was pressed on it.
   */
  signals[REGION_ACTIVATED] =
    g_signal_new ("region-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  /**
   * PivotMapView::regions-boxed:
   * @self: the map view
   * @regions: (type guint*): numbers of regions, ascending; only valid in the handler
   * @n: how many
   * @mode: a #PivotMapBoxMode
   *
   * An outline was drawn around some regions.
   */
  signals[REGIONS_BOXED] =
    g_signal_new ("regions-boxed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT,
                  G_TYPE_UINT);

  /**
   * PivotMapView::camera-changed:
   * @self: the map view
   *
   * The map looks elsewhere, by the person's hand, and has come to rest there.
   */
  signals[CAMERA_CHANGED] =
    g_signal_new ("camera-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PivotMapView::camera-moved:
   * @self: the map view
   *
   * The map looks elsewhere, by the person's hand, and may be on its way still: for who goes along with it.
   */
  signals[CAMERA_MOVED] =
    g_signal_new ("camera-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_map_view_class_init (PivotMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_map_view_dispose;
  object_class->finalize = pivot_map_view_finalize;
  object_class->get_property = pivot_map_view_get_property;
  object_class->set_property = pivot_map_view_set_property;
  widget_class->measure = pivot_map_view_measure;
  widget_class->size_allocate = pivot_map_view_size_allocate;
  widget_class->focus = pivot_map_view_focus;
  widget_class->state_flags_changed = pivot_map_view_state_flags_changed;

  install_properties (object_class);
  install_signals (object_class);

  _pivot_map_view_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "pivot-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build (PivotMapView *self)
{
  GtkOverlay *overlay;

  self->region_layer = PIVOT_REGION_LAYER (pivot_region_layer_new (self->viewport));
  self->overlay_layer = PIVOT_OVERLAY_LAYER (pivot_overlay_layer_new (self->viewport));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->region_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->overlay_layer));

  self->scale_bar = PIVOT_SCALE_BAR (pivot_scale_bar_new (self->viewport));
  gtk_widget_set_halign (GTK_WIDGET (self->scale_bar), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->scale_bar), GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self->scale_bar), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->scale_bar), 10);

  self->tools = _pivot_map_view_make_tools ();
  self->controls = _pivot_map_view_make_controls ();
  self->tooltip = PIVOT_MAP_TOOLTIP (pivot_map_tooltip_new ());

  self->overlay = gtk_overlay_new ();
  overlay = GTK_OVERLAY (self->overlay);
  gtk_overlay_set_child (overlay, GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->scale_bar));
  gtk_overlay_add_overlay (overlay, self->tools);
  gtk_overlay_add_overlay (overlay, self->controls);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->tooltip));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

static void
pivot_map_view_init (PivotMapView *self)
{
  self->hovered = -1;
  self->padding = PADDING;
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  self->map = shumate_map_new ();

  _pivot_map_view_init_camera (self);
  build (self);
  _pivot_map_view_init_pointer (self);
  _pivot_map_view_init_keys (self);
  _pivot_map_view_set_tool (self, PIVOT_MAP_TOOL_PAN);
  _pivot_map_view_update_actions (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
}

/**
 * pivot_map_view_new:
 *
 * Creates a map that shows nothing yet.
 *
 * Returns: (transfer floating): the map view
 */
GtkWidget *
pivot_map_view_new (void)
{
  return g_object_new (PIVOT_TYPE_MAP_VIEW, NULL);
}
