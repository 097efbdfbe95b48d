/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-application.h"

#include <glib/gi18n-lib.h>

#include "pivot-batch.h"
#include "pivot-opener.h"
#include "pivot-paths.h"
#include "pivot-shortcuts-window.h"
#include "pivot-theme.h"
#include "pivot-validate.h"
#include "pivot-window.h"

/* A dataset that is read by then is in the first picture of the window. ms */
#define PRESENT_DELAY 250
/* Of the icon in the About dialog. px */
#define LOGO_SIZE 128

struct _PivotApplication
{
  GtkApplication  parent_instance;

  PivotOpener    *opener;
  PivotTheme     *theme;
  GSettings      *settings;     /* NULL where the schema is not installed */
  GFile          *first_folder; /* of the command line of this process */
  char           *first_view;   /* that the first dataset is to be shown with */
  guint           present_id;   /* until the window has something to show */
  GFile          *first_picture; /* to show when there is a window */
  PivotBatch     *batch;        /* what the command line says of exporting */
};

G_DEFINE_FINAL_TYPE (PivotApplication, pivot_application, GTK_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "dataset", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this dataset folder"), N_("FOLDER") },
  { "view", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Show this view; with --export, also from a file"), N_("JSON") },
  { "validate", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Check a dataset folder, print what was found, and leave"), N_("FOLDER") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[PICTURE|LESSON]") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version, and leave"), NULL },
  { NULL }
};

static PivotWindow *
get_window (PivotApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (PIVOT_IS_WINDOW (l->data))
      return PIVOT_WINDOW (l->data);

  return NULL;
}

/* Actions */

/* From the program itself, since no theme has the icon of a program that runs where it was built. */
static GdkPaintable *
load_logo (PivotWindow *window)
{
  int scale = window != NULL ? gtk_widget_get_scale_factor (GTK_WIDGET (window)) : 1;
  g_autoptr(GFile) file = g_file_new_for_uri ("resource:///org/pivot/Explorer/icon.svg");

  return GDK_PAINTABLE (gtk_icon_paintable_new_for_file (file, LOGO_SIZE, scale));
}

static void
about (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  const char *authors[] = { _("The Pivot Explorer developers"), NULL };
  PivotWindow *window = get_window (PIVOT_APPLICATION (user_data));
  g_autoptr(GdkPaintable) logo = load_logo (window);

  gtk_show_about_dialog (GTK_WINDOW (window),
                         "program-name", _("Pivot Explorer"),
                         "logo", logo,
                         "version", VERSION,
                         "comments", _("Maps and charts of China's turn from consumer internet to hard technology, "
                                       "with a source for every number.\n\n"
                                       "Boundaries: Natural Earth (public domain), de facto lines. "
                                       "Not approved for publication in mainland China.\n\n"
                                       "Colour schemes: ColorBrewer, © 2002 Cynthia Brewer, Mark Harrower and "
                                       "The Pennsylvania State University (Apache License 2.0)."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "authors", authors,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  PivotWindow *window = get_window (PIVOT_APPLICATION (user_data));
  g_autolist(GtkWindow) windows = NULL;

  /* It asks, and the end of the last window is the end. */
  if (window != NULL && pivot_window_has_unsaved (window))
    {
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  if (window != NULL)
    pivot_window_save (window);

  /* Without windows the application ends, but not before its threads have. */
  windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)), (GCopyFunc) g_object_ref, NULL);
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_destroy (GTK_WINDOW (link->data));
}

static void
view (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  PivotWindow *window = get_window (PIVOT_APPLICATION (user_data));

  if (window != NULL)
    pivot_window_apply_view (window, g_variant_get_string (parameter, NULL));
}

static void
set_color_scheme (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  PivotApplication *self = PIVOT_APPLICATION (user_data);

  pivot_theme_set_mode (self->theme, g_variant_get_string (state, NULL));
  g_simple_action_set_state (action, g_variant_new_string (pivot_theme_get_mode (self->theme)));
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "color-scheme", pivot_theme_get_mode (self->theme));
}

static const GActionEntry entries[] = {
  { "about", about },
  { "quit", quit },
  { "view", view, "s", "''" },
  { "hovered", NULL, NULL, "''" },
  { "color-scheme", NULL, "s", "'system'", set_color_scheme },
};

/* Start */

static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The folder of the last session, if it is still there, and the view it was left with. */
static GFile *
get_last_dataset (PivotApplication *self)
{
  g_autofree char *uri = NULL;
  g_autoptr(GFile) folder = NULL;

  if (self->settings == NULL)
    return pivot_paths_get_dataset ();

  uri = g_settings_get_string (self->settings, "dataset");
  if (*uri != '\0')
    folder = g_file_new_for_uri (uri);
  if (folder == NULL || !g_file_is_native (folder) || !g_file_query_exists (folder, NULL))
    return pivot_paths_get_dataset ();

  g_free (self->first_view);
  self->first_view = g_settings_get_string (self->settings, "view");
  return g_steal_pointer (&folder);
}

/* Nothing of GTK is initialised by then, so that this needs no display. */
static int
run_batch (PivotApplication *self,
           GVariantDict     *dict)
{
  g_autoptr(GFile) dataset = NULL;
  const char *folder;
  const char *json = NULL;

  if (g_variant_dict_lookup (dict, "dataset", "^&ay", &folder))
    dataset = g_file_new_for_commandline_arg (folder);
  else
    dataset = pivot_paths_get_dataset ();
  g_variant_dict_lookup (dict, "view", "&s", &json);

  return pivot_batch_run (self->batch, dataset, json);
}

static int
pivot_application_handle_local_options (GApplication *application,
                                        GVariantDict *dict)
{
  const char *folder;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Pivot Explorer %s\n", VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (dict, "validate", "^&ay", &folder))
    {
      g_autoptr(GString) report = g_string_new (NULL);
      int status = pivot_validate_run (folder, report);

      g_print ("%s", report->str);
      return status;
    }

  if (pivot_batch_is_asked (PIVOT_APPLICATION (application)->batch))
    return run_batch (PIVOT_APPLICATION (application), dict);

  if (g_variant_dict_lookup (dict, "dataset", "^&ay", &folder))
    PIVOT_APPLICATION (application)->first_folder = g_file_new_for_commandline_arg (folder);

  return -1;
}

static void
add_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/pivot/Explorer/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Reading begins here, before GTK is initialised, so that the two go on side by side. */
static void
pivot_application_startup (GApplication *application)
{
  PivotApplication *self = PIVOT_APPLICATION (application);

  self->settings = new_settings ();
  self->opener = pivot_opener_new ();
  if (self->first_folder == NULL)
    self->first_folder = get_last_dataset (self);
  pivot_opener_open (self->opener, self->first_folder);

  G_APPLICATION_CLASS (pivot_application_parent_class)->startup (application);

  add_style ();
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  pivot_shortcuts_install (GTK_APPLICATION (self));
}

static void
present (PivotApplication *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->opener, present, self);
  if (get_window (self) != NULL)
    gtk_window_present (GTK_WINDOW (get_window (self)));
}

static gboolean
present_cb (gpointer user_data)
{
  PivotApplication *self = PIVOT_APPLICATION (user_data);

  self->present_id = 0;
  present (self);

  return G_SOURCE_REMOVE;
}

/* Laying out and painting an empty window first would only make the full one come later. */
static void
present_when_opened (PivotApplication *self)
{
  if (self->present_id != 0)
    return;

  self->present_id = g_timeout_add (PRESENT_DELAY, present_cb, self);
  g_signal_connect_data (self->opener, "opened", G_CALLBACK (present), self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (self->opener, "failed", G_CALLBACK (present), self, NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
ensure_window (PivotApplication *self)
{
  PivotWindow *window = get_window (self);

  if (window == NULL)
    {
      if (self->theme == NULL)
        {
          self->theme = pivot_theme_new ();
          if (self->settings != NULL)
            {
              g_autofree char *mode = g_settings_get_string (self->settings, "color-scheme");

              g_action_group_change_action_state (G_ACTION_GROUP (self), "color-scheme", g_variant_new_string (mode));
            }
        }

      window = pivot_window_new (GTK_APPLICATION (self), self->opener, self->theme);
      if (self->first_view != NULL && *self->first_view != '\0')
        pivot_window_apply_view (window, self->first_view);
      g_clear_pointer (&self->first_view, g_free);
    }

  if (self->first_picture != NULL)
    pivot_window_open_file (window, self->first_picture);
  g_clear_object (&self->first_picture);

  if (!gtk_widget_get_visible (GTK_WIDGET (window)) && pivot_opener_get_busy (self->opener))
    present_when_opened (self);
  else
    gtk_window_present (GTK_WINDOW (window));
}

/* Opens what a start asks for, unless it is being read since startup. */
static void
open_for_command_line (PivotApplication *self,
                       GFile            *folder)
{
  g_autoptr(GFile) first = g_steal_pointer (&self->first_folder);

  if (first != NULL && pivot_opener_get_busy (self->opener) && (folder == NULL || g_file_equal (folder, first)))
    return;

  if (folder != NULL)
    {
      g_clear_pointer (&self->first_view, g_free);
      pivot_opener_open (self->opener, folder);
    }
  else if (get_window (self) == NULL)
    {
      g_autoptr(GFile) last = get_last_dataset (self);

      pivot_opener_open (self->opener, last);
    }
}

/* Every start comes through here, in the process that has the window. */
static int
pivot_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  PivotApplication *self = PIVOT_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autoptr(GFile) folder = NULL;
  g_autofree const char **names = NULL;
  const char *path;
  const char *json = NULL;

  g_variant_dict_lookup (dict, "view", "&s", &json);
  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names) && names[0] != NULL)
    {
      g_clear_object (&self->first_picture);
      self->first_picture = g_application_command_line_create_file_for_arg (command_line, names[0]);
    }
  if (g_variant_dict_lookup (dict, "dataset", "^&ay", &path))
    folder = g_application_command_line_create_file_for_arg (command_line, path);
  open_for_command_line (self, folder);

  if (json != NULL)
    {
      g_free (self->first_view);
      self->first_view = g_strdup (json);
    }

  if (get_window (self) != NULL && json != NULL)
    {
      pivot_window_apply_view (get_window (self), json);
      g_clear_pointer (&self->first_view, g_free);
    }

  ensure_window (self);

  return 0;
}

static void
pivot_application_dispose (GObject *object)
{
  PivotApplication *self = PIVOT_APPLICATION (object);

  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_object (&self->opener);
  g_clear_object (&self->theme);
  g_clear_object (&self->settings);
  g_clear_object (&self->first_folder);
  g_clear_pointer (&self->first_view, g_free);
  g_clear_object (&self->first_picture);
  g_clear_pointer (&self->batch, pivot_batch_free);

  G_OBJECT_CLASS (pivot_application_parent_class)->dispose (object);
}

static void
pivot_application_class_init (PivotApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_application_dispose;
  application_class->handle_local_options = pivot_application_handle_local_options;
  application_class->startup = pivot_application_startup;
  application_class->command_line = pivot_application_command_line;
}

static void
pivot_application_init (PivotApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->batch = pivot_batch_new ();
  g_application_add_option_group (G_APPLICATION (self), pivot_batch_get_group (self->batch));
}

/**
 * pivot_application_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): an application
 */
PivotApplication *
pivot_application_new (void)
{
  PivotApplication *self = g_object_new (PIVOT_TYPE_APPLICATION,
                                         "application-id", APP_ID,
                                         "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                                         NULL);

  /* With a path, GTK would add its icons to a theme that it is reading in a thread by then, and read all of that again, here. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);

  return self;
}
