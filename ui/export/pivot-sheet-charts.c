/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-present-explain.h"
#include "pivot-present.h"

/* Rows of a ranking, px at scale 1: as high as the page allows within these. */
#define ROW_MIN 17.0
#define ROW_MAX 34.0
#define COLUMN_GAP 34.0
/* How many places without a value are named before the rest is counted. */
#define MAX_NAMED 40

static gboolean
fail_without_measures (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Choose two measures to compare"));

  return FALSE;
}

/* Scatter */

static gboolean
prepare_scatter (PivotSheet    *self,
                 PivotSession  *session,
                 GError       **error)
{
  PivotMeasure *measure = pivot_session_get_measure (session);
  PivotMeasure *against = pivot_session_get_against (session);
  PivotScatterPlot *plot;
  g_autofree guint *selected = NULL;
  guint n;

  if (measure == NULL || against == NULL)
    return fail_without_measures (error);

  plot = pivot_scatter_plot_new ();
  self->plot = PIVOT_PLOT (plot);
  pivot_present_scatter (session, &self->style, plot);
  selected = pivot_session_get_selected (session, &n);
  pivot_plot_set_selected (self->plot, selected, n);

  /* Translators: title of a scatter: the measure across and the one upward. */
  self->title = g_strdup_printf (_("%1$s and %2$s"), pivot_text_get (pivot_measure_get_label (measure)),
                                 pivot_text_get (pivot_measure_get_label (against)));
  self->source = pivot_present_data_line (session);
  self->description = pivot_plot_describe (self->plot);

  return TRUE;
}

void
_pivot_sheet_draw_plot (PivotSheet *self,
                        cairo_t    *cr,
                        double      width,
                        double      height)
{
  pivot_plot_draw (self->plot, cr, &self->style, width, height);
  pivot_plot_draw_selection (self->plot, cr, &self->style, width, height);
}

const PivotSheetKindClass _pivot_sheet_scatter_class = {
  .supposes = TRUE,
  .prepare = prepare_scatter,
  .draw = _pivot_sheet_draw_plot,
};

/* Ranking */

static guint
count_ranked (GListModel *rows)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (rows, i);

      n += !pivot_rank_row_is_missing (row);
    }

  return n;
}

/* Those without a value have no bar: they are named in a sentence. */
static char *
list_missing (GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows), n_ranked = count_ranked (rows);
  g_autoptr(GString) names = g_string_new (NULL);

  if (n == n_ranked)
    return NULL;

  for (guint i = n_ranked; i < n && i < n_ranked + MAX_NAMED; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (rows, i);

      if (names->len > 0)
        g_string_append (names, C_("list separator", ", "));
      g_string_append (names, pivot_rank_row_get_name (row));
    }
  if (n > n_ranked + MAX_NAMED)
    g_string_append (names, " …");

  /* Translators: under a ranking: how many places have no value, and their names. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No data for %1$u place: %2$s.", "No data for %1$u places: %2$s.",
                                       n - n_ranked), n - n_ranked, names->str);
}

static gboolean
prepare_ranking (PivotSheet    *self,
                 PivotSession  *session,
                 GError       **error)
{
  PivotMeasure *measure = pivot_session_get_measure (session);

  if (measure == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The map shows no measure"));
      return FALSE;
    }

  self->rows = pivot_present_ranking (session, &self->style);
  self->selected = pivot_session_get_selected (session, &self->n_selected);
  self->title = g_strdup (pivot_text_get (pivot_measure_get_label (measure)));
  self->subtitle = _pivot_sheet_make_subtitle (session);
  self->caption = list_missing (self->rows);
  self->source = pivot_present_data_line (session);
  self->description = pivot_present_explain_ranking (session);

  return TRUE;
}

/* What all rows of a ranking share. */
typedef struct
{
  PivotSheet    *sheet;
  cairo_t       *cr;
  PivotTextLook  look;
  double         rank_width, name_width, text_width;
  double         row_height;
  double         column_width;
} Rows;

static void
measure_rows (Rows  *self,
              guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (self->sheet->rows, i);
      double name, text;

      pivot_lettering_measure (self->sheet->letters, &self->look, pivot_rank_row_get_name (row), &name, NULL);
      pivot_lettering_measure (self->sheet->letters, &self->look, pivot_rank_row_get_text (row), &text, NULL);
      self->name_width = MAX (self->name_width, name);
      self->text_width = MAX (self->text_width, text);
    }

  pivot_lettering_measure (self->sheet->letters, &self->look, n > 99 ? "000" : "00", &self->rank_width, NULL);
}

static gboolean
is_selected (const PivotSheet *sheet,
             guint             place)
{
  for (guint i = 0; i < sheet->n_selected; i++)
    if (sheet->selected[i] == place)
      return TRUE;

  return FALSE;
}

static void
write_cell (const Rows    *self,
            const char    *text,
            const GdkRGBA *color,
            gboolean       bold,
            double         right,
            double         left,
            double         y)
{
  PivotTextLook look = self->look;
  double width, height;

  look.bold = bold;
  pivot_lettering_measure (self->sheet->letters, &look, text, &width, &height);
  pivot_lettering_draw (self->sheet->letters, self->cr, &look, text, right > 0 ? right - width : left,
                        y + (self->row_height - height) / 2, color, NULL);
}

static void
draw_row (const Rows   *self,
          PivotRankRow *row,
          double        x,
          double        y)
{
  const PivotStyle *style = &self->sheet->style;
  double gap = 9 * style->scale;
  gboolean bold = is_selected (self->sheet, pivot_rank_row_get_place (row));
  g_autofree char *rank = g_strdup_printf ("%u", pivot_rank_row_get_rank (row));
  double bar_x = x + self->rank_width + self->name_width + 2 * gap;
  double bar_width = x + self->column_width - self->text_width - gap - bar_x;

  write_cell (self, rank, &style->dim, FALSE, x + self->rank_width, 0, y);
  write_cell (self, pivot_rank_row_get_name (row), &style->foreground, bold, 0, x + self->rank_width + gap, y);
  write_cell (self, pivot_rank_row_get_text (row), &style->foreground, bold, x + self->column_width, 0, y);
  if (bar_width < 1)
    return;

  cairo_save (self->cr);
  cairo_translate (self->cr, bar_x, y);
  pivot_bar_draw (self->cr, style, pivot_rank_row_get_bar (row), bar_width, self->row_height);
  cairo_restore (self->cr);
}

static void
draw_ranking (PivotSheet *self,
              cairo_t    *cr,
              double      width,
              double      height)
{
  double scale = self->style.scale;
  guint n = count_ranked (self->rows), n_columns, per_column;
  Rows rows = { self, cr, pivot_lettering_look (&self->style, 1) };

  if (n == 0)
    return;

  n_columns = MAX (1, (guint) ceil (n * ROW_MIN * scale / height));
  per_column = (n + n_columns - 1) / n_columns;
  rows.row_height = MIN (height / per_column, ROW_MAX * scale);
  rows.look.size = MIN (rows.look.size, rows.row_height * 0.72);
  rows.column_width = (width - (n_columns - 1) * COLUMN_GAP * scale) / n_columns;
  measure_rows (&rows, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (self->rows, i);

      draw_row (&rows, row, i / per_column * (rows.column_width + COLUMN_GAP * scale), i % per_column * rows.row_height);
    }
}

const PivotSheetKindClass _pivot_sheet_ranking_class = {
  .supposes = TRUE,
  .prepare = prepare_ranking,
  .draw = draw_ranking,
};
