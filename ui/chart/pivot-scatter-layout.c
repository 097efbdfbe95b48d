/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-scatter-private.h"

#define CELL 24.0

/* More labels than these would not be read. */
#define MAX_LABELS_TRIED 80

typedef struct
{
  guint  index;
  double extremeness;
} Candidate;

/* Many points are smaller, so that they do not hide each other. */
static double
choose_radius (guint n)
{
  return n <= 60 ? 5 : n <= 300 ? 4 : n <= 1000 ? 3 : 2.5;
}

static void
set_ranges (PivotScatterPlot *self,
            PivotFrame       *frame)
{
  const PivotScatterPoint *first = &self->points[0];

  frame->x.min = frame->x.max = first->x;
  frame->y.min = frame->y.max = first->y;

  for (guint i = 1; i < self->n_points; i++)
    {
      frame->x.min = MIN (frame->x.min, self->points[i].x);
      frame->x.max = MAX (frame->x.max, self->points[i].x);
      frame->y.min = MIN (frame->y.min, self->points[i].y);
      frame->y.max = MAX (frame->y.max, self->points[i].y);
    }

  pivot_axis_pad_range (&frame->x.min, &frame->x.max);
  pivot_axis_pad_range (&frame->y.min, &frame->y.max);
}

static void
place_spots (PivotScatterPlot *self)
{
  PivotScatterLayout *layout = &self->layout;

  layout->spots = g_new (PivotSpot, self->n_points);
  for (guint i = 0; i < self->n_points; i++)
    {
      layout->spots[i].x = pivot_frame_project_x (&layout->frame, self->points[i].x);
      layout->spots[i].y = pivot_frame_project_y (&layout->frame, self->points[i].y);
    }

  layout->grid = pivot_point_grid_new (layout->spots, self->n_points, CELL * layout->scale);
  layout->radius = choose_radius (self->n_points) * layout->scale;
}

/* The part of y = intercept + slope · x from x0 to x1 that is within the frame. */
static void
set_line (PivotScatterLine *line,
          const PivotFrame *frame,
          double            intercept,
          double            slope,
          double            x0,
          double            x1)
{
  x0 = MAX (x0, frame->x.min);
  x1 = MIN (x1, frame->x.max);

  if (slope != 0)
    {
      double at_min = (frame->y.min - intercept) / slope;
      double at_max = (frame->y.max - intercept) / slope;

      x0 = MAX (x0, MIN (at_min, at_max));
      x1 = MIN (x1, MAX (at_min, at_max));
    }
  else if (intercept < frame->y.min || intercept > frame->y.max)
    x1 = x0;

  line->shown = x0 < x1;
  if (!line->shown)
    return;

  line->x0 = pivot_frame_project_x (frame, x0);
  line->y0 = pivot_frame_project_y (frame, intercept + slope * x0);
  line->x1 = pivot_frame_project_x (frame, x1);
  line->y1 = pivot_frame_project_y (frame, intercept + slope * x1);
}

static void
place_lines (PivotScatterPlot *self)
{
  PivotScatterLayout *layout = &self->layout;

  if (self->parity)
    set_line (&layout->parity, &layout->frame, 0, 1, -G_MAXDOUBLE, G_MAXDOUBLE);

  /* A fitted line says nothing beyond the values it was fitted to. */
  if (self->line && self->n_points > 1)
    set_line (&layout->line, &layout->frame, self->intercept, self->slope,
              self->points[self->by_x[0]].x, self->points[self->by_x[self->n_points - 1]].x);
}

static void
label_line (PivotScatterPlot *self,
            PivotLabelField  *field,
            PivotScatterLine *line,
            PivotTextLook    *look,
            const char       *label)
{
  double width, height;

  if (!line->shown || label == NULL || label[0] == '\0')
    return;

  pivot_lettering_measure (self->letters, look, label, &width, &height);
  line->labelled = pivot_label_field_place_along (field, line->x0, line->y0, line->x1, line->y1,
                                                  width, height, &line->label_x, &line->label_y);
}

void
_pivot_scatter_layout_add_lines (const PivotScatterLayout *self,
                                 PivotLabelField          *field)
{
  if (self->parity.shown)
    pivot_label_field_add_line (field, self->parity.x0, self->parity.y0, self->parity.x1, self->parity.y1);
  if (self->line.shown)
    pivot_label_field_add_line (field, self->line.x0, self->line.y0, self->line.x1, self->line.y1);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->extremeness != second->extremeness)
    return first->extremeness > second->extremeness ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

/* The points farthest from the middle first: they are what one asks about. Only as many as are tried are put in order. */
static GArray *
rank_candidates (PivotScatterPlot *self)
{
  const PivotScatterLayout *layout = &self->layout;
  GArray *candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), 2 * MAX_LABELS_TRIED);
  double mean_x = 0, mean_y = 0, least = -1;

  for (guint i = 0; i < self->n_points; i++)
    {
      mean_x += layout->spots[i].x / self->n_points;
      mean_y += layout->spots[i].y / self->n_points;
    }

  for (guint i = 0; i < self->n_points; i++)
    {
      double x = layout->spots[i].x - mean_x, y = layout->spots[i].y - mean_y;
      Candidate candidate = { i, x * x + y * y };

      if (self->points[i].label == NULL || candidate.extremeness <= least)
        continue;

      g_array_append_val (candidates, candidate);
      if (candidates->len == 2 * MAX_LABELS_TRIED)
        {
          g_array_sort (candidates, compare_candidates);
          g_array_set_size (candidates, MAX_LABELS_TRIED);
          least = g_array_index (candidates, Candidate, MAX_LABELS_TRIED - 1).extremeness;
        }
    }

  g_array_sort (candidates, compare_candidates);

  return candidates;
}

static void
place_labels (PivotScatterPlot *self,
              const PivotStyle *style)
{
  PivotScatterLayout *layout = &self->layout;
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  g_autoptr(PivotLabelField) field = NULL;
  g_autoptr(GArray) candidates = rank_candidates (self);

  field = pivot_label_field_new (&layout->frame.area, layout->grid, layout->radius);
  label_line (self, field, &layout->parity, &look, self->parity_label);
  label_line (self, field, &layout->line, &look, _pivot_scatter_plot_get_line_label ());

  _pivot_scatter_layout_add_lines (layout, field);

  for (guint i = 0; i < candidates->len && i < MAX_LABELS_TRIED; i++)
    {
      PivotScatterLabel label = { g_array_index (candidates, Candidate, i).index };
      const PivotSpot *spot = &layout->spots[label.index];

      pivot_lettering_measure (self->letters, &look, self->points[label.index].label,
                               &label.box.width, &label.box.height);
      if (pivot_label_field_place (field, spot->x, spot->y, &label.box, &label.on_line))
        g_array_append_val (layout->labels, label);
    }
}

static gboolean
is_current (const PivotScatterLayout *layout,
            const PivotStyle         *style,
            double                    width,
            double                    height)
{
  return layout->valid && layout->width == width && layout->height == height &&
         layout->font_size == style->font_size && layout->scale == style->scale &&
         strcmp (layout->font, style->font) == 0;
}

/* Finds where everything goes, unless it is known for this size and style. With no points there is only the size. */
const PivotScatterLayout *
_pivot_scatter_plot_lay_out (PivotScatterPlot *self,
                             const PivotStyle *style,
                             double            width,
                             double            height)
{
  PivotScatterLayout *layout = &self->layout;
  PivotFrameTexts texts = _pivot_scatter_plot_get_texts (self);

  if (is_current (layout, style, width, height))
    return layout;

  _pivot_scatter_plot_drop_layout (self);
  layout->valid = TRUE;
  layout->width = width;
  layout->height = height;
  layout->font_size = style->font_size;
  layout->scale = style->scale;
  g_strlcpy (layout->font, style->font, sizeof layout->font);
  layout->labels = g_array_new (FALSE, FALSE, sizeof (PivotScatterLabel));

  pivot_lettering_set_font (self->letters, style);
  if (self->n_points == 0)
    {
      layout->grid = pivot_point_grid_new (NULL, 0, CELL);
      return layout;
    }

  set_ranges (self, &layout->frame);
  pivot_frame_layout (&layout->frame, self->letters, style, &texts, width, height);
  place_spots (self);
  place_lines (self);
  place_labels (self, style);

  return layout;
}

void
_pivot_scatter_plot_drop_layout (PivotScatterPlot *self)
{
  PivotScatterLayout *layout = &self->layout;

  pivot_frame_clear (&layout->frame);
  g_free (layout->spots);
  g_clear_pointer (&layout->grid, pivot_point_grid_free);
  g_clear_pointer (&layout->labels, g_array_unref);

  memset (layout, 0, sizeof *layout);
}

const char *
_pivot_scatter_plot_get_line_label (void)
{
  /* Translators: stands along the fitted line in a scatter plot */
  return _("least-squares line");
}
