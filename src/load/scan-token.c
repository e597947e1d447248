/* Strings, numbers, literals and the encoding. */

#include "base/encoding.h"
#include "load/scanner.h"

#include <string.h>

static char
byte_at (const Scanner *scanner, gsize at)
{
  return at < scanner->length ? scanner->text[at] : '\0';
}

/* --- encoding --- */

/* Faults of one kind are reported once, with a count: a file in another encoding has thousands. */
static void
encoding_fault (Scanner *scanner, EncodingFault kind, gsize at, gsize length, const char *message)
{
  if (scanner->fault_counts[kind]++ == 0)
    scanner->faults[kind] =
        am_report_add (scanner->report, AM_RULE_JSON_ENCODING,
                       (AmSpan){ (guint32) at, (guint32) length }, NULL, "%s", message);
}

/* What stands for a fault: a character that JSON allows and nobody writes. Rules about wording pass
   over texts that hold it (am_text_is_damaged()), and to readers it is shown as U+FFFD. */
#define DAMAGED "\x7F"
#define DAMAGED_ESCAPE "\\u007f"

/* Overwrites what stands at @at, in the copy for cJSON, which is made when it is first needed. */
static void
repair (Scanner *scanner, gsize at, const char *with)
{
  if (scanner->scan->repaired == NULL)
    {
      scanner->scan->repaired = g_malloc (scanner->length + 1);
      memcpy (scanner->scan->repaired, scanner->text, scanner->length + 1);
    }
  memcpy (scanner->scan->repaired + at, with, strlen (with));
}

void
am_scan_encoding_epilogue (Scanner *scanner)
{
  for (guint kind = 0; kind < N_ENCODING_FAULTS; kind++)
    if (scanner->fault_counts[kind] > 1)
      am_finding_note (scanner->faults[kind], AM_SPAN_NONE, "there %s %u more like it",
                       scanner->fault_counts[kind] == 2 ? "is" : "are",
                       scanner->fault_counts[kind] - 1);
}

gboolean
am_scan_prologue (Scanner *scanner)
{
  const char *other = am_encoding_guess (scanner->text, scanner->length);

  if (other != NULL)
    {
      AmFinding *finding = am_report_add (scanner->report, AM_RULE_JSON_ENCODING, (AmSpan){ 0, 1 },
                                          NULL, "the file is %s; it must be UTF-8", other);
      am_finding_help (finding, AM_SPAN_NONE, "save it as UTF-8 without a byte order mark");
      return FALSE;
    }
  if (am_encoding_mark (scanner->text, scanner->length) > 0)
    {
      AmFinding *finding = am_report_add (scanner->report, AM_RULE_JSON_ENCODING, (AmSpan){ 0, 3 },
                                          NULL, "the file begins with a byte order mark");
      am_finding_help (finding, AM_SPAN_NONE, "save it as UTF-8 without a byte order mark");
      scanner->at = 3; /* cJSON passes over it as well */
    }
  return TRUE;
}

static gboolean
continues (const Scanner *scanner, gsize at, guchar low, guchar high)
{
  guchar c = at < scanner->length ? (guchar) scanner->text[at] : 0;
  return c >= low && c <= high;
}

/* Length of the well-formed sequence at @at (Unicode 15, table 3-7), or 0. */
static guint
sequence_length (const Scanner *scanner, gsize at)
{
  guchar lead = (guchar) scanner->text[at];
  guchar low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  guchar high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;

  if (lead < 0xC2 || lead > 0xF4 || !continues (scanner, at + 1, low, high))
    return 0;
  if (lead < 0xE0)
    return 2;
  if (!continues (scanner, at + 2, 0x80, 0xBF))
    return 0;
  if (lead < 0xF0)
    return 3;
  return continues (scanner, at + 3, 0x80, 0xBF) ? 4 : 0;
}

/* A character that the end of the file cuts off: the string around it is what is reported. */
static gboolean
is_cut_off (const Scanner *scanner, gsize at)
{
  guchar lead = (guchar) scanner->text[at];
  gsize wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

  if (lead < 0xC2 || lead > 0xF4 || at + wanted <= scanner->length)
    return FALSE;
  while (++at < scanner->length)
    if (!continues (scanner, at, 0x80, 0xBF))
      return FALSE;
  return TRUE;
}

static void
skip_sequence (Scanner *scanner)
{
  guint length = sequence_length (scanner, scanner->at);

  if (length == 0 && is_cut_off (scanner, scanner->at))
    {
      scanner->at = scanner->length;
      return;
    }
  if (length == 0)
    {
      encoding_fault (scanner, FAULT_NOT_UTF8, scanner->at, 1, "this byte is not UTF-8");
      if (scanner->fault_counts[FAULT_NOT_UTF8] == 1)
        am_finding_help (scanner->faults[FAULT_NOT_UTF8], AM_SPAN_NONE, AM_SCAN_OTHER_ENCODING);
      repair (scanner, scanner->at, DAMAGED);
      length = 1;
    }
  scanner->at += length;
}

/* --- strings --- */

#define EVERY(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static guint64
zero_bytes (guint64 word)
{
  return (word - EVERY (0x01)) & ~word & EVERY (0x80);
}

/* Nearly all of a map is plain text in strings: it goes by eight bytes at a time. */
static void
skip_plain (Scanner *scanner)
{
  guint64 word;

  while (scanner->at + sizeof word <= scanner->length)
    {
      memcpy (&word, scanner->text + scanner->at, sizeof word);
      guint64 special = (word & EVERY (0x80)) | ((word - EVERY (0x20)) & ~word & EVERY (0x80));
      special |= zero_bytes (word ^ EVERY ('"')) | zero_bytes (word ^ EVERY ('\\'));
      if (special != 0)
        {
          /* borrows run upwards, so the lowest mark is a true one */
          if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
            scanner->at += (gsize) __builtin_ctzll (special) / 8;
          return;
        }
      scanner->at += sizeof word;
    }
}

static gint
hex4 (const Scanner *scanner, gsize at)
{
  gint value = 0;

  for (gsize i = at; i < at + 4; i++)
    {
      gint digit = i < scanner->length ? g_ascii_xdigit_value (scanner->text[i]) : -1;
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
string_is_cut_off (Scanner *scanner, gsize start)
{
  return am_scan_fault (scanner, start, 1, NULL,
                        "the file ends inside the string that begins here");
}

/* Whether the file ends within the \uXXXX that would begin at @at. */
static gboolean
escape_is_cut_off (const Scanner *scanner, gsize at)
{
  gsize i = at;

  while (i < scanner->length && i < at + 6
         && (i == at       ? scanner->text[i] == '\\'
             : i == at + 1 ? scanner->text[i] == 'u'
                           : g_ascii_isxdigit (scanner->text[i])))
    i++;
  return i == scanner->length && i < at + 6;
}

static gboolean
scan_unicode_escape (Scanner *scanner, gsize start)
{
  gsize at = scanner->at;
  gint code = hex4 (scanner, at + 2);
  gboolean high = code >= 0xD800 && code < 0xDC00;

  if (escape_is_cut_off (scanner, high ? at + 6 : at))
    return string_is_cut_off (scanner, start);
  if (code < 0)
    return am_scan_fault (scanner, at, 2, NULL, "\\u must be followed by four hexadecimal digits");
  scanner->at += 6;
  if (code == 0)
    {
      encoding_fault (scanner, FAULT_ESCAPED_NUL, at, 6, "a NUL character, which no text may hold");
      repair (scanner, at, DAMAGED_ESCAPE);
    }
  else if (high && at + 12 <= scanner->length && scanner->text[at + 6] == '\\'
           && scanner->text[at + 7] == 'u' && (hex4 (scanner, at + 8) & ~0x3FF) == 0xDC00)
    scanner->at += 6;
  else if (code >= 0xD800 && code < 0xE000)
    {
      encoding_fault (scanner, FAULT_LONE_SURROGATE, at, 6,
                      "half of a surrogate pair, which is no character");
      repair (scanner, at, DAMAGED_ESCAPE);
    }
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner, gsize start)
{
  char c = scanner->at + 1 < scanner->length ? scanner->text[scanner->at + 1] : '\0';

  if (scanner->at + 1 == scanner->length)
    return string_is_cut_off (scanner, start);
  if (c == 'u')
    return scan_unicode_escape (scanner, start);
  if (c == '\'')
    return am_scan_fault (scanner, scanner->at, 2, "an apostrophe needs no backslash",
                          "this is no escape that JSON knows");
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return am_scan_fault (scanner, scanner->at, 1, "a backslash itself is written \\\\",
                          "this backslash begins no escape that JSON knows");
  scanner->at += 2;
  return TRUE;
}

static gboolean
scan_control (Scanner *scanner, gsize start)
{
  char c = scanner->text[scanner->at];

  if (c == '\0')
    {
      encoding_fault (scanner, FAULT_RAW_NUL, scanner->at, 1, "a NUL byte, which no text may hold");
      repair (scanner, scanner->at++, DAMAGED);
      return TRUE;
    }
  if (c == '\n' || c == '\r')
    return am_scan_fault (scanner, start, scanner->at - start,
                          "close it with \"; a line break inside a text is written \\n",
                          "this string is not closed on its line");
  return am_scan_fault (scanner, scanner->at, 1, c == '\t' ? "a tab is written \\t" : NULL,
                        "the control character U+%04X stands bare in a string", (guint) (guchar) c);
}

gboolean
am_scan_string (Scanner *scanner, gboolean *escaped)
{
  gsize start = scanner->at++;

  *escaped = FALSE;
  for (;;)
    {
      skip_plain (scanner);
      if (scanner->at >= scanner->length)
        return string_is_cut_off (scanner, start);
      guchar c = (guchar) scanner->text[scanner->at];
      gboolean good = TRUE;
      if (c == '"')
        break;
      if (c == '\\')
        {
          *escaped = TRUE;
          good = scan_escape (scanner, start);
        }
      else if (c < 0x20)
        good = scan_control (scanner, start);
      else if (c >= 0x80)
        skip_sequence (scanner);
      else
        scanner->at++;
      if (!good)
        return FALSE;
    }
  scanner->at++;
  return TRUE;
}

/* --- numbers and literals --- */

#define LONGEST_NUMBER 63 /* cJSON reads no more */

/* The number from @start to @end in few characters for cJSON: the same double, then spaces. */
static void
shorten_number (Scanner *scanner, gsize start, gsize end)
{
  double value = g_ascii_strtod (scanner->text + start, NULL);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (value > G_MAXDOUBLE || value < -G_MAXDOUBLE)
    g_strlcpy (digits, value > 0 ? "1e999" : "-1e999",
               sizeof digits); /* beyond what a double holds, as it was */
  else
    g_ascii_dtostr (digits, sizeof digits, value);
  repair (scanner, start, digits);
  gsize length = strlen (digits);
  memset (scanner->scan->repaired + start + length, ' ', end - start - length);
}

static gsize
skip_digits (const Scanner *scanner, gsize at)
{
  while (at < scanner->length && g_ascii_isdigit (scanner->text[at]))
    at++;
  return at;
}

gboolean
am_scan_number (Scanner *scanner)
{
  gsize start = scanner->at;
  gsize digits = start + (scanner->text[start] == '-' ? 1 : 0);
  gsize at = skip_digits (scanner, digits);

  if (at == digits && (scanner->depth == 0 || g_ascii_isalpha (byte_at (scanner, digits))))
    return am_scan_unexpected (scanner, WANT_VALUE);
  if (at == digits)
    return am_scan_fault (scanner, start, 1, NULL, "a minus must be followed by a digit");
  if (scanner->text[digits] == '0' && at > digits + 1)
    return am_scan_fault (scanner, start, at - start, NULL, "a number may not begin with a zero");
  if (byte_at (scanner, at) == '.')
    {
      gsize fraction = at + 1;
      at = skip_digits (scanner, fraction);
      if (at == fraction)
        return am_scan_fault (scanner, start, at - start, NULL,
                              "a decimal point must be followed by a digit");
    }
  if (byte_at (scanner, at) == 'e' || byte_at (scanner, at) == 'E')
    {
      gsize exponent = at + 1;
      if (byte_at (scanner, exponent) == '+' || byte_at (scanner, exponent) == '-')
        exponent++;
      at = skip_digits (scanner, exponent);
      if (at == exponent)
        return am_scan_fault (scanner, start, at - start, NULL, "an exponent must have a digit");
    }
  if (byte_at (scanner, at) == '_' || g_ascii_isalpha (byte_at (scanner, at)))
    return am_scan_fault (scanner, start, at + 1 - start, NULL,
                          "this is no number that JSON knows");
  if (at - start > LONGEST_NUMBER)
    shorten_number (scanner, start, at);
  scanner->at = at;
  return TRUE;
}

gboolean
am_scan_literal (Scanner *scanner, Want want)
{
  static const char *const literals[] = { "true", "false", "null" };
  gsize end = scanner->at;

  while (g_ascii_isalnum (byte_at (scanner, end)) || byte_at (scanner, end) == '_')
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    if (end - scanner->at == strlen (literals[i])
        && memcmp (scanner->text + scanner->at, literals[i], end - scanner->at) == 0)
      {
        scanner->at = end;
        return TRUE;
      }
  return am_scan_unexpected (scanner, want);
}
