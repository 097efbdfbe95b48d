/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firms-page.h"

struct _PivotFirmsPage
{
  GtkWidget     parent_instance;

  PivotSession *session;
  PivotTheme   *theme;
};

G_DEFINE_FINAL_TYPE (PivotFirmsPage, pivot_firms_page, GTK_TYPE_WIDGET)

static void
pivot_firms_page_dispose (GObject *object)
{
  PivotFirmsPage *self = PIVOT_FIRMS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_firms_page_parent_class)->dispose (object);
}

static void
pivot_firms_page_class_init (PivotFirmsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_firms_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_firms_page_init (PivotFirmsPage *self)
{
}

/**
 * pivot_firms_page_new:
 * @session: what is shown
 * @theme: says light or dark
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
pivot_firms_page_new (PivotSession *session,
                     PivotTheme   *theme)
{
  PivotFirmsPage *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_FIRMS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);

  return GTK_WIDGET (self);
}
