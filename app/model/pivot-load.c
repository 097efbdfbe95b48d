/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-classes.h"
#include "pivot-dataset-private.h"

#include <float.h>
#include <math.h>
#include <glib/gi18n-lib.h>

/* What more than one kind of object is read with: ids, values and views. */

void
_pivot_formula_place_free (PivotFormulaPlace *self)
{
  g_free (self->path);
  g_free (self->formula);
  g_free (self);
}

static const char *
describe_kind (PivotKind kind)
{
  switch (kind)
    {
    case PIVOT_KIND_SOURCE:
      return _("the id of a source");
    case PIVOT_KIND_GROUP:
      return _("the id of a group");
    case PIVOT_KIND_PLACE:
      return _("the id of a place");
    case PIVOT_KIND_MEASURE:
      return _("the id of a measure");
    case PIVOT_KIND_FIRM:
      return _("the id of a firm");
    case PIVOT_KIND_FIGURE:
      return _("the id of a figure");
    case PIVOT_KIND_STORY:
    case PIVOT_KIND_CHECK:
    case PIVOT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

gboolean
_pivot_load_knows (PivotLoad  *load,
                   PivotKind   kind,
                   const char *id)
{
  return load->ids[kind] == NULL || g_hash_table_contains (load->ids[kind], id);
}

char *
_pivot_load_read_ref (PivotLoad       *load,
                      const PivotJson *json,
                      PivotJsonNeed    need,
                      PivotKind        kind)
{
  const char *id;

  if (!pivot_json_has (json, need))
    return NULL;

  id = pivot_json_peek_string (json);
  if (id != NULL && _pivot_load_knows (load, kind, id))
    return g_strdup (id);

  pivot_json_unexpected (json, id ? PIVOT_DATA_ERROR_REFERENCE : PIVOT_DATA_ERROR_TYPE, describe_kind (kind));

  return NULL;
}

char **
_pivot_load_read_refs (PivotLoad       *load,
                       const PivotJson *json,
                       PivotJsonNeed    need,
                       PivotKind        kind)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  pivot_json_is_array (json, need, &n);
  for (guint i = 0; i < n; i++)
    {
      PivotJson here = pivot_json_get_element (json, i);
      char *id = _pivot_load_read_ref (load, &here, PIVOT_JSON_REQUIRED, kind);

      if (id == NULL)
        continue;

      g_ptr_array_add (ids, id);
      if (!g_hash_table_add (seen, id))
        pivot_json_unexpected (&here, PIVOT_DATA_ERROR_DUPLICATE, _("each id only once"));
    }
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

void
_pivot_load_check_source (PivotLoad       *load,
                          const PivotJson *json,
                          const char      *source,
                          PivotStatus      status)
{
  PivotSource *object = pivot_dataset_find_source (load->dataset, source);
  PivotSourceKind kind;

  /* Where the source has a problem of its own, that is enough. */
  if (object == NULL || pivot_source_get_kind (object) > PIVOT_SOURCE_COMPUTED)
    return;

  kind = pivot_source_get_kind (object);
  if (status == PIVOT_STATUS_PUBLISHED && kind != PIVOT_SOURCE_ARTICLE)
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_RANGE, _("an article as the source of what is published"), source);
  if (status == PIVOT_STATUS_SOURCED && (kind == PIVOT_SOURCE_ARTICLE || kind == PIVOT_SOURCE_COMPUTED))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_RANGE, _("a source outside of the series for what is sourced"),
                            source);
}

/* The keys of a value in the long form. */
typedef struct
{
  PivotStatus  status;
  PivotBound   bound;
  double       number;
  const char  *source;
  char        *own_source;
  PivotText   *note;
  char        *formula;
} Receipt;

static void
receipt_clear (Receipt *self)
{
  g_clear_pointer (&self->own_source, g_free);
  g_clear_pointer (&self->note, pivot_text_unref);
  g_clear_pointer (&self->formula, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Receipt, receipt_clear)

static void
read_formula (PivotLoad       *load,
              const PivotJson *json,
              Receipt         *receipt)
{
  PivotJson formula = pivot_json_get_member (json, "formula");
  PivotFormulaPlace *place;

  if (receipt->status != PIVOT_STATUS_COMPUTED)
    {
      if (formula.node != NULL)
        pivot_json_add_problem (&formula, PIVOT_DATA_ERROR_RANGE, _("a formula for a computed value only"), NULL);
      return;
    }

  receipt->formula = pivot_json_read_string (&formula, PIVOT_JSON_REQUIRED);
  if (receipt->formula == NULL)
    return;

  place = g_new (PivotFormulaPlace, 1);
  place->file = json->file->file;
  place->path = pivot_json_get_path (&formula);
  place->formula = g_strdup (receipt->formula);
  g_ptr_array_add (load->formulas, place);
}

static void
read_missing (const PivotJson *json,
              Receipt         *receipt)
{
  PivotJson value = pivot_json_get_member (json, "value");

  receipt->number = NAN;
  if (value.node != NULL && !JSON_NODE_HOLDS_NULL (value.node))
    pivot_json_unexpected (&value, PIVOT_DATA_ERROR_RANGE, _("null, as the value is missing"));
  else
    pivot_json_has (&value, PIVOT_JSON_REQUIRED);

  if (receipt->note == NULL && !json_object_has_member (json_node_get_object (json->node), "note"))
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_MISSING, _("a note that says why the value is missing"), NULL);
}

/* Everything but the number. */
static void
read_receipt (PivotLoad       *load,
              const PivotJson *json,
              gboolean         point,
              const char      *container_source,
              Receipt         *receipt)
{
  PivotJson status = pivot_json_get_member (json, "status");
  PivotJson source = pivot_json_get_member (json, "source");
  PivotJson bound = pivot_json_get_member (json, "bound");
  PivotJson note = pivot_json_get_member (json, "note");

  pivot_json_read_enum (&status, point ? PIVOT_JSON_REQUIRED : PIVOT_JSON_OPTIONAL,
                        PIVOT_TYPE_STATUS, PIVOT_STATUS_PUBLISHED, PIVOT_STATUS_MISSING, (int *) &receipt->status);
  pivot_json_read_enum (&bound, PIVOT_JSON_OPTIONAL, PIVOT_TYPE_BOUND, PIVOT_BOUND_ABOVE, PIVOT_BOUND_ABOUT,
                        (int *) &receipt->bound);
  receipt->own_source = _pivot_load_read_ref (load, &source, PIVOT_JSON_OPTIONAL, PIVOT_KIND_SOURCE);
  receipt->source = source.node != NULL ? receipt->own_source : container_source;
  receipt->note = pivot_json_read_text (&note, PIVOT_JSON_OPTIONAL);

  if (point && receipt->status <= PIVOT_STATUS_SOURCED && source.node == NULL && status.node != NULL)
    pivot_json_add_problem (json, PIVOT_DATA_ERROR_MISSING, _("a source"), NULL);
  _pivot_load_check_source (load, json, receipt->source, receipt->status);
}

static PivotValue *
read_plain_value (PivotLoad       *load,
                  const PivotJson *json,
                  PivotStatus      status,
                  const char      *source)
{
  _pivot_load_check_source (load, json, source, status);
  if (status == PIVOT_STATUS_COMPUTED)
    pivot_json_unexpected (json, PIVOT_DATA_ERROR_TYPE, _("an object with the formula of a computed value"));

  return pivot_value_new (json_node_get_double (json->node), status, PIVOT_BOUND_NONE, source, NULL, NULL);
}

/* Reads a number, or an object with a number and its receipt. NULL where problems leave nothing to show. */
PivotValue *
_pivot_load_read_value (PivotLoad         *load,
                        const PivotJson   *json,
                        const PivotStatus *container_status,
                        const char        *container_source)
{
  gboolean point = container_status == NULL;
  g_auto(Receipt) receipt = { .number = NAN };
  PivotJson value;

  if (!point)
    receipt.status = *container_status;
  if (!point && pivot_json_is_number (json))
    return read_plain_value (load, json, receipt.status, container_source);

  if (!JSON_NODE_HOLDS_OBJECT (json->node))
    {
      pivot_json_unexpected (json, PIVOT_DATA_ERROR_TYPE, _("a number, or an object with a value"));
      return NULL;
    }

  read_receipt (load, json, point, container_source, &receipt);
  if (receipt.status == PIVOT_STATUS_MISSING)
    {
      read_missing (json, &receipt);
    }
  else
    {
      value = pivot_json_get_member (json, "value");
      if (!pivot_json_read_number (&value, PIVOT_JSON_REQUIRED, -DBL_MAX, DBL_MAX, &receipt.number))
        return NULL;
      read_formula (load, json, &receipt);
    }

  return pivot_value_new (receipt.number, receipt.status, receipt.bound, receipt.source, receipt.note,
                          receipt.formula);
}

void
_pivot_load_check_view (PivotLoad       *load,
                        const PivotJson *json)
{
  static const struct { const char *key; PivotKind kind; } refs[] = {
    { "measure", PIVOT_KIND_MEASURE },
    { "against", PIVOT_KIND_MEASURE },
    { "firm", PIVOT_KIND_FIRM },
    { "figure", PIVOT_KIND_FIGURE },
  };
  PivotJson member;
  g_auto(GStrv) selection = NULL;
  gint64 classes;
  int page, method;

  if (!pivot_json_is_object (json, PIVOT_JSON_REQUIRED))
    return;

  member = pivot_json_get_member (json, "page");
  pivot_json_read_enum (&member, PIVOT_JSON_OPTIONAL, PIVOT_TYPE_PAGE, PIVOT_PAGE_MAP, PIVOT_PAGE_DATA, &page);

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      g_autofree char *id = NULL;

      member = pivot_json_get_member (json, refs[i].key);
      id = _pivot_load_read_ref (load, &member, PIVOT_JSON_OPTIONAL, refs[i].kind);
    }

  member = pivot_json_get_member (json, "selection");
  selection = _pivot_load_read_refs (load, &member, PIVOT_JSON_OPTIONAL, PIVOT_KIND_PLACE);
  member = pivot_json_get_member (json, "classes");
  pivot_json_read_integer (&member, PIVOT_JSON_OPTIONAL, PIVOT_CLASSES_MIN, PIVOT_CLASSES_MAX, &classes);
  member = pivot_json_get_member (json, "method");
  pivot_json_read_enum (&member, PIVOT_JSON_OPTIONAL, PIVOT_TYPE_METHOD, PIVOT_METHOD_QUANTILE, PIVOT_METHOD_MANUAL,
                        &method);
}
