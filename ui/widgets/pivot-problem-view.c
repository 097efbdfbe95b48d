/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-problem-view.h"

#include "pivot-compat.h"
#include "pivot-problem.h"

#include <glib/gi18n-lib.h>

struct _PivotProblemView
{
  GtkWidget    parent_instance;

  GListModel  *problems;

  GtkLabel    *title_label;
  GtkLabel    *text_label;
  GtkWidget   *scrolled;
  GtkListView *list_view;
  GtkWidget   *open_button;
  GtkWidget   *bundled_button;
};

G_DEFINE_FINAL_TYPE (PivotProblemView, pivot_problem_view, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  unused)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_wrap (GTK_LABEL (place), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (place), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (place, "monospace");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (box, "problem-row");
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
get_place (PivotProblem *problem)
{
  const char *file = pivot_problem_get_file (problem);
  const char *path = pivot_problem_get_path (problem);

  if (file == NULL || path == NULL)
    return g_strdup (file != NULL ? file : path);

  return g_strdup_printf ("%s: %s", file, path);
}

static char *
get_text (PivotProblem *problem)
{
  if (pivot_problem_get_found (problem) == NULL)
    /* Translators: what should stand in a file: "Expected a number." */
    return g_strdup_printf (_("Expected %s."), pivot_problem_get_expected (problem));

  /* Translators: what should stand in a file, and what does: "Expected a number, found a string." */
  return g_strdup_printf (_("Expected %s, found %s."), pivot_problem_get_expected (problem),
                          pivot_problem_get_found (problem));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  unused)
{
  PivotProblem *problem = PIVOT_PROBLEM (gtk_list_item_get_item (item));
  GtkWidget *place = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *where = get_place (problem);
  g_autofree char *text = get_text (problem);

  gtk_label_set_text (GTK_LABEL (place), where);
  gtk_widget_set_visible (place, where != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (place)), text);
}

static void
copy_cb (PivotProblemView *self)
{
  g_autoptr(GString) text = g_string_new (gtk_label_get_text (self->title_label));
  guint n = self->problems != NULL ? g_list_model_get_n_items (self->problems) : 0;

  g_string_append_printf (text, "\n%s\n", gtk_label_get_text (self->text_label));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (self->problems, i);
      g_autofree char *line = pivot_problem_to_string (problem);

      g_string_append_printf (text, "%s\n", line);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* What can be done comes first, not the text, which would stand there selected. */
static void
pivot_problem_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pivot_problem_view_parent_class)->map (widget);

  gtk_widget_grab_focus (PIVOT_PROBLEM_VIEW (widget)->open_button);
}

static void
pivot_problem_view_dispose (GObject *object)
{
  PivotProblemView *self = PIVOT_PROBLEM_VIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_PROBLEM_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->problems);

  G_OBJECT_CLASS (pivot_problem_view_parent_class)->dispose (object);
}

static void
pivot_problem_view_class_init (PivotProblemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_problem_view_dispose;
  widget_class->map = pivot_problem_view_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-problem-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, text_label);
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, open_button);
  gtk_widget_class_bind_template_child (widget_class, PivotProblemView, bundled_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
pivot_problem_view_init (PivotProblemView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

GtkWidget *
pivot_problem_view_new (void)
{
  return g_object_new (PIVOT_TYPE_PROBLEM_VIEW, NULL);
}

static void
set (PivotProblemView *self,
     const char       *title,
     const char       *text,
     GListModel       *problems)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->text_label, text);
  gtk_widget_set_visible (self->scrolled, problems != NULL && g_list_model_get_n_items (problems) > 0);

  g_set_object (&self->problems, problems);
  if (problems != NULL)
    selection = gtk_no_selection_new (g_object_ref (problems));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * pivot_problem_view_set:
 * @self: a problem view
 * @folder: the folder that could not be opened
 * @problems: (nullable): a list of [class@Problem]
 * @error: what went wrong as a whole
 *
 * Says why a dataset could not be opened.
 */
void
pivot_problem_view_set (PivotProblemView *self,
                        GFile            *folder,
                        GListModel       *problems,
                        const GError     *error)
{
  guint n = problems != NULL ? g_list_model_get_n_items (problems) : 0;
  g_autofree char *name = g_file_get_parse_name (folder);
  g_autofree char *text = NULL;

  g_return_if_fail (PIVOT_IS_PROBLEM_VIEW (self));

  if (n > 0)
    text = g_strdup_printf (ngettext ("%s does not fit the dataset format: %u problem was found.",
                                      "%s does not fit the dataset format: %u problems were found.", n), name, n);
  else
    text = g_strdup_printf ("%s: %s", name, error->message);

  set (self, _("This dataset cannot be opened"), text, problems);
}

/**
 * pivot_problem_view_set_lesson:
 * @self: a problem view
 * @file: the lesson that could not be opened
 * @problems: (nullable): a list of [class@Problem]
 * @error: what went wrong as a whole
 *
 * Says why a lesson could not be opened.
 */
void
pivot_problem_view_set_lesson (PivotProblemView *self,
                               GFile            *file,
                               GListModel       *problems,
                               const GError     *error)
{
  guint n = problems != NULL ? g_list_model_get_n_items (problems) : 0;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = NULL;

  g_return_if_fail (PIVOT_IS_PROBLEM_VIEW (self));

  if (n > 0)
    text = g_strdup_printf (ngettext ("%s does not fit the lesson format: %u problem was found.",
                                      "%s does not fit the lesson format: %u problems were found.", n), name, n);
  else
    text = g_strdup_printf ("%s: %s", name, error->message);

  set (self, _("This lesson cannot be opened"), text, problems);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-lesson");
  gtk_widget_set_visible (self->bundled_button, FALSE);
}
