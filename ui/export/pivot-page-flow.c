/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-page-flow-private.h"

#include <string.h>

/* Fewer lines of a paragraph are not left behind at the end of a page. */
#define LEAST_LINES 2
#define RULE_WIDTH 0.7

typedef enum { ITEM_TEXT, ITEM_BOX, ITEM_LINE, ITEM_DRAWING } ItemKind;

/* Something on a page, at its place. */
typedef struct
{
  ItemKind          kind;
  guint             page;
  double            x, y, width, height;
  char             *text;
  PivotPageText     look;
  PivotPageDrawFunc draw;
  gpointer          user_data;
} Item;

struct _PivotPageFlow
{
  PivotLettering   *letters;
  const PivotStyle *style;
  PivotPageSize     size;
  GArray           *items;
  guint             page;
  double            y;
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->text);
}

PivotPageFlow *
_pivot_page_flow_new (PivotLettering      *letters,
                      const PivotStyle    *style,
                      const PivotPageSize *size)
{
  PivotPageFlow *self = g_new0 (PivotPageFlow, 1);

  self->letters = letters;
  self->style = style;
  self->size = *size;
  self->y = size->top;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);

  return self;
}

void
_pivot_page_flow_free (PivotPageFlow *self)
{
  g_array_unref (self->items);
  g_free (self);
}

double
_pivot_page_flow_get_width (PivotPageFlow *self)
{
  return self->size.width - self->size.left - self->size.right;
}

guint
_pivot_page_flow_get_n (PivotPageFlow *self)
{
  return self->page + 1;
}

guint
_pivot_page_flow_get_page (PivotPageFlow *self)
{
  return self->page;
}

void
_pivot_page_flow_turn (PivotPageFlow *self)
{
  self->page++;
  self->y = self->size.top;
}

static double
get_left (PivotPageFlow *self)
{
  return self->size.height - self->size.bottom - self->y;
}

gboolean
_pivot_page_flow_need (PivotPageFlow *self,
                       double         height)
{
  if (height <= get_left (self) || self->y <= self->size.top || height > self->size.height - self->size.top - self->size.bottom)
    return FALSE;

  _pivot_page_flow_turn (self);

  return TRUE;
}

void
_pivot_page_flow_go (PivotPageFlow *self,
                     double         height)
{
  self->y += height;
}

void
_pivot_page_flow_skip (PivotPageFlow *self,
                       double         height)
{
  if (self->y > self->size.top)
    self->y += height;
}

static PivotTextLook
get_look (PivotPageFlow       *self,
          const PivotPageText *text)
{
  PivotTextLook look = pivot_lettering_look (self->style, text->size);

  look.bold = text->bold;
  look.wrap = TRUE;
  look.flush = text->flush == PIVOT_FLUSH_CENTER ? PIVOT_FLUSH_LEFT : text->flush;
  look.max_width = text->width > 0 ? text->width : _pivot_page_flow_get_width (self) - text->indent;

  return look;
}

double
_pivot_page_flow_measure (PivotPageFlow       *self,
                          const PivotPageText *look,
                          const char          *text)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);
  PivotTextLook set = get_look (self, look);
  double sum = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      double height;

      pivot_lettering_measure (self->letters, &set, paragraphs[i], NULL, &height);
      sum += height;
    }

  return sum;
}

static void
add (PivotPageFlow *self,
     Item          *item)
{
  item->page = self->page;
  g_array_append_vals (self->items, item, 1);
}

static void
add_text (PivotPageFlow       *self,
          const PivotPageText *look,
          const char          *text,
          gsize                length)
{
  PivotTextLook set = get_look (self, look);
  Item item = { .kind = ITEM_TEXT, .x = self->size.left + look->indent, .y = self->y + look->drop, .width = set.max_width,
                .look = *look };

  item.text = g_strndup (text, length);
  add (self, &item);
}

/* Goes on where the page ends: as many lines as fit are left there. */
static void
write_paragraph (PivotPageFlow       *self,
                 const PivotPageText *look,
                 const char          *text)
{
  PivotTextLook set = get_look (self, look);
  double height, line;

  pivot_lettering_measure (self->letters, &set, "X", NULL, &line);
  while (*text != '\0')
    {
      gsize length = strlen (text);

      pivot_lettering_measure (self->letters, &set, text, NULL, &height);
      if (height > get_left (self))
        {
          gsize fits = get_left (self) >= LEAST_LINES * line ? pivot_lettering_fit (self->letters, &set, text, get_left (self)) : 0;

          if (fits == 0 && self->y > self->size.top)
            {
              _pivot_page_flow_turn (self);
              continue;
            }
          length = fits > 0 ? fits : length;
        }

      add_text (self, look, text, length);
      text += length;
      if (*text != '\0')
        _pivot_page_flow_turn (self);
      else
        self->y += height;
    }
}

void
_pivot_page_flow_write (PivotPageFlow       *self,
                        const PivotPageText *look,
                        const char          *text)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    write_paragraph (self, look, paragraphs[i]);
}

void
_pivot_page_flow_put (PivotPageFlow       *self,
                      const PivotPageText *look,
                      const char          *text)
{
  add_text (self, look, text, strlen (text));
}

void
_pivot_page_flow_rule (PivotPageFlow *self,
                       guint          n,
                       double         gap,
                       double         indent)
{
  for (guint i = 0; i < n; i++)
    {
      Item item = { .kind = ITEM_LINE };

      _pivot_page_flow_need (self, gap);
      self->y += gap;
      item.x = self->size.left + indent;
      item.y = self->y;
      item.width = _pivot_page_flow_get_width (self) - indent;
      add (self, &item);
    }
}

void
_pivot_page_flow_put_box (PivotPageFlow *self,
                          double         x,
                          double         y,
                          double         width,
                          double         height)
{
  Item item = { .kind = height > 0 ? ITEM_BOX : ITEM_LINE, .x = self->size.left + x, .y = self->y + y, .width = width, .height = height };

  add (self, &item);
}

void
_pivot_page_flow_draw_at (PivotPageFlow     *self,
                          double             height,
                          PivotPageDrawFunc  draw,
                          gpointer           user_data)
{
  Item item = { .kind = ITEM_DRAWING, .x = self->size.left, .height = height, .draw = draw, .user_data = user_data };

  _pivot_page_flow_need (self, height);
  item.y = self->y;
  item.width = _pivot_page_flow_get_width (self);
  add (self, &item);
  self->y += height;
}

static void
draw_item (PivotPageFlow *self,
           const Item    *item,
           cairo_t       *cr)
{
  const PivotStyle *style = self->style;
  double line = MAX (0.5, RULE_WIDTH * style->scale);
  PivotTextLook look;

  switch (item->kind)
    {
    case ITEM_TEXT:
      look = get_look (self, &item->look);
      pivot_lettering_draw (self->letters, cr, &look, item->text, item->x, item->y,
                            item->look.dim ? &style->dim : &style->foreground, NULL);
      break;
    case ITEM_BOX:
    case ITEM_LINE:
      gdk_cairo_set_source_rgba (cr, &style->dim);
      cairo_set_line_width (cr, line);
      if (item->kind == ITEM_BOX)
        cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      else
        {
          cairo_move_to (cr, item->x, item->y);
          cairo_line_to (cr, item->x + item->width, item->y);
        }
      cairo_stroke (cr);
      break;
    case ITEM_DRAWING:
    default:
      cairo_save (cr);
      cairo_translate (cr, item->x, item->y);
      item->draw (item->user_data, cr, item->width, item->height);
      cairo_restore (cr);
      break;
    }
}

void
_pivot_page_flow_draw (PivotPageFlow *self,
                       guint          page,
                       cairo_t       *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->page == page)
        draw_item (self, item, cr);
    }
}
