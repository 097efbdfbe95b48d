/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-bar-view.h"
#include "pivot-picture.h"

#define HEIGHT 18
#define LEAST_WIDTH 48
#define NATURAL_WIDTH 120

/* One bar, kept as a render node. The number beside it in the row is what a screen reader speaks. */
struct _PivotBarView
{
  GtkWidget      parent_instance;

  PivotBar       bar;
  PivotStyle     style;
  GskRenderNode *node;      /* NULL: draw anew */
  int            width;
  int            height;
};

G_DEFINE_FINAL_TYPE (PivotBarView, pivot_bar_view, GTK_TYPE_WIDGET)

static void
invalidate (PivotBarView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GskRenderNode *
render (PivotBarView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_surface_t *picture = pivot_picture_new (self->width, self->height, gtk_widget_get_scale_factor (widget));
  cairo_t *cr = cairo_create (picture);
  GskRenderNode *node;

  pivot_bar_draw (cr, &self->style, &self->bar, self->width, self->height);
  cairo_destroy (cr);
  node = pivot_picture_to_node (picture, self->width, self->height, widget);
  cairo_surface_destroy (picture);

  return node;
}

static void
pivot_bar_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PivotBarView *self = PIVOT_BAR_VIEW (widget);

  if (self->node == NULL)
    self->node = render (self);

  gtk_snapshot_append_node (snapshot, self->node);
}

static void
pivot_bar_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PivotBarView *self = PIVOT_BAR_VIEW (widget);

  *minimum = (orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT) * self->style.scale;
  *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT) * self->style.scale;
}

static void
pivot_bar_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PivotBarView *self = PIVOT_BAR_VIEW (widget);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  invalidate (self);
}

static void
pivot_bar_view_dispose (GObject *object)
{
  PivotBarView *self = PIVOT_BAR_VIEW (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (pivot_bar_view_parent_class)->dispose (object);
}

static void
pivot_bar_view_class_init (PivotBarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_bar_view_dispose;

  widget_class->snapshot = pivot_bar_view_snapshot;
  widget_class->measure = pivot_bar_view_measure;
  widget_class->size_allocate = pivot_bar_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_bar_view_init (PivotBarView *self)
{
  pivot_style_init_light (&self->style);
  self->bar.missing = TRUE;
  self->bar.zero = -1;
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (invalidate), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static gboolean
bars_equal (const PivotBar *one,
            const PivotBar *other)
{
  return one->from == other->from && one->to == other->to && one->zero == other->zero &&
         !one->bound == !other->bound && !one->missing == !other->missing &&
         gdk_rgba_equal (&one->color, &other->color);
}

/**
 * pivot_bar_view_set_bar:
 * @self: a bar view
 * @bar: what to show; copied
 * @style: how it looks; copied
 *
 * Sets what is shown.
 */
void
pivot_bar_view_set_bar (PivotBarView     *self,
                        const PivotBar   *bar,
                        const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_BAR_VIEW (self));
  g_return_if_fail (bar != NULL && style != NULL);

  if (bars_equal (&self->bar, bar) && pivot_style_equal (&self->style, style))
    return;

  if (self->style.scale != style->scale)
    gtk_widget_queue_resize (GTK_WIDGET (self));

  self->bar = *bar;
  self->style = *style;
  invalidate (self);
}
