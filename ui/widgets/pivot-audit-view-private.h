/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit-view.h"

G_BEGIN_DECLS

/* A card of the audit view. Its links go through pivot_link_follow (). */
GtkWidget  *_pivot_audit_card_new       (PivotSession *session,
                                         PivotFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
/* All that a card says, for the filter (transfer full). */
char       *_pivot_audit_card_get_text  (PivotDataset *dataset,
                                         PivotFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
