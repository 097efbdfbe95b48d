/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-reader.h"
#include "pivot-geo-scan-private.h"

#include <glib/gi18n-lib.h>

static void
set_id (PivotGeoScan *self,
        const char   *id)
{
  g_autofree char *found = NULL;

  if (*id == '\0')
    return;

  if (g_hash_table_add (self->ids, g_strdup (id)))
    {
      _pivot_geometry_builder_set_id (self->builder, id);
      return;
    }

  found = _pivot_geo_scan_quote (id);
  _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_DUPLICATE, _("an id that no other feature has"), found, ".id");
}

static void
read_id (PivotGeoScan *self,
         PivotToken    token)
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
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("a string or a number"),
                              _pivot_geo_scan_describe (token), ".id");
      _pivot_geo_scan_skip (self, token);
    }
}

/* Other programs put texts under this name: only a list is meant for us. */
static void
read_label (PivotGeoScan *self,
            PivotToken    token)
{
  double values[2] = { NAN, NAN };
  guint n = 0;

  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      _pivot_geo_scan_skip (self, token);
      return;
    }

  while (!self->stop && (token = _pivot_geo_scan_next (self)) != PIVOT_TOKEN_ARRAY_END)
    {
      if (token == PIVOT_TOKEN_NUMBER && n < 2)
        values[n] = pivot_lexer_get_number (self->lexer);
      else
        _pivot_geo_scan_skip (self, token);
      n++;
    }

  if (n == 2 && fabs (values[0]) <= 180 && fabs (values[1]) <= 90)
    _pivot_geometry_builder_set_label (self->builder, values[0], values[1]);
  else if (!self->stop)
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_RANGE, _("a position [longitude, latitude]"),
                            NULL, ".properties.label");
}

static void
read_properties (PivotGeoScan *self,
                 PivotToken    token)
{
  static const char * const names[] = { "name", "name_en", "label", NULL };
  guint seen = 0;
  int member;
  gboolean has_name = FALSE;

  if (token == PIVOT_TOKEN_NULL)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("an object or null"),
                              _pivot_geo_scan_describe (token), ".properties");
      _pivot_geo_scan_skip (self, token);
      return;
    }

  while (_pivot_geo_scan_next_member (self, names, &seen, ".properties", &member, &token))
    {
      if (member == 2)
        read_label (self, token);
      else if (token != PIVOT_TOKEN_STRING)
        _pivot_geo_scan_skip (self, token);
      else if (member == 0 || !has_name)
        {
          has_name |= member == 0;
          _pivot_geometry_builder_set_name (self->builder, pivot_lexer_get_string (self->lexer));
        }
    }
}

/* A member that must be this very word. */
static void
read_word (PivotGeoScan *self,
           PivotToken    token,
           const char   *word,
           const char   *path)
{
  g_autofree char *expected = _pivot_geo_scan_quote (word);
  g_autofree char *found = NULL;

  if (token != PIVOT_TOKEN_STRING)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, expected, _pivot_geo_scan_describe (token), path);
      _pivot_geo_scan_skip (self, token);
    }
  else if (!g_str_equal (pivot_lexer_get_string (self->lexer), word))
    {
      found = _pivot_geo_scan_quote (pivot_lexer_get_string (self->lexer));
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_RANGE, expected, found, path);
    }
}

static void
tell_progress (PivotGeoScan *self)
{
  double fraction = (double) pivot_lexer_get_offset (self->lexer) / self->length;

  if (self->progress == NULL || (fraction < self->fraction + .01 && fraction < 1))
    return;

  self->fraction = fraction;
  self->progress (fraction, self->progress_data);
}

static void
read_feature (PivotGeoScan *self,
              PivotToken    token)
{
  static const char * const names[] = { "type", "id", "geometry", "properties", NULL };
  guint seen = 0;
  int member;

  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("a feature"), _pivot_geo_scan_describe (token), "");
      _pivot_geo_scan_skip (self, token);
      return;
    }

  _pivot_geometry_builder_begin_region (self->builder);
  while (_pivot_geo_scan_next_member (self, names, &seen, "", &member, &token))
    {
      if (member == 0)
        read_word (self, token, "Feature", ".type");
      else if (member == 1)
        read_id (self, token);
      else if (member == 2)
        _pivot_geo_scan_read_geometry (self, token);
      else
        read_properties (self, token);
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, "“Feature”", _("nothing"), ".type");
  if (!(seen & 4))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, _("a geometry or null"), _("nothing"), ".geometry");
}

static void
read_features (PivotGeoScan *self,
               PivotToken    token)
{
  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("a list of features"),
                              _pivot_geo_scan_describe (token), ".features");
      _pivot_geo_scan_skip (self, token);
      return;
    }

  for (self->feature = 0; !self->stop && (token = _pivot_geo_scan_next (self)) != PIVOT_TOKEN_ARRAY_END; self->feature++)
    {
      if (self->stop)
        return;
      self->in_feature = TRUE;
      read_feature (self, token);
      self->in_feature = FALSE;
      _pivot_geo_scan_check_stop (self);
      tell_progress (self);
    }
}

static void
read_collection (PivotGeoScan *self)
{
  static const char * const names[] = { "type", "features", "attribution", NULL };
  PivotToken token = _pivot_geo_scan_next (self);
  guint seen = 0;
  int member;

  if (self->stop)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("an object"), _pivot_geo_scan_describe (token), "");
      return;
    }

  while (_pivot_geo_scan_next_member (self, names, &seen, "", &member, &token))
    {
      if (member == 0)
        read_word (self, token, "FeatureCollection", ".type");
      else if (member == 1)
        read_features (self, token);
      else if (token == PIVOT_TOKEN_STRING)
        _pivot_geometry_builder_set_attribution (self->builder, pivot_lexer_get_string (self->lexer));
      else
        _pivot_geo_scan_skip (self, token);
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, "“FeatureCollection”", _("nothing"), ".type");
  if (!(seen & 2))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, _("a list of features"), _("nothing"), ".features");
  if (!self->stop)
    _pivot_geo_scan_next (self);
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
  PivotGeoScan self = {
    .file = file,
    .problems = problems,
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = data,
  };
  guint n_problems;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  self.text = g_bytes_get_data (bytes, &self.length);
  self.lexer = lexer = pivot_lexer_new (self.text, self.length, &pivot_limits_geometry);
  self.builder = builder = _pivot_geometry_builder_new ();
  self.ids = ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n_problems = pivot_problems_get_total (problems);

  _pivot_geo_scan_check_stop (&self);
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
