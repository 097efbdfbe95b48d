/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dorling.h"

#include <math.h>

/* Steps of pulling and pushing, and then of pushing alone. */
#define PULL_STEPS 160
#define PUSH_STEPS 400
/* Part of the gap to a neighbour that is closed in a step, and of the way back to where a circle belongs. */
#define PULL 0.18
#define HOLD 0.01
/* Circles keep this part of their radii free between them. */
#define GAP 0.03
/* What rounding may leave of an overlap. */
#define SLACK 1e-9
/* Circles grow while they are pulled, from this part of their radii on: small ones get out of the way of large ones before they are
 * swallowed, and come out on the side where they belong. */
#define FIRST_SIZE 0.1
#define GROWING 0.8
/* More than so many have to do with fewer steps: each takes time in proportion. Where thousands are crowded, these do not part them,
 * and so they shrink by and by, with a few steps for each size. */
#define MANY 1000
#define SHRINK 0.93
#define SHRINK_STEPS 6
#define MIN_SHRUNK 0.05

/* Circles in order of their left ends: who may overlap whom is found by sweeping over them. */
typedef struct
{
  PivotCircle *circles;
  guint       *order;
  guint        n;
  double       reach;     /* how far from their places when sorted they may have come by now */
} Sweep;

static int
compare_left_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const PivotCircle *circles = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double left = circles[one].x - circles[one].radius, right = circles[other].x - circles[other].radius;

  if (left != right)
    return left < right ? -1 : 1;

  return one < other ? -1 : one > other;
}

/* Almost sorted already from the second time on. */
static void
sort (Sweep *self)
{
  for (guint i = 1; i < self->n; i++)
    {
      guint moving = self->order[i];
      guint k = i;

      for (; k > 0 && compare_left_cb (&self->order[k - 1], &moving, self->circles) > 0; k--)
        self->order[k] = self->order[k - 1];
      self->order[k] = moving;
    }
}

/* Two that overlap give way, the smaller one more. Two in one place part in a direction that depends on which they are. */
static double
part (PivotCircle *one,
      PivotCircle *other,
      guint        number)
{
  double dx = other->x - one->x, dy = other->y - one->y;
  double distance = hypot (dx, dy);
  double wanted = (one->radius + other->radius) * (1 + GAP);
  double overlap = wanted - distance;
  double share;

  if (overlap <= SLACK * wanted)
    return 0;

  if (distance < 1e-12 * wanted)
    {
      dx = cos (number * 2.399963);
      dy = sin (number * 2.399963);
      distance = 1;
    }
  share = other->radius * other->radius / (one->radius * one->radius + other->radius * other->radius);
  one->x -= dx / distance * overlap * share;
  one->y -= dy / distance * overlap * share;
  other->x += dx / distance * overlap * (1 - share);
  other->y += dy / distance * overlap * (1 - share);

  return overlap / wanted;
}

/* Returns the worst overlap there was, as a part of the distance wanted. */
static double
push (Sweep *self)
{
  double worst = 0;

  sort (self);
  for (guint i = 0; i < self->n; i++)
    {
      PivotCircle *one = self->circles + self->order[i];

      for (guint k = i + 1; k < self->n; k++)
        {
          PivotCircle *other = self->circles + self->order[k];

          /* Some that follow have moved since they were sorted, but never by much. */
          if (other->x - other->radius > one->x + one->radius * (1 + 2 * GAP) + self->reach)
            break;
          if (fabs (other->y - one->y) < (one->radius + other->radius) * (1 + GAP))
            {
              double overlap = part (one, other, self->order[i] + self->order[k]);

              worst = MAX (worst, overlap);
            }
        }
    }

  return worst;
}

static void
pull (PivotCircle          *circles,
      const PivotCircle    *home,
      guint                 n,
      const PivotAdjacency *adjacency,
      double                strength)
{
  for (guint i = 0; i < n; i++)
    {
      double dx = 0, dy = 0;
      guint first = adjacency != NULL ? adjacency->start[i] : 0, end = adjacency != NULL ? adjacency->start[i + 1] : 0;

      for (guint k = first; k < end; k++)
        {
          const PivotCircle *other = circles + adjacency->regions[k];
          double x = other->x - circles[i].x, y = other->y - circles[i].y;
          double distance = hypot (x, y), gap = distance - (circles[i].radius + other->radius) * (1 + GAP);

          if (gap > 0 && distance > 0)
            {
              dx += x / distance * gap / (end - first);
              dy += y / distance * gap / (end - first);
            }
        }
      circles[i].x += strength * (PULL * dx + HOLD * (home[i].x - circles[i].x));
      circles[i].y += strength * (PULL * dy + HOLD * (home[i].y - circles[i].y));
    }
}

static void
set_size (Sweep             *self,
          const PivotCircle *full,
          double             size)
{
  for (guint i = 0; i < self->n; i++)
    self->circles[self->order[i]].radius = full[self->order[i]].radius * MIN (size, 1);
}

/* What pushing has not parted is parted by smaller circles: areas keep their proportions. */
static void
shrink (Sweep *self)
{
  double factor = 1;

  sort (self);
  for (guint i = 0; i < self->n; i++)
    {
      const PivotCircle *one = self->circles + self->order[i];

      for (guint k = i + 1; k < self->n; k++)
        {
          const PivotCircle *other = self->circles + self->order[k];

          if (other->x - other->radius > one->x + one->radius)
            break;
          factor = MIN (factor, hypot (other->x - one->x, other->y - one->y) / (one->radius + other->radius));
        }
    }

  for (guint i = 0; i < self->n && factor < 1; i++)
    self->circles[self->order[i]].radius *= factor * (1 - SLACK);
}

/* Smaller circles part more easily. */
static void
push_and_shrink (Sweep             *self,
                 const PivotCircle *full)
{
  for (double size = SHRINK; size > MIN_SHRUNK; size *= SHRINK)
    {
      set_size (self, full, size);
      for (guint i = 0; i < SHRINK_STEPS; i++)
        if (push (self) < SLACK)
          return;
    }
}

/**
 * pivot_dorling_place:
 * @circles: (array length=n) (inout): circles where they belong on the map
 * @n: how many
 * @adjacency: (nullable): which of them are neighbours
 *
 * Moves circles so that none overlaps another, neighbours stay together and all stay near where they were: D. Dorling, "Area
 * cartograms: their use and creation", 1996. A circle of radius 0 stays where it is. Nothing is left to chance: the same circles come
 * to the same places.
 */
void
pivot_dorling_place (PivotCircle          *circles,
                     guint                 n,
                     const PivotAdjacency *adjacency)
{
  g_autofree PivotCircle *home = NULL;
  g_autofree guint *order = NULL;
  guint steps = n > MANY ? 4 : 1;
  gboolean parted = FALSE;
  Sweep sweep = { .circles = circles };

  g_return_if_fail (circles != NULL || n == 0);

  home = g_memdup2 (circles, n * sizeof (PivotCircle));
  sweep.order = order = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (circles[i].radius > 0)
      {
        order[sweep.n++] = i;
        /* Of many not all have to be found in each step. */
        if (n <= MANY)
          sweep.reach = MAX (sweep.reach, circles[i].radius);
      }
  g_qsort_with_data (order, sweep.n, sizeof (guint), compare_left_cb, circles);

  for (guint i = 0; i < PULL_STEPS / steps; i++)
    {
      double progress = i / (double) (PULL_STEPS / steps);

      set_size (&sweep, home, FIRST_SIZE + (1 - FIRST_SIZE) * progress / GROWING);
      pull (circles, home, n, adjacency, 1 - progress);
      push (&sweep);
    }
  set_size (&sweep, home, 1);
  for (guint i = 0; i < PUSH_STEPS / steps; i++)
    if ((parted = push (&sweep) < SLACK))
      break;
  if (!parted && n > MANY)
    push_and_shrink (&sweep, home);
  shrink (&sweep);
}
