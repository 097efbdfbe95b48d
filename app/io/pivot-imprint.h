/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

#define PIVOT_IMPRINT_MAX_SIZE (256 * 1024 * 1024)
/* How files name it: a keyword of PNG, an element of SVG, a key of PDF. */
#define PIVOT_IMPRINT_NAME "PivotExplorer"
#define PIVOT_IMPRINT_NAMESPACE "urn:org.pivot.Explorer"

/* What a picture carries so that the program can show again what it shows: the view, which dataset it is of, and digests of the data
 * it was made from. */
typedef struct
{
  char       *view;      /* view JSON */
  char       *dataset;   /* id */
  char       *digest;    /* of the whole dataset */
  GHashTable *parts;     /* "measure:lg-share" → digest: what is shown */
} PivotImprint;

/* As JSON (transfer full). figure, firm: what is shown besides the measures, or NULL. */
char         *pivot_imprint_write       (PivotSession *session, PivotFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* Finds the imprint of a PNG, SVG or PDF. G_IO_ERROR_NOT_SUPPORTED if the file has none. */
PivotImprint *pivot_imprint_read        (GBytes *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_imprint_free        (PivotImprint *self);
/* Whether the bytes are those of a kind of file that may have one, not whether this one does. */
gboolean      pivot_imprint_knows       (const guint8 *bytes, gsize size);
/* Labels of what is shown and is no longer as it was (transfer full, NULL-terminated; empty: nothing). */
char        **pivot_imprint_get_changes (PivotImprint *self, PivotDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotImprint, pivot_imprint_free)

G_END_DECLS
