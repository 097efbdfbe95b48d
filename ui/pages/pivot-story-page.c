/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-story-page.h"

#include "pivot-beside-layout.h"
#include "pivot-figure-view.h"
#include "pivot-present-story.h"
#include "pivot-story-list.h"

#include <glib/gi18n-lib.h>

/* A step of the story, or a figure by itself, beside the list of all. What is shown is the session's. */
struct _PivotStoryPage
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  PivotTheme         *theme;
  PivotStep          *step;           /* that is shown, or NULL; the dataset's */
  PivotFigure        *figure;         /* that is shown, or NULL; the dataset's */

  GtkWidget          *separator;
  GtkScrolledWindow  *scrolled;
  GtkWidget          *text_box;
  GtkLabel           *part_label;
  GtkLabel           *title_label;
  GtkLabel           *summary_label;
  GtkLabel           *text_label;
  GtkButton          *apply_button;
  GtkWidget          *figure_box;
  GtkBox             *questions_box;
  GtkWidget          *bar;
  GtkLabel           *progress_label;
  GtkProgressBar     *progress_bar;
  PivotFigureView    *figure_view;
};

G_DEFINE_FINAL_TYPE (PivotStoryPage, pivot_story_page, GTK_TYPE_WIDGET)

/* Chinese is read best with more room between its lines. */
static gboolean
is_wide (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
set_reading (GtkLabel   *label,
             const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (text != NULL && is_wide (text))
    gtk_widget_add_css_class (GTK_WIDGET (label), "wide-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "wide-text");
}

static void
show_part (PivotStoryPage        *self,
           const PivotStoryPlace *place)
{
  const char *title = pivot_text_get (pivot_story_get_title (place->story));
  /* Translators: number of a part of the story, its title. */
  g_autofree char *part = g_strdup_printf (C_("story", "Part %1$u · %2$s"), pivot_story_get_part (place->story), title);
  /* Translators: number of a step, how many steps the part has, number of the part, how many parts there are. */
  g_autofree char *progress = g_strdup_printf (_("Step %1$u of %2$u · part %3$u of %4$u"), place->index + 1, place->n_steps,
                                               place->part + 1, place->n_parts);

  gtk_label_set_text (self->part_label, part);
  gtk_label_set_text (self->progress_label, progress);
  gtk_progress_bar_set_fraction (self->progress_bar, (place->index + 1.0) / place->n_steps);
}

/* Words for where the view of the step leads; NULL if it leads nowhere. */
static const char *
get_apply_label (PivotPage page)
{
  switch (page)
    {
    case PIVOT_PAGE_MAP:
      return _("Show on the Map");
    case PIVOT_PAGE_FIRMS:
      return _("Show the Firm");
    case PIVOT_PAGE_DATA:
      return _("Show the Data");
    case PIVOT_PAGE_STORY:
    default:
      return NULL;
    }
}

static void
show_questions (PivotStoryPage        *self,
                const PivotStoryPlace *place)
{
  guint n = place->index + 1 == place->n_steps ? pivot_story_get_n_questions (place->story) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions_box))) != NULL)
    gtk_box_remove (self->questions_box, child);
  gtk_widget_set_visible (GTK_WIDGET (self->questions_box), n > 0);
  if (n == 0)
    return;

  child = gtk_label_new (_("For discussion"));
  gtk_label_set_xalign (GTK_LABEL (child), 0);
  gtk_widget_add_css_class (child, "title-4");
  gtk_box_append (self->questions_box, child);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: number of a question, the question. */
      g_autofree char *text = g_strdup_printf (C_("question", "%1$u. %2$s"), i + 1,
                                               pivot_text_get (pivot_story_get_question (place->story, i)));

      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (child), 20);
      gtk_widget_add_css_class (child, "reading");
      set_reading (GTK_LABEL (child), text);
      gtk_box_append (self->questions_box, child);
    }
}

static void
show_step (PivotStoryPage        *self,
           const PivotStoryPlace *place)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char *label = get_apply_label (pivot_present_story_get_page (dataset, place->step));

  show_part (self, place);
  gtk_label_set_text (self->title_label, pivot_text_get (pivot_step_get_title (place->step)));
  /* A part begins with what it is about. */
  set_reading (self->summary_label, place->index == 0 ? pivot_text_get (pivot_story_get_summary (place->story)) : NULL);
  set_reading (self->text_label, pivot_text_get (pivot_step_get_text (place->step)));
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->apply_button, label);
  show_questions (self, place);
}

static void
show_figure (PivotStoryPage *self,
             PivotFigure    *figure)
{
  gtk_widget_set_visible (self->figure_box, figure != NULL);
  pivot_figure_view_set_figure (self->figure_view, figure);
}

static void
scroll_to_top (PivotStoryPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Brings the page in line with the session; what is shown already is left as it is. */
static void
update (PivotStoryPage *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  PivotStoryPlace place = { 0 };
  gboolean found = pivot_present_story_place (self->session, &place);
  PivotFigure *alone = pivot_present_story_figure (self->session);
  PivotStep *step = alone == NULL && found ? place.step : NULL;
  PivotFigure *figure = step != NULL ? pivot_dataset_find_figure (dataset, pivot_step_get_figure (step)) : alone;

  if (step == self->step && figure == self->figure)
    return;

  self->step = step;
  self->figure = figure;
  gtk_widget_set_visible (self->text_box, step != NULL);
  gtk_widget_set_visible (self->bar, step != NULL);
  if (step != NULL)
    show_step (self, &place);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->questions_box), FALSE);
  show_figure (self, figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.previous", pivot_present_story_can_move (self->session, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.next", pivot_present_story_can_move (self->session, 1));
  scroll_to_top (self);
}

/* What the step pointed at is gone with its dataset. */
static void
dataset_cb (PivotStoryPage *self)
{
  self->step = NULL;
  self->figure = NULL;
  update (self);
}

static void
move_previous (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  pivot_present_story_move (PIVOT_STORY_PAGE (widget)->session, -1);
}

static void
move_next (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  pivot_present_story_move (PIVOT_STORY_PAGE (widget)->session, 1);
}

static void
apply (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  PivotStoryPage *self = PIVOT_STORY_PAGE (widget);

  if (self->step != NULL)
    pivot_present_story_apply (self->session, self->step);
}

/* Wherever the focus is in the window, as long as the page is there: the text is read, and not clicked into. */
static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PivotStoryPage *self = PIVOT_STORY_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  pivot_present_story_move (self->session, g_variant_get_int32 (arguments));

  return TRUE;
}

static void
add_key (GtkShortcutController *controller,
         guint                  key,
         int                    by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (turn_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_keys (PivotStoryPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Page_Up, -1);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Page_Down, 1);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_KP_Page_Up, -1);
  add_key (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_KP_Page_Down, 1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
pivot_story_page_dispose (GObject *object)
{
  PivotStoryPage *self = PIVOT_STORY_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_STORY_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_story_page_parent_class)->dispose (object);
}

static void
pivot_story_page_class_init (PivotStoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_story_page_dispose;

  g_type_ensure (PIVOT_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-story-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, separator);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, text_box);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, part_label);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, figure_box);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, questions_box);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PivotStoryPage, progress_bar);

  gtk_widget_class_install_action (widget_class, "story.previous", NULL, move_previous);
  gtk_widget_class_install_action (widget_class, "story.next", NULL, move_next);
  gtk_widget_class_install_action (widget_class, "story.apply", NULL, apply);
}

static void
pivot_story_page_init (PivotStoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

/**
 * pivot_story_page_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_story_page_new (PivotSession *session,
                      PivotTheme   *theme)
{
  PivotStoryPage *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_STORY_PAGE, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  gtk_widget_insert_before (pivot_story_list_new (session), GTK_WIDGET (self), self->separator);
  self->figure_view = PIVOT_FIGURE_VIEW (pivot_figure_view_new (session, theme));
  gtk_widget_set_hexpand (GTK_WIDGET (self->figure_view), TRUE);
  gtk_box_append (GTK_BOX (self->figure_box), GTK_WIDGET (self->figure_view));
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::figure", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
