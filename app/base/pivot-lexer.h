/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-problem.h"

G_BEGIN_DECLS

/* Limits on a JSON text, checked while reading, before anything can grow or recurse. */
typedef struct
{
  gsize   max_bytes;
  guint   max_depth;
  guint64 max_elements;      /* values of any kind, members and array elements */
  gsize   max_string;        /* bytes of one string */
} PivotLimits;

extern const PivotLimits pivot_limits_data;     /* files that json-glib parses whole: 64 MiB, depth 64, 4 million, 1 MiB */
extern const PivotLimits pivot_limits_geometry; /* streamed GeoJSON: 1 GiB, depth 64, 200 million, 1 MiB */
extern const PivotLimits pivot_limits_list;      /* lists that are read an element at a time */

typedef enum
{
  PIVOT_TOKEN_END,
  PIVOT_TOKEN_ERROR,
  PIVOT_TOKEN_OBJECT_START,
  PIVOT_TOKEN_OBJECT_END,
  PIVOT_TOKEN_ARRAY_START,
  PIVOT_TOKEN_ARRAY_END,
  PIVOT_TOKEN_NAME,          /* a member's name; its value's token follows */
  PIVOT_TOKEN_STRING,
  PIVOT_TOKEN_NUMBER,
  PIVOT_TOKEN_TRUE,
  PIVOT_TOKEN_FALSE,
  PIVOT_TOKEN_NULL,
} PivotToken;

/* A pull tokenizer for RFC 8259 JSON in memory: no recursion, no allocation per token. Checks UTF-8, grammar,
 * finite numbers and the limits. One owner, one thread. */
typedef struct _PivotLexer PivotLexer;

PivotLexer  *pivot_lexer_new         (const char        *text,
                                      gsize              length,
                                      const PivotLimits *limits) G_GNUC_WARN_UNUSED_RESULT; /* borrows text */
void         pivot_lexer_free        (PivotLexer        *self);
PivotToken   pivot_lexer_next        (PivotLexer        *self);
double       pivot_lexer_get_number  (PivotLexer        *self);  /* of the last NUMBER token; always finite */
gboolean     pivot_lexer_is_integer  (PivotLexer        *self);  /* the last NUMBER has neither fraction nor exponent */
const char  *pivot_lexer_get_string  (PivotLexer        *self);  /* unescaped, of the last NAME or STRING; valid until the next call */
gsize        pivot_lexer_get_offset  (PivotLexer        *self);  /* byte offset of the last token's first byte */
gboolean     pivot_lexer_skip        (PivotLexer        *self,
                                      PivotToken         first); /* past the rest of the value that began with first */
char        *pivot_lexer_describe_offset (PivotLexer    *self,
                                          gsize          offset); /* "line 3, column 7" (transfer full) */
/* Describes the last ERROR token: code, "line 3, column 7", expected, found. */
void         pivot_lexer_report      (PivotLexer        *self,
                                      const char        *file,
                                      PivotProblems     *problems);
/* Reads the whole text once; FALSE and one problem if it is not JSON within the limits. */
gboolean     pivot_lexer_check       (const char        *text,
                                      gsize              length,
                                      const PivotLimits *limits,
                                      const char        *file,
                                      PivotProblems     *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PivotLexer, pivot_lexer_free)

G_END_DECLS
