/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-regions.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What becomes of the regions within an outline that was drawn. */
typedef enum
{
  PIVOT_MAP_BOX_REPLACE,    /* they are the selection */
  PIVOT_MAP_BOX_ADD,
  PIVOT_MAP_BOX_REMOVE,
} PivotMapBoxMode;

/* Where the keyboard wants to go, other than to a neighbour. */
typedef enum
{
  PIVOT_MAP_SEEK_HIGHER,    /* from a region to the next of higher rank */
  PIVOT_MAP_SEEK_LOWER,
  PIVOT_MAP_SEEK_HIGHEST,
  PIVOT_MAP_SEEK_LOWEST,
  PIVOT_MAP_SEEK_NAME,      /* to the one whose name is being typed */
} PivotMapSeek;

/* The region that is sought, or −1. from: −1 if the keyboard is on none; typed: NULL unless a name is sought. */
typedef int   (*PivotMapSeekFunc)     (int from, PivotMapSeek seek, const char *typed, gpointer user_data);
/* What is spoken of a region (transfer full). */
typedef char *(*PivotMapDescribeFunc) (guint region, gpointer user_data);

/* The map: a bare ShumateMap without any tile source, our layers, zoom buttons, scale bar. Offline by construction.
 * Knows regions by number only.
 * Signals: region-hovered (int, −1: none) · region-activated (guint region or G_MAXUINT for empty sea, gboolean toggle) ·
 * regions-boxed (gpointer guint array, guint n, guint PivotMapBoxMode) · camera-changed (after the user or an animation moved it) ·
 * camera-moved (each time on the way).
 * Mouse: drag pans, wheel zooms, Shift+drag (or a tool) selects a box, lasso or circle, Ctrl adds, Alt or Ctrl+Shift
 * takes away, Escape cancels. Keyboard: focusable; arrows move the hover to
 * the neighbour in that direction, Alt+Up and Alt+Down go by rank, Home and End to its ends, letters to a name; each region come to is
 * spoken. Enter activates, Ctrl+Enter toggles, Escape leaves, + and − zoom, 0 fits. Actions: map.zoom-in, map.zoom-out,
 * map.fit, map.fit-selection, map.box-select, map.lasso-select, map.circle-select (stateful booleans, one at most: drag selects). */
#define PIVOT_TYPE_MAP_VIEW (pivot_map_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotMapView, pivot_map_view, PIVOT, MAP_VIEW, GtkWidget)

GtkWidget *pivot_map_view_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_map_view_set_regions   (PivotMapView *self, PivotRegions *regions);      /* new colours: only the region layer is drawn anew */
void       pivot_map_view_change_layout (PivotMapView *self, PivotRegions *regions);     /* the same regions in other shapes, animated */
void       pivot_map_view_set_scale_bar (PivotMapView *self, gboolean visible);
void       pivot_map_view_set_tools     (PivotMapView *self, gboolean visible);            /* of selecting; else a drag only pans */
void       pivot_map_view_set_narrow    (PivotMapView *self, gboolean narrow);  /* tools below each other, and below the corner */
void       pivot_map_view_set_furniture (PivotMapView *self, gboolean visible);           /* its buttons: shown */
void       pivot_map_view_set_padding   (PivotMapView *self, double padding);             /* around what is fitted: 24 px */
void       pivot_map_view_set_backdrop  (PivotMapView *self, PivotGeometry *geometry);    /* Mercator unit square; may be NULL */
void       pivot_map_view_set_style     (PivotMapView *self, const PivotStyle *style);
void       pivot_map_view_set_hovered   (PivotMapView *self, int region);
void       pivot_map_view_set_lit       (PivotMapView *self, const guint *regions, guint n); /* pointed at together */
void       pivot_map_view_set_selected  (PivotMapView *self, const guint *regions, guint n);
void       pivot_map_view_set_tooltip   (PivotMapView *self, const char *markup);         /* shown beside the pointer; NULL hides it */
void       pivot_map_view_set_description (PivotMapView *self, const char *text);         /* accessible description */
/* Who knows ranks, names and figures of the regions; user_data outlives the view, or is taken back with NULL. */
void       pivot_map_view_set_guide    (PivotMapView *self, PivotMapSeekFunc seek, PivotMapDescribeFunc describe, gpointer user_data);
gboolean   pivot_map_view_get_camera    (PivotMapView *self, double *longitude, double *latitude, double *zoom);
void       pivot_map_view_set_camera    (PivotMapView *self, double longitude, double latitude, double zoom);
void       pivot_map_view_fit           (PivotMapView *self);                             /* everything in regions */
void       pivot_map_view_fit_regions   (PivotMapView *self, const guint *regions, guint n);
/* Widget coordinates of a region's label point (for tests and popovers). */
gboolean   pivot_map_view_locate        (PivotMapView *self, guint region, double *x, double *y);
guint      _pivot_map_view_get_n_renders (PivotMapView *self);                            /* for tests: how often regions were drawn */

G_END_DECLS
