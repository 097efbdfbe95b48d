/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-opener.h"

#include "pivot-dataset-loader.h"

struct _PivotOpener
{
  GObject       parent_instance;

  GCancellable *cancellable;   /* of the load under way, or NULL */
  double        progress;
};

G_DEFINE_FINAL_TYPE (PivotOpener, pivot_opener, G_TYPE_OBJECT)

enum { PROP_0, PROP_BUSY, PROP_PROGRESS, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { OPENED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One load, from the asking to the answer. It holds the opener, which may be asked for another folder meanwhile. */
typedef struct
{
  PivotOpener  *opener;
  GFile        *folder;
  GCancellable *cancellable;
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->opener);
  g_clear_object (&load->folder);
  g_clear_object (&load->cancellable);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
set_progress (PivotOpener *self,
              double       progress)
{
  if (self->progress == progress)
    return;

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Load *load = user_data;

  if (load->opener->cancellable == load->cancellable)
    set_progress (load->opener, fraction);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotDataset) dataset = pivot_dataset_loader_load_finish (result, &problems, &error);
  PivotOpener *self = load->opener;

  /* Another folder was asked for since, or nobody wants this one any more. */
  if (self->cancellable != load->cancellable)
    return;

  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  if (dataset != NULL)
    g_signal_emit (self, signals[OPENED], 0, dataset);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, load->folder, problems, error);
}

static void
pivot_opener_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PivotOpener *self = PIVOT_OPENER (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pivot_opener_dispose (GObject *object)
{
  PivotOpener *self = PIVOT_OPENER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (pivot_opener_parent_class)->dispose (object);
}

static void
pivot_opener_class_init (PivotOpenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pivot_opener_dispose;
  object_class->get_property = pivot_opener_get_property;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, 0, 1, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] =
    g_signal_new ("opened", PIVOT_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, PIVOT_TYPE_DATASET);
  signals[FAILED] =
    g_signal_new ("failed", PIVOT_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_LIST_MODEL, G_TYPE_ERROR);
}

static void
pivot_opener_init (PivotOpener *self)
{
}

PivotOpener *
pivot_opener_new (void)
{
  return g_object_new (PIVOT_TYPE_OPENER, NULL);
}

/**
 * pivot_opener_open:
 * @self: an opener
 * @folder: a dataset folder
 *
 * Starts to read a dataset; a signal tells how it went.
 */
void
pivot_opener_open (PivotOpener *self,
                   GFile       *folder)
{
  Load *load;

  g_return_if_fail (PIVOT_IS_OPENER (self));
  g_return_if_fail (G_IS_FILE (folder));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  load = g_new0 (Load, 1);
  load->opener = g_object_ref (self);
  load->folder = g_object_ref (folder);
  load->cancellable = g_object_ref (self->cancellable);

  set_progress (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  pivot_dataset_loader_load_async (folder, self->cancellable, progress_cb, load, loaded_cb, load);
}

/**
 * pivot_opener_cancel:
 * @self: an opener
 *
 * Gives up what is being opened, if anything is.
 */
void
pivot_opener_cancel (PivotOpener *self)
{
  g_return_if_fail (PIVOT_IS_OPENER (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

gboolean
pivot_opener_get_busy (PivotOpener *self)
{
  g_return_val_if_fail (PIVOT_IS_OPENER (self), FALSE);

  return self->cancellable != NULL;
}
