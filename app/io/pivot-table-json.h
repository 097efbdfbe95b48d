/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-table.h"

G_BEGIN_DECLS

/* What a file of a table says of itself; each may be NULL. */
typedef struct
{
  const char *title;
  const char *source;
  const char *license;
  const char *imprint;   /* JSON */
} PivotTableInfo;

/* {"title", "source", "license", "view", "columns": [{"id", "title", "unit"}], "rows": [{column id: value}]} (transfer full).
 * A limit is {"value": 9.0, "bound": "above"}, what is missing is null. */
char *pivot_table_to_json (PivotTable *self, const PivotTableInfo *info) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
