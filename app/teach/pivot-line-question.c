/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-line-question.h"

#include "pivot-date.h"
#include "pivot-units.h"

#include <math.h>
#include <string.h>

/* How much farther than the pace of the shown part a hidden one may go. */
#define PACE 2.0

typedef struct
{
  const PivotPoint *point;
  double            x;
} Known;

static PivotAxisKind
get_axis_kind (PivotFigure *figure,
               PivotSeries *series)
{
  const char *panel = pivot_series_get_panel (series);
  const PivotAxisSpec *axis = pivot_figure_get_x (figure);

  for (guint i = 0; panel != NULL && i < pivot_figure_get_n_panels (figure); i++)
    if (strcmp (pivot_figure_get_panel (figure, i)->id, panel) == 0)
      return pivot_figure_get_panel (figure, i)->x.kind;

  return axis != NULL ? axis->kind : PIVOT_AXIS_CATEGORY;
}

static double
get_x (PivotAxisKind     kind,
       const PivotPoint *point)
{
  PivotDateSpan span;

  if (kind == PIVOT_AXIS_NUMBER)
    return point->x_number;

  return kind == PIVOT_AXIS_TIME && pivot_date_parse (point->x, &span) ? pivot_date_to_years (span.start) : NAN;
}

static int
compare_known (gconstpointer a,
               gconstpointer b)
{
  const Known *one = a, *other = b;

  return (one->x > other->x) - (one->x < other->x);
}

/* A limit is no number that a line could go through. */
static GArray *
collect_known (PivotFigure *figure,
               PivotSeries *series)
{
  PivotAxisKind kind = get_axis_kind (figure, series);
  GArray *known = g_array_new (FALSE, FALSE, sizeof (Known));

  for (guint i = 0; i < pivot_series_get_n_points (series); i++)
    {
      const PivotPoint *point = pivot_series_get_point (series, i);
      Known one = { point, get_x (kind, point) };

      if (!isnan (one.x) && !pivot_value_is_missing (point->value) && point->value->bound == PIVOT_BOUND_NONE)
        g_array_append_val (known, one);
    }
  g_array_sort (known, compare_known);

  return known;
}

static void
add_figure (GPtrArray   *list,
            PivotFigure *figure)
{
  GListModel *all = pivot_figure_get_series (figure);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (all, i);
      g_autoptr(GArray) known = collect_known (figure, series);

      if (known->len >= PIVOT_LINE_LEAST_POINTS)
        g_ptr_array_add (list, g_strdup_printf ("%s/%s", pivot_figure_get_id (figure), pivot_series_get_id (series)));
    }
}

/**
 * pivot_line_question_list:
 * @dataset: a dataset
 *
 * Finds the series whose line can be guessed: those with enough known points along time or a number.
 *
 * Returns: (transfer full) (element-type utf8): "figure/series", in the order of the figures
 */
GPtrArray *
pivot_line_question_list (PivotDataset *dataset)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GListModel *figures;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), list);

  figures = pivot_dataset_get_figures (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(PivotFigure) figure = g_list_model_get_item (figures, i);

      add_figure (list, figure);
    }

  return list;
}

static PivotSeries *
find_series (PivotDataset  *dataset,
             const char    *about,
             PivotFigure  **figure)
{
  const char *slash = strchr (about, '/');
  g_autofree char *id = slash != NULL ? g_strndup (about, (gsize) (slash - about)) : NULL;

  *figure = id != NULL ? pivot_dataset_find_figure (dataset, id) : NULL;

  return *figure != NULL ? pivot_figure_find_series (*figure, slash + 1) : NULL;
}

static guint
find_first_hidden (const GArray *known,
                   const char   *from)
{
  for (guint i = PIVOT_LINE_LEAST_SHOWN; i < known->len; i++)
    if (g_strcmp0 (g_array_index (known, Known, i).point->x, from) == 0)
      return i;

  return known->len / 2;
}

/**
 * pivot_line_question_new:
 * @dataset: has the series
 * @about: "figure/series"
 * @from: (nullable): x of the first point that is hidden
 *
 * Asks where the line of a series goes.
 *
 * Returns: (transfer full) (nullable): a question; %NULL about a series that is not in the list
 */
PivotLineQuestion *
pivot_line_question_new (PivotDataset *dataset,
                         const char   *about,
                         const char   *from)
{
  g_autoptr(GArray) known = NULL;
  PivotLineQuestion *self;
  PivotFigure *figure;
  PivotSeries *series;

  g_return_val_if_fail (PIVOT_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (about != NULL, NULL);

  series = find_series (dataset, about, &figure);
  if (series == NULL)
    return NULL;

  known = collect_known (figure, series);
  if (known->len < PIVOT_LINE_LEAST_POINTS)
    return NULL;

  self = g_new0 (PivotLineQuestion, 1);
  self->about = g_strdup (about);
  self->figure = g_object_ref (figure);
  self->series = g_object_ref (series);
  self->points = g_ptr_array_new ();
  self->xs = g_array_new (FALSE, FALSE, sizeof (double));
  self->first_hidden = find_first_hidden (known, from);
  for (guint i = 0; i < known->len; i++)
    {
      g_ptr_array_add (self->points, (gpointer) g_array_index (known, Known, i).point);
      g_array_append_val (self->xs, g_array_index (known, Known, i).x);
    }

  return self;
}

/**
 * pivot_line_question_free:
 * @self: (transfer full): a question
 *
 * Frees it.
 */
void
pivot_line_question_free (PivotLineQuestion *self)
{
  g_free (self->about);
  g_object_unref (self->figure);
  g_object_unref (self->series);
  g_ptr_array_unref (self->points);
  g_array_unref (self->xs);
  g_free (self);
}

/**
 * pivot_line_question_get_point:
 * @self: a question
 * @i: index among its points
 *
 * Returns: (transfer none): the point
 */
const PivotPoint *
pivot_line_question_get_point (const PivotLineQuestion *self,
                               guint                    i)
{
  return g_ptr_array_index (self->points, i);
}

/**
 * pivot_line_question_narrow:
 * @self: a question
 * @guess: a guess of a line
 *
 * Leaves out of a guess what is shown by now: nobody has to guess that.
 *
 * Returns: (transfer full): a guess
 */
PivotGuess *
pivot_line_question_narrow (const PivotLineQuestion *self,
                            const PivotGuess        *guess)
{
  PivotGuess *narrow = pivot_guess_new (guess->kind, guess->team, guess->about);
  double value;

  for (guint i = self->first_hidden; i < self->points->len; i++)
    if (pivot_guess_get (guess, pivot_line_question_get_point (self, i)->x, &value))
      pivot_guess_set (narrow, pivot_line_question_get_point (self, i)->x, value);

  return narrow;
}

/**
 * pivot_line_question_get_range:
 * @self: a question
 * @min: (out): least value that can be drawn
 * @max: (out): greatest
 *
 * Gets a scale from the shown part alone: its own range added on both sides, and more the longer the hidden part is. What has never
 * been negative and is no percentage, such as a number of firms, begins at zero.
 */
void
pivot_line_question_get_range (const PivotLineQuestion *self,
                               double                  *min,
                               double                  *max)
{
  const char *unit = pivot_text_get (pivot_series_get_unit (self->series));
  double first = g_array_index (self->xs, double, 0), last = g_array_index (self->xs, double, self->first_hidden - 1);
  double end = g_array_index (self->xs, double, self->xs->len - 1), least = INFINITY, greatest = -INFINITY, more;

  for (guint i = 0; i < self->first_hidden; i++)
    {
      double number = pivot_line_question_get_point (self, i)->value->number;

      least = MIN (least, number);
      greatest = MAX (greatest, number);
    }

  more = greatest > least ? greatest - least : greatest != 0 ? fabs (greatest) / 2 : 1;
  if (last > first)
    more *= MAX (1, PACE * (end - last) / (last - first));
  *max = greatest + more;
  *min = least >= 0 && (unit == NULL || *unit != '%') ? MAX (0, least - more) : least - more;
}

/**
 * pivot_line_question_get_decimals:
 * @self: a question
 *
 * Returns: how many decimals the values have that are shown
 */
guint
pivot_line_question_get_decimals (const PivotLineQuestion *self)
{
  guint decimals = 0;

  for (guint i = 0; i < self->first_hidden; i++)
    decimals = MAX (decimals, pivot_units_count_decimals (pivot_line_question_get_point (self, i)->value->number));

  return decimals;
}
