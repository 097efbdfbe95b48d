/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-updater.h"

/* After the session has told everybody, before the frame is laid out. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 10)

static gboolean
update_cb (gpointer user_data)
{
  PivotUpdater *self = user_data;
  guint dirty = self->dirty;

  self->source = 0;
  self->dirty = 0;
  self->update (self->widget, dirty);

  return G_SOURCE_REMOVE;
}

static void
schedule (PivotUpdater *self)
{
  if (self->dirty != 0 && self->source == 0 && gtk_widget_get_mapped (self->widget))
    self->source = g_idle_add_full (PRIORITY, update_cb, self, NULL);
}

static void
unmap_cb (PivotUpdater *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

/* Shown again: what has changed meanwhile must be in the first frame. */
static void
map_cb (PivotUpdater *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dirty != 0)
    update_cb (self);
}

/**
 * pivot_updater_init: (skip)
 * @self: an updater, part of the widget
 * @widget: the widget to tell
 * @update: told which bits were marked since the last time
 *
 * Starts following the widget.
 */
void
pivot_updater_init (PivotUpdater    *self,
                    GtkWidget       *widget,
                    PivotUpdateFunc  update)
{
  self->widget = widget;
  self->update = update;
  self->dirty = 0;
  self->source = 0;

  g_signal_connect_swapped (widget, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (widget, "unmap", G_CALLBACK (unmap_cb), self);
}

/**
 * pivot_updater_clear: (skip)
 * @self: an updater
 *
 * Stops. May be called more than once.
 */
void
pivot_updater_clear (PivotUpdater *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->widget != NULL)
    g_signal_handlers_disconnect_by_data (self->widget, self);
  self->widget = NULL;
}

/**
 * pivot_updater_mark: (skip)
 * @self: an updater
 * @dirty: bits
 *
 * Notes that something has changed.
 */
void
pivot_updater_mark (PivotUpdater *self,
                    guint         dirty)
{
  if (self->widget == NULL)
    return;

  self->dirty |= dirty;
  schedule (self);
}
