/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-class-check.h"

#include "pivot-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether lines over a colour are still seen. */
static gboolean
shows_lines (const GdkRGBA *color,
             PivotVision    vision)
{
  GdkRGBA seen[2] = { *color };

  pivot_hatching_get_color (color, &seen[1]);
  pivot_vision_apply (vision, seen, G_N_ELEMENTS (seen));

  return pivot_vision_get_difference (&seen[0], &seen[1]) >= PIVOT_VISION_LEAST_DIFFERENCE;
}

static PivotHatching
see_hatching (const PivotLegendClass *item,
              PivotVision             vision)
{
  return shows_lines (&item->color, vision) ? item->hatching : (PivotHatching) { 0 };
}

static gboolean
look_alike (const PivotLegendClass *one,
            const PivotLegendClass *other,
            PivotVision             vision)
{
  GdkRGBA seen[] = { one->color, other->color };
  PivotHatching p = see_hatching (one, vision);
  PivotHatching q = see_hatching (other, vision);

  if (p.rising != q.rising || p.falling != q.falling)
    return FALSE;

  pivot_vision_apply (vision, seen, G_N_ELEMENTS (seen));

  return pivot_vision_get_difference (&seen[0], &seen[1]) < PIVOT_VISION_LEAST_DIFFERENCE;
}

static PivotLegend *
new_legend (PivotSession     *session,
            const PivotStyle *style,
            guint             map,
            gboolean          hatching)
{
  return pivot_legend_new_plain (session, style, map > 0, hatching);
}

static guint
get_n_maps (PivotSession *session)
{
  return pivot_session_get_mapping (session) == PIVOT_MAPPING_PAIR && pivot_session_get_against (session) != NULL ? 2 : 1;
}

static gboolean
would_merge (PivotSession     *session,
             const PivotStyle *style,
             PivotVision       vision,
             gboolean          hatching)
{
  guint groups[PIVOT_CLASSES_MAX];

  for (guint i = 0; i < get_n_maps (session); i++)
    {
      g_autoptr(PivotLegend) legend = new_legend (session, style, i, hatching);

      if (pivot_class_check_group (legend, vision, groups) < legend->n_classes)
        return TRUE;
    }

  return FALSE;
}

/* What is no range of numbers is in words, some with commas of their own. */
static char *
name_class (const PivotLegend *legend,
            guint              class_index)
{
  const char *text = legend->classes[class_index].text;
  gboolean in_words = legend->mapping == PIVOT_MAPPING_BIVARIATE || legend->mapping == PIVOT_MAPPING_CLUSTERS;

  /* Translators: the name of a class in quotes, where several are listed. */
  return in_words ? g_strdup_printf (C_("class", "“%s”"), text) : g_strdup (text);
}

/* "A, B and C merge"; NULL if the class stands alone or is not the first of its group. */
static char *
group_to_text (const PivotLegend *legend,
               const guint       *groups,
               guint              first)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;
  g_autofree char *others = NULL;

  for (guint i = first; i < legend->n_classes; i++)
    if (groups[i] == first)
      g_ptr_array_add (names, name_class (legend, i));
  if (names->len < 2)
    return NULL;

  last = g_ptr_array_steal_index (names, names->len - 1);
  g_ptr_array_add (names, NULL);
  others = g_strjoinv (C_("list separator", ", "), (char **) names->pdata);

  /* Translators: classes of the legend that cannot be told apart: "2.4 – 4.2, 4.2 – 5.4 and 5.4 – 6.1 merge". The
   * first part may be several, with commas. */
  return g_strdup_printf (_("%1$s and %2$s merge"), others, last);
}

static void
append_line (GString    *string,
             const char *heading,
             const char *text)
{
  if (string->len > 0)
    g_string_append_c (string, '\n');
  if (heading != NULL)
    /* Translators: a measure, and which of its classes look alike. */
    g_string_append_printf (string, C_("class check", "%1$s: %2$s"), heading, text);
  else
    g_string_append (string, text);
}

static void
check_classes (PivotClassCheck  *self,
               GString          *string,
               PivotSession     *session,
               const PivotStyle *style,
               PivotVision       vision)
{
  gboolean hatching = pivot_session_get_flag (session, PIVOT_OPTION_HATCHING);
  guint n_maps = get_n_maps (session);
  guint groups[PIVOT_CLASSES_MAX];

  for (guint m = 0; m < n_maps; m++)
    {
      g_autoptr(PivotLegend) legend = new_legend (session, style, m, hatching);

      self->checked |= legend->n_classes > 0;
      pivot_class_check_group (legend, vision, groups);
      for (guint i = 0; i < legend->n_classes; i++)
        {
          g_autofree char *text = group_to_text (legend, groups, i);

          if (text != NULL)
            append_line (string, n_maps > 1 ? legend->title : NULL, text);
        }
    }

  self->merges = string->len > 0;
  self->hatching_helps = self->merges && !hatching && !would_merge (session, style, vision, TRUE);
  if (self->checked && !self->merges)
    g_string_append (string, _("All classes stay apart"));
}

static double
get_stop_value (const PivotColoring *coloring,
                guint                stop)
{
  return coloring->from + (coloring->to - coloring->from) * stop / (PIVOT_PALETTE_N_STOPS - 1);
}

/* The two shades that lie farthest apart on the scale, and look alike for all that. Neighbouring ones may: a scale is smooth. */
static gboolean
find_alike_stops (const PivotColoring *coloring,
                  PivotVision          vision,
                  guint               *one,
                  guint               *other)
{
  GdkRGBA seen[PIVOT_PALETTE_N_STOPS];

  memcpy (seen, coloring->colors, sizeof seen);
  pivot_vision_apply (vision, seen, G_N_ELEMENTS (seen));
  for (guint apart = PIVOT_PALETTE_N_STOPS - 1; apart > 1; apart--)
    for (*one = 0; *one + apart < PIVOT_PALETTE_N_STOPS; (*one)++)
      {
        *other = *one + apart;
        /* A scale that reaches as far on both sides of its midpoint has shades that no place has. */
        if (get_stop_value (coloring, *other) > coloring->least && get_stop_value (coloring, *one) < coloring->most &&
            pivot_vision_get_difference (&seen[*one], &seen[*other]) < PIVOT_VISION_LEAST_DIFFERENCE)
          return TRUE;
      }

  return FALSE;
}

static void
check_scale (PivotClassCheck  *self,
             GString          *string,
             PivotSession     *session,
             const PivotStyle *style,
             PivotVision       vision)
{
  g_auto(PivotColoring) coloring = { 0 };
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  guint one, other;

  pivot_coloring_init_plain (&coloring, session, style, FALSE, FALSE);
  self->checked = coloring.n_colors == PIVOT_PALETTE_N_STOPS && coloring.from < coloring.to;
  if (!self->checked)
    return;

  self->merges = find_alike_stops (&coloring, vision, &one, &other);
  if (!self->merges)
    {
      g_string_append (string, _("All shades of the scale stay apart"));
      return;
    }

  low = pivot_units_format_number (CLAMP (get_stop_value (&coloring, one), coloring.least, coloring.most),
                                   pivot_measure_get_decimals (coloring.measure));
  high = pivot_units_format_number (CLAMP (get_stop_value (&coloring, other), coloring.least, coloring.most),
                                    pivot_measure_get_decimals (coloring.measure));
  /* Translators: two values whose shades on a continuous scale are nearly the same. */
  g_string_append_printf (string, _("Values near %1$s and near %2$s look alike"), low, high);
}

/**
 * pivot_class_check_init: (skip)
 * @self: (out caller-allocates): a check
 * @session: a session
 * @style: for a light or a dark ground, in its own colours
 * @vision: how the page is to be seen
 *
 * Finds out which colours of the map cannot be told apart any more when the page is seen in a certain way. What the session itself
 * previews makes no difference; its hatching does.
 */
void
pivot_class_check_init (PivotClassCheck  *self,
                        PivotSession     *session,
                        const PivotStyle *style,
                        PivotVision       vision)
{
  GString *string;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PIVOT_IS_SESSION (session));
  g_return_if_fail (style != NULL);
  g_return_if_fail (vision < PIVOT_N_VISIONS);

  *self = (PivotClassCheck) { 0 };
  string = g_string_new (NULL);
  if (pivot_session_get_mapping (session) == PIVOT_MAPPING_CONTINUOUS)
    check_scale (self, string, session, style, vision);
  else
    check_classes (self, string, session, style, vision);
  self->text = g_string_free (string, FALSE);
}

/**
 * pivot_class_check_clear: (skip)
 * @self: a check
 *
 * Lets go of what it holds.
 */
void
pivot_class_check_clear (PivotClassCheck *self)
{
  g_clear_pointer (&self->text, g_free);
}

/**
 * pivot_class_check_group: (skip)
 * @legend: a legend from pivot_legend_new_plain()
 * @vision: how it is seen
 * @groups: (out): by class: the lowest class that it looks like, or itself
 *
 * Puts classes together that look alike. Of three of which the middle one looks like both others, all three run into one.
 *
 * Returns: how many groups are left
 */
guint
pivot_class_check_group (const PivotLegend *legend,
                         PivotVision        vision,
                         guint              groups[PIVOT_CLASSES_MAX])
{
  guint n_groups = 0;

  g_return_val_if_fail (legend != NULL, 0);

  for (guint i = 0; i < legend->n_classes; i++)
    {
      groups[i] = i;
      for (guint k = 0; k < i; k++)
        {
          guint low = MIN (groups[i], groups[k]);
          guint high = MAX (groups[i], groups[k]);

          if (low == high || !look_alike (&legend->classes[i], &legend->classes[k], vision))
            continue;
          for (guint j = 0; j <= i; j++)
            groups[j] = groups[j] == high ? low : groups[j];
        }
    }

  for (guint i = 0; i < legend->n_classes; i++)
    n_groups += groups[i] == i;

  return n_groups;
}
