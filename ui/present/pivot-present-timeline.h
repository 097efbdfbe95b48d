/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-receipt.h"
#include "pivot-session-options.h"
#include "pivot-timeline-plot.h"

G_BEGIN_DECLS

/* The firm of the page and those it is compared with. */
#define PIVOT_TIMELINE_MAX_FIRMS 3

/* A timeline of the session's firms, without the events of hidden kinds and parties. Every function copes with a session without a
 * dataset or without a firm. */
void          pivot_present_timeline            (PivotSession *session, const PivotStyle *style, PivotTimelinePlot *plot);
/* The firms in the order of their lanes (transfer none each); returns how many. */
guint         pivot_present_timeline_firms      (PivotSession *session, PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS]);
/* What a mark of the plot stands for (transfer full); NULL if nothing. */
PivotEvent   *pivot_present_timeline_event      (PivotSession *session, guint id, PivotFirm **firm) G_GNUC_WARN_UNUSED_RESULT;
PivotReceipt *pivot_present_timeline_receipt    (PivotSession *session, guint id) G_GNUC_WARN_UNUSED_RESULT;
/* What is shown in order of time: ids of marks (transfer full). */
guint        *pivot_present_timeline_ids        (PivotSession *session, guint *n) G_GNUC_WARN_UNUSED_RESULT;
/* A line for each event, for speech and for copying; and a table with tabs (transfer full). */
char         *pivot_present_timeline_line       (PivotSession *session, guint id);
char         *pivot_present_timeline_text       (PivotSession *session);
char         *pivot_present_timeline_table      (PivotSession *session);
char         *pivot_present_timeline_sentence   (PivotSession *session); /* what is shown, in words */

/* The part of the time that is shown, as the session has it, to the plot and back. It belongs to one firm and one kind of axis. */
void          pivot_present_timeline_read_range (PivotSession *session, PivotTimelinePlot *plot);
void          pivot_present_timeline_keep_range (PivotSession *session, PivotTimelinePlot *plot);

/* The sign of an event; dull where the party says nothing. */
void          pivot_present_event_sign          (const PivotStyle *style, PivotEventKind kind, PivotParty party,
                                                 PivotSign *sign);
/* Whether sources disagree on an event: the checks that say so (transfer container, of PivotCheck); NULL if none. */
GPtrArray    *pivot_present_event_conflicts     (PivotDataset *dataset, PivotFirm *firm, PivotEvent *event);
PivotReceipt *pivot_receipt_new_for_event       (PivotDataset *dataset, PivotFirm *firm, PivotEvent *event) G_GNUC_WARN_UNUSED_RESULT;

/* Hidden kinds, parties ("customer", "state") and statuses ("published", "sourced"). */
gboolean      pivot_present_events_are_hidden   (PivotSession *session, const char *word);
void          pivot_present_hide_events         (PivotSession *session, const char *word, gboolean hidden);

G_END_DECLS
