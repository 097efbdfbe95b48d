/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../model/tiny-dataset.h"
#include "pivot-present.h"
#include "../finalize.h"

/* A session over the bundled dataset, and the style it is drawn in. */
typedef struct
{
  PivotDataset *dataset;
  PivotSession *session;
  PivotStyle    style;
} Fixture;

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dataset = load_bundled ();
  fixture->session = pivot_session_new ();
  pivot_session_set_dataset (fixture->session, fixture->dataset);
  pivot_style_init_light (&fixture->style);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_finalize_soon (fixture->session);
  assert_finalize_soon (fixture->dataset);
}

static inline guint
place_of (PivotDataset *dataset,
          const char   *id)
{
  int place = pivot_dataset_get_place_index (dataset, id);

  g_assert_cmpint (place, >=, 0);

  return (guint) place;
}

/* Fails with the whole text, so that the log says what was there instead. */
#define assert_contains(text, part) \
  G_STMT_START { \
    if ((text) == NULL || strstr ((text), (part)) == NULL) \
      g_error ("%s:%d: expected “%s” in “%s”", __FILE__, __LINE__, (part), (text) != NULL ? (text) : "(null)"); \
  } G_STMT_END

#define assert_lacks(text, part) \
  G_STMT_START { \
    if ((text) != NULL && strstr ((text), (part)) != NULL) \
      g_error ("%s:%d: did not expect “%s” in “%s”", __FILE__, __LINE__, (part), (text)); \
  } G_STMT_END
