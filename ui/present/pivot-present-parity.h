/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-parity.h"
#include "pivot-session.h"

G_BEGIN_DECLS

/* One of the two shares of a place: what it would take, and what can be supposed of it. */
typedef struct
{
  PivotWhatIf  now;        /* what is supposed, or what the dataset says; measure NULL: nothing can be */
  double       truth;      /* what the dataset says */
  double       most;       /* of a slider that starts at 0 */
  gboolean     supposed;
  char        *label;      /* "LG share, %" */
  char        *sentence;   /* how many more units there would have to be, or why nobody can say */
} PivotParityInput;

typedef struct
{
  char             *ratio;       /* "LG share ÷ PG share: 5.40 ÷ 13.85 = 0.39", or why there is none */
  char             *assumption;  /* what happens to the whole; NULL if nothing can be supposed */
  guint             n_inputs;
  PivotParityInput  inputs[2];
} PivotParityCard;

/* FALSE: the view compares no shares, and there is nothing to say. */
gboolean pivot_present_parity    (PivotSession *session, guint place, PivotParityCard *card);
void     pivot_parity_card_clear (PivotParityCard *card);
/* What is supposed in a session, as a sentence; NULL if nothing is (transfer full). */
char    *pivot_present_what_if   (PivotSession *session);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotParityCard, pivot_parity_card_clear)

G_END_DECLS
