/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Chooses firms to compare the session's firm with, from all of them, by name. */
#define PIVOT_TYPE_FIRM_PICKER (pivot_firm_picker_get_type ())
G_DECLARE_FINAL_TYPE (PivotFirmPicker, pivot_firm_picker, PIVOT, FIRM_PICKER, GtkPopover)

GtkWidget *pivot_firm_picker_new (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
