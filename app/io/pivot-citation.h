/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-source.h"

G_BEGIN_DECLS

typedef enum
{
  PIVOT_CITATION_PLAIN,   /* a line for a list of references */
  PIVOT_CITATION_BIBTEX,
  PIVOT_CITATION_CSL,     /* CSL-JSON, as citation managers read it */
} PivotCitationStyle;

/* A source as it is cited, with what the dataset knows of it and nothing else (transfer full). */
char *pivot_citation_format (PivotSource *source, PivotCitationStyle style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
