/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-problem.h"

#include <glib/gi18n-lib.h>

/* One thing that is wrong with a file. Immutable, so a worker may make it and the window may list it. */
struct _PivotProblem
{
  GObject         parent_instance;

  PivotDataError  code;
  char           *file;
  char           *path;
  char           *expected;
  char           *found;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_PATH,
  PROP_EXPECTED,
  PROP_FOUND,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_QUARK (pivot-data-error-quark, pivot_data_error)
G_DEFINE_FINAL_TYPE (PivotProblem, pivot_problem, G_TYPE_OBJECT)

static void
pivot_problem_finalize (GObject *object)
{
  PivotProblem *self = PIVOT_PROBLEM (object);

  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->found, g_free);

  G_OBJECT_CLASS (pivot_problem_parent_class)->finalize (object);
}

static void
pivot_problem_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PivotProblem *self = PIVOT_PROBLEM (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_EXPECTED:
      g_value_set_string (value, self->expected);
      break;
    case PROP_FOUND:
      g_value_set_string (value, self->found);
      break;
    case PROP_TEXT:
      g_value_take_string (value, pivot_problem_to_string (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_problem_class_init (PivotProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *names[N_PROPS] = { NULL, "file", "path", "expected", "found", "text" };

  object_class->finalize = pivot_problem_finalize;
  object_class->get_property = pivot_problem_get_property;

  for (guint i = PROP_FILE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_problem_init (PivotProblem *self)
{
}

/**
 * pivot_problem_new:
 * @code: what kind of thing is wrong
 * @file: (nullable): the file's name
 * @path: (nullable): where in the file
 * @expected: what should be there, as part of a sentence: "a number"
 * @found: (nullable): what is there instead: "a string"
 *
 * Describes one thing that is wrong with a file.
 *
 * Returns: (transfer full): a new problem
 */
PivotProblem *
pivot_problem_new (PivotDataError  code,
                   const char     *file,
                   const char     *path,
                   const char     *expected,
                   const char     *found)
{
  PivotProblem *self;

  g_return_val_if_fail (expected != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_PROBLEM, NULL);
  self->code = code;
  self->file = g_strdup (file);
  self->path = g_strdup (path);
  self->expected = g_strdup (expected);
  self->found = g_strdup (found);

  return self;
}

/**
 * pivot_problem_get_code:
 * @self: a problem
 *
 * Returns: what kind of thing is wrong
 */
PivotDataError
pivot_problem_get_code (PivotProblem *self)
{
  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), PIVOT_DATA_ERROR_IO);

  return self->code;
}

/**
 * pivot_problem_get_file:
 * @self: a problem
 *
 * Returns: (nullable): the file's name, without folders
 */
const char *
pivot_problem_get_file (PivotProblem *self)
{
  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), NULL);

  return self->file;
}

/**
 * pivot_problem_get_path:
 * @self: a problem
 *
 * Returns: (nullable): a JSON path, or line and column
 */
const char *
pivot_problem_get_path (PivotProblem *self)
{
  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), NULL);

  return self->path;
}

/**
 * pivot_problem_get_expected:
 * @self: a problem
 *
 * Returns: what should be there
 */
const char *
pivot_problem_get_expected (PivotProblem *self)
{
  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), NULL);

  return self->expected;
}

/**
 * pivot_problem_get_found:
 * @self: a problem
 *
 * Returns: (nullable): what is there instead
 */
const char *
pivot_problem_get_found (PivotProblem *self)
{
  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), NULL);

  return self->found;
}

/**
 * pivot_problem_to_string:
 * @self: a problem
 *
 * Writes the problem as one line: file, path, what was expected and what was found.
 *
 * Returns: (transfer full): a text in the user's language
 */
char *
pivot_problem_to_string (PivotProblem *self)
{
  g_autoptr(GString) string = g_string_new (NULL);

  g_return_val_if_fail (PIVOT_IS_PROBLEM (self), NULL);

  if (self->file != NULL)
    g_string_append_printf (string, "%s: ", self->file);
  if (self->path != NULL)
    g_string_append_printf (string, "%s: ", self->path);
  if (self->found != NULL)
    /* Translators: "a number", "a string" */
    g_string_append_printf (string, _("expected %s, found %s"), self->expected, self->found);
  else
    /* Translators: "a number" */
    g_string_append_printf (string, _("expected %s"), self->expected);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Problems up to a limit; past it they are only counted. */
struct _PivotProblems
{
  GListStore *list;
  guint       limit;
  guint       total;
};

/**
 * pivot_problems_new: (skip)
 * @limit: how many problems to keep
 *
 * Makes an empty collection.
 *
 * Returns: (transfer full): a new collection
 */
PivotProblems *
pivot_problems_new (guint limit)
{
  PivotProblems *self = g_new0 (PivotProblems, 1);

  self->list = g_list_store_new (PIVOT_TYPE_PROBLEM);
  self->limit = limit;

  return self;
}

/**
 * pivot_problems_free: (skip)
 * @self: (transfer full): a collection
 *
 * Frees the collection; a reference to its list stays good.
 */
void
pivot_problems_free (PivotProblems *self)
{
  g_object_unref (self->list);
  g_free (self);
}

/**
 * pivot_problems_add: (skip)
 * @self: a collection
 * @code: what kind of thing is wrong
 * @file: (nullable): the file's name
 * @path: (nullable): where in the file
 * @expected: what should be there
 * @found: (nullable): what is there instead
 *
 * Adds a problem, or only counts it if the collection is full.
 */
void
pivot_problems_add (PivotProblems  *self,
                    PivotDataError  code,
                    const char     *file,
                    const char     *path,
                    const char     *expected,
                    const char     *found)
{
  g_autoptr(PivotProblem) problem = NULL;

  g_return_if_fail (self != NULL);

  self->total++;
  if (self->total > self->limit)
    return;

  problem = pivot_problem_new (code, file, path, expected, found);
  g_list_store_append (self->list, problem);
}

/**
 * pivot_problems_is_full: (skip)
 * @self: a collection
 *
 * Returns: whether a further problem would only be counted
 */
gboolean
pivot_problems_is_full (PivotProblems *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->total >= self->limit;
}

/**
 * pivot_problems_get_total: (skip)
 * @self: a collection
 *
 * Returns: how many problems were added, also past the limit
 */
guint
pivot_problems_get_total (PivotProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total;
}

/**
 * pivot_problems_get_list: (skip)
 * @self: a collection
 *
 * Returns: (transfer none): a list of #PivotProblem, in the order they were found
 */
GListModel *
pivot_problems_get_list (PivotProblems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * pivot_problems_to_error: (skip)
 * @self: a collection
 * @error: return location for a `PIVOT_DATA_ERROR`
 *
 * Sums the problems up in one error: the first one's code and text, and how many more there are.
 *
 * Returns: whether there is a problem, and so an error
 */
gboolean
pivot_problems_to_error (PivotProblems  *self,
                         GError        **error)
{
  g_autoptr(PivotProblem) first = NULL;
  g_autofree char *text = NULL;
  guint more;

  g_return_val_if_fail (self != NULL, FALSE);

  first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  if (first == NULL)
    return FALSE;

  text = pivot_problem_to_string (first);
  more = self->total - 1;
  if (more == 0)
    g_set_error_literal (error, PIVOT_DATA_ERROR, (int) first->code, text);
  else
    g_set_error (error, PIVOT_DATA_ERROR, (int) first->code,
                 /* Translators: the text is a whole message about a file */
                 ngettext ("%s (and %u more problem)", "%s (and %u more problems)", more),
                 text, more);

  return TRUE;
}
