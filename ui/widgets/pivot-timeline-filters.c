/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-timeline-filters.h"

#include "pivot-present-timeline.h"
#include "pivot-present-words.h"
#include "pivot-sign-view.h"
#include "pivot-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define N_KINDS (PIVOT_EVENT_MILESTONE + 1)
#define N_PARTIES (PIVOT_PARTY_NONE + 1)
#define N_STATUSES (PIVOT_STATUS_SOURCED + 1)
#define N_FILTERS (N_KINDS + N_PARTIES + N_STATUSES)

typedef struct
{
  GType          type;     /* of what the value is */
  int            value;
  GtkWidget     *button;
  PivotSignView *sign;
} Filter;

struct _PivotTimelineFilters
{
  GtkWidget     parent_instance;

  PivotSession *session;
  Filter        filters[N_FILTERS];
  gboolean      updating;   /* buttons are being told, not asked */
};

G_DEFINE_FINAL_TYPE (PivotTimelineFilters, pivot_timeline_filters, GTK_TYPE_WIDGET)

static const char *
get_label (const Filter *filter)
{
  if (filter->type == PIVOT_TYPE_EVENT_KIND)
    return pivot_present_event_kind_label ((PivotEventKind) filter->value);
  if (filter->type == PIVOT_TYPE_PARTY)
    return filter->value == PIVOT_PARTY_NONE
           /* Translators: of events in which neither state bodies nor private firms take part */
           ? C_("party", "Neither")
           : pivot_present_party_label ((PivotParty) filter->value);

  return filter->value == PIVOT_STATUS_PUBLISHED
         /* Translators: of events that the series prints */
         ? _("In the series")
         /* Translators: of events that come from other sources than the series */
         : _("Added from other sources");
}

/* A kind has its shape, a party its fill, and a status its outline; the rest is plain. */
static void
get_sign (const Filter     *filter,
          const PivotStyle *style,
          PivotSign        *sign)
{
  PivotEventKind kind = filter->type == PIVOT_TYPE_EVENT_KIND ? (PivotEventKind) filter->value : PIVOT_EVENT_CUSTOMER;
  PivotParty party = filter->type == PIVOT_TYPE_PARTY ? (PivotParty) filter->value : PIVOT_PARTY_NONE;

  pivot_present_event_sign (style, kind, party, sign);
  sign->added = filter->type == PIVOT_TYPE_STATUS && filter->value != PIVOT_STATUS_PUBLISHED;
  if (filter->type == PIVOT_TYPE_STATUS)
    sign->color = style->foreground;
}

static void
toggled_cb (PivotTimelineFilters *self,
            GtkToggleButton      *button)
{
  if (self->updating || self->session == NULL)
    return;

  for (guint i = 0; i < N_FILTERS; i++)
    if (self->filters[i].button == GTK_WIDGET (button))
      pivot_present_hide_events (self->session, pivot_enum_to_nick (self->filters[i].type, self->filters[i].value),
                                 !gtk_toggle_button_get_active (button));
}

static void
add_filter (PivotTimelineFilters *self,
            guint                 i,
            GType                 type,
            int                   value)
{
  Filter *filter = &self->filters[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label;

  filter->type = type;
  filter->value = value;
  filter->sign = PIVOT_SIGN_VIEW (pivot_sign_view_new ());
  label = gtk_label_new (get_label (filter));
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (filter->sign));
  gtk_box_append (GTK_BOX (box), label);

  filter->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (filter->button), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter->button), TRUE);
  gtk_widget_add_css_class (filter->button, "flat");
  gtk_widget_add_css_class (filter->button, "timeline-filter");
  gtk_widget_set_tooltip_text (filter->button, _("Show or hide these events"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (filter), -1);
  g_signal_connect_swapped (filter->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (filter->button, GTK_WIDGET (self));
}

/* Between kinds, parties and statuses. */
static void
add_break (PivotTimelineFilters *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_add_css_class (line, "timeline-break");
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
pivot_timeline_filters_dispose (GObject *object)
{
  PivotTimelineFilters *self = PIVOT_TIMELINE_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_timeline_filters_parent_class)->dispose (object);
}

static void
pivot_timeline_filters_class_init (PivotTimelineFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_timeline_filters_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, PIVOT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_timeline_filters_init (PivotTimelineFilters *self)
{
  guint i = 0;

  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend: events that are shown"), -1);
  for (int value = 0; value < N_KINDS; value++)
    add_filter (self, i++, PIVOT_TYPE_EVENT_KIND, value);
  add_break (self);
  for (int value = 0; value < N_PARTIES; value++)
    add_filter (self, i++, PIVOT_TYPE_PARTY, value);
  add_break (self);
  for (int value = 0; value < N_STATUSES; value++)
    add_filter (self, i++, PIVOT_TYPE_STATUS, value);
}

/**
 * pivot_timeline_filters_new:
 *
 * Creates a legend of nothing.
 *
 * Returns: (transfer floating): the legend
 */
GtkWidget *
pivot_timeline_filters_new (void)
{
  return g_object_new (PIVOT_TYPE_TIMELINE_FILTERS, NULL);
}

static int
get_value (PivotEvent *event,
           GType       type)
{
  if (type == PIVOT_TYPE_EVENT_KIND)
    return (int) pivot_event_get_kind (event);
  if (type == PIVOT_TYPE_PARTY)
    return (int) pivot_event_get_party (event);

  return (int) pivot_event_get_status (event);
}

/* Of all events of the firms, hidden ones too: what is hidden must stay in the legend to be shown again. */
static void
find_present (PivotTimelineFilters *self,
              gboolean             *present)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint n = pivot_present_timeline_firms (self->session, firms);

  for (guint lane = 0; lane < n; lane++)
    {
      GListModel *events = pivot_firm_get_events (firms[lane]);

      for (guint i = 0; i < g_list_model_get_n_items (events); i++)
        {
          g_autoptr(PivotEvent) event = g_list_model_get_item (events, i);

          for (guint k = 0; k < N_FILTERS; k++)
            present[k] |= get_value (event, self->filters[k].type) == self->filters[k].value;
        }
    }
}

/**
 * pivot_timeline_filters_update: (skip)
 * @self: a legend
 * @session: whose events
 * @style: how signs are drawn
 *
 * Shows what the session shows.
 */
void
pivot_timeline_filters_update (PivotTimelineFilters *self,
                               PivotSession         *session,
                               const PivotStyle     *style)
{
  gboolean present[N_FILTERS] = { FALSE };

  g_return_if_fail (PIVOT_IS_TIMELINE_FILTERS (self));
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);

  g_set_object (&self->session, session);
  find_present (self, present);
  self->updating = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    {
      Filter *filter = &self->filters[i];
      PivotSign sign;

      get_sign (filter, style, &sign);
      pivot_sign_view_set (filter->sign, &sign, style);
      gtk_widget_set_visible (filter->button, present[i]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter->button),
                                    !pivot_present_events_are_hidden (session, pivot_enum_to_nick (filter->type, filter->value)));
    }
  self->updating = FALSE;
}
