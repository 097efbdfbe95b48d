/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-session-options.h"

/**
 * pivot_present_receipts:
 * @dataset: a dataset
 * @place: index of a place
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Makes the receipts of every measure for one place, in the dataset's order, including those without a value.
 *
 * Returns: (transfer full): list of `PivotReceipt`, empty if there is no such place
 */
GListModel *
pivot_present_receipts (PivotDataset *dataset,
                        guint         place,
                        GListModel   *findings)
{
  GListStore *store;
  GListModel *measures;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);

  store = g_list_store_new (PIVOT_TYPE_RECEIPT);
  if (place >= pivot_dataset_get_n_places (dataset))
    return G_LIST_MODEL (store);

  measures = pivot_dataset_get_measures (dataset);
  n = g_list_model_get_n_items (measures);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
      g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_measure (dataset, measure, place, findings);

      g_list_store_append (store, receipt);
    }

  return G_LIST_MODEL (store);
}

/**
 * pivot_present_session_receipts:
 * @session: a session
 * @place: index of a place
 * @findings: (nullable): what pivot_audit_run() says of its dataset
 *
 * Makes the receipts of every measure for one place as the session has it: what is assumed, or follows from that, says so.
 *
 * Returns: (transfer full): list of `PivotReceipt`, empty without a dataset or if there is no such place
 */
GListModel *
pivot_present_session_receipts (PivotSession *session,
                                guint         place,
                                GListModel   *findings)
{
  GListStore *store;
  PivotDataset *dataset, *scenario;
  GListModel *measures;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  store = g_list_store_new (PIVOT_TYPE_RECEIPT);
  dataset = pivot_session_get_dataset (session);
  scenario = pivot_session_get_scenario (session);
  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset))
    return G_LIST_MODEL (store);

  measures = pivot_dataset_get_measures (scenario);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (measures, i);
      /* The audit is of the dataset, and says nothing of what is assumed. */
      gboolean is_own = pivot_dataset_find_measure (dataset, pivot_measure_get_id (measure)) == measure;
      g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_measure (scenario, measure, place, is_own ? findings : NULL);

      g_list_store_append (store, receipt);
    }

  return G_LIST_MODEL (store);
}

/**
 * pivot_present_firms:
 * @dataset: a dataset
 * @place: index of a place
 *
 * Gets the firms of a place, in the dataset's order.
 *
 * Returns: (transfer full): list of `PivotFirm`
 */
GListModel *
pivot_present_firms (PivotDataset *dataset,
                     guint         place)
{
  GListStore *store;
  GListModel *firms;
  const char *id;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);

  store = g_list_store_new (PIVOT_TYPE_FIRM);
  if (place >= pivot_dataset_get_n_places (dataset))
    return G_LIST_MODEL (store);

  id = pivot_place_get_id (pivot_dataset_get_place (dataset, place));
  firms = pivot_dataset_get_firms (dataset);
  n = g_list_model_get_n_items (firms);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);

      if (g_strcmp0 (pivot_firm_get_place (firm), id) == 0)
        g_list_store_append (store, firm);
    }

  return G_LIST_MODEL (store);
}

/**
 * pivot_present_firm_places:
 * @session: a session
 * @n: (out): how many
 *
 * Finds where the selected firms are.
 *
 * Returns: (transfer full) (array length=n): indexes of places, each once; firms of which no place is known have none
 */
guint *
pivot_present_firm_places (PivotSession *session,
                           guint        *n)
{
  PivotDataset *dataset;
  g_auto(GStrv) ids = NULL;
  GArray *places;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  ids = pivot_session_get_list (session, PIVOT_OPTION_FIRMS_SELECTED);
  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; dataset != NULL && ids[i] != NULL; i++)
    {
      PivotFirm *firm = pivot_dataset_find_firm (dataset, ids[i]);
      int place = firm != NULL ? pivot_dataset_get_place_index (dataset, pivot_firm_get_place (firm)) : -1;
      gboolean seen = place < 0;

      for (guint j = 0; j < places->len && !seen; j++)
        seen = g_array_index (places, guint, j) == (guint) place;
      if (!seen)
        g_array_append_val (places, place);
    }

  *n = places->len;

  return (guint *) (gpointer) g_array_free (places, FALSE);
}
