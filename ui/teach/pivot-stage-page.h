/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-presentation.h"
#include "pivot-theme.h"

G_BEGIN_DECLS

/* A step of a presentation as a page: text, figure, live map, and what is laid over them. Everything is in proportion to the page, so
 * that it looks the same at any size. The stage shows one, and the presenter's window smaller ones. */
#define PIVOT_TYPE_STAGE_PAGE (pivot_stage_page_get_type ())
G_DECLARE_FINAL_TYPE (PivotStagePage, pivot_stage_page, PIVOT, STAGE_PAGE, GtkWidget)

GtkWidget *pivot_stage_page_new    (PivotPresentation *presentation, PivotTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
/* Prepares for a size, so that the first frame is right. */
void       pivot_stage_page_expect (PivotStagePage *self, int width, int height);

G_END_DECLS
