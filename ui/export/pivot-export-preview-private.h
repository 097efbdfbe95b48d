/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-sheet.h"

G_BEGIN_DECLS

/* A PNG as it came from another process. */
cairo_surface_t *_pivot_export_preview_read (GBytes *bytes);
/* The first page, as paper in the middle. picture: what is shown instead of what the sheet draws itself, or NULL. */
void             _pivot_export_preview_draw (PivotSheet *sheet, cairo_surface_t *picture, gboolean transparent, cairo_t *cr,
                                             double width, double height);

G_END_DECLS
