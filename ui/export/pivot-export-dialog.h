/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"
#include "pivot-sheet.h"

G_BEGIN_DECLS

/* Asks what to export and how, shows it, and saves it. What is exported is what the session shows when the dialog is made. */
#define PIVOT_TYPE_EXPORT_DIALOG (pivot_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PivotExportDialog, pivot_export_dialog, PIVOT, EXPORT_DIALOG, GtkWindow)

/* dark: the theme to begin with. */
GtkWidget *pivot_export_dialog_new (GtkWindow *parent, PivotSession *session, PivotSheetKind kind, gboolean dark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
