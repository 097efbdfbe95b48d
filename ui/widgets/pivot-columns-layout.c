/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-columns-layout.h"

#define MAX_COLUMNS 3
#define COLUMN_WIDTH 310   /* px that a column has at least, if there are several */
#define SPACING 30

struct _PivotColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PivotColumnsLayout, pivot_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_minimum (GtkWidget *widget)
{
  int minimum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_minimum;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
        minimum = MAX (minimum, child_minimum);
      }

  return minimum;
}

/* Returns the height of the longest column. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  int least = MAX (COLUMN_WIDTH, get_minimum (widget));
  int n_columns = CLAMP ((width + SPACING) / (least + SPACING), 1, MAX_COLUMNS);
  int column_width = (width - (n_columns - 1) * SPACING) / n_columns;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int heights[MAX_COLUMNS] = { 0 };
  int longest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int column = 0, height;
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;

      for (int i = 1; i < n_columns; i++)
        if (heights[i] < heights[column])
          column = i;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
      place = (GtkAllocation) { column * (column_width + SPACING), heights[column], column_width, height };
      if (right_to_left)
        place.x = width - place.x - column_width;
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
      longest = MAX (longest, heights[column] + height);
      heights[column] += height + SPACING;
    }

  return longest;
}

static GtkSizeRequestMode
pivot_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pivot_columns_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_minimum (widget);
      *natural = MAX (*minimum, COLUMN_WIDTH);
    }
  else
    {
      *minimum = *natural = arrange (widget, for_size >= 0 ? for_size : MAX (get_minimum (widget), COLUMN_WIDTH), FALSE);
    }
}

static void
pivot_columns_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  arrange (widget, width, TRUE);
}

static void
pivot_columns_layout_class_init (PivotColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = pivot_columns_layout_get_request_mode;
  layout_class->measure = pivot_columns_layout_measure;
  layout_class->allocate = pivot_columns_layout_allocate;
}

static void
pivot_columns_layout_init (PivotColumnsLayout *self)
{
}
