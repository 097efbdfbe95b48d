/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-receipt.h"

G_BEGIN_DECLS

/* What a firm's page says: pure functions. All (transfer full). */

/* "Member, batch 3", "Not a member", "Not known". */
char       *pivot_present_member        (PivotFirm *firm);
/* The name in the dataset's other languages, "科达自控"; NULL if there is none but the one that is shown. */
char       *pivot_present_other_names   (PivotFirm *firm);
/* One line: city, sector, since when. "" if nothing is known. */
char       *pivot_present_firm_line     (PivotFirm *firm);
/* Of PivotReceipt: place, city, sector, founded, board, code, listed, programme; those that are not known as well. */
GListModel *pivot_present_firm_facts    (PivotDataset *dataset, PivotFirm *firm) G_GNUC_WARN_UNUSED_RESULT;
/* One of them: "programme", "place", "city", "sector", "founded", "board", "code" or "listed"; NULL for another word. */
PivotReceipt *pivot_present_firm_fact   (PivotDataset *dataset, PivotFirm *firm, const char *word) G_GNUC_WARN_UNUSED_RESULT;
/* Publisher and date of a source, in one line. */
char       *pivot_present_source_detail (PivotSource *source);

G_END_DECLS
