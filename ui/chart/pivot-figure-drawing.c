/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-drawing-private.h"

G_DEFINE_FINAL_TYPE (PivotFigureDrawing, pivot_figure_drawing, G_TYPE_OBJECT)

static void
pivot_figure_drawing_finalize (GObject *object)
{
  PivotFigureDrawing *self = PIVOT_FIGURE_DRAWING (object);

  for (guint i = 0; i < PIVOT_FIGURE_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->caveats);
  g_array_unref (self->panels);
  pivot_lettering_free (self->letters);

  G_OBJECT_CLASS (pivot_figure_drawing_parent_class)->finalize (object);
}

static void
pivot_figure_drawing_class_init (PivotFigureDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_figure_drawing_finalize;
}

static void
clear_panel (gpointer data)
{
  PivotDrawingPanel *panel = data;

  g_free (panel->title);
  g_object_unref (panel->plot);
}

static void
pivot_figure_drawing_init (PivotFigureDrawing *self)
{
  self->statements = g_ptr_array_new_with_free_func (g_free);
  self->caveats = g_ptr_array_new_with_free_func (g_free);
  self->panels = g_array_new (FALSE, FALSE, sizeof (PivotDrawingPanel));
  g_array_set_clear_func (self->panels, clear_panel);
  self->letters = pivot_lettering_new ();
}

/**
 * pivot_figure_drawing_new:
 *
 * Creates a figure without anything in it.
 *
 * Returns: (transfer full): a new figure
 */
PivotFigureDrawing *
pivot_figure_drawing_new (void)
{
  return g_object_new (PIVOT_TYPE_FIGURE_DRAWING, NULL);
}

void
pivot_figure_drawing_set_text (PivotFigureDrawing *self,
                               PivotFigureText     which,
                               const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));
  g_return_if_fail (which < PIVOT_FIGURE_N_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text);
}

const char *
pivot_figure_drawing_get_text (PivotFigureDrawing *self,
                               PivotFigureText     which)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (which < PIVOT_FIGURE_N_TEXTS, NULL);

  return self->texts[which];
}

void
pivot_figure_drawing_add_statement (PivotFigureDrawing *self,
                                    const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  g_ptr_array_add (self->statements, g_strdup (text));
}

/**
 * pivot_figure_drawing_set_lost:
 * @self: a figure
 * @lost: whether none of its numbers survives
 *
 * Sets whether statements are all that is known.
 */
void
pivot_figure_drawing_set_lost (PivotFigureDrawing *self,
                               gboolean            lost)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  self->lost = lost;
}

gboolean
pivot_figure_drawing_get_lost (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), FALSE);

  return self->lost;
}

void
pivot_figure_drawing_add_caveat (PivotFigureDrawing *self,
                                 const char         *text)
{
  g_return_if_fail (PIVOT_IS_FIGURE_DRAWING (self));

  g_ptr_array_add (self->caveats, g_strdup (text));
}

guint
pivot_figure_drawing_get_n_statements (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->statements->len;
}

const char *
pivot_figure_drawing_get_statement (PivotFigureDrawing *self,
                                    guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->statements->len, NULL);

  return g_ptr_array_index (self->statements, i);
}

guint
pivot_figure_drawing_get_n_caveats (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->caveats->len;
}

const char *
pivot_figure_drawing_get_caveat (PivotFigureDrawing *self,
                                 guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->caveats->len, NULL);

  return g_ptr_array_index (self->caveats, i);
}

/**
 * pivot_figure_drawing_add_panel:
 * @self: a figure
 * @title: (nullable): what stands above the panel
 * @plot: what it shows
 * @marks: what the ids of its marks count
 *
 * Adds a panel below the others.
 */
void
pivot_figure_drawing_add_panel (PivotFigureDrawing *self,
                                const char         *title,
                                PivotPlot          *plot,
                                PivotFigureMarks    marks)
{
  PivotDrawingPanel panel = { g_strdup (title), g_object_ref (plot), marks };

  g_array_append_val (self->panels, panel);
}

guint
pivot_figure_drawing_get_n_panels (PivotFigureDrawing *self)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), 0);

  return self->panels->len;
}

const char *
pivot_figure_drawing_get_panel_title (PivotFigureDrawing *self,
                                      guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->panels->len, NULL);

  return g_array_index (self->panels, PivotDrawingPanel, i).title;
}

PivotPlot *
pivot_figure_drawing_get_panel_plot (PivotFigureDrawing *self,
                                     guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), NULL);
  g_return_val_if_fail (i < self->panels->len, NULL);

  return g_array_index (self->panels, PivotDrawingPanel, i).plot;
}

PivotFigureMarks
pivot_figure_drawing_get_panel_marks (PivotFigureDrawing *self,
                                      guint               i)
{
  g_return_val_if_fail (PIVOT_IS_FIGURE_DRAWING (self), PIVOT_MARKS_POINTS);
  g_return_val_if_fail (i < self->panels->len, PIVOT_MARKS_POINTS);

  return g_array_index (self->panels, PivotDrawingPanel, i).marks;
}
