/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-batch-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "pivot-dataset-loader.h"
#include "pivot-imprint.h"
#include "pivot-save.h"

#define ALL "all"
#define LANGUAGE_OPTION "--language"
#define STANDARD_OUTPUT "-"

void
_pivot_batch_complain (const char *format,
                       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("pivot-explorer: %s\n", text);
}

PivotBatch *
pivot_batch_new (void)
{
  PivotBatch *self = g_new0 (PivotBatch, 1);

  /* 0 is a seed as good as any. */
  self->seed = -1;

  return self;
}

void
pivot_batch_free (PivotBatch *self)
{
  g_free (self->what);
  g_free (self->output);
  g_free (self->format);
  g_free (self->measure);
  g_free (self->against);
  g_free (self->selection);
  g_free (self->firm);
  g_free (self->method);
  g_free (self->palette);
  g_free (self->theme);
  g_free (self->size);
  g_free (self->language);
  g_free (self->projection);
  g_free (self->parts);
  g_free (self->level);
  g_free (self->paper);
  g_free (self->key);
  g_free (self->view);
  g_clear_object (&self->dataset);
  g_free (self);
}

/**
 * pivot_batch_get_group: (skip)
 * @self: a batch
 *
 * Makes the options of exporting, for a command line.
 *
 * Returns: (transfer full): a group of options that fills in @self
 */
GOptionGroup *
pivot_batch_get_group (PivotBatch *self)
{
  const GOptionEntry entries[] = {
    { "export", 0, 0, G_OPTION_ARG_STRING, &self->what,
      N_("Write a file and leave: map, scatter, ranking, …, worksheet, or all"), N_("WHAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("Where to; “-” is the standard output"), N_("FILE|FOLDER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_("png, svg, pdf, csv or json; else from the file's name"), N_("FORMAT") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &self->measure, N_("What the map shows"), N_("ID") },
    { "against", 0, 0, G_OPTION_ARG_STRING, &self->against, N_("What it is compared with"), N_("ID") },
    { "selection", 0, 0, G_OPTION_ARG_STRING, &self->selection, N_("Selected places"), N_("ID,ID…") },
    { "firm", 0, 0, G_OPTION_ARG_STRING, &self->firm, N_("The firm that is shown"), N_("ID") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &self->method, N_("How classes are made: quantile, equal, natural …"), N_("METHOD") },
    { "classes", 0, 0, G_OPTION_ARG_INT, &self->classes, N_("How many classes, 2 to 9"), N_("N") },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &self->palette, N_("Colours: YlGnBu, RdBu …"), N_("ID") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme, N_("light, dark or print"), N_("THEME") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size,
      N_("slide-16:9, slide-4:3, a4, a5, square, or px as 1200x800"), N_("SIZE") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale, N_("Pixels of a PNG for each px, 1 to 4"), N_("N") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, N_("Language of the words: en, zh_CN"), N_("LANGUAGE") },
    { "projection", 0, 0, G_OPTION_ARG_STRING, &self->projection,
      N_("albers (equal area), or screen (as the window shows it)"), N_("PROJECTION") },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &self->parts,
      N_("What stands around the drawing: title, legend, caption, source, alt; or none"), N_("PART,PART…") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self->seed, N_("Number that the questions of a worksheet are drawn by"), N_("N") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &self->level, N_("What they ask: all, find, compare, explain"), N_("LEVEL") },
    { "questions", 0, 0, G_OPTION_ARG_INT, &self->questions, N_("How many questions, 1 to 40"), N_("N") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, N_("a4 or letter"), N_("PAPER") },
    { "key", 0, 0, G_OPTION_ARG_STRING, &self->key,
      N_("Answers of a worksheet: apart (in a file of their own), after, none"), N_("WHERE") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &self->transparent, N_("Nothing is painted under the drawing"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &self->notes, N_("A lesson is written with the notes of who teaches"), NULL },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &self->outlines, N_("Letters of an SVG become shapes"), NULL },
    { NULL }
  };
  GOptionGroup *group = g_option_group_new ("export", _("Export Options:"), _("Show the options of --export"), NULL, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);

  return group;
}

gboolean
pivot_batch_is_asked (PivotBatch *self)
{
  return self->what != NULL;
}

/* The words of the program come from the catalogue, those of the dataset from its files, and both go by LANGUAGE; numbers go by the
 * locale, which need not be installed. */
static void
use_language (const char *language)
{
  g_autofree char *name = g_strconcat (language, ".UTF-8", NULL);
  g_autofree char *pango = g_strdelimit (g_strdup (language), "_", '-');

  g_setenv ("LANGUAGE", language, TRUE);
  g_setenv ("PANGO_LANGUAGE", pango, TRUE);
  if (setlocale (LC_ALL, name) == NULL && setlocale (LC_ALL, "C.UTF-8") == NULL)
    g_debug ("no locale for %s", language);
  /* Without this, C stands for no translation at all. */
  g_setenv ("LC_ALL", setlocale (LC_ALL, NULL), TRUE);
}

/**
 * pivot_batch_use_language: (skip)
 * @argc: how many arguments
 * @argv: (array length=argc): arguments of the program
 *
 * Takes the language of `--language`, if it is there.
 */
void
pivot_batch_use_language (int   argc,
                          char *argv[])
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], LANGUAGE_OPTION "="))
        use_language (argv[i] + strlen (LANGUAGE_OPTION "="));
      else if (g_str_equal (argv[i], LANGUAGE_OPTION) && i + 1 < argc)
        use_language (argv[i + 1]);
    }
}

gboolean
_pivot_batch_complain_of_word (const char         *option,
                               const char         *word,
                               const char * const *words)
{
  g_autofree char *known = g_strjoinv (", ", (char **) words);

  /* Translators: an option of the command line, what it was given, and what it may be. */
  _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), option, word, known);

  return FALSE;
}

static gboolean
read_word (GType        type,
           const char  *option,
           const char  *word,
           int         *value)
{
  g_autoptr(GEnumClass) klass = NULL;
  GEnumValue *found;
  g_autoptr(GString) words = NULL;

  if (word == NULL)
    return TRUE;

  klass = g_type_class_ref (type);
  found = g_enum_get_value_by_nick (klass, word);
  if (found != NULL)
    {
      *value = found->value;
      return TRUE;
    }

  words = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  /* Translators: an option of the command line, what it was given, and what it may be. */
  _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), option, word, words->str);

  return FALSE;
}

/* "title,legend"; "none" leaves the drawing alone. */
static gboolean
read_parts (PivotBatch *self)
{
  static const char * const words[] = { "title", "legend", "caption", "source", "alt" };
  g_auto(GStrv) parts = NULL;

  if (self->parts == NULL)
    return TRUE;

  self->options.sheet.parts = 0;
  if (g_str_equal (self->parts, "none"))
    return TRUE;

  parts = g_strsplit (self->parts, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint part = 0;

      while (part < G_N_ELEMENTS (words) && !g_str_equal (words[part], parts[i]))
        part++;
      if (part == G_N_ELEMENTS (words))
        {
          _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), "parts", parts[i],
                                 "title, legend, caption, source, alt, none");
          return FALSE;
        }
      /* In the order of PivotSheetParts. */
      self->options.sheet.parts |= (PivotSheetParts) (1u << part);
    }

  return TRUE;
}

/* Words and numbers that need no dataset. */
static gboolean
read_options (PivotBatch *self)
{
  PivotExportOptions *options = &self->options;
  int theme = PIVOT_SHEET_LIGHT, format = PIVOT_EXPORT_PNG;

  pivot_export_options_init (options);
  if (!read_word (PIVOT_TYPE_SHEET_THEME, "theme", self->theme, &theme) ||
      !read_word (PIVOT_TYPE_EXPORT_FORMAT, "format", self->format, &format) || !read_parts (self))
    return FALSE;

  if (self->size != NULL && !pivot_export_parse_size (self->size, &options->sheet.width, &options->sheet.height))
    {
      _pivot_batch_complain (_("--size: “%1$s” is neither a name nor width and height from %2$d to %3$d px, as 1200x800"),
                             self->size, (int) PIVOT_SHEET_MIN_SIZE, (int) PIVOT_SHEET_MAX_SIZE);
      return FALSE;
    }
  if (self->scale != 0 && !(self->scale >= 1 && self->scale <= PIVOT_EXPORT_MAX_SCALE))
    {
      _pivot_batch_complain (_("--scale: from 1 to 4"));
      return FALSE;
    }
  if (self->projection != NULL && !g_str_equal (self->projection, "albers") && !g_str_equal (self->projection, "screen"))
    {
      _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), "projection", self->projection, "albers, screen");
      return FALSE;
    }

  options->sheet.theme = (PivotSheetTheme) theme;
  options->format = (PivotExportFormat) format;
  options->sheet.transparent = self->transparent;
  options->sheet.screen_map = g_strcmp0 (self->projection, "screen") == 0;
  options->outlines = self->outlines;
  options->sheet.notes = self->notes;
  if (self->scale != 0)
    options->scale = self->scale;

  self->has_format = self->format != NULL;
  if (!self->has_format && self->output != NULL)
    self->has_format = pivot_export_format_from_name (self->output, &options->format);

  return TRUE;
}

/* "figure:1-1a" */
static gboolean
read_what (PivotBatch *self)
{
  g_autofree char *word = g_strdup (self->what);
  char *colon = strchr (word, ':');
  int kind;

  if (colon != NULL)
    *colon = '\0';
  if (!read_word (PIVOT_TYPE_SHEET_KIND, "export", word, &kind))
    return FALSE;

  self->options.sheet.kind = (PivotSheetKind) kind;
  if ((kind == PIVOT_SHEET_STORY || kind == PIVOT_SHEET_LESSON || kind == PIVOT_SHEET_WORKSHEET) && !self->has_format)
    self->options.format = PIVOT_EXPORT_PDF;
  self->options.sheet.id = colon != NULL ? self->what + (colon - word) + 1 : NULL;

  return TRUE;
}

static gboolean
load (PivotBatch *self,
      GFile      *folder)
{
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;

  self->dataset = pivot_dataset_loader_load (folder, NULL, &problems, &error);
  if (self->dataset != NULL)
    return TRUE;

  _pivot_batch_complain ("%s: %s", g_file_peek_path (folder), error->message);
  for (guint i = 0; problems != NULL && i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = pivot_problem_to_string (problem);

      g_printerr ("%s\n", text);
    }

  return FALSE;
}

/* A file has the view as it is, or is a picture that was saved. */
static char *
load_view (const char  *path,
           GError     **error)
{
  g_autoptr(PivotImprint) imprint = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, error))
    return NULL;
  if (!pivot_imprint_knows ((const guint8 *) text, size))
    return text;

  bytes = g_bytes_new_take (text, size);
  imprint = pivot_imprint_read (bytes, error);

  return imprint != NULL ? g_strdup (imprint->view) : NULL;
}

/* JSON begins with a brace, and no sensible file name does. */
static gboolean
read_view (PivotBatch *self,
           const char *view)
{
  g_autoptr(GError) error = NULL;

  if (view == NULL)
    return TRUE;

  if (*view == '{')
    self->view = g_strdup (view);
  else if ((self->view = load_view (view, &error)) == NULL)
    {
      _pivot_batch_complain ("--view: %s", error->message);
      return FALSE;
    }

  return TRUE;
}

gboolean
_pivot_batch_write (GFile  *file,
                    GBytes *bytes)
{
  g_autoptr(GError) error = NULL;

  if (pivot_save (file, bytes, NULL, &error))
    return TRUE;

  _pivot_batch_complain ("%s", error->message);

  return FALSE;
}

gboolean
_pivot_batch_to_output (PivotBatch *self)
{
  return g_strcmp0 (self->output, STANDARD_OUTPUT) == 0;
}

int
_pivot_batch_print (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0 ? PIVOT_BATCH_DONE : PIVOT_BATCH_FAILED;
}

/* The file that is asked for; in a folder, or without a name, it is called after what it shows. */
GFile *
_pivot_batch_get_file (PivotBatch *self)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (PIVOT_TYPE_EXPORT_FORMAT);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->what, g_enum_get_value (klass, (int) self->options.format)->value_nick);

  g_strdelimit (name, ":/", '-');
  if (self->output == NULL)
    return g_file_new_for_commandline_arg (name);
  if (g_file_test (self->output, G_FILE_TEST_IS_DIR))
    return g_file_new_build_filename (self->output, name, NULL);

  return g_file_new_for_commandline_arg (self->output);
}

static int
run_one (PivotBatch *self)
{
  g_autoptr(PivotSession) session = _pivot_batch_open_session (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFile) file = NULL;

  if (session == NULL)
    return PIVOT_BATCH_MISUSED;

  bytes = pivot_export_make (session, &self->options, NULL, &error);
  if (bytes == NULL)
    {
      _pivot_batch_complain ("--export=%s: %s", self->what, error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? PIVOT_BATCH_MISUSED : PIVOT_BATCH_FAILED;
    }

  if (_pivot_batch_to_output (self))
    return _pivot_batch_print (bytes);

  file = _pivot_batch_get_file (self);

  return _pivot_batch_write (file, bytes) ? PIVOT_BATCH_DONE : PIVOT_BATCH_FAILED;
}

/**
 * pivot_batch_run: (skip)
 * @self: a batch, filled in by its options
 * @dataset: folder of the dataset
 * @view: (nullable): view JSON, or a file with it
 *
 * Exports, and says on the standard error stream what goes wrong.
 *
 * Returns: the status for the process to end with
 */
int
pivot_batch_run (PivotBatch *self,
                 GFile      *dataset,
                 const char *view)
{
  g_return_val_if_fail (self != NULL && self->what != NULL, PIVOT_BATCH_FAILED);

  if (!read_options (self) || (!g_str_equal (self->what, ALL) && !read_what (self)) || !read_view (self, view))
    return PIVOT_BATCH_MISUSED;
  if (!load (self, dataset))
    return PIVOT_BATCH_FAILED;

  if (g_str_equal (self->what, ALL))
    return _pivot_batch_run_all (self);

  return self->options.sheet.kind == PIVOT_SHEET_WORKSHEET ? _pivot_batch_run_worksheet (self) : run_one (self);
}
