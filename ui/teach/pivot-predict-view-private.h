/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-guess-book.h"
#include "pivot-map-view.h"
#include "pivot-predict-drawing.h"
#include "pivot-predict-line-setup.h"
#include "pivot-predict-line.h"
#include "pivot-predict-order.h"
#include "pivot-predict-view.h"
#include "pivot-updater.h"

G_BEGIN_DECLS

/* The class is in three files: -view.c has what is guessed, -view-parts.c builds the widgets and fills the smaller ones, -view-teams.c
 * tells of those who guess. */
struct _PivotPredictView
{
  GtkWidget          parent_instance;

  PivotSession      *session;
  PivotTheme        *theme;
  PivotGuessBook    *book;
  PivotStyle         style;
  gboolean           telling;        /* widgets are being told, not asked */
  PivotUpdater       updater;

  guint              brush;          /* class that is painted with; PIVOT_CLASSES_MAX: takes a guess back */
  gboolean           was_revealed;   /* as shown */
  double             revealed;       /* how far the map is from the guess (0) to the data (1) */
  gint64             reveal_start;   /* µs of the frame clock */
  guint              reveal_id;
  PivotDataset      *dataset;        /* that the maps' backdrop is of */

  GtkToggleButton   *kinds[PIVOT_GUESS_N_KINDS];
  GtkDropDown       *places;
  GtkWidget         *places_box;
  GtkSpinButton     *seed;
  GtkWidget         *teams;
  GtkEntry          *team_entry;
  GtkWidget         *reveal;
  GtkWidget         *anew;
  GtkLabel          *question;
  GtkLabel          *hint;
  GtkWidget         *warning;
  GtkLabel          *warning_label;
  GtkWidget         *swatches;
  GtkWidget         *order_box;
  PivotPredictOrder *order;
  PivotMapView      *map;
  GtkWidget         *difference_box;
  PivotMapView      *difference;
  GtkWidget         *ends;
  GtkWidget         *measure;
  GtkWidget         *maps;
  GtkWidget         *line_setup;
  GtkWidget         *line;
};

PivotGuessKind _pivot_predict_view_get_kind    (PivotPredictView *self);
const char    *_pivot_predict_view_get_team    (PivotPredictView *self);
char          *_pivot_predict_view_get_about   (PivotPredictView *self); /* what is asked; "" for nothing (transfer full) */
void           _pivot_predict_view_set_brush   (PivotPredictView *self, guint brush);
void           _pivot_predict_view_mark        (PivotPredictView *self); /* something has changed */
void           _pivot_predict_view_build       (PivotPredictView *self);
void           _pivot_predict_view_update_teams    (PivotPredictView *self);
void           _pivot_predict_view_update_swatches (PivotPredictView *self, const PivotClasses *classes);
void           _pivot_predict_view_update_ends     (PivotPredictView *self);
void           _pivot_predict_view_update_settings (PivotPredictView *self);
const char    *_pivot_predict_view_get_sign        (guint team, const char **color);
void           _pivot_predict_view_empty           (GtkWidget *box);
GtkWidget     *_pivot_predict_view_new_text    (const char *text, const char *css_class);

G_END_DECLS
