/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-predict-line-setup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pivot-compat.h"
#include "pivot-predict-line-words.h"
#include "pivot-session-options.h"

struct _PivotPredictLineSetup
{
  GtkWidget     parent_instance;

  PivotSession *session;
  GtkDropDown  *series;
  GtkDropDown  *from;
  GPtrArray    *abouts;   /* of char*: in the list of series */
  GPtrArray    *froms;    /* of char*: x of the points in the list */
  gboolean      telling;
};

G_DEFINE_FINAL_TYPE (PivotPredictLineSetup, pivot_predict_line_setup, GTK_TYPE_WIDGET)

/**
 * pivot_predict_line_get_question:
 * @session: a session
 *
 * Gets what the session asks; without a choice, about the first series that can be asked about.
 *
 * Returns: (transfer full) (nullable): a question
 */
PivotLineQuestion *
pivot_predict_line_get_question (PivotSession *session)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  const char *from = pivot_session_get_word (session, PIVOT_OPTION_PREDICT_FROM);
  g_autoptr(GPtrArray) list = NULL;
  PivotLineQuestion *question;

  if (dataset == NULL)
    return NULL;

  question = pivot_line_question_new (dataset, pivot_session_get_word (session, PIVOT_OPTION_PREDICT_LINE), from);
  if (question != NULL)
    return question;

  list = pivot_line_question_list (dataset);

  return list->len > 0 ? pivot_line_question_new (dataset, g_ptr_array_index (list, 0), from) : NULL;
}

/* The other question has points of its own. */
static void
series_cb (PivotPredictLineSetup *self)
{
  guint at = gtk_drop_down_get_selected (self->series);

  if (self->telling || at >= self->abouts->len)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_LINE, g_ptr_array_index (self->abouts, at));
  pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_FROM, "");
  pivot_session_set_flag (self->session, PIVOT_OPTION_PREDICT_REVEALED, FALSE);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
from_cb (PivotPredictLineSetup *self)
{
  guint at = gtk_drop_down_get_selected (self->from);

  if (!self->telling && at < self->froms->len)
    pivot_session_set_word (self->session, PIVOT_OPTION_PREDICT_FROM, g_ptr_array_index (self->froms, at));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  unused)
{
  GtkStringObject *string = GTK_STRING_OBJECT (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static void
setup_wide_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

/* The button shows as much of a name as has room, the list all of it. */
static GtkDropDown *
add_drop_down (PivotPredictLineSetup *self,
               GtkWidget             *box,
               const char            *title)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new (), wide = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down, *heading = gtk_label_new (title);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (wide, "setup", G_CALLBACK (setup_wide_cb), NULL);
  g_signal_connect (wide, "bind", G_CALLBACK (bind_cb), NULL);
  drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "factory", factory, "list-factory", wide, NULL);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  pivot_drop_down_set_label (GTK_DROP_DOWN (drop_down), title);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), drop_down);

  return GTK_DROP_DOWN (drop_down);
}

static void
pivot_predict_line_setup_dispose (GObject *object)
{
  PivotPredictLineSetup *self = PIVOT_PREDICT_LINE_SETUP (object);
  GtkWidget *child;

  self->telling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->abouts, g_ptr_array_unref);
  g_clear_pointer (&self->froms, g_ptr_array_unref);

  G_OBJECT_CLASS (pivot_predict_line_setup_parent_class)->dispose (object);
}

static void
pivot_predict_line_setup_class_init (PivotPredictLineSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_predict_line_setup_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pivot_predict_line_setup_init (PivotPredictLineSetup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->abouts = g_ptr_array_new_with_free_func (g_free);
  self->froms = g_ptr_array_new_with_free_func (g_free);
  self->series = add_drop_down (self, box, _("Series"));
  /* Translators: the heading of a choice of a year: from there on the line is hidden. */
  self->from = add_drop_down (self, box, _("Hidden from"));
  g_signal_connect_swapped (self->series, "notify::selected", G_CALLBACK (series_cb), self);
  g_signal_connect_swapped (self->from, "notify::selected", G_CALLBACK (from_cb), self);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * pivot_predict_line_setup_new:
 * @session: what is asked is a choice of
 *
 * Makes the two choices.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
pivot_predict_line_setup_new (PivotSession *session)
{
  PivotPredictLineSetup *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_PREDICT_LINE_SETUP, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/* The same list again would close what is open. */
static void
show_choices (GtkDropDown  *drop_down,
              GPtrArray    *texts,
              guint         selected)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  gboolean same = model != NULL && g_list_model_get_n_items (model) == texts->len;
  g_autoptr(GtkStringList) list = NULL;

  for (guint i = 0; same && i < texts->len; i++)
    same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (texts, i)) == 0;
  if (!same)
    {
      list = gtk_string_list_new (NULL);
      for (guint i = 0; i < texts->len; i++)
        gtk_string_list_append (list, g_ptr_array_index (texts, i));
      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
update_series (PivotPredictLineSetup   *self,
               const PivotLineQuestion *question)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_unref (self->abouts);
  self->abouts = pivot_line_question_list (dataset);
  for (guint i = 0; i < self->abouts->len; i++)
    {
      g_autoptr(PivotLineQuestion) one = pivot_line_question_new (dataset, g_ptr_array_index (self->abouts, i), NULL);

      g_ptr_array_add (texts, g_strdup_printf ("%s · %s", pivot_text_get (pivot_series_get_label (one->series)),
                                               pivot_figure_get_id (one->figure)));
      if (strcmp (one->about, question->about) == 0)
        selected = i;
    }
  show_choices (self->series, texts, selected);
}

static void
update_from (PivotPredictLineSetup   *self,
             const PivotLineQuestion *question)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->froms, 0);
  for (guint i = PIVOT_LINE_LEAST_SHOWN; i < question->points->len; i++)
    {
      const PivotPoint *point = pivot_line_question_get_point (question, i);

      g_ptr_array_add (self->froms, g_strdup (point->x));
      g_ptr_array_add (texts, pivot_predict_line_x (point));
    }
  show_choices (self->from, texts, question->first_hidden - PIVOT_LINE_LEAST_SHOWN);
}

/**
 * pivot_predict_line_setup_update:
 * @self: a widget
 *
 * Shows what the session has chosen.
 */
void
pivot_predict_line_setup_update (PivotPredictLineSetup *self)
{
  g_autoptr(PivotLineQuestion) question = NULL;

  g_return_if_fail (PIVOT_IS_PREDICT_LINE_SETUP (self));

  question = pivot_predict_line_get_question (self->session);
  gtk_widget_set_sensitive (GTK_WIDGET (self), question != NULL);
  if (question == NULL)
    return;

  self->telling = TRUE;
  update_series (self, question);
  update_from (self, question);
  self->telling = FALSE;
}
