/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-parity-view.h"

#include "pivot-present-parity.h"
#include "pivot-session-options.h"

#include <math.h>
#include <glib/gi18n-lib.h>

/* ms after the last move of a slider until it counts as one step of the history. */
#define REST 400

/* One of the two shares. */
typedef struct
{
  GtkWidget     *box;
  GtkLabel      *label;
  GtkSpinButton *spin;
  GtkScale      *scale;
  GtkWidget     *head;
  GtkLabel      *sentence;
  GtkAdjustment *adjustment;
  double         truth;
} Input;

struct _PivotParityView
{
  GtkWidget     parent_instance;

  PivotSession *session;
  PivotDataset *dataset;     /* whose place is shown */
  guint         place;
  char         *measures[2]; /* ids of what the sliders move; or NULL */
  gboolean      updating;
  guint         rest_id;     /* a change goes on until then */

  GtkWidget    *expander;
  GtkWidget    *box;
  GtkLabel     *ratio_label;
  Input         inputs[2];
  GtkLabel     *assumption_label;
  GtkWidget    *drop_button;
};

G_DEFINE_FINAL_TYPE (PivotParityView, pivot_parity_view, GTK_TYPE_WIDGET)

static gboolean
rest_cb (gpointer user_data)
{
  PivotParityView *self = PIVOT_PARITY_VIEW (user_data);

  self->rest_id = 0;
  pivot_session_end_change (self->session);

  return G_SOURCE_REMOVE;
}

static void
end_change (PivotParityView *self)
{
  if (self->rest_id == 0)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  pivot_session_end_change (self->session);
}

/* While a slider is dragged, all of it is one step back. */
static void
keep_changing (PivotParityView *self)
{
  if (self->rest_id == 0)
    pivot_session_begin_change (self->session);
  else
    g_source_remove (self->rest_id);

  self->rest_id = g_timeout_add (REST, rest_cb, self);
}

static double
round_to (double number,
          guint  decimals)
{
  double step = pow (10, decimals);

  return round (number * step) / step + 0.0;
}

static void
suppose (PivotParityView *self,
         guint            i)
{
  PivotMeasure *measure = pivot_dataset_find_measure (self->dataset, self->measures[i]);
  Input *input = &self->inputs[i];
  PivotWhatIf what_if;
  g_autofree char *text = NULL;

  if (measure == NULL)
    return;

  what_if = (PivotWhatIf) { measure, self->place, gtk_adjustment_get_value (input->adjustment) };
  what_if.number = round_to (what_if.number, pivot_measure_get_decimals (measure));
  text = pivot_what_if_write (self->dataset, &what_if);
  keep_changing (self);
  /* Back at the truth nothing is supposed any more. */
  pivot_session_set_word (self->session, PIVOT_OPTION_WHAT_IF, what_if.number == input->truth ? "" : text);
}

static void
value_changed_cb (PivotParityView *self,
                  GtkAdjustment   *adjustment)
{
  if (self->updating || self->session == NULL || self->dataset == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->inputs); i++)
    if (self->inputs[i].adjustment == adjustment)
      suppose (self, i);
}

static GtkLabel *
new_text (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);

  return label;
}

static GtkLabel *
add_text (GtkWidget  *box,
          const char *css_class)
{
  GtkLabel *label = new_text (css_class);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));

  return label;
}

static void
add_input (PivotParityView *self,
           Input           *input)
{
  input->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  input->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  input->label = new_text (NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (input->label), TRUE);
  input->adjustment = gtk_adjustment_new (0, 0, 100, 1, 5, 0);
  input->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (input->adjustment, 1, 0));
  gtk_widget_set_valign (GTK_WIDGET (input->spin), GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (input->spin), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (input->spin), 7);
  gtk_spin_button_set_numeric (input->spin, TRUE);
  input->scale = GTK_SCALE (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, input->adjustment));
  gtk_scale_set_draw_value (input->scale, FALSE);

  gtk_box_append (GTK_BOX (input->head), GTK_WIDGET (input->label));
  gtk_box_append (GTK_BOX (input->head), GTK_WIDGET (input->spin));
  gtk_box_append (GTK_BOX (input->box), input->head);
  gtk_box_append (GTK_BOX (input->box), GTK_WIDGET (input->scale));
  input->sentence = add_text (input->box, "dim-label");
  gtk_box_append (GTK_BOX (self->box), input->box);
  g_signal_connect_swapped (input->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
}

/* Most places are never shown two shares of, and the window is not to wait for it at the start. */
static void
build (PivotParityView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_margin_top (self->box, 9);
  /* Translators: heading of two shares that are compared, and what it would take for them to be the same. */
  gtk_label_set_text (add_text (head, "heading"), _("Parity"));
  self->ratio_label = add_text (head, "numeric");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), head);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->box);
  /* Newer versions of GTK look for the keyboard also in what a closed expander has taken out of the window, if it is visible. */
  g_object_bind_property (self->expander, "expanded", self->box, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->inputs); i++)
    add_input (self, &self->inputs[i]);
  self->assumption_label = add_text (self->box, "dim-label");

  /* Translators: button: what was only assumed is not any more. */
  self->drop_button = gtk_button_new_with_label (_("Drop the What-If"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->drop_button), "win.drop-what-if");
  gtk_widget_set_halign (self->drop_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->drop_button, "chip");
  gtk_box_append (GTK_BOX (self->box), self->drop_button);
}

static void
pivot_parity_view_dispose (GObject *object)
{
  PivotParityView *self = PIVOT_PARITY_VIEW (object);

  pivot_parity_view_set_session (self, NULL);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->measures); i++)
    g_clear_pointer (&self->measures[i], g_free);

  G_OBJECT_CLASS (pivot_parity_view_parent_class)->dispose (object);
}

static void
pivot_parity_view_class_init (PivotParityViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_parity_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_parity_view_init (PivotParityView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pivot_parity_view_new:
 *
 * Makes a view of two shares.
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
pivot_parity_view_new (void)
{
  return g_object_new (PIVOT_TYPE_PARITY_VIEW, NULL);
}

/**
 * pivot_parity_view_set_session:
 * @self: a view
 * @session: (nullable): what it shows and changes
 *
 * Sets the session. Who shows the view tells it when something has changed.
 */
void
pivot_parity_view_set_session (PivotParityView *self,
                               PivotSession    *session)
{
  g_return_if_fail (PIVOT_IS_PARITY_VIEW (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  end_change (self);
  g_clear_object (&self->dataset);
  g_set_object (&self->session, session);
}

static void
set_range (Input                  *input,
           const PivotParityInput *said)
{
  guint decimals = pivot_measure_get_decimals (said->now.measure);
  double step = pow (10, - (double) decimals);

  input->truth = said->truth;
  gtk_spin_button_set_digits (input->spin, decimals);
  gtk_scale_set_digits (input->scale, (int) decimals);
  gtk_adjustment_configure (input->adjustment, said->now.number, 0, said->most, MAX (step, said->most / 200),
                            MAX (step, said->most / 20), 0);
  gtk_scale_clear_marks (input->scale);
  /* Where the truth is. */
  gtk_scale_add_mark (input->scale, said->truth, GTK_POS_BOTTOM, NULL);
}

static void
name_input (Input      *input,
            const char *label,
            const char *sentence)
{
  GtkAccessible *widgets[] = { GTK_ACCESSIBLE (input->spin), GTK_ACCESSIBLE (input->scale) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_accessible_update_property (widgets[i], GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
show_input (PivotParityView        *self,
            guint                   i,
            const PivotParityInput *said)
{
  Input *input = &self->inputs[i];
  gboolean movable = said->now.measure != NULL;

  g_free (self->measures[i]);
  self->measures[i] = movable ? g_strdup (pivot_measure_get_id (said->now.measure)) : NULL;
  gtk_label_set_text (input->label, said->label);
  gtk_label_set_text (input->sentence, said->sentence);
  gtk_widget_set_visible (GTK_WIDGET (input->spin), movable);
  gtk_widget_set_visible (GTK_WIDGET (input->scale), movable);
  if (said->supposed)
    gtk_widget_add_css_class (input->head, "supposed");
  else
    gtk_widget_remove_css_class (input->head, "supposed");
  if (movable)
    {
      set_range (input, said);
      name_input (input, said->label, said->sentence);
    }
}

static void
show_card (PivotParityView       *self,
           const PivotParityCard *card)
{
  gtk_label_set_text (self->ratio_label, card->ratio != NULL ? card->ratio : "");
  for (guint i = 0; i < G_N_ELEMENTS (self->inputs); i++)
    {
      gtk_widget_set_visible (self->inputs[i].box, i < card->n_inputs);
      if (i < card->n_inputs)
        show_input (self, i, &card->inputs[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->assumption_label), card->assumption != NULL);
  gtk_label_set_text (self->assumption_label, card->assumption != NULL ? card->assumption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Parity"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, card->ratio != NULL ? card->ratio : "", -1);
  gtk_widget_set_visible (self->drop_button, pivot_session_get_what_if (self->session, NULL));
  /* What is supposed is not hidden. */
  if (card->n_inputs > 0 && (card->inputs[0].supposed || card->inputs[1].supposed))
    gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
}

/**
 * pivot_parity_view_show:
 * @self: a view
 * @place: index of a place
 *
 * Shows a place as the session has it now.
 */
void
pivot_parity_view_show (PivotParityView *self,
                        guint            place)
{
  g_auto(PivotParityCard) card = { 0 };
  gboolean shown;

  g_return_if_fail (PIVOT_IS_PARITY_VIEW (self));
  g_return_if_fail (PIVOT_IS_SESSION (self->session));

  self->updating = TRUE;
  g_set_object (&self->dataset, pivot_session_get_dataset (self->session));
  self->place = place;
  shown = pivot_present_parity (self->session, place, &card);
  if (shown && self->expander == NULL)
    build (self);
  if (shown)
    show_card (self, &card);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  self->updating = FALSE;
}
