/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-mark-plot.h"

typedef struct
{
  guint       id;
  const char *text;      /* in strings; or NULL */
} Mark;

typedef struct
{
  GArray         *marks;        /* Mark, in order */
  GStringChunk   *strings;
  char           *description;  /* or NULL */
  PivotLettering *letters;
} PivotMarkPlotPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PivotMarkPlot, pivot_mark_plot, PIVOT_TYPE_PLOT)

static guint
count_marks (PivotMarkPlot *self)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  return priv->marks->len;
}

static const Mark *
get_mark (PivotMarkPlot *self,
          guint          index)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  return &g_array_index (priv->marks, Mark, index);
}

static void
get_middle (PivotMarkPlot *self,
            guint          index,
            double        *x,
            double        *y)
{
  cairo_rectangle_t box = PIVOT_MARK_PLOT_GET_CLASS (self)->get_box (self, index);

  *x = box.x + box.width / 2;
  *y = box.y + box.height / 2;
}

static void
pivot_mark_plot_draw_selection (PivotPlot        *plot,
                                cairo_t          *cr,
                                const PivotStyle *style,
                                double            width,
                                double            height)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  PivotMarkPlotClass *klass = PIVOT_MARK_PLOT_GET_CLASS (self);

  klass->lay_out (self, style, width, height);
  cairo_save (cr);
  for (guint i = 0; i < count_marks (self); i++)
    if (pivot_plot_is_selected (plot, get_mark (self, i)->id))
      klass->outline (self, cr, style, i, &style->selection);
  cairo_restore (cr);
}

static void
pivot_mark_plot_draw_hover (PivotPlot        *plot,
                            cairo_t          *cr,
                            const PivotStyle *style,
                            double            width,
                            double            height)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  PivotMarkPlotClass *klass = PIVOT_MARK_PLOT_GET_CLASS (self);
  int index = pivot_mark_plot_find_index (self, pivot_plot_get_hovered (plot));

  if (index < 0)
    return;

  klass->lay_out (self, style, width, height);
  cairo_save (cr);
  klass->outline (self, cr, style, (guint) index, &style->hover);
  cairo_restore (cr);
}

static gboolean
pivot_mark_plot_hover_extents (PivotPlot         *plot,
                               const PivotStyle  *style,
                               double             width,
                               double             height,
                               cairo_rectangle_t *box)
{
  *box = (cairo_rectangle_t) { 0, 0, width, height };

  return pivot_mark_plot_find_index (PIVOT_MARK_PLOT (plot), pivot_plot_get_hovered (plot)) >= 0;
}

static int
pivot_mark_plot_find_mark (PivotMarkPlot *self,
                           double         x,
                           double         y,
                           double         max_distance)
{
  PivotMarkPlotClass *klass = PIVOT_MARK_PLOT_GET_CLASS (self);

  for (guint i = 0; i < count_marks (self); i++)
    {
      cairo_rectangle_t box = klass->get_box (self, i);

      if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
        return (int) i;
    }

  return -1;
}

static int
pivot_mark_plot_find (PivotPlot        *plot,
                      const PivotStyle *style,
                      double            width,
                      double            height,
                      double            x,
                      double            y,
                      double            max_distance)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  PivotMarkPlotClass *klass = PIVOT_MARK_PLOT_GET_CLASS (self);
  int index;

  klass->lay_out (self, style, width, height);
  index = klass->find_mark (self, x, y, max_distance);

  return index >= 0 ? (int) get_mark (self, (guint) index)->id : -1;
}

static gboolean
pivot_mark_plot_is_within (PivotMarkPlot *self,
                           guint          index,
                           double         x0,
                           double         y0,
                           double         x1,
                           double         y1)
{
  double x, y;

  get_middle (self, index, &x, &y);

  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

static guint *
pivot_mark_plot_query (PivotPlot        *plot,
                       const PivotStyle *style,
                       double            width,
                       double            height,
                       double            x0,
                       double            y0,
                       double            x1,
                       double            y1,
                       guint            *n)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  PivotMarkPlotClass *klass = PIVOT_MARK_PLOT_GET_CLASS (self);
  guint *ids = g_new (guint, MAX (1, count_marks (self)));

  klass->lay_out (self, style, width, height);
  *n = 0;
  for (guint i = 0; i < count_marks (self); i++)
    if (klass->is_within (self, i, x0, y0, x1, y1))
      ids[(*n)++] = get_mark (self, i)->id;

  return ids;
}

static gboolean
pivot_mark_plot_locate (PivotPlot        *plot,
                        const PivotStyle *style,
                        double            width,
                        double            height,
                        guint             id,
                        double           *x,
                        double           *y)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  int index = pivot_mark_plot_find_index (self, (int) id);

  if (index < 0)
    return FALSE;

  PIVOT_MARK_PLOT_GET_CLASS (self)->lay_out (self, style, width, height);
  get_middle (self, (guint) index, x, y);

  return TRUE;
}

/* Down and to the right is on. */
static int
pivot_mark_plot_step (PivotPlot *plot,
                      int        id,
                      int        dx,
                      int        dy)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  gboolean forward = dy != 0 ? dy > 0 : dx >= 0;
  int last = (int) count_marks (self) - 1;
  int index = pivot_mark_plot_find_index (self, id);

  if (last < 0)
    return -1;

  index = index < 0 ? (forward ? 0 : last) : CLAMP (index + (forward ? 1 : -1), 0, last);

  return (int) get_mark (self, (guint) index)->id;
}

static char *
pivot_mark_plot_describe (PivotPlot *plot)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  if (priv->description != NULL)
    return g_strdup (priv->description);

  return PIVOT_MARK_PLOT_GET_CLASS (self)->sum_up (self);
}

static char *
pivot_mark_plot_sum_up (PivotMarkPlot *self)
{
  return g_strdup ("");
}

static char *
pivot_mark_plot_describe_mark (PivotPlot *plot,
                               guint      id)
{
  PivotMarkPlot *self = PIVOT_MARK_PLOT (plot);
  int index = pivot_mark_plot_find_index (self, (int) id);

  return index >= 0 ? g_strdup (get_mark (self, (guint) index)->text) : NULL;
}

static void
pivot_mark_plot_finalize (GObject *object)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (PIVOT_MARK_PLOT (object));

  g_array_unref (priv->marks);
  g_string_chunk_free (priv->strings);
  g_free (priv->description);
  pivot_lettering_free (priv->letters);

  G_OBJECT_CLASS (pivot_mark_plot_parent_class)->finalize (object);
}

static void
pivot_mark_plot_class_init (PivotMarkPlotClass *klass)
{
  PivotPlotClass *plot_class = PIVOT_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_mark_plot_finalize;

  plot_class->draw_selection = pivot_mark_plot_draw_selection;
  plot_class->draw_hover = pivot_mark_plot_draw_hover;
  plot_class->hover_extents = pivot_mark_plot_hover_extents;
  plot_class->find = pivot_mark_plot_find;
  plot_class->query = pivot_mark_plot_query;
  plot_class->locate = pivot_mark_plot_locate;
  plot_class->step = pivot_mark_plot_step;
  plot_class->describe = pivot_mark_plot_describe;
  plot_class->describe_mark = pivot_mark_plot_describe_mark;

  klass->find_mark = pivot_mark_plot_find_mark;
  klass->is_within = pivot_mark_plot_is_within;
  klass->sum_up = pivot_mark_plot_sum_up;
}

static void
pivot_mark_plot_init (PivotMarkPlot *self)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  priv->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  priv->strings = g_string_chunk_new (512);
  priv->letters = pivot_lettering_new ();
}

/**
 * pivot_mark_plot_get_letters: (skip)
 * @self: a plot
 *
 * For subclasses: gets what the plot writes with.
 *
 * Returns: (transfer none): it lives as long as the plot
 */
PivotLettering *
pivot_mark_plot_get_letters (PivotMarkPlot *self)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  g_return_val_if_fail (PIVOT_IS_MARK_PLOT (self), NULL);

  return priv->letters;
}

/**
 * pivot_mark_plot_clear_marks:
 * @self: a plot
 *
 * For subclasses: forgets all marks and the texts that were kept for them.
 */
void
pivot_mark_plot_clear_marks (PivotMarkPlot *self)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  g_return_if_fail (PIVOT_IS_MARK_PLOT (self));

  g_array_set_size (priv->marks, 0);
  g_string_chunk_clear (priv->strings);
}

/**
 * pivot_mark_plot_add_mark:
 * @self: a plot
 * @id: the mark's id
 * @text: (nullable): what it stands for, in words; copied
 *
 * For subclasses: puts a mark at the end of the order.
 *
 * Returns: (transfer none) (nullable): the copy of @text, which lives as long as the mark
 */
const char *
pivot_mark_plot_add_mark (PivotMarkPlot *self,
                          guint          id,
                          const char    *text)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);
  Mark mark = { .id = id };

  g_return_val_if_fail (PIVOT_IS_MARK_PLOT (self), NULL);

  mark.text = pivot_mark_plot_keep (self, text);
  g_array_append_val (priv->marks, mark);

  return mark.text;
}

/**
 * pivot_mark_plot_keep:
 * @self: a plot
 * @text: (nullable): a text
 *
 * For subclasses: copies a text that belongs to the marks.
 *
 * Returns: (transfer none) (nullable): the copy, which lives until pivot_mark_plot_clear_marks()
 */
const char *
pivot_mark_plot_keep (PivotMarkPlot *self,
                      const char    *text)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  g_return_val_if_fail (PIVOT_IS_MARK_PLOT (self), NULL);

  return text != NULL ? g_string_chunk_insert (priv->strings, text) : NULL;
}

/**
 * pivot_mark_plot_find_index:
 * @self: a plot
 * @id: a mark, or −1
 *
 * Finds where in the order a mark stands.
 *
 * Returns: its index, or −1 if there is no such mark
 */
int
pivot_mark_plot_find_index (PivotMarkPlot *self,
                            int            id)
{
  g_return_val_if_fail (PIVOT_IS_MARK_PLOT (self), -1);

  for (guint i = 0; id >= 0 && i < count_marks (self); i++)
    if (get_mark (self, i)->id == (guint) id)
      return (int) i;

  return -1;
}

/**
 * pivot_mark_plot_set_description:
 * @self: a plot
 * @text: (nullable): what it shows, in words; %NULL for what the plot says of itself
 *
 * Sets the sentence for speech.
 */
void
pivot_mark_plot_set_description (PivotMarkPlot *self,
                                 const char    *text)
{
  PivotMarkPlotPrivate *priv = pivot_mark_plot_get_instance_private (self);

  g_return_if_fail (PIVOT_IS_MARK_PLOT (self));

  g_free (priv->description);
  priv->description = g_strdup (text);
  pivot_plot_changed (PIVOT_PLOT (self));
}
