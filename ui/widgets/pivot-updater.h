/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells a widget once per turn of the main loop that something it shows has changed, and only while it is on screen. Part of the
 * widget's own struct. */
typedef void (*PivotUpdateFunc) (GtkWidget *widget, guint dirty);

typedef struct
{
  GtkWidget       *widget;
  PivotUpdateFunc  update;
  guint            dirty;   /* bits, of the widget's own meaning */
  guint            source;
} PivotUpdater;

void pivot_updater_init  (PivotUpdater *self, GtkWidget *widget, PivotUpdateFunc update);
void pivot_updater_clear (PivotUpdater *self); /* in dispose */
void pivot_updater_mark  (PivotUpdater *self, guint dirty);

G_END_DECLS
