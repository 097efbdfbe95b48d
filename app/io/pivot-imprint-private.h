/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-imprint.h"

G_BEGIN_DECLS

PivotImprint *_pivot_imprint_parse (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
