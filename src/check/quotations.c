/* Rules about quotations: whether they are in the files of their sources. */

#include "base/file.h"
#include "base/text.h"
#include "check/check.h"
#include "check/quotation-text.h"
#include "check/source-file.h"
#include "load/locate.h"

#include <string.h>

/* --- what differs --- */

/* How many bytes of @part stand somewhere in @text: the longest beginning, by bisection. */
static gsize
longest_beginning (const char *text, const char *part, const char **where)
{
  gsize low = 0, high = strlen (part);

  *where = text;
  while (low < high)
    {
      gsize middle = low + (high - low + 1) / 2;
      g_autofree char *beginning = g_strndup (part, middle);
      const char *found = strstr (text, beginning);
      if (found != NULL)
        {
          low = middle;
          *where = found;
        }
      else
        high = middle - 1;
    }
  return low;
}

#define SHORTEST_HINT 12
#define SHOWN 40

static void
explain_difference (AmFinding *finding, const char *text, const char *part)
{
  const char *where;
  gsize agreed = longest_beginning (text, part, &where);

  while (agreed > 0 && ((guchar) part[agreed] & 0xC0) == 0x80)
    agreed--;
  if (agreed < SHORTEST_HINT)
    return;
  g_autofree char *said = g_utf8_substring (part, 0, g_utf8_strlen (part, (gssize) agreed));
  g_autofree char *rest = g_strndup (where + agreed, SHOWN * 4);
  g_autofree char *valid = g_utf8_make_valid (rest, -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), SHOWN));
  glong characters = g_utf8_strlen (said, -1);
  const char *tail = characters > SHOWN ? g_utf8_offset_to_pointer (said, characters - SHOWN) : said;
  if (shown[0] == '\0')
    am_finding_note (finding, AM_SPAN_NONE, "it agrees up to \"%s%s\", where the source ends", tail != said ? "…" : "", tail);
  else
    am_finding_note (finding, AM_SPAN_NONE, "it agrees up to \"%s%s\"; there the source goes on \"%s%s\"",
                     tail != said ? "…" : "", tail, shown, strlen (shown) < strlen (valid) ? "…" : "");
}

static gboolean
is_there_in_other_case (const char *text, const char *part)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);
  return strstr (folded_text, folded_part) != NULL;
}

/* By its first words; @text is normalised. */
static gboolean
is_web_page (const char *text)
{
  g_autofree char *beginning = g_ascii_strdown (text, (gssize) strnlen (text, 200));
  return beginning[0] == '<' && (g_str_has_prefix (beginning, "<!doctype html") || strstr (beginning, "<html") != NULL);
}

/* Whose evidence it is. */
typedef struct
{
  const char *noun; /* "claim", "rebuttal" or "stakeholder" */
  const char *id;
} Quoter;

/* Caller owns it. */
static char *
describe_quoter (const Quoter *who)
{
  return who->id[0] != '\0' ? g_strdup_printf ("%s \"%s\"", who->noun, who->id) : g_strdup_printf ("this %s", who->noun);
}

/* What the author could not see: the words are there, but not as they were quoted. */
static void
explain_missing (AmFinding *finding, const char *text, const char *from, const char *part)
{
  const char *inside = strstr (from, part);

  if (inside != NULL)
    {
      g_autofree char *words = am_quotation_whole_words (text, inside, strlen (part));
      am_finding_note (finding, AM_SPAN_NONE, "the source has \"%s\", and parts of words do not count", words);
      am_finding_help (finding, AM_SPAN_NONE, "quote whole words, or write \"…\" directly where a word is cut");
    }
  else if (is_there_in_other_case (from, part))
    am_finding_note (finding, AM_SPAN_NONE, "it is there in other letters: capitals and small ones are told apart");
  else
    explain_difference (finding, from, part);
}

/* @from is where in @text the words were looked for. */
static void
report_quote (const AmMap *map, AmReport *report, const AmEvidence *evidence, const Quoter *who, const char *part, gboolean whole,
              const char *text, const char *from)
{
  AmSpan where = am_locate_member (map->source, evidence->at, "quote");
  const char *source = evidence->source.id;
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding
      = whole ? am_report_add (report, AM_RULE_QUOTE_NOT_FOUND, where, who->id,
                               "the quotation of %s is not in the file of source \"%s\"", owner, source)
              : am_report_add (report, AM_RULE_QUOTE_NOT_FOUND, where, who->id,
                               "\"%s\" in the quotation of %s is not in the file of source \"%s\", or not in this order",
                               part, owner, source);

  if (finding == NULL)
    return;
  explain_missing (finding, text, from, part);
  if (is_web_page (text))
    am_finding_help (finding, AM_SPAN_NONE, "the file is a web page, and its tags count as words: save the text alone");
}

static void
report_nothing (const AmMap *map, AmReport *report, const AmEvidence *evidence, const Quoter *who)
{
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding = am_report_add (report, AM_RULE_QUOTE_NOT_FOUND, am_locate_member (map->source, evidence->at, "quote"), who->id,
                                      "the quotation of %s holds no words", owner);
  am_finding_help (finding, AM_SPAN_NONE, "write the words of the source, or leave \"quote\" out");
}

static void
check_quote (const AmMap *map, AmReport *report, const AmEvidence *evidence, const char *text, const Quoter *who)
{
  g_autoptr (GArray) parts = am_quotation_parts (evidence->quote);
  const char *from = text;

  for (guint i = 0; i < parts->len; i++)
    {
      const QuotationPart *part = &g_array_index (parts, QuotationPart, i);
      const char *found = am_quotation_find (text, from, part);
      if (found == NULL)
        {
          report_quote (map, report, evidence, who, part->text, parts->len == 1, text, from);
          return;
        }
      from = found + strlen (part->text);
    }
}

typedef void (*EvidenceCheck) (gpointer data, const AmEvidence *evidence, const Quoter *who);

static void
walk_range (const AmMap *map, AmRange range, const Quoter *who, EvidenceCheck check, gpointer data)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmEvidence *evidence = am_map_evidence (map, range.start + i);
      if (evidence->quote != NULL && !am_text_is_blank (evidence->quote) && !am_text_is_damaged (evidence->quote)
          && evidence->source.index != AM_NONE)
        check (data, evidence, who);
    }
}

static void
walk_quotes (const AmMap *map, EvidenceCheck check, gpointer data)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      Quoter who = { am_role_word (claim->role), claim->id };
      walk_range (map, claim->evidence, &who, check, data);
    }
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      Quoter who = { "stakeholder", stakeholder->id };
      for (guint32 k = 0; k < stakeholder->positions.count; k++)
        walk_range (map, am_map_position (map, stakeholder->positions.start + k)->evidence, &who, check, data);
    }
}

typedef struct
{
  const AmMap *map;
  AmReport *report;
  gboolean *asked; /* per source: whether its file has been looked for */
  char **texts; /* per source: its normalised file, NULL where there is none */
} Quotes;

/* --- the text of a source --- */

/* NULs are passed over: they are in many a file that is text for the rest. */
static gboolean
is_utf8 (const char *text, gsize length)
{
  const char *end = text + length, *stop;

  for (const char *p = text; p < end; p = stop + 1)
    if (g_utf8_validate_len (p, (gsize) (end - p), &stop))
      return TRUE;
    else if (*stop != '\0')
      return FALSE;
  return TRUE;
}

static const char *
explain_encoding (const char *raw, gsize length)
{
  if (length >= 5 && memcmp (raw, "%PDF-", 5) == 0)
    return "it is a PDF: save its text as plain text in UTF-8";
  if (length >= 2 && (memcmp (raw, "\xFF\xFE", 2) == 0 || memcmp (raw, "\xFE\xFF", 2) == 0))
    return "it is UTF-16: save it as UTF-8";
  if (memchr (raw, '\0', length) != NULL)
    return "it looks like no text at all: save the source's text as plain text in UTF-8";
  return "save it as UTF-8; it looks like another encoding, such as Windows-1252";
}

static void
report_encoding (const Quotes *q, const AmSourceRecord *source, const char *raw, gsize length)
{
  AmSpan where = am_locate_member (q->map->source, source->at, "file");
  AmFinding *finding = am_report_add (q->report, AM_RULE_SOURCE_FILE_MISSING, where, source->id,
                                      "the file \"%s\" of source \"%s\" is not UTF-8 text, so no quotation can be looked up in it",
                                      source->file, source->id);
  am_finding_help (finding, AM_SPAN_NONE, "%s", explain_encoding (raw, length));
}

/* The normalised text of a source's file, or NULL when there is none to be had: that has been said, here or by other rules. */
static const char *
source_text (Quotes *q, guint32 index)
{
  const AmSourceRecord *source = am_map_source (q->map, index);
  g_autofree char *path = NULL;
  gsize length = 0;

  if (q->asked[index])
    return q->texts[index];
  q->asked[index] = TRUE;
  if (source->file == NULL || am_source_file_find (q->map, source, &path) != FILE_THERE)
    return NULL;
  g_autofree char *raw = am_file_read (path, AM_SOURCE_FILE_MAX_SIZE, &length, NULL);
  if (raw != NULL && !is_utf8 (raw, length))
    report_encoding (q, source, raw, length);
  else if (raw != NULL)
    q->texts[index] = am_quotation_normalise (raw, (gssize) length);
  return q->texts[index];
}

static void
check_evidence (gpointer data, const AmEvidence *evidence, const Quoter *who)
{
  Quotes *q = data;
  const char *text = source_text (q, evidence->source.index);

  if (am_quotation_is_empty (evidence->quote))
    report_nothing (q->map, q->report, evidence, who);
  else if (text != NULL)
    check_quote (q->map, q->report, evidence, text, who);
}

void
am_rule_quote_not_found (const AmMap *map, AmReport *report)
{
  guint32 n = map->sources->len;
  g_autofree gboolean *asked = g_new0 (gboolean, (gsize) n + 1);
  g_autofree char **texts = g_new0 (char *, (gsize) n + 1);
  Quotes quotes = { map, report, asked, texts };

  walk_quotes (map, check_evidence, &quotes);
  for (guint32 i = 0; i < n; i++)
    g_free (texts[i]);
}

static void
check_has_file (gpointer data, const AmEvidence *evidence, const Quoter *who)
{
  Quotes *q = data;

  if (am_map_source (q->map, evidence->source.index)->file != NULL || am_quotation_is_empty (evidence->quote))
    return;
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding = am_report_add (q->report, AM_RULE_QUOTE_WITHOUT_SOURCE_FILE,
                                      am_locate_member (q->map->source, evidence->at, "quote"), who->id,
                                      "the quotation of %s cannot be checked: source \"%s\" has no \"file\"", owner,
                                      evidence->source.id);
  am_finding_help (finding, AM_SPAN_NONE, "save the source's text beside the map, and name it in \"file\"");
}

void
am_rule_quote_without_source_file (const AmMap *map, AmReport *report)
{
  Quotes quotes = { map, report, NULL, NULL };
  walk_quotes (map, check_has_file, &quotes);
}
