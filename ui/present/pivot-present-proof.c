/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-proof.h"

#include "pivot-class-check.h"

#include <glib/gi18n-lib.h>

/* Luma of ITU-R BT.601, by which copiers and video make grey out of encoded colours. */
#define LUMA_RED 0.299f
#define LUMA_GREEN 0.587f
#define LUMA_BLUE 0.114f
/* The light of the room lies over black as much as over white. An offset of one half of the encoded scale leaves a contrast of
 * 4.6 : 1, that of a projector with the lamps on; ISO 21118 asks for far more, and classrooms have less. */
#define ROOM_LIGHT 0.5f

/**
 * pivot_present_proof_matrix:
 * @output: where the page goes
 * @gain: (out): how much of each channel goes into each
 * @offset: (out): what is added to each
 *
 * Gets what becomes of a colour, on values as sRGB encodes them: the picture of the page is made by it while it is drawn. Which
 * classes merge is found by pivot_class_check_init(), which knows copiers and projectors better than a matrix can.
 */
void
pivot_present_proof_matrix (PivotOutput  output,
                            float        gain[3][3],
                            float       *offset)
{
  const float luma[3] = { LUMA_RED, LUMA_GREEN, LUMA_BLUE };

  g_return_if_fail (gain != NULL && offset != NULL);

  *offset = output == PIVOT_OUTPUT_PROJECTOR ? ROOM_LIGHT : 0;
  for (int i = 0; i < 3; i++)
    for (int k = 0; k < 3; k++)
      gain[i][k] = output == PIVOT_OUTPUT_PHOTOCOPY ? luma[k] : i == k ? 1 - *offset : 0;
}

/**
 * pivot_present_proof_sentence:
 * @session: a session
 * @style: how its map is drawn
 * @output: where the page goes
 * @alike: (out): whether classes come out alike
 *
 * Says how the classes of the map come out, as the reading aids of the map page say it.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL for the screen
 */
char *
pivot_present_proof_sentence (PivotSession     *session,
                              const PivotStyle *style,
                              PivotOutput       output,
                              gboolean         *alike)
{
  const gboolean copy = output == PIVOT_OUTPUT_PHOTOCOPY;
  g_auto(PivotClassCheck) check = { 0 };
  g_autofree char *line = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL && alike != NULL, NULL);

  *alike = FALSE;
  if (output == PIVOT_OUTPUT_SCREEN)
    return NULL;

  pivot_class_check_init (&check, session, style, copy ? PIVOT_VISION_PHOTOCOPY : PIVOT_VISION_PROJECTOR);
  *alike = check.merges;
  line = g_strdelimit (g_strdup (check.text), "\n", ' ');

  return g_strdup_printf (C_("class check", "%1$s: %2$s"), copy ? _("On a photocopy") : _("On a projector, with the lights on"),
                          line);
}
