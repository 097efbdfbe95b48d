/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-geo-scan-private.h"

#include <glib/gi18n-lib.h>

#define MAX_QUOTED 60 /* characters */

const char *
_pivot_geo_scan_describe (PivotToken token)
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

/* A word of the file, cut if it is long. */
char *
_pivot_geo_scan_quote (const char *text)
{
  glong n = MIN (g_utf8_strlen (text, -1), MAX_QUOTED);

  return g_strdup_printf ("“%.*s”", (int) (g_utf8_offset_to_pointer (text, n) - text), text);
}

void
_pivot_geo_scan_report (PivotGeoScan   *self,
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

void
_pivot_geo_scan_fail (PivotGeoScan *self)
{
  if (!self->stop)
    pivot_lexer_report (self->lexer, self->file, self->problems);
  self->stop = TRUE;
}

void
_pivot_geo_scan_skip (PivotGeoScan *self,
                      PivotToken    first)
{
  if (!pivot_lexer_skip (self->lexer, first))
    _pivot_geo_scan_fail (self);
}

/* Goes to the next member with one of the names and reads its value's first token; skips all others. FALSE at the end
 * of the object, or if reading is to stop. The object's path is needed for a name that comes twice. */
gboolean
_pivot_geo_scan_next_member (PivotGeoScan       *self,
                             const char * const *names,
                             guint              *seen,
                             const char         *path,
                             int                *member,
                             PivotToken         *value)
{
  while (!self->stop && _pivot_geo_scan_next (self) == PIVOT_TOKEN_NAME)
    {
      const char *name = pivot_lexer_get_string (self->lexer);
      int i = 0;

      while (names[i] != NULL && !g_str_equal (names[i], name))
        i++;

      *value = _pivot_geo_scan_next (self);
      if (self->stop)
        return FALSE;

      if (names[i] == NULL)
        _pivot_geo_scan_skip (self, *value);
      else if (*seen & 1u << i)
        {
          g_autofree char *here = g_strconcat (path, ".", names[i], NULL);

          _pivot_geo_scan_report (self, PIVOT_DATA_ERROR_DUPLICATE, _("a member that occurs once"),
                                  _("a second one"), here);
          _pivot_geo_scan_skip (self, *value);
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

void
_pivot_geo_scan_check_stop (PivotGeoScan *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    self->stop = TRUE;
}
