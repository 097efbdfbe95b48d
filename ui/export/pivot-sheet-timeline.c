/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-present-timeline.h"
#include "pivot-present-words.h"

/* How many sources are named before the rest is counted. */
#define MAX_NAMED_SOURCES 3

/* In px at scale 1. */
#define SIGN_RADIUS 5.5
#define ROW_HEIGHT 21.0
#define LABEL_SIZE 0.88

/* The kinds and parties of what is shown, for the legend. */
static void
note_signs (PivotSheet   *self,
            PivotSession *session)
{
  g_autofree guint *ids = NULL;
  guint n;

  ids = pivot_present_timeline_ids (session, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotEvent) event = pivot_present_timeline_event (session, ids[i], NULL);

      if (event == NULL)
        continue;
      self->event_kinds |= 1u << pivot_event_get_kind (event);
      self->event_parties |= 1u << pivot_event_get_party (event);
    }
}

static char *
list_sources (PivotSession *session)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = pivot_present_timeline_firms (session, firms), n_more;

  for (guint i = 0; i < n; i++)
    for (const char * const *id = pivot_firm_get_sources (firms[i]); *id != NULL; id++)
      {
        PivotSource *source = pivot_dataset_find_source (dataset, *id);

        if (source == NULL || !g_hash_table_add (known, (gpointer) *id) || g_hash_table_size (known) > MAX_NAMED_SOURCES)
          continue;
        if (titles->len > 0)
          g_string_append (titles, C_("source separator", "; "));
        g_string_append (titles, pivot_text_get (pivot_source_get_title (source)));
      }

  if (titles->len == 0)
    return NULL;
  n_more = g_hash_table_size (known) > MAX_NAMED_SOURCES ? g_hash_table_size (known) - MAX_NAMED_SOURCES : 0;
  if (n_more > 0)
    g_string_append_printf (titles, g_dngettext (GETTEXT_PACKAGE, " and %u more source", " and %u more sources", n_more), n_more);

  return g_strdup_printf (_("Data: %s."), titles->str);
}

static gboolean
prepare (PivotSheet    *self,
         PivotSession  *session,
         GError       **error)
{
  PivotFirm *firms[PIVOT_TIMELINE_MAX_FIRMS];
  guint n = pivot_present_timeline_firms (session, firms);
  g_autoptr(GString) title = NULL;
  PivotTimelinePlot *plot;

  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("No firm is chosen"));
      return FALSE;
    }

  title = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? C_("list separator", ", ") : "",
                            pivot_text_get (pivot_firm_get_name (firms[i])));

  plot = pivot_timeline_plot_new ();
  self->plot = PIVOT_PLOT (plot);
  pivot_present_timeline (session, &self->style, plot);
  /* A file is the same tomorrow. */
  pivot_timeline_plot_set_today (plot, NAN);
  self->title = g_strdup (title->str);
  self->subtitle = n == 1 ? g_strdup (pivot_text_get (pivot_firm_get_sector (firms[0]))) : NULL;
  self->source = list_sources (session);
  self->description = pivot_present_timeline_sentence (session);
  note_signs (self, session);

  return TRUE;
}

/* One sign with its word, at a place that moves on, or to the next row. cr: NULL only measures. */
static void
put_sign (PivotSheet      *self,
          cairo_t         *cr,
          const PivotSign *sign,
          const char      *text,
          double           width,
          double          *x,
          double          *y)
{
  const PivotStyle *style = &self->style;
  PivotTextLook look = pivot_lettering_look (style, LABEL_SIZE);
  double scale = style->scale, radius = SIGN_RADIUS * scale, text_width, text_height, needed;

  pivot_lettering_measure (self->letters, &look, text, &text_width, &text_height);
  needed = 2 * radius + 6 * scale + text_width;
  if (*x > 0 && *x + needed > width)
    {
      *x = 0;
      *y += ROW_HEIGHT * scale;
    }

  if (cr != NULL)
    {
      pivot_sign_draw (cr, style, sign, *x + radius, *y + ROW_HEIGHT * scale / 2, radius);
      pivot_lettering_draw (self->letters, cr, &look, text, *x + 2 * radius + 6 * scale,
                            *y + (ROW_HEIGHT * scale - text_height) / 2, &style->foreground, NULL);
    }
  *x += needed + 18 * scale;
}

/* Shapes for kinds in a neutral look, then looks for parties in one shape. */
static double
put_legend (PivotSheet *self,
            cairo_t    *cr,
            double      width)
{
  double x = 0, y = 0;

  for (int kind = PIVOT_EVENT_FOUNDING; kind <= PIVOT_EVENT_MILESTONE; kind++)
    if (self->event_kinds & 1u << kind)
      {
        PivotSign sign;

        pivot_present_event_sign (&self->style, (PivotEventKind) kind, PIVOT_PARTY_NONE, &sign);
        put_sign (self, cr, &sign, pivot_present_event_kind_label ((PivotEventKind) kind), width, &x, &y);
      }

  for (int party = PIVOT_PARTY_STATE; party <= PIVOT_PARTY_MIXED; party++)
    if (self->event_parties & 1u << party)
      {
        PivotSign sign;

        pivot_present_event_sign (&self->style, PIVOT_EVENT_CUSTOMER, (PivotParty) party, &sign);
        put_sign (self, cr, &sign, pivot_present_party_label ((PivotParty) party), width, &x, &y);
      }

  return x > 0 ? y + ROW_HEIGHT * self->style.scale : y;
}

static double
measure_legend (PivotSheet *self,
                double      width)
{
  return put_legend (self, NULL, width);
}

static void
draw_legend (PivotSheet *self,
             cairo_t    *cr,
             double      width)
{
  put_legend (self, cr, width);
}

const PivotSheetKindClass _pivot_sheet_timeline_class = {
  .prepare = prepare,
  .measure_legend = measure_legend,
  .draw_legend = draw_legend,
  .draw = _pivot_sheet_draw_plot,
};
