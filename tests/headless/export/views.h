/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pictures.h"

/* Views of the map's page that between them use all it can show. */

/* A page of this size has text of the size of the screen, and so much around its drawing (pivot-sheet.c). */
#define PAGE_WIDTH 1060
#define PAGE_HEIGHT 620
#define PAGE_LEFT 26
#define PAGE_TOP 22
#define PAGE_BOTTOM 20
#define PLOT_WIDTH (PAGE_WIDTH - 2 * PAGE_LEFT)
#define PLOT_HEIGHT (PAGE_HEIGHT - PAGE_TOP - PAGE_BOTTOM)

typedef struct
{
  const char  *name;
  const char  *measure, *against;
  const char  *mapping, *layout, *size_by, *vision, *palette;
  gboolean     reversed, hatching;
  PivotMethod  method;
  guint        classes;
  double       breaks[3];        /* of method manual */
  const char  *selected[4];
  double       longitude, latitude, zoom;
} View;

static const View views[] = {
  { .name = "classes", .measure = "talent-gap", .against = "subsidy-score", .mapping = "classes",
    .layout = "map", .size_by = "", .vision = "normal", .palette = "",
    .method = PIVOT_METHOD_NATURAL, .classes = 5, .longitude = 105, .latitude = 36, .zoom = 3 },
  { .name = "manual", .measure = "lg-per-million", .against = "degree-share", .mapping = "classes",
    .layout = "map", .size_by = "", .vision = "normal", .palette = "YlGnBu", .reversed = TRUE,
    .method = PIVOT_METHOD_MANUAL, .classes = 4, .breaks = { 0.5, 1, 2 },
    .longitude = 113, .latitude = 31, .zoom = 4.5 },
  { .name = "continuous", .measure = "population-2020", .against = "college-2020", .mapping = "continuous",
    .layout = "map", .size_by = "", .vision = "normal", .palette = "Cividis",
    .method = PIVOT_METHOD_QUANTILE, .classes = 5, .longitude = 105, .latitude = 36, .zoom = 3.2 },
  { .name = "bivariate", .measure = "lg-share-batch12", .against = "degree-share", .mapping = "bivariate",
    .layout = "map", .size_by = "", .vision = "normal", .palette = "",
    .method = PIVOT_METHOD_QUANTILE, .classes = 5, .longitude = 105, .latitude = 36, .zoom = 3 },
  { .name = "clusters", .measure = "degree-share", .against = "lg-share-batch12", .mapping = "clusters",
    .layout = "map", .size_by = "", .vision = "normal", .palette = "",
    .method = PIVOT_METHOD_NATURAL, .classes = 5, .longitude = 105, .latitude = 36, .zoom = 3 },
  { .name = "tiles", .measure = "lg-count-2021", .against = "lg-count-batch12", .mapping = "classes",
    .layout = "grid", .size_by = "", .vision = "normal", .palette = "Purples",
    .method = PIVOT_METHOD_QUANTILE, .classes = 4, .longitude = 105, .latitude = 36, .zoom = 3 },
  { .name = "circles", .measure = "degree-gap", .against = "bachelor-2020", .mapping = "classes",
    .layout = "cartogram", .size_by = "population-2020", .vision = "normal", .palette = "",
    .method = PIVOT_METHOD_STANDARD, .classes = 6, .longitude = 105, .latitude = 36, .zoom = 3 },
  { .name = "hatched", .measure = "lg-share", .against = "pg-share", .mapping = "classes",
    .layout = "map", .size_by = "", .vision = "deutan", .palette = "YlOrRd", .hatching = TRUE,
    .method = PIVOT_METHOD_EQUAL, .classes = 3, .selected = { "CN-ZJ", "CN-GD", "CN-BJ" },
    .longitude = 115, .latitude = 30, .zoom = 4 },
};

static inline void
apply (PivotSession *session,
       const View   *view)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);

  pivot_session_set_measure (session, view->measure);
  pivot_session_set_against (session, view->against);
  pivot_session_set_word (session, PIVOT_OPTION_MAPPING, view->mapping);
  pivot_session_set_word (session, PIVOT_OPTION_LAYOUT, view->layout);
  pivot_session_set_word (session, PIVOT_OPTION_SIZE_BY, view->size_by);
  pivot_session_set_word (session, PIVOT_OPTION_VISION, view->vision);
  pivot_session_set_flag (session, PIVOT_OPTION_HATCHING, view->hatching);
  pivot_session_set_palette (session, view->palette);
  pivot_session_set_reversed (session, view->reversed);
  pivot_session_set_method (session, view->method);
  pivot_session_set_classes (session, view->classes);
  if (view->method == PIVOT_METHOD_MANUAL)
    pivot_session_set_breaks (session, view->breaks, G_N_ELEMENTS (view->breaks));
  pivot_session_set_camera (session, view->longitude, view->latitude, view->zoom);
  pivot_session_clear_selection (session);
  for (guint i = 0; i < G_N_ELEMENTS (view->selected) && view->selected[i] != NULL; i++)
    pivot_session_select_one (session, place_of (dataset, view->selected[i]), PIVOT_SELECT_ADD);
}

/* What the file's plot is without its page. */
static inline cairo_surface_t *
read_exported_scatter (PivotSession *session,
                       gboolean      dark)
{
  PivotExportOptions options;

  pivot_export_options_init (&options);
  options.sheet.kind = PIVOT_SHEET_SCATTER;
  options.sheet.width = PAGE_WIDTH;
  options.sheet.height = PAGE_HEIGHT;
  options.sheet.theme = dark ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT;
  options.sheet.parts = 0;
  options.format = PIVOT_EXPORT_PNG;
  options.scale = 1;

  return picture_of_file (session, &options, PAGE_LEFT, PAGE_TOP, PLOT_WIDTH, PLOT_HEIGHT);
}
