/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PCG32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation"; the variant XSH RR 64/32). A generator of our own, so that a seed gives the same permutations with every
 * version of GLib and on every machine, and a printed p or a worksheet can be had again. */
typedef struct
{
  guint64 state;
  guint64 increment; /* odd; chooses the stream */
} PivotRandom;

static inline guint32
pivot_random_next (PivotRandom *self)
{
  guint64 old = self->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 turn = (guint32) (old >> 59);

  self->state = old * G_GUINT64_CONSTANT (6364136223846793005) + self->increment;
  return shifted >> turn | shifted << ((32 - turn) & 31);
}

/* Streams of one seed have nothing to do with each other. */
static inline void
pivot_random_init (PivotRandom *self,
                   guint64      seed,
                   guint64      stream)
{
  self->state = 0;
  self->increment = stream << 1 | 1;
  pivot_random_next (self);
  self->state += seed;
  pivot_random_next (self);
}

/* 0 … n − 1, each as likely as the others (Lemire 2019, "Fast Random Integer Generation in an Interval"). n > 0. */
static inline guint32
pivot_random_below (PivotRandom *self,
                    guint32      n)
{
  guint64 product = (guint64) pivot_random_next (self) * n;

  if ((guint32) product < n)
    {
      guint32 threshold = -n % n;

      while ((guint32) product < threshold)
        product = (guint64) pivot_random_next (self) * n;
    }

  return (guint32) (product >> 32);
}

/* Any order of n numbers, each as likely as the others (Fisher and Yates). */
static inline void
pivot_random_shuffle (PivotRandom *self,
                      guint       *numbers,
                      guint        n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = pivot_random_below (self, i), number = numbers[other];

      numbers[other] = numbers[i - 1];
      numbers[i - 1] = number;
    }
}

G_END_DECLS
