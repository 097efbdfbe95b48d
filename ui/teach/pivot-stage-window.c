/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-window.h"

#include <glib/gi18n-lib.h>

struct _PivotStageWindow
{
  GtkWindow          parent_instance;

  PivotPresentation *presentation;

  PivotStagePage    *page;
  GtkPicture        *still;      /* over the page, while it is frozen */
  GtkWidget         *curtain;    /* over both */
};

G_DEFINE_FINAL_TYPE (PivotStageWindow, pivot_stage_window, GTK_TYPE_WINDOW)

/* What the page looks like now, pixel by pixel. */
static GdkTexture *
take_picture (PivotStageWindow *self)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  int width = gtk_widget_get_width (page), height = gtk_widget_get_height (page);
  int scale = gtk_widget_get_scale_factor (page);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self));
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (page);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || renderer == NULL)
    return NULL;

  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
}

static void
update_still (PivotStageWindow *self)
{
  gboolean frozen = pivot_presentation_get_frozen (self->presentation);
  g_autoptr(GdkTexture) texture = NULL;

  if (frozen == gtk_widget_get_visible (GTK_WIDGET (self->still)))
    return;

  if (frozen)
    texture = take_picture (self);
  gtk_picture_set_paintable (self->still, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->still), frozen);
}

static void
changed_cb (PivotStageWindow *self)
{
  PivotCurtain curtain = pivot_presentation_get_curtain (self->presentation);

  gtk_widget_set_visible (self->curtain, curtain != PIVOT_CURTAIN_NONE);
  gtk_widget_set_css_classes (self->curtain, (const char *[]) { "stage-curtain",
                                                                curtain == PIVOT_CURTAIN_WHITE ? "white" : "black", NULL });
  update_still (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->page),
                                   pivot_presentation_get_big_pointer (self->presentation) ? "none" : NULL);
}

static void
step_changed_cb (PivotStageWindow *self)
{
  PivotLessonStep *step = pivot_presentation_get_step (self->presentation);

  if (step != NULL)
    gtk_window_set_title (GTK_WINDOW (self), pivot_lesson_step_get_title (step));
}

static void
pivot_stage_window_dispose (GObject *object)
{
  PivotStageWindow *self = PIVOT_STAGE_WINDOW (object);

  if (self->presentation != NULL)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (pivot_stage_window_parent_class)->dispose (object);
}

static void
pivot_stage_window_class_init (PivotStageWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_stage_window_dispose;
}

static void
pivot_stage_window_init (PivotStageWindow *self)
{
  self->still = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->still, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->still), FALSE);
  self->curtain = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_visible (self->curtain, FALSE);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
}

/**
 * pivot_stage_window_new:
 * @presentation: what is shown
 * @theme: says light or dark
 *
 * Makes the window, which is not shown yet.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
pivot_stage_window_new (PivotPresentation *presentation,
                        PivotTheme        *theme)
{
  PivotStageWindow *self;
  GtkWidget *overlay;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_WINDOW, NULL);
  self->presentation = g_object_ref (presentation);
  self->page = PIVOT_STAGE_PAGE (pivot_stage_page_new (presentation, theme));
  overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->page));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->still));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->curtain);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (step_changed_cb), self);
  step_changed_cb (self);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_stage_window_show:
 * @self: a stage window
 * @monitor: (nullable): where
 *
 * Shows it on the whole of a screen.
 */
void
pivot_stage_window_show (PivotStageWindow *self,
                         GdkMonitor       *monitor)
{
  GdkRectangle area = { 0, 0, 1280, 720 };

  g_return_if_fail (PIVOT_IS_STAGE_WINDOW (self));
  g_return_if_fail (monitor == NULL || GDK_IS_MONITOR (monitor));

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  /* Without a window manager, nobody but this makes it as large as the screen. */
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
  pivot_stage_page_expect (self->page, area.width, area.height);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}
