/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PIVOT_EXPORT_PNG,
  PIVOT_EXPORT_SVG,
  PIVOT_EXPORT_PDF,
  PIVOT_EXPORT_CSV,
  PIVOT_EXPORT_JSON,
} PivotExportFormat;

#define PIVOT_EXPORT_N_FORMATS (PIVOT_EXPORT_JSON + 1)

/* Nicks, which are also the ends of file names: png, svg, pdf, csv, json. */
#define PIVOT_TYPE_EXPORT_FORMAT (pivot_export_format_get_type ())
GType       pivot_export_format_get_type    (void);
/* A picture, and not a table. */
gboolean    pivot_export_format_is_picture  (PivotExportFormat format);
const char *pivot_export_format_get_mime    (PivotExportFormat format);
/* By the end of a file's name; FALSE if it is none of them. */
gboolean    pivot_export_format_from_name   (const char *name, PivotExportFormat *format);

/* Sizes of pages by name. */
typedef struct
{
  const char *id;            /* "slide-16:9" */
  const char *label;         /* translated by who shows it */
  double      width, height; /* px of 1/96 inch */
} PivotExportSize;

const PivotExportSize *pivot_export_get_sizes  (guint *n);
/* "a4", "1200x800"; FALSE if it is neither. */
gboolean               pivot_export_parse_size (const char *text, double *width, double *height);

G_END_DECLS
