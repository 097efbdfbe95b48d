/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-series-private.h"

#define PAD 10.0
#define GAP 6.0
#define VALUE_SPACING_X 84.0   /* a tick label of values wants about so much */
#define VALUE_SPACING_Y 40.0
#define MOST_TICKS 8
#define LABEL_SHARE 0.42       /* of the width, at most, for the names of lying bars */
#define BAND_SHARE 0.72        /* of a band that its bars fill */
#define MAX_BAR 46.0
#define MAX_COLUMN 72.0       /* wide enough for a number of seven digits in it */
#define MAX_LINES 2
#define STUB 26.0              /* length of the stub of a missing bar */
#define SWATCH 18.0

double
_pivot_series_project_along (const PivotSeriesLayout *layout,
                             double                   x)
{
  double part = (x - layout->along_min) / (layout->along_max - layout->along_min);

  return layout->flat ? layout->area.y + part * layout->area.height : layout->area.x + part * layout->area.width;
}

double
_pivot_series_project_value (const PivotSeriesLayout *layout,
                             double                   y)
{
  double part = (y - layout->value.min) / (layout->value.max - layout->value.min);

  return layout->flat ? layout->area.x + part * layout->area.width
                      : layout->area.y + layout->area.height - part * layout->area.height;
}

/* Where in its band a bar begins: bars of one place stand side by side, stacked ones in one another's way. */
static double
get_bar_start (PivotSeriesPlot         *self,
               const PivotSeriesLayout *layout,
               PivotSeriesRef           ref)
{
  double middle = _pivot_series_project_along (layout, self->rows[ref.row].points[ref.point].x);
  guint n = self->stacked ? 1 : MAX (1, self->n_rows);
  guint turn = self->stacked ? 0 : ref.row;

  return middle - layout->bar * n / 2 + layout->bar * turn;
}

cairo_rectangle_t
_pivot_series_get_bar (PivotSeriesPlot         *self,
                       const PivotSeriesLayout *layout,
                       PivotSeriesRef           ref)
{
  const PivotSeriesRow *row = &self->rows[ref.row];
  double value = row->points[ref.point].y;
  double base = row->bases != NULL ? row->bases[ref.point] : 0;
  double start = get_bar_start (self, layout, ref);
  double from = _pivot_series_project_value (layout, base);
  double to = isnan (value) ? from + (layout->flat ? STUB : -STUB) * layout->scale
                            : _pivot_series_project_value (layout, base + value);

  if (layout->flat)
    return (cairo_rectangle_t) { MIN (from, to), start, fabs (to - from), layout->bar };

  return (cairo_rectangle_t) { start, MIN (from, to), layout->bar, fabs (to - from) };
}

PivotSpot
_pivot_series_get_spot (PivotSeriesPlot         *self,
                        const PivotSeriesLayout *layout,
                        PivotSeriesRef           ref)
{
  const PivotSeriesPoint *point = &self->rows[ref.row].points[ref.point];
  double along = _pivot_series_project_along (layout, point->x);
  double value;

  if (_pivot_series_plot_is_bars (self))
    {
      cairo_rectangle_t bar = _pivot_series_get_bar (self, layout, ref);

      return (PivotSpot) { bar.x + bar.width / 2, bar.y + bar.height / 2 };
    }

  if (!isnan (point->y))
    value = _pivot_series_project_value (layout, point->y);
  else if (layout->has_values)
    value = layout->area.y + layout->area.height - GAP * layout->scale;
  else
    value = layout->area.y + layout->area.height * 0.5;

  return (PivotSpot) { along, value };
}

/* Least and greatest of what is drawn on the axis of values. */
static gboolean
get_values (PivotSeriesPlot *self,
            double          *min,
            double          *max)
{
  *min = G_MAXDOUBLE;
  *max = -G_MAXDOUBLE;

  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = 0; i < self->rows[r].n; i++)
      {
        double base = self->rows[r].bases != NULL ? self->rows[r].bases[i] : 0;
        double value = self->rows[r].points[i].y;

        if (isnan (value))
          continue;
        *min = MIN (*min, base + value);
        *max = MAX (*max, base + value);
      }

  return *min <= *max;
}

static void
set_value_range (PivotSeriesPlot   *self,
                 PivotSeriesLayout *layout)
{
  layout->has_values = get_values (self, &layout->value.min, &layout->value.max);
  if (!layout->has_values)
    {
      layout->value.min = 0;
      layout->value.max = 1;
      return;
    }

  /* Bars are as long as their numbers only if they begin at zero. */
  if (_pivot_series_plot_is_bars (self))
    {
      double least = layout->value.min, most = layout->value.max, room;

      layout->value.min = MIN (0, least);
      layout->value.max = MAX (0, most);
      room = (layout->value.max - layout->value.min) * 0.08;
      if (!(room > 0))
        layout->value.max = room = 1;
      layout->value.min -= least < 0 ? room : 0;
      layout->value.max += most > 0 ? room : 0;
      return;
    }

  /* One number alone is shown with its distance from zero. */
  if (layout->value.min == layout->value.max)
    {
      layout->value.min = MIN (0, layout->value.min * 1.4);
      layout->value.max = MAX (0, layout->value.max * 1.4);
    }
  pivot_axis_pad_range (&layout->value.min, &layout->value.max);
}

/* What of the axis the points take up, without margins. */
void
_pivot_series_get_span (PivotSeriesPlot *self,
                        double          *min,
                        double          *max)
{
  *min = G_MAXDOUBLE;
  *max = -G_MAXDOUBLE;

  for (guint r = 0; r < self->n_rows; r++)
    if (self->rows[r].n > 0)
      {
        *min = MIN (*min, self->rows[r].points[0].x);
        *max = MAX (*max, self->rows[r].points[self->rows[r].n - 1].x);
      }

  if (*min > *max)
    {
      *min = 0;
      *max = 1;
    }
}

/* The least distance of two columns, in units of the axis. */
static double
get_column_step (PivotSeriesPlot *self)
{
  double step = G_MAXDOUBLE;

  for (guint i = 1; i < self->n_columns; i++)
    step = MIN (step, self->columns[i] - self->columns[i - 1]);

  return step < G_MAXDOUBLE ? step : 1;
}

static void
set_along_range (PivotSeriesPlot   *self,
                 PivotSeriesLayout *layout)
{
  double min = self->range_min, max = self->range_max, room;

  if (self->along == PIVOT_ALONG_CATEGORY)
    {
      layout->along_min = -0.5;
      layout->along_max = MAX (1, self->n_categories) - 0.5;
      return;
    }

  if (isnan (min) || isnan (max))
    _pivot_series_get_span (self, &min, &max);

  if (_pivot_series_plot_is_bars (self))
    room = get_column_step (self) * (self->n_columns > 1 ? 0.6 : 0.5);
  else
    room = max > min ? (max - min) * 0.03 : 0.5;

  layout->along_min = min - room;
  layout->along_max = max + room;
}

static void
set_bars (PivotSeriesPlot   *self,
          PivotSeriesLayout *layout)
{
  double length = layout->flat ? layout->area.height : layout->area.width;
  double step = self->along == PIVOT_ALONG_CATEGORY ? 1 : get_column_step (self);
  guint n = self->stacked ? 1 : MAX (1, self->n_rows);

  layout->band = step / (layout->along_max - layout->along_min) * length;
  layout->bar = MIN (layout->band * BAND_SHARE / n, (layout->flat ? MAX_BAR : MAX_COLUMN) * layout->scale);
}

/* Names of columns that do not fit below them go to the left of lying bars. */
static gboolean
wants_flat (PivotSeriesPlot   *self,
            PivotSeriesLayout *layout,
            const PivotStyle  *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double band = (layout->width - 60 * style->scale) / MAX (1, self->n_categories);

  if (self->kind == PIVOT_SERIES_BAR)
    return self->along == PIVOT_ALONG_CATEGORY;
  if (self->along != PIVOT_ALONG_CATEGORY || self->kind != PIVOT_SERIES_COLUMN)
    return FALSE;

  look.wrap = TRUE;
  look.max_width = MAX (8, band - GAP * style->scale);
  for (guint i = 0; i < self->n_categories; i++)
    {
      double width, height;

      pivot_lettering_measure (self->letters, &look, self->categories[i], &width, &height);
      if (width > look.max_width + 1 || height > layout->line_height * (MAX_LINES + 0.5))
        return TRUE;
    }

  return FALSE;
}

static double
measure_names (PivotSeriesPlot   *self,
               PivotSeriesLayout *layout,
               const PivotStyle  *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double most = layout->width * LABEL_SHARE;
  double widest = 0;

  for (guint i = 0; i < self->n_categories; i++)
    {
      double width;

      pivot_lettering_measure (self->letters, &look, self->categories[i], &width, NULL);
      widest = MAX (widest, width);
    }

  return MIN (ceil (widest) + 1, most);
}

/* The legend is a row, or more, above the area. Returns its height. */
static double
lay_legend (PivotSeriesPlot   *self,
            PivotSeriesLayout *layout,
            const PivotStyle  *style,
            double             top)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double left = PAD * style->scale;
  double right = layout->width - PAD * style->scale;
  double x = left;
  double from = top;

  g_array_set_size (layout->legend, 0);
  for (guint r = 0; r < self->n_rows; r++)
    {
      PivotLegendSpot spot = { .row = r };
      double width;

      pivot_lettering_measure (self->letters, &look, self->rows[r].label, &width, NULL);
      spot.width = MIN (width, right - left - (SWATCH + GAP) * style->scale);
      if (x > left && x + spot.width + (SWATCH + GAP) * style->scale > right)
        {
          x = left;
          top += layout->line_height * 1.25;
        }
      spot.x = x;
      spot.y = top;
      g_array_append_val (layout->legend, spot);
      x += spot.width + (SWATCH + GAP + 2 * GAP) * style->scale;
    }

  return top - from + layout->line_height * 1.5;
}

/* Left of the area: the labels of values, or the names of lying bars. */
static double
measure_left (PivotSeriesPlot   *self,
              PivotSeriesLayout *layout,
              const PivotStyle  *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double widest = 0;

  if (layout->flat)
    return PAD * style->scale + layout->label_room + GAP * 1.5 * style->scale;

  if (layout->has_values)
    for (guint i = 0; i < layout->value.ticks.n; i++)
      {
        double width;

        pivot_lettering_measure (self->letters, &look, layout->value.labels[i], &width, NULL);
        widest = MAX (widest, width);
      }

  return PAD * style->scale + ceil (widest) + GAP * style->scale;
}

static void
lay_vertically (PivotSeriesPlot   *self,
                PivotSeriesLayout *layout,
                const PivotStyle  *style)
{
  PivotTextLook title = pivot_lettering_look (style, PIVOT_TEXT_TITLE);
  double pad = PAD * style->scale, gap = GAP * style->scale;
  double title_height, top, below;
  gboolean titled = self->value_title != NULL && self->value_title[0] != '\0';

  pivot_lettering_measure (self->letters, &title, "X", NULL, &title_height);
  top = pad * 0.6;
  if (!layout->flat && titled)
    top += title_height + gap * 0.5;
  /* Lines that have their names at their ends need no legend. */
  if (self->legend && self->n_rows > 1 && layout->end_labels->len == 0)
    top += lay_legend (self, layout, style, top);
  top += gap * 0.6;

  below = gap + layout->line_height + pad * 0.6;
  if (layout->flat)
    below += titled ? title_height : 0;
  else if (self->along == PIVOT_ALONG_CATEGORY && self->kind == PIVOT_SERIES_COLUMN)
    below += layout->line_height;
  if (self->caption != NULL)
    below += layout->line_height + gap * 0.5;

  layout->area.y = ceil (top);
  layout->area.height = MAX (1, floor (layout->height - below) - layout->area.y);
}

static void
lay_horizontally (PivotSeriesPlot   *self,
                  PivotSeriesLayout *layout,
                  const PivotStyle  *style,
                  double             right)
{
  double left = MAX (measure_left (self, layout, style), self->margin_left);

  layout->area.x = ceil (left);
  layout->area.width = MAX (1, floor (layout->width - MAX (right, self->margin_right)) - layout->area.x);
}

/* Whether the labels of values below lying bars have room beside each other. */
static gboolean
has_room (PivotSeriesPlot         *self,
          const PivotSeriesLayout *layout,
          const PivotStyle        *style)
{
  PivotTextLook look = pivot_lettering_look (style, PIVOT_TEXT_SMALL);
  double end = -G_MAXDOUBLE;

  for (guint i = 0; layout->flat && i < layout->value.ticks.n; i++)
    {
      double at = _pivot_series_project_value (layout, layout->value.ticks.values[i]), width;

      pivot_lettering_measure (self->letters, &look, layout->value.labels[i], &width, NULL);
      if (at - width / 2 < end)
        return FALSE;
      end = at + width / 2 + GAP * 0.5 * style->scale;
    }

  return TRUE;
}

/* At least three ticks with room for their labels, about as many as are wanted. */
static gboolean
fit_value_ticks (PivotSeriesPlot   *self,
                 PivotSeriesLayout *layout,
                 const PivotStyle  *style,
                 guint              wanted)
{
  for (guint i = 0; i < MOST_TICKS; i++)
    {
      /* Fewer first, then more. */
      guint n = i + 2 <= wanted ? wanted - i : i + 1;

      pivot_axis_set_ticks (&layout->value, MAX (n, 2));
      if (layout->value.ticks.n >= 3 && has_room (self, layout, style))
        return TRUE;
    }

  return FALSE;
}

/* Long numbers are put briefly only where they have no room; where that does not help either, two ticks must do. */
static void
set_value_ticks (PivotSeriesPlot   *self,
                 PivotSeriesLayout *layout,
                 const PivotStyle  *style)
{
  double length = layout->flat ? layout->area.width : layout->area.height;
  double spacing = (layout->flat ? VALUE_SPACING_X : VALUE_SPACING_Y) * style->scale;
  guint wanted = CLAMP (lround (length / spacing), 2, MOST_TICKS);

  layout->value.brief = FALSE;
  if (fit_value_ticks (self, layout, style, wanted))
    return;
  layout->value.brief = TRUE;
  if (fit_value_ticks (self, layout, style, wanted))
    return;

  for (guint n = 2; n < MOST_TICKS; n++)
    {
      pivot_axis_set_ticks (&layout->value, n);
      if (layout->value.ticks.n >= 2)
        return;
    }
}

static gboolean
is_current (const PivotSeriesLayout *layout,
            const PivotStyle        *style,
            double                   width,
            double                   height)
{
  return layout->valid && layout->width == width && layout->height == height &&
         layout->font_size == style->font_size && layout->scale == style->scale &&
         strcmp (layout->font, style->font) == 0;
}

static void
clear_tick (gpointer tick)
{
  g_free (((PivotAlongTick *) tick)->label);
}

static void
begin (PivotSeriesPlot   *self,
       PivotSeriesLayout *layout,
       const PivotStyle  *style,
       double             width,
       double             height)
{
  PivotTextLook small = pivot_lettering_look (style, PIVOT_TEXT_SMALL);

  _pivot_series_plot_drop_layout (self);
  layout->valid = TRUE;
  layout->width = width;
  layout->height = height;
  layout->font_size = style->font_size;
  layout->scale = style->scale;
  g_strlcpy (layout->font, style->font, sizeof layout->font);
  layout->ticks = g_array_new (FALSE, FALSE, sizeof (PivotAlongTick));
  g_array_set_clear_func (layout->ticks, clear_tick);
  layout->end_labels = g_array_new (FALSE, FALSE, sizeof (PivotEndLabel));
  layout->legend = g_array_new (FALSE, FALSE, sizeof (PivotLegendSpot));
  pivot_lettering_set_font (self->letters, style);
  pivot_lettering_measure (self->letters, &small, "0", NULL, &layout->line_height);
}

/* Finds where everything goes, unless it is known for this size and style. */
const PivotSeriesLayout *
_pivot_series_plot_lay_out (PivotSeriesPlot  *self,
                            const PivotStyle *style,
                            double            width,
                            double            height)
{
  PivotSeriesLayout *layout = &self->layout;
  double right = PAD * 1.6 * style->scale;

  if (is_current (layout, style, width, height))
    return layout;

  begin (self, layout, style, width, height);
  set_value_range (self, layout);
  set_along_range (self, layout);
  layout->flat = wants_flat (self, layout, style);
  if (layout->flat)
    {
      layout->label_room = measure_names (self, layout, style);
      right += 24 * style->scale;
    }

  /* First without names at the ends of lines, to know where these are; the names then decide about margin and legend. */
  lay_vertically (self, layout, style);
  set_value_ticks (self, layout, style);
  lay_horizontally (self, layout, style, right);
  if (layout->flat)
    set_value_ticks (self, layout, style);

  _pivot_series_lay_ends (self, layout, style);
  if (layout->end_labels->len > 0)
    {
      g_array_set_size (layout->legend, 0);
      lay_vertically (self, layout, style);
      set_value_ticks (self, layout, style);
      g_array_set_size (layout->end_labels, 0);
      _pivot_series_lay_ends (self, layout, style);
    }

  if (_pivot_series_plot_is_bars (self))
    set_bars (self, layout);
  else
    _pivot_series_lay_traces (self, layout);
  _pivot_series_lay_along (self, layout, style);

  return layout;
}

void
_pivot_series_plot_drop_layout (PivotSeriesPlot *self)
{
  PivotSeriesLayout *layout = &self->layout;

  pivot_axis_clear (&layout->value);
  g_clear_pointer (&layout->ticks, g_array_unref);
  g_clear_pointer (&layout->end_labels, g_array_unref);
  g_clear_pointer (&layout->legend, g_array_unref);
  if (layout->traces != NULL)
    for (guint r = 0; r < self->n_rows; r++)
      g_free (layout->traces[r].spots);
  g_free (layout->traces);

  memset (layout, 0, sizeof *layout);
}
