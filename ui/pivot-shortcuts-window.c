/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-shortcuts-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *action;     /* detailed name; NULL: the widget that has the focus answers the keys */
  const char *keys[3];    /* accelerators; the first is shown */
  const char *title;
} Shortcut;

typedef struct
{
  const char     *title;
  const Shortcut *shortcuts;
  guint           n_shortcuts;
} Group;

static const Shortcut general[] = {
  { "win.open", { "<Control>o" }, N_("Open a dataset folder") },
  { "win.open-picture", { "<Control><Shift>o" }, N_("Open a picture that was saved") },
  { "win.export", { "<Control>e" }, N_("Export a picture or numbers") },
  { "win.copy-picture::", { "<Control><Shift>c" }, N_("Copy the picture") },
  { "win.copy-data::", { "<Control><Shift>d" }, N_("Copy the numbers") },
  { "win.copy-citation::", { "<Control><Shift>k" }, N_("Copy the citation") },
  { "win.print", { "<Control>p" }, N_("Print") },
  { "win.present", { "F5" }, N_("Present") },
  { "win.search", { "<Control>f" }, N_("Search") },
  { "win.show-shortcuts", { "<Control>question", "F1" }, N_("Keyboard shortcuts") },
  { "app.quit", { "<Control>q" }, N_("Quit") },
  { "window.close", { "<Control>w" }, N_("Close the window") },
};

static const Shortcut pages[] = {
  { "win.page::map", { "<Alt>1" }, N_("Map") },
  { "win.page::firms", { "<Alt>2" }, N_("Firms") },
  { "win.page::story", { "<Alt>3" }, N_("Story") },
  { "win.page::data", { "<Alt>4" }, N_("Data") },
  { "win.page::teach", { "<Alt>5" }, N_("Teach") },
};

static const Shortcut view[] = {
  { "win.back", { "<Alt>Left" }, N_("Back to the view before") },
  { "win.forward", { "<Alt>Right" }, N_("Forward again") },
  { "win.undo", { "<Control>z" }, N_("Undo") },
  { "win.redo", { "<Control><Shift>z" }, N_("Redo") },
  { "win.reset-view", { "<Control>Home" }, N_("Reset the view") },
  { "win.drop-what-if", { "F8" }, N_("Drop the what-if, show the dataset as it is") },
  { "win.next-layout", { "<Control>g" }, N_("Next layout: map, grid, circles") },
  { "win.swap-measures", { "<Control><Shift>x" }, N_("Swap the two measures") },
  { "win.show-tab::scatter", { "<Control>1" }, N_("Scatter") },
  { "win.show-tab::ranking", { "<Control>2" }, N_("Ranking") },
  { "win.show-tab::table", { "<Control>3" }, N_("Table") },
  { "win.show-left", { "F9" }, N_("Measures and legend") },
  { "win.show-bottom", { "<Control>F9" }, N_("Charts and table") },
  { "win.show-right", { "<Shift>F9" }, N_("Place") },
};

static const Shortcut selection[] = {
  { "win.select-all", { "<Control>a" }, N_("Select all places") },
  { "win.select-none", { "<Control><Shift>a" }, N_("Select none") },
  { "win.select-invert", { "<Control><Shift>i" }, N_("Select the other places") },
};

static const Shortcut firms[] = {
  { NULL, { "<Control>Page_Up" }, N_("Previous firm of the list") },
  { NULL, { "<Control>Page_Down" }, N_("Next firm of the list") },
};

static const Shortcut map[] = {
  { NULL, { "Up" }, N_("Arrows: go to the neighbour in that direction") },
  { NULL, { "<Alt>Up", "<Alt>Down" }, N_("Go to the next place by rank") },
  { NULL, { "Home", "End" }, N_("Go to the first or the last by rank") },
  { NULL, { "Return" }, N_("Select the place") },
  { NULL, { "<Control>Return" }, N_("Add it to the selection, or take it out") },
  { NULL, { "plus" }, N_("Zoom in") },
  { NULL, { "minus" }, N_("Zoom out") },
  { NULL, { "0" }, N_("Fit everything") },
  { NULL, { "Escape" }, N_("Leave the place") },
};

static const Shortcut timeline[] = {
  { NULL, { "Left" }, N_("Go to the event before") },
  { NULL, { "Right" }, N_("Go to the event after") },
  { NULL, { "Return" }, N_("Show where it comes from") },
  { NULL, { "plus" }, N_("Show less of the time") },
  { NULL, { "minus" }, N_("Show more of the time") },
  { NULL, { "0" }, N_("Show all events") },
};

static const Shortcut reading[] = {
  { NULL, { "Page_Up" }, N_("The step of the story before") },
  { NULL, { "Page_Down" }, N_("The next step of the story") },
  { NULL, { "Return" }, N_("Go where a row of a table or a name leads, open the receipt of a number") },
  { NULL, { "<Control>c" }, N_("Copy rows of a table") },
  { NULL, { "<Control>s" }, N_("Save a table as CSV") },
};

static const Shortcut lessons[] = {
  { "win.record-lesson", { "<Control><Shift>r" }, N_("Record a lesson, or stop recording") },
  { NULL, { "<Control>s" }, N_("Save the lesson") },
  { "win.replay-next", { "<Alt>Page_Down" }, N_("The next step of a replay") },
  { "win.replay-previous", { "<Alt>Page_Up" }, N_("The step of a replay before") },
  { NULL, { "Escape" }, N_("End the replay") },
  { NULL, { "<Alt>Up", "<Alt>Down" }, N_("Move a step up or down in its lesson") },
  { NULL, { "Delete" }, N_("Delete a step") },
};

static const Shortcut presenting[] = {
  { NULL, { "Page_Down" }, N_("The next page; as well Space, and arrows") },
  { NULL, { "Page_Up" }, N_("The page before") },
  { NULL, { "Home" }, N_("The first page; End: the last") },
  { NULL, { "1", "Return" }, N_("A number, then Enter: go to that page") },
  { NULL, { "b" }, N_("Black, and back") },
  { NULL, { "w" }, N_("White, and back") },
  { NULL, { "s" }, N_("Spotlight; the mouse wheel makes it larger") },
  { NULL, { "p" }, N_("Large pointer") },
  { NULL, { "d" }, N_("Pen") },
  { NULL, { "x" }, N_("Eraser") },
  { NULL, { "c" }, N_("Clear what was drawn on the page") },
  { NULL, { "k" }, N_("Check: as a photocopy, on a washed-out projector, and back") },
  { NULL, { "h" }, N_("Hatch the classes of the map") },
  { NULL, { "n" }, N_("Presenter’s window: notes, next page, clock") },
  { NULL, { "f" }, N_("Freeze what the class sees") },
  { NULL, { "t" }, N_("Start the timer, or pause it") },
  { NULL, { "r" }, N_("Reset the timer") },
  { NULL, { "Escape" }, N_("Leave the presentation") },
};

static const Group groups[] = {
  { N_("General"), general, G_N_ELEMENTS (general) },
  { N_("Pages"), pages, G_N_ELEMENTS (pages) },
  { N_("View"), view, G_N_ELEMENTS (view) },
  { N_("Selection"), selection, G_N_ELEMENTS (selection) },
  { N_("On the page of firms"), firms, G_N_ELEMENTS (firms) },
  { N_("On the map and in charts"), map, G_N_ELEMENTS (map) },
  { N_("On a timeline"), timeline, G_N_ELEMENTS (timeline) },
  { N_("In the story and in tables"), reading, G_N_ELEMENTS (reading) },
  { N_("Lessons"), lessons, G_N_ELEMENTS (lessons) },
  { N_("While presenting"), presenting, G_N_ELEMENTS (presenting) },
};

/* Accelerators come before the widget that has the focus; in a text these keys are its own. */
static const char * const typing_keys[] = { "<Control>a", "<Control>z", "<Control><Shift>z", "<Control>Home", NULL };

static void
set_accels (GtkApplication *application,
            const Shortcut *shortcut,
            gboolean        typing)
{
  const char *keys[G_N_ELEMENTS (shortcut->keys)] = { NULL };
  guint n = 0;

  for (guint i = 0; shortcut->keys[i] != NULL; i++)
    if (!typing || !g_strv_contains (typing_keys, shortcut->keys[i]))
      keys[n++] = shortcut->keys[i];
  gtk_application_set_accels_for_action (application, shortcut->action, keys);
}

static void
set_all_accels (GtkApplication *application,
                gboolean        typing,
                gboolean        only_typing)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n_shortcuts; j++)
      {
        const Shortcut *shortcut = &groups[i].shortcuts[j];
        gboolean concerned = !only_typing;

        for (guint k = 0; shortcut->keys[k] != NULL && !concerned; k++)
          concerned = g_strv_contains (typing_keys, shortcut->keys[k]);
        if (concerned && shortcut->action != NULL)
          set_accels (application, shortcut, typing);
      }
}

/**
 * pivot_shortcuts_install:
 * @application: the application
 *
 * Sets the accelerators of all actions.
 */
void
pivot_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  set_all_accels (application, FALSE, FALSE);
}

static void
focus_cb (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);
  GtkWidget *focus = gtk_window_get_focus (window);
  gboolean typing = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);

  if (application != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), "pivot-typing")) != typing)
    {
      g_object_set_data (G_OBJECT (window), "pivot-typing", GINT_TO_POINTER (typing));
      set_all_accels (application, typing, TRUE);
    }
}

/**
 * pivot_shortcuts_follow_focus:
 * @window: a window of the application
 *
 * Leaves the keys by which texts are edited to the texts while one of them has the focus.
 */
void
pivot_shortcuts_follow_focus (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

static GtkWidget *
new_row (const Shortcut *shortcut)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *title = gtk_label_new (_(shortcut->title));
  GtkWidget *keys;
  g_autofree char *text = NULL;
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (shortcut->keys[0], &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  keys = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (keys, "keycap");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), keys);

  return row;
}

static GtkWidget *
new_group (const Group *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_(group->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < group->n_shortcuts; i++)
    gtk_box_append (GTK_BOX (box), new_row (&group->shortcuts[i]));

  return box;
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   unused)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/**
 * pivot_shortcuts_window_new:
 * @parent: the window it belongs to
 *
 * Makes the window that lists the keys.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
pivot_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW,
                                    "transient-for", parent,
                                    "modal", TRUE,
                                    "destroy-with-parent", TRUE,
                                    "title", _("Keyboard Shortcuts"),
                                    "default-width", 480,
                                    "default-height", 560,
                                    NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_add_css_class (box, "shortcuts");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_box_append (GTK_BOX (box), new_group (&groups[i]));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, controller);

  return window;
}
