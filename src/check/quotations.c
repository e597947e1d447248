/* Rules about quotations: whether they are in the files of their sources. */

#include "base/encoding.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/normal.h"
#include "base/place.h"
#include "base/text.h"
#include "check/check.h"
#include "check/quotation-search.h"
#include "check/source-file.h"

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
  const char *tail =
      characters > SHOWN ? g_utf8_offset_to_pointer (said, characters - SHOWN) : said;
  if (shown[0] == '\0')
    am_finding_note (finding, AM_SPAN_NONE, "it agrees up to \"%s%s\", where the source ends",
                     tail != said ? "…" : "", tail);
  else
    am_finding_note (
        finding, AM_SPAN_NONE, "it agrees up to \"%s%s\"; there the source goes on \"%s%s\"",
        tail != said ? "…" : "", tail, shown, strlen (shown) < strlen (valid) ? "…" : "");
}

static gboolean
is_there_in_other_case (const char *text, const char *part)
{
  g_autofree char *small_text = g_utf8_strdown (text, -1);
  g_autofree char *small_part = g_utf8_strdown (part, -1);
  return strstr (small_text, small_part) != NULL;
}

/* By its first words; @text is normalised. */
static gboolean
is_web_page (const char *text)
{
  g_autofree char *beginning = g_ascii_strdown (text, (gssize) strnlen (text, 200));
  return beginning[0] == '<'
      && (g_str_has_prefix (beginning, "<!doctype html") || strstr (beginning, "<html") != NULL);
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
  return who->id[0] != '\0' ? g_strdup_printf ("%s \"%s\"", who->noun, who->id)
                            : g_strdup_printf ("this %s", who->noun);
}

/* What the author could not see: the words are there, but not as they were quoted. */
static void
explain_missing (AmFinding *finding, const char *text, const char *from, const char *part)
{
  const char *inside = strstr (from, part);

  if (inside != NULL)
    {
      g_autofree char *words = am_quotation_whole_words (text, inside, strlen (part));
      am_finding_note (finding, AM_SPAN_NONE,
                       "the source has \"%s\", and parts of words do not count", words);
      am_finding_help (finding, AM_SPAN_NONE,
                       "quote whole words, or write \"…\" directly where a word is cut");
    }
  else if (is_there_in_other_case (from, part))
    am_finding_note (finding, AM_SPAN_NONE,
                     "it is there in other letters: capitals and small ones are told apart");
  else
    explain_difference (finding, from, part);
}

/* What is wrong with a quotation is looked for in the text anew. Beyond so many bytes only the
 * first of a check is explained. */
#define MOST_EXPLAINED 400000000
#define COST_OF_BYTE 50

static gboolean
afford_explanation (guint64 *explained, const char *from)
{
  guint64 cost = (guint64) strlen (from) * COST_OF_BYTE;
  gboolean affordable = *explained == 0 || *explained + cost <= MOST_EXPLAINED;

  *explained = affordable ? *explained + cost : MAX (*explained, MOST_EXPLAINED);
  return affordable;
}

/* @from is where in @text the words were looked for. */
static void
report_quote (const AmMap *map, AmReport *report, const AmEvidence *evidence, const Quoter *who,
              const char *part, gboolean whole, const char *text, const char *from,
              guint64 *explained)
{
  AmSpan where = am_locate_member (map->source, evidence->at, "quote");
  const char *source = evidence->source.id;
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding =
      whole
          ? am_report_add (report, AM_RULE_QUOTE_NOT_FOUND, where, who->id,
                           "the quotation of %s is not in the file of source \"%s\"", owner, source)
          : am_report_add (report, AM_RULE_QUOTE_NOT_FOUND, where, who->id,
                           "\"%s\" in the quotation of %s is not in the file of source \"%s\", or "
                           "not in this order",
                           part, owner, source);

  if (finding == NULL)
    return;
  if (afford_explanation (explained, from))
    explain_missing (finding, text, from, part);
  else
    am_finding_help (
        finding, AM_SPAN_NONE,
        "how it differs is not looked for after so many that are missing: correct those first");
  if (is_web_page (text))
    am_finding_help (finding, AM_SPAN_NONE,
                     "the file is a web page, and its tags count as words: save the text alone");
}

static void
report_nothing (const AmMap *map, AmReport *report, const AmEvidence *evidence, const Quoter *who)
{
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding = am_report_add (report, AM_RULE_QUOTE_NOT_FOUND,
                                      am_locate_member (map->source, evidence->at, "quote"),
                                      who->id, "the quotation of %s holds no words", owner);
  am_finding_help (finding, AM_SPAN_NONE, "write the words of the source, or leave \"quote\" out");
}

typedef void (*EvidenceCheck) (gpointer data, const AmEvidence *evidence, const Quoter *who);

static void
walk_range (const AmMap *map, AmRange range, const Quoter *who, EvidenceCheck check, gpointer data)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmEvidence *evidence = am_map_evidence (map, range.start + i);
      if (evidence->quote != NULL && !am_text_is_unseen (evidence->quote)
          && !am_text_is_damaged (evidence->quote) && evidence->source.index != AM_NONE)
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
        walk_range (map, am_map_position (map, stakeholder->positions.start + k)->evidence, &who,
                    check, data);
    }
}

/* A quotation that is to be looked up. */
typedef struct
{
  const AmEvidence *evidence;
  Quoter who;
} Quotation;

typedef struct
{
  const AmMap *map;
  AmReport *report;
  GArray *quotations; /* of Quotation */
  GPtrArray *paths; /* of the files that are quoted: several sources may name one */
  GHashTable *numbers; /* path → its number, plus one */
  guint32 *files; /* per source: the number of its file, plus one; 0 before it is known; AM_NONE
                     where there is none */
  guint64 explained; /* bytes that have been looked at to explain what is missing */
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
  const char *encoding = am_encoding_guess_text (raw, length);
  if (encoding != NULL)
    return g_str_has_prefix (encoding, "UTF-16") ? "it is UTF-16: save it as UTF-8"
                                                 : "it is UTF-32: save it as UTF-8";
  if (memchr (raw, '\0', length) != NULL)
    return "it looks like no text at all: save the source's text as plain text in UTF-8";
  return "save it as UTF-8; it looks like another encoding, such as Windows-1252";
}

static void
report_encoding (const Quotes *q, const AmSourceRecord *source, const char *raw, gsize length)
{
  AmSpan where = am_locate_member (q->map->source, source->at, "file");
  AmFinding *finding = am_report_add (
      q->report, AM_RULE_SOURCE_FILE_MISSING, where, source->id,
      "the file \"%s\" of source \"%s\" is not UTF-8 text, so no quotation can be looked up in it",
      source->file, source->id);
  am_finding_help (finding, AM_SPAN_NONE, "%s", explain_encoding (raw, length));
}

/* Of each source that names the file. */
static void
report_encodings (const Quotes *q, guint32 file, const char *raw, gsize length)
{
  for (guint32 i = 0; i < q->map->sources->len; i++)
    if (q->files[i] == file + 1)
      report_encoding (q, am_map_source (q->map, i), raw, length);
}

/* The form of a file's text, or NULL when there is none to be had: that has been said, here or by
 * other rules. */
static char *
read_text (const Quotes *q, guint32 file)
{
  gsize length = 0;
  g_autofree char *raw = am_file_read_found (g_ptr_array_index (q->paths, file),
                                             AM_SOURCE_FILE_MAX_SIZE, &length, NULL);

  if (raw == NULL)
    return NULL;
  if (is_utf8 (raw, length))
    return am_normal_quotation (raw, (gssize) length);
  report_encodings (q, file, raw, length);
  return NULL;
}

/* --- looking up --- */

static void
report_not_looked_up (const Quotes *q, const Quotation *quotation)
{
  g_autofree char *owner = describe_quoter (&quotation->who);
  AmFinding *finding = am_report_add (
      q->report, AM_RULE_QUOTE_NOT_FOUND,
      am_locate_member (q->map->source, quotation->evidence->at, "quote"), quotation->who.id,
      "the quotation of %s and others of its file were not looked up to the end", owner);
  am_finding_help (
      finding, AM_SPAN_NONE,
      "quotations that hold one another over and over take too long: leave out those that repeat");
}

static const char *
quote_of (const Quotes *q, guint32 number)
{
  return g_array_index (q->quotations, Quotation, number).evidence->quote;
}

/* Without their hyphens, the words that lines divide in the text, and in the quotations that were
   not found. Free with g_hash_table_unref(). */
static GHashTable *
find_divided (const Quotes *q, const guint32 *numbers, const QuotationSearch *searches, guint count,
              const char *form)
{
  GHashTable *words =
      g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL); /* looked up only */

  am_quotation_add_divided (words, form);
  for (guint i = 0; i < count; i++)
    if (searches[i].found < searches[i].parts->len)
      {
        g_autofree char *quote = am_normal_quotation (quote_of (q, numbers[i]), -1);
        am_quotation_add_divided (words, quote);
      }
  return words;
}

/* What was not found is looked for where no hyphen counts in words that lines divide. */
static void
look_up_without_hyphens (const Quotes *q, const guint32 *numbers, QuotationSearch *searches,
                         guint count, const char *form)
{
  g_autoptr (GHashTable) words = find_divided (q, numbers, searches, count, form);
  g_autofree QuotationSearch *again = g_new (QuotationSearch, (gsize) count + 1);
  g_autofree guint *origins = g_new (guint, (gsize) count + 1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_full (count, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < count && g_hash_table_size (words) > 0; i++)
    if (searches[i].found < searches[i].parts->len)
      {
        origins[parts->len] = i;
        g_ptr_array_add (parts, am_quotation_parts (quote_of (q, numbers[i]), words));
        again[parts->len - 1].parts = g_ptr_array_index (parts, parts->len - 1);
      }
  if (parts->len == 0)
    return;
  g_autofree char *text = am_quotation_without_hyphens (form, words);
  if (!am_quotation_search (text, again, parts->len))
    return;
  for (guint i = 0; i < parts->len; i++)
    if (again[i].found == again[i].parts->len)
      searches[origins[i]].found = searches[origins[i]].parts->len;
}

/* The quotations of one file, by their numbers, in its text. */
static void
look_up (Quotes *q, const guint32 *numbers, guint count, const char *form)
{
  g_autofree char *text = am_normal_joined (form);
  g_autofree QuotationSearch *searches = g_new (QuotationSearch, (gsize) count + 1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_full (count, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < count; i++)
    {
      g_ptr_array_add (parts, am_quotation_parts (quote_of (q, numbers[i]), NULL));
      searches[i].parts = g_ptr_array_index (parts, i);
    }
  gboolean complete = am_quotation_search (text, searches, count);
  if (complete)
    look_up_without_hyphens (q, numbers, searches, count, form);
  for (guint i = 0; i < count; i++)
    {
      const Quotation *quotation = &g_array_index (q->quotations, Quotation, numbers[i]);
      const QuotationSearch *search = &searches[i];
      if (search->found == search->parts->len)
        continue;
      if (!complete)
        {
          report_not_looked_up (q, quotation);
          return;
        }
      report_quote (q->map, q->report, quotation->evidence, &quotation->who,
                    g_array_index (search->parts, QuotationPart, search->found).text,
                    search->parts->len == 1, text, text + search->from, &q->explained);
    }
}

/* The number of the source's file, or AM_NONE. */
static guint32
file_of (Quotes *q, guint32 index)
{
  const AmSourceRecord *source = am_map_source (q->map, index);
  g_autofree char *path = NULL;

  if (q->files[index] == 0)
    {
      q->files[index] = AM_NONE;
      if (source->file != NULL && am_source_file_find (q->map, source, &path) == FILE_THERE)
        {
          guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (q->numbers, path));
          if (number == 0)
            {
              g_ptr_array_add (q->paths, path);
              number = q->paths->len;
              g_hash_table_insert (q->numbers, g_steal_pointer (&path), GUINT_TO_POINTER (number));
            }
          q->files[index] = number;
        }
    }
  return q->files[index] != AM_NONE ? q->files[index] - 1 : AM_NONE;
}

static void
note_quotation (gpointer data, const AmEvidence *evidence, const Quoter *who)
{
  Quotes *q = data;
  Quotation quotation = { evidence, *who };

  if (am_quotation_is_empty (evidence->quote))
    report_nothing (q->map, q->report, evidence, who);
  else if (file_of (q, evidence->source.index) != AM_NONE)
    g_array_append_val (q->quotations, quotation);
}

/* File by file, so that each is read once, and no two are in memory at a time. */
static void
look_up_all (Quotes *q)
{
  guint n = q->paths->len;
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) n + 2),
                     *numbers = g_new (guint32, (gsize) q->quotations->len + 1);

  for (guint i = 0; i < q->quotations->len; i++)
    starts[q->files[g_array_index (q->quotations, Quotation, i).evidence->source.index] + 1]++;
  for (guint file = 0; file <= n; file++)
    starts[file + 1] += starts[file];
  for (guint i = 0; i < q->quotations->len; i++)
    numbers
        [starts[q->files[g_array_index (q->quotations, Quotation, i).evidence->source.index]]++] =
            i;
  for (guint file = 0; file < n; file++)
    {
      g_autofree char *form = read_text (q, file);
      if (form != NULL)
        look_up (q, numbers + starts[file], starts[file + 1] - starts[file], form);
    }
}

void
am_rule_quote_not_found (const AmMap *map, AmReport *report)
{
  g_autoptr (GArray) quotations = g_array_new (FALSE, FALSE, sizeof (Quotation));
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  g_autofree guint32 *files = g_new0 (guint32, (gsize) map->sources->len + 1);
  Quotes quotes = { map, report, quotations, paths, numbers, files, 0 };

  walk_quotes (map, note_quotation, &quotes);
  look_up_all (&quotes);
}

static void
check_has_file (gpointer data, const AmEvidence *evidence, const Quoter *who)
{
  Quotes *q = data;

  if (am_map_source (q->map, evidence->source.index)->file != NULL
      || am_quotation_is_empty (evidence->quote))
    return;
  g_autofree char *owner = describe_quoter (who);
  AmFinding *finding =
      am_report_add (q->report, AM_RULE_QUOTE_WITHOUT_SOURCE_FILE,
                     am_locate_member (q->map->source, evidence->at, "quote"), who->id,
                     "the quotation of %s cannot be checked: source \"%s\" has no \"file\"", owner,
                     evidence->source.id);
  am_finding_help (finding, AM_SPAN_NONE,
                   "save the source's text beside the map, and name it in \"file\"");
}

void
am_rule_quote_without_source_file (const AmMap *map, AmReport *report)
{
  Quotes quotes = { .map = map, .report = report };
  walk_quotes (map, check_has_file, &quotes);
}
