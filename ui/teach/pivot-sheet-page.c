/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-page.h"

#include <math.h>

#include "pivot-picture.h"

#define LEAST_WIDTH 180

struct _PivotSheetPage
{
  GtkWidget        parent_instance;

  PivotSheet      *sheet;    /* not owned */
  guint            number;
  cairo_surface_t *picture;  /* of this width and scale; or NULL */
  int              width;
  int              scale;
};

G_DEFINE_FINAL_TYPE (PivotSheetPage, pivot_sheet_page, GTK_TYPE_WIDGET)

static void
draw (PivotSheetPage *self,
      int             width,
      int             height,
      int             scale)
{
  double page_width, page_height;
  cairo_t *cr;

  pivot_sheet_get_size (self->sheet, &page_width, &page_height);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = pivot_picture_new (width, height, scale);
  self->width = width;
  self->scale = scale;
  cr = cairo_create (self->picture);
  cairo_scale (cr, width / page_width, width / page_width);
  pivot_sheet_draw (self->sheet, self->number, cr);
  cairo_destroy (cr);
}

static void
pivot_sheet_page_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PivotSheetPage *self = PIVOT_SHEET_PAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), scale = gtk_widget_get_scale_factor (widget);
  g_autoptr(GskRenderNode) node = NULL;

  if (width <= 0 || height <= 0)
    return;

  if (self->picture == NULL || self->width != width || self->scale != scale)
    draw (self, width, height, scale);
  node = pivot_picture_to_node (self->picture, width, height, widget);
  gtk_snapshot_append_node (snapshot, node);
}

static GtkSizeRequestMode
pivot_sheet_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pivot_sheet_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PivotSheetPage *self = PIVOT_SHEET_PAGE (widget);
  double width, height;

  pivot_sheet_get_size (self->sheet, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) width;
    }
  else
    *minimum = *natural = (int) ceil ((for_size >= 0 ? for_size : LEAST_WIDTH) * height / width);
}

static void
pivot_sheet_page_finalize (GObject *object)
{
  PivotSheetPage *self = PIVOT_SHEET_PAGE (object);

  g_clear_pointer (&self->picture, cairo_surface_destroy);

  G_OBJECT_CLASS (pivot_sheet_page_parent_class)->finalize (object);
}

static void
pivot_sheet_page_class_init (PivotSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pivot_sheet_page_finalize;

  widget_class->snapshot = pivot_sheet_page_snapshot;
  widget_class->get_request_mode = pivot_sheet_page_get_request_mode;
  widget_class->measure = pivot_sheet_page_measure;

  gtk_widget_class_set_css_name (widget_class, "sheetpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pivot_sheet_page_init (PivotSheetPage *self)
{
}

/**
 * pivot_sheet_page_new: (skip)
 * @sheet: a sheet
 * @number: one of its pages, from 0
 * @name: how it is called
 *
 * Makes a page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_sheet_page_new (PivotSheet *sheet,
                      guint       number,
                      const char *name)
{
  PivotSheetPage *self;

  g_return_val_if_fail (sheet != NULL && number < pivot_sheet_get_n_pages (sheet), NULL);

  self = g_object_new (PIVOT_TYPE_SHEET_PAGE, NULL);
  self->sheet = sheet;
  self->number = number;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
