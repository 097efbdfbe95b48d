/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-digest.h"

/* As many digits as tell two states of a dataset apart; nobody forges them. */
#define LENGTH 16

static void
add_text (GChecksum  *sum,
          const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, -1);
  /* No text holds this, so that "ab", "c" and "a", "bc" differ. */
  g_checksum_update (sum, (const guchar *) "\x1f", 1);
}

static void
add_number (GChecksum *sum,
            double     number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_text (sum, number == number ? g_ascii_dtostr (text, sizeof text, number) : "");
}

static void
add_words (GChecksum       *sum,
           const PivotText *text)
{
  static const char * const languages[] = { "en", NULL };

  add_text (sum, pivot_text_get_for (text, languages));
}

static void
add_value (GChecksum        *sum,
           const PivotValue *value)
{
  if (value == NULL)
    {
      add_text (sum, NULL);
      return;
    }

  add_number (sum, value->number);
  add_text (sum, pivot_enum_to_nick (PIVOT_TYPE_STATUS, (int) value->status));
  add_text (sum, pivot_enum_to_nick (PIVOT_TYPE_BOUND, (int) value->bound));
  add_text (sum, value->source);
  add_text (sum, value->formula);
}

static char *
finish (GChecksum *sum)
{
  char *text = g_strndup (g_checksum_get_string (sum), LENGTH);

  g_checksum_free (sum);

  return text;
}

/**
 * pivot_digest_measure:
 * @dataset: a dataset
 * @measure: one of its measures
 *
 * Digests the values of a measure.
 *
 * Returns: (transfer full): the digest
 */
char *
pivot_digest_measure (PivotDataset *dataset,
                      PivotMeasure *measure)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n = pivot_dataset_get_n_places (dataset);

  add_text (sum, pivot_measure_get_id (measure));
  add_words (sum, pivot_measure_get_unit (measure));
  add_text (sum, pivot_measure_get_period (measure));
  for (guint i = 0; i < n; i++)
    {
      add_text (sum, pivot_place_get_id (pivot_dataset_get_place (dataset, i)));
      add_value (sum, pivot_measure_get_value (measure, i));
    }

  return finish (sum);
}

static void
add_series (GChecksum   *sum,
            PivotSeries *series)
{
  guint n = pivot_series_get_n_points (series);

  add_text (sum, pivot_series_get_id (series));
  add_words (sum, pivot_series_get_unit (series));
  for (guint i = 0; i < n; i++)
    {
      const PivotPoint *point = pivot_series_get_point (series, i);

      add_text (sum, point->x);
      add_value (sum, point->value);
    }
}

/**
 * pivot_digest_figure:
 * @figure: a figure
 *
 * Digests the points of a figure.
 *
 * Returns: (transfer full): the digest
 */
char *
pivot_digest_figure (PivotFigure *figure)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  GListModel *series = pivot_figure_get_series (figure);
  guint n = g_list_model_get_n_items (series);

  add_text (sum, pivot_figure_get_id (figure));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotSeries) item = g_list_model_get_item (series, i);

      add_series (sum, item);
    }

  return finish (sum);
}

/**
 * pivot_digest_firm:
 * @firm: a firm
 *
 * Digests the events of a firm.
 *
 * Returns: (transfer full): the digest
 */
char *
pivot_digest_firm (PivotFirm *firm)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  GListModel *events = pivot_firm_get_events (firm);
  guint n = g_list_model_get_n_items (events);

  add_text (sum, pivot_firm_get_id (firm));
  add_text (sum, pivot_firm_get_place (firm));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      add_text (sum, pivot_event_get_date (event));
      add_text (sum, pivot_event_get_end (event));
      add_text (sum, pivot_enum_to_nick (PIVOT_TYPE_EVENT_KIND, (int) pivot_event_get_kind (event)));
      add_text (sum, pivot_enum_to_nick (PIVOT_TYPE_PARTY, (int) pivot_event_get_party (event)));
      add_words (sum, pivot_event_get_title (event));
    }

  return finish (sum);
}

/**
 * pivot_digest_dataset:
 * @dataset: a dataset
 *
 * Digests all measures, figures and firms.
 *
 * Returns: (transfer full): the digest
 */
char *
pivot_digest_dataset (PivotDataset *dataset)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  GListModel *lists[] = { pivot_dataset_get_measures (dataset), pivot_dataset_get_figures (dataset),
                          pivot_dataset_get_firms (dataset) };

  add_text (sum, pivot_dataset_get_id (dataset));
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[k]); i++)
      {
        g_autoptr(GObject) item = g_list_model_get_item (lists[k], i);
        g_autofree char *part = NULL;

        if (PIVOT_IS_MEASURE (item))
          part = pivot_digest_measure (dataset, PIVOT_MEASURE (item));
        else if (PIVOT_IS_FIGURE (item))
          part = pivot_digest_figure (PIVOT_FIGURE (item));
        else
          part = pivot_digest_firm (PIVOT_FIRM (item));
        add_text (sum, part);
      }

  return finish (sum);
}
