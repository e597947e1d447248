#include "report/document/phrases.h"

#include "base/text.h"

#include <string.h>

const char *
am_phrase_name (const AmMap *map, guint32 stakeholder)
{
  const AmStakeholder *who = am_map_stakeholder (map, stakeholder);

  return !am_text_is_unseen (who->name) ? who->name : who->id[0] != '\0' ? who->id : "?";
}

/* Characters of a name where it is mentioned. */
#define MOST_OF_NAME 200

char *
am_phrase_mention (const AmMap *map, guint32 stakeholder)
{
  return am_text_shorten (am_phrase_name (map, stakeholder), MOST_OF_NAME);
}

/* More names than these are only counted. */
#define MOST_NAMES 8

char *
am_phrase_names (const AmMap *map, AmRange by)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint32 known[MOST_NAMES + 1], count = 0, named = 0;

  for (guint32 i = 0; i < by.count; i++)
    {
      guint32 stakeholder = am_map_ref (map, by.start + i)->index;
      if (stakeholder != AM_NONE && count++ < G_N_ELEMENTS (known))
        known[named++] = stakeholder;
    }
  guint32 shown = count > MOST_NAMES + 1 ? MOST_NAMES : named;
  for (guint32 i = 0; i < shown; i++)
    g_ptr_array_add (names, am_phrase_mention (map, known[i]));
  return count > 0 ? am_text_list (names, "and", count - shown) : NULL;
}

/* Adds " [1, p. 3" or "; 2", without the bracket at the end. */
static void
append_citation (GString *out, guint32 source, const char *locator)
{
  g_string_append_printf (out, "%s%u", out->len > 0 ? "; " : " [", source + 1);
  if (locator != NULL && !am_text_is_unseen (locator))
    {
      g_autofree char *folded = am_text_fold_start (locator, MOST_OF_NAME + 2),
                      *place = am_text_shorten (folded, MOST_OF_NAME);
      g_string_append_printf (out, ", %s", place);
    }
}

char *
am_phrase_citations (const AmMap *map, AmRange evidence)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) sources = am_map_sources_of (map, evidence);

  for (guint i = 0; i < sources->len; i++)
    {
      guint32 source = g_array_index (sources, guint32, i);
      if (source != AM_NONE)
        append_citation (out, source, NULL);
    }
  if (out->len > 0)
    g_string_append_c (out, ']');
  return g_strdup (out->str);
}

char *
am_phrase_evidence (const AmMap *map, AmRange evidence)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = 0; i < evidence.count; i++)
    {
      const AmEvidence *entry = am_map_evidence (map, evidence.start + i);
      if (entry->source.index == AM_NONE)
        continue;
      append_citation (out, entry->source.index, entry->locator);
      if (entry->quote == NULL || am_text_is_unseen (entry->quote))
        continue;
      g_autofree char *quote = am_phrase_quoted (entry->quote);
      g_string_append_printf (out, ": “%s”", quote);
    }
  if (out->len > 0)
    g_string_append_c (out, ']');
  return g_strdup (out->str);
}

/* More titles than these are only counted. */
#define MOST_TITLES 3

char *
am_phrase_titles (const AmMap *map, AmRange evidence)
{
  g_autoptr (GArray) sources = am_map_sources_of (map, evidence);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint count = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      guint32 source = g_array_index (sources, guint32, i);
      if (source == AM_NONE || count++ >= MOST_TITLES)
        continue;
      g_autofree char *title = am_phrase_quoted (am_map_source (map, source)->title);
      g_ptr_array_add (titles, g_strdup_printf ("“%s”", title));
    }
  return count > 0 ? am_text_list (titles, "and", count - titles->len) : NULL;
}

/* What ends a sentence, maybe before closing quotation marks or brackets, in whatever script. */
static gboolean
ends_sentence (const char *text)
{
  static const gunichar ends[] = { '.',    '!',    '?',    ':',    ';',    0x2026, 0x3002,
                                   0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0x0589 };
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c = g_utf8_get_char (p = g_utf8_prev_char (p));
      GUnicodeType type = g_unichar_type (c);
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (c == ends[i])
          return TRUE;
      if (type != G_UNICODE_CLOSE_PUNCTUATION && type != G_UNICODE_FINAL_PUNCTUATION && c != '"'
          && c != '\'')
        return FALSE;
    }
  return FALSE;
}

/* As much as says whether a text is mentioned in full, with a full stop or without. */
#define ENOUGH (AM_TEXT_MOST_MENTIONED + 2)

/* Takes @folded. */
static char *
with_full_stop (char *folded)
{
  g_autofree char *owned = folded;

  if (folded[0] == '\0') /* only in maps with errors */
    return g_strdup ("(no text)");
  return ends_sentence (folded) ? g_steal_pointer (&owned) : g_strconcat (folded, ".", NULL);
}

char *
am_phrase_whole (const char *text)
{
  return with_full_stop (am_text_fold_space (text));
}

char *
am_phrase_sentence (const char *text)
{
  g_autofree char *start = with_full_stop (am_text_fold_start (text, ENOUGH));
  return am_text_shorten (start, AM_TEXT_MOST_MENTIONED);
}

char *
am_phrase_quoted (const char *text)
{
  g_autofree char *folded = am_text_fold_start (text, ENOUGH);
  gsize length = strlen (folded);

  if (length == 0)
    return g_strdup ("(no text)");
  if (length > 1 && folded[length - 1] == '.' && folded[length - 2] != '.')
    folded[length - 1] = '\0';
  return am_text_shorten (folded, AM_TEXT_MOST_MENTIONED);
}

/* The step that an undercut denies: “…” to “…”. Caller owns it. */
static char *
describe_step (const AmMap *map, const AmRelation *attacked)
{
  g_autofree char *from = am_phrase_quoted (am_map_claim (map, attacked->from)->text);

  if (attacked->to.index == AM_NONE)
    return g_strdup_printf ("the use made of “%s”", from);
  g_autofree char *to = am_phrase_quoted (am_map_claim (map, attacked->to.index)->text);
  return attacked->kind == AM_RELATION_SUPPORT
           ? g_strdup_printf ("the step from “%s” to “%s”", from, to)
           : g_strdup_printf ("the use of “%s” against “%s”", from, to);
}

char *
am_phrase_target (const AmMap *map, const AmRelation *relation)
{
  if (relation->kind == AM_RELATION_UNDERCUT)
    return relation->to_relation != AM_NONE
             ? describe_step (map, am_map_relation (map, relation->to_relation))
             : NULL;
  if (relation->kind != AM_RELATION_REBUT || relation->to.index == AM_NONE)
    return NULL;
  g_autofree char *text = am_phrase_quoted (am_map_claim (map, relation->to.index)->text);
  return g_strdup_printf ("“%s”", text);
}

char *
am_phrase_number (guint count)
{
  static const char *const words[] = { "none", "one",   "two",   "three", "four", "five",
                                       "six",  "seven", "eight", "nine",  "ten" };

  return count < G_N_ELEMENTS (words) ? g_strdup (words[count]) : am_text_number (count);
}

char *
am_phrase_count (guint count, const char *singular, const char *plural)
{
  g_autofree char *number = am_phrase_number (count);

  if (count > 10)
    return am_text_count (count, singular, plural);
  number[0] = g_ascii_toupper (number[0]);
  return g_strdup_printf ("%s %s", number, count == 1 ? singular : plural);
}
