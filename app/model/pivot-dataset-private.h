/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-dataset.h"
#include "pivot-json.h"

G_BEGIN_DECLS

/* What only the loader may do: build the parts. */

/* The kinds of things that have ids, in the order of PivotDataset's lists. */
typedef enum
{
  PIVOT_KIND_SOURCE,
  PIVOT_KIND_GROUP,
  PIVOT_KIND_PLACE,
  PIVOT_KIND_MEASURE,
  PIVOT_KIND_FIRM,
  PIVOT_KIND_FIGURE,
  PIVOT_KIND_STORY,
  PIVOT_KIND_CHECK,
  PIVOT_N_KINDS
} PivotKind;

/* Filled by the loader alone, before anybody else sees it. */
struct _PivotDataset
{
  GObject        parent_instance;

  char          *id;
  PivotText     *title;
  PivotText     *description;
  PivotText     *license;
  char          *default_view;
  GFile         *folder;
  char          *attribution;
  char          *boundaries_hi;  /* file names, or NULL */
  char          *boundaries_lo;

  GListStore    *lists[PIVOT_N_KINDS];
  GHashTable    *by_id[PIVOT_N_KINDS]; /* id → object of the list, both borrowed from it */

  PivotGeometry *boundaries;
  PivotGeometry *context;
  PivotGeometry *mercator;
  PivotGeometry *mercator_context;
};

/* What the readers of the parts share. */
typedef struct
{
  PivotProblems *problems;
  GHashTable    *languages;           /* set of tags */
  GHashTable    *ids[PIVOT_N_KINDS];  /* id → index in its file + 1; NULL: the file could not be read, so any id is taken */
  PivotDataset  *dataset;             /* what has been read so far; sources before all that names them */
  GPtrArray     *formulas;            /* of PivotFormulaPlace: to check when all values are there */
} PivotLoad;

typedef struct
{
  const char *file;
  char       *path;
  char       *formula;
} PivotFormulaPlace;

void         _pivot_formula_place_free      (PivotFormulaPlace *self);

/* How the members of an object in a file, the properties of its class, and what a finalizer has to free, are the same
 * thing. One table describes all of it; see pivot-fields.c. */
typedef enum
{
  PIVOT_FIELD_STRING,  /* char * */
  PIVOT_FIELD_ID,      /* char *; bad ones are reported when ids are collected */
  PIVOT_FIELD_DATE,    /* char * */
  PIVOT_FIELD_URL,     /* char * */
  PIVOT_FIELD_REF,     /* char *: an id of kind */
  PIVOT_FIELD_REFS,    /* char **: ids of kind, no two the same */
  PIVOT_FIELD_TEXT,    /* PivotText * */
  PIVOT_FIELD_TEXTS,   /* GPtrArray * of PivotText */
  PIVOT_FIELD_ENUM,    /* int: first to last of get_type */
  PIVOT_FIELD_UINT,    /* guint: first to last */
  PIVOT_FIELD_NUMBER,  /* double; NaN if not there */
  PIVOT_FIELD_OWNED,   /* gpointer: not read, freed by destroy */
} PivotFieldType;

typedef struct
{
  const char     *name;     /* key and property */
  PivotFieldType  type;
  gsize           offset;   /* in the instance */
  PivotJsonNeed   need;
  gboolean        property; /* readable, in the user's language */
  gboolean        unread;   /* set by code, not read from the file */
  const char     *inside;   /* key of the object inside the object that has it, or NULL */
  PivotKind       kind;
  GType         (*get_type) (void);
  int             first;
  int             last;
  GDestroyNotify  destroy;
} PivotField;

#define PIVOT_FIELD(TYPE, Class, member, NEED) PIVOT_FIELD_AS (TYPE, Class, member, #member, NEED)
#define PIVOT_FIELD_AS(TYPE, Class, member, key, NEED) \
  .name = key, .type = PIVOT_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Class, member), .need = PIVOT_JSON_##NEED
#define PIVOT_FIELD_WORDS(type_name, FIRST, LAST) \
  .get_type = pivot_##type_name##_get_type, .first = PIVOT_##FIRST, .last = PIVOT_##LAST
#define PIVOT_FIELD_OWNED_BY(Class, member, free_func) \
  .name = #member, .type = PIVOT_FIELD_OWNED, .offset = G_STRUCT_OFFSET (Class, member), .unread = TRUE, \
  .destroy = (GDestroyNotify) (free_func)

/* fields: ends with an entry without a name; static. */
void         _pivot_fields_install          (gpointer klass, const PivotField *fields);
void         _pivot_fields_read             (const PivotField *fields, gpointer instance, const char *inside,
                                             const PivotJson *object, PivotLoad *load);

/* Ids. */
gboolean     _pivot_load_knows              (PivotLoad *load, PivotKind kind, const char *id);
char        *_pivot_load_read_ref           (PivotLoad *load, const PivotJson *json, PivotJsonNeed need, PivotKind kind);
char       **_pivot_load_read_refs          (PivotLoad *load, const PivotJson *json, PivotJsonNeed need, PivotKind kind);
/* Published values come from an article, sourced ones from outside of the series. */
void         _pivot_load_check_source       (PivotLoad *load, const PivotJson *json, const char *source, PivotStatus status);
/* A value of a measure, which lends it status and source, or (container_status NULL) of a figure's point. */
PivotValue  *_pivot_load_read_value         (PivotLoad *load, const PivotJson *json,
                                             const PivotStatus *container_status, const char *container_source);
/* The keys of a view, against the dataset. */
void         _pivot_load_check_view         (PivotLoad *load, const PivotJson *json);

/* The parts. A reader always gives an object; where it added problems it is not fit to be shown to anybody. */
PivotSource  *_pivot_source_new_from_json   (const PivotJson *json, PivotLoad *load);
PivotGroup   *_pivot_group_new_from_json    (const PivotJson *json, PivotLoad *load);
PivotPlace   *_pivot_place_new_from_json    (const PivotJson *json, guint index, PivotLoad *load);
PivotMeasure *_pivot_measure_new_from_json  (const PivotJson *json, guint n_places, PivotLoad *load);
void          _pivot_measure_take_value     (PivotMeasure *self, guint place, PivotValue *value);
/* The same measure, before it has values (transfer full). */
PivotMeasure *_pivot_measure_copy           (PivotMeasure *self) G_GNUC_WARN_UNUSED_RESULT;
/* With its values, but turning elsewhere. */
PivotMeasure *_pivot_measure_copy_with_midpoint (PivotMeasure *self, double midpoint) G_GNUC_WARN_UNUSED_RESULT;
PivotValue   *_pivot_value_copy             (const PivotValue *self) G_GNUC_WARN_UNUSED_RESULT; /* or NULL */
PivotFirm    *_pivot_firm_new_from_json     (const PivotJson *json, PivotLoad *load);
PivotEvent   *_pivot_event_new_from_json    (const PivotJson *json, PivotLoad *load);
PivotFigure  *_pivot_figure_new_from_json   (const PivotJson *json, PivotLoad *load);
/* x: the axis of the points, or NULL where that could not be read */
PivotSeries  *_pivot_series_new_from_json   (const PivotJson *json, const PivotAxisSpec *x, PivotLoad *load);
PivotStory   *_pivot_story_new_from_json    (const PivotJson *json, PivotLoad *load);
PivotStep    *_pivot_step_new_from_json     (const PivotJson *json, PivotLoad *load);
PivotCheck   *_pivot_check_new_from_json    (const PivotJson *json, PivotLoad *load);

/* Works out the derived measures. */
void          _pivot_dataset_derive         (PivotDataset *self, const char *file, PivotLoad *load);
/* Gives a derived measure without values those that follow from its inputs; second: or NULL. */
void          _pivot_measure_derive         (PivotMeasure *self, PivotDataset *dataset, PivotMeasure *first, PivotMeasure *second);
/* Whether a formula is well formed and all its paths lead to values; if not, one problem. */
gboolean      _pivot_formula_check          (PivotLoad *load, const PivotFormulaPlace *place);

PivotDataset *_pivot_dataset_new            (GFile *folder);
void          _pivot_dataset_take           (PivotDataset *self, PivotKind kind, GPtrArray *objects);
/* The same dataset with other measures (transfer full). */
PivotDataset *_pivot_dataset_new_with_measures (PivotDataset *self, GPtrArray *measures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
