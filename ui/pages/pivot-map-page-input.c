/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-map-page-private.h"

/* From the views to the session */

static void
place_hovered_cb (PivotMapPage *self,
                  int           place)
{
  pivot_session_set_hovered (self->session, place);
}

/* A click on nothing lets go of the selection; with Ctrl it is a slip, and keeps it. */
static void
place_activated_cb (PivotMapPage *self,
                    guint         place,
                    gboolean      toggle)
{
  if (place != G_MAXUINT)
    pivot_session_select_one (self->session, place, toggle ? PIVOT_SELECT_TOGGLE : PIVOT_SELECT_REPLACE);
  else if (!toggle)
    pivot_session_clear_selection (self->session);
}

static void
places_boxed_cb (PivotMapPage *self,
                 guint        *places,
                 guint         n,
                 gboolean      add)
{
  pivot_session_select (self->session, places, n, add ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

void
_pivot_map_page_connect_views (PivotMapPage *self)
{
  g_signal_connect_swapped (self->scatter, "mark-hovered", G_CALLBACK (place_hovered_cb), self);
  g_signal_connect_swapped (self->scatter, "mark-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect_swapped (self->scatter, "brushed", G_CALLBACK (places_boxed_cb), self);
}
