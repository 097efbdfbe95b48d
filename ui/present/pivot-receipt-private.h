/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-dataset.h"
#include "pivot-receipt.h"

G_BEGIN_DECLS

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_TEXT,
  PROP_STATUS,
  PROP_SOURCE,
  PROP_PUBLISHER,
  PROP_DATE,
  PROP_URL,
  PROP_SOURCE_KIND,
  PROP_NOTE,
  PROP_FORMULA,
  PROP_RANK,
  PROP_FINDING,
  PROP_DISAGREEMENT,
  PROP_DESCRIPTION,
  PROP_PERIOD,
  PROP_PLACE_NAME,
  PROP_PATH,
  PROP_MEASURE,
  N_TEXTS,
  PROP_PLACE = N_TEXTS,
  PROP_MISSING,
  PROP_BOUND,
  PROP_DOUBTFUL,
  N_PROPS
};

/* A number with its origin, put into words once and then never changed. */
struct _PivotReceipt
{
  GObject       parent_instance;

  PivotDataset *dataset;
  GListModel   *findings;          /* or NULL */
  PivotSource  *origin;            /* or NULL; the dataset's */
  char         *source_formula;    /* as the format writes it; or NULL */
  char         *texts[N_TEXTS];    /* by property; NULL: there is none */
  guint         place;
  gboolean      missing;
  gboolean      bound;
  gboolean      doubtful;
};

/* The words of a receipt; NULL for what it does not say. */
typedef struct
{
  const char  *about;         /* whose it is */
  const char  *label;
  const char  *text;
  const char  *description;
  const char  *status;
  const char  *note;
  const char  *formula;
  const char  *finding;
  const char  *disagreement;
  PivotSource *source;
  gboolean     missing;
} PivotReceiptParts;

PivotReceipt *_pivot_receipt_new (PivotDataset *dataset, const PivotReceiptParts *parts) G_GNUC_WARN_UNUSED_RESULT;

/* Texts that make up a receipt (transfer full). */
char *_pivot_formula_to_text (PivotDataset *dataset, const char *formula, guint place);
char *_pivot_findings_to_text (GListModel *findings, const char *path, gboolean *doubtful);
void  _pivot_conflict_append (GString *string, PivotDataset *dataset, PivotCheck *check);
char *_pivot_conflicts_to_text (PivotDataset *dataset, GListModel *findings, const char *path);
char *_pivot_rank_to_text    (PivotMeasure *measure, guint place);

G_END_DECLS
