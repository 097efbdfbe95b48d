/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>

#include "pivot-compat.h"

/**
 * pivot_pdf_set_custom: (skip)
 * @surface: a surface that writes a PDF
 * @name: a name
 * @value: what it stands for, in ASCII
 *
 * Adds to what a PDF says of itself.
 *
 * Returns: `FALSE` if this version of Cairo cannot
 */
gboolean
pivot_pdf_set_custom (cairo_surface_t *surface,
                      const char      *name,
                      const char      *value)
{
#if CAIRO_VERSION >= CAIRO_VERSION_ENCODE (1, 18, 0)
  cairo_pdf_surface_set_custom_metadata (surface, name, value);
  return TRUE;
#else
  return FALSE;
#endif
}
