/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-check.h"

#include "pivot-dataset-private.h"

#include <float.h>
#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

/* A statement that can be recomputed, or statements that disagree. Immutable. */
struct _PivotCheck
{
  GObject         parent_instance;

  char           *id;
  PivotText      *title;
  PivotCheckKind  kind;
  char          **of;
  double          factor;
  double          printed;
  PivotBound      bound;
  guint           decimals;
  char           *source;
  PivotText      *note;
  GArray         *statements;
  PivotText      *assessment;
};

G_DEFINE_FINAL_TYPE (PivotCheck, pivot_check, G_TYPE_OBJECT)

/* Those inside "conflict" or "recomputed" stand beside the others in the file; which are read depends on the kind. */
static const PivotField fields[] = {
  { PIVOT_FIELD (ID, PivotCheck, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotCheck, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotCheck, kind, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (check_kind, CHECK_DIFFERENCE, CHECK_CONFLICT) },
  { PIVOT_FIELD (NUMBER, PivotCheck, factor, OPTIONAL), .inside = "recomputed" },
  { PIVOT_FIELD (NUMBER, PivotCheck, printed, REQUIRED), .inside = "recomputed" },
  { PIVOT_FIELD (ENUM, PivotCheck, bound, OPTIONAL), .inside = "recomputed",
    PIVOT_FIELD_WORDS (bound, BOUND_ABOVE, BOUND_BELOW) },
  { PIVOT_FIELD (UINT, PivotCheck, decimals, REQUIRED), .inside = "recomputed", .first = 0, .last = 6 },
  { PIVOT_FIELD (REF, PivotCheck, source, REQUIRED), .inside = "recomputed", .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD (TEXT, PivotCheck, note, OPTIONAL), .inside = "recomputed" },
  { PIVOT_FIELD (TEXT, PivotCheck, assessment, REQUIRED), .inside = "conflict" },
  { PIVOT_FIELD_OWNED_BY (PivotCheck, of, g_strfreev) },
  { PIVOT_FIELD_OWNED_BY (PivotCheck, statements, g_array_unref) },
  { NULL }
};

static void
pivot_check_class_init (PivotCheckClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
clear_statement (gpointer data)
{
  PivotStatement *statement = data;

  g_clear_pointer (&statement->text, pivot_text_unref);
  g_clear_pointer (&statement->source, g_free);
  g_clear_pointer (&statement->where, pivot_text_unref);
}

static void
pivot_check_init (PivotCheck *self)
{
  self->factor = 1;
  self->printed = NAN;
  self->statements = g_array_new (FALSE, TRUE, sizeof (PivotStatement));
  g_array_set_clear_func (self->statements, clear_statement);
}

static void
read_statement (PivotCheck      *self,
                const PivotJson *json,
                PivotLoad       *load)
{
  PivotJson value = pivot_json_get_member (json, "value");
  PivotJson source = pivot_json_get_member (json, "source");
  PivotJson where = pivot_json_get_member (json, "where");
  PivotStatement statement = { .number = NAN };

  if (pivot_json_is_number (&value))
    statement.number = json_node_get_double (value.node);
  else
    statement.text = pivot_json_read_text (&value, PIVOT_JSON_REQUIRED);
  statement.source = _pivot_load_read_ref (load, &source, PIVOT_JSON_REQUIRED, PIVOT_KIND_SOURCE);
  statement.where = pivot_json_read_text (&where, PIVOT_JSON_REQUIRED);

  g_array_append_val (self->statements, statement);
}

static void
read_conflict (PivotCheck      *self,
               const PivotJson *json,
               PivotLoad       *load)
{
  PivotJson values = pivot_json_get_member (json, "values");
  guint n;

  _pivot_fields_read (fields, self, "conflict", json, load);
  if (!pivot_json_is_array (&values, PIVOT_JSON_REQUIRED, &n))
    return;

  if (n < 2)
    pivot_json_add_problem (&values, PIVOT_DATA_ERROR_RANGE, _("at least two values that disagree"), NULL);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&values, i);

      if (pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        read_statement (self, &here, load);
    }
}

/* All values of a measure. Returns how many there are, the last of them in number. */
static guint
count_values (PivotLoad  *load,
              const char *path,
              double     *number)
{
  g_autofree char *id = g_strndup (path, strlen (path) - strlen ("/*"));
  PivotMeasure *measure = pivot_dataset_find_measure (load->dataset, id);
  const double *numbers;
  guint n_places;

  if (measure == NULL)
    return 0;

  numbers = pivot_measure_get_numbers (measure, &n_places);
  for (guint i = 0; i < n_places; i++)
    if (!isnan (numbers[i]))
      *number = numbers[i];

  return pivot_measure_get_n_values (measure);
}

/* One operand: a number, or a path to one value or to many. Returns how many values it stands for. */
static guint
read_operand (const PivotJson *json,
              PivotLoad       *load,
              double          *number,
              char           **text)
{
  const char *path = pivot_json_peek_string (json);
  const PivotValue *value;
  guint n = 0;

  if (pivot_json_is_number (json))
    {
      *number = json_node_get_double (json->node);
      *text = pivot_json_number_to_text (*number);
      return 1;
    }

  if (path == NULL)
    {
      pivot_json_unexpected (json, PIVOT_DATA_ERROR_TYPE, _("a value path or a number"));
      return 0;
    }

  *text = g_strdup (path);
  /* Without these files there is nothing to look for. */
  if (load->ids[PIVOT_KIND_MEASURE] == NULL || load->ids[PIVOT_KIND_FIGURE] == NULL ||
      load->ids[PIVOT_KIND_PLACE] == NULL)
    return 0;

  if (g_str_has_suffix (path, "/*"))
    {
      n = count_values (load, path, number);
    }
  else if (!pivot_value_is_missing (value = pivot_dataset_find_value (load->dataset, path)))
    {
      *number = value->number;
      n = 1;
    }

  if (n == 0)
    pivot_json_unexpected (json, PIVOT_DATA_ERROR_REFERENCE, _("a path that leads to a value"));

  return n;
}

static void
check_operands (PivotCheck      *self,
                const PivotJson *of,
                guint64          n_values,
                double           last)
{
  guint needed;

  switch (self->kind)
    {
    case PIVOT_CHECK_DIFFERENCE:
    case PIVOT_CHECK_RATIO:
      needed = 2;
      break;
    case PIVOT_CHECK_ROUNDING:
      needed = 1;
      break;
    case PIVOT_CHECK_MEAN:
    case PIVOT_CHECK_SUM:
    case PIVOT_CHECK_CONFLICT:
    default:
      needed = 0;
    }

  if (needed > 0 ? n_values != needed : n_values == 0)
    {
      g_autofree char *expected =
        needed > 0 ? g_strdup_printf (ngettext ("%u value", "%u values", needed), needed)
                   : g_strdup (_("at least one value"));
      g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT, n_values);

      pivot_json_add_problem (of, PIVOT_DATA_ERROR_RANGE, expected, found);
    }
  else if (self->kind == PIVOT_CHECK_RATIO && last == 0)
    {
      pivot_json_add_problem (of, PIVOT_DATA_ERROR_RANGE, _("a divisor that is not zero"), NULL);
    }
}

static void
read_operands (PivotCheck      *self,
               const PivotJson *json,
               PivotLoad       *load)
{
  PivotJson of = pivot_json_get_member (json, "of");
  g_autoptr(GPtrArray) operands = g_ptr_array_new_with_free_func (g_free);
  gboolean complete = TRUE;
  guint64 n_values = 0;
  double last = NAN;
  guint n;

  if (!pivot_json_is_array (&of, PIVOT_JSON_REQUIRED, &n))
    return;

  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&of, i);
      char *text = NULL;
      guint found = read_operand (&here, load, &last, &text);

      complete &= found > 0;
      n_values += found;
      if (text != NULL)
        g_ptr_array_add (operands, text);
    }
  g_ptr_array_add (operands, NULL);
  self->of = (char **) g_ptr_array_free (g_steal_pointer (&operands), FALSE);

  if (complete)
    check_operands (self, &of, n_values, last);
}

/* Needs all values of the dataset, derived ones too. */
PivotCheck *
_pivot_check_new_from_json (const PivotJson *json,
                            PivotLoad       *load)
{
  PivotCheck *self = g_object_new (PIVOT_TYPE_CHECK, NULL);

  _pivot_fields_read (fields, self, NULL, json, load);

  if (self->kind == PIVOT_CHECK_CONFLICT)
    {
      read_conflict (self, json, load);
    }
  else
    {
      _pivot_fields_read (fields, self, "recomputed", json, load);
      if (isnan (self->factor))
        self->factor = 1;
      read_operands (self, json, load);
    }
  if (self->of == NULL)
    self->of = g_new0 (char *, 1);

  return self;
}

/**
 * pivot_check_get_id:
 * @self: a check
 *
 * Returns: its id
 */
const char *
pivot_check_get_id (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return self->id;
}

/**
 * pivot_check_get_title:
 * @self: a check
 *
 * Returns: (transfer none): what is checked
 */
const PivotText *
pivot_check_get_title (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return self->title;
}

/**
 * pivot_check_get_kind:
 * @self: a check
 *
 * Returns: how it is recomputed
 */
PivotCheckKind
pivot_check_get_kind (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), PIVOT_CHECK_CONFLICT);

  return self->kind;
}

/**
 * pivot_check_get_of:
 * @self: a check
 *
 * Returns: (array zero-terminated=1) (transfer none): value paths, one of which may stand for all values of a measure, or numbers as
 *   text
 */
const char * const *
pivot_check_get_of (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return (const char * const *) self->of;
}

/**
 * pivot_check_get_factor:
 * @self: a check
 *
 * Returns: what the result is multiplied by; 1 unless it says otherwise
 */
double
pivot_check_get_factor (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), 1);

  return self->factor;
}

/**
 * pivot_check_get_printed:
 * @self: a check
 *
 * Returns: what the source prints; NaN for a conflict
 */
double
pivot_check_get_printed (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NAN);

  return self->printed;
}

/**
 * pivot_check_get_bound:
 * @self: a check
 *
 * Returns: whether the result should lie above or below what is printed
 */
PivotBound
pivot_check_get_bound (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), PIVOT_BOUND_NONE);

  return self->bound;
}

/**
 * pivot_check_get_decimals:
 * @self: a check
 *
 * Returns: decimals of what is printed, 0 to 6
 */
guint
pivot_check_get_decimals (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), 0);

  return self->decimals;
}

/**
 * pivot_check_get_source:
 * @self: a check
 *
 * Returns: (nullable): the source's id; %NULL for a conflict
 */
const char *
pivot_check_get_source (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return self->source;
}

/**
 * pivot_check_get_note:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): a remark
 */
const PivotText *
pivot_check_get_note (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return self->note;
}

/**
 * pivot_check_get_n_statements:
 * @self: a check
 *
 * Returns: how many statements it has
 */
guint
pivot_check_get_n_statements (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), 0);

  return self->statements->len;
}

/**
 * pivot_check_get_statement: (skip)
 * @self: a check
 * @i: an index
 *
 * Returns: (transfer none): one of the statements that disagree
 */
const PivotStatement *
pivot_check_get_statement (PivotCheck *self,
                           guint       i)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);
  g_return_val_if_fail (i < self->statements->len, NULL);

  return &g_array_index (self->statements, PivotStatement, i);
}

/**
 * pivot_check_get_assessment:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what to make of a conflict
 */
const PivotText *
pivot_check_get_assessment (PivotCheck *self)
{
  g_return_val_if_fail (PIVOT_IS_CHECK (self), NULL);

  return self->assessment;
}
