/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "pivot-application.h"
#include "pivot-batch.h"
#include "pivot-paths.h"

/* Without a locale, as scripts start programs, the system means ASCII: quotes and dashes would be printed as question marks. */
static void
use_locale (void)
{
  setlocale (LC_ALL, "");
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PivotApplication) application = NULL;

  use_locale ();
  pivot_batch_use_language (argc, argv);
  /* A dataset is being read in another thread by the time GTK would do the same. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, pivot_paths_get_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = pivot_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
