/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-evidence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-firm-facts.h"
#include "pivot-present-private.h"
#include "pivot-present-timeline.h"
#include "pivot-receipt.h"
#include "pivot-units.h"

/* As many values of a derived measure have their own formulas written out; of more, the one that they share. */
#define MAX_FORMULAS 2

/* Values of a measure, or of a series, that are known in the same way. */
typedef struct
{
  char       *name;       /* of the measure, or of figure and series */
  char       *label;
  char       *unit;
  PivotMeasure *measure;  /* or NULL */
  PivotStatus status;
  GPtrArray  *paths;
  PivotCited *cited;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group->label);
  g_free (group->unit);
  g_ptr_array_unref (group->paths);
  g_array_unref (group->cited);
  g_free (group);
}

/**
 * pivot_evidence_new: (skip)
 * @dataset: a dataset
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Makes evidence, with no source so far.
 *
 * Returns: (transfer full): evidence
 */
PivotEvidence *
pivot_evidence_new (PivotDataset *dataset,
                    GListModel   *findings)
{
  PivotEvidence *self;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (findings == NULL || G_IS_LIST_MODEL (findings), NULL);

  self = g_new0 (PivotEvidence, 1);
  self->dataset = g_object_ref (dataset);
  self->findings = findings != NULL ? g_object_ref (findings) : NULL;
  self->sources = g_ptr_array_new ();

  return self;
}

void
pivot_evidence_free (PivotEvidence *self)
{
  g_ptr_array_unref (self->sources);
  g_clear_object (&self->findings);
  g_object_unref (self->dataset);
  g_free (self);
}

/* Takes text. What an event and a fact say alike is said once. */
static void
add_line (GPtrArray  *lines,
          char       *text,
          PivotCited *cited)
{
  g_autofree char *owned = text;
  g_autofree char *numbers = _pivot_evidence_write_cited (cited);
  g_autofree char *line = *numbers != '\0' ? g_strdup_printf ("%s %s", text, numbers) : g_strdup (text);

  if (!g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, g_steal_pointer (&line));
}

/* Each line of a text once. */
static void
add_remarks (GPtrArray  *lines,
             const char *text)
{
  g_auto(GStrv) remarks = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; remarks != NULL && remarks[i] != NULL; i++)
    if (*remarks[i] != '\0' && !g_ptr_array_find_with_equal_func (lines, remarks[i], g_str_equal, NULL))
      g_ptr_array_add (lines, g_strdup (remarks[i]));
}

/* Values */

static Group *
find_group (GPtrArray   *groups,
            const char  *name,
            PivotStatus  status)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];

      if (group->status == status && g_str_equal (group->name, name))
        return group;
    }

  return NULL;
}

static Group *
add_group (PivotEvidence *self,
           GPtrArray     *groups,
           const char    *path,
           const char    *name,
           PivotStatus    status)
{
  Group *group = g_new0 (Group, 1);
  g_auto(GStrv) parts = g_strsplit (path, "/", 3);
  PivotFigure *figure = pivot_dataset_find_figure (self->dataset, parts[0]);
  PivotSeries *series = figure != NULL && parts[2] != NULL ? pivot_figure_find_series (figure, parts[1]) : NULL;

  group->name = g_strdup (name);
  group->status = status;
  group->paths = g_ptr_array_new ();
  group->cited = g_array_new (FALSE, FALSE, sizeof (guint));
  group->measure = parts[2] == NULL ? pivot_dataset_find_measure (self->dataset, parts[0]) : NULL;
  if (group->measure != NULL)
    {
      group->label = g_strdup (pivot_text_get (pivot_measure_get_label (group->measure)));
      group->unit = g_strdup (pivot_text_get (pivot_measure_get_unit (group->measure)));
    }
  else if (series != NULL)
    {
      group->label = g_strdup (pivot_text_get (pivot_series_get_label (series)));
      group->unit = g_strdup (pivot_text_get (pivot_series_get_unit (series)));
    }
  g_ptr_array_add (groups, group);

  return group;
}

static void
collect_value (PivotEvidence *self,
               GPtrArray     *groups,
               const char    *path)
{
  const PivotValue *value = pivot_dataset_find_value (self->dataset, path);
  const char *slash = strrchr (path, '/');
  g_autofree char *name = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  Group *group;

  if (value == NULL || name == NULL)
    return;

  group = find_group (groups, name, value->status);
  if (group == NULL)
    group = add_group (self, groups, path, name, value->status);
  g_ptr_array_add (group->paths, (gpointer) path);
  _pivot_evidence_cite_value (self, group->cited, value);
}

/* "Zhejiang −4.82", with " = 5.05 − 9.87" in words if that is asked for. */
static char *
write_value (PivotEvidence *self,
             Group         *group,
             const char    *path,
             gboolean       formula)
{
  const PivotValue *value = pivot_dataset_find_value (self->dataset, path);
  g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_path (self->dataset, path, NULL);
  guint decimals = group->measure != NULL ? pivot_measure_get_decimals (group->measure) : _pivot_present_point_decimals (value);
  g_autofree char *number = pivot_units_format_value (value, decimals, NULL);
  g_autofree char *about = NULL;

  g_object_get (receipt, "place-name", &about, NULL);
  if (formula && pivot_receipt_get_formula (receipt) != NULL)
    /* Translators: in a list of numbers: a place (or a year), its number, how that is computed. */
    return g_strdup_printf (C_("evidence", "%1$s %2$s = %3$s"), about, number, pivot_receipt_get_formula (receipt));

  /* Translators: in a list of numbers: a place (or a year), its number. */
  return g_strdup_printf (C_("evidence", "%1$s %2$s"), about, number);
}

/* How all values of a derived measure are computed, in the names of others; NULL if it is not derived. */
static char *
write_rule (PivotEvidence *self,
            PivotMeasure  *measure)
{
  const char * const *of = measure != NULL ? pivot_measure_get_of (measure) : NULL;
  const char *names[2] = { NULL, NULL };
  g_autofree char *factor = NULL;

  if (of == NULL || of[0] == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && of[i] != NULL; i++)
    names[i] = pivot_text_get (pivot_measure_get_label (pivot_dataset_find_measure (self->dataset, of[i])));
  factor = pivot_units_format_number (pivot_measure_get_factor (measure), pivot_units_count_decimals (pivot_measure_get_factor (measure)));
  switch (pivot_measure_get_derive (measure))
    {
    case PIVOT_DERIVE_DIFFERENCE:
      return g_strdup_printf ("%s − %s", names[0], names[1]);
    case PIVOT_DERIVE_RATIO:
      return g_strdup_printf ("%s ÷ %s", names[0], names[1]);
    case PIVOT_DERIVE_PER:
      return g_strdup_printf ("%s ÷ %s × %s", names[0], names[1], factor);
    case PIVOT_DERIVE_SHARE:
      /* Translators: how a share is computed: of a measure, twice. */
      return g_strdup_printf (_("%1$s ÷ sum of %1$s × 100"), names[0]);
    case PIVOT_DERIVE_NONE:
    default:
      return NULL;
    }
}

static void
add_findings (PivotEvidence *self,
              GPtrArray     *lines,
              Group         *group)
{
  for (guint i = 0; i < group->paths->len; i++)
    {
      g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_path (self->dataset, group->paths->pdata[i], self->findings);

      if (pivot_receipt_is_doubtful (receipt))
        add_remarks (lines, pivot_receipt_get_finding (receipt));
      if (group->paths->len <= MAX_FORMULAS)
        add_remarks (lines, pivot_receipt_get_note (receipt));
    }
}

static void
write_group (PivotEvidence *self,
             GPtrArray     *lines,
             Group         *group)
{
  gboolean derived = group->measure != NULL && pivot_measure_get_derive (group->measure) != PIVOT_DERIVE_NONE;
  gboolean formulas = !derived || group->paths->len <= MAX_FORMULAS;
  g_autofree char *rule = formulas ? NULL : write_rule (self, group->measure);
  const char *status = pivot_units_status_label (group->status);
  GString *values = g_string_new (NULL);

  for (guint i = 0; i < group->paths->len; i++)
    {
      g_autofree char *text = write_value (self, group, group->paths->pdata[i], formulas);

      if (i > 0)
        /* Translators: between numbers in a list. */
        g_string_append (values, C_("evidence", "; "));
      g_string_append (values, text);
    }

  if (rule != NULL)
    /* Translators: what numbers are of, their unit, numbers of places, how they are known ("computed"), and how they are computed. */
    add_line (lines, g_strdup_printf (C_("evidence", "%1$s (%2$s): %3$s (%4$s: %5$s)"), group->label, group->unit, values->str, status,
                                      rule), group->cited);
  else if (group->unit != NULL && *group->unit != '\0')
    /* Translators: what numbers are of, their unit, numbers of places, how they are known ("printed in the series"). */
    add_line (lines, g_strdup_printf (C_("evidence", "%1$s (%2$s): %3$s (%4$s)"), group->label, group->unit, values->str, status),
              group->cited);
  else
    add_line (lines, g_strdup_printf (C_("evidence", "%1$s: %2$s (%3$s)"), group->label, values->str, status), group->cited);
  g_string_free (values, TRUE);
  add_findings (self, lines, group);
}

/* Events, facts, checks */

/* "Lanxin Mobile: Founded, 2012 (printed in the series)" */
static void
write_receipt (GPtrArray    *lines,
               PivotReceipt *receipt,
               PivotCited   *cited)
{
  const char *status = pivot_receipt_get_status (receipt);
  g_autofree char *about = NULL;

  g_object_get (receipt, "place-name", &about, NULL);
  if (status != NULL)
    /* Translators: who, what is said of it, the date or text, how that is known. */
    add_line (lines, g_strdup_printf (C_("evidence", "%1$s: %2$s, %3$s (%4$s)"), about, pivot_receipt_get_label (receipt),
                                      pivot_receipt_get_text (receipt), status), cited);
  else
    add_line (lines, g_strdup_printf (C_("evidence", "%1$s: %2$s, %3$s"), about, pivot_receipt_get_label (receipt),
                                      pivot_receipt_get_text (receipt)), cited);
  add_remarks (lines, pivot_receipt_get_note (receipt));
  add_remarks (lines, pivot_receipt_get_finding (receipt));
  add_remarks (lines, pivot_receipt_get_disagreement (receipt));
}

/* "firm/what" */
static PivotFirm *
find_firm (PivotEvidence  *self,
           const char     *path,
           const char    **what)
{
  const char *slash = strchr (path, '/');
  g_autofree char *id = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;

  *what = slash != NULL ? slash + 1 : "";

  return id != NULL ? pivot_dataset_find_firm (self->dataset, id) : NULL;
}

static void
write_event (PivotEvidence *self,
             GPtrArray     *lines,
             const char    *path)
{
  const char *number;
  PivotFirm *firm = find_firm (self, path, &number);
  g_autoptr(GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(PivotEvent) event = NULL;
  g_autoptr(PivotReceipt) receipt = NULL;

  if (firm != NULL)
    event = g_list_model_get_item (pivot_firm_get_events (firm), (guint) g_ascii_strtoull (number, NULL, 10));
  if (event == NULL)
    return;

  receipt = pivot_receipt_new_for_event (self->dataset, firm, event);
  _pivot_evidence_cite_source (self, cited, pivot_receipt_get_origin (receipt));
  write_receipt (lines, receipt, cited);
}

static void
write_fact (PivotEvidence *self,
            GPtrArray     *lines,
            const char    *path)
{
  const char *word;
  PivotFirm *firm = find_firm (self, path, &word);
  g_autoptr(GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(PivotReceipt) receipt = firm != NULL ? pivot_present_firm_fact (self->dataset, firm, word) : NULL;

  if (receipt == NULL)
    return;

  /* The dataset may not say which of a firm's sources it is. */
  if (pivot_receipt_get_origin (receipt) != NULL)
    _pivot_evidence_cite_source (self, cited, pivot_receipt_get_origin (receipt));
  else
    _pivot_evidence_cite_all (self, cited, pivot_firm_get_sources (firm));
  write_receipt (lines, receipt, cited);
}

static void
write_statements (PivotEvidence *self,
                  GPtrArray     *lines,
                  PivotCheck    *check)
{
  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      const PivotStatement *statement = pivot_check_get_statement (check, i);
      g_autofree char *number = pivot_units_format_number (statement->number, pivot_units_count_decimals (statement->number));
      g_autoptr(GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint));

      _pivot_evidence_cite_source (self, cited, pivot_dataset_find_source (self->dataset, statement->source));
      /* Translators: a statement, and where it stands. */
      add_line (lines, g_strdup_printf (C_("evidence", "“%1$s”: %2$s"),
                                        statement->text != NULL ? pivot_text_get (statement->text) : number,
                                        pivot_text_get (statement->where)), cited);
    }
}

static void
write_check (PivotEvidence *self,
             GPtrArray     *lines,
             const char    *id)
{
  GListModel *checks = pivot_dataset_get_checks (self->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr(PivotCheck) check = g_list_model_get_item (checks, i);
      g_autoptr(GArray) cited = NULL;
      g_autofree char *printed = NULL;

      if (!g_str_equal (pivot_check_get_id (check), id))
        continue;
      if (pivot_check_get_kind (check) == PIVOT_CHECK_CONFLICT)
        {
          write_statements (self, lines, check);
          return;
        }

      cited = g_array_new (FALSE, FALSE, sizeof (guint));
      _pivot_evidence_cite_source (self, cited, pivot_dataset_find_source (self->dataset, pivot_check_get_source (check)));
      printed = pivot_units_format_number (pivot_check_get_printed (check), pivot_check_get_decimals (check));
      /* Translators: what is computed, the number that a source prints for it. */
      add_line (lines, g_strdup_printf (C_("evidence", "%1$s: printed %2$s"), pivot_text_get (pivot_check_get_title (check)), printed),
                cited);
      add_remarks (lines, pivot_text_get (pivot_check_get_note (check)));
      return;
    }
}

/**
 * pivot_evidence_write: (skip)
 * @self: evidence
 * @references: (array zero-terminated=1): references, as questions and tables give them
 *
 * Writes what these references stand for, and adds their sources to the list.
 *
 * Returns: (transfer full) (array zero-terminated=1): lines
 */
char **
pivot_evidence_write (PivotEvidence      *self,
                      const char * const *references)
{
  g_autoptr(GPtrArray) groups = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (self != NULL && references != NULL, NULL);

  groups = g_ptr_array_new_with_free_func (group_free);
  lines = g_ptr_array_new ();
  for (guint i = 0; references[i] != NULL; i++)
    {
      const char *colon = strchr (references[i], ':'), *path = colon != NULL ? colon + 1 : "";

      if (g_str_has_prefix (references[i], "event:"))
        write_event (self, lines, path);
      else if (g_str_has_prefix (references[i], "fact:"))
        write_fact (self, lines, path);
      else if (g_str_has_prefix (references[i], "check:"))
        write_check (self, lines, path);
      else
        collect_value (self, groups, path);
    }
  for (guint i = 0; i < groups->len; i++)
    write_group (self, lines, groups->pdata[i]);
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}
