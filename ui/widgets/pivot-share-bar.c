/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-share-bar.h"

#define WIDTH 96
#define HEIGHT 14

struct _PivotShareBar
{
  GtkWidget  parent_instance;

  guint      parts[PIVOT_SHARE_BAR_MAX];
  PivotSign  signs[PIVOT_SHARE_BAR_MAX];
  guint      n;
  PivotStyle style;
};

G_DEFINE_FINAL_TYPE (PivotShareBar, pivot_share_bar, GTK_TYPE_WIDGET)

static void
draw (PivotShareBar *self,
      cairo_t       *cr,
      double         width,
      double         height)
{
  double sum = 0, x = 0;

  for (guint i = 0; i < self->n; i++)
    sum += self->parts[i];

  for (guint i = 0; i < self->n && sum > 0; i++)
    {
      cairo_rectangle_t box = { x, 0, width * self->parts[i] / sum, height };

      if (self->parts[i] == 0)
        continue;

      pivot_sign_fill_box (cr, &self->style, &self->signs[i], &box);
      x += box.width;
      if (x < width - 1)
        {
          gdk_cairo_set_source_rgba (cr, &self->style.paper);
          cairo_rectangle (cr, x - 1, 0, 2, height);
          cairo_fill (cr);
        }
    }

  gdk_cairo_set_source_rgba (cr, &self->style.axis);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
}

static void
pivot_share_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw (PIVOT_SHARE_BAR (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
pivot_share_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int) (size * PIVOT_SHARE_BAR (widget)->style.scale + 0.5);
}

static void
pivot_share_bar_class_init (PivotShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pivot_share_bar_snapshot;
  widget_class->measure = pivot_share_bar_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_share_bar_init (PivotShareBar *self)
{
  pivot_style_init_light (&self->style);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * pivot_share_bar_new:
 *
 * Creates a bar without parts.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
pivot_share_bar_new (void)
{
  return g_object_new (PIVOT_TYPE_SHARE_BAR, NULL);
}

/**
 * pivot_share_bar_set: (skip)
 * @self: a bar
 * @parts: (array length=n): how much each part is
 * @signs: (array length=n): how each is filled
 * @n: how many, up to %PIVOT_SHARE_BAR_MAX
 * @style: how it is drawn
 *
 * Shows other parts.
 */
void
pivot_share_bar_set (PivotShareBar    *self,
                     const guint      *parts,
                     const PivotSign  *signs,
                     guint             n,
                     const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_SHARE_BAR (self));
  g_return_if_fail (n <= PIVOT_SHARE_BAR_MAX);
  g_return_if_fail (style != NULL);

  for (guint i = 0; i < n; i++)
    {
      self->parts[i] = parts[i];
      self->signs[i] = signs[i];
    }
  self->n = n;
  self->style = *style;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
