/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pivot-hatch.h"
#include "pivot-present-parity.h"
#include "pivot-text-sink.h"

/* In px at scale 1. */
#define MARGIN 26.0
#define GAP 12.0

/* Relative to body text. */
#define TITLE_SIZE 1.7
#define SUBTITLE_SIZE 1.06
#define CAPTION_SIZE 0.94
#define SMALL_SIZE 0.86

/* A page of this area has text of the size of a screen. */
#define USUAL_AREA (1060.0 * 620.0)

GType
pivot_sheet_kind_get_type (void)
{
  static const GEnumValue values[] = {
    { PIVOT_SHEET_MAP, "PIVOT_SHEET_MAP", "map" },
    { PIVOT_SHEET_SCATTER, "PIVOT_SHEET_SCATTER", "scatter" },
    { PIVOT_SHEET_RANKING, "PIVOT_SHEET_RANKING", "ranking" },
    { PIVOT_SHEET_TIMELINE, "PIVOT_SHEET_TIMELINE", "timeline" },
    { PIVOT_SHEET_GRID, "PIVOT_SHEET_GRID", "grid" },
    { PIVOT_SHEET_FIGURE, "PIVOT_SHEET_FIGURE", "figure" },
    { PIVOT_SHEET_STORY, "PIVOT_SHEET_STORY", "story" },
    { PIVOT_SHEET_LESSON, "PIVOT_SHEET_LESSON", "lesson" },
    { PIVOT_SHEET_WORKSHEET, "PIVOT_SHEET_WORKSHEET", "worksheet" },
    { 0, NULL, NULL }
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PivotSheetKind", values));

  return type;
}

GType
pivot_sheet_theme_get_type (void)
{
  static const GEnumValue values[] = {
    { PIVOT_SHEET_LIGHT, "PIVOT_SHEET_LIGHT", "light" },
    { PIVOT_SHEET_DARK, "PIVOT_SHEET_DARK", "dark" },
    { PIVOT_SHEET_PRINT, "PIVOT_SHEET_PRINT", "print" },
    { 0, NULL, NULL }
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PivotSheetTheme", values));

  return type;
}

static const PivotSheetKindClass *
get_class (PivotSheetKind kind)
{
  switch (kind)
    {
    case PIVOT_SHEET_SCATTER:
      return &_pivot_sheet_scatter_class;
    case PIVOT_SHEET_RANKING:
      return &_pivot_sheet_ranking_class;
    case PIVOT_SHEET_TIMELINE:
      return &_pivot_sheet_timeline_class;
    case PIVOT_SHEET_GRID:
      return &_pivot_sheet_grid_class;
    case PIVOT_SHEET_FIGURE:
      return &_pivot_sheet_figure_class;
    case PIVOT_SHEET_STORY:
      return &_pivot_sheet_story_class;
    case PIVOT_SHEET_LESSON:
      return &_pivot_sheet_lesson_class;
    case PIVOT_SHEET_WORKSHEET:
      return &_pivot_sheet_worksheet_class;
    case PIVOT_SHEET_MAP:
    default:
      return &_pivot_sheet_map_class;
    }
}

/* Ink on paper: no grounds but white, and darker lines, since printers draw thin ones pale. */
static void
init_print (PivotStyle *style)
{
  pivot_style_init_light (style);
  gdk_rgba_parse (&style->background, "#ffffff");
  gdk_rgba_parse (&style->land, "#f5f5f4");
  gdk_rgba_parse (&style->land_line, "#c9c7c2");
  gdk_rgba_parse (&style->foreground, "#000000");
  gdk_rgba_parse (&style->dim, "#444444");
  gdk_rgba_parse (&style->region_line, "#5e5d63");
}

static void
init_style (PivotSheet *self)
{
  const PivotSheetOptions *options = &self->options;

  if (options->theme == PIVOT_SHEET_DARK)
    pivot_style_init_dark (&self->style);
  else if (options->theme == PIVOT_SHEET_PRINT)
    init_print (&self->style);
  else
    pivot_style_init_light (&self->style);

  self->style.scale = CLAMP (sqrt (options->width * options->height / USUAL_AREA), 0.5, 12);
}

double
_pivot_sheet_measure (PivotSheet *self,
                      const char *text,
                      double      size,
                      gboolean    bold,
                      double      width)
{
  PivotTextLook look = pivot_lettering_look (&self->style, size);
  double height;

  if (text == NULL || *text == '\0')
    return 0;

  look.bold = bold;
  look.wrap = TRUE;
  look.flush = PIVOT_FLUSH_LEFT;
  look.max_width = width;
  pivot_lettering_measure (self->letters, &look, text, NULL, &height);

  return height;
}

double
_pivot_sheet_write (PivotSheet    *self,
                    cairo_t       *cr,
                    const char    *text,
                    double         size,
                    gboolean       bold,
                    const GdkRGBA *color,
                    double         x,
                    double         y,
                    double         width)
{
  PivotTextLook look = pivot_lettering_look (&self->style, size);
  double height = _pivot_sheet_measure (self, text, size, bold, width);

  if (height == 0)
    return 0;

  look.bold = bold;
  look.wrap = TRUE;
  look.flush = PIVOT_FLUSH_LEFT;
  look.max_width = width;
  pivot_lettering_draw (self->letters, cr, &look, text, x, y, color, NULL);

  return height;
}

static gboolean
has_part (const PivotSheet *self,
          PivotSheetParts   part)
{
  return (self->options.parts & part) != 0;
}

/* What is left of a page while it is filled from above and from below. */
typedef struct
{
  double x, y, width, bottom;
} Room;

/* In the hatched edge of what is assumed, as on the map. */
static void
draw_banner (PivotSheet *self,
             cairo_t    *cr,
             Room       *room)
{
  double scale = self->style.scale, pad = 9 * scale, edge = 4 * scale, height;

  if (self->banner == NULL)
    return;

  height = _pivot_sheet_write (self, cr, self->banner, 1, TRUE, &self->style.foreground, room->x + pad, room->y + pad,
                               room->width - 2 * pad) + 2 * pad;
  cairo_new_path (cr);
  cairo_rectangle (cr, room->x + edge / 2, room->y + edge / 2, room->width - edge, height - edge);
  pivot_hatch_stroke_edge (cr, &self->style, edge);
  room->y += height + GAP * scale;
}

static void
draw_title (PivotSheet *self,
            cairo_t    *cr,
            Room       *room)
{
  const PivotStyle *style = &self->style;
  double scale = style->scale;

  if (!has_part (self, PIVOT_SHEET_TITLE))
    return;

  room->y += _pivot_sheet_write (self, cr, self->title, TITLE_SIZE, TRUE, &style->foreground, room->x, room->y, room->width);
  if (self->subtitle != NULL && *self->subtitle != '\0')
    room->y += 3 * scale + _pivot_sheet_write (self, cr, self->subtitle, SUBTITLE_SIZE, FALSE, &style->dim, room->x,
                                               room->y + 3 * scale, room->width);
  room->y += GAP * scale;
}

static void
draw_legend (PivotSheet *self,
             cairo_t    *cr,
             Room       *room)
{
  double height;

  if (!has_part (self, PIVOT_SHEET_LEGEND) || self->klass->draw_legend == NULL)
    return;

  height = self->klass->measure_legend (self, room->width);
  if (height <= 0)
    return;

  cairo_save (cr);
  cairo_translate (cr, room->x, room->y);
  self->klass->draw_legend (self, cr, room->width);
  cairo_restore (cr);
  room->y += height + GAP * self->style.scale;
}

static void
draw_source (PivotSheet *self,
             cairo_t    *cr,
             Room       *room)
{
  const PivotStyle *style = &self->style;
  double scale = style->scale;

  if (!has_part (self, PIVOT_SHEET_SOURCE) || self->source == NULL || *self->source == '\0')
    return;

  room->bottom -= _pivot_sheet_measure (self, self->source, SMALL_SIZE, FALSE, room->width);
  _pivot_sheet_write (self, cr, self->source, SMALL_SIZE, FALSE, &style->dim, room->x, room->bottom, room->width);
  room->bottom -= 8 * scale;
  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_rectangle (cr, room->x, room->bottom, room->width, MAX (0.5, 0.75 * scale));
  cairo_fill (cr);
  room->bottom -= GAP * scale;
}

static gboolean
has_caption (const PivotSheet *self)
{
  return has_part (self, PIVOT_SHEET_CAPTION) && self->caption != NULL && *self->caption != '\0';
}

static void
draw_caption (PivotSheet *self,
              cairo_t    *cr,
              Room       *room)
{
  if (!has_caption (self))
    return;

  room->bottom -= _pivot_sheet_measure (self, self->caption, CAPTION_SIZE, FALSE, room->width);
  _pivot_sheet_write (self, cr, self->caption, CAPTION_SIZE, FALSE, &self->style.foreground, room->x, room->bottom, room->width);
  room->bottom -= GAP * self->style.scale;
}

/* On a wide page legend and caption stand beside what would not fill its width. */
static gboolean
draw_side (PivotSheet *self,
           cairo_t    *cr,
           Room       *room)
{
  double scale = self->style.scale, height = room->bottom - room->y, gap = 26 * scale, column, y = 0;
  gboolean legend = has_part (self, PIVOT_SHEET_LEGEND);

  if (self->klass->draw_side == NULL || height <= 0 || (!legend && !has_caption (self)))
    return FALSE;

  column = room->width - gap - height * self->klass->max_aspect;
  if (column < -30 * scale)
    return FALSE;

  column = CLAMP (column, 150 * scale, 300 * scale);
  cairo_save (cr);
  cairo_translate (cr, room->x, room->y);
  if (legend)
    y = self->klass->draw_side (self, cr, column) + GAP * scale;
  if (has_caption (self))
    _pivot_sheet_write (self, cr, self->caption, CAPTION_SIZE, FALSE, &self->style.dim, 0, y, column);
  cairo_restore (cr);
  room->x += column + gap;
  room->width -= column + gap;

  return TRUE;
}

static void
draw_around (PivotSheet *self,
             cairo_t    *cr,
             Room       *room)
{
  draw_banner (self, cr, room);
  draw_title (self, cr, room);
  draw_source (self, cr, room);
  if (draw_side (self, cr, room))
    return;

  draw_legend (self, cr, room);
  draw_caption (self, cr, room);
}

/**
 * pivot_sheet_options_init: (skip)
 * @options: (out caller-allocates): options
 *
 * Sets what a sheet is unless something else is asked for.
 */
void
pivot_sheet_options_init (PivotSheetOptions *options)
{
  *options = (PivotSheetOptions) {
    .kind = PIVOT_SHEET_MAP,
    .width = 1280,
    .height = 720,
    .parts = PIVOT_SHEET_ALL_PARTS,
  };
}

/* Whatever parts of a sheet are left out, it does not pass for what the sources say. */
static void
add_banner (PivotSheet   *self,
            PivotSession *session)
{
  g_autofree char *description = NULL;

  self->banner = pivot_present_what_if (session);
  if (self->banner == NULL)
    return;

  if (g_str_has_prefix (self->description, self->banner))
    return;

  description = g_steal_pointer (&self->description);
  self->description = g_strconcat (self->banner, " ", description, NULL);
}

/**
 * pivot_sheet_new: (skip)
 * @session: a session with the view
 * @options: what to show of it, and how
 * @error: return location for an error
 *
 * Makes a sheet of what a session shows.
 *
 * Returns: (transfer full) (nullable): a sheet; %NULL if the view has nothing of that kind
 */
PivotSheet *
pivot_sheet_new (PivotSession             *session,
                 const PivotSheetOptions  *options,
                 GError                  **error)
{
  g_autoptr(PivotSheet) self = NULL;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (pivot_session_get_dataset (session) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("No dataset is open"));
      return NULL;
    }

  self = g_new0 (PivotSheet, 1);
  self->options = *options;
  self->klass = get_class (options->kind);
  self->letters = pivot_lettering_new ();
  init_style (self);
  pivot_lettering_set_font (self->letters, &self->style);
  if (!self->klass->prepare (self, session, error))
    return NULL;
  if (self->title == NULL)
    self->title = g_strdup ("");
  if (self->description == NULL)
    self->description = g_strdup (self->title);
  if (self->klass->supposes)
    add_banner (self, session);
  /* It belongs to the caller. */
  self->options.id = NULL;

  return g_steal_pointer (&self);
}

void
pivot_sheet_free (PivotSheet *self)
{
  g_clear_pointer (&self->paper, _pivot_paper_free);
  g_clear_pointer (&self->letters, pivot_lettering_free);
  g_clear_pointer (&self->banner, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->regions, pivot_regions_unref);
  g_clear_pointer (&self->context, pivot_geometry_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->legend, pivot_legend_free);
  g_clear_pointer (&self->second, pivot_regions_unref);
  g_clear_pointer (&self->second_legend, pivot_legend_free);
  g_clear_pointer (&self->first_title, g_free);
  g_clear_pointer (&self->second_title, g_free);
  g_clear_object (&self->scale);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->plot);
  g_clear_object (&self->rows);
  g_free (self);
}

guint
pivot_sheet_get_n_pages (PivotSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->klass->count_pages != NULL ? self->klass->count_pages (self) : 1;
}

/**
 * pivot_sheet_draw: (skip)
 * @self: a sheet
 * @page: a page, from 0
 * @cr: where to draw, in px from the page's top left corner
 *
 * Draws a page.
 */
void
pivot_sheet_draw (PivotSheet *self,
                  guint       page,
                  cairo_t    *cr)
{
  double scale;
  Room room;

  g_return_if_fail (self != NULL && cr != NULL);

  scale = self->style.scale;
  room = (Room) { MARGIN * scale, (MARGIN - 4) * scale, self->options.width - 2 * MARGIN * scale,
                  self->options.height - (MARGIN - 6) * scale };

  cairo_save (cr);
  if (!self->options.transparent)
    {
      gdk_cairo_set_source_rgba (cr, &self->style.paper);
      cairo_rectangle (cr, 0, 0, self->options.width, self->options.height);
      cairo_fill (cr);
    }

  if (self->klass->draw_page != NULL)
    {
      self->klass->draw_page (self, page, cr);
      cairo_restore (cr);
      return;
    }

  if (!self->klass->whole)
    draw_around (self, cr, &room);
  if (room.bottom - room.y > 1 && room.width > 1)
    {
      /* Some drawings paint all of their ground. */
      cairo_rectangle (cr, room.x, room.y, room.width, room.bottom - room.y);
      cairo_clip (cr);
      cairo_translate (cr, room.x, room.y);
      self->klass->draw (self, cr, room.width, room.bottom - room.y);
    }
  cairo_restore (cr);
}

void
pivot_sheet_get_size (PivotSheet *self,
                      double     *width,
                      double     *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->options.width;
  *height = self->options.height;
}

const char *
pivot_sheet_get_title (PivotSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
pivot_sheet_get_page_title (PivotSheet *self,
                            guint       page,
                            guint      *level)
{
  g_return_val_if_fail (self != NULL && level != NULL, NULL);

  *level = 0;

  return self->klass->get_page_title != NULL ? self->klass->get_page_title (self, page, level) : self->title;
}

const char *
pivot_sheet_get_description (PivotSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

const char *
pivot_sheet_get_source (PivotSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source != NULL ? self->source : "";
}
