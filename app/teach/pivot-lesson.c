/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson.h"

#include "pivot-digest.h"

/* A lesson: a title, and steps in their order. */
struct _PivotLesson
{
  GObject    parent_instance;

  char      *title;
  char      *dataset;
  char      *dataset_title;
  char      *dataset_digest;
  GPtrArray *steps;
  GFile     *file;
  gboolean   modified;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DATASET,
  PROP_FILE,
  PROP_MODIFIED,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static GType
pivot_lesson_get_item_type (GListModel *model)
{
  return PIVOT_TYPE_LESSON_STEP;
}

static guint
pivot_lesson_get_n_items (GListModel *model)
{
  return PIVOT_LESSON (model)->steps->len;
}

static gpointer
pivot_lesson_get_item (GListModel *model,
                       guint       position)
{
  PivotLesson *self = PIVOT_LESSON (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
pivot_lesson_list_init (GListModelInterface *iface)
{
  iface->get_item_type = pivot_lesson_get_item_type;
  iface->get_n_items = pivot_lesson_get_n_items;
  iface->get_item = pivot_lesson_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PivotLesson, pivot_lesson, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pivot_lesson_list_init))

static void
changed (PivotLesson *self)
{
  pivot_lesson_set_modified (self, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
step_changed_cb (PivotLesson *self)
{
  changed (self);
}

static void
items_changed (PivotLesson *self,
               guint        position,
               guint        removed,
               guint        added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  changed (self);
}

static void
pivot_lesson_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PivotLesson *self = PIVOT_LESSON (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DATASET:
      g_value_set_string (value, self->dataset);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_lesson_set_property (GObject      *object,
                           guint         property,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PivotLesson *self = PIVOT_LESSON (object);

  switch (property)
    {
    case PROP_TITLE:
      pivot_lesson_set_title (self, g_value_get_string (value));
      break;
    case PROP_DATASET:
      pivot_lesson_set_dataset (self, g_value_get_string (value));
      break;
    case PROP_FILE:
      pivot_lesson_set_file (self, g_value_get_object (value));
      break;
    case PROP_MODIFIED:
      pivot_lesson_set_modified (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_lesson_finalize (GObject *object)
{
  PivotLesson *self = PIVOT_LESSON (object);

  for (guint i = 0; i < self->steps->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->steps, i), self);
  g_ptr_array_unref (self->steps);
  g_free (self->title);
  g_free (self->dataset);
  g_free (self->dataset_title);
  g_free (self->dataset_digest);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (pivot_lesson_parent_class)->finalize (object);
}

static void
pivot_lesson_class_init (PivotLessonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_lesson_get_property;
  object_class->set_property = pivot_lesson_set_property;
  object_class->finalize = pivot_lesson_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DATASET] = g_param_spec_string ("dataset", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", PIVOT_TYPE_LESSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_lesson_init (PivotLesson *self)
{
  self->title = g_strdup ("");
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pivot_lesson_new:
 * @title: (nullable): what it is called
 *
 * Makes a lesson without steps.
 *
 * Returns: (transfer full): a lesson
 */
PivotLesson *
pivot_lesson_new (const char *title)
{
  PivotLesson *self = g_object_new (PIVOT_TYPE_LESSON, NULL);

  pivot_lesson_set_title (self, title);
  self->modified = FALSE;

  return self;
}

/**
 * pivot_lesson_get_title:
 * @self: a lesson
 *
 * Returns: (transfer none): what it is called
 */
const char *
pivot_lesson_get_title (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->title;
}

/**
 * pivot_lesson_set_title:
 * @self: a lesson
 * @title: (nullable): what it is called
 *
 * Gives it another title.
 */
void
pivot_lesson_set_title (PivotLesson *self,
                        const char  *title)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));

  if (g_strcmp0 (self->title, title != NULL ? title : "") == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  changed (self);
}

/**
 * pivot_lesson_get_dataset:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): the id of the dataset it was made with
 */
const char *
pivot_lesson_get_dataset (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->dataset;
}

/**
 * pivot_lesson_set_dataset:
 * @self: a lesson
 * @id: (nullable): the id of a dataset
 *
 * Says with which dataset it is made.
 */
void
pivot_lesson_set_dataset (PivotLesson *self,
                          const char  *id)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));

  if (g_strcmp0 (self->dataset, id) == 0)
    return;

  g_free (self->dataset);
  self->dataset = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  changed (self);
}

/**
 * pivot_lesson_get_dataset_title:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): what the dataset it was made with was called then
 */
const char *
pivot_lesson_get_dataset_title (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->dataset_title;
}

/**
 * pivot_lesson_get_dataset_digest:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): the digest of the data it was made with
 */
const char *
pivot_lesson_get_dataset_digest (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->dataset_digest;
}

/**
 * pivot_lesson_set_origin:
 * @self: a lesson
 * @id: (nullable): the id of a dataset
 * @title: (nullable): its title
 * @digest: (nullable): its digest, see pivot_digest_dataset()
 *
 * Says with which data it is made.
 */
void
pivot_lesson_set_origin (PivotLesson *self,
                         const char  *id,
                         const char  *title,
                         const char  *digest)
{
  g_autofree char *new_title = g_strdup (title), *new_digest = g_strdup (digest);

  g_return_if_fail (PIVOT_IS_LESSON (self));

  g_free (self->dataset_title);
  self->dataset_title = g_steal_pointer (&new_title);
  g_free (self->dataset_digest);
  self->dataset_digest = g_steal_pointer (&new_digest);
  pivot_lesson_set_dataset (self, id);
}

/**
 * pivot_lesson_set_origin_dataset:
 * @self: a lesson
 * @dataset: a dataset
 *
 * Says that it is made with this dataset as it is now.
 */
void
pivot_lesson_set_origin_dataset (PivotLesson  *self,
                                 PivotDataset *dataset)
{
  g_autofree char *digest = NULL;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (PIVOT_IS_DATASET (dataset));

  digest = pivot_digest_dataset (dataset);
  pivot_lesson_set_origin (self, pivot_dataset_get_id (dataset), pivot_text_get (pivot_dataset_get_title (dataset)), digest);
}

/**
 * pivot_lesson_get_file:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): the file it was last read from or saved to
 */
GFile *
pivot_lesson_get_file (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return self->file;
}

/**
 * pivot_lesson_set_file:
 * @self: a lesson
 * @file: (nullable): where it is saved
 *
 * Says where it is saved. The file is left alone.
 */
void
pivot_lesson_set_file (PivotLesson *self,
                       GFile       *file)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/**
 * pivot_lesson_get_modified:
 * @self: a lesson
 *
 * Returns: whether it has changed since it was last said not to be
 */
gboolean
pivot_lesson_get_modified (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), FALSE);

  return self->modified;
}

/**
 * pivot_lesson_set_modified:
 * @self: a lesson
 * @modified: whether it differs from what is saved
 *
 * Says whether there is something to save.
 */
void
pivot_lesson_set_modified (PivotLesson *self,
                           gboolean     modified)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));

  if (self->modified == !!modified)
    return;

  self->modified = !!modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * pivot_lesson_get_n_steps:
 * @self: a lesson
 *
 * Returns: how many steps it has
 */
guint
pivot_lesson_get_n_steps (PivotLesson *self)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), 0);

  return self->steps->len;
}

/**
 * pivot_lesson_get_step:
 * @self: a lesson
 * @position: of the step, from 0
 *
 * Returns: (transfer none) (nullable): the step; %NULL past the end
 */
PivotLessonStep *
pivot_lesson_get_step (PivotLesson *self,
                       guint        position)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), NULL);

  return position < self->steps->len ? g_ptr_array_index (self->steps, position) : NULL;
}

/**
 * pivot_lesson_insert:
 * @self: a lesson
 * @position: where the step will be, from 0; past the end appends it
 * @step: a step that is in no lesson
 *
 * Adds a step.
 */
void
pivot_lesson_insert (PivotLesson     *self,
                     guint            position,
                     PivotLessonStep *step)
{
  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (PIVOT_IS_LESSON_STEP (step));

  position = MIN (position, self->steps->len);
  g_ptr_array_insert (self->steps, (int) position, g_object_ref (step));
  g_signal_connect_swapped (step, "notify", G_CALLBACK (step_changed_cb), self);
  items_changed (self, position, 0, 1);
}

/**
 * pivot_lesson_remove:
 * @self: a lesson
 * @position: of the step, from 0
 *
 * Takes a step out.
 */
void
pivot_lesson_remove (PivotLesson *self,
                     guint        position)
{
  g_autoptr(PivotLessonStep) step = NULL;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (position < self->steps->len);

  step = g_ptr_array_steal_index (self->steps, position);
  g_signal_handlers_disconnect_by_data (step, self);
  items_changed (self, position, 1, 0);
}

/**
 * pivot_lesson_move:
 * @self: a lesson
 * @from: position of a step, from 0
 * @to: its position afterwards
 *
 * Moves a step.
 */
void
pivot_lesson_move (PivotLesson *self,
                   guint        from,
                   guint        to)
{
  guint first = MIN (from, to), n = MAX (from, to) - first + 1;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (from < self->steps->len && to < self->steps->len);

  if (from == to)
    return;

  g_ptr_array_insert (self->steps, (int) to, g_ptr_array_steal_index (self->steps, from));
  items_changed (self, first, n, n);
}

/**
 * pivot_lesson_find:
 * @self: a lesson
 * @step: a step
 * @position: (out) (optional): its position, from 0
 *
 * Returns: whether the step is one of this lesson's
 */
gboolean
pivot_lesson_find (PivotLesson     *self,
                   PivotLessonStep *step,
                   guint           *position)
{
  g_return_val_if_fail (PIVOT_IS_LESSON (self), FALSE);

  return g_ptr_array_find (self->steps, step, position);
}

/**
 * pivot_lesson_set_steps:
 * @self: a lesson
 * @steps: (element-type PivotLessonStep): steps, in their order
 *
 * Puts these steps in the place of all that there are.
 */
void
pivot_lesson_set_steps (PivotLesson *self,
                        GPtrArray   *steps)
{
  g_autoptr(GPtrArray) before = NULL;

  g_return_if_fail (PIVOT_IS_LESSON (self));
  g_return_if_fail (steps != NULL);

  before = g_steal_pointer (&self->steps);
  for (guint i = 0; i < before->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (before, i), self);

  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < steps->len; i++)
    {
      PivotLessonStep *step = g_ptr_array_index (steps, i);

      g_ptr_array_add (self->steps, g_object_ref (step));
      g_signal_connect_swapped (step, "notify", G_CALLBACK (step_changed_cb), self);
    }
  items_changed (self, 0, before->len, self->steps->len);
}
