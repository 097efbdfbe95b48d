/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A text in one or several languages, as datasets hold them. Refcounted, immutable. */
typedef struct _PivotText PivotText;

#define PIVOT_TYPE_TEXT (pivot_text_get_type ())
GType       pivot_text_get_type (void);
PivotText  *pivot_text_new      (const char *text);                 /* the same in every language */
PivotText  *pivot_text_new_take_table (GHashTable *by_language);    /* char* tag → char* text, owned strings */
PivotText  *pivot_text_ref      (PivotText *self);
void        pivot_text_unref    (PivotText *self);
/* In the languages of this process (g_get_language_names ()), else "en", else any. NULL self gives NULL. */
const char *pivot_text_get      (const PivotText *self);
const char *pivot_text_get_for  (const PivotText *self, const char * const *languages);
/* Every wording, for searching (transfer container). */
GPtrArray  *pivot_text_get_all  (const PivotText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotText, pivot_text_unref)

G_END_DECLS
