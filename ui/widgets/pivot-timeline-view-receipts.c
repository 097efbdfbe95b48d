/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-view-private.h"

#include "pivot-present-timeline.h"
#include "pivot-receipt-popover.h"
#include "pivot-sign-view.h"

#include <glib/gi18n-lib.h>

/* So many events of a fold are offered; closer up there are fewer. */
#define MOST_OFFERED 12

#define MARK_SIZE 18

/* The keyboard goes on where the receipt was asked for. */
static void
closed_cb (PivotTimelineView *self)
{
  if (self->asked != NULL && gtk_widget_get_mapped (self->asked))
    gtk_widget_grab_focus (self->asked);
  g_clear_weak_pointer (&self->asked);
  pivot_plot_set_selected (PIVOT_PLOT (self->plot), NULL, 0);
}

static void
point_to (PivotTimelineView     *self,
          GtkWidget             *popover,
          GtkWidget             *widget,
          const graphene_rect_t *box)
{
  graphene_point_t corner;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (box->origin.x, box->origin.y), &corner))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) corner.x, (int) corner.y, (int) box->size.width, (int) box->size.height });
  g_set_weak_pointer (&self->asked, widget);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
_pivot_timeline_view_show_receipt (PivotTimelineView     *self,
                                   PivotReceipt          *receipt,
                                   GtkWidget             *widget,
                                   const graphene_rect_t *box)
{
  if (self->popover == NULL)
    {
      self->popover = pivot_receipt_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
    }

  pivot_receipt_popover_set_receipt (PIVOT_RECEIPT_POPOVER (self->popover), receipt);
  point_to (self, self->popover, widget, box);
}

static gboolean
get_mark_box (PivotTimelineView *self,
              guint              id,
              graphene_rect_t   *box)
{
  GtkWidget *chart = GTK_WIDGET (self->chart);
  double x, y, half = MARK_SIZE / 2 * self->style.scale;

  if (!pivot_plot_locate (PIVOT_PLOT (self->plot), &self->style, gtk_widget_get_width (chart), gtk_widget_get_height (chart),
                          id, &x, &y))
    return FALSE;

  graphene_rect_init (box, (float) (x - half), (float) (y - half), (float) (2 * half), (float) (2 * half));

  return TRUE;
}

static void
open_mark (PivotTimelineView *self,
           guint              id)
{
  g_autoptr(PivotReceipt) receipt = pivot_present_timeline_receipt (self->session, id);
  graphene_rect_t box;

  if (receipt == NULL || !get_mark_box (self, id, &box))
    return;

  pivot_plot_set_selected (PIVOT_PLOT (self->plot), &id, 1);
  _pivot_timeline_view_show_receipt (self, receipt, GTK_WIDGET (self->chart), &box);
}

static void
offer_clicked_cb (PivotTimelineView *self,
                  GtkWidget         *button)
{
  guint id = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mark"));

  gtk_popover_popdown (GTK_POPOVER (self->fold_popover));
  open_mark (self, id);
}

static void
offer (PivotTimelineView *self,
       GtkWidget         *box,
       guint              id)
{
  PivotFirm *firm;
  g_autoptr(PivotEvent) event = pivot_present_timeline_event (self->session, id, &firm);
  g_autofree char *line = pivot_present_timeline_line (self->session, id);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign_view = pivot_sign_view_new ();
  GtkWidget *label = gtk_label_new (line);
  PivotSign sign;

  pivot_present_event_sign (&self->style, pivot_event_get_kind (event), pivot_event_get_party (event), &sign);
  sign.added = pivot_event_get_status (event) != PIVOT_STATUS_PUBLISHED;
  pivot_sign_view_set (PIVOT_SIGN_VIEW (sign_view), &sign, &self->style);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "timeline-offer");
  gtk_box_append (GTK_BOX (inner), sign_view);
  gtk_box_append (GTK_BOX (inner), label);
  gtk_button_set_child (GTK_BUTTON (button), inner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  g_object_set_data (G_OBJECT (button), "mark", GUINT_TO_POINTER (id));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (offer_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

/* What stands behind "+3". */
static void
open_fold (PivotTimelineView *self,
           guint              fold)
{
  GtkWidget *chart = GTK_WIDGET (self->chart);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree guint *ids = NULL;
  graphene_rect_t mark;
  guint n = 0;

  ids = pivot_timeline_plot_get_folded (self->plot, &self->style, gtk_widget_get_width (chart), gtk_widget_get_height (chart),
                                        fold, &n);
  for (guint i = 0; i < MIN (n, MOST_OFFERED); i++)
    offer (self, box, ids[i]);
  if (n > MOST_OFFERED)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("Zoom in to see more of them")));

  if (self->fold_popover == NULL)
    {
      self->fold_popover = gtk_popover_new ();
      gtk_widget_set_parent (self->fold_popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->fold_popover), box);
  if (n > 0 && get_mark_box (self, fold, &mark))
    point_to (self, self->fold_popover, chart, &mark);
}

void
_pivot_timeline_view_open (PivotTimelineView *self,
                           guint              id)
{
  double x, y;
  GtkWidget *chart = GTK_WIDGET (self->chart);

  if (id == G_MAXUINT)
    return;

  if (id >= PIVOT_TIMELINE_FOLD)
    open_fold (self, id);
  else
    {
      if (!pivot_plot_locate (PIVOT_PLOT (self->plot), &self->style, gtk_widget_get_width (chart),
                              gtk_widget_get_height (chart), id, &x, &y))
        pivot_timeline_plot_reveal (self->plot, id);
      open_mark (self, id);
    }
}
