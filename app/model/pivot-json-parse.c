/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-json.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#define TOKENS_BETWEEN_CHECKS 4096
#define MAX_EXACT_INTEGER 9007199254740992.0 /* 2^53 */

/* The containers that are open, outermost first; each cursor's parent is the one before it. json-glib's own parser
 * recurses, wraps integers past 64 bits, and takes the last of two equal keys, so the tree is built here. */
typedef struct
{
  PivotLexer    *lexer;
  PivotJsonFile  file;
  PivotJson     *stack;
  char         **names;     /* the key under which the next value of stack[i] goes */
  guint          depth;
  JsonNode      *root;

  PivotJsonElementFunc on_element;  /* NULL: the whole document stays */
  gpointer             data;
  guint                n_elements;  /* that were handed over */
  gsize                length;      /* of the text */
} Builder;

static JsonNode *
make_node (Builder    *self,
           PivotToken  token)
{
  JsonNode *node = json_node_alloc ();
  double number;

  switch (token)
    {
    case PIVOT_TOKEN_OBJECT_START:
      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
      return node;
    case PIVOT_TOKEN_ARRAY_START:
      json_node_init (node, JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      return node;
    case PIVOT_TOKEN_STRING:
      return json_node_init_string (node, pivot_lexer_get_string (self->lexer));
    case PIVOT_TOKEN_NUMBER:
      number = pivot_lexer_get_number (self->lexer);
      if (pivot_lexer_is_integer (self->lexer) && fabs (number) < MAX_EXACT_INTEGER)
        return json_node_init_int (node, (gint64) number);
      return json_node_init_double (node, number);
    case PIVOT_TOKEN_TRUE:
      return json_node_init_boolean (node, TRUE);
    case PIVOT_TOKEN_FALSE:
      return json_node_init_boolean (node, FALSE);
    default:
      return json_node_init_null (node);
    }
}

/* Puts a node where it belongs and gives its cursor. */
static PivotJson
place_node (Builder  *self,
            JsonNode *node)
{
  PivotJson *parent = self->depth > 0 ? &self->stack[self->depth - 1] : NULL;
  PivotJson here = { .file = &self->file, .parent = parent, .node = node };

  if (parent == NULL)
    {
      self->root = node;
    }
  else if (JSON_NODE_HOLDS_ARRAY (parent->node))
    {
      JsonArray *array = json_node_get_array (parent->node);

      here.index = json_array_get_length (array) + (self->depth == 1 ? self->n_elements : 0);
      json_array_add_element (array, node);
    }
  else
    {
      here.member = self->names[self->depth - 1];
      json_object_set_member (json_node_get_object (parent->node), here.member, node);
    }

  return here;
}

static void
take_name (Builder *self)
{
  PivotJson *object = &self->stack[self->depth - 1];
  char **name = &self->names[self->depth - 1];

  g_free (*name);
  *name = g_strdup (pivot_lexer_get_string (self->lexer));

  if (json_object_has_member (json_node_get_object (object->node), *name))
    {
      PivotJson here = { .file = &self->file, .parent = object, .member = *name };

      pivot_json_add_problem (&here, PIVOT_DATA_ERROR_DUPLICATE, _("the key only once"), _("it a second time"));
    }
}

/* An element of a list that is not kept is complete: it is handed over and forgotten. */
static void
end_value (Builder *self)
{
  PivotJson *root = &self->stack[0];
  PivotJson here = { .file = &self->file, .parent = root, .index = self->n_elements };
  JsonArray *array;

  if (self->on_element == NULL || self->depth != 1 || !JSON_NODE_HOLDS_ARRAY (root->node))
    return;

  array = json_node_get_array (root->node);
  here.node = json_array_get_element (array, 0);
  self->on_element (&here, (double) pivot_lexer_get_offset (self->lexer) / self->length, self->data);
  json_array_remove_element (array, 0);
  self->n_elements++;
}

/* Reads all tokens. FALSE: an error, or cancelled. */
static gboolean
build (Builder      *self,
       guint         max_depth,
       GCancellable *cancellable)
{
  for (guint i = 1;; i++)
    {
      PivotToken token = pivot_lexer_next (self->lexer);
      PivotJson here;

      if (i % TOKENS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      switch (token)
        {
        case PIVOT_TOKEN_END:
          return TRUE;
        case PIVOT_TOKEN_ERROR:
          pivot_lexer_report (self->lexer, self->file.file, self->file.problems);
          return FALSE;
        case PIVOT_TOKEN_NAME:
          take_name (self);
          break;
        case PIVOT_TOKEN_OBJECT_END:
        case PIVOT_TOKEN_ARRAY_END:
          self->depth--;
          end_value (self);
          break;
        case PIVOT_TOKEN_OBJECT_START:
        case PIVOT_TOKEN_ARRAY_START:
          here = place_node (self, make_node (self, token));
          g_assert (self->depth < max_depth);
          self->stack[self->depth++] = here;
          break;
        default:
          place_node (self, make_node (self, token));
          end_value (self);
        }
    }
}

/* Takes what the builder needs besides, and lets go of it again. */
static JsonNode *
parse (Builder           *builder,
       const PivotLimits *limits,
       GCancellable      *cancellable)
{
  gboolean complete;

  builder->stack = g_new (PivotJson, limits->max_depth + 1);
  builder->names = g_new0 (char *, limits->max_depth + 1);

  complete = build (builder, limits->max_depth, cancellable);

  for (guint i = 0; i < limits->max_depth; i++)
    g_free (builder->names[i]);
  g_free (builder->names);
  g_free (builder->stack);
  if (!complete)
    g_clear_pointer (&builder->root, json_node_unref);

  return builder->root;
}

/**
 * pivot_json_parse: (skip)
 * @text: (array length=length): a text
 * @length: its length in bytes
 * @limits: what it may not exceed
 * @file: the file's name, for messages
 * @problems: where to add problems
 * @cancellable: (nullable): a cancellable
 *
 * Parses a JSON text. Numbers written without fraction and exponent, and exact in a double, become integers.
 *
 * Returns: (transfer full) (nullable): the document; %NULL if it is not JSON within the limits, or if cancelled
 */
JsonNode *
pivot_json_parse (const char        *text,
                  gsize              length,
                  const PivotLimits *limits,
                  const char        *file,
                  PivotProblems     *problems,
                  GCancellable      *cancellable)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, length, limits);
  Builder builder = { .lexer = lexer, .file = { .file = file, .problems = problems }, .length = length };

  return parse (&builder, limits, cancellable);
}

/**
 * pivot_json_parse_list: (skip)
 * @text: (array length=length): a text
 * @length: its length in bytes
 * @limits: what it may not exceed
 * @file: the file
 * @on_element: called with each element of the array that the text is
 * @data: data for @on_element
 * @cancellable: (nullable): a cancellable
 *
 * Parses a JSON text and keeps none of it. Elements before an error have been handed over by then.
 *
 * Returns: (transfer full) (nullable): the document without its elements; %NULL if it is not JSON within the limits, or if
 *   cancelled
 */
JsonNode *
pivot_json_parse_list (const char           *text,
                       gsize                 length,
                       const PivotLimits    *limits,
                       const PivotJsonFile  *file,
                       PivotJsonElementFunc  on_element,
                       gpointer              data,
                       GCancellable         *cancellable)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, length, limits);
  Builder builder = { .lexer = lexer, .file = *file, .on_element = on_element, .data = data, .length = length };

  return parse (&builder, limits, cancellable);
}
