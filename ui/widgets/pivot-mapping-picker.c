/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-mapping-picker.h"

#include <glib/gi18n-lib.h>

#include "pivot-coloring.h"
#include "pivot-compat.h"

/* In the order of PivotMapping, which is that of the option's words. */
static const char * const names[] = {
  N_("Classes"),
  /* Translators: what the colours of the map show: a shade for every value. */
  N_("Continuous"),
  /* Translators: what the colours of the map show: both chosen measures at once. */
  N_("Two measures"),
  /* Translators: what the colours of the map show: two maps, one for each measure. */
  N_("Side by side"),
  /* Translators: what the colours of the map show: places that are like, or unlike, their neighbours. */
  N_("Local clusters"),
};

struct _PivotMappingPicker
{
  GtkWidget     parent_instance;

  PivotSession *session;
  gboolean      updating;   /* the drop-down is being told, not asked */

  GtkDropDown  *drop_down;
};

G_DEFINE_FINAL_TYPE (PivotMappingPicker, pivot_mapping_picker, GTK_TYPE_WIDGET)

static void
update (PivotMappingPicker *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->drop_down, pivot_session_get_mapping (self->session));
  self->updating = FALSE;
}

static void
selected_cb (PivotMappingPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->updating || self->session == NULL || selected >= G_N_ELEMENTS (names))
    return;

  pivot_session_set_word (self->session, PIVOT_OPTION_MAPPING, pivot_option_get_words (PIVOT_OPTION_MAPPING)[selected]);
}

static void
pivot_mapping_picker_dispose (GObject *object)
{
  PivotMappingPicker *self = PIVOT_MAPPING_PICKER (object);

  pivot_mapping_picker_set_session (self, NULL);
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (pivot_mapping_picker_parent_class)->dispose (object);
}

static void
pivot_mapping_picker_class_init (PivotMappingPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_mapping_picker_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_mapping_picker_init (PivotMappingPicker *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (list, _(names[i]));

  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "model", list, "hexpand", TRUE, NULL);
  pivot_drop_down_set_label (self->drop_down, _("Colours show"));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * pivot_mapping_picker_set_session:
 * @self: a mapping picker
 * @session: (nullable): whose map it is
 *
 * Sets the session.
 */
void
pivot_mapping_picker_set_session (PivotMappingPicker *self,
                                  PivotSession       *session)
{
  g_return_if_fail (PIVOT_IS_MAPPING_PICKER (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  update (self);
}
