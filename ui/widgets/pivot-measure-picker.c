/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-measure-picker.h"

#include <glib/gi18n-lib.h>

#include "pivot-compat.h"

struct _PivotMeasurePicker
{
  GtkWidget     parent_instance;

  PivotSession *session;
  gboolean      against;
  gboolean      updating;   /* the drop-down is being told, not asked */

  GtkDropDown  *drop_down;
};

G_DEFINE_FINAL_TYPE (PivotMeasurePicker, pivot_measure_picker, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, PROP_AGAINST, N_PROPS };
static GParamSpec *properties[N_PROPS];

static PivotMeasure *
get_chosen (PivotMeasurePicker *self)
{
  return self->against ? pivot_session_get_against (self->session) : pivot_session_get_measure (self->session);
}

/* "%, 10 places": what a row says under the name. */
static char *
describe (gpointer      unused,
          PivotMeasure *measure)
{
  const char *unit;
  g_autofree char *places = NULL;
  guint n;

  if (measure == NULL)
    return NULL;

  n = pivot_measure_get_n_values (measure);
  unit = pivot_text_get (pivot_measure_get_unit (measure));
  places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&places);

  /* Translators: unit of a measure, then how many places have a value: "%, 10 places". */
  return g_strdup_printf (_("%s, %s"), unit, places);
}

static void
select_chosen (PivotMeasurePicker *self)
{
  PivotMeasure *chosen = get_chosen (self);
  GListModel *model = gtk_drop_down_get_model (self->drop_down);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotMeasure) measure = g_list_model_get_item (model, i);

      /* By its id, since the session's may be that of a what-if. */
      if (chosen != NULL && g_str_equal (pivot_measure_get_id (measure), pivot_measure_get_id (chosen)))
        {
          self->updating = TRUE;
          gtk_drop_down_set_selected (self->drop_down, i);
          self->updating = FALSE;
          break;
        }
    }

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down),
                               chosen != NULL ? pivot_text_get (pivot_measure_get_description (chosen)) : NULL);
}

static void
dataset_cb (PivotMeasurePicker *self)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, dataset != NULL ? pivot_dataset_get_measures (dataset) : NULL);
  self->updating = FALSE;
  select_chosen (self);
}

static void
selected_cb (PivotMeasurePicker *self)
{
  PivotMeasure *measure = gtk_drop_down_get_selected_item (self->drop_down);

  if (self->updating || measure == NULL || self->session == NULL)
    return;

  if (self->against)
    pivot_session_set_against (self->session, pivot_measure_get_id (measure));
  else
    pivot_session_set_measure (self->session, pivot_measure_get_id (measure));
}

/* The button shows the name alone, as much of it as has room. */
static void
setup_name_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  unused)
{
  PivotMeasure *measure = PIVOT_MEASURE (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), pivot_text_get (pivot_measure_get_label (measure)));
}

static GtkListItemFactory *
new_list_factory (void)
{
  g_autoptr(GtkBuilderScope) scope = gtk_builder_cscope_new ();

  gtk_builder_cscope_add_callback_symbol (GTK_BUILDER_CSCOPE (scope), "pivot_measure_picker_describe",
                                          G_CALLBACK (describe));

  return gtk_builder_list_item_factory_new_from_resource (scope, "/org/pivot/Explorer/ui/pivot-measure-row.ui");
}

static void
pivot_measure_picker_constructed (GObject *object)
{
  PivotMeasurePicker *self = PIVOT_MEASURE_PICKER (object);

  G_OBJECT_CLASS (pivot_measure_picker_parent_class)->constructed (object);

  pivot_drop_down_set_label (self->drop_down, self->against ? _("Compared measure") : _("Measure on the map"));
}

static void
pivot_measure_picker_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PivotMeasurePicker *self = PIVOT_MEASURE_PICKER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_AGAINST:
      g_value_set_boolean (value, self->against);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_measure_picker_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PivotMeasurePicker *self = PIVOT_MEASURE_PICKER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      pivot_measure_picker_set_session (self, g_value_get_object (value));
      break;
    case PROP_AGAINST:
      self->against = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_measure_picker_dispose (GObject *object)
{
  PivotMeasurePicker *self = PIVOT_MEASURE_PICKER (object);

  pivot_measure_picker_set_session (self, NULL);
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (pivot_measure_picker_parent_class)->dispose (object);
}

static void
pivot_measure_picker_class_init (PivotMeasurePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = pivot_measure_picker_constructed;
  object_class->dispose = pivot_measure_picker_dispose;
  object_class->get_property = pivot_measure_picker_get_property;
  object_class->set_property = pivot_measure_picker_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PIVOT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_AGAINST] =
    g_param_spec_boolean ("against", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_measure_picker_init (PivotMeasurePicker *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) list_factory = NULL;
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (PIVOT_TYPE_MEASURE, NULL, "label");

  g_type_ensure (PIVOT_TYPE_MEASURE);
  list_factory = new_list_factory ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN,
                                  "expression", expression,
                                  "factory", factory,
                                  "list-factory", list_factory,
                                  "enable-search", TRUE,
                                  "hexpand", TRUE,
                                  NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

PivotSession *
pivot_measure_picker_get_session (PivotMeasurePicker *self)
{
  g_return_val_if_fail (PIVOT_IS_MEASURE_PICKER (self), NULL);

  return self->session;
}

void
pivot_measure_picker_set_session (PivotMeasurePicker *self,
                                  PivotSession       *session)
{
  g_return_if_fail (PIVOT_IS_MEASURE_PICKER (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::dataset", G_CALLBACK (dataset_cb), self);
      g_signal_connect_swapped (session, self->against ? "notify::against" : "notify::measure",
                                G_CALLBACK (select_chosen), self);
      dataset_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
