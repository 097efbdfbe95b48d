/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "pivot-plot.h"

#define NATURAL_HEIGHT 300.0

/* What all plots share: which mark is hovered and which are selected. Marks are known by their ids alone, which need not
 * exist: a selection may hold places that this plot does not show. */
typedef struct
{
  int        hovered;   /* −1: none */
  GtkBitset *selected;
} PivotPlotPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PivotPlot, pivot_plot, G_TYPE_OBJECT)

enum
{
  CHANGED,
  OVERLAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
pivot_plot_finalize (GObject *object)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (PIVOT_PLOT (object));

  g_clear_pointer (&priv->selected, gtk_bitset_unref);

  G_OBJECT_CLASS (pivot_plot_parent_class)->finalize (object);
}

static void
pivot_plot_class_init (PivotPlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pivot_plot_finalize;

  /**
   * PivotPlot::changed:
   *
   * The base must be drawn anew, and with it all the rest.
   */
  signals[CHANGED] = g_signal_new ("changed", PIVOT_TYPE_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PivotPlot::overlay-changed:
   * @self: a plot
   * @selection: whether the selection changed; else the hovered mark did
   *
   * Selection or hover changed, and nothing else.
   */
  signals[OVERLAY_CHANGED] = g_signal_new ("overlay-changed", PIVOT_TYPE_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
pivot_plot_init (PivotPlot *self)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);

  priv->hovered = -1;
  priv->selected = gtk_bitset_new_empty ();
}

/**
 * pivot_plot_draw:
 * @self: a plot
 * @cr: where to draw
 * @style: how it looks
 * @width: width in units of @cr
 * @height: height in units of @cr
 *
 * Draws the base: everything but hover and selection.
 *
 * Screen, PNG, SVG, PDF and printer all come from here.
 */
void
pivot_plot_draw (PivotPlot        *self,
                 cairo_t          *cr,
                 const PivotStyle *style,
                 double            width,
                 double            height)
{
  g_return_if_fail (PIVOT_IS_PLOT (self));
  g_return_if_fail (cr != NULL && style != NULL);

  PIVOT_PLOT_GET_CLASS (self)->draw (self, cr, style, width, height);
}

/**
 * pivot_plot_draw_overlay:
 * @self: a plot
 * @cr: where to draw
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 *
 * Draws selection and hover over a base.
 */
void
pivot_plot_draw_overlay (PivotPlot        *self,
                         cairo_t          *cr,
                         const PivotStyle *style,
                         double            width,
                         double            height)
{
  pivot_plot_draw_selection (self, cr, style, width, height);
  pivot_plot_draw_hover (self, cr, style, width, height);
}

/**
 * pivot_plot_draw_selection:
 * @self: a plot
 * @cr: where to draw
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 *
 * Draws what is selected over a base.
 */
void
pivot_plot_draw_selection (PivotPlot        *self,
                           cairo_t          *cr,
                           const PivotStyle *style,
                           double            width,
                           double            height)
{
  g_return_if_fail (PIVOT_IS_PLOT (self));
  g_return_if_fail (cr != NULL && style != NULL);

  if (pivot_plot_get_n_selected (self) > 0)
    PIVOT_PLOT_GET_CLASS (self)->draw_selection (self, cr, style, width, height);
}

/**
 * pivot_plot_draw_hover:
 * @self: a plot
 * @cr: where to draw
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 *
 * Draws what is hovered over base and selection.
 */
void
pivot_plot_draw_hover (PivotPlot        *self,
                       cairo_t          *cr,
                       const PivotStyle *style,
                       double            width,
                       double            height)
{
  g_return_if_fail (PIVOT_IS_PLOT (self));
  g_return_if_fail (cr != NULL && style != NULL);

  if (pivot_plot_get_hovered (self) >= 0)
    PIVOT_PLOT_GET_CLASS (self)->draw_hover (self, cr, style, width, height);
}

/**
 * pivot_plot_get_hover_extents:
 * @self: a plot
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 * @box: (out caller-allocates): the box
 *
 * Gets the box outside which pivot_plot_draw_hover() draws nothing.
 *
 * Returns: whether it draws anything
 */
gboolean
pivot_plot_get_hover_extents (PivotPlot         *self,
                              const PivotStyle  *style,
                              double             width,
                              double             height,
                              cairo_rectangle_t *box)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), FALSE);
  g_return_val_if_fail (style != NULL && box != NULL, FALSE);

  if (pivot_plot_get_hovered (self) < 0)
    return FALSE;

  return PIVOT_PLOT_GET_CLASS (self)->hover_extents (self, style, width, height, box);
}

/**
 * pivot_plot_find:
 * @self: a plot
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 * @x: a place in the drawing
 * @y: a place in the drawing
 * @max_distance: how far off a mark may be
 *
 * Finds the mark nearest to a place. Hover, click and tooltip all ask this.
 *
 * Returns: the id of the mark, or −1
 */
int
pivot_plot_find (PivotPlot        *self,
                 const PivotStyle *style,
                 double            width,
                 double            height,
                 double            x,
                 double            y,
                 double            max_distance)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), -1);
  g_return_val_if_fail (style != NULL, -1);

  return PIVOT_PLOT_GET_CLASS (self)->find (self, style, width, height, x, y, max_distance);
}

/**
 * pivot_plot_query:
 * @self: a plot
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 * @x0: one corner
 * @y0: one corner
 * @x1: the opposite corner, in any direction
 * @y1: the opposite corner, in any direction
 * @n: (out): how many ids
 *
 * Finds the marks whose middle lies in a rectangle.
 *
 * Returns: (transfer full) (array length=n) (nullable): their ids, ascending; %NULL if none
 */
guint *
pivot_plot_query (PivotPlot        *self,
                  const PivotStyle *style,
                  double            width,
                  double            height,
                  double            x0,
                  double            y0,
                  double            x1,
                  double            y1,
                  guint            *n)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), NULL);
  g_return_val_if_fail (style != NULL && n != NULL, NULL);

  return PIVOT_PLOT_GET_CLASS (self)->query (self, style, width, height,
                                             MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1), n);
}

/**
 * pivot_plot_locate:
 * @self: a plot
 * @style: how it looks
 * @width: width as given to pivot_plot_draw()
 * @height: height as given to pivot_plot_draw()
 * @id: a mark
 * @x: (out): where its middle is
 * @y: (out): where its middle is
 *
 * Gets where a mark is drawn.
 *
 * Returns: %FALSE if it is not drawn
 */
gboolean
pivot_plot_locate (PivotPlot        *self,
                   const PivotStyle *style,
                   double            width,
                   double            height,
                   guint             id,
                   double           *x,
                   double           *y)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), FALSE);
  g_return_val_if_fail (style != NULL && x != NULL && y != NULL, FALSE);

  return PIVOT_PLOT_GET_CLASS (self)->locate (self, style, width, height, id, x, y);
}

/**
 * pivot_plot_step:
 * @self: a plot
 * @id: the mark to go from, or −1
 * @dx: 1 for right, −1 for left, 0
 * @dy: 1 for down, −1 for up, 0
 *
 * Goes from mark to mark, for the arrow keys.
 *
 * Every mark can be reached. From −1, and from a mark that is not drawn, it goes to the first one in that direction.
 *
 * Returns: the next mark; @id at the end; −1 if there is no mark
 */
int
pivot_plot_step (PivotPlot *self,
                 int        id,
                 int        dx,
                 int        dy)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), -1);

  return PIVOT_PLOT_GET_CLASS (self)->step (self, id, dx, dy);
}

/**
 * pivot_plot_measure:
 * @self: a plot
 * @style: how it looks
 * @width: width of the drawing
 *
 * Gets how high the plot wants to be.
 *
 * Returns: the height
 */
double
pivot_plot_measure (PivotPlot        *self,
                    const PivotStyle *style,
                    double            width)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), 0);
  g_return_val_if_fail (style != NULL, 0);

  if (PIVOT_PLOT_GET_CLASS (self)->measure == NULL)
    return NATURAL_HEIGHT * style->scale;

  return PIVOT_PLOT_GET_CLASS (self)->measure (self, style, width);
}

/**
 * pivot_plot_describe:
 * @self: a plot
 *
 * Says in words, with numbers, what is shown: for screen readers and as alt text of files.
 *
 * Returns: (transfer full): a text
 */
char *
pivot_plot_describe (PivotPlot *self)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), NULL);

  return PIVOT_PLOT_GET_CLASS (self)->describe (self);
}

/**
 * pivot_plot_describe_mark:
 * @self: a plot
 * @id: a mark
 *
 * Says in words, with numbers, what a mark stands for.
 *
 * Returns: (transfer full) (nullable): a text; %NULL if there is no such mark
 */
char *
pivot_plot_describe_mark (PivotPlot *self,
                          guint      id)
{
  g_return_val_if_fail (PIVOT_IS_PLOT (self), NULL);

  return PIVOT_PLOT_GET_CLASS (self)->describe_mark (self, id);
}

/**
 * pivot_plot_set_hovered:
 * @self: a plot
 * @id: a mark, or −1 for none
 *
 * Sets which mark is hovered.
 */
void
pivot_plot_set_hovered (PivotPlot *self,
                        int        id)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);

  g_return_if_fail (PIVOT_IS_PLOT (self));

  if (priv->hovered == id)
    return;

  priv->hovered = id;
  g_signal_emit (self, signals[OVERLAY_CHANGED], 0, FALSE);
}

int
pivot_plot_get_hovered (PivotPlot *self)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);

  g_return_val_if_fail (PIVOT_IS_PLOT (self), -1);

  return priv->hovered;
}

/**
 * pivot_plot_set_selected:
 * @self: a plot
 * @ids: (array length=n) (nullable): marks, in any order
 * @n: how many
 *
 * Sets which marks are selected.
 */
void
pivot_plot_set_selected (PivotPlot   *self,
                         const guint *ids,
                         guint        n)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);
  GtkBitset *selected;

  g_return_if_fail (PIVOT_IS_PLOT (self));
  g_return_if_fail (ids != NULL || n == 0);

  selected = gtk_bitset_new_empty ();
  for (guint i = 0; i < n; i++)
    gtk_bitset_add (selected, ids[i]);

  if (gtk_bitset_equals (selected, priv->selected))
    {
      gtk_bitset_unref (selected);
      return;
    }

  gtk_bitset_unref (priv->selected);
  priv->selected = selected;
  g_signal_emit (self, signals[OVERLAY_CHANGED], 0, TRUE);
}

gboolean
pivot_plot_is_selected (PivotPlot *self,
                        guint      id)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);

  g_return_val_if_fail (PIVOT_IS_PLOT (self), FALSE);

  return gtk_bitset_contains (priv->selected, id);
}

guint
pivot_plot_get_n_selected (PivotPlot *self)
{
  PivotPlotPrivate *priv = pivot_plot_get_instance_private (self);

  g_return_val_if_fail (PIVOT_IS_PLOT (self), 0);

  return gtk_bitset_get_size (priv->selected);
}

/**
 * pivot_plot_changed:
 * @self: a plot
 *
 * For subclasses: says that the base must be drawn anew.
 */
void
pivot_plot_changed (PivotPlot *self)
{
  g_return_if_fail (PIVOT_IS_PLOT (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
