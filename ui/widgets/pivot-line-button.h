/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm.h"

G_BEGIN_DECLS

/* Lines of text, and such lines that can be clicked. */
GtkWidget *pivot_line_new        (const char *text, const char *style) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *pivot_two_lines_new   (const char *title, const char *detail) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *pivot_line_button_new (GtkWidget *child, const char *name) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *pivot_firm_link_new   (PivotFirm *firm) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
