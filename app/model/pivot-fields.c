/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-dataset-private.h"

#include <float.h>
#include <math.h>

/* The model's classes are records of a file: what is read, what is a property and what is freed is the same list of
 * fields. Each class gives that list once, as a table that hangs on its type. */

static GQuark
fields_quark (void)
{
  return g_quark_from_static_string ("pivot-fields");
}

#define FIELD_AT(type, instance, field) ((type *) (gpointer) ((guint8 *) (instance) + (field)->offset))

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  const PivotField *fields = g_type_get_qdata (G_OBJECT_TYPE (object), fields_quark ());
  const PivotField *field = &fields[prop_id - 1];

  switch (field->type)
    {
    case PIVOT_FIELD_STRING:
    case PIVOT_FIELD_ID:
    case PIVOT_FIELD_DATE:
    case PIVOT_FIELD_URL:
    case PIVOT_FIELD_REF:
      g_value_set_string (value, *FIELD_AT (char *, object, field));
      break;
    case PIVOT_FIELD_TEXT:
      g_value_set_string (value, pivot_text_get (*FIELD_AT (PivotText *, object, field)));
      break;
    case PIVOT_FIELD_ENUM:
      g_value_set_enum (value, *FIELD_AT (int, object, field));
      break;
    case PIVOT_FIELD_UINT:
      g_value_set_uint (value, *FIELD_AT (guint, object, field));
      break;
    case PIVOT_FIELD_NUMBER:
      g_value_set_double (value, *FIELD_AT (double, object, field));
      break;
    case PIVOT_FIELD_REFS:
    case PIVOT_FIELD_TEXTS:
    case PIVOT_FIELD_OWNED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clear_field (const PivotField *field,
             gpointer          instance)
{
  gpointer *pointer;

  switch (field->type)
    {
    case PIVOT_FIELD_ENUM:
    case PIVOT_FIELD_UINT:
    case PIVOT_FIELD_NUMBER:
      return;
    case PIVOT_FIELD_STRING:
    case PIVOT_FIELD_ID:
    case PIVOT_FIELD_DATE:
    case PIVOT_FIELD_URL:
    case PIVOT_FIELD_REF:
    case PIVOT_FIELD_REFS:
    case PIVOT_FIELD_TEXT:
    case PIVOT_FIELD_TEXTS:
    case PIVOT_FIELD_OWNED:
    default:
      break;
    }

  pointer = FIELD_AT (gpointer, instance, field);
  if (*pointer == NULL)
    return;

  if (field->type == PIVOT_FIELD_OWNED)
    field->destroy (*pointer);
  else if (field->type == PIVOT_FIELD_TEXT)
    pivot_text_unref (*pointer);
  else if (field->type == PIVOT_FIELD_TEXTS)
    g_ptr_array_unref (*pointer);
  else if (field->type == PIVOT_FIELD_REFS)
    g_strfreev (*pointer);
  else
    g_free (*pointer);
  *pointer = NULL;
}

static void
finalize (GObject *object)
{
  const PivotField *fields = g_type_get_qdata (G_OBJECT_TYPE (object), fields_quark ());

  for (guint i = 0; fields[i].name != NULL; i++)
    clear_field (&fields[i], object);

  /* The classes are final and derive from GObject itself. */
  G_OBJECT_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (object)))->finalize (object);
}

static GParamSpec *
make_pspec (const PivotField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case PIVOT_FIELD_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, field->get_type (), field->first, flags);
    case PIVOT_FIELD_UINT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case PIVOT_FIELD_NUMBER:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case PIVOT_FIELD_STRING:
    case PIVOT_FIELD_ID:
    case PIVOT_FIELD_DATE:
    case PIVOT_FIELD_URL:
    case PIVOT_FIELD_REF:
    case PIVOT_FIELD_TEXT:
    case PIVOT_FIELD_REFS:
    case PIVOT_FIELD_TEXTS:
    case PIVOT_FIELD_OWNED:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

/* Gives a class its properties and its finalizer. */
void
_pivot_fields_install (gpointer          klass,
                       const PivotField *fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_type_set_qdata (G_OBJECT_CLASS_TYPE (object_class), fields_quark (), (gpointer) fields);
  object_class->finalize = finalize;
  object_class->get_property = get_property;

  for (guint i = 0; fields[i].name != NULL; i++)
    if (fields[i].property)
      g_object_class_install_property (object_class, i + 1, make_pspec (&fields[i]));
}

static void
read_uint (const PivotField *field,
           const PivotJson  *json,
           guint            *result)
{
  gint64 number;

  if (pivot_json_read_integer (json, field->need, field->first, field->last, &number))
    *result = (guint) number;
}

static void
read_field (const PivotField *field,
            gpointer          instance,
            const PivotJson  *json,
            PivotLoad        *load)
{
  switch (field->type)
    {
    case PIVOT_FIELD_STRING:
      *FIELD_AT (char *, instance, field) = pivot_json_read_string (json, field->need);
      break;
    case PIVOT_FIELD_ID:
      *FIELD_AT (char *, instance, field) = g_strdup (pivot_json_peek_string (json));
      break;
    case PIVOT_FIELD_DATE:
      *FIELD_AT (char *, instance, field) = pivot_json_read_date (json, field->need);
      break;
    case PIVOT_FIELD_URL:
      *FIELD_AT (char *, instance, field) = pivot_json_read_url (json, field->need);
      break;
    case PIVOT_FIELD_REF:
      *FIELD_AT (char *, instance, field) = _pivot_load_read_ref (load, json, field->need, field->kind);
      break;
    case PIVOT_FIELD_REFS:
      *FIELD_AT (char **, instance, field) = _pivot_load_read_refs (load, json, field->need, field->kind);
      break;
    case PIVOT_FIELD_TEXT:
      *FIELD_AT (PivotText *, instance, field) = pivot_json_read_text (json, field->need);
      break;
    case PIVOT_FIELD_TEXTS:
      *FIELD_AT (GPtrArray *, instance, field) = pivot_json_read_texts (json, field->need);
      break;
    case PIVOT_FIELD_ENUM:
      pivot_json_read_enum (json, field->need, field->get_type (), field->first, field->last,
                            FIELD_AT (int, instance, field));
      break;
    case PIVOT_FIELD_UINT:
      read_uint (field, json, FIELD_AT (guint, instance, field));
      break;
    case PIVOT_FIELD_NUMBER:
      *FIELD_AT (double, instance, field) = NAN;
      pivot_json_read_number (json, field->need, -DBL_MAX, DBL_MAX, FIELD_AT (double, instance, field));
      break;
    case PIVOT_FIELD_OWNED:
    default:
      break;
    }
}

/* Reads what the table says; problems go to the document's collection. */
void
_pivot_fields_read (const PivotField *fields,
                    gpointer          instance,
                    const char       *inside,
                    const PivotJson  *object,
                    PivotLoad        *load)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (!fields[i].unread && g_strcmp0 (fields[i].inside, inside) == 0)
        {
          PivotJson member = pivot_json_get_member (object, fields[i].name);

          read_field (&fields[i], instance, &member, load);
        }
    }
}
