/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The application: command line, actions that belong to no window, light and dark.
 * On D-Bus its action group holds "view" (state: view JSON; activate with a view JSON to show it) and "hovered" (state: place id). */
#define PIVOT_TYPE_APPLICATION (pivot_application_get_type ())
G_DECLARE_FINAL_TYPE (PivotApplication, pivot_application, PIVOT, APPLICATION, GtkApplication)

PivotApplication *pivot_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
