/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "pivot-lexer.h"
#include "pivot-text.h"

G_BEGIN_DECLS

/* What every reader of one document shares. */
typedef struct
{
  const char    *file;       /* its name, for messages */
  PivotProblems *problems;
  GHashTable    *languages;  /* tags that a text may have; NULL: any */
} PivotJsonFile;

/* A value in a document and how it was reached. Cursors live on the C stack and link to their parents, so a path costs
 * nothing until a problem has to be written; a parent must outlive its children. */
typedef struct _PivotJson PivotJson;
struct _PivotJson
{
  const PivotJsonFile *file;
  const PivotJson     *parent; /* NULL: the document itself */
  const char          *member; /* NULL: an element of an array, see index */
  guint                index;
  JsonNode            *node;   /* NULL: the key is not there */
};

/* Whether a key may be left out, or null. A reader adds a problem where this is not met, and gives nothing. */
typedef enum
{
  PIVOT_JSON_REQUIRED,
  PIVOT_JSON_NULLABLE,
  PIVOT_JSON_OPTIONAL,
} PivotJsonNeed;

/* Parses without recursion, within limits. NULL and one problem if it is not JSON, NULL alone if cancelled; a key that
 * occurs twice is a problem too, but parsing goes on. */
JsonNode  *pivot_json_parse          (const char *text, gsize length, const PivotLimits *limits, const char *file,
                                      PivotProblems *problems, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Likewise, of a document that is an array: each element is handed over once it is complete and forgotten afterwards, so that
 * a long list never stands in memory as a whole. What is returned has no elements. fraction: how much has been read. */
typedef void (*PivotJsonElementFunc) (const PivotJson *element, double fraction, gpointer data);
JsonNode  *pivot_json_parse_list     (const char *text, gsize length, const PivotLimits *limits, const PivotJsonFile *file,
                                      PivotJsonElementFunc on_element, gpointer data,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

PivotJson  pivot_json_root           (const PivotJsonFile *file, JsonNode *node);
PivotJson  pivot_json_get_member     (const PivotJson *object, const char *member);  /* object holds an object */
PivotJson  pivot_json_get_element    (const PivotJson *array, guint index);          /* array holds an array that long */
char      *pivot_json_get_path       (const PivotJson *self);                        /* $[3].values["CN-ZJ"].value */

/* Adds a problem at this path. The second says itself what is there instead. */
void       pivot_json_add_problem    (const PivotJson *self, PivotDataError code, const char *expected, const char *found);
void       pivot_json_unexpected     (const PivotJson *self, PivotDataError code, const char *expected);

gboolean   pivot_json_has            (const PivotJson *self, PivotJsonNeed need);    /* FALSE: nothing to read */
gboolean   pivot_json_is_object      (const PivotJson *self, PivotJsonNeed need);
gboolean   pivot_json_is_array       (const PivotJson *self, PivotJsonNeed need, guint *length);
gboolean   pivot_json_is_number      (const PivotJson *self);                        /* asks only; adds no problem */
const char *pivot_json_peek_string   (const PivotJson *self);                        /* NULL if it is none; adds no problem */

/* Readers: FALSE or NULL if there is nothing, or something else than was asked for. */
gboolean   pivot_json_read_number    (const PivotJson *self, PivotJsonNeed need, double min, double max, double *number);
gboolean   pivot_json_read_integer   (const PivotJson *self, PivotJsonNeed need, gint64 min, gint64 max, gint64 *number);
gboolean   pivot_json_read_enum      (const PivotJson *self, PivotJsonNeed need, GType type, int first, int last, int *value);
char      *pivot_json_read_string    (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
char      *pivot_json_read_id        (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
char      *pivot_json_read_date      (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
char      *pivot_json_read_url       (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
PivotText *pivot_json_read_text      (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *pivot_json_read_texts     (const PivotJson *self, PivotJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;

gboolean   pivot_json_is_kebab       (const char *string);
/* The shortest text that reads as the same number again, never with an exponent: "9.87", "1000000". */
char      *pivot_json_number_to_text (double number);
/* “text”, cut if it is long, for messages. */
char      *pivot_json_quote          (const char *text);

G_END_DECLS
