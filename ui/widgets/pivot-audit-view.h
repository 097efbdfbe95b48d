/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pivot-audit.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* What the audit says, a card a finding: the arithmetic written out, or the statements that disagree, each with its source, and links
 * to where the numbers show. Counts at the top choose between what fails, disagrees and holds (PIVOT_OPTION_AUDIT).
 * Signal: rows-changed (another number of findings is shown). */
#define PIVOT_TYPE_AUDIT_VIEW (pivot_audit_view_get_type ())
G_DECLARE_FINAL_TYPE (PivotAuditView, pivot_audit_view, PIVOT, AUDIT_VIEW, GtkWidget)

GtkWidget *pivot_audit_view_new          (PivotSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* findings: of the session's dataset. */
void       pivot_audit_view_set_findings (PivotAuditView *self, GListModel *findings);
/* Words that a finding must all have; empty: all findings. */
void       pivot_audit_view_set_filter   (PivotAuditView *self, const char *words);
/* Positions of those that are shown in the list of all (transfer full). */
guint     *pivot_audit_view_get_rows     (PivotAuditView *self, guint *n);

G_END_DECLS
