/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-reading-aids.h"

#include "pivot-class-check-view.h"
#include "pivot-compat.h"

#include <glib/gi18n-lib.h>

/* In the order of PivotVision, which is that of the option's words. */
static const char * const visions[PIVOT_N_VISIONS] = {
  /* Translators: the map is shown in its own colours. */
  N_("Usual colour vision"),
  N_("Without red cones (protan)"),
  N_("Without green cones (deutan)"),
  N_("Without blue cones (tritan)"),
  N_("Greyscale, as in print"),
  /* Translators: the map is shown as a photocopier prints it. */
  N_("Photocopy"),
  /* Translators: the map is shown as on a screen that is washed out by the light of the room. */
  N_("Projector with the lights on"),
};

struct _PivotReadingAids
{
  GtkWidget       parent_instance;

  PivotSession   *session;
  PivotStyle      style;
  gboolean        updating;      /* the buttons are being told, not asked */

  GtkWidget      *button;
  /* In its popover, once that is open: */
  GtkCheckButton *vision_buttons[PIVOT_N_VISIONS];
  GtkWidget      *check_view;
  GtkCheckButton *hatching_button;
  GtkCheckButton *stability_button;
};

G_DEFINE_FINAL_TYPE (PivotReadingAids, pivot_reading_aids, GTK_TYPE_WIDGET)

static void
update (PivotReadingAids *self)
{
  PivotVision vision;
  PivotMapping mapping;

  if (self->session == NULL || self->check_view == NULL)
    return;

  vision = pivot_session_get_vision (self->session);
  mapping = pivot_session_get_mapping (self->session);
  self->updating = TRUE;
  gtk_check_button_set_active (self->vision_buttons[vision], TRUE);
  gtk_check_button_set_active (self->hatching_button, pivot_session_get_flag (self->session, PIVOT_OPTION_HATCHING));
  gtk_check_button_set_active (self->stability_button, pivot_session_get_flag (self->session, PIVOT_OPTION_STABILITY));
  self->updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->hatching_button), mapping != PIVOT_MAPPING_CONTINUOUS);
  gtk_widget_set_visible (GTK_WIDGET (self->stability_button),
                          mapping == PIVOT_MAPPING_CLASSES || mapping == PIVOT_MAPPING_PAIR);
}

static void
vision_toggled_cb (PivotReadingAids *self,
                   GtkCheckButton   *button)
{
  if (self->updating || self->session == NULL || !gtk_check_button_get_active (button))
    return;

  for (guint i = 0; i < PIVOT_N_VISIONS; i++)
    if (self->vision_buttons[i] == button)
      pivot_session_set_word (self->session, PIVOT_OPTION_VISION, pivot_option_get_words (PIVOT_OPTION_VISION)[i]);
}

static void
flag_toggled_cb (PivotReadingAids *self,
                 GtkCheckButton   *button)
{
  PivotOption option = button == self->hatching_button ? PIVOT_OPTION_HATCHING : PIVOT_OPTION_STABILITY;

  if (!self->updating && self->session != NULL)
    pivot_session_set_flag (self->session, option, gtk_check_button_get_active (button));
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");

  return label;
}

static GtkCheckButton *
add_flag (PivotReadingAids *self,
          GtkBox           *box,
          const char       *label)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  gtk_box_append (box, button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (flag_toggled_cb), self);

  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
new_vision_column (PivotReadingAids *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_heading (_("See the map with")));
  for (guint i = 0; i < PIVOT_N_VISIONS; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(visions[i]));

      self->vision_buttons[i] = GTK_CHECK_BUTTON (button);
      if (i > 0)
        gtk_check_button_set_group (self->vision_buttons[i], self->vision_buttons[0]);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (vision_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
new_check_column (PivotReadingAids *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  /* Translators: heading over which classes of the map cannot be told apart on a photocopy, and which not on a projector. */
  gtk_box_append (GTK_BOX (box), new_heading (_("Do the classes stay apart?")));
  self->check_view = pivot_class_check_view_new ();
  gtk_box_append (GTK_BOX (box), self->check_view);

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_heading (_("Besides colour")));
  self->hatching_button = add_flag (self, GTK_BOX (box), _("_Hatch the classes"));
  self->stability_button = add_flag (self, GTK_BOX (box), _("_Mark places whose class depends on the method"));

  return box;
}

/* Side by side, so that it fits under its button in a small window. */
static GtkWidget *
new_popover (PivotReadingAids *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "reading-aids");
  gtk_box_append (GTK_BOX (box), new_vision_column (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), new_check_column (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

/* What few open is not made before that. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  PivotReadingAids *self = PIVOT_READING_AIDS (user_data);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  gtk_menu_button_set_popover (button, new_popover (self));
  pivot_widget_name_mnemonics (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  pivot_class_check_view_set_style (PIVOT_CLASS_CHECK_VIEW (self->check_view), &self->style);
  pivot_class_check_view_set_session (PIVOT_CLASS_CHECK_VIEW (self->check_view), self->session);
  update (self);
}

static void
pivot_reading_aids_dispose (GObject *object)
{
  PivotReadingAids *self = PIVOT_READING_AIDS (object);

  pivot_reading_aids_set_session (self, NULL);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (pivot_reading_aids_parent_class)->dispose (object);
}

static void
pivot_reading_aids_class_init (PivotReadingAidsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_reading_aids_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_reading_aids_init (PivotReadingAids *self)
{
  pivot_style_init_light (&self->style);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-reveal-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->button, _("Reading aids: colour vision, copies and projectors, hatching, uncertain classes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading aids"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * pivot_reading_aids_set_session:
 * @self: reading aids
 * @session: (nullable): whose map they are for
 *
 * Sets the session.
 */
void
pivot_reading_aids_set_session (PivotReadingAids *self,
                                PivotSession     *session)
{
  g_return_if_fail (PIVOT_IS_READING_AIDS (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->check_view != NULL)
    pivot_class_check_view_set_session (PIVOT_CLASS_CHECK_VIEW (self->check_view), session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (update), self);
  update (self);
}

/**
 * pivot_reading_aids_set_style:
 * @self: reading aids
 * @style: how the map is drawn, in its own colours; copied
 *
 * Sets the style, light or dark.
 */
void
pivot_reading_aids_set_style (PivotReadingAids *self,
                              const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_READING_AIDS (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  if (self->check_view != NULL)
    pivot_class_check_view_set_style (PIVOT_CLASS_CHECK_VIEW (self->check_view), style);
}

/**
 * pivot_reading_aids_get_vision_name:
 * @vision: a kind of colour vision
 *
 * Names it.
 *
 * Returns: (transfer none): the name, translated
 */
const char *
pivot_reading_aids_get_vision_name (PivotVision vision)
{
  g_return_val_if_fail (vision < PIVOT_N_VISIONS, "");

  return _(visions[vision]);
}
