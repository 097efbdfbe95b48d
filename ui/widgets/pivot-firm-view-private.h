/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-firm-view.h"
#include "pivot-receipt.h"

G_BEGIN_DECLS

/* The parts of a firm's page. */

/* A line of the grid of facts: what, the value, and a button for where it comes from. on_receipt is called with the button. */
void       _pivot_firm_fact_attach (GtkGrid      *grid,
                                    int           row,
                                    PivotReceipt *receipt,
                                    PivotPlace   *place,
                                    GCallback     on_receipt,
                                    gpointer      user_data);
/* Opens a web page, on a click only. */
void       _pivot_firm_website_attach (GtkGrid    *grid,
                                       int         row,
                                       const char *address);
/* A source: title, publisher, date; a button if it is on the web. */
GtkWidget *_pivot_firm_source_new  (PivotSource *source);

G_END_DECLS
