/* In short: who is on which side, what the outcome is and how firm, what weighs most, and what
   would decide it. It has a bound of words, and is written in fewer the more there is to say. */

#include "report/summary/parts.h"

#include "base/text.h"

/* How much is said of everything, from what is said of a short debate to what always fits. */
static const AmTerse measures[] = {
  /* quoted, replies, names, cruxes, needed, linked; last_word, points */
  { 40, 40, 6, 2, 4, 3, TRUE, TRUE }, { 28, 28, 4, 2, 3, 2, TRUE, TRUE },
  { 26, 0, 4, 1, 3, 1, TRUE, TRUE },  { 22, 0, 3, 1, 2, 1, TRUE, TRUE },
  { 20, 0, 3, 1, 1, 0, FALSE, TRUE }, { 18, 0, 3, 0, 1, 0, FALSE, TRUE },
  { 16, 0, 2, 0, 0, 0, FALSE, TRUE }, { 12, 0, 2, 0, 0, 0, FALSE, TRUE },
  { 8, 0, 1, 0, 0, 0, FALSE, TRUE },  { 6, 0, 1, 0, 0, 0, FALSE, FALSE },
};

/* Words of the lines below headings and of the heading "In short"; and of a title and a question
 * that are not cut. */
#define HEAD_WORDS 4
#define MOST_HEAD_WORDS 70

/* Words of the longest name that is not cut. */
#define NAME_WORDS 7

/* --- names --- */

static char *
name_of (const AmSummary *s, guint32 who)
{
  const char *name = am_phrase_name (s->map, who);

  return s->terse != NULL ? am_text_first_words (name, NAME_WORDS)
                          : am_phrase_mention (s->map, who);
}

char *
am_summary_names (const AmSummary *s, AmRange by)
{
  if (s->terse == NULL)
    return am_phrase_names (s->map, by);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint count = 0, most = MIN (s->terse->names, 2);

  for (guint32 i = 0; i < by.count; i++)
    {
      guint32 who = am_map_ref (s->map, by.start + i)->index;
      if (who != AM_NONE && count++ < most)
        g_ptr_array_add (names, name_of (s, who));
    }
  return count > 0 ? am_text_list (names, "and", count - names->len) : NULL;
}

/* "NAME and seven members". Caller owns it. */
static char *
name_leader (const AmSummary *s, const AmDigestLeader *leader)
{
  g_autofree char *name = name_of (s, leader->who), *number = am_phrase_number (leader->members);

  return leader->members == 0 ? g_steal_pointer (&name)
       : leader->members == 1 ? g_strdup_printf ("%s (with one member)", name)
                              : g_strdup_printf ("%s (with %s members)", name, number);
}

/* --- the sides --- */

static const struct
{
  AmStance stance;
  const char *words;
} sides[] = {
  { AM_STANCE_FOR, "For it" },
  { AM_STANCE_AGAINST, "Against it" },
  { AM_STANCE_CONDITIONAL, "For it, on conditions" },
  { AM_STANCE_CONCEDES, "Conceding it" },
  { AM_STANCE_NEUTRAL, "Neutral" },
};

static void
write_sides (AmSummary *s, guint number, guint depth)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const GArray *leaders = am_digest_sides (s->digest, number)->leaders[sides[i].stance];
      guint shown = leaders->len > s->terse->names + 1 ? s->terse->names : leaders->len;
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint k = 0; k < shown; k++)
        g_ptr_array_add (names, name_leader (s, &g_array_index (leaders, AmDigestLeader, k)));
      if (leaders->len == 0)
        continue;
      g_autofree char *list = am_text_list (names, "and", leaders->len - shown);
      am_document_item (s->document, depth);
      am_document_strong (s->document, sides[i].words);
      am_document_add (s->document, ": %s.", list);
    }
}

/* --- what weighs most --- */

static void
write_strongest (AmSummary *s, guint number, gboolean helps, guint depth)
{
  const AmVerdict *verdict = am_digest_verdict (s->digest, number);
  const AmTally *tally = helps ? &verdict->reasons : &verdict->objections;
  const AmDigestPoint *point =
      am_digest_strongest (s->digest, g_array_index (s->theses, guint32, number), helps);

  if (point == NULL)
    return;
  g_autofree char *premises = am_summary_quote_premises (s, point->relation);
  gboolean only = am_tally_count (tally) == 1;
  am_document_item (s->document, depth);
  am_document_strong (s->document, helps  ? only ? "The reason for it" : "The strongest reason"
                                   : only ? "The objection to it"
                                          : "The strongest objection");
  am_document_add (s->document, ": %s.", premises);
  am_summary_write_reply (s, point);
}

/* --- the outcome --- */

static void
write_outcome (AmSummary *s, guint number)
{
  const AmVerdict *verdict = am_digest_verdict (s->digest, number);
  g_autofree char *tally =
      s->theses->len > 1 ? am_verdict_short_tally (verdict) : am_verdict_tally (verdict);

  am_verdicts_write_outcome (verdict, s->document);
  am_verdicts_write_firm (s->digest, number, s->document);
  if (tally != NULL)
    am_document_add (s->document, " %s", tally);
}

/* What supporters still have to answer, on one line; the strongest objection has just been told. */
static void
write_needed (AmSummary *s, guint number, guint depth)
{
  const AmAnswers *answers = am_digest_answers (s->digest, number);
  const AmDigestPoint *objection =
      am_digest_strongest (s->digest, g_array_index (s->theses, guint32, number), FALSE);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);
  guint left_out = 0;

  if (answers == NULL || (answers->kind != AM_ANSWERS_CLAIMS && answers->kind != AM_ANSWERS_STEPS))
    return;
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      gboolean is_claim = am_dependencies_is_claim (s->evaluation->dependencies, node);
      guint32 claim =
          is_claim ? node : am_dependencies_relation (s->evaluation->dependencies, node)->from;
      if (objection != NULL && claim == objection->relation->from)
        g_ptr_array_insert (points, 0, g_strdup ("this objection"));
      else if (points->len < s->terse->needed)
        g_ptr_array_add (points, am_summary_quote (s, claim));
      else
        left_out++;
    }
  am_document_item (s->document, depth);
  am_document_strong (s->document, "Still to be answered by its supporters");
  g_autofree char *list = am_text_list (points, "and", left_out);
  am_document_add (s->document, ": %s.", list);
}

/* A claim, or the step that leads from one. Caller owns it. */
static char *
describe_turn (const AmSummary *s, guint32 node)
{
  const AmDependencies *b = s->evaluation->dependencies;
  gboolean is_claim = am_dependencies_is_claim (b, node);
  guint32 claim = is_claim ? node : am_dependencies_relation (b, node)->from;
  g_autofree char *text = am_summary_quote (s, claim);

  if (!is_claim)
    return g_strdup_printf ("whether %s counts here", text);
  return am_claim_states_fact (am_map_claim (s->map, claim))
           ? g_strdup_printf ("evidence on %s", text)
           : g_strdup_printf ("how much weight %s has", text);
}

static void
write_turn (AmSummary *s, const AmCruxes *found, const AmCrux *crux)
{
  gboolean pair = crux->nodes[1] != AM_NONE;
  g_autofree char *first = describe_turn (s, crux->nodes[0]),
                  *second = pair ? describe_turn (s, crux->nodes[1]) : NULL;

  if (pair)
    am_document_add (s->document, " %s, together with %s.", first, second);
  else
    am_document_add (s->document, " %s.", first);
  if (crux->after.outcome != found->before.outcome)
    am_document_add (s->document, " If %s answered, %s.", pair ? "both were" : "it were",
                     am_outcome_conditional (crux->after.outcome));
}

static gboolean
is_factual (const AmSummary *s, const AmCrux *crux)
{
  for (guint i = 0; i < 2 && crux->nodes[i] != AM_NONE; i++)
    if (!am_dependencies_is_claim (s->evaluation->dependencies, crux->nodes[i])
        || !am_claim_states_fact (am_map_claim (s->map, crux->nodes[i])))
      return FALSE;
  return TRUE;
}

/* Facts come first: evidence can settle them. */
static void
write_turns (AmSummary *s, guint number, guint depth)
{
  const AmCruxes *found = am_digest_turns (s->digest, number);
  guint told = 0;

  if (found == NULL || s->terse->cruxes == 0 || found->cruxes->len == 0)
    return;
  am_document_item (s->document, depth);
  am_document_strong (s->document, "What would decide it");
  am_document_add (s->document, ":");
  for (guint facts = 2; facts-- > 0;)
    for (guint i = 0; i < found->cruxes->len && told < s->terse->cruxes; i++)
      {
        const AmCrux *crux = &g_array_index (found->cruxes, AmCrux, i);
        if (is_factual (s, crux) != (gboolean) facts)
          continue;
        write_turn (s, found, crux);
        told++;
      }
}

/* --- one thesis, or several --- */

static void
write_thesis (AmSummary *s, guint number, const char *words, guint depth)
{
  guint32 thesis = g_array_index (s->theses, guint32, number);
  const AmClaim *claim = am_map_claim (s->map, thesis);
  g_autofree char *cut = am_text_first_words (claim->text, s->terse->quoted + 10),
                  *sentence = am_phrase_sentence (cut), *names = am_summary_names (s, claim->by);
  g_autofree char *citations =
      s->style->brief ? g_strdup ("")
                      : am_phrase_citations (s->map, claim->evidence); /* of a list of sources */

  if (depth == 0)
    am_document_paragraph (s->document);
  else
    am_document_item (s->document, 0);
  am_document_add (s->document, "%s", words);
  am_document_strong (s->document, sentence);
  am_document_add (s->document, "%s", citations);
  if (names != NULL && am_digest_sides (s->digest, number)->leaders[AM_STANCE_FOR]->len == 0)
    am_document_add (s->document, " It is put forward by %s.", names);
  write_sides (s, number, depth);
  if (depth == 0)
    am_document_paragraph (s->document);
  else
    am_document_item (s->document, depth);
  write_outcome (s, number);
  if (s->terse->points)
    {
      write_strongest (s, number, TRUE, depth);
      write_strongest (s, number, FALSE, depth);
    }
  if (s->terse->needed > 0)
    write_needed (s, number, depth);
  write_turns (s, number, depth);
}

static void
write_rivals (AmSummary *s)
{
  guint count = 0;

  am_document_paragraph (s->document);
  am_document_add (s->document,
                   s->map->resolutions.count > 0 ? "The options:" : "What it comes down to:");
  for (guint i = 0; i < s->theses->len; i++)
    if (am_summary_takes (s, &count))
      write_thesis (s, i, "", 1);
  am_summary_write_rest (s, count, "argmap evaluate");
}

/* What all of it rests on. */
static void
write_sources (AmSummary *s)
{
  const AmFirm *firm = am_digest_firm (s->digest);
  guint count = s->map->claims->len;

  am_document_paragraph (s->document);
  if (s->map->sources->len == 0)
    am_document_add (s->document, "This map cites no sources. ");
  else
    am_document_add (s->document, "Of %u statements, %u cite%s a source. ", count, firm->cited,
                     firm->cited == 1 ? "s" : "");
  if (firm->implicit > 0)
    am_document_add (s->document,
                     firm->implicit == 1 ? "%u was added by the map's authors. "
                                         : "%u were added by the map's authors. ",
                     firm->implicit);
  am_document_add (s->document, AM_CAVEAT);
}

static void
write_brief (AmSummary *s)
{
  if (s->theses->len == 1)
    write_thesis (
        s, 0, s->map->resolutions.count > 0 ? "The resolution: " : "What it comes down to: ", 0);
  else
    write_rivals (s);
  write_sources (s);
}

/* --- the measure --- */

/* Words as wc counts them. */
static guint
count_words (const char *text)
{
  guint count = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean blank = *p == ' ' || *p == '\n';
      count += inside && blank;
      inside = !blank;
    }
  return count + inside;
}

/* Words of the head, which the bound is for as well. */
static guint
count_head (const AmSummary *s)
{
  return count_words (s->map->title != NULL ? s->map->title : "")
       + count_words (s->map->question != NULL ? s->map->question : "") + HEAD_WORDS;
}

static gboolean
fits (const AmSummary *s, const AmTerse *terse, guint most)
{
  g_autoptr (AmDocument) document = am_document_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  AmSummary trial = *s;

  trial.document = document;
  trial.terse = terse;
  write_brief (&trial);
  am_document_write_text (document, G_MAXINT, text);
  return count_words (text->str) <= most;
}

/* Nothing where there is nothing to weigh. */
static void
write_measured (AmSummary *s)
{
  guint number = MIN (s->theses->len, s->style->all ? s->theses->len : AM_SUMMARY_MOST_ENTRIES);
  guint head = MIN (count_head (s), MOST_HEAD_WORDS), chosen = 0;
  guint most = AM_BRIEF_WORDS - head + (MAX (number, 1) - 1) * AM_BRIEF_WORDS_MORE;

  if (s->theses->len == 0)
    return;
  while (chosen + 1 < G_N_ELEMENTS (measures) && !fits (s, &measures[chosen], most))
    chosen++;
  s->terse = &measures[chosen];
  write_brief (s);
  s->terse = NULL;
}

void
am_summary_brief (AmDigest *digest, AmDocument *document)
{
  static const AmSummaryStyle style = { .brief = TRUE };
  AmSummary summary = am_summary_of (digest, &style, document);

  write_measured (&summary);
}

void
am_summary_in_short (AmSummary *s)
{
  if (s->theses->len > 0)
    am_document_heading (s->document, 2, "In short");
  else if (s->style->brief)
    am_verdicts_write_theses (s->digest, AM_VERDICTS_ALONE, s->document);
  write_measured (s);
}
