/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-classroom.h"
#include "pivot-history.h"
#include "pivot-imprint.h"
#include "pivot-lesson-desk.h"
#include "pivot-map-page.h"
#include "pivot-problem-view.h"
#include "pivot-stage.h"
#include "pivot-window.h"

#include "pivot-what-if-bar.h"

G_BEGIN_DECLS

/* What the window's files share: pivot-window.c builds it and follows the opener, pivot-window-actions.c holds what can be done. */
struct _PivotWindow
{
  GtkApplicationWindow  parent_instance;

  PivotSession         *session;
  PivotHistory         *history;
  PivotLessonDesk      *desk;
  PivotStage           *stage;         /* while something is presented, or NULL */
  PivotOpener          *opener;
  PivotTheme           *theme;
  GSettings            *settings;      /* NULL where the schema is not installed */
  GCancellable         *cancellable;   /* of the folder dialog */
  PivotImprint         *imprint;       /* of a picture to show with the next dataset, or NULL */
  char                 *pending_view;  /* to apply to the next dataset, or NULL */
  guint                 loading_id;    /* shows the progress after a while */
  guint                 publish_id;    /* tells the application's actions what is on screen */

  /* The last dataset or lesson that could not be opened. */
  gboolean              failed_is_lesson;
  GFile                *failed_folder;
  GListModel           *failed_problems;
  GError               *failed_error;

  GtkOverlay           *overlay;
  GtkStack             *stack;
  PivotMapPage         *map_page;
  PivotProblemView     *problem_view;  /* NULL until there are problems to show */
  GtkStack             *pages;
  GtkWidget            *left_toggle;
  GtkWidget            *right_toggle;
  GtkWidget            *bottom_toggle;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  GtkMenuButton        *search_button;
  guint                 search_idle;   /* gives the keyboard back after it */
  GtkWidget            *search_from;   /* had the keyboard before the search, or NULL; weak */
  PivotWhatIfBar       *what_if_bar;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  GtkWidget            *banner_details;
  GtkWidget            *banner_show;   /* for lessons that are back */
  GtkRevealer          *loading;
  GtkLabel             *loading_label;
  GtkProgressBar       *progress_bar;
};

void _pivot_window_add_actions (PivotWindow *self);
void _pivot_window_add_export  (PivotWindow *self);
void _pivot_window_add_lessons (PivotWindow *self);
void _pivot_window_add_pictures (PivotWindow *self);
void _pivot_window_add_present (PivotWindow *self);
void _pivot_window_add_search  (PivotWindow *self);
void _pivot_window_follow_page (PivotWindow *self);
PivotClassroom *_pivot_window_get_classroom (PivotWindow *self); /* (transfer none) */
void _pivot_window_open        (PivotWindow *self,
                                GFile       *folder);
void _pivot_window_warn        (PivotWindow *self,
                                const char  *text,
                                gboolean     details);

/* pivot-window-lessons.c */
gboolean _pivot_window_is_lesson (GFile       *file,
                                  const char  *text,
                                  gsize        length);

/* pivot-window-select.c */
void     _pivot_window_add_select_actions (PivotWindow *self);

G_END_DECLS
