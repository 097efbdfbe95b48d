/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-wrap-layout.h"

/* Children stand in lines, each as wide as it likes to be and never wider than the whole. */
struct _PivotWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (PivotWrapLayout, pivot_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_0, PROP_SPACING, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Where the next child goes. */
typedef struct
{
  int x, y;
  int line_height;
} Pen;

static void
pen_place (Pen           *pen,
           GtkWidget     *child,
           int            width,
           int            spacing,
           GtkAllocation *place)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place->width = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);

  if (pen->x > 0 && pen->x + place->width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + spacing;
      pen->line_height = 0;
    }

  place->x = pen->x;
  place->y = pen->y;
  pen->x += place->width + spacing;
  pen->line_height = MAX (pen->line_height, place->height);
}

static GtkSizeRequestMode
pivot_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PivotWrapLayout *self,
               GtkWidget       *widget,
               int             *minimum,
               int             *natural)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
pivot_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  PivotWrapLayout *self = PIVOT_WRAP_LAYOUT (manager);
  GtkWidget *child;
  Pen pen = { 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  /* Without a width, a single line. */
  if (for_size < 0)
    for_size = G_MAXINT / 2;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (gtk_widget_should_layout (child))
        pen_place (&pen, child, for_size, self->spacing, &place);
    }

  *minimum = *natural = pen.y + pen.line_height;
}

static void
pivot_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  PivotWrapLayout *self = PIVOT_WRAP_LAYOUT (manager);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  Pen pen = { 0 };

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;

      pen_place (&pen, child, width, self->spacing, &place);
      if (right_to_left)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
pivot_wrap_layout_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, PIVOT_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_spacing (PivotWrapLayout *self,
             int              spacing)
{
  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}

static void
pivot_wrap_layout_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      set_spacing (PIVOT_WRAP_LAYOUT (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_wrap_layout_class_init (PivotWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = pivot_wrap_layout_get_property;
  object_class->set_property = pivot_wrap_layout_set_property;
  layout_class->get_request_mode = pivot_wrap_layout_get_request_mode;
  layout_class->measure = pivot_wrap_layout_measure;
  layout_class->allocate = pivot_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_wrap_layout_init (PivotWrapLayout *self)
{
  self->spacing = 6;
}
