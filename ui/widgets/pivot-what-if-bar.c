/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-what-if-bar.h"

#include "pivot-present-parity.h"

#include <glib/gi18n-lib.h>

struct _PivotWhatIfBar
{
  GtkWidget     parent_instance;

  PivotSession *session;
  GtkWidget    *box;
  GtkLabel     *label;
};

G_DEFINE_FINAL_TYPE (PivotWhatIfBar, pivot_what_if_bar, GTK_TYPE_WIDGET)

/* The map alone shows what is assumed; tables and stories are of the dataset. */
static void
update (PivotWhatIfBar *self)
{
  g_autofree char *text = pivot_present_what_if (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && pivot_session_get_page (self->session) == PIVOT_PAGE_MAP);
  gtk_label_set_text (self->label, text != NULL ? text : "");
}

static void
pivot_what_if_bar_dispose (GObject *object)
{
  PivotWhatIfBar *self = PIVOT_WHAT_IF_BAR (object);

  pivot_what_if_bar_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_what_if_bar_parent_class)->dispose (object);
}

static void
pivot_what_if_bar_class_init (PivotWhatIfBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_what_if_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_what_if_bar_init (PivotWhatIfBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Drop the What-If"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "what-if-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.drop-what-if");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show the dataset as it is (F8)"));
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pivot_what_if_bar_set_session:
 * @self: a bar
 * @session: (nullable): whose what-if it tells
 *
 * Sets the session.
 */
void
pivot_what_if_bar_set_session (PivotWhatIfBar *self,
                               PivotSession   *session)
{
  g_return_if_fail (PIVOT_IS_WHAT_IF_BAR (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::page", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (update), self);
  update (self);
}
