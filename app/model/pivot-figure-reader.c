/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-private.h"

#include <glib/gi18n-lib.h>

static void
read_axis (const PivotJson *json,
           PivotAxisSpec   *axis)
{
  PivotJson label, unit, kind;

  if (!pivot_json_is_object (json, PIVOT_JSON_REQUIRED))
    return;

  label = pivot_json_get_member (json, "label");
  unit = pivot_json_get_member (json, "unit");
  kind = pivot_json_get_member (json, "type");
  axis->label = pivot_json_read_text (&label, PIVOT_JSON_REQUIRED);
  axis->unit = pivot_json_read_text (&unit, PIVOT_JSON_NULLABLE);
  pivot_json_read_enum (&kind, PIVOT_JSON_REQUIRED, PIVOT_TYPE_AXIS_KIND, PIVOT_AXIS_TIME, PIVOT_AXIS_NUMBER,
                        (int *) &axis->kind);
}

static gboolean
is_null (const PivotJson *json)
{
  return json->node != NULL && JSON_NODE_HOLDS_NULL (json->node);
}

/* Both axes, or both null where the figure has no series of its own. */
static void
read_axes (PivotFigure     *self,
           const PivotJson *json)
{
  PivotJson x = pivot_json_get_member (json, "x");
  PivotJson y = pivot_json_get_member (json, "y");

  if (is_null (&x) && is_null (&y))
    return;

  self->x = g_new0 (PivotAxisSpec, 1);
  self->y = g_new0 (PivotAxisSpec, 1);
  read_axis (&x, self->x);
  read_axis (&y, self->y);
}

/* by_id: panel id → its cursor's node, for the units of its axes. */
static void
read_panel (PivotFigure     *self,
            const PivotJson *json,
            GHashTable      *by_id)
{
  PivotJson id = pivot_json_get_member (json, "id");
  PivotJson title = pivot_json_get_member (json, "title");
  PivotJson chart = pivot_json_get_member (json, "chart");
  PivotJson x = pivot_json_get_member (json, "x");
  PivotJson y = pivot_json_get_member (json, "y");
  PivotPanel *panel = g_new0 (PivotPanel, 1);

  g_ptr_array_add (self->panels, panel);
  panel->id = pivot_json_read_id (&id, PIVOT_JSON_REQUIRED);
  panel->title = pivot_json_read_text (&title, PIVOT_JSON_REQUIRED);
  pivot_json_read_enum (&chart, PIVOT_JSON_REQUIRED, PIVOT_TYPE_CHART_KIND, PIVOT_CHART_LINE, PIVOT_CHART_STATEMENT,
                        (int *) &panel->chart);
  read_axis (&x, &panel->x);
  read_axis (&y, &panel->y);

  if (panel->id == NULL)
    return;
  if (g_hash_table_contains (by_id, panel->id))
    pivot_json_unexpected (&id, PIVOT_DATA_ERROR_DUPLICATE, _("an id that no other panel of the figure has"));
  else
    g_hash_table_insert (by_id, panel->id, panel);
}

static GHashTable *
read_panels (PivotFigure     *self,
             const PivotJson *json)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);
  PivotJson panels = pivot_json_get_member (json, "panels");
  guint n;

  pivot_json_is_array (&panels, PIVOT_JSON_OPTIONAL, &n);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&panels, i);

      if (pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        read_panel (self, &here, by_id);
    }

  return by_id;
}

static gboolean
texts_equal (const PivotText *a,
             const PivotText *b)
{
  g_autoptr(GPtrArray) first = pivot_text_get_all (a);
  g_autoptr(GPtrArray) second = pivot_text_get_all (b);

  if (first->len != second->len)
    return FALSE;

  for (guint i = 0; i < first->len; i++)
    if (!g_str_equal (first->pdata[i], second->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The axes that a series is drawn against; FALSE and a problem if there are none. */
static gboolean
find_axes (PivotFigure          *self,
           const PivotJson      *json,
           GHashTable           *panels,
           const PivotAxisSpec **x,
           const PivotAxisSpec **y)
{
  PivotJson panel = pivot_json_get_member (json, "panel");
  const char *id = pivot_json_peek_string (&panel);
  PivotPanel *found = id != NULL ? g_hash_table_lookup (panels, id) : NULL;

  *x = found != NULL ? &found->x : self->x;
  *y = found != NULL ? &found->y : self->y;

  /* Null is as good as no panel. */
  if (panel.node != NULL && !JSON_NODE_HOLDS_NULL (panel.node) && found == NULL)
    {
      pivot_json_unexpected (&panel, PIVOT_DATA_ERROR_REFERENCE, _("the id of a panel of the figure"));
      return FALSE;
    }

  if (*x == NULL)
    {
      pivot_json_add_problem (json, PIVOT_DATA_ERROR_REFERENCE, _("a panel, as the figure has no axes"), NULL);
      return FALSE;
    }

  return TRUE;
}

static void
read_one_series (PivotFigure     *self,
                 const PivotJson *json,
                 GHashTable      *panels,
                 PivotLoad       *load)
{
  PivotJson id = pivot_json_get_member (json, "id");
  PivotJson unit = pivot_json_get_member (json, "unit");
  const PivotAxisSpec *x = NULL, *y = NULL;
  g_autoptr(PivotSeries) series = NULL;
  g_autofree char *checked = NULL;
  gboolean has_axes = find_axes (self, json, panels, &x, &y);

  series = _pivot_series_new_from_json (json, has_axes ? x : NULL, load);
  g_list_store_append (self->series, series);

  if (has_axes && pivot_series_get_unit (series) != NULL && !texts_equal (pivot_series_get_unit (series), y->unit))
    pivot_json_unexpected (&unit, PIVOT_DATA_ERROR_RANGE, _("the unit of the y axis"));

  checked = pivot_json_read_id (&id, PIVOT_JSON_REQUIRED);
  if (checked == NULL)
    return;
  if (g_hash_table_contains (self->by_id, checked))
    pivot_json_unexpected (&id, PIVOT_DATA_ERROR_DUPLICATE, _("an id that no other series of the figure has"));
  else
    g_hash_table_insert (self->by_id, (gpointer) pivot_series_get_id (series), series);
}

/* Sources that points name must be among the figure's; computed ones are none to name. */
static void
check_sources (PivotFigure     *self,
               const PivotJson *json,
               PivotSeries     *series,
               GHashTable      *named,
               PivotLoad       *load)
{
  PivotJson sources = pivot_json_get_member (json, "sources");

  for (guint i = 0; i < pivot_series_get_n_points (series); i++)
    {
      const char *id = pivot_series_get_point (series, i)->value->source;
      PivotSource *source = pivot_dataset_find_source (load->dataset, id);
      g_autofree char *quoted = NULL;
      g_autofree char *expected = NULL;

      if (source == NULL || pivot_source_get_kind (source) == PIVOT_SOURCE_COMPUTED ||
          !g_hash_table_add (named, (gpointer) id))
        continue;

      quoted = pivot_json_quote (id);
      /* Translators: the id of a source, in quotation marks */
      expected = g_strdup_printf (_("also %s, which a point names"), quoted);
      pivot_json_add_problem (&sources, PIVOT_DATA_ERROR_REFERENCE, expected, NULL);
    }
}

static void
check_coverage (PivotFigure     *self,
                const PivotJson *json,
                guint            n_missing)
{
  PivotJson coverage = pivot_json_get_member (json, "coverage");

  if (self->coverage == PIVOT_COVERAGE_COMPLETE && n_missing > 0 && coverage.node != NULL)
    pivot_json_unexpected (&coverage, PIVOT_DATA_ERROR_RANGE, _("another word, as there are missing values"));
}

static void
check_points (PivotFigure     *self,
              const PivotJson *json,
              PivotLoad       *load)
{
  g_autoptr(GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_missing = 0;

  for (guint i = 0; self->sources[i] != NULL; i++)
    g_hash_table_add (named, self->sources[i]);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->series)); i++)
    {
      g_autoptr(PivotSeries) series = g_list_model_get_item (G_LIST_MODEL (self->series), i);

      check_sources (self, json, series, named, load);
      for (guint j = 0; j < pivot_series_get_n_points (series); j++)
        n_missing += pivot_value_is_missing (pivot_series_get_point (series, j)->value);
    }

  check_coverage (self, json, n_missing);
}

PivotFigure *
_pivot_figure_new_from_json (const PivotJson *json,
                             PivotLoad       *load)
{
  PivotFigure *self = g_object_new (PIVOT_TYPE_FIGURE, NULL);
  PivotJson series = pivot_json_get_member (json, "series");
  g_autoptr(GHashTable) panels = NULL;
  guint n;

  _pivot_fields_read (_pivot_figure_fields, self, NULL, json, load);
  read_axes (self, json);
  panels = read_panels (self, json);

  pivot_json_is_array (&series, PIVOT_JSON_REQUIRED, &n);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (&series, i);

      if (pivot_json_is_object (&here, PIVOT_JSON_REQUIRED))
        read_one_series (self, &here, panels, load);
    }
  check_points (self, json, load);

  return self;
}
