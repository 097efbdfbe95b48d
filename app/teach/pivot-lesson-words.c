/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-words.h"

#include "pivot-lesson-fit.h"
#include "pivot-session-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 3

typedef enum
{
  FLAG,
  WORD,
  LIST,
} Kind;

/* What was done is told by the first of these that is another. */
static const struct
{
  PivotOption option;
  Kind        kind;
  const char *words;
} option_words[] = {
  { PIVOT_OPTION_LAYOUT, WORD, N_("Another layout of the map") },
  { PIVOT_OPTION_MAPPING, WORD, N_("Other colours of the map") },
  { PIVOT_OPTION_CUTS, LIST, N_("Other cuts") },
  { PIVOT_OPTION_SIZE_BY, WORD, N_("Other sizes of the circles") },
  { PIVOT_OPTION_VISION, WORD, N_("Another colour vision") },
  { PIVOT_OPTION_HATCHING, FLAG, N_("Hatching") },
  { PIVOT_OPTION_STABILITY, FLAG, N_("Marks of places on an edge") },
  { PIVOT_OPTION_FIRM_FILTER, WORD, N_("Firms filtered") },
  { PIVOT_OPTION_FIRM_FACETS, LIST, N_("Firms filtered") },
  { PIVOT_OPTION_FIRM_SORT, WORD, N_("Firms sorted") },
  { PIVOT_OPTION_FIRMS_SELECTED, LIST, N_("Firms selected") },
  { PIVOT_OPTION_COMPARED_FIRMS, LIST, N_("Firms compared") },
  { PIVOT_OPTION_ALIGN, WORD, N_("Another time axis") },
  { PIVOT_OPTION_HIDDEN_EVENTS, LIST, N_("Events filtered") },
  { PIVOT_OPTION_TIMELINE_RANGE, WORD, N_("Another part of the time axis") },
  { PIVOT_OPTION_TABLE, WORD, N_("Another table") },
  { PIVOT_OPTION_TABLE_FILTER, WORD, N_("Table filtered") },
  { PIVOT_OPTION_TABLE_SORT, WORD, N_("Table sorted") },
  { PIVOT_OPTION_HIDDEN_SERIES, LIST, N_("Series hidden or shown") },
  { PIVOT_OPTION_ACTIVITY, WORD, N_("Another activity") },
};

static PivotSession *
open_view (PivotDataset *dataset,
           const char   *view)
{
  PivotSession *session = pivot_session_new ();
  g_autofree char *fitting = pivot_lesson_fit_view (dataset, view, NULL);

  pivot_session_set_dataset (session, dataset);
  pivot_session_apply_json (session, fitting, FALSE, NULL);

  return session;
}

static const char *
get_page_name (PivotPage page)
{
  static const char * const names[] = { N_("Map"), N_("Firms"), N_("Story"), N_("Data"), N_("Teach") };

  return _(names[page]);
}

static const char *
get_measure (PivotMeasure *measure)
{
  return measure != NULL ? pivot_text_get (pivot_measure_get_label (measure)) : "";
}

static const char *
get_firm (PivotSession *session)
{
  const char *id = pivot_session_get_firm (session);
  PivotFirm *firm = id != NULL ? pivot_dataset_find_firm (pivot_session_get_dataset (session), id) : NULL;

  return firm != NULL ? pivot_text_get (pivot_firm_get_name (firm)) : NULL;
}

/* The title of the figure or of the step of the story that a view is at, or NULL. */
static char *
get_story_step (PivotSession *session)
{
  const char *id = pivot_session_get_figure (session);
  PivotFigure *figure = id != NULL ? pivot_dataset_find_figure (pivot_session_get_dataset (session), id) : NULL;
  GListModel *stories = pivot_dataset_get_stories (pivot_session_get_dataset (session));
  const char *word = pivot_session_get_word (session, PIVOT_OPTION_STORY_STEP);
  const char *slash = strchr (word, '/');
  guint64 part = *word != '\0' ? g_ascii_strtoull (word, NULL, 10) : 1;
  guint64 index = slash != NULL ? g_ascii_strtoull (slash + 1, NULL, 10) : 1;
  g_autoptr(PivotStory) story = part > 0 ? g_list_model_get_item (stories, (guint) part - 1) : NULL;
  g_autoptr(PivotStep) step = NULL;

  if (figure != NULL)
    return g_strdup (pivot_text_get (pivot_figure_get_title (figure)));
  if (story != NULL && index > 0)
    step = g_list_model_get_item (pivot_story_get_steps (story), (guint) index - 1);

  return step != NULL ? g_strdup (pivot_text_get (pivot_step_get_title (step))) : NULL;
}

static char *
name_places (PivotSession *session)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  g_autofree guint *places = NULL;
  guint n;

  places = pivot_session_get_selected (session, &n);
  if (n == 0)
    return g_strdup (_("no place"));
  if (n > MAX_NAMES)
    return g_strdup_printf (ngettext ("%u place", "%u places", n), n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (pivot_session_get_dataset (session),
                                                                                           places[i]))));
  list = g_strv_builder_end (names);

  return g_strjoinv (C_("list separator", ", "), list);
}

static char *
describe_map (PivotSession *session)
{
  g_autofree char *places = name_places (session);
  const char *measure = get_measure (pivot_session_get_measure (session));

  if (pivot_session_get_n_selected (session) == 0)
    /* Translators: what a view shows: the name of a measure. */
    return g_strdup_printf (_("Map: %s"), measure);

  /* Translators: what a view shows: the name of a measure, and the places that are selected. */
  return g_strdup_printf (_("Map: %1$s · %2$s"), measure, places);
}

static char *
describe (PivotSession *session)
{
  PivotPage page = pivot_session_get_page (session);
  g_autofree char *subject = NULL;

  if (page == PIVOT_PAGE_MAP)
    return describe_map (session);

  if (page == PIVOT_PAGE_FIRMS)
    subject = g_strdup (get_firm (session));
  else if (page == PIVOT_PAGE_STORY)
    subject = get_story_step (session);

  if (subject == NULL)
    return g_strdup (get_page_name (page));

  /* Translators: a page of the program, and what is shown on it. */
  return g_strdup_printf (_("%1$s: %2$s"), get_page_name (page), subject);
}

/**
 * pivot_lesson_words_for_view: (skip)
 * @dataset: a dataset
 * @view: view JSON
 *
 * Returns: (transfer full): what the view shows with this dataset
 */
char *
pivot_lesson_words_for_view (PivotDataset *dataset,
                             const char   *view)
{
  g_autoptr(PivotSession) session = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  session = open_view (dataset, view);

  return describe (session);
}

static gboolean
is_same_selection (PivotSession *a,
                   PivotSession *b)
{
  guint n_a, n_b;
  g_autofree guint *places_a = pivot_session_get_selected (a, &n_a);
  g_autofree guint *places_b = pivot_session_get_selected (b, &n_b);

  return n_a == n_b && (n_a == 0 || memcmp (places_a, places_b, n_a * sizeof (guint)) == 0);
}

static gboolean
is_same_option (PivotSession *a,
                PivotSession *b,
                PivotOption   option,
                Kind          kind)
{
  g_auto(GStrv) list_a = NULL, list_b = NULL;

  if (kind == FLAG)
    return pivot_session_get_flag (a, option) == pivot_session_get_flag (b, option);
  if (kind == WORD)
    return strcmp (pivot_session_get_word (a, option), pivot_session_get_word (b, option)) == 0;

  list_a = pivot_session_get_list (a, option);
  list_b = pivot_session_get_list (b, option);

  return g_strv_equal ((const char * const *) list_a, (const char * const *) list_b);
}

static const char *
describe_option (PivotSession *before,
                 PivotSession *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (option_words); i++)
    if (!is_same_option (before, after, option_words[i].option, option_words[i].kind))
      return _(option_words[i].words);

  return NULL;
}

static char *
describe_measures (PivotSession *before,
                   PivotSession *after)
{
  if (pivot_session_get_measure (before) != pivot_session_get_measure (after))
    /* Translators: what was done: the name of the measure that was chosen. */
    return g_strdup_printf (_("Measure: %s"), get_measure (pivot_session_get_measure (after)));
  if (pivot_session_get_against (before) != pivot_session_get_against (after))
    /* Translators: what was done: the name of the measure that the first is compared with. */
    return g_strdup_printf (_("Compared with: %s"), get_measure (pivot_session_get_against (after)));

  return NULL;
}

static gboolean
is_same_classes (PivotSession *a,
                 PivotSession *b)
{
  guint n_a, n_b;
  const double *breaks_a = pivot_session_get_breaks (a, &n_a), *breaks_b = pivot_session_get_breaks (b, &n_b);

  return pivot_session_get_method (a) == pivot_session_get_method (b) &&
         pivot_session_get_classes (a) == pivot_session_get_classes (b) &&
         n_a == n_b && (n_a == 0 || memcmp (breaks_a, breaks_b, n_a * sizeof (double)) == 0);
}

static char *
describe_change (PivotSession *before,
                 PivotSession *after)
{
  g_autofree char *measures = describe_measures (before, after), *places = NULL;
  g_autofree char *story_before = get_story_step (before), *story_after = get_story_step (after);

  if (pivot_session_get_page (before) != pivot_session_get_page (after) ||
      g_strcmp0 (pivot_session_get_firm (before), pivot_session_get_firm (after)) != 0 ||
      g_strcmp0 (story_before, story_after) != 0)
    return describe (after);
  if (measures != NULL)
    return g_steal_pointer (&measures);
  if (!is_same_selection (before, after))
    {
      places = name_places (after);
      /* Translators: what was done: names of places. */
      return g_strdup_printf (_("Selected: %s"), places);
    }
  if (!is_same_classes (before, after))
    return g_strdup (_("Other classes"));
  if (describe_option (before, after) != NULL)
    return g_strdup (describe_option (before, after));
  if (strcmp (pivot_session_get_tab (before), pivot_session_get_tab (after)) != 0)
    return g_strdup (_("Another chart"));
  if (strcmp (pivot_session_get_palette (before), pivot_session_get_palette (after)) != 0)
    return g_strdup (_("Other colours"));

  return g_strdup (_("Map moved"));
}

/**
 * pivot_lesson_words_for_change: (skip)
 * @dataset: a dataset
 * @before: (nullable): view JSON; %NULL if there was none
 * @after: view JSON
 *
 * Returns: (transfer full): what was done to get from one view to the other
 */
char *
pivot_lesson_words_for_change (PivotDataset *dataset,
                               const char   *before,
                               const char   *after)
{
  g_autoptr(PivotSession) first = NULL, second = NULL;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (after != NULL, NULL);

  second = open_view (dataset, after);
  if (before == NULL)
    return describe (second);

  first = open_view (dataset, before);

  return describe_change (first, second);
}
