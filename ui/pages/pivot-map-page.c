/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-page-private.h"

#include "pivot-compat.h"
#include "pivot-export-menu.h"
#include "pivot-present-explain.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PivotMapPage, pivot_map_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_LEFT,
  PROP_SHOW_RIGHT,
  PROP_SHOW_BOTTOM,
  PROP_LEFT_WIDTH,
  PROP_RIGHT_WIDTH,
  PROP_BOTTOM_HEIGHT,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

/* One pass before the next frame, however much has changed by then. What is not on screen waits until it is. */
static void
mark_dirty (PivotMapPage *self,
            Dirty         dirty)
{
  if (self->session == NULL || self->theme == NULL)
    return;

  self->dirty |= dirty;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, _pivot_map_page_update_cb, self, NULL);
}

static void
hovered_cb (PivotMapPage *self)
{
  int hovered = pivot_session_get_hovered (self->session);
  g_autofree char *markup = NULL;

  if (hovered >= 0 && !pivot_second_map_is_pointed (self->second_map))
    markup = pivot_present_tooltip (self->session, hovered);

  pivot_map_view_set_hovered (self->map, hovered);
  pivot_map_view_set_tooltip (self->map, markup);
  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), hovered);
}

/* Where the map has been moved to it is already. */
static void
session_notify_cb (PivotMapPage *self,
                   GParamSpec   *pspec)
{
  static const struct { const char *property; Dirty dirty; } effects[] = {
    { "dataset", DIRTY_ALL },
    { "measure", DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT | DIRTY_CONTROLS },
    { "against", DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT },
    { "options", DIRTY_LAYOUT | DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT | DIRTY_CONTROLS | DIRTY_LIT },
    { "method", DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT | DIRTY_CONTROLS },
    { "classes", DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT | DIRTY_CONTROLS },
    { "breaks", DIRTY_REGIONS | DIRTY_SCATTER | DIRTY_TEXT },
    { "palette", DIRTY_REGIONS | DIRTY_SCATTER },
    { "reversed", DIRTY_REGIONS | DIRTY_SCATTER },
    { "hovered-class", DIRTY_LIT },
    { "tab", DIRTY_CONTROLS },
    { "longitude", DIRTY_CAMERA },
    { "latitude", DIRTY_CAMERA },
    { "zoom", DIRTY_CAMERA },
  };
  const char *name = g_param_spec_get_name (pspec);

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    if (g_str_equal (name, effects[i].property) &&
        !(effects[i].dirty == DIRTY_CAMERA && pivot_map_link_is_moving (self->link)))
      mark_dirty (self, effects[i].dirty);
}

static void update_style (PivotMapPage *self);

static void
options_cb (PivotMapPage *self)
{
  if (pivot_session_get_vision (self->session) != self->vision)
    update_style (self);
}

static void
selection_changed_cb (PivotMapPage *self)
{
  mark_dirty (self, DIRTY_SELECTION | DIRTY_TEXT);
}

static void
method_selected_cb (PivotMapPage *self)
{
  if (self->session != NULL && !self->updating)
    pivot_session_set_method (self->session, gtk_drop_down_get_selected (self->method_drop_down));
}

static void
classes_changed_cb (PivotMapPage *self)
{
  if (self->session != NULL && !self->updating)
    pivot_session_set_classes (self->session, gtk_spin_button_get_value_as_int (self->classes_spin));
}

static void
tab_changed_cb (PivotMapPage *self)
{
  if (self->session != NULL && !self->updating && gtk_stack_get_visible_child_name (self->stack) != NULL)
    pivot_session_set_tab (self->session, gtk_stack_get_visible_child_name (self->stack));
}

/* Look */

static void
update_style (PivotMapPage *self)
{
  if (self->theme == NULL || self->session == NULL)
    return;

  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  pivot_reading_aids_set_style (self->reading_aids, &self->style);
  self->vision = pivot_session_get_vision (self->session);
  pivot_vision_apply_to_style (self->vision, &self->style);
  pivot_map_view_set_style (self->map, &self->style);
  pivot_second_map_set_style (self->second_map, &self->style);
  pivot_chart_view_set_style (self->scatter, &self->style);
  pivot_legend_view_set_style (self->legend, &self->style);
  pivot_ranking_view_set_style (self->ranking, &self->style);
  pivot_palette_picker_set_dark (self->palette_picker, self->style.dark);
  mark_dirty (self, DIRTY_REGIONS | DIRTY_SCATTER);
}

static void
pivot_map_page_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (widget);
  PivotStyle before = self->style;

  GTK_WIDGET_CLASS (pivot_map_page_parent_class)->css_changed (widget, change);

  if (self->theme == NULL)
    return;

  /* Only another font or size matters here; the theme tells of light and dark. */
  pivot_theme_get_style (self->theme, widget, &before);
  if (before.scale != self->style.scale || !g_str_equal (before.font, self->style.font))
    update_style (self);
}

/* Panes */

static void
place_panes (PivotMapPage *self,
             int           width,
             int           height)
{
  int left = self->left_width > 0 ? self->left_width : CLAMP (width / 5, 216, 280);
  int right = self->right_width > 0 ? self->right_width : CLAMP (width * 23 / 100, 248, 340);
  int bottom = self->bottom_height > 0 ? self->bottom_height : height * 36 / 100;

  gtk_paned_set_position (self->left_paned, left);
  gtk_paned_set_position (self->right_paned, width - left - right);
  gtk_paned_set_position (self->bottom_paned, height - bottom);
  self->placed = TRUE;
}

static void
pane_moved_cb (PivotMapPage *self)
{
  if (!self->placed)
    return;

  if (gtk_widget_get_visible (self->left_pane))
    self->left_width = gtk_paned_get_position (self->left_paned);
  if (gtk_widget_get_visible (GTK_WIDGET (self->card)))
    self->right_width = gtk_widget_get_width (GTK_WIDGET (self->right_paned)) - gtk_paned_get_position (self->right_paned);
  if (gtk_widget_get_visible (self->bottom_pane))
    self->bottom_height = gtk_widget_get_height (GTK_WIDGET (self->bottom_paned)) -
                          gtk_paned_get_position (self->bottom_paned);
}

static void
pivot_map_page_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (PIVOT_MAP_PAGE (widget)->left_paned), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
pivot_map_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (widget);

  if (!self->placed)
    place_panes (self, width, height);

  gtk_widget_allocate (GTK_WIDGET (self->left_paned), width, height, baseline, NULL);
  pane_moved_cb (self);
}

/* The first frame is to have everything in it. */
static void
pivot_map_page_map (GtkWidget *widget)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (widget);

  if (self->dirty != DIRTY_NONE)
    _pivot_map_page_update_cb (self);

  GTK_WIDGET_CLASS (pivot_map_page_parent_class)->map (widget);
}

static GtkWidget *
get_pane (PivotMapPage *self,
          guint         prop_id)
{
  switch (prop_id)
    {
    case PROP_SHOW_LEFT:
      return self->left_pane;
    case PROP_SHOW_RIGHT:
      return GTK_WIDGET (self->card);
    case PROP_SHOW_BOTTOM:
    default:
      return self->bottom_pane;
    }
}

static void
pivot_map_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (object);

  switch (prop_id)
    {
    case PROP_SHOW_LEFT:
    case PROP_SHOW_RIGHT:
    case PROP_SHOW_BOTTOM:
      g_value_set_boolean (value, gtk_widget_get_visible (get_pane (self, prop_id)));
      break;
    case PROP_LEFT_WIDTH:
      g_value_set_int (value, self->left_width);
      break;
    case PROP_RIGHT_WIDTH:
      g_value_set_int (value, self->right_width);
      break;
    case PROP_BOTTOM_HEIGHT:
      g_value_set_int (value, self->bottom_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_map_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (object);

  switch (prop_id)
    {
    case PROP_SHOW_LEFT:
    case PROP_SHOW_RIGHT:
    case PROP_SHOW_BOTTOM:
      if (gtk_widget_get_visible (get_pane (self, prop_id)) == g_value_get_boolean (value))
        return;
      gtk_widget_set_visible (get_pane (self, prop_id), g_value_get_boolean (value));
      break;
    case PROP_LEFT_WIDTH:
      self->left_width = g_value_get_int (value);
      break;
    case PROP_RIGHT_WIDTH:
      self->right_width = g_value_get_int (value);
      break;
    case PROP_BOTTOM_HEIGHT:
      self->bottom_height = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
pivot_map_page_dispose (GObject *object)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->analysis != NULL)
    g_cancellable_cancel (self->analysis);
  g_clear_object (&self->analysis);
  if (self->shaping != NULL)
    g_cancellable_cancel (self->shaping);
  g_clear_object (&self->shaping);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);
  g_clear_object (&self->plot);
  g_clear_object (&self->guide);
  g_clear_object (&self->link);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_MAP_PAGE);

  G_OBJECT_CLASS (pivot_map_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (PIVOT_TYPE_CHART_VIEW);
  g_type_ensure (PIVOT_TYPE_EXPLAIN_BUTTON);
  g_type_ensure (PIVOT_TYPE_LAYOUT_SWITCH);
  g_type_ensure (PIVOT_TYPE_LEGEND_VIEW);
  g_type_ensure (PIVOT_TYPE_MAP_VIEW);
  g_type_ensure (PIVOT_TYPE_MAPPING_PICKER);
  g_type_ensure (PIVOT_TYPE_MEASURE_PICKER);
  g_type_ensure (PIVOT_TYPE_PALETTE_PICKER);
  g_type_ensure (PIVOT_TYPE_PLACE_CARD);
  g_type_ensure (PIVOT_TYPE_RANKING_VIEW);
  g_type_ensure (PIVOT_TYPE_READING_AIDS);
  g_type_ensure (PIVOT_TYPE_SECOND_MAP);
  g_type_ensure (PIVOT_TYPE_SELECTION_MENU);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, left_paned);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, right_paned);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, bottom_paned);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, left_pane);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, bottom_pane);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, scatter);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, ranking);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, card);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, layout_switch);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, selection_menu);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, measure_picker);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, against_picker);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, mapping_picker);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, palette_picker);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, method_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, classes_spin);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, classes_box);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, reading_aids);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, vision_label);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, second_map);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, pair_label);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, reversed_check);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, map_explain_button);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, tab_explain_button);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, data_label);
  gtk_widget_class_bind_template_child (widget_class, PivotMapPage, boundaries_label);
  gtk_widget_class_bind_template_callback (widget_class, method_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, classes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
}

static void
pivot_map_page_class_init (PivotMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = pivot_map_page_dispose;
  object_class->get_property = pivot_map_page_get_property;
  object_class->set_property = pivot_map_page_set_property;
  widget_class->measure = pivot_map_page_measure;
  widget_class->size_allocate = pivot_map_page_size_allocate;
  widget_class->css_changed = pivot_map_page_css_changed;
  widget_class->map = pivot_map_page_map;

  properties[PROP_SHOW_LEFT] = g_param_spec_boolean ("show-left", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_RIGHT] = g_param_spec_boolean ("show-right", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_BOTTOM] = g_param_spec_boolean ("show-bottom", NULL, NULL, TRUE, flags);
  properties[PROP_LEFT_WIDTH] = g_param_spec_int ("left-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_RIGHT_WIDTH] = g_param_spec_int ("right-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_BOTTOM_HEIGHT] = g_param_spec_int ("bottom-height", NULL, NULL, 0, G_MAXINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  bind_template (widget_class);
}

/* In the order of PivotMethod. */
static GListModel *
new_methods (void)
{
  GtkStringList *methods = gtk_string_list_new (NULL);

  for (int i = PIVOT_METHOD_QUANTILE; i <= PIVOT_METHOD_MANUAL; i++)
    gtk_string_list_append (methods, pivot_present_method_label ((PivotMethod) i));

  return G_LIST_MODEL (methods);
}

static void
pivot_map_page_init (PivotMapPage *self)
{
  g_autoptr(GListModel) methods = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Its own name says more than the word beside it, and both would be spoken, or that word alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->classes_spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  methods = new_methods ();
  self->updating = TRUE;
  gtk_drop_down_set_model (self->method_drop_down, methods);
  pivot_drop_down_set_label (self->method_drop_down, _("Classification method"));
  self->updating = FALSE;

  self->plot = pivot_scatter_plot_new ();
  pivot_chart_view_set_plot (self->scatter, PIVOT_PLOT (self->plot));
  _pivot_map_page_connect_views (self);
  g_signal_connect_swapped (self->left_paned, "notify::position", G_CALLBACK (pane_moved_cb), self);
  g_signal_connect_swapped (self->right_paned, "notify::position", G_CALLBACK (pane_moved_cb), self);
  g_signal_connect_swapped (self->bottom_paned, "notify::position", G_CALLBACK (pane_moved_cb), self);
  pivot_export_menu_attach (GTK_WIDGET (self->map), "map");
  pivot_export_menu_attach (GTK_WIDGET (self->scatter), "scatter");
  pivot_export_menu_attach (GTK_WIDGET (self->ranking), "ranking");
}

/**
 * pivot_map_page_set_session:
 * @self: a map page
 * @session: what to show; it is set once
 *
 * Shows a session.
 */
void
pivot_map_page_set_session (PivotMapPage *self,
                            PivotSession *session)
{
  g_return_if_fail (PIVOT_IS_MAP_PAGE (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->link = pivot_map_link_new (self->map, session);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (session_notify_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
  g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (hovered_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_object_bind_property (session, "reversed", self->reversed_check, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  pivot_measure_picker_set_session (self->measure_picker, session);
  pivot_measure_picker_set_session (self->against_picker, session);
  pivot_mapping_picker_set_session (self->mapping_picker, session);
  pivot_reading_aids_set_session (self->reading_aids, session);
  pivot_second_map_set_session (self->second_map, session);
  pivot_palette_picker_set_session (self->palette_picker, session);
  self->guide = pivot_map_guide_new (self->map, session);
  pivot_layout_switch_set_session (self->layout_switch, session);
  pivot_selection_menu_set_session (self->selection_menu, session);
  pivot_explain_button_set_source (self->map_explain_button, pivot_present_explain_map, session);
  pivot_legend_view_set_session (self->legend, session);
  pivot_ranking_view_set_session (self->ranking, session);
  pivot_place_card_set_session (self->card, session);

  update_style (self);
  mark_dirty (self, DIRTY_ALL);
}

/**
 * pivot_map_page_set_theme:
 * @self: a map page
 * @theme: says light or dark; it is set once
 *
 * Follows a theme.
 */
void
pivot_map_page_set_theme (PivotMapPage *self,
                          PivotTheme   *theme)
{
  g_return_if_fail (PIVOT_IS_MAP_PAGE (self));
  g_return_if_fail (PIVOT_IS_THEME (theme));
  g_return_if_fail (self->theme == NULL);

  self->theme = g_object_ref (theme);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  update_style (self);
  mark_dirty (self, DIRTY_ALL);
}

/* What has no shape is never in sight, and is not missed. */
static gboolean
is_out_of_sight (PivotMapPage *self,
                 guint         place)
{
  PivotBox box;
  double x, y;

  if (!pivot_present_has_geometry (self->session))
    return FALSE;

  box = pivot_geometry_get_box (pivot_present_geometry (self->session), place);

  return box.x0 <= box.x1 && !pivot_map_view_locate (self->map, place, &x, &y);
}

/**
 * pivot_map_page_reveal_selection:
 * @self: a map page
 *
 * Shows the selected places, if the middle of one of them is out of sight. Else the map stays where it is.
 */
void
pivot_map_page_reveal_selection (PivotMapPage *self)
{
  g_autofree guint *places = NULL;
  guint n;

  g_return_if_fail (PIVOT_IS_MAP_PAGE (self));

  places = pivot_session_get_selected (self->session, &n);
  for (guint i = 0; i < n; i++)
    if (is_out_of_sight (self, places[i]))
      {
        pivot_map_view_fit_regions (self->map, places, n);
        return;
      }
}
