/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pivot-chart-view.h"
#include "pivot-compat.h"
#include "pivot-guess-plot.h"
#include "pivot-predict-line-words.h"
#include "pivot-ticks.h"
#include "pivot-units.h"

/* A key moves a point by a part of the step from tick to tick, Page Up and Page Down by all of it; the pointer is finer. */
#define KEY_PARTS 10.0
#define POINTER_PARTS 50.0
#define TICKS 6
/* Of the scale, left free above and below the data once they are shown. */
#define ROOM 0.08

struct _PivotPredictLine
{
  GtkWidget          parent_instance;

  PivotChartView    *chart;
  PivotGuessPlot    *plot;
  PivotStyle         style;
  PivotLineQuestion *question;
  PivotGuess        *guess;      /* of the team, while it is drawn too */
  GArray            *others;     /* PivotGuessLine without values */
  GPtrArray         *guesses;    /* of PivotGuess, for each of them */
  gboolean           is_fixed;
  double             revealed;
  double             min, max;   /* while the data are hidden */
  double             step;       /* from tick to tick */
  gboolean           drawing;
  guint              last_point; /* that the pointer came by */
  double             last_value;
};

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PivotPredictLine, pivot_predict_line, GTK_TYPE_WIDGET)

/* ---- Showing ---- */

static double *
get_values (PivotPredictLine *self,
            const PivotGuess *guess)
{
  double *values = g_new (double, self->question->points->len);

  for (guint i = 0; i < self->question->points->len; i++)
    if (i < self->question->first_hidden || guess == NULL ||
        !pivot_guess_get (guess, pivot_line_question_get_point (self->question, i)->x, &values[i]))
      values[i] = NAN;

  return values;
}

static void
show_lines (PivotPredictLine *self)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (PivotGuessLine));

  for (guint i = 0; i < self->others->len; i++)
    {
      PivotGuessLine line = g_array_index (self->others, PivotGuessLine, i);

      line.values = get_values (self, i == 0 ? self->guess : g_ptr_array_index (self->guesses, i));
      g_ptr_array_add (values, (gpointer) line.values);
      g_array_append_val (lines, line);
    }
  pivot_guess_plot_set_lines (self->plot, (const PivotGuessLine *) (gpointer) lines->data, lines->len);
}

/* Once the data are shown they, and every guess, must be within. */
static void
show_range (PivotPredictLine *self)
{
  double min = self->min, max = self->max;

  for (guint i = self->question->first_hidden; self->is_fixed && i < self->question->points->len; i++)
    {
      double number = pivot_line_question_get_point (self->question, i)->value->number;

      min = MIN (min, number - (self->max - self->min) * ROOM);
      max = MAX (max, number + (self->max - self->min) * ROOM);
    }
  pivot_guess_plot_set_range (self->plot, self->min + (min - self->min) * self->revealed, self->max + (max - self->max) * self->revealed);
}

static void
show_points (PivotPredictLine *self)
{
  guint n = self->question->points->len;
  g_autofree PivotGuessPoint *points = g_new0 (PivotGuessPoint, n);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const PivotPoint *point = pivot_line_question_get_point (self->question, i);
      gboolean hidden = i >= self->question->first_hidden && !self->is_fixed;
      char *label = pivot_predict_line_x (point), *text = pivot_predict_line_sentence (self->question, i, self->guess, self->is_fixed);

      g_ptr_array_add (texts, label);
      g_ptr_array_add (texts, text);
      points[i] = (PivotGuessPoint) { g_array_index (self->question->xs, double, i), hidden ? NAN : point->value->number, label, text };
    }
  pivot_guess_plot_set_points (self->plot, points, n, self->question->first_hidden);
}

static void
show (PivotPredictLine *self)
{
  g_autofree char *title = pivot_predict_line_title (self->question);
  g_autofree char *description = pivot_predict_line_description (self->question, self->guess, self->is_fixed);

  show_points (self);
  show_lines (self);
  show_range (self);
  pivot_guess_plot_set_revealed (self->plot, self->revealed);
  /* Translators: beside the true line of a series, to tell it from what was guessed. */
  pivot_guess_plot_set_texts (self->plot, title, _("Data"), description);
}

/* ---- Drawing ---- */

static void
set_value (PivotPredictLine *self,
           guint             point,
           double            value,
           double            parts)
{
  double grain = self->step / parts;

  value = CLAMP (round (value / grain) * grain, self->min, self->max);
  /* Without the tail that binary fractions leave in the file. */
  value = pivot_units_round (value, (guint) CLAMP (2 - floor (log10 (grain)), 0, 12));
  pivot_guess_set (self->guess, pivot_line_question_get_point (self->question, point)->x, value);
}

static void
finish (PivotPredictLine *self)
{
  g_autoptr(PivotGuess) guess = NULL;

  if (!self->drawing)
    return;

  self->drawing = FALSE;
  guess = pivot_guess_copy (self->guess);
  g_signal_emit (self, signals[DRAWN], 0, guess);
}

/* A fast hand passes points between two events: they lie on the way. */
static void
draw_to (PivotPredictLine *self,
         guint             point,
         double            value,
         gboolean          from_last)
{
  guint from = from_last ? self->last_point : point;

  for (guint i = MIN (from, point); i <= MAX (from, point); i++)
    set_value (self, i, from == point ? value : self->last_value + (value - self->last_value) * ((double) i - from) / ((double) point - from),
               POINTER_PARTS);
  self->last_point = point;
  self->last_value = value;
  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), (int) point);
  show (self);
}

static gboolean
find (PivotPredictLine *self,
      double            x,
      double            y,
      guint            *point,
      double           *value)
{
  return self->question != NULL && !self->is_fixed &&
         pivot_guess_plot_to_point (self->plot, &self->style, gtk_widget_get_width (GTK_WIDGET (self->chart)),
                                    gtk_widget_get_height (GTK_WIDGET (self->chart)), x, y, point, value);
}

static void
drag_begin_cb (PivotPredictLine *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  guint point;
  double value;

  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  if (!find (self, x, y, &point, &value))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drawing = TRUE;
  draw_to (self, point, value, FALSE);
}

static void
drag_update_cb (PivotPredictLine *self,
                double            dx,
                double            dy,
                GtkGesture       *gesture)
{
  double x, y, value;
  guint point;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (self->drawing && find (self, x + dx, y + dy, &point, &value))
    draw_to (self, point, value, TRUE);
}

/* ---- Keys ---- */

/* Where the pen stands: at what was guessed there, or at the height of what comes before. */
static double
get_height (PivotPredictLine *self,
            guint             at)
{
  double value;

  for (guint i = at + 1; i-- > self->question->first_hidden;)
    if (pivot_guess_get (self->guess, pivot_line_question_get_point (self->question, i)->x, &value))
      return value;

  return pivot_line_question_get_point (self->question, self->question->first_hidden - 1)->value->number;
}

static void
speak (PivotPredictLine *self,
       guint             point)
{
  g_autofree char *text = pivot_plot_describe_mark (PIVOT_PLOT (self->plot), point);

  if (!pivot_widget_announce (GTK_WIDGET (self->chart), text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static double
get_move (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return 1;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return -1;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return KEY_PARTS;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return -KEY_PARTS;

    default:
      return 0;
    }
}

static gboolean
key_cb (PivotPredictLine *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  int at = pivot_plot_get_hovered (PIVOT_PLOT (self->plot));
  gboolean erase = keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace;
  double by = get_move (keyval);
  guint point;

  if (self->question == NULL || self->is_fixed || (!erase && by == 0) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  point = MAX ((guint) MAX (at, 0), self->question->first_hidden);
  pivot_plot_set_hovered (PIVOT_PLOT (self->plot), (int) point);
  self->drawing = TRUE;
  if (erase)
    pivot_guess_unset (self->guess, pivot_line_question_get_point (self->question, point)->x);
  else
    set_value (self, point, get_height (self, point) + by * self->step / KEY_PARTS, KEY_PARTS);
  show (self);
  finish (self);
  speak (self, point);

  return GDK_EVENT_STOP;
}

static void
hovered_cb (PivotPredictLine *self,
            int               id)
{
  if (!self->drawing)
    pivot_plot_set_hovered (PIVOT_PLOT (self->plot), id);
}

/* ---- The class ---- */

static void
pivot_predict_line_dispose (GObject *object)
{
  PivotPredictLine *self = PIVOT_PREDICT_LINE (object);

  if (self->chart != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chart));
  self->chart = NULL;
  g_clear_object (&self->plot);
  g_clear_pointer (&self->question, pivot_line_question_free);
  g_clear_pointer (&self->guess, pivot_guess_free);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->guesses, g_ptr_array_unref);

  G_OBJECT_CLASS (pivot_predict_line_parent_class)->dispose (object);
}

static void
pivot_predict_line_class_init (PivotPredictLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_predict_line_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * PivotPredictLine::drawn:
   * @self: a chart
   * @guess: (type gpointer): the guess as it is now, of the emitter
   *
   * A stroke was drawn, or a point moved; whoever keeps the guesses shows them anew.
   */
  signals[DRAWN] = g_signal_new ("drawn", PIVOT_TYPE_PREDICT_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
pivot_predict_line_init (PivotPredictLine *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  pivot_style_init_light (&self->style);
  self->others = g_array_new (FALSE, FALSE, sizeof (PivotGuessLine));
  self->guesses = g_ptr_array_new_with_free_func ((GDestroyNotify) pivot_guess_free);
  self->plot = pivot_guess_plot_new ();
  self->chart = PIVOT_CHART_VIEW (pivot_chart_view_new ());
  pivot_chart_view_set_plot (self->chart, PIVOT_PLOT (self->plot));
  pivot_chart_view_set_brushing (self->chart, FALSE);
  g_signal_connect_swapped (self->chart, "mark-hovered", G_CALLBACK (hovered_cb), self);

  /* Before the chart: its own drag and keys look, these draw. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (finish), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (finish), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), key);
  gtk_widget_add_controller (GTK_WIDGET (self->chart), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_parent (GTK_WIDGET (self->chart), GTK_WIDGET (self));
}

/**
 * pivot_predict_line_new:
 *
 * Makes an empty chart.
 *
 * Returns: (transfer floating): a chart
 */
GtkWidget *
pivot_predict_line_new (void)
{
  return g_object_new (PIVOT_TYPE_PREDICT_LINE, NULL);
}

static void
take_question (PivotPredictLine  *self,
               PivotLineQuestion *question)
{
  PivotTicks ticks = { 0 };

  /* The hand leaves the points of another question. */
  if (self->question == NULL || strcmp (self->question->about, question->about) != 0)
    pivot_plot_set_hovered (PIVOT_PLOT (self->plot), -1);
  g_clear_pointer (&self->question, pivot_line_question_free);
  self->question = question;
  pivot_line_question_get_range (question, &self->min, &self->max);
  pivot_ticks_init (&ticks, self->min, self->max, TICKS);
  self->step = ticks.n > 1 ? ticks.values[1] - ticks.values[0] : (self->max - self->min) / TICKS;
}

/**
 * pivot_predict_line_show:
 * @self: a chart
 * @question: (transfer full): what is asked
 * @team: who draws
 * @lines: (array length=n_lines): guesses to show; the team's own, which may be %NULL, is the first
 * @n_lines: how many
 * @is_fixed: whether the data may be shown, and nothing drawn any more
 * @revealed: how far they are shown: 0 to 1
 * @style: how it looks
 *
 * Shows a question and what was guessed. While the pointer draws, nothing else is shown.
 */
void
pivot_predict_line_show (PivotPredictLine           *self,
                         PivotLineQuestion          *question,
                         const char                 *team,
                         const PivotPredictTeamLine *lines,
                         guint                       n_lines,
                         gboolean                    is_fixed,
                         double                      revealed,
                         const PivotStyle           *style)
{
  g_return_if_fail (PIVOT_IS_PREDICT_LINE (self));
  g_return_if_fail (question != NULL && n_lines > 0);

  self->style = *style;
  pivot_chart_view_set_style (self->chart, style);
  if (self->drawing)
    {
      pivot_line_question_free (question);
      return;
    }

  take_question (self, question);
  self->is_fixed = is_fixed;
  self->revealed = revealed;
  g_clear_pointer (&self->guess, pivot_guess_free);
  self->guess = lines[0].guess != NULL ? pivot_guess_copy (lines[0].guess) : pivot_guess_new (PIVOT_GUESS_LINE, team, question->about);
  g_array_set_size (self->others, 0);
  g_ptr_array_set_size (self->guesses, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      PivotGuessLine line = { NULL, lines[i].color, lines[i].sign };

      g_array_append_val (self->others, line);
      g_ptr_array_add (self->guesses, pivot_guess_copy (lines[i].guess != NULL ? lines[i].guess : self->guess));
    }
  show (self);
}
