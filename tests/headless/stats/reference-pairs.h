/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reference-sets.h"

/* Written by R 4.2.2. */

static const double cars_x[] = {
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17,
  17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25
};

static const double cars_y[] = {
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32,
  40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85
};

static const double shares_x[] = {
  13.85, 2.65, 9.95, 7.64, 5.05, 3.18, 2.06, 4.45, 2.53, 3.52
};

static const double shares_y[] = {
  5.4, 4.24, 5.5, 5.99, 9.87, 4.81, 4.64, 3.61, 4.87, 2.35
};

static const double pressure_x[] = {
  0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280, 300, 320, 340, 360
};

static const double pressure_y[] = {
  0.0002, 0.0012, 0.006, 0.03, 0.09, 0.27, 0.75, 1.85, 4.2, 8.8, 17.3, 32.1, 57, 96, 157, 247, 376, 558, 806
};

/* cor (x, y), cor (x, y, method = "spearman"), coef (lm (y ~ x)). cars, pressure: R's datasets; shares:
 * postgraduates and Little Giants of the places that have both. */
typedef struct
{
  const char   *name;
  const double *x;
  const double *y;
  guint         n;
  double        pearson, spearman, intercept, slope;
} PairReference;

static const PairReference pair_references[] = {
  { "faithful", eruptions, waiting, 272,
    0.9008111683218131, 0.7779720576516121, 33.474397022753514, 10.729641395133504 },
  { "cars", cars_x, cars_y, 50,
    0.8068949006892104, 0.8303568388329934, -17.579094890510895, 3.9324087591240855 },
  { "shares", shares_x, shares_y, 10,
    0.24177878897682564, 0.5272727272727272, 4.45189717484633, 0.12319657892741785 },
  { "pressure", pressure_x, pressure_y, 19,
    0.75779234489604, 1, -147.89887263157888, 1.5124198771929822 },
};

/* length (x), min (x), max (x), sum (x), mean (x), sd (x). */
typedef struct
{
  SetId  set;
  double min, max, sum, mean, sd;
} SummaryReference;

static const SummaryReference summary_references[] = {
  { WAITING, 43, 96, 19284, 70.8970588235294, 13.594973789999397 },
  { ERUPTIONS, 1.6, 5.1, 948.677, 3.487783088235294, 1.1413712511052083 },
  { PRECIP, 7, 67, 2442, 34.885714285714286, 13.706650091425638 },
  { RIVERS, 135, 3710, 83357, 591.1843971631206, 493.87084203459045 },
  { LG_SHARE, 2.35, 9.87, 51.28, 5.128, 1.962367051406144 },
  { POPULATION, 3.6481e+06, 1.2601251e+08, 1409778724, 45476733.03225806, 30506939.636438217 },
};
