/* From a character that should not be there to a sentence that says why. */

#include "base/character.h"
#include "base/lookalike.h"
#include "load/foreign.h"
#include "load/scanner.h"

#include <string.h>

#define CONFLICT_MARK 7 /* characters, as version control writes them */

static gboolean
on_one_line (const Scanner *scanner, gsize from, gsize to)
{
  return memchr (scanner->text + from, '\n', to - from) == NULL;
}

/* --- texts that are not closed --- */

/* Where the string begins whose closing quote is at @end. */
static gsize
string_start (const Scanner *scanner, gsize end)
{
  for (gsize at = end; at-- > 0;)
    if (scanner->text[at] == '"')
      {
        gsize backslashes = 0;
        while (backslashes < at && scanner->text[at - 1 - backslashes] == '\\')
          backslashes++;
        if (backslashes % 2 == 0)
          return at;
      }
  return end;
}

static gsize
skip_blanks (const Scanner *scanner, gsize at)
{
  while (at < scanner->length && (scanner->text[at] == ' ' || scanner->text[at] == '\t'))
    at++;
  return at;
}

/* Whether the quote that ended the last string rather begins the next one: "value, "by": or "one,
 * "two"]. */
static gboolean
begins_next_string (const Scanner *scanner)
{
  const char *line_end = memchr (scanner->text + scanner->at, '\n', scanner->length - scanner->at);
  gsize rest = line_end != NULL ? (gsize) (line_end - scanner->text) - scanner->at
                                : scanner->length - scanner->at;
  const char *quote = memchr (scanner->text + scanner->at, '"', rest);

  if (quote == NULL)
    return FALSE;
  gsize after = skip_blanks (scanner, (gsize) (quote - scanner->text) + 1);
  char c = after < scanner->length ? scanner->text[after] : '\0';
  if (scanner->frames[scanner->depth - 1].closer == '}')
    return c == ':';
  gsize next = skip_blanks (scanner, after + 1);
  return c == ']'
      || (c == ',' && next < scanner->length && strchr ("\"\r\n", scanner->text[next]) != NULL);
}

/* "value, "by": [...]: the comma after a text is in it. */
static gboolean
swallowed_comma (Scanner *scanner, gsize start)
{
  gsize end = scanner->last_end - 1;

  while (end > start + 1 && (scanner->text[end - 1] == ' ' || scanner->text[end - 1] == '\t'))
    end--;
  if (end <= start + 2 || scanner->text[end - 1] != ',' || !begins_next_string (scanner))
    return FALSE;
  am_scan_fault (scanner, start, scanner->last_end - start, NULL,
                 "this text seems to lack its closing double quote");
  am_finding_help (am_scan_last_finding (scanner), (AmSpan){ (guint32) end - 1, 1 },
                   "put it before the comma");
  return TRUE;
}

/* "kind: "value": the colon after a name is in it. */
static gboolean
swallowed_colon (Scanner *scanner)
{
  gsize start = string_start (scanner, scanner->last_end - 1), end = scanner->last_end - 1;

  while (end > start + 1 && (scanner->text[end - 1] == ' ' || scanner->text[end - 1] == '\t'))
    end--;
  if (end <= start + 2 || scanner->text[end - 1] != ':')
    return FALSE;
  am_scan_fault (scanner, start, scanner->last_end - start, NULL,
                 "this name seems to lack its closing double quote");
  am_finding_help (am_scan_last_finding (scanner), (AmSpan){ (guint32) end - 1, 1 },
                   "put it before the colon");
  return TRUE;
}

static gboolean
missing_comma (Scanner *scanner, gsize length)
{
  char before = scanner->text[scanner->last_end - 1], here = scanner->text[scanner->at];

  if (here == '%' && g_ascii_isdigit (before))
    return am_scan_fault (scanner, scanner->at, 1, "a percentage is written as a fraction: 0.7",
                          "JSON has no percentages");
  if (before == '"' && here != '"' && on_one_line (scanner, scanner->last_end, scanner->at)
      && ((guchar) here >= 0x80 || g_ascii_isalnum (here)))
    {
      gsize start = string_start (scanner, scanner->last_end - 1);
      if (swallowed_comma (scanner, start))
        return FALSE;
      am_scan_fault (scanner, scanner->at, length, "a double quote inside a text is written \\\"",
                     "a comma is missing before this, or the text goes on");
      am_finding_note (am_scan_last_finding (scanner), (AmSpan){ (guint32) start, 1 },
                       "the text begins here");
      return FALSE;
    }
  am_scan_fault (scanner, scanner->at, length, NULL, "a comma is missing before this");
  am_finding_help (am_scan_last_finding (scanner), (AmSpan){ (guint32) scanner->last_end - 1, 1 },
                   "put it after the value before");
  return FALSE;
}

/* In a list it is mostly the list that was not closed. */
static gboolean
stray_colon (Scanner *scanner)
{
  const Frame *frame = &scanner->frames[scanner->depth - 1];

  if (frame->closer != ']')
    return am_scan_fault (scanner, scanner->at, 1, NULL,
                          "a colon may stand only after a member's name");
  am_scan_fault (scanner, scanner->at, 1, "is the \"]\" missing that ends the list?",
                 "a colon may stand only after a member's name, and this is in a list");
  am_finding_note (am_scan_last_finding (scanner), (AmSpan){ frame->start, 1 },
                   "the list begins here");
  return FALSE;
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A
      || c == '`';
}

static gsize
word_length (const Scanner *scanner)
{
  gsize end = scanner->at;
  while (end < scanner->length
         && (g_ascii_isalnum (scanner->text[end]) || strchr ("_-$+.", scanner->text[end])))
    end++;
  return MAX (end - scanner->at, 1);
}

static gboolean
unexpected_word (Scanner *scanner, Want want)
{
  static const struct
  {
    const char *word, *help;
  } known[] = {
    { "True", "JSON writes true in lower case" },
    { "TRUE", "JSON writes true in lower case" },
    { "False", "JSON writes false in lower case" },
    { "FALSE", "JSON writes false in lower case" },
    { "None", "leave the member out if there is nothing to say" },
    { "undefined", "leave the member out if there is nothing to say" },
    { "NaN", "JSON has no such number" },
    { "Infinity", "JSON has no such number" },
    { "-Infinity", "JSON has no such number" },
  };
  gsize length = word_length (scanner);

  const char *word = scanner->text + scanner->at;

  if (want == WANT_KEY || want == WANT_KEY_OR_END)
    return am_scan_fault (scanner, scanner->at, length, NULL,
                          "a member's name must stand in double quotes");
  if (scanner->depth == 0 && !g_ascii_isdigit (word[0]))
    return am_scan_fault (scanner, scanner->at, length, am_scan_beginning (scanner),
                          "this is not JSON");
  if ((word[0] == '.' || word[0] == '+') && length > 1 && g_ascii_isdigit (word[1]))
    {
      am_scan_fault (scanner, scanner->at, length, NULL, "this is no number that JSON knows");
      am_finding_help (am_scan_last_finding (scanner), AM_SPAN_NONE, "write %s%.*s",
                       word[0] == '.' ? "0." : "", (int) length - 1, word + 1);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].word) == length
        && memcmp (known[i].word, scanner->text + scanner->at, length) == 0)
      return am_scan_fault (scanner, scanner->at, length, known[i].help, "\"%s\" is no JSON value",
                            known[i].word);
  return am_scan_fault (scanner, scanner->at, length, "a text stands in double quotes",
                        "this is no JSON value");
}

/* The punctuation of JSON that a character beyond ASCII looks like, such as a fullwidth colon; or
 * 0. */
static char
punctuation_like (gunichar c)
{
  gunichar form = am_lookalike_ascii (c);
  return form != 0 && strchr (",:{}[]", (int) form) != NULL ? (char) form : '\0';
}

/* Mistakes that have a name whatever was wanted. */
static gboolean
named_mistake (Scanner *scanner, Want want, gunichar c, gboolean *good)
{
  char next = scanner->at + 1 < scanner->length ? scanner->text[scanner->at + 1] : '\0';
  g_autofree char *name = c > 0x7F ? am_character_describe (c) : NULL;
  char punctuation = punctuation_like (c);

  if (c == '#' || (c == '/' && (next == '/' || next == '*')))
    *good = am_scan_fault (
        scanner, scanner->at, c == '#' ? 1 : 2,
        "put a remark into a \"note\", or into a member whose name begins with \"x-\"",
        "JSON has no comments");
  else if (c == '\'')
    *good = am_scan_fault (scanner, scanner->at, 1, NULL,
                           "JSON puts text in double quotes, not in single ones");
  else if (is_quotation_mark (c))
    *good = am_scan_fault (scanner, scanner->at, (gsize) g_unichar_to_utf8 (c, NULL),
                           "write \" instead",
                           "JSON puts text in straight double quotes, not in typographic ones");
  else if (c == '\0')
    {
      am_report_add (scanner->report, AM_RULE_JSON_ENCODING, (AmSpan){ (guint32) scanner->at, 1 },
                     NULL, "a NUL byte, which no text may hold");
      *good = FALSE;
    }
  else if (punctuation != '\0')
    {
      *good = am_scan_fault (scanner, scanner->at, (gsize) g_unichar_to_utf8 (c, NULL), NULL,
                             "%s only looks like the \"%c\" of JSON", name, punctuation);
      am_finding_help (am_scan_last_finding (scanner), AM_SPAN_NONE, "write %c instead",
                       punctuation);
    }
  else if (c > 0x7F && am_character_is_unseen (c))
    *good = am_scan_fault (scanner, scanner->at, (gsize) g_unichar_to_utf8 (c, NULL), "take it out",
                           "%s cannot be seen, and JSON does not allow it here", name);
  else if (c > 0x7F && g_unichar_isspace (c))
    *good = am_scan_fault (scanner, scanner->at, (gsize) g_unichar_to_utf8 (c, NULL),
                           "write an ordinary space", "%s is no white space that JSON knows", name);
  else if ((want == WANT_KEY || (want == WANT_VALUE && scanner->depth > 0))
           && (c == '}' || c == ']') && scanner->text[scanner->last_end - 1] == ',')
    *good = am_scan_trailing_comma (scanner, (char) c);
  else
    return FALSE;
  return TRUE;
}

/* An object where a member should be: something was not closed, or closed too early. */
static gboolean
object_for_member (Scanner *scanner, Want want)
{
  const Frame *frame = &scanner->frames[scanner->depth - 1];

  if (want == WANT_KEY && scanner->depth > 1)
    {
      am_scan_fault (scanner, scanner->at, 1, NULL,
                     "a member's name must stand here, in double quotes, and no object");
      am_scan_ask_for_bracket (scanner, "");
      return FALSE;
    }
  am_scan_fault (scanner, scanner->at, 1,
                 want == WANT_KEY_OR_END ? "a list begins with \"[\""
                                         : "was the list before it ended too early?",
                 "a member's name must stand here, in double quotes, and no object");
  if (want == WANT_KEY_OR_END)
    am_finding_note (am_scan_last_finding (scanner), (AmSpan){ frame->start, 1 },
                     "this begins an object");
  else if (scanner->last_closed != AM_SCAN_NO_KEY)
    am_finding_note (am_scan_last_finding (scanner), (AmSpan){ scanner->last_closed, 1 },
                     "what ended before it begins here");
  return FALSE;
}

static gboolean
is_conflict_mark (const Scanner *scanner)
{
  const char *line = scanner->text + scanner->at;
  gsize length = 0;

  if (strchr ("<=>|", line[0]) == NULL || line[0] == '\0' || (scanner->at > 0 && line[-1] != '\n'))
    return FALSE;
  while (scanner->at + length < scanner->length && line[length] == line[0])
    length++;
  return length == CONFLICT_MARK;
}

static gboolean
more_after_end (Scanner *scanner, gsize length)
{
  gsize start = strspn (scanner->text, AM_FOREIGN_BLANKS);
  gboolean lines = scanner->text[scanner->at] == '{' && on_one_line (scanner, 0, scanner->last_end)
                && !on_one_line (scanner, scanner->last_end, scanner->at);

  if (strchr ("{[", scanner->text[start]) == NULL)
    return am_scan_fault (scanner, start, 1, am_scan_beginning (scanner), "this is not JSON");
  return am_scan_fault (scanner, scanner->at, length, "a file holds one map", "%s",
                        lines ? "this is JSON Lines: another JSON value begins here"
                              : "there is more after the end of the JSON value");
}

static gboolean
unwanted (Scanner *scanner, Want want, gunichar c)
{
  gsize length = c < 0x80 && g_ascii_isalnum ((char) c) ? word_length (scanner)
                                                        : (gsize) g_unichar_to_utf8 (c, NULL);

  switch (want)
    {
    case WANT_COLON:
      if (swallowed_colon (scanner))
        return FALSE;
      return am_scan_fault (scanner, scanner->at, length, NULL,
                            "a colon is missing between a member's name and its value");
    case WANT_COMMA_OR_END:
      if (c == ';')
        return am_scan_fault (scanner, scanner->at, 1, NULL, "values are separated by commas");
      if (c == ':')
        return stray_colon (scanner);
      return missing_comma (scanner, length);
    case WANT_KEY:
    case WANT_KEY_OR_END:
      if (c == ',')
        return am_scan_fault (scanner, scanner->at, 1, "take the comma away",
                              "a member is missing before this comma");
      if (c == '{')
        return object_for_member (scanner, want);
      return am_scan_fault (scanner, scanner->at, length, NULL,
                            "a member's name must stand here, in double quotes");
    case WANT_NOTHING:
      return more_after_end (scanner, length);
    case WANT_VALUE:
    case WANT_VALUE_OR_END:
    default:
      if (c == ',')
        return am_scan_fault (scanner, scanner->at, 1,
                              scanner->depth > 0 && scanner->text[scanner->last_end - 1] == ':'
                                  ? NULL
                                  : "take the comma away",
                              "a value is missing before this comma");
      if (scanner->depth == 0)
        return am_scan_fault (scanner, scanner->at, length, am_scan_beginning (scanner),
                              "this is not JSON");
      return am_scan_fault (scanner, scanner->at, length, NULL, "a value is missing here");
    }
}

gboolean
am_scan_unexpected (Scanner *scanner, Want want)
{
  if (am_scan_is_foreign (scanner))
    return FALSE;
  if (scanner->at >= scanner->length)
    return am_scan_file_ends (scanner);

  const char *here = scanner->text + scanner->at;
  gunichar c = g_utf8_get_char_validated (here, (gssize) (scanner->length - scanner->at));
  gboolean good = FALSE;
  if (*here == '\0')
    c = 0;
  else if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      AmFinding *finding =
          am_report_add (scanner->report, AM_RULE_JSON_ENCODING,
                         (AmSpan){ (guint32) scanner->at, 1 }, NULL, "this byte is not UTF-8");
      am_finding_help (finding, AM_SPAN_NONE, AM_SCAN_OTHER_ENCODING);
      return FALSE;
    }
  if (is_conflict_mark (scanner))
    return am_scan_fault (
        scanner, scanner->at, CONFLICT_MARK,
        "settle the conflict: keep what is right of both versions, and take its three marks out",
        "this is a mark of a merge conflict");
  if (named_mistake (scanner, want, c, &good))
    return good;
  gboolean wants_value = want == WANT_VALUE || want == WANT_VALUE_OR_END;
  if ((c == '}' || c == ']') && want != WANT_COLON
      && !(wants_value && scanner->depth > 0
           && c == (gunichar) scanner->frames[scanner->depth - 1].closer))
    return am_scan_wrong_bracket (scanner, (char) c);
  if ((wants_value || want == WANT_KEY || want == WANT_KEY_OR_END) && c < 0x80
      && (g_ascii_isalnum ((char) c) || strchr ("_$+.-", (int) c) != NULL))
    return unexpected_word (scanner, want);
  return unwanted (scanner, want, c);
}
