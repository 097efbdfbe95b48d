/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presentation-private.h"

/* What is laid over the page: curtain, tool, proof, spotlight and pointer; and whether the projector follows. */

#define MIN_RADIUS 0.04
#define MAX_RADIUS 0.6

PivotCurtain
pivot_presentation_get_curtain (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_CURTAIN_NONE);

  return self->curtain;
}

/**
 * pivot_presentation_set_curtain:
 * @self: a presentation
 * @curtain: what covers the page
 *
 * Covers the page, or opens it.
 */
void
pivot_presentation_set_curtain (PivotPresentation *self,
                                PivotCurtain       curtain)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->curtain == curtain)
    return;

  self->curtain = curtain;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

PivotTool
pivot_presentation_get_tool (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_TOOL_POINT);

  return self->tool;
}

/**
 * pivot_presentation_set_tool:
 * @self: a presentation
 * @tool: what the pointer does
 *
 * Takes pen or eraser, or lays both down.
 */
void
pivot_presentation_set_tool (PivotPresentation *self,
                             PivotTool          tool)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->tool == tool)
    return;

  self->tool = tool;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

PivotProof
pivot_presentation_get_proof (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), PIVOT_PROOF_NONE);

  return self->proof;
}

/**
 * pivot_presentation_set_proof:
 * @self: a presentation
 * @proof: how to look at the page
 *
 * Shows the page as it comes out on worse equipment.
 */
void
pivot_presentation_set_proof (PivotPresentation *self,
                              PivotProof         proof)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->proof == proof)
    return;

  self->proof = proof;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

/**
 * pivot_presentation_get_spotlight:
 * @self: a presentation
 * @radius: (out) (optional): of its circle, as a fraction of the page's height
 *
 * Returns: whether there is a spotlight
 */
gboolean
pivot_presentation_get_spotlight (PivotPresentation *self,
                                  double            *radius)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  if (radius != NULL)
    *radius = self->radius;

  return self->spotlight;
}

/**
 * pivot_presentation_set_spotlight:
 * @self: a presentation
 * @on: whether there is one
 * @radius: as a fraction of the page's height; brought within limits
 *
 * Lights a circle around the pointer, and darkens the rest.
 */
void
pivot_presentation_set_spotlight (PivotPresentation *self,
                                  gboolean           on,
                                  double             radius)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  self->spotlight = on;
  self->radius = CLAMP (radius, MIN_RADIUS, MAX_RADIUS);
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

gboolean
pivot_presentation_get_big_pointer (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  return self->big_pointer;
}

/**
 * pivot_presentation_set_big_pointer:
 * @self: a presentation
 * @big: whether the pointer is enlarged
 *
 * Lets the last row see where the pointer is.
 */
void
pivot_presentation_set_big_pointer (PivotPresentation *self,
                                    gboolean           big)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->big_pointer == big)
    return;

  self->big_pointer = big;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}

/**
 * pivot_presentation_get_pointer:
 * @self: a presentation
 * @x: (out): fraction of the page's width
 * @y: (out): fraction of its height
 *
 * Says where the pointer is: outside of 0 to 1, nowhere.
 */
void
pivot_presentation_get_pointer (PivotPresentation *self,
                                double            *x,
                                double            *y)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));
  g_return_if_fail (x != NULL && y != NULL);

  *x = self->pointer_x;
  *y = self->pointer_y;
}

/**
 * pivot_presentation_set_pointer:
 * @self: a presentation
 * @x: fraction of the page's width
 * @y: fraction of its height
 *
 * Moves what follows the pointer, on all screens.
 */
void
pivot_presentation_set_pointer (PivotPresentation *self,
                                double             x,
                                double             y)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  self->pointer_x = x;
  self->pointer_y = y;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_POINTER_MOVED);
}

gboolean
pivot_presentation_get_frozen (PivotPresentation *self)
{
  g_return_val_if_fail (PIVOT_IS_PRESENTATION (self), FALSE);

  return self->frozen;
}

/**
 * pivot_presentation_set_frozen:
 * @self: a presentation
 * @frozen: whether the projector goes on showing what it shows now
 *
 * Lets the presenter prepare what comes next.
 */
void
pivot_presentation_set_frozen (PivotPresentation *self,
                               gboolean           frozen)
{
  g_return_if_fail (PIVOT_IS_PRESENTATION (self));

  if (self->frozen == frozen)
    return;

  self->frozen = frozen;
  _pivot_presentation_emit (self, PIVOT_PRESENTATION_CHANGED);
}
