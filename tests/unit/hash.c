/* base/hash: vectors of others, keys that meet under hashes without a secret, and that nothing that
 * is said depends on it. */

#include "unit.h"

#include "base/hash.h"
#include "check/check.h"
#include "model/difference/difference.h"
#include "model/initials.h"

#include "report/summary/summary.h"

/* --- vectors --- */

/* Of the authors of SipHash: the key and the text are 0, 1, 2, … */
static void
test_vectors (void)
{
  static const guint64 key[2] = { G_GUINT64_CONSTANT (0x0706050403020100),
                                  G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908) };
  static const struct
  {
    gsize length;
    guint64 hash;
  } vectors[] = {
    { 0, G_GUINT64_CONSTANT (0x726fdb47dd0e0e31) },  { 1, G_GUINT64_CONSTANT (0x74f839c593dc67fd) },
    { 7, G_GUINT64_CONSTANT (0xab0200f58b01d137) },  { 8, G_GUINT64_CONSTANT (0x93f5f5799a932462) },
    { 15, G_GUINT64_CONSTANT (0xa129ca6149be45e5) },
  };
  guint8 bytes[16];

  for (guint8 i = 0; i < sizeof bytes; i++)
    bytes[i] = i;
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmphex (am_siphash (key, 2, 4, bytes, vectors[i].length), ==, vectors[i].hash);
}

/* What CPython, whose hash of bytes is SipHash-1-3, says with PYTHONHASHSEED=0. */
static void
test_few_rounds (void)
{
  static const struct
  {
    const char *text;
    guint64 hash;
  } vectors[] = {
    { "a", G_GUINT64_CONSTANT (0x407448d2b89b1813) },
    { "argmap", G_GUINT64_CONSTANT (0x4a1fbc1bc944f7f8) },
    { "0123456", G_GUINT64_CONSTANT (0x810aaf7acf670379) },
    { "01234567", G_GUINT64_CONSTANT (0xda3dcedf84ea6cc6) },
    { "012345678", G_GUINT64_CONSTANT (0xb79d8581f8552753) },
    { "The quick brown fox jumps over the lazy dog", G_GUINT64_CONSTANT (0x8df676d3d00c451e) },
  };

  am_hash_set_secret (0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmphex (am_hash_bytes (vectors[i].text, strlen (vectors[i].text)), ==,
                     vectors[i].hash);
}

/* --- keys that meet --- */

/* "ar" and "c0" have one g_str_hash(), and so have all texts that are made of so many of them. */
static void
test_texts_that_meet (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 4096; i++)
    {
      g_autoptr (GString) id = g_string_new (NULL);
      for (guint bit = 0; bit < 12; bit++)
        g_string_append (id, i >> bit & 1 ? "ar" : "c0");
      g_assert_cmphex (g_str_hash (id->str), ==, g_str_hash ("c0c0c0c0c0c0c0c0c0c0c0c0"));
      g_hash_table_add (hashes, GUINT_TO_POINTER (am_hash_text (id->str)));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 4090);
}

/* Numbers that differ in one half alone. */
static void
test_numbers_that_meet (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint64 i = 0; i < 4096; i++)
    {
      guint64 high = i << 32 | 7;
      g_hash_table_add (hashes, GUINT_TO_POINTER (am_hash_int64 (&high)));
      g_hash_table_add (hashes,
                        GUINT_TO_POINTER (am_hash_pointer (GSIZE_TO_POINTER ((gsize) i * 11776))));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 8180);
}

/* --- the secret is not seen --- */

/* A map of odd things: what is there twice, what leads nowhere, names that share initials. */
static char *
write_map (guint version)
{
  GString *json =
      g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"resolution\": \"c0\", \"claims\": [");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"c%u\", \"text\": \"Text %u of many words\", \"supports\": [{\"claim\": "
        "\"c%u\", \"id\": \"r%u\","
        " \"with\": [\"x%u\", \"y%u\"]}], \"by\": [\"s%u\", \"s%u\"], \"z\": 1, \"z\": 2}",
        i > 0 ? "," : "", i % 37, i % (30 + version), i / 2, i % 39, i + version, i, i % 9, i % 9);
  g_string_append (json, "], \"rebuttals\": [");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"u%u\", \"text\": \"Rebuttal\", \"undercuts\": "
                            "[{\"from\": \"c%u\", \"to\": \"c%u\"}]}",
                            i > 0 ? "," : "", i, i, i / 2);
  g_string_append (json, "], \"stakeholders\": [");
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"s%u\", \"name\": \"Same Name%u\", \"positions\": "
                            "[{\"claim\": \"c%u\", \"stance\": \"for\"}]}",
                            i > 0 ? "," : "", i, i % 7, i);
  g_string_append (json, "], \"a\": 0");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json, ", \"k%u\": 0", i % 30);
  g_string_append (json, "}");
  return g_string_free (json, FALSE);
}

static void
write_findings (const AmMap *map, AmReport *report, GString *out)
{
  am_check (map, AM_SCOPE_MAP, report);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const AmFinding *finding = am_report_finding (report, i);
      g_string_append_printf (out, "%u %s\n", finding->where.start, finding->message);
      for (guint k = 0; finding->notes != NULL && k < finding->notes->len; k++)
        g_string_append_printf (out, "  %s\n", g_array_index (finding->notes, AmNote, k).text);
    }
}

static void
write_difference (const AmMap *map, const AmMap *other, GString *out)
{
  g_autoptr (AmDifference) difference = am_difference_new (map, other);

  for (guint i = 0; i < difference->changes->len; i++)
    {
      const AmChange *change = &g_array_index (difference->changes, AmChange, i);
      g_string_append_printf (out, "%d %u %u %u\n", (int) change->kind, change->old_index,
                              change->new_index, change->members.count);
    }
}

static char *
write_all (void)
{
  static const AmSummaryStyle style = { .outcome = TRUE };
  g_autofree char *json = write_map (0), *other_json = write_map (3);
  g_auto (AmLoaded) loaded = { 0 }, other = { 0 };
  GString *out = g_string_new (NULL);
  const AmMap *map = unit_load (json, strlen (json), &loaded);

  unit_load (other_json, strlen (other_json), &other);
  write_findings (map, loaded.report, out);
  write_difference (map, other.map, out);
  g_auto (GStrv) letters = am_initials_new (map);
  for (guint i = 0; letters[i] != NULL; i++)
    g_string_append_printf (out, "%s\n", letters[i]);
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (map, AM_STRENGTH_UNASKED);
  g_autoptr (AmDigest) digest = am_digest_new (evaluation, FALSE);
  AmJson writer = { .out = out };
  am_summary_write_json (digest, &style, AM_NONE, "m.json", &writer);
  return g_string_free (out, FALSE);
}

static void
test_secret_is_not_seen (void)
{
  g_autofree char *said = write_all ();

  g_assert_cmpuint (strlen (said), >, 10000);
  for (guint64 seed = 1; seed <= 8; seed++)
    {
      am_hash_set_secret (seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), ~seed);
      g_autofree char *again = write_all ();
      g_assert_cmpstr (said, ==, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/vectors", test_vectors);
  g_test_add_func ("/hash/few-rounds", test_few_rounds);
  g_test_add_func ("/hash/texts-that-meet", test_texts_that_meet);
  g_test_add_func ("/hash/numbers-that-meet", test_numbers_that_meet);
  g_test_add_func ("/hash/secret-is-not-seen", test_secret_is_not_seen);
  return g_test_run ();
}
