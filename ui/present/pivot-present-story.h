/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* Where a session is in the story. PIVOT_OPTION_STORY_STEP says it: "part/step", or PIVOT_STORY_FIGURES for the list of all figures. */
#define PIVOT_STORY_FIGURES "figures"

typedef struct
{
  PivotStory *story;      /* of the dataset */
  PivotStep  *step;
  guint       part;       /* position of the story among the parts, from 0 */
  guint       n_parts;
  guint       index;      /* of the step, from 0 */
  guint       n_steps;    /* of this part */
} PivotStoryPlace;

/* FALSE if the dataset has no story with a step. What a view says that the dataset does not have is the first step. */
gboolean     pivot_present_story_place      (PivotSession *session, PivotStoryPlace *place);
/* A figure by itself, from the list of all or from a link; NULL while a step is shown (transfer none). */
PivotFigure *pivot_present_story_figure     (PivotSession *session);
gboolean     pivot_present_story_is_figures (PivotSession *session);
void         pivot_present_story_go         (PivotSession *session, guint part, guint index);
/* A step on or back, over the ends of parts; FALSE at the end of the story, where nothing changes. */
gboolean     pivot_present_story_can_move   (PivotSession *session, int by);
gboolean     pivot_present_story_move       (PivotSession *session, int by);
/* Lists the figures, with one of them (NULL: the first) by itself. */
void         pivot_present_story_show_figure(PivotSession *session, const char *id);
/* The page that the step's view leads to; PIVOT_PAGE_STORY if it leads nowhere else. */
PivotPage    pivot_present_story_get_page   (PivotDataset *dataset, PivotStep *step);
/* Applies the view of the step; the story stays at the step. One change of the session, which Back undoes. */
void         pivot_present_story_apply      (PivotSession *session, PivotStep *step);

G_END_DECLS
