/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pivot-lexer.h"

#include <string.h>

/* The grammar: cases in the manner of N. Seriot's "Parsing JSON is a Minefield" (2016). */
typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* NULL: it is JSON; else a pattern */
} Case;

static const Case cases[] = {
  { "empty-array", "[]", NULL },
  { "empty-object", "{}", NULL },
  { "nested", "[[[],{}],{\"a\":{\"b\":[1,2]}}]", NULL },
  { "space", " \t\r\n[ \t\r\n1 , 2 ] \n", NULL },
  { "lone-number", "42", NULL },
  { "lone-string", "\"a\"", NULL },
  { "lone-null", "null", NULL },
  { "true", "[true,false,null]", NULL },
  { "zero", "[0,-0,0.0,-0.0,0e0]", NULL },
  { "exponents", "[1e1,1E1,1e+1,1e-1,1.5e3,-1.5E-3]", NULL },
  { "tiny", "[1e-999]", NULL },
  { "long-number", "[123456789012345678901234567890.123456789012345678901234567890]", NULL },
  { "byte-order-mark", "\xef\xbb\xbf[1]", NULL },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"]", NULL },
  { "surrogates", "[\"\\ud83d\\ude00\"]", NULL },
  { "utf-8", "[\"é中😀\"]", NULL },
  { "delete", "[\"\x7f\"]", NULL },
  { "empty-name", "{\"\":0}", NULL },
  { "highest", "[\"\xf4\x8f\xbf\xbf\"]", NULL },

  { "empty", "", "x: line 1, column 1: expected a value, found the end of the file" },
  { "only-space", "  \n ", "x: line 2, column 2: expected a value, found the end of the file" },
  { "only-mark", "\xef\xbb\xbf", "*expected a value, found the end of the file" },
  { "open-array", "[1", "x: line 1, column 3: expected a comma or “]”, found the end of the file" },
  { "open-object", "{\"a\":1", "*expected a comma or “}”, found the end of the file" },
  { "open-string", "[\"a", "*expected the end of the string, found the end of the file" },
  { "mismatch", "[1}", "*expected a comma or “]”, found “}”" },
  { "mismatch-object", "{\"a\":1]", "*expected a comma or “}”, found “]”" },
  { "close-only", "]", "*expected a value, found “]”" },
  { "trailing-comma", "[1,]", "*column 4: expected a value, found “]”" },
  { "trailing-comma-object", "{\"a\":1,}", "*expected a name in double quotes, found “}”" },
  { "two-commas", "[1,,2]", "*expected a value, found “,”" },
  { "first-comma", "[,1]", "*expected a value, found “,”" },
  { "no-comma", "[1 2]", "*expected a comma or “]”, found “2”" },
  { "no-colon", "{\"a\" 1}", "*expected a colon after the name, found “1”" },
  { "no-value", "{\"a\":}", "*expected a value, found “}”" },
  { "two-colons", "{\"a\"::1}", "*expected a value, found “:”" },
  { "bare-name", "{a:1}", "*expected a name in double quotes, found “a”" },
  { "number-name", "{1:1}", "*expected a name in double quotes, found “1”" },
  { "single-quotes", "['a']", "*expected a value, found “'”" },
  { "rest", "[1]x", "*expected the end of the file, found “x”" },
  { "two-values", "1 2", "*expected the end of the file, found “2”" },
  { "comment", "[1/*a*/]", "*expected a comma*, found “/”" },
  { "word", "[nul]", "*expected a value, found “n”" },
  { "capital", "[True]", "*expected a value, found “T”" },
  { "nan", "[NaN]", "*expected a value, found “N”" },
  { "infinity", "[-Infinity]", "*expected a digit, found “I”" },
  { "huge", "[1e999]", "x: line 1, column 2: expected a finite number, found “1e999”" },
  { "huge-negative", "[-1e999]", "*expected a finite number, found “-1e999”" },
  { "leading-zero", "[012]", "*expected a digit, found “1”" },
  { "plus", "[+1]", "*expected a value, found “+”" },
  { "minus", "[-]", "*expected a digit, found “]”" },
  { "point-first", "[.5]", "*expected a value, found “.”" },
  { "point-last", "[1.]", "*expected a digit, found “]”" },
  { "point-exponent", "[1.e5]", "*expected a digit, found “e”" },
  { "no-exponent", "[1e]", "*expected a digit, found “]”" },
  { "no-exponent-digit", "[1e+]", "*expected a digit, found “]”" },
  { "two-points", "[1.2.3]", "*expected a comma*, found “.”" },
  { "hexadecimal", "[0x1]", "*expected a comma*, found “x”" },
  { "control", "[\"a\x01\"]", "*column 4: expected no control character in a string, found U+0001" },
  { "line-feed", "[\"a\n\"]", "*expected no control character in a string, found U+000A" },
  { "bad-escape", "[\"\\x\"]", "*after a backslash, found “x”" },
  { "lost-escape", "[\"\\", "*after a backslash, found the end of the file" },
  { "short-unicode", "[\"\\u00\"]", "*expected four hexadecimal digits*" },
  { "null-character", "[\"\\u0000\"]", "*expected a character other than U+0000*" },
  { "lone-high", "[\"\\ud83d\"]", "*expected both halves of a surrogate pair*" },
  { "lone-low", "[\"\\ude00\"]", "*expected both halves of a surrogate pair*" },
  { "two-highs", "[\"\\ud83d\\ud83d\"]", "*expected both halves of a surrogate pair*" },
  { "high-and-text", "[\"\\ud83dabcdef\"]", "*expected both halves of a surrogate pair*" },
  { "continuation", "[\"\x80\"]", "x: line 1, column 3: expected text in UTF-8, found the byte 0x80" },
  { "overlong", "[\"\xc0\xaf\"]", "*expected text in UTF-8, found the byte 0xC0" },
  { "overlong-3", "[\"\xe0\x80\xaf\"]", "*expected text in UTF-8*" },
  { "encoded-surrogate", "[\"\xed\xa0\x80\"]", "*expected text in UTF-8*" },
  { "too-high", "[\"\xf4\x90\x80\x80\"]", "*expected text in UTF-8*" },
  { "latin-1", "[\"caf\xe9\"]", "*column 6: expected text in UTF-8, found the byte 0xE9" },
  { "cut-utf-8", "[\"\xe4\xb8", "*expected text in UTF-8*" },
  { "utf-8-outside", "[é]", "*expected a value, found “é”" },
  { "bad-utf-8-outside", "[\xff]", "*expected text in UTF-8, found the byte 0xFF" },
  { "utf-16", "\xff\xfe[", "*expected text in UTF-8, found the byte 0xFF" },
  { "line", "[\n1,\n  é\n]", "x: line 3, column 3: expected a value, found “é”" },
};

static gboolean
check (const char         *text,
       gsize               length,
       const PivotLimits  *limits,
       char              **message)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (10);
  g_autoptr(PivotProblem) first = NULL;
  /* In memory of its own, so that a sanitizer sees a read past the end. */
  g_autofree char *copy = length > 0 ? g_memdup2 (text, length) : NULL;
  gboolean valid = pivot_lexer_check (copy, length, limits, "x", problems);

  g_assert_cmpuint (pivot_problems_get_total (problems), ==, valid ? 0 : 1);
  first = g_list_model_get_item (pivot_problems_get_list (problems), 0);
  *message = first != NULL ? pivot_problem_to_string (first) : NULL;

  return valid;
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *message = NULL;
  gboolean valid = check (row->text, strlen (row->text), &pivot_limits_data, &message);

  if (row->message == NULL && !valid)
    g_error ("“%s”: %s", row->text, message);
  if (row->message != NULL && (valid || !g_pattern_match_simple (row->message, message)))
    g_error ("“%s”: “%s” does not match “%s”", row->text, message, row->message);
}

static void
test_tokens (void)
{
  const char *text = "{\"a\\n\": [1.5, -2, \"\\ud83d\\ude00é\"], \"b\": true}";
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, strlen (text), &pivot_limits_data);

  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_OBJECT_START);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NAME);
  g_assert_cmpstr (pivot_lexer_get_string (lexer), ==, "a\n");
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ARRAY_START);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NUMBER);
  g_assert_cmpfloat (pivot_lexer_get_number (lexer), ==, 1.5);
  g_assert_false (pivot_lexer_is_integer (lexer));
  g_assert_cmpuint (pivot_lexer_get_offset (lexer), ==, 9);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NUMBER);
  g_assert_cmpfloat (pivot_lexer_get_number (lexer), ==, -2);
  g_assert_true (pivot_lexer_is_integer (lexer));
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_STRING);
  g_assert_cmpstr (pivot_lexer_get_string (lexer), ==, "😀é");
  g_assert_cmpstr (pivot_lexer_get_string (lexer), ==, "😀é");
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ARRAY_END);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NAME);
  g_assert_cmpstr (pivot_lexer_get_string (lexer), ==, "b");
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_TRUE);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_OBJECT_END);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_END);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_END);
}

static void
test_skip (void)
{
  const char *text = "[[1, {\"a\": [2]}], 3]";
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, strlen (text), &pivot_limits_data);

  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ARRAY_START);
  g_assert_true (pivot_lexer_skip (lexer, pivot_lexer_next (lexer)));
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NUMBER);
  g_assert_cmpfloat (pivot_lexer_get_number (lexer), ==, 3);
  g_assert_true (pivot_lexer_skip (lexer, PIVOT_TOKEN_NUMBER));
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ARRAY_END);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_END);
}

/* An error stays, wherever in a value it was met. */
static void
test_error_stays (void)
{
  const char *text = "[[1, {\"a\": x";
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, strlen (text), &pivot_limits_data);

  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ARRAY_START);
  g_assert_false (pivot_lexer_skip (lexer, pivot_lexer_next (lexer)));
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ERROR);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_ERROR);
  g_assert_cmpuint (pivot_lexer_get_offset (lexer), ==, strlen (text) - 1);
}

static void
assert_limit (const char        *text,
              const PivotLimits *limits,
              const char        *pattern)
{
  g_autofree char *message = NULL;
  gboolean valid = check (text, strlen (text), limits, &message);

  g_assert_true (valid == (pattern == NULL));
  if (pattern != NULL && !g_pattern_match_simple (pattern, message))
    g_error ("“%s” does not match “%s”", message, pattern);
}

static void
test_limits (void)
{
  const PivotLimits limits = { .max_bytes = 24, .max_depth = 3, .max_elements = 5, .max_string = 4 };

  assert_limit ("[[[1]]]", &limits, NULL);
  assert_limit ("[[[[1]]]]", &limits, "x: line 1, column 4: expected less nesting");
  assert_limit ("[{\"a\":[{}]}]", &limits, "*expected less nesting");
  assert_limit ("[1,2,3,4]", &limits, NULL);
  assert_limit ("[1,2,3,4,5]", &limits, "*expected fewer values");
  assert_limit ("[\"abcd\"]", &limits, NULL);
  assert_limit ("[\"abcde\"]", &limits, "*column 2: expected a shorter string");
  assert_limit ("[\"\\n\\n\\n\"]", &limits, "*expected a shorter string");
  assert_limit ("{\"abcde\":1}", &limits, "*expected a shorter string");
  assert_limit ("[12345]", &limits, "*expected a shorter number");
  assert_limit ("[1                     ]", &limits, NULL);
  assert_limit ("[1                      ]", &limits, "*expected a smaller file*");
}

static void
test_deep (gconstpointer data)
{
  const char *opening = data;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, opening);

  g_assert_false (check (text->str, text->len, &pivot_limits_data, &message));
  g_assert_nonnull (strstr (message, "expected less nesting"));
}

/* Deep is fine where it is allowed: the depth costs a byte, not a stack frame. */
static void
test_deep_allowed (void)
{
  PivotLimits limits = pivot_limits_data;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *message = NULL;

  limits.max_depth = 100000;
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, ']');

  g_assert_true (check (text->str, text->len, &limits, &message));
}

static void
assert_number (const char *text)
{
  g_autoptr(PivotLexer) lexer = pivot_lexer_new (text, strlen (text), &pivot_limits_data);
  double expected = g_ascii_strtod (text, NULL);
  double number;

  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_NUMBER);
  number = pivot_lexer_get_number (lexer);
  if (memcmp (&number, &expected, sizeof number) != 0)
    g_error ("%s: %.17g is not %.17g", text, number, expected);
  g_assert_cmpint (pivot_lexer_next (lexer), ==, PIVOT_TOKEN_END);
}

static void
test_numbers (void)
{
  static const char * const texts[] = {
    "0", "-0", "0.0", "-0.0", "1", "9007199254740992", "9007199254740993", "9007199254740995", "-9007199254740993",
    "18446744073709551615", "18446744073709551616", "9999999999999999999", "99999999999999999999",
    "1e22", "1e23", "123456789e22", "1e-22", "1e-23", "4.35", "0.1", "0.3", "2.675", "1.005",
    "1.7976931348623157e308", "2.2250738585072014e-308", "2.2250738585072011e-308", "5e-324", "2e-324", "1e-400",
    "0.500000000000000166533453693773481063544750213623046875", "3.518437208883201171875e13",
    "9007199254740993e-1", "900719925474099.3", "117.18634033203125", "0.000000000000000001", "1e-05",
    "1000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000000001",
    "1e-0", "1e+00", "1e0000000000000000000001", "0e99999999999999999999", "12345678901234567890e-10",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_number (texts[i]);
}

/* The fast way gives the very double that strtod gives. */
static void
test_random_numbers (void)
{
  for (guint i = 0; i < 400000; i++)
    {
      guint64 digits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      char text[64];

      digits >>= g_test_rand_int_range (0, 63);
      switch (i % 4)
        {
        case 0:
          g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT "e%d", digits, g_test_rand_int_range (-30, 30));
          break;
        case 1:
          g_snprintf (text, sizeof text, "%.*f", g_test_rand_int_range (1, 18), g_test_rand_double_range (-180, 180));
          break;
        case 2:
          g_snprintf (text, sizeof text, "%.*e", g_test_rand_int_range (0, 20), g_test_rand_double_range (-1e6, 1e6));
          break;
        default:
          g_snprintf (text, sizeof text, "-%" G_GUINT64_FORMAT ".%u", digits >> 32, g_test_rand_int () & 0xffffff);
        }
      assert_number (text);
    }
}

/* Halfway between two doubles, and a hair to either side. */
static void
test_halfway_numbers (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      guint64 odd = (G_GUINT64_CONSTANT (1) << 53) + 2 * (guint64) (guint32) g_test_rand_int () + 1;
      char text[64];

      for (int offset = -1; offset <= 1; offset++)
        {
          g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, odd + (guint64) offset);
          assert_number (text);
          /* × 5 ÷ 10: the same number divided by two. */
          g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT "e-1", (odd + (guint64) offset) * 5);
          assert_number (text);
        }
    }
}

/* Cut anywhere, a document is an error and nothing else. */
static void
test_truncated (void)
{
  const char *text = "{\"a\": [1.5e3, \"\\u00e9中\", true, null], \"b\": {\"c\": -0.25}}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *message = NULL;

      g_assert_false (check (text, length, &pivot_limits_data, &message));
    }
}

static void
test_problems (void)
{
  g_autoptr(PivotProblems) problems = pivot_problems_new (2);
  g_autoptr(GError) error = NULL;
  g_autoptr(PivotProblem) problem = NULL;
  g_autofree char *text = NULL;

  g_assert_false (pivot_problems_to_error (problems, &error));
  g_assert_no_error (error);

  pivot_problems_add (problems, PIVOT_DATA_ERROR_TYPE, "a.json", "$[1]", "a number", "null");
  g_assert_false (pivot_problems_is_full (problems));
  pivot_problems_add (problems, PIVOT_DATA_ERROR_IO, "b.json", NULL, "a file", NULL);
  g_assert_true (pivot_problems_is_full (problems));
  pivot_problems_add (problems, PIVOT_DATA_ERROR_RANGE, "c.json", "$", "less", NULL);

  g_assert_cmpuint (pivot_problems_get_total (problems), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (pivot_problems_get_list (problems)), ==, 2);

  problem = g_list_model_get_item (pivot_problems_get_list (problems), 1);
  g_object_get (problem, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "b.json: expected a file");

  g_assert_true (pivot_problems_to_error (problems, &error));
  g_assert_error (error, PIVOT_DATA_ERROR, PIVOT_DATA_ERROR_TYPE);
  g_assert_cmpstr (error->message, ==, "a.json: $[1]: expected a number, found null (and 2 more problems)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/lexer/grammar/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/lexer/tokens", test_tokens);
  g_test_add_func ("/lexer/skip", test_skip);
  g_test_add_func ("/lexer/error-stays", test_error_stays);
  g_test_add_func ("/lexer/limits", test_limits);
  g_test_add_data_func ("/lexer/deep/arrays", "[", test_deep);
  g_test_add_data_func ("/lexer/deep/objects", "{\"a\":", test_deep);
  g_test_add_func ("/lexer/deep/allowed", test_deep_allowed);
  g_test_add_func ("/lexer/numbers/known", test_numbers);
  g_test_add_func ("/lexer/numbers/random", test_random_numbers);
  g_test_add_func ("/lexer/numbers/halfway", test_halfway_numbers);
  g_test_add_func ("/lexer/truncated", test_truncated);
  g_test_add_func ("/problems", test_problems);

  return g_test_run ();
}
