/* Rules about sources: their files, and whether quotations are in them. */

#include "base/file.h"
#include "base/text.h"
#include "check/check.h"
#include "load/locate.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A text copy of a source; more than this is something else. */
#define LARGEST_FILE ((gsize) 64 * 1024 * 1024)

/* --- where a source's file is --- */

typedef enum
{
  FILE_THERE,
  FILE_OUTSIDE,
  FILE_MISSING,
  FILE_FOLDER,
  FILE_SPECIAL,
  FILE_TOO_LARGE,
  FILE_FORBIDDEN,
} FileState;

static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);
  free (real);
  return copy;
}

/* A path that climbs out by its own words, whatever exists. */
static gboolean
climbs_out (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  gint depth = 0;

  if (g_path_is_absolute (path))
    return TRUE;
  for (char **part = parts; *part != NULL; part++)
    {
      if (g_str_equal (*part, ".."))
        depth--;
      else if (!g_str_equal (*part, "") && !g_str_equal (*part, "."))
        depth++;
      if (depth < 0)
        return TRUE;
    }
  return FALSE;
}

static FileState
inspect_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FILE_MISSING;
  if (S_ISDIR (info.st_mode))
    return FILE_FOLDER;
  if (!S_ISREG (info.st_mode))
    return FILE_SPECIAL;
  if ((guint64) info.st_size > LARGEST_FILE)
    return FILE_TOO_LARGE;
  return g_access (path, R_OK) == 0 ? FILE_THERE : FILE_FORBIDDEN;
}

/* The file's real path in @path (caller owns it) when it is there and inside the map's folder, symbolic links followed. */
static FileState
find_file (const AmMap *map, const AmSourceRecord *source, char **path)
{
  g_autofree char *folder = g_path_get_dirname (map->source->name);
  g_autofree char *joined = g_build_filename (folder, source->file, NULL);
  g_autofree char *real_folder = real_path (folder);
  g_autofree char *real = real_path (joined);
  FileState missing = errno == EACCES ? FILE_FORBIDDEN : FILE_MISSING;

  *path = NULL;
  if (climbs_out (source->file))
    return FILE_OUTSIDE;
  if (real == NULL || real_folder == NULL)
    return missing;
  g_autofree char *inside = g_str_has_suffix (real_folder, "/") ? g_strdup (real_folder) : g_strconcat (real_folder, "/", NULL);
  if (g_str_equal (real, real_folder))
    return FILE_FOLDER;
  if (!g_str_has_prefix (real, inside))
    return FILE_OUTSIDE;
  FileState state = inspect_file (real);
  if (state == FILE_THERE)
    *path = g_steal_pointer (&real);
  return state;
}

static const struct
{
  AmRule rule;
  const char *fault, *help;
} file_faults[] = {
  [FILE_OUTSIDE] = { AM_RULE_SOURCE_FILE_OUTSIDE, "is not in the map's folder or below",
                     "copy it beside the map: no other file is read because a map says so" },
  [FILE_MISSING] = { AM_RULE_SOURCE_FILE_MISSING, "does not exist", "its path counts from the map's folder" },
  [FILE_FOLDER] = { AM_RULE_SOURCE_FILE_MISSING, "is a folder", "name the file in it that holds the source's text" },
  [FILE_SPECIAL] = { AM_RULE_SOURCE_FILE_MISSING, "is no ordinary file", "save the source's text in a file" },
  [FILE_TOO_LARGE] = { AM_RULE_SOURCE_FILE_MISSING, "is larger than 64 MiB", "save only its text, or only the chapter that is quoted" },
  [FILE_FORBIDDEN] = { AM_RULE_SOURCE_FILE_MISSING, "may not be read", "its permissions, or those of a folder above it, do not allow it" },
};

static void
check_files (const AmMap *map, AmReport *report, AmRule rule)
{
  for (guint32 i = 0; i < map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (map, i);
      g_autofree char *path = NULL;

      if (source->file == NULL || am_text_is_blank (source->file))
        continue;
      FileState state = find_file (map, source, &path);
      if (state == FILE_THERE || file_faults[state].rule != rule)
        continue;
      AmFinding *finding = am_report_add (report, rule, am_locate_member (map->source, source->at, "file"), source->id,
                                          "the file \"%s\" of source \"%s\" %s", source->file, source->id, file_faults[state].fault);
      am_finding_help (finding, AM_SPAN_NONE, "%s", file_faults[state].help);
    }
}

void
am_rule_source_file_outside (const AmMap *map, AmReport *report)
{
  check_files (map, report, AM_RULE_SOURCE_FILE_OUTSIDE);
}

void
am_rule_source_file_missing (const AmMap *map, AmReport *report)
{
  check_files (map, report, AM_RULE_SOURCE_FILE_MISSING);
}

/* --- quotations --- */

static gunichar
fold_punctuation (gunichar c)
{
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0xB4 || c == '`')
    return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB)
    return '"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  return c;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* What counts when a quotation is compared: case is kept; white space, quotation marks, dashes, ellipses and soft hyphens are
   not told apart. Caller owns it. */
static char *
normalise (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));

  for (const char *p = composed != NULL ? composed : valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_invisible (c))
        continue;
      if (g_unichar_isspace (c))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else if (c == 0x2026)
        g_string_append (out, "...");
      else
        g_string_append_unichar (out, fold_punctuation (c));
    }
  return g_strdup (g_strchomp (out->str));
}

/* The parts of a quotation between its gaps ("…", "[…]", "(…)"). Free with g_strfreev(). */
static char **
split_at_gaps (const char *quote)
{
  g_autofree char *text = normalise (quote, -1);
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "[...]", "...", 0);
  g_string_replace (plain, "(...)", "...", 0);
  return g_strsplit (plain->str, "...", -1);
}

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

static void
report_quote (const AmMap *map, AmReport *report, const AmEvidence *evidence, const Quoter *who, const char *part, gboolean whole,
              const char *text)
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
  if (is_there_in_other_case (text, part))
    am_finding_note (finding, AM_SPAN_NONE, "it is there in other letters: capitals and small ones are told apart");
  else
    explain_difference (finding, text, part);
}

static void
check_quote (const AmMap *map, AmReport *report, const AmEvidence *evidence, const char *text, const Quoter *who)
{
  g_auto (GStrv) parts = split_at_gaps (evidence->quote);
  const char *from = text;

  for (char **part = parts; *part != NULL; part++)
    {
      g_strstrip (*part);
      const char *found = strstr (from, *part);
      if (found == NULL)
        {
          report_quote (map, report, evidence, who, *part, parts[1] == NULL, from);
          return;
        }
      from = found + strlen (*part);
    }
}

typedef void (*EvidenceCheck) (gpointer data, const AmEvidence *evidence, const Quoter *who);

static void
walk_range (const AmMap *map, AmRange range, const Quoter *who, EvidenceCheck check, gpointer data)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmEvidence *evidence = am_map_evidence (map, range.start + i);
      if (evidence->quote != NULL && !am_text_is_blank (evidence->quote) && evidence->source.index != AM_NONE)
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

/* The normalised text of a source's file, or NULL when there is none to be had: other rules say so. */
static const char *
source_text (Quotes *q, guint32 index)
{
  const AmSourceRecord *source = am_map_source (q->map, index);
  g_autofree char *path = NULL;
  gsize length = 0;

  if (q->asked[index])
    return q->texts[index];
  q->asked[index] = TRUE;
  if (source->file == NULL || find_file (q->map, source, &path) != FILE_THERE)
    return NULL;
  g_autofree char *raw = am_file_read (path, LARGEST_FILE, &length, NULL);
  if (raw != NULL)
    q->texts[index] = normalise (raw, (gssize) length);
  return q->texts[index];
}

static void
check_evidence (gpointer data, const AmEvidence *evidence, const Quoter *who)
{
  Quotes *q = data;
  const char *text = source_text (q, evidence->source.index);

  if (text != NULL)
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

  if (am_map_source (q->map, evidence->source.index)->file != NULL)
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
