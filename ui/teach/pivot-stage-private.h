/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-stage.h"
#include "pivot-stopwatch.h"

G_BEGIN_DECLS

/* The class is in two files: pivot-stage.c has its windows, pivot-stage-actions.c what can be done and by which keys. */
struct _PivotStage
{
  GObject             parent_instance;

  GtkWindow          *from;          /* weak: the window it was started from */
  PivotPresentation  *presentation;
  PivotTheme         *theme;
  PivotStopwatch      watch;
  GSimpleActionGroup *actions;
  GSimpleAction      *presented;     /* of the application */
  guint               publish_id;
  GtkWidget          *window;
  GtkWidget          *presenter;     /* or NULL */
};

void     _pivot_stage_add_actions    (PivotStage *self);
void     _pivot_stage_update_actions (PivotStage *self);
void     _pivot_stage_add_keys       (PivotStage *self, GtkWidget *window);
gboolean _pivot_stage_has_presenter  (PivotStage *self);
void     _pivot_stage_show_presenter (PivotStage *self, gboolean shown);
void     _pivot_stage_tick           (PivotStage *self);
void     _pivot_stage_queue_publish  (PivotStage *self);

G_END_DECLS
