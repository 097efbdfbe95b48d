/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-window-private.h"

#include "pivot-data-page.h"
#include "pivot-firms-page.h"
#include "pivot-story-page.h"
#include "pivot-teach-page.h"

/* The pages of the window follow the session. All but the map are made when they are first asked for. */

PivotClassroom *
_pivot_window_get_classroom (PivotWindow *self)
{
  return pivot_lesson_desk_get_classroom (self->desk);
}

static GtkWidget *
new_page (PivotWindow *self,
          PivotPage    page)
{
  switch (page)
    {
    case PIVOT_PAGE_FIRMS:
      return pivot_firms_page_new (self->session, self->theme);
    case PIVOT_PAGE_STORY:
      return pivot_story_page_new (self->session, self->theme);
    case PIVOT_PAGE_DATA:
      return pivot_data_page_new (self->session, self->theme);
    case PIVOT_PAGE_TEACH:
      return pivot_teach_page_new (_pivot_window_get_classroom (self), self->theme);
    case PIVOT_PAGE_MAP:
    default:
      return NULL;
    }
}

static void
show_page (PivotWindow *self)
{
  PivotPage page = pivot_session_get_page (self->session);
  const char *name = pivot_enum_to_nick (PIVOT_TYPE_PAGE, page);
  gboolean is_map = page == PIVOT_PAGE_MAP;

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, new_page (self, page), name);
  gtk_stack_set_visible_child_name (self->pages, name);

  gtk_widget_set_visible (self->left_toggle, is_map);
  gtk_widget_set_visible (self->right_toggle, is_map);
  gtk_widget_set_visible (self->bottom_toggle, is_map);
}

void
_pivot_window_follow_page (PivotWindow *self)
{
  g_signal_connect_swapped (self->session, "notify::page", G_CALLBACK (show_page), self);
  show_page (self);
}
