/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-step-editor.h"

#include <glib/gi18n-lib.h>

#define N_TEXTS 3

static const struct
{
  const char *property;
  const char *label;
  const char *hint;
  int         height;
} texts[N_TEXTS] = {
  { "text", N_("Text"), N_("What the class reads"), 92 },
  { "question", N_("Question"), N_("What the class is asked"), 56 },
  { "notes", N_("Notes"), N_("What only you read"), 72 },
};

struct _PivotStepEditor
{
  GtkWidget        parent_instance;

  PivotLessonStep *step;
  GtkWidget       *scrolled;
  GtkEditable     *title;
  GtkTextView     *views[N_TEXTS];
  GPtrArray       *bindings;
};

G_DEFINE_FINAL_TYPE (PivotStepEditor, pivot_step_editor, GTK_TYPE_WIDGET)

static void
unbind (gpointer binding)
{
  g_binding_unbind (binding);
  g_object_unref (binding);
}

static void
bind (PivotStepEditor *self,
      const char      *property,
      gpointer         target)
{
  g_ptr_array_add (self->bindings, g_object_ref (g_object_bind_property (self->step, property, target, "text",
                                                                         G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)));
}

static GtkWidget *
new_heading (const char *label,
             const char *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = gtk_label_new (label);

  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (box), heading);
  if (hint != NULL)
    {
      GtkWidget *about = gtk_label_new (hint);

      gtk_widget_add_css_class (about, "caption");
      gtk_widget_add_css_class (about, "dim-label");
      gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), about);
    }
  gtk_widget_set_margin_top (box, 8);

  return box;
}

/* Tab goes on, as in every other field. */
static GtkWidget *
new_text (PivotStepEditor *self,
          guint            i)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->views[i] = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->views[i], GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->views[i], FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->views[i]), TRUE);
  gtk_text_view_set_left_margin (self->views[i], 8);
  gtk_text_view_set_right_margin (self->views[i], 8);
  gtk_text_view_set_top_margin (self->views[i], 6);
  gtk_text_view_set_bottom_margin (self->views[i], 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _(texts[i].label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(texts[i].hint), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->views[i]));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), texts[i].height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), texts[i].height * 4);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scrolled, "text-field");

  return scrolled;
}

static void
pivot_step_editor_dispose (GObject *object)
{
  PivotStepEditor *self = PIVOT_STEP_EDITOR (object);

  g_clear_pointer (&self->bindings, g_ptr_array_unref);
  g_clear_object (&self->step);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_step_editor_parent_class)->dispose (object);
}

static void
pivot_step_editor_class_init (PivotStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_step_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_step_editor_init (PivotStepEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *title = gtk_entry_new ();

  self->bindings = g_ptr_array_new_with_free_func (unbind);
  gtk_widget_add_css_class (box, "step-editor");
  gtk_box_append (GTK_BOX (box), new_heading (_("Title of the Step"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the step"), -1);
  self->title = GTK_EDITABLE (title);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      gtk_box_append (GTK_BOX (box), new_heading (_(texts[i].label), _(texts[i].hint)));
      gtk_box_append (GTK_BOX (box), new_text (self, i));
    }

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * pivot_step_editor_new:
 *
 * Returns: (transfer floating): an editor of no step
 */
GtkWidget *
pivot_step_editor_new (void)
{
  return g_object_new (PIVOT_TYPE_STEP_EDITOR, NULL);
}

/**
 * pivot_step_editor_set_step:
 * @self: an editor
 * @step: (nullable): a step
 * @editable: whether it may be changed
 *
 * Shows the texts of another step.
 */
void
pivot_step_editor_set_step (PivotStepEditor *self,
                            PivotLessonStep *step,
                            gboolean         editable)
{
  g_return_if_fail (PIVOT_IS_STEP_EDITOR (self));

  gtk_editable_set_editable (self->title, editable && step != NULL);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      gtk_text_view_set_editable (self->views[i], editable && step != NULL);
      gtk_text_view_set_cursor_visible (self->views[i], editable);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), step != NULL);
  if (step == self->step)
    return;

  g_ptr_array_set_size (self->bindings, 0);
  g_set_object (&self->step, step);
  if (step == NULL)
    {
      gtk_editable_set_text (self->title, "");
      for (guint i = 0; i < N_TEXTS; i++)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->views[i]), "", -1);
      return;
    }

  bind (self, "title", self->title);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[i]);

      /* What was typed into another step is not taken back here. */
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      bind (self, texts[i].property, buffer);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
}
