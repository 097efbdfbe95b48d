/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-stage-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-compat.h"
#include "pivot-present-proof.h"
#include "pivot-stage-figure.h"
#include "pivot-stage-layer.h"
#include "pivot-stage-map.h"

/* The unit of a page is the size of its text: 1/27 of the height. From the back row of a classroom, at eight times the height of the
 * screen, letters can be read from 1/30 of the height on (those of a 20/20 eye chart, doubled). The text of a step is larger than
 * that; labels, legends and sources, which are looked up and not read along, are smaller. A narrow page takes its unit from its width. */
#define UNITS_HIGH 27.0
#define UNITS_WIDE 30.0
#define FIRST_UNIT 16.0      /* px, until the size is known */
#define MARGIN 1.2           /* units */
#define GAP 1.2
#define FOOT 1.3
/* The text of drawings, in units: labels and axes. */
#define DRAWING_SIZE 0.8
#define WIDE 1.15            /* from this ratio on, text stands beside what it is about */
#define EDGE 0.035           /* of the width: where a click turns the page */
#define SPOTLIGHT_STEP 1.12

struct _PivotStagePage
{
  GtkWidget          parent_instance;

  PivotPresentation *presentation;
  PivotTheme        *theme;
  PivotStyle         style;
  GtkCssProvider    *provider;     /* of the type size */
  double             unit;         /* px, that everything has now */
  guint              unit_id;      /* sets another one */
  double             next_unit;
  gboolean           shows_map;

  GtkWidget         *paper;
  GtkWidget         *scrolled;
  GtkWidget         *text_box;
  GtkLabel          *title;
  GtkLabel          *text;
  GtkLabel          *question;
  PivotStageFigure  *figure;
  PivotStageMap     *map;
  GtkWidget         *foot;
  GtkProgressBar    *bar;
  GtkLabel          *note;         /* what is typed, or found out by a proof */
  GtkLabel          *number;
  GtkWidget         *layer;
};

G_DEFINE_FINAL_TYPE (PivotStagePage, pivot_stage_page, GTK_TYPE_WIDGET)

/* Size */

static double
get_unit (int width,
          int height)
{
  return MIN (height / UNITS_HIGH, width / UNITS_WIDE);
}

static void
update_style (PivotStagePage *self)
{
  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  self->style.scale = self->unit * DRAWING_SIZE / self->style.font_size;
  pivot_stage_map_set_style (self->map, &self->style);
  pivot_stage_figure_set_style (self->figure, &self->style);
  pivot_stage_layer_set_style (PIVOT_STAGE_LAYER (self->layer), &self->style);
}

/* All lengths of the style sheet are in em of this one. */
static void
set_unit (PivotStagePage *self,
          double          unit)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  if (fabs (unit - self->unit) < 0.01)
    return;

  self->unit = unit;
  g_ascii_formatd (size, sizeof size, "%.3f", unit);
  css = g_strdup_printf ("#%s { font-size: %spx; }", gtk_widget_get_name (GTK_WIDGET (self)), size);
  pivot_css_provider_load (self->provider, css);
  update_style (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
set_unit_cb (gpointer user_data)
{
  PivotStagePage *self = PIVOT_STAGE_PAGE (user_data);

  self->unit_id = 0;
  set_unit (self, self->next_unit);

  return G_SOURCE_REMOVE;
}

/* A size that is being given cannot be answered with another style at once. */
static void
queue_unit (PivotStagePage *self,
            double          unit)
{
  self->next_unit = unit;
  if (self->unit_id == 0 && fabs (unit - self->unit) >= 0.01)
    self->unit_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 20, set_unit_cb, self, NULL);
}

static void
place (GtkWidget *child,
       double     x,
       double     y,
       double     width,
       double     height)
{
  if (gtk_widget_get_visible (child))
    gtk_widget_allocate (child, MAX ((int) width, 1), MAX ((int) height, 1), -1,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((int) x, (int) y)));
}

static double
get_text_height (PivotStagePage *self,
                 double          width)
{
  int minimum;

  gtk_widget_measure (self->text_box, GTK_ORIENTATION_VERTICAL, (int) width, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The narrowest column in which the text can be read without scrolling. */
static double
get_column (PivotStagePage *self,
            double          width,
            double          height)
{
  static const double shares[] = { 0.30, 0.34, 0.38, 0.43, 0.48 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (get_text_height (self, shares[i] * width) <= height)
      return shares[i] * width;

  return shares[G_N_ELEMENTS (shares) - 1] * width;
}

/* Figure and map, beside each other or one above the other, as the room is. */
static void
place_views (PivotStagePage *self,
             double          x,
             double          y,
             double          width,
             double          height)
{
  gboolean both = gtk_widget_get_visible (GTK_WIDGET (self->figure)) && gtk_widget_get_visible (GTK_WIDGET (self->map));
  double gap = GAP * self->unit;

  if (!both)
    {
      place (GTK_WIDGET (self->figure), x, y, width, height);
      place (GTK_WIDGET (self->map), x, y, width, height);
    }
  else if (width > height * WIDE)
    {
      place (GTK_WIDGET (self->figure), x, y, (width - gap) / 2, height);
      place (GTK_WIDGET (self->map), x + (width + gap) / 2, y, (width - gap) / 2, height);
    }
  else
    {
      place (GTK_WIDGET (self->figure), x, y, width, (height - gap) / 2);
      place (GTK_WIDGET (self->map), x, y + (height + gap) / 2, width, (height - gap) / 2);
    }
}

static void
place_content (PivotStagePage *self,
               double          x,
               double          y,
               double          width,
               double          height)
{
  gboolean views = gtk_widget_get_visible (GTK_WIDGET (self->figure)) || gtk_widget_get_visible (GTK_WIDGET (self->map));
  double gap = GAP * self->unit;

  if (!views)
    place (self->scrolled, x + width * 0.1, y, width * 0.8, height);
  else if (width > height * WIDE)
    {
      double column = get_column (self, width, height);

      place (self->scrolled, x, y, column, height);
      place_views (self, x + column + gap, y, width - column - gap, height);
    }
  else
    {
      double text = MIN (get_text_height (self, width), height * 0.45);

      place (self->scrolled, x, y, width, text);
      place_views (self, x, y + text + gap, width, height - text - gap);
    }
}

static void
pivot_stage_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PivotStagePage *self = PIVOT_STAGE_PAGE (widget);
  double unit = get_unit (width, height), margin = MARGIN * unit, foot = FOOT * unit;

  queue_unit (self, unit);
  place (self->paper, 0, 0, width, height);
  place_content (self, margin, margin, width - 2 * margin, height - 2 * margin - foot);
  place (self->foot, 0, height - foot, width, foot);
  place (self->layer, 0, 0, width, height);
}

static void
pivot_stage_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 90;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
}

/* Proof */

static void
push_proof (GtkSnapshot *snapshot,
            PivotOutput  output)
{
  float gain[3][3], offset, values[16] = { 0 };
  graphene_matrix_t matrix;
  graphene_vec4_t add;

  pivot_present_proof_matrix (output, gain, &offset);
  for (int in = 0; in < 3; in++)
    for (int out = 0; out < 3; out++)
      values[4 * in + out] = gain[out][in];
  values[15] = 1;
  graphene_matrix_init_from_float (&matrix, values);
  graphene_vec4_init (&add, offset, offset, offset, 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &add);
}

static PivotOutput
get_output (PivotStagePage *self)
{
  switch (pivot_presentation_get_proof (self->presentation))
    {
    case PIVOT_PROOF_PHOTOCOPY:
      return PIVOT_OUTPUT_PHOTOCOPY;
    case PIVOT_PROOF_PROJECTOR:
      return PIVOT_OUTPUT_PROJECTOR;
    case PIVOT_PROOF_NONE:
    default:
      return PIVOT_OUTPUT_SCREEN;
    }
}

static void
pivot_stage_page_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PivotOutput output = get_output (PIVOT_STAGE_PAGE (widget));

  if (output != PIVOT_OUTPUT_SCREEN)
    push_proof (snapshot, output);
  GTK_WIDGET_CLASS (pivot_stage_page_parent_class)->snapshot (widget, snapshot);
  if (output != PIVOT_OUTPUT_SCREEN)
    gtk_snapshot_pop (snapshot);
}

/* From the presentation to the page */

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What is typed, else what a proof says of the map; said quietly in the foot. */
static void
update_note (PivotStagePage *self)
{
  const char *typed = pivot_presentation_get_typed (self->presentation);
  gboolean alike = FALSE;
  g_autofree char *text = NULL;

  if (*typed != '\0')
    /* Translators: digits of the number of a step that somebody is typing in order to jump there. */
    text = g_strdup_printf (_("Go to step %s"), typed);
  else if (self->shows_map)
    text = pivot_present_proof_sentence (pivot_presentation_get_session (self->presentation), &self->style, get_output (self),
                                         &alike);
  if (alike)
    {
      /* Translators: what two classes look like, then which key helps. */
      char *longer = g_strdup_printf (_("%s · H hatches them"), text);

      g_free (text);
      text = longer;
    }
  gtk_label_set_text (self->note, text != NULL ? text : "");
}

static void
changed_cb (PivotStagePage *self)
{
  update_note (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A screen reader hears of another page: at once where GTK can speak, else because the name of what has the focus changes. */
static void
speak (PivotStagePage  *self,
       PivotLessonStep *step)
{
  guint n = pivot_lesson_get_n_steps (pivot_presentation_get_lesson (self->presentation));
  guint position = pivot_presentation_get_position (self->presentation);
  /* Translators: spoken when another page of a presentation comes up: number of the step, how many there are, its title. */
  g_autofree char *name = g_strdup_printf (_("Step %1$u of %2$u: %3$s"), position + 1, n, pivot_lesson_step_get_title (step));
  g_autofree char *text = g_strconcat (pivot_lesson_step_get_text (step), " ", pivot_lesson_step_get_question (step), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, g_strstrip (text), -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    pivot_widget_announce (GTK_WIDGET (self), name);
}

/* A view of the map, or of what is done with one. */
static gboolean
wants_map (PivotStagePage *self)
{
  PivotPage page = pivot_session_get_page (pivot_presentation_get_session (self->presentation));

  return page == PIVOT_PAGE_MAP || page == PIVOT_PAGE_TEACH;
}

static void
update_views (PivotStagePage *self)
{
  self->shows_map = wants_map (self);
  pivot_stage_figure_update (self->figure);
  gtk_widget_set_visible (GTK_WIDGET (self->map), self->shows_map);
  gtk_widget_set_visible (GTK_WIDGET (self->figure), pivot_stage_figure_has_any (self->figure));
}

static void
step_changed_cb (PivotStagePage *self)
{
  PivotLessonStep *step = pivot_presentation_get_step (self->presentation);
  guint n = pivot_lesson_get_n_steps (pivot_presentation_get_lesson (self->presentation));
  guint position = pivot_presentation_get_position (self->presentation);
  g_autofree char *number = NULL;

  if (step == NULL)
    return;

  set_text (self->title, pivot_lesson_step_get_title (step));
  set_text (self->text, pivot_lesson_step_get_text (step));
  set_text (self->question, pivot_lesson_step_get_question (step));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  /* Translators: number of a step, how many there are: "2 / 6". */
  number = g_strdup_printf (C_("progress", "%1$u / %2$u"), position + 1, n);
  gtk_label_set_text (self->number, number);
  gtk_progress_bar_set_fraction (self->bar, (position + 1.0) / n);
  update_views (self);
  update_note (self);
  speak (self, step);
}

static void
options_cb (PivotStagePage *self)
{
  pivot_stage_figure_update (self->figure);
  update_note (self);
}

/* Pointer */

static void
motion_cb (PivotStagePage *self,
           double          x,
           double          y)
{
  pivot_presentation_set_pointer (self->presentation, x / gtk_widget_get_width (GTK_WIDGET (self)),
                                  y / gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
leave_cb (PivotStagePage *self)
{
  pivot_presentation_set_pointer (self->presentation, -1, -1);
}

/* The edges turn the page. */
static void
pressed_cb (PivotStagePage  *self,
            int              n_presses,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  double at = x / gtk_widget_get_width (GTK_WIDGET (self));

  if (pivot_presentation_get_tool (self->presentation) != PIVOT_TOOL_POINT || (at > EDGE && at < 1 - EDGE))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pivot_presentation_move (self->presentation, at <= EDGE ? -1 : 1);
}

static gboolean
scroll_cb (PivotStagePage *self,
           double          dx,
           double          dy)
{
  double radius;

  if (!pivot_presentation_get_spotlight (self->presentation, &radius))
    return GDK_EVENT_PROPAGATE;

  pivot_presentation_set_spotlight (self->presentation, TRUE, radius * pow (SPOTLIGHT_STEP, -dy));

  return GDK_EVENT_STOP;
}

static void
add_pointer (PivotStagePage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
pivot_stage_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pivot_stage_page_parent_class)->realize (widget);
  update_style (PIVOT_STAGE_PAGE (widget));
}

static void
pivot_stage_page_dispose (GObject *object)
{
  PivotStagePage *self = PIVOT_STAGE_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->unit_id, g_source_remove);
  if (self->presentation != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->presentation, self);
      g_signal_handlers_disconnect_by_data (pivot_presentation_get_session (self->presentation), self);
    }
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  if (self->provider != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_STAGE_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->presentation);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_stage_page_parent_class)->dispose (object);
}

static void
pivot_stage_page_class_init (PivotStagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_stage_page_dispose;
  widget_class->realize = pivot_stage_page_realize;
  widget_class->measure = pivot_stage_page_measure;
  widget_class->size_allocate = pivot_stage_page_size_allocate;
  widget_class->snapshot = pivot_stage_page_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-stage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, paper);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, text_box);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, title);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, text);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, question);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, foot);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, bar);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, note);
  gtk_widget_class_bind_template_child (widget_class, PivotStagePage, number);
}

static void
pivot_stage_page_init (PivotStagePage *self)
{
  g_autofree char *name = g_strdup_printf ("stage-page-%p", self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_name (GTK_WIDGET (self), name);
  pivot_style_init_light (&self->style);
  self->unit = FIRST_UNIT;
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  add_pointer (self);
}

/**
 * pivot_stage_page_new:
 * @presentation: what is shown
 * @theme: says light or dark
 *
 * Makes a page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_stage_page_new (PivotPresentation *presentation,
                      PivotTheme        *theme)
{
  PivotStagePage *self;
  PivotSession *session;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_STAGE_PAGE, NULL);
  session = pivot_presentation_get_session (presentation);
  self->presentation = g_object_ref (presentation);
  self->theme = g_object_ref (theme);
  self->figure = PIVOT_STAGE_FIGURE (pivot_stage_figure_new (session));
  self->map = PIVOT_STAGE_MAP (pivot_stage_map_new (session));
  self->layer = pivot_stage_layer_new (presentation);
  gtk_widget_insert_before (GTK_WIDGET (self->figure), GTK_WIDGET (self), self->foot);
  gtk_widget_insert_before (GTK_WIDGET (self->map), GTK_WIDGET (self), self->foot);
  gtk_widget_set_parent (self->layer, GTK_WIDGET (self));
  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (step_changed_cb), self);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (update_style), self);
  step_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * pivot_stage_page_expect:
 * @self: a page
 * @width: px
 * @height: px
 *
 * Sets type and strokes for a size that the page is going to have.
 */
void
pivot_stage_page_expect (PivotStagePage *self,
                         int             width,
                         int             height)
{
  g_return_if_fail (PIVOT_IS_STAGE_PAGE (self));

  if (width > 0 && height > 0)
    set_unit (self, get_unit (width, height));
}
