/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-second-map.h"

#include <glib/gi18n-lib.h>

#include "pivot-map-link.h"
#include "pivot-map-view.h"
#include "pivot-present.h"
#include "pivot-updater.h"

/* px: beside the first map's title, which is below the switch of layouts; and clear of the tools that select. */
#define TITLE_TOP 50
#define TITLE_END 58
/* Tools and zoom buttons, one above the other. */
#define MIN_HEIGHT 270

enum
{
  DIRTY_DATASET   = 1 << 0,
  DIRTY_REGIONS   = 1 << 1,
  DIRTY_SELECTION = 1 << 2,
  DIRTY_CAMERA    = 1 << 3,
  DIRTY_ALL       = (1 << 4) - 1,
};

struct _PivotSecondMap
{
  GtkWidget      parent_instance;

  PivotSession  *session;
  PivotStyle     style;
  PivotUpdater   updater;
  PivotMapLink  *link;

  GtkWidget     *overlay;
  PivotMapView  *map;
  GtkLabel      *title;
};

G_DEFINE_FINAL_TYPE (PivotSecondMap, pivot_second_map, GTK_TYPE_WIDGET)

static gboolean
is_shown (PivotSecondMap *self)
{
  return self->session != NULL && pivot_session_get_dataset (self->session) != NULL &&
         pivot_session_get_mapping (self->session) == PIVOT_MAPPING_PAIR;
}

static void
update_title (PivotSecondMap *self)
{
  PivotMeasure *measure = pivot_session_get_against (self->session);

  g_autofree char *spoken = NULL;

  gtk_label_set_text (self->title, measure != NULL ? pivot_text_get (pivot_measure_get_short (measure))
                                                   : _("Choose a measure to compare with"));
  /* Translators: name of the second of two maps, for a screen reader: what it shows. */
  spoken = g_strdup_printf (_("Second map: %s"), gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_regions (PivotSecondMap *self,
                gboolean        dataset_is_new)
{
  g_autoptr(PivotRegions) regions = pivot_present_second_regions (self->session, &self->style);
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  gboolean is_map = pivot_present_layout (self->session) == PIVOT_LAYOUT_MAP;

  pivot_map_view_set_backdrop (self->map, is_map ? pivot_dataset_get_mercator_context (dataset) : NULL);
  pivot_map_view_set_scale_bar (self->map, FALSE);
  if (dataset_is_new)
    pivot_map_view_set_regions (self->map, regions);
  else
    pivot_map_view_change_layout (self->map, regions);

  pivot_map_view_set_description (self->map, gtk_label_get_text (self->title));
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotSecondMap *self = PIVOT_SECOND_MAP (widget);

  if (!is_shown (self))
    return;

  if (dirty & (DIRTY_DATASET | DIRTY_REGIONS))
    {
      update_title (self);
      update_regions (self, (dirty & DIRTY_DATASET) != 0);
    }
  if (dirty & DIRTY_CAMERA)
    pivot_map_link_show_camera (self->link);
  if (dirty & (DIRTY_DATASET | DIRTY_SELECTION))
    pivot_map_link_show_selection (self->link);
}

static void
notify_cb (PivotSecondMap *self,
           GParamSpec     *pspec)
{
  static const struct { const char *property; guint dirty; } effects[] = {
    { "dataset", DIRTY_ALL },
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

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown (self));
}

static void
hovered_cb (PivotSecondMap *self)
{
  int hovered = pivot_session_get_hovered (self->session);
  g_autofree char *markup = NULL;

  if (!is_shown (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (hovered >= 0 && pivot_second_map_is_pointed (self))
    markup = pivot_present_tooltip (self->session, hovered);
  pivot_map_view_set_hovered (self->map, hovered);
  pivot_map_view_set_tooltip (self->map, markup);
}

static void
pivot_second_map_dispose (GObject *object)
{
  PivotSecondMap *self = PIVOT_SECOND_MAP (object);

  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->link);
  g_clear_object (&self->session);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_second_map_parent_class)->dispose (object);
}

static void
pivot_second_map_class_init (PivotSecondMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_second_map_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_second_map_init (PivotSecondMap *self)
{
  pivot_style_init_light (&self->style);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->map = PIVOT_MAP_VIEW (pivot_map_view_new ());
  pivot_map_view_set_narrow (self->map, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->map), -1, MIN_HEIGHT);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->overlay = gtk_overlay_new ();
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption-heading");
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "map-title");
  gtk_widget_set_halign (GTK_WIDGET (self->title), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->title), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->title), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->title), TITLE_END);
  gtk_widget_set_margin_top (GTK_WIDGET (self->title), TITLE_TOP);
  gtk_widget_set_can_target (GTK_WIDGET (self->title), FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->title));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

/**
 * pivot_second_map_set_session:
 * @self: a second map
 * @session: what to show; it is set once
 *
 * Shows a session.
 */
void
pivot_second_map_set_session (PivotSecondMap *self,
                              PivotSession   *session)
{
  g_return_if_fail (PIVOT_IS_SECOND_MAP (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->link = pivot_map_link_new (self->map, session);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (hovered_cb), self);
  pivot_updater_mark (&self->updater, DIRTY_ALL);
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown (self));
}

/**
 * pivot_second_map_set_style:
 * @self: a second map
 * @style: colours, font and scale; copied
 *
 * Draws in another style.
 */
void
pivot_second_map_set_style (PivotSecondMap   *self,
                            const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_SECOND_MAP (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  pivot_map_view_set_style (self->map, style);
  pivot_updater_mark (&self->updater, DIRTY_REGIONS);
}

/**
 * pivot_second_map_is_pointed:
 * @self: a second map
 *
 * Tells which of two maps a person is at.
 *
 * Returns: whether the pointer is on this one, or the keyboard
 */
gboolean
pivot_second_map_is_pointed (PivotSecondMap *self)
{
  g_return_val_if_fail (PIVOT_IS_SECOND_MAP (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         (gtk_widget_get_state_flags (GTK_WIDGET (self->map)) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) != 0;
}
