/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include <math.h>
#include <string.h>

/* How a session's state becomes the view JSON. */

/* Greater whole numbers are written with an exponent. */
#define MAX_PLAIN 1e15

/* As few digits as bring the same number back. Adding zero turns −0 into 0. */
char *
_pivot_session_format_double (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  number += 0.0;
  if (number == floor (number) && fabs (number) < MAX_PLAIN)
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.0f", number));

  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  return g_strdup (buffer);
}

static void
append_string (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_key (GString    *out,
            const char *key)
{
  g_string_append_printf (out, "%s\"%s\":", out->len > 1 ? "," : "", key);
}

static void
append_member (GString    *out,
               const char *key,
               const char *now,
               const char *base)
{
  if (g_strcmp0 (now, base) == 0)
    return;

  append_key (out, key);
  if (now != NULL)
    append_string (out, now);
  else
    g_string_append (out, "null");
}

static void
append_double (GString    *out,
               const char *before,
               double      number)
{
  g_autofree char *text = _pivot_session_format_double (number);

  g_string_append_printf (out, "%s%s", before, text);
}

static gboolean
append_selection (GString                 *out,
                  const PivotSessionState *self,
                  PivotDataset            *dataset,
                  const PivotSessionState *base)
{
  gboolean first = TRUE;

  if (self->n_places == 0 || memcmp (self->selected, base->selected, self->n_places) == 0)
    return FALSE;

  append_key (out, "selection");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->n_places; i++)
    {
      if (!self->selected[i])
        continue;
      if (!first)
        g_string_append_c (out, ',');
      append_string (out, pivot_place_get_id (pivot_dataset_get_place (dataset, i)));
      first = FALSE;
    }
  g_string_append_c (out, ']');

  return TRUE;
}

static void
append_classes (GString                 *out,
                const PivotSessionState *self,
                const PivotSessionState *base)
{
  gboolean same_breaks = self->n_breaks == base->n_breaks &&
                         memcmp (self->breaks, base->breaks, self->n_breaks * sizeof (double)) == 0;
  gboolean same = self->method == base->method && same_breaks && g_strcmp0 (self->measure, base->measure) == 0;

  if (self->classes != base->classes)
    {
      append_key (out, "classes");
      g_string_append_printf (out, "%u", self->classes);
    }

  if (self->method != base->method || (self->method == PIVOT_METHOD_MANUAL && !same))
    {
      g_autoptr(GEnumClass) methods = g_type_class_ref (PIVOT_TYPE_METHOD);

      append_member (out, "method", g_enum_get_value (methods, self->method)->value_nick, NULL);
    }

  if (self->method == PIVOT_METHOD_MANUAL && !same)
    {
      append_key (out, "breaks");
      g_string_append_c (out, '[');
      for (guint i = 0; i < self->n_breaks; i++)
        append_double (out, i > 0 ? "," : "", self->breaks[i]);
      g_string_append_c (out, ']');
    }
}

static void
append_focus (GString                 *out,
              const PivotSessionState *self,
              PivotDataset            *dataset,
              int                      implied)
{
  if (self->focus == implied)
    return;

  append_key (out, "focus");
  if (self->focus >= 0 && dataset != NULL)
    append_string (out, pivot_place_get_id (pivot_dataset_get_place (dataset, (guint) self->focus)));
  else
    g_string_append (out, "null");
}

static void
append_camera (GString                 *out,
               const PivotSessionState *self,
               const PivotSessionState *base)
{
  gboolean has = _pivot_session_state_has_camera (self);

  if (has == _pivot_session_state_has_camera (base) &&
      (!has || (self->longitude == base->longitude && self->latitude == base->latitude && self->zoom == base->zoom)))
    return;

  append_key (out, "camera");
  if (!has)
    {
      g_string_append (out, "null");
      return;
    }

  append_double (out, "{\"longitude\":", self->longitude);
  append_double (out, ",\"latitude\":", self->latitude);
  append_double (out, ",\"zoom\":", self->zoom);
  g_string_append_c (out, '}');
}

static void
append_list (GString    *out,
             const char *text)
{
  g_auto(GStrv) values = _pivot_option_split (text);

  g_string_append_c (out, '[');
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_string (out, values[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_options (GString                 *out,
                const PivotSessionState *self,
                const PivotSessionState *base)
{
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    {
      const char *now = _pivot_session_state_get_option (self, i);

      if (strcmp (now, _pivot_session_state_get_option (base, i)) == 0)
        continue;

      append_key (out, pivot_option_get_key (i));
      if (_pivot_option_get_kind (i) == PIVOT_OPTION_KIND_FLAG)
        g_string_append (out, *now != '\0' ? "true" : "false");
      else if (_pivot_option_get_kind (i) == PIVOT_OPTION_KIND_LIST)
        append_list (out, now);
      else
        append_string (out, now);
    }
}

/* Only what differs from the base, in a fixed order: the same state is the same bytes. */
char *
_pivot_session_state_write (const PivotSessionState *self,
                            PivotDataset            *dataset,
                            const PivotSessionState *base,
                            gboolean                 with_camera)
{
  GString *out = g_string_new ("{");
  gboolean has_selection;

  if (self->page != base->page)
    append_member (out, "page", pivot_enum_to_nick (PIVOT_TYPE_PAGE, self->page), NULL);
  append_member (out, "measure", self->measure, base->measure);
  append_member (out, "against", self->against, base->against);
  has_selection = append_selection (out, self, dataset, base);
  append_classes (out, self, base);
  append_member (out, "palette", self->palette, base->palette);
  if (self->reversed != base->reversed)
    {
      append_key (out, "reversed");
      g_string_append (out, self->reversed ? "true" : "false");
    }
  append_member (out, "tab", self->tab, base->tab);
  append_member (out, "firm", self->firm, base->firm);
  append_member (out, "figure", self->figure, base->figure);
  append_options (out, self, base);
  append_focus (out, self, dataset, has_selection ? _pivot_session_state_get_only_selected (self) : base->focus);
  if (with_camera)
    append_camera (out, self, base);
  g_string_append_c (out, '}');

  return g_string_free (out, FALSE);
}
