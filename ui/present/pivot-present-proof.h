/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-session.h"
#include "pivot-style.h"

G_BEGIN_DECLS

/* What becomes of a page on the way to who looks at it. */
typedef enum
{
  PIVOT_OUTPUT_SCREEN,
  PIVOT_OUTPUT_PHOTOCOPY,   /* black and white */
  PIVOT_OUTPUT_PROJECTOR,   /* washed out by the light of the room */
} PivotOutput;

/* Colour × gain + offset, where gain[i][k] is how much of channel k goes into channel i. */
void  pivot_present_proof_matrix   (PivotOutput output, float gain[3][3], float *offset);
/* "On a photocopy: 1.2 – 2.4 and 2.4 – 3.1 merge" (transfer full); NULL on the screen. */
char *pivot_present_proof_sentence (PivotSession *session, const PivotStyle *style, PivotOutput output, gboolean *alike);

G_END_DECLS
