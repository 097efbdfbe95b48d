/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-theme.h"

#include <string.h>

#define PORTAL_BUS_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define COLOR_SCHEME "color-scheme"

/* The portal's values of color-scheme. */
enum { SCHEME_NONE, SCHEME_DARK, SCHEME_LIGHT };

struct _PivotTheme
{
  GObject          parent_instance;

  char            *mode;
  gboolean         gtk_dark;     /* what GTK was told before we touched it */
  guint            scheme;       /* what the portal says */
  gboolean         dark;

  GDBusConnection *bus;
  guint            subscription;
  GCancellable    *cancellable;
};

G_DEFINE_FINAL_TYPE (PivotTheme, pivot_theme, G_TYPE_OBJECT)

enum { PROP_0, PROP_MODE, PROP_DARK, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
is_dark_name (const char *name)
{
  return name != NULL && (g_str_has_suffix (name, "-dark") || g_str_has_suffix (name, ":dark"));
}

static void
update (PivotTheme *self)
{
  const char *forced = g_getenv ("GTK_THEME");
  gboolean before, dark;

  /* GTK obeys this alone, whatever it is told besides. */
  if (forced != NULL && *forced != '\0')
    dark = is_dark_name (forced);
  else if (g_str_equal (self->mode, "dark"))
    dark = TRUE;
  else if (g_str_equal (self->mode, "light"))
    dark = FALSE;
  else if (self->scheme != SCHEME_NONE)
    dark = self->scheme == SCHEME_DARK;
  else
    dark = self->gtk_dark;

  /* GTK loads its whole theme again when this is set, even to what it is: 25 ms. */
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &before, NULL);
  if (before != dark)
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);

  if (self->dark == dark)
    return;

  self->dark = dark;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

static void
take_scheme (PivotTheme *self,
             GVariant   *value)
{
  g_autoptr(GVariant) inner = g_variant_ref (value);

  /* Read () wraps its answer in one more variant than the signal does. */
  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }

  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;

  self->scheme = g_variant_get_uint32 (inner);
  update (self);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  const char *group, *key;
  g_autoptr(GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, COLOR_SCHEME))
    take_scheme (PIVOT_THEME (user_data), value);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr(GVariant) value = NULL;

  /* No portal, no answer, or the theme is gone: GTK's own setting stands. */
  if (answer == NULL)
    return;

  value = g_variant_get_child_value (answer, 0);
  take_scheme (PIVOT_THEME (user_data), value);
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);
  PivotTheme *self;

  if (bus == NULL)
    return;

  self = PIVOT_THEME (user_data);
  self->bus = g_object_ref (bus);
  self->subscription =
    g_dbus_connection_signal_subscribe (bus, PORTAL_BUS_NAME, PORTAL_INTERFACE, "SettingChanged",
                                        PORTAL_PATH, APPEARANCE, G_DBUS_SIGNAL_FLAGS_NONE,
                                        setting_changed_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_BUS_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", APPEARANCE, COLOR_SCHEME), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, 2000, self->cancellable, read_cb, self);
}

static void
pivot_theme_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PivotTheme *self = PIVOT_THEME (object);

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_string (value, self->mode);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_theme_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_MODE:
      pivot_theme_set_mode (PIVOT_THEME (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_theme_dispose (GObject *object)
{
  PivotTheme *self = PIVOT_THEME (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (pivot_theme_parent_class)->dispose (object);
}

static void
pivot_theme_finalize (GObject *object)
{
  PivotTheme *self = PIVOT_THEME (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->mode, g_free);

  G_OBJECT_CLASS (pivot_theme_parent_class)->finalize (object);
}

static void
pivot_theme_class_init (PivotThemeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_theme_dispose;
  object_class->finalize = pivot_theme_finalize;
  object_class->get_property = pivot_theme_get_property;
  object_class->set_property = pivot_theme_set_property;

  properties[PROP_MODE] =
    g_param_spec_string ("mode", NULL, NULL, "system",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DARK] =
    g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pivot_theme_init (PivotTheme *self)
{
  g_autofree char *name = NULL;

  self->mode = g_strdup ("system");
  self->cancellable = g_cancellable_new ();

  g_object_get (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme", &self->gtk_dark,
                "gtk-theme-name", &name,
                NULL);
  if (is_dark_name (name))
    self->gtk_dark = TRUE;

  update (self);
}

PivotTheme *
pivot_theme_new (void)
{
  PivotTheme *self = g_object_new (PIVOT_TYPE_THEME, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);

  return self;
}

gboolean
pivot_theme_get_dark (PivotTheme *self)
{
  g_return_val_if_fail (PIVOT_IS_THEME (self), FALSE);

  return self->dark;
}

const char *
pivot_theme_get_mode (PivotTheme *self)
{
  g_return_val_if_fail (PIVOT_IS_THEME (self), NULL);

  return self->mode;
}

/**
 * pivot_theme_set_mode:
 * @self: a theme
 * @mode: "system", "light" or "dark"
 *
 * Chooses who decides between light and dark.
 *
 * Anything but the three words counts as "system".
 */
void
pivot_theme_set_mode (PivotTheme *self,
                      const char *mode)
{
  g_return_if_fail (PIVOT_IS_THEME (self));

  if (g_strcmp0 (mode, "light") != 0 && g_strcmp0 (mode, "dark") != 0)
    mode = "system";

  if (g_str_equal (self->mode, mode))
    return;

  g_free (self->mode);
  self->mode = g_strdup (mode);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  update (self);
}

/* Height of the widget's text in pixels, with the desktop's text scaling in it. */
static double
get_font_size (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double dpi;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  dpi = pango_cairo_context_get_resolution (context);
  return size * (dpi > 0 ? dpi : 96.) / 72.;
}

/**
 * pivot_theme_get_style:
 * @self: a theme
 * @widget: the widget that will show the drawing
 * @style: (out caller-allocates): the style
 *
 * Gets the style of drawings that fits this theme and the widget's font.
 */
void
pivot_theme_get_style (PivotTheme *self,
                       GtkWidget  *widget,
                       PivotStyle *style)
{
  PangoContext *context;
  const char *family;
  double size;

  g_return_if_fail (PIVOT_IS_THEME (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (style != NULL);

  if (self->dark)
    pivot_style_init_dark (style);
  else
    pivot_style_init_light (style);

  context = gtk_widget_get_pango_context (widget);
  family = pango_font_description_get_family (pango_context_get_font_description (context));
  if (family != NULL)
    g_strlcpy (style->font, family, sizeof style->font);

  /* Body text of drawings is a little smaller than the window's, as captions are. */
  size = get_font_size (context);
  style->scale = CLAMP (size / 14.7, .8, 4.);
}
