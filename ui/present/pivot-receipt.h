/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-dataset.h"

G_BEGIN_DECLS

/* A number as a person reads it, and where it comes from. Immutable, all texts in the user's language.
 * Readable properties (strings, NULL if there is none): label ("Share of all Little Giants"), text ("9.87%", "no data"),
 * status ("printed in the series"), source (title), publisher, date, url, source-kind, note, formula (with names: "share of
 * postgraduates 5.05 − share of firms 9.87"), rank ("1 of 10"), finding ("Does not add up: 3.52 − 2.35 = 1.17, printed 1.16"),
 * description and period of the measure, or title of the figure, place-name, or what the point of the figure is; disagreement
 * (statements of other sources, and what the dataset makes of them); path (of the value); measure (id), place (index),
 * missing, bound, doubtful (booleans; doubtful: the number itself does not add up, not only a figure it is used in). */
#define PIVOT_TYPE_RECEIPT (pivot_receipt_get_type ())
G_DECLARE_FINAL_TYPE (PivotReceipt, pivot_receipt, PIVOT, RECEIPT, GObject)

/* findings: of pivot_audit_run (), or NULL. */
PivotReceipt *pivot_receipt_new_for_measure (PivotDataset *dataset, PivotMeasure *measure, guint place,
                                             GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* path: "measure/place" or "figure/series/x"; NULL if there is no such value. */
PivotReceipt *pivot_receipt_new_for_path    (PivotDataset *dataset, const char *path, GListModel *findings) G_GNUC_WARN_UNUSED_RESULT;
/* Of a fact that is no number of a measure. text: NULL if it is not known; status: "sourced" …, or NULL if that is not known. */
PivotReceipt *pivot_receipt_new_for_fact    (PivotDataset *dataset, const char *about, const char *label, const char *text,
                                             const char *status, PivotSource *source,
                                             const char *note) G_GNUC_WARN_UNUSED_RESULT;
const char   *pivot_receipt_get_label       (PivotReceipt *self);
const char   *pivot_receipt_get_text        (PivotReceipt *self);
const char   *pivot_receipt_get_status      (PivotReceipt *self);
const char   *pivot_receipt_get_source      (PivotReceipt *self);
const char   *pivot_receipt_get_url         (PivotReceipt *self);
const char   *pivot_receipt_get_note        (PivotReceipt *self);
const char   *pivot_receipt_get_formula     (PivotReceipt *self);
const char   *pivot_receipt_get_rank        (PivotReceipt *self);
const char   *pivot_receipt_get_finding     (PivotReceipt *self);
const char   *pivot_receipt_get_disagreement(PivotReceipt *self);
const char   *pivot_receipt_get_path        (PivotReceipt *self);
PivotSource  *pivot_receipt_get_origin      (PivotReceipt *self); /* the source itself; or NULL (transfer none) */
/* Receipts of the numbers that the formula takes, each once, maybe none (of PivotReceipt, transfer full). */
GListModel   *pivot_receipt_get_inputs      (PivotReceipt *self) G_GNUC_WARN_UNUSED_RESULT;
const char   *pivot_receipt_get_measure     (PivotReceipt *self);
gboolean      pivot_receipt_is_missing      (PivotReceipt *self);
gboolean      pivot_receipt_is_bound        (PivotReceipt *self);
gboolean      pivot_receipt_is_doubtful     (PivotReceipt *self);
/* All of it as plain text lines, for copying and speech (transfer full). */
char         *pivot_receipt_to_text         (PivotReceipt *self);

G_END_DECLS
