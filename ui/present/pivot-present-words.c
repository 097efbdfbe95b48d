/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-words.h"

#include <glib/gi18n-lib.h>

/**
 * pivot_present_source_kind_label:
 *
 * Says what a source is.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_source_kind_label (PivotSourceKind kind)
{
  switch (kind)
    {
    case PIVOT_SOURCE_ARTICLE:
      return _("Article of the series");
    case PIVOT_SOURCE_PRIMARY:
      return _("Primary source");
    case PIVOT_SOURCE_SECONDARY:
      return _("Secondary source");
    case PIVOT_SOURCE_MIRROR:
      return _("Copy of a primary source");
    case PIVOT_SOURCE_COMPUTED:
    default:
      return _("Computed for this dataset");
    }
}

/**
 * pivot_present_member_label:
 *
 * Says whether a firm is in the programme.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_member_label (PivotMember member)
{
  switch (member)
    {
    case PIVOT_MEMBER_YES:
      return C_("member of the programme", "Member");
    case PIVOT_MEMBER_NO:
      return C_("member of the programme", "Not a member");
    case PIVOT_MEMBER_UNKNOWN:
    default:
      return C_("member of the programme", "Not known");
    }
}

/**
 * pivot_present_event_kind_label:
 *
 * Says what happened to a firm.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_event_kind_label (PivotEventKind kind)
{
  switch (kind)
    {
    case PIVOT_EVENT_FOUNDING:
      return C_("event", "Founding");
    case PIVOT_EVENT_CUSTOMER:
      return C_("event", "Customer");
    case PIVOT_EVENT_LISTING:
      return C_("event", "Listing");
    case PIVOT_EVENT_FINANCE:
      return C_("event", "Finance");
    case PIVOT_EVENT_PRODUCT:
      return C_("event", "Product");
    case PIVOT_EVENT_MILESTONE:
    default:
      return C_("event", "Milestone");
    }
}

/**
 * pivot_present_party_label:
 *
 * Says who the other party of an event is.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_party_label (PivotParty party)
{
  switch (party)
    {
    case PIVOT_PARTY_STATE:
      return C_("party", "State");
    case PIVOT_PARTY_PRIVATE:
      return C_("party", "Private");
    case PIVOT_PARTY_MIXED:
      return C_("party", "Mixed");
    case PIVOT_PARTY_NONE:
    default:
      return C_("party", "None");
    }
}

/**
 * pivot_present_coverage_label:
 *
 * Says how much of a figure survives.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_coverage_label (PivotCoverage coverage)
{
  switch (coverage)
    {
    case PIVOT_COVERAGE_COMPLETE:
      return C_("coverage", "Complete");
    case PIVOT_COVERAGE_REBUILT:
      return C_("coverage", "Rebuilt from other sources");
    case PIVOT_COVERAGE_PARTIAL:
      return C_("coverage", "In part, or a stand-in");
    case PIVOT_COVERAGE_TEXT_ONLY:
    default:
      return C_("coverage", "Only what the text says");
    }
}

/**
 * pivot_present_verdict_label:
 *
 * Says what the audit says.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_verdict_label (PivotVerdict verdict)
{
  switch (verdict)
    {
    case PIVOT_FINDING_HOLDS:
      return _("Adds up");
    case PIVOT_FINDING_FAILS:
      return _("Does not add up");
    case PIVOT_FINDING_CONFLICT:
    default:
      return _("Sources disagree");
    }
}

/**
 * pivot_present_check_kind_label:
 *
 * Says what a check works out.
 *
 * Returns: (transfer none): the words
 */
const char *
pivot_present_check_kind_label (PivotCheckKind kind)
{
  switch (kind)
    {
    case PIVOT_CHECK_DIFFERENCE:
      return C_("check", "Difference");
    case PIVOT_CHECK_MEAN:
      return C_("check", "Mean");
    case PIVOT_CHECK_SUM:
      return C_("check", "Sum");
    case PIVOT_CHECK_RATIO:
      return C_("check", "Ratio");
    case PIVOT_CHECK_ROUNDING:
      return C_("check", "Rounding");
    case PIVOT_CHECK_CONFLICT:
    default:
      return C_("check", "Conflict");
    }
}
