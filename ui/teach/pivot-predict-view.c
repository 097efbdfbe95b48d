/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-compat.h"
#include "pivot-present.h"

/* µs from the guess to the data. */
#define REVEAL_TIME (900 * 1000)

G_DEFINE_FINAL_TYPE (PivotPredictView, pivot_predict_view, GTK_TYPE_WIDGET)

PivotGuessKind
_pivot_predict_view_get_kind (PivotPredictView *self)
{
  const char *word = pivot_session_get_word (self->session, PIVOT_OPTION_PREDICT);

  return strcmp (word, "line") == 0 ? PIVOT_GUESS_LINE : strcmp (word, "classes") == 0 ? PIVOT_GUESS_CLASSES : PIVOT_GUESS_RANK;
}

const char *
_pivot_predict_view_get_team (PivotPredictView *self)
{
  return pivot_session_get_word (self->session, PIVOT_OPTION_PREDICT_TEAM);
}

char *
_pivot_predict_view_get_about (PivotPredictView *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autoptr(PivotLineQuestion) question = NULL;

  if (_pivot_predict_view_get_kind (self) != PIVOT_GUESS_LINE)
    return g_strdup (measure != NULL ? pivot_measure_get_id (measure) : "");

  question = pivot_predict_line_get_question (self->session);

  return g_strdup (question != NULL ? question->about : "");
}

static const PivotGuess *
get_guess (PivotPredictView *self)
{
  g_autofree char *about = _pivot_predict_view_get_about (self);

  return pivot_guess_book_find (self->book, _pivot_predict_view_get_kind (self), about, _pivot_predict_view_get_team (self));
}

static gboolean
is_revealed (PivotPredictView *self)
{
  return pivot_session_get_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED);
}

/* Those that the team was asked for; another method afterwards does not change its guess. */
static PivotClasses *
get_classes (PivotPredictView *self)
{
  const PivotGuess *guess = get_guess (self);
  PivotClasses *classes;

  if (guess != NULL && guess->kind == PIVOT_GUESS_CLASSES)
    return pivot_prediction_get_classes (pivot_session_get_measure (self->session), guess);

  classes = pivot_session_get_measure_classes (self->session);

  return classes != NULL ? pivot_classes_ref (classes) : NULL;
}

/* A copy to change, or a new one with the question it answers. */
static PivotGuess *
edit_guess (PivotPredictView *self)
{
  const PivotGuess *guess = get_guess (self);
  g_autoptr(PivotClasses) classes = get_classes (self);
  g_autofree char *about = _pivot_predict_view_get_about (self);
  PivotGuess *edited;

  if (guess != NULL)
    return pivot_guess_copy (guess);

  edited = pivot_guess_new (_pivot_predict_view_get_kind (self), _pivot_predict_view_get_team (self), about);
  for (guint i = 1; edited->kind == PIVOT_GUESS_CLASSES && classes != NULL && i < pivot_classes_get_n (classes); i++)
    {
      double lower = pivot_classes_get_lower (classes, i);

      g_array_append_val (edited->breaks, lower);
    }

  return edited;
}

static const char *
get_id (PivotPredictView *self,
        guint             place)
{
  return pivot_place_get_id (pivot_dataset_get_place (pivot_session_get_dataset (self->session), place));
}

/* ---- Ranking ---- */

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const PivotGuess *guess = data;

  return (g_array_index (guess->values, double, *(const guint *) a) > g_array_index (guess->values, double, *(const guint *) b)) -
         (g_array_index (guess->values, double, *(const guint *) a) < g_array_index (guess->values, double, *(const guint *) b));
}

/* As guessed; before that in the order of no meaning that the seed has drawn (transfer full). */
static guint *
get_order (PivotPredictView *self,
           guint            *n)
{
  const PivotGuess *guess = get_guess (self);
  g_autofree guint *rows = NULL;
  guint *places;

  if (guess == NULL)
    return pivot_predict_ranked_places (self->session, n);

  rows = g_new (guint, guess->keys->len + 1);
  places = g_new (guint, guess->keys->len + 1);
  for (guint i = 0; i < guess->keys->len; i++)
    rows[i] = i;
  g_qsort_with_data (rows, (int) guess->keys->len, sizeof *rows, compare_positions, (gpointer) guess);
  *n = 0;
  for (guint i = 0; i < guess->keys->len; i++)
    {
      int place = pivot_dataset_get_place_index (pivot_session_get_dataset (self->session), g_ptr_array_index (guess->keys, rows[i]));

      if (place >= 0)
        places[(*n)++] = (guint) place;
    }

  return places;
}

static void
show_order (PivotPredictView *self,
            int               at)
{
  guint n;
  g_autofree guint *places = get_order (self, &n);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const char *name = pivot_text_get (pivot_place_get_name (pivot_dataset_get_place (pivot_session_get_dataset (self->session), places[i])));

      g_ptr_array_add (texts, is_revealed (self) ? pivot_predict_guess_sentence (self->session, PIVOT_GUESS_RANK, NULL, get_guess (self),
                                                                                 places[i], TRUE)
                                                 : g_strdup (name));
    }
  pivot_predict_order_show (self->order, (const char * const *) texts->pdata, n, is_revealed (self), at);
}

static void
moved_cb (PivotPredictView *self,
          guint             from,
          guint             to)
{
  guint n, place;
  g_autofree guint *places = get_order (self, &n);
  g_autoptr(PivotGuess) guess = edit_guess (self);

  if (is_revealed (self) || from >= n || to >= n)
    return;

  place = places[from];
  if (from < to)
    memmove (places + from, places + from + 1, (to - from) * sizeof *places);
  else
    memmove (places + to + 1, places + to, (from - to) * sizeof *places);
  places[to] = place;
  for (guint i = 0; i < n; i++)
    pivot_guess_set (guess, get_id (self, places[i]), i + 1);
  pivot_guess_book_put (self->book, guess);
  show_order (self, (int) to);
}

/* ---- Painting ---- */

static gboolean
can_paint (PivotPredictView *self)
{
  return !is_revealed (self) && _pivot_predict_view_get_kind (self) == PIVOT_GUESS_CLASSES && pivot_session_get_dataset (self->session) != NULL;
}

static void
paint (PivotPredictView *self,
       const guint      *places,
       guint             n,
       gboolean          erase)
{
  g_autoptr(PivotGuess) guess = NULL;
  g_autoptr(PivotClasses) classes = NULL;
  g_autofree guint *known = NULL;
  guint n_known;

  if (!can_paint (self) || n == 0)
    return;

  guess = edit_guess (self);
  classes = get_classes (self);
  known = pivot_prediction_get_places (pivot_session_get_measure (self->session), PIVOT_GUESS_CLASSES, classes, places, n, &n_known);
  for (guint i = 0; i < n_known; i++)
    if (erase || self->brush >= PIVOT_CLASSES_MAX)
      pivot_guess_unset (guess, get_id (self, known[i]));
    else
      pivot_guess_set (guess, get_id (self, known[i]), MIN (self->brush, pivot_classes_get_n (classes) - 1));
  if (n_known > 0)
    pivot_guess_book_put (self->book, guess);
}

static void
activated_cb (PivotPredictView *self,
              guint             region)
{
  if (region != G_MAXUINT)
    paint (self, &region, 1, FALSE);
}

static void
boxed_cb (PivotPredictView *self,
          const guint      *regions,
          guint             n,
          guint             mode)
{
  paint (self, regions, n, mode == PIVOT_MAP_BOX_REMOVE);
}

void
_pivot_predict_view_set_brush (PivotPredictView *self,
                               guint             brush)
{
  self->brush = brush;
  _pivot_predict_view_mark (self);
}

static gboolean
key_cb (PivotPredictView *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  g_autoptr(PivotClasses) classes = NULL;

  if (!can_paint (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  classes = get_classes (self);
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    _pivot_predict_view_set_brush (self, PIVOT_CLASSES_MAX);
  else if (classes != NULL && keyval >= GDK_KEY_1 && keyval < GDK_KEY_1 + pivot_classes_get_n (classes))
    _pivot_predict_view_set_brush (self, keyval - GDK_KEY_1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* ---- Line ---- */

static void
drawn_cb (PivotPredictView *self,
          const PivotGuess *guess)
{
  if (guess->keys->len > 0)
    pivot_guess_book_put (self->book, guess);
  else
    pivot_guess_book_remove (self->book, guess->kind, guess->about, guess->team);
}

/* The others' lines are for the reveal: nobody copies. */
static void
show_line (PivotPredictView *self)
{
  PivotLineQuestion *question = pivot_predict_line_get_question (self->session);
  const char *team = _pivot_predict_view_get_team (self);
  g_autoptr(GPtrArray) guesses = NULL;
  g_autoptr(GArray) lines = g_array_new (FALSE, TRUE, sizeof (PivotPredictTeamLine));
  guint number;

  if (question == NULL)
    return;

  guesses = pivot_guess_book_get_all (self->book, PIVOT_GUESS_LINE, question->about);
  number = guesses->len;
  for (guint i = 0; i < guesses->len; i++)
    if (strcmp (((const PivotGuess *) g_ptr_array_index (guesses, i))->team, team) == 0)
      number = i;
  for (guint i = 0; i <= guesses->len; i++)
    {
      guint at = i == 0 ? number : i - 1;
      PivotPredictTeamLine line = { at < guesses->len ? g_ptr_array_index (guesses, at) : NULL };
      const char *color;

      if (i > 0 && (at == number || !is_revealed (self)))
        continue;
      line.sign = _pivot_predict_view_get_sign (at, &color);
      gdk_rgba_parse (&line.color, color);
      g_array_append_val (lines, line);
    }
  pivot_predict_line_show (PIVOT_PREDICT_LINE (self->line), question, team, (const PivotPredictTeamLine *) (gpointer) lines->data,
                           lines->len, is_revealed (self), self->revealed, &self->style);
}

/* ---- Maps ---- */

static char *
describe_cb (guint    region,
             gpointer user_data)
{
  PivotPredictView *self = user_data;
  g_autoptr(PivotClasses) classes = get_classes (self);

  return pivot_predict_guess_sentence (self->session, _pivot_predict_view_get_kind (self), classes, get_guess (self), region,
                                       is_revealed (self));
}

static void
hovered_cb (PivotPredictView *self,
            int               region,
            PivotMapView     *map)
{
  g_autofree char *text = region >= 0 ? describe_cb ((guint) region, self) : NULL;
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  pivot_map_view_set_tooltip (map, markup);
}

static void
show_maps (PivotPredictView *self)
{
  g_autoptr(PivotClasses) classes = get_classes (self);
  g_autoptr(PivotRegions) regions = NULL, differences = NULL;
  PivotDataset *dataset = pivot_session_get_dataset (self->session);

  regions = pivot_predict_guess_regions (self->session, &self->style, _pivot_predict_view_get_kind (self), classes, get_guess (self),
                                         self->revealed);
  pivot_map_view_set_regions (self->map, regions);
  if (is_revealed (self))
    differences = pivot_predict_difference_regions (self->session, &self->style, get_guess (self));
  pivot_map_view_set_regions (self->difference, differences);
  if (g_set_object (&self->dataset, dataset))
    {
      pivot_map_view_set_backdrop (self->map, dataset != NULL ? pivot_dataset_get_mercator_context (dataset) : NULL);
      pivot_map_view_set_backdrop (self->difference, dataset != NULL ? pivot_dataset_get_mercator_context (dataset) : NULL);
      pivot_map_view_fit (self->map);
    }
}

static void
show_drawing (PivotPredictView *self)
{
  if (_pivot_predict_view_get_kind (self) == PIVOT_GUESS_LINE)
    show_line (self);
  else
    show_maps (self);
}

static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  PivotPredictView *self = PIVOT_PREDICT_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->reveal_start == 0)
    self->reveal_start = now;
  self->revealed = CLAMP ((now - self->reveal_start) / (double) REVEAL_TIME, 0, 1);
  show_drawing (self);
  if (self->revealed < 1)
    return G_SOURCE_CONTINUE;

  self->reveal_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_reveal (PivotPredictView *self)
{
  if (self->reveal_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_id);
  self->reveal_id = 0;
}

static void
follow_reveal (PivotPredictView *self)
{
  gboolean animations;

  if (self->was_revealed == is_revealed (self))
    return;

  stop_reveal (self);
  self->was_revealed = is_revealed (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (self->was_revealed && animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->revealed = 0;
      self->reveal_start = 0;
      self->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
    }
  else
    self->revealed = self->was_revealed ? 1 : 0;
}

/* ---- All of it ---- */

static void
show_words (PivotPredictView *self)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  PivotGuessKind kind = _pivot_predict_view_get_kind (self);
  g_autoptr(PivotLineQuestion) question = kind == PIVOT_GUESS_LINE ? pivot_predict_line_get_question (self->session) : NULL;
  g_autofree char *title = question != NULL ? g_strdup (pivot_text_get (pivot_series_get_label (question->series)))
                           : kind != PIVOT_GUESS_LINE && measure != NULL ? pivot_present_measure_title (measure) : g_strdup ("");

  gtk_label_set_text (self->question, title);
  gtk_label_set_text (self->hint, is_revealed (self) ? _("The data, and how far the guess is from them.")
                                : kind == PIVOT_GUESS_LINE && question == NULL ? _("No series has enough points along time.")
                                : kind == PIVOT_GUESS_LINE
                                ? _("Where does the line go? Draw it over the grey ground, or choose a point with Left and Right and move it with Up and Down.")
                                : kind == PIVOT_GUESS_RANK ? _("Which place has most? Drag the places, or move them with Alt+Up and Alt+Down.")
                                       : _("Choose a class, then click the places that you think are of it, or press Shift and drag around them."));
  pivot_map_view_set_description (self->map, gtk_label_get_text (self->hint));
}

static void
update (PivotPredictView *self)
{
  PivotGuessKind kind = _pivot_predict_view_get_kind (self);
  gboolean rank = kind == PIVOT_GUESS_RANK;
  const char *error = pivot_guess_book_get_error (self->book);
  g_autoptr(PivotClasses) classes = NULL;

  if (pivot_session_get_dataset (self->session) == NULL ||
      (pivot_session_get_measure (self->session) == NULL && kind != PIVOT_GUESS_LINE))
    return;

  classes = get_classes (self);
  pivot_theme_get_style (self->theme, GTK_WIDGET (self), &self->style);
  pivot_map_view_set_style (self->map, &self->style);
  pivot_map_view_set_style (self->difference, &self->style);
  follow_reveal (self);
  show_words (self);
  _pivot_predict_view_update_settings (self);
  _pivot_predict_view_update_teams (self);
  _pivot_predict_view_update_swatches (self, classes);
  _pivot_predict_view_update_ends (self);
  show_drawing (self);

  gtk_widget_set_visible (self->order_box, rank);
  gtk_widget_set_visible (self->maps, kind != PIVOT_GUESS_LINE);
  gtk_widget_set_visible (self->line, kind == PIVOT_GUESS_LINE);
  gtk_widget_set_visible (GTK_WIDGET (self->map), !rank || is_revealed (self));
  pivot_map_view_set_tools (self->map, !is_revealed (self));
  gtk_widget_set_visible (self->difference_box, is_revealed (self));
  gtk_widget_set_sensitive (self->reveal, error == NULL && (is_revealed (self) || get_guess (self) != NULL));
  gtk_widget_set_sensitive (self->anew, get_guess (self) != NULL || is_revealed (self));
  gtk_button_set_label (GTK_BUTTON (self->reveal), is_revealed (self) ? _("Hide the Data") : _("Reveal"));
  gtk_widget_set_visible (self->warning, error != NULL);
  gtk_label_set_text (self->warning_label, error != NULL ? error : "");
  if (rank)
    show_order (self, pivot_predict_order_get_at (self->order));
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  update (PIVOT_PREDICT_VIEW (widget));
}

void
_pivot_predict_view_mark (PivotPredictView *self)
{
  pivot_updater_mark (&self->updater, 1);
}

static void
pivot_predict_view_dispose (GObject *object)
{
  PivotPredictView *self = PIVOT_PREDICT_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  stop_reveal (self);
  self->telling = TRUE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  if (self->map != NULL)
    {
      pivot_map_view_set_guide (self->map, NULL, NULL, NULL);
      pivot_map_view_set_guide (self->difference, NULL, NULL, NULL);
    }
  self->map = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->book);
  g_clear_object (&self->dataset);
  g_clear_object (&self->theme);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_predict_view_parent_class)->dispose (object);
}

static void
pivot_predict_view_class_init (PivotPredictViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_predict_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_predict_view_init (PivotPredictView *self)
{
  pivot_style_init_light (&self->style);
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);
}

static void
connect_maps (PivotPredictView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), key);
  pivot_map_view_set_guide (self->map, NULL, describe_cb, self);
  pivot_map_view_set_guide (self->difference, NULL, describe_cb, self);
  g_signal_connect_swapped (self->map, "region-hovered", G_CALLBACK (hovered_cb), self);
  g_signal_connect_swapped (self->difference, "region-hovered", G_CALLBACK (hovered_cb), self);
  g_signal_connect_swapped (self->map, "region-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->map, "regions-boxed", G_CALLBACK (boxed_cb), self);
  g_signal_connect_swapped (self->line, "drawn", G_CALLBACK (drawn_cb), self);
  g_signal_connect_swapped (self->order, "moved", G_CALLBACK (moved_cb), self);
}

/**
 * pivot_predict_view_new:
 * @classroom: what is at hand
 * @theme: says light or dark
 *
 * Makes the activity.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
pivot_predict_view_new (PivotClassroom *classroom,
                        PivotTheme     *theme)
{
  PivotPredictView *self;

  g_return_val_if_fail (PIVOT_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_PREDICT_VIEW, NULL);
  self->session = g_object_ref (pivot_classroom_get_session (classroom));
  self->theme = g_object_ref (theme);
  self->book = pivot_guess_book_new (classroom);
  _pivot_predict_view_build (self);
  connect_maps (self);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (_pivot_predict_view_mark), self);
  g_signal_connect_swapped (theme, "notify::dark", G_CALLBACK (_pivot_predict_view_mark), self);
  g_signal_connect_swapped (self->book, "changed", G_CALLBACK (_pivot_predict_view_mark), self);
  _pivot_predict_view_mark (self);

  return GTK_WIDGET (self);
}
