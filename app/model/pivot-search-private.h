/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-search.h"

G_BEGIN_DECLS

PivotSearchHit *_pivot_search_hit_new (PivotDataset    *dataset,
                                       PivotSearchKind  kind,
                                       gpointer         object,
                                       const char      *matched,
                                       guint            score) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
