/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-question-private.h"

#include <math.h>

enum
{
  PROP_0,
  PROP_KIND,
  PROP_LEVEL,
  PROP_KEY,
  PROP_TEXT,
  PROP_LINES,
  PROP_ANSWER,
  N_PROPERTIES
};

G_DEFINE_FINAL_TYPE (PivotQuestion, pivot_question, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

GType
pivot_level_get_type (void)
{
  static const GEnumValue values[] = {
    { PIVOT_LEVEL_FIND, "PIVOT_LEVEL_FIND", "find" },
    { PIVOT_LEVEL_COMPARE, "PIVOT_LEVEL_COMPARE", "compare" },
    { PIVOT_LEVEL_EXPLAIN, "PIVOT_LEVEL_EXPLAIN", "explain" },
    { 0, NULL, NULL }
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PivotLevel", values));

  return type;
}

static void
pivot_question_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PivotQuestion *self = PIVOT_QUESTION (object);

  switch (property)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_LEVEL:
      g_value_set_enum (value, (int) self->level);
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LINES:
      g_value_set_uint (value, self->lines);
      break;
    case PROP_ANSWER:
      g_value_set_string (value, self->answer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pivot_question_finalize (GObject *object)
{
  PivotQuestion *self = PIVOT_QUESTION (object);

  g_free (self->key);
  g_free (self->text);
  g_free (self->answer);
  g_free (self->measure);
  g_free (self->against);
  g_free (self->subject);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->receipts);
  g_array_unref (self->places);
  g_array_unref (self->accepted);

  G_OBJECT_CLASS (pivot_question_parent_class)->finalize (object);
}

static void
pivot_question_class_init (PivotQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pivot_question_get_property;
  object_class->finalize = pivot_question_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_LEVEL] = g_param_spec_enum ("level", NULL, NULL, PIVOT_TYPE_LEVEL, PIVOT_LEVEL_FIND, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_LINES] = g_param_spec_uint ("lines", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ANSWER] = g_param_spec_string ("answer", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pivot_question_init (PivotQuestion *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->choices, NULL);
  self->receipts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->receipts, NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->accepted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->number = NAN;
  self->limit = NAN;
  self->lines = 1;
}

PivotQuestion *
_pivot_question_new (const char *kind,
                     PivotLevel  level)
{
  PivotQuestion *self = g_object_new (PIVOT_TYPE_QUESTION, NULL);

  self->kind = kind;
  self->level = level;

  return self;
}

static void
append (GPtrArray *texts,
        char      *text)
{
  texts->pdata[texts->len - 1] = text;
  g_ptr_array_add (texts, NULL);
}

void
_pivot_question_add_choice (PivotQuestion *self,
                            char          *text)
{
  append (self->choices, text);
}

void
_pivot_question_add_receipt (PivotQuestion *self,
                             char          *reference)
{
  if (g_strv_contains ((const char * const *) self->receipts->pdata, reference))
    g_free (reference);
  else
    append (self->receipts, reference);
}

void
_pivot_question_add_value (PivotQuestion *self,
                           PivotDataset  *dataset,
                           PivotMeasure  *measure,
                           guint          place)
{
  _pivot_question_add_receipt (self, g_strdup_printf ("value:%s/%s", pivot_measure_get_id (measure),
                                                      pivot_place_get_id (pivot_dataset_get_place (dataset, place))));
}

/* Places in the order of the dataset: the same ones in another order are no other question. */
static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  guint a = *(const guint *) one, b = *(const guint *) other;

  return (a > b) - (a < b);
}

void
_pivot_question_close (PivotQuestion *self,
                       PivotDataset  *dataset)
{
  GString *key = g_string_new (self->kind);
  /* Those that are named, or else those that are looked for. */
  g_autoptr(GArray) places = g_array_copy (self->places->len > 0 ? self->places : self->accepted);

  if (self->subject != NULL)
    g_string_append_printf (key, " %s", self->subject);
  if (self->measure != NULL)
    g_string_append_printf (key, " %s", self->measure);
  if (self->against != NULL)
    g_string_append_printf (key, " %s", self->against);
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len && !self->is_example; i++)
    g_string_append_printf (key, " %s", pivot_place_get_id (pivot_dataset_get_place (dataset, g_array_index (places, guint, i))));

  g_free (self->key);
  self->key = g_string_free (key, FALSE);
}

/**
 * pivot_question_get_kind:
 * @self: a question
 *
 * Gets the kind of question, a word such as `highest`.
 *
 * Returns: (transfer none): the word
 */
const char *
pivot_question_get_kind (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->kind;
}

/**
 * pivot_question_get_level:
 * @self: a question
 *
 * Gets what the question asks of who answers it.
 *
 * Returns: the level
 */
PivotLevel
pivot_question_get_level (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), PIVOT_LEVEL_FIND);

  return self->level;
}

/**
 * pivot_question_get_text:
 * @self: a question
 *
 * Gets the question.
 *
 * Returns: (transfer none): whole sentences
 */
const char *
pivot_question_get_text (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->text;
}

/**
 * pivot_question_get_key:
 * @self: a question
 *
 * Gets what tells the question from others, whatever the language.
 *
 * Returns: (transfer none): the key
 */
const char *
pivot_question_get_key (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->key;
}

/**
 * pivot_question_get_choices:
 * @self: a question
 *
 * Gets what to choose from, or to go by.
 *
 * Returns: (transfer none) (array zero-terminated=1): texts, maybe none
 */
const char * const *
pivot_question_get_choices (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return (const char * const *) self->choices->pdata;
}

/**
 * pivot_question_get_is_choice:
 * @self: a question
 *
 * Gets whether one of the choices is the answer.
 *
 * Returns: `TRUE` if it is
 */
gboolean
pivot_question_get_is_choice (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), FALSE);

  return self->is_choice;
}

/**
 * pivot_question_get_lines:
 * @self: a question
 *
 * Gets how many lines to leave for the answer.
 *
 * Returns: the number
 */
guint
pivot_question_get_lines (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), 0);

  return self->lines;
}

/**
 * pivot_question_get_answer:
 * @self: a question
 *
 * Gets the answer.
 *
 * Returns: (transfer none): whole sentences
 */
const char *
pivot_question_get_answer (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->answer;
}

/**
 * pivot_question_get_receipts:
 * @self: a question
 *
 * Gets what the answer rests on.
 *
 * Returns: (transfer none) (array zero-terminated=1): references, at least one
 */
const char * const *
pivot_question_get_receipts (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return (const char * const *) self->receipts->pdata;
}

/**
 * pivot_question_get_measure:
 * @self: a question
 *
 * Gets the measure that is asked about.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
pivot_question_get_measure (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->measure;
}

/**
 * pivot_question_get_against:
 * @self: a question
 *
 * Gets the measure that the first is compared with.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
pivot_question_get_against (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->against;
}

/**
 * pivot_question_get_places:
 * @self: a question
 * @n: (out): how many
 *
 * Gets the places that the question names.
 *
 * Returns: (transfer none) (array length=n): their numbers
 */
const guint *
pivot_question_get_places (PivotQuestion *self,
                           guint         *n)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self) && n != NULL, NULL);

  *n = self->places->len;

  return (const guint *) (gpointer) self->places->data;
}

/**
 * pivot_question_get_accepted:
 * @self: a question
 * @n: (out): how many
 *
 * Gets the places that the answer names: any of them is right, or all in their order.
 *
 * Returns: (transfer none) (array length=n): their numbers
 */
const guint *
pivot_question_get_accepted (PivotQuestion *self,
                             guint         *n)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self) && n != NULL, NULL);

  *n = self->accepted->len;

  return (const guint *) (gpointer) self->accepted->data;
}

/**
 * pivot_question_get_number:
 * @self: a question
 *
 * Gets the number that is the answer.
 *
 * Returns: the number, NaN if there is none
 */
double
pivot_question_get_number (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NAN);

  return self->number;
}

/**
 * pivot_question_get_limit:
 * @self: a question
 *
 * Gets the number that is asked with.
 *
 * Returns: the number, NaN if there is none
 */
double
pivot_question_get_limit (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NAN);

  return self->limit;
}

/**
 * pivot_question_get_subject:
 * @self: a question
 *
 * Gets the firm, group or finding that is asked about.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
pivot_question_get_subject (PivotQuestion *self)
{
  g_return_val_if_fail (PIVOT_IS_QUESTION (self), NULL);

  return self->subject;
}
