/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-map-page.h"

#include "pivot-chart-view.h"
#include "pivot-explain-button.h"
#include "pivot-layout-switch.h"
#include "pivot-legend-view.h"
#include "pivot-map-guide.h"
#include "pivot-map-link.h"
#include "pivot-map-view.h"
#include "pivot-mapping-picker.h"
#include "pivot-measure-picker.h"
#include "pivot-palette-picker.h"
#include "pivot-place-card.h"
#include "pivot-place-table.h"
#include "pivot-present.h"
#include "pivot-ranking-view.h"
#include "pivot-reading-aids.h"
#include "pivot-second-map.h"
#include "pivot-selection-menu.h"

G_BEGIN_DECLS

/* What the page's files share: pivot-map-page.c builds it and keeps its panes, pivot-map-page-update.c brings the views in line
 * with the session, pivot-map-page-input.c turns what is done to the scatter into changes of it. */

/* What has to be made anew before the next frame. */
typedef enum
{
  DIRTY_NONE      = 0,
  DIRTY_BACKDROP  = 1 << 0,  /* another dataset */
  DIRTY_REGIONS   = 1 << 1,  /* colours of the map */
  DIRTY_SCATTER   = 1 << 2,
  DIRTY_SELECTION = 1 << 3,
  DIRTY_TEXT      = 1 << 4,  /* status, source, descriptions */
  DIRTY_CONTROLS  = 1 << 5,
  DIRTY_CAMERA    = 1 << 6,
  DIRTY_LIT       = 1 << 7,
  DIRTY_LAYOUT    = 1 << 8,
  DIRTY_ALL       = (1 << 9) - 1,
  /* What needs the shapes of the places, which may be on their way. */
  DIRTY_SHAPES    = DIRTY_BACKDROP | DIRTY_LAYOUT | DIRTY_REGIONS | DIRTY_CAMERA,
} Dirty;

/* Shows the session, and turns what is done to the views into changes of the session. Holds no data of its own. */
struct _PivotMapPage
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  PivotTheme         *theme;
  PivotStyle          style;
  PivotVision         vision;       /* that the style is seen with */
  PivotScatterPlot   *plot;
  PivotMapGuide      *guide;
  PivotMapLink       *link;
  Dirty               dirty;
  guint               update_id;
  gboolean            updating;     /* controls are being told, not asked */

  int                 left_width;
  int                 right_width;
  int                 bottom_height;
  gboolean            placed;       /* the panes have got their sizes */

  GtkPaned           *left_paned;
  GtkPaned           *right_paned;
  GtkPaned           *bottom_paned;
  GtkWidget          *left_pane;
  GtkWidget          *bottom_pane;
  PivotMapView       *map;
  PivotChartView     *scatter;
  PivotRankingView   *ranking;
  GtkBox             *table_box;        /* empty until somebody looks at the table */
  PivotPlaceCard     *card;
  PivotLayoutSwitch  *layout_switch;
  PivotSelectionMenu *selection_menu;
  PivotLegendView    *legend;
  PivotMeasurePicker *measure_picker;
  PivotMeasurePicker *against_picker;
  PivotMappingPicker *mapping_picker;
  PivotPalettePicker *palette_picker;
  GtkDropDown        *method_drop_down;
  GtkSpinButton      *classes_spin;
  GtkWidget          *classes_box;
  PivotReadingAids   *reading_aids;
  GtkLabel           *vision_label;     /* whose eyes the map is seen with */
  PivotSecondMap     *second_map;
  GtkLabel           *pair_label;       /* the title of the first of two maps */
  GCancellable       *analysis;         /* statistics on their way, or NULL */
  GCancellable       *shaping;          /* another layout of many places on its way, or NULL */
  GtkCheckButton     *reversed_check;
  GtkStack           *stack;
  PivotExplainButton *map_explain_button;
  PivotExplainButton *tab_explain_button;
  GtkLabel           *status_label;
  GtkLabel           *data_label;
  GtkLabel           *boundaries_label;
};

/* Makes anew what self->dirty says (an idle function). */
gboolean _pivot_map_page_update_cb     (gpointer      user_data);
void     _pivot_map_page_connect_views (PivotMapPage *self);

G_END_DECLS
