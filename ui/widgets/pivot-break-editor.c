/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-break-editor-private.h"

#include "pivot-compat.h"
#include "pivot-present.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* px at scale 1. */
#define HEIGHT 84
#define LEAST_WIDTH 120
#define NATURAL_WIDTH 200

G_DEFINE_FINAL_TYPE (PivotBreakEditor, pivot_break_editor, GTK_TYPE_WIDGET)

/* Breaks of the classes as they stand. Some methods have breaks beyond the values, which nobody could take hold of. */
static guint
read_breaks (PivotBreakEditor *self,
             double            breaks[PIVOT_HISTOGRAM_MAX_BREAKS])
{
  PivotClasses *classes = self->session != NULL ? pivot_session_get_measure_classes (self->session) : NULL;
  guint n = 0;
  double min, max;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  for (guint i = 1; classes != NULL && i < pivot_classes_get_n (classes); i++)
    {
      double value = pivot_classes_get_lower (classes, i);

      if (value > min && value <= max)
        breaks[n++] = value;
    }

  return n;
}

/* Where a break that is shown is among those that can be moved. */
static int
find_break (PivotBreakEditor *self,
            const double     *breaks,
            guint             n,
            int               shown)
{
  double value;
  int nearest = -1;

  if (shown < 0 || (guint) shown >= pivot_histogram_plot_get_n_breaks (self->plot))
    return -1;

  value = pivot_histogram_plot_get_break (self->plot, shown);
  for (guint i = 0; i < n; i++)
    if (nearest < 0 || fabs (breaks[i] - value) < fabs (breaks[nearest] - value))
      nearest = i;

  return nearest;
}

static void
set_breaks (PivotBreakEditor *self,
            const double     *breaks,
            guint             n)
{
  self->speak = gtk_widget_has_focus (GTK_WIDGET (self));
  pivot_session_set_breaks (self->session, breaks, n);
}

/* As fine as a pixel, and no finer: nobody chose the rest of the digits. */
double
_pivot_break_editor_snap (PivotBreakEditor *self,
                          double            value)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  double min, max, digits, step;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  digits = floor (log10 ((max - min) / width));
  step = pow (10, fabs (digits));

  return digits < 0 ? round (value * step) / step : round (value / step) * step;
}

/* Moves the chosen break, which stays between its neighbours and leaves values to both of its sides. */
gboolean
_pivot_break_editor_move (PivotBreakEditor *self,
                          double            value)
{
  double breaks[PIVOT_HISTOGRAM_MAX_BREAKS];
  guint n = read_breaks (self, breaks);
  int i = find_break (self, breaks, n, self->chosen);
  double min, max;

  if (i < 0 || !isfinite (value))
    return FALSE;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  if (value <= (i > 0 ? breaks[i - 1] : min) || (i + 1 < (int) n ? value >= breaks[i + 1] : value > max))
    return FALSE;

  breaks[i] = value;
  self->chosen = i;
  set_breaks (self, breaks, n);

  return TRUE;
}

/* By pixels; before a neighbour it stops. */
void
_pivot_break_editor_move_by (PivotBreakEditor *self,
                             int               pixels)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double value, at;

  if (self->chosen < 0 || (guint) self->chosen >= pivot_histogram_plot_get_n_breaks (self->plot))
    return;

  value = pivot_histogram_plot_get_break (self->plot, self->chosen);
  at = pivot_histogram_plot_to_x (self->plot, &self->style, width, value);
  for (int left = abs (pixels); left > 0; left--)
    if (_pivot_break_editor_move (self, _pivot_break_editor_snap (self,
                                                                  pivot_histogram_plot_to_value (self->plot, &self->style, width,
                                                                                                 at + (pixels < 0 ? -left : left)))))
      return;
}

void
_pivot_break_editor_add (PivotBreakEditor *self,
                         double            value)
{
  double breaks[PIVOT_HISTOGRAM_MAX_BREAKS + 1];
  guint n = read_breaks (self, breaks);
  guint i = 0;
  double min, max;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  if (n >= PIVOT_HISTOGRAM_MAX_BREAKS || !(value > min && value <= max))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  while (i < n && breaks[i] < value)
    i++;
  if (i < n && breaks[i] == value)
    return;

  memmove (breaks + i + 1, breaks + i, (n - i) * sizeof *breaks);
  breaks[i] = value;
  self->chosen = i;
  set_breaks (self, breaks, n + 1);
}

/* In the middle of what is above the chosen break. */
void
_pivot_break_editor_add_beside (PivotBreakEditor *self)
{
  double breaks[PIVOT_HISTOGRAM_MAX_BREAKS];
  guint n = read_breaks (self, breaks);
  int i = find_break (self, breaks, n, self->chosen);
  double min, max, value;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  if (i >= 0)
    min = breaks[i];
  if (i + 1 < (int) n)
    max = breaks[i + 1];

  value = _pivot_break_editor_snap (self, (min + max) / 2);
  _pivot_break_editor_add (self, value > min && value < max ? value : (min + max) / 2);
}

void
_pivot_break_editor_remove (PivotBreakEditor *self)
{
  double breaks[PIVOT_HISTOGRAM_MAX_BREAKS];
  guint n = read_breaks (self, breaks);
  int i = find_break (self, breaks, n, self->chosen);

  if (i < 0)
    return;

  memmove (breaks + i, breaks + i + 1, (n - i - 1) * sizeof *breaks);
  self->chosen = MIN (i, (int) n - 2);
  set_breaks (self, breaks, n - 1);
}

static void
update_accessible (PivotBreakEditor *self)
{
  g_autofree char *all = pivot_plot_describe (PIVOT_PLOT (self->plot));
  g_autofree char *chosen = self->chosen >= 0 ? pivot_plot_describe_mark (PIVOT_PLOT (self->plot), self->chosen) : NULL;
  double min, max;

  /* GTK 4.8 passes names on and value texts not. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, chosen != NULL ? chosen : all, -1);
  if (chosen == NULL)
    return;

  pivot_histogram_plot_get_range (self->plot, &min, &max);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, min,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, pivot_histogram_plot_get_break (self->plot, self->chosen),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, chosen,
                                  -1);
  if (self->speak)
    pivot_widget_announce (GTK_WIDGET (self), chosen);
  self->speak = FALSE;
}

/* Shows which break the keyboard would move, while the keyboard is here. */
static void
update_chosen (PivotBreakEditor *self)
{
  guint id = MAX (self->chosen, 0);
  gboolean shown = self->chosen >= 0 && gtk_widget_has_focus (GTK_WIDGET (self));

  pivot_plot_set_selected (PIVOT_PLOT (self->plot), &id, shown ? 1 : 0);
  update_accessible (self);
}

/**
 * _pivot_break_editor_choose: (skip)
 * @self: a break editor
 * @i: a break; brought into what there is, −1 for none
 *
 * Sets which break the keyboard moves.
 */
void
_pivot_break_editor_choose (PivotBreakEditor *self,
                            int               i)
{
  int last = (int) pivot_histogram_plot_get_n_breaks (self->plot) - 1;

  self->chosen = MIN (i, last);
  self->speak = gtk_widget_has_focus (GTK_WIDGET (self));
  update_chosen (self);
}

/* A break in the hand or under the pointer; else the class that is pointed at, wherever that is. */
void
_pivot_break_editor_update_hover (PivotBreakEditor *self)
{
  int class_index = self->session != NULL ? pivot_session_get_hovered_class (self->session) : -1;
  int id = class_index >= 0 ? PIVOT_HISTOGRAM_CLASS + class_index : -1;

  if (self->pressed)
    id = self->chosen;
  else if (self->pointed >= 0)
    id = self->pointed;

  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), id);
}

/**
 * pivot_break_editor_parse: (skip)
 * @text: a number as people write it here, or as files have it
 * @number: (out): it
 *
 * Reads a typed value.
 *
 * Returns: whether it is one
 */
gboolean
pivot_break_editor_parse (const char *text,
                          double     *number)
{
  g_auto(GStrv) parts = g_strsplit (text, "−", -1);
  g_autofree char *plain = g_strstrip (g_strjoinv ("-", parts));
  char *end;

  *number = g_strtod (plain, &end);

  return *plain != '\0' && *end == '\0';
}

static void
entry_activate_cb (PivotBreakEditor *self)
{
  double value;

  if (pivot_break_editor_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value) && _pivot_break_editor_move (self, value))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static void
entry_changed_cb (PivotBreakEditor *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
}

static void
make_popover (PivotBreakEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  self->label = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value of the break"), -1);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

/**
 * _pivot_break_editor_open: (skip)
 * @self: a break editor
 *
 * Opens an entry for the value of the chosen break.
 */
void
_pivot_break_editor_open (PivotBreakEditor *self)
{
  double x, y;
  g_autofree char *number = NULL;
  g_autofree char *between = NULL;

  if (self->chosen < 0 || !pivot_plot_locate (PIVOT_PLOT (self->plot), &self->style, gtk_widget_get_width (GTK_WIDGET (self)),
                                              gtk_widget_get_height (GTK_WIDGET (self)), self->chosen, &x, &y))
    return;

  if (self->popover == NULL)
    make_popover (self);

  number = g_strdup_printf ("%.10g", pivot_histogram_plot_get_break (self->plot, self->chosen));
  between = pivot_plot_describe_mark (PIVOT_PLOT (self->plot), self->chosen);
  gtk_label_set_text (GTK_LABEL (self->label), between);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static void
pivot_break_editor_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PivotBreakEditor *self = PIVOT_BREAK_EDITOR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  pivot_plot_draw (PIVOT_PLOT (self->plot), cr, &self->style, width, height);
  pivot_plot_draw_overlay (PIVOT_PLOT (self->plot), cr, &self->style, width, height);
  cairo_destroy (cr);
}

static void
pivot_break_editor_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  double scale = PIVOT_BREAK_EDITOR (widget)->style.scale;

  *minimum = (orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT) * scale;
  *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT) * scale;
}

static void
pivot_break_editor_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PivotBreakEditor *self = PIVOT_BREAK_EDITOR (widget);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
pivot_break_editor_dispose (GObject *object)
{
  PivotBreakEditor *self = PIVOT_BREAK_EDITOR (object);

  _pivot_break_editor_stop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->plot);

  G_OBJECT_CLASS (pivot_break_editor_parent_class)->dispose (object);
}

static void
pivot_break_editor_class_init (PivotBreakEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_break_editor_dispose;

  widget_class->snapshot = pivot_break_editor_snapshot;
  widget_class->measure = pivot_break_editor_measure;
  widget_class->size_allocate = pivot_break_editor_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "break-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
pivot_break_editor_init (PivotBreakEditor *self)
{
  self->plot = pivot_histogram_plot_new ();
  self->chosen = -1;
  self->pointed = -1;
  pivot_style_init_light (&self->style);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Page Up and Page Down choose a break, Left and Right move it, Enter opens an entry for its "
                                    "value, Insert adds a break and Delete removes it"), -1);
  g_signal_connect_object (self->plot, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plot, "overlay-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (update_chosen), NULL);
  _pivot_break_editor_add_controllers (self);
}

/**
 * pivot_break_editor_set_session:
 * @self: a break editor
 * @session: (nullable): whose breaks are moved
 *
 * Sets the session.
 */
void
pivot_break_editor_set_session (PivotBreakEditor *self,
                                PivotSession     *session)
{
  g_return_if_fail (PIVOT_IS_BREAK_EDITOR (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  _pivot_break_editor_stop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "notify::hovered-class", G_CALLBACK (_pivot_break_editor_update_hover), self);
}

/**
 * pivot_break_editor_show:
 * @self: a break editor
 * @legend: the legend of the session as it stands
 * @style: for a light or a dark ground; copied
 *
 * Shows the measure and its classes.
 */
void
pivot_break_editor_show (PivotBreakEditor  *self,
                         const PivotLegend *legend,
                         const PivotStyle  *style)
{
  gboolean has_breaks;

  g_return_if_fail (PIVOT_IS_BREAK_EDITOR (self));
  g_return_if_fail (legend != NULL && style != NULL);

  if (self->style.scale != style->scale)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->style = *style;

  has_breaks = legend->n_classes > 0 && (legend->mapping == PIVOT_MAPPING_CLASSES || legend->mapping == PIVOT_MAPPING_PAIR);
  gtk_widget_set_visible (GTK_WIDGET (self), has_breaks);
  if (self->session == NULL || !has_breaks)
    return;

  pivot_present_histogram (self->session, legend, self->plot);
  self->chosen = MIN (self->chosen, (int) pivot_histogram_plot_get_n_breaks (self->plot) - 1);
  update_chosen (self);
}
