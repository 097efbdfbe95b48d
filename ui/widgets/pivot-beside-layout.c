/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-beside-layout.h"

#define TEXT_WIDTH    580   /* px of a column of text, about 68 letters of its size */
#define MIN_PICTURE   600   /* px that a picture beside it has at least */
#define MAX_PICTURE   1000
#define SPACING       48
#define ROW_SPACING   28

struct _PivotBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PivotBesideLayout, pivot_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static gboolean
has_picture (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *picture = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;

  return picture != NULL && gtk_widget_should_layout (picture);
}

/* Returns the height. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  gboolean beside = has_picture (widget) && width >= TEXT_WIDTH + SPACING + MIN_PICTURE;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int text_width = MIN (width, TEXT_WIDTH);
  int picture_width = MIN (beside ? width - TEXT_WIDTH - SPACING : width, MAX_PICTURE);
  int bottom = 0, picture_bottom = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      gboolean is_picture = i == 1;
      GtkAllocation place = { 0, 0, is_picture ? picture_width : text_width, 0 };

      if (!gtk_widget_should_layout (child))
        continue;

      if (beside && is_picture)
        place.x = TEXT_WIDTH + SPACING;
      else
        place.y = bottom > 0 ? bottom + ROW_SPACING : 0;
      place.height = measure_height (child, place.width);
      if (beside && is_picture)
        picture_bottom = place.height;
      else
        bottom = place.y + place.height;

      if (right_to_left)
        place.x = width - place.x - place.width;
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
    }

  return MAX (bottom, picture_bottom);
}

static GtkSizeRequestMode
pivot_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pivot_beside_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_least;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, NULL, NULL, NULL);
        least = MAX (least, child_least);
      }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, TEXT_WIDTH);
    }
  else
    {
      *minimum = *natural = arrange (widget, for_size >= 0 ? for_size : MAX (least, TEXT_WIDTH), FALSE);
    }
}

static void
pivot_beside_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  arrange (widget, width, TRUE);
}

static void
pivot_beside_layout_class_init (PivotBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = pivot_beside_layout_get_request_mode;
  layout_class->measure = pivot_beside_layout_measure;
  layout_class->allocate = pivot_beside_layout_allocate;
}

static void
pivot_beside_layout_init (PivotBesideLayout *self)
{
}
