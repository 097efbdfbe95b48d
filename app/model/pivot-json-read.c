/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-json.h"

#include "pivot-enums.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* One member or element read, checked, and reported with its path if it is something else. */

static void
add_out_of_range (const PivotJson *self,
                  double           min,
                  double           max)
{
  g_autofree char *lower = pivot_json_number_to_text (min);
  g_autofree char *upper = NULL;
  g_autofree char *expected = NULL;

  if (max >= (double) G_MAXINT)
    {
      expected = g_strdup_printf (_("at least %s"), lower);
    }
  else
    {
      upper = pivot_json_number_to_text (max);
      /* Translators: two numbers */
      expected = g_strdup_printf (_("%s to %s"), lower, upper);
    }

  pivot_json_unexpected (self, PIVOT_DATA_ERROR_RANGE, expected);
}

/**
 * pivot_json_read_number: (skip)
 * @self: a cursor
 * @need: whether there must be something
 * @min: the least number allowed
 * @max: the greatest number allowed
 * @number: (out): the number; untouched if there is none
 *
 * Returns: whether a number was read
 */
gboolean
pivot_json_read_number (const PivotJson *self,
                        PivotJsonNeed    need,
                        double           min,
                        double           max,
                        double          *number)
{
  double value;

  if (!pivot_json_has (self, need))
    return FALSE;

  if (!pivot_json_is_number (self))
    {
      pivot_json_unexpected (self, PIVOT_DATA_ERROR_TYPE,
                             need == PIVOT_JSON_NULLABLE ? _("a number or null") : _("a number"));
      return FALSE;
    }

  value = json_node_get_double (self->node);
  if (!(value >= min && value <= max))
    {
      add_out_of_range (self, min, max);
      return FALSE;
    }

  *number = value;

  return TRUE;
}

/**
 * pivot_json_read_integer: (skip)
 * @self: a cursor
 * @need: whether there must be something
 * @min: the least number allowed
 * @max: the greatest number allowed
 * @number: (out): the number; untouched if there is none
 *
 * Returns: whether a whole number was read; 2.0 is none
 */
gboolean
pivot_json_read_integer (const PivotJson *self,
                         PivotJsonNeed    need,
                         gint64           min,
                         gint64           max,
                         gint64          *number)
{
  gint64 value;

  if (!pivot_json_has (self, need))
    return FALSE;

  if (!pivot_json_is_number (self) || json_node_get_value_type (self->node) != G_TYPE_INT64)
    {
      pivot_json_unexpected (self, PIVOT_DATA_ERROR_TYPE,
                             need == PIVOT_JSON_NULLABLE ? _("a whole number or null") : _("a whole number"));
      return FALSE;
    }

  value = json_node_get_int (self->node);
  if (value < min || value > max)
    {
      add_out_of_range (self, (double) min, (double) max);
      return FALSE;
    }

  *number = value;

  return TRUE;
}

/**
 * pivot_json_read_enum: (skip)
 * @self: a cursor
 * @need: whether there must be something
 * @type: one of the types of pivot-enums.h
 * @first: the first value allowed
 * @last: the last value allowed
 * @value: (out): the value; untouched if there is none
 *
 * Returns: whether one of the words allowed was read
 */
gboolean
pivot_json_read_enum (const PivotJson *self,
                      PivotJsonNeed    need,
                      GType            type,
                      int              first,
                      int              last,
                      int             *value)
{
  g_autoptr(GString) words = NULL;
  g_autofree char *expected = NULL;
  int found;

  if (!pivot_json_has (self, need))
    return FALSE;

  if (pivot_enum_from_nick (type, pivot_json_peek_string (self), &found) && found >= first && found <= last)
    {
      *value = found;
      return TRUE;
    }

  words = g_string_new (NULL);
  for (int i = first; i <= last && pivot_enum_to_nick (type, i) != NULL; i++)
    g_string_append_printf (words, "%s%s", i > first ? ", " : "", pivot_enum_to_nick (type, i));
  /* Translators: words of the data format, with commas between them */
  expected = g_strdup_printf (_("one of %s"), words->str);
  pivot_json_unexpected (self, pivot_json_peek_string (self) ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE,
                         expected);

  return FALSE;
}

static gboolean
is_blank (const char *string)
{
  for (; *string != '\0'; string = g_utf8_next_char (string))
    if (!g_unichar_isspace (g_utf8_get_char (string)))
      return FALSE;

  return TRUE;
}

/* A string that passes the test; code for one that does not. */
static char *
read_matching (const PivotJson *self,
               PivotJsonNeed    need,
               gboolean       (*matches) (const char *string),
               const char      *expected)
{
  const char *string;

  if (!pivot_json_has (self, need))
    return NULL;

  string = pivot_json_peek_string (self);
  if (string != NULL && matches (string))
    return g_strdup (string);

  if (need == PIVOT_JSON_NULLABLE)
    {
      /* Translators: "a date or null" */
      g_autofree char *or_null = g_strdup_printf (_("%s or null"), expected);

      pivot_json_unexpected (self, string ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE, or_null);
    }
  else
    {
      pivot_json_unexpected (self, string ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE, expected);
    }

  return NULL;
}

static gboolean
is_not_blank (const char *string)
{
  return !is_blank (string);
}

/* 2013, 2013-05 or 2013-05-20, and a day that exists. */
static gboolean
is_date (const char *string)
{
  gsize length = strlen (string);
  int part[3] = { 0, 1, 1 };

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  for (gsize i = 0, n = 0; i < length; i++)
    {
      if (i == 4 || i == 7)
        {
          if (string[i] != '-')
            return FALSE;
          part[++n] = 0;
        }
      else if (!g_ascii_isdigit (string[i]))
        return FALSE;
      else
        part[n] = part[n] * 10 + (string[i] - '0');
    }

  return part[0] > 0 && part[2] <= 31 &&
         g_date_valid_dmy ((GDateDay) part[2], (GDateMonth) part[1], (GDateYear) part[0]);
}

static gboolean
is_url (const char *string)
{
  const char *rest;

  if (g_str_has_prefix (string, "https://"))
    rest = string + strlen ("https://");
  else if (g_str_has_prefix (string, "http://"))
    rest = string + strlen ("http://");
  else
    return FALSE;

  if (*rest == '\0')
    return FALSE;

  for (; *rest != '\0'; rest = g_utf8_next_char (rest))
    if (g_unichar_isspace (g_utf8_get_char (rest)))
      return FALSE;

  return TRUE;
}

/**
 * pivot_json_is_kebab: (skip)
 * @string: a string
 *
 * Returns: whether it is an id of small letters, digits and single hyphens inside
 */
gboolean
pivot_json_is_kebab (const char *string)
{
  gboolean after_hyphen = TRUE;

  for (; *string != '\0'; string++)
    {
      if (*string == '-' ? after_hyphen : !g_ascii_islower (*string) && !g_ascii_isdigit (*string))
        return FALSE;
      after_hyphen = *string == '-';
    }

  return !after_hyphen;
}

char *
pivot_json_read_string (const PivotJson *self,
                        PivotJsonNeed    need)
{
  return read_matching (self, need, is_not_blank, _("a string that is not empty"));
}

char *
pivot_json_read_id (const PivotJson *self,
                    PivotJsonNeed    need)
{
  return read_matching (self, need, pivot_json_is_kebab, _("an id in kebab-case"));
}

char *
pivot_json_read_date (const PivotJson *self,
                      PivotJsonNeed    need)
{
  return read_matching (self, need, is_date, _("a date as 2013, 2013-05 or 2013-05-20"));
}

char *
pivot_json_read_url (const PivotJson *self,
                     PivotJsonNeed    need)
{
  return read_matching (self, need, is_url, _("an http or https address"));
}

/* One wording of a text in several languages. */
static void
read_wording (const PivotJson *self,
              GHashTable      *wordings)
{
  char *text = pivot_json_read_string (self, PIVOT_JSON_REQUIRED);

  if (self->file->languages != NULL && !g_hash_table_contains (self->file->languages, self->member))
    pivot_json_add_problem (self, PIVOT_DATA_ERROR_REFERENCE, _("a language that dataset.json names"), NULL);

  if (text != NULL)
    g_hash_table_insert (wordings, g_strdup (self->member), text);
}

static PivotText *
read_wordings (const PivotJson *self)
{
  g_autoptr(GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObject *object = json_node_get_object (self->node);
  JsonObjectIter iter;
  const char *language;

  if (!json_object_has_member (object, "en"))
    pivot_json_add_problem (self, PIVOT_DATA_ERROR_MISSING, _("the key “en”"), NULL);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      PivotJson here = pivot_json_get_member (self, language);

      read_wording (&here, wordings);
    }

  return g_hash_table_size (wordings) > 0 ? pivot_text_new_take_table (g_steal_pointer (&wordings)) : NULL;
}

/**
 * pivot_json_read_text: (skip)
 * @self: a cursor
 * @need: whether there must be something
 *
 * Reads a text for people: a string, or an object of strings by language tag, English among them.
 *
 * Returns: (transfer full) (nullable): the text
 */
PivotText *
pivot_json_read_text (const PivotJson *self,
                      PivotJsonNeed    need)
{
  const char *string;

  if (!pivot_json_has (self, need))
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (self->node))
    return read_wordings (self);

  string = pivot_json_peek_string (self);
  if (string != NULL && !is_blank (string))
    return pivot_text_new (string);

  pivot_json_unexpected (self, string ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE,
                         _("a text: a string, or an object of strings by language"));

  return NULL;
}

/**
 * pivot_json_read_texts: (skip)
 * @self: a cursor
 * @need: whether there must be something
 *
 * Returns: (transfer full) (element-type PivotText): the texts of an array; never %NULL
 */
GPtrArray *
pivot_json_read_texts (const PivotJson *self,
                       PivotJsonNeed    need)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_text_unref);
  guint n;

  pivot_json_is_array (self, need, &n);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (self, i);
      PivotText *text = pivot_json_read_text (&here, PIVOT_JSON_REQUIRED);

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }

  return texts;
}
