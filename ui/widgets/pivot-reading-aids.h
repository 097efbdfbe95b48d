/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-coloring.h"

G_BEGIN_DECLS

/* A button with a popover: whose eyes the map is seen with, what becomes of its classes on paper and on the wall, hatching, and marks
 * of places whose class is uncertain. */
#define PIVOT_TYPE_READING_AIDS (pivot_reading_aids_get_type ())
G_DECLARE_FINAL_TYPE (PivotReadingAids, pivot_reading_aids, PIVOT, READING_AIDS, GtkWidget)

void pivot_reading_aids_set_session (PivotReadingAids *self, PivotSession *session);
/* In its own colours, whatever is previewed. */
void pivot_reading_aids_set_style   (PivotReadingAids *self, const PivotStyle *style);
const char *pivot_reading_aids_get_vision_name (PivotVision vision); /* translated */

G_END_DECLS
