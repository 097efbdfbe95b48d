/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-thumbnails.h"

#include "pivot-lesson-fit.h"
#include "pivot-sheet.h"
#include "pivot-thread.h"

#include <string.h>

#define SCALE 2          /* pixels for one px: letters stay sharp on a fine screen */
#define SHEET_WIDTH 416.0
#define MAX_KEPT 500
#define VIEW_KEY "pivot-thumbnail-view"

/* A picture that is to be drawn. */
typedef struct
{
  PivotDataset *dataset;
  char         *view;
  gboolean      dark;
  GtkWidget    *place;
} Request;

struct _PivotThumbnails
{
  GObject       parent_instance;

  PivotSession *session;
  PivotTheme   *theme;
  GHashTable   *kept;      /* view → GdkTexture */
  GQueue        requests;
  GCancellable *cancellable;
  gboolean      drawing;   /* the first request is with the worker */
};

G_DEFINE_FINAL_TYPE (PivotThumbnails, pivot_thumbnails, G_TYPE_OBJECT)

static void draw_next (PivotThumbnails *self);

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->dataset);
  g_free (request->view);
  g_object_unref (request->place);
  g_free (request);
}

/* ---- In the worker ---- */

static GdkTexture *
draw (PivotSheet *sheet)
{
  double scale = (double) (PIVOT_THUMBNAIL_WIDTH * SCALE) / SHEET_WIDTH;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PIVOT_THUMBNAIL_WIDTH * SCALE,
                                                         PIVOT_THUMBNAIL_HEIGHT * SCALE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, scale, scale);
  pivot_sheet_draw (sheet, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * PIVOT_THUMBNAIL_HEIGHT * SCALE);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (PIVOT_THUMBNAIL_WIDTH * SCALE, PIVOT_THUMBNAIL_HEIGHT * SCALE, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(PivotSheet) sheet = NULL;
  g_autofree char *view = pivot_lesson_fit_view (request->dataset, request->view, NULL);
  PivotSheetOptions options;

  pivot_session_set_dataset (session, request->dataset);
  pivot_session_apply_json (session, view, FALSE, NULL);
  pivot_sheet_options_init (&options);
  if (pivot_sheet_choose_for_view (session, &options))
    {
      options.width = SHEET_WIDTH;
      options.height = SHEET_WIDTH * PIVOT_THUMBNAIL_HEIGHT / PIVOT_THUMBNAIL_WIDTH;
      options.theme = request->dark ? PIVOT_SHEET_DARK : PIVOT_SHEET_LIGHT;
      options.parts = 0;
      sheet = pivot_sheet_new (session, &options, NULL);
    }

  g_task_return_pointer (task, sheet != NULL ? draw (sheet) : NULL, g_object_unref);
}

/* ---- Here ---- */

/* Of what there is no picture. */
static const char *
get_icon (PivotThumbnails *self,
          const char      *view)
{
  if (strstr (view, "\"page\":\"data\"") != NULL)
    return "x-office-spreadsheet-symbolic";
  if (strstr (view, "\"page\":\"firms\"") != NULL)
    return "view-list-symbolic";

  return "x-office-presentation-symbolic";
}

/* A texture has more pixels than the place has px. */
static GdkPaintable *
make_paintable (GdkTexture *texture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, PIVOT_THUMBNAIL_WIDTH, PIVOT_THUMBNAIL_HEIGHT);

  gtk_snapshot_append_texture (snapshot, texture, &bounds);

  return gtk_snapshot_free_to_paintable (snapshot, &bounds.size);
}

static void
show (PivotThumbnails *self,
      GtkWidget       *place,
      const char      *view,
      GdkTexture      *texture)
{
  g_autoptr(GdkPaintable) paintable = NULL;
  GtkStack *stack = GTK_STACK (place);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (place), VIEW_KEY), view) != 0)
    return;

  if (texture != NULL)
    {
      paintable = make_paintable (texture);
      gtk_picture_set_paintable (GTK_PICTURE (gtk_stack_get_child_by_name (stack, "picture")), paintable);
      gtk_stack_set_visible_child_name (stack, "picture");
    }
  else
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (gtk_stack_get_child_by_name (stack, "icon")), get_icon (self, view));
      gtk_stack_set_visible_child_name (stack, "icon");
    }
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      unused)
{
  PivotThumbnails *self = PIVOT_THUMBNAILS (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);
  const Request *request = g_task_get_task_data (G_TASK (result));

  self->drawing = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (request->dataset == pivot_session_get_dataset (self->session) && request->dark == pivot_theme_get_dark (self->theme))
    {
      if (g_hash_table_size (self->kept) >= MAX_KEPT)
        g_hash_table_remove_all (self->kept);
      if (texture != NULL)
        g_hash_table_insert (self->kept, g_strdup (request->view), g_object_ref (texture));
    }
  show (self, request->place, request->view, texture);
  draw_next (self);
}

static void
draw_next (PivotThumbnails *self)
{
  Request *request;
  g_autoptr(GTask) task = NULL;

  if (self->drawing)
    return;

  /* Rows that are gone by now need none. */
  while ((request = g_queue_pop_head (&self->requests)) != NULL && gtk_widget_get_root (request->place) == NULL)
    request_free (request);
  if (request == NULL)
    return;

  self->drawing = TRUE;
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_source_tag (task, draw_next);
  g_task_set_task_data (task, request, request_free);
  pivot_run_in_thread (task, draw_in_thread);
}

static gboolean
draw_next_cb (gpointer user_data)
{
  PivotThumbnails *self = PIVOT_THUMBNAILS (user_data);

  if (!g_cancellable_is_cancelled (self->cancellable))
    draw_next (self);

  return G_SOURCE_REMOVE;
}

static void
forget (PivotThumbnails *self)
{
  g_hash_table_remove_all (self->kept);
}

static void
pivot_thumbnails_dispose (GObject *object)
{
  PivotThumbnails *self = PIVOT_THUMBNAILS (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->requests, request_free);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);

  G_OBJECT_CLASS (pivot_thumbnails_parent_class)->dispose (object);
}

static void
pivot_thumbnails_finalize (GObject *object)
{
  PivotThumbnails *self = PIVOT_THUMBNAILS (object);

  g_hash_table_unref (self->kept);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (pivot_thumbnails_parent_class)->finalize (object);
}

static void
pivot_thumbnails_class_init (PivotThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pivot_thumbnails_dispose;
  G_OBJECT_CLASS (klass)->finalize = pivot_thumbnails_finalize;
}

static void
pivot_thumbnails_init (PivotThumbnails *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->requests);
}

/**
 * pivot_thumbnails_new:
 * @session: whose dataset the views are shown with
 * @theme: says light or dark
 *
 * Returns: (transfer full): a store of small pictures
 */
PivotThumbnails *
pivot_thumbnails_new (PivotSession *session,
                      PivotTheme   *theme)
{
  PivotThumbnails *self;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);
  g_return_val_if_fail (PIVOT_IS_THEME (theme), NULL);

  self = g_object_new (PIVOT_TYPE_THUMBNAILS, NULL);
  self->session = g_object_ref (session);
  self->theme = g_object_ref (theme);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (theme, "notify::dark", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * pivot_thumbnails_new_place:
 *
 * Returns: (transfer floating): a place for a small picture
 */
GtkWidget *
pivot_thumbnails_new_place (void)
{
  GtkWidget *place = gtk_stack_new (), *picture = gtk_picture_new (), *icon = gtk_image_new ();

  /* What it shows is said in words beside it. */
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  gtk_stack_add_named (GTK_STACK (place), picture, "picture");
  gtk_stack_add_named (GTK_STACK (place), icon, "icon");
  gtk_widget_set_size_request (place, PIVOT_THUMBNAIL_WIDTH, PIVOT_THUMBNAIL_HEIGHT);
  gtk_widget_set_valign (place, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (place, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (place, "step-picture");

  return place;
}

/**
 * pivot_thumbnails_show:
 * @self: a store
 * @place: where to show it
 * @view: view JSON
 *
 * Shows a small picture of a view.
 */
void
pivot_thumbnails_show (PivotThumbnails *self,
                       GtkWidget       *place,
                       const char      *view)
{
  PivotDataset *dataset;
  GdkTexture *texture;
  Request *request;

  g_return_if_fail (PIVOT_IS_THUMBNAILS (self));
  g_return_if_fail (GTK_IS_STACK (place));
  g_return_if_fail (view != NULL);

  g_object_set_data_full (G_OBJECT (place), VIEW_KEY, g_strdup (view), g_free);
  dataset = pivot_session_get_dataset (self->session);
  texture = g_hash_table_lookup (self->kept, view);
  if (texture != NULL || dataset == NULL)
    {
      show (self, place, view, texture);
      return;
    }

  request = g_new0 (Request, 1);
  request->dataset = g_object_ref (dataset);
  request->view = g_strdup (view);
  request->dark = pivot_theme_get_dark (self->theme);
  request->place = g_object_ref (place);
  g_queue_push_tail (&self->requests, request);
  /* The place is not in a window yet, as often as not. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_next_cb, g_object_ref (self), g_object_unref);
}
