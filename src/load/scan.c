#include "load/scanner.h"

#include "base/hash.h"

#include <string.h>

/* --- keys --- */

char *
am_scan_unescape (const char *raw, gsize length)
{
  static const char codes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (raw[i] != '\\')
        {
          g_string_append_c (out, raw[i]);
          continue;
        }
      const char *code = strchr (codes, raw[++i]);
      if (code != NULL)
        {
          g_string_append_c (out, meanings[code - codes]);
          continue;
        }
      char digits[5] = { raw[i + 1], raw[i + 2], raw[i + 3], raw[i + 4], '\0' };
      gunichar c = (gunichar) g_ascii_strtoull (digits, NULL, 16), low = 0;
      i += 4;
      if (c >= 0xD800 && c < 0xDC00 && i + 6 < length && raw[i + 1] == '\\' && raw[i + 2] == 'u')
        {
          memcpy (digits, raw + i + 3, 4);
          low = (gunichar) g_ascii_strtoull (digits, NULL, 16);
        }
      if (low >= 0xDC00 && low < 0xE000)
        {
          c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
          i += 6;
        }
      g_string_append_unichar (out, c != 0 && g_unichar_validate (c) ? c : 0xFFFD);
    }
  return g_string_free (out, FALSE);
}

static char *
key_text (const Scanner *scanner, const Key *key)
{
  const char *raw = scanner->text + key->at + 1;
  return key->escaped ? am_scan_unescape (raw, key->length - 2) : g_strndup (raw, key->length - 2);
}

/* By their text. */
static gint
compare_texts (const Scanner *scanner, const Key *first, const Key *second)
{
  if (!first->escaped && !second->escaped)
    {
      if (first->length != second->length)
        return first->length < second->length ? -1 : 1;
      return memcmp (scanner->text + first->at, scanner->text + second->at, first->length);
    }
  g_autofree char *first_text = key_text (scanner, first);
  g_autofree char *second_text = key_text (scanner, second);
  gsize first_length = strlen (first_text) + 2, second_length = strlen (second_text) + 2;
  if (first_length != second_length)
    return first_length < second_length ? -1 : 1;
  return strcmp (first_text, second_text);
}

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *first = a, *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;
  return compare_texts (data, first, second);
}

static gint
compare_keys_and_places (gconstpointer a, gconstpointer b, gpointer data)
{
  gint order = compare_keys (a, b, data);
  const Key *first = a, *second = b;
  return order != 0 ? order : (first->at > second->at) - (first->at < second->at);
}

static void
report_duplicate (Scanner *scanner, const Key *first, const Key *again)
{
  g_autofree char *text = key_text (scanner, again);
  AmFinding *finding = am_report_add (scanner->report, AM_RULE_JSON_DUPLICATE_KEY,
                                      (AmSpan){ again->at, again->length }, NULL,
                                      "this object has the key \"%s\" already", text);
  am_finding_note (finding, (AmSpan){ first->at, first->length },
                   "the first is here, and it is the one that counts");
}

/* Objects of usual size are compared pair by pair, large ones sorted. */
#define FEW_KEYS 12

/* TRUE as well where only sorting finds out at little cost. */
static gboolean
may_be_equal (const Scanner *scanner, const Key *keys, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      if (count > FEW_KEYS || keys[i].escaped)
        return TRUE;
      for (guint k = 0; k < i; k++)
        if (compare_texts (scanner, &keys[i], &keys[k]) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
hash_keys (const Scanner *scanner, Key *keys, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *text = keys[i].escaped ? key_text (scanner, &keys[i]) : NULL;
      keys[i].hash = text != NULL
                       ? am_hash_bytes (text, strlen (text))
                       : am_hash_bytes (scanner->text + keys[i].at + 1, keys[i].length - 2);
    }
}

static void
check_keys (Scanner *scanner, guint first_key)
{
  guint count = scanner->keys->len - first_key;
  Key *keys = count > 0 ? &g_array_index (scanner->keys, Key, first_key) : NULL;

  if (may_be_equal (scanner, keys, count))
    {
      hash_keys (scanner, keys, count);
      g_qsort_with_data (keys, (gint) count, sizeof (Key), compare_keys_and_places, scanner);
      guint first = 0;
      for (guint i = 1; i < count; i++)
        if (compare_keys (&keys[first], &keys[i], scanner) == 0)
          report_duplicate (scanner, &keys[first], &keys[i]);
        else
          first = i;
    }
  g_array_set_size (scanner->keys, first_key);
}

/* --- the grammar --- */

static void
note_value (Scanner *scanner, guint32 key)
{
  AmScanEntry entry = { (guint32) scanner->at, key };
  guint32 number = scanner->scan->entries->len;

  if (scanner->depth == 1 && key != AM_SCAN_NO_KEY)
    g_array_append_val (scanner->scan->members, number);
  g_array_append_val (scanner->scan->entries, entry);
}

static gboolean
open_bracket (Scanner *scanner, Want *want)
{
  char opener = scanner->text[scanner->at];

  if (scanner->depth == AM_SCAN_MAX_DEPTH)
    {
      am_report_add (scanner->report, AM_RULE_JSON_TOO_DEEP, (AmSpan){ (guint32) scanner->at, 1 },
                     NULL, "values are nested more than %d levels deep", AM_SCAN_MAX_DEPTH);
      return FALSE;
    }
  scanner->frames[scanner->depth++] =
      (Frame){ (guint32) scanner->at, scanner->keys->len, opener == '{' ? '}' : ']' };
  *want = opener == '{' ? WANT_KEY_OR_END : WANT_VALUE_OR_END;
  scanner->at++;
  return TRUE;
}

static void
close_bracket (Scanner *scanner, Want *want)
{
  Frame *frame = &scanner->frames[--scanner->depth];

  if (frame->closer == '}')
    check_keys (scanner, frame->first_key);
  scanner->last_closed = frame->start;
  scanner->at++;
  *want = scanner->depth > 0 ? WANT_COMMA_OR_END : WANT_NOTHING;
}

static gboolean
scan_value (Scanner *scanner, Want *want, guint32 key)
{
  char c = scanner->text[scanner->at];
  gboolean escaped, good;

  note_value (scanner, key);
  if (c == '{' || c == '[')
    return open_bracket (scanner, want);
  if (c == '"')
    good = am_scan_string (scanner, &escaped);
  else if (c == '-' || g_ascii_isdigit (c))
    good = am_scan_number (scanner);
  else
    good = am_scan_literal (scanner, *want);
  *want = scanner->depth > 0 ? WANT_COMMA_OR_END : WANT_NOTHING;
  return good;
}

static gboolean
scan_key (Scanner *scanner, Want *want)
{
  Key key = { .at = (guint32) scanner->at };

  if (!am_scan_string (scanner, &key.escaped))
    return FALSE;
  key.length = (guint32) scanner->at - key.at;
  g_array_append_val (scanner->keys, key);
  *want = WANT_COLON;
  return TRUE;
}

static gboolean
closes (const Scanner *scanner, char c)
{
  return scanner->depth > 0 && c == scanner->frames[scanner->depth - 1].closer;
}

/* One token and what it leads to. */
static gboolean
step (Scanner *scanner, Want *want, guint32 *key)
{
  char c = scanner->at < scanner->length ? scanner->text[scanner->at] : '\0';

  switch (*want)
    {
    case WANT_VALUE_OR_END:
    case WANT_KEY_OR_END:
    case WANT_COMMA_OR_END:
      if (closes (scanner, c))
        {
          close_bracket (scanner, want);
          return TRUE;
        }
      if (*want == WANT_VALUE_OR_END)
        return scan_value (scanner, want, AM_SCAN_NO_KEY);
      if (*want == WANT_KEY_OR_END && c == '"')
        break;
      if (*want == WANT_COMMA_OR_END && c == ',')
        {
          *want = scanner->frames[scanner->depth - 1].closer == '}' ? WANT_KEY : WANT_VALUE;
          scanner->at++;
          return TRUE;
        }
      return am_scan_unexpected (scanner, *want);
    case WANT_COLON:
      if (c != ':')
        return am_scan_unexpected (scanner, *want);
      scanner->at++;
      *want = WANT_VALUE;
      return TRUE;
    case WANT_VALUE:
      {
        guint32 own = *key;
        *key = AM_SCAN_NO_KEY;
        return scan_value (scanner, want, own);
      }
    case WANT_KEY:
      if (c == '"')
        break;
      return am_scan_unexpected (scanner, *want);
    case WANT_NOTHING:
    default:
      return am_scan_unexpected (scanner, *want);
    }
  *key = (guint32) scanner->at;
  return scan_key (scanner, want);
}

static gboolean
scan_document (Scanner *scanner)
{
  Want want = WANT_VALUE;
  guint32 key = AM_SCAN_NO_KEY;

  for (;;)
    {
      scanner->last_end = scanner->at;
      am_scan_skip_space (scanner);
      if (want == WANT_NOTHING && scanner->at >= scanner->length)
        return TRUE;
      if (!step (scanner, &want, &key))
        return FALSE;
    }
}

gboolean
am_scan (AmSource *source, AmReport *report, AmScan *scan)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Scanner scanner = { .source = source,
                      .text = source->text,
                      .length = source->length,
                      .report = report,
                      .scan = scan,
                      .keys = keys,
                      .last_closed = AM_SCAN_NO_KEY };

  scan->repaired = NULL;
  scan->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  scan->entries =
      g_array_sized_new (FALSE, FALSE, sizeof (AmScanEntry), (guint) (source->length / 64 + 16));
  gboolean good = am_scan_prologue (&scanner) && scan_document (&scanner);
  am_scan_encoding_epilogue (&scanner);
  return good;
}

void
am_scan_clear (AmScan *scan)
{
  g_clear_pointer (&scan->entries, g_array_unref);
  g_clear_pointer (&scan->members, g_array_unref);
  g_clear_pointer (&scan->repaired, g_free);
}
