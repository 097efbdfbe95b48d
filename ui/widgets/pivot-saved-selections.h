/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selections that a person has given a name, by dataset, kept in the settings. Where those are not installed they last as long as the
 * program. */
char **pivot_saved_selections_list   (const char *dataset);                     /* names in order (transfer full) */
char **pivot_saved_selections_get    (const char *dataset, const char *name);   /* ids of places, or NULL (transfer full) */
/* Under a name that is there already it takes its place. */
void   pivot_saved_selections_save   (const char *dataset, const char *name, const char * const *places);
void   pivot_saved_selections_rename (const char *dataset, const char *name, const char *new_name);
void   pivot_saved_selections_delete (const char *dataset, const char *name);

G_END_DECLS
