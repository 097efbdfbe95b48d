/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-presenter-window.h"

#include <glib/gi18n-lib.h>

#include "pivot-present-proof.h"
#include "pivot-wrap-layout.h"

struct _PivotPresenterWindow
{
  GtkWindow          parent_instance;

  PivotPresentation *presentation;
  PivotPresentation *next;          /* a step ahead */
  PivotTheme        *theme;
  PivotStopwatch    *watch;
  guint              tick_id;
  gboolean           telling;       /* the list is being told, not asked */

  GtkListBox        *list;
  GtkWidget         *current_frame;
  GtkWidget         *next_frame;
  GtkWidget         *end_label;
  GtkLabel          *notes;
  GtkWidget         *notes_heading;
  GtkLabel          *question;
  GtkWidget         *question_heading;
  GtkLabel          *clock;
  GtkLabel          *timer;
  GtkWidget         *frozen_mark;
  GtkLabel          *curtain_mark;
  GtkLabel          *problem_mark;
  GtkLabel          *proof_mark;
  GtkWidget         *hatch_button;
};

G_DEFINE_FINAL_TYPE (PivotPresenterWindow, pivot_presenter_window, GTK_TYPE_WINDOW)

static gboolean
tick_cb (gpointer user_data)
{
  PivotPresenterWindow *self = PIVOT_PRESENTER_WINDOW (user_data);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day on the presenter's clock, as strftime has it. */
  g_autofree char *clock = g_date_time_format (now, _("%H:%M"));
  g_autofree char *timer = pivot_stopwatch_format (pivot_stopwatch_get (self->watch, g_get_monotonic_time ()));

  gtk_label_set_text (self->clock, clock);
  gtk_label_set_text (self->timer, timer);

  return G_SOURCE_CONTINUE;
}

static void
set_mark (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_text (GtkLabel   *label,
          GtkWidget  *heading,
          const char *text)
{
  set_mark (label, text);
  gtk_widget_set_visible (heading, *text != '\0');
}

static gboolean
is_map (PivotPresenterWindow *self)
{
  PivotPage page = pivot_session_get_page (pivot_presentation_get_session (self->presentation));

  return page == PIVOT_PAGE_MAP || page == PIVOT_PAGE_TEACH;
}

/* Both are looked for whether or not the page is shown that way: the presenter need not ask. */
static void
update_proof (PivotPresenterWindow *self)
{
  PivotSession *session = pivot_presentation_get_session (self->presentation);
  static const PivotOutput outputs[] = { PIVOT_OUTPUT_PHOTOCOPY, PIVOT_OUTPUT_PROJECTOR };
  g_autoptr(GString) text = g_string_new (NULL);
  PivotStyle style;

  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &style);
  for (guint i = 0; is_map (self) && i < G_N_ELEMENTS (outputs); i++)
    {
      gboolean alike;
      g_autofree char *sentence = pivot_present_proof_sentence (session, &style, outputs[i], &alike);

      if (alike)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  set_mark (self->proof_mark, text->str);
  gtk_widget_set_visible (self->hatch_button, text->len > 0);
}

static void
changed_cb (PivotPresenterWindow *self)
{
  PivotCurtain curtain = pivot_presentation_get_curtain (self->presentation);

  gtk_widget_set_visible (self->frozen_mark, pivot_presentation_get_frozen (self->presentation));
  set_mark (self->curtain_mark, curtain == PIVOT_CURTAIN_BLACK ? _("The class sees black") :
                                curtain == PIVOT_CURTAIN_WHITE ? _("The class sees white") : NULL);
}

static void
step_changed_cb (PivotPresenterWindow *self)
{
  PivotLessonStep *step = pivot_presentation_get_step (self->presentation);
  guint position = pivot_presentation_get_position (self->presentation);
  gboolean last = position + 1 >= pivot_lesson_get_n_steps (pivot_presentation_get_lesson (self->presentation));

  if (step == NULL)
    return;

  set_text (self->notes, self->notes_heading, pivot_lesson_step_get_notes (step));
  set_text (self->question, self->question_heading, pivot_lesson_step_get_question (step));
  set_mark (self->problem_mark, pivot_presentation_get_problem (self->presentation));
  if (!last)
    pivot_presentation_go (self->next, position + 1);
  gtk_widget_set_visible (self->next_frame, !last);
  gtk_widget_set_visible (self->end_label, last);
  self->telling = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) position));
  self->telling = FALSE;
  update_proof (self);
}

static void
row_selected_cb (PivotPresenterWindow *self,
                 GtkListBoxRow        *row)
{
  if (!self->telling && row != NULL)
    pivot_presentation_go (self->presentation, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  const char *title = pivot_lesson_step_get_title (PIVOT_LESSON_STEP (item));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static void
pivot_presenter_window_dispose (GObject *object)
{
  PivotPresenterWindow *self = PIVOT_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->presentation != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->presentation, self);
      g_signal_handlers_disconnect_by_data (pivot_presentation_get_session (self->presentation), self);
    }
  self->telling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_PRESENTER_WINDOW);
  g_clear_object (&self->next);
  g_clear_object (&self->presentation);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_presenter_window_parent_class)->dispose (object);
}

static void
pivot_presenter_window_class_init (PivotPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_presenter_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, current_frame);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, next_frame);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, end_label);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, notes_heading);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, question);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, question_heading);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, timer);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, frozen_mark);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, curtain_mark);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, problem_mark);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, proof_mark);
  gtk_widget_class_bind_template_child (widget_class, PivotPresenterWindow, hatch_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
pivot_presenter_window_init (PivotPresenterWindow *self)
{
  g_type_ensure (PIVOT_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_pages (PivotPresenterWindow *self)
{
  PivotSession *session = pivot_presentation_get_session (self->presentation);
  GtkWidget *page = pivot_stage_page_new (self->next, self->theme);

  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (self->current_frame), pivot_stage_page_new (self->presentation, self->theme));
  /* Only to look at: neither pointer nor keyboard gets into it. */
  gtk_widget_set_can_target (page, FALSE);
  gtk_widget_set_can_focus (page, FALSE);
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (self->next_frame), page);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (update_proof), self);
}

/**
 * pivot_presenter_window_new:
 * @presentation: what is shown
 * @theme: says light or dark
 * @watch: how long it takes; it outlives the window
 *
 * Makes the window, which is not shown yet.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
pivot_presenter_window_new (PivotPresentation *presentation,
                            PivotTheme        *theme,
                            PivotStopwatch    *watch)
{
  PivotPresenterWindow *self;
  PivotLesson *lesson;

  g_return_val_if_fail (PIVOT_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);
  g_return_val_if_fail (watch != NULL, NULL);

  self = g_object_new (PIVOT_TYPE_PRESENTER_WINDOW, NULL);
  lesson = pivot_presentation_get_lesson (presentation);
  self->presentation = g_object_ref (presentation);
  self->next = pivot_presentation_new (pivot_session_get_dataset (pivot_presentation_get_session (presentation)), lesson,
                                       pivot_presentation_get_position (presentation) + 1);
  self->theme = g_object_ref (theme);
  self->watch = watch;
  add_pages (self);
  self->telling = TRUE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (lesson), new_row, NULL, NULL);
  self->telling = FALSE;
  g_signal_connect_swapped (presentation, "step-changed", G_CALLBACK (step_changed_cb), self);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);
  step_changed_cb (self);
  changed_cb (self);
  tick_cb (self);
  self->tick_id = g_timeout_add (250, tick_cb, self);

  return GTK_WIDGET (self);
}

/**
 * pivot_presenter_window_tick:
 * @self: a presenter window
 *
 * Shows the time as it is now.
 */
void
pivot_presenter_window_tick (PivotPresenterWindow *self)
{
  g_return_if_fail (PIVOT_IS_PRESENTER_WINDOW (self));

  tick_cb (self);
}
