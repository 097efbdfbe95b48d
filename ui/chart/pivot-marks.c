/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-marks.h"

/* From so many on, stamping pays. */
#define MANY 200

#define OUTLINE 1.0
#define RING 2.0
#define CASING 1.25    /* on each side of the ring */
#define HOVER_GROWTH 1.5

typedef struct
{
  PivotMarkLook    look;
  cairo_surface_t *picture;
} Stamp;

struct _PivotMarks
{
  cairo_t          *cr;
  const PivotStyle *style;
  double            radius;
  GArray           *stamps;          /* Stamp; NULL if marks are drawn as paths */
  double            scale_x, scale_y; /* device pixels a unit */
};

static void
clear_stamp (Stamp *stamp)
{
  cairo_surface_destroy (stamp->picture);
}

static gboolean
can_stamp (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE &&
         matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0 && matrix.yx == 0;
}

/**
 * pivot_marks_begin: (skip)
 * @cr: where to draw
 * @style: how it looks; lives until pivot_marks_end()
 * @radius: of a plain mark
 * @n: about how many marks there will be
 *
 * Begins to draw marks.
 *
 * Returns: (transfer full): something to draw them with, for pivot_marks_end()
 */
PivotMarks *
pivot_marks_begin (cairo_t          *cr,
                   const PivotStyle *style,
                   double            radius,
                   guint             n)
{
  PivotMarks *self = g_new0 (PivotMarks, 1);

  self->cr = cr;
  self->style = style;
  self->radius = radius;

  if (n >= MANY && can_stamp (cr))
    {
      self->stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));
      g_array_set_clear_func (self->stamps, (GDestroyNotify) clear_stamp);
      cairo_surface_get_device_scale (cairo_get_group_target (cr), &self->scale_x, &self->scale_y);
    }

  return self;
}

/**
 * pivot_marks_reach: (skip)
 * @style: how it looks
 * @radius: of a plain mark
 * @state: its state
 *
 * Gets how far from its middle a mark has ink.
 *
 * Returns: a distance
 */
double
pivot_marks_reach (const PivotStyle *style,
                   double            radius,
                   PivotMarkState    state)
{
  switch (state)
    {
    case PIVOT_MARK_SELECTED:
      return radius + (RING / 2 + CASING + 0.5) * style->scale;

    case PIVOT_MARK_HOVERED:
      return radius + (HOVER_GROWTH + RING / 2 + CASING + 0.5) * style->scale;

    case PIVOT_MARK_PLAIN:
    default:
      return radius + OUTLINE * style->scale;
    }
}

static void
stroke (cairo_t       *cr,
        const GdkRGBA *color,
        double         width)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

static void
draw_path (cairo_t             *cr,
           const PivotStyle    *style,
           const PivotMarkLook *look,
           double               radius,
           double               x,
           double               y)
{
  const double scale = style->scale;
  GdkRGBA outline;

  if (look->state == PIVOT_MARK_HOVERED)
    radius += HOVER_GROWTH * scale;

  /* Pale classes would be lost on paper, and dark ones on each other. */
  pivot_color_mix (&look->color, &style->foreground, 0.45, &outline);

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);

  if (look->state != PIVOT_MARK_PLAIN)
    stroke (cr, &style->casing, (RING + 2 * CASING) * scale);

  gdk_cairo_set_source_rgba (cr, look->hollow ? &style->paper : &look->color);
  cairo_fill_preserve (cr);

  if (look->hollow)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, radius - OUTLINE * scale, 0, 2 * G_PI);
      stroke (cr, &look->color, 2 * OUTLINE * scale);
      cairo_new_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }

  if (look->state == PIVOT_MARK_PLAIN)
    stroke (cr, &outline, OUTLINE * scale);
  else
    stroke (cr, look->state == PIVOT_MARK_SELECTED ? &style->selection : &style->hover, RING * scale);

  cairo_new_path (cr);
}

static double
half_size (const PivotMarks    *self,
           const PivotMarkLook *look)
{
  return ceil (pivot_marks_reach (self->style, self->radius, look->state)) + 1;
}

static cairo_surface_t *
make_picture (const PivotMarks    *self,
              const PivotMarkLook *look)
{
  double half = half_size (self, look);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (2 * half * self->scale_x),
                                                         (int) ceil (2 * half * self->scale_y));
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, self->scale_x, self->scale_y);
  cr = cairo_create (picture);
  draw_path (cr, self->style, look, self->radius, half, half);
  cairo_destroy (cr);

  return picture;
}

static cairo_surface_t *
find_picture (PivotMarks          *self,
              const PivotMarkLook *look)
{
  Stamp stamp = { *look };

  for (guint i = 0; i < self->stamps->len; i++)
    {
      const Stamp *known = &g_array_index (self->stamps, Stamp, i);

      if (known->look.state == look->state && !known->look.hollow == !look->hollow &&
          gdk_rgba_equal (&known->look.color, &look->color))
        return known->picture;
    }

  stamp.picture = make_picture (self, look);
  g_array_append_val (self->stamps, stamp);

  return stamp.picture;
}

/**
 * pivot_marks_draw: (skip)
 * @self: what pivot_marks_begin() gave
 * @look: how the mark looks
 * @x: its middle
 * @y: its middle
 *
 * Draws a mark.
 */
void
pivot_marks_draw (PivotMarks          *self,
                  const PivotMarkLook *look,
                  double               x,
                  double               y)
{
  double half;

  if (self->stamps == NULL)
    {
      draw_path (self->cr, self->style, look, self->radius, x, y);
      return;
    }

  /* On whole device pixels, so that nothing is interpolated. */
  half = half_size (self, look);
  cairo_set_source_surface (self->cr, find_picture (self, look),
                            round ((x - half) * self->scale_x) / self->scale_x,
                            round ((y - half) * self->scale_y) / self->scale_y);
  cairo_paint (self->cr);
}

/**
 * pivot_marks_end: (skip)
 * @self: (transfer full): what pivot_marks_begin() gave
 *
 * Ends drawing marks.
 */
void
pivot_marks_end (PivotMarks *self)
{
  g_clear_pointer (&self->stamps, g_array_unref);
  g_free (self);
}
