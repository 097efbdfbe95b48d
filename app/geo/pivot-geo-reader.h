/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-geometry.h"
#include "pivot-problem.h"

G_BEGIN_DECLS

/* Streams a GeoJSON FeatureCollection (RFC 7946: Polygon, MultiPolygon, null geometry) into a geometry in degrees.
 * NULL, with problems, if it does not fit; NULL without one if cancelled. Any thread. progress: 0…1, may be NULL. */
PivotGeometry *pivot_geo_reader_read (GBytes *bytes, const char *file, PivotProblems *problems,
                                      GCancellable *cancellable,
                                      void (*progress) (double fraction, gpointer data), gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* The file's top-level "attribution", or NULL (transfer full). */
char          *pivot_geo_reader_read_attribution (GBytes *bytes);

G_END_DECLS
