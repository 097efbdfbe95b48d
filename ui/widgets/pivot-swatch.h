/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-regions.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* A small sample of how the map fills a region. */
#define PIVOT_TYPE_SWATCH (pivot_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PivotSwatch, pivot_swatch, PIVOT, SWATCH, GtkWidget)

/* color: NULL for no data. */
void pivot_swatch_set_fill (PivotSwatch *self, PivotRegionKind kind, const GdkRGBA *color, const PivotStyle *style);
void pivot_swatch_set_hatching (PivotSwatch *self, const PivotHatching *hatching);

G_END_DECLS
