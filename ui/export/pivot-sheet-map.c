/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-present-albers.h"
#include "pivot-present.h"
#include "pivot-region-painter.h"
#include "pivot-scale-bar.h"
#include "pivot-units.h"

#define PADDING 12.0
#define SELECTION_WIDTH 1.8
#define SCALE_BAR 130.0
#define TILE_SIZE 256.0

/* Legends that are no row of classes, px at scale 1. */
#define RAMP_WIDTH 460.0
#define RAMP_HEIGHT 58.0
#define THIRDS_SIZE 190.0

/* Regions as they are to be drawn. Tiles and circles have a plane of their own, which is that of the screen. */
static PivotRegions *
place_regions (PivotSheet   *self,
               PivotDataset *dataset,
               PivotRegions *regions)
{
  g_autoptr(PivotRegions) owned = regions;

  if (self->options.screen_map || pivot_regions_get_geometry (regions) != pivot_dataset_get_mercator (dataset))
    return g_steal_pointer (&owned);

  return pivot_present_albers_move (dataset, regions);
}

static void
take_regions (PivotSheet   *self,
              PivotSession *session)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotRegions *regions = pivot_present_regions (session, &self->style);
  PivotRegions *second = pivot_present_second_regions (session, &self->style);
  PivotGeometry *context;

  self->is_map = pivot_regions_get_geometry (regions) == pivot_dataset_get_mercator (dataset);
  self->regions = place_regions (self, dataset, regions);
  self->second = second != NULL ? place_regions (self, dataset, second) : NULL;
  if (!self->is_map)
    return;

  if (self->options.screen_map)
    {
      context = pivot_dataset_get_mercator_context (dataset);
      self->has_camera = pivot_session_get_camera (session, &self->longitude, &self->latitude, &self->zoom);
    }
  else
    context = pivot_present_albers_context (dataset);
  self->context = context != NULL ? pivot_geometry_ref (context) : NULL;
}

/* "%, 2021" */
char *
_pivot_sheet_make_subtitle (PivotSession *session)
{
  PivotMeasure *measure = pivot_session_get_measure (session);
  const char *unit = pivot_text_get (pivot_measure_get_unit (measure));
  g_autofree char *period = NULL;

  if (pivot_measure_get_period (measure) != NULL)
    period = pivot_units_format_date (pivot_measure_get_period (measure));
  if (period == NULL)
    return g_strdup (unit);
  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&period);

  /* Translators: under the title of a picture: unit and time of the numbers, "percentage points, 2021". */
  return g_strdup_printf (_("%1$s, %2$s"), unit, period);
}

/* A map of two measures has the names of both. */
static void
name_both (PivotSheet   *self,
           PivotSession *session)
{
  PivotMeasure *against = pivot_session_get_against (session);
  g_autofree char *first = self->title;

  self->title = g_strdup_printf (_("%1$s and %2$s"), first, pivot_text_get (pivot_measure_get_label (against)));
  g_clear_pointer (&self->subtitle, g_free);
}

static const PivotSheetKindClass pair_class;

static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  PivotMeasure *measure = pivot_session_get_measure (session);

  if (measure == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The map shows no measure"));
      return FALSE;
    }

  take_regions (self, session);
  self->selected = pivot_session_get_selected (session, &self->n_selected);
  self->legend = pivot_legend_new (session, &self->style);
  self->title = g_strdup (pivot_text_get (pivot_measure_get_label (measure)));
  self->subtitle = _pivot_sheet_make_subtitle (session);
  if (self->legend->mapping == PIVOT_MAPPING_BIVARIATE && pivot_session_get_against (session) != NULL)
    name_both (self, session);
  if (self->legend->mapping == PIVOT_MAPPING_CONTINUOUS)
    {
      PivotRampPlot *ramp = pivot_ramp_plot_new ();

      pivot_present_scale (session, &self->style, ramp);
      self->scale = PIVOT_PLOT (ramp);
      self->scale_width = RAMP_WIDTH;
      self->scale_height = RAMP_HEIGHT;
    }
  if (self->legend->n_classes == PIVOT_THIRDS_CELLS && self->legend->mapping == PIVOT_MAPPING_BIVARIATE)
    {
      PivotThirdsPlot *thirds = pivot_thirds_plot_new ();

      pivot_legend_fill_thirds (session, self->legend, thirds);
      self->scale = PIVOT_PLOT (thirds);
      self->scale_width = self->scale_height = THIRDS_SIZE;
    }
  if (self->second != NULL)
    {
      self->second_legend = pivot_legend_new_second (session, &self->style);
      self->second_title = pivot_present_measure_title (pivot_session_get_against (session));
      self->first_title = pivot_present_measure_title (measure);
      self->klass = &pair_class;
      name_both (self, session);
    }
  self->caption = pivot_present_status_line (session);
  self->source = pivot_present_source_line (session);
  self->description = pivot_present_map_sentence (session);

  return TRUE;
}

/* Another view than the session's, which stays as it is. */
static gboolean
prepare_grid (PivotSheet    *self,
              PivotSession  *session,
              GError       **error)
{
  g_autoptr(PivotSession) own = pivot_session_new ();
  g_autofree char *view = pivot_session_to_json (session);

  pivot_session_set_dataset (own, pivot_session_get_dataset (session));
  if (!pivot_session_apply_json (own, view, FALSE, error))
    return FALSE;

  pivot_session_set_word (own, PIVOT_OPTION_LAYOUT, pivot_option_get_words (PIVOT_OPTION_LAYOUT)[PIVOT_LAYOUT_GRID]);

  return prepare (self, own, error);
}

/* All of it, as large as it fits. */
static void
fit (PivotGeometry  *geometry,
     double          padding,
     double          width,
     double          height,
     cairo_matrix_t *to_px)
{
  PivotBox box = pivot_geometry_get_extent (geometry);
  double scale = MIN ((width - 2 * padding) / MAX (box.x1 - box.x0, 1e-12),
                      (height - 2 * padding) / MAX (box.y1 - box.y0, 1e-12));

  cairo_matrix_init (to_px, scale, 0, 0, scale, width / 2 - scale * (box.x0 + box.x1) / 2,
                     height / 2 - scale * (box.y0 + box.y1) / 2);
}

/* The camera of the screen, with as many px of the drawing as there were of the screen. */
static void
aim (PivotSheet     *self,
     double          width,
     double          height,
     cairo_matrix_t *to_px)
{
  PivotProjection mercator;
  double scale = TILE_SIZE * pow (2, self->zoom) * self->style.scale;
  double x, y;

  pivot_projection_init_mercator (&mercator);
  pivot_projection_forward (&mercator, self->longitude, self->latitude, &x, &y);
  cairo_matrix_init (to_px, scale, 0, 0, scale, width / 2 - scale * x, height / 2 - scale * y);
}

static void
draw_scale_bar (PivotSheet *self,
                cairo_t    *cr,
                double      metres_per_px,
                double      height)
{
  const PivotStyle *style = &self->style;
  PivotTextLook look = pivot_lettering_look (style, 0.8);
  double scale = style->scale, pad = 12 * scale, tick = 5 * scale;
  double px, text_width, text_height;
  double metres = pivot_scale_bar_choose (metres_per_px, SCALE_BAR * scale, &px);
  g_autofree char *number = pivot_units_format_number (metres >= 1000 ? metres / 1000 : metres, 0);
  /* Translators: length of a scale bar. */
  g_autofree char *text = g_strdup_printf (metres >= 1000 ? _("%s km") : _("%s m"), number);

  pivot_lettering_measure (self->letters, &look, text, &text_width, &text_height);
  pivot_lettering_draw (self->letters, cr, &look, text, pad, height - pad - tick - text_height, &style->dim, &style->background);

  cairo_move_to (cr, pad, height - pad - tick);
  cairo_line_to (cr, pad, height - pad);
  cairo_line_to (cr, pad + px, height - pad);
  cairo_line_to (cr, pad + px, height - pad - tick);
  gdk_cairo_set_source_rgba (cr, &style->dim);
  cairo_set_line_width (cr, 1.1 * scale);
  cairo_stroke (cr);
}

void
_pivot_sheet_draw_map (PivotSheet   *self,
                       PivotRegions *regions,
                       gboolean      labels,
                       cairo_t      *cr,
                       double        width,
                       double        height)
{
  const PivotStyle *style = &self->style;
  cairo_matrix_t to_px;

  if (self->has_camera)
    aim (self, width, height, &to_px);
  else
    fit (pivot_regions_get_geometry (regions), PADDING * style->scale, width, height, &to_px);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (!self->options.transparent && self->is_map)
    {
      gdk_cairo_set_source_rgba (cr, &style->background);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  if (self->context != NULL)
    pivot_region_painter_draw_backdrop (self->context, cr, style, &to_px, width, height);
  pivot_region_painter_draw (regions, cr, style, &to_px, width, height);
  for (guint i = 0; i < self->n_selected; i++)
    pivot_region_painter_draw_outline (regions, self->selected[i], cr, style, &to_px, width, height, &style->selection,
                                       SELECTION_WIDTH * style->scale);
  if (labels)
    pivot_region_painter_draw_labels (regions, cr, style, &to_px, width, height);
  /* A plane in kilometres has one scale for all of it; Mercator has not, and tiles have none. */
  if (self->is_map && !self->options.screen_map)
    draw_scale_bar (self, cr, 1000 / to_px.xx, height);
  cairo_restore (cr);
}

static void
draw (PivotSheet *self,
      cairo_t    *cr,
      double      width,
      double      height)
{
  _pivot_sheet_draw_map (self, self->regions, TRUE, cr, width, height);
}

/* Each map with its own title and legend, so that nobody takes the colours of one for those of the other. */
static void
draw_half (PivotSheet   *self,
           PivotRegions *regions,
           PivotLegend  *legend,
           const char   *title,
           cairo_t      *cr,
           double        width,
           double        height,
           double        legend_height)
{
  double scale = self->style.scale, y = 0;
  PivotLegend *first = self->legend;

  y += _pivot_sheet_write (self, cr, title, 1.1, TRUE, &self->style.foreground, 0, 0, width) + 8 * scale;
  self->legend = legend;
  if ((self->options.parts & PIVOT_SHEET_LEGEND) != 0)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, y);
      _pivot_sheet_draw_classes (self, cr, width);
      cairo_restore (cr);
      y += legend_height + 8 * scale;
    }
  self->legend = first;

  cairo_save (cr);
  cairo_translate (cr, 0, y);
  _pivot_sheet_draw_map (self, regions, TRUE, cr, width, MAX (height - y, 1));
  cairo_restore (cr);
}

static double
measure_second (PivotSheet *self,
                double      width)
{
  PivotLegend *first = self->legend;
  double height;

  self->legend = self->second_legend;
  height = _pivot_sheet_measure_classes (self, width);
  self->legend = first;

  return height;
}

static void
draw_pair (PivotSheet *self,
           cairo_t    *cr,
           double      width,
           double      height)
{
  double gap = 24 * self->style.scale;
  gboolean beside = width > height;
  double half_width = beside ? (width - gap) / 2 : width, half_height = beside ? height : (height - gap) / 2;
  double legend_height = MAX (_pivot_sheet_measure_classes (self, half_width), measure_second (self, half_width));

  draw_half (self, self->regions, self->legend, self->first_title, cr, half_width, half_height, legend_height);
  cairo_save (cr);
  cairo_translate (cr, beside ? half_width + gap : 0, beside ? 0 : half_height + gap);
  draw_half (self, self->second, self->second_legend, self->second_title, cr, half_width, half_height,
             legend_height);
  cairo_restore (cr);
}

static const PivotSheetKindClass pair_class = {
  .supposes = TRUE,
  .draw = draw_pair,
};

const PivotSheetKindClass _pivot_sheet_map_class = {
  .supposes = TRUE,
  .prepare = prepare,
  .measure_legend = _pivot_sheet_measure_classes,
  .draw_legend = _pivot_sheet_draw_classes,
  .draw = draw,
  .max_aspect = 1.62,
  .draw_side = _pivot_sheet_draw_classes_beside,
};

const PivotSheetKindClass _pivot_sheet_grid_class = {
  .supposes = TRUE,
  .prepare = prepare_grid,
  .measure_legend = _pivot_sheet_measure_classes,
  .draw_legend = _pivot_sheet_draw_classes,
  .draw = draw,
  .max_aspect = 1.62,
  .draw_side = _pivot_sheet_draw_classes_beside,
};
