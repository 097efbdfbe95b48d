/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session-options.h"

G_BEGIN_DECLS

/* Two pictures of the same data, made to persuade in opposite ways: the first that places are far apart, the second that they are much
 * alike. What each is made of is a word for every switch; PIVOT_OPTION_FRAMINGS keeps the words that are not as the rule has them. */
typedef enum
{
  PIVOT_FRAMING_MEASURE,   /* id of a measure: the count, or one that is derived from it, per person or as a share */
  PIVOT_FRAMING_METHOD,    /* equal, quantile */
  PIVOT_FRAMING_CLASSES,   /* 3, 5, 7 */
  PIVOT_FRAMING_PIVOT,     /* midpoint, median: where a diverging scale turns */
  PIVOT_FRAMING_COLOURS,   /* plain, reversed */
  PIVOT_FRAMING_AXIS,      /* zero, cut: where the bars start */
  PIVOT_FRAMING_N_SWITCHES
} PivotFramingSwitch;

#define PIVOT_FRAMING_N_SIDES 2

/* The words a switch may have, the first two of the two sides by the rule; none if it makes no difference for these data. */
char         **pivot_framing_get_choices   (PivotSession *session, PivotFramingSwitch which) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */
char          *pivot_framing_get           (PivotSession *session, guint side, PivotFramingSwitch which) G_GNUC_WARN_UNUSED_RESULT;
void           pivot_framing_set           (PivotSession *session, guint side, PivotFramingSwitch which, const char *word);
void           pivot_framing_reset         (PivotSession *session);
guint          pivot_framing_count_differences (PivotSession *session);
/* The picture of a side as an ordinary session over the same dataset; NULL without a dataset (transfer full). */
PivotSession  *pivot_framing_new_session   (PivotSession *session, guint side) G_GNUC_WARN_UNUSED_RESULT;
/* Where the bars of a side start, for values from least to most. */
double         pivot_framing_get_base      (PivotSession *session, guint side, double least, double most);
/* Places with bars: those with the greatest values, from the greatest (transfer full). */
guint         *pivot_framing_list_bars     (PivotSession *own, guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* Words for people, translated. own: of pivot_framing_new_session (). */
const char    *pivot_framing_switch_label  (PivotFramingSwitch which);
char          *pivot_framing_word_label    (PivotSession *session, PivotFramingSwitch which, const char *word) G_GNUC_WARN_UNUSED_RESULT;
/* A true sentence that persuades of what the side is for, made from its numbers. */
char          *pivot_framing_title         (PivotSession *own, guint side) G_GNUC_WARN_UNUSED_RESULT;
/* Of how many places there is a value. */
char          *pivot_framing_note          (PivotSession *own) G_GNUC_WARN_UNUSED_RESULT;
/* What a switch, as it stands on the two sides, does to the reader. */
char          *pivot_framing_effect        (PivotSession *session, PivotFramingSwitch which) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
