/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"

#include "pivot-present-private.h"
#include "pivot-receipt-private.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

/**
 * pivot_present_method_label:
 * @method: how classes are made
 *
 * Gets the name of a method.
 *
 * Returns: (transfer none): the name, translated
 */
const char *
pivot_present_method_label (PivotMethod method)
{
  switch (method)
    {
    case PIVOT_METHOD_QUANTILE:
      return _("Quantiles");
    case PIVOT_METHOD_EQUAL:
      return _("Equal intervals");
    case PIVOT_METHOD_NATURAL:
      return _("Natural breaks");
    case PIVOT_METHOD_STANDARD:
      return _("Standard deviations");
    case PIVOT_METHOD_BOX:
      return _("Box plot");
    case PIVOT_METHOD_PRETTY:
      return _("Round numbers");
    case PIVOT_METHOD_MANUAL:
      return _("Own breaks");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * pivot_present_measure_title:
 * @measure: a measure
 *
 * Writes the title of an axis or a column: the label with its unit.
 *
 * Returns: (transfer full): "Share of all Little Giants (%)"
 */
char *
pivot_present_measure_title (PivotMeasure *measure)
{
  const char *label, *unit;

  g_return_val_if_fail (PIVOT_IS_MEASURE (measure), NULL);

  label = pivot_text_get (pivot_measure_get_label (measure));
  unit = pivot_text_get (pivot_measure_get_unit (measure));
  if (unit == NULL || *unit == '\0')
    return g_strdup (label);

  /* Translators: a measure and its unit, "Talent gap (percentage points)". */
  return g_strdup_printf (C_("measure", "%1$s (%2$s)"), label, unit);
}

/* The place if session and index have one. */
static PivotPlace *
find_place (PivotSession *session,
            guint         place)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);

  if (dataset == NULL || place >= pivot_dataset_get_n_places (dataset))
    return NULL;

  return pivot_dataset_get_place (dataset, place);
}

static void
append_tooltip_line (GString      *string,
                     PivotMeasure *measure,
                     guint         place)
{
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;

  if (measure == NULL)
    return;

  if (_pivot_present_value (measure, place) != NULL)
    value = pivot_units_format_measure (measure, place);
  else
    value = g_strdup (_("no data: not in the source"));

  /* Translators: a line of the tooltip: measure and value, "Talent gap: 1.17 percentage points". */
  line = g_markup_printf_escaped (C_("tooltip", "%1$s: %2$s"), pivot_text_get (pivot_measure_get_label (measure)), value);
  g_string_append_c (string, '\n');
  g_string_append (string, line);
}

/**
 * pivot_present_tooltip:
 * @session: a session
 * @place: index of a place
 *
 * Writes what is shown beside the pointer: name, value of both measures, rank.
 *
 * Returns: (transfer full) (nullable): Pango markup; %NULL if there is no such place
 */
char *
pivot_present_tooltip (PivotSession *session,
                       guint         place)
{
  PivotMeasure *measure, *against;
  PivotPlace *item;
  GString *string;
  g_autofree char *name = NULL;
  g_autofree char *rank = NULL;
  g_autofree char *insight = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  item = find_place (session, place);
  if (item == NULL)
    return NULL;

  measure = pivot_session_get_measure (session);
  against = pivot_session_get_against (session);
  name = g_markup_escape_text (pivot_text_get (pivot_place_get_name (item)), -1);
  string = g_string_new (NULL);
  g_string_append_printf (string, "<b>%s</b>", name);
  append_tooltip_line (string, measure, place);

  rank = measure != NULL ? _pivot_rank_to_text (measure, place) : NULL;
  if (rank != NULL)
    {
      g_string_append_c (string, '\n');
      /* Translators: the rank of a place, "Rank 1 of 10". */
      g_string_append_printf (string, _("Rank %s"), rank);
    }
  if (against != measure)
    append_tooltip_line (string, against, place);

  if (pivot_session_is_supposed (session, place))
    /* Translators: in the tooltip of a place whose numbers are assumed. */
    g_string_append_printf (string, "\n<i>%s</i>", _("Assumed, in no source"));

  insight = _pivot_present_insight (session, place);
  if (insight != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (insight, -1);

      g_string_append_printf (string, "\n<i>%s</i>", escaped);
    }

  return g_string_free (string, FALSE);
}

/* Highest and lowest, named; several places may share an end, so the first is named and the others counted. */
static char *
extreme_to_text (PivotDataset *dataset,
                 PivotMeasure *measure,
                 gboolean      highest)
{
  guint n, at = G_MAXUINT, n_equal = 0;
  const double *numbers = pivot_measure_get_numbers (measure, &n);
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (numbers[i] != numbers[i])
        continue;
      if (at == G_MAXUINT || (highest ? numbers[i] > numbers[at] : numbers[i] < numbers[at]))
        {
          at = i;
          n_equal = 0;
        }
      else if (numbers[i] == numbers[at])
        n_equal++;
    }
  if (at == G_MAXUINT)
    return NULL;

  value = pivot_units_format_measure (measure, at);
  if (n_equal == 0)
    name = g_strdup (_pivot_present_short_name (dataset, at));
  else
    /* Translators: the first of several places that share a value, and how many more there are. */
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s and %2$u more", "%1$s and %2$u more", n_equal),
                            _pivot_present_short_name (dataset, at), n_equal);

  return g_strdup_printf (highest
                          /* Translators: place and value, "Highest: Beijing with 8.45 percentage points." */
                          ? _("Highest: %1$s with %2$s.")
                          /* Translators: place and value, "Lowest: Zhejiang with −4.82 percentage points." */
                          : _("Lowest: %1$s with %2$s."),
                          name, value);
}

/* What is drawn, with the measure's title. */
static char *
layout_to_text (PivotSession *session,
                const char   *title)
{
  PivotMeasure *sizes;
  g_autofree char *size_title = NULL;

  switch (pivot_present_layout (session))
    {
    case PIVOT_LAYOUT_GRID:
      /* Translators: what is shown: a measure with its unit, as a grid of equal squares. */
      return g_strdup_printf (_("Tile grid of %s, an equal square for each place."), title);

    case PIVOT_LAYOUT_CIRCLES:
      sizes = pivot_present_size_measure (session);
      if (sizes == NULL)
        /* Translators: what is shown: a measure with its unit, as circles. */
        return g_strdup_printf (_("Circles of %s, all of the same size."), title);

      size_title = pivot_present_measure_title (sizes);
      /* Translators: what is shown: two measures with their units, one by colour and one by area. */
      return g_strdup_printf (_("Circles coloured by %1$s, their area by %2$s."), title, size_title);

    case PIVOT_LAYOUT_MAP:
    default:
      /* Translators: what the map shows: a measure with its unit. */
      return g_strdup_printf (_("Map of %s."), title);
    }
}

/* What the colours tell. */
static void
append_mapping (GString            *string,
                PivotSession       *session,
                const PivotClasses *classes)
{
  PivotMapping mapping = pivot_session_get_mapping (session);
  PivotMeasure *against = pivot_session_get_against (session);
  guint n_classes = pivot_classes_get_n (classes);
  g_autoptr(PivotLegend) legend = NULL;
  PivotStyle style;

  if (against != NULL && (mapping == PIVOT_MAPPING_BIVARIATE || mapping == PIVOT_MAPPING_PAIR))
    /* Translators: what the map shows besides its measure: another one. */
    _pivot_present_append_sentence (string, g_strdup_printf (_("With %s."), pivot_text_get (pivot_measure_get_label (against))));

  if (mapping == PIVOT_MAPPING_CLASSES || mapping == PIVOT_MAPPING_PAIR)
    {
      _pivot_present_append_sentence (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u class.",
                                                                            "%1$s, %2$u classes.", n_classes),
                                                               pivot_present_method_label (pivot_session_get_method (session)),
                                                               n_classes));
      return;
    }

  pivot_style_init_light (&style);
  legend = pivot_legend_new (session, &style);
  if (*legend->sentence != '\0')
    _pivot_present_append_sentence (string, g_strdup (legend->sentence));
  _pivot_present_append_sentence (string, g_strconcat (legend->method, ".", NULL));
}

/**
 * pivot_present_map_sentence:
 * @session: a session
 *
 * Writes what the map shows, for speech and alt text: measure, coverage, classes, highest, lowest, missing.
 *
 * Returns: (transfer full): the sentences
 */
char *
pivot_present_map_sentence (PivotSession *session)
{
  PivotDataset *dataset;
  PivotMeasure *measure;
  const PivotClasses *classes;
  GString *string;
  g_autofree char *title = NULL;
  guint n_places, n_values;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  measure = dataset != NULL ? pivot_session_get_measure (session) : NULL;
  if (measure == NULL)
    return g_strdup (dataset == NULL ? _("No dataset is open.") : _("The map shows no measure."));

  n_places = pivot_dataset_get_n_places (dataset);
  n_values = pivot_measure_get_n_values (measure);
  title = pivot_present_measure_title (measure);
  string = g_string_new (NULL);

  _pivot_present_append_sentence (string, layout_to_text (session, title));
  _pivot_present_append_sentence (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u place has a value.",
                                                         "%1$u of %2$u places have a value.", n_places),
                                            n_values, n_places));
  classes = pivot_session_get_measure_classes (session);
  if (classes != NULL)
    {
      _pivot_present_append_sentence (string, extreme_to_text (dataset, measure, TRUE));
      _pivot_present_append_sentence (string, extreme_to_text (dataset, measure, FALSE));
      append_mapping (string, session, classes);
    }
  if (n_values < n_places)
    _pivot_present_append_sentence (string, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place has no data and no colour.",
                                                           "%u places have no data and no colour.",
                                                           n_places - n_values),
                                              n_places - n_values));

  return g_string_free (string, FALSE);
}
