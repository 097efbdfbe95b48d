/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-palette-picker.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"
#include "pivot-palette.h"
#include "pivot-present.h"

#define N_SWATCHES 7

struct _PivotPalettePicker
{
  GtkWidget      parent_instance;

  PivotSession  *session;
  gboolean       dark;
  PivotVision    vision;       /* that the colours are shown with */
  gboolean       updating;

  GtkStringList *ids;
  GtkDropDown   *drop_down;
};

G_DEFINE_FINAL_TYPE (PivotPalettePicker, pivot_palette_picker, GTK_TYPE_WIDGET)

static void update (PivotPalettePicker *self);

static void
draw_swatches (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        user_data)
{
  PivotPalettePicker *self = PIVOT_PALETTE_PICKER (user_data);
  const PivotPalette *palette = g_object_get_data (G_OBJECT (area), "palette");
  GdkRGBA colors[N_SWATCHES];

  if (palette == NULL || self->session == NULL)
    return;

  pivot_palette_get_colors (palette, N_SWATCHES, -1, pivot_session_get_reversed (self->session), self->dark, colors);
  pivot_vision_apply (pivot_session_get_vision (self->session), colors, N_SWATCHES);
  for (guint i = 0; i < N_SWATCHES; i++)
    {
      int left = width * i / N_SWATCHES;

      gdk_cairo_set_source_rgba (cr, &colors[i]);
      cairo_rectangle (cr, left, 0, width * (i + 1) / N_SWATCHES - left, height);
      cairo_fill (cr);
    }
}

static void
options_cb (PivotPalettePicker *self)
{
  PivotVision vision = pivot_session_get_vision (self->session);

  if (vision == self->vision)
    return;

  self->vision = vision;
  update (self);
}

static void
setup (PivotPalettePicker *self,
       GtkListItem        *item,
       gboolean            whole_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *swatches = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatches), 84);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatches), 14);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatches), draw_swatches, self, NULL);
  gtk_widget_set_valign (swatches, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatches, "swatches");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!whole_name)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), swatches);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* The button shows as much of a name as has room, and the list all of it. */
static void
setup_button_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 PivotPalettePicker       *self)
{
  setup (self, item, FALSE);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PivotPalettePicker       *self)
{
  setup (self, item, TRUE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PivotPalettePicker       *self)
{
  GtkStringObject *id = GTK_STRING_OBJECT (gtk_list_item_get_item (item));
  const PivotPalette *palette = pivot_palette_find (gtk_string_object_get_string (id));
  GtkWidget *swatches = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (swatches);

  g_object_set_data (G_OBJECT (swatches), "palette", (gpointer) palette);
  gtk_label_set_text (GTK_LABEL (label), palette != NULL ? pivot_palette_get_name (palette) : NULL);
  gtk_widget_queue_draw (swatches);
}

static PivotPaletteKind
get_kind (PivotSession *session)
{
  PivotMeasure *measure = pivot_session_get_measure (session);

  return measure != NULL && pivot_measure_get_scale (measure) == PIVOT_SCALE_DIVERGING ? PIVOT_PALETTE_DIVERGING
                                                                                       : PIVOT_PALETTE_SEQUENTIAL;
}

static void
select_chosen (PivotPalettePicker *self)
{
  const PivotPalette *chosen = pivot_present_palette (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ids));

  for (guint i = 0; chosen != NULL && i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (self->ids, i), pivot_palette_get_id (chosen)))
      {
        self->updating = TRUE;
        gtk_drop_down_set_selected (self->drop_down, i);
        self->updating = FALSE;
      }
}

static void
update (PivotPalettePicker *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  PivotPaletteKind kind = get_kind (self->session);

  for (guint i = 0; i < pivot_palette_get_n (); i++)
    if (pivot_palette_get_kind (pivot_palette_get (i)) == kind)
      g_ptr_array_add (ids, (gpointer) pivot_palette_get_id (pivot_palette_get (i)));
  g_ptr_array_add (ids, NULL);

  self->updating = TRUE;
  gtk_string_list_splice (self->ids, 0, g_list_model_get_n_items (G_LIST_MODEL (self->ids)),
                          (const char * const *) ids->pdata);
  self->updating = FALSE;
  select_chosen (self);
}

static void
selected_cb (PivotPalettePicker *self)
{
  GtkStringObject *id = gtk_drop_down_get_selected_item (self->drop_down);
  const PivotPalette *palette;

  if (self->updating || id == NULL || self->session == NULL)
    return;

  palette = pivot_palette_find (gtk_string_object_get_string (id));
  /* The default is not written down, so that it follows the measure's kind. */
  if (palette == pivot_palette_get_default (get_kind (self->session)))
    pivot_session_set_palette (self->session, "");
  else
    pivot_session_set_palette (self->session, gtk_string_object_get_string (id));
}

static void
pivot_palette_picker_dispose (GObject *object)
{
  PivotPalettePicker *self = PIVOT_PALETTE_PICKER (object);

  pivot_palette_picker_set_session (self, NULL);
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;
  g_clear_object (&self->ids);

  G_OBJECT_CLASS (pivot_palette_picker_parent_class)->dispose (object);
}

static void
pivot_palette_picker_class_init (PivotPalettePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_palette_picker_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkListItemFactory *
new_factory (PivotPalettePicker *self,
             GCallback           setup_cb)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup_cb, self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);

  return factory;
}

static void
pivot_palette_picker_init (PivotPalettePicker *self)
{
  g_autoptr(GtkListItemFactory) factory = new_factory (self, G_CALLBACK (setup_button_cb));
  g_autoptr(GtkListItemFactory) list_factory = new_factory (self, G_CALLBACK (setup_row_cb));

  self->ids = gtk_string_list_new (NULL);
  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN,
                                  "model", self->ids,
                                  "factory", factory,
                                  "list-factory", list_factory,
                                  "hexpand", TRUE,
                                  NULL);
  pivot_drop_down_set_label (self->drop_down, _("Palette"));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

void
pivot_palette_picker_set_session (PivotPalettePicker *self,
                                  PivotSession       *session)
{
  g_return_if_fail (PIVOT_IS_PALETTE_PICKER (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::measure", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::palette", G_CALLBACK (select_chosen), self);
  g_signal_connect_swapped (session, "notify::reversed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);
  self->vision = pivot_session_get_vision (session);
  update (self);
}

/**
 * pivot_palette_picker_set_dark:
 * @self: a palette picker
 * @dark: whether maps are on a dark ground
 *
 * Shows the palettes as they come out on the map.
 */
void
pivot_palette_picker_set_dark (PivotPalettePicker *self,
                               gboolean            dark)
{
  g_return_if_fail (PIVOT_IS_PALETTE_PICKER (self));

  if (self->dark == dark)
    return;

  self->dark = dark;
  if (self->session != NULL)
    update (self);
}
