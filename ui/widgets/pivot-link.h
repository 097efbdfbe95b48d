/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* Goes where the ref of a cell leads (see PivotCell): a place or a value on the map, a firm, a figure, the places of a group; a source
 * or an address is opened outside, if it is a page of the web. FALSE if it leads nowhere. Called because the person asked to. */
gboolean    pivot_link_follow   (GtkWidget *widget, PivotSession *session, const char *ref);
/* The same for something that is only looked at: whether it leads anywhere. */
gboolean    pivot_link_is_page  (const char *url);

G_END_DECLS
