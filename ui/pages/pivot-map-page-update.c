/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-page-private.h"

#include "pivot-present-explain.h"

#include <glib/gi18n-lib.h>

/* From the session to the views */

static void
update_backdrop (PivotMapPage *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  gboolean is_map = pivot_present_layout (self->session) == PIVOT_LAYOUT_MAP;

  pivot_map_view_set_backdrop (self->map, dataset != NULL && is_map ? pivot_dataset_get_mercator_context (dataset) : NULL);
  pivot_map_view_set_scale_bar (self->map, is_map);
}

static void
update_regions (PivotMapPage *self,
                gboolean      dataset_is_new)
{
  g_autoptr(PivotRegions) regions = NULL;

  if (pivot_session_get_dataset (self->session) != NULL)
    regions = pivot_present_regions (self->session, &self->style);

  if (dataset_is_new)
    pivot_map_view_set_regions (self->map, regions);
  else
    pivot_map_view_change_layout (self->map, regions);
}

/* A class that is pointed at lights up: outlined on the map; in the scatter all others fade, as they do for a selection. Without one,
 * it is the places of the firms that are selected. */
static void
update_lit (PivotMapPage *self)
{
  int class_index = pivot_session_get_hovered_class (self->session);
  g_autofree guint *places = NULL;
  guint n = 0;

  if (class_index >= 0)
    places = pivot_legend_get_places (self->session, class_index, &n);
  else
    places = pivot_present_firm_places (self->session, &n);
  pivot_map_view_set_lit (self->map, places, n);

  if (class_index < 0)
    {
      g_free (places);
      places = pivot_session_get_selected (self->session, &n);
    }
  pivot_plot_set_selected (PIVOT_PLOT (self->plot), places, n);
}

static void
update_selection (PivotMapPage *self)
{
  guint n;
  g_autofree guint *places = pivot_session_get_selected (self->session, &n);

  pivot_map_view_set_selected (self->map, places, n);
  update_lit (self);
}

/* A line that may be cut short has its text as tooltip, too. That asks the X server where the pointer is, so not without need. */
static void
set_line (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) == 0)
    return;

  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static void
update_pair_label (PivotMapPage *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);

  gtk_label_set_text (self->pair_label, measure != NULL ? pivot_text_get (pivot_measure_get_short (measure)) : "");
}

static void
update_text (PivotMapPage *self)
{
  g_autofree char *status = pivot_present_status_line (self->session);
  g_autofree char *data = pivot_present_data_line (self->session);
  g_autofree char *boundaries = pivot_present_boundaries_line (self->session);
  g_autofree char *sentence = pivot_present_explain_map (self->session);
  g_autofree char *ranking = pivot_present_explain_ranking (self->session);

  update_pair_label (self);
  set_line (self->status_label, status);
  set_line (self->data_label, data);
  set_line (self->boundaries_label, boundaries);
  pivot_map_view_set_description (self->map, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ranking), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ranking, -1);
}

/* What has nothing to do with what the colours tell is not there. */
static void
update_mapping (PivotMapPage *self)
{
  PivotMapping mapping = pivot_session_get_mapping (self->session);
  gboolean classed = mapping == PIVOT_MAPPING_CLASSES || mapping == PIVOT_MAPPING_PAIR;
  gboolean has_palette = classed || mapping == PIVOT_MAPPING_CONTINUOUS;
  PivotVision vision = pivot_session_get_vision (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->method_drop_down), classed);
  gtk_widget_set_visible (self->classes_box, classed);
  gtk_widget_set_visible (GTK_WIDGET (self->palette_picker), has_palette);
  gtk_widget_set_visible (GTK_WIDGET (self->reversed_check), has_palette);
  gtk_widget_set_visible (GTK_WIDGET (self->pair_label), mapping == PIVOT_MAPPING_PAIR);
  pivot_map_view_set_narrow (self->map, mapping == PIVOT_MAPPING_PAIR);
  gtk_widget_set_visible (GTK_WIDGET (self->vision_label), vision != PIVOT_VISION_NORMAL);
  gtk_label_set_text (self->vision_label, pivot_reading_aids_get_vision_name (vision));
}

/* A table says all there is to say. */
static void
update_explanation (PivotMapPage *self,
                    const char   *tab)
{
  pivot_explain_button_set_source (self->tab_explain_button,
                                   g_str_equal (tab, "ranking") ? pivot_present_explain_ranking : pivot_present_explain_scatter,
                                   self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->tab_explain_button), !g_str_equal (tab, "table"));
}

/* Many never look at the table; it is made when somebody does. */
static void
ensure_table (PivotMapPage *self)
{
  GtkWidget *table;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->table_box)) != NULL)
    return;

  table = g_object_new (PIVOT_TYPE_PLACE_TABLE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  pivot_place_table_set_session (PIVOT_PLACE_TABLE (table), self->session);
  gtk_box_append (self->table_box, table);
}

static void
update_controls (PivotMapPage *self)
{
  PivotMethod method = pivot_session_get_method (self->session);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->method_drop_down, method);
  gtk_spin_button_set_value (self->classes_spin, pivot_session_get_classes (self->session));
  /* The box plot has its six classes, and breaks set by hand have theirs. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->classes_spin),
                            method != PIVOT_METHOD_BOX && method != PIVOT_METHOD_MANUAL);
  if (g_str_equal (pivot_session_get_tab (self->session), "table"))
    ensure_table (self);
  gtk_stack_set_visible_child_name (self->stack, pivot_session_get_tab (self->session));
  update_explanation (self, pivot_session_get_tab (self->session));
  self->updating = FALSE;
  update_mapping (self);
}

static void
analysed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  PivotMapPage *self;

  /* Only if it was cancelled: the page may be gone, or wait for another. */
  if (!pivot_analysis_run_finish (result, NULL))
    return;

  self = PIVOT_MAP_PAGE (user_data);
  g_clear_object (&self->analysis);
  /* What the options ask for is there now; all views look again. */
  g_object_notify (G_OBJECT (self->session), "options");
}

/* Statistics of so many places that they would hold up a frame are found in another thread. */
static void
ensure_analysis (PivotMapPage *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  PivotMeasure *measure = dataset != NULL ? pivot_session_get_measure (self->session) : NULL;
  guint n_classes = pivot_session_get_classes (self->session);
  gboolean clusters = pivot_session_get_mapping (self->session) == PIVOT_MAPPING_CLUSTERS;
  gboolean stability = pivot_session_get_flag (self->session, PIVOT_OPTION_STABILITY);

  if (measure == NULL || pivot_measure_get_n_values (measure) == 0 ||
      ((!clusters || pivot_analysis_get_spatial (dataset, measure) != NULL) &&
       (!stability || pivot_analysis_get_stability (measure, n_classes) != NULL)))
    return;

  if (self->analysis != NULL)
    g_cancellable_cancel (self->analysis);
  g_clear_object (&self->analysis);
  self->analysis = g_cancellable_new ();
  pivot_analysis_run_async (dataset, measure, n_classes, self->analysis, analysed_cb, self);
}

static void
shaped_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PivotMapPage *self;

  /* Only if it was cancelled: the page may be gone. */
  if (!pivot_present_prepare_finish (result, NULL))
    return;

  self = PIVOT_MAP_PAGE (user_data);
  g_clear_object (&self->shaping);
  /* What waits for the shapes, and for those of yet another layout if need be. */
  if (self->dirty != DIRTY_NONE && gtk_widget_get_mapped (GTK_WIDGET (self)))
    _pivot_map_page_update_cb (self);
}

/* Thousands of places are laid out in another thread; until then the map stays as it is. Of another dataset's places nothing does. */
static gboolean
ensure_shapes (PivotMapPage *self,
               Dirty         dirty)
{
  if (pivot_present_has_geometry (self->session))
    return TRUE;

  if (dirty & DIRTY_BACKDROP)
    pivot_map_view_set_regions (self->map, NULL);
  if (self->shaping == NULL)
    {
      self->shaping = g_cancellable_new ();
      pivot_present_prepare_async (self->session, self->shaping, shaped_cb, self);
    }

  return FALSE;
}

gboolean
_pivot_map_page_update_cb (gpointer user_data)
{
  PivotMapPage *self = PIVOT_MAP_PAGE (user_data);
  Dirty dirty = self->dirty;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->dirty = DIRTY_NONE;
  if ((dirty & DIRTY_SHAPES) && !ensure_shapes (self, dirty))
    {
      self->dirty = dirty & DIRTY_SHAPES;
      dirty &= ~DIRTY_SHAPES;
    }

  if (dirty & (DIRTY_BACKDROP | DIRTY_LAYOUT))
    update_backdrop (self);
  if (dirty & DIRTY_REGIONS)
    update_regions (self, (dirty & DIRTY_BACKDROP) != 0);
  if (dirty & DIRTY_CAMERA)
    pivot_map_link_show_camera (self->link);
  if (dirty & DIRTY_SCATTER)
    pivot_present_scatter (self->session, &self->style, self->plot);
  if (dirty & DIRTY_SELECTION)
    update_selection (self);
  else if (dirty & DIRTY_LIT)
    update_lit (self);
  if (dirty & DIRTY_TEXT)
    update_text (self);
  if (dirty & DIRTY_CONTROLS)
    {
      update_controls (self);
      ensure_analysis (self);
    }

  return G_SOURCE_REMOVE;
}
