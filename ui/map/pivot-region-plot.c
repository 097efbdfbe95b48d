/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-lettering.h"
#include "pivot-region-painter.h"
#include "pivot-region-plot.h"

#define PAD 8.0
#define GAP 6.0
#define SWATCH 18.0
#define HEIGHT 380.0
#define HOVER_WIDTH 2.5
#define SELECTION_WIDTH 1.8

typedef struct
{
  char    *label;
  GdkRGBA  color;
  gboolean no_data;
} Swatch;

struct _PivotRegionPlot
{
  PivotPlot       parent_instance;

  PivotRegions   *regions;
  PivotGeometry  *context;
  PivotGeoIndex  *index;
  char          **texts;
  char           *title;
  GArray         *swatches;
  char           *description;
  PivotLettering *letters;
};

G_DEFINE_FINAL_TYPE (PivotRegionPlot, pivot_region_plot, PIVOT_TYPE_PLOT)

static guint
count_regions (PivotRegionPlot *self)
{
  return self->regions != NULL ? pivot_geometry_get_n_regions (pivot_regions_get_geometry (self->regions)) : 0;
}

/* Title and swatches in rows over the width; draws them if cr is given. Returns their height. */
static double
set_legend (PivotRegionPlot  *self,
            cairo_t          *cr,
            const PivotStyle *style,
            double            width,
            double            top)
{
  PivotTextLook title = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double pad = PAD * style->scale, gap = GAP * style->scale, swatch = SWATCH * style->scale;
  double x = pad, y = top, height, label_width;

  title.max_width = width - 2 * pad;
  pivot_lettering_measure (self->letters, &title, self->title != NULL ? self->title : "", NULL, &height);
  if (cr != NULL && self->title != NULL)
    pivot_lettering_draw (self->letters, cr, &title, self->title, pad, y, &style->foreground, NULL);
  y += self->title != NULL ? height + gap * 0.5 : 0;

  for (guint i = 0; i < self->swatches->len; i++)
    {
      const Swatch *one = &g_array_index (self->swatches, Swatch, i);

      pivot_lettering_measure (self->letters, &look, one->label, &label_width, &height);
      if (x > pad && x + swatch + gap + label_width > width - pad)
        {
          x = pad;
          y += height * 1.3;
        }
      if (cr != NULL)
        {
          if (one->no_data)
            pivot_region_painter_draw_no_data (cr, style, x, y + height * 0.15, swatch, height * 0.7);
          else
            {
              cairo_rectangle (cr, x, y + height * 0.15, swatch, height * 0.7);
              gdk_cairo_set_source_rgba (cr, &one->color);
              cairo_fill (cr);
            }
          pivot_lettering_draw (self->letters, cr, &look, one->label, x + swatch + gap, y, &style->foreground, NULL);
        }
      x += swatch + label_width + 3 * gap;
    }

  return y + (self->swatches->len > 0 ? height * 1.3 : 0) - top;
}

static void
get_matrix (PivotRegionPlot  *self,
            const PivotStyle *style,
            double            width,
            double            height,
            cairo_matrix_t   *matrix)
{
  PivotBox extent = pivot_geometry_get_extent (pivot_regions_get_geometry (self->regions));
  double pad = PAD * style->scale;
  double legend = set_legend (self, NULL, style, width, 0);
  double room_x = MAX (1, width - 2 * pad), room_y = MAX (1, height - legend - 3 * pad);
  double scale = MIN (room_x / (extent.x1 - extent.x0), room_y / (extent.y1 - extent.y0));

  cairo_matrix_init_translate (matrix, pad + (room_x - (extent.x1 - extent.x0) * scale) / 2,
                               pad + (room_y - (extent.y1 - extent.y0) * scale) / 2);
  cairo_matrix_scale (matrix, scale, scale);
  cairo_matrix_translate (matrix, -extent.x0, -extent.y0);
}

static void
pivot_region_plot_draw (PivotPlot        *plot,
                        cairo_t          *cr,
                        const PivotStyle *style,
                        double            width,
                        double            height)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  double pad = PAD * style->scale;
  double map_height;
  cairo_matrix_t matrix;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->paper);
  cairo_paint (cr);
  pivot_lettering_set_font (self->letters, style);

  map_height = height - set_legend (self, NULL, style, width, 0) - pad;
  set_legend (self, cr, style, width, map_height + pad * 0.75);
  if (count_regions (self) > 0 && map_height > 1)
    {
      cairo_rectangle (cr, 0, 0, width, map_height);
      cairo_clip (cr);
      gdk_cairo_set_source_rgba (cr, &style->background);
      cairo_paint (cr);
      get_matrix (self, style, width, height, &matrix);
      if (self->context != NULL)
        pivot_region_painter_draw_backdrop (self->context, cr, style, &matrix, width, map_height);
      pivot_region_painter_draw (self->regions, cr, style, &matrix, width, map_height);
      pivot_region_painter_draw_labels (self->regions, cr, style, &matrix, width, map_height);
    }
  cairo_restore (cr);
}

static void
outline (PivotRegionPlot  *self,
         cairo_t          *cr,
         const PivotStyle *style,
         double            width,
         double            height,
         guint             region,
         const GdkRGBA    *color,
         double            line)
{
  cairo_matrix_t matrix;

  get_matrix (self, style, width, height, &matrix);
  pivot_region_painter_draw_outline (self->regions, region, cr, style, &matrix, width, height, &style->casing,
                                     (line + 2) * style->scale);
  pivot_region_painter_draw_outline (self->regions, region, cr, style, &matrix, width, height, color, line * style->scale);
}

static void
pivot_region_plot_draw_selection (PivotPlot        *plot,
                                  cairo_t          *cr,
                                  const PivotStyle *style,
                                  double            width,
                                  double            height)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);

  for (guint i = 0; i < count_regions (self); i++)
    if (pivot_plot_is_selected (plot, i))
      outline (self, cr, style, width, height, i, &style->selection, SELECTION_WIDTH);
}

static void
pivot_region_plot_draw_hover (PivotPlot        *plot,
                              cairo_t          *cr,
                              const PivotStyle *style,
                              double            width,
                              double            height)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  int hovered = pivot_plot_get_hovered (plot);

  if (hovered >= 0 && (guint) hovered < count_regions (self))
    outline (self, cr, style, width, height, (guint) hovered, &style->hover, HOVER_WIDTH);
}

static gboolean
pivot_region_plot_hover_extents (PivotPlot         *plot,
                                 const PivotStyle  *style,
                                 double             width,
                                 double             height,
                                 cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return count_regions (PIVOT_REGION_PLOT (plot)) > 0;
}

static int
pivot_region_plot_find (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        double            x,
                        double            y,
                        double            max_distance)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  cairo_matrix_t matrix;

  if (count_regions (self) == 0)
    return -1;

  get_matrix (self, style, width, height, &matrix);
  max_distance /= matrix.xx;
  if (cairo_matrix_invert (&matrix) != CAIRO_STATUS_SUCCESS)
    return -1;
  cairo_matrix_transform_point (&matrix, &x, &y);

  return pivot_geo_index_nearest (self->index, x, y, max_distance);
}

static gboolean
pivot_region_plot_locate (PivotPlot        *plot,
                          const PivotStyle *style,
                          double            width,
                          double            height,
                          guint             id,
                          double           *x,
                          double           *y)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  cairo_matrix_t matrix;
  double radius;

  if (id >= count_regions (self))
    return FALSE;

  pivot_geometry_get_label (pivot_regions_get_geometry (self->regions), id, x, y, &radius);
  get_matrix (self, style, width, height, &matrix);
  cairo_matrix_transform_point (&matrix, x, y);

  return TRUE;
}

static guint *
pivot_region_plot_query (PivotPlot        *plot,
                         const PivotStyle *style,
                         double            width,
                         double            height,
                         double            x0,
                         double            y0,
                         double            x1,
                         double            y1,
                         guint            *n)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  guint *ids = g_new (guint, MAX (1, count_regions (self)));

  *n = 0;
  for (guint i = 0; i < count_regions (self); i++)
    {
      double x, y;

      if (pivot_region_plot_locate (plot, style, width, height, i, &x, &y) && x >= x0 && x <= x1 && y >= y0 && y <= y1)
        ids[(*n)++] = i;
    }

  return ids;
}

/* In the order of the regions: each is reached, and the map itself offers the walk by neighbours. */
static int
pivot_region_plot_step (PivotPlot *plot,
                        int        id,
                        int        dx,
                        int        dy)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);
  gboolean forward = dx > 0 || dy > 0;
  int last = (int) count_regions (self) - 1;

  if (last < 0)
    return -1;
  if (id < 0 || id > last)
    return forward ? 0 : last;

  return CLAMP (id + (forward ? 1 : -1), 0, last);
}

static double
pivot_region_plot_measure (PivotPlot        *plot,
                           const PivotStyle *style,
                           double            width)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);

  pivot_lettering_set_font (self->letters, style);

  return MIN (HEIGHT * style->scale, width * 0.75) + set_legend (self, NULL, style, width, 0);
}

static char *
pivot_region_plot_describe (PivotPlot *plot)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);

  return g_strdup (self->description != NULL ? self->description : self->title != NULL ? self->title : "");
}

static char *
pivot_region_plot_describe_mark (PivotPlot *plot,
                                 guint      id)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (plot);

  return id < count_regions (self) && self->texts != NULL ? g_strdup (self->texts[id]) : NULL;
}

static void
clear (PivotRegionPlot *self)
{
  g_clear_pointer (&self->regions, pivot_regions_unref);
  g_clear_pointer (&self->context, pivot_geometry_unref);
  g_clear_pointer (&self->index, pivot_geo_index_free);
  g_clear_pointer (&self->texts, g_strfreev);
}

static void
pivot_region_plot_finalize (GObject *object)
{
  PivotRegionPlot *self = PIVOT_REGION_PLOT (object);

  clear (self);
  g_free (self->title);
  g_array_unref (self->swatches);
  g_free (self->description);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_region_plot_parent_class)->finalize (object);
}

static void
pivot_region_plot_class_init (PivotRegionPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_region_plot_finalize;

  plot_class->draw = pivot_region_plot_draw;
  plot_class->draw_selection = pivot_region_plot_draw_selection;
  plot_class->draw_hover = pivot_region_plot_draw_hover;
  plot_class->hover_extents = pivot_region_plot_hover_extents;
  plot_class->find = pivot_region_plot_find;
  plot_class->query = pivot_region_plot_query;
  plot_class->locate = pivot_region_plot_locate;
  plot_class->step = pivot_region_plot_step;
  plot_class->measure = pivot_region_plot_measure;
  plot_class->describe = pivot_region_plot_describe;
  plot_class->describe_mark = pivot_region_plot_describe_mark;
}

static void
clear_swatch (gpointer swatch)
{
  g_free (((Swatch *) swatch)->label);
}

static void
pivot_region_plot_init (PivotRegionPlot *self)
{
  self->swatches = g_array_new (FALSE, FALSE, sizeof (Swatch));
  g_array_set_clear_func (self->swatches, clear_swatch);
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_region_plot_new:
 *
 * Creates a map without regions.
 *
 * Returns: (transfer full): a new plot
 */
PivotRegionPlot *
pivot_region_plot_new (void)
{
  return g_object_new (PIVOT_TYPE_REGION_PLOT, NULL);
}

/**
 * pivot_region_plot_set_regions:
 * @self: a region plot
 * @regions: what is shown
 * @context: (nullable): what is around it, in the same plane
 * @texts: (array zero-terminated=1): one a region; copied
 *
 * Sets what is drawn.
 */
void
pivot_region_plot_set_regions (PivotRegionPlot    *self,
                               PivotRegions       *regions,
                               PivotGeometry      *context,
                               const char * const *texts)
{
  g_return_if_fail (PIVOT_IS_REGION_PLOT (self));
  g_return_if_fail (regions != NULL && texts != NULL);

  clear (self);
  self->regions = pivot_regions_ref (regions);
  self->context = context != NULL ? pivot_geometry_ref (context) : NULL;
  self->index = pivot_geo_index_new (pivot_regions_get_geometry (regions));
  self->texts = g_strdupv ((char **) texts);
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_region_plot_set_legend:
 * @self: a region plot
 * @title: (nullable): what the colours tell
 * @swatches: (array length=n): the classes; copied
 * @n: how many
 *
 * Sets the legend below the map.
 */
void
pivot_region_plot_set_legend (PivotRegionPlot         *self,
                              const char              *title,
                              const PivotRegionSwatch *swatches,
                              guint                    n)
{
  g_return_if_fail (PIVOT_IS_REGION_PLOT (self));
  g_return_if_fail (swatches != NULL || n == 0);

  g_free (self->title);
  self->title = g_strdup (title);
  g_array_set_size (self->swatches, 0);
  for (guint i = 0; i < n; i++)
    {
      Swatch swatch = { g_strdup (swatches[i].label), swatches[i].color, swatches[i].no_data };

      g_array_append_val (self->swatches, swatch);
    }
  pivot_plot_changed (PIVOT_PLOT (self));
}

/**
 * pivot_region_plot_set_description:
 * @self: a region plot
 * @text: (nullable): sentences
 *
 * Sets what pivot_plot_describe() says.
 */
void
pivot_region_plot_set_description (PivotRegionPlot *self,
                                   const char      *text)
{
  g_return_if_fail (PIVOT_IS_REGION_PLOT (self));

  g_free (self->description);
  self->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}
