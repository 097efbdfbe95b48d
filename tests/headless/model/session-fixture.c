/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "tiny-dataset.h"

/* Loaded once; nothing changes it. */
static PivotDataset *bundled;

guint
count (Fixture    *fixture,
       const char *property)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (fixture->notified, property));
}

guint
count_all (Fixture *fixture)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, fixture->notified);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value);

  return n;
}

void
reset (Fixture *fixture)
{
  g_hash_table_remove_all (fixture->notified);
  fixture->n_selection = 0;
  fixture->n_notified_at_selection = 0;
}

static void
notify_cb (Fixture    *fixture,
           GParamSpec *pspec)
{
  g_hash_table_insert (fixture->notified, (gpointer) pspec->name,
                       GUINT_TO_POINTER (count (fixture, pspec->name) + 1));
}

static void
selection_changed_cb (Fixture *fixture)
{
  fixture->n_selection++;
  fixture->n_notified_at_selection = count_all (fixture);
}

void
load_dataset (void)
{
  bundled = load_bundled ();
}

void
unload_dataset (void)
{
  g_assert_finalize_object (bundled);
}

void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->dataset = g_object_ref (bundled);
  fixture->notified = g_hash_table_new (g_str_hash, g_str_equal);
  fixture->session = pivot_session_new ();
  pivot_session_set_dataset (fixture->session, fixture->dataset);
  g_signal_connect_swapped (fixture->session, "notify", G_CALLBACK (notify_cb), fixture);
  g_signal_connect_swapped (fixture->session, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->dataset);
  g_hash_table_unref (fixture->notified);
}

void
assert_json (PivotSession *session,
             const char   *expected)
{
  g_autofree char *json = pivot_session_to_json (session);

  g_assert_cmpstr (json, ==, expected);
}

guint
place (Fixture    *fixture,
       const char *id)
{
  int index = pivot_dataset_get_place_index (fixture->dataset, id);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}
