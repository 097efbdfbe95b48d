/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-batch-private.h"

#include <glib/gi18n-lib.h>

#include "pivot-palette.h"

static gboolean
complain_of_id (const char *option,
                const char *id,
                GListModel *list)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
      g_autofree char *known = NULL;

      g_object_get (item, "id", &known, NULL);
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", known);
    }

  _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), option, id, ids->str);

  return FALSE;
}

static gboolean
set_measures (PivotBatch   *self,
              PivotSession *session)
{
  GListModel *measures = pivot_dataset_get_measures (self->dataset);

  if (self->measure != NULL && pivot_dataset_find_measure (self->dataset, self->measure) == NULL)
    return complain_of_id ("measure", self->measure, measures);
  if (self->against != NULL && pivot_dataset_find_measure (self->dataset, self->against) == NULL)
    return complain_of_id ("against", self->against, measures);
  if (self->firm != NULL && pivot_dataset_find_firm (self->dataset, self->firm) == NULL)
    return complain_of_id ("firm", self->firm, pivot_dataset_get_firms (self->dataset));

  if (self->measure != NULL)
    pivot_session_set_measure (session, self->measure);
  if (self->against != NULL)
    pivot_session_set_against (session, self->against);
  if (self->firm != NULL)
    pivot_session_set_firm (session, self->firm);

  return TRUE;
}

static gboolean
set_selection (PivotBatch   *self,
               PivotSession *session)
{
  g_auto(GStrv) ids = NULL;
  g_autoptr(GArray) places = NULL;

  if (self->selection == NULL)
    return TRUE;

  ids = g_strsplit (self->selection, ",", -1);
  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      int place = pivot_dataset_get_place_index (self->dataset, ids[i]);

      if (place < 0 && *ids[i] != '\0')
        return complain_of_id ("selection", ids[i], pivot_dataset_get_places (self->dataset));
      if (place >= 0)
        g_array_append_val (places, place);
    }
  pivot_session_select (session, (const guint *) (gpointer) places->data, places->len, PIVOT_SELECT_REPLACE);

  return TRUE;
}

static gboolean
set_classes (PivotBatch   *self,
             PivotSession *session)
{
  if (self->method != NULL)
    {
      g_autoptr(GEnumClass) klass = g_type_class_ref (PIVOT_TYPE_METHOD);
      GEnumValue *method = g_enum_get_value_by_nick (klass, self->method);

      if (method == NULL || method->value == PIVOT_METHOD_MANUAL)
        {
          _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), "method", self->method,
                                 "quantile, equal, natural, standard, box, pretty");
          return FALSE;
        }
      pivot_session_set_method (session, (PivotMethod) method->value);
    }

  if (self->classes != 0 && (self->classes < PIVOT_CLASSES_MIN || self->classes > PIVOT_CLASSES_MAX))
    {
      _pivot_batch_complain (_("--classes: from 2 to 9"));
      return FALSE;
    }
  if (self->classes != 0)
    pivot_session_set_classes (session, (guint) self->classes);

  return TRUE;
}

static gboolean
set_palette (PivotBatch   *self,
             PivotSession *session)
{
  g_autoptr(GString) ids = NULL;

  if (self->palette == NULL)
    return TRUE;

  if (pivot_palette_find (self->palette) != NULL)
    {
      pivot_session_set_palette (session, self->palette);
      return TRUE;
    }

  ids = g_string_new (NULL);
  for (guint i = 0; i < pivot_palette_get_n (); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", pivot_palette_get_id (pivot_palette_get (i)));
  _pivot_batch_complain (_("--%1$s: “%2$s” is not known; there are %3$s"), "palette", self->palette, ids->str);

  return FALSE;
}

PivotSession *
_pivot_batch_open_session (PivotBatch *self)
{
  g_autoptr(PivotSession) session = pivot_session_new ();
  g_autoptr(GError) error = NULL;

  pivot_session_set_dataset (session, self->dataset);
  if (self->view != NULL && !pivot_session_apply_json (session, self->view, FALSE, &error))
    {
      _pivot_batch_complain ("--view: %s", error->message);
      return NULL;
    }

  if (!set_measures (self, session) || !set_selection (self, session) || !set_classes (self, session) ||
      !set_palette (self, session) || !_pivot_batch_set_worksheet (self, session))
    return NULL;

  return g_steal_pointer (&session);
}
