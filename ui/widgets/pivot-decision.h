/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks something that cannot wait, in a window over another. answers: labels with mnemonics, NULL-terminated; the first leaves
 * everything as it is (and is what Escape gives), the last is what Return gives. */
typedef void (*PivotDecisionFunc) (guint answer, gpointer user_data);

GtkWindow *pivot_decision_ask (GtkWindow *parent, const char *title, const char *text, const char * const *answers,
                               PivotDecisionFunc callback, gpointer user_data);

G_END_DECLS
