/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-paper-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-present.h"
#include "pivot-session-options.h"

/* In px at scale 1. */
#define LINE_GAP 25.0
#define QUESTION_GAP 13.0
#define FIELD_HEIGHT 22.0
#define BOX 9.0
#define CHOICE_GAP 26.0
#define MAP_HEIGHT 0.68        /* of the width */

/* The pages that pupils get, and what they share with the key. */

void
_pivot_paper_write (PivotPaper *self,
                    const char *text,
                    double      size,
                    gboolean    bold,
                    gboolean    dim,
                    double      indent)
{
  const PivotPageText look = { .size = size, .bold = bold, .dim = dim, .indent = indent };

  if (text != NULL && *text != '\0')
    _pivot_page_flow_write (self->flow, &look, text);
}

static void
draw_map (PivotPaper   *self,
          PivotRegions *regions,
          gboolean      labels,
          cairo_t      *cr,
          double        width,
          double        height)
{
  const PivotStyle *style = &self->sheet->style;
  double line = MAX (0.5, 0.6 * style->scale);

  _pivot_sheet_draw_map (self->sheet, regions, labels, cr, width, height);
  gdk_cairo_set_source_rgba (cr, &style->axis);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, line / 2, line / 2, width - line, height - line);
  cairo_stroke (cr);
}

static void
draw_blank (gpointer  user_data,
            cairo_t  *cr,
            double    width,
            double    height)
{
  PivotPaper *self = user_data;

  draw_map (self, self->blank, self->has_names, cr, width, height);
}

static void
draw_coloured (gpointer  user_data,
               cairo_t  *cr,
               double    width,
               double    height)
{
  PivotPaper *self = user_data;

  draw_map (self, self->sheet->regions, TRUE, cr, width, height);
}

void
_pivot_paper_add_map (PivotPaper *self,
                      double      height,
                      gboolean    coloured)
{
  _pivot_page_flow_draw_at (self->flow, height, coloured ? draw_coloured : draw_blank, self);
}

static void
draw_given (gpointer  user_data,
            cairo_t  *cr,
            double    width,
            double    height)
{
  PivotPaper *self = user_data;

  self->sheet->legend = self->given;
  _pivot_sheet_draw_classes (self->sheet, cr, width);
  self->sheet->legend = NULL;
}

/* Boxes to colour; to be written on where the limits are asked for, too. */
static void
draw_open (gpointer  user_data,
           cairo_t  *cr,
           double    width,
           double    height)
{
  PivotPaper *self = user_data;
  PivotLegend open = *self->given;
  const char *word = pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_LEGEND);
  char line[] = "________";

  for (guint i = 0; i < open.n_classes; i++)
    {
      open.classes[i].color = (GdkRGBA) { 1, 1, 1, 1 };
      open.classes[i].hatching = (PivotHatching) { 0 };
      if (g_str_equal (word, "blank"))
        open.classes[i].text = line;
    }
  if (g_str_equal (word, "blank"))
    open.midpoint = -1;

  self->sheet->legend = &open;
  _pivot_sheet_draw_classes (self->sheet, cr, width);
  self->sheet->legend = NULL;
}

void
_pivot_paper_add_legend (PivotPaper *self,
                         gboolean    given)
{
  double height, width = _pivot_page_flow_get_width (self->flow);

  if (self->given == NULL)
    return;

  self->sheet->legend = self->given;
  height = _pivot_sheet_measure_classes (self->sheet, width);
  self->sheet->legend = NULL;
  _pivot_page_flow_draw_at (self->flow, height, given ? draw_given : draw_open, self);
}

static double
measure_line (PivotPaper *self,
              const char *text,
              double      size)
{
  PivotTextLook look = pivot_lettering_look (&self->sheet->style, size);
  double height;

  pivot_lettering_measure (self->sheet->letters, &look, text, NULL, &height);

  return height;
}

void
_pivot_paper_begin_item (PivotPaper *self,
                         guint       number,
                         const char *beside,
                         double      size,
                         double      height)
{
  PivotPageText look = { .size = size, .bold = TRUE, .width = PIVOT_PAPER_INDENT * self->sheet->style.scale };
  /* Translators: number of a question. */
  g_autofree char *text = g_strdup_printf (C_("question", "%u."), number);

  /* Lines of Chinese are higher, and what stands beside them has the same ground. */
  look.drop = MAX (measure_line (self, beside, size) - measure_line (self, text, size), 0);
  _pivot_page_flow_skip (self->flow, QUESTION_GAP * self->sheet->style.scale);
  _pivot_page_flow_need (self->flow, height);
  _pivot_page_flow_put (self->flow, &look, text);
}

static const char *
get_level_title (PivotLevel level)
{
  switch (level)
    {
    case PIVOT_LEVEL_FIND:
      /* Translators: heading over the easiest questions. */
      return _("Find and read");
    case PIVOT_LEVEL_COMPARE:
      /* Translators: heading over questions. */
      return _("Compare and order");
    case PIVOT_LEVEL_EXPLAIN:
    case PIVOT_N_LEVELS:
    default:
      /* Translators: heading over the hardest questions. */
      return _("Reason and explain");
    }
}

/* The pupil's pages */

/* Name, class and date, each with a line to write on. */
static void
add_fields (PivotPaper *self)
{
  /* Translators: fields at the top of a worksheet; "class" is that of a school. */
  const char *names[] = { C_("worksheet", "Name"), C_("worksheet", "Class"), C_("worksheet", "Date") };
  const double shares[] = { 0.52, 0.22, 0.26 };
  double scale = self->sheet->style.scale, width = _pivot_page_flow_get_width (self->flow), x = 0;
  double gap = 16 * scale, height = FIELD_HEIGHT * scale;
  PivotTextLook look = pivot_lettering_look (&self->sheet->style, PIVOT_PAPER_SMALL);

  _pivot_page_flow_skip (self->flow, 10 * scale);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double end = x + width * shares[i] - (i + 1 < G_N_ELEMENTS (names) ? gap : 0), name_width, name_height;
      PivotPageText text = { .size = PIVOT_PAPER_SMALL, .dim = TRUE, .indent = x };

      pivot_lettering_measure (self->sheet->letters, &look, names[i], &name_width, &name_height);
      text.width = name_width + 1;
      _pivot_page_flow_put (self->flow, &text, names[i]);
      _pivot_page_flow_put_box (self->flow, x + name_width + 6 * scale, name_height, end - x - name_width - 6 * scale, 0);
      x += width * shares[i];
    }
  _pivot_page_flow_go (self->flow, height);
}

static const char *
get_task (PivotPaper *self)
{
  const char *legend = pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_LEGEND);

  if (g_str_equal (legend, "blank"))
    return _("Choose classes, write their limits and your colours into the legend, and colour the map.");
  if (g_str_equal (legend, "limits"))
    return _("Choose a colour for each class, enter it in the legend, and colour the map.");

  return _("Colour the map by the legend.");
}

static void
add_task (PivotPaper *self)
{
  gboolean printed = g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_NUMBERS), "printed");
  double scale = self->sheet->style.scale;
  GString *text = g_string_new (get_task (self));

  /* Translators: the space stands between two sentences; some languages have none. */
  g_string_append (text, C_("between sentences", " "));
  g_string_append (text, printed ? _("The numbers stand below.") : _("Look up the numbers in Pivot Explorer."));
  if (self->given != NULL && self->given->n_missing > 0)
    {
      g_string_append (text, C_("between sentences", " "));
      g_string_append (text, _("Hatched places have no value: they stay as they are."));
    }
  _pivot_page_flow_skip (self->flow, 8 * scale);
  _pivot_paper_write (self, text->str, PIVOT_PAPER_TEXT, FALSE, FALSE, 0);
  g_string_free (text, TRUE);
}

/* How choices stand: side by side, as many as fit. */
typedef struct
{
  guint  n;
  guint  n_columns;
  double column;    /* from one to the next */
  double text;      /* width of a text */
  double box;       /* from the box to the text */
} Choices;

static void
lay_out_choices (PivotPaper         *self,
                 const char * const *texts,
                 Choices            *choices)
{
  double scale = self->sheet->style.scale, widest = 0;
  double width = _pivot_page_flow_get_width (self->flow) - PIVOT_PAPER_INDENT * scale;
  PivotTextLook look = pivot_lettering_look (&self->sheet->style, PIVOT_PAPER_TEXT);

  *choices = (Choices) { .n = g_strv_length ((char **) texts), .box = (BOX + 7) * scale };
  for (guint i = 0; i < choices->n; i++)
    {
      double text;

      pivot_lettering_measure (self->sheet->letters, &look, texts[i], &text, NULL);
      widest = MAX (widest, text);
    }
  choices->column = widest + choices->box + CHOICE_GAP * scale;
  choices->n_columns = CLAMP ((guint) ((width + CHOICE_GAP * scale) / choices->column), 1, MAX (choices->n, 1));
  choices->text = choices->n_columns > 1 ? widest + 1 : width - choices->box;
}

/* A box to tick, or a dash where there is nothing to be chosen. */
static void
put_choice (PivotPaper    *self,
            const Choices *choices,
            const char    *text,
            gboolean       is_choice,
            double         x)
{
  double scale = self->sheet->style.scale;
  PivotPageText look = { .size = PIVOT_PAPER_TEXT, .width = choices->text, .indent = x };

  if (is_choice)
    _pivot_page_flow_put_box (self->flow, x, measure_line (self, text, PIVOT_PAPER_TEXT) - (BOX + 3.6) * scale, BOX * scale, BOX * scale);
  else
    _pivot_page_flow_put (self->flow, &look, "–");
  look.indent = x + choices->box;
  _pivot_page_flow_put (self->flow, &look, text);
}

/* Gives their height, and writes them if that is asked for. */
static double
add_choices (PivotPaper    *self,
             PivotQuestion *question,
             gboolean       write)
{
  const char * const *texts = pivot_question_get_choices (question);
  double scale = self->sheet->style.scale, sum = 0;
  Choices choices;

  lay_out_choices (self, texts, &choices);
  for (guint i = 0; i < choices.n; i += choices.n_columns)
    {
      const PivotPageText look = { .size = PIVOT_PAPER_TEXT, .width = choices.text };
      double height = _pivot_page_flow_measure (self->flow, &look, texts[i]) + 4 * scale;

      sum += height;
      if (!write)
        continue;

      _pivot_page_flow_need (self->flow, height);
      for (guint k = i; k < MIN (i + choices.n_columns, choices.n); k++)
        put_choice (self, &choices, texts[k], pivot_question_get_is_choice (question),
                    PIVOT_PAPER_INDENT * scale + (k - i) * choices.column);
      _pivot_page_flow_go (self->flow, height);
    }

  return sum;
}

static double
measure_question (PivotPaper    *self,
                  PivotQuestion *question)
{
  double scale = self->sheet->style.scale;
  const PivotPageText look = { .size = PIVOT_PAPER_TEXT, .indent = PIVOT_PAPER_INDENT * scale };

  return _pivot_page_flow_measure (self->flow, &look, pivot_question_get_text (question)) + 5 * scale +
         add_choices (self, question, FALSE) + pivot_question_get_lines (question) * LINE_GAP * scale;
}

static void
add_question (PivotPaper    *self,
              PivotQuestion *question,
              guint          number)
{
  double scale = self->sheet->style.scale, indent = PIVOT_PAPER_INDENT * scale;
  const PivotPageText look = { .size = PIVOT_PAPER_TEXT, .indent = indent };

  _pivot_paper_begin_item (self, number, pivot_question_get_text (question), PIVOT_PAPER_TEXT, measure_question (self, question));
  _pivot_page_flow_write (self->flow, &look, pivot_question_get_text (question));
  _pivot_page_flow_skip (self->flow, 5 * scale);
  add_choices (self, question, TRUE);
  _pivot_page_flow_rule (self->flow, pivot_question_get_lines (question), LINE_GAP * scale, indent);
}

/* A heading is not left alone at the end of a page: the first question stands below it. */
static void
add_level (PivotPaper    *self,
           PivotQuestion *first)
{
  double scale = self->sheet->style.scale;

  _pivot_page_flow_skip (self->flow, 20 * scale);
  _pivot_page_flow_need (self->flow, (24 + QUESTION_GAP) * scale + measure_question (self, first));
  _pivot_paper_write (self, get_level_title (pivot_question_get_level (first)), PIVOT_PAPER_HEADING, TRUE, FALSE, 0);
}

static void
add_questions (PivotPaper *self)
{
  guint n = pivot_worksheet_get_n (self->questions);

  for (guint i = 0; i < n; i++)
    {
      PivotQuestion *question = pivot_worksheet_get_question (self->questions, i);

      if (i == 0 || pivot_question_get_level (question) !=
                      pivot_question_get_level (pivot_worksheet_get_question (self->questions, i - 1)))
        add_level (self, question);
      add_question (self, question, i + 1);
    }
  if (n == 0)
    _pivot_paper_write (self, _("The data give no questions for this view."), PIVOT_PAPER_TEXT, FALSE, TRUE, 0);
}

void
_pivot_paper_add_pupil (PivotPaper *self)
{
  double scale = self->sheet->style.scale, width = _pivot_page_flow_get_width (self->flow);
  g_autofree char *subtitle = _pivot_sheet_make_subtitle (self->session);
  const char *legend = pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_LEGEND);

  _pivot_paper_write (self, pivot_text_get (pivot_measure_get_label (pivot_session_get_measure (self->session))), PIVOT_PAPER_TITLE, TRUE,
                      FALSE, 0);
  _pivot_paper_write (self, subtitle, PIVOT_PAPER_TEXT, FALSE, TRUE, 0);
  add_fields (self);
  add_task (self);
  _pivot_page_flow_skip (self->flow, 8 * scale);
  _pivot_paper_add_map (self, width * MAP_HEIGHT, FALSE);
  _pivot_page_flow_skip (self->flow, 12 * scale);
  _pivot_paper_add_legend (self, g_str_equal (legend, "given"));
  if (g_str_equal (pivot_session_get_word (self->session, PIVOT_OPTION_WORKSHEET_NUMBERS), "printed"))
    _pivot_paper_add_numbers (self);
  add_questions (self);
}
