/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-guess.h"

#include "pivot-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A class of children does not write more. */
#define MAX_GUESSES 200
#define MAX_VALUES 5000

static const PivotLimits limits = { 1024 * 1024, 8, 100000, 4096 };
static const char * const nicks[] = { "rank", "classes", "line" };

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == PIVOT_GUESS_N_KINDS);

/**
 * pivot_guess_new:
 * @kind: what is guessed
 * @team: name of the team
 * @about: id of a measure, or "figure/series"
 *
 * Makes a guess without values.
 *
 * Returns: (transfer full): a guess
 */
PivotGuess *
pivot_guess_new (PivotGuessKind  kind,
                 const char     *team,
                 const char     *about)
{
  PivotGuess *self = g_new0 (PivotGuess, 1);

  self->kind = kind;
  self->team = g_strdup (team);
  self->about = g_strdup (about);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

/**
 * pivot_guess_copy:
 * @self: a guess
 *
 * Returns: (transfer full): the same once more
 */
PivotGuess *
pivot_guess_copy (const PivotGuess *self)
{
  PivotGuess *copy = pivot_guess_new (self->kind, self->team, self->about);

  for (guint i = 0; i < self->keys->len; i++)
    g_ptr_array_add (copy->keys, g_strdup (g_ptr_array_index (self->keys, i)));
  g_array_append_vals (copy->values, self->values->data, self->values->len);
  g_array_append_vals (copy->breaks, self->breaks->data, self->breaks->len);

  return copy;
}

/**
 * pivot_guess_free:
 * @self: (transfer full): a guess
 *
 * Frees it.
 */
void
pivot_guess_free (PivotGuess *self)
{
  g_free (self->team);
  g_free (self->about);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->values);
  g_array_unref (self->breaks);
  g_free (self);
}

/**
 * pivot_guess_is_about:
 * @self: a guess
 * @kind: a kind
 * @about: id of a measure, or "figure/series"
 *
 * Returns: whether it answers this question
 */
gboolean
pivot_guess_is_about (const PivotGuess *self,
                      PivotGuessKind    kind,
                      const char       *about)
{
  return self->kind == kind && strcmp (self->about, about) == 0;
}

static int
find_key (const PivotGuess *self,
          const char       *key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
      return (int) i;

  return -1;
}

/**
 * pivot_guess_get:
 * @self: a guess
 * @key: id of a place, or x of a point
 * @value: (out): what was guessed
 *
 * Returns: %FALSE if nothing was guessed there
 */
gboolean
pivot_guess_get (const PivotGuess *self,
                 const char       *key,
                 double           *value)
{
  int i = find_key (self, key);

  if (i >= 0)
    *value = g_array_index (self->values, double, i);

  return i >= 0;
}

/**
 * pivot_guess_set:
 * @self: a guess
 * @key: id of a place, or x of a point
 * @value: what is guessed
 *
 * Guesses, or thinks better of it.
 */
void
pivot_guess_set (PivotGuess *self,
                 const char *key,
                 double      value)
{
  int i = find_key (self, key);

  g_return_if_fail (isfinite (value));

  if (i >= 0)
    g_array_index (self->values, double, i) = value;
  else
    {
      g_ptr_array_add (self->keys, g_strdup (key));
      g_array_append_val (self->values, value);
    }
}

/**
 * pivot_guess_unset:
 * @self: a guess
 * @key: id of a place, or x of a point
 *
 * Takes back what was guessed there.
 */
void
pivot_guess_unset (PivotGuess *self,
                   const char *key)
{
  int i = find_key (self, key);

  if (i < 0)
    return;

  g_ptr_array_remove_index (self->keys, (guint) i);
  g_array_remove_index (self->values, (guint) i);
}

/* ---- Reading ---- */

static gboolean
read_kind (const PivotJson *object,
           PivotGuessKind  *kind)
{
  PivotJson member = pivot_json_get_member (object, "kind");
  g_autofree char *word = pivot_json_read_string (&member, PIVOT_JSON_REQUIRED);

  for (guint i = 0; word != NULL && i < PIVOT_GUESS_N_KINDS; i++)
    if (strcmp (word, nicks[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  if (word != NULL)
    pivot_json_unexpected (&member, PIVOT_DATA_ERROR_RANGE, _("rank, classes or line"));

  return FALSE;
}

static gboolean
read_value (const PivotJson *member,
            PivotGuess      *guess)
{
  static const double least[] = { 1, 0, -G_MAXDOUBLE }, most[] = { MAX_VALUES, 99, G_MAXDOUBLE };
  gint64 integer;
  double value;

  if (guess->kind == PIVOT_GUESS_LINE)
    {
      if (!pivot_json_read_number (member, PIVOT_JSON_REQUIRED, least[guess->kind], most[guess->kind], &value))
        return FALSE;
    }
  else
    {
      if (!pivot_json_read_integer (member, PIVOT_JSON_REQUIRED, (gint64) least[guess->kind], (gint64) most[guess->kind], &integer))
        return FALSE;
      value = (double) integer;
    }
  g_ptr_array_add (guess->keys, g_strdup (member->member));
  g_array_append_val (guess->values, value);

  return TRUE;
}

static gboolean
read_values (const PivotJson *object,
             PivotGuess      *guess)
{
  PivotJson values = pivot_json_get_member (object, "values");
  g_autoptr(GList) members = NULL;

  if (!pivot_json_is_object (&values, PIVOT_JSON_REQUIRED))
    return FALSE;

  members = json_object_get_members (json_node_get_object (values.node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      PivotJson member = pivot_json_get_member (&values, l->data);

      if (!read_value (&member, guess))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_breaks (const PivotJson *object,
             PivotGuess      *guess)
{
  PivotJson breaks = pivot_json_get_member (object, "breaks");
  guint n;

  if (guess->kind != PIVOT_GUESS_CLASSES)
    return TRUE;
  if (!pivot_json_is_array (&breaks, PIVOT_JSON_REQUIRED, &n))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      PivotJson element = pivot_json_get_element (&breaks, i);
      double number;

      if (!pivot_json_read_number (&element, PIVOT_JSON_REQUIRED, -G_MAXDOUBLE, G_MAXDOUBLE, &number))
        return FALSE;
      if (i > 0 && number <= g_array_index (guess->breaks, double, i - 1))
        {
          pivot_json_unexpected (&element, PIVOT_DATA_ERROR_RANGE, _("a number above the one before"));
          return FALSE;
        }
      g_array_append_val (guess->breaks, number);
    }

  return TRUE;
}

/* A class that was not offered cannot have been painted, and no two places can have one position. */
static gboolean
check_values (const PivotJson *object,
              PivotGuess      *guess)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  PivotJson values = pivot_json_get_member (object, "values");

  for (guint i = 0; i < guess->keys->len; i++)
    {
      double value = g_array_index (guess->values, double, i);
      PivotJson member = pivot_json_get_member (&values, g_ptr_array_index (guess->keys, i));

      if (guess->kind == PIVOT_GUESS_CLASSES && value > guess->breaks->len)
        {
          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_RANGE, _("one of the classes"));
          return FALSE;
        }
      if (guess->kind == PIVOT_GUESS_RANK && !g_hash_table_add (seen, GUINT_TO_POINTER ((guint) value)))
        {
          pivot_json_unexpected (&member, PIVOT_DATA_ERROR_DUPLICATE, _("a position of its own"));
          return FALSE;
        }
    }

  return TRUE;
}

static PivotGuess *
read_guess (const PivotJson *object)
{
  g_autofree char *team_name = NULL, *about_id = NULL;
  PivotJson team, about;
  g_autoptr(PivotGuess) guess = NULL;
  PivotGuessKind kind;

  if (!pivot_json_is_object (object, PIVOT_JSON_REQUIRED) || !read_kind (object, &kind))
    return NULL;

  team = pivot_json_get_member (object, "team");
  about = pivot_json_get_member (object, "about");
  /* The class as a whole has no name. */
  team_name = pivot_json_has (&team, PIVOT_JSON_OPTIONAL) ? pivot_json_read_string (&team, PIVOT_JSON_REQUIRED) : g_strdup ("");
  about_id = pivot_json_read_string (&about, PIVOT_JSON_REQUIRED);
  if (team_name == NULL || about_id == NULL)
    return NULL;

  guess = pivot_guess_new (kind, team_name, about_id);
  if (!read_breaks (object, guess) || !read_values (object, guess) || !check_values (object, guess))
    return NULL;

  return g_steal_pointer (&guess);
}

static void
read_all (const PivotJson *root,
          GPtrArray       *guesses)
{
  guint n;

  if (!pivot_json_is_array (root, PIVOT_JSON_REQUIRED, &n))
    return;

  for (guint i = 0; i < MIN (n, MAX_GUESSES); i++)
    {
      PivotJson element = pivot_json_get_element (root, i);
      PivotGuess *guess = read_guess (&element);

      if (guess == NULL)
        return;
      g_ptr_array_add (guesses, guess);
    }
}

/**
 * pivot_guesses_read:
 * @json: a JSON array, or an empty text
 * @error: return location for an error
 *
 * Reads what was guessed. Whether a dataset has what the guesses are about is not asked.
 *
 * Returns: (transfer full) (nullable) (element-type PivotGuess): the guesses, %NULL with %PIVOT_DATA_ERROR if any is damaged
 */
GPtrArray *
pivot_guesses_read (const char  *json,
                    GError     **error)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (4);
  g_autoptr(GPtrArray) guesses = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_guess_free);
  /* Translators: where an error is, at the start of a message. */
  PivotJsonFile file = { _("guesses"), problems, NULL };
  g_autoptr(JsonNode) node = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  if (*json == '\0')
    return g_steal_pointer (&guesses);

  node = pivot_json_parse (json, strlen (json), &limits, file.file, problems, NULL);
  if (node != NULL)
    {
      PivotJson root = pivot_json_root (&file, node);

      read_all (&root, guesses);
    }
  if (pivot_problems_to_error (problems, error))
    return NULL;

  return g_steal_pointer (&guesses);
}

/* ---- Writing ---- */

static void
write_guess (JsonBuilder      *builder,
             const PivotGuess *guess)
{
  json_builder_begin_object (builder);
  if (*guess->team != '\0')
    {
      json_builder_set_member_name (builder, "team");
      json_builder_add_string_value (builder, guess->team);
    }
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, nicks[guess->kind]);
  json_builder_set_member_name (builder, "about");
  json_builder_add_string_value (builder, guess->about);
  if (guess->kind == PIVOT_GUESS_CLASSES)
    {
      json_builder_set_member_name (builder, "breaks");
      json_builder_begin_array (builder);
      for (guint i = 0; i < guess->breaks->len; i++)
        json_builder_add_double_value (builder, g_array_index (guess->breaks, double, i));
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < guess->keys->len; i++)
    {
      double value = g_array_index (guess->values, double, i);

      json_builder_set_member_name (builder, g_ptr_array_index (guess->keys, i));
      if (guess->kind == PIVOT_GUESS_LINE)
        json_builder_add_double_value (builder, value);
      else
        json_builder_add_int_value (builder, (gint64) value);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * pivot_guesses_write:
 * @guesses: (element-type PivotGuess): guesses
 *
 * Writes what was guessed.
 *
 * Returns: (transfer full): a JSON array
 */
char *
pivot_guesses_write (GPtrArray *guesses)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (guesses != NULL, NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < guesses->len; i++)
    write_guess (builder, g_ptr_array_index (guesses, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
