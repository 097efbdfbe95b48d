/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pivot-enums.h"
#include "pivot-text.h"

#include "pivot-step.h"

G_BEGIN_DECLS

/* One part of the story. Immutable. Readable properties: title, summary. */
#define PIVOT_TYPE_STORY (pivot_story_get_type ())
G_DECLARE_FINAL_TYPE (PivotStory, pivot_story, PIVOT, STORY, GObject)

guint            pivot_story_get_part        (PivotStory *self);
const PivotText *pivot_story_get_title       (PivotStory *self);
const PivotText *pivot_story_get_summary     (PivotStory *self);
GListModel      *pivot_story_get_steps       (PivotStory *self); /* of PivotStep (transfer none) */
guint            pivot_story_get_n_questions (PivotStory *self);
const PivotText *pivot_story_get_question    (PivotStory *self, guint i);

G_END_DECLS
