/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-session-private.h"

/* What a session knows of the moment and what is no part of the view: what is under the pointer, and whether a change goes on. */

/**
 * pivot_session_get_hovered:
 * @self: a session
 *
 * Gets the place under the pointer.
 *
 * Returns: index of the place, or −1
 */
int
pivot_session_get_hovered (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), -1);

  return self->hovered;
}

/**
 * pivot_session_set_hovered:
 * @self: a session
 * @place: index of a place; anything else is −1, none
 *
 * Sets the place under the pointer. It is no part of the view.
 */
void
pivot_session_set_hovered (PivotSession *self,
                           int           place)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));

  if (place < 0 || self->dataset == NULL || (guint) place >= pivot_dataset_get_n_places (self->dataset))
    place = -1;

  if (self->hovered == place)
    return;

  self->hovered = place;
  g_object_notify (G_OBJECT (self), "hovered");
}

/**
 * pivot_session_get_hovered_class:
 * @self: a session
 *
 * Gets the class under the pointer, of the measure as it stands.
 *
 * Returns: index of the class, 0…8, or −1
 */
int
pivot_session_get_hovered_class (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), -1);

  return self->hovered_class;
}

/**
 * pivot_session_set_hovered_class:
 * @self: a session
 * @class_index: index of a class; anything else is −1, none
 *
 * Sets the class under the pointer, whose places light up everywhere. It is no part of the view, and with other classes
 * it is none.
 */
void
pivot_session_set_hovered_class (PivotSession *self,
                                 int           class_index)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));

  if (class_index < 0 || (guint) class_index >= _pivot_session_count_colors (self))
    class_index = -1;

  if (self->hovered_class == class_index)
    return;

  self->hovered_class = class_index;
  g_object_notify (G_OBJECT (self), "hovered-class");
}

/**
 * pivot_session_begin_change:
 * @self: a session
 *
 * Begins a change that goes on for some time and is one step of the history, as the drag of a handle. May be nested.
 */
void
pivot_session_begin_change (PivotSession *self)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));

  if (self->n_changing++ == 0)
    g_object_notify (G_OBJECT (self), "changing");
}

/**
 * pivot_session_end_change:
 * @self: a session
 *
 * Ends a change that was begun.
 */
void
pivot_session_end_change (PivotSession *self)
{
  g_return_if_fail (PIVOT_IS_SESSION (self));
  g_return_if_fail (self->n_changing > 0);

  if (--self->n_changing == 0)
    g_object_notify (G_OBJECT (self), "changing");
}

/**
 * pivot_session_get_changing:
 * @self: a session
 *
 * Gets whether a change goes on.
 *
 * Returns: `TRUE` between pivot_session_begin_change() and pivot_session_end_change()
 */
gboolean
pivot_session_get_changing (PivotSession *self)
{
  g_return_val_if_fail (PIVOT_IS_SESSION (self), FALSE);

  return self->n_changing > 0;
}
