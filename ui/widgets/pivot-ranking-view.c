/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-ranking-view.h"

#include "pivot-present.h"
#include "pivot-ranking-row.h"
#include "pivot-session-selection.h"
#include "pivot-updater.h"

#include <glib/gi18n-lib.h>

/* Longer names are cut, so that there is room for bars. */
#define MAX_NAME_CHARS 16

enum
{
  DIRTY_ROWS = 1 << 0,
  DIRTY_FOCUS = 1 << 1,
};

/* The list holds PivotRankRow, and one GtkStringObject as the heading above those without a value. */
struct _PivotRankingView
{
  GtkWidget              parent_instance;

  PivotSession          *session;
  PivotStyle             style;
  PivotUpdater           updater;
  PivotSessionSelection *selection;
  PivotRankingColumns    columns;
  GHashTable            *rows;      /* index of a place → its PivotRankingRow, while it is bound */
  int                    hovered;   /* the place whose row is marked */

  GtkLabel              *title_label;
  GtkLabel              *coverage_label;
  GtkListView           *list;
};

G_DEFINE_FINAL_TYPE (PivotRankingView, pivot_ranking_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static guint
get_place (gpointer item)
{
  return PIVOT_IS_RANK_ROW (item) ? pivot_rank_row_get_place (item) : G_MAXUINT;
}

/* The list's own widget of an item is what has the background, so that is what is marked. */
static void
mark_hovered (GtkWidget *row,
              gboolean   hovered)
{
  GtkWidget *parent = row != NULL ? gtk_widget_get_parent (row) : NULL;

  if (parent == NULL)
    return;

  if (hovered)
    gtk_widget_add_css_class (parent, "hovered");
  else
    gtk_widget_remove_css_class (parent, "hovered");
}

static gboolean
is_marked (PivotRankingView *self,
           int               place)
{
  return place >= 0 && (place == self->hovered || pivot_present_place_is_lit (self->session, place));
}

/* Rows */

/* GTK 4.8 gives a row no name of its own, and a screen reader would say nothing where the keyboard is. */
static void
name_row (GtkWidget  *row,
          const char *name)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_place (GtkWidget    *row,
            PivotRankRow *place)
{
  g_autoptr(GString) name = g_string_new (NULL);

  g_string_append_printf (name, C_("card", "%1$s: %2$s"), pivot_rank_row_get_name (place), pivot_rank_row_get_text (place));
  if (pivot_rank_row_get_rank (place) > 0)
    {
      g_autofree char *rank = g_strdup_printf ("%u", pivot_rank_row_get_rank (place));

      g_string_append (name, C_("list separator", ", "));
      g_string_append_printf (name, _("rank %s"), rank);
    }

  name_row (row, name->str);
}

static void
setup_cb (PivotRankingView *self,
          GtkListItem      *item)
{
  gtk_list_item_set_child (item, pivot_ranking_row_new ());
}

static void
bind_cb (PivotRankingView *self,
         GtkListItem      *item)
{
  PivotRankingRow *row = PIVOT_RANKING_ROW (gtk_list_item_get_child (item));
  gpointer object = gtk_list_item_get_item (item);
  gboolean is_place = PIVOT_IS_RANK_ROW (object);
  int place;

  gtk_list_item_set_selectable (item, is_place);
  gtk_list_item_set_activatable (item, is_place);
  if (!is_place)
    {
      pivot_ranking_row_show_head (row, gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
      name_row (GTK_WIDGET (row), gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
      mark_hovered (GTK_WIDGET (row), FALSE);
      return;
    }

  pivot_ranking_row_show_rank (row, object, &self->columns, &self->style);
  name_place (GTK_WIDGET (row), object);
  place = pivot_ranking_row_get_place (row);
  g_hash_table_insert (self->rows, GINT_TO_POINTER (place), row);
  mark_hovered (GTK_WIDGET (row), is_marked (self, place));
}

static void
unbind_cb (PivotRankingView *self,
           GtkListItem      *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  gpointer place;

  if (row == NULL || self->rows == NULL)
    return;

  place = GINT_TO_POINTER (pivot_ranking_row_get_place (PIVOT_RANKING_ROW (row)));
  if (g_hash_table_lookup (self->rows, place) == row)
    g_hash_table_remove (self->rows, place);
  mark_hovered (row, FALSE);
}

static GtkListItemFactory *
new_factory (PivotRankingView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

/* Following the session */

/* How many digits wide a text is: a Chinese character takes two. */
static int
count_chars (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n;
}

static int
count_digits (guint number)
{
  int n = 1;

  while (number >= 10)
    {
      number /= 10;
      n++;
    }

  return n;
}

static void
measure_columns (PivotRankingView *self,
                 GListModel       *ranking)
{
  guint n = g_list_model_get_n_items (ranking);

  self->columns = (PivotRankingColumns) { 1, 4, 4 };
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PivotRankRow) row = g_list_model_get_item (ranking, i);

      self->columns.rank_chars = MAX (self->columns.rank_chars, count_digits (pivot_rank_row_get_rank (row)));
      self->columns.name_chars = MAX (self->columns.name_chars, count_chars (pivot_rank_row_get_name (row)));
      self->columns.text_chars = MAX (self->columns.text_chars, count_chars (pivot_rank_row_get_text (row)));
    }
  self->columns.name_chars = MIN (self->columns.name_chars, MAX_NAME_CHARS);
}

/* The rows, with a heading before the first place without a value. */
static GListModel *
add_head (GListModel *ranking,
          guint      *n_values)
{
  guint n = g_list_model_get_n_items (ranking);
  GListStore *store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GPtrArray) items = g_ptr_array_new_full (n + 1, g_object_unref);

  *n_values = 0;
  for (guint i = 0; i < n; i++)
    {
      PivotRankRow *row = g_list_model_get_item (ranking, i);

      if (!pivot_rank_row_is_missing (row))
        *n_values += 1;
      else if (i == *n_values)
        {
          guint n_missing = n - i;
          /* Translators: heading above the places without a value: how many. */
          g_autofree char *text = g_strdup_printf (_("No data (%u)"), n_missing);

          g_ptr_array_add (items, gtk_string_object_new (text));
        }
      g_ptr_array_add (items, row);
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (store);
}

static void
update_titles (PivotRankingView *self,
               guint             n_values,
               guint             n_places)
{
  PivotMeasure *measure = pivot_session_get_measure (self->session);
  g_autofree char *title = measure != NULL ? pivot_present_measure_title (measure) : NULL;
  /* Translators: how many places have a value, of how many. */
  g_autofree char *coverage = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u place", "%1$u of %2$u places",
                                                            n_places), n_values, n_places);

  gtk_label_set_text (self->title_label, title != NULL ? title : "");
  gtk_label_set_text (self->coverage_label, measure != NULL ? coverage : "");
}

static void
update_rows (PivotRankingView *self)
{
  g_autoptr(GListModel) ranking = pivot_present_ranking (self->session, &self->style);
  g_autoptr(GListModel) model = NULL;
  guint n_values;

  model = add_head (ranking, &n_values);
  measure_columns (self, ranking);
  pivot_session_selection_set_model (self->selection, model);
  update_titles (self, n_values, g_list_model_get_n_items (ranking));
}

/* A row already in view stays where it is, so a click in the list itself never moves it. */
static void
scroll_to_focus (PivotRankingView *self)
{
  int focus = pivot_session_get_focus (self->session);
  guint position;

  if (focus < 0)
    return;

  position = pivot_session_selection_find (self->selection, (guint) focus);
  if (position != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
update_cb (GtkWidget *widget,
           guint      dirty)
{
  PivotRankingView *self = PIVOT_RANKING_VIEW (widget);

  if (self->session == NULL)
    return;

  if (dirty & DIRTY_ROWS)
    update_rows (self);
  scroll_to_focus (self);
}

static void
rows_cb (PivotRankingView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_ROWS);
}

/* Rows of the last dataset must not be asked for places of the next. */
static void
dataset_cb (PivotRankingView *self)
{
  pivot_session_selection_set_model (self->selection, NULL);
  rows_cb (self);
}

static void
focus_cb (PivotRankingView *self)
{
  pivot_updater_mark (&self->updater, DIRTY_FOCUS);
}

static void
hovered_cb (PivotRankingView *self)
{
  int hovered = pivot_session_get_hovered (self->session);
  int last;

  if (hovered == self->hovered)
    return;

  last = self->hovered;
  self->hovered = hovered;
  mark_hovered (g_hash_table_lookup (self->rows, GINT_TO_POINTER (last)), is_marked (self, last));
  mark_hovered (g_hash_table_lookup (self->rows, GINT_TO_POINTER (hovered)), is_marked (self, hovered));
}

static void
hovered_class_cb (PivotRankingView *self)
{
  GHashTableIter iter;
  gpointer place, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &place, &row))
    mark_hovered (row, is_marked (self, GPOINTER_TO_INT (place)));
}

/* Pointer: one controller for the whole list, since rows have borders that are not theirs. */

static int
find_place_at (PivotRankingView *self,
               double            x,
               double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list))
    widget = gtk_widget_get_parent (widget);
  row = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;

  return PIVOT_IS_RANKING_ROW (row) ? pivot_ranking_row_get_place (PIVOT_RANKING_ROW (row)) : -1;
}

static void
motion_cb (PivotRankingView *self,
           double            x,
           double            y)
{
  if (self->session != NULL)
    pivot_session_set_hovered (self->session, find_place_at (self, x, y));
}

static void
leave_cb (PivotRankingView *self)
{
  if (self->session != NULL)
    pivot_session_set_hovered (self->session, -1);
}

static void
drop_session (PivotRankingView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
}

static void
pivot_ranking_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PIVOT_RANKING_VIEW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_ranking_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      pivot_ranking_view_set_session (PIVOT_RANKING_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_ranking_view_dispose (GObject *object)
{
  PivotRankingView *self = PIVOT_RANKING_VIEW (object);
  GtkWidget *child;

  pivot_updater_clear (&self->updater);
  drop_session (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIVOT_TYPE_RANKING_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (pivot_ranking_view_parent_class)->dispose (object);
}

static void
pivot_ranking_view_class_init (PivotRankingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pivot_ranking_view_dispose;
  object_class->get_property = pivot_ranking_view_get_property;
  object_class->set_property = pivot_ranking_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PIVOT_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pivot/Explorer/ui/pivot-ranking-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PivotRankingView, title_label);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingView, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, PivotRankingView, list);
}

static void
pivot_ranking_view_init (PivotRankingView *self)
{
  g_autoptr(GtkListItemFactory) factory = NULL;
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hovered = -1;
  self->rows = g_hash_table_new (NULL, NULL);
  pivot_style_init_light (&self->style);
  gtk_widget_init_template (GTK_WIDGET (self));
  pivot_updater_init (&self->updater, GTK_WIDGET (self), update_cb);

  factory = new_factory (self);
  gtk_list_view_set_factory (self->list, factory);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), motion);
}

/**
 * pivot_ranking_view_get_session: (attributes org.gtk.Method.get_property=session)
 * @self: a ranking
 *
 * Gets the session whose measure it ranks by.
 *
 * Returns: (transfer none) (nullable): the session
 */
PivotSession *
pivot_ranking_view_get_session (PivotRankingView *self)
{
  g_return_val_if_fail (PIVOT_IS_RANKING_VIEW (self), NULL);

  return self->session;
}

static void
follow_session (PivotRankingView *self)
{
  static const char * const shown[] = {
    "notify::measure", "notify::method", "notify::classes", "notify::breaks", "notify::palette", "notify::reversed",
    "notify::against", "notify::options",
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_swapped (self->session, shown[i], G_CALLBACK (rows_cb), self);
  g_signal_connect_swapped (self->session, "notify::dataset", G_CALLBACK (dataset_cb), self);
  g_signal_connect_swapped (self->session, "notify::hovered", G_CALLBACK (hovered_cb), self);
  g_signal_connect_swapped (self->session, "notify::hovered-class", G_CALLBACK (hovered_class_cb), self);
  g_signal_connect_swapped (self->session, "notify::focus", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (self->session, "selection-changed", G_CALLBACK (focus_cb), self);
}

/**
 * pivot_ranking_view_set_session: (attributes org.gtk.Method.set_property=session)
 * @self: a ranking
 * @session: (nullable): a session
 *
 * Sets the session whose measure it ranks by.
 */
void
pivot_ranking_view_set_session (PivotRankingView *self,
                                PivotSession     *session)
{
  g_return_if_fail (PIVOT_IS_RANKING_VIEW (self));
  g_return_if_fail (session == NULL || PIVOT_IS_SESSION (session));

  if (self->session == session)
    return;

  drop_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      self->selection = pivot_session_selection_new (NULL, session, get_place);
      gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
      follow_session (self);
      rows_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * pivot_ranking_view_set_style:
 * @self: a ranking
 * @style: how the map is drawn; copied
 *
 * Sets the style, light or dark.
 */
void
pivot_ranking_view_set_style (PivotRankingView *self,
                              const PivotStyle *style)
{
  g_return_if_fail (PIVOT_IS_RANKING_VIEW (self));
  g_return_if_fail (style != NULL);

  self->style = *style;
  rows_cb (self);
}
