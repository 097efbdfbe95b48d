/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"

G_BEGIN_DECLS

/* What only the loader may do: build the parts. Owned by whoever writes the loader; extend as needed. */

G_END_DECLS
