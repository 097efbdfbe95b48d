/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-lexer.h"

G_BEGIN_DECLS

/* What may come next. */
typedef enum
{
  STATE_START,        /* the document's one value, after a byte order mark if there is one */
  STATE_VALUE,        /* a value must come */
  STATE_FIRST_VALUE,  /* after "[": a value or "]" */
  STATE_FIRST_NAME,   /* after "{": a name or "}" */
  STATE_NAME,         /* after "," in an object: a name must come */
  STATE_NEXT,         /* after a value inside something: "," or its end */
  STATE_DONE,         /* after the document's value: nothing but white space */
  STATE_ERROR,
} State;

/* Invariants: start <= pos <= length; stack[0 … depth − 1] says of each open container whether it is an object.
 * Once an error is found, pos does not move any more and every further token is the same error. */
struct _PivotLexer
{
  const char    *text;
  gsize          length;
  PivotLimits    limits;

  gsize          pos;
  gsize          start;
  State          state;
  guint          depth;
  guint64        n_elements;
  guint8        *stack;

  double         number;
  gboolean       integer;
  const char    *raw;         /* a string's bytes in the text, or NULL: it is in buffer */
  gsize          raw_length;
  GString       *buffer;

  PivotDataError error;
  const char    *expected;    /* untranslated */
  gsize          error_pos;
  gsize          found_length; /* of what is out of range */
};

/* Length of the well-formed UTF-8 sequence of two to four bytes at pos, or 0. */
gsize _pivot_lexer_check_utf8 (PivotLexer *self, gsize pos);

G_END_DECLS
