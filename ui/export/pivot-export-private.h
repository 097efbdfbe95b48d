/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pivot-export.h"

G_BEGIN_DECLS

/* What a file says of itself besides the drawing; what is not asked for is NULL. */
typedef struct
{
  char *title;
  char *description;   /* for who does not see it */
  char *source;
  char *license;
  char *imprint;       /* JSON */
  char *date;          /* ISO 8601, of SOURCE_DATE_EPOCH; NULL: none */
  char *language;      /* "en", "zh-CN" */
} PivotExportInfo;

void              _pivot_export_info_init  (PivotExportInfo *self, PivotSession *session, PivotSheet *sheet,
                                            const PivotExportOptions *options);
void              _pivot_export_info_clear (PivotExportInfo *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PivotExportInfo, _pivot_export_info_clear)

GBytes           *_pivot_export_png        (PivotSheet *sheet, const PivotExportOptions *options, const PivotExportInfo *info,
                                            GCancellable *cancellable, GError **error);
GBytes           *_pivot_export_svg        (PivotSheet *sheet, const PivotExportOptions *options, const PivotExportInfo *info,
                                            GCancellable *cancellable, GError **error);
GBytes           *_pivot_export_pdf        (PivotSheet *sheet, const PivotExportOptions *options, const PivotExportInfo *info,
                                            GCancellable *cancellable, GError **error);

/* For cairo_write_func_t, with a GByteArray. */
cairo_status_t    _pivot_export_append_cb  (void *bytes, const unsigned char *data, unsigned int length);
/* Sets error unless status is success. */
gboolean          _pivot_export_check      (cairo_status_t status, GError **error);

G_END_DECLS
