#include "check/suggest.h"

#include "base/forms.h"
#include "base/lookalike.h"
#include "base/nearest.h"
#include "base/place.h"

#include <string.h>

gboolean
am_suggest_afford (AmReport *report, guint64 comparisons)
{
  report->guessed += comparisons;
  return report->guessed <= report->policy.guesses;
}

/* FALSE as well when it is said that there is no more, once. */
static gboolean
afford (AmSuggestions *s, AmFinding *finding, guint64 comparisons)
{
  if (am_suggest_afford (s->report, comparisons))
    return TRUE;
  if (!s->report->guessing_ended)
    am_finding_help (finding, AM_SPAN_NONE,
                     "from here on no id is suggested, since too many lead nowhere");
  s->report->guessing_ended = TRUE;
  return FALSE;
}

static const char *
candidate_id (const AmSuggestions *s, guint32 index)
{
  return am_map_entity_id (s->map, (AmEntity){ s->wanted, index });
}

/* Where the id of a candidate is. */
static AmSpan
candidate_span (AmSuggestions *s, guint32 index)
{
  guint32 at = am_map_entity_at (s->map, (AmEntity){ s->wanted, index });
  AmSpan where = am_locate_member (s->map->source, at, "id");

  s->report->guessed += (where.start - at) / 16; /* an id may stand behind a megabyte of text */
  return where;
}

/* --- by id --- */

/* Whether an id that is not allowed becomes @id when it is mended. */
static gboolean
offers (const char *invalid, const char *id)
{
  g_autofree char *mended = am_value_suggest_id (invalid);
  return (mended != NULL && g_str_equal (mended, id)) || am_lookalike_same (invalid, id);
}

/* Whether one of the two is the other and something more: "lost" and "lost-reports". */
static gboolean
begins_as (const char *a, const char *b)
{
  gsize length = 0;

  while (a[length] != '\0' && a[length] == b[length])
    length++;
  const char *more = a[length] == '\0' ? b + length : a + length;
  return length > 0 && (a[length] == '\0' || b[length] == '\0') && more[0] != '\0'
      && strchr ("-._", more[0]) != NULL;
}

typedef struct
{
  AmNearest nearest;
  guint32 longer; /* the last candidate that begins_as() it */
  guint count; /* of such */
} Guess;

/* Compares a candidate. TRUE when it is what was meant, but its own id must be mended: the finding
 * says so. */
static gboolean
consider (AmSuggestions *s, AmFinding *finding, Guess *guess, guint32 index)
{
  const char *candidate = candidate_id (s, index), *written = guess->nearest.word;

  if (am_value_is_id (candidate))
    {
      am_nearest_offer (&guess->nearest, candidate, index);
      if (begins_as (written, candidate))
        {
          guess->longer = index;
          guess->count++;
        }
      return FALSE;
    }
  s->report->guessed += 16; /* to mend an id costs more than to compare it */
  if (!offers (candidate, written))
    return FALSE;
  g_autofree char *why =
      am_lookalike_explain (candidate, "that id", written, "what is written here");
  am_finding_help (finding, candidate_span (s, index),
                   why != NULL ? "leave this as it is, and mend the id \"%s\": %s"
                               : "leave this as it is, and mend the id \"%s\"",
                   candidate, why);
  return TRUE;
}

static gboolean
suggest_by_id (AmSuggestions *s, AmFinding *finding, const char *written, const char *subject)
{
  Guess guess = { .count = 0 };

  am_nearest_init (&guess.nearest, written);
  for (guint32 i = 0; i < am_map_count (s->map, s->wanted); i++)
    {
      const char *candidate = candidate_id (s, i);
      if (candidate != NULL && candidate[0] != '\0' && g_strcmp0 (candidate, subject) != 0
          && consider (s, finding, &guess, i))
        return TRUE;
    }
  if (guess.nearest.best == NULL && guess.count != 1)
    return FALSE;
  guint32 meant = guess.nearest.best != NULL ? guess.nearest.tag : guess.longer;
  g_autofree char *question = am_nearest_ask (written, candidate_id (s, meant));
  am_finding_help (finding, candidate_span (s, meant), "%s", question);
  return TRUE;
}

/* --- by name --- */

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Whether two texts are the same but for capitals, white space and a full stop at the end. */
static gboolean
same_words (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  for (a = skip_space (a), b = skip_space (b); *a != '\0' && *b != '\0';
       a = skip_space (g_utf8_next_char (a)), b = skip_space (g_utf8_next_char (b)))
    if (g_unichar_tolower (g_utf8_get_char (a)) != g_unichar_tolower (g_utf8_get_char (b)))
      return FALSE;
  return (*a == '\0' || g_str_equal (a, ".")) && (*b == '\0' || g_str_equal (b, "."));
}

/* What of the candidate is @written: "name", "text"; NULL when nothing is. */
static const char *
matching_member (const AmSuggestions *s, guint32 index, const char *written)
{
  if (s->wanted == AM_ENTITY_STAKEHOLDER)
    {
      const AmStakeholder *who = am_map_stakeholder (s->map, index);
      return same_words (who->name, written)         ? "name"
           : same_words (who->abbreviation, written) ? "abbreviation"
                                                     : NULL;
    }
  if (s->wanted == AM_ENTITY_CLAIM)
    {
      const AmClaim *claim = am_map_claim (s->map, index);
      return same_words (claim->text, written)  ? "text"
           : same_words (claim->label, written) ? "label"
                                                : NULL;
    }
  if (s->wanted == AM_ENTITY_SOURCE)
    {
      const AmSourceRecord *source = am_map_source (s->map, index);
      return same_words (source->title, written) ? "title"
           : same_words (source->url, written)   ? "URL"
           : same_words (source->file, written)  ? "file"
                                                 : NULL;
    }
  return NULL;
}

/* When exactly one thing has it. */
static gboolean
suggest_by_name (AmSuggestions *s, AmFinding *finding, const char *written, const char *subject)
{
  const char *member = NULL;
  guint32 meant = AM_NONE;

  for (guint32 i = 0; i < am_map_count (s->map, s->wanted); i++)
    {
      const char *found = matching_member (s, i, written), *id = candidate_id (s, i);
      if (found == NULL || id == NULL || id[0] == '\0' || g_strcmp0 (id, subject) == 0)
        continue;
      if (member != NULL)
        return FALSE;
      member = found;
      meant = i;
    }
  if (member == NULL)
    return FALSE;
  am_finding_help (finding, candidate_span (s, meant), "that is the %s of %s \"%s\": write \"%s\"",
                   member, am_map_entity_word (s->map, (AmEntity){ s->wanted, meant }),
                   candidate_id (s, meant), candidate_id (s, meant));
  return TRUE;
}

/* --- several in one --- */

#define MOST_IN_ONE 8

/* "a, b" for two things that are there. */
static gboolean
suggest_apart (const AmSuggestions *s, AmFinding *finding, const char *written)
{
  g_auto (GStrv) words = g_strsplit_set (written, ",; \t\n", MOST_IN_ONE * 2);
  g_autoptr (GString) apart = g_string_new (NULL);
  guint count = 0;

  for (char **word = words; *word != NULL; word++)
    {
      if ((*word)[0] == '\0')
        continue;
      if (am_map_find_kind (s->map, s->wanted, *word) == AM_NONE)
        return FALSE;
      g_string_append_printf (apart, "%s\"%s\"", count++ > 0 ? ", " : "", *word);
    }
  if (count < 2)
    return FALSE;
  am_finding_help (finding, AM_SPAN_NONE, "put each id in quotes of its own: %s", apart->str);
  return TRUE;
}

/* --- of any kind --- */

const char *
am_suggest_any_id (const AmMap *map, AmReport *report, const char *written)
{
  static const AmEntityKind kinds[] = { AM_ENTITY_STAKEHOLDER, AM_ENTITY_CLAIM, AM_ENTITY_SOURCE };
  AmNearest nearest;

  am_nearest_init (&nearest, written);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      AmSuggestions s = { map, report, kinds[k] };
      if (!am_suggest_afford (report, am_map_count (map, s.wanted)))
        return NULL;
      for (guint32 i = 0; i < am_map_count (map, s.wanted); i++)
        if (candidate_id (&s, i)[0] != '\0')
          am_nearest_offer (&nearest, candidate_id (&s, i), i);
    }
  return nearest.best;
}

static gboolean
is_address (const char *text)
{
  return strstr (text, "://") != NULL || g_str_has_prefix (text, "www.")
      || g_str_has_prefix (text, "mailto:");
}

void
am_suggest (AmSuggestions *suggestions, AmFinding *finding, const char *written,
            const char *subject)
{
  guint32 candidates = am_map_count (suggestions->map, suggestions->wanted);

  if (finding == NULL || written[0] == '\0' || !afford (suggestions, finding, candidates)
      || suggest_by_id (suggestions, finding, written, subject)
      || suggest_apart (suggestions, finding, written)
      || (afford (suggestions, finding, (guint64) candidates * 4)
          && suggest_by_name (suggestions, finding, written, subject)))
    return;
  g_autofree char *remark = am_lookalike_remark (written, "what is written");
  if (suggestions->wanted == AM_ENTITY_SOURCE && is_address (written))
    am_finding_help (finding, AM_SPAN_NONE, "list it under \"sources\", and cite its \"id\" here");
  else if (remark != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", remark);
}
