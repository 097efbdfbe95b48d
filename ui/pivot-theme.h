/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-style.h"

G_BEGIN_DECLS

/* Light or dark: what the person chose in the menu, else what the desktop says through its portal, else GTK's own setting.
 * Properties: mode ("system", "light", "dark"; read-write), dark (boolean, readable). */
#define PIVOT_TYPE_THEME (pivot_theme_get_type ())
G_DECLARE_FINAL_TYPE (PivotTheme, pivot_theme, PIVOT, THEME, GObject)

PivotTheme *pivot_theme_new       (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    pivot_theme_get_dark  (PivotTheme *self);
const char *pivot_theme_get_mode  (PivotTheme *self);
void        pivot_theme_set_mode  (PivotTheme *self, const char *mode);
/* The style of drawings that fits this theme and the widget's font. */
void        pivot_theme_get_style (PivotTheme *self, GtkWidget *widget, PivotStyle *style);

G_END_DECLS
