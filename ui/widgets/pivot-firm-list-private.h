/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-facet-button.h"
#include "pivot-firm-columns-private.h"
#include "pivot-firm-list.h"
#include "pivot-firm-rows.h"
#include "pivot-updater.h"

G_BEGIN_DECLS

/* What the files of the list share: pivot-firm-list.c follows the session, pivot-firm-list-chips.c shows what narrows it. */
struct _PivotFirmList
{
  GtkWidget          parent_instance;

  PivotSession      *session;
  PivotUpdater       updater;
  PivotFirmFilter   *filter;
  PivotFirmRows     *rows;
  PivotFirmIndex    *index;
  GtkMultiSelection *selection;
  gboolean           updating;     /* widgets are being told, not asked */
  gboolean           columns_shown; /* the first of them, once */
  guint              columns_id;
  guint              typing_id;    /* runs while what is typed is one step of the history */
  char              *applied;      /* what the filter was last told */
  double             char_width;   /* px that the columns are made for */
  GtkWidget         *facets[PIVOT_N_FIRM_FACETS];

  GtkSearchEntry    *entry;
  GtkWidget         *facet_box;
  GtkWidget         *chip_box;
  GtkStack          *stack;
  GtkLabel          *empty_title;
  GtkLabel          *empty_text;
  GtkWidget         *clear_button;
  GtkColumnView     *view;
  GtkLabel          *count_label;
  GtkDropDown       *sort_drop_down;
  GtkToggleButton   *descending_button;
};

void _pivot_firm_list_update_chips (PivotFirmList *self);
/* Whether anything narrows the list. */
gboolean _pivot_firm_list_is_narrowed (PivotFirmList *self);
void _pivot_firm_list_clear (PivotFirmList *self);

G_END_DECLS
