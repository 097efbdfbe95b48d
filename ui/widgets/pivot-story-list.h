/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-session.h"

G_BEGIN_DECLS

/* The parts of the story with their steps, or all figures: follows the session, and chooses in it. */
#define PIVOT_TYPE_STORY_LIST (pivot_story_list_get_type ())
G_DECLARE_FINAL_TYPE (PivotStoryList, pivot_story_list, PIVOT, STORY_LIST, GtkWidget)

GtkWidget *pivot_story_list_new (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
