/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

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
