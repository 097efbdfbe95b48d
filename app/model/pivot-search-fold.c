/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-search-index-private.h"

#include <string.h>

/* How texts are made alike before they are compared. */

#define N_LETTERS 26
#define N_DIGITS 10

/**
 * _pivot_search_bit: (skip)
 * @character: a folded character
 *
 * Returns: the bit that stands for it in a mask; 0 for a space
 */
guint64
_pivot_search_bit (gunichar character)
{
  if (character >= 'a' && character <= 'z')
    return G_GUINT64_CONSTANT (1) << (character - 'a');
  if (character >= '0' && character <= '9')
    return G_GUINT64_CONSTANT (1) << (N_LETTERS + character - '0');
  if (character == ' ')
    return 0;

  return G_GUINT64_CONSTANT (1) << (N_LETTERS + N_DIGITS + character % (64 - N_LETTERS - N_DIGITS));
}

/**
 * _pivot_search_is_start: (skip)
 * @text: a folded text
 * @at: the offset of a character in it, in bytes
 *
 * Returns: whether a word begins there. From U+3000 on, where texts have no spaces, each character is one
 */
gboolean
_pivot_search_is_start (const char *text,
                        guint       at)
{
  guint8 byte = (guint8) text[at];

  return at == 0 || text[at - 1] == ' ' || byte >= 0xe3 || (byte < 0x80 && (guint8) text[at - 1] >= 0x80);
}

static gboolean
is_han (gunichar character)
{
  return character >= 0x4e00 && character <= 0x9fff;
}

/* Nothing to take apart: most texts have letters of ASCII and Chinese characters only. */
static gboolean
is_simple (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guint8) *p >= 0x80 && !is_han (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Letters like ø and ł, which have no parts. */
static void
append_latin (GString  *folded,
              gunichar  character)
{
  char letter[7] = { 0 };
  g_autofree char *ascii = NULL;

  g_unichar_to_utf8 (character, letter);
  if (g_unichar_get_script (character) == G_UNICODE_SCRIPT_LATIN)
    ascii = g_str_to_ascii (letter, "en");

  if (ascii != NULL && g_ascii_isalnum (ascii[0]))
    for (const char *p = ascii; *p != '\0'; p++)
      g_string_append_c (folded, g_ascii_tolower (*p));
  else
    g_string_append (folded, letter);
}

static void
append_folded (GString  *folded,
               gunichar  character)
{
  if (character == '\'' || character == 0x2019 || character == 0x02bc || g_unichar_ismark (character))
    return;

  if (character < 0x80 && g_ascii_isalnum (character))
    g_string_append_c (folded, g_ascii_tolower ((char) character));
  else if (is_han (character))
    g_string_append_unichar (folded, character);
  else if (g_unichar_isalnum (character))
    append_latin (folded, character);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/**
 * _pivot_search_fold: (skip)
 * @text: a text in UTF-8
 *
 * Takes away what a person who types need not care for: case, accents, the width of letters, apostrophes (so that *Xi’an*
 * is *xian*), and what other marks and spaces stand between words.
 *
 * Returns: (transfer full): the rest
 */
char *
_pivot_search_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;

  if (!is_simple (text))
    {
      cased = g_utf8_casefold (text, -1);
      apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
      text = apart != NULL ? apart : "";
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p));
  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}
