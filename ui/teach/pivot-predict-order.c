/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-order.h"

#include <glib/gi18n-lib.h>

struct _PivotPredictOrder
{
  GtkWidget   parent_instance;

  GtkListBox *list;
  gboolean    fixed;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotPredictOrder, pivot_predict_order, GTK_TYPE_WIDGET)

static void
move (PivotPredictOrder *self,
      int                from,
      int                to)
{
  if (from >= 0 && to >= 0 && from != to && gtk_list_box_get_row_at_index (self->list, to) != NULL)
    g_signal_emit (self, signals[MOVED], 0, (guint) from, (guint) to);
}

static gboolean
key_cb (PivotPredictOrder *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up, down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  int at;

  if (self->fixed || focus == NULL || (!up && !down) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  move (self, at, at + (up ? -1 : 1));

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static gboolean
drop_cb (PivotPredictOrder *self,
         const GValue      *value,
         double             x,
         double             y,
         GtkDropTarget     *target)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (self->fixed || row == NULL)
    return FALSE;

  move (self, g_value_get_int (value), gtk_list_box_row_get_index (row));

  return TRUE;
}

static GtkWidget *
new_row (PivotPredictOrder *self,
         guint              number,
         const char        *text)
{
  g_autofree char *position = g_strdup_printf ("%u", number), *spoken = g_strdup_printf (_("%u: %s"), number, text);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *index = gtk_label_new (position), *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (index), 2);
  gtk_label_set_xalign (GTK_LABEL (index), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (index, "numeric");
  gtk_widget_add_css_class (index, "dim-label");
  gtk_box_append (GTK_BOX (box), index);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (!self->fixed)
    {
      GtkDragSource *source = gtk_drag_source_new ();

      gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
      g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
      gtk_widget_set_cursor_from_name (row, "grab");
    }

  return row;
}

static void
pivot_predict_order_dispose (GObject *object)
{
  PivotPredictOrder *self = PIVOT_PREDICT_ORDER (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (pivot_predict_order_parent_class)->dispose (object);
}

static void
pivot_predict_order_class_init (PivotPredictOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_predict_order_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * PivotPredictOrder::moved:
   * @self: a list
   * @from: where the row was
   * @to: where it shall be
   *
   * A row was moved; whoever owns the order shows it anew.
   */
  signals[MOVED] = g_signal_new ("moved", PIVOT_TYPE_PREDICT_ORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
}

static void
pivot_predict_order_init (PivotPredictOrder *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "quiz-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "place-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ranking, highest first"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Alt+Up and Alt+Down move a place."), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), key);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * pivot_predict_order_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
pivot_predict_order_new (void)
{
  return g_object_new (PIVOT_TYPE_PREDICT_ORDER, NULL);
}

/**
 * pivot_predict_order_show:
 * @self: a list
 * @texts: (array length=n): the rows
 * @n: how many
 * @fixed: whether nothing can be moved any more
 * @at: the row that the keyboard goes to, or −1
 *
 * Shows an order.
 */
void
pivot_predict_order_show (PivotPredictOrder  *self,
                          const char * const *texts,
                          guint               n,
                          gboolean            fixed,
                          int                 at)
{
  GtkListBoxRow *row;

  g_return_if_fail (PIVOT_IS_PREDICT_ORDER (self));

  self->fixed = fixed;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_row (self, i + 1, texts[i]));
  row = at >= 0 ? gtk_list_box_get_row_at_index (self->list, at) : NULL;
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

/**
 * pivot_predict_order_get_at:
 * @self: a list
 *
 * Returns: the row that has the keyboard, or −1
 */
int
pivot_predict_order_get_at (PivotPredictOrder *self)
{
  GtkWidget *row;

  g_return_val_if_fail (PIVOT_IS_PREDICT_ORDER (self), -1);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL && gtk_widget_is_focus (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}
