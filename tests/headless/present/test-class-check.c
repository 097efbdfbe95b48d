/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "pivot-class-check.h"

/* Which classes of the map merge on a photocopy or on a washed-out projector. */

typedef struct
{
  const char  *measure, *mapping, *palette;
  guint        classes;
  gboolean     hatching;
  PivotVision  vision;
  gboolean     merges, helps;
  const char  *says;
} Case;

/* A diverging palette has two sides that are equally dark; a copier drops the palest classes; light on the wall drowns the dark ones. */
static const Case cases[] = {
  { "lg-per-million", "classes", "YlOrRd", 5, FALSE, PIVOT_VISION_PHOTOCOPY, FALSE, FALSE, "All classes stay apart" },
  { "lg-per-million", "classes", "YlOrRd", 5, FALSE, PIVOT_VISION_PROJECTOR, FALSE, FALSE, "All classes stay apart" },
  { "lg-per-million", "classes", "YlOrRd", 9, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, TRUE,
    "0.00 – 0.50, 0.50 – 0.69 and 0.69 – 0.88 merge" },
  { "lg-per-million", "classes", "YlOrRd", 9, TRUE, PIVOT_VISION_PHOTOCOPY, FALSE, FALSE, "All classes stay apart" },
  { "lg-per-million", "classes", "Cividis", 5, FALSE, PIVOT_VISION_PROJECTOR, TRUE, TRUE,
    "1.33 – 2.03 and 2.03 – 4.11 merge" },
  { "lg-per-million", "classes", "Cividis", 5, FALSE, PIVOT_VISION_NORMAL, FALSE, FALSE, "All classes stay apart" },
  { "talent-gap", "classes", "RdBu", 5, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, TRUE,
    "−2.50 – −1.87 and 1.65 – 8.45 merge\n−1.87 – 0.00 and 0.00 – 1.65 merge" },
  { "talent-gap", "classes", "RdBu", 5, FALSE, PIVOT_VISION_PROJECTOR, FALSE, FALSE, "All classes stay apart" },
  { "talent-gap", "continuous", "RdBu", 5, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, FALSE, "Values near −4.82 and near 6.34 look alike" },
  { "talent-gap", "continuous", "RdBu", 5, FALSE, PIVOT_VISION_PROJECTOR, FALSE, FALSE, "All shades of the scale stay apart" },
  { "lg-per-million", "bivariate", "", 5, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, TRUE,
    "“LGs per million low, Population low”, “LGs per million middle, Population low” and" },
  { "lg-per-million", "bivariate", "", 5, TRUE, PIVOT_VISION_PHOTOCOPY, FALSE, FALSE, "All classes stay apart" },
  { "lg-per-million", "pair", "YlOrRd", 9, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, TRUE, "\nPopulation 2020: " },
  { "lg-per-million", "clusters", "", 5, FALSE, PIVOT_VISION_PHOTOCOPY, TRUE, TRUE, "“High among high” and “Low among low” merge" },
};

static void
test_cases (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_auto(PivotClassCheck) check = { 0 };

      g_test_message ("case %u", i);
      pivot_session_set_measure (fixture->session, row->measure);
      pivot_session_set_against (fixture->session, "population-2020");
      pivot_session_set_word (fixture->session, PIVOT_OPTION_MAPPING, row->mapping);
      pivot_session_set_palette (fixture->session, row->palette);
      pivot_session_set_classes (fixture->session, row->classes);
      pivot_session_set_flag (fixture->session, PIVOT_OPTION_HATCHING, row->hatching);

      pivot_class_check_init (&check, fixture->session, &fixture->style, row->vision);
      g_assert_true (check.checked);
      g_assert_cmpint (check.merges, ==, row->merges);
      g_assert_cmpint (check.hatching_helps, ==, row->helps);
      assert_contains (check.text, row->says);
    }
}

/* What is previewed is not put on top of what is checked. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto(PivotClassCheck) before = { 0 };

  pivot_session_set_measure (fixture->session, "talent-gap");
  pivot_class_check_init (&before, fixture->session, &fixture->style, PIVOT_VISION_PROJECTOR);
  for (guint vision = 0; vision < PIVOT_N_VISIONS; vision++)
    {
      g_auto(PivotClassCheck) check = { 0 };

      pivot_session_set_word (fixture->session, PIVOT_OPTION_VISION, pivot_option_get_words (PIVOT_OPTION_VISION)[vision]);
      pivot_class_check_init (&check, fixture->session, &fixture->style, PIVOT_VISION_PROJECTOR);
      g_assert_cmpstr (check.text, ==, before.text);
    }
}

/* Nothing is found where there is nothing. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto(PivotClassCheck) check = { 0 };
  g_autoptr(PivotSession) session = pivot_session_new ();

  pivot_class_check_init (&check, session, &fixture->style, PIVOT_VISION_PHOTOCOPY);
  g_assert_false (check.checked);
  g_assert_false (check.merges);
  g_assert_cmpstr (check.text, ==, "");
}

static guint
group_greys (const char *levels,
             guint      *groups)
{
  PivotLegend legend = { .n_classes = strlen (levels) };

  for (guint i = 0; i < legend.n_classes; i++)
    {
      double light = levels[i] == '.' ? 1 : (levels[i] - 'a') / 50.0;

      legend.classes[i].color = (GdkRGBA) { light, light, light, 1 };
    }

  return pivot_class_check_group (&legend, PIVOT_VISION_NORMAL, groups);
}

/* A letter is a grey, two hundredths lighter than the one before it: next ones look alike, and the next but one do not. Groups that
 * a later class joins become one, under the lowest of them. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *greys; guint n_groups; guint groups[5]; } rows[] = {
    { "ej.", 3, { 0, 1, 2 } },
    { "mno", 1, { 0, 0, 0 } },
    { "mon", 1, { 0, 0, 0 } },
    { "z.mon", 3, { 0, 1, 2, 2, 2 } },
    { "mm.qq", 3, { 0, 0, 2, 3, 3 } },
    { "", 0, { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint groups[PIVOT_CLASSES_MAX];

      g_test_message ("row %u", i);
      g_assert_cmpuint (group_greys (rows[i].greys, groups), ==, rows[i].n_groups);
      for (guint k = 0; k < strlen (rows[i].greys); k++)
        g_assert_cmpuint (groups[k], ==, rows[i].groups[k]);
    }
}

/* The preview shows lines through the same eyes as what is under them: no darker than a washed-out screen has them. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(PivotLegend) plain = NULL;
  g_autoptr(PivotLegend) seen = NULL;

  pivot_session_set_measure (fixture->session, "lg-per-million");
  pivot_session_set_flag (fixture->session, PIVOT_OPTION_HATCHING, TRUE);
  plain = pivot_legend_new (fixture->session, &fixture->style);
  pivot_session_set_word (fixture->session, PIVOT_OPTION_VISION, "projector");
  seen = pivot_legend_new (fixture->session, &fixture->style);

  for (guint i = 1; i < plain->n_classes; i++)
    {
      GdkRGBA line;

      g_assert_cmpfloat (plain->classes[i].hatching.line.alpha, ==, 0);
      pivot_hatching_get_color (&plain->classes[i].color, &line);
      pivot_vision_apply (PIVOT_VISION_PROJECTOR, &line, 1);
      g_assert_true (gdk_rgba_equal (&seen->classes[i].hatching.line, &line));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/class-check/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/class-check/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/class-check/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/class-check/groups", Fixture, NULL, set_up, test_groups, tear_down);
  g_test_add ("/class-check/lines", Fixture, NULL, set_up, test_lines, tear_down);

  return g_test_run ();
}
