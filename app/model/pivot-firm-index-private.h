/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-firm-index.h"

#include "pivot-pinyin-private.h"

G_BEGIN_DECLS

/* What many firms have in common: the facets, and the city. */
#define PIVOT_FIRM_VALUES_CITY PIVOT_N_FIRM_FACETS
#define PIVOT_N_FIRM_VALUES (PIVOT_N_FIRM_FACETS + 1)

typedef struct
{
  GPtrArray *ids;      /* char * */
  GPtrArray *labels;   /* char * */
  GPtrArray *keys;     /* char *: what the value is found by */
  GArray    *masks;    /* guint64, of the keys */
  guint32   *of;       /* by firm; NULL for groups, which are those of the place */
} PivotFirmValues;

struct _PivotFirmIndex
{
  GObject          parent_instance;

  PivotDataset    *dataset;
  guint            n;
  PivotFirm      **firms;        /* of the dataset */
  GHashTable      *by_id;        /* id → index + 1 */
  char            *letters;      /* the keys of all firms, one after the other */
  guint32         *keys;         /* where each begins */
  guint64         *masks;        /* of its characters */
  GArray          *years;        /* of guint16: of the events of all firms, one after the other */
  guint32         *years_of;     /* where each firm's begin; one more than firms */
  PivotFirmValues  values[PIVOT_N_FIRM_VALUES];
  GPtrArray       *place_groups; /* of GArray of guint: values of the group by value of the place */
  guint32         *order[PIVOT_N_FIRM_COLUMNS];   /* firms from least to greatest; those without a value come last */
  guint            n_known[PIVOT_N_FIRM_COLUMNS]; /* how many have a value */
};

/* Appends all that a text is found by: its wordings, and how those in Chinese sound. */
void    _pivot_firm_key_append (GString           *key,
                                const PivotText   *text,
                                const PivotPinyin *pinyin);
guint64 _pivot_firm_key_mask   (const char        *key);
void    _pivot_firm_index_sort (PivotFirmIndex    *self);
/* Whether a firm has an event that began in these years. */
gboolean _pivot_firm_index_has_year (PivotFirmIndex *self,
                                     guint           firm,
                                     int             first,
                                     int             last);

G_END_DECLS
