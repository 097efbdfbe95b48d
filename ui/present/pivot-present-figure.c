/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-figure-private.h"

#include "pivot-present-explain.h"
#include "pivot-present-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many sources a figure names before it counts the rest. */
#define MAX_NAMED 3

/* Key under which a drawing keeps the session of its timeline. */
#define TIMELINE_SESSION "timeline-session"

/**
 * pivot_present_coverage_sentence:
 * @coverage: how much of a figure is in the dataset
 *
 * Says how far a figure can be relied on, in a sentence.
 *
 * Returns: (transfer none): the sentence
 */
const char *
pivot_present_coverage_sentence (PivotCoverage coverage)
{
  switch (coverage)
    {
    case PIVOT_COVERAGE_COMPLETE:
      return _("Complete: all that the figure of the series shows.");
    case PIVOT_COVERAGE_REBUILT:
      return _("Rebuilt from outside sources; what the author chose is assumed.");
    case PIVOT_COVERAGE_PARTIAL:
      return _("Partial: some of what the figure of the series shows, or a stand-in.");
    case PIVOT_COVERAGE_TEXT_ONLY:
    default:
      return _("Text only: the figure is lost; this is what the text says of it.");
    }
}

/**
 * pivot_present_figure_series:
 * @figure: a figure
 * @panel: (nullable): id of one of its panels, or %NULL for the figure itself
 *
 * Gets the series that are drawn together.
 *
 * Returns: (transfer container) (element-type PivotSeries): the series
 */
GPtrArray *
pivot_present_figure_series (PivotFigure *figure,
                             const char  *panel)
{
  GPtrArray *series = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all;

  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), series);

  all = pivot_figure_get_series (figure);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotSeries) one = g_list_model_get_item (all, i);

      if (g_strcmp0 (pivot_series_get_panel (one), panel) == 0)
        g_ptr_array_add (series, g_steal_pointer (&one));
    }

  return series;
}

static gboolean
has_number (PivotSeries *series)
{
  for (guint i = 0; i < pivot_series_get_n_points (series); i++)
    if (!pivot_value_is_missing (pivot_series_get_point (series, i)->value))
      return TRUE;

  return FALSE;
}

/**
 * pivot_present_figure_has_data:
 * @dataset: a dataset
 * @figure: one of its figures
 *
 * Gets whether any number of a figure survives, be it in its series or in what it shows of measures and firms.
 *
 * Returns: %FALSE if there is only text
 */
gboolean
pivot_present_figure_has_data (PivotDataset *dataset,
                               PivotFigure  *figure)
{
  GListModel *all;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), FALSE);

  switch (pivot_figure_get_chart (figure))
    {
    case PIVOT_CHART_MAP:
    case PIVOT_CHART_TABLE:
      if (pivot_figure_get_measures (figure)[0] != NULL)
        return TRUE;
      break;
    case PIVOT_CHART_TIMELINE:
      if (pivot_figure_get_firms (figure)[0] != NULL)
        return TRUE;
      break;
    default:
      break;
    }

  all = pivot_figure_get_series (figure);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (all, i);

      if (has_number (series))
        return TRUE;
    }

  return FALSE;
}

/* A title that ends in a question mark needs no full stop after it. */
static char *
drop_second_stop (char *line)
{
  static const char stops[] = "?!.？！。";
  char *last = g_utf8_find_prev_char (line, line + strlen (line));
  const char *before = last != NULL ? g_utf8_find_prev_char (line, last) : NULL;

  if (before != NULL && g_utf8_strchr (stops, -1, g_utf8_get_char (before)) != NULL)
    *last = '\0';

  return line;
}

/**
 * pivot_present_figure_sources:
 * @dataset: a dataset
 * @figure: one of its figures
 *
 * Writes where a figure is from, for the line below it.
 *
 * Returns: (transfer full): the line
 */
char *
pivot_present_figure_sources (PivotDataset *dataset,
                              PivotFigure  *figure)
{
  const char * const *ids;
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);

  ids = pivot_figure_get_sources (figure);
  for (n = 0; ids[n] != NULL; n++)
    {
      PivotSource *source = pivot_dataset_find_source (dataset, ids[n]);

      if (n >= MAX_NAMED || source == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, C_("list separator", "; "));
      g_string_append (names, pivot_text_get (pivot_source_get_title (source)));
    }

  if (n > MAX_NAMED)
    /* Translators: the line below a figure: some sources, and how many more there are. */
    return g_strdup_printf (ngettext ("Sources: %s; and %u more.", "Sources: %s; and %u more.", n - MAX_NAMED),
                            names->str, n - MAX_NAMED);

  /* Translators: the line below a figure. */
  return drop_second_stop (g_strdup_printf (ngettext ("Source: %s.", "Sources: %s.", n), names->str));
}

static void
add_panel (PivotFigureDrawing   *drawing,
           const PivotPanelSpec *spec,
           const char           *title)
{
  g_autoptr(PivotPlot) plot = _pivot_present_series_panel (spec);

  if (plot != NULL)
    pivot_figure_drawing_add_panel (drawing, title, plot, PIVOT_MARKS_POINTS);
}

/* What is not made of series of its own comes first. */
static void
add_first_panel (PivotFigureDrawing   *drawing,
                 const PivotPanelSpec *spec,
                 const PivotStyle     *style)
{
  g_autoptr(PivotSession) session = NULL;
  g_autoptr(PivotPlot) plot = NULL;
  PivotFigureMarks marks = PIVOT_MARKS_PLACES;

  switch (spec->chart)
    {
    case PIVOT_CHART_MAP:
      plot = _pivot_present_map_panel (spec, style);
      break;
    case PIVOT_CHART_TABLE:
      plot = _pivot_present_table_panel (spec);
      marks = PIVOT_MARKS_CELLS;
      break;
    case PIVOT_CHART_TIMELINE:
      plot = _pivot_present_timeline_panel (spec, style, &session);
      marks = PIVOT_MARKS_EVENTS;
      break;
    default:
      break;
    }

  if (plot != NULL)
    pivot_figure_drawing_add_panel (drawing, NULL, plot, marks);
  if (session != NULL)
    g_object_set_data_full (G_OBJECT (drawing), TIMELINE_SESSION, g_steal_pointer (&session), g_object_unref);

  add_panel (drawing, spec, NULL);
}

static void
add_panels (PivotFigureDrawing *drawing,
            PivotPanelSpec     *spec)
{
  for (guint i = 0; i < pivot_figure_get_n_panels (spec->figure); i++)
    {
      const PivotPanel *panel = pivot_figure_get_panel (spec->figure, i);

      spec->id = panel->id;
      spec->chart = panel->chart;
      spec->x = &panel->x;
      spec->y = &panel->y;
      add_panel (drawing, spec, pivot_text_get (panel->title));
    }
}

static void
set_texts (PivotFigureDrawing *drawing,
           PivotDataset       *dataset,
           PivotFigure        *figure)
{
  g_autofree char *sources = pivot_present_figure_sources (dataset, figure);
  /* Translators: number and title of a figure, "Figure 1-1a: Online retail sales". */
  g_autofree char *title = g_strdup_printf (_("Figure %1$s: %2$s"), pivot_figure_get_id (figure),
                                            pivot_text_get (pivot_figure_get_title (figure)));

  pivot_figure_drawing_set_text (drawing, PIVOT_FIGURE_TITLE, title);
  pivot_figure_drawing_set_text (drawing, PIVOT_FIGURE_QUESTION, pivot_text_get (pivot_figure_get_question (figure)));
  pivot_figure_drawing_set_lost (drawing, !pivot_present_figure_has_data (dataset, figure));
  pivot_figure_drawing_set_text (drawing, PIVOT_FIGURE_COVERAGE, pivot_figure_drawing_get_lost (drawing)
                                 ? _("No number of this figure survives; this is what the text says of it.")
                                 : pivot_present_coverage_sentence (pivot_figure_get_coverage (figure)));
  pivot_figure_drawing_set_text (drawing, PIVOT_FIGURE_SOURCE, sources);

  for (guint i = 0; i < pivot_figure_get_n_statements (figure); i++)
    pivot_figure_drawing_add_statement (drawing, pivot_text_get (pivot_figure_get_statement (figure, i)));
  for (guint i = 0; i < pivot_figure_get_n_caveats (figure); i++)
    pivot_figure_drawing_add_caveat (drawing, pivot_text_get (pivot_figure_get_caveat (figure, i)));
}

/* Words for what is drawn: for those who do not see it, and for files. */
static void
describe (PivotFigureDrawing   *drawing,
          const PivotPanelSpec *spec)
{
  g_autofree char *text = pivot_present_explain_figure (spec->dataset, spec->figure, spec->hidden);

  pivot_figure_drawing_set_text (drawing, PIVOT_FIGURE_DESCRIPTION, text);
}

/**
 * pivot_present_figure:
 * @dataset: a dataset
 * @figure: one of its figures
 * @hidden: (nullable): paths "figure/series" of series that are left out
 * @style: how it looks
 *
 * Puts a figure together: what is drawn, and what is said of it.
 *
 * Returns: (transfer full): the drawing
 */
PivotFigureDrawing *
pivot_present_figure (PivotDataset       *dataset,
                      PivotFigure        *figure,
                      const char * const *hidden,
                      const PivotStyle   *style)
{
  PivotFigureDrawing *drawing;
  PivotPanelSpec spec = { dataset, figure, .hidden = hidden };

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  drawing = pivot_figure_drawing_new ();
  set_texts (drawing, dataset, figure);
  spec.chart = pivot_figure_get_chart (figure);
  spec.x = pivot_figure_get_x (figure);
  spec.y = pivot_figure_get_y (figure);
  add_first_panel (drawing, &spec, style);
  add_panels (drawing, &spec);
  describe (drawing, &spec);

  return drawing;
}

static char *
get_point_path (PivotFigure *figure,
                guint        mark)
{
  guint point = PIVOT_FIGURE_MARK_POINT (mark);
  g_autoptr(PivotSeries) series = g_list_model_get_item (pivot_figure_get_series (figure), PIVOT_FIGURE_MARK_ROW (mark));

  if (series == NULL || point >= pivot_series_get_n_points (series))
    return NULL;

  return g_strconcat (pivot_figure_get_id (figure), "/", pivot_series_get_id (series), "/",
                      pivot_series_get_point (series, point)->x, NULL);
}

static PivotReceipt *
get_cell_receipt (PivotDataset *dataset,
                  PivotFigure  *figure,
                  guint         mark,
                  GListModel   *findings)
{
  const char * const *measures = pivot_figure_get_measures (figure);
  guint row = PIVOT_FIGURE_MARK_ROW (mark), place = PIVOT_FIGURE_MARK_POINT (mark);

  if (row >= g_strv_length ((char **) measures) || place >= pivot_dataset_get_n_places (dataset))
    return NULL;

  return pivot_receipt_new_for_measure (dataset, pivot_dataset_find_measure (dataset, measures[row]), place, findings);
}

/**
 * pivot_present_figure_receipt:
 * @dataset: a dataset
 * @figure: one of its figures
 * @drawing: of pivot_present_figure()
 * @panel: number of a panel
 * @mark: id of one of its marks
 * @findings: (nullable): what pivot_audit_run() says of @dataset
 *
 * Gets where the number behind a mark is from.
 *
 * Returns: (transfer full) (nullable): the receipt; %NULL if the mark is no number
 */
PivotReceipt *
pivot_present_figure_receipt (PivotDataset       *dataset,
                              PivotFigure        *figure,
                              PivotFigureDrawing *drawing,
                              guint               panel,
                              guint               mark,
                              GListModel         *findings)
{
  g_autofree char *path = NULL;
  PivotSession *session;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE (figure), NULL);
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (drawing), NULL);
  g_return_val_if_fail (panel < pivot_figure_drawing_get_n_panels (drawing), NULL);

  switch (pivot_figure_drawing_get_panel_marks (drawing, panel))
    {
    case PIVOT_MARKS_POINTS:
      path = get_point_path (figure, mark);
      return path != NULL ? pivot_receipt_new_for_path (dataset, path, findings) : NULL;
    case PIVOT_MARKS_PLACES:
      return get_cell_receipt (dataset, figure, PIVOT_FIGURE_MARK (0, mark), findings);
    case PIVOT_MARKS_CELLS:
      return get_cell_receipt (dataset, figure, mark, findings);
    case PIVOT_MARKS_EVENTS:
    default:
      session = g_object_get_data (G_OBJECT (drawing), TIMELINE_SESSION);
      return session != NULL ? pivot_present_timeline_receipt (session, mark) : NULL;
    }
}
