/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

#define PIVOT_THUMBNAIL_WIDTH 104
#define PIVOT_THUMBNAIL_HEIGHT 65

/* Small pictures of views, drawn in a worker one after the other, and kept. What there is no drawing of has a sign of its page. */
#define PIVOT_TYPE_THUMBNAILS (pivot_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (PivotThumbnails, pivot_thumbnails, PIVOT, THUMBNAILS, GObject)

PivotThumbnails *pivot_thumbnails_new  (PivotSession *session, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
/* An empty place for a small picture. */
GtkWidget       *pivot_thumbnails_new_place (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows a view in a place, now or once it is drawn; unless it is asked to show another by then. */
void             pivot_thumbnails_show (PivotThumbnails *self, GtkWidget *place, const char *view);

G_END_DECLS
