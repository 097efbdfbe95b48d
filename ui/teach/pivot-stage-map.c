/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-map.h"

#include "pivot-analysis.h"
#include "pivot-map-guide.h"
#include "pivot-map-link.h"
#include "pivot-map-view.h"
#include "pivot-present-explain.h"
#include "pivot-present.h"
#include "pivot-stage-legend.h"
#include "pivot-updater.h"

/* px at scale 1, around the whole map. */
#define PADDING 14.0

enum
{
  DIRTY_REGIONS   = 1 << 0,
  DIRTY_SELECTION = 1 << 1,
  DIRTY_CAMERA    = 1 << 2,
  DIRTY_ALL       = (1 << 3) - 1,
};

struct _PivotStageMap
{
  GtkWidget         parent_instance;

  PivotSession     *session;
  PivotStyle        style;
  PivotUpdater      updater;
  gboolean          filled;    /* regions were shown before */
  PivotMapGuide    *guide;
  PivotMapLink     *link;
  GCancellable     *analysis;  /* that is waited for, or NULL */

  PivotMapView     *map;
  GtkLabel         *readout;
  PivotStageLegend *legend;
};

G_DEFINE_FINAL_TYPE (PivotStageMap, pivot_stage_map, GTK_TYPE_WIDGET)

static void
update_regions (PivotStageMap *self)
{
  g_autoptr(PivotRegions) regions = pivot_present_regions (self->session, &self->style);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  gboolean is_map = pivot_present_layout (self->session) == PIVOT_LAYOUT_MAP;
  g_autofree char *sentence = pivot_present_explain_map (self->session);

  pivot_map_view_set_backdrop (self->map, is_map ? pivot_dataset_get_mercator_context (dataset) : NULL);
  pivot_map_view_set_scale_bar (self->map, FALSE);
  if (self->filled)
    pivot_map_view_change_layout (self->map, regions);
  else
    pivot_map_view_set_regions (self->map, regions);
  self->filled = regions != NULL;
  pivot_map_view_set_description (self->map, sentence);
  pivot_stage_legend_update (self->legend, &self->style);
}

static void
analysed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  PivotStageMap *self;

  /* Only if it was cancelled: the map may be gone, or wait for another. */
  if (!pivot_analysis_run_finish (result, NULL))
    return;

  self = PIVOT_STAGE_MAP (user_data);
  g_clear_object (&self->analysis);
  pivot_updater_mark (&self->updater, DIRTY_REGIONS);
}

static void
cancel_analysis (PivotStageMap *self)
{
  if (self->analysis != NULL)
    g_cancellable_cancel (self->analysis);
  g_clear_object (&self->analysis);
}

/* Clusters of very many places are found in another thread; the map of the main window waits for those of its own measure only. */
static void
ensure_clusters (PivotStageMap *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  PivotMeasure *measure = pivot_session_get_measure (self->session);

  cancel_analysis (self);
  if (pivot_session_get_mapping (self->session) != PIVOT_MAPPING_CLUSTERS || measure == NULL ||
      pivot_measure_get_n_values (measure) == 0 || pivot_analysis_get_spatial (dataset, measure) != NULL)
    return;

  self->analysis = g_cancellable_new ();
  pivot_analysis_run_async (dataset, measure, pivot_session_get_classes (self->session), self->analysis, analysed_cb, self);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotStageMap *self = PIVOT_STAGE_MAP (widget);

  if (dirty & DIRTY_REGIONS)
    {
      ensure_clusters (self);
      update_regions (self);
    }
  if (dirty & DIRTY_CAMERA)
    pivot_map_link_show_camera (self->link);
  if (dirty & (DIRTY_REGIONS | DIRTY_SELECTION))
    pivot_map_link_show_selection (self->link);
}

static void
notify_cb (PivotStageMap *self,
           GParamSpec    *pspec)
{
  static const struct { const char *property; guint dirty; } effects[] = {
    { "measure", DIRTY_REGIONS },
    { "against", DIRTY_REGIONS },
    { "method", DIRTY_REGIONS },
    { "classes", DIRTY_REGIONS },
    { "breaks", DIRTY_REGIONS },
    { "palette", DIRTY_REGIONS },
    { "reversed", DIRTY_REGIONS },
    { "options", DIRTY_REGIONS },
    { "hovered-class", DIRTY_SELECTION },
    { "selection-serial", DIRTY_SELECTION },
    { "longitude", DIRTY_CAMERA },
    { "latitude", DIRTY_CAMERA },
    { "zoom", DIRTY_CAMERA },
  };
  const char *name = g_param_spec_get_name (pspec);

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    if (g_str_equal (name, effects[i].property) && !(effects[i].dirty == DIRTY_CAMERA && pivot_map_link_is_moving (self->link)))
      pivot_updater_mark (&self->updater, effects[i].dirty);
}

static void
hovered_cb (PivotStageMap *self)
{
  int hovered = pivot_session_get_hovered (self->session);
  g_autofree char *markup = hovered >= 0 ? pivot_present_tooltip (self->session, (guint) hovered) : NULL;
  double x, y;

  pivot_map_view_set_hovered (self->map, hovered);
  /* It does not cover what is pointed at. */
  if (hovered >= 0 && pivot_map_view_locate (self->map, (guint) hovered, &x, &y))
    gtk_widget_set_valign (GTK_WIDGET (self->readout),
                           y > gtk_widget_get_height (GTK_WIDGET (self->map)) / 2.0 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_label_set_markup (self->readout, markup != NULL ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->readout), markup != NULL);
}

static void
pivot_stage_map_dispose (GObject *object)
{
  PivotStageMap *self = PIVOT_STAGE_MAP (object);
  GtkWidget *child;

  cancel_analysis (self);
  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->guide);
  g_clear_object (&self->link);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_stage_map_parent_class)->dispose (object);
}

static void
pivot_stage_map_class_init (PivotStageMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_map_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pivot_stage_map_init (PivotStageMap *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  pivot_style_init_light (&self->style);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->map = PIVOT_MAP_VIEW (pivot_map_view_new ());
  pivot_map_view_set_furniture (self->map, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->map), TRUE);
  self->readout = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->readout, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->readout), "stage-readout");
  gtk_widget_set_halign (GTK_WIDGET (self->readout), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->readout), GTK_ALIGN_END);
  gtk_widget_set_can_target (GTK_WIDGET (self->readout), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->readout), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->readout));
  gtk_widget_add_css_class (overlay, "stage-map");
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));

  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

/**
 * pivot_stage_map_new:
 * @session: what is shown
 *
 * Makes a map.
 *
 * Returns: (transfer floating): a map
 */
GtkWidget *
pivot_stage_map_new (PivotSession *session)
{
  PivotStageMap *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_MAP, NULL);
  self->session = g_object_ref (session);
  self->guide = pivot_map_guide_new (self->map, session);
  self->link = pivot_map_link_new (self->map, session);
  self->legend = PIVOT_STAGE_LEGEND (pivot_stage_legend_new (session));
  gtk_widget_set_parent (GTK_WIDGET (self->legend), GTK_WIDGET (self));
  g_signal_connect_swapped (session, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (hovered_cb), self);
  pivot_updater_mark (&self->updater, DIRTY_ALL);

  return GTK_WIDGET (self);
}

/**
 * pivot_stage_map_set_style:
 * @self: a map
 * @style: colours, font and scale; copied
 *
 * Draws in another style.
 */
void
pivot_stage_map_set_style (PivotStageMap    *self,
                           const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_STAGE_MAP (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  pivot_map_view_set_style (self->map, style);
  pivot_map_view_set_padding (self->map, PADDING * style->scale);
  pivot_updater_mark (&self->updater, DIRTY_REGIONS | DIRTY_CAMERA);
}
