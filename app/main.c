/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "pivot-application.h"
#include "pivot-paths.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PivotApplication) application = NULL;

  setlocale (LC_ALL, "");
  /* A dataset is being read in another thread by the time GTK would do the same. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, pivot_paths_get_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = pivot_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
