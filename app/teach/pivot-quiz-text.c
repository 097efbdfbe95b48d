/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-text.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>

static const char * const english[] = { "en", NULL };
static const char * const chinese[] = { "zh_CN", "zh", NULL };

/**
 * pivot_quiz_text_kind:
 * @kind: a kind of question
 *
 * Returns: (transfer none): what it is called
 */
const char *
pivot_quiz_text_kind (PivotQuizKind kind)
{
  switch (kind)
    {
    case PIVOT_QUIZ_NAME:
      return _("Name the place");
    case PIVOT_QUIZ_HIGHER:
      return _("Higher or lower");
    case PIVOT_QUIZ_NEIGHBOUR:
      return _("Find a neighbour");
    case PIVOT_QUIZ_FIND:
    default:
      return _("Find the place");
    }
}

/**
 * pivot_quiz_text_place:
 * @dataset: whose place it is
 * @place: its number
 * @names: in which language
 *
 * Returns: (transfer full): its name
 */
char *
pivot_quiz_text_place (PivotDataset   *dataset,
                       guint           place,
                       PivotQuizNames  names)
{
  const PivotText *text = pivot_place_get_name (pivot_dataset_get_place (dataset, place));
  const char *en = pivot_text_get_for (text, english), *zh = pivot_text_get_for (text, chinese);

  switch (names)
    {
    case PIVOT_QUIZ_NAMES_EN:
      return g_strdup (en);
    case PIVOT_QUIZ_NAMES_ZH:
      return g_strdup (zh);
    case PIVOT_QUIZ_NAMES_BOTH:
      return g_strcmp0 (en, zh) != 0 ? g_strdup_printf ("%s %s", en, zh) : g_strdup (en);
    case PIVOT_QUIZ_NAMES_OWN:
    default:
      return g_strdup (pivot_text_get (text));
    }
}

/* "Zhejiang, Anhui, Jiangsu" */
static char *
list_places (PivotDataset   *dataset,
             const guint    *places,
             guint           n,
             PivotQuizNames  names)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, pivot_quiz_text_place (dataset, places[i], names));
  g_ptr_array_add (texts, NULL);

  /* Translators: between the names of places. */
  return g_strjoinv (C_("list of places", ", "), (char **) texts->pdata);
}

static char *
get_measure_title (PivotMeasure *measure)
{
  const char *label = pivot_text_get (pivot_measure_get_label (measure));
  const char *unit = pivot_text_get (pivot_measure_get_unit (measure));

  /* Translators: name of a measure, its unit. */
  return unit != NULL && *unit != '\0' ? g_strdup_printf (C_("measure", "%1$s (%2$s)"), label, unit) : g_strdup (label);
}

/**
 * pivot_quiz_text_ask:
 * @dataset: what the question is about
 * @question: a question
 * @names: language of places' names
 *
 * Returns: (transfer full): the question in words
 */
char *
pivot_quiz_text_ask (PivotDataset      *dataset,
                     PivotQuizQuestion *question,
                     PivotQuizNames     names)
{
  int place = pivot_quiz_question_get_place (question);
  g_autofree char *name = place >= 0 ? pivot_quiz_text_place (dataset, (guint) place, names) : NULL;
  g_autofree char *title = NULL;

  switch (pivot_quiz_question_get_kind (question))
    {
    case PIVOT_QUIZ_NAME:
      return g_strdup (_("Which place is marked on the map?"));
    case PIVOT_QUIZ_HIGHER:
      title = get_measure_title (pivot_quiz_question_get_measure (question));
      /* Translators: %s is a measure with its unit. */
      return g_strdup_printf (_("Where is it higher: %s?"), title);
    case PIVOT_QUIZ_NEIGHBOUR:
      /* Translators: %s is a place. */
      return g_strdup_printf (_("Which place borders on %s? Click one."), name);
    case PIVOT_QUIZ_FIND:
    default:
      /* Translators: %s is a place. */
      return g_strdup_printf (_("Where is %s? Click it."), name);
    }
}

/* "Zhejiang 9.87 %, Beijing 5.40 %" */
static char *
list_values (PivotDataset      *dataset,
             PivotQuizQuestion *question,
             PivotQuizNames     names)
{
  PivotMeasure *measure = pivot_quiz_question_get_measure (question);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (question, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = pivot_quiz_text_place (dataset, choices[i], names);
      g_autofree char *value = pivot_units_format_measure (measure, choices[i]);

      /* Translators: a place, a value of it. */
      g_ptr_array_add (texts, g_strdup_printf (C_("place and value", "%1$s %2$s"), name, value));
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (C_("list of places", ", "), (char **) texts->pdata);
}

static char *
judge_find (const char *right,
            const char *given,
            gboolean    accepted)
{
  if (accepted)
    /* Translators: %s is a place. */
    return g_strdup_printf (_("Right, that is %s."), right);
  if (given == NULL)
    /* Translators: %s is a place. */
    return g_strdup_printf (_("%s is marked on the map."), right);

  /* Translators: the place that was clicked, then the one that was asked for. */
  return g_strdup_printf (_("That is %1$s. %2$s is marked on the map."), given, right);
}

static char *
judge_name (const char *right,
            const char *given,
            gboolean    accepted)
{
  if (accepted)
    /* Translators: %s is a place. */
    return g_strdup_printf (_("Right, it is %s."), right);
  if (given == NULL)
    /* Translators: %s is a place. */
    return g_strdup_printf (_("It is %s."), right);

  /* Translators: the place that was named, then the one that is right. */
  return g_strdup_printf (_("Not %1$s: it is %2$s."), given, right);
}

static char *
judge_neighbour (const char *place,
                 const char *right,
                 const char *given,
                 gboolean    accepted)
{
  if (given != NULL && g_str_equal (given, place))
    /* Translators: the place that was clicked although its neighbours are asked for; the places around it. */
    return g_strdup_printf (_("That is %1$s itself. It borders on %2$s."), place, right);
  if (accepted)
    /* Translators: two places. */
    return g_strdup_printf (_("Right, %1$s borders on %2$s."), given, place);
  if (given == NULL)
    /* Translators: a place, the places around it. */
    return g_strdup_printf (_("%1$s borders on %2$s."), place, right);

  /* Translators: the place that was clicked, the one it should border on, the places around that. */
  return g_strdup_printf (_("%1$s does not border on %2$s. These do: %3$s."), given, place, right);
}

/**
 * pivot_quiz_text_judge:
 * @dataset: what the question is about
 * @question: a question
 * @place: the answer; −1: it was passed over
 * @names: language of places' names
 *
 * Says whether an answer is right, and what would have been.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
pivot_quiz_text_judge (PivotDataset      *dataset,
                       PivotQuizQuestion *question,
                       int                place,
                       PivotQuizNames     names)
{
  gboolean accepted = pivot_quiz_question_accepts (question, place);
  int about = pivot_quiz_question_get_place (question);
  g_autofree char *right = pivot_quiz_text_right (dataset, question, names);
  g_autofree char *given = place >= 0 ? pivot_quiz_text_place (dataset, (guint) place, names) : NULL;
  g_autofree char *name = about >= 0 ? pivot_quiz_text_place (dataset, (guint) about, names) : NULL;
  g_autofree char *values = NULL;

  switch (pivot_quiz_question_get_kind (question))
    {
    case PIVOT_QUIZ_NAME:
      return judge_name (right, given, accepted);
    case PIVOT_QUIZ_HIGHER:
      values = list_values (dataset, question, names);
      /* Translators: after a right answer, after a wrong one, and without one: two places with their values. */
      return g_strdup_printf (accepted ? _("Right: %s.") : given != NULL ? _("No: %s.") : "%s.", values);
    case PIVOT_QUIZ_NEIGHBOUR:
      return judge_neighbour (name, right, given, accepted);
    case PIVOT_QUIZ_FIND:
    default:
      return judge_find (right, given, accepted);
    }
}

/**
 * pivot_quiz_text_right:
 * @dataset: what the question is about
 * @question: a question
 * @names: language of places' names
 *
 * Returns: (transfer full): the places that are right
 */
char *
pivot_quiz_text_right (PivotDataset      *dataset,
                       PivotQuizQuestion *question,
                       PivotQuizNames     names)
{
  guint n;
  const guint *right = pivot_quiz_question_get_right (question, &n);

  return list_places (dataset, right, n, names);
}

/* Which third of the extent of all places a place is in, from 0. */
static guint
get_third (double at,
           double from,
           double to)
{
  return to > from ? (guint) CLAMP (3 * (at - from) / (to - from), 0, 2) : 1;
}

/**
 * pivot_quiz_text_where:
 * @dataset: whose place it is
 * @place: its number
 * @names_too: whether its neighbours are named, which may be as good as its own name
 * @names: language of places' names
 *
 * Says where a place lies, so that a question about the map can be answered by those who cannot see it.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
pivot_quiz_text_where (PivotDataset   *dataset,
                       guint           place,
                       gboolean        names_too,
                       PivotQuizNames  names)
{
  const char *wheres[3][3] = {
    { _("in the north-west"), _("in the north"), _("in the north-east") },
    { _("in the west"), _("in the middle"), _("in the east") },
    { _("in the south-west"), _("in the south"), _("in the south-east") },
  };
  PivotGeometry *geometry = pivot_dataset_get_mercator (dataset);
  PivotBox extent = pivot_geometry_get_extent (geometry);
  double x, y;
  const char *where;
  const guint *neighbours;
  g_autofree char *list = NULL;
  guint n;

  pivot_geometry_get_label (geometry, place, &x, &y, NULL);
  where = wheres[get_third (y, extent.y0, extent.y1)][get_third (x, extent.x0, extent.x1)];
  neighbours = pivot_geometry_get_neighbours (pivot_dataset_get_boundaries (dataset), place, &n);
  if (n == 0)
    /* Translators: %s is where on the map a place lies, as in "in the south-east". */
    return g_strdup_printf (_("A place %s, without neighbours"), where);
  if (!names_too)
    /* Translators: where on the map a place lies, as in "in the south-east"; how many neighbours it has. */
    return g_strdup_printf (ngettext ("A place %1$s, with %2$u neighbour", "A place %1$s, with %2$u neighbours", n), where, n);

  list = list_places (dataset, neighbours, n, names);
  /* Translators: where on the map a place lies, as in "in the south-east"; the places around it. */
  return g_strdup_printf (_("A place %1$s. It borders on %2$s."), where, list);
}

/**
 * pivot_quiz_text_sheet:
 * @round: a round
 *
 * Writes down what was asked and answered, as a table.
 *
 * Returns: (transfer full): lines of five columns with tabs between them
 */
char *
pivot_quiz_text_sheet (PivotQuizRound *round)
{
  PivotDataset *dataset = pivot_session_get_dataset (pivot_quiz_round_get_session (round));
  PivotQuiz *quiz = pivot_quiz_round_get_quiz (round);
  PivotQuizNames names = pivot_quiz_round_get_names (round);
  GString *sheet = g_string_new (NULL);
  guint n = quiz != NULL ? pivot_quiz_get_n_questions (quiz) : 0;

  g_string_append_printf (sheet, "%s\t%s\t%s\t%s\t%s\n", _("Number"), _("Question"), _("Answer"), _("Right answer"), _("Mark"));
  for (guint i = 0; i < n; i++)
    {
      PivotQuizQuestion *question = pivot_quiz_get_question (quiz, i);
      g_autofree char *asked = pivot_quiz_text_ask (dataset, question, names);
      g_autofree char *right = pivot_quiz_text_right (dataset, question, names);
      g_autofree char *given = NULL;
      int place;

      if (pivot_quiz_round_get_answer (round, i, &place) && place >= 0)
        given = pivot_quiz_text_place (dataset, (guint) place, names);
      g_string_append_printf (sheet, "%u\t%s\t%s\t%s\t%s\n", i + 1, asked, given != NULL ? given : "", right,
                              pivot_quiz_question_accepts (question, place) ? _("right") : _("wrong"));
    }

  return g_string_free (sheet, FALSE);
}
