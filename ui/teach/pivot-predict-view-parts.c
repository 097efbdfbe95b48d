/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-compat.h"
#include "pivot-measure-picker.h"
#include "pivot-present.h"
#include "pivot-swatch.h"
#include "pivot-wrap-layout.h"

/* The choices before the groups of the dataset. */
static const char * const place_choices[] = { "draw", "all", "selection" };

void
_pivot_predict_view_empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

GtkWidget *
_pivot_predict_view_new_text (const char *text,
                              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* ---- Swatches ---- */

static void
swatch_cb (PivotPredictView *self,
           GtkToggleButton  *button)
{
  if (!self->telling && gtk_toggle_button_get_active (button))
    _pivot_predict_view_set_brush (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "brush")));
}

static GtkWidget *
add_swatch (PivotPredictView *self,
            guint             brush,
            const GdkRGBA    *color,
            const char       *text,
            GtkToggleButton  *group)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (color != NULL)
    {
      GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, "width-request", 26, "height-request", 16, "valign", GTK_ALIGN_CENTER, NULL);

      pivot_swatch_set_fill (PIVOT_SWATCH (swatch), PIVOT_REGION_VALUE, color, &self->style);
      gtk_box_append (GTK_BOX (box), swatch);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), self->brush == brush);
  gtk_widget_set_sensitive (button, !pivot_session_get_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED));
  g_object_set_data (G_OBJECT (button), "brush", GUINT_TO_POINTER (brush));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (swatch_cb), self);
  gtk_widget_set_parent (button, self->swatches);

  return button;
}

void
_pivot_predict_view_update_swatches (PivotPredictView   *self,
                                     const PivotClasses *classes)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  GdkRGBA colors[PIVOT_CLASSES_MAX];
  guint n = pivot_predict_guess_colors (self->session, &self->style, classes, colors);
  GtkWidget *first = NULL;

  gtk_widget_set_visible (self->swatches, _pivot_predict_view_get_kind (self) == PIVOT_GUESS_CLASSES);
  /* The keyboard stays where it is as long as the choices do. */
  if (gtk_widget_get_focus_child (self->swatches) != NULL)
    return;

  self->telling = TRUE;
  _pivot_predict_view_empty (self->swatches);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *range = pivot_predict_class_range (measure, classes, i), *text = g_strdup_printf ("%u:  %s", i + 1, range);
      GtkWidget *button = add_swatch (self, i, &colors[i], text, GTK_TOGGLE_BUTTON (first));

      first = first != NULL ? first : button;
    }
  if (first != NULL)
    add_swatch (self, PIVOT_CLASSES_MAX, NULL, _("No guess"), GTK_TOGGLE_BUTTON (first));
  self->telling = FALSE;
}

static void
add_end (PivotPredictView *self,
         const GdkRGBA    *color,
         const char       *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = g_object_new (PIVOT_TYPE_SWATCH, "width-request", 26, "height-request", 14, "valign", GTK_ALIGN_CENTER, NULL);

  pivot_swatch_set_fill (PIVOT_SWATCH (swatch), color != NULL ? PIVOT_REGION_VALUE : PIVOT_REGION_NO_DATA, color, &self->style);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), _pivot_predict_view_new_text (text, "caption"));
  gtk_widget_set_parent (box, self->ends);
}

/* What the colours of the differences tell. */
void
_pivot_predict_view_update_ends (PivotPredictView *self)
{
  GdkRGBA too_low, right, too_high;

  pivot_predict_difference_ends (&self->style, &too_low, &right, &too_high);
  _pivot_predict_view_empty (self->ends);
  add_end (self, &too_low, _("Guessed too low"));
  add_end (self, &right, _("Right"));
  add_end (self, &too_high, _("Guessed too high"));
  add_end (self, NULL, _("Not guessed or not known"));
}

/* ---- Settings ---- */

static guint
find_places (PivotPredictView *self)
{
  const char *choice = pivot_session_get_word (self->session, PIVOT_OPTION_PREDICT_PLACES);
  GListModel *groups = pivot_dataset_get_groups (pivot_session_get_dataset (self->session));

  for (guint i = 1; i < G_N_ELEMENTS (place_choices); i++)
    if (strcmp (choice, place_choices[i]) == 0)
      return i;
  for (guint i = 0; g_str_has_prefix (choice, "group:") && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PivotGroup) group = g_list_model_get_item (groups, i);

      if (strcmp (pivot_group_get_id (group), choice + strlen ("group:")) == 0)
        return G_N_ELEMENTS (place_choices) + i;
    }

  return 0;
}

static void
update_places (PivotPredictView *self)
{
  GListModel *groups = pivot_dataset_get_groups (pivot_session_get_dataset (self->session));
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Eight, drawn by the seed"));
  gtk_string_list_append (labels, _("All places"));
  gtk_string_list_append (labels, _("The selection"));
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PivotGroup) group = g_list_model_get_item (groups, i);

      gtk_string_list_append (labels, pivot_text_get (pivot_group_get_label (group)));
    }
  gtk_drop_down_set_model (self->places, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->places, find_places (self));
}

void
_pivot_predict_view_update_settings (PivotPredictView *self)
{
  const char *choice = pivot_session_get_word (self->session, PIVOT_OPTION_PREDICT_PLACES);
  PivotGuessKind kind = _pivot_predict_view_get_kind (self);
  gboolean drawn = *choice == '\0' || g_str_has_prefix (choice, "draw:");

  self->telling = TRUE;
  gtk_toggle_button_set_active (self->kinds[kind], TRUE);
  update_places (self);
  gtk_spin_button_set_value (self->seed, drawn && *choice != '\0' ? g_ascii_strtod (choice + strlen ("draw:"), NULL) : 1);
  self->telling = FALSE;
  gtk_widget_set_visible (self->measure, kind != PIVOT_GUESS_LINE);
  gtk_widget_set_visible (self->places_box, kind == PIVOT_GUESS_RANK);
  gtk_widget_set_visible (self->line_setup, kind == PIVOT_GUESS_LINE);
  if (kind == PIVOT_GUESS_LINE)
    pivot_predict_line_setup_update (PIVOT_PREDICT_LINE_SETUP (self->line_setup));
  gtk_widget_set_visible (GTK_WIDGET (self->seed), drawn);
}

static void
places_cb (PivotPredictView *self)
{
  guint at = gtk_drop_down_get_selected (self->places);
  GListModel *groups = pivot_dataset_get_groups (pivot_session_get_dataset (self->session));
  g_autofree char *choice = NULL;

  if (self->telling || at == GTK_INVALID_LIST_POSITION)
    return;

  if (at >= G_N_ELEMENTS (place_choices))
    {
      g_autoptr(PivotGroup) group = g_list_model_get_item (groups, at - G_N_ELEMENTS (place_choices));

      choice = g_strconcat ("group:", pivot_group_get_id (group), NULL);
    }
  else
    choice = at > 0 ? g_strdup (place_choices[at]) : g_strdup_printf ("draw:%d", gtk_spin_button_get_value_as_int (self->seed));
  pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_PLACES, choice);
}

static void
kind_cb (PivotPredictView *self,
         GtkToggleButton  *button)
{
  static const char * const words[] = { "rank", "classes", "line" };

  for (guint i = 0; i < PIVOT_GUESS_N_KINDS && !self->telling && gtk_toggle_button_get_active (button); i++)
    if (button == self->kinds[i])
      pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT, words[i]);
}

static void
reveal_cb (PivotPredictView *self)
{
  pivot_session_set_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED,
                          !pivot_session_get_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED));
}

static void
anew_cb (PivotPredictView *self)
{
  g_autofree char *about = _pivot_predict_view_get_about (self);

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED, FALSE);
  pivot_guess_book_remove (self->book, _pivot_predict_view_get_kind (self), about, _pivot_predict_view_get_team (self));
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
begin_cb (PivotPredictView *self)
{
  pivot_guess_book_begin (self->book);
}

/* ---- Building ---- */

static void
add_team_cb (PivotPredictView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->team_entry))));

  if (*name == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->team_entry), "");
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_TEAM, name);
  pivot_session_set_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED, FALSE);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static GtkWidget *
new_kinds (PivotPredictView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->kinds[0] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Ranking")));
  self->kinds[1] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Classes")));
  /* Translators: what a class guesses: the line of a series. */
  self->kinds[2] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (C_("guess", "Line")));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < PIVOT_GUESS_N_KINDS; i++)
    {
      gtk_toggle_button_set_group (self->kinds[i], i > 0 ? self->kinds[0] : NULL);
      g_signal_connect_swapped (self->kinds[i], "toggled", G_CALLBACK (kind_cb), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kinds[i]));
    }

  return box;
}

static GtkWidget *
new_places (PivotPredictView *self)
{
  self->places_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->places = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->seed = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, G_MAXINT, 1));
  pivot_drop_down_set_label (self->places, _("Places to rank"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seed), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Seed"), -1);
  gtk_box_append (GTK_BOX (self->places_box), _pivot_predict_view_new_text (_("Places to rank"), "caption-heading"));
  gtk_box_append (GTK_BOX (self->places_box), GTK_WIDGET (self->places));
  gtk_box_append (GTK_BOX (self->places_box), GTK_WIDGET (self->seed));
  g_signal_connect_swapped (self->places, "notify::selected", G_CALLBACK (places_cb), self);
  g_signal_connect_swapped (self->seed, "value-changed", G_CALLBACK (places_cb), self);

  return self->places_box;
}

static GtkWidget *
new_teams (PivotPredictView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_("Add"));

  self->teams = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->team_entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->team_entry, _("Name of a team"));
  gtk_entry_set_max_length (self->team_entry, 60);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->team_entry), 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->team_entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->team_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of a team"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Team"), -1);
  g_signal_connect_swapped (self->team_entry, "activate", G_CALLBACK (add_team_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_team_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->team_entry));
  gtk_box_append (GTK_BOX (row), add);
  gtk_box_append (GTK_BOX (box), _pivot_predict_view_new_text (_("Teams"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), self->teams);
  gtk_box_append (GTK_BOX (box), row);

  return box;
}

static GtkWidget *
new_side (PivotPredictView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->measure = g_object_new (PIVOT_TYPE_MEASURE_PICKER, NULL);
  self->line_setup = pivot_predict_line_setup_new (self->session);
  pivot_measure_picker_set_session (PIVOT_MEASURE_PICKER (self->measure), self->session);
  self->reveal = gtk_button_new_with_label (_("Reveal"));
  self->anew = gtk_button_new_with_label (_("New Guess"));
  gtk_widget_add_css_class (self->reveal, "suggested-action");
  g_signal_connect_swapped (self->reveal, "clicked", G_CALLBACK (reveal_cb), self);
  g_signal_connect_swapped (self->anew, "clicked", G_CALLBACK (anew_cb), self);
  gtk_box_append (GTK_BOX (box), new_kinds (self));
  gtk_box_append (GTK_BOX (box), self->measure);
  gtk_box_append (GTK_BOX (box), self->line_setup);
  gtk_box_append (GTK_BOX (box), new_places (self));
  gtk_box_append (GTK_BOX (box), new_teams (self));
  gtk_box_append (GTK_BOX (box), self->reveal);
  gtk_box_append (GTK_BOX (box), self->anew);
  gtk_widget_add_css_class (box, "side-content");
  gtk_widget_set_size_request (box, 232, -1);
  /* What is typed into takes the room that there is beside its button, and no more. */
  gtk_widget_set_hexpand (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "side-pane");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  return scrolled;
}

static GtkWidget *
new_warning (PivotPredictView *self)
{
  GtkWidget *begin = gtk_button_new_with_label (_("Begin Anew"));

  self->warning = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->warning_label = GTK_LABEL (_pivot_predict_view_new_text ("", "body"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->warning_label), TRUE);
  gtk_widget_set_valign (begin, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (begin_cb), self);
  gtk_widget_add_css_class (self->warning, "banner");
  gtk_box_append (GTK_BOX (self->warning), GTK_WIDGET (self->warning_label));
  gtk_box_append (GTK_BOX (self->warning), begin);

  return self->warning;
}

static PivotMapView *
new_map (const char *label,
         gboolean    tools)
{
  GtkWidget *map = pivot_map_view_new ();

  pivot_map_view_set_tools (PIVOT_MAP_VIEW (map), tools);
  pivot_map_view_set_scale_bar (PIVOT_MAP_VIEW (map), FALSE);
  gtk_widget_set_hexpand (map, TRUE);
  gtk_widget_set_vexpand (map, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return PIVOT_MAP_VIEW (map);
}

static GtkWidget *
new_main (PivotPredictView *self)
{
  GtkWidget *main_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  self->maps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->line = pivot_predict_line_new ();
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_set_vexpand (self->line, TRUE);
  gtk_widget_add_css_class (self->line, "predict-line");
  self->question = GTK_LABEL (_pivot_predict_view_new_text ("", "title-2"));
  self->hint = GTK_LABEL (_pivot_predict_view_new_text ("", "dim-label"));
  self->swatches = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->swatches, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_add_css_class (head, "quiz-head");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (head), self->swatches);

  self->order = PIVOT_PREDICT_ORDER (pivot_predict_order_new ());
  self->order_box = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->order_box), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->order_box), GTK_WIDGET (self->order));
  gtk_widget_set_hexpand (self->order_box, TRUE);
  gtk_widget_set_vexpand (self->order_box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->order), "predict-order");

  self->map = new_map (_("Map of the guess"), TRUE);
  self->difference = new_map (_("Map of guess minus data"), FALSE);
  self->ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->ends, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, NULL));
  self->difference_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->ends, "predict-ends");
  gtk_box_append (GTK_BOX (self->difference_box), GTK_WIDGET (self->difference));
  gtk_box_append (GTK_BOX (self->difference_box), self->ends);
  gtk_box_append (GTK_BOX (self->maps), GTK_WIDGET (self->map));
  gtk_box_append (GTK_BOX (self->maps), self->difference_box);

  gtk_box_append (GTK_BOX (content), self->order_box);
  gtk_box_append (GTK_BOX (content), self->maps);
  gtk_box_append (GTK_BOX (content), self->line);
  gtk_box_append (GTK_BOX (main_box), new_warning (self));
  gtk_box_append (GTK_BOX (main_box), head);
  gtk_box_append (GTK_BOX (main_box), content);

  return main_box;
}

void
_pivot_predict_view_build (PivotPredictView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), new_side (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), new_main (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}
