/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-predict-line-words.h"
#include "pivot-session-options.h"

/* Teams differ by mark and by colour (ColorBrewer, Dark2). */
static const char * const marks[] = { "●", "■", "▲", "◆", "★", "✚" };
static const char * const mark_colors[] = { "#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#a6761d" };

typedef struct
{
  const char           *team;
  guint                 number;  /* in the order they came */
  PivotPredictionScore  score;
  gboolean              has_guess;
} Team;

/* The sign and the colour of a team, by its number in the order they came. */
const char *
_pivot_predict_view_get_sign (guint        team,
                              const char **color)
{
  *color = mark_colors[team % G_N_ELEMENTS (mark_colors)];

  return marks[team % G_N_ELEMENTS (marks)];
}

static const char *
get_label (const char *team)
{
  return *team != '\0' ? team : _("The class");
}

static int
compare_teams (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Team *one = a, *other = b;
  int order = pivot_prediction_order (GPOINTER_TO_INT (data), &one->score, &other->score);

  return order != 0 ? order : (int) one->number - (int) other->number;
}

static void
score_team (PivotPredictView *self,
            const PivotGuess *guess,
            Team             *team)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(PivotLineQuestion) question = guess->kind == PIVOT_GUESS_LINE ? pivot_predict_line_get_question (self->session) : NULL;

  if (question != NULL)
    {
      g_autoptr(PivotGuess) asked = pivot_line_question_narrow (question, guess);

      pivot_prediction_score_line (dataset, asked, &team->score);
    }
  else
    g_free (pivot_prediction_compare (dataset, guess, &team->score));
}

/* Those that have guessed, and the one that is about to. */
static GArray *
collect_teams (PivotPredictView *self)
{
  PivotGuessKind kind = _pivot_predict_view_get_kind (self);
  g_autofree char *about = _pivot_predict_view_get_about (self);
  g_autoptr(GPtrArray) guesses = pivot_guess_book_get_all (self->book, kind, about);
  const char *current = _pivot_predict_view_get_team (self);
  GArray *teams = g_array_new (FALSE, TRUE, sizeof (Team));
  gboolean found = FALSE;

  for (guint i = 0; i < guesses->len; i++)
    {
      const PivotGuess *guess = g_ptr_array_index (guesses, i);
      Team team = { .team = guess->team, .number = i, .has_guess = TRUE };

      score_team (self, guess, &team);
      found |= strcmp (guess->team, current) == 0;
      g_array_append_val (teams, team);
    }
  if (!found)
    {
      Team team = { .team = current, .number = guesses->len, .score.score = NAN };

      g_array_append_val (teams, team);
    }

  return teams;
}

static void
team_cb (PivotPredictView *self,
         GtkCheckButton   *button)
{
  if (!self->telling && gtk_check_button_get_active (button))
    pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_TEAM, g_object_get_data (G_OBJECT (button), "team"));
}

/* A score tells about the data: there is none before the reveal. */
static char *
describe_team (PivotPredictView *self,
               const Team       *team)
{
  g_autoptr(PivotLineQuestion) question = NULL;
  g_autofree char *score = NULL, *right = NULL;

  if (!team->has_guess || !pivot_session_get_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED))
    return g_strdup (team->has_guess ? _("has guessed") : _("no guess yet"));

  if (_pivot_predict_view_get_kind (self) == PIVOT_GUESS_LINE)
    question = pivot_predict_line_get_question (self->session);
  if (question != NULL)
    return pivot_predict_line_score_text (question, &team->score);

  score = pivot_predict_score_text (&team->score);
  /* Translators: how many places were guessed exactly right. */
  right = g_strdup_printf (_("%u right"), team->score.n_right);

  return g_strdup_printf ("%s · %s", score, right);
}

static GtkWidget *
new_team (PivotPredictView *self,
          const Team       *team,
          GtkCheckButton   *group)
{
  GtkWidget *button = gtk_check_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *color, *sign = _pivot_predict_view_get_sign (team->number, &color);
  g_autofree char *markup = g_markup_printf_escaped ("<span foreground=\"%s\">%s</span>  %s", color, sign, get_label (team->team));
  g_autofree char *line = describe_team (self, team);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", get_label (team->team), line);
  GtkWidget *name = _pivot_predict_view_new_text ("", "body"), *second = _pivot_predict_view_new_text (line, "caption");

  gtk_label_set_markup (GTK_LABEL (name), markup);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), second);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), strcmp (team->team, _pivot_predict_view_get_team (self)) == 0);
  g_object_set_data_full (G_OBJECT (button), "team", g_strdup (team->team), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (team_cb), self);

  return button;
}

void
_pivot_predict_view_update_teams (PivotPredictView *self)
{
  g_autoptr(GArray) teams = collect_teams (self);
  GtkWidget *first = NULL;

  if (pivot_session_get_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED))
    g_qsort_with_data (teams->data, (int) teams->len, sizeof (Team), compare_teams, GINT_TO_POINTER (_pivot_predict_view_get_kind (self)));

  self->telling = TRUE;
  _pivot_predict_view_empty (self->teams);
  for (guint i = 0; i < teams->len; i++)
    {
      GtkWidget *row = new_team (self, &g_array_index (teams, Team, i), GTK_CHECK_BUTTON (first));

      gtk_box_append (GTK_BOX (self->teams), row);
      first = first != NULL ? first : row;
    }
  self->telling = FALSE;
}
