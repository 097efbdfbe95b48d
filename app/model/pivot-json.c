/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-json.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define MAX_QUOTED 60 /* characters */

PivotJson
pivot_json_root (const PivotJsonFile *file,
                 JsonNode            *node)
{
  return (PivotJson) { .file = file, .node = node };
}

PivotJson
pivot_json_get_member (const PivotJson *object,
                       const char      *member)
{
  return (PivotJson) {
    .file = object->file,
    .parent = object,
    .member = member,
    .node = json_object_get_member (json_node_get_object (object->node), member),
  };
}

PivotJson
pivot_json_get_element (const PivotJson *array,
                        guint            index)
{
  return (PivotJson) {
    .file = array->file,
    .parent = array,
    .index = index,
    .node = json_array_get_element (json_node_get_array (array->node), index),
  };
}

/**
 * pivot_json_quote: (skip)
 * @text: a text
 *
 * Returns: (transfer full): @text in quotation marks, cut if it is long
 */
char *
pivot_json_quote (const char *text)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_strdup_printf ("“%s”", text);

  head = g_utf8_substring (text, 0, MAX_QUOTED);

  return g_strdup_printf ("“%s…”", head);
}

static gboolean
is_identifier (const char *string)
{
  if (!g_ascii_isalpha (*string) && *string != '_')
    return FALSE;

  for (; *string != '\0'; string++)
    if (!g_ascii_isalnum (*string) && *string != '_')
      return FALSE;

  return TRUE;
}

static void
append_key (GString    *string,
            const char *key)
{
  if (is_identifier (key) && strlen (key) <= MAX_QUOTED)
    {
      g_string_append_printf (string, ".%s", key);
      return;
    }

  g_string_append (string, "[\"");
  for (guint i = 0; *key != '\0' && i < MAX_QUOTED; i++, key = g_utf8_next_char (key))
    {
      gunichar c = g_utf8_get_char (key);

      if (c < 0x20)
        g_string_append_printf (string, "\\u%04x", c);
      else if (c == '"' || c == '\\')
        g_string_append_printf (string, "\\%c", (char) c);
      else
        g_string_append_unichar (string, c);
    }
  g_string_append (string, *key != '\0' ? "…\"]" : "\"]");
}

static void
append_path (GString         *string,
             const PivotJson *self)
{
  if (self->parent == NULL)
    {
      g_string_append_c (string, '$');
      return;
    }

  append_path (string, self->parent);

  if (self->member != NULL)
    append_key (string, self->member);
  else
    g_string_append_printf (string, "[%u]", self->index);
}

/**
 * pivot_json_get_path: (skip)
 * @self: a cursor
 *
 * Returns: (transfer full): its path, as `$[3].values["CN-ZJ"].value`
 */
char *
pivot_json_get_path (const PivotJson *self)
{
  GString *string = g_string_new (NULL);

  append_path (string, self);

  return g_string_free (string, FALSE);
}

/**
 * pivot_json_add_problem: (skip)
 * @self: a cursor
 * @code: what kind of thing is wrong
 * @expected: what should be there
 * @found: (nullable): what is there instead
 *
 * Adds a problem to the document's collection.
 */
void
pivot_json_add_problem (const PivotJson *self,
                        PivotDataError   code,
                        const char      *expected,
                        const char      *found)
{
  g_autofree char *path = pivot_json_get_path (self);

  pivot_problems_add (self->file->problems, code, self->file->file, path, expected, found);
}

static char *
describe_node (JsonNode *node)
{
  g_autofree char *text = NULL;

  switch (JSON_NODE_TYPE (node))
    {
    case JSON_NODE_OBJECT:
      return g_strdup (_("an object"));
    case JSON_NODE_ARRAY:
      return g_strdup (_("an array"));
    case JSON_NODE_NULL:
      return g_strdup ("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      text = pivot_json_quote (json_node_get_string (node));
      /* Translators: the string of a data file, in quotation marks */
      return g_strdup_printf (_("the string %s"), text);
    }

  text = pivot_json_number_to_text (json_node_get_double (node));

  /* Translators: the number of a data file */
  return g_strdup_printf (_("the number %s"), text);
}

/**
 * pivot_json_unexpected: (skip)
 * @self: a cursor with a node
 * @code: what kind of thing is wrong
 * @expected: what should be there
 *
 * Adds a problem that describes the node as what was found.
 */
void
pivot_json_unexpected (const PivotJson *self,
                       PivotDataError   code,
                       const char      *expected)
{
  g_autofree char *found = describe_node (self->node);

  pivot_json_add_problem (self, code, expected, found);
}

/**
 * pivot_json_has: (skip)
 * @self: a cursor
 * @need: whether there must be something
 *
 * Returns: whether there is something to read; a problem was added if there must be and is not
 */
gboolean
pivot_json_has (const PivotJson *self,
                PivotJsonNeed    need)
{
  if (self->node != NULL)
    return need != PIVOT_JSON_NULLABLE || !JSON_NODE_HOLDS_NULL (self->node);

  if (need != PIVOT_JSON_OPTIONAL)
    {
      g_autofree char *key = pivot_json_quote (self->member);
      /* Translators: a key of an object in a data file, in quotation marks */
      g_autofree char *expected = g_strdup_printf (_("the key %s"), key);

      pivot_json_add_problem (self->parent, PIVOT_DATA_ERROR_MISSING, expected, NULL);
    }

  return FALSE;
}

gboolean
pivot_json_is_object (const PivotJson *self,
                      PivotJsonNeed    need)
{
  if (!pivot_json_has (self, need))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (self->node))
    return TRUE;

  pivot_json_unexpected (self, PIVOT_DATA_ERROR_TYPE, _("an object"));

  return FALSE;
}

gboolean
pivot_json_is_array (const PivotJson *self,
                     PivotJsonNeed    need,
                     guint           *length)
{
  *length = 0;
  if (!pivot_json_has (self, need))
    return FALSE;

  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    {
      pivot_json_unexpected (self, PIVOT_DATA_ERROR_TYPE, _("an array"));
      return FALSE;
    }

  *length = json_array_get_length (json_node_get_array (self->node));

  return TRUE;
}

gboolean
pivot_json_is_number (const PivotJson *self)
{
  GType type;

  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node))
    return FALSE;

  type = json_node_get_value_type (self->node);

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

const char *
pivot_json_peek_string (const PivotJson *self)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) ||
      json_node_get_value_type (self->node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (self->node);
}

/**
 * pivot_json_number_to_text: (skip)
 * @number: a finite number
 *
 * Returns: (transfer full): the shortest decimal text that reads as the same double again, without an exponent
 */
char *
pivot_json_number_to_text (double number)
{
  char buffer[512];
  char format[16];

  /* Fixed notation first: nearly every number of a dataset has few decimals. */
  for (int decimals = 0; decimals <= 30; decimals++)
    {
      g_snprintf (format, sizeof format, "%%.%df", decimals);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        return g_strdup (buffer);
    }

  /* What is left is tiny: 341 decimals hold the smallest double's 17 digits. */
  g_ascii_formatd (buffer, sizeof buffer, "%.341f", number);

  return g_strdup (buffer);
}
