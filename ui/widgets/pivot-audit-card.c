/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-view-private.h"

#include "pivot-link.h"
#include "pivot-present-tables.h"
#include "pivot-present-words.h"
#include "pivot-receipt.h"
#include "pivot-units.h"
#include "pivot-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define MAX_LINKS 8 /* to values; a sum of a whole column has more than anybody follows */

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Else GTK finds the least width by breaking at each character. */
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Links */

static void
link_clicked_cb (GtkWidget    *button,
                 PivotSession *session)
{
  pivot_link_follow (button, session, g_object_get_data (G_OBJECT (button), "ref"));
}

/* Takes the ref. */
static GtkWidget *
new_link (PivotSession *session,
          const char   *text,
          const char   *tooltip,
          char         *ref)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "ref", ref, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_clicked_cb), session, 0);

  return button;
}

/* Where the numbers show: a place on the map, or a figure. */
static void
append_value_links (GtkWidget    *box,
                    PivotSession *session,
                    PivotFinding *finding)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  const char * const *paths = pivot_finding_get_paths (finding);
  guint n = 0;

  for (guint i = 0; paths[i] != NULL && n < MAX_LINKS; i++)
    {
      g_autoptr(PivotReceipt) receipt = pivot_receipt_new_for_path (dataset, paths[i], NULL);
      g_autofree char *about = NULL;
      g_autofree char *text = NULL;

      if (receipt == NULL)
        continue;

      g_object_get (receipt, "place-name", &about, NULL);
      /* Translators: what a number is about (a place, a year), what it measures, the number. */
      text = g_strdup_printf (C_("audit", "%1$s · %2$s · %3$s"), about, pivot_receipt_get_label (receipt),
                              pivot_receipt_get_text (receipt));
      gtk_box_append (GTK_BOX (box), new_link (session, text,
                                               pivot_receipt_get_measure (receipt) != NULL ? _("Show on the map") : _("Show the figure"),
                                               g_strconcat ("value:", paths[i], NULL)));
      n++;
    }
}

/* Statements in words are about firms: those that give one of their sources. */
static void
append_firm_links (GtkWidget    *box,
                   PivotSession *session,
                   PivotCheck   *check)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  GListModel *firms = pivot_dataset_get_firms (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (firms); i++)
    {
      g_autoptr(PivotFirm) firm = g_list_model_get_item (firms, i);
      gboolean about = FALSE;

      for (guint j = 0; j < pivot_check_get_n_statements (check); j++)
        {
          const PivotStatement *statement = pivot_check_get_statement (check, j);
          PivotSource *source = pivot_dataset_find_source (dataset, statement->source);

          about |= statement->text != NULL && source != NULL && pivot_source_get_kind (source) != PIVOT_SOURCE_ARTICLE &&
                   g_strv_contains (pivot_firm_get_sources (firm), statement->source);
        }
      if (about)
        gtk_box_append (GTK_BOX (box), new_link (session, pivot_text_get (pivot_firm_get_name (firm)), _("Show the firm"),
                                                 g_strconcat ("firm:", pivot_firm_get_id (firm), NULL)));
    }
}

static GtkWidget *
new_source_link (PivotSession *session,
                 const char   *id)
{
  PivotSource *source = pivot_dataset_find_source (pivot_session_get_dataset (session), id);
  const char *title = source != NULL ? pivot_text_get (pivot_source_get_title (source)) : id;

  if (source == NULL || !pivot_link_is_page (pivot_source_get_url (source)))
    return new_label (title, "caption");

  return new_link (session, title, pivot_source_get_url (source), g_strconcat ("source:", id, NULL));
}

static void
append_links (GtkWidget    *card,
              PivotSession *session,
              PivotFinding *finding)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (PIVOT_TYPE_WRAP_LAYOUT, NULL), NULL);

  append_value_links (box, session, finding);
  if (check != NULL && pivot_check_get_n_statements (check) > 0)
    append_firm_links (box, session, check);
  else if (check != NULL)
    gtk_box_append (GTK_BOX (box), new_source_link (session, pivot_check_get_source (check)));

  gtk_box_append (GTK_BOX (card), box);
}

/* Statements */

static void
append_statements (GtkWidget    *card,
                   PivotSession *session,
                   PivotCheck   *check)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < pivot_check_get_n_statements (check); i++)
    {
      const PivotStatement *statement = pivot_check_get_statement (check, i);
      g_autofree char *number = NULL;
      const char *text = pivot_text_get (statement->text);
      GtkWidget *label, *link;

      if (text == NULL)
        text = number = pivot_units_format_number (statement->number, pivot_units_count_decimals (statement->number));
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), statement->text == NULL ? 1 : 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
      label = new_label (pivot_text_get (statement->where), NULL);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 1, (int) i, 1, 1);
      link = new_source_link (session, statement->source);
      gtk_widget_set_halign (link, GTK_ALIGN_END);
      gtk_grid_attach (GTK_GRID (grid), link, 2, (int) i, 1, 1);
    }

  gtk_box_append (GTK_BOX (card), grid);
}

/* The card */

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [PIVOT_FINDING_HOLDS] = { "emblem-ok-symbolic", "holds" },
  [PIVOT_FINDING_FAILS] = { "dialog-warning-symbolic", "fails" },
  [PIVOT_FINDING_CONFLICT] = { "dialog-question-symbolic", "conflict" },
};

static GtkWidget *
new_head (PivotDataset *dataset,
          PivotFinding *finding)
{
  PivotVerdict verdict = pivot_finding_get_verdict (finding);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[verdict].icon);
  GtkWidget *title = new_label (pivot_present_finding_title (dataset, finding), "heading");
  GtkWidget *pill = gtk_label_new (pivot_present_verdict_label (verdict));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (pill, "verdict-pill");
  gtk_widget_add_css_class (pill, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), pill);

  return box;
}

GtkWidget *
_pivot_audit_card_new (PivotSession *session,
                       PivotFinding *finding)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotCheck *check = pivot_finding_get_check (finding);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "audit-card");
  gtk_widget_add_css_class (card, looks[pivot_finding_get_verdict (finding)].css_class);
  gtk_box_append (GTK_BOX (card), new_head (dataset, finding));
  if (check != NULL && pivot_check_get_n_statements (check) > 0)
    append_statements (card, session, check);
  else
    gtk_box_append (GTK_BOX (card), new_label (pivot_finding_get_arithmetic (finding), "arithmetic"));
  if (check != NULL && pivot_check_get_assessment (check) != NULL)
    gtk_box_append (GTK_BOX (card), new_label (pivot_text_get (pivot_check_get_assessment (check)), NULL));
  if (check != NULL && pivot_check_get_note (check) != NULL)
    gtk_box_append (GTK_BOX (card), new_label (pivot_text_get (pivot_check_get_note (check)), "dim-label"));
  append_links (card, session, finding);

  return card;
}

char *
_pivot_audit_card_get_text (PivotDataset *dataset,
                            PivotFinding *finding)
{
  PivotCheck *check = pivot_finding_get_check (finding);
  GString *string = g_string_new (pivot_present_finding_title (dataset, finding));

  g_string_append_printf (string, "\n%s\n%s", pivot_present_verdict_label (pivot_finding_get_verdict (finding)),
                          pivot_finding_get_arithmetic (finding));
  if (check != NULL && pivot_check_get_assessment (check) != NULL)
    g_string_append_printf (string, "\n%s", pivot_text_get (pivot_check_get_assessment (check)));
  if (check != NULL && pivot_check_get_note (check) != NULL)
    g_string_append_printf (string, "\n%s", pivot_text_get (pivot_check_get_note (check)));

  return g_string_free (string, FALSE);
}
