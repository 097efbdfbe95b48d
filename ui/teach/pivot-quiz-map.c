/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-quiz-map.h"

#include "pivot-map-view.h"
#include "pivot-quiz-text.h"

#include <glib/gi18n-lib.h>

struct _PivotQuizMap
{
  GtkWidget       parent_instance;

  PivotQuizRound *round;
  PivotStyle      style;
  PivotDataset   *dataset;  /* that the backdrop and the camera are of */
  PivotMapView   *map;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Green and orange that differ in lightness, too (ColorBrewer, Dark2); what is wrong is hatched besides. */
static const GdkRGBA right_color = { 0x1b / 255., 0x9e / 255., 0x77 / 255., 1 };
static const GdkRGBA wrong_color = { 0xd9 / 255., 0x5f / 255., 0x02 / 255., 1 };
static const PivotHatching wrong_hatching = { .rising = 6 };

G_DEFINE_FINAL_TYPE (PivotQuizMap, pivot_quiz_map, GTK_TYPE_WIDGET)

static PivotDataset *
get_dataset (PivotQuizMap *self)
{
  return pivot_session_get_dataset (pivot_quiz_round_get_session (self->round));
}

static void
mark (PivotQuizMap  *self,
      PivotRegions  *regions,
      guint          place,
      const GdkRGBA *color,
      gboolean       named)
{
  g_autofree char *name = NULL;

  pivot_regions_set_fill (regions, place, PIVOT_REGION_VALUE, color);
  if (!named)
    return;

  name = pivot_quiz_text_place (get_dataset (self), place, pivot_quiz_round_get_names (self->round));
  pivot_regions_set_label (regions, place, name, name, name);
}

/* What the question itself shows. */
static void
mark_question (PivotQuizMap      *self,
               PivotRegions      *regions,
               PivotQuizQuestion *question)
{
  guint n;
  const guint *choices = pivot_quiz_question_get_choices (question, &n);

  if (pivot_quiz_question_get_kind (question) == PIVOT_QUIZ_NAME)
    mark (self, regions, (guint) pivot_quiz_question_get_place (question), &self->style.accent, FALSE);
  else if (pivot_quiz_question_get_kind (question) == PIVOT_QUIZ_HIGHER)
    for (guint i = 0; i < n; i++)
      mark (self, regions, choices[i], &self->style.accent, TRUE);
}

static void
mark_answer (PivotQuizMap      *self,
             PivotRegions      *regions,
             PivotQuizQuestion *question,
             int                answer)
{
  guint n;
  const guint *right = pivot_quiz_question_get_right (question, &n);

  if (pivot_quiz_question_get_kind (question) == PIVOT_QUIZ_NEIGHBOUR)
    mark (self, regions, (guint) pivot_quiz_question_get_place (question), &self->style.accent, TRUE);
  for (guint i = 0; i < n; i++)
    mark (self, regions, right[i], &right_color, TRUE);
  if (answer < 0 || pivot_quiz_question_accepts (question, answer))
    return;

  mark (self, regions, (guint) answer, &wrong_color, TRUE);
  pivot_regions_set_hatching (regions, (guint) answer, &wrong_hatching);
}

static PivotRegions *
new_regions (PivotQuizMap *self)
{
  PivotRegions *regions = pivot_regions_new (pivot_dataset_get_mercator (get_dataset (self)));
  PivotQuizQuestion *question = pivot_quiz_round_get_question (self->round);
  GdkRGBA plain;
  int answer;

  /* Lighter than the land around it in the dark, too. */
  pivot_color_mix (&self->style.paper, &self->style.foreground, self->style.dark ? 0.3 : 0, &plain);
  for (guint i = 0; i < pivot_dataset_get_n_places (get_dataset (self)); i++)
    pivot_regions_set_fill (regions, i, PIVOT_REGION_VALUE, &plain);
  if (question == NULL)
    return regions;

  mark_question (self, regions, question);
  if (pivot_quiz_round_get_answer (self->round, pivot_quiz_round_get_position (self->round), &answer))
    mark_answer (self, regions, question, answer);

  return regions;
}

/* Whoever does not see what is marked hears where it lies. */
static void
describe_map (PivotQuizMap *self)
{
  PivotQuizQuestion *question = pivot_quiz_round_get_question (self->round);
  g_autofree char *text = NULL;

  if (question != NULL && pivot_quiz_question_get_kind (question) == PIVOT_QUIZ_NAME)
    text = pivot_quiz_text_where (get_dataset (self), (guint) pivot_quiz_question_get_place (question), TRUE,
                                  pivot_quiz_round_get_names (self->round));
  pivot_map_view_set_description (self->map, text != NULL ? text
                                                          : _("Arrows go from place to place, Enter chooses one."));
}

/* Names are what is asked for, so that the keyboard finds places by where they lie only. */
static int
seek_cb (int           from,
         PivotMapSeek  seek,
         const char   *typed,
         gpointer      user_data)
{
  PivotQuizMap *self = PIVOT_QUIZ_MAP (user_data);
  int n = (int) pivot_dataset_get_n_places (get_dataset (self));

  switch (seek)
    {
    case PIVOT_MAP_SEEK_HIGHEST:
      return 0;
    case PIVOT_MAP_SEEK_LOWEST:
      return n - 1;
    case PIVOT_MAP_SEEK_HIGHER:
      return from > 0 ? from - 1 : from;
    case PIVOT_MAP_SEEK_LOWER:
      return from >= 0 && from + 1 < n ? from + 1 : from;
    case PIVOT_MAP_SEEK_NAME:
    default:
      return -1;
    }
}

static char *
describe_cb (guint    region,
             gpointer user_data)
{
  PivotQuizMap *self = PIVOT_QUIZ_MAP (user_data);
  int answer;

  /* Once answered, nothing is left to give away. */
  if (pivot_quiz_round_get_answer (self->round, pivot_quiz_round_get_position (self->round), &answer))
    return pivot_quiz_text_place (get_dataset (self), region, pivot_quiz_round_get_names (self->round));

  return pivot_quiz_text_where (get_dataset (self), region, FALSE, pivot_quiz_round_get_names (self->round));
}

static void
region_hovered_cb (PivotQuizMap *self,
                   int           region)
{
  pivot_map_view_set_hovered (self->map, region);
}

static void
region_activated_cb (PivotQuizMap *self,
                     guint         region,
                     gboolean      toggle)
{
  if (region != G_MAXUINT)
    g_signal_emit (self, signals[CHOSEN], 0, region);
}

static gboolean
pivot_quiz_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PIVOT_QUIZ_MAP (widget)->map));
}

static void
pivot_quiz_map_dispose (GObject *object)
{
  PivotQuizMap *self = PIVOT_QUIZ_MAP (object);

  if (self->map != NULL)
    {
      pivot_map_view_set_guide (self->map, NULL, NULL, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->map));
      self->map = NULL;
    }
  g_clear_object (&self->round);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (pivot_quiz_map_parent_class)->dispose (object);
}

static void
pivot_quiz_map_class_init (PivotQuizMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_quiz_map_dispose;
  widget_class->grab_focus = pivot_quiz_map_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[CHOSEN] = g_signal_new ("chosen", PIVOT_TYPE_QUIZ_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
pivot_quiz_map_init (PivotQuizMap *self)
{
  pivot_style_init_light (&self->style);
  self->map = PIVOT_MAP_VIEW (pivot_map_view_new ());
  pivot_map_view_set_tools (self->map, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map without names"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  g_signal_connect_swapped (self->map, "region-hovered", G_CALLBACK (region_hovered_cb), self);
  g_signal_connect_swapped (self->map, "region-activated", G_CALLBACK (region_activated_cb), self);
  pivot_map_view_set_guide (self->map, seek_cb, describe_cb, self);
}

/**
 * pivot_quiz_map_new:
 * @round: what is asked
 *
 * Makes a map.
 *
 * Returns: (transfer floating): a map
 */
GtkWidget *
pivot_quiz_map_new (PivotQuizRound *round)
{
  PivotQuizMap *self;

  g_return_val_if_fail (PIVOT_IS_QUIZ_ROUND (round), NULL);

  self = g_object_new (PIVOT_TYPE_QUIZ_MAP, NULL);
  self->round = g_object_ref (round);

  return GTK_WIDGET (self);
}

/**
 * pivot_quiz_map_set_style:
 * @self: a map
 * @style: colours, font and scale; copied
 *
 * Draws in another style.
 */
void
pivot_quiz_map_set_style (PivotQuizMap     *self,
                          const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_QUIZ_MAP (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  pivot_map_view_set_style (self->map, style);
  pivot_quiz_map_update (self);
}

/**
 * pivot_quiz_map_update:
 * @self: a map
 *
 * Shows the question that the round is at.
 */
void
pivot_quiz_map_update (PivotQuizMap *self)
{
  g_autoptr(PivotRegions) regions = NULL;
  gboolean dataset_is_new;
  int answer;

  g_return_if_fail (PIVOT_IS_QUIZ_MAP (self));

  if (get_dataset (self) == NULL)
    return;

  dataset_is_new = g_set_object (&self->dataset, get_dataset (self));
  if (dataset_is_new)
    pivot_map_view_set_backdrop (self->map, pivot_dataset_get_mercator_context (self->dataset));
  regions = new_regions (self);
  pivot_map_view_set_regions (self->map, regions);
  if (dataset_is_new)
    pivot_map_view_fit (self->map);
  /* Another question begins where nothing is pointed at, or the last answer would go on being spoken. */
  if (!pivot_quiz_round_get_answer (self->round, pivot_quiz_round_get_position (self->round), &answer))
    pivot_map_view_set_hovered (self->map, -1);
  describe_map (self);
}
