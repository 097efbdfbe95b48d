/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "pivot-camera.h"
#include "pivot-layout.h"
#include "pivot-map-tooltip.h"
#include "pivot-map-view.h"
#include "pivot-overlay-layer.h"
#include "pivot-region-layer.h"
#include "pivot-scale-bar.h"
#include "pivot-tool-icon.h"

G_BEGIN_DECLS

/* The class is in eight files: pivot-map-view.c has the object and what it tells, -content.c what it shows, -camera.c where it looks and
 * how it gets there, -morph.c how one layout becomes another, -controls.c its actions and buttons, -pointer.c, -band.c and -keys.c what
 * a person does. */
struct _PivotMapView
{
  GtkWidget          parent_instance;

  GtkWidget         *overlay;
  ShumateMap        *map;
  ShumateViewport   *viewport;        /* of map */
  PivotRegionLayer  *region_layer;
  PivotOverlayLayer *overlay_layer;
  PivotMapTooltip   *tooltip;
  PivotScaleBar     *scale_bar;
  GtkWidget         *tools;
  GtkWidget         *controls;

  PivotRegions      *regions;
  PivotGeoIndex     *index;           /* of the regions' geometry */
  int                hovered;         /* as shown; −1: none */
  GArray            *selected;        /* guint */

  /* -camera.c */
  gboolean           fits;            /* shows everything and goes on doing so when resized */
  guint              writing;         /* > 0: the viewport's change is ours */
  double             last_size;
  double             padding;         /* px around what is fitted */
  PivotCamera        from, to;        /* of the flight */
  gint64             flight_start;    /* µs of the frame clock */
  gint64             flight_time;     /* µs */
  guint              flight_id;
  guint              settle_id;

  /* -morph.c */
  PivotMorph        *morph;
  gint64             morph_start;     /* µs of the frame clock */
  guint              morph_id;

  /* -keys.c */
  PivotMapSeekFunc     seek;
  PivotMapDescribeFunc describe;
  gpointer             guide_data;
  GtkIMContext        *im_context;
  GString             *typed;         /* of a name */
  guint                typed_id;      /* forgets it */
  char                *description;   /* of the map */
  gboolean             spoken;        /* the description is that of a region */

  /* -pointer.c */
  gboolean           hovered_by_keys;   /* the pointer lets go of it when it moves, and not when GTK thinks it left */
  gboolean           pointer_inside;
  double             pointer_x, pointer_y;
  gboolean           pressed;
  double             press_x, press_y;
  double             press_reach;     /* how far the pointer went since, px */

  /* -band.c */
  PivotMapTool       tool;
  GArray            *band;            /* of double: the outline being drawn, px of the widget; empty: none */
};

/* pivot-map-view.c */
gboolean    _pivot_map_view_is_ready      (PivotMapView      *self);
PivotGeometry *_pivot_map_view_get_geometry (PivotMapView    *self);
/* From the person: shows it, tells it, and moves the tooltip along. */
void        _pivot_map_view_hover         (PivotMapView      *self,
                                           int                region);
void        _pivot_map_view_activate      (PivotMapView      *self,
                                           int                region,
                                           gboolean           toggle);
void        _pivot_map_view_emit_boxed    (PivotMapView      *self,
                                           const guint       *regions,
                                           guint              n,
                                           PivotMapBoxMode    mode);
void        _pivot_map_view_emit_camera_changed (PivotMapView *self);
void        _pivot_map_view_emit_camera_moved (PivotMapView *self);
/* There is one tool at most: another one lets go of the last. */
void        _pivot_map_view_change_tool   (PivotMapView      *self,
                                           PivotMapTool       tool);

/* pivot-map-view-content.c */
void        _pivot_map_view_show_hovered  (PivotMapView      *self,
                                           int                region);
/* Beside the pointer; beside what the keyboard or another view has come to when the pointer is elsewhere. */
void        _pivot_map_view_place_tooltip (PivotMapView      *self);

/* pivot-map-view-camera.c */
void        _pivot_map_view_init_camera   (PivotMapView      *self);
void        _pivot_map_view_dispose_camera(PivotMapView      *self);
void        _pivot_map_view_resize_camera (PivotMapView      *self);
PivotCamera _pivot_map_view_read_camera   (PivotMapView      *self);
void        _pivot_map_view_get_matrix    (PivotMapView      *self,
                                           cairo_matrix_t    *matrix);
void        _pivot_map_view_zoom_at       (PivotMapView      *self,
                                           double             factor,
                                           double             x,
                                           double             y,
                                           gboolean           animate);
void        _pivot_map_view_zoom_by_step  (PivotMapView      *self,
                                           int                step);
void        _pivot_map_view_fit_box       (PivotMapView      *self,
                                           const PivotBox    *box);
void        _pivot_map_view_reveal        (PivotMapView      *self,
                                           guint              region);
void        _pivot_map_view_fit_from      (PivotMapView      *self,
                                           const PivotCamera *camera);
void        _pivot_map_view_update_actions(PivotMapView      *self);
gboolean    _pivot_map_view_wants_animation (PivotMapView    *self);

/* pivot-map-view-morph.c */
void        _pivot_map_view_stop_morph    (PivotMapView      *self);

/* pivot-map-view-pointer.c */
void        _pivot_map_view_init_pointer  (PivotMapView      *self);
/* The region at a point of the widget, or near it. */
int         _pivot_map_view_find          (PivotMapView      *self,
                                           double             x,
                                           double             y);
void        _pivot_map_view_hover_again   (PivotMapView      *self);

/* pivot-map-view-band.c */
void        _pivot_map_view_init_band     (PivotMapView      *self);
void        _pivot_map_view_set_tool      (PivotMapView      *self,
                                           PivotMapTool       tool);
/* Whether there was one. */
gboolean    _pivot_map_view_cancel_band   (PivotMapView      *self);

/* pivot-map-view-controls.c */
void        _pivot_map_view_install_actions (GtkWidgetClass  *klass);
GtkWidget  *_pivot_map_view_make_tools    (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *_pivot_map_view_make_controls (void) G_GNUC_WARN_UNUSED_RESULT;

/* pivot-map-view-keys.c */
void        _pivot_map_view_init_keys     (PivotMapView      *self);
void        _pivot_map_view_dispose_keys  (PivotMapView      *self);

G_END_DECLS
