/* Rules about names and texts. */

#include "base/forms.h"
#include "base/hash.h"
#include "base/lookalike.h"
#include "base/normal-index.h"
#include "base/normal.h"
#include "base/place.h"
#include "base/text.h"
#include "check/check.h"

#include <string.h>

/* --- repeated-text ---

   Folding every text of a large map would cost more than all other rules together. Only texts that
   begin with the same letters are folded whole. Most texts begin in ASCII, and are told apart by
   many letters. Beyond ASCII letters combine and fold into several, so those are told apart by the
   first few letters of what is folded, from each other and from the rest. */

#define LONG_PREFIX 32
#define SHORT_PREFIX 12
#define PREFIX_CHARACTERS                                                                          \
  64 /* enough for a short prefix, with spaces and marks between the letters */

/* Of so many letters in ASCII. FALSE where another character comes first. */
static gboolean
hash_ascii (const char *text, guint most, guint *hash)
{
  char letters[LONG_PREFIX];
  guint count = 0;

  for (const char *p = text; *p != '\0' && count < most; p++)
    {
      if ((guchar) *p >= 0x80)
        return FALSE;
      if (!g_ascii_isalnum (*p))
        continue;
      letters[count++] = (char) (*p >= 'A' && *p <= 'Z' ? *p - 'A' + 'a' : *p);
    }
  *hash = (guint) am_hash_bytes (letters, count);
  return TRUE;
}

/* Of a short prefix, folded; the same as hash_ascii() where that is all ASCII. */
static guint
hash_folded (const char *text)
{
  guint count = 0;
  const char *end = text;

  for (guint i = 0; i < PREFIX_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_autofree char *beginning = g_strndup (text, (gsize) (end - text));
  g_autofree char *folded = am_normal_folded (beginning);
  g_autoptr (GString) letters = g_string_new (NULL);
  for (const char *p = folded; *p != '\0' && count < SHORT_PREFIX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (letters, c);
      count++;
    }
  return (guint) am_hash_bytes (letters->str, letters->len);
}

static void
compare_text (const AmMap *map, AmReport *report, AmNormalIndex *texts, guint32 index)
{
  const AmClaim *claim = am_map_claim (map, index);

  if (am_text_is_damaged (claim->text))
    return; /* nobody knows what it says */
  guint32 other = am_normal_index_add (texts, am_normal_folded (claim->text), index);
  if (other == AM_NORMAL_INDEX_NEW)
    return;
  const AmClaim *first = am_map_claim (map, other);
  if (g_str_equal (claim->id, first->id) && claim->id[0] != '\0'
      && report->policy.levels[AM_RULE_DUPLICATE_ID] != AM_LEVEL_OFF)
    return; /* pasted twice: duplicate-id says so */
  AmFinding *finding = am_report_add (
      report, AM_RULE_REPEATED_TEXT, am_locate_member (map->source, claim->at, "text"), claim->id,
      "%s \"%s\" has the text of %s \"%s\"", am_role_word (claim->role), claim->id,
      am_role_word (first->role), first->id);
  am_finding_note (finding, am_report_locate (report, first->at, "text"), "the other is here");
  am_finding_help (finding, AM_SPAN_NONE,
                   "one claim can support or rebut several: give it several targets");
}

/* Texts by their hashes: a hash table with chains, in three arrays. */
typedef struct
{
  guint32 *first; /* per bucket: a text, AM_NONE at the end of a chain */
  guint32 *next; /* per text */
  guint *hashes; /* per text */
  gsize buckets; /* a power of two */
} Chains;

static void
chains_init (Chains *chains, guint32 n)
{
  chains->buckets = 16;
  while (chains->buckets < n)
    chains->buckets *= 2;
  chains->first = g_new (guint32, chains->buckets);
  chains->next = g_new (guint32, (gsize) n + 1);
  chains->hashes = g_new (guint, (gsize) n + 1);
  for (gsize b = 0; b < chains->buckets; b++)
    chains->first[b] = AM_NONE;
}

static void
chains_clear (Chains *chains)
{
  g_free (chains->first);
  g_free (chains->next);
  g_free (chains->hashes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chains, chains_clear)

/* A text of that hash, or AM_NONE. */
static guint32
chains_find (const Chains *chains, guint hash)
{
  guint32 text = chains->first[hash & (chains->buckets - 1)];

  while (text != AM_NONE && chains->hashes[text] != hash)
    text = chains->next[text];
  return text;
}

static void
chains_add (Chains *chains, guint hash, guint32 text)
{
  guint32 *bucket = &chains->first[hash & (chains->buckets - 1)];

  chains->hashes[text] = hash;
  chains->next[text] = *bucket;
  *bucket = text;
}

static void
mark_pair (gboolean *candidate, guint32 text, guint32 other)
{
  if (other != AM_NONE)
    candidate[text] = candidate[other] = TRUE;
}

/* Marks the texts that begin as another does. Free with g_free(). */
static gboolean *
find_candidates (const AmMap *map)
{
  guint32 n = map->claims->len, beyond = 0;
  gboolean *candidate = g_new0 (gboolean, (gsize) n + 1);
  g_auto (Chains) plain = { 0 }, folded = { 0 };
  guint hash;

  chains_init (&plain, n);
  chains_init (&folded, n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *text = am_map_claim (map, i)->text;
      Chains *chains = hash_ascii (text, LONG_PREFIX, &hash) ? &plain : &folded;
      if (chains == &folded)
        {
          hash = hash_folded (text);
          beyond++;
        }
      mark_pair (candidate, i, chains_find (chains, hash));
      chains_add (chains, hash, i);
    }
  for (guint32 i = 0; i < n && beyond > 0; i++)
    if (hash_ascii (am_map_claim (map, i)->text, SHORT_PREFIX, &hash))
      mark_pair (candidate, i, chains_find (&folded, hash));
  return candidate;
}

static gint
compare_claims (gconstpointer a, gconstpointer b, gpointer map)
{
  return am_map_compare_claims (map, *(const guint32 *) a, *(const guint32 *) b);
}

void
am_rule_repeated_text (const AmMap *map, AmReport *report)
{
  g_autofree gboolean *candidate = find_candidates (map);
  g_autoptr (AmNormalIndex) texts = am_normal_index_new ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->claims->len; i++)
    if (candidate[i] && !am_text_is_unseen (am_map_claim (map, i)->text))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_claims, (gpointer) map);
  for (guint i = 0; i < order->len; i++)
    compare_text (map, report, texts, g_array_index (order, guint32, i));
}

/* --- repeated-name --- */

/* Remembers @form, which it takes, for a stakeholder. Who has it already, or AM_NONE. */
static guint32
claim_name (AmNormalIndex *names, char *form, guint32 index)
{
  guint32 other = am_normal_index_add (names, form, index);
  return other != AM_NORMAL_INDEX_NEW && other != index ? other : AM_NONE;
}

/* Whose name that is already: the same, or one that looks the same. */
static guint32
find_namesake (AmNormalIndex *names, const char *name, guint32 index)
{
  guint32 other = claim_name (names, am_normal_folded (name), index);

  if (other != AM_NONE || g_str_is_ascii (name))
    return other;
  g_autofree char *seen = am_lookalike_skeleton (name);
  return claim_name (names, am_normal_folded (seen), index);
}

static void
check_name (const AmMap *map, AmReport *report, AmNormalIndex *names, guint32 index,
            const char *member, const char *name)
{
  const AmStakeholder *who = am_map_stakeholder (map, index);

  if (name == NULL || am_text_is_unseen (name) || am_text_is_damaged (name))
    return;
  guint32 other = find_namesake (names, name, index);
  if (other == AM_NONE)
    return;
  const AmStakeholder *first = am_map_stakeholder (map, other);
  const char *first_name = g_str_equal (member, "name") ? first->name : first->abbreviation;
  AmFinding *finding = am_report_add (
      report, AM_RULE_REPEATED_NAME, am_locate_member (map->source, who->at, member), who->id,
      "stakeholder \"%s\" has the %s of stakeholder \"%s\"", who->id, member, first->id);
  g_autofree char *why = am_lookalike_explain (name, "this one", first_name, "the other");
  if (why != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "they look the same, but %s", why);
  am_finding_note (finding, am_report_locate (report, first->at, member), "the other is here");
}

static gint
compare_stakeholders (gconstpointer a, gconstpointer b, gpointer map)
{
  return am_map_compare_stakeholders (map, *(const guint32 *) a, *(const guint32 *) b);
}

void
am_rule_repeated_name (const AmMap *map, AmReport *report)
{
  g_autoptr (AmNormalIndex) names = am_normal_index_new (), abbreviations = am_normal_index_new ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_stakeholders, (gpointer) map);
  for (guint i = 0; i < order->len; i++)
    {
      guint32 index = g_array_index (order, guint32, i);
      check_name (map, report, names, index, "name", am_map_stakeholder (map, index)->name);
      check_name (map, report, abbreviations, index, "abbreviation",
                  am_map_stakeholder (map, index)->abbreviation);
    }
}

/* --- the wording of one text --- */

static gboolean
ends_in_question_mark (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (end == text)
    return FALSE;
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
  return last == '?' || last == 0xFF1F || last == 0x061F || last == 0x037E;
}

void
am_rule_question_as_claim (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (!ends_in_question_mark (claim->text))
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_QUESTION_AS_CLAIM, am_locate_member (map->source, claim->at, "text"),
          claim->id, "%s \"%s\" is a question, which can be neither supported nor rebutted",
          am_role_word (claim->role), claim->id);
      am_finding_help (
          finding, AM_SPAN_NONE,
          "state the answer that is meant; the map's own question goes into \"question\"");
    }
}

void
am_rule_link_in_text (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (strstr (claim->text, "://") == NULL && strstr (claim->text, "www.") == NULL)
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_LINK_IN_TEXT, am_locate_member (map->source, claim->at, "text"),
          claim->id, "the text of %s \"%s\" holds a link", am_role_word (claim->role), claim->id);
      am_finding_help (finding, AM_SPAN_NONE, "make it a source, and cite it under \"evidence\"");
    }
}

#define LONGEST_TEXT 280

void
am_rule_long_text (const AmMap *map, AmReport *report)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      if (claim->label != NULL || strlen (claim->text) <= LONGEST_TEXT)
        continue;
      guint characters = am_value_characters (claim->text);
      if (characters <= LONGEST_TEXT)
        continue;
      AmFinding *finding = am_report_add (
          report, AM_RULE_LONG_TEXT, am_locate_member (map->source, claim->at, "text"), claim->id,
          "the text of %s \"%s\" has %u characters and no label", am_role_word (claim->role),
          claim->id, characters);
      am_finding_help (finding, AM_SPAN_NONE,
                       "add a \"label\" of at most 60 characters for the diagram");
    }
}
