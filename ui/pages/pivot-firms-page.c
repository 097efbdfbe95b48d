/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firms-page.h"

#include <glib/gi18n-lib.h>

#include "pivot-firm-list.h"
#include "pivot-firm-view.h"
#include "pivot-firms-overview.h"
#include "pivot-timeline-view.h"

/* More firms than these are prepared in a worker. */
#define MANY_FIRMS 2000
/* Less is too little for the list and the page side by side, px. */
#define LEAST_LIST 320
#define LEAST_WIDTH 712
/* A width at which they were not side by side must grow by this before they are. */
#define HYSTERESIS 48

/* The list of firms, and beside it the firm that is chosen. Where there is no room for both, it is one or the other. */
struct _PivotFirmsPage
{
  GtkWidget       parent_instance;

  PivotSession   *session;
  PivotTheme     *theme;
  GCancellable   *cancellable;  /* of the index that is being made, or NULL */
  guint           narrow_id;
  int             list_width;   /* px, as the person set it; 0 before */
  int             list_minimum;
  int             page_minimum;
  gboolean        narrow;       /* one at a time */

  GtkPaned       *paned;
  PivotFirmList  *list;
  GtkWidget      *page_box;
  GtkWidget      *overview_box;
  PivotFirmView  *view;
};

G_DEFINE_FINAL_TYPE (PivotFirmsPage, pivot_firms_page, GTK_TYPE_WIDGET)

/* The firms */

static void
take_index (PivotFirmsPage *self,
            PivotFirmIndex *index)
{
  pivot_firm_list_set_index (self->list, index);
  pivot_firm_view_update (self->view);
}

static void
index_ready_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PivotFirmsPage) self = user_data;
  g_autoptr(PivotFirmIndex) index = pivot_firm_index_new_finish (result, NULL);

  if (index == NULL || self->session == NULL || pivot_firm_index_get_dataset (index) != pivot_session_get_dataset (self->session))
    return;

  g_clear_object (&self->cancellable);
  take_index (self, index);
}

static void
dataset_cb (PivotFirmsPage *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(PivotFirmIndex) index = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (dataset != NULL && g_list_model_get_n_items (pivot_dataset_get_firms (dataset)) <= MANY_FIRMS)
    {
      index = pivot_firm_index_new (dataset, NULL);
    }
  else if (dataset != NULL)
    {
      self->cancellable = g_cancellable_new ();
      pivot_firm_index_new_async (dataset, self->cancellable, index_ready_cb, g_object_ref (self));
    }

  take_index (self, index);
}

/* Room */

static void
update_panes (PivotFirmsPage *self)
{
  gboolean has_firm = pivot_session_get_firm (self->session) != NULL;

  gtk_widget_set_visible (self->overview_box, !has_firm);
  gtk_widget_set_visible (GTK_WIDGET (self->view), has_firm);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !self->narrow || !has_firm);
  gtk_widget_set_visible (self->page_box, !self->narrow || has_firm);
  pivot_firm_view_set_can_leave (self->view, self->narrow);
}

static gboolean
narrow_cb (gpointer user_data)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (user_data);

  self->narrow_id = 0;
  update_panes (self);

  return G_SOURCE_REMOVE;
}

/* The width alone decides, and not what the two need just now: that changes with what they show, and what they show with the
 * decision, without end. */
static gboolean
is_narrow (PivotFirmsPage *self,
           int             width)
{
  return width < (self->narrow ? LEAST_WIDTH + HYSTERESIS : LEAST_WIDTH);
}

/* What is hidden now needs what it needed when it was last seen. */
static int
get_minimum (PivotFirmsPage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_HORIZONTAL, -1, &self->list_minimum, NULL, NULL, NULL);
  if (gtk_widget_get_visible (self->page_box))
    gtk_widget_measure (self->page_box, GTK_ORIENTATION_HORIZONTAL, -1, &self->page_minimum, NULL, NULL, NULL);

  return MAX (self->list_minimum, self->page_minimum);
}

static void
pivot_firms_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (widget);

  /* Of the two only the wider one must fit, whichever is shown now. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_minimum (self);
      *natural = MAX (*minimum, LEAST_WIDTH);
    }
  else
    {
      gtk_widget_measure (GTK_WIDGET (self->paned), orientation, -1, minimum, natural, NULL, NULL);
    }
}

static void
pivot_firms_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (widget);
  gboolean narrow = is_narrow (self, width);
  int minimum;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      /* Not now: nothing may be shown or hidden while it gets its place. */
      if (self->narrow_id == 0)
        self->narrow_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, narrow_cb, self, NULL);
    }

  if (self->list_width == 0)
    {
      self->list_width = CLAMP (width * 42 / 100, LEAST_LIST, 640);
      gtk_paned_set_position (self->paned, self->list_width);
    }

  gtk_widget_measure (GTK_WIDGET (self->paned), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->paned), MAX (width, minimum), height, baseline, NULL);
}

/* Whoever comes here can type at once. */
static void
pivot_firms_page_map (GtkWidget *widget)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (widget);

  GTK_WIDGET_CLASS (pivot_firms_page_parent_class)->map (widget);
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    pivot_firm_list_start (self->list);
}

/* From anywhere on the page to the firm before or after this one. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   unused)
{
  return gtk_widget_activate_action (GTK_WIDGET (PIVOT_FIRMS_PAGE (widget)->view), g_variant_get_string (parameter, NULL), NULL);
}

static void
pivot_firms_page_dispose (GObject *object)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->narrow_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_FIRMS_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_firms_page_parent_class)->dispose (object);
}

static void
pivot_firms_page_class_init (PivotFirmsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_firms_page_dispose;
  widget_class->map = pivot_firms_page_map;
  widget_class->measure = pivot_firms_page_measure;
  widget_class->size_allocate = pivot_firms_page_size_allocate;

  g_type_ensure (PIVOT_TYPE_FIRM_LIST);
  g_type_ensure (PIVOT_TYPE_FIRM_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-firms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotFirmsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmsPage, list);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmsPage, page_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmsPage, overview_box);
  gtk_widget_class_bind_template_child (widget_class, PivotFirmsPage, view);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, step_cb, "s", "firm.previous");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, step_cb, "s", "firm.next");
}

static void
pivot_firms_page_init (PivotFirmsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pivot_firms_page_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_firms_page_new (PivotSession *session,
                      PivotTheme   *theme)
{
  PivotFirmsPage *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_FIRMS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  pivot_firm_list_set_session (self->list, session);
  pivot_firm_view_set_session (self->view, session, pivot_firm_list_get_filter (self->list));
  gtk_box_append (GTK_BOX (self->overview_box), pivot_firms_overview_new (session, theme));
  pivot_firm_view_set_timeline (self->view, pivot_timeline_view_new (session, theme));

  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (session, "notify::firm", G_CALLBACK (update_panes), self);
  dataset_cb (self);
  update_panes (self);

  return GTK_WIDGET (self);
}
