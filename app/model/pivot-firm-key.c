/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-firm-index-private.h"

#include "pivot-search-index-private.h"

#include <string.h>

/* Of a name whose characters have several readings each. */
#define MAX_WAYS 8

/* One way to read a text: "lan xin", "lanxin", "lx". */
typedef struct
{
  GString *apart;
  GString *joined;
  GString *initials;
} Way;

static void
way_clear (gpointer data)
{
  Way *way = data;

  g_string_free (way->apart, TRUE);
  g_string_free (way->joined, TRUE);
  g_string_free (way->initials, TRUE);
}

static void
say (Way        *way,
     const char *syllable,
     gboolean    plain)
{
  /* Keyboards have no ü. People write it as v or u. */
  for (const char *p = syllable; *p != '\0'; p++)
    {
      char letter = plain && *p == 'v' ? 'u' : *p;

      g_string_append_c (way->apart, letter);
      g_string_append_c (way->joined, letter);
    }
  g_string_append_c (way->apart, ' ');
  g_string_append_c (way->initials, *syllable);
}

/* Every way so far goes on in as many ways as the character can be read, as long as there are not too many. */
static void
read_character (GArray            *ways,
                PivotReadings      readings,
                const PivotPinyin *pinyin)
{
  const char *syllables[PIVOT_PINYIN_READINGS + 1];
  gboolean plain[PIVOT_PINYIN_READINGS + 1] = { FALSE };
  guint n = 0, n_ways = ways->len;

  for (guint i = 0; i < PIVOT_PINYIN_READINGS; i++)
    {
      guint syllable = _pivot_readings_get (readings, i);

      if (syllable != 0)
        syllables[n++] = _pivot_pinyin_get_syllable (pinyin, syllable);
    }
  if (strchr (syllables[0], 'v') != NULL)
    {
      plain[n] = TRUE;
      syllables[n++] = syllables[0];
    }

  for (guint i = 1; i < n && ways->len + n_ways <= MAX_WAYS; i++)
    for (guint j = 0; j < n_ways; j++)
      {
        Way *way = &g_array_index (ways, Way, j);
        Way other = { g_string_new (way->apart->str), g_string_new (way->joined->str), g_string_new (way->initials->str) };

        say (&other, syllables[i], plain[i]);
        g_array_append_val (ways, other);
      }
  for (guint j = 0; j < n_ways; j++)
    say (&g_array_index (ways, Way, j), syllables[0], FALSE);
}

static void
append_sound (GString           *key,
              const char        *folded,
              const PivotPinyin *pinyin)
{
  g_autoptr(GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  Way first = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  gboolean chinese = FALSE;

  g_array_set_clear_func (ways, way_clear);
  g_array_append_val (ways, first);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      PivotReadings readings = _pivot_pinyin_get_readings (pinyin, g_utf8_get_char (p));

      chinese |= readings != 0;
      if (readings != 0)
        read_character (ways, readings, pinyin);
      /* What stands apart in the text is not read as one word. */
      else if (g_ascii_isalnum (*p) || *p == ' ')
        for (guint i = 0; i < ways->len; i++)
          {
            Way *way = &g_array_index (ways, Way, i);

            g_string_append_c (way->joined, *p);
            g_string_append_c (way->initials, *p);
          }
    }

  for (guint i = 0; chinese && i < ways->len; i++)
    {
      Way *way = &g_array_index (ways, Way, i);

      g_string_append_printf (key, "%s%s %s ", way->apart->str, way->joined->str, way->initials->str);
    }
}

void
_pivot_firm_key_append (GString           *key,
                        const PivotText   *text,
                        const PivotPinyin *pinyin)
{
  g_autoptr(GPtrArray) wordings = text != NULL ? pivot_text_get_all (text) : NULL;

  for (guint i = 0; wordings != NULL && i < wordings->len; i++)
    {
      g_autofree char *folded = _pivot_search_fold (wordings->pdata[i]);

      g_string_append (key, folded);
      g_string_append_c (key, ' ');
      append_sound (key, folded, pinyin);
    }
}

guint64
_pivot_firm_key_mask (const char *key)
{
  guint64 mask = 0;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    mask |= _pivot_search_bit (g_utf8_get_char (p));

  return mask;
}
