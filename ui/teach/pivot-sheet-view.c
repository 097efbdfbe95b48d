/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-view.h"

#include "pivot-sheet-page.h"

#include <glib/gi18n-lib.h>

#define MARGIN 18
#define GAP 18
#define CAPTION_GAP 6

/* A page that is narrower cannot be read; a wider one is larger than paper. */
#define READABLE_WIDTH 560
#define PAPER_WIDTH 820

/* Its children are a title and its pages, then the next title. */
struct _PivotSheetView
{
  GtkWidget  parent_instance;

  GPtrArray *sheets;
};

G_DEFINE_FINAL_TYPE (PivotSheetView, pivot_sheet_view, GTK_TYPE_WIDGET)

static int
get_height (GtkWidget *child,
            int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? gtk_widget_get_width (widget) - x - width : x, y, width, height }, -1);
}

/* Gives the height at a width; places the children if asked to. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  int room = MAX (width - 2 * MARGIN, 1);
  int columns = MAX ((room + GAP) / (READABLE_WIDTH + GAP), 1);
  int page = MIN ((room - (columns - 1) * GAP) / columns, PAPER_WIDTH);
  int y = MARGIN, column = 0, row_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gboolean title = !PIVOT_IS_SHEET_PAGE (child);
      int height;

      if (column > 0 && (title || column == columns))
        {
          y += row_height + GAP;
          column = 0;
          row_height = 0;
        }
      height = get_height (child, title ? room : page);
      if (allocate)
        place (widget, child, MARGIN + column * (page + GAP), y, title ? room : page, height);
      if (title)
        y += height + CAPTION_GAP;
      else
        {
          row_height = MAX (row_height, height);
          column++;
        }
    }

  return y + row_height + MARGIN;
}

static GtkSizeRequestMode
pivot_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pivot_sheet_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int least;

          gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
          *minimum = MAX (*minimum, least);
        }
      *minimum += 2 * MARGIN;
      *natural = MAX (*minimum, READABLE_WIDTH + 2 * MARGIN);
    }
  else
    *minimum = *natural = arrange (widget, for_size >= 0 ? for_size : READABLE_WIDTH + 2 * MARGIN, FALSE);
}

static void
pivot_sheet_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  arrange (widget, width, TRUE);
}

static void
pivot_sheet_view_dispose (GObject *object)
{
  pivot_sheet_view_clear (PIVOT_SHEET_VIEW (object));

  G_OBJECT_CLASS (pivot_sheet_view_parent_class)->dispose (object);
}

static void
pivot_sheet_view_finalize (GObject *object)
{
  PivotSheetView *self = PIVOT_SHEET_VIEW (object);

  g_ptr_array_unref (self->sheets);

  G_OBJECT_CLASS (pivot_sheet_view_parent_class)->finalize (object);
}

static void
pivot_sheet_view_class_init (PivotSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_sheet_view_dispose;
  object_class->finalize = pivot_sheet_view_finalize;

  widget_class->get_request_mode = pivot_sheet_view_get_request_mode;
  widget_class->measure = pivot_sheet_view_measure;
  widget_class->size_allocate = pivot_sheet_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sheetview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pivot_sheet_view_init (PivotSheetView *self)
{
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_sheet_free);
}

/**
 * pivot_sheet_view_new:
 *
 * Makes a view without pages.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_sheet_view_new (void)
{
  return g_object_new (PIVOT_TYPE_SHEET_VIEW, NULL);
}

/**
 * pivot_sheet_view_clear:
 * @self: a view
 *
 * Removes all pages.
 */
void
pivot_sheet_view_clear (PivotSheetView *self)
{
  GtkWidget *child;

  g_return_if_fail (PIVOT_IS_SHEET_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->sheets, 0);
}

/**
 * pivot_sheet_view_add: (skip)
 * @self: a view
 * @sheet: (transfer full): a sheet
 * @title: what it is
 *
 * Adds the pages of a sheet after the others.
 */
void
pivot_sheet_view_add (PivotSheetView *self,
                      PivotSheet     *sheet,
                      const char     *title)
{
  GtkWidget *label;
  guint n;

  g_return_if_fail (PIVOT_IS_SHEET_VIEW (self));
  g_return_if_fail (sheet != NULL && title != NULL);

  g_ptr_array_add (self->sheets, sheet);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  n = pivot_sheet_get_n_pages (sheet);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: what a document is ("Worksheet"), number of a page, and of how many. */
      g_autofree char *name = g_strdup_printf (_("%1$s, page %2$u of %3$u"), title, i + 1, n);

      gtk_widget_set_parent (pivot_sheet_page_new (sheet, i, name), GTK_WIDGET (self));
    }
}
