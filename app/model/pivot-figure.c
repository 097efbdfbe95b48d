/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-private.h"

G_DEFINE_FINAL_TYPE (PivotFigure, pivot_figure, G_TYPE_OBJECT)

static void
clear_axis (PivotAxisSpec *axis)
{
  g_clear_pointer (&axis->label, pivot_text_unref);
  g_clear_pointer (&axis->unit, pivot_text_unref);
}

static void
free_axis (gpointer axis)
{
  clear_axis (axis);
  g_free (axis);
}

static void
free_panel (gpointer data)
{
  PivotPanel *panel = data;

  g_free (panel->id);
  g_clear_pointer (&panel->title, pivot_text_unref);
  clear_axis (&panel->x);
  clear_axis (&panel->y);
  g_free (panel);
}

const PivotField _pivot_figure_fields[] = {
  { PIVOT_FIELD (ID, PivotFigure, id, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (UINT, PivotFigure, part, REQUIRED), .property = TRUE, .first = 1, .last = G_MAXINT },
  { PIVOT_FIELD (TEXT, PivotFigure, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotFigure, question, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (ENUM, PivotFigure, chart, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (chart_kind, CHART_LINE, CHART_STATEMENT) },
  { PIVOT_FIELD (ENUM, PivotFigure, coverage, REQUIRED), .property = TRUE,
    PIVOT_FIELD_WORDS (coverage, COVERAGE_COMPLETE, COVERAGE_TEXT_ONLY) },
  { PIVOT_FIELD (TEXTS, PivotFigure, statements, REQUIRED) },
  { PIVOT_FIELD (TEXTS, PivotFigure, caveats, REQUIRED) },
  { PIVOT_FIELD (REFS, PivotFigure, measures, REQUIRED), .kind = PIVOT_KIND_MEASURE },
  { PIVOT_FIELD (REFS, PivotFigure, places, REQUIRED), .kind = PIVOT_KIND_PLACE },
  { PIVOT_FIELD (REFS, PivotFigure, firms, REQUIRED), .kind = PIVOT_KIND_FIRM },
  { PIVOT_FIELD (REFS, PivotFigure, sources, REQUIRED), .kind = PIVOT_KIND_SOURCE },
  { PIVOT_FIELD_OWNED_BY (PivotFigure, x, free_axis) },
  { PIVOT_FIELD_OWNED_BY (PivotFigure, y, free_axis) },
  { PIVOT_FIELD_OWNED_BY (PivotFigure, panels, g_ptr_array_unref) },
  { PIVOT_FIELD_OWNED_BY (PivotFigure, by_id, g_hash_table_unref) },
  { PIVOT_FIELD_OWNED_BY (PivotFigure, series, g_object_unref) },
  { NULL }
};

static void
pivot_figure_class_init (PivotFigureClass *klass)
{
  _pivot_fields_install (klass, _pivot_figure_fields);
}

static void
pivot_figure_init (PivotFigure *self)
{
  self->panels = g_ptr_array_new_with_free_func (free_panel);
  self->series = g_list_store_new (PIVOT_TYPE_SERIES);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pivot_figure_get_id:
 * @self: a figure
 *
 * Returns: its id
 */
const char *
pivot_figure_get_id (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return self->id;
}

/**
 * pivot_figure_get_part:
 * @self: a figure
 *
 * Returns: the part of the story it belongs to, from 1
 */
guint
pivot_figure_get_part (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), 0);

  return self->part;
}

/**
 * pivot_figure_get_title:
 * @self: a figure
 *
 * Returns: (transfer none): its title
 */
const PivotText *
pivot_figure_get_title (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return self->title;
}

/**
 * pivot_figure_get_question:
 * @self: a figure
 *
 * Returns: (transfer none): what it answers
 */
const PivotText *
pivot_figure_get_question (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return self->question;
}

/**
 * pivot_figure_get_chart:
 * @self: a figure
 *
 * Returns: how it is drawn
 */
PivotChartKind
pivot_figure_get_chart (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), PIVOT_CHART_STATEMENT);

  return self->chart;
}

/**
 * pivot_figure_get_coverage:
 * @self: a figure
 *
 * Returns: how much of its data is here
 */
PivotCoverage
pivot_figure_get_coverage (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), PIVOT_COVERAGE_TEXT_ONLY);

  return self->coverage;
}

/**
 * pivot_figure_get_x: (skip)
 * @self: a figure
 *
 * Returns: (nullable): its x axis; %NULL if it has no series of its own
 */
const PivotAxisSpec *
pivot_figure_get_x (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return self->x;
}

/**
 * pivot_figure_get_y: (skip)
 * @self: a figure
 *
 * Returns: (nullable): its y axis; %NULL if it has no series of its own
 */
const PivotAxisSpec *
pivot_figure_get_y (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return self->y;
}

/**
 * pivot_figure_get_n_panels:
 * @self: a figure
 *
 * Returns: how many panels it has
 */
guint
pivot_figure_get_n_panels (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), 0);

  return self->panels->len;
}

/**
 * pivot_figure_get_panel: (skip)
 * @self: a figure
 * @i: an index
 *
 * Returns: (transfer none): a panel below the figure, with a chart and axes of its own
 */
const PivotPanel *
pivot_figure_get_panel (PivotFigure *self,
                        guint        i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);
  g_return_val_if_fail (i < self->panels->len, NULL);

  return g_ptr_array_index (self->panels, i);
}

/**
 * pivot_figure_get_series:
 * @self: a figure
 *
 * Returns: (transfer none): a list of #PivotSeries
 */
GListModel *
pivot_figure_get_series (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return G_LIST_MODEL (self->series);
}

/**
 * pivot_figure_find_series:
 * @self: a figure
 * @id: (nullable): a series' id
 *
 * Returns: (transfer none) (nullable): the series
 */
PivotSeries *
pivot_figure_find_series (PivotFigure *self,
                          const char  *id)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * pivot_figure_get_n_statements:
 * @self: a figure
 *
 * Returns: how many statements it has
 */
guint
pivot_figure_get_n_statements (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), 0);

  return self->statements->len;
}

/**
 * pivot_figure_get_statement:
 * @self: a figure
 * @i: an index
 *
 * Returns: (transfer none): something the text says instead of a number
 */
const PivotText *
pivot_figure_get_statement (PivotFigure *self,
                            guint        i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);
  g_return_val_if_fail (i < self->statements->len, NULL);

  return g_ptr_array_index (self->statements, i);
}

/**
 * pivot_figure_get_n_caveats:
 * @self: a figure
 *
 * Returns: how many caveats it has
 */
guint
pivot_figure_get_n_caveats (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), 0);

  return self->caveats->len;
}

/**
 * pivot_figure_get_caveat:
 * @self: a figure
 * @i: an index
 *
 * Returns: (transfer none): what to know before trusting the figure
 */
const PivotText *
pivot_figure_get_caveat (PivotFigure *self,
                         guint        i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);
  g_return_val_if_fail (i < self->caveats->len, NULL);

  return g_ptr_array_index (self->caveats, i);
}

/**
 * pivot_figure_get_measures:
 * @self: a figure
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of the measures it is about
 */
const char * const *
pivot_figure_get_measures (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return (const char * const *) self->measures;
}

/**
 * pivot_figure_get_places:
 * @self: a figure
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of the places it is about
 */
const char * const *
pivot_figure_get_places (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return (const char * const *) self->places;
}

/**
 * pivot_figure_get_firms:
 * @self: a figure
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of the firms it is about
 */
const char * const *
pivot_figure_get_firms (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return (const char * const *) self->firms;
}

/**
 * pivot_figure_get_sources:
 * @self: a figure
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of its sources
 */
const char * const *
pivot_figure_get_sources (PivotFigure *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE (self), NULL);

  return (const char * const *) self->sources;
}
