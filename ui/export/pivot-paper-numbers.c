/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-date.h"
#include "pivot-units.h"

/* In px at scale 1. */
#define GROUP_GAP 26.0
#define CELL_GAP 8.0
#define ROW_GAP 3.0

/* Of more places only those that the questions rest on are printed. */
#define MAX_PLACES 64
#define MAX_MEASURES 5
/* Of a firm with more events than these only the first are printed. */
#define MAX_EVENTS 12

/* The numbers and facts that the questions of a worksheet take, so that it can be done without a screen. Places stand in the order of
 * the dataset: one by size would give answers away. */
typedef struct
{
  PivotPaper *paper;
  GPtrArray  *measures;   /* of PivotMeasure */
  GArray     *places;
  guint       n_groups;   /* of columns, side by side */
  guint       n_rows;
  double      group;      /* width */
  double      name;       /* width of the names in it */
  double      column;
} Numbers;

static PivotDataset *
get_dataset (PivotPaper *paper)
{
  return pivot_session_get_dataset (paper->session);
}

static void
add_measure (GPtrArray    *measures,
             PivotMeasure *measure)
{
  if (measure != NULL && measures->len < MAX_MEASURES && !g_ptr_array_find (measures, measure, NULL))
    g_ptr_array_add (measures, measure);
}

/* Calls what for each reference of the questions that begins with this. Numbers that a check is made of stand with its question. */
static void
each_reference (PivotPaper *paper,
                const char *prefix,
                void      (*what) (PivotPaper *, const char *path, gpointer data),
                gpointer    data)
{
  for (guint i = 0; i < pivot_worksheet_get_n (paper->questions); i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (paper->questions, i);
      const char * const *references = pivot_question_get_receipts (question);

      if (pivot_question_get_measure (question) == NULL && g_str_equal (prefix, "value:"))
        continue;
      for (guint k = 0; references[k] != NULL; k++)
        if (g_str_has_prefix (references[k], prefix))
          what (paper, references[k] + strlen (prefix), data);
    }
}

static void
take_measure (PivotPaper *paper,
              const char *path,
              gpointer    data)
{
  g_auto(GStrv) parts = g_strsplit (path, "/", 3);

  if (parts[1] != NULL && parts[2] == NULL)
    add_measure (data, pivot_dataset_find_measure (get_dataset (paper), parts[0]));
}

static void
take_place (PivotPaper *paper,
            const char *path,
            gpointer    data)
{
  g_auto(GStrv) parts = g_strsplit (path, "/", 3);
  int place = parts[1] != NULL && parts[2] == NULL ? pivot_dataset_get_place_index (get_dataset (paper), parts[1]) : -1;

  if (place >= 0)
    g_hash_table_add (data, GINT_TO_POINTER (place));
}

static gboolean
has_value (GPtrArray *measures,
           guint      place)
{
  for (guint i = 0; i < measures->len; i++)
    if (!pivot_value_is_missing (pivot_measure_get_value (measures->pdata[i], place)))
      return TRUE;

  return FALSE;
}

static void
collect (Numbers *self)
{
  g_autoptr(GHashTable) asked = g_hash_table_new (NULL, NULL);
  guint n = pivot_dataset_get_n_places (get_dataset (self->paper)), n_values = 0;

  self->measures = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  add_measure (self->measures, pivot_session_get_measure (self->paper->session));
  each_reference (self->paper, "value:", take_measure, self->measures);
  each_reference (self->paper, "value:", take_place, asked);
  for (guint i = 0; i < n; i++)
    n_values += has_value (self->measures, i);
  for (guint i = 0; i < n; i++)
    if (has_value (self->measures, i) && (n_values <= MAX_PLACES || g_hash_table_contains (asked, GUINT_TO_POINTER (i))))
      g_array_append_val (self->places, i);
}

static const char *
get_name (Numbers *self,
          guint    row)
{
  PivotPlace *place = pivot_dataset_get_place (get_dataset (self->paper), g_array_index (self->places, guint, row));

  return pivot_text_get (pivot_place_get_name (place));
}

static void
lay_out (Numbers *self)
{
  double scale = self->paper->sheet->style.scale, width = _pivot_page_flow_get_width (self->paper->flow), widest = 0;
  PivotTextLook look = pivot_lettering_look (&self->paper->sheet->style, PIVOT_PAPER_SMALL);

  self->n_groups = self->measures->len == 1 ? 3 : self->measures->len == 2 ? 2 : 1;
  self->n_groups = MIN (self->n_groups, MAX (self->places->len, 1));
  self->n_rows = (self->places->len + self->n_groups - 1) / self->n_groups;
  self->group = (width - (self->n_groups - 1) * GROUP_GAP * scale) / self->n_groups;
  for (guint i = 0; i < self->places->len; i++)
    {
      double name;

      pivot_lettering_measure (self->paper->sheet->letters, &look, get_name (self, i), &name, NULL);
      widest = MAX (widest, name + 1);
    }
  self->name = MIN (widest, self->group * 0.45);
  self->column = (self->group - self->name) / self->measures->len;
}

static PivotPageText
get_cell (Numbers *self,
          guint    group,
          guint    column)
{
  double scale = self->paper->sheet->style.scale, x = group * (self->group + GROUP_GAP * scale);

  if (column == 0)
    return (PivotPageText) { .size = PIVOT_PAPER_SMALL, .indent = x, .width = self->name };

  return (PivotPageText) {
    .size = PIVOT_PAPER_SMALL,
    .indent = x + self->name + (column - 1) * self->column + CELL_GAP * scale,
    .width = self->column - CELL_GAP * scale,
    .flush = PIVOT_FLUSH_RIGHT,
  };
}

static char *
write_heading (PivotMeasure *measure)
{
  const char *unit = pivot_text_get (pivot_measure_get_unit (measure)), *name = pivot_text_get (pivot_measure_get_short (measure));

  /* Translators: heading of a column: short name of a measure, its unit. */
  return unit != NULL && *unit != '\0' ? g_strdup_printf (C_("heading", "%1$s (%2$s)"), name, unit) : g_strdup (name);
}

/* Names of the measures over each group of columns; gives their height, and writes them if that is asked for. */
static double
add_headings (Numbers  *self,
              gboolean  write)
{
  double scale = self->paper->sheet->style.scale, highest = 0;

  for (guint group = 0; group < self->n_groups; group++)
    for (guint i = 0; i < self->measures->len; i++)
      {
        g_autofree char *text = write_heading (self->measures->pdata[i]);
        PivotPageText cell = get_cell (self, group, i + 1);

        cell.dim = TRUE;
        highest = MAX (highest, _pivot_page_flow_measure (self->paper->flow, &cell, text));
        if (write)
          _pivot_page_flow_put (self->paper->flow, &cell, text);
      }
  highest += 3 * scale;
  if (!write)
    return highest;

  for (guint group = 0; group < self->n_groups; group++)
    _pivot_page_flow_put_box (self->paper->flow, group * (self->group + GROUP_GAP * scale), highest, self->group, 0);
  _pivot_page_flow_go (self->paper->flow, highest + 3 * scale);

  return highest;
}

static void
add_cells (Numbers *self,
           guint    group,
           guint    row)
{
  guint place = g_array_index (self->places, guint, row);
  PivotPageText cell = get_cell (self, group, 0);

  _pivot_page_flow_put (self->paper->flow, &cell, get_name (self, row));
  for (guint i = 0; i < self->measures->len; i++)
    {
      PivotMeasure *measure = self->measures->pdata[i];
      const PivotValue *value = pivot_measure_get_value (measure, place);
      g_autofree char *text = pivot_value_is_missing (value)
                                ? g_strdup ("–") : pivot_units_format_value (value, pivot_measure_get_decimals (measure), NULL);

      cell = get_cell (self, group, i + 1);
      _pivot_page_flow_put (self->paper->flow, &cell, text);
    }
}

static double
measure_row (Numbers *self,
             guint    row)
{
  double height = 0;

  for (guint group = 0; group < self->n_groups; group++)
    {
      PivotPageText cell = get_cell (self, group, 0);
      guint at = group * self->n_rows + row;

      if (at < self->places->len)
        height = MAX (height, _pivot_page_flow_measure (self->paper->flow, &cell, get_name (self, at)));
    }

  return height + ROW_GAP * self->paper->sheet->style.scale;
}

static void
add_table (Numbers *self)
{
  double scale = self->paper->sheet->style.scale;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double height = measure_row (self, row);

      if (_pivot_page_flow_need (self->paper->flow, height) || row == 0)
        add_headings (self, TRUE);
      for (guint group = 0; group < self->n_groups; group++)
        if (group * self->n_rows + row < self->places->len)
          add_cells (self, group, group * self->n_rows + row);
      _pivot_page_flow_go (self->paper->flow, height);
    }
  _pivot_page_flow_skip (self->paper->flow, 4 * scale);
}

/* Firms */

static void
take_firm (PivotPaper *paper,
           const char *path,
           gpointer    data)
{
  g_autofree char *id = g_strndup (path, strcspn (path, "/"));
  PivotFirm *firm = pivot_dataset_find_firm (get_dataset (paper), id);

  if (firm != NULL && !g_ptr_array_find (data, firm, NULL))
    g_ptr_array_add (data, firm);
}

static void
append (GString *string,
        char    *text)
{
  if (string->len > 0)
    /* Translators: between what is known of a firm. */
    g_string_append (string, C_("facts", "; "));
  g_string_append (string, text);
  g_free (text);
}

/* Whether the date of a firm is told by one of its events, too. */
static gboolean
is_event (PivotFirm      *firm,
          PivotEventKind  kind,
          const char     *date)
{
  GListModel *events = pivot_firm_get_events (firm);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (events), MAX_EVENTS); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

      if (pivot_event_get_kind (event) == kind && g_str_equal (pivot_event_get_date (event), date))
        return TRUE;
    }

  return FALSE;
}

/* "founded: 2000; 2009: First customer …; 15 November 2021: Listed" */
static char *
describe_firm (PivotFirm *firm)
{
  const PivotEventKind kinds[] = { PIVOT_EVENT_FOUNDING, PIVOT_EVENT_LISTING };
  GListModel *events = pivot_firm_get_events (firm);
  const char *dates[] = { pivot_firm_get_founded (firm), pivot_firm_get_listed (firm) };
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = dates[i] != NULL ? pivot_units_format_date (dates[i]) : NULL;

      if (date != NULL && !is_event (firm, kinds[i], dates[i]))
        /* Translators: of a firm: a date. */
        append (string, g_strdup_printf (i == 0 ? _("founded: %s") : _("listed: %s"), date));
    }
  for (guint i = 0; i < MIN (g_list_model_get_n_items (events), MAX_EVENTS); i++)
    {
      g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);
      g_autofree char *date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));

      /* Translators: of a firm: when, and what happened. */
      append (string, g_strdup_printf (C_("facts", "%1$s: %2$s"), date, pivot_text_get (pivot_event_get_title (event))));
    }

  return g_string_free (string, FALSE);
}

static void
add_firms (PivotPaper *paper)
{
  g_autoptr(GPtrArray) firms = g_ptr_array_new ();
  double scale = paper->sheet->style.scale;

  each_reference (paper, "event:", take_firm, firms);
  each_reference (paper, "fact:", take_firm, firms);
  for (guint i = 0; i < firms->len; i++)
    {
      g_autofree char *facts = describe_firm (firms->pdata[i]);

      _pivot_page_flow_skip (paper->flow, 6 * scale);
      _pivot_page_flow_need (paper->flow, 46 * scale);
      _pivot_paper_write (paper, pivot_text_get (pivot_firm_get_name (firms->pdata[i])), PIVOT_PAPER_SMALL, TRUE, FALSE, 0);
      _pivot_paper_write (paper, facts, PIVOT_PAPER_SMALL, FALSE, FALSE, 0);
    }
}

/* Whether a dash stands in the table, and for what. */
static gboolean
has_gap (Numbers *self)
{
  for (guint i = 0; i < self->measures->len; i++)
    for (guint k = 0; k < self->places->len; k++)
      if (pivot_value_is_missing (pivot_measure_get_value (self->measures->pdata[i], g_array_index (self->places, guint, k))))
        return TRUE;

  return FALSE;
}

void
_pivot_paper_add_numbers (PivotPaper *self)
{
  Numbers numbers = { .paper = self };
  double scale = self->sheet->style.scale;

  collect (&numbers);
  lay_out (&numbers);
  if (numbers.places->len > 0)
    {
      _pivot_page_flow_skip (self->flow, 18 * scale);
      _pivot_page_flow_need (self->flow, 30 * scale + add_headings (&numbers, FALSE) + 4 * measure_row (&numbers, 0));
      _pivot_paper_write (self, _("Numbers"), PIVOT_PAPER_HEADING, TRUE, FALSE, 0);
      _pivot_page_flow_skip (self->flow, 4 * scale);
      add_table (&numbers);
      if (has_gap (&numbers))
        /* Translators: under a table in which a dash stands for a number that is missing. */
        _pivot_paper_write (self, _("–: no value in the dataset"), PIVOT_PAPER_TINY, FALSE, TRUE, 0);
    }
  add_firms (self);

  g_ptr_array_unref (numbers.measures);
  g_array_unref (numbers.places);
}
