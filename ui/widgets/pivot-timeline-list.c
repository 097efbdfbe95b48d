/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-list.h"

#include "pivot-date.h"
#include "pivot-present-timeline.h"
#include "pivot-sign-view.h"
#include "pivot-units.h"

#include <glib/gi18n-lib.h>

/* About the height of a row, and the greatest that the list asks for, at scale 1. */
#define ROW_HEIGHT 62
#define MOST_HEIGHT 460

/* The model holds numbers as texts, in the order of time: what a row says is made when it is shown. */
struct _PivotTimelineList
{
  GtkWidget      parent_instance;

  PivotSession  *session;
  PivotStyle     style;
  GtkStringList *model;
  GtkListView   *list;
  GtkWidget     *scrolled;
};

G_DEFINE_FINAL_TYPE (PivotTimelineList, pivot_timeline_list, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The parts of a row, kept with it. */
typedef struct
{
  PivotSignView *sign;
  GtkLabel      *date;
  GtkLabel      *title;
  GtkLabel      *status;
} Row;

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
setup_cb (PivotTimelineList *self,
          GtkListItem       *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new0 (Row, 1);

  gtk_widget_add_css_class (box, "timeline-row");
  row->sign = PIVOT_SIGN_VIEW (pivot_sign_view_new ());
  gtk_widget_set_valign (GTK_WIDGET (row->sign), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->sign));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_hexpand (words, TRUE);

  row->date = append_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->date), "dim-label");
  row->title = append_label (words, NULL);
  row->status = append_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->status), "dim-label");

  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static guint
get_id (GtkListItem *item)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (gtk_list_item_get_item (item)), NULL, 10);
}

static char *
get_status (PivotTimelineList *self,
            PivotFirm         *firm,
            PivotEvent        *event)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(GPtrArray) conflicts = pivot_present_event_conflicts (dataset, firm, event);
  PivotSource *source = pivot_dataset_find_source (dataset, pivot_event_get_source (event));
  const char *title = source != NULL ? pivot_text_get (pivot_source_get_title (source)) : "";

  if (conflicts != NULL)
    /* Translators: under an event of a list: how it is known, and the title of its source */
    return g_strdup_printf (_("%1$s: %2$s · sources disagree"), pivot_units_status_label (pivot_event_get_status (event)), title);

  return g_strdup_printf (C_("status and source", "%1$s: %2$s"), pivot_units_status_label (pivot_event_get_status (event)), title);
}

static void
bind_cb (PivotTimelineList *self,
         GtkListItem       *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  Row *row = g_object_get_data (G_OBJECT (box), "row");
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  PivotFirm *firm;
  g_autoptr(PivotEvent) event = pivot_present_timeline_event (self->session, get_id (item), &firm);
  g_autofree char *date = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *status = NULL;
  g_autofree char *line = NULL;
  PivotSign sign;

  if (event == NULL)
    return;

  pivot_present_event_sign (&self->style, pivot_event_get_kind (event), pivot_event_get_party (event), &sign);
  sign.added = pivot_event_get_status (event) != PIVOT_STATUS_PUBLISHED;
  pivot_sign_view_set (row->sign, &sign, &self->style);
  date = pivot_date_format_range (pivot_event_get_date (event), pivot_event_get_end (event));
  if (pivot_present_timeline_firms (self->session, firms) > 1)
    whose = g_strdup_printf ("%s · %s", date, pivot_text_get (pivot_firm_get_name (firm)));
  status = get_status (self, firm, event);
  line = pivot_present_timeline_line (self->session, get_id (item));
  gtk_label_set_text (row->date, whose != NULL ? whose : date);
  gtk_label_set_text (row->title, pivot_text_get (pivot_event_get_title (event)));
  gtk_label_set_text (row->status, status);
  /* It is the item around the box that the keyboard comes to. */
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

static void
activate_cb (PivotTimelineList *self,
             guint              position)
{
  const char *text = gtk_string_list_get_string (self->model, position);

  if (text != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) g_ascii_strtoull (text, NULL, 10));
}

static void
pivot_timeline_list_dispose (GObject *object)
{
  PivotTimelineList *self = PIVOT_TIMELINE_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_timeline_list_parent_class)->dispose (object);
}

static void
pivot_timeline_list_class_init (PivotTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_timeline_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * PivotTimelineList::activated:
   * @self: a list
   * @id: the mark of an event
   *
   * A row was activated.
   */
  signals[ACTIVATED] = g_signal_new ("activated", PIVOT_TYPE_TIMELINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
pivot_timeline_list_init (PivotTimelineList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  pivot_style_init_light (&self->style);
  self->model = gtk_string_list_new (NULL);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)))),
                                                 factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "timeline-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events in order of time"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * pivot_timeline_list_new:
 *
 * Creates an empty list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
pivot_timeline_list_new (void)
{
  return g_object_new (PIVOT_TYPE_TIMELINE_LIST, NULL);
}

/**
 * pivot_timeline_list_update: (skip)
 * @self: a list
 * @session: whose events
 * @style: how signs are drawn
 *
 * Shows what the session shows.
 */
void
pivot_timeline_list_update (PivotTimelineList *self,
                            PivotSession      *session,
                            const PivotStyle  *style)
{
  g_autofree guint *ids = NULL;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  g_return_if_fail (PIVOT_IS_TIMELINE_LIST (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));

  g_set_object (&self->session, session);
  self->style = *style;
  ids = pivot_present_timeline_ids (session, &n);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              (int) (MIN (MAX (n, 1) * ROW_HEIGHT, MOST_HEIGHT) * style->scale));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%u", ids[i]));
  g_ptr_array_add (texts, NULL);
  gtk_string_list_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                          (const char * const *) texts->pdata);
}
