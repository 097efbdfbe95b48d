/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-strokes.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* A stroke of every point that it may have, and room for white space. */
#define MAX_BYTES (4 * 1024 * 1024)
/* Nearer than this to the last point, a point adds nothing that could be seen. */
#define LEAST_STEP 0.0008

struct _PivotStrokes
{
  GObject    parent_instance;

  GPtrArray *strokes;   /* of GArray of double: x, y, x, y … */
};

G_DEFINE_FINAL_TYPE (PivotStrokes, pivot_strokes, G_TYPE_OBJECT)

static double
keep_within (double value)
{
  return CLAMP (value, 0, 1);
}

static gboolean
read_number (JsonArray  *array,
             guint       stroke,
             guint       i,
             GArray     *points,
             GError    **error)
{
  JsonNode *node = json_array_get_element (array, i);
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double value;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_TYPE, _("$[%u].points[%u]: expected a number"), stroke, i);
      return FALSE;
    }

  value = json_node_get_double (node);
  if (!(value >= 0 && value <= 1))
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_RANGE, _("$[%u].points[%u]: expected a number from 0 to 1"),
                   stroke, i);
      return FALSE;
    }
  g_array_append_val (points, value);

  return TRUE;
}

/* The array of a stroke's points; NULL with an error. */
static JsonArray *
find_points (JsonNode  *node,
             guint      stroke,
             GError   **error)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "points") : NULL;
  guint n;

  if (member == NULL || !JSON_NODE_HOLDS_ARRAY (member))
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_TYPE, _("$[%u]: expected an object with an array “points”"), stroke);
      return NULL;
    }

  n = json_array_get_length (json_node_get_array (member));
  if (n == 0 || n % 2 != 0 || n / 2 > PIVOT_STROKES_MAX_POINTS)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT, _("$[%u].points: expected 1 to %u pairs of numbers"), stroke,
                   PIVOT_STROKES_MAX_POINTS);
      return NULL;
    }

  return json_node_get_array (member);
}

static gboolean
read_stroke (PivotStrokes  *self,
             JsonNode      *node,
             guint          stroke,
             GError       **error)
{
  JsonArray *array = find_points (node, stroke, error);
  GArray *points;

  if (array == NULL)
    return FALSE;

  points = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->strokes, points);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_number (array, stroke, i, points, error))
      return FALSE;

  return TRUE;
}

static JsonArray *
find_strokes (JsonParser  *parser,
              GError     **error)
{
  JsonNode *root = json_parser_get_root (parser);

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_TYPE, _("$: expected an array of strokes"));
      return NULL;
    }
  if (json_array_get_length (json_node_get_array (root)) > PIVOT_STROKES_MAX)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT, _("$: more than %u strokes"), PIVOT_STROKES_MAX);
      return NULL;
    }

  return json_node_get_array (root);
}

static gboolean
parse (JsonParser  *parser,
       const char  *json,
       GError     **error)
{
  g_autoptr(GError) problem = NULL;

  if (strlen (json) > MAX_BYTES)
    {
      g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_LIMIT, _("$: more than %u bytes"), MAX_BYTES);
      return FALSE;
    }
  if (json_parser_load_from_data (parser, json, -1, &problem))
    return TRUE;

  g_set_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_SYNTAX, "%s", problem->message);

  return FALSE;
}

static void
pivot_strokes_finalize (GObject *object)
{
  g_ptr_array_unref (PIVOT_STROKES (object)->strokes);

  G_OBJECT_CLASS (pivot_strokes_parent_class)->finalize (object);
}

static void
pivot_strokes_class_init (PivotStrokesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_strokes_finalize;
}

static void
pivot_strokes_init (PivotStrokes *self)
{
  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * pivot_strokes_new:
 *
 * Makes a page on which nothing was drawn.
 *
 * Returns: (transfer full): strokes
 */
PivotStrokes *
pivot_strokes_new (void)
{
  return g_object_new (PIVOT_TYPE_STROKES, NULL);
}

/**
 * pivot_strokes_new_from_json:
 * @json: a JSON array of strokes
 * @error: return location for an error of %PIVOT_DATA_ERROR
 *
 * Reads strokes, all or none.
 *
 * Returns: (transfer full) (nullable): strokes
 */
PivotStrokes *
pivot_strokes_new_from_json (const char  *json,
                             GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(PivotStrokes) self = pivot_strokes_new ();
  JsonArray *array;

  g_return_val_if_fail (json != NULL, NULL);

  if (!parse (parser, json, error))
    return NULL;

  array = find_strokes (parser, error);
  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_stroke (self, json_array_get_element (array, i), i, error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * pivot_strokes_to_json:
 * @self: strokes
 *
 * Writes them down. The same strokes give the same text.
 *
 * Returns: (transfer full): a JSON array
 */
char *
pivot_strokes_to_json (PivotStrokes *self)
{
  GString *json;

  g_return_val_if_fail (PIVOT_IS_STROKES (self), NULL);

  json = g_string_new ("[");
  for (guint i = 0; i < self->strokes->len; i++)
    {
      GArray *points = g_ptr_array_index (self->strokes, i);

      g_string_append (json, i > 0 ? ",{\"points\":[" : "{\"points\":[");
      for (guint k = 0; k < points->len; k++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          /* A ten-thousandth of the page is less than a pixel of any projector. */
          g_ascii_formatd (number, sizeof number, "%.4f", g_array_index (points, double, k));
          g_string_append_printf (json, k > 0 ? ",%s" : "%s", number);
        }
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/**
 * pivot_strokes_get_n:
 * @self: strokes
 *
 * Returns: how many there are
 */
guint
pivot_strokes_get_n (PivotStrokes *self)
{
  g_return_val_if_fail (PIVOT_IS_STROKES (self), 0);

  return self->strokes->len;
}

/**
 * pivot_strokes_get_points:
 * @self: strokes
 * @stroke: one of them
 * @n_points: (out): how many points it has
 *
 * Returns: (transfer none) (array): x and y of each, as fractions of the page
 */
const double *
pivot_strokes_get_points (PivotStrokes *self,
                          guint         stroke,
                          guint        *n_points)
{
  GArray *points;

  g_return_val_if_fail (PIVOT_IS_STROKES (self), NULL);
  g_return_val_if_fail (stroke < self->strokes->len, NULL);

  points = g_ptr_array_index (self->strokes, stroke);
  *n_points = points->len / 2;

  return (const double *) points->data;
}

/**
 * pivot_strokes_begin:
 * @self: strokes
 * @x: fraction of the page's width
 * @y: fraction of its height
 *
 * Puts the pen down. Points outside of the page are brought to its edge.
 *
 * Returns: %FALSE if the page is full
 */
gboolean
pivot_strokes_begin (PivotStrokes *self,
                     double        x,
                     double        y)
{
  GArray *points;
  double at[2] = { keep_within (x), keep_within (y) };

  g_return_val_if_fail (PIVOT_IS_STROKES (self), FALSE);

  if (self->strokes->len >= PIVOT_STROKES_MAX)
    return FALSE;

  points = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (points, at, 2);
  g_ptr_array_add (self->strokes, points);

  return TRUE;
}

/**
 * pivot_strokes_extend:
 * @self: strokes, of which there is one
 * @x: fraction of the page's width
 * @y: fraction of its height
 *
 * Moves the pen on. What is next to nothing is left out, and what is too long ends.
 */
void
pivot_strokes_extend (PivotStrokes *self,
                      double        x,
                      double        y)
{
  double at[2] = { keep_within (x), keep_within (y) };
  GArray *points;

  g_return_if_fail (PIVOT_IS_STROKES (self));
  g_return_if_fail (self->strokes->len > 0);

  points = g_ptr_array_index (self->strokes, self->strokes->len - 1);
  if (points->len / 2 >= PIVOT_STROKES_MAX_POINTS ||
      hypot (at[0] - g_array_index (points, double, points->len - 2),
             at[1] - g_array_index (points, double, points->len - 1)) < LEAST_STEP)
    return;

  g_array_append_vals (points, at, 2);
}

/* Distance of a point to the line from a to b. */
static double
get_distance (double x,
              double y,
              double ax,
              double ay,
              double bx,
              double by)
{
  double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - ax) * dx + (y - ay) * dy) / length, 0, 1) : 0;

  return hypot (x - ax - t * dx, y - ay - t * dy);
}

static gboolean
touches (GArray *points,
         double  x,
         double  y,
         double  radius,
         double  aspect)
{
  const double *p = (const double *) points->data;
  guint n = points->len / 2;

  for (guint i = 0; i < n; i++)
    {
      guint k = MIN (i + 1, n - 1);

      if (get_distance (x * aspect, y, p[2 * i] * aspect, p[2 * i + 1], p[2 * k] * aspect, p[2 * k + 1]) <= radius)
        return TRUE;
    }

  return FALSE;
}

/**
 * pivot_strokes_erase:
 * @self: strokes
 * @x: fraction of the page's width
 * @y: fraction of its height
 * @radius: of the eraser, as a fraction of the page's height
 * @aspect: width of the page ÷ its height
 *
 * Takes away the strokes that the eraser touches, each as a whole.
 *
 * Returns: whether there was one
 */
gboolean
pivot_strokes_erase (PivotStrokes *self,
                     double        x,
                     double        y,
                     double        radius,
                     double        aspect)
{
  gboolean found = FALSE;

  g_return_val_if_fail (PIVOT_IS_STROKES (self), FALSE);

  for (guint i = self->strokes->len; i > 0; i--)
    if (touches (g_ptr_array_index (self->strokes, i - 1), x, y, radius, aspect))
      {
        g_ptr_array_remove_index (self->strokes, i - 1);
        found = TRUE;
      }

  return found;
}
