/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-pinyin-private.h"

#include "pivot-pinyin-resource.h"

#include <string.h>

/* The table is compiled in; data/pinyin/README.md says what it looks like. */

#define FIRST 0x4e00
#define N_CHARACTERS 0x5200
#define HEADER 12
#define PACKED (N_CHARACTERS * 9 / 8)

struct _PivotPinyin
{
  GBytes       *bytes;
  const char   *syllables[PIVOT_PINYIN_SYLLABLES]; /* of bytes */
  const guint8 *packed;
  const guint8 *extra;
  guint         n_extra;
};

static guint
read_short (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

/**
 * _pivot_pinyin_new: (skip)
 *
 * Opens the table; nothing is copied.
 *
 * Returns: (transfer full): the readings
 */
PivotPinyin *
_pivot_pinyin_new (void)
{
  PivotPinyin *self = g_new0 (PivotPinyin, 1);
  const guint8 *data;
  const char *text;
  guint n_syllables;
  gsize size;

  self->bytes = g_resource_lookup_data (pivot_pinyin_get_resource (), "/org/pivot/Explorer/model/pinyin.bin",
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (self->bytes != NULL);

  data = g_bytes_get_data (self->bytes, &size);
  g_assert (size > HEADER && memcmp (data, "PVPY\1", 5) == 0);
  n_syllables = read_short (data + 6);
  self->n_extra = read_short (data + 10);
  self->packed = data + HEADER + read_short (data + 8);
  self->extra = self->packed + PACKED;
  g_assert (n_syllables < PIVOT_PINYIN_SYLLABLES);
  g_assert (size == (gsize) (self->extra - data) + 4 * self->n_extra);

  text = (const char *) data + HEADER;
  for (guint i = 1; i <= n_syllables; i++)
    {
      self->syllables[i] = text;
      text += strlen (text) + 1;
    }

  return self;
}

/**
 * _pivot_pinyin_free: (skip)
 * @self: (transfer full): readings
 *
 * Closes the table.
 */
void
_pivot_pinyin_free (PivotPinyin *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The first further reading of a character, or of the next one that has any. */
static guint
bisect_extra (const PivotPinyin *self,
              guint              character)
{
  guint low = 0, high = self->n_extra;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (read_short (self->extra + 4 * middle) < character)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * _pivot_pinyin_get_readings: (skip)
 * @self: readings
 * @character: any character
 *
 * Returns: its readings, the customary one first; 0 if there are none
 */
PivotReadings
_pivot_pinyin_get_readings (const PivotPinyin *self,
                            gunichar           character)
{
  PivotReadings readings;
  guint index, bit;

  if (character < FIRST || character >= FIRST + N_CHARACTERS)
    return 0;

  index = character - FIRST;
  bit = 9 * index;
  readings = (read_short (self->packed + bit / 8) >> bit % 8) & 0x1ff;

  bit = 9;
  for (guint i = bisect_extra (self, index);
       i < self->n_extra && read_short (self->extra + 4 * i) == index && bit < 9 * PIVOT_PINYIN_READINGS;
       i++, bit += 9)
    readings |= read_short (self->extra + 4 * i + 2) << bit;

  return readings;
}

/**
 * _pivot_pinyin_get_syllable: (skip)
 * @self: readings
 * @syllable: one of those that _pivot_pinyin_get_readings() gives
 *
 * Returns: (nullable): its letters
 */
const char *
_pivot_pinyin_get_syllable (const PivotPinyin *self,
                            guint              syllable)
{
  return syllable < PIVOT_PINYIN_SYLLABLES ? self->syllables[syllable] : NULL;
}
