/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-audit.h"
#include "pivot-enums.h"

G_BEGIN_DECLS

/* The words of the dataset format for people, translated (transfer none). */
const char *pivot_present_source_kind_label (PivotSourceKind kind);     /* "Primary source" */
const char *pivot_present_member_label      (PivotMember     member);   /* "Member", "Not a member", "Not known" */
const char *pivot_present_event_kind_label  (PivotEventKind  kind);     /* "Founding" */
const char *pivot_present_party_label       (PivotParty      party);    /* "State" */
const char *pivot_present_coverage_label    (PivotCoverage   coverage); /* "Rebuilt from other sources" */
const char *pivot_present_verdict_label     (PivotVerdict    verdict);  /* "Does not add up" */
const char *pivot_present_check_kind_label  (PivotCheckKind  kind);     /* "Difference" */

G_END_DECLS
