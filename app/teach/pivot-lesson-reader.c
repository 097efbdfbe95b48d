/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lesson-file.h"

#include "pivot-enums.h"
#include "pivot-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How lines of JSON become a lesson. Everything is checked here; afterwards a step's view is an object with keys of the right
 * types, and its strokes and guesses are arrays. Whether a dataset has what a view names is another matter (PivotLessonFit). */

#define MAX_ZOOM 30.0
#define MAX_CLASSES 12
#define MAX_BREAKS 16
#define MAX_PLACES 100000

static const PivotLimits line_limits = { PIVOT_LESSON_MAX_SIZE, 24, 500000, 256 * 1024 };

typedef struct
{
  const char    *text;      /* the whole file */
  gsize          length;
  const char    *name;
  PivotProblems *problems;
  guint          line;      /* from 1 */
  PivotLesson   *lesson;
  gboolean       has_header;
  gboolean       is_whole;  /* every line was read */
  gint64         n_steps;   /* that there should be, or −1 */
} Reader;

/* ---- Problems: the line, and then the path in it ---- */

static void
add_problem (Reader         *self,
             PivotDataError  code,
             const char     *path,
             const char     *expected,
             const char     *found)
{
  /* Translators: number of a line of a file, then where in it. */
  g_autofree char *where = g_strdup_printf (_("line %1$u, %2$s"), self->line, path);

  pivot_problems_add (self->problems, code, self->name, where, expected, found);
}

static void
pass_on (Reader        *self,
         PivotProblems *problems)
{
  GListModel *list = pivot_problems_get_list (problems);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (list, i);

      add_problem (self, pivot_problem_get_code (problem), pivot_problem_get_path (problem),
                   pivot_problem_get_expected (problem), pivot_problem_get_found (problem));
    }
}

/* Grammar and limits. The place is told in the whole file, where a text editor has it. */
static gboolean
check_grammar (Reader     *self,
               const char *line,
               gsize       length)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (line, length, &line_limits);
  g_autoptr(PivotLexer) whole = NULL;
  g_autoptr(PivotProblems) problems = NULL;
  g_autoptr(PivotProblem) problem = NULL;
  g_autofree char *where = NULL;
  PivotToken token;

  do
    token = pivot_lexer_next (lexer);
  while (token != PIVOT_TOKEN_END && token != PIVOT_TOKEN_ERROR);

  if (token == PIVOT_TOKEN_END)
    return TRUE;

  problems = pivot_problems_new (1);
  pivot_lexer_report (lexer, self->name, problems);
  problem = g_list_model_get_item (pivot_problems_get_list (problems), 0);
  whole = pivot_lexer_new (self->text, self->length, &line_limits);
  where = pivot_lexer_describe_offset (whole, (gsize) (line - self->text) + pivot_lexer_get_offset (lexer));
  pivot_problems_add (self->problems, pivot_problem_get_code (problem), self->name, where,
                      pivot_problem_get_expected (problem), pivot_problem_get_found (problem));

  return FALSE;
}

/* ---- Keys ---- */

/* A key that nobody reads would be lost with the next saving: rather than that, it is told. */
static void
check_keys (const PivotJson    *object,
            const char * const *keys)
{
  g_autofree char *list = g_strjoinv (", ", (char **) keys);
  /* Translators: words of the data format, with commas between them */
  g_autofree char *expected = g_strdup_printf (_("one of %s"), list);
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, json_node_get_object (object->node));
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      g_autofree char *found = pivot_json_quote (key);

      if (!g_strv_contains (keys, key))
        pivot_json_add_problem (object, PIVOT_DATA_ERROR_REFERENCE, expected, found);
    }
}

/* Any text, also an empty one; NULL if there is none. */
static const char *
read_text (const PivotJson *object,
           const char      *key)
{
  PivotJson here = pivot_json_get_member (object, key);
  const char *text;

  if (!pivot_json_has (&here, PIVOT_JSON_OPTIONAL))
    return NULL;

  text = pivot_json_peek_string (&here);
  if (text == NULL)
    pivot_json_unexpected (&here, PIVOT_DATA_ERROR_TYPE, _("a text"));

  return text;
}

/* ---- The keys of a view, without a dataset ---- */

typedef enum
{
  ANY_TEXT,
  TEXT_OR_NULL,
  PLACES,
  FLAG,
  CLASSES,
  BREAKS,
  PAGE,
  METHOD,
  CAMERA,
} ViewKind;

static const struct
{
  const char *key;
  ViewKind    kind;
} view_keys[] = {
  { "page", PAGE },
  { "measure", ANY_TEXT },
  { "against", ANY_TEXT },
  { "selection", PLACES },
  { "classes", CLASSES },
  { "method", METHOD },
  { "breaks", BREAKS },
  { "palette", ANY_TEXT },
  { "reversed", FLAG },
  { "tab", ANY_TEXT },
  { "firm", TEXT_OR_NULL },
  { "figure", TEXT_OR_NULL },
  { "focus", TEXT_OR_NULL },
  { "camera", CAMERA },
};

static void
check_text (const PivotJson *here,
            gboolean         or_null)
{
  if (pivot_json_peek_string (here) == NULL && !(or_null && JSON_NODE_HOLDS_NULL (here->node)))
    pivot_json_unexpected (here, PIVOT_DATA_ERROR_TYPE, or_null ? _("a text or null") : _("a text"));
}

static void
check_list (const PivotJson *here,
            gboolean         numbers)
{
  double number;
  guint n;

  if (!pivot_json_is_array (here, PIVOT_JSON_REQUIRED, &n))
    return;
  if (n > (numbers ? MAX_BREAKS : MAX_PLACES))
    {
      pivot_json_add_problem (here, PIVOT_DATA_ERROR_LIMIT, _("a shorter list"), NULL);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      PivotJson element = pivot_json_get_element (here, i);

      if (numbers)
        pivot_json_read_number (&element, PIVOT_JSON_REQUIRED, -G_MAXDOUBLE, G_MAXDOUBLE, &number);
      else
        check_text (&element, FALSE);
    }
}

static void
check_camera (const PivotJson *here)
{
  static const char * const keys[] = { "longitude", "latitude", "zoom", NULL };
  static const double lower[] = { -180, -90, 0 }, upper[] = { 180, 90, MAX_ZOOM };

  if (JSON_NODE_HOLDS_NULL (here->node) || !pivot_json_is_object (here, PIVOT_JSON_REQUIRED))
    return;

  check_keys (here, keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      PivotJson part = pivot_json_get_member (here, keys[i]);
      double number;

      pivot_json_read_number (&part, PIVOT_JSON_REQUIRED, lower[i], upper[i], &number);
    }
}

static void
check_flag (const PivotJson *here)
{
  if (!JSON_NODE_HOLDS_VALUE (here->node) || json_node_get_value_type (here->node) != G_TYPE_BOOLEAN)
    pivot_json_unexpected (here, PIVOT_DATA_ERROR_TYPE, _("true or false"));
}

static void
check_value (const PivotJson *here,
             ViewKind         kind)
{
  gint64 number;
  int word;

  switch (kind)
    {
    case TEXT_OR_NULL:
    case ANY_TEXT:
      check_text (here, kind == TEXT_OR_NULL);
      break;
    case PLACES:
    case BREAKS:
      check_list (here, kind == BREAKS);
      break;
    case FLAG:
      check_flag (here);
      break;
    case CLASSES:
      pivot_json_read_integer (here, PIVOT_JSON_REQUIRED, 2, MAX_CLASSES, &number);
      break;
    case PAGE:
      pivot_json_read_enum (here, PIVOT_JSON_REQUIRED, PIVOT_TYPE_PAGE, PIVOT_PAGE_MAP, PIVOT_PAGE_TEACH, &word);
      break;
    case METHOD:
      if (pivot_json_peek_string (here) == NULL)
        pivot_json_unexpected (here, PIVOT_DATA_ERROR_TYPE, _("a text"));
      break;
    case CAMERA:
    default:
      check_camera (here);
      break;
    }
}

static gboolean
check_view (const PivotJson *view)
{
  if (!pivot_json_is_object (view, PIVOT_JSON_REQUIRED))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (view_keys); i++)
    {
      PivotJson here = pivot_json_get_member (view, view_keys[i].key);

      if (here.node != NULL)
        check_value (&here, view_keys[i].kind);
    }

  return TRUE;
}

/* ---- A part of a line, byte for byte: a view is to come back as it was written ---- */

static char *
cut_value (PivotLexer *lexer,
           const char *line,
           PivotToken *next)
{
  PivotToken first = pivot_lexer_next (lexer);
  gsize start = pivot_lexer_get_offset (lexer), end;

  pivot_lexer_skip (lexer, first);
  *next = pivot_lexer_next (lexer);
  end = pivot_lexer_get_offset (lexer);
  while (end > start && strchr (" \t\r\n,", line[end - 1]) != NULL)
    end--;

  return g_strndup (line + start, end - start);
}

/* The grammar has been checked. */
static char *
cut_member (const char *line,
            gsize       length,
            const char *key)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (line, length, &line_limits);
  PivotToken token;

  pivot_lexer_next (lexer);
  token = pivot_lexer_next (lexer);
  while (token == PIVOT_TOKEN_NAME)
    {
      gboolean is_it = strcmp (pivot_lexer_get_string (lexer), key) == 0;
      g_autofree char *value = cut_value (lexer, line, &token);

      if (is_it)
        return g_steal_pointer (&value);
    }

  return NULL;
}

/* ---- Lines ---- */

static void
read_dataset (Reader          *self,
              const PivotJson *header)
{
  static const char * const keys[] = { "id", "title", "digest", NULL };
  PivotJson here = pivot_json_get_member (header, "dataset");
  g_autofree char *id = NULL;
  PivotJson id_here;

  if (!pivot_json_is_object (&here, PIVOT_JSON_OPTIONAL))
    return;

  check_keys (&here, keys);
  id_here = pivot_json_get_member (&here, "id");
  id = pivot_json_read_string (&id_here, PIVOT_JSON_REQUIRED);
  pivot_lesson_set_origin (self->lesson, id, read_text (&here, "title"), read_text (&here, "digest"));
}

/* A newer file may have other keys: its version is what is told of it. */
static gboolean
read_version (const PivotJson *header)
{
  PivotJson format = pivot_json_get_member (header, "format");
  PivotJson version = pivot_json_get_member (header, "version");
  gint64 number;

  if (!pivot_json_has (&format, PIVOT_JSON_REQUIRED))
    return FALSE;
  if (g_strcmp0 (pivot_json_peek_string (&format), PIVOT_LESSON_FORMAT) != 0)
    {
      pivot_json_unexpected (&format, PIVOT_DATA_ERROR_REFERENCE, "“" PIVOT_LESSON_FORMAT "”");
      return FALSE;
    }
  if (!pivot_json_read_integer (&version, PIVOT_JSON_REQUIRED, 1, G_MAXINT, &number))
    return FALSE;
  if (number > PIVOT_LESSON_VERSION)
    {
      /* Translators: of a lesson's file that a later version of the program has saved. */
      pivot_json_unexpected (&version, PIVOT_DATA_ERROR_RANGE, _("1; a newer Pivot Explorer can open this lesson"));
      return FALSE;
    }

  return TRUE;
}

/* Where a lesson is saved of which this is a copy. */
static void
read_file (Reader          *self,
           const PivotJson *header)
{
  PivotJson here = pivot_json_get_member (header, "file");
  const char *uri = read_text (header, "file");
  g_autoptr(GFile) file = NULL;

  if (uri == NULL)
    return;
  if (!g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    {
      pivot_json_unexpected (&here, PIVOT_DATA_ERROR_TYPE, _("the URI of a file"));
      return;
    }

  file = g_file_new_for_uri (uri);
  pivot_lesson_set_file (self->lesson, file);
}

static void
read_header (Reader          *self,
             const PivotJson *header)
{
  static const char * const keys[] = { "format", "version", "title", "steps", "dataset", "file", NULL };
  PivotJson steps = pivot_json_get_member (header, "steps");

  self->has_header = read_version (header);
  if (!self->has_header)
    return;

  check_keys (header, keys);
  pivot_lesson_set_title (self->lesson, read_text (header, "title"));
  pivot_json_read_integer (&steps, PIVOT_JSON_OPTIONAL, 0, PIVOT_LESSON_MAX_STEPS, &self->n_steps);
  read_dataset (self, header);
  read_file (self, header);
}

static void
read_list (PivotLessonStep *step,
           const PivotJson *object,
           const char      *key,
           const char      *line,
           gsize            length,
           void           (*set) (PivotLessonStep *step, const char *json))
{
  PivotJson here = pivot_json_get_member (object, key);
  g_autofree char *json = NULL;
  guint n;

  if (!pivot_json_is_array (&here, PIVOT_JSON_OPTIONAL, &n))
    return;

  json = cut_member (line, length, key);
  set (step, json);
}

static void
read_step (Reader          *self,
           const PivotJson *object,
           const char      *line,
           gsize            length)
{
  static const char * const keys[] = { "title", "text", "notes", "question", "view", "strokes", "guesses", NULL };
  g_autoptr(PivotLessonStep) step = NULL;
  g_autofree char *view = NULL;
  PivotJson here = pivot_json_get_member (object, "view");

  check_keys (object, keys);
  if (!check_view (&here))
    return;

  view = cut_member (line, length, "view");
  step = pivot_lesson_step_new (view);
  pivot_lesson_step_set_title (step, read_text (object, "title"));
  pivot_lesson_step_set_text (step, read_text (object, "text"));
  pivot_lesson_step_set_notes (step, read_text (object, "notes"));
  pivot_lesson_step_set_question (step, read_text (object, "question"));
  read_list (step, object, "strokes", line, length, pivot_lesson_step_set_strokes);
  read_list (step, object, "guesses", line, length, pivot_lesson_step_set_guesses);
  if (pivot_lesson_get_n_steps (self->lesson) < PIVOT_LESSON_MAX_STEPS)
    pivot_lesson_insert (self->lesson, G_MAXUINT, step);
  else
    pivot_json_add_problem (object, PIVOT_DATA_ERROR_LIMIT, _("no more steps"), NULL);
}

/* FALSE: nothing after this line can be read. */
static gboolean
read_line (Reader     *self,
           const char *line,
           gsize       length)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(JsonNode) node = NULL;
  PivotJsonFile file = { .file = self->name, .problems = problems };
  PivotJson root;

  if (!check_grammar (self, line, length))
    return FALSE;

  node = pivot_json_parse (line, length, &line_limits, self->name, problems, NULL);
  root = pivot_json_root (&file, node);
  if (node != NULL && pivot_problems_get_total (problems) == 0 && pivot_json_is_object (&root, PIVOT_JSON_REQUIRED))
    {
      if (self->has_header)
        read_step (self, &root, line, length);
      else
        read_header (self, &root);
    }
  pass_on (self, problems);

  return self->has_header;
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr (" \t\r", line[i]) == NULL || line[i] == '\0')
      return FALSE;

  return TRUE;
}

static void
read_lines (Reader *self)
{
  const char *end = self->text + self->length;

  for (const char *line = self->text; line < end && !pivot_problems_is_full (self->problems);)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize length = (gsize) ((stop != NULL ? stop : end) - line);

      self->line++;
      if (!is_blank (line, length) && !read_line (self, line, length))
        return;
      line += length + 1;
    }
  self->is_whole = self->has_header;
}

/* A file that was cut off between two lines looks like a shorter lesson. */
static void
check_end (Reader *self)
{
  guint n = pivot_lesson_get_n_steps (self->lesson);
  g_autofree char *expected = NULL, *found = NULL;

  if (!self->has_header && pivot_problems_get_total (self->problems) == 0)
    pivot_problems_add (self->problems, PIVOT_DATA_ERROR_MISSING, self->name, NULL, _("a lesson"), _("nothing"));
  if (!self->is_whole || self->n_steps < 0 || n == self->n_steps || pivot_problems_get_total (self->problems) > 0)
    return;

  expected = g_strdup_printf (ngettext ("%u step, as its first line says", "%u steps, as its first line says",
                                        (guint) self->n_steps), (guint) self->n_steps);
  found = g_strdup_printf ("%u", n);
  pivot_problems_add (self->problems, PIVOT_DATA_ERROR_MISSING, self->name, NULL, expected, found);
}

/**
 * pivot_lesson_file_knows: (skip)
 * @text: the bytes of a file
 * @length: how many
 *
 * Returns: whether it begins as a lesson does, sound or not
 */
gboolean
pivot_lesson_file_knows (const char *text,
                         gsize       length)
{
  const char *line_end = memchr (text, '\n', length);
  gsize first = line_end != NULL ? (gsize) (line_end - text) : length;

  return first > 0 && text[0] == '{' && g_strstr_len (text, (gssize) first, PIVOT_LESSON_FORMAT) != NULL;
}

/**
 * pivot_lesson_file_parse: (skip)
 * @text: (array length=length): the bytes of a file
 * @length: how many
 * @name: name of the file, for messages
 * @problems: where to add what is wrong
 *
 * Reads a lesson, and checks all of it.
 *
 * Returns: (transfer full) (nullable): the lesson, not modified, and in no file unless it says that it is a copy of one; %NULL
 *   if anything is wrong, and then there are problems
 */
PivotLesson *
pivot_lesson_file_parse (const char    *text,
                         gsize          length,
                         const char    *name,
                         PivotProblems *problems)
{
  g_autoptr(PivotLesson) lesson = NULL;
  Reader self = { .text = text, .length = length, .name = name, .problems = problems, .n_steps = -1 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  if (length > PIVOT_LESSON_MAX_SIZE)
    {
      pivot_problems_add (problems, PIVOT_DATA_ERROR_LIMIT, name, NULL, _("a lesson of at most 16 MiB"), NULL);
      return NULL;
    }

  lesson = pivot_lesson_new (NULL);
  self.lesson = lesson;
  read_lines (&self);
  check_end (&self);
  if (pivot_problems_get_total (problems) > 0)
    return NULL;

  pivot_lesson_set_modified (lesson, FALSE);

  return g_steal_pointer (&lesson);
}
