/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-legend-view-private.h"

#include "pivot-swatch.h"

#include <glib/gi18n-lib.h>

/* What a row stands for, where it is no class. */
#define ROW_NO_DATA (-1)
#define ROW_BOUNDS (-2)
#define ROW_MIDPOINT (-3)

#define ROW_KEY "pivot-class"

G_DEFINE_FINAL_TYPE (PivotLegendView, pivot_legend_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkWidget *
add_row (PivotLegendView *self,
         int              meaning,
         GtkWidget       *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data (G_OBJECT (row), ROW_KEY, GINT_TO_POINTER (meaning));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
add_fill_row (PivotLegendView     *self,
              int                  meaning,
              PivotRegionKind      kind,
              const GdkRGBA       *color,
              const PivotHatching *hatching,
              const char          *text,
              const char          *spoken,
              guint                count)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, NULL);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *count_label = gtk_label_new (number);
  GtkWidget *row;

  pivot_swatch_set_fill (PIVOT_SWATCH (swatch), kind, color, &self->style);
  if (hatching != NULL)
    pivot_swatch_set_hatching (PIVOT_SWATCH (swatch), hatching);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), swatch, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), count_label, 2, 0, 1, 1);
  row = add_row (self, meaning, grid);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* A thin line between the two classes that meet at the midpoint. */
static void
add_midpoint_row (PivotLegendView *self,
                  const char      *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = add_row (self, ROW_MIDPOINT, box);
  g_autofree char *spoken = NULL;

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (row, "midpoint");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_can_target (row, FALSE);

  /* Translators: spoken of the line between the classes below and above the midpoint, "Midpoint 0". */
  spoken = g_strdup_printf (_("Midpoint %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Which row has the keyboard, as a position; −1 if none. Rows of a new legend take over from the old ones. */
static int
get_focus_position (PivotLegendView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (child) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

static void
remove_rows (PivotLegendView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

/* A row that is no class: its name, then how many places. */
static void
add_other_row (PivotLegendView *self,
               int              meaning,
               PivotRegionKind  kind,
               const GdkRGBA   *color,
               const char      *text,
               guint            count)
{
  /* Translators: spoken of a row of the legend: "No data, 24 places". */
  g_autofree char *spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u place", "%1$s, %2$u places", count),
                                             text, count);

  add_fill_row (self, meaning, kind, color, NULL, text, spoken, count);
}

static void
fill_list (PivotLegendView   *self,
           const PivotLegend *legend)
{
  for (guint i = 0; i < legend->n_classes && legend->mapping != PIVOT_MAPPING_BIVARIATE; i++)
    {
      const PivotLegendClass *item = &legend->classes[i];

      if (legend->midpoint == (int) i)
        add_midpoint_row (self, legend->midpoint_text);
      add_fill_row (self, item->id, PIVOT_REGION_VALUE, &item->color, &item->hatching, item->text, item->spoken, item->count);
    }

  if (legend->n_bounds > 0)
    add_other_row (self, ROW_BOUNDS, PIVOT_REGION_BOUND, &legend->middle,
                   _("Limit, not exact"), legend->n_bounds);
  if (legend->n_missing > 0)
    add_other_row (self, ROW_NO_DATA, PIVOT_REGION_NO_DATA, NULL, _("No data"), legend->n_missing);
}

static void
hatch_cb (PivotLegendView *self)
{
  if (self->session != NULL)
    pivot_session_set_flag (self->session, PIVOT_OPTION_HATCHING, TRUE);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotLegendView *self = PIVOT_LEGEND_VIEW (widget);
  g_autoptr(PivotLegend) legend = NULL;
  GtkListBoxRow *row;
  int position;

  if (self->session == NULL)
    return;

  legend = pivot_legend_new (self->session, &self->style);
  /* Two measures have their names at the grid. */
  _pivot_legend_view_set_label (self->title_label, legend->mapping == PIVOT_MAPPING_BIVARIATE ? "" : legend->title);
  _pivot_legend_view_set_label (self->unit_label, legend->mapping == PIVOT_MAPPING_BIVARIATE ? "" : legend->unit);
  _pivot_legend_view_set_label (self->method_label, legend->method);
  pivot_break_editor_show (self->break_editor, legend, &self->style);
  _pivot_legend_view_update_parts (self, legend);

  position = get_focus_position (self);
  remove_rows (self);
  fill_list (self, legend);

  row = position >= 0 ? gtk_list_box_get_row_at_index (self->list, position) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
mark_cb (PivotLegendView *self)
{
  pivot_updater_mark (&self->updater, 1);
}

static void
row_activated_cb (PivotLegendView *self,
                  GtkListBoxRow   *row)
{
  int meaning = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), ROW_KEY));
  g_autofree guint *places = NULL;
  guint n = 0;

  if (self->session == NULL || meaning == ROW_MIDPOINT)
    return;

  places = meaning == ROW_BOUNDS ? pivot_legend_get_bounds (self->session, &n)
                                 : pivot_legend_get_places (self->session, meaning, &n);
  pivot_session_select (self->session, places, n, self->adding ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
  self->adding = FALSE;
}

/* The list box does not tell with which keys a row was activated, so they are noted on the way down to it. */
static void
released_cb (PivotLegendView *self,
             int              n_press,
             double           x,
             double           y,
             GtkGesture      *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->adding = (state & GDK_CONTROL_MASK) != 0;
}

/* The list box activates by Enter and Space alone; with Ctrl it is up to us. */
static gboolean
key_pressed_cb (PivotLegendView *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  self->adding = (state & GDK_CONTROL_MASK) != 0;
  if (!self->adding || row == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space))
    return FALSE;

  row_activated_cb (self, GTK_LIST_BOX_ROW (row));

  return TRUE;
}

/* The class of the row under the pointer lights up in all views. */
static void
motion_cb (PivotLegendView *self,
           double           x,
           double           y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  int meaning = row != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), ROW_KEY)) : -1;

  if (self->session != NULL)
    pivot_session_set_hovered_class (self->session, meaning);
}

static void
leave_cb (PivotLegendView *self)
{
  if (self->session != NULL)
    pivot_session_set_hovered_class (self->session, -1);
}

/* On the scale each mark is a place. */
static void
place_hovered_cb (PivotLegendView *self,
                  int              place)
{
  if (self->session != NULL)
    pivot_session_set_hovered (self->session, place);
}

static void
place_activated_cb (PivotLegendView *self,
                    guint            place,
                    gboolean         toggle)
{
  if (self->session != NULL && place != G_MAXUINT)
    pivot_session_select_one (self->session, place, toggle ? PIVOT_SELECT_TOGGLE : PIVOT_SELECT_REPLACE);
}

static void
places_brushed_cb (PivotLegendView *self,
                   guint           *places,
                   guint            n,
                   gboolean         add)
{
  if (self->session != NULL)
    pivot_session_select (self->session, places, n, add ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

/* On the grid each mark is a class. */
static void
class_hovered_cb (PivotLegendView *self,
                  int              class_index)
{
  if (self->session != NULL)
    pivot_session_set_hovered_class (self->session, class_index);
}

static void
class_activated_cb (PivotLegendView *self,
                    guint            class_index,
                    gboolean         add)
{
  g_autofree guint *places = NULL;
  guint n;

  if (self->session == NULL || class_index == G_MAXUINT)
    return;

  places = pivot_legend_get_places (self->session, (int) class_index, &n);
  pivot_session_select (self->session, places, n, add ? PIVOT_SELECT_ADD : PIVOT_SELECT_REPLACE);
}

static void
classes_brushed_cb (PivotLegendView *self,
                    guint           *classes,
                    guint            n_classes,
                    gboolean         add)
{
  if (self->session == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  for (guint i = 0; i < n_classes; i++)
    class_activated_cb (self, classes[i], add || i > 0);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
hovered_class_cb (PivotLegendView *self)
{
  pivot_plot_set_hovered (PIVOT_PLOT (self->thirds), pivot_session_get_hovered_class (self->session));
}

static void
hovered_cb (PivotLegendView *self)
{
  pivot_plot_set_hovered (PIVOT_PLOT (self->scale), pivot_session_get_hovered (self->session));
  pivot_plot_set_hovered (PIVOT_PLOT (self->strip), pivot_session_get_hovered (self->session));
}

static void
selection_cb (PivotLegendView *self)
{
  guint n;
  g_autofree guint *places = pivot_session_get_selected (self->session, &n);

  pivot_plot_set_selected (PIVOT_PLOT (self->scale), places, n);
  pivot_plot_set_selected (PIVOT_PLOT (self->strip), places, n);
}

static void
pivot_legend_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PIVOT_LEGEND_VIEW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_legend_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      pivot_legend_view_set_session (PIVOT_LEGEND_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_legend_view_dispose (GObject *object)
{
  PivotLegendView *self = PIVOT_LEGEND_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->scale);
  g_clear_object (&self->thirds);
  g_clear_object (&self->strip);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_LEGEND_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pivot_legend_view_parent_class)->dispose (object);
}

static void
pivot_legend_view_class_init (PivotLegendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_legend_view_dispose;
  object_class->get_property = pivot_legend_view_get_property;
  object_class->set_property = pivot_legend_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PIVOT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PIVOT_TYPE_BREAK_EDITOR);
  g_type_ensure (PIVOT_TYPE_CHART_VIEW);
  g_type_ensure (PIVOT_TYPE_CUTS_BUTTON);
  g_type_ensure (PIVOT_TYPE_PAIR_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-legend-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, unit_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, method_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, list);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, break_editor);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, scale_view);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, thirds_view);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, cuts_button);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, stability_box);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, pair_legend);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, strip_view);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, warning_box);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, warning_label);
  gtk_widget_class_bind_template_child (widget_class, PivotLegendView, help_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, places_brushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hatch_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, classes_brushed_cb);
}

static void
pivot_legend_view_init (PivotLegendView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  pivot_style_init_light (&self->style);
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
  self->scale = pivot_ramp_plot_new ();
  pivot_chart_view_set_plot (self->scale_view, PIVOT_PLOT (self->scale));
  self->thirds = pivot_thirds_plot_new ();
  pivot_chart_view_set_plot (self->thirds_view, PIVOT_PLOT (self->thirds));
  self->strip = pivot_strip_plot_new ();
  pivot_chart_view_set_plot (self->strip_view, PIVOT_PLOT (self->strip));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), motion);
}

/**
 * pivot_legend_view_get_session: (attributes org.gtk.Method.get_property=session)
 * @self: a legend
 *
 * Gets the session whose map it explains.
 *
 * Returns: (transfer none) (nullable): the session
 */
PivotSession *
pivot_legend_view_get_session (PivotLegendView *self)
{
  g_return_val_if_fail (PIVOT_IS_LEGEND_VIEW (self), NULL);

  return self->session;
}

/**
 * pivot_legend_view_set_session: (attributes org.gtk.Method.set_property=session)
 * @self: a legend
 * @session: (nullable): a session
 *
 * Sets the session whose map it explains.
 */
void
pivot_legend_view_set_session (PivotLegendView *self,
                               PivotSession    *session)
{
  static const char * const shown[] = {
    "notify::dataset", "notify::measure", "notify::method", "notify::classes", "notify::breaks", "notify::palette",
    "notify::reversed", "notify::against", "notify::options",
  };

  g_return_if_fail (PIVOT_IS_LEGEND_VIEW (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  pivot_break_editor_set_session (self->break_editor, session);
  for (guint i = 0; session != NULL && i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_swapped (session, shown[i], G_CALLBACK (mark_cb), self);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::hovered", G_CALLBACK (hovered_cb), self);
      g_signal_connect_swapped (session, "notify::hovered-class", G_CALLBACK (hovered_class_cb), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_cb), self);
      selection_cb (self);
    }

  mark_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * pivot_legend_view_set_style:
 * @self: a legend
 * @style: how the map is drawn; copied
 *
 * Sets the style, light or dark.
 */
void
pivot_legend_view_set_style (PivotLegendView  *self,
                             const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_LEGEND_VIEW (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  mark_cb (self);
}
