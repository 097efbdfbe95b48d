/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Lends libshumate its projection and zoom levels, and has no tiles: nothing is ever fetched. */
#define PIVOT_TYPE_OFFLINE_SOURCE (pivot_offline_source_get_type ())
G_DECLARE_FINAL_TYPE (PivotOfflineSource, pivot_offline_source, PIVOT, OFFLINE_SOURCE, ShumateMapSource)

ShumateMapSource *pivot_offline_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
