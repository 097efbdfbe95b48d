/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-export-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* This program, wherever it is installed. */
#define PROGRAM "/proc/self/exe"

static const PivotExportLanguage languages[] = {
  { "en", "English" },
  { "zh_CN", "简体中文" },
};

/**
 * pivot_export_get_languages: (skip)
 * @n: (out): how many there are
 *
 * Gets the languages that the program can write in.
 *
 * Returns: (array length=n) (transfer none): the languages
 */
const PivotExportLanguage *
pivot_export_get_languages (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (languages);

  return languages;
}

static void
add_option (GPtrArray  *arguments,
            const char *option,
            const char *value)
{
  g_ptr_array_add (arguments, g_strdup_printf ("--%s=%s", option, value));
}

static void
add_number (GPtrArray  *arguments,
            const char *option,
            double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_option (arguments, option, g_ascii_dtostr (text, sizeof text, value));
}

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static void
add_parts (GPtrArray       *arguments,
           PivotSheetParts  parts)
{
  static const struct { PivotSheetParts part; const char *word; } words[] = {
    { PIVOT_SHEET_TITLE, "title" }, { PIVOT_SHEET_LEGEND, "legend" }, { PIVOT_SHEET_CAPTION, "caption" },
    { PIVOT_SHEET_SOURCE, "source" }, { PIVOT_SHEET_ALT, "alt" },
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (parts & words[i].part)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", words[i].word);

  add_option (arguments, "parts", text->len > 0 ? text->str : "none");
}

static void
add_sheet (GPtrArray               *arguments,
           const PivotSheetOptions *sheet)
{
  const char *kind = get_nick (PIVOT_TYPE_SHEET_KIND, (int) sheet->kind);
  g_autofree char *what = sheet->id != NULL ? g_strdup_printf ("%s:%s", kind, sheet->id) : g_strdup (kind);
  g_autofree char *size = g_strdup_printf ("%.0fx%.0f", sheet->width, sheet->height);

  add_option (arguments, "export", what);
  add_option (arguments, "size", size);
  add_option (arguments, "theme", get_nick (PIVOT_TYPE_SHEET_THEME, (int) sheet->theme));
  add_option (arguments, "projection", sheet->screen_map ? "screen" : "albers");
  add_parts (arguments, sheet->parts);
  if (sheet->transparent)
    g_ptr_array_add (arguments, g_strdup ("--transparent"));
}

static GPtrArray *
make_arguments (PivotSession             *session,
                const PivotExportOptions *options,
                const char               *language)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_file_get_uri (pivot_dataset_get_folder (pivot_session_get_dataset (session)));
  g_autofree char *view = pivot_session_to_json (session);

  g_ptr_array_add (arguments, g_strdup (PROGRAM));
  add_sheet (arguments, &options->sheet);
  add_option (arguments, "format", get_nick (PIVOT_TYPE_EXPORT_FORMAT, (int) options->format));
  add_number (arguments, "scale", options->scale);
  if (options->outlines)
    g_ptr_array_add (arguments, g_strdup ("--outlines"));
  add_option (arguments, "dataset", folder);
  add_option (arguments, "view", view);
  add_option (arguments, "language", language);
  add_option (arguments, "output", "-");
  g_ptr_array_add (arguments, NULL);

  return arguments;
}

/**
 * pivot_export_make_in_language: (skip)
 * @session: a session with a dataset
 * @options: what to export of it, and how
 * @language: the language of the words, as --language takes it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes a file in another language than that of the window. A process has one language only, so that this is left to another one.
 *
 * Returns: (transfer full): the bytes of the file, or `NULL` on error
 */
GBytes *
pivot_export_make_in_language (PivotSession              *session,
                               const PivotExportOptions  *options,
                               const char                *language,
                               GCancellable              *cancellable,
                               GError                   **error)
{
  g_autoptr(GPtrArray) arguments = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) made = NULL;
  g_autoptr(GBytes) said = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL && language != NULL, NULL);

  arguments = make_arguments (session, options, language);
  process = g_subprocess_newv ((const char * const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  if (process == NULL)
    return NULL;

  if (!g_subprocess_communicate (process, NULL, cancellable, &made, &said, error))
    {
      g_subprocess_force_exit (process);
      return NULL;
    }

  if (!g_subprocess_get_successful (process))
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (said, NULL), g_bytes_get_size (said));

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", g_strstrip (text));
      return NULL;
    }

  return g_steal_pointer (&made);
}
