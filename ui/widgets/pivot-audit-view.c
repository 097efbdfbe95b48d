/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-audit-view-private.h"

#include "pivot-present-words.h"
#include "pivot-session-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_CHOICES 4

struct _PivotAuditView
{
  GtkWidget           parent_instance;

  PivotSession       *session;
  GListModel         *findings;     /* or NULL */
  GtkFilterListModel *shown;
  GtkFilter          *filter;       /* owned by shown */
  char              **words;        /* folded, or NULL */
  gboolean            telling;      /* widgets are being told, not asked */

  GtkToggleButton    *choices[N_CHOICES];
  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (PivotAuditView, pivot_audit_view, GTK_TYPE_WIDGET)

enum { ROWS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the order of the words of PIVOT_OPTION_AUDIT; the first means all. */
static const PivotVerdict verdicts[N_CHOICES] = {
  PIVOT_FINDING_HOLDS, PIVOT_FINDING_FAILS, PIVOT_FINDING_CONFLICT, PIVOT_FINDING_HOLDS,
};

static guint
get_choice (PivotAuditView *self)
{
  const char *word = pivot_session_get_word (self->session, PIVOT_OPTION_AUDIT);
  const char * const *all = pivot_option_get_words (PIVOT_OPTION_AUDIT);
  guint i = 0;

  while (i + 1 < N_CHOICES && strcmp (all[i], word) != 0)
    i++;

  return i;
}

static gboolean
match_finding (gpointer item,
               gpointer user_data)
{
  PivotAuditView *self = user_data;
  guint choice = get_choice (self);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (choice > 0 && pivot_finding_get_verdict (item) != verdicts[choice])
    return FALSE;
  if (self->words == NULL)
    return TRUE;

  text = _pivot_audit_card_get_text (pivot_session_get_dataset (self->session), item);
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  PivotAuditView *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), _pivot_audit_card_new (self->session, item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* "Does not add up 3" */
static void
update_counts (PivotAuditView *self)
{
  guint counts[N_CHOICES] = { 0 };

  for (guint i = 0; self->findings != NULL && i < g_list_model_get_n_items (self->findings); i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (self->findings, i);

      counts[0]++;
      for (guint j = 1; j < N_CHOICES; j++)
        counts[j] += pivot_finding_get_verdict (finding) == verdicts[j];
    }

  for (guint i = 0; i < N_CHOICES; i++)
    {
      /* Translators: a verdict of the audit, or “All”, and how many findings have it. */
      g_autofree char *label = g_strdup_printf (C_("audit", "%1$s %2$u"),
                                                i == 0 ? C_("findings", "All") : pivot_present_verdict_label (verdicts[i]), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->choices[i]), label);
    }
}

static void
options_cb (PivotAuditView *self)
{
  GtkToggleButton *button = self->choices[get_choice (self)];

  if (gtk_toggle_button_get_active (button))
    return;

  self->telling = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  self->telling = FALSE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
toggled_cb (PivotAuditView  *self,
            GtkToggleButton *button)
{
  if (self->telling || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < N_CHOICES; i++)
    if (self->choices[i] == button)
      pivot_session_set_word (self->session, PIVOT_OPTION_AUDIT, pivot_option_get_words (PIVOT_OPTION_AUDIT)[i]);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
rows_changed_cb (PivotAuditView *self)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
pivot_audit_view_dispose (GObject *object)
{
  PivotAuditView *self = PIVOT_AUDIT_VIEW (object);
  GtkWidget *child;

  self->telling = TRUE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->findings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pivot_audit_view_parent_class)->dispose (object);
}

static void
pivot_audit_view_finalize (GObject *object)
{
  g_strfreev (PIVOT_AUDIT_VIEW (object)->words);

  G_OBJECT_CLASS (pivot_audit_view_parent_class)->finalize (object);
}

static void
pivot_audit_view_class_init (PivotAuditViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_audit_view_dispose;
  object_class->finalize = pivot_audit_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[ROWS_CHANGED] =
    g_signal_new ("rows-changed", PIVOT_TYPE_AUDIT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_choices (PivotAuditView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "audit-choices");
  for (guint i = 0; i < N_CHOICES; i++)
    {
      self->choices[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->choices[i]), "chip");
      if (i > 0)
        gtk_toggle_button_set_group (self->choices[i], self->choices[0]);
      g_signal_connect_swapped (self->choices[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices[i]));
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
pivot_audit_view_init (PivotAuditView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  add_choices (self);

  self->filter = GTK_FILTER (gtk_custom_filter_new (match_finding, self, NULL));
  self->shown = gtk_filter_list_model_new (NULL, self->filter);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "audit-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Audit"), -1);
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (rows_changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

/**
 * pivot_audit_view_new:
 * @session: says which findings are listed, and follows links
 *
 * Makes a view without findings.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
pivot_audit_view_new (PivotSession *session)
{
  PivotAuditView *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  self = g_object_new (PIVOT_TYPE_AUDIT_VIEW, NULL);
  self->session = g_object_ref (session);
  self->telling = TRUE;
  gtk_toggle_button_set_active (self->choices[get_choice (self)], TRUE);
  self->telling = FALSE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_card, self, NULL);
  g_signal_connect_swapped (session, "notify::options", G_CALLBACK (options_cb), self);

  return GTK_WIDGET (self);
}

/**
 * pivot_audit_view_set_findings:
 * @self: a view
 * @findings: (nullable): list of `PivotFinding` of the session's dataset
 *
 * Shows what an audit says.
 */
void
pivot_audit_view_set_findings (PivotAuditView *self,
                               GListModel     *findings)
{
  g_return_if_fail (PIVOT_IS_AUDIT_VIEW (self));
  g_return_if_fail (findings == NULL || G_IS_LIST_MODEL (findings));

  if (!g_set_object (&self->findings, findings))
    return;

  gtk_filter_list_model_set_model (self->shown, findings);
  update_counts (self);
}

/**
 * pivot_audit_view_set_filter:
 * @self: a view
 * @words: words that a finding must all have, in any case; empty for all findings
 *
 * Shows some of the findings only.
 */
void
pivot_audit_view_set_filter (PivotAuditView *self,
                             const char     *words)
{
  g_autofree char *folded = NULL;
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) parts = NULL;
  g_auto(GStrv) kept = NULL;

  g_return_if_fail (PIVOT_IS_AUDIT_VIEW (self));
  g_return_if_fail (words != NULL);

  folded = g_utf8_casefold (words, -1);
  parts = g_strsplit_set (folded, " \t", -1);
  builder = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  kept = g_strv_builder_end (builder);

  /* Another look at the findings would make all cards anew. */
  if (self->words == NULL ? kept[0] == NULL : g_strv_equal ((const char * const *) self->words, (const char * const *) kept))
    return;

  g_clear_pointer (&self->words, g_strfreev);
  if (kept[0] != NULL)
    self->words = g_steal_pointer (&kept);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pivot_audit_view_get_rows:
 * @self: a view
 * @n: (out): how many
 *
 * Gets which findings are shown.
 *
 * Returns: (transfer full) (array length=n): their positions in the list of all
 */
guint *
pivot_audit_view_get_rows (PivotAuditView *self,
                           guint          *n)
{
  guint *rows;
  guint n_all;

  g_return_val_if_fail (PIVOT_IS_AUDIT_VIEW (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = 0;
  n_all = self->findings != NULL ? g_list_model_get_n_items (self->findings) : 0;
  rows = g_new0 (guint, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr(PivotFinding) finding = g_list_model_get_item (self->findings, i);

      if (match_finding (finding, self))
        rows[(*n)++] = i;
    }

  return rows;
}
