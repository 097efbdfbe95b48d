/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-dataset.h"

#include <string.h>

/* One fault each: what is replaced by what, and the one problem that must come of it. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *message; /* a pattern for all lines; NULL: it still fits */
} Fault;

static const Fault faults[] = {
  /* What is allowed. */
  { "fine/unknown-key", "sources.json", "\"kind\"", "\"colour\": 1, \"kind\"", NULL },
  { "fine/unknown-file", "dataset.json", "\"files\": {", "\"files\": {\"extra\": \"../x\", ", NULL },
  { "fine/mark", "groups.json", "[", "\xef\xbb\xbf[", NULL },
  { "fine/no-context", "dataset.json", "\"context\": \"c.geojson\",", "", NULL },
  { "fine/null-panel", "figures.json", "\"unit\": \"%\", \"points\"", "\"unit\": \"%\", \"panel\": null, \"points\"", NULL },
  { "fine/about", "measures.json", "\"above\"", "\"about\"", NULL },
  { "fine/day", "sources.json", "2022-05", "2024-02-29", NULL },
  { "fine/long-formula", "measures.json", "a/XX-B + 1.2", "( a/XX-B + 1-1/s/2019 ) × 2 ÷ round ( 2 ) − 0.5", NULL },
  { "fine/check-all-derived", "checks.json", "a/*", "rate/*", NULL },

  /* dataset.json */
  { "dataset/root", "dataset.json", "{", "[1]{", "dataset.json: line 1, column 4: expected the end of the file, found “{”" },
  { "dataset/format", "dataset.json", "org.pivot.Dataset", "org.other",
    "dataset.json: $.format: expected “org.pivot.Dataset”, found the string “org.other”" },
  { "dataset/version", "dataset.json", "\"version\": 1", "\"version\": 2",
    "dataset.json: $.version: expected 1 to 1, found the number 2" },
  { "dataset/version-type", "dataset.json", "\"version\": 1", "\"version\": \"1\"",
    "dataset.json: $.version: expected a whole number, found the string “1”" },
  { "dataset/id", "dataset.json", "\"small\"", "\"Small One\"",
    "dataset.json: $.id: expected an id in kebab-case, found the string “Small One”" },
  { "dataset/no-title", "dataset.json", "\"title\"", "\"titel\"", "dataset.json: $: expected the key “title”" },
  { "dataset/language", "dataset.json", "\"zh_CN\": \"小\"", "\"fr\": \"Petit\"",
    "dataset.json: $.title.fr: expected a language that dataset.json names" },
  { "dataset/no-english", "dataset.json", "{\"en\": \"Small\", ", "{",
    "dataset.json: $.title: expected the key “en”" },
  { "dataset/languages", "dataset.json", "[\"en\", \"zh_CN\"]", "[\"zh_CN\"]",
    "dataset.json: $.languages: expected “en” among the languages" },
  { "dataset/files-type", "dataset.json", "\"files\": {", "\"files\": 5, \"other\": {",
    "dataset.json: $.files: expected an object, found the number 5" },
  { "dataset/no-file-key", "dataset.json", "\"checks\": \"checks.json\"", "\"cheques\": \"checks.json\"",
    "dataset.json: $.files: expected the key “checks”" },
  { "dataset/parent", "dataset.json", "\"checks.json\"", "\"../checks.json\"",
    "dataset.json: $.files.checks: expected the plain name of a file in the same folder, found the string “../checks.json”" },
  { "dataset/absolute", "dataset.json", "\"checks.json\"", "\"/etc/passwd\"", "dataset.json: $.files.checks: expected the plain name*" },
  { "dataset/dots", "dataset.json", "\"checks.json\"", "\"..\"", "dataset.json: $.files.checks: expected the plain name*" },
  { "dataset/empty-name", "dataset.json", "\"checks.json\"", "\"\"", "dataset.json: $.files.checks: expected the plain name*" },
  { "dataset/name-type", "dataset.json", "\"hi.geojson\"", "null",
    "dataset.json: $.files[\"boundaries-hi\"]: expected the plain name*, found null" },
  { "dataset/no-such-file", "dataset.json", "\"hi.geojson\"", "\"ho.geojson\"",
    "ho.geojson: expected a file of this name in the folder, found none" },
  { "dataset/duplicate-key", "dataset.json", "\"version\": 1", "\"version\": 1, \"version\": 1",
    "dataset.json: $.version: expected the key only once, found it a second time" },

  /* The default view; those of the story pass the same reader. */
  { "view/type", "dataset.json", "\"default\": {", "\"default\": 1, \"other\": {",
    "dataset.json: $.default: expected an object, found the number 1" },
  { "view/page", "dataset.json", "\"page\": \"map\"", "\"page\": \"globe\"",
    "dataset.json: $.default.page: expected one of map, firms, story, data, found the string “globe”" },
  { "view/measure", "dataset.json", "\"measure\": \"gap\"", "\"measure\": \"gaps\"",
    "dataset.json: $.default.measure: expected the id of a measure, found the string “gaps”" },
  { "view/against", "dataset.json", "\"against\": \"a\"", "\"against\": null",
    "dataset.json: $.default.against: expected the id of a measure, found null" },
  { "view/selection", "dataset.json", "[\"XX-A\", \"XX-B\"]", "[\"XX-A\", \"XX-Z\"]",
    "dataset.json: $.default.selection[1]: expected the id of a place, found the string “XX-Z”" },
  { "view/selection-twice", "dataset.json", "[\"XX-A\", \"XX-B\"]", "[\"XX-A\", \"XX-A\"]",
    "dataset.json: $.default.selection[1]: expected each id only once, found the string “XX-A”" },
  { "view/classes", "dataset.json", "\"classes\": 5", "\"classes\": 1",
    "dataset.json: $.default.classes: expected 2 to 9, found the number 1" },
  { "view/method", "dataset.json", "\"quantile\"", "\"jenks\"",
    "dataset.json: $.default.method: expected one of quantile, *, found the string “jenks”" },
  { "view/firm", "dataset.json", "\"firm\": \"acme\"", "\"firm\": \"acne\"",
    "dataset.json: $.default.firm: expected the id of a firm, found the string “acne”" },
  { "view/figure", "story.json", "{\"page\": \"story\"}", "{\"figure\": \"9-9\"}",
    "story.json: $[0].steps[0].view.figure: expected the id of a figure, found the string “9-9”" },

  /* sources.json */
  { "source/root", "sources.json", "[", "7\n[", "sources.json: line 2, column 1: expected the end of the file, found “[”" },
  { "source/element", "sources.json", "[", "[true, ", "sources.json: $[0]: expected an object, found true" },
  { "source/no-id", "sources.json", "\"id\": \"computed\", ", "",
    "sources.json: $[2]: expected the key “id”\nmeasures.json: $[2].source: *\nmeasures.json: $[3].source: *" },
  { "source/kind", "sources.json", "\"secondary\"", "\"tertiary\"",
    "sources.json: $[1].kind: expected one of article, primary, secondary, mirror, computed, found the string “tertiary”" },
  { "source/date", "sources.json", "2022-05", "May 2022",
    "sources.json: $[0].date: expected a date as 2013, 2013-05 or 2013-05-20 or null, found the string “May 2022”" },
  { "source/no-such-day", "sources.json", "2022-05", "2023-02-29", "sources.json: $[0].date: expected a date*" },
  { "source/month-13", "sources.json", "2022-05", "2022-13", "sources.json: $[0].date: expected a date*" },
  { "source/url", "sources.json", "https://example.org/", "javascript:alert(1)",
    "sources.json: $[0].url: expected an http or https address or null, found *" },
  { "source/url-space", "sources.json", "https://example.org/", "https://a b", "sources.json: $[0].url: expected an http*" },
  { "source/note-null", "sources.json", "\"Old\"", "null", "sources.json: $[1].note: expected a text*, found null" },
  { "source/blank", "sources.json", "\"Press\"", "\" \\u3000\"", "sources.json: $[0].publisher: expected a text*" },
  { "source/text-list", "sources.json", "\"Press\"", "[\"Press\"]", "sources.json: $[0].publisher: expected a text*, found an array" },
  { "source/text-empty", "sources.json", "\"Press\"", "{}", "sources.json: $[0].publisher: expected the key “en”" },
  { "source/wording", "sources.json", "\"书\"", "3", "sources.json: $[1].title.zh_CN: expected a string*, found the number 3" },

  /* groups.json, places.json */
  { "group/source", "groups.json", "\"book\"", "\"brook\"",
    "groups.json: $[0].source: expected the id of a source, found the string “brook”" },
  { "group/id", "groups.json", "\"north\"", "\"north-\"", "groups.json: $[0].id: expected an id in kebab-case*\nplaces.json: *" },
  { "place/id", "places.json", "\"XX-C\"", "\"xx-c\"", "places.json: $[2].id: expected an id like CN-ZJ, found *" },
  { "place/twice", "places.json", "\"XX-C\"", "\"XX-B\"",
    "places.json: $[2].id: expected an id that nothing else in the file has, found the string “XX-B”\n*" },
  { "place/code-number", "places.json", "\"code\": \"3\"", "\"code\": 3", "places.json: $[2].code: expected a string*, found the number 3" },
  { "place/code-twice", "places.json", "\"code\": \"3\"", "\"code\": \"1\"",
    "places.json: $[2].code: expected a code that no other place has, found the string “1”" },
  { "place/group", "places.json", "[\"north\"]", "[\"south\"]",
    "places.json: $[0].groups[0]: expected the id of a group, found the string “south”" },
  { "place/groups", "places.json", "[\"north\"]", "\"north\"", "places.json: $[0].groups: expected an array, found the string “north”" },
  { "place/no-short", "places.json", "\"short\"", "\"shirt\"", "places.json: $[0]: expected the key “short”" },

  /* Boundaries */
  { "boundary/unknown", "b.geojson", "\"XX-B\"", "\"XX-D\"",
    "b.geojson: $.features[2].id: expected the id of a place, found “XX-D”\n"
    "b.geojson: $.features: expected a feature for the place “XX-B”" },
  { "boundary/none", "places.json", "\"abbr\": \"C\", \"groups\": []}", "\"abbr\": \"C\", \"groups\": []}, {\"id\": \"XX-D\", \"code\": \"4\","
    "\"name\": \"D\", \"short\": \"D\", \"abbr\": \"D\", \"groups\": []}",
    "b.geojson: $.features: expected a feature for the place “XX-D”" },
  { "boundary/open-ring", "b.geojson", "[0, 1], [0, 0]]", "[0, 1], [0, 2]]", "b.geojson: $.features[0].geometry*" },
  { "boundary/latitude", "b.geojson", "[1, 1], [0, 1]", "[1, 91], [0, 1]", "b.geojson: $.features[0].geometry*" },
  { "boundary/huge", "b.geojson", "[1, 1], [0, 1]", "[1e999, 1], [0, 1]", "b.geojson: *finite number*" },
  { "boundary/type", "b.geojson", "\"Polygon\"", "\"Point\"", "b.geojson: $.features[0]*" },
  { "context/syntax", "c.geojson", "[5, 5]", "[5, 5,]", "c.geojson: *" },

  /* measures.json */
  { "measure/decimals", "measures.json", "\"decimals\": 2", "\"decimals\": 7",
    "measures.json: $[3].decimals: expected 0 to 6, found the number 7" },
  { "measure/decimals-fraction", "measures.json", "\"decimals\": 2", "\"decimals\": 2.0",
    "measures.json: $[3].decimals: expected a whole number, found the number 2" },
  { "measure/status", "measures.json", "\"status\": \"sourced\"", "\"status\": \"missing\"",
    "measures.json: $[1].status: expected one of published, sourced, computed, found the string “missing”*" },
  { "measure/midpoint", "measures.json", "\"diverging\"", "\"sequential\"",
    "measures.json: $[2]: expected a midpoint with a diverging scale, and with no other" },
  { "measure/no-midpoint", "measures.json", "\"midpoint\": 0,", "", "measures.json: $[2]: expected a midpoint*" },
  { "measure/no-range", "measures.json", "\"range\": [1, 5],", "",
    "measures.json: $[4]: expected a range with a score, and with no other scale" },
  { "measure/range-order", "measures.json", "[1, 5]", "[5, 1]", "measures.json: $[4].range: expected [min, max], two numbers*" },
  { "measure/out-of-range", "measures.json", "\"XX-B\": 5", "\"XX-B\": 6",
    "measures.json: $[4].values[\"XX-B\"]: expected a value inside the measure's range, found the number 6" },
  { "measure/both", "measures.json", "\"derive\": {\"op\": \"difference\"", "\"values\": {}, \"derive\": {\"op\": \"difference\"",
    "measures.json: $[2]: expected either values or derive" },
  { "measure/neither", "measures.json", "\"values\": {\"XX-A\": 2, \"XX-B\": 5}", "\"volumes\": 1",
    "measures.json: $[4]: expected either values or derive" },
  { "measure/total", "measures.json", "\"total\": 100", "\"total\": 30",
    "measures.json: $[0].total: expected at least the sum of the values, 30.5, found the number 30" },
  { "measure/period", "measures.json", "\"2021\"", "2021", "measures.json: $[0].period: expected a date*, found the number 2021" },
  { "measure/id-twice", "measures.json", "\"id\": \"score\"", "\"id\": \"a\"",
    "measures.json: $[4].id: expected an id that nothing else in the file has, found the string “a”*" },
  { "measure/source-kind", "measures.json", "\"source\": \"book\"", "\"source\": \"paper\"",
    "measures.json: $[1].values[\"XX-A\"]: expected a source outside of the series for what is sourced, found paper" },

  /* values */
  { "value/type", "measures.json", "10.5", "\"10.5\"",
    "measures.json: $[0].values[\"XX-A\"]: expected a number, or an object with a value, found the string “10.5”\n*" },
  { "value/huge", "measures.json", "10.5", "1e999", "measures.json: line 2, column *: expected a finite number, found “1e999”" },
  { "value/place", "measures.json", "\"XX-A\": 10.5", "\"XX-Z\": 10.5",
    "measures.json: $[0].values[\"XX-Z\"]: expected the id of a place as the key\n*" },
  { "value/inner-type", "measures.json", "\"value\": 12", "\"value\": true",
    "measures.json: $[1].values[\"XX-A\"].value: expected a number, found true\n*" },
  { "value/bound", "measures.json", "\"above\"", "\"over\"",
    "measures.json: $[1].values[\"XX-A\"].bound: expected one of above, below, about, found the string “over”" },
  { "value/missing-number", "measures.json", "\"value\": null", "\"value\": 3",
    "measures.json: $[1].values[\"XX-C\"].value: expected null, as the value is missing, found the number 3" },
  { "value/missing-note", "measures.json", ", \"note\": \"Lost\"", "",
    "measures.json: $[1].values[\"XX-C\"]: expected a note that says why the value is missing" },
  { "value/null", "measures.json", "\"value\": 12", "\"value\": null",
    "measures.json: $[1].values[\"XX-A\"].value: expected a number, found null\n*" },
  { "value/no-formula", "measures.json", ", \"formula\": \"round ( a/XX-B + 1.2 )\"", "",
    "measures.json: $[1].values[\"XX-B\"]: expected the key “formula”" },
  { "value/formula-not-computed", "measures.json", "\"note\": \"Over 12\"", "\"formula\": \"6 × 2\"",
    "measures.json: $[1].values[\"XX-A\"].formula: expected a formula for a computed value only" },
  { "value/plain-computed", "measures.json", "\"status\": \"published\", \"values\"", "\"status\": \"computed\", \"values\"",
    "measures.json: $[0].values[\"XX-A\"]: expected an object with the formula of a computed value, found the number 10.5\n*" },
  { "value/published-not-article", "measures.json", "\"source\": \"paper\", \"status\": \"published\"", "\"source\": \"book\", \"status\": \"published\"",
    "measures.json: $[0].values[\"XX-A\"]: expected an article as the source of what is published, found book\n*" },

  /* formulas */
  { "formula/operator", "measures.json", "a/XX-B + 1.2", "a/XX-B * 1.2",
    "measures.json: $[1].values[\"XX-B\"].formula: expected one of + − × ÷, found “?”" },
  { "formula/path", "measures.json", "a/XX-B + 1.2", "a/XX-Z + 1.2",
    "*.formula: expected a path that leads to a value, found “a/XX-Z”" },
  { "formula/missing-value", "measures.json", "a/XX-B + 1.2", "b/XX-C + 1.2", "*expected a path that leads to a value, found “b/XX-C”" },
  { "formula/end", "measures.json", "a/XX-B + 1.2 )", "a/XX-B +", "*expected a number, a value path, “(” or “round”, found the end of the formula" },
  { "formula/open", "measures.json", "a/XX-B + 1.2 )", "a/XX-B", "*expected a closing “)”, found the end of the formula" },
  { "formula/close", "measures.json", "a/XX-B + 1.2 )", "a/XX-B ) )", "*expected one of + − × ÷, found “)”" },
  { "formula/spaces", "measures.json", "a/XX-B + 1.2", "a/XX-B  + 1.2", "*expected one of + − × ÷, found “”" },
  { "formula/negative", "measures.json", "a/XX-B + 1.2", "a/XX-B + -1.2", "*expected a number, a value path*, found “-1.2”" },

  /* derived measures */
  { "derive/op", "measures.json", "\"op\": \"difference\"", "\"op\": \"product\"",
    "measures.json: $[2].derive.op: expected one of difference, ratio, share, per, found the string “product”" },
  { "derive/count", "measures.json", "\"of\": [\"a\", \"b\"]}", "\"of\": [\"a\"]}", "measures.json: $[2].derive.of: expected 2 measures, found 1" },
  { "derive/share-count", "measures.json", "\"difference\"", "\"share\"", "measures.json: $[2].derive.of: expected 1 measure, found 2" },
  { "derive/unknown", "measures.json", "\"of\": [\"a\", \"b\"]}", "\"of\": [\"a\", \"z\"]}",
    "measures.json: $[2].derive.of[1]: expected the id of a measure, found the string “z”" },
  { "derive/itself", "measures.json", "\"of\": [\"a\", \"b\"]}", "\"of\": [\"a\", \"gap\"]}",
    "measures.json: $[2].derive: expected measures that are not derived in a circle, found gap → gap" },
  { "derive/factor", "measures.json", ", \"factor\": 1000", "", "measures.json: $[3].derive: expected a factor with “per”, and with no other op" },
  { "derive/no-factor-wanted", "measures.json", "\"of\": [\"a\", \"b\"]}", "\"of\": [\"a\", \"b\"], \"factor\": 2}", "measures.json: $[2].derive: expected a factor*" },
  { "derive/status", "measures.json", "\"source\": \"computed\", \"status\": \"computed\"", "\"source\": \"computed\", \"status\": \"published\"",
    "measures.json: $[2].status: expected computed, as the measure is derived, found the string “published”" },
  { "derive/nothing", "measures.json", "\"of\": [\"a\", \"b\"]}", "\"of\": [\"a\", \"n\"]}, \"x\": 0}, {\"id\": \"n\", \"label\": \"N\", \"short\": \"N\", \"unit\": \"n\","
    "\"decimals\": 0, \"period\": null, \"description\": \"N\", \"scale\": \"sequential\", \"total\": null, \"source\": \"paper\", \"status\": \"published\", \"values\": {\"XX-C\": 1}",
    "measures.json: $[2].derive: expected a value for at least one place" },

  /* firms.json */
  { "firm/place", "firms.json", "\"place\": \"XX-A\"", "\"place\": \"XX-Q\"", "firms.json: $[0].place: expected the id of a place, found the string “XX-Q”" },
  { "firm/code", "firms.json", "\"600000\"", "600000", "firms.json: $[0].code: expected a string that is not empty or null, found the number 600000" },
  { "firm/member", "firms.json", "\"yes\"", "true", "firms.json: $[0].programme.member: expected one of yes, no, unknown, found true" },
  { "firm/batch", "firms.json", "\"batch\": 2", "\"batch\": 0", "firms.json: $[0].programme.batch: expected at least 1, found the number 0" },
  { "firm/batch-of-none", "firms.json", "\"yes\"", "\"no\"",
    "firms.json: $[0].programme.batch: expected null, as only a member has a batch, found the number 2" },
  { "firm/programme", "firms.json", "\"programme\": {", "\"programme\": null, \"p\": {", "firms.json: $[0].programme: expected an object, found null" },
  { "firm/programme-source", "firms.json", ", \"source\": \"book\"}", "}", "firms.json: $[0].programme: expected the key “source”" },
  { "firm/sources-twice", "firms.json", "[\"book\", \"paper\"]", "[\"book\", \"paper\", \"book\"]",
    "firms.json: $[0].sources[2]: expected each id only once, found the string “book”" },
  { "firm/no-website", "firms.json", "\"website\"", "\"web\"", "firms.json: $[0]: expected the key “website”" },
  { "event/order", "firms.json", "\"date\": \"2001\"", "\"date\": \"2011\"",
    "firms.json: $[0].events[1].date: expected events in order of date, found the string “2010-01”" },
  { "event/end", "firms.json", "2010-02", "2009", "firms.json: $[0].events[1].end: expected an end that is not before the date, found the string “2009”" },
  { "event/kind", "firms.json", "\"founding\"", "\"birth\"", "firms.json: $[0].events[0].kind: expected one of founding, *, found the string “birth”" },
  { "event/party", "firms.json", "\"mixed\"", "\"both\"", "firms.json: $[0].events[1].party: expected one of *" },
  { "event/status", "firms.json", "\"status\": \"sourced\"", "\"status\": \"computed\"", "firms.json: $[0].events[0].status: expected one of published, sourced, found *" },
  { "event/source-kind", "firms.json", "\"status\": \"published\", \"source\": \"paper\"", "\"status\": \"published\", \"source\": \"book\"",
    "firms.json: $[0].events[1]: expected an article as the source of what is published, found book" },
  { "event/source-of-firm", "firms.json", "[\"book\", \"paper\"]", "[\"book\"]",
    "firms.json: $[0].events[1].source: expected one of the firm's sources, found the string “paper”" },

  /* figures.json */
  { "figure/part", "figures.json", "\"part\": 1, \"title\": \"M\"", "\"part\": 2, \"title\": \"M\"",
    "story.json: $: expected a part 2, to which the figure “1-2” belongs" },
  { "figure/chart", "figures.json", "\"chart\": \"line\"", "\"chart\": \"pie\"", "figures.json: $[0].chart: expected one of line, *, found the string “pie”" },
  { "figure/coverage", "figures.json", "\"partial\"", "\"complete\"",
    "figures.json: $[0].coverage: expected another word, as there are missing values, found the string “complete”" },
  { "figure/axis", "figures.json", "\"type\": \"time\"", "\"type\": \"log\"", "figures.json: $[0].x.type: expected one of time, category, number, found *" },
  { "figure/half-axes", "figures.json", "\"x\": null", "\"x\": {\"label\": \"L\", \"unit\": null, \"type\": \"time\"}",
    "figures.json: $[1].y: expected an object, found null" },
  { "figure/no-axes", "figures.json", "\"x\": null, \"y\": null, \"series\": []",
    "\"x\": null, \"y\": null, \"series\": [{\"id\": \"s\", \"label\": \"S\", \"unit\": \"%\", \"points\": []}]",
    "figures.json: $[1].series[0]: expected a panel, as the figure has no axes" },
  { "figure/panel", "figures.json", "\"panel\": \"low\"", "\"panel\": \"high\"",
    "figures.json: $[0].series[1].panel: expected the id of a panel of the figure, found the string “high”" },
  { "figure/panel-twice", "figures.json", "\"type\": \"number\"}}]", "\"type\": \"number\"}}, {\"id\": \"low\", \"title\": \"L\", \"chart\": \"bar\","
    "\"x\": {\"label\": \"K\", \"unit\": null, \"type\": \"time\"}, \"y\": {\"label\": \"K\", \"unit\": null, \"type\": \"number\"}}]",
    "figures.json: $[0].panels[1].id: expected an id that no other panel of the figure has, found *" },
  { "figure/unit", "figures.json", "\"unit\": \"%\", \"points\"", "\"unit\": \"per cent\", \"points\"",
    "figures.json: $[0].series[0].unit: expected the unit of the y axis, found the string “per cent”" },
  { "figure/series-twice", "figures.json", "\"id\": \"k\"", "\"id\": \"s\"",
    "figures.json: $[0].series[1].id: expected an id that no other series of the figure has, found the string “s”" },
  { "figure/no-points", "figures.json", "[{\"x\": \"old\", \"label\": \"Old\", \"value\": 3, \"status\": \"published\", \"source\": \"paper\"}]", "[]",
    "figures.json: $[0].series[1].points: expected at least one point" },
  { "figure/unlisted-source", "figures.json", "\"sources\": [\"book\", \"paper\"]", "\"sources\": [\"book\"]",
    "figures.json: $[0].sources: expected also “paper”, which a point names" },
  { "figure/statement", "figures.json", "[\"It grew\"]", "[7]", "figures.json: $[0].statements[0]: expected a text*, found the number 7" },
  { "figure/measure", "figures.json", "\"measures\": [\"a\"]", "\"measures\": [\"aa\"]", "figures.json: $[0].measures[0]: expected the id of a measure*" },
  { "point/x", "figures.json", "\"x\": \"2019\"", "\"x\": 2019", "figures.json: $[0].series[0].points[0].x: expected a date*, found the number 2019\n*" },
  { "point/slash", "figures.json", "\"x\": \"old\"", "\"x\": \"old/new\"",
    "figures.json: $[0].series[1].points[0].x: expected an id in kebab-case, found the string “old/new”" },
  { "point/order", "figures.json", "2020-06", "2018-06", "figures.json: $[0].series[0].points[1].x: expected points in order of time, found *" },
  { "point/twice", "figures.json", "2020-06", "2019", "figures.json: $[0].series[0].points[1].x: expected an x that no other point of the series has*" },
  { "point/label", "figures.json", "\"label\": \"Old\", ", "", "figures.json: $[0].series[1].points[0]: expected a label, as the axis is of categories" },
  { "point/status", "figures.json", "\"value\": 3, \"status\": \"published\"", "\"value\": 3",
    "figures.json: $[0].series[1].points[0]: expected the key “status”" },
  { "point/source", "figures.json", "\"status\": \"sourced\", \"source\": \"book\"", "\"status\": \"sourced\"",
    "figures.json: $[0].series[0].points[0]: expected a source" },
  { "point/bare", "figures.json", "{\"x\": \"2019\", \"value\": 1.5, \"status\": \"sourced\", \"source\": \"book\"}", "1.5",
    "figures.json: $[0].series[0].points[0]: expected an object, found the number 1.5\n*" },

  /* story.json */
  { "story/part-twice", "story.json", "[{\"part\": 1", "[{\"part\": 1, \"title\": \"T\", \"summary\": \"S\", \"steps\": []}, {\"part\": 1",
    "story.json: $[1].part: expected a part that no other has, found the number 1" },
  { "story/part-zero", "story.json", "\"part\": 1", "\"part\": 0", "story.json: $[0].part: expected at least 1, found the number 0" },
  { "story/figure", "story.json", "\"figure\": \"1-1\"", "\"figure\": \"1-3\"", "story.json: $[0].steps[0].figure: expected the id of a figure, found the string “1-3”" },
  { "story/no-view", "story.json", ", \"view\": {}", "", "story.json: $[0].steps[1]: expected the key “view”" },
  { "story/step", "story.json", "\"steps\": [", "\"steps\": [null, ", "story.json: $[0].steps[0]: expected an object, found null" },

  /* checks.json */
  { "check/kind", "checks.json", "\"difference\"", "\"product\"", "checks.json: $[0].kind: expected one of difference, *, found the string “product”" },
  { "check/path", "checks.json", "b/XX-A", "b/XX-Z", "checks.json: $[0].of[1]: expected a path that leads to a value, found the string “b/XX-Z”" },
  { "check/missing", "checks.json", "b/XX-A", "b/XX-C", "checks.json: $[0].of[1]: expected a path that leads to a value, found *" },
  { "check/point", "checks.json", "1-1/s/2019", "1-1/s/2018", "checks.json: $[2].of[0]: expected a path that leads to a value*" },
  { "check/all", "checks.json", "a/*", "z/*", "checks.json: $[1].of[0]: expected a path that leads to a value*" },
  { "check/operand", "checks.json", "[4, ", "[null, ", "checks.json: $[3].of[0]: expected a value path or a number, found null" },
  { "check/count", "checks.json", "[\"a/XX-A\", \"b/XX-A\"]", "[\"a/XX-A\"]", "checks.json: $[0].of: expected 2 values, found 1" },
  { "check/count-all", "checks.json", "[4, \"a/XX-B\"]", "[4, \"a/*\"]", "checks.json: $[3].of: expected 2 values, found 3" },
  { "check/none", "checks.json", "[\"a/*\"]", "[]", "checks.json: $[1].of: expected at least one value, found 0" },
  { "check/zero", "checks.json", "[4, \"a/XX-B\"]", "[4, 0]", "checks.json: $[3].of: expected a divisor that is not zero" },
  { "check/printed", "checks.json", "-1.5", "\"-1.5\"", "checks.json: $[0].printed: expected a number, found the string “-1.5”" },
  { "check/bound", "checks.json", "\"above\"", "\"about\"", "checks.json: $[1].bound: expected one of above, below, found the string “about”" },
  { "check/conflict", "checks.json", ",\n  {\"value\": \"one or two\", \"source\": \"book\", \"where\": \"p. 2\"}", "",
    "checks.json: $[4].values: expected at least two values that disagree" },
  { "check/where", "checks.json", ", \"where\": \"p. 1\"", "", "checks.json: $[4].values[0]: expected the key “where”" },
  { "check/assessment", "checks.json", ", \"assessment\": \"Unclear\"", "", "checks.json: $[4]: expected the key “assessment”" },
  { "check/id-twice", "checks.json", "\"mean-a\"", "\"gap-a\"", "checks.json: $[1].id: expected an id that nothing else in the file has, found *" },

  /* Bytes */
  { "bytes/syntax", "firms.json", "\"name\": \"Acme\",", "\"name\": \"Acme\"", "firms.json: line 1, column *: expected a comma or “}”, found “\"”" },
  { "bytes/utf-8", "firms.json", "Acme", "Acm\xe9", "firms.json: line 1, column *: expected text in UTF-8, found the byte 0xE9" },
  { "bytes/null", "firms.json", "Acme", "Ac\\u0000me", "firms.json: line 1, column *: expected a character other than U+0000*" },
  { "bytes/duplicate", "measures.json", "\"XX-B\": 20", "\"XX-A\": 20",
    "measures.json: $[0].values[\"XX-A\"]: expected the key only once, found it a second time\n*" },
};

static void
test_fault (SmallDataset  *dataset,
            gconstpointer  data)
{
  const Fault *fault = data;
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  small_dataset_patch (dataset, fault->file, fault->find, fault->replace);
  message = small_dataset_load (dataset, &error);

  if (fault->message == NULL)
    {
      g_assert_cmpstr (message, ==, NULL);
      return;
    }

  if (message == NULL)
    g_error ("the fault was not found");
  if (!g_pattern_match_simple (fault->message, message))
    g_error ("“%s” does not match “%s”", message, fault->message);
  g_assert_true (error->domain == PIVOT_DATA_ERROR);
}

/* Faults in many files at once, each reported. */
static void
test_many (SmallDataset  *dataset,
           gconstpointer  data)
{
  static const char * const patterns[] = {
    "*sources.json: $[1].kind: *", "*places.json: $[2].code: *", "*measures.json: $[3].decimals: *",
    "*firms.json: $[0].code: *", "*figures.json: $[0].chart: *", "*story.json: $[0].part: *",
    "*checks.json: $[0].printed: *", "*dataset.json: $.default.page: *", "*ho.geojson: *", "*b.geojson: *",
  };
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  small_dataset_patch (dataset, "sources.json", "\"secondary\"", "\"tertiary\"");
  small_dataset_patch (dataset, "places.json", "\"code\": \"3\"", "\"code\": 3");
  small_dataset_patch (dataset, "measures.json", "\"decimals\": 2", "\"decimals\": 7");
  small_dataset_patch (dataset, "firms.json", "\"600000\"", "600000");
  small_dataset_patch (dataset, "figures.json", "\"chart\": \"line\"", "\"chart\": \"pie\"");
  small_dataset_patch (dataset, "story.json", "\"part\": 1", "\"part\": 0");
  small_dataset_patch (dataset, "checks.json", "-1.5", "\"-1.5\"");
  small_dataset_patch (dataset, "dataset.json", "\"page\": \"map\"", "\"page\": \"globe\"");
  small_dataset_patch (dataset, "dataset.json", "hi.geojson", "ho.geojson");
  small_dataset_patch (dataset, "b.geojson", "[0, 1], [0, 0]]", "[0, 1], [0, 2]]");

  message = small_dataset_load (dataset, &error);
  g_assert_nonnull (message);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (!g_pattern_match_simple (patterns[i], message))
      g_error ("“%s” does not match “%s”", message, patterns[i]);
  g_assert_nonnull (strstr (error->message, "more problems)"));
}

/* What names the things of a file that cannot be read is not blamed for it. */
static void
test_no_echo (SmallDataset  *dataset,
              gconstpointer  data)
{
  g_autofree char *message = NULL;

  small_dataset_write (dataset, data, "[", -1);
  message = small_dataset_load (dataset, NULL);
  g_assert_nonnull (message);
  g_assert_null (strchr (message, '\n'));
  g_assert_true (g_str_has_prefix (message, data));
}

static void
test_cap (SmallDataset  *dataset,
          gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(GListModel) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotDataset) loaded = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s7", i > 0 ? "," : "");
  g_string_append_c (text, ']');
  small_dataset_write (dataset, "checks.json", text->str, -1);

  loaded = pivot_dataset_loader_load (dataset->folder, NULL, &problems, &error);
  g_assert_null (loaded);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, PIVOT_LOADER_MAX_PROBLEMS);
  g_assert_cmpstr (error->message, ==,
                   "checks.json: $[0]: expected an object, found the number 7 (and 199 more problems)");
}

/* A file cut anywhere is reported, and only it. */
static void
test_truncated (SmallDataset  *dataset,
                gconstpointer  data)
{
  const char *file = data;
  g_autofree char *text = small_dataset_get (file);
  gsize length = strlen (g_strchomp (text));

  for (gsize cut = 0; cut < length; cut += cut < 40 ? 1 : 7)
    {
      g_autofree char *message = NULL;

      small_dataset_write (dataset, file, text, (gssize) cut);
      message = small_dataset_load (dataset, NULL);
      if (message == NULL || !g_str_has_prefix (message, file) || strchr (message, '\n') != NULL)
        g_error ("%s cut at %" G_GSIZE_FORMAT ": %s", file, cut, message);
    }
}

static void
test_deep (SmallDataset  *dataset,
           gconstpointer  data)
{
  const char *file = data;
  g_autofree char *message = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "{\"a\":[");
  small_dataset_write (dataset, file, text->str, (gssize) text->len);

  message = small_dataset_load (dataset, NULL);
  g_assert_nonnull (message);
  g_assert_true (g_str_has_prefix (message, file));
  g_assert_nonnull (strstr (message, "less nesting"));
}

/* A chain of derived measures as long as a file, in the order that a recursive reader likes least. */
static void
test_long_chain (SmallDataset  *dataset,
                 gconstpointer  data)
{
  const guint n = 3000;
  gboolean circle = data != NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *next = i + 1 < n ? g_strdup_printf ("m%u", i + 1) : g_strdup (circle ? "m0" : "a");

      g_string_append_printf (text,
                              "%s{\"id\": \"m%u\", \"label\": \"M\", \"short\": \"M\", \"unit\": \"n\", \"decimals\": 1, "
                              "\"period\": null, \"description\": \"M\", \"scale\": \"sequential\", \"total\": null, "
                              "\"source\": \"computed\", \"status\": \"computed\", "
                              "\"derive\": {\"op\": \"share\", \"of\": [\"%s\"]}}, ",
                              i > 0 ? "" : "[", i, next);
    }
  small_dataset_patch (dataset, "measures.json", "[", text->str);

  message = small_dataset_load (dataset, NULL);
  if (!circle)
    g_assert_cmpstr (message, ==, NULL);
  else
    g_assert_cmpstr (message, ==,
                     "measures.json: $[0].derive: expected measures that are not derived in a circle, "
                     "found m0 → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → …");
}

static void
test_deep_formula (SmallDataset  *dataset,
                   gconstpointer  data)
{
  g_autoptr(GString) formula = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (formula, data);
  small_dataset_patch (dataset, "measures.json", "round ( a/XX-B + 1.2 )", formula->str);
  message = small_dataset_load (dataset, NULL);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "$[1].values[\"XX-B\"].formula: expected less nesting"));
}

int
main (int    argc,
      char **argv)
{
  static const char * const parsed[] = {
    "dataset.json", "sources.json", "groups.json", "places.json", "measures.json", "firms.json", "figures.json",
    "story.json", "checks.json", "b.geojson", "c.geojson",
  };

  g_test_init (&argc, &argv, NULL);

#define add(path, data, test) \
  g_test_add (path, SmallDataset, data, small_dataset_set_up, test, small_dataset_tear_down)

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/", faults[i].name, NULL);

      add (path, &faults[i], test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parsed); i++)
    {
      g_autofree char *truncated = g_strconcat ("/truncated/", parsed[i], NULL);
      g_autofree char *deep = g_strconcat ("/deep/", parsed[i], NULL);
      g_autofree char *echo = g_strconcat ("/no-echo/", parsed[i], NULL);

      add (truncated, parsed[i], test_truncated);
      add (deep, parsed[i], test_deep);
      add (echo, parsed[i], test_no_echo);
    }
  add ("/many", NULL, test_many);
  add ("/cap", NULL, test_cap);
  add ("/chain/long", NULL, test_long_chain);
  add ("/chain/circle", "circle", test_long_chain);
  add ("/formula/parentheses", "( ", test_deep_formula);
  add ("/formula/rounds", "round ", test_deep_formula);

  return g_test_run ();
}
