/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present.h"
#include "pivot-window-private.h"

/* Commands about how places are laid out and which of them are selected. */

/* A camera over one layout looks at other places in another: the whole is shown. */
static void
set_layout (PivotWindow *self,
            PivotLayout  layout)
{
  if (pivot_present_layout (self->session) == layout)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_page (self->session, PIVOT_PAGE_MAP);
  pivot_session_set_word (self->session, PIVOT_OPTION_LAYOUT, pivot_option_get_words (PIVOT_OPTION_LAYOUT)[layout]);
  pivot_session_reset_camera (self->session);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
change_layout (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_LAYOUT);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], g_variant_get_string (parameter, NULL)))
      set_layout (PIVOT_WINDOW (user_data), i);
}

static void
next_layout (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PivotWindow *self = PIVOT_WINDOW (user_data);

  set_layout (self, (pivot_present_layout (self->session) + 1) % (PIVOT_LAYOUT_CIRCLES + 1));
}

static void
select_invert (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PivotSession *session = PIVOT_WINDOW (user_data)->session;
  PivotDataset *dataset = pivot_session_get_dataset (session);
  g_autoptr(GArray) places = NULL;

  if (dataset == NULL)
    return;

  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    if (!pivot_session_is_selected (session, i))
      g_array_append_val (places, i);
  pivot_session_select (session, (const guint *) (gpointer) places->data, places->len, PIVOT_SELECT_REPLACE);
}

static void
options_cb (PivotWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "layout");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (pivot_session_get_word (self->session, PIVOT_OPTION_LAYOUT)));
}

static const GActionEntry entries[] = {
  { "layout", NULL, "s", "'map'", change_layout },
  { "next-layout", next_layout },
  { "select-invert", select_invert },
};

void
_pivot_window_add_select_actions (PivotWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::options", G_CALLBACK (options_cb), self, G_CONNECT_SWAPPED);
}
