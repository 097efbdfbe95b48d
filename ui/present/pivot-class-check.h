/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-legend.h"

G_BEGIN_DECLS

/* What becomes of the classes of the map on a photocopy, or on a washed-out projector: which of them nobody can tell apart any more,
 * and whether hatching would mend it. On the stack: init, read, clear. */
typedef struct
{
  gboolean  checked;         /* there are colours to check */
  gboolean  merges;          /* some of them look alike */
  gboolean  hatching_helps;  /* they are not hatched; if they were, none would */
  char     *text;            /* "All classes stay apart", or which merge, a line for each group; never NULL */
} PivotClassCheck;

void  pivot_class_check_init  (PivotClassCheck *self, PivotSession *session, const PivotStyle *style, PivotVision vision);
void  pivot_class_check_clear (PivotClassCheck *self);

/* By class of a plain legend: the lowest one that it looks like. Returns how many can still be told apart. */
guint pivot_class_check_group (const PivotLegend *legend, PivotVision vision, guint groups[PIVOT_CLASSES_MAX]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotClassCheck, pivot_class_check_clear)

G_END_DECLS
