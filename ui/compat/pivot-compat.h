/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only place that looks at GTK's version: one source for 4.8 and 4.18. */
void     pivot_widget_get_color             (GtkWidget *widget, GdkRGBA *color);
/* Asks for a folder. NULL without an error: the person closed the dialog. */
void     pivot_folder_dialog_async          (GtkWindow *parent, const char *title, GFile *initial, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GFile   *pivot_folder_dialog_finish         (GAsyncResult *result, GError **error);
/* Asks where to save a file, with a name to begin with. NULL without an error: the person closed the dialog. */
void     pivot_save_dialog_async            (GtkWindow *parent, const char *title, const char *name, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GFile   *pivot_save_dialog_finish           (GAsyncResult *result, GError **error);
/* Asks for a file to open, of a kind or any. NULL without an error: the person closed the dialog. */
void     pivot_open_dialog_async            (GtkWindow *parent, const char *title, const char *kind, const char * const *suffixes,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile   *pivot_open_dialog_finish           (GAsyncResult *result, GError **error);
/* Speaks a text to the screen reader if this GTK can (4.14); else FALSE. */
gboolean pivot_widget_announce              (GtkWidget *widget, const char *text);
/* Sets the rules of a provider. */
void     pivot_css_provider_load            (GtkCssProvider *provider, const char *css);
/* Names a drop-down, and in it the button that the keyboard comes to. */
void     pivot_drop_down_set_label          (GtkDropDown *drop_down, const char *label);
/* Names the buttons in a widget whose labels have a mnemonic by their labels alone: GTK 4.8 would have the underscore spoken. */
void     pivot_widget_name_mnemonics        (GtkWidget *widget);
/* Opens a URI outside, on the user's request only. */
void     pivot_show_uri                     (GtkWindow *parent, const char *uri);
/* Gives a PDF a key of one's own. FALSE if this Cairo cannot (before 1.18). */
gboolean pivot_pdf_set_custom               (cairo_surface_t *surface, const char *name, const char *value);

G_END_DECLS
