/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-reader.h"
#include "pivot-geometry-private.h"
#include "pivot-lexer.h"

#include <glib/gi18n-lib.h>

/* How deep coordinates are nested above a position. */
enum
{
  LEVEL_POSITION,
  LEVEL_RING,
  LEVEL_POLYGON,
  LEVEL_MULTI_POLYGON,
};

#define POINTS_PER_CHECK 1024

/* One pass over the text; nothing of it is kept but the coordinates and a few words. */
typedef struct
{
  const char            *text;
  gsize                  length;
  const char            *file;
  PivotProblems         *problems;
  GCancellable          *cancellable;
  void                 (*progress) (double fraction, gpointer data);
  gpointer               progress_data;
  double                 fraction;      /* last told */

  PivotLexer            *lexer;
  PivotGeometryBuilder  *builder;
  GHashTable            *ids;           /* set of char * */
  guint                  feature;
  gboolean               in_feature;
  guint                  index[LEVEL_MULTI_POLYGON];  /* where in the coordinates, outermost first */
  guint                  n_points;
  gboolean               has_position_problem;        /* in this ring: one is enough */
  gboolean               stop;          /* cancelled, not JSON, or as many problems as anybody reads */
} Reader;

static const char *
describe (PivotToken token)
{
  switch (token)
    {
    case PIVOT_TOKEN_OBJECT_START:
      return _("an object");
    case PIVOT_TOKEN_ARRAY_START:
      return _("a list");
    case PIVOT_TOKEN_STRING:
      return _("a string");
    case PIVOT_TOKEN_NUMBER:
      return _("a number");
    case PIVOT_TOKEN_TRUE:
      return "true";
    case PIVOT_TOKEN_FALSE:
      return "false";
    case PIVOT_TOKEN_NULL:
      return "null";
    default:
      return _("nothing");
    }
}

/* The path goes on from the feature that is being read, or else from the whole. */
static void
report (Reader         *self,
        PivotDataError  code,
        const char     *expected,
        const char     *found,
        const char     *path)
{
  g_autofree char *whole = NULL;

  if (self->in_feature)
    whole = g_strdup_printf ("$.features[%u]%s", self->feature, path);
  else
    whole = g_strconcat ("$", path, NULL);

  pivot_problems_add (self->problems, code, self->file, whole, expected, found);
  self->stop |= pivot_problems_is_full (self->problems);
}

/* "$.features[3].geometry.coordinates[0][2]", down to the level of what is wrong. */
static void
report_coordinates (Reader         *self,
                    PivotDataError  code,
                    guint           n_indices,
                    const char     *expected,
                    const char     *found)
{
  g_autoptr(GString) path = g_string_new (".geometry.coordinates");

  for (guint i = 0; i < n_indices; i++)
    g_string_append_printf (path, "[%u]", self->index[i]);
  report (self, code, expected, found, path->str);
}

static PivotToken
advance (Reader *self)
{
  PivotToken token = pivot_lexer_next (self->lexer);

  if (G_UNLIKELY (token == PIVOT_TOKEN_ERROR))
    {
      if (!self->stop)
        pivot_lexer_report (self->lexer, self->file, self->problems);
      self->stop = TRUE;
    }

  return token;
}

static void
skip (Reader     *self,
      PivotToken  first)
{
  if (!pivot_lexer_skip (self->lexer, first))
    {
      if (!self->stop)
        pivot_lexer_report (self->lexer, self->file, self->problems);
      self->stop = TRUE;
    }
}

/* Goes to the next member with one of the names and reads its value's first token; skips all others. FALSE at the end
 * of the object, or if reading is to stop. An object's path is needed for a name that comes twice. */
static gboolean
next_member (Reader             *self,
             const char * const *names,
             guint              *seen,
             const char         *path,
             int                *member,
             PivotToken         *value)
{
  while (!self->stop && advance (self) == PIVOT_TOKEN_NAME)
    {
      const char *name = pivot_lexer_get_string (self->lexer);
      int i = 0;

      while (names[i] != NULL && !g_str_equal (names[i], name))
        i++;

      *value = advance (self);
      if (self->stop)
        return FALSE;

      if (names[i] == NULL)
        skip (self, *value);
      else if (*seen & 1u << i)
        {
          g_autofree char *here = g_strconcat (path, ".", names[i], NULL);

          report (self, PIVOT_DATA_ERROR_DUPLICATE, _("a member that occurs once"), _("a second one"), here);
          skip (self, *value);
        }
      else
        {
          *seen |= 1u << i;
          *member = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
check_stop (Reader *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    self->stop = TRUE;
}

/* A file in metres, or with another nesting, is wrong at each of a million positions. */
static void
report_position (Reader         *self,
                 PivotDataError  code,
                 guint           n_indices,
                 const char     *expected,
                 const char     *found)
{
  if (!self->has_position_problem)
    report_coordinates (self, code, n_indices, expected, found);
  self->has_position_problem = TRUE;
}

static void
check_range (Reader *self,
             guint   n_indices,
             guint   axis,
             double  value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (value) <= (axis == 0 ? 180 : 90))
    return;

  g_ascii_formatd (text, sizeof text, "%.10g", value);
  report_position (self, PIVOT_DATA_ERROR_RANGE, n_indices,
                   axis == 0 ? _("a longitude from −180 to 180") : _("a latitude from −90 to 90"), text);
}

/* [longitude, latitude, whatever]: the height and what else may follow is not ours. */
static void
read_position (Reader     *self,
               PivotToken  token,
               guint       n_indices)
{
  double values[2] = { 0, 0 };

  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      report_position (self, PIVOT_DATA_ERROR_TYPE, n_indices, _("a position [longitude, latitude]"),
                       describe (token));
      skip (self, token);
      return;
    }

  for (guint i = 0; i < 2; i++)
    {
      token = advance (self);
      if (G_UNLIKELY (token != PIVOT_TOKEN_NUMBER))
        {
          if (self->stop)
            return;
          report_position (self, PIVOT_DATA_ERROR_TYPE, n_indices,
                           i == 0 ? _("a number as longitude") : _("a number as latitude"), describe (token));
          if (token == PIVOT_TOKEN_ARRAY_END)
            return;
          skip (self, token);
        }
      else
        {
          values[i] = pivot_lexer_get_number (self->lexer);
          check_range (self, n_indices, i, values[i]);
        }
    }

  while (!self->stop && (token = advance (self)) != PIVOT_TOKEN_ARRAY_END)
    skip (self, token);

  _pivot_geometry_builder_add_point (self->builder, values[0], values[1]);
  if (++self->n_points % POINTS_PER_CHECK == 0)
    check_stop (self);
}

static void
check_ring (Reader *self,
            guint   n_indices)
{
  g_autofree char *found = NULL;
  guint n;
  const double *ring = _pivot_geometry_builder_get_ring (self->builder, &n);

  if (n < 4)
    {
      found = g_strdup_printf (ngettext ("%u position", "%u positions", n), n);
      report_coordinates (self, PIVOT_DATA_ERROR_RANGE, n_indices, _("a ring of at least 4 positions"), found);
    }
  else if (ring[0] != ring[2 * n - 2] || ring[1] != ring[2 * n - 1])
    {
      report_coordinates (self, PIVOT_DATA_ERROR_RANGE, n_indices, _("a closed ring, its last position as its first"),
                          _("an open one"));
    }
}

static void
read_level (Reader     *self,
            PivotToken  token,
            guint       level,
            guint       n_indices)
{
  guint *index = &self->index[n_indices];
  guint n_problems = pivot_problems_get_total (self->problems);

  if (level == LEVEL_POSITION)
    {
      read_position (self, token, n_indices);
      return;
    }

  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      report_coordinates (self, PIVOT_DATA_ERROR_TYPE, n_indices,
                          level == LEVEL_RING ? _("a list of positions")
                          : level == LEVEL_POLYGON ? _("a list of rings") : _("a list of polygons"),
                          describe (token));
      skip (self, token);
      return;
    }

  if (level == LEVEL_RING)
    {
      _pivot_geometry_builder_begin_ring (self->builder);
      self->has_position_problem = FALSE;
    }

  for (*index = 0; !self->stop && (token = advance (self)) != PIVOT_TOKEN_ARRAY_END; (*index)++)
    {
      /* An empty list of rings is no polygon. */
      if (level == LEVEL_POLYGON && *index == 0)
        _pivot_geometry_builder_begin_polygon (self->builder);
      if (!self->stop)
        read_level (self, token, level - 1, n_indices + 1);
    }

  /* What follows from a problem already told is not worth telling. */
  if (level == LEVEL_RING && !self->stop && pivot_problems_get_total (self->problems) == n_problems)
    check_ring (self, n_indices);
}

/* Coordinates that came before the type have been skipped; now that their depth is known, they are read. */
static void
read_coordinates_at (Reader *self,
                     gsize   offset,
                     guint   level)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (self->text + offset, self->length - offset, &pivot_limits_geometry);
  PivotLexer *outer = self->lexer;

  self->lexer = lexer;
  read_level (self, advance (self), level, 0);
  self->lexer = outer;
}

static guint
read_geometry_type (Reader     *self,
                    PivotToken  token)
{
  const char *expected = _("“Polygon” or “MultiPolygon”");
  const char *type;
  g_autofree char *found = NULL;

  if (token != PIVOT_TOKEN_STRING)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, expected, describe (token), ".geometry.type");
      skip (self, token);
      return 0;
    }

  type = pivot_lexer_get_string (self->lexer);
  if (g_str_equal (type, "Polygon"))
    return LEVEL_POLYGON;
  if (g_str_equal (type, "MultiPolygon"))
    return LEVEL_MULTI_POLYGON;

  found = g_strdup_printf ("“%.100s”", type);
  report (self, PIVOT_DATA_ERROR_RANGE, expected, found, ".geometry.type");
  return 0;
}

static void
read_geometry (Reader     *self,
               PivotToken  token)
{
  static const char * const names[] = { "type", "coordinates", NULL };
  guint seen = 0, level = 0;
  gsize offset = 0;
  int member;

  if (token == PIVOT_TOKEN_NULL)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, _("a geometry or null"), describe (token), ".geometry");
      skip (self, token);
      return;
    }

  while (next_member (self, names, &seen, ".geometry", &member, &token))
    {
      if (member == 0)
        level = read_geometry_type (self, token);
      else if (level > 0)
        read_level (self, token, level, 0);
      else
        {
          offset = pivot_lexer_get_offset (self->lexer);
          skip (self, token);
        }
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    report (self, PIVOT_DATA_ERROR_MISSING, _("“Polygon” or “MultiPolygon”"), _("nothing"), ".geometry.type");
  if (!(seen & 2))
    report (self, PIVOT_DATA_ERROR_MISSING, _("a list of coordinates"), _("nothing"), ".geometry.coordinates");
  else if (level > 0 && offset > 0)
    read_coordinates_at (self, offset, level);
}

static void
set_id (Reader     *self,
        const char *id)
{
  g_autofree char *found = NULL;

  if (*id == '\0')
    return;

  if (g_hash_table_add (self->ids, g_strdup (id)))
    {
      _pivot_geometry_builder_set_id (self->builder, id);
      return;
    }

  found = g_strdup_printf ("“%.100s”", id);
  report (self, PIVOT_DATA_ERROR_DUPLICATE, _("an id that no other feature has"), found, ".id");
}

static void
read_id (Reader     *self,
         PivotToken  token)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  switch (token)
    {
    case PIVOT_TOKEN_STRING:
      set_id (self, pivot_lexer_get_string (self->lexer));
      break;
    case PIVOT_TOKEN_NUMBER:
      set_id (self, g_ascii_formatd (text, sizeof text, "%.15g", pivot_lexer_get_number (self->lexer)));
      break;
    case PIVOT_TOKEN_NULL:
      break;
    default:
      report (self, PIVOT_DATA_ERROR_TYPE, _("a string or a number"), describe (token), ".id");
      skip (self, token);
    }
}

/* Other programs put texts under this name: only a list is meant for us. */
static void
read_label (Reader     *self,
            PivotToken  token)
{
  double values[2] = { NAN, NAN };
  guint n = 0;

  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      skip (self, token);
      return;
    }

  while (!self->stop && (token = advance (self)) != PIVOT_TOKEN_ARRAY_END)
    {
      if (token == PIVOT_TOKEN_NUMBER && n < 2)
        values[n] = pivot_lexer_get_number (self->lexer);
      else
        skip (self, token);
      n++;
    }

  if (n == 2 && fabs (values[0]) <= 180 && fabs (values[1]) <= 90)
    _pivot_geometry_builder_set_label (self->builder, values[0], values[1]);
  else if (!self->stop)
    report (self, PIVOT_DATA_ERROR_RANGE, _("a position [longitude, latitude]"), NULL, ".properties.label");
}

static void
read_properties (Reader     *self,
                 PivotToken  token)
{
  static const char * const names[] = { "name", "name_en", "label", NULL };
  guint seen = 0;
  int member;
  gboolean has_name = FALSE;

  if (token == PIVOT_TOKEN_NULL)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, _("an object or null"), describe (token), ".properties");
      skip (self, token);
      return;
    }

  while (next_member (self, names, &seen, ".properties", &member, &token))
    {
      if (member == 2)
        read_label (self, token);
      else if (token != PIVOT_TOKEN_STRING)
        skip (self, token);
      else if (member == 0 || !has_name)
        {
          has_name |= member == 0;
          _pivot_geometry_builder_set_name (self->builder, pivot_lexer_get_string (self->lexer));
        }
    }
}

/* A member that must be this very word. */
static void
read_word (Reader     *self,
           PivotToken  token,
           const char *word,
           const char *path)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", word);
  g_autofree char *found = NULL;

  if (token != PIVOT_TOKEN_STRING)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, expected, describe (token), path);
      skip (self, token);
    }
  else if (!g_str_equal (pivot_lexer_get_string (self->lexer), word))
    {
      found = g_strdup_printf ("“%.100s”", pivot_lexer_get_string (self->lexer));
      report (self, PIVOT_DATA_ERROR_RANGE, expected, found, path);
    }
}

static void
tell_progress (Reader *self)
{
  double fraction = (double) pivot_lexer_get_offset (self->lexer) / self->length;

  if (self->progress == NULL || (fraction < self->fraction + .01 && fraction < 1))
    return;

  self->fraction = fraction;
  self->progress (fraction, self->progress_data);
}

static void
read_feature (Reader     *self,
              PivotToken  token)
{
  static const char * const names[] = { "type", "id", "geometry", "properties", NULL };
  guint seen = 0;
  int member;

  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, _("a feature"), describe (token), "");
      skip (self, token);
      return;
    }

  _pivot_geometry_builder_begin_region (self->builder);
  while (next_member (self, names, &seen, "", &member, &token))
    {
      if (member == 0)
        read_word (self, token, "Feature", ".type");
      else if (member == 1)
        read_id (self, token);
      else if (member == 2)
        read_geometry (self, token);
      else
        read_properties (self, token);
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    report (self, PIVOT_DATA_ERROR_MISSING, "“Feature”", _("nothing"), ".type");
  if (!(seen & 4))
    report (self, PIVOT_DATA_ERROR_MISSING, _("a geometry or null"), _("nothing"), ".geometry");
}

static void
read_features (Reader     *self,
               PivotToken  token)
{
  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, _("a list of features"), describe (token), ".features");
      skip (self, token);
      return;
    }

  for (self->feature = 0; !self->stop && (token = advance (self)) != PIVOT_TOKEN_ARRAY_END; self->feature++)
    {
      if (self->stop)
        return;
      self->in_feature = TRUE;
      read_feature (self, token);
      self->in_feature = FALSE;
      check_stop (self);
      tell_progress (self);
    }
}

static void
read_collection (Reader *self)
{
  static const char * const names[] = { "type", "features", "attribution", NULL };
  PivotToken token = advance (self);
  guint seen = 0;
  int member;

  if (self->stop)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      report (self, PIVOT_DATA_ERROR_TYPE, _("an object"), describe (token), "");
      return;
    }

  while (next_member (self, names, &seen, "", &member, &token))
    {
      if (member == 0)
        read_word (self, token, "FeatureCollection", ".type");
      else if (member == 1)
        read_features (self, token);
      else if (token == PIVOT_TOKEN_STRING)
        _pivot_geometry_builder_set_attribution (self->builder, pivot_lexer_get_string (self->lexer));
      else
        skip (self, token);
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    report (self, PIVOT_DATA_ERROR_MISSING, "“FeatureCollection”", _("nothing"), ".type");
  if (!(seen & 2))
    report (self, PIVOT_DATA_ERROR_MISSING, _("a list of features"), _("nothing"), ".features");
  if (!self->stop)
    advance (self);
}

/**
 * pivot_geo_reader_read:
 * @bytes: a text in UTF-8
 * @file: its name, for messages
 * @problems: where problems are added, each with its path
 * @cancellable: (nullable): asked about every thousand points
 * @progress: (nullable) (scope call): told from time to time how much is read, 0…1, on the caller's thread
 * @data: for @progress
 *
 * Reads a GeoJSON FeatureCollection (RFC 7946) in one pass. A feature becomes a region, in the order of the file: its
 * `id` (a number as text), its property `name` or else `name_en`, its property `label` as [longitude, latitude], and its
 * Polygon or MultiPolygon in degrees; a geometry of null gives an empty region. Everything else is skipped. Memory grows
 * with the number of points only: 16 bytes each.
 *
 * Returns: (transfer full) (nullable): the regions; %NULL if something does not fit, or if cancelled
 */
PivotGeometry *
pivot_geo_reader_read (GBytes        *bytes,
                       const char    *file,
                       PivotProblems *problems,
                       GCancellable  *cancellable,
                       void         (*progress) (double fraction, gpointer data),
                       gpointer       data)
{
  g_autoptr(PivotLexer) lexer = NULL;
  g_autoptr(PivotGeometryBuilder) builder = NULL;
  g_autoptr(GHashTable) ids = NULL;
  Reader self = { .file = file, .problems = problems, .cancellable = cancellable, .progress = progress, .progress_data = data };
  guint n_problems;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  self.text = g_bytes_get_data (bytes, &self.length);
  self.lexer = lexer = pivot_lexer_new (self.text, self.length, &pivot_limits_geometry);
  self.builder = builder = _pivot_geometry_builder_new ();
  self.ids = ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n_problems = pivot_problems_get_total (problems);

  check_stop (&self);
  if (!self.stop)
    read_collection (&self);

  if (self.stop || pivot_problems_get_total (problems) > n_problems)
    return NULL;
  if (progress != NULL)
    progress (1, data);

  return _pivot_geometry_builder_finish (builder);
}

/**
 * pivot_geo_reader_read_attribution:
 * @bytes: a GeoJSON text
 *
 * Looks for the top-level member `attribution` only. A geometry that was read knows its own:
 * pivot_geometry_get_attribution().
 *
 * Returns: (transfer full) (nullable): its text; %NULL if there is none
 */
char *
pivot_geo_reader_read_attribution (GBytes *bytes)
{
  g_autoptr(PivotLexer) lexer = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  lexer = pivot_lexer_new (text, length, &pivot_limits_geometry);
  if (pivot_lexer_next (lexer) != PIVOT_TOKEN_OBJECT_START)
    return NULL;

  while (pivot_lexer_next (lexer) == PIVOT_TOKEN_NAME)
    {
      gboolean found = g_str_equal (pivot_lexer_get_string (lexer), "attribution");
      PivotToken token = pivot_lexer_next (lexer);

      if (found && token == PIVOT_TOKEN_STRING)
        return g_strdup (pivot_lexer_get_string (lexer));
      if (!pivot_lexer_skip (lexer, token))
        return NULL;
    }

  return NULL;
}
