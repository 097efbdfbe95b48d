/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-view-private.h"

#include "pivot-compat.h"
#include "pivot-firm-picker.h"
#include "pivot-present-explain.h"
#include "pivot-present-timeline.h"
#include "pivot-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ZOOM_STEP 1.6

/* How high the chart may become, in px at scale 1. */
#define LEAST_HEIGHT 180
#define MOST_HEIGHT 460
#define MOST_MORE 130     /* with each more firm */

enum
{
  DIRTY_EVENTS = 1 << 0,   /* other firms, other filters, another style */
  DIRTY_HEIGHT = 1 << 1,
};

G_DEFINE_FINAL_TYPE (PivotTimelineView, pivot_timeline_view, GTK_TYPE_WIDGET)

static void
update_height (PivotTimelineView *self)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint n_firms = pivot_present_timeline_firms (self->session, firms);
  int width = gtk_widget_get_width (GTK_WIDGET (self->chart));
  double most = (MOST_HEIGHT + (n_firms > 1 ? (n_firms - 1) * MOST_MORE : 0)) * self->style.scale;
  double height;

  if (width < 2)
    return;

  height = pivot_timeline_plot_measure_height (self->plot, &self->style, width);
  pivot_chart_view_set_height (self->chart, (int) CLAMP (height, LEAST_HEIGHT * self->style.scale, most));
}

static void
update_buttons (PivotTimelineView *self)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  gboolean age = strcmp (pivot_session_get_word (self->session, PIVOT_OPTION_ALIGN), "age") == 0;
  gboolean list = pivot_session_get_flag (self->session, PIVOT_OPTION_TIMELINE_LIST);

  self->updating = TRUE;
  gtk_toggle_button_set_active (age ? self->age_button : self->date_button, TRUE);
  gtk_toggle_button_set_active (self->list_button, list);
  gtk_stack_set_visible_child_name (self->stack, list ? "list" : "chart");
  gtk_widget_set_visible (self->align_box, age || pivot_present_timeline_firms (self->session, firms) > 1);
  self->updating = FALSE;
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (widget);

  if (dirty & DIRTY_EVENTS)
    {
      if (self->popover != NULL)
        gtk_popover_popdown (GTK_POPOVER (self->popover));
      pivot_chart_view_set_style (self->chart, &self->style);
      pivot_present_timeline (self->session, &self->style, self->plot);
      pivot_present_timeline_read_range (self->session, self->plot);
      pivot_timeline_filters_update (self->filters, self->session, &self->style);
      pivot_timeline_list_update (self->list, self->session, &self->style);
      pivot_firm_compare_update (self->compare, self->session, &self->style);
      update_buttons (self);
    }

  update_height (self);
}

static void
mark_cb (PivotTimelineView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_EVENTS);
}

static void
mark_hovered_cb (PivotTimelineView *self,
                 int                id)
{
  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), id);

  /* The keyboard walks through all events, and those out of sight come into it. */
  if (id >= 0 && id < PIVOT_TIMELINE_FOLD)
    pivot_timeline_plot_reveal (self->plot, (guint) id);
}

static void
mark_activated_cb (PivotTimelineView *self,
                   guint              id,
                   gboolean           toggle)
{
  _pivot_timeline_view_open (self, id);
}

static void
row_activated_cb (PivotTimelineView *self,
                  guint              id)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr(PivotReceipt) receipt = pivot_present_timeline_receipt (self->session, id);
  graphene_rect_t box;

  if (row == NULL || !gtk_widget_is_ancestor (row, list))
    row = list;
  if (receipt != NULL && gtk_widget_compute_bounds (row, row, &box))
    _pivot_timeline_view_show_receipt (self, receipt, row, &box);
}

static void
receipt_asked_cb (PivotTimelineView *self,
                  PivotReceipt      *receipt,
                  GtkWidget         *button)
{
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (button, button, &box))
    _pivot_timeline_view_show_receipt (self, receipt, button, &box);
}

static void
align_toggled_cb (PivotTimelineView *self)
{
  if (!self->updating && self->session != NULL)
    pivot_session_set_word (self->session, PIVOT_OPTION_ALIGN,
                            gtk_toggle_button_get_active (self->age_button) ? "age" : "date");
}

static void
list_toggled_cb (PivotTimelineView *self)
{
  if (!self->updating && self->session != NULL)
    pivot_session_set_flag (self->session, PIVOT_OPTION_TIMELINE_LIST, gtk_toggle_button_get_active (self->list_button));
}

static void
zoom_in (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  _pivot_timeline_view_zoom (PIVOT_TIMELINE_VIEW (widget), 1 / ZOOM_STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  _pivot_timeline_view_zoom (PIVOT_TIMELINE_VIEW (widget), ZOOM_STEP);
}

static void
fit (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (widget);

  g_clear_handle_id (&self->keep_id, g_source_remove);
  pivot_session_set_word (self->session, PIVOT_OPTION_TIMELINE_RANGE, "");
  pivot_present_timeline_read_range (self->session, self->plot);
}

static void
copy_text (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autofree char *text = pivot_present_timeline_text (PIVOT_TIMELINE_VIEW (widget)->session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  pivot_widget_announce (widget, _("Copied"));
}

static void
copy_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_autofree char *table = pivot_present_timeline_table (PIVOT_TIMELINE_VIEW (widget)->session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
  pivot_widget_announce (widget, _("Copied"));
}

static void
update_style (PivotTimelineView *self)
{
  if (self->theme == NULL)
    return;

  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  mark_cb (self);
}

static void
pivot_timeline_view_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (widget);
  PivotStyle before = self->style;

  GTK_WIDGET_CLASS (pivot_timeline_view_parent_class)->css_changed (widget, change);

  if (self->theme == NULL)
    return;

  pivot_theme_get_style (self->theme, widget, &before);
  if (before.scale != self->style.scale || !g_str_equal (before.font, self->style.font))
    update_style (self);
}

static void
pivot_timeline_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (PIVOT_TIMELINE_VIEW (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
pivot_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pivot_timeline_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (widget);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->fold_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->fold_popover));

  /* Another width takes another number of levels, but not in this frame. */
  if (self->width != width)
    {
      self->width = width;
      pivot_updater_mark (&self->updater, DIRTY_HEIGHT);
    }
}

static void
pivot_timeline_view_dispose (GObject *object)
{
  PivotTimelineView *self = PIVOT_TIMELINE_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_weak_pointer (&self->asked);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_TIMELINE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->popover = self->fold_popover = NULL;
  g_clear_object (&self->plot);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_timeline_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, content);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, align_box);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, date_button);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, age_button);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, list_button);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, compare_button);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, explain_button);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, chart);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, filters);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, PivotTimelineView, compare);
  gtk_widget_class_bind_template_callback (widget_class, mark_hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, receipt_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, align_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "timeline.fit", NULL);
}

static void
pivot_timeline_view_class_init (PivotTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_timeline_view_dispose;
  widget_class->css_changed = pivot_timeline_view_css_changed;
  widget_class->measure = pivot_timeline_view_measure;
  widget_class->get_request_mode = pivot_timeline_view_get_request_mode;
  widget_class->size_allocate = pivot_timeline_view_size_allocate;

  g_type_ensure (PIVOT_TYPE_WRAP_LAYOUT);
  g_type_ensure (PIVOT_TYPE_CHART_VIEW);
  g_type_ensure (PIVOT_TYPE_EXPLAIN_BUTTON);
  g_type_ensure (PIVOT_TYPE_TIMELINE_FILTERS);
  g_type_ensure (PIVOT_TYPE_TIMELINE_LIST);
  g_type_ensure (PIVOT_TYPE_FIRM_COMPARE);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "timeline.copy-text", NULL, copy_text);
  gtk_widget_class_install_action (widget_class, "timeline.copy-table", NULL, copy_table);
  add_keys (widget_class);
}

static void
pivot_timeline_view_init (PivotTimelineView *self)
{
  pivot_style_init_light (&self->style);
  self->plot = pivot_timeline_plot_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
  pivot_chart_view_set_brushing (self->chart, FALSE);
  pivot_chart_view_set_plot (self->chart, PIVOT_PLOT (self->plot));
  _pivot_timeline_view_add_input (self);
}

/**
 * pivot_timeline_view_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Creates the timeline of the session's firm.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_timeline_view_new (PivotSession *session,
                         PivotTheme   *theme)
{
  PivotTimelineView *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_TIMELINE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  pivot_explain_button_set_source (self->explain_button, pivot_present_explain_timeline, session);
  gtk_menu_button_set_popover (self->compare_button, pivot_firm_picker_new (session));
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (mark_cb), self);
  g_signal_connect_swapped (session, "notify::firm", G_CALLBACK (mark_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (mark_cb), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  update_style (self);

  return GTK_WIDGET (self);
}
