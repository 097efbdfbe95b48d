/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include <math.h>
#include <string.h>

#define DEFAULT_CLASSES 5
#define DEFAULT_METHOD  PIVOT_METHOD_QUANTILE

/* The first is what a new session shows. */
static const char * const tabs[] = { "scatter", "ranking", "table", NULL };

gboolean
_pivot_session_state_is_tab (const char *tab)
{
  return tab != NULL && g_strv_contains (tabs, tab);
}

void
_pivot_session_set_string (GRefString **place,
                           const char  *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;

  g_clear_pointer (place, g_ref_string_release);
  if (text != NULL)
    *place = g_ref_string_new (text);
}

static void
allocate_places (PivotSessionState *self,
                 PivotDataset      *dataset)
{
  self->n_places = dataset != NULL ? pivot_dataset_get_n_places (dataset) : 0;
  self->selected = g_new0 (guint8, self->n_places);
  self->focus = -1;
}

/* What a new session over the dataset shows: the built-in defaults, and what the dataset's own default view says. */
PivotSessionState *
_pivot_session_state_new (PivotDataset *dataset)
{
  PivotSessionState *self = g_new0 (PivotSessionState, 1);

  self->page = PIVOT_PAGE_MAP;
  self->method = DEFAULT_METHOD;
  self->classes = DEFAULT_CLASSES;
  self->palette = g_ref_string_new ("");
  self->tab = g_ref_string_new (tabs[0]);
  self->longitude = self->latitude = self->zoom = NAN;
  allocate_places (self, dataset);

  if (dataset != NULL)
    {
      const char *view = pivot_dataset_get_default_view (dataset);

      if (view != NULL)
        _pivot_session_state_read (self, dataset, NULL, view, TRUE, NULL);
      _pivot_session_state_settle (self, dataset, NULL);
    }

  return self;
}

static GRefString *
acquire (GRefString *string)
{
  return string != NULL ? g_ref_string_acquire (string) : NULL;
}

PivotSessionState *
_pivot_session_state_copy (const PivotSessionState *self)
{
  PivotSessionState *copy = g_memdup2 (self, sizeof *self);

  copy->measure = acquire (self->measure);
  copy->against = acquire (self->against);
  copy->palette = acquire (self->palette);
  copy->tab = acquire (self->tab);
  copy->firm = acquire (self->firm);
  copy->figure = acquire (self->figure);
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    copy->options[i] = acquire (self->options[i]);
  copy->selected = g_memdup2 (self->selected, self->n_places);

  return copy;
}

void
_pivot_session_state_free (PivotSessionState *self)
{
  g_clear_pointer (&self->measure, g_ref_string_release);
  g_clear_pointer (&self->against, g_ref_string_release);
  g_clear_pointer (&self->palette, g_ref_string_release);
  g_clear_pointer (&self->tab, g_ref_string_release);
  g_clear_pointer (&self->firm, g_ref_string_release);
  g_clear_pointer (&self->figure, g_ref_string_release);
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    g_clear_pointer (&self->options[i], g_ref_string_release);
  g_free (self->selected);
  g_free (self);
}

int
_pivot_session_state_get_only_selected (const PivotSessionState *self)
{
  int only = -1;

  for (guint i = 0; i < self->n_places; i++)
    {
      if (!self->selected[i])
        continue;
      if (only >= 0)
        return -1;
      only = (int) i;
    }

  return only;
}

gboolean
_pivot_session_state_has_camera (const PivotSessionState *self)
{
  return !isnan (self->zoom);
}

static void
drop_manual_breaks (PivotSessionState       *self,
                    const PivotSessionState *base)
{
  if (self->method != PIVOT_METHOD_MANUAL)
    return;

  self->n_breaks = 0;
  self->method = base != NULL && base->method != PIVOT_METHOD_MANUAL ? base->method : DEFAULT_METHOD;
}

/* Breaks and cuts set by hand are figures in the unit of their measure, so another measure does without them. */
void
_pivot_session_state_set_measure (PivotSessionState       *self,
                                  const char              *id,
                                  const PivotSessionState *base)
{
  if (g_strcmp0 (self->measure, id) == 0)
    return;

  _pivot_session_set_string (&self->measure, id);
  drop_manual_breaks (self, base);
  _pivot_session_state_set_option (self, PIVOT_OPTION_CUTS, NULL);
  _pivot_session_state_set_option (self, PIVOT_OPTION_PIVOT, "");
}

void
_pivot_session_state_set_against (PivotSessionState *self,
                                  const char        *id)
{
  if (g_strcmp0 (self->against, id) == 0)
    return;

  _pivot_session_set_string (&self->against, id);
  _pivot_session_state_set_option (self, PIVOT_OPTION_CUTS, NULL);
}

static const char *
known_measure (PivotDataset *dataset,
               const char   *id,
               const char   *fallback)
{
  g_autoptr(PivotMeasure) first = NULL;

  if (pivot_dataset_find_measure (dataset, id) != NULL)
    return id;
  if (pivot_dataset_find_measure (dataset, fallback) != NULL)
    return fallback;

  first = g_list_model_get_item (pivot_dataset_get_measures (dataset), 0);
  return first != NULL ? pivot_measure_get_id (first) : NULL;
}

static void
settle_breaks (PivotSessionState *self)
{
  guint n = 0;

  if (self->method != PIVOT_METHOD_MANUAL)
    self->n_breaks = 0;

  for (guint i = 0; i < self->n_breaks; i++)
    {
      if (isfinite (self->breaks[i]) && (n == 0 || self->breaks[i] > self->breaks[n - 1]))
        self->breaks[n++] = self->breaks[i];
    }

  self->n_breaks = n;
}

/* A what-if of another dataset says nothing of this one. */
static void
settle_what_if (PivotSessionState *self,
                PivotDataset      *dataset)
{
  PivotWhatIf what_if;

  if (dataset != NULL && self->options[PIVOT_OPTION_WHAT_IF] != NULL &&
      !pivot_what_if_parse (dataset, self->options[PIVOT_OPTION_WHAT_IF], &what_if))
    _pivot_session_state_set_option (self, PIVOT_OPTION_WHAT_IF, "");
}

gboolean
_pivot_session_state_get_pivot (const PivotSessionState *self,
                                PivotDataset            *dataset,
                                double                  *pivot)
{
  PivotMeasure *measure = pivot_dataset_find_measure (dataset, self->measure);
  const char *text = self->options[PIVOT_OPTION_PIVOT];
  char *end;

  if (text == NULL || measure == NULL || pivot_measure_get_scale (measure) != PIVOT_SCALE_DIVERGING)
    return FALSE;

  *pivot = g_ascii_strtod (text, &end) + 0.0; /* no −0 */

  return end != text && *end == '\0' && isfinite (*pivot);
}

/* A scale turns at a number, and only one that diverges. */
static void
settle_pivot (PivotSessionState *self,
              PivotDataset      *dataset)
{
  double pivot;

  if (dataset != NULL && self->options[PIVOT_OPTION_PIVOT] != NULL && !_pivot_session_state_get_pivot (self, dataset, &pivot))
    _pivot_session_state_set_option (self, PIVOT_OPTION_PIVOT, "");
}

/* Mends what would not make sense with the dataset. */
void
_pivot_session_state_settle (PivotSessionState       *self,
                             PivotDataset            *dataset,
                             const PivotSessionState *base)
{
  self->classes = CLAMP (self->classes, PIVOT_CLASSES_MIN, PIVOT_CLASSES_MAX);
  if (self->focus < 0 || self->focus >= (int) self->n_places)
    self->focus = -1;

  if (dataset != NULL)
    {
      _pivot_session_state_set_measure (self, known_measure (dataset, self->measure, base != NULL ? base->measure : NULL), base);
      _pivot_session_state_set_against (self, known_measure (dataset, self->against, base != NULL ? base->against : NULL));
      if (pivot_dataset_find_firm (dataset, self->firm) == NULL)
        _pivot_session_set_string (&self->firm, NULL);
      if (pivot_dataset_find_figure (dataset, self->figure) == NULL)
        _pivot_session_set_string (&self->figure, NULL);
    }

  settle_breaks (self);
  settle_what_if (self, dataset);
  settle_pivot (self, dataset);
}

/* Carries the selected places over by their ids. TRUE if the datasets have a place in common. */
static gboolean
adapt_places (PivotSessionState       *self,
              const PivotSessionState *before,
              PivotDataset            *from,
              PivotDataset            *to)
{
  gboolean in_common = FALSE;

  g_clear_pointer (&self->selected, g_free);
  allocate_places (self, to);

  for (guint i = 0; from != NULL && to != NULL && i < before->n_places; i++)
    {
      int index = pivot_dataset_get_place_index (to, pivot_place_get_id (pivot_dataset_get_place (from, i)));

      if (index < 0)
        continue;

      in_common = TRUE;
      self->selected[index] = before->selected[i];
      if (before->focus == (int) i)
        self->focus = index;
    }

  return in_common;
}

/* The first dataset of a session: what nobody has set yet is as its default view says. */
static void
adopt_defaults (PivotSessionState       *self,
                const PivotSessionState *base)
{
  g_autoptr(PivotSessionState) blank = _pivot_session_state_new (NULL);

  if (self->page == blank->page)
    self->page = base->page;
  if (self->method == blank->method &&
      (self->measure == NULL || g_strcmp0 (self->measure, base->measure) == 0))
    {
      self->method = base->method;
      self->n_breaks = base->n_breaks;
      memcpy (self->breaks, base->breaks, sizeof base->breaks);
    }
  if (self->classes == blank->classes)
    self->classes = base->classes;
  if (*self->palette == '\0')
    _pivot_session_set_string (&self->palette, base->palette);
  if (!self->reversed)
    self->reversed = base->reversed;
  if (strcmp (self->tab, blank->tab) == 0)
    _pivot_session_set_string (&self->tab, base->tab);
  if (self->firm == NULL)
    _pivot_session_set_string (&self->firm, base->firm);
  if (self->figure == NULL)
    _pivot_session_set_string (&self->figure, base->figure);
  if (self->measure == NULL)
    _pivot_session_set_string (&self->measure, base->measure);
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    {
      if (self->options[i] == NULL)
        _pivot_session_set_string (&self->options[i], base->options[i]);
    }

  if (base->n_places > 0)
    memcpy (self->selected, base->selected, base->n_places);
  self->focus = base->focus;
}

/* The state over another dataset: what still makes sense is kept, the rest is as the new one's default view has it. */
PivotSessionState *
_pivot_session_state_adapt (const PivotSessionState *self,
                            PivotDataset            *from,
                            PivotDataset            *to,
                            const PivotSessionState *base)
{
  PivotSessionState *next = _pivot_session_state_copy (self);
  gboolean in_common = adapt_places (next, self, from, to);

  if (from == NULL)
    adopt_defaults (next, base);

  /* The map of elsewhere is no place to stay. */
  if (from != NULL ? !in_common : !_pivot_session_state_has_camera (next))
    {
      next->longitude = base->longitude;
      next->latitude = base->latitude;
      next->zoom = base->zoom;
    }

  _pivot_session_state_settle (next, to, base);

  return next;
}
