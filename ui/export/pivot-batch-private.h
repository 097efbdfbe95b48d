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
  int      seed;
  char    *level;
  int      questions;
  char    *paper;
  char    *key;
  gboolean transparent;
  gboolean outlines;
  gboolean notes;

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
/* Where to: the standard output, or a file (transfer full). */
gboolean      _pivot_batch_to_output    (PivotBatch *self);
int           _pivot_batch_print        (GBytes *bytes);
GFile        *_pivot_batch_get_file     (PivotBatch *self) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE. */
gboolean      _pivot_batch_complain_of_word (const char *option, const char *word, const char * const *words);
/* Options of a worksheet over what the view says; FALSE if one does not fit, which was said then. */
gboolean      _pivot_batch_set_worksheet (PivotBatch *self, PivotSession *session);
/* The worksheet, and the key as its options say. */
int           _pivot_batch_run_worksheet (PivotBatch *self);
int           _pivot_batch_run_all      (PivotBatch *self);

G_END_DECLS
