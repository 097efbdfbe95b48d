/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exporting from the command line: no display, no bus, no main loop. One for a process. */
typedef struct _PivotBatch PivotBatch;

/* What ends the process. */
enum
{
  PIVOT_BATCH_DONE = 0,
  PIVOT_BATCH_FAILED = 1,   /* the dataset could not be read, or a file not written */
  PIVOT_BATCH_MISUSED = 2,  /* the command line asks for what there is not */
};

PivotBatch   *pivot_batch_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void          pivot_batch_free      (PivotBatch *self);
/* The options of --help-export (transfer full); valid as long as self. */
GOptionGroup *pivot_batch_get_group (PivotBatch *self);
/* Takes the language that a command line asks for. To be called before any text is translated: GLib decides at the first one whether it
 * translates at all. */
void          pivot_batch_use_language (int argc, char *argv[]);
/* After the options were read: whether an export is asked for. */
gboolean      pivot_batch_is_asked  (PivotBatch *self);
/* dataset: a folder. view: JSON, or name of a file that holds it; or NULL. Prints what goes wrong. */
int           pivot_batch_run       (PivotBatch *self, GFile *dataset, const char *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotBatch, pivot_batch_free)

G_END_DECLS
