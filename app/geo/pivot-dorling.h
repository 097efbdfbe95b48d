/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A circle in a plane. */
typedef struct { double x, y, radius; } PivotCircle;

/* Which circles would like to touch: those of i are regions[start[i]] … regions[start[i + 1] − 1]. */
typedef struct
{
  const guint *start;
  const guint *regions;
} PivotAdjacency;

/* Pushes circles apart until none overlaps another, and draws neighbours together. If they will not come apart all radii become
 * smaller by the same factor. adjacency: or NULL. Deterministic. */
void pivot_dorling_place (PivotCircle *circles, guint n, const PivotAdjacency *adjacency);

G_END_DECLS
