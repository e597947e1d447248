/* Rival resolutions side by side: who is for and against each, what is left of both sides, and how
   much of what bears on it is sourced. */

#include "report/evaluation/sentences.h"

#include "base/text.h"
#include "model/initials.h"

/* In a cell; the others are counted there, and named below. */
#define MOST_INITIALS 6

typedef struct
{
  AmDigest *digest;
  AmDocument *document;
  char **initials;
  gboolean *shown; /* per stakeholder: for or against an option */
} Options;

/* --- who --- */

/* "RB, EN (if)". Caller owns it. */
static char *
describe_side (const Options *o, guint32 claim, gboolean for_it)
{
  guint32 count, found = 0;
  const AmStanceEntry *on = am_stances_on (am_digest_stances (o->digest), claim, &count);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = 0; i < count; i++)
    {
      AmStance stance = on[i].stance;
      gboolean wanted = for_it ? stance == AM_STANCE_FOR || stance == AM_STANCE_CONDITIONAL
                               : stance == AM_STANCE_AGAINST;
      if (!wanted)
        continue;
      o->shown[on[i].stakeholder] = TRUE;
      if (found++ < MOST_INITIALS)
        g_string_append_printf (out, "%s%s%s", out->len > 0 ? ", " : "",
                                o->initials[on[i].stakeholder],
                                stance == AM_STANCE_CONDITIONAL ? " (if)" : "");
    }
  if (found > MOST_INITIALS)
    g_string_append_printf (out, ", +%u", found - MOST_INITIALS);
  return g_strdup (out->str);
}

/* --- a row --- */

static void
write_tally (const Options *o, const AmTally *tally)
{
  g_autofree char *text = g_strdup_printf ("%u / %u / %u", tally->in, tally->undecided, tally->out);

  am_document_cell_text (o->document, text);
}

static void
write_needed (const Options *o, guint number)
{
  const AmAnswers *answers = am_digest_answers (o->digest, number);
  gboolean known = answers != NULL && answers->kind != AM_ANSWERS_CUT;
  g_autofree char *text = !known                             ? g_strdup ("?")
                        : answers->kind == AM_ANSWERS_REASON ? g_strdup ("a reason")
                                                             : NULL;

  if (text == NULL)
    text = g_strdup_printf ("%u", answers->nodes->len);
  am_document_cell_text (o->document, text);
}

static void
write_row (const Options *o, guint number)
{
  const AmMap *map = o->digest->map;
  guint32 claim = g_array_index (o->digest->evaluation->theses, guint32, number);
  const AmVerdict *verdict = am_digest_verdict (o->digest, number);
  const AmDigestFacts *facts = am_digest_facts (o->digest, number);
  g_autofree char *text = am_phrase_quoted (am_map_claim (map, claim)->text),
                  *for_it = describe_side (o, claim, TRUE),
                  *against = describe_side (o, claim, FALSE),
                  *sourced = facts->sourced == 0
                               ? g_strdup (facts->count > 0 ? "none" : "")
                               : g_strdup_printf ("%u of %u", facts->sourced, facts->count);

  am_document_cell_text (o->document, text);
  am_document_cell_text (o->document, for_it);
  am_document_cell_text (o->document, against);
  write_tally (o, &verdict->reasons);
  write_tally (o, &verdict->objections);
  write_needed (o, number);
  am_document_cell_text (o->document, sourced);
}

/* --- below the table --- */

/* Whose initials they are: everybody who is in the table. */
static void
write_legend (const Options *o)
{
  guint count = 0;

  am_document_paragraph (o->document);
  am_document_add (o->document,
                   "Reasons and objections are counted as unanswered / disputed / answered. To "
                   "answer: what its supporters still have to answer. Sourced: how many of the "
                   "facts that bear on it cite a source.");
  for (guint32 i = 0; i < o->digest->map->stakeholders->len; i++)
    {
      if (!o->shown[i])
        continue;
      g_autofree char *name = am_phrase_mention (o->digest->map, i);
      am_document_add (o->document, "%s%s: %s", count++ == 0 ? " " : "; ", o->initials[i], name);
    }
  if (count > 0)
    am_document_add (o->document, ".");
}

/* Those who take part and are on neither side of any option. */
static void
write_others (const Options *o)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < o->digest->map->stakeholders->len; i++)
    if (!o->shown[i] && am_digest_takes_part (o->digest, i))
      g_ptr_array_add (names, am_phrase_mention (o->digest->map, i));
  if (names->len == 0)
    return;
  g_autofree char *list = am_text_list (names, "and", 0);
  am_document_paragraph (o->document);
  am_document_add (o->document,
                   names->len == 1 ? "Not shown: %s, who is for or against none of the options."
                                   : "Not shown: %s, who are for or against none of the options.",
                   list);
}

void
am_verdicts_write_options (AmDigest *digest, AmDocument *document)
{
  static const char *const heads[] = { "",           "For",       "Against", "Reasons",
                                       "Objections", "To answer", "Sourced" };
  guint count = digest->evaluation->theses->len, shown = MIN (count, AM_DIGEST_MOST_THESES);

  if (digest->map->resolutions.count < 2 || count < 2)
    return;
  g_auto (GStrv) initials = am_initials_new (digest->map);
  g_autofree gboolean *in_table = g_new0 (gboolean, (gsize) digest->map->stakeholders->len + 1);
  Options options = { digest, document, initials, in_table };

  am_document_table (document, G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    am_document_cell_text (document, heads[i]);
  for (guint i = 0; i < shown; i++)
    write_row (&options, i);
  write_legend (&options);
  write_others (&options);
  if (count > shown)
    {
      g_autofree char *rest = am_text_count (count - shown, "more option", "more options");
      am_document_paragraph (document);
      am_document_add (document, "The table leaves out %s, which follow below.", rest);
    }
}
