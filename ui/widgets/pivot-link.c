/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-link.h"

#include "pivot-compat.h"
#include "pivot-present-story.h"

#include <string.h>

/* A dataset comes from anywhere: only pages of the web are opened, no files and no programs. */
static gboolean
open_page (GtkWidget  *widget,
           const char *url)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!pivot_link_is_page (url))
    return FALSE;

  pivot_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, url);
  return TRUE;
}

static gboolean
show_place (PivotSession *session,
            const char   *measure,
            const char   *id)
{
  int place = pivot_dataset_get_place_index (pivot_session_get_dataset (session), id);

  if (place < 0)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (session));
  if (measure != NULL)
    pivot_session_set_measure (session, measure);
  pivot_session_select_one (session, (guint) place, PIVOT_SELECT_REPLACE);
  pivot_session_set_page (session, PIVOT_PAGE_MAP);
  g_object_thaw_notify (G_OBJECT (session));

  return TRUE;
}

static gboolean
show_figure (PivotSession *session,
             const char   *id)
{
  if (pivot_dataset_find_figure (pivot_session_get_dataset (session), id) == NULL)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (session));
  pivot_present_story_show_figure (session, id);
  pivot_session_set_page (session, PIVOT_PAGE_STORY);
  g_object_thaw_notify (G_OBJECT (session));

  return TRUE;
}

static gboolean
show_firm (PivotSession *session,
           const char   *id)
{
  if (pivot_dataset_find_firm (pivot_session_get_dataset (session), id) == NULL)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_set_firm (session, id);
  pivot_session_set_page (session, PIVOT_PAGE_FIRMS);
  g_object_thaw_notify (G_OBJECT (session));

  return TRUE;
}

static gboolean
show_group (PivotSession *session,
            const char   *id)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pivot_dataset_get_n_places (dataset); i++)
    if (g_strv_contains (pivot_place_get_groups (pivot_dataset_get_place (dataset, i)), id))
      g_array_append_val (places, i);
  if (places->len == 0)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (session));
  pivot_session_select (session, (const guint *) places->data, places->len, PIVOT_SELECT_REPLACE);
  pivot_session_set_page (session, PIVOT_PAGE_MAP);
  g_object_thaw_notify (G_OBJECT (session));

  return TRUE;
}

/* A value is shown where it is drawn. */
static gboolean
show_value (PivotSession *session,
            const char   *path)
{
  g_auto(GStrv) parts = g_strsplit (path, "/", 3);

  return g_strv_length (parts) == 2 ? show_place (session, parts[0], parts[1]) : show_figure (session, parts[0]);
}

static gboolean
open_source (GtkWidget    *widget,
             PivotSession *session,
             const char   *id)
{
  PivotSource *source = pivot_dataset_find_source (pivot_session_get_dataset (session), id);

  return source != NULL && open_page (widget, pivot_source_get_url (source));
}

/**
 * pivot_link_is_page:
 * @url: (nullable): an address
 *
 * Tells whether an address is a page of the web, and so may be opened.
 *
 * Returns: %TRUE if it is
 */
gboolean
pivot_link_is_page (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

/**
 * pivot_link_follow:
 * @widget: what was clicked
 * @session: the session
 * @ref: (nullable): where to go, as `PivotCell` has it
 *
 * Goes where a reference leads.
 *
 * Returns: %FALSE if it leads nowhere
 */
gboolean
pivot_link_follow (GtkWidget    *widget,
                   PivotSession *session,
                   const char   *ref)
{
  const char *id;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);

  id = ref != NULL && pivot_session_get_dataset (session) != NULL ? strchr (ref, ':') : NULL;
  if (id == NULL)
    return FALSE;

  id++;
  if (g_str_has_prefix (ref, "place:"))
    return show_place (session, NULL, id);
  if (g_str_has_prefix (ref, "value:"))
    return show_value (session, id);
  if (g_str_has_prefix (ref, "firm:"))
    return show_firm (session, id);
  if (g_str_has_prefix (ref, "figure:"))
    return show_figure (session, id);
  if (g_str_has_prefix (ref, "group:"))
    return show_group (session, id);
  if (g_str_has_prefix (ref, "source:"))
    return open_source (widget, session, id);
  if (g_str_has_prefix (ref, "url:"))
    return open_page (widget, id);

  return FALSE;
}
