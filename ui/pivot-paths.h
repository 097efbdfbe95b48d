/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where the program's own files are: as installed, or where PIVOT_DATADIR and PIVOT_LOCALEDIR say (the build tree). */
GFile      *pivot_paths_get_dataset   (void) G_GNUC_WARN_UNUSED_RESULT; /* the dataset that comes with the program */
const char *pivot_paths_get_localedir (void);
/* Where copies of lessons lie that are not saved. */
GFile      *pivot_paths_get_unsaved_lessons (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
