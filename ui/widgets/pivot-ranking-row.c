/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ranking-row.h"

#include "pivot-bar-view.h"

struct _PivotRankingRow
{
  GtkWidget     parent_instance;

  int           place;

  GtkWidget    *head_label;
  GtkWidget    *rank_label;
  GtkWidget    *name_label;
  PivotBarView *bar_view;
  GtkWidget    *text_label;
};

G_DEFINE_FINAL_TYPE (PivotRankingRow, pivot_ranking_row, GTK_TYPE_WIDGET)

static void
pivot_ranking_row_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), PIVOT_TYPE_RANKING_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pivot_ranking_row_parent_class)->dispose (object);
}

static void
pivot_ranking_row_class_init (PivotRankingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pivot_ranking_row_dispose;

  /* The template names the type. */
  g_type_ensure (PIVOT_TYPE_BAR_VIEW);

  gtk_widget_class_set_css_name (widget_class, "rankingrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-ranking-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotRankingRow, head_label);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingRow, rank_label);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingRow, bar_view);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingRow, text_label);
}

static void
pivot_ranking_row_init (PivotRankingRow *self)
{
  self->place = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_kind (PivotRankingRow *self,
          gboolean         head)
{
  gtk_widget_set_visible (self->head_label, head);
  gtk_widget_set_visible (self->rank_label, !head);
  gtk_widget_set_visible (self->name_label, !head);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_view), !head);
  gtk_widget_set_visible (self->text_label, !head);
}

/**
 * pivot_ranking_row_new:
 *
 * Creates an empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
pivot_ranking_row_new (void)
{
  return g_object_new (PIVOT_TYPE_RANKING_ROW, NULL);
}

/**
 * pivot_ranking_row_show_rank:
 * @self: a row
 * @row: a place with its rank and value
 * @columns: widths that it shares with the others
 * @style: for a light or a dark ground
 *
 * Shows a place.
 */
void
pivot_ranking_row_show_rank (PivotRankingRow           *self,
                             PivotRankRow              *row,
                             const PivotRankingColumns *columns,
                             const PivotStyle          *style)
{
  g_autofree char *rank = NULL;

  g_return_if_fail (PIVOT_IS_RANKING_ROW (self));
  g_return_if_fail (PIVOT_IS_RANK_ROW (row));

  self->place = (int) pivot_rank_row_get_place (row);
  rank = pivot_rank_row_get_rank (row) > 0 ? g_strdup_printf ("%u", pivot_rank_row_get_rank (row)) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->rank_label), rank);
  gtk_label_set_text (GTK_LABEL (self->name_label), pivot_rank_row_get_name (row));
  gtk_label_set_text (GTK_LABEL (self->text_label), pivot_rank_row_get_text (row));
  gtk_label_set_width_chars (GTK_LABEL (self->rank_label), columns->rank_chars);
  gtk_label_set_width_chars (GTK_LABEL (self->name_label), columns->name_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name_label), columns->name_chars);
  gtk_label_set_width_chars (GTK_LABEL (self->text_label), columns->text_chars);
  pivot_bar_view_set_bar (self->bar_view, pivot_rank_row_get_bar (row), style);
  if (pivot_rank_row_is_missing (row))
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  set_kind (self, FALSE);
}

/**
 * pivot_ranking_row_show_head:
 * @self: a row
 * @text: the heading
 *
 * Shows a heading.
 */
void
pivot_ranking_row_show_head (PivotRankingRow *self,
                             const char      *text)
{
  g_return_if_fail (PIVOT_IS_RANKING_ROW (self));

  self->place = -1;
  gtk_label_set_text (GTK_LABEL (self->head_label), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  set_kind (self, TRUE);
}

/**
 * pivot_ranking_row_get_place:
 * @self: a row
 *
 * Gets which place is shown.
 *
 * Returns: index of the place, −1 for a heading
 */
int
pivot_ranking_row_get_place (PivotRankingRow *self)
{
  g_return_val_if_fail (PIVOT_IS_RANKING_ROW (self), -1);

  return self->place;
}
