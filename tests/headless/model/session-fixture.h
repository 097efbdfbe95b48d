/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"

G_BEGIN_DECLS

/* A session over the bundled dataset, and what it has said since it was made. */
typedef struct
{
  PivotDataset *dataset;
  PivotSession *session;
  GHashTable   *notified;   /* property → how often */
  guint         n_selection;
  guint         n_notified_at_selection;
} Fixture;

/* The bundled dataset, for all cases: before the first, and after the last. */
void  load_dataset   (void);
void  unload_dataset (void); /* fails if a session still holds it */

void  set_up         (Fixture *fixture, gconstpointer unused);
void  tear_down      (Fixture *fixture, gconstpointer unused);

/* Notifications of a property, or of all. */
guint count          (Fixture *fixture, const char *property);
guint count_all      (Fixture *fixture);
void  reset          (Fixture *fixture);

void  assert_json    (PivotSession *session, const char *expected);
guint place          (Fixture *fixture, const char *id); /* its index */

G_END_DECLS
