/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-story.h"

#include "pivot-dataset-private.h"

/* One part of the story. Immutable. */
struct _PivotStory
{
  GObject parent_instance;

  guint       part;
  PivotText  *title;
  PivotText  *summary;
  GPtrArray  *questions;
  GListStore *steps;
};

G_DEFINE_FINAL_TYPE (PivotStory, pivot_story, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (UINT, PivotStory, part, REQUIRED), .property = TRUE, .first = 1, .last = G_MAXINT },
  { PIVOT_FIELD (TEXT, PivotStory, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotStory, summary, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXTS, PivotStory, questions, OPTIONAL) },
  { PIVOT_FIELD_OWNED_BY (PivotStory, steps, g_object_unref) },
  { NULL }
};

static void
pivot_story_class_init (PivotStoryClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_story_init (PivotStory *self)
{
}

static void
read_steps (PivotStory      *self,
            const PivotJson *json,
            PivotLoad       *load)
{
  PivotJson steps = pivot_json_get_member (json, "steps");
  guint n;

  self->steps = g_list_store_new (PIVOT_TYPE_STEP);
  pivot_json_is_array (&steps, PIVOT_JSON_REQUIRED, &n);

  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&steps, i);
      g_autoptr(PivotStep) step = NULL;

      if (!pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        continue;

      step = _pivot_step_new_from_json (&here, load);
      g_list_store_append (self->steps, step);
    }
}

PivotStory *
_pivot_story_new_from_json (const PivotJson *json,
                            PivotLoad       *load)
{
  PivotStory *self = g_object_new (PIVOT_TYPE_STORY, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);
  read_steps (self, json, load);

  return self;
}

/**
 * pivot_story_get_part:
 * @self: a story
 *
 * Returns: its number, from 1
 */
guint
pivot_story_get_part (PivotStory *self)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), 0);

  return self->part;
}

/**
 * pivot_story_get_title:
 * @self: a story
 *
 * Returns: (transfer none): its title
 */
const PivotText *
pivot_story_get_title (PivotStory *self)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), NULL);

  return self->title;
}

/**
 * pivot_story_get_summary:
 * @self: a story
 *
 * Returns: (transfer none): what it is about
 */
const PivotText *
pivot_story_get_summary (PivotStory *self)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), NULL);

  return self->summary;
}

/**
 * pivot_story_get_steps:
 * @self: a story
 *
 * Returns: (transfer none): a list of #PivotStep
 */
GListModel *
pivot_story_get_steps (PivotStory *self)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), NULL);

  return G_LIST_MODEL (self->steps);
}

/**
 * pivot_story_get_n_questions:
 * @self: a story
 *
 * Returns: how many questions it ends with
 */
guint
pivot_story_get_n_questions (PivotStory *self)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), 0);

  return self->questions->len;
}

/**
 * pivot_story_get_question:
 * @self: a story
 * @i: an index
 *
 * Returns: (transfer none): a question to the audience
 */
const PivotText *
pivot_story_get_question (PivotStory *self,
                          guint       i)
{
  g_return_val_if_fail (PIVOT_IS_STORY (self), NULL);
  g_return_val_if_fail (i < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, i);
}
