/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-pane-icon.h"

#include "pivot-compat.h"

/* All in px of an icon of that size. */
#define SIZE 16
#define FRAME GRAPHENE_RECT_INIT (1, 2, 14, 12)
#define FRAME_RADIUS 2.5f
#define FRAME_LINE 1.5f

struct _PivotPaneIcon
{
  GtkWidget        parent_instance;

  GtkPositionType  edge;     /* where the pane is */
};

G_DEFINE_FINAL_TYPE (PivotPaneIcon, pivot_pane_icon, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_EDGE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static graphene_rect_t
get_pane (GtkPositionType edge)
{
  switch (edge)
    {
    case GTK_POS_LEFT:
      return GRAPHENE_RECT_INIT (3.5f, 4.5f, 3, 7);
    case GTK_POS_RIGHT:
      return GRAPHENE_RECT_INIT (9.5f, 4.5f, 3, 7);
    case GTK_POS_TOP:
      return GRAPHENE_RECT_INIT (3.5f, 4.5f, 9, 3);
    case GTK_POS_BOTTOM:
    default:
      return GRAPHENE_RECT_INIT (3.5f, 8.5f, 9, 3);
    }
}

static void
pivot_pane_icon_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  graphene_rect_t pane = get_pane (PIVOT_PANE_ICON (widget)->edge);
  GskRoundedRect frame;
  GdkRGBA color;

  pivot_widget_get_color (widget, &color);
  gsk_rounded_rect_init_from_rect (&frame, &FRAME, FRAME_RADIUS);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - SIZE) / 2,
                                                          (gtk_widget_get_height (widget) - SIZE) / 2));
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { FRAME_LINE, FRAME_LINE, FRAME_LINE, FRAME_LINE },
                              (GdkRGBA[4]) { color, color, color, color });
  gtk_snapshot_append_color (snapshot, &color, &pane);
  gtk_snapshot_restore (snapshot);
}

static void
pivot_pane_icon_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
pivot_pane_icon_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EDGE:
      g_value_set_enum (value, PIVOT_PANE_ICON (object)->edge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_pane_icon_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EDGE:
      PIVOT_PANE_ICON (object)->edge = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_pane_icon_class_init (PivotPaneIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pivot_pane_icon_get_property;
  object_class->set_property = pivot_pane_icon_set_property;
  widget_class->snapshot = pivot_pane_icon_snapshot;
  widget_class->measure = pivot_pane_icon_measure;

  properties[PROP_EDGE] =
    g_param_spec_enum ("edge", NULL, NULL, GTK_TYPE_POSITION_TYPE, GTK_POS_LEFT,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pivot_pane_icon_init (PivotPaneIcon *self)
{
}
