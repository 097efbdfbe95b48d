/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-batch.h"
#include "pivot-dataset.h"
#include "pivot-export.h"

G_BEGIN_DECLS

struct _PivotBatch
{
  /* As the command line gives them; NULL or 0 if it does not. */
  char    *what;
  char    *output;
  char    *format;
  char    *measure;
  char    *against;
  char    *selection;
  char    *firm;
  char    *method;
  int      classes;
  char    *palette;
  char    *theme;
  char    *size;
  double   scale;
  char    *language;
  char    *projection;
  char    *parts;
  gboolean transparent;
  gboolean outlines;

  PivotDataset       *dataset;
  char               *view;      /* JSON, or NULL */
  PivotExportOptions  options;
  gboolean            has_format;
};

/* Says what is wrong on the standard error stream, with the program's name. */
void          _pivot_batch_complain     (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A session with the view and what the command line says over it; NULL if that does not fit, which was said then. */
PivotSession *_pivot_batch_open_session (PivotBatch *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      _pivot_batch_write        (GFile *file, GBytes *bytes);
int           _pivot_batch_run_all      (PivotBatch *self);

G_END_DECLS
