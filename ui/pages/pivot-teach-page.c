/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-teach-page.h"

#include "pivot-framings-view.h"
#include "pivot-lessons-view.h"
#include "pivot-list-keys.h"
#include "pivot-predict-view.h"
#include "pivot-quiz-view.h"
#include "pivot-session-options.h"
#include "pivot-worksheet-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PivotTeachPage
{
  GtkWidget       parent_instance;

  PivotClassroom *classroom;
  PivotSession   *session;
  PivotTheme     *theme;
  gboolean        telling;  /* widgets are being told, not asked */

  GtkListBox     *list;
  GtkStack       *stack;
};

G_DEFINE_FINAL_TYPE (PivotTeachPage, pivot_teach_page, GTK_TYPE_WIDGET)

/* In the order of the words of PIVOT_OPTION_ACTIVITY. */
static const struct
{
  const char *title;
  const char *about;
  GtkWidget *(*new_view) (PivotClassroom *classroom, PivotTheme *theme);
} activities[] = {
  { N_("Lessons"), N_("Steps to show and to talk about"), pivot_lessons_view_new },
  { N_("Predict"), N_("Guess first, then see the data"), pivot_predict_view_new },
  { N_("Quiz"), N_("Questions about places, by a seed"), pivot_quiz_view_new },
  { N_("Two framings"), N_("The same data, made to persuade in opposite ways"), pivot_framings_view_new },
  { N_("Worksheet"), N_("A blank map and questions, on paper"), pivot_worksheet_view_new },
};

static void
update (PivotTeachPage *self)
{
  const char *word = pivot_session_get_word (self->session, PIVOT_OPTION_ACTIVITY);
  const char * const *words = pivot_option_get_words (PIVOT_OPTION_ACTIVITY);
  guint i = 0;

  while (strcmp (words[i], word) != 0)
    i++;

  self->telling = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
  self->telling = FALSE;

  if (gtk_stack_get_child_by_name (self->stack, word) == NULL)
    gtk_stack_add_named (self->stack, activities[i].new_view (self->classroom, self->theme), word);
  gtk_stack_set_visible_child_name (self->stack, word);
}

static void
row_selected_cb (PivotTeachPage *self,
                 GtkListBoxRow  *row)
{
  if (!self->telling && row != NULL)
    pivot_session_set_word (self->session, PIVOT_OPTION_ACTIVITY,
                            pivot_option_get_words (PIVOT_OPTION_ACTIVITY)[gtk_list_box_row_get_index (row)]);
}

static GtkWidget *
new_line (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
add_list_rows (PivotTeachPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      const char *title = _(activities[i].title), *about = _(activities[i].about);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_box_append (GTK_BOX (box), new_line (title, NULL));
      gtk_box_append (GTK_BOX (box), new_line (about, "caption"));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
pivot_teach_page_dispose (GObject *object)
{
  PivotTeachPage *self = PIVOT_TEACH_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_TEACH_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->classroom);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_teach_page_parent_class)->dispose (object);
}

static void
pivot_teach_page_class_init (PivotTeachPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_teach_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-teach-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotTeachPage, list);
  gtk_widget_class_bind_template_child (widget_class, PivotTeachPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
pivot_teach_page_init (PivotTeachPage *self)
{
  self->telling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_rows (self);
  pivot_list_leave_by_tab (self->list);
  self->telling = FALSE;
}

/**
 * pivot_teach_page_new:
 * @classroom: what is at hand, and the session that is shown
 * @theme: says light or dark
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_teach_page_new (PivotClassroom *classroom,
                      PivotTheme     *theme)
{
  PivotTeachPage *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_TEACH_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->session = g_object_ref (pivot_classroom_get_session (classroom));
  self->theme = g_object_ref (theme);
  g_signal_connect_swapped (self->session, "notify::options", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
