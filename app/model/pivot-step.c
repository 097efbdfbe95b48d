/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-step.h"

#include "pivot-dataset-private.h"

/* One step of a part of the story. Immutable. */
struct _PivotStep
{
  GObject parent_instance;

  PivotText *title;
  PivotText *text;
  char      *figure;
  char      *view;
};

G_DEFINE_FINAL_TYPE (PivotStep, pivot_step, G_TYPE_OBJECT)

static const PivotField fields[] = {
  { PIVOT_FIELD (TEXT, PivotStep, title, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (TEXT, PivotStep, text, REQUIRED), .property = TRUE },
  { PIVOT_FIELD (REF, PivotStep, figure, NULLABLE), .property = TRUE, .kind = PIVOT_KIND_FIGURE },
  { PIVOT_FIELD (STRING, PivotStep, view, OPTIONAL), .unread = TRUE },
  { NULL }
};

static void
pivot_step_class_init (PivotStepClass *klass)
{
  _pivot_fields_install (klass, fields);
}

static void
pivot_step_init (PivotStep *self)
{
}

PivotStep *
_pivot_step_new_from_json (const PivotJson *json,
                           PivotLoad       *load)
{
  PivotStep *self = g_object_new (PIVOT_TYPE_STEP, NULL);
  PivotJson view = pivot_json_get_member (json, "view");

  _pivot_fields_read (fields, self, NULL, json, load);
  _pivot_load_check_view (load, &view);
  if (view.node != NULL)
    self->view = json_to_string (view.node, FALSE);

  return self;
}

/**
 * pivot_step_get_title:
 * @self: a step
 *
 * Returns: (transfer none): its title
 */
const PivotText *
pivot_step_get_title (PivotStep *self)
{
  g_return_val_if_fail (PIVOT_IS_STEP (self), NULL);

  return self->title;
}

/**
 * pivot_step_get_text:
 * @self: a step
 *
 * Returns: (transfer none): what it says
 */
const PivotText *
pivot_step_get_text (PivotStep *self)
{
  g_return_val_if_fail (PIVOT_IS_STEP (self), NULL);

  return self->text;
}

/**
 * pivot_step_get_figure:
 * @self: a step
 *
 * Returns: (nullable): id of the figure it shows
 */
const char *
pivot_step_get_figure (PivotStep *self)
{
  g_return_val_if_fail (PIVOT_IS_STEP (self), NULL);

  return self->figure;
}

/**
 * pivot_step_get_view:
 * @self: a step
 *
 * Returns: the view it shows, as JSON
 */
const char *
pivot_step_get_view (PivotStep *self)
{
  g_return_val_if_fail (PIVOT_IS_STEP (self), NULL);

  return self->view;
}
