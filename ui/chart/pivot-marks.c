/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "pivot-hatch.h"
#include "pivot-marks.h"

/* From so many on, stamping pays. */
#define MANY 200

#define OUTLINE 1.0
#define RING 2.0
#define CASING 1.25    /* on each side of the ring */
#define HOVER_GROWTH 1.5
#define EDGE 4.0

typedef struct
{
  PivotMarkLook    look;
  cairo_surface_t *picture;
  double           half;             /* of its size, in units */
} Stamp;

struct _PivotMarks
{
  cairo_t          *cr;
  const PivotStyle *style;
  double            radius;
  GArray           *stamps;          /* Stamp; NULL if marks are drawn as paths */
  cairo_surface_t  *target;          /* not owned; set if there are stamps */
  double            scale_x, scale_y; /* its pixels a unit */
  double            offset_x, offset_y; /* where the user's origin is in it, in units */
  guint             last;            /* stamp that was used last: mostly the next one too */
};

static void
clear_stamp (Stamp *stamp)
{
  cairo_surface_destroy (stamp->picture);
}

/* An image, drawn on as it is: neither turned nor stretched. */
static gboolean
can_stamp (cairo_t         *cr,
           cairo_surface_t *target)
{
  cairo_matrix_t matrix;
  double offset_x, offset_y;
  cairo_format_t format;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  format = cairo_image_surface_get_format (target);
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_offset (target, &offset_x, &offset_y);

  return (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) &&
         cairo_get_group_target (cr) == target && offset_x == 0 && offset_y == 0 &&
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

  if (n >= MANY && can_stamp (cr, cairo_get_target (cr)))
    {
      self->target = cairo_get_target (cr);
      cairo_surface_flush (self->target);
      self->stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));
      g_array_set_clear_func (self->stamps, (GDestroyNotify) clear_stamp);
      cairo_surface_get_device_scale (self->target, &self->scale_x, &self->scale_y);
      cairo_user_to_device (cr, &self->offset_x, &self->offset_y);
    }

  return self;
}

/* Rings of small marks are finer, so that the mark in them is seen. */
static double
ring_scale (const PivotStyle *style,
            double            radius)
{
  return MIN (style->scale, radius / 4);
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
      return radius + (RING / 2 + CASING + 0.5) * ring_scale (style, radius);

    case PIVOT_MARK_HOVERED:
      radius += HOVER_GROWTH * style->scale;
      return radius + (RING / 2 + CASING + 0.5) * ring_scale (style, radius);

    case PIVOT_MARK_PLAIN:
    default:
      return radius + OUTLINE * style->scale;
    }
}

/**
 * pivot_marks_get_edge: (skip)
 * @style: how it looks
 *
 * Gets how much farther a mark has ink that stands for something assumed.
 *
 * Returns: a distance
 */
double
pivot_marks_get_edge (const PivotStyle *style)
{
  return EDGE * style->scale;
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
  double ring;
  GdkRGBA outline;

  if (look->supposed)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, pivot_marks_reach (style, radius, look->state) + (EDGE / 2 - 1) * scale, 0, 2 * G_PI);
      pivot_hatch_stroke_edge (cr, style, EDGE * scale);
    }

  if (look->state == PIVOT_MARK_HOVERED)
    radius += HOVER_GROWTH * scale;
  ring = ring_scale (style, radius);

  /* Pale classes would be lost on paper, and dark ones on each other. */
  pivot_color_mix (&look->color, &style->foreground, 0.45, &outline);

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);

  if (look->state != PIVOT_MARK_PLAIN)
    stroke (cr, &style->casing, (RING + 2 * CASING) * ring);

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
    stroke (cr, look->state == PIVOT_MARK_SELECTED ? &style->selection : &style->hover, RING * ring);

  cairo_new_path (cr);
}

static double
half_size (const PivotMarks    *self,
           const PivotMarkLook *look)
{
  double edge = look->supposed ? pivot_marks_get_edge (self->style) : 0;

  return ceil (pivot_marks_reach (self->style, self->radius, look->state) + edge) + 1;
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
  cairo_surface_flush (picture);

  return picture;
}

static gboolean
same_look (const PivotMarkLook *a,
           const PivotMarkLook *b)
{
  return a->state == b->state && !a->hollow == !b->hollow && !a->supposed == !b->supposed && gdk_rgba_equal (&a->color, &b->color);
}

static const Stamp *
find_stamp (PivotMarks          *self,
            const PivotMarkLook *look)
{
  Stamp stamp = { *look };

  if (self->last < self->stamps->len && same_look (&g_array_index (self->stamps, Stamp, self->last).look, look))
    return &g_array_index (self->stamps, Stamp, self->last);

  for (self->last = 0; self->last < self->stamps->len; self->last++)
    if (same_look (&g_array_index (self->stamps, Stamp, self->last).look, look))
      return &g_array_index (self->stamps, Stamp, self->last);

  stamp.half = half_size (self, look);
  stamp.picture = make_picture (self, look);
  g_array_append_val (self->stamps, stamp);

  return &g_array_index (self->stamps, Stamp, self->last);
}

/* One premultiplied pixel over another: two channels at a time, each in 16 bits. */
static guint32
blend (guint32 over,
       guint32 under)
{
  guint32 rest = 255 - (over >> 24);
  guint32 even = (under & 0x00ff00ff) * rest + 0x00800080;
  guint32 odd = ((under >> 8) & 0x00ff00ff) * rest + 0x00800080;

  even = ((even + ((even >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
  odd = (odd + ((odd >> 8) & 0x00ff00ff)) & 0xff00ff00;

  return over + (even | odd);
}

/* Much faster than to have Cairo set up a source and composite it for every few pixels. */
static void
stamp (PivotMarks      *self,
       cairo_surface_t *picture,
       int              left,
       int              top)
{
  const guint32 *from = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (picture);
  guint32 *to = (guint32 *) (gpointer) cairo_image_surface_get_data (self->target);
  int from_stride = cairo_image_surface_get_stride (picture) / (int) sizeof *from;
  int to_stride = cairo_image_surface_get_stride (self->target) / (int) sizeof *to;
  int first_x = MAX (0, -left);
  int first_y = MAX (0, -top);
  int last_x = MIN (cairo_image_surface_get_width (picture), cairo_image_surface_get_width (self->target) - left);
  int last_y = MIN (cairo_image_surface_get_height (picture), cairo_image_surface_get_height (self->target) - top);

  for (int y = first_y; y < last_y; y++)
    {
      const guint32 *over = from + y * from_stride;
      guint32 *under = to + (top + y) * to_stride + left;

      for (int x = first_x; x < last_x; x++)
        if (over[x] != 0)
          under[x] = over[x] >> 24 == 255 ? over[x] : blend (over[x], under[x]);
    }
}

/**
 * pivot_marks_draw: (skip)
 * @self: what pivot_marks_begin() gave
 * @look: how the mark looks
 * @x: its middle
 * @y: its middle
 *
 * Draws a mark. Between the first and pivot_marks_end(), nothing else is drawn.
 */
void
pivot_marks_draw (PivotMarks          *self,
                  const PivotMarkLook *look,
                  double               x,
                  double               y)
{
  const Stamp *found;

  if (self->stamps == NULL)
    {
      draw_path (self->cr, self->style, look, self->radius, x, y);
      return;
    }

  found = find_stamp (self, look);
  stamp (self, found->picture, (int) lround ((x - found->half + self->offset_x) * self->scale_x),
         (int) lround ((y - found->half + self->offset_y) * self->scale_y));
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
  if (self->target != NULL)
    cairo_surface_mark_dirty (self->target);

  g_clear_pointer (&self->stamps, g_array_unref);
  g_free (self);
}
