/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PivotSession, pivot_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_PAGE,
  PROP_MEASURE,
  PROP_AGAINST,
  PROP_METHOD,
  PROP_CLASSES,
  PROP_BREAKS,
  PROP_PALETTE,
  PROP_REVERSED,
  PROP_HOVERED,
  PROP_HOVERED_CLASS,
  PROP_CHANGING,
  PROP_TAB,
  PROP_FIRM,
  PROP_FIGURE,
  PROP_FOCUS,
  PROP_LONGITUDE,
  PROP_LATITUDE,
  PROP_ZOOM,
  PROP_SELECTION_SERIAL,
  PROP_OPTIONS,
  N_PROPS
};

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify (PivotSession *self,
        guint         prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static gboolean
same_breaks (const PivotSessionState *a,
             const PivotSessionState *b)
{
  return a->n_breaks == b->n_breaks && memcmp (a->breaks, b->breaks, a->n_breaks * sizeof (double)) == 0;
}

static gboolean
same_selection (const PivotSessionState *a,
                const PivotSessionState *b)
{
  return a->n_places == b->n_places && (a->n_places == 0 || memcmp (a->selected, b->selected, a->n_places) == 0);
}

static gboolean
same_double (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
drop_classes (PivotSession *self)
{
  g_clear_pointer (&self->classes, pivot_classes_unref);
  self->have_classes = FALSE;
}

static gboolean
same_options (const PivotSessionState *a,
              const PivotSessionState *b)
{
  for (guint i = 0; i < PIVOT_N_OPTIONS; i++)
    {
      if (g_strcmp0 (a->options[i], b->options[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
notify_words (PivotSession            *self,
              const PivotSessionState *last,
              const PivotSessionState *next)
{
  if (last->page != next->page)
    notify (self, PROP_PAGE);
  if (g_strcmp0 (last->measure, next->measure) != 0)
    notify (self, PROP_MEASURE);
  if (g_strcmp0 (last->against, next->against) != 0)
    notify (self, PROP_AGAINST);
  if (g_strcmp0 (last->palette, next->palette) != 0)
    notify (self, PROP_PALETTE);
  if (g_strcmp0 (last->tab, next->tab) != 0)
    notify (self, PROP_TAB);
  if (g_strcmp0 (last->firm, next->firm) != 0)
    notify (self, PROP_FIRM);
  if (g_strcmp0 (last->figure, next->figure) != 0)
    notify (self, PROP_FIGURE);
  if (last->reversed != next->reversed)
    notify (self, PROP_REVERSED);
  if (!same_options (last, next))
    {
      self->options_serial++;
      notify (self, PROP_OPTIONS);
    }
}

static void
notify_numbers (PivotSession            *self,
                const PivotSessionState *last,
                const PivotSessionState *next)
{
  if (last->method != next->method)
    notify (self, PROP_METHOD);
  if (last->classes != next->classes)
    notify (self, PROP_CLASSES);
  if (!same_breaks (last, next))
    notify (self, PROP_BREAKS);
  if (last->focus != next->focus)
    notify (self, PROP_FOCUS);
  if (!same_double (last->longitude, next->longitude))
    notify (self, PROP_LONGITUDE);
  if (!same_double (last->latitude, next->latitude))
    notify (self, PROP_LATITUDE);
  if (!same_double (last->zoom, next->zoom))
    notify (self, PROP_ZOOM);
  if (!same_selection (last, next))
    {
      self->selection_serial++;
      notify (self, PROP_SELECTION_SERIAL);
    }
}

/* Puts a new state in the place of the old one, and tells what is different: all of it in one pass. */
void
_pivot_session_take_state (PivotSession      *self,
                           PivotSessionState *next)
{
  g_autoptr(PivotSessionState) last = self->state;

  _pivot_session_state_settle (next, self->dataset, self->base);

  self->state = next;

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (last->options[PIVOT_OPTION_WHAT_IF], next->options[PIVOT_OPTION_WHAT_IF]) != 0 ||
      g_strcmp0 (last->options[PIVOT_OPTION_PIVOT], next->options[PIVOT_OPTION_PIVOT]) != 0)
    {
      g_clear_object (&self->scenario);
      drop_classes (self);
    }
  if (g_strcmp0 (last->measure, next->measure) != 0 || last->method != next->method ||
      last->classes != next->classes || !same_breaks (last, next))
    {
      drop_classes (self);
      pivot_session_set_hovered_class (self, -1);
    }
  else if (g_strcmp0 (last->against, next->against) != 0 ||
           g_strcmp0 (last->options[PIVOT_OPTION_MAPPING], next->options[PIVOT_OPTION_MAPPING]) != 0)
    pivot_session_set_hovered_class (self, -1);
  notify_words (self, last, next);
  notify_numbers (self, last, next);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
pivot_session_dispatch_properties_changed (GObject     *object,
                                           guint        n_pspecs,
                                           GParamSpec **pspecs)
{
  gboolean selection = FALSE;

  for (guint i = 0; i < n_pspecs; i++)
    selection |= pspecs[i] == properties[PROP_SELECTION_SERIAL];

  G_OBJECT_CLASS (pivot_session_parent_class)->dispatch_properties_changed (object, n_pspecs, pspecs);

  /* Here and not where the selection changes, so that it waits for the thaw as the properties do. */
  if (selection)
    g_signal_emit (object, signals[SELECTION_CHANGED], 0);
}

static void
pivot_session_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PivotSession *self = PIVOT_SESSION (object);
  const PivotSessionState *state = self->state;

  switch (prop_id)
    {
    case PROP_DATASET:   g_value_set_object (value, self->dataset); break;
    case PROP_PAGE:      g_value_set_enum (value, state->page); break;
    case PROP_MEASURE:   g_value_set_string (value, state->measure); break;
    case PROP_AGAINST:   g_value_set_string (value, state->against); break;
    case PROP_METHOD:    g_value_set_enum (value, state->method); break;
    case PROP_CLASSES:   g_value_set_uint (value, state->classes); break;
    case PROP_BREAKS:
      g_value_set_variant (value, g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, state->breaks,
                                                             state->n_breaks, sizeof (double)));
      break;
    case PROP_PALETTE:   g_value_set_string (value, state->palette); break;
    case PROP_REVERSED:  g_value_set_boolean (value, state->reversed); break;
    case PROP_HOVERED:   g_value_set_int (value, self->hovered); break;
    case PROP_HOVERED_CLASS: g_value_set_int (value, self->hovered_class); break;
    case PROP_CHANGING:  g_value_set_boolean (value, self->n_changing > 0); break;
    case PROP_TAB:       g_value_set_string (value, state->tab); break;
    case PROP_FIRM:      g_value_set_string (value, state->firm); break;
    case PROP_FIGURE:    g_value_set_string (value, state->figure); break;
    case PROP_FOCUS:     g_value_set_int (value, state->focus); break;
    case PROP_LONGITUDE: g_value_set_double (value, state->longitude); break;
    case PROP_LATITUDE:  g_value_set_double (value, state->latitude); break;
    case PROP_ZOOM:      g_value_set_double (value, state->zoom); break;
    case PROP_SELECTION_SERIAL: g_value_set_uint (value, self->selection_serial); break;
    case PROP_OPTIONS: g_value_set_uint (value, self->options_serial); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_session_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PivotSession *self = PIVOT_SESSION (object);

  switch (prop_id)
    {
    case PROP_DATASET:  pivot_session_set_dataset (self, g_value_get_object (value)); break;
    case PROP_PAGE:     pivot_session_set_page (self, g_value_get_enum (value)); break;
    case PROP_MEASURE:  pivot_session_set_measure (self, g_value_get_string (value)); break;
    case PROP_AGAINST:  pivot_session_set_against (self, g_value_get_string (value)); break;
    case PROP_METHOD:   pivot_session_set_method (self, g_value_get_enum (value)); break;
    case PROP_CLASSES:  pivot_session_set_classes (self, g_value_get_uint (value)); break;
    case PROP_PALETTE:  pivot_session_set_palette (self, g_value_get_string (value)); break;
    case PROP_REVERSED: pivot_session_set_reversed (self, g_value_get_boolean (value)); break;
    case PROP_HOVERED:  pivot_session_set_hovered (self, g_value_get_int (value)); break;
    case PROP_HOVERED_CLASS: pivot_session_set_hovered_class (self, g_value_get_int (value)); break;
    case PROP_TAB:      pivot_session_set_tab (self, g_value_get_string (value)); break;
    case PROP_FIRM:     pivot_session_set_firm (self, g_value_get_string (value)); break;
    case PROP_FIGURE:   pivot_session_set_figure (self, g_value_get_string (value)); break;
    case PROP_FOCUS:    pivot_session_set_focus (self, g_value_get_int (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_session_dispose (GObject *object)
{
  PivotSession *self = PIVOT_SESSION (object);

  drop_classes (self);
  g_clear_object (&self->scenario);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_session_parent_class)->dispose (object);
}

static void
pivot_session_finalize (GObject *object)
{
  PivotSession *self = PIVOT_SESSION (object);

  g_clear_pointer (&self->state, _pivot_session_state_free);
  g_clear_pointer (&self->base, _pivot_session_state_free);

  G_OBJECT_CLASS (pivot_session_parent_class)->finalize (object);
}

static void
install_word_properties (void)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, PIVOT_TYPE_DATASET, flags);
  properties[PROP_PAGE] = g_param_spec_enum ("page", NULL, NULL, PIVOT_TYPE_PAGE, PIVOT_PAGE_MAP, flags);
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, NULL, flags);
  properties[PROP_AGAINST] = g_param_spec_string ("against", NULL, NULL, NULL, flags);
  properties[PROP_METHOD] = g_param_spec_enum ("method", NULL, NULL, PIVOT_TYPE_METHOD, PIVOT_METHOD_QUANTILE, flags);
  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, "", flags);
  properties[PROP_REVERSED] = g_param_spec_boolean ("reversed", NULL, NULL, FALSE, flags);
  properties[PROP_TAB] = g_param_spec_string ("tab", NULL, NULL, "scatter", flags);
  properties[PROP_FIRM] = g_param_spec_string ("firm", NULL, NULL, NULL, flags);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, flags);
}

static void
install_number_properties (void)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CLASSES] = g_param_spec_uint ("classes", NULL, NULL, PIVOT_CLASSES_MIN, PIVOT_CLASSES_MAX, 5, flags);
  properties[PROP_BREAKS] = g_param_spec_variant ("breaks", NULL, NULL, G_VARIANT_TYPE ("ad"), NULL, readable);
  properties[PROP_HOVERED] = g_param_spec_int ("hovered", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_HOVERED_CLASS] = g_param_spec_int ("hovered-class", NULL, NULL, -1, PIVOT_CLASSES_MAX - 1, -1, flags);
  properties[PROP_CHANGING] = g_param_spec_boolean ("changing", NULL, NULL, FALSE, readable);
  properties[PROP_FOCUS] = g_param_spec_int ("focus", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_LONGITUDE] = g_param_spec_double ("longitude", NULL, NULL, -180, 180, 0, readable);
  properties[PROP_LATITUDE] = g_param_spec_double ("latitude", NULL, NULL, -90, 90, 0, readable);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  properties[PROP_OPTIONS] = g_param_spec_uint ("options", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SELECTION_SERIAL] = g_param_spec_uint ("selection-serial", NULL, NULL, 0, G_MAXUINT, 0, readable);
}

static void
pivot_session_class_init (PivotSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_session_dispose;
  object_class->finalize = pivot_session_finalize;
  object_class->get_property = pivot_session_get_property;
  object_class->set_property = pivot_session_set_property;
  object_class->dispatch_properties_changed = pivot_session_dispatch_properties_changed;

  install_word_properties ();
  install_number_properties ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PivotSession::selection-changed:
   * @self: the session
   *
   * The set of selected places is another one.
   *
   * Waits, as the properties do, while notification is frozen; after all properties have been notified.
   */
  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", PIVOT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pivot_session_init (PivotSession *self)
{
  self->state = _pivot_session_state_new (NULL);
  self->base = _pivot_session_state_new (NULL);
  self->hovered = -1;
  self->hovered_class = -1;
}

/**
 * pivot_session_new:
 *
 * Makes a session that shows nothing yet.
 *
 * Returns: (transfer full): a session without a dataset
 */
PivotSession *
pivot_session_new (void)
{
  return g_object_new (PIVOT_TYPE_SESSION, NULL);
}

/**
 * pivot_session_get_dataset:
 * @self: a session
 *
 * Gets what is being looked at.
 *
 * Returns: (transfer none) (nullable): the dataset, or `NULL` before the first is loaded
 */
PivotDataset *
pivot_session_get_dataset (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), NULL);

  return self->dataset;
}

/**
 * pivot_session_set_dataset:
 * @self: a session
 * @dataset: (nullable): a dataset
 *
 * Sets what is being looked at.
 *
 * What still makes sense is kept: the page, the classification, measures, firm and figure with the same id, selected
 * places with the same id, and the map's camera if the two datasets have a place in common. The rest is as the new
 * dataset's default view says. Nothing is hovered afterwards.
 */
void
pivot_session_set_dataset (PivotSession *self,
                           PivotDataset *dataset)
{
  g_autoptr(PivotDataset) last = NULL;
  g_autoptr(PivotSessionState) last_base = NULL;
  PivotSessionState *next;

  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (dataset == NULL || PIVOT_IS_DATASET (dataset));

  if (self->dataset == dataset)
    return;

  last = g_steal_pointer (&self->dataset);
  g_clear_object (&self->scenario);
  last_base = g_steal_pointer (&self->base);

  if (dataset != NULL)
    self->dataset = g_object_ref (dataset);
  self->base = _pivot_session_state_new (dataset);
  next = _pivot_session_state_adapt (self->state, last, dataset, self->base);
  drop_classes (self);

  g_object_freeze_notify (G_OBJECT (self));
  notify (self, PROP_DATASET);
  pivot_session_set_hovered (self, -1);
  pivot_session_set_hovered_class (self, -1);
  _pivot_session_take_state (self, next);
  g_object_thaw_notify (G_OBJECT (self));
}
