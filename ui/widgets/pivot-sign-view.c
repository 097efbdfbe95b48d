/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sign-view.h"

#define SIZE 18
#define RADIUS 6.5

struct _PivotSignView
{
  GtkWidget  parent_instance;

  PivotSign  sign;
  PivotStyle style;
};

G_DEFINE_FINAL_TYPE (PivotSignView, pivot_sign_view, GTK_TYPE_WIDGET)

static void
pivot_sign_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PivotSignView *self = PIVOT_SIGN_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  pivot_sign_draw (cr, &self->style, &self->sign, width / 2.0, height / 2.0, RADIUS * self->style.scale);
  cairo_destroy (cr);
}

static void
pivot_sign_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = (int) (SIZE * PIVOT_SIGN_VIEW (widget)->style.scale + 0.5);
}

static void
pivot_sign_view_class_init (PivotSignViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pivot_sign_view_snapshot;
  widget_class->measure = pivot_sign_view_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_sign_view_init (PivotSignView *self)
{
  pivot_style_init_light (&self->style);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * pivot_sign_view_new:
 *
 * Creates a view of a sign.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
pivot_sign_view_new (void)
{
  return g_object_new (PIVOT_TYPE_SIGN_VIEW, NULL);
}

/**
 * pivot_sign_view_set: (skip)
 * @self: a view
 * @sign: what to show; copied
 * @style: how it is drawn; copied
 *
 * Shows a sign.
 */
void
pivot_sign_view_set (PivotSignView    *self,
                     const PivotSign  *sign,
                     const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_SIGN_VIEW (self));
  g_return_if_fail (sign != NULL && style != NULL);

  if (self->style.scale != style->scale)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->sign = *sign;
  self->style = *style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
