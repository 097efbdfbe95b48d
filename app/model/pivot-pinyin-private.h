/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Readings of Chinese characters, without tones. Immutable. */
typedef struct _PivotPinyin PivotPinyin;

#define PIVOT_PINYIN_READINGS 3
#define PIVOT_PINYIN_SYLLABLES 512

/* Up to three syllables of nine bits, the first lowest; 0 is none. */
typedef guint32 PivotReadings;

PivotPinyin   *_pivot_pinyin_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           _pivot_pinyin_free         (PivotPinyin *self);
/* 0 for a character that is none, or has no known reading. */
PivotReadings  _pivot_pinyin_get_readings (const PivotPinyin *self, gunichar character);
/* "zhe"; ü is a v; NULL for 0. */
const char    *_pivot_pinyin_get_syllable (const PivotPinyin *self, guint syllable);

static inline guint
_pivot_readings_get (PivotReadings readings,
                     guint         i)
{
  return readings >> (9 * i) & 0x1ff;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotPinyin, _pivot_pinyin_free)

G_END_DECLS
