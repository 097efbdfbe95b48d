/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-quiz-round.h"

G_BEGIN_DECLS

/* What the next quiz asks: how many questions, of which kinds, by which measure, with which names, from which seed. */
#define PIVOT_TYPE_QUIZ_SETUP (pivot_quiz_setup_get_type ())
G_DECLARE_FINAL_TYPE (PivotQuizSetup, pivot_quiz_setup, PIVOT, QUIZ_SETUP, GtkWidget)

GtkWidget *pivot_quiz_setup_new    (PivotQuizRound *round) G_GNUC_WARN_UNUSED_RESULT;
void       pivot_quiz_setup_update (PivotQuizSetup *self); /* the round is elsewhere */

G_END_DECLS
