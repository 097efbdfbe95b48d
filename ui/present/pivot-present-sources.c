/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-present-private.h"

#include <glib/gi18n-lib.h>

/* How many sources are named before the rest is counted. */
#define MAX_NAMED_SOURCES 2

/*
 * _pivot_present_append_sentence:
 * @string: sentences so far
 * @sentence: (transfer full) (nullable): one more
 *
 * Appends a sentence, if there is one, and takes it.
 */
void
_pivot_present_append_sentence (GString *string,
                                char    *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    {
      if (string->len > 0)
        /* Translators: a sentence after others; some languages have no space between them. */
        g_string_append_printf (string, C_("next sentence", " %s"), sentence);
      else
        g_string_append (string, sentence);
    }

  g_free (sentence);
}

/* How many values a source gives. */
typedef struct
{
  const char *id;
  guint       n_values;
} SourceUse;

static void
count_source (GArray     *uses,
              const char *id)
{
  SourceUse use = { id, 1 };

  for (guint i = 0; i < uses->len; i++)
    if (g_str_equal (g_array_index (uses, SourceUse, i).id, id))
      {
        g_array_index (uses, SourceUse, i).n_values++;
        return;
      }

  g_array_append_val (uses, use);
}

/* The sources of a measure's values, or of what it is derived from. Ends, since the format forbids circles. */
static void
collect_sources (PivotDataset *dataset,
                 PivotMeasure *measure,
                 GArray       *uses)
{
  const char * const *of = pivot_measure_get_of (measure);
  guint n = pivot_dataset_get_n_places (dataset);

  for (guint i = 0; of != NULL && of[i] != NULL; i++)
    {
      PivotMeasure *input = pivot_dataset_find_measure (dataset, of[i]);

      if (input != NULL)
        collect_sources (dataset, input, uses);
    }
  if (of != NULL && of[0] != NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      const PivotValue *value = _pivot_present_value (measure, i);

      if (value != NULL && value->source != NULL)
        count_source (uses, value->source);
    }
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  guint n_a = ((const SourceUse *) a)->n_values;
  guint n_b = ((const SourceUse *) b)->n_values;

  return (n_a < n_b) - (n_a > n_b);
}

/* Those that give the most values are named, the others counted. */
static char *
sources_to_text (PivotDataset *dataset,
                 PivotMeasure *measure)
{
  g_autoptr(GArray) uses = g_array_new (FALSE, FALSE, sizeof (SourceUse));
  GString *string = g_string_new (NULL);
  guint n_more;

  collect_sources (dataset, measure, uses);
  g_array_sort (uses, compare_uses);
  for (guint i = 0; i < uses->len && i < MAX_NAMED_SOURCES; i++)
    {
      const char *id = g_array_index (uses, SourceUse, i).id;
      PivotSource *source = pivot_dataset_find_source (dataset, id);

      if (string->len > 0)
        /* Translators: between the titles of sources. */
        g_string_append (string, C_("source separator", "; "));
      g_string_append (string, source != NULL ? pivot_text_get (pivot_source_get_title (source)) : id);
    }

  n_more = uses->len > MAX_NAMED_SOURCES ? uses->len - MAX_NAMED_SOURCES : 0;
  if (n_more > 0)
    {
      /* Translators: after the titles of the first sources. The space stands between the two. */
      g_string_append_printf (string, g_dngettext (GETTEXT_PACKAGE, " and %u more source", " and %u more sources", n_more),
                              n_more);
    }

  return g_string_free (string, string->len == 0);
}

/**
 * pivot_present_data_line:
 * @session: a session
 *
 * Writes where the numbers on the map come from: those sources first that give the most.
 *
 * A derived measure names the sources of what it is derived from.
 *
 * Returns: (transfer full): "Data: ….", "" without a dataset or without a value
 */
char *
pivot_present_data_line (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  g_autofree char *sources = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  measure = dataset != NULL ? pivot_session_get_measure (session) : NULL;
  sources = measure != NULL ? sources_to_text (dataset, measure) : NULL;
  if (sources == NULL)
    return g_strdup ("");

  /* Translators: the source line: titles of sources. */
  return g_strdup_printf (_("Data: %s."), sources);
}

/**
 * pivot_present_boundaries_line:
 * @session: a session
 *
 * Writes who made the boundaries, in their own words.
 *
 * Returns: (transfer full): "Boundaries: ….", "" if the dataset does not say
 */
char *
pivot_present_boundaries_line (PivotSession *session)
{
  PivotDataset *dataset;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  if (dataset == NULL || pivot_dataset_get_attribution (dataset) == NULL)
    return g_strdup ("");

  /* Translators: the source line: who made the boundaries, in their own words. */
  return g_strdup_printf (_("Boundaries: %s."), pivot_dataset_get_attribution (dataset));
}

/**
 * pivot_present_source_line:
 * @session: a session
 *
 * Writes where what the map shows comes from: the numbers, and the boundaries.
 *
 * Returns: (transfer full): the line, "" without a dataset
 */
char *
pivot_present_source_line (PivotSession *session)
{
  GString *string;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  string = g_string_new (NULL);
  _pivot_present_append_sentence (string, pivot_present_data_line (session));
  _pivot_present_append_sentence (string, pivot_present_boundaries_line (session));

  return g_string_free (string, FALSE);
}
