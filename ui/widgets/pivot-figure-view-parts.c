/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-figure-view-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-present-figure.h"
#include "pivot-series-plot.h"
#include "pivot-session-options.h"
#include "pivot-wrap-layout.h"

#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 14
#define SWATCH_SIDE 10   /* of bars */

/* Adds a paragraph, if there is a text. */
void
_pivot_figure_view_add_text (GtkWidget  *box,
                             const char *text,
                             const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* Adds a title and paragraphs with bullets, if there are any. */
void
_pivot_figure_view_add_list (GtkWidget  *box,
                             const char *title,
                             GPtrArray  *texts)
{
  if (texts->len == 0)
    return;

  _pivot_figure_view_add_text (box, title, "figure-heading");
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *bullet = gtk_label_new ("•");

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (row), bullet);
      _pivot_figure_view_add_text (row, g_ptr_array_index (texts, i), "figure-item");
      gtk_box_append (GTK_BOX (box), row);
    }
}

static void
measure_clicked_cb (PivotFigureView *self,
                    GtkWidget       *button)
{
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_measure (self->session, g_object_get_data (G_OBJECT (button), "id"));
  pivot_session_set_page (self->session, PIVOT_PAGE_MAP);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
place_clicked_cb (PivotFigureView *self,
                  GtkWidget       *button)
{
  int place = pivot_dataset_get_place_index (pivot_session_get_dataset (self->session),
                                             g_object_get_data (G_OBJECT (button), "id"));

  if (place < 0)
    return;

  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_select_one (self->session, (guint) place, PIVOT_SELECT_REPLACE);
  pivot_session_set_page (self->session, PIVOT_PAGE_MAP);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
firm_clicked_cb (PivotFigureView *self,
                 GtkWidget       *button)
{
  g_object_freeze_notify (G_OBJECT (self->session));
  pivot_session_set_firm (self->session, g_object_get_data (G_OBJECT (button), "id"));
  pivot_session_set_page (self->session, PIVOT_PAGE_FIRMS);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static GtkWidget *
make_link (PivotFigureView *self,
           const char      *id,
           const char      *label,
           const char      *tooltip,
           GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
add_row_of_links (GtkWidget  *box,
                  const char *title)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  _pivot_figure_view_add_text (box, title, "figure-heading");
  gtk_widget_set_layout_manager (row, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (box), row);

  return row;
}

/* A measure, a place or a firm that the figure is about leads to the same object elsewhere. */
void
_pivot_figure_view_add_links (PivotFigureView *self,
                              GtkWidget       *box)
{
  PivotDataset *dataset = pivot_session_get_dataset (self->session);
  const char * const *measures = pivot_figure_get_measures (self->figure);
  const char * const *places = pivot_figure_get_places (self->figure);
  const char * const *firms = pivot_figure_get_firms (self->figure);
  GtkWidget *row = NULL;

  for (guint i = 0; measures[i] != NULL; i++)
    {
      PivotMeasure *measure = pivot_dataset_find_measure (dataset, measures[i]);

      row = row != NULL ? row : add_row_of_links (box, _("Measures on the map"));
      gtk_box_append (GTK_BOX (row), make_link (self, measures[i], pivot_text_get (pivot_measure_get_label (measure)),
                                                     _("Show this measure on the map"), G_CALLBACK (measure_clicked_cb)));
    }

  row = NULL;
  for (guint i = 0; places[i] != NULL; i++)
    {
      PivotPlace *place = pivot_dataset_find_place (dataset, places[i]);

      row = row != NULL ? row : add_row_of_links (box, _("Places"));
      gtk_box_append (GTK_BOX (row), make_link (self, places[i], pivot_text_get (pivot_place_get_name (place)),
                                                     _("Select this place on the map"), G_CALLBACK (place_clicked_cb)));
    }

  row = NULL;
  for (guint i = 0; firms[i] != NULL; i++)
    {
      PivotFirm *firm = pivot_dataset_find_firm (dataset, firms[i]);

      row = row != NULL ? row : add_row_of_links (box, _("Firms"));
      gtk_box_append (GTK_BOX (row), make_link (self, firms[i], pivot_text_get (pivot_firm_get_name (firm)),
                                                     _("Show this firm"), G_CALLBACK (firm_clicked_cb)));
    }
}

/* What stands for a series on its toggle. */
typedef struct
{
  PivotFigureView *view;
  guint            slot;
  PivotSeriesKind  kind;
} Swatch;

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  const Swatch *swatch = user_data;

  pivot_series_draw_swatch (cr, &swatch->view->style, swatch->slot, swatch->kind, 0, 0, width, height);
}

static GtkWidget *
make_swatch (PivotFigureView *self,
             guint            slot,
             PivotSeriesKind  kind)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Swatch *swatch = g_new (Swatch, 1);
  gboolean is_bars = kind == PIVOT_SERIES_COLUMN || kind == PIVOT_SERIES_BAR;

  *swatch = (Swatch) { self, slot, kind };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), is_bars ? SWATCH_SIDE : SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, swatch, g_free);

  return area;
}

static void
toggled_cb (PivotFigureView *self,
            GtkToggleButton *toggle)
{
  const char *path = g_object_get_data (G_OBJECT (toggle), "path");
  g_auto(GStrv) hidden = NULL;
  g_autoptr(GPtrArray) now = NULL;

  if (self->updating)
    return;

  hidden = pivot_session_get_list (self->session, PIVOT_OPTION_HIDDEN_SERIES);
  now = g_ptr_array_new ();
  for (guint i = 0; hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], path))
      g_ptr_array_add (now, hidden[i]);
  if (!gtk_toggle_button_get_active (toggle))
    g_ptr_array_add (now, (gpointer) path);
  g_ptr_array_add (now, NULL);
  pivot_session_set_list (self->session, PIVOT_OPTION_HIDDEN_SERIES, (const char * const *) now->pdata);
}

static GtkWidget *
make_toggle (PivotFigureView *self,
             PivotSeries     *series,
             guint            slot,
             PivotSeriesKind  kind,
             const char      *path)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (pivot_text_get (pivot_series_get_label (series)));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), make_swatch (self, slot, kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "series-toggle");
  gtk_widget_set_tooltip_text (toggle, _("Show or hide this series"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pivot_text_get (pivot_series_get_label (series)), -1);
  g_object_set_data_full (G_OBJECT (toggle), "path", g_strdup (path), g_free);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (toggled_cb), self);

  return toggle;
}

GtkWidget *
_pivot_figure_view_make_toggles (PivotFigureView  *self,
                                 PivotFigurePanel *panel,
                                 const char       *panel_id,
                                 PivotChartKind    chart)
{
  g_autoptr(GPtrArray) series = pivot_present_figure_series (self->figure, panel_id);
  GtkWidget *row;

  if (series->len < 2 || chart == PIVOT_CHART_STATEMENT || chart == PIVOT_CHART_SCATTER)
    return NULL;

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (row, g_object_new (PIVOT_TYPE_WRAP_LAYOUT, NULL));
  panel->toggles = g_ptr_array_new ();
  for (guint i = 0; i < series->len; i++)
    {
      PivotSeries *one = g_ptr_array_index (series, i);
      g_autofree char *path = g_strconcat (pivot_figure_get_id (self->figure), "/", pivot_series_get_id (one), NULL);
      GtkWidget *toggle = make_toggle (self, one, i, chart == PIVOT_CHART_LINE ? PIVOT_SERIES_LINE : PIVOT_SERIES_BAR, path);

      gtk_box_append (GTK_BOX (row), toggle);
      g_ptr_array_add (panel->toggles, toggle);
    }

  return row;
}

void
_pivot_figure_view_sync_toggles (PivotFigureView *self)
{
  g_auto(GStrv) hidden = pivot_session_get_list (self->session, PIVOT_OPTION_HIDDEN_SERIES);

  self->updating = TRUE;
  for (guint p = 0; p < self->panels->len; p++)
    {
      GPtrArray *toggles = g_array_index (self->panels, PivotFigurePanel, p).toggles;

      for (guint i = 0; toggles != NULL && i < toggles->len; i++)
        {
          GtkToggleButton *toggle = g_ptr_array_index (toggles, i);

          gtk_toggle_button_set_active (toggle, !g_strv_contains ((const char * const *) hidden,
                                                                  g_object_get_data (G_OBJECT (toggle), "path")));
        }
    }
  self->updating = FALSE;
}
