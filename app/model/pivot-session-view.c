/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include "pivot-lexer.h"
#include "pivot-problem.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The format allows more classes than we tell apart; the rest is asking for as many as there are. */
#define FORMAT_MAX_CLASSES 12
#define MAX_ZOOM           30.0

static const PivotLimits view_limits = { 4 * 1024 * 1024, 16, 500000, 64 * 1024 };

/* What one key's reader needs. */
typedef struct
{
  PivotSessionState       *state;
  PivotDataset            *dataset;
  const PivotSessionState *base;
  gboolean                 has_selection;
} Reader;

typedef gboolean (*ReadFunc) (Reader *reader, JsonNode *node, const char *path, GError **error);

/* ---- Errors: where, what was expected, what was found ---- */

static char *
describe (JsonNode *node)
{
  GType type;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_("a list"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");

  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    {
      g_autofree char *start = g_utf8_substring (json_node_get_string (node), 0,
                                                 MIN (40, g_utf8_strlen (json_node_get_string (node), -1)));

      return g_strdup_printf ("“%s”", start);
    }
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  return _pivot_session_format_double (json_node_get_double (node));
}

static gboolean
fail (GError        **error,
      PivotDataError  code,
      const char     *path,
      const char     *expected,
      JsonNode       *node)
{
  g_autofree char *found = describe (node);

  /* Translators: where in a view's JSON text, what should be there, what is there. */
  g_set_error (error, PIVOT_DATA_ERROR, code, _("view: %s: expected %s, found %s"), path, expected, found);
  return FALSE;
}

/* ---- Reading one key ---- */

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
read_word (JsonNode    *node,
           const char  *path,
           GType        type,
           int         *value,
           GError     **error)
{
  g_autoptr(GEnumClass) words = g_type_class_ref (type);
  GEnumValue *found = is_string (node) ? g_enum_get_value_by_nick (words, json_node_get_string (node)) : NULL;
  g_autoptr(GString) list = NULL;
  g_autofree char *expected = NULL;

  if (found != NULL)
    {
      *value = found->value;
      return TRUE;
    }

  list = g_string_new (NULL);
  for (guint i = 0; i < words->n_values; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", words->values[i].value_nick);
  /* Translators: words of the data format, with commas between them */
  expected = g_strdup_printf (_("one of %s"), list->str);

  return fail (error, is_string (node) ? PIVOT_DATA_ERROR_REFERENCE : PIVOT_DATA_ERROR_TYPE, path, expected, node);
}

static gboolean
read_page (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  int page;

  if (!read_word (node, path, PIVOT_TYPE_PAGE, &page, error))
    return FALSE;

  reader->state->page = page;
  return TRUE;
}

static gboolean
read_method (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  int method;

  if (!read_word (node, path, PIVOT_TYPE_METHOD, &method, error))
    return FALSE;

  reader->state->method = method;
  return TRUE;
}

static gboolean
read_measure_id (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!is_string (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("the id of a measure"), node);
  if (pivot_dataset_find_measure (reader->dataset, json_node_get_string (node)) == NULL)
    return fail (error, PIVOT_DATA_ERROR_REFERENCE, path, _("the id of a measure"), node);

  return TRUE;
}

static gboolean
read_measure (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!read_measure_id (reader, node, path, error))
    return FALSE;

  _pivot_session_state_set_measure (reader->state, json_node_get_string (node), reader->base);
  return TRUE;
}

static gboolean
read_against (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!read_measure_id (reader, node, path, error))
    return FALSE;

  _pivot_session_state_set_against (reader->state, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_place (Reader *reader, JsonNode *node, const char *path, int *index, GError **error)
{
  if (!is_string (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("the id of a place"), node);

  *index = pivot_dataset_get_place_index (reader->dataset, json_node_get_string (node));
  if (*index < 0)
    return fail (error, PIVOT_DATA_ERROR_REFERENCE, path, _("the id of a place"), node);

  return TRUE;
}

static gboolean
read_selection (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  PivotSessionState *state = reader->state;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("a list of places"), node);

  if (state->n_places > 0)
    memset (state->selected, 0, state->n_places);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *here = g_strdup_printf ("%s[%u]", path, i);
      int index;

      if (!read_place (reader, json_array_get_element (array, i), here, &index, error))
        return FALSE;
      state->selected[index] = TRUE;
    }

  reader->has_selection = TRUE;
  return TRUE;
}

static gboolean
read_number (JsonNode    *node,
             const char  *path,
             double       lower,
             double       upper,
             double      *number,
             GError     **error)
{
  g_autofree char *from = _pivot_session_format_double (lower);
  g_autofree char *to = _pivot_session_format_double (upper);
  g_autofree char *expected = NULL;

  if (is_number (node))
    {
      *number = json_node_get_double (node);
      if (*number >= lower && *number <= upper)
        return TRUE;
    }

  /* Translators: the least and the greatest number that are allowed. */
  expected = g_strdup_printf (_("a number from %s to %s"), from, to);
  return fail (error, is_number (node) ? PIVOT_DATA_ERROR_RANGE : PIVOT_DATA_ERROR_TYPE, path, expected, node);
}

static gboolean
read_classes (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  double number;

  if (!read_number (node, path, PIVOT_CLASSES_MIN, FORMAT_MAX_CLASSES, &number, error))
    return FALSE;
  if (number != floor (number))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("a whole number"), node);

  reader->state->classes = MIN ((guint) number, PIVOT_CLASSES_MAX);
  return TRUE;
}

static gboolean
read_breaks (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  PivotSessionState *state = reader->state;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("a list of numbers"), node);
  if (json_array_get_length (array) > PIVOT_SESSION_MAX_BREAKS)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_RANGE, _("view: %s: expected no more than %d numbers, found %u"),
                   path, PIVOT_SESSION_MAX_BREAKS, json_array_get_length (array));
      return FALSE;
    }

  state->n_breaks = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *here = g_strdup_printf ("%s[%u]", path, i);
      JsonNode *element = json_array_get_element (array, i);
      double number;

      if (!read_number (element, here, -G_MAXDOUBLE, G_MAXDOUBLE, &number, error))
        return FALSE;
      if (i > 0 && number <= state->breaks[i - 1])
        return fail (error, PIVOT_DATA_ERROR_RANGE, here, _("a number greater than the one before"), element);
      state->breaks[state->n_breaks++] = number + 0.0;
    }

  return TRUE;
}

static gboolean
read_palette (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!is_string (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("the name of a palette"), node);

  _pivot_session_set_string (&reader->state->palette, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_reversed (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("true or false"), node);

  reader->state->reversed = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_tab (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  if (!is_string (node) || !_pivot_session_state_is_tab (json_node_get_string (node)))
    return fail (error, is_string (node) ? PIVOT_DATA_ERROR_REFERENCE : PIVOT_DATA_ERROR_TYPE,
                 path, _("one of scatter, ranking, table"), node);

  _pivot_session_set_string (&reader->state->tab, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_firm (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  const char *id = is_string (node) ? json_node_get_string (node) : NULL;

  if (id == NULL && !JSON_NODE_HOLDS_NULL (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("the id of a firm"), node);
  if (id != NULL && pivot_dataset_find_firm (reader->dataset, id) == NULL)
    return fail (error, PIVOT_DATA_ERROR_REFERENCE, path, _("the id of a firm"), node);

  _pivot_session_set_string (&reader->state->firm, id);
  return TRUE;
}

static gboolean
read_figure (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  const char *id = is_string (node) ? json_node_get_string (node) : NULL;

  if (id == NULL && !JSON_NODE_HOLDS_NULL (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("the id of a figure"), node);
  if (id != NULL && pivot_dataset_find_figure (reader->dataset, id) == NULL)
    return fail (error, PIVOT_DATA_ERROR_REFERENCE, path, _("the id of a figure"), node);

  _pivot_session_set_string (&reader->state->figure, id);
  return TRUE;
}

static gboolean
read_focus (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  int index = -1;

  if (!JSON_NODE_HOLDS_NULL (node) && !read_place (reader, node, path, &index, error))
    return FALSE;

  reader->state->focus = index;
  return TRUE;
}

static gboolean
read_camera (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  static const struct { const char *name; double lower, upper; } parts[] = {
    { "longitude", -180, 180 }, { "latitude", -90, 90 }, { "zoom", 0, MAX_ZOOM },
  };
  double numbers[G_N_ELEMENTS (parts)] = { NAN, NAN, NAN };

  if (!JSON_NODE_HOLDS_NULL (node) && !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("an object with longitude, latitude and zoom"), node);

  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *here = g_strdup_printf ("%s.%s", path, parts[i].name);
      JsonNode *part = json_object_get_member (json_node_get_object (node), parts[i].name);

      if (part == NULL)
        {
          g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_MISSING, _("view: %s: expected a number, found nothing"), here);
          return FALSE;
        }
      if (!read_number (part, here, parts[i].lower, parts[i].upper, &numbers[i], error))
        return FALSE;
    }

  reader->state->longitude = numbers[0];
  reader->state->latitude = numbers[1];
  reader->state->zoom = numbers[2];
  return TRUE;
}

/* In the order of writing. The measure is before the breaks, which belong to it; the selection before the focus. */
static const struct
{
  const char *key;
  ReadFunc    read;
} keys[] = {
  { "page", read_page },
  { "measure", read_measure },
  { "against", read_against },
  { "selection", read_selection },
  { "classes", read_classes },
  { "method", read_method },
  { "breaks", read_breaks },
  { "palette", read_palette },
  { "reversed", read_reversed },
  { "tab", read_tab },
  { "firm", read_firm },
  { "figure", read_figure },
  { "focus", read_focus },
  { "camera", read_camera },
};

/* ---- The choices of pivot-session-options.h ---- */

static gboolean
read_option_word (PivotSessionState *state, PivotOption option, JsonNode *node, const char *path, GError **error)
{
  const char * const *words = pivot_option_get_words (option);
  g_autofree char *list = NULL;
  g_autofree char *expected = NULL;

  if (is_string (node) && g_strv_contains (words, json_node_get_string (node)))
    {
      _pivot_session_state_set_option (state, option, json_node_get_string (node));
      return TRUE;
    }

  list = g_strjoinv (", ", (char **) words);
  expected = g_strdup_printf (_("one of %s"), list);
  return fail (error, is_string (node) ? PIVOT_DATA_ERROR_REFERENCE : PIVOT_DATA_ERROR_TYPE, path, expected, node);
}

static gboolean
read_option_list (PivotSessionState *state, PivotOption option, JsonNode *node, const char *path, GError **error)
{
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  g_autofree char *text = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("a list of texts"), node);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *here = g_strdup_printf ("%s[%u]", path, i);

      if (!is_string (element) || *json_node_get_string (element) == '\0')
        return fail (error, PIVOT_DATA_ERROR_TYPE, here, _("a text"), element);
      g_strv_builder_add (values, json_node_get_string (element));
    }

  list = g_strv_builder_end (values);
  text = _pivot_option_join ((const char * const *) list);
  _pivot_session_state_set_option (state, option, text);
  return TRUE;
}

static gboolean
read_option (PivotSessionState *state, PivotOption option, JsonNode *node, const char *path, GError **error)
{
  switch (_pivot_option_get_kind (option))
    {
    case PIVOT_OPTION_KIND_FLAG:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("true or false"), node);
      _pivot_session_state_set_option (state, option, json_node_get_boolean (node) ? "true" : "");
      return TRUE;

    case PIVOT_OPTION_KIND_TEXT:
      if (!is_string (node))
        return fail (error, PIVOT_DATA_ERROR_TYPE, path, _("a text"), node);
      _pivot_session_state_set_option (state, option, json_node_get_string (node));
      return TRUE;

    case PIVOT_OPTION_KIND_LIST:
      return read_option_list (state, option, node, path, error);

    case PIVOT_OPTION_KIND_WORD:
    default:
      return read_option_word (state, option, node, path, error);
    }
}

static gboolean
read_options (Reader     *reader,
              JsonObject *object,
              gboolean    lenient,
              GError    **error)
{
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    {
      JsonNode *node = json_object_get_member (object, pivot_option_get_key (i));
      g_autofree char *path = g_strdup_printf ("$.%s", pivot_option_get_key (i));

      if (node != NULL && !read_option (reader->state, i, node, path, lenient ? NULL : error) && !lenient)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_object (Reader      *reader,
             JsonObject  *object,
             gboolean     lenient,
             GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode *node = json_object_get_member (object, keys[i].key);
      g_autofree char *path = g_strdup_printf ("$.%s", keys[i].key);

      if (node != NULL && !keys[i].read (reader, node, path, lenient ? NULL : error) && !lenient)
        return FALSE;

      /* A new selection brings its focus along, unless the view names another. */
      if (node != NULL && reader->has_selection && g_str_equal (keys[i].key, "selection"))
        reader->state->focus = _pivot_session_state_get_only_selected (reader->state);
    }

  return read_options (reader, object, lenient, error);
}

gboolean
_pivot_session_state_read (PivotSessionState        *self,
                           PivotDataset             *dataset,
                           const PivotSessionState  *base,
                           const char               *json,
                           gboolean                  lenient,
                           GError                  **error)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (1);
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local = NULL;
  Reader reader = { .state = self, .dataset = dataset, .base = base };
  JsonNode *root;

  /* json-glib recurses; the lexer does not, and knows limits. */
  if (!pivot_lexer_check (json, strlen (json), &view_limits, "view", problems))
    {
      pivot_problems_to_error (problems, error);
      return FALSE;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, -1, &local))
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, "view: %s", local->message);
      return FALSE;
    }

  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, PIVOT_DATA_ERROR_TYPE, "$", _("an object"), root);

  return read_object (&reader, json_node_get_object (root), lenient, error);
}
