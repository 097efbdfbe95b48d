/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-break-editor.h"

#include "pivot-histogram-plot.h"

G_BEGIN_DECLS

/* The session holds the breaks; here is only which of them is chosen, and what pointer and keys are about. */
struct _PivotBreakEditor
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  PivotHistogramPlot *plot;
  PivotStyle          style;

  int                 chosen;      /* break the keyboard moves; −1: none */
  int                 pointed;     /* break under the pointer, or −1 */
  gboolean            pressed;     /* on the chosen break */
  gboolean            changing;    /* between begin and end of a change of the session */
  gboolean            speak;       /* say the chosen break once it is shown */

  double              grip;        /* px from the pointer to the break it moves */
  double              wanted;      /* where the drag wants the break, in values */
  guint               tick;        /* sets it with the next frame */

  GtkWidget          *popover;     /* made when first asked for */
  GtkWidget          *label;
  GtkWidget          *entry;
};

void     _pivot_break_editor_add_controllers (PivotBreakEditor *self);
void     _pivot_break_editor_stop            (PivotBreakEditor *self);
void     _pivot_break_editor_update_hover    (PivotBreakEditor *self);
void     _pivot_break_editor_choose          (PivotBreakEditor *self, int i);
/* FALSE if there is no room for it. */
gboolean _pivot_break_editor_move            (PivotBreakEditor *self, double value);
void     _pivot_break_editor_move_by         (PivotBreakEditor *self, int pixels);
void     _pivot_break_editor_add             (PivotBreakEditor *self, double value);
void     _pivot_break_editor_add_beside      (PivotBreakEditor *self);
void     _pivot_break_editor_remove          (PivotBreakEditor *self);
void     _pivot_break_editor_open            (PivotBreakEditor *self);
double   _pivot_break_editor_snap            (PivotBreakEditor *self, double value);

G_END_DECLS
