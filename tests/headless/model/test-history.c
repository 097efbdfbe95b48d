/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-history.h"

#include "tiny-dataset.h"

/* Loaded once; nothing changes it. */
static PivotDataset *bundled;

typedef struct
{
  PivotDataset *dataset;
  PivotSession *session;
  PivotHistory *history;
  guint         n_back;
  guint         n_forward;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Lets the main loop turn until nothing waits any more. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->dataset = g_object_ref (bundled);
  fixture->session = pivot_session_new ();
  pivot_session_set_dataset (fixture->session, fixture->dataset);
  fixture->history = pivot_history_new (fixture->session);
  g_signal_connect_data (fixture->history, "notify::can-back", G_CALLBACK (count_cb), &fixture->n_back, NULL, G_CONNECT_SWAPPED);
  g_signal_connect_data (fixture->history, "notify::can-forward", G_CALLBACK (count_cb), &fixture->n_forward, NULL, G_CONNECT_SWAPPED);
  settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->dataset);
}

static void
assert_view (Fixture    *fixture,
             const char *view,
             gboolean    can_back,
             gboolean    can_forward)
{
  g_autofree char *json = pivot_session_to_json (fixture->session);
  gboolean back, forward;

  g_assert_cmpstr (json, ==, view);
  g_assert_cmpint (pivot_history_get_can_back (fixture->history), ==, can_back);
  g_assert_cmpint (pivot_history_get_can_forward (fixture->history), ==, can_forward);

  g_object_get (fixture->history, "can-back", &back, "can-forward", &forward, NULL);
  g_assert_cmpint (back, ==, can_back);
  g_assert_cmpint (forward, ==, can_forward);
}

static void
test_back_forward (Fixture       *fixture,
                   gconstpointer  unused)
{
  assert_view (fixture, "{}", FALSE, FALSE);
  pivot_history_back (fixture->history);
  pivot_history_forward (fixture->history);
  assert_view (fixture, "{}", FALSE, FALSE);
  g_assert_cmpuint (fixture->n_back, ==, 0);

  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  settle ();
  pivot_session_set_tab (fixture->session, "table");
  settle ();
  assert_view (fixture, "{\"page\":\"data\",\"tab\":\"table\"}", TRUE, FALSE);
  g_assert_cmpuint (fixture->n_back, ==, 1);

  pivot_history_back (fixture->history);
  settle ();
  assert_view (fixture, "{\"page\":\"data\"}", TRUE, TRUE);
  pivot_history_back (fixture->history);
  settle ();
  assert_view (fixture, "{}", FALSE, TRUE);
  pivot_history_forward (fixture->history);
  settle ();
  assert_view (fixture, "{\"page\":\"data\"}", TRUE, TRUE);

  /* A new way cuts off the old one. */
  pivot_session_set_classes (fixture->session, 7);
  settle ();
  assert_view (fixture, "{\"page\":\"data\",\"classes\":7}", TRUE, FALSE);
  pivot_history_back (fixture->history);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{}", FALSE, TRUE);

  /* Each notified when it changed, and only then. */
  g_assert_cmpuint (fixture->n_back, ==, 4);
  g_assert_cmpuint (fixture->n_forward, ==, 3);
}

static void
test_one_turn (Fixture       *fixture,
               gconstpointer  unused)
{
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  pivot_session_set_classes (fixture->session, 7);
  pivot_session_select_one (fixture->session, 0, PIVOT_SELECT_REPLACE);
  g_assert_false (pivot_history_get_can_back (fixture->history));
  settle ();
  pivot_history_back (fixture->history);
  assert_view (fixture, "{}", FALSE, TRUE);
}

/* There and back again within a turn is no step; hovering is none; a selection is. */
static void
test_no_step (Fixture       *fixture,
              gconstpointer  unused)
{
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_MAP);
  settle ();
  pivot_session_set_hovered (fixture->session, 3);
  settle ();
  assert_view (fixture, "{}", FALSE, FALSE);

  pivot_session_select_one (fixture->session, 0, PIVOT_SELECT_REPLACE);
  settle ();
  g_assert_true (pivot_history_get_can_back (fixture->history));
  pivot_history_back (fixture->history);
  g_assert_cmpint (pivot_session_get_hovered (fixture->session), ==, 3);
}

/* A drag takes many turns and is one step; going back in the midst of it undoes what there is of it. */
static void
test_change (Fixture       *fixture,
             gconstpointer  unused)
{
  for (guint round = 0; round < 2; round++)
    {
      pivot_session_begin_change (fixture->session);
      for (guint i = 2; i < 9; i++)
        {
          pivot_session_set_breaks (fixture->session, (double[]) { 3, i + 2.5 }, 2);
          settle ();
          g_assert_false (pivot_history_get_can_back (fixture->history));
        }
      if (round == 0)
        {
          pivot_session_end_change (fixture->session);
          settle ();
          g_assert_true (pivot_history_get_can_back (fixture->history));
        }
      pivot_history_flush (fixture->history);
      pivot_session_set_breaks (fixture->session, (double[]) { 3, 4 }, 2);
      pivot_history_back (fixture->history);
      pivot_history_back (fixture->history);
      assert_view (fixture, "{}", FALSE, TRUE);
    }
  pivot_session_end_change (fixture->session);
}

/* What ends a change is not part of it: Enter after a word is a step of its own, however soon it comes. */
static void
test_change_ended (Fixture       *fixture,
                   gconstpointer  unused)
{
  pivot_session_begin_change (fixture->session);
  pivot_session_set_classes (fixture->session, 3);
  pivot_session_set_classes (fixture->session, 4);
  pivot_session_end_change (fixture->session);
  pivot_session_set_reversed (fixture->session, TRUE);
  settle ();
  pivot_history_back (fixture->history);
  g_assert_cmpuint (pivot_session_get_classes (fixture->session), ==, 4);
  g_assert_false (pivot_session_get_reversed (fixture->session));
  pivot_history_back (fixture->history);
  assert_view (fixture, "{}", FALSE, TRUE);
}

/* What has not been recorded yet is, before going back; and by flush. */
static void
test_pending (Fixture       *fixture,
              gconstpointer  unused)
{
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  pivot_history_flush (fixture->history);
  g_assert_true (pivot_history_get_can_back (fixture->history));
  pivot_session_set_page (fixture->session, PIVOT_PAGE_FIRMS);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"page\":\"data\"}", TRUE, TRUE);
  pivot_history_forward (fixture->history);
  assert_view (fixture, "{\"page\":\"firms\"}", TRUE, FALSE);
}

static void
move_camera (Fixture *fixture,
             double   longitude)
{
  pivot_session_set_camera (fixture->session, longitude, 30, 4);
  settle ();
}

static void
test_camera (Fixture       *fixture,
             gconstpointer  unused)
{
  /* Three moves in a row are one. */
  move_camera (fixture, 100);
  move_camera (fixture, 101);
  move_camera (fixture, 102);

  /* Something else between, and a move is its own step again. */
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  settle ();
  move_camera (fixture, 103);

  /* So is one after a pause. */
  g_usleep (1100 * 1000);
  move_camera (fixture, 104);

  assert_view (fixture, "{\"page\":\"data\",\"camera\":{\"longitude\":104,\"latitude\":30,\"zoom\":4}}", TRUE, FALSE);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"page\":\"data\",\"camera\":{\"longitude\":103,\"latitude\":30,\"zoom\":4}}", TRUE, TRUE);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"page\":\"data\",\"camera\":{\"longitude\":102,\"latitude\":30,\"zoom\":4}}", TRUE, TRUE);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"camera\":{\"longitude\":102,\"latitude\":30,\"zoom\":4}}", TRUE, TRUE);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{}", FALSE, TRUE);
}

/* A map that settles where going back has sent it does not cut off the way forward; a person who pans later does. */
static void
test_camera_after_back (Fixture       *fixture,
                        gconstpointer  unused)
{
  move_camera (fixture, 100);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  settle ();
  pivot_history_back (fixture->history);
  settle ();
  move_camera (fixture, 100.5);
  assert_view (fixture, "{\"camera\":{\"longitude\":100.5,\"latitude\":30,\"zoom\":4}}", TRUE, TRUE);

  /* Within a second of the last move, but not of going back. */
  g_usleep (600 * 1000);
  move_camera (fixture, 100.75);
  g_usleep (600 * 1000);
  move_camera (fixture, 101);
  assert_view (fixture, "{\"camera\":{\"longitude\":101,\"latitude\":30,\"zoom\":4}}", TRUE, FALSE);
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"camera\":{\"longitude\":100.75,\"latitude\":30,\"zoom\":4}}", TRUE, TRUE);
}

/* Moved away and back at once: two steps that are the same are one. */
static void
test_camera_returns (Fixture       *fixture,
                     gconstpointer  unused)
{
  move_camera (fixture, 100);
  pivot_session_reset_camera (fixture->session);
  settle ();
  assert_view (fixture, "{}", FALSE, FALSE);
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n = 0;

  for (guint i = 0; i < 250; i++)
    {
      pivot_session_set_page (fixture->session, i % 2 == 0 ? PIVOT_PAGE_DATA : PIVOT_PAGE_MAP);
      pivot_history_flush (fixture->history);
    }

  while (pivot_history_get_can_back (fixture->history))
    {
      pivot_history_back (fixture->history);
      n++;
    }
  g_assert_cmpuint (n, ==, 199);

  n = 0;
  while (pivot_history_get_can_forward (fixture->history))
    {
      pivot_history_forward (fixture->history);
      n++;
    }
  g_assert_cmpuint (n, ==, 199);
}

/* Another dataset is another beginning; a view that is restored in the same turn belongs to it. */
static void
test_dataset (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr(PivotDataset) tiny = load_tiny (NULL, NULL);

  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  settle ();
  g_assert_true (pivot_history_get_can_back (fixture->history));

  pivot_session_set_dataset (fixture->session, tiny);
  pivot_session_set_classes (fixture->session, 9);
  g_assert_false (pivot_history_get_can_back (fixture->history));
  settle ();
  g_assert_false (pivot_history_get_can_back (fixture->history));

  pivot_session_set_classes (fixture->session, 8);
  settle ();
  pivot_history_back (fixture->history);
  g_assert_cmpuint (pivot_session_get_classes (fixture->session), ==, 9);
  g_assert_false (pivot_history_get_can_back (fixture->history));
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  unused)
{
  pivot_session_set_page (fixture->session, PIVOT_PAGE_DATA);
  settle ();
  pivot_history_clear (fixture->history);
  assert_view (fixture, "{\"page\":\"data\"}", FALSE, FALSE);
  pivot_session_set_page (fixture->session, PIVOT_PAGE_FIRMS);
  settle ();
  pivot_history_back (fixture->history);
  assert_view (fixture, "{\"page\":\"data\"}", FALSE, TRUE);
}

/* Against a plain list of what was seen: wherever one walks, the view is the one that list has. */
static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;

  g_ptr_array_add (seen, pivot_session_to_json (fixture->session));
  for (guint i = 0; i < 500; i++)
    {
      int what = g_test_rand_int_range (0, 4);

      if (what == 0)
        {
          pivot_history_back (fixture->history);
          position -= position > 0;
        }
      else if (what == 1)
        {
          pivot_history_forward (fixture->history);
          position += position + 1 < seen->len;
        }
      else if (seen->len < 150)
        {
          g_autofree char *json = NULL;

          pivot_session_select_one (fixture->session, (guint) g_test_rand_int_range (0, 31), PIVOT_SELECT_TOGGLE);
          pivot_history_flush (fixture->history);
          json = pivot_session_to_json (fixture->session);
          g_ptr_array_set_size (seen, (int) position + 1);
          if (g_strcmp0 (json, g_ptr_array_index (seen, position)) != 0)
            {
              g_ptr_array_add (seen, g_steal_pointer (&json));
              position++;
            }
        }

      assert_view (fixture, g_ptr_array_index (seen, position), position > 0, position + 1 < seen->len);
    }
}

/* A history of a session that shows nothing yet, thrown away with a turn still to come. */
static void
test_without_dataset (void)
{
  PivotSession *session = pivot_session_new ();
  PivotHistory *history = pivot_history_new (session);

  pivot_session_set_page (session, PIVOT_PAGE_DATA);
  pivot_history_back (history);
  settle ();
  g_assert_false (pivot_history_get_can_back (history));
  pivot_session_set_page (session, PIVOT_PAGE_MAP);

  g_assert_finalize_object (history);
  settle ();
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  bundled = load_bundled ();

  g_test_add ("/history/back-forward", Fixture, NULL, set_up, test_back_forward, tear_down);
  g_test_add ("/history/one-turn", Fixture, NULL, set_up, test_one_turn, tear_down);
  g_test_add ("/history/no-step", Fixture, NULL, set_up, test_no_step, tear_down);
  g_test_add ("/history/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/history/change-ended", Fixture, NULL, set_up, test_change_ended, tear_down);
  g_test_add ("/history/pending", Fixture, NULL, set_up, test_pending, tear_down);
  g_test_add ("/history/camera", Fixture, NULL, set_up, test_camera, tear_down);
  g_test_add ("/history/camera/after-back", Fixture, NULL, set_up, test_camera_after_back, tear_down);
  g_test_add ("/history/camera/returns", Fixture, NULL, set_up, test_camera_returns, tear_down);
  g_test_add ("/history/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/history/dataset", Fixture, NULL, set_up, test_dataset, tear_down);
  g_test_add ("/history/clear", Fixture, NULL, set_up, test_clear, tear_down);
  g_test_add ("/history/random-walk", Fixture, NULL, set_up, test_random_walk, tear_down);
  g_test_add_func ("/history/without-dataset", test_without_dataset);

  result = g_test_run ();

  /* Fails if a session still holds it. */
  g_assert_finalize_object (bundled);

  return result;
}
