/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-imprint.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "pivot-digest.h"
#include "pivot-imprint-private.h"

#define VERSION_OF_IMPRINT 1

static void
add_part (JsonBuilder *builder,
          const char  *kind,
          const char  *id,
          char        *digest)
{
  g_autofree char *name = g_strconcat (kind, ":", id, NULL);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, digest);
  g_free (digest);
}

static void
add_parts (JsonBuilder  *builder,
           PivotSession *session,
           PivotFigure  *figure)
{
  PivotDataset *dataset = pivot_session_get_dataset (session);
  PivotMeasure *measure = pivot_session_get_measure (session);
  PivotMeasure *against = pivot_session_get_against (session);
  PivotFirm *firm = pivot_dataset_find_firm (dataset, pivot_session_get_firm (session));

  json_builder_begin_object (builder);
  if (measure != NULL)
    add_part (builder, "measure", pivot_measure_get_id (measure), pivot_digest_measure (dataset, measure));
  if (against != NULL && against != measure)
    add_part (builder, "measure", pivot_measure_get_id (against), pivot_digest_measure (dataset, against));
  if (figure != NULL)
    add_part (builder, "figure", pivot_figure_get_id (figure), pivot_digest_figure (figure));
  if (firm != NULL)
    add_part (builder, "firm", pivot_firm_get_id (firm), pivot_digest_firm (firm));
  json_builder_end_object (builder);
}

/**
 * pivot_imprint_write:
 * @session: a session
 * @figure: (nullable): the figure that is shown, if one is
 *
 * Writes what a picture of a session carries.
 *
 * Returns: (transfer full): JSON
 */
char *
pivot_imprint_write (PivotSession *session,
                     PivotFigure  *figure)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) view_node = NULL;
  g_autofree char *view = NULL;
  g_autofree char *digest = NULL;
  PivotDataset *dataset;

  g_return_val_if_fail (PIVOT_IS_SESSION (session), NULL);

  dataset = pivot_session_get_dataset (session);
  g_return_val_if_fail (dataset != NULL, NULL);

  builder = json_builder_new ();
  view = pivot_session_to_json (session);
  view_node = json_from_string (view, NULL);
  digest = pivot_digest_dataset (dataset);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "org.pivot.View");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION_OF_IMPRINT);
  json_builder_set_member_name (builder, "dataset");
  json_builder_add_string_value (builder, pivot_dataset_get_id (dataset));
  json_builder_set_member_name (builder, "digest");
  json_builder_add_string_value (builder, digest);
  json_builder_set_member_name (builder, "data");
  add_parts (builder, session, figure);
  json_builder_set_member_name (builder, "view");
  json_builder_add_value (builder, g_steal_pointer (&view_node));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_parts (PivotImprint *self,
            JsonObject   *object)
{
  JsonNode *node = json_object_get_member (object, "data");
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    if (json_node_get_value_type (member) == G_TYPE_STRING)
      g_hash_table_insert (self->parts, g_strdup (name), g_strdup (json_node_get_string (member)));
}

PivotImprint *
_pivot_imprint_parse (const char  *json,
                      GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  g_autoptr(PivotImprint) self = NULL;
  JsonObject *object;
  JsonNode *view;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The view in this file is damaged."));
      return NULL;
    }

  object = json_node_get_object (root);
  view = json_object_get_member (object, "view");
  if (view == NULL || !JSON_NODE_HOLDS_OBJECT (view) || get_string (object, "dataset") == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The view in this file is damaged."));
      return NULL;
    }

  self = g_new0 (PivotImprint, 1);
  self->view = json_to_string (view, FALSE);
  self->dataset = g_strdup (get_string (object, "dataset"));
  self->digest = g_strdup (get_string (object, "digest"));
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  take_parts (self, object);

  return g_steal_pointer (&self);
}

void
pivot_imprint_free (PivotImprint *self)
{
  g_free (self->view);
  g_free (self->dataset);
  g_free (self->digest);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self);
}

/* The digest of a part as it is now, and what people call it; NULL if there is no such part any more. */
static char *
digest_part (PivotDataset *dataset,
             const char   *name,
             char        **label)
{
  const char *colon = strchr (name, ':');
  const char *id = colon != NULL ? colon + 1 : "";
  PivotMeasure *measure = g_str_has_prefix (name, "measure:") ? pivot_dataset_find_measure (dataset, id) : NULL;
  PivotFigure *figure = g_str_has_prefix (name, "figure:") ? pivot_dataset_find_figure (dataset, id) : NULL;
  PivotFirm *firm = g_str_has_prefix (name, "firm:") ? pivot_dataset_find_firm (dataset, id) : NULL;

  if (measure != NULL)
    {
      *label = g_strdup (pivot_text_get (pivot_measure_get_label (measure)));
      return pivot_digest_measure (dataset, measure);
    }
  if (figure != NULL)
    {
      *label = g_strdup (pivot_text_get (pivot_figure_get_title (figure)));
      return pivot_digest_figure (figure);
    }
  if (firm != NULL)
    {
      *label = g_strdup (pivot_text_get (pivot_firm_get_name (firm)));
      return pivot_digest_firm (firm);
    }

  *label = g_strdup (id);
  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * pivot_imprint_get_changes:
 * @self: an imprint
 * @dataset: the dataset as it is
 *
 * Says what is shown with other data than when the picture was made.
 *
 * Returns: (transfer full) (array zero-terminated=1): labels of measures, figures and firms
 */
char **
pivot_imprint_get_changes (PivotImprint *self,
                           PivotDataset *dataset)
{
  g_autoptr(GPtrArray) names = NULL;
  GPtrArray *labels = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL && PIVOT_IS_DATASET (dataset), NULL);

  names = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *digest = digest_part (dataset, names->pdata[i], &label);

      if (g_strcmp0 (digest, g_hash_table_lookup (self->parts, names->pdata[i])) != 0)
        g_ptr_array_add (labels, g_steal_pointer (&label));
    }
  g_ptr_array_add (labels, NULL);

  return (char **) g_ptr_array_free (labels, FALSE);
}
