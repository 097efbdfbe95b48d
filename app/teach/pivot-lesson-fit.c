/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-fit.h"

#include "pivot-digest.h"
#include "pivot-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 5

static const PivotLimits view_limits = { 4 * 1024 * 1024, 16, 500000, 64 * 1024 };

typedef enum
{
  MEASURE,
  PLACE,
  FIRM,
  FIGURE,
  SERIES,       /* "figure/series" */
  STORY_STEP,   /* "part/step" */
  TIMELINE,     /* "firm from/to" */
} Thing;

/* The keys of a view that name something of a dataset. */
static const struct
{
  const char *key;
  Thing       thing;
} names[] = {
  { "measure", MEASURE },
  { "against", MEASURE },
  { "selection", PLACE },
  { "focus", PLACE },
  { "firm", FIRM },
  { "figure", FIGURE },
  { "size-by", MEASURE },
  { "firms-selected", FIRM },
  { "compared-firms", FIRM },
  { "timeline-range", TIMELINE },
  { "story-step", STORY_STEP },
  { "hidden-series", SERIES },
  { "predict-line", SERIES },
};

/* What is being left out of a view. */
typedef struct
{
  PivotDataset *dataset;
  JsonObject   *view;
  GPtrArray    *said;     /* of char*, or NULL */
  guint         n_left;
} Fit;

static void
say (Fit  *self,
     char *sentence)
{
  self->n_left++;
  if (self->said != NULL)
    g_ptr_array_add (self->said, sentence);
  else
    g_free (sentence);
}

/* ---- What a dataset has ---- */

static gboolean
has_story_step (PivotDataset *dataset,
                const char   *word)
{
  const char *slash = strchr (word, '/');
  guint64 part = g_ascii_strtoull (word, NULL, 10), index = slash != NULL ? g_ascii_strtoull (slash + 1, NULL, 10) : 1;
  g_autoptr(PivotStory) story = NULL;

  /* The list of figures, and the first step. */
  if (!g_ascii_isdigit (*word))
    return TRUE;

  story = part > 0 ? g_list_model_get_item (pivot_dataset_get_stories (dataset), (guint) part - 1) : NULL;

  return story != NULL && index > 0 && index <= g_list_model_get_n_items (pivot_story_get_steps (story));
}

static gboolean
has (PivotDataset *dataset,
     Thing         thing,
     const char   *word)
{
  g_autofree char *head = NULL;

  switch (thing)
    {
    case MEASURE:
      return *word == '\0' || pivot_dataset_find_measure (dataset, word) != NULL;
    case PLACE:
      return pivot_dataset_get_place_index (dataset, word) >= 0;
    case FIRM:
      return pivot_dataset_find_firm (dataset, word) != NULL;
    case FIGURE:
      return pivot_dataset_find_figure (dataset, word) != NULL;
    case SERIES:
      head = g_strndup (word, strcspn (word, "/"));
      return *word == '\0' || pivot_dataset_find_figure (dataset, head) != NULL;
    case STORY_STEP:
      return has_story_step (dataset, word);
    case TIMELINE:
    default:
      head = g_strndup (word, strcspn (word, " "));
      return *word == '\0' || pivot_dataset_find_firm (dataset, head) != NULL;
    }
}

static char *
make_sentence (Thing       thing,
               guint       n,
               const char *list)
{
  switch (thing)
    {
    case MEASURE:
      /* Translators: a list of ids in quotation marks. */
      return g_strdup_printf (ngettext ("There is no measure %s here.", "There are no measures %s here.", n), list);
    case PLACE:
      return g_strdup_printf (ngettext ("There is no place %s here.", "There are no places %s here.", n), list);
    case FIRM:
    case TIMELINE:
      return g_strdup_printf (ngettext ("There is no firm %s here.", "There are no firms %s here.", n), list);
    case FIGURE:
    case SERIES:
      return g_strdup_printf (ngettext ("There is no figure %s here.", "There are no figures %s here.", n), list);
    case STORY_STEP:
    default:
      /* Translators: a part and a step of the story, as “1/2”. */
      return g_strdup_printf (_("The story has no step %s here."), list);
    }
}

static void
say_missing (Fit       *self,
             Thing      thing,
             GPtrArray *missing)
{
  g_autoptr(GString) list = g_string_new (NULL);

  if (missing->len == 0)
    return;

  for (guint i = 0; i < MIN (missing->len, MAX_NAMES); i++)
    {
      g_autofree char *quoted = pivot_json_quote (g_ptr_array_index (missing, i));

      g_string_append_printf (list, "%s%s", i > 0 ? C_("list separator", ", ") : "", quoted);
    }
  if (missing->len > MAX_NAMES)
    g_string_append (list, " …");

  say (self, make_sentence (thing, missing->len, list->str));
}

/* ---- Leaving out ---- */

static void
prune_list (Fit        *self,
            const char *key,
            Thing       thing,
            JsonArray  *array)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  JsonArray *kept = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *word = json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;

      if (word != NULL && !has (self->dataset, thing, word))
        g_ptr_array_add (missing, g_strdup (word));
      else
        json_array_add_element (kept, json_node_copy (element));
    }

  /* An empty list is left out as well: the places that a default view selects are better than none of those that were meant. */
  if (missing->len > 0 && json_array_get_length (kept) == 0)
    json_object_remove_member (self->view, key);
  else if (missing->len > 0)
    json_object_set_array_member (self->view, key, json_array_ref (kept));
  json_array_unref (kept);
  say_missing (self, thing, missing);
}

/* What belongs to a measure goes with it. */
static void
drop (Fit        *self,
      const char *key)
{
  json_object_remove_member (self->view, key);
  if (strcmp (key, "measure") == 0)
    {
      json_object_remove_member (self->view, "breaks");
      json_object_remove_member (self->view, "method");
    }
  if (strcmp (key, "measure") == 0 || strcmp (key, "against") == 0)
    json_object_remove_member (self->view, "cuts");
}

static void
prune_names (Fit        *self,
             const char *key,
             Thing       thing)
{
  JsonNode *node = json_object_get_member (self->view, key);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      prune_list (self, key, thing, json_node_get_array (node));
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
           !has (self->dataset, thing, json_node_get_string (node)))
    {
      g_ptr_array_add (missing, g_strdup (json_node_get_string (node)));
      drop (self, key);
      say_missing (self, thing, missing);
    }
}

static char *
write_view (JsonObject *view)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), view);

  return json_to_string (node, FALSE);
}

/* A key that cannot be shown for whatever reason: a word that another version of the program knows, a number out of range. */
static void
prune_rest (Fit *self)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autofree char *whole = write_view (self->view);
  g_autoptr(GList) keys = NULL;

  pivot_session_set_dataset (session, self->dataset);
  if (pivot_session_apply_json (session, whole, FALSE, NULL))
    return;

  keys = json_object_get_members (self->view);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autoptr(JsonObject) one = json_object_new ();
      g_autofree char *view = NULL;
      g_autoptr(GError) error = NULL;

      json_object_set_member (one, l->data, json_node_copy (json_object_get_member (self->view, l->data)));
      view = write_view (one);
      if (pivot_session_apply_json (session, view, FALSE, &error))
        continue;

      json_object_remove_member (self->view, l->data);
      /* Translators: what is wrong with a part of a view. */
      say (self, g_strdup_printf (_("This cannot be shown: %s."), error->message));
    }
}

/**
 * pivot_lesson_fit_view: (skip)
 * @dataset: a dataset
 * @view: view JSON
 * @said: (nullable) (element-type utf8): gets a sentence for each thing that is left out
 *
 * Leaves out of a view what the dataset does not have.
 *
 * Returns: (transfer full): the view as it can be shown; @view itself if all fits
 */
char *
pivot_lesson_fit_view (PivotDataset *dataset,
                       const char   *view,
                       GPtrArray    *said)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (1);
  g_autoptr(JsonNode) node = NULL;
  Fit self = { .dataset = dataset, .said = said };

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  node = pivot_json_parse (view, strlen (view), &view_limits, "view", problems, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      say (&self, g_strdup (_("The view of this step cannot be read.")));
      return g_strdup ("{}");
    }

  self.view = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    prune_names (&self, names[i].key, names[i].thing);
  prune_rest (&self);

  return self.n_left > 0 ? write_view (self.view) : g_strdup (view);
}

/**
 * pivot_lesson_fit_check_step: (skip)
 * @dataset: a dataset
 * @step: a step
 *
 * Returns: (transfer full): what of the step's view the dataset does not have, as sentences
 */
char **
pivot_lesson_fit_check_step (PivotDataset    *dataset,
                             PivotLessonStep *step)
{
  GPtrArray *said;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_LESSON_STEP (step), NULL);

  said = g_ptr_array_new ();
  g_free (pivot_lesson_fit_view (dataset, pivot_lesson_step_get_view (step), said));
  g_ptr_array_add (said, NULL);

  return (char **) g_ptr_array_free (said, FALSE);
}

static guint
count_unfit (PivotDataset *dataset,
             PivotLesson  *lesson)
{
  guint n = 0;

  for (guint i = 0; i < pivot_lesson_get_n_steps (lesson); i++)
    {
      g_auto(GStrv) said = pivot_lesson_fit_check_step (dataset, pivot_lesson_get_step (lesson, i));

      n += *said != NULL;
    }

  return n;
}

static char *
describe_origin (PivotDataset *dataset,
                 PivotLesson  *lesson)
{
  const char *id = pivot_lesson_get_dataset (lesson), *title = pivot_lesson_get_dataset_title (lesson);
  g_autofree char *digest = NULL;

  if (id == NULL)
    return NULL;
  if (strcmp (id, pivot_dataset_get_id (dataset)) != 0)
    /* Translators: title of a dataset. */
    return g_strdup_printf (_("This lesson was made with another dataset, “%s”."), title != NULL ? title : id);
  if (pivot_lesson_get_dataset_digest (lesson) == NULL)
    return NULL;

  digest = pivot_digest_dataset (dataset);
  if (strcmp (digest, pivot_lesson_get_dataset_digest (lesson)) != 0)
    return g_strdup (_("The data have changed since this lesson was made."));

  return NULL;
}

/**
 * pivot_lesson_fit_check_lesson: (skip)
 * @dataset: a dataset
 * @lesson: a lesson
 *
 * Returns: (transfer full) (nullable): what does not fit, in a sentence or more; %NULL if all does
 */
char *
pivot_lesson_fit_check_lesson (PivotDataset *dataset,
                               PivotLesson  *lesson)
{
  g_autofree char *origin = NULL, *steps = NULL;
  guint n;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_LESSON (lesson), NULL);

  origin = describe_origin (dataset, lesson);
  n = count_unfit (dataset, lesson);
  if (n == 0)
    return g_steal_pointer (&origin);

  steps = g_strdup_printf (ngettext ("%u step names what this dataset does not have; that is left out.",
                                     "%u steps name what this dataset does not have; that is left out.", n), n);

  return origin != NULL ? g_strjoin (" ", origin, steps, NULL) : g_steal_pointer (&steps);
}

/**
 * pivot_lesson_fit_show: (skip)
 * @session: a session with a dataset
 * @step: a step
 *
 * Shows what the step's view says, without what the dataset does not have.
 */
void
pivot_lesson_fit_show (PivotSession    *session,
                       PivotLessonStep *step)
{
  g_autofree char *view = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (PIVOT_IS_LESSON_STEP (step));
  g_return_if_fail (pivot_session_get_dataset (session) != NULL);

  view = pivot_lesson_fit_view (pivot_session_get_dataset (session), pivot_lesson_step_get_view (step), NULL);
  if (!pivot_session_apply_json (session, view, FALSE, &error))
    g_debug ("what was left of a view does not fit: %s", error->message);
}
