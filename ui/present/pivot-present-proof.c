/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-present-proof.h"

#include <glib/gi18n-lib.h>

#include "pivot-legend.h"

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
 * Gets what becomes of a colour, on values as sRGB encodes them: the same for the picture of the page and for the check.
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
 * pivot_present_proof_apply:
 * @output: where the page goes
 * @color: (inout): a colour
 *
 * Turns a colour into what it comes out as.
 */
void
pivot_present_proof_apply (PivotOutput  output,
                           GdkRGBA     *color)
{
  float gain[3][3], offset, in[3];
  float *out[3];

  g_return_if_fail (color != NULL);

  out[0] = &color->red;
  out[1] = &color->green;
  out[2] = &color->blue;
  for (int i = 0; i < 3; i++)
    in[i] = *out[i];
  pivot_present_proof_matrix (output, gain, &offset);
  for (int i = 0; i < 3; i++)
    *out[i] = CLAMP (gain[i][0] * in[0] + gain[i][1] * in[1] + gain[i][2] * in[2] + offset, 0, 1);
}

static PivotLegend *
new_legend (PivotSession     *session,
            const PivotStyle *style,
            PivotOutput       output)
{
  PivotLegend *legend = pivot_legend_new (session, style);

  for (guint i = 0; i < legend->n_classes; i++)
    pivot_present_proof_apply (output, &legend->classes[i].color);

  return legend;
}

/**
 * pivot_present_proof_find_alike:
 * @session: a session
 * @style: how its map is drawn
 * @output: where the page goes
 * @one: (out): a class
 * @other: (out): another
 *
 * Looks for the two classes of the map that are hardest to tell apart there.
 *
 * Returns: whether two of them come out alike and are not hatched differently either
 */
gboolean
pivot_present_proof_find_alike (PivotSession     *session,
                                const PivotStyle *style,
                                PivotOutput       output,
                                guint            *one,
                                guint            *other)
{
  g_autoptr(PivotLegend) legend = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (style != NULL && one != NULL && other != NULL, FALSE);

  legend = new_legend (session, style, output);

  return pivot_legend_find_alike (legend, one, other);
}

/**
 * pivot_present_proof_sentence:
 * @session: a session
 * @style: how its map is drawn
 * @output: where the page goes
 * @alike: (out): whether classes come out alike
 *
 * Says how the classes of the map come out.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL for the screen
 */
char *
pivot_present_proof_sentence (PivotSession     *session,
                              const PivotStyle *style,
                              PivotOutput       output,
                              gboolean         *alike)
{
  g_autoptr(PivotLegend) legend = NULL;
  gboolean copy = output == PIVOT_OUTPUT_PHOTOCOPY;
  guint one, other;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (style != NULL && alike != NULL, NULL);

  *alike = FALSE;
  if (output == PIVOT_OUTPUT_SCREEN)
    return NULL;

  legend = new_legend (session, style, output);
  if (!pivot_legend_find_alike (legend, &one, &other))
    return g_strdup (copy ? _("In a photocopy, every class can be told from the others")
                          : _("On a washed-out projector, every class can be told from the others"));

  *alike = TRUE;
  /* Translators: two classes of the map's legend, as in "2.4 – 4.2". */
  return g_strdup_printf (copy ? _("In a photocopy, %1$s and %2$s look alike")
                               : _("On a washed-out projector, %1$s and %2$s look alike"),
                          legend->classes[one].text, legend->classes[other].text);
}
