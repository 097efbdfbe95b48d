/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-scan-private.h"

#include <glib/gi18n-lib.h>

#define POINTS_PER_CHECK 1024

/* "$.features[3].geometry.coordinates[0][2]", down to the level of what is wrong. */
static void
report_coordinates (PivotGeoScan   *self,
                    PivotDataError  code,
                    guint           n_indices,
                    const char     *expected,
                    const char     *found)
{
  g_autoptr(GString) path = g_string_new (".geometry.coordinates");

  for (guint i = 0; i < n_indices; i++)
    g_string_append_printf (path, "[%u]", self->index[i]);
  _pivot_geo_scan_report (self, code, expected, found, path->str);
}

/* A file in metres, or with another nesting, is wrong at each of a million positions. */
static void
report_position (PivotGeoScan   *self,
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
check_range (PivotGeoScan *self,
             guint         n_indices,
             guint         axis,
             double        value)
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
read_position (PivotGeoScan *self,
               PivotToken    token,
               guint         n_indices)
{
  double values[2] = { 0, 0 };

  if (token != PIVOT_TOKEN_ARRAY_START)
    {
      report_position (self, PIVOT_DATA_ERROR_TYPE, n_indices, _("a position [longitude, latitude]"),
                       _pivot_geo_scan_describe (token));
      _pivot_geo_scan_skip (self, token);
      return;
    }

  for (guint i = 0; i < 2; i++)
    {
      token = _pivot_geo_scan_next (self);
      if (G_UNLIKELY (token != PIVOT_TOKEN_NUMBER))
        {
          if (self->stop)
            return;
          report_position (self, PIVOT_DATA_ERROR_TYPE, n_indices,
                           i == 0 ? _("a number as longitude") : _("a number as latitude"),
                           _pivot_geo_scan_describe (token));
          if (token == PIVOT_TOKEN_ARRAY_END)
            return;
          _pivot_geo_scan_skip (self, token);
        }
      else
        {
          values[i] = pivot_lexer_get_number (self->lexer);
          check_range (self, n_indices, i, values[i]);
        }
    }

  while (!self->stop && (token = _pivot_geo_scan_next (self)) != PIVOT_TOKEN_ARRAY_END)
    _pivot_geo_scan_skip (self, token);

  _pivot_geometry_builder_add_point (self->builder, values[0], values[1]);
  if (++self->n_points % POINTS_PER_CHECK == 0)
    _pivot_geo_scan_check_stop (self);
}

static void
check_ring (PivotGeoScan *self,
            guint         n_indices)
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
read_level (PivotGeoScan *self,
            PivotToken    token,
            guint         level,
            guint         n_indices)
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
                          _pivot_geo_scan_describe (token));
      _pivot_geo_scan_skip (self, token);
      return;
    }

  if (level == LEVEL_RING)
    {
      _pivot_geometry_builder_begin_ring (self->builder);
      self->has_position_problem = FALSE;
    }

  for (*index = 0; !self->stop && (token = _pivot_geo_scan_next (self)) != PIVOT_TOKEN_ARRAY_END; (*index)++)
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
read_coordinates_at (PivotGeoScan *self,
                     gsize         offset,
                     guint         level)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (self->text + offset, self->length - offset, &pivot_limits_geometry);
  PivotLexer *outer = self->lexer;

  self->lexer = lexer;
  read_level (self, _pivot_geo_scan_next (self), level, 0);
  self->lexer = outer;
}

static guint
read_geometry_type (PivotGeoScan *self,
                    PivotToken    token)
{
  const char *expected = _("“Polygon” or “MultiPolygon”");
  const char *type;
  g_autofree char *found = NULL;

  if (token != PIVOT_TOKEN_STRING)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, expected,
                              _pivot_geo_scan_describe (token), ".geometry.type");
      _pivot_geo_scan_skip (self, token);
      return 0;
    }

  type = pivot_lexer_get_string (self->lexer);
  if (g_str_equal (type, "Polygon"))
    return LEVEL_POLYGON;
  if (g_str_equal (type, "MultiPolygon"))
    return LEVEL_MULTI_POLYGON;

  found = _pivot_geo_scan_quote (type);
  _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_RANGE, expected, found, ".geometry.type");
  return 0;
}

void
_pivot_geo_scan_read_geometry (PivotGeoScan *self,
                               PivotToken    token)
{
  static const char * const names[] = { "type", "coordinates", NULL };
  guint seen = 0, level = 0;
  gsize offset = 0;
  int member;

  if (token == PIVOT_TOKEN_NULL)
    return;
  if (token != PIVOT_TOKEN_OBJECT_START)
    {
      _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_TYPE, _("a geometry or null"),
                              _pivot_geo_scan_describe (token), ".geometry");
      _pivot_geo_scan_skip (self, token);
      return;
    }

  while (_pivot_geo_scan_next_member (self, names, &seen, ".geometry", &member, &token))
    {
      if (member == 0)
        level = read_geometry_type (self, token);
      else if (level > 0)
        read_level (self, token, level, 0);
      else
        {
          offset = pivot_lexer_get_offset (self->lexer);
          _pivot_geo_scan_skip (self, token);
        }
    }

  if (self->stop)
    return;
  if (!(seen & 1))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, _("“Polygon” or “MultiPolygon”"),
                            _("nothing"), ".geometry.type");
  if (!(seen & 2))
    _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_MISSING, _("a list of coordinates"),
                            _("nothing"), ".geometry.coordinates");
  else if (level > 0 && offset > 0)
    read_coordinates_at (self, offset, level);
}
