/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-citation.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* "Publisher. “Title”. 2021-05-20. https://…": the date as the dataset has it, which every language reads. */
static char *
format_plain (PivotSource *source)
{
  GString *string = g_string_new (NULL);
  const char *date = pivot_source_get_date (source);
  const char *url = pivot_source_get_url (source);

  g_string_append_printf (string, "%s. “%s”.", pivot_text_get (pivot_source_get_publisher (source)),
                          pivot_text_get (pivot_source_get_title (source)));
  if (date != NULL)
    g_string_append_printf (string, " %s.", date);
  if (url != NULL)
    g_string_append_printf (string, " %s", url);

  return g_string_free (string, FALSE);
}

/* Text between braces: what TeX would take for a command is written so that it prints itself. */
static void
append_tex (GString    *string,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&': case '%': case '$': case '#': case '_': case '{': case '}':
        g_string_append_c (string, '\\');
        g_string_append_c (string, *p);
        break;
      case '\\':
        g_string_append (string, "\\textbackslash{}");
        break;
      case '~':
        g_string_append (string, "\\textasciitilde{}");
        break;
      case '^':
        g_string_append (string, "\\textasciicircum{}");
        break;
      default:
        g_string_append_c (string, *p);
      }
}

static void
append_field (GString    *string,
              const char *name,
              const char *text)
{
  if (text == NULL)
    return;

  /* Two pairs of braces keep capitals, and the name of an office in one piece. */
  g_string_append_printf (string, ",\n  %s = {{", name);
  append_tex (string, text);
  g_string_append (string, "}}");
}

static char *
format_bibtex (PivotSource *source)
{
  GString *string = g_string_new (NULL);
  const char *date = pivot_source_get_date (source);
  const char *url = pivot_source_get_url (source);

  g_string_append_printf (string, "@misc{%s", pivot_source_get_id (source));
  append_field (string, "author", pivot_text_get (pivot_source_get_publisher (source)));
  append_field (string, "title", pivot_text_get (pivot_source_get_title (source)));
  if (date != NULL)
    g_string_append_printf (string, ",\n  year = {%.4s},\n  date = {%s}", date, date);
  /* Verbatim: \url prints what it is given. */
  if (url != NULL)
    g_string_append_printf (string, ",\n  url = {%s}", url);
  append_field (string, "note", pivot_text_get (pivot_source_get_note (source)));
  g_string_append (string, "\n}\n");

  return g_string_free (string, FALSE);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_issued (JsonBuilder *builder,
            const char  *date)
{
  g_auto(GStrv) parts = g_strsplit (date, "-", 3);

  json_builder_set_member_name (builder, "issued");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "date-parts");
  json_builder_begin_array (builder);
  json_builder_begin_array (builder);
  for (guint i = 0; parts[i] != NULL; i++)
    json_builder_add_int_value (builder, g_ascii_strtoll (parts[i], NULL, 10));
  json_builder_end_array (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_author (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  /* The dataset does not say which part of it is a family name, and often it is an office. */
  add_member (builder, "literal", name);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static char *
format_csl (PivotSource *source)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_member (builder, "id", pivot_source_get_id (source));
  add_member (builder, "type", pivot_source_get_url (source) != NULL ? "webpage" : "document");
  add_member (builder, "title", pivot_text_get (pivot_source_get_title (source)));
  add_author (builder, pivot_text_get (pivot_source_get_publisher (source)));
  if (pivot_source_get_date (source) != NULL)
    add_issued (builder, pivot_source_get_date (source));
  add_member (builder, "URL", pivot_source_get_url (source));
  add_member (builder, "note", pivot_text_get (pivot_source_get_note (source)));
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/**
 * pivot_citation_format:
 * @source: a source
 * @style: for whom
 *
 * Writes a source as it is cited. What the dataset does not know is left out.
 *
 * Returns: (transfer full): the citation
 */
char *
pivot_citation_format (PivotSource        *source,
                       PivotCitationStyle  style)
{
  g_return_val_if_fail (PIVOT_IS_SOURCE (source), NULL);

  switch (style)
    {
    case PIVOT_CITATION_BIBTEX:
      return format_bibtex (source);
    case PIVOT_CITATION_CSL:
      return format_csl (source);
    case PIVOT_CITATION_PLAIN:
    default:
      return format_plain (source);
    }
}
