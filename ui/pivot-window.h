/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-opener.h"
#include "pivot-session.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* The main window: one session, its history, and the pages that show it. */
#define PIVOT_TYPE_WINDOW (pivot_window_get_type ())
G_DECLARE_FINAL_TYPE (PivotWindow, pivot_window, PIVOT, WINDOW, GtkApplicationWindow)

PivotWindow  *pivot_window_new         (GtkApplication *application,
                                        PivotOpener    *opener,
                                        PivotTheme     *theme) G_GNUC_WARN_UNUSED_RESULT;
PivotSession *pivot_window_get_session (PivotWindow    *self);
/* Applies a view now, or to the next dataset if none is open yet. An error is shown in the window. */
void          pivot_window_apply_view  (PivotWindow    *self,
                                        const char     *view);
/* Shows again what a saved picture shows; of a folder, opens the dataset. */
void          pivot_window_open_file   (PivotWindow    *self,
                                        GFile          *file);
/* Whether closing it would lose something: it asks then. */
gboolean      pivot_window_has_unsaved (PivotWindow   *self);
/* Writes down what is to be found again at the next start. */
void          pivot_window_save        (PivotWindow    *self);

G_END_DECLS
