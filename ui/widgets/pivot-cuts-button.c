/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-cuts-button.h"

#include "pivot-break-editor.h"
#include "pivot-present.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_CUTS 4

struct _PivotCutsButton
{
  GtkWidget     parent_instance;

  PivotSession *session;          /* or NULL */

  GtkWidget    *button;
  GtkWidget    *labels[2];        /* names of the measures */
  GtkWidget    *entries[N_CUTS];  /* lower and upper cut of the one, then of the other */
  GtkWidget    *thirds_button;
};

G_DEFINE_FINAL_TYPE (PivotCutsButton, pivot_cuts_button, GTK_TYPE_WIDGET)

static PivotMeasure *
get_measure (PivotCutsButton *self,
             guint            which)
{
  return which == 0 ? pivot_session_get_measure (self->session) : pivot_session_get_against (self->session);
}

static void
fill_measure (PivotCutsButton *self,
              guint            which,
              const double     cuts[2])
{
  PivotMeasure *measure = get_measure (self, which);
  const char *name = pivot_text_get (pivot_measure_get_label (measure));
  /* Translators: spoken of an entry, after the name of a measure: below this value a place is low. */
  g_autofree char *lower = g_strdup_printf (_("%s: from low to middle"), name);
  /* Translators: spoken of an entry, after the name of a measure: from this value on a place is high. */
  g_autofree char *upper = g_strdup_printf (_("%s: from middle to high"), name);

  gtk_label_set_text (GTK_LABEL (self->labels[which]), name);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *entry = self->entries[2 * which + i];
      /* Thirds may end between any two values: so many digits as tell them apart, and as people would type. */
      g_autofree char *number = g_strdup_printf ("%.6g", cuts[i]);

      gtk_editable_set_text (GTK_EDITABLE (entry), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, i == 0 ? lower : upper, -1);
    }
}

/* What is typed is not taken from anybody's hands: the form is filled when it opens. */
static void
popover_show_cb (PivotCutsButton *self)
{
  PivotThirds cuts;
  gboolean by_hand;

  if (self->session == NULL)
    return;

  by_hand = pivot_session_get_cuts (self->session, &cuts);
  fill_measure (self, 0, cuts.x);
  fill_measure (self, 1, cuts.y);
  gtk_widget_set_sensitive (self->thirds_button, by_hand);
}

static gboolean
read_entries (PivotCutsButton *self,
              double           cuts[N_CUTS])
{
  gboolean good = TRUE;

  for (guint i = 0; i < N_CUTS; i++)
    {
      gboolean fits = pivot_break_editor_parse (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), &cuts[i]) &&
                      isfinite (cuts[i]) && (i % 2 == 0 || cuts[i] > cuts[i - 1]);

      if (fits)
        gtk_widget_remove_css_class (self->entries[i], "error");
      else
        gtk_widget_add_css_class (self->entries[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
      good &= fits;
    }

  return good;
}

static void
apply_cb (PivotCutsButton *self)
{
  double cuts[N_CUTS];

  if (self->session == NULL)
    return;

  if (!read_entries (self, cuts))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  pivot_session_set_cuts (self->session, cuts, cuts + 2);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
thirds_cb (PivotCutsButton *self)
{
  if (self->session != NULL)
    pivot_session_set_cuts (self->session, NULL, NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
entry_changed_cb (GtkEditable *entry)
{
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
pivot_cuts_button_dispose (GObject *object)
{
  PivotCutsButton *self = PIVOT_CUTS_BUTTON (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_cuts_button_parent_class)->dispose (object);
}

static void
pivot_cuts_button_class_init (PivotCutsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_cuts_button_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_row (PivotCutsButton *self,
          guint            which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->labels[which] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->labels[which]), 0);
  gtk_label_set_wrap (GTK_LABEL (self->labels[which]), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->labels[which]), 26);
  for (guint i = 2 * which; i < 2 * which + 2; i++)
    {
      self->entries[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[i]), 10);
      gtk_widget_set_hexpand (self->entries[i], TRUE);
      gtk_box_append (GTK_BOX (row), self->entries[i]);
      g_signal_connect (self->entries[i], "changed", G_CALLBACK (entry_changed_cb), NULL);
      g_signal_connect_swapped (self->entries[i], "activate", G_CALLBACK (apply_cb), self);
    }
  gtk_box_append (GTK_BOX (box), self->labels[which]);
  gtk_box_append (GTK_BOX (box), row);

  return box;
}

static GtkWidget *
make_buttons (PivotCutsButton *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: takes over the typed values. */
  GtkWidget *apply = gtk_button_new_with_label (_("Apply"));

  self->thirds_button = gtk_button_new_with_label (_("Back to thirds"));
  gtk_widget_set_hexpand (self->thirds_button, TRUE);
  gtk_widget_set_halign (self->thirds_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (self->thirds_button, "clicked", G_CALLBACK (thirds_cb), self);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (row), self->thirds_button);
  gtk_box_append (GTK_BOX (row), apply);

  return row;
}

static void
pivot_cuts_button_init (PivotCutsButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (box, "help-text");
  gtk_box_append (GTK_BOX (box), make_row (self, 0));
  gtk_box_append (GTK_BOX (box), make_row (self, 1));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_show_cb), self);

  self->button = gtk_menu_button_new ();
  /* Translators: opens a form: where the values of two measures are cut into low, middle and high. */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Cuts"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Set where low, middle and high begin"));
  gtk_widget_add_css_class (self->button, "help-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * pivot_cuts_button_show:
 * @self: a button
 * @session: (nullable): what it sets the cuts of; `NULL` hides it
 *
 * Sets what it is for.
 */
void
pivot_cuts_button_show (PivotCutsButton *self,
                        PivotSession    *session)
{
  g_return_if_fail (PIVOT_IS_CUTS_BUTTON (self));

  g_set_object (&self->session, session);
  if (session == NULL)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
}
