/* load/scan: the scanner against cJSON, and against a validator that follows RFC 8259 word by word.
 */

#include "load/scan.h"
#include "validator.h"

#include <cjson/cJSON.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cJSON, cJSON_Delete)

#define LONG_NUMBER                                                                                \
  "1234567890123456789012345678901234567890123456789012345678901234" /* cJSON reads 63 characters  \
                                                                      */

/* --- the scanner's positions against cJSON's tree --- */

typedef struct
{
  const char *text; /* as cJSON reads it */
  const char *written; /* as it was, long numbers included */
  const GArray *entries;
  guint next;
} Walk;

static void
expect_text (const char *text, guint32 at, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  Validator v = { text + at, text + at + strlen (text + at), 0, FALSE };

  UNIT_EXPECT (take_string (&v, found) && g_str_equal (found->str, expected),
               "at %u: \"%s\" and not \"%s\"", at, found->str, expected);
}

static void
expect_token (const char *text, const char *written, guint32 at, const cJSON *node)
{
  const char *p = text + at;
  gboolean good = cJSON_IsObject (node) ? *p == '{'
                : cJSON_IsArray (node)  ? *p == '['
                : cJSON_IsString (node) ? *p == '"'
                : cJSON_IsTrue (node)   ? g_str_has_prefix (p, "true")
                : cJSON_IsFalse (node)  ? g_str_has_prefix (p, "false")
                : cJSON_IsNull (node)
                    ? g_str_has_prefix (p, "null")
                    : strchr ("-0123456789", *p) != NULL
                          && g_ascii_strtod (written + at, NULL) == node->valuedouble;

  UNIT_EXPECT (good, "no such value at %u in %s", at, text);
  if (cJSON_IsString (node))
    expect_text (text, at, node->valuestring);
}

static void
expect_node (Walk *walk, const cJSON *node, gboolean member)
{
  UNIT_EXPECT (walk->next < walk->entries->len, "too few entries: %u", walk->entries->len);
  AmScanEntry entry = g_array_index (walk->entries, AmScanEntry, walk->next++);

  expect_token (walk->text, walk->written, entry.value, node);
  if (member)
    expect_text (walk->text, entry.key, node->string);
  else
    g_assert_cmpuint (entry.key, ==, AM_SCAN_NO_KEY);
  for (const cJSON *child = node->child; child != NULL; child = child->next)
    expect_node (walk, child, cJSON_IsObject (node));
}

static void
expect_tree (const AmSource *source, const AmScan *scan)
{
  const char *text = scan->repaired != NULL ? scan->repaired : source->text;
  g_autoptr (cJSON) tree = cJSON_ParseWithLengthOpts (text, source->length + 1, NULL, TRUE);
  Walk walk = { text, source->text, scan->entries, 0 };

  UNIT_EXPECT (tree != NULL, "cJSON refuses %s", text);
  expect_node (&walk, tree, FALSE);
  g_assert_cmpuint (walk.next, ==, scan->entries->len);
}

/* Scans @text; TRUE when that was accepted, with or without findings. */
static gboolean
expect_scan (const char *text, gsize length)
{
  g_autoptr (AmSource) source = am_source_new_take ("test", g_memdup2 (text, length + 1), length);
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  g_auto (AmScan) scan = { 0 };
  gboolean clean, good = validate (text, length, &clean),
                  accepted = am_scan (source, report, &scan);

  UNIT_EXPECT (accepted == good, "%s: %s", accepted ? "accepted" : "refused", text);
  UNIT_EXPECT ((report->findings->len == 0) == clean, "%u findings in %s", report->findings->len,
               text);
  for (guint i = 0; i < report->findings->len; i++)
    {
      AmSpan where = am_report_finding (report, i)->where;
      UNIT_EXPECT ((gsize) where.start + where.length <= length, "%u+%u is beyond the end of %s",
                   where.start, where.length, text);
    }
  if (accepted)
    expect_tree (source, &scan);
  return accepted;
}

/* --- random documents --- */

typedef struct
{
  GRand *random;
  GString *text;
  GArray *entries; /* of AmScanEntry: what the scanner must note */
} Writer;

static void
write_space (Writer *w)
{
  static const char *const spaces[] = { "", "", "", " ", "\n", "\t", "\r\n", "  " };

  g_string_append (w->text, spaces[unit_below (w->random, G_N_ELEMENTS (spaces))]);
}

static void
write_string (Writer *w)
{
  static const char *const pieces[] = {
    "a",
    "bc",
    "plain words of text",
    " ",
    "é",
    "漢",
    "😀",
    "\x7f",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\u00e9",
    "\\u20AC",
    "\\ud83d\\ude00",
    "\\uFFFF",
    "\\u001f",
    "{",
    "]",
    ":",
    ",",
    "//",
    "'",
  };

  g_string_append_c (w->text, '"');
  for (guint i = unit_below (w->random, 8); i > 0; i--)
    g_string_append (w->text, pieces[unit_below (w->random, G_N_ELEMENTS (pieces))]);
  g_string_append_c (w->text, '"');
}

static void
write_scalar (Writer *w)
{
  static const char *const scalars[] = {
    "true",
    "false",
    "null",
    "0",
    "-0",
    "1",
    "12",
    "-3.25",
    "1e5",
    "1E+5",
    "2.5e-3",
    "0.0",
    "1234567890123456789",
    "1e400",
    "0.1e-400",
    LONG_NUMBER,
    "-" LONG_NUMBER ".25E-70",
    "0." LONG_NUMBER,
    LONG_NUMBER "e999",
    "-" LONG_NUMBER "e999",
    LONG_NUMBER "e-999",
  };

  if (unit_chance (w->random, 50))
    write_string (w);
  else
    g_string_append (w->text, scalars[unit_below (w->random, G_N_ELEMENTS (scalars))]);
}

static void
write_value (Writer *w, guint32 key, guint depth)
{
  AmScanEntry entry = { (guint32) w->text->len, key };
  guint kind = unit_below (w->random, depth < 6 ? 4 : 2);

  g_array_append_val (w->entries, entry);
  if (kind < 2)
    {
      write_scalar (w);
      return;
    }
  g_string_append_c (w->text, kind == 2 ? '[' : '{');
  guint count = unit_below (w->random, 5);
  for (guint i = 0; i < count; i++)
    {
      guint32 own = AM_SCAN_NO_KEY;
      if (i > 0)
        g_string_append_c (w->text, ',');
      write_space (w);
      if (kind == 3)
        {
          own = (guint32) w->text->len;
          g_string_append_printf (w->text, "\"%s%u\"",
                                  unit_chance (w->random, 20) ? "\\u006b" : "k", i);
          write_space (w);
          g_string_append_c (w->text, ':');
          write_space (w);
        }
      write_value (w, own, depth + 1);
      write_space (w);
    }
  if (count == 0)
    write_space (w);
  g_string_append_c (w->text, kind == 2 ? ']' : '}');
}

/* Caller owns the text; the scanner must note @entries. */
static GString *
random_document (GRand *random, GArray *entries)
{
  GString *text = g_string_new (NULL);
  Writer w = { random, text, entries };

  write_space (&w);
  write_value (&w, AM_SCAN_NO_KEY, 0);
  write_space (&w);
  return text;
}

static void
free_string (GString *string)
{
  g_string_free (string, TRUE);
}

static void
test_random_documents (void)
{
  for (guint seed = 1; seed <= 1000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AmScanEntry));
      GString *text = random_document (random, entries);
      g_autoptr (AmSource) source = am_source_new_take ("test", g_strdup (text->str), text->len);
      g_autoptr (AmReport) report = am_report_new (source, NULL);
      g_auto (AmScan) scan = { 0 };

      UNIT_EXPECT (am_scan (source, report, &scan) && report->findings->len == 0, "refused: %s",
                   text->str);
      UNIT_EXPECT (
          scan.entries->len == entries->len
              && memcmp (scan.entries->data, entries->data, entries->len * sizeof (AmScanEntry))
                     == 0,
          "%u values, and not these %u: %s", scan.entries->len, entries->len, text->str);
      g_assert_true (expect_scan (text->str, text->len));
      free_string (text);
    }
}

/* --- mutations --- */

static void
mutate (GRand *random, GString *text)
{
  static const char special[] = "{}[],:\"\\ \n\t0123456789-+.eEtrufalsn/'#\r\b";
  gsize at = unit_below (random, (guint) text->len + 1);
  char c = (char) (unit_chance (random, 80) ? special[unit_below (random, sizeof special)]
                                            : (char) unit_below (random, 256));

  switch (unit_below (random, 6))
    {
    case 0:
    case 1:
      g_string_insert_len (text, (gssize) at, &c, 1);
      break;
    case 2:
      if (at < text->len)
        g_string_erase (text, (gssize) at, 1);
      break;
    case 3:
      if (at < text->len)
        text->str[at] = c;
      break;
    case 4:
      if (unit_chance (random, 20))
        g_string_truncate (text, at);
      break;
    default:
      {
        gsize most = 1 + unit_below (random, 12), length = MIN (text->len - at, most);
        g_autofree char *slice = g_memdup2 (text->str + at, length);
        g_string_insert_len (text, (gssize) unit_below (random, (guint) text->len + 1), slice,
                             (gssize) length);
      }
    }
}

static void
test_mutations (void)
{
  guint accepted = 0, refused = 0;

  for (guint seed = 1; seed <= 6000; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AmScanEntry));
      GString *text = random_document (random, entries);
      for (guint i = 1 + unit_below (random, 3); i > 0; i--)
        mutate (random, text);
      if (expect_scan (text->str, text->len))
        accepted++;
      else
        refused++;
      free_string (text);
    }
  g_assert_cmpuint (accepted, >, 600);
  g_assert_cmpuint (refused, >, 600);
}

/* --- single things --- */

static gboolean
accepts (const char *text)
{
  return expect_scan (text, strlen (text));
}

/* Accepted, and nothing to say about it. */
static gboolean
is_clean (const char *text)
{
  g_autoptr (AmSource) source = am_source_new_take ("test", g_strdup (text), strlen (text));
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  g_auto (AmScan) scan = { 0 };

  return am_scan (source, report, &scan) && report->findings->len == 0;
}

static void
test_numbers (void)
{
  static const char *const good[] = {
    "0",
    "-0",
    "1",
    "-1",
    "10",
    "1234567890",
    "0.5",
    "-0.5",
    "1.0",
    "0e0",
    "1e1",
    "1E1",
    "1e+1",
    "1e-1",
    "1.5e10",
    "0.000",
    "1e999999",
    "-1e-999999",
    LONG_NUMBER,
    "-" LONG_NUMBER,
    LONG_NUMBER "." LONG_NUMBER LONG_NUMBER,
    LONG_NUMBER "e-" LONG_NUMBER,
  };
  static const char *const bad[] = {
    "",    "-",   "+1",  "01",  "-01",      "00",        "1.",   ".5",    "-.5",   "1.e1",
    "1e",  "1e+", "1e-", "e1",  "1.5.2",    "1e1.5",     "0x10", "1_000", "1,000", "1a",
    "--1", "1-",  "- 1", "NaN", "Infinity", "-Infinity", "١",    "1e1e1", "0-1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    UNIT_EXPECT (accepts (good[i]) && is_clean (good[i]), "refused: %s", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    UNIT_EXPECT (!accepts (bad[i]), "accepted: %s", bad[i]);
}

static void
test_literals (void)
{
  static const char *const bad[] = {
    "True",      "TRUE",       "tru",
    "truee",     "true1",      "true_",
    "nul",       "nulll",      "falsetrue",
    "undefined", "None",       "t",
    "'a'",       "“a”",        "a",
    "\u00a01",   "1\u00a0",    "// x\n1",
    "/* x */ 1", "# x\n1",     "1 2",
    "[1 2]",     "[1,]",       "[,1]",
    "[,]",       "{,}",        "{\"a\":1,}",
    "{\"a\"}",   "{\"a\":}",   "{\"a\" 1}",
    "{a:1}",     "{1:1}",      "{\"a\":1 \"b\":2}",
    "[",         "{",          "]",
    "}",         "[}",         "{]",
    "\"",        "\"a",        "[1]]",
    "{}}",       "\"a\nb\"",   "\"a\tb\"",
    "\v1",       "\f1",        "[1;2]",
    "{\"a\"=1}", "{\"a\"::1}", "[1:2]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    UNIT_EXPECT (!accepts (bad[i]), "accepted: %s", bad[i]);
  g_assert_true (is_clean ("true") && is_clean ("false") && is_clean (" null\r\n")
                 && is_clean ("[]") && is_clean ("{}"));
}

static void
test_raw_bytes (void)
{
  for (guint c = 0; c < 256; c++)
    {
      char text[] = { '"', 'a', (char) c, 'b', '"', '\0' },
           escape[] = { '"', '\\', (char) c, '"', '\0' };
      expect_scan (text, 5);
      gboolean accepted = expect_scan (escape, 4);
      UNIT_EXPECT (accepted == (c != 0 && strchr ("\"\\/bfnrt", (int) c) != NULL),
                   "a backslash before byte %u", c);
    }
}

/* At every place within the eight bytes that the scanner looks at together. */
static void
test_special_bytes_anywhere (void)
{
  for (guint c = 0; c < 256; c++)
    for (guint before = 0; before < 17; before++)
      {
        g_autofree char *filler = g_strnfill (before, 'x');
        g_autoptr (GString) text = g_string_new ("\"");
        g_string_append (text, filler);
        g_string_append_c (text, (char) c);
        g_string_append (text, "yyyyyyyyyy\"");
        expect_scan (text->str, text->len);
      }
}

static void
test_unicode_escapes (void)
{
  for (guint code = 0; code <= 0xFFFF;
       code += code < 0x100 || (code >= 0xD7F0 && code < 0xE010) ? 1 : 37)
    {
      g_autofree char *lower = g_strdup_printf ("\"\\u%04x\"", code);
      g_autofree char *upper = g_strdup_printf ("\"\\u%04X\"", code);
      gboolean clean = code != 0 && (code < 0xD800 || code > 0xDFFF);
      UNIT_EXPECT (accepts (lower) && is_clean (lower) == clean, "%s", lower);
      UNIT_EXPECT (accepts (upper) && is_clean (upper) == clean, "%s", upper);
    }
}

static void
test_surrogates (void)
{
  static const char *const pairs[] = { "\"\\ud800\\udc00\"", "\"\\uDBFF\\uDFFF\"",
                                       "\"x\\ud83d\\ude00y\"" };
  static const char *const lone[] = {
    "\"\\ud800\"",
    "\"\\udc00\"",
    "\"\\udc00\\ud800\"",
    "\"\\ud800\\ud800\"",
    "\"\\ud800x\\udc00\"",
    "\"\\ud800\\n\"",
    "\"\\ud800\\u0041\"",
    "\"\\ud800\\ud800\\udc00\"",
    "\"\\ud800\\udc00\\udc00\"",
  };
  static const char *const broken[] = {
    "\"\\ud800\\u\"", "\"\\u\"",         "\"\\u12\"", "\"\\u123g\"", "\"\\u 123\"", "\"\\U0041\"",
    "\"\\u+123\"",    "\"\\ud800\\udc0", "\"\\u12",   "\"\\",        "\"\\u"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    UNIT_EXPECT (accepts (pairs[i]) && is_clean (pairs[i]), "%s", pairs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lone); i++)
    UNIT_EXPECT (accepts (lone[i]) && !is_clean (lone[i]), "%s", lone[i]);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    UNIT_EXPECT (!accepts (broken[i]), "%s", broken[i]);
}

static void
test_utf8 (void)
{
  static const char *const bad[] = {
    "\x80",
    "\xBF",
    "\xC0\x80",
    "\xC1\xBF",
    "\xC3",
    "\xE0\x80\x80",
    "\xE0\x9F\xBF",
    "\xE2\x82",
    "\xED\xA0\x80",
    "\xED\xBF\xBF",
    "\xF0\x80\x80\x80",
    "\xF0\x8F\xBF\xBF",
    "\xF0\x9F\x98",
    "\xF4\x90\x80\x80",
    "\xF5\x80\x80\x80",
    "\xFE",
    "\xFF",
    "caf\xE9 ",
  };
  static const char *const good[] = { "\xC2\x80",         "\xDF\xBF",        "\xE0\xA0\x80",
                                      "\xED\x9F\xBF",     "\xEE\x80\x80",    "\xEF\xBF\xBF",
                                      "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strconcat ("\"", bad[i], "\"", NULL);
      UNIT_EXPECT (accepts (text) && !is_clean (text), "%s", text);
      UNIT_EXPECT (!accepts (bad[i]), "%s", bad[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = g_strconcat ("\"", good[i], "\"", NULL);
      UNIT_EXPECT (accepts (text) && is_clean (text), "%s", text);
    }
}

static void
test_prologue (void)
{
  g_assert_true (accepts ("\xEF\xBB\xBF{}"));
  g_assert_false (is_clean ("\xEF\xBB\xBF{}"));
  g_assert_false (accepts ("{}\xEF\xBB\xBF"));
  g_assert_false (expect_scan ("{\0}\0", 4));
  g_assert_false (expect_scan ("\0{\0}", 4));
  g_assert_false (expect_scan ("\xFF\xFE{\0}\0", 6));
  g_assert_false (expect_scan ("\xFE\xFF\0{\0}", 6));
  g_assert_false (expect_scan ("{}\0", 3));
  g_assert_false (accepts (""));
  g_assert_false (accepts (" \n"));
}

/* --- depth --- */

static void
expect_depth (guint depth, gboolean good, guint objects)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, objects >> (i % 2) & 1 ? "{\"a\":" : "[");
  g_string_append_c (text, '1');
  for (guint i = depth; i-- > 0;)
    g_string_append_c (text, objects >> (i % 2) & 1 ? '}' : ']');
  UNIT_EXPECT (accepts (text->str) == good, "depth %u, objects %u", depth, objects);
}

static void
test_depth (void)
{
  for (guint objects = 0; objects < 4; objects++)
    {
      expect_depth (1, TRUE, objects);
      expect_depth (63, TRUE, objects);
      expect_depth (64, TRUE, objects);
      expect_depth (65, FALSE, objects);
      expect_depth (1000, FALSE, objects);
    }
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_assert_false (accepts (brackets));
}

/* --- duplicate keys --- */

typedef struct
{
  guint32 at;
  char *text; /* unescaped */
} KnownKey;

static void
clear_key (gpointer data)
{
  g_free (((KnownKey *) data)->text);
}

/* One of few texts, in one of the ways to write it. */
static void
append_key (GRand *random, GString *text, GArray *keys, guint variety)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  KnownKey key = { (guint32) text->len, NULL };

  g_string_append_printf (plain, "k%u", unit_below (random, variety));
  g_string_append (plain, unit_chance (random, 30) ? "é" : "/");
  g_string_append_c (text, '"');
  for (const char *p = plain->str; *p != '\0'; p = g_utf8_next_char (p))
    if (unit_chance (random, 20))
      g_string_append_printf (text, unit_chance (random, 50) ? "\\u%04x" : "\\u%04X",
                              g_utf8_get_char (p));
    else if (*p == '/' && unit_chance (random, 30))
      g_string_append (text, "\\/");
    else
      g_string_append_unichar (text, g_utf8_get_char (p));
  g_string_append (text, "\":");
  key.text = g_strdup (plain->str);
  g_array_append_val (keys, key);
}

/* The first key with the text of key @index. */
static guint
first_like (const GArray *keys, guint index)
{
  guint first = 0;

  while (!g_str_equal (g_array_index (keys, KnownKey, first).text,
                       g_array_index (keys, KnownKey, index).text))
    first++;
  return first;
}

static const AmFinding *
finding_at (const AmReport *report, guint32 at)
{
  for (guint i = 0; i < report->findings->len; i++)
    if (am_report_finding (report, i)->where.start == at)
      return am_report_finding (report, i);
  return NULL;
}

static void
expect_duplicates (const AmReport *report, const GArray *keys)
{
  guint expected = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      guint first = first_like (keys, i);
      if (first == i)
        continue;
      expected++;
      const AmFinding *finding = finding_at (report, g_array_index (keys, KnownKey, i).at);
      UNIT_EXPECT (finding != NULL && finding->rule == AM_RULE_JSON_DUPLICATE_KEY,
                   "key %u is not reported", i);
      g_assert_nonnull (strstr (finding->message, g_array_index (keys, KnownKey, i).text));
      g_assert_cmpuint (g_array_index (finding->notes, AmNote, 0).where.start, ==,
                        g_array_index (keys, KnownKey, first).at);
    }
  UNIT_EXPECT (report->findings->len == expected, "%u findings and not %u", report->findings->len,
               expected);
}

static void
test_duplicate_keys (void)
{
  for (guint seed = 1; seed <= 400; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (GString) text = g_string_new ("{");
      g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (KnownKey));
      g_array_set_clear_func (keys, clear_key);
      guint count = 1 + unit_below (random, unit_chance (random, 50) ? 10 : 60);
      guint variety = 1 + unit_below (random, 4 * count);

      for (guint i = 0; i < count; i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          append_key (random, text, keys, variety);
          g_string_append (text, unit_chance (random, 30) ? "{\"k0/\":[{\"k1/\":1}]}" : "1");
        }
      g_string_append_c (text, '}');
      gsize length = text->len;
      g_autoptr (AmSource) source = am_source_new_take ("test", g_strdup (text->str), length);
      g_autoptr (AmReport) report = am_report_new (source, NULL);
      g_auto (AmScan) scan = { 0 };
      g_assert_true (am_scan (source, report, &scan));
      expect_duplicates (report, keys);
      expect_tree (source, &scan);
    }
}

/* A NUL in a key is a fault of its own; it does not make two keys one. */
static void
test_keys_with_nul (void)
{
  static const char text[] = "{\"a\\u0000b\":1,\"a\\u0000c\":2}";
  g_autoptr (AmSource) source = am_source_new_take ("test", g_strdup (text), strlen (text));
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  g_auto (AmScan) scan = { 0 };

  g_assert_true (am_scan (source, report, &scan));
  g_assert_cmpuint (report->findings->len, ==, 1);
  g_assert_cmpint (am_report_finding (report, 0)->rule, ==, AM_RULE_JSON_ENCODING);
}

/* Sorting, not comparing every pair. */
static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("{\"k0\":0");

  for (guint i = 1; i < 200000; i++)
    g_string_append_printf (text, ",\"k%u\":0", i);
  g_string_append (text, ",\"k77777\":0}");
  gsize length = text->len;
  g_autoptr (AmSource) source = am_source_new_take ("test", g_strdup (text->str), length);
  g_autoptr (AmReport) report = am_report_new (source, NULL);
  g_auto (AmScan) scan = { 0 };
  g_assert_true (am_scan (source, report, &scan));
  g_assert_cmpuint (report->findings->len, ==, 1);
  g_assert_cmpuint (am_report_finding (report, 0)->where.start, ==, length - 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/random", test_random_documents);
  g_test_add_func ("/scan/mutations", test_mutations);
  g_test_add_func ("/scan/numbers", test_numbers);
  g_test_add_func ("/scan/literals", test_literals);
  g_test_add_func ("/scan/raw-bytes", test_raw_bytes);
  g_test_add_func ("/scan/special-bytes-anywhere", test_special_bytes_anywhere);
  g_test_add_func ("/scan/unicode-escapes", test_unicode_escapes);
  g_test_add_func ("/scan/surrogates", test_surrogates);
  g_test_add_func ("/scan/utf-8", test_utf8);
  g_test_add_func ("/scan/prologue", test_prologue);
  g_test_add_func ("/scan/depth", test_depth);
  g_test_add_func ("/scan/duplicate-keys", test_duplicate_keys);
  g_test_add_func ("/scan/keys-with-nul", test_keys_with_nul);
  g_test_add_func ("/scan/many-keys", test_many_keys);
  return g_test_run ();
}
