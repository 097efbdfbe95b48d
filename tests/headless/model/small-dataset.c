/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-dataset.h"

#include "../finalize.h"

#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>

static const struct { const char *file, *text; } files[] = {
  { "dataset.json",
    "{\"format\": \"org.pivot.Dataset\", \"version\": 1, \"id\": \"small\", \"title\": {\"en\": \"Small\", \"zh_CN\": \"小\"},\n"
    " \"description\": \"A test\", \"languages\": [\"en\", \"zh_CN\"], \"license\": \"None\",\n"
    " \"files\": {\"sources\": \"sources.json\", \"places\": \"places.json\", \"groups\": \"groups.json\",\n"
    "  \"boundaries\": \"b.geojson\", \"boundaries-hi\": \"hi.geojson\", \"context\": \"c.geojson\",\n"
    "  \"measures\": \"measures.json\", \"firms\": \"firms.json\", \"figures\": \"figures.json\", \"story\": \"story.json\",\n"
    "  \"checks\": \"checks.json\"},\n"
    " \"default\": {\"page\": \"map\", \"measure\": \"gap\", \"against\": \"a\", \"selection\": [\"XX-A\", \"XX-B\"],\n"
    "  \"classes\": 5, \"method\": \"quantile\", \"firm\": \"acme\", \"figure\": \"1-1\"}}\n" },
  { "sources.json",
    "[{\"id\": \"paper\", \"title\": \"Paper\", \"publisher\": \"Press\", \"kind\": \"article\", \"date\": \"2022-05\", \"url\": \"https://example.org/\"},\n"
    " {\"id\": \"book\", \"title\": {\"en\": \"Book\", \"zh_CN\": \"书\"}, \"publisher\": \"House\", \"kind\": \"secondary\", \"date\": null, \"url\": null, \"note\": \"Old\"},\n"
    " {\"id\": \"computed\", \"title\": \"Computed\", \"publisher\": \"Us\", \"kind\": \"computed\", \"date\": null, \"url\": null}]\n" },
  { "groups.json",
    "[{\"id\": \"north\", \"label\": \"North\", \"description\": \"The north\", \"source\": \"book\"}]\n" },
  { "places.json",
    "[{\"id\": \"XX-A\", \"code\": \"1\", \"name\": \"Alpha\", \"short\": \"Al\", \"abbr\": \"A\", \"groups\": [\"north\"]},\n"
    " {\"id\": \"XX-B\", \"code\": \"2\", \"name\": \"Beta\", \"short\": \"Be\", \"abbr\": \"B\", \"groups\": []},\n"
    " {\"id\": \"XX-C\", \"code\": \"3\", \"name\": \"Gamma\", \"short\": \"Ga\", \"abbr\": \"C\", \"groups\": []}]\n" },
  { "b.geojson",
    "{\"type\": \"FeatureCollection\", \"attribution\": \"Drawn by hand\", \"features\": [\n"
    "{\"type\": \"Feature\", \"id\": \"XX-A\", \"properties\": {\"label\": [0.5, 0.5]}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}},\n"
    "{\"type\": \"Feature\", \"id\": \"XX-C\", \"properties\": {}, \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": [[[[2, 0], [3, 0], [3, 1], [2, 1], [2, 0]]]]}},\n"
    "{\"type\": \"Feature\", \"id\": \"XX-B\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]}}]}\n" },
  { "hi.geojson", "{}\n" },
  { "c.geojson",
    "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\",\n"
    " \"coordinates\": [[[5, 5], [6, 5], [6, 6], [5, 5]]]}}]}\n" },
  { "measures.json",
    "[{\"id\": \"a\", \"label\": \"A\", \"short\": \"A\", \"unit\": \"%\", \"decimals\": 1, \"period\": \"2021\", \"description\": \"A share\", \"scale\": \"sequential\",\n"
    "  \"total\": 100, \"source\": \"paper\", \"status\": \"published\", \"values\": {\"XX-A\": 10.5, \"XX-B\": 20}},\n"
    " {\"id\": \"b\", \"label\": \"B\", \"short\": \"B\", \"unit\": \"%\", \"decimals\": 1, \"period\": null, \"description\": \"B share\", \"scale\": \"sequential\",\n"
    "  \"total\": null, \"source\": \"book\", \"status\": \"sourced\", \"note\": \"Not for C\", \"values\": {\"XX-A\": {\"value\": 12, \"bound\": \"above\", \"note\": \"Over 12\"},\n"
    "  \"XX-B\": {\"value\": 21, \"status\": \"computed\", \"formula\": \"round ( a/XX-B + 1.2 )\"}, \"XX-C\": {\"value\": null, \"status\": \"missing\", \"note\": \"Lost\"}}},\n"
    " {\"id\": \"gap\", \"label\": \"Gap\", \"short\": \"Gap\", \"unit\": \"points\", \"decimals\": 1, \"period\": null, \"description\": \"A less B\", \"scale\": \"diverging\", \"midpoint\": 0,\n"
    "  \"total\": null, \"source\": \"computed\", \"status\": \"computed\", \"derive\": {\"op\": \"difference\", \"of\": [\"a\", \"b\"]}},\n"
    " {\"id\": \"rate\", \"label\": \"Rate\", \"short\": \"Rate\", \"unit\": \"x\", \"decimals\": 2, \"period\": null, \"description\": \"A per B\", \"scale\": \"sequential\",\n"
    "  \"total\": null, \"source\": \"computed\", \"status\": \"computed\", \"derive\": {\"op\": \"per\", \"of\": [\"a\", \"b\"], \"factor\": 1000}},\n"
    " {\"id\": \"score\", \"label\": \"Score\", \"short\": \"Score\", \"unit\": \"points\", \"decimals\": 0, \"period\": null, \"description\": \"1 to 5\", \"scale\": \"score\", \"range\": [1, 5],\n"
    "  \"total\": null, \"source\": \"paper\", \"status\": \"published\", \"values\": {\"XX-A\": 2, \"XX-B\": 5}}]\n" },
  { "firms.json",
    "[{\"id\": \"acme\", \"name\": \"Acme\", \"place\": \"XX-A\", \"city\": \"Town\", \"sector\": null, \"founded\": \"2001\", \"board\": null, \"code\": \"600000\", \"listed\": \"2010-01\",\n"
    "  \"website\": \"https://example.com\", \"programme\": {\"member\": \"yes\", \"batch\": 2, \"source\": \"book\"}, \"summary\": \"Makes things\", \"sources\": [\"book\", \"paper\"],\n"
    "  \"events\": [{\"date\": \"2001\", \"kind\": \"founding\", \"party\": \"none\", \"title\": \"Founded\", \"status\": \"sourced\", \"source\": \"book\"},\n"
    "   {\"date\": \"2010-01\", \"end\": \"2010-02\", \"kind\": \"listing\", \"party\": \"mixed\", \"title\": \"Listed\", \"status\": \"published\", \"source\": \"paper\"}]}]\n" },
  { "figures.json",
    "[{\"id\": \"1-1\", \"part\": 1, \"title\": \"T\", \"question\": \"Q\", \"chart\": \"line\", \"coverage\": \"partial\",\n"
    "  \"x\": {\"label\": \"Year\", \"unit\": null, \"type\": \"time\"}, \"y\": {\"label\": \"Y\", \"unit\": \"%\", \"type\": \"number\"},\n"
    "  \"panels\": [{\"id\": \"low\", \"title\": \"Low\", \"chart\": \"bar\", \"x\": {\"label\": \"Kind\", \"unit\": null, \"type\": \"category\"}, \"y\": {\"label\": \"N\", \"unit\": \"firms\", \"type\": \"number\"}}],\n"
    "  \"series\": [{\"id\": \"s\", \"label\": \"S\", \"unit\": \"%\", \"points\": [{\"x\": \"2019\", \"value\": 1.5, \"status\": \"sourced\", \"source\": \"book\"},\n"
    "    {\"x\": \"2020-06\", \"label\": \"FY2020\", \"value\": null, \"status\": \"missing\", \"note\": \"Not printed\"}]},\n"
    "   {\"id\": \"k\", \"label\": \"K\", \"unit\": \"firms\", \"panel\": \"low\", \"points\": [{\"x\": \"old\", \"label\": \"Old\", \"value\": 3, \"status\": \"published\", \"source\": \"paper\"}]}],\n"
    "  \"statements\": [\"It grew\"], \"caveats\": [], \"measures\": [\"a\"], \"places\": [\"XX-A\"], \"firms\": [\"acme\"], \"sources\": [\"book\", \"paper\"]},\n"
    " {\"id\": \"1-2\", \"part\": 1, \"title\": \"M\", \"question\": \"Q\", \"chart\": \"map\", \"coverage\": \"complete\", \"x\": null, \"y\": null, \"series\": [],\n"
    "  \"statements\": [], \"caveats\": [], \"measures\": [], \"places\": [], \"firms\": [], \"sources\": []}]\n" },
  { "story.json",
    "[{\"part\": 1, \"title\": \"One\", \"summary\": \"S\", \"steps\": [{\"title\": \"Look\", \"text\": \"Here\", \"figure\": \"1-1\", \"view\": {\"page\": \"story\"}},\n"
    "  {\"title\": \"Then\", \"text\": \"There\", \"figure\": null, \"view\": {}}], \"questions\": [\"Why?\"]}]\n" },
  { "checks.json",
    "[{\"id\": \"gap-a\", \"title\": \"Gap of A\", \"kind\": \"difference\", \"of\": [\"a/XX-A\", \"b/XX-A\"], \"printed\": -1.5, \"decimals\": 1, \"source\": \"paper\"},\n"
    " {\"id\": \"mean-a\", \"title\": \"Mean\", \"kind\": \"mean\", \"of\": [\"a/*\"], \"printed\": 15, \"bound\": \"above\", \"decimals\": 0, \"source\": \"paper\"},\n"
    " {\"id\": \"point\", \"title\": \"Point\", \"kind\": \"rounding\", \"of\": [\"1-1/s/2019\"], \"factor\": 10, \"printed\": 15, \"decimals\": 0, \"source\": \"book\", \"note\": \"N\"},\n"
    " {\"id\": \"two\", \"title\": \"Two\", \"kind\": \"ratio\", \"of\": [4, \"a/XX-B\"], \"printed\": 0.2, \"decimals\": 1, \"source\": \"paper\"},\n"
    " {\"id\": \"clash\", \"title\": \"Clash\", \"kind\": \"conflict\", \"values\": [{\"value\": 1, \"source\": \"paper\", \"where\": \"p. 1\"},\n"
    "  {\"value\": \"one or two\", \"source\": \"book\", \"where\": \"p. 2\"}], \"assessment\": \"Unclear\"}]\n" },
};

/* Plainly: g_file_set_contents() waits for the disk, and these are thousands of files. */
void
small_dataset_write (SmallDataset *self,
                     const char   *file,
                     const char   *data,
                     gssize        length)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (self->folder), file, NULL);
  gsize n = length < 0 ? strlen (data) : (gsize) length;
  FILE *stream = g_fopen (path, "wb");

  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (data, 1, n, stream), ==, n);
  g_assert_cmpint (fclose (stream), ==, 0);
}

void
small_dataset_set_up (SmallDataset  *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("pivot-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_file_new_for_path (path);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    small_dataset_write (self, files[i].file, files[i].text, -1);
}

void
small_dataset_tear_down (SmallDataset  *self,
                         gconstpointer  data)
{
  const char *path = g_file_peek_path (self->folder);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
  /* A loader that was at work in it holds it a moment longer. */
  assert_finalize_soon (self->folder);
}

char *
small_dataset_get (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (strcmp (files[i].file, file) == 0)
      return g_strdup (files[i].text);

  g_error ("no file %s", file);
}

void
small_dataset_patch (SmallDataset *self,
                     const char   *file,
                     const char   *find,
                     const char   *replace)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (self->folder), file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) result = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  result = g_string_new (text);
  if (g_string_replace (result, find, replace, 1) != 1)
    g_error ("%s: no “%s”", file, find);
  small_dataset_write (self, file, result->str, (gssize) result->len);
}

char *
small_dataset_load (SmallDataset  *self,
                    GError       **error)
{
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) local = NULL;
  g_autoptr(PivotDataset) dataset = pivot_dataset_loader_load (self->folder, NULL, &problems, &local);
  g_autoptr(GString) text = g_string_new (NULL);

  /* One of the two, and problems exactly where there is an error. */
  g_assert_true ((dataset != NULL) == (local == NULL));
  g_assert_true ((dataset != NULL) == (g_list_model_get_n_items (problems) == 0));
  if (dataset != NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(PivotProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *line = pivot_problem_to_string (problem);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_propagate_error (error, g_steal_pointer (&local));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

PivotDataset *
small_dataset_load_good (SmallDataset *self)
{
  g_autoptr(GError) error = NULL;
  PivotDataset *dataset = pivot_dataset_loader_load (self->folder, NULL, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}
