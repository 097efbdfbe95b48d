/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "pivot-present-proof.h"

/* As the page is drawn through it. */
static void
apply (PivotOutput  output,
       GdkRGBA     *color)
{
  const float in[3] = { color->red, color->green, color->blue };
  float gain[3][3], offset, out[3];

  pivot_present_proof_matrix (output, gain, &offset);
  for (guint i = 0; i < 3; i++)
    out[i] = CLAMP (gain[i][0] * in[0] + gain[i][1] * in[1] + gain[i][2] * in[2] + offset, 0, 1);
  *color = (GdkRGBA) { out[0], out[1], out[2], color->alpha };
}

static void
test_colors (void)
{
  GdkRGBA red = { 1, 0, 0, 1 }, blue = { 0, 0, 1, 0.5f }, black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, same = { 0.2f, 0.4f, 0.6f, 1 };

  apply (PIVOT_OUTPUT_SCREEN, &same);
  g_assert_true (gdk_rgba_equal (&same, &(GdkRGBA) { 0.2f, 0.4f, 0.6f, 1 }));

  apply (PIVOT_OUTPUT_PHOTOCOPY, &red);
  apply (PIVOT_OUTPUT_PHOTOCOPY, &blue);
  g_assert_cmpfloat (red.red, ==, red.green);
  g_assert_cmpfloat (red.green, ==, red.blue);
  g_assert_cmpfloat (red.red, >, blue.red);
  g_assert_cmpfloat (blue.alpha, ==, 0.5f);

  /* Black is grey in a lit room, and white stays. */
  apply (PIVOT_OUTPUT_PROJECTOR, &black);
  apply (PIVOT_OUTPUT_PROJECTOR, &white);
  g_assert_cmpfloat_with_epsilon (black.red, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (white.blue, 1, 1e-6);
}

static void
check (Fixture     *fixture,
       const char  *view,
       PivotOutput  output,
       gboolean     expected)
{
  gboolean told;
  g_autofree char *sentence = NULL;

  g_assert_true (pivot_session_apply_json (fixture->session, view, FALSE, NULL));
  sentence = pivot_present_proof_sentence (fixture->session, &fixture->style, output, &told);
  g_assert_cmpint (told, ==, output != PIVOT_OUTPUT_SCREEN && expected);
  if (output == PIVOT_OUTPUT_SCREEN)
    g_assert_null (sentence);
  else if (expected)
    assert_contains (sentence, " merge");
  else
    assert_contains (sentence, "stay apart");
}

/* Both ends of a diverging scale are as dark; one that goes from light to dark survives, until it has too many steps for the light of
 * a room; and hatched, all do. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  const char *diverging = "{\"page\":\"map\",\"measure\":\"talent-gap\",\"palette\":\"RdBu\"}";
  const char *hatched = "{\"page\":\"map\",\"measure\":\"talent-gap\",\"palette\":\"RdBu\",\"hatching\":true}";
  const char *sequential = "{\"page\":\"map\",\"measure\":\"lg-share\",\"palette\":\"Blues\",\"classes\":4}";

  check (fixture, diverging, PIVOT_OUTPUT_SCREEN, FALSE);
  check (fixture, diverging, PIVOT_OUTPUT_PHOTOCOPY, TRUE);
  check (fixture, hatched, PIVOT_OUTPUT_PHOTOCOPY, FALSE);
  check (fixture, sequential, PIVOT_OUTPUT_PHOTOCOPY, FALSE);
  check (fixture, sequential, PIVOT_OUTPUT_PROJECTOR, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proof/colors", test_colors);
  g_test_add ("/proof/merge", Fixture, NULL, set_up, test_merge, tear_down);

  return g_test_run ();
}
