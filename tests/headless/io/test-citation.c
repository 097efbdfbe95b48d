/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../model/tiny-dataset.h"
#include "pivot-citation.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Written by hand after the manuals of BibTeX and CSL-JSON. */
static const struct
{
  const char *id;
  const char *plain;
  const char *bibtex;
  const char *csl;
} rows[] = {
  { "cca-2014",
    "China Consumers Association. “Analysis of complaints in 2014”. https://www.cca.cn/en/viewpoints/26497.html",
    "@misc{cca-2014,\n  author = {{China Consumers Association}},\n  title = {{Analysis of complaints in 2014}},\n"
    "  url = {https://www.cca.cn/en/viewpoints/26497.html}\n}\n",
    "[{\"id\":\"cca-2014\",\"type\":\"webpage\",\"title\":\"Analysis of complaints in 2014\","
    "\"author\":[{\"literal\":\"China Consumers Association\"}],\"URL\":\"https://www.cca.cn/en/viewpoints/26497.html\"}]" },
  { "people-2021-11",
    "People's Daily Online (Sun Boyang). “Complaints accepted in the third quarter of 2021”. 2021-11-02.",
    "@misc{people-2021-11,\n  author = {{People's Daily Online (Sun Boyang)}},\n"
    "  title = {{Complaints accepted in the third quarter of 2021}},\n  year = {2021},\n  date = {2021-11-02},\n"
    "  note = {{The address of the page is not known.}}\n}\n",
    "[{\"id\":\"people-2021-11\",\"type\":\"document\",\"title\":\"Complaints accepted in the third quarter of 2021\","
    "\"author\":[{\"literal\":\"People's Daily Online (Sun Boyang)\"}],\"issued\":{\"date-parts\":[[2021,11,2]]},"
    "\"note\":\"The address of the page is not known.\"}]" },
  /* Characters that TeX would take for commands. */
  { "imsilkroad-2022",
    "Xinhua Silk Road / CNS. “Little Giants in Beijing's Haidian district”. 2022-08-25. "
    "https://www.imsilkroad.com/news/p/491790.html",
    "@misc{imsilkroad-2022,\n  author = {{Xinhua Silk Road / CNS}},\n  title = {{Little Giants in Beijing's Haidian district}},\n"
    "  year = {2022},\n  date = {2022-08-25},\n  url = {https://www.imsilkroad.com/news/p/491790.html},\n"
    "  note = {{117 firms, said to be 45.5\\% of Beijing's.}}\n}\n",
    "[{\"id\":\"imsilkroad-2022\",\"type\":\"webpage\",\"title\":\"Little Giants in Beijing's Haidian district\","
    "\"author\":[{\"literal\":\"Xinhua Silk Road / CNS\"}],\"issued\":{\"date-parts\":[[2022,8,25]]},"
    "\"URL\":\"https://www.imsilkroad.com/news/p/491790.html\","
    "\"note\":\"117 firms, said to be 45.5% of Beijing's.\"}]" },
  { "bse-code-lists",
    "public code repositories. “Compiled lists of Beijing Stock Exchange codes after the change of 2025”. 2025.",
    "@misc{bse-code-lists,\n  author = {{public code repositories}},\n"
    "  title = {{Compiled lists of Beijing Stock Exchange codes after the change of 2025}},\n  year = {2025},\n  date = {2025},\n"
    "  note = {{No page of the exchange was read.}}\n}\n",
    "[{\"id\":\"bse-code-lists\",\"type\":\"document\","
    "\"title\":\"Compiled lists of Beijing Stock Exchange codes after the change of 2025\","
    "\"author\":[{\"literal\":\"public code repositories\"}],\"issued\":{\"date-parts\":[[2025]]},"
    "\"note\":\"No page of the exchange was read.\"}]" },
};

static void
assert_citation (PivotSource        *source,
                 PivotCitationStyle  style,
                 const char         *expected)
{
  g_autofree char *text = pivot_citation_format (source, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_styles (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PivotSource *source = pivot_dataset_find_source (dataset, rows[i].id);
      g_autofree char *csl = pivot_citation_format (source, PIVOT_CITATION_CSL);
      g_autoptr(JsonNode) node = json_from_string (csl, NULL);
      g_autofree char *compact = json_to_string (node, FALSE);

      assert_citation (source, PIVOT_CITATION_PLAIN, rows[i].plain);
      assert_citation (source, PIVOT_CITATION_BIBTEX, rows[i].bibtex);
      g_assert_cmpstr (compact, ==, rows[i].csl);
    }
}

/* Every source of the dataset: valid JSON, and braces that close. */
static void
test_every_source (void)
{
  g_autoptr(PivotDataset) dataset = load_bundled ();
  GListModel *sources = pivot_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(PivotSource) source = g_list_model_get_item (sources, i);
      g_autofree char *csl = pivot_citation_format (source, PIVOT_CITATION_CSL);
      g_autofree char *bibtex = pivot_citation_format (source, PIVOT_CITATION_BIBTEX);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = json_from_string (csl, &error);
      int depth = 0;

      g_assert_no_error (error);
      for (const char *p = bibtex; *p != '\0'; p++)
        {
          if (*p == '\\')
            p++;
          else
            depth += (*p == '{') - (*p == '}');
          g_assert_cmpint (depth, >=, 0);
        }
      g_assert_cmpint (depth, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/citation/styles", test_styles);
  g_test_add_func ("/io/citation/every-source", test_every_source);

  return g_test_run ();
}
