/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-firm-filter.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* A button that opens the values of a facet, with how many firms have each; those that are ticked narrow the list. */
#define PIVOT_TYPE_FACET_BUTTON (pivot_facet_button_get_type ())
G_DECLARE_FINAL_TYPE (PivotFacetButton, pivot_facet_button, PIVOT, FACET_BUTTON, GtkWidget)

GtkWidget  *pivot_facet_button_new    (PivotFirmFacet facet, PivotSession *session, PivotFirmFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* The filter has counted anew. */
void        pivot_facet_button_update (PivotFacetButton *self);
/* What a person calls a facet, translated. */
const char *pivot_facet_get_title     (PivotFirmFacet facet);
/* Adds a value to those that narrow the list, or takes it away. */
void        pivot_facet_set_chosen    (PivotSession *session, const char *value, gboolean chosen);

G_END_DECLS
