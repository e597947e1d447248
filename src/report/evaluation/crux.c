/* What decides the outcome, in words. */

#include "report/evaluation/sentences.h"

#include "base/text.h"

#include <math.h>

/* Of a longer way to the thesis the first steps and the last are told. */
#define FIRST_STEPS 4
#define LAST_STEPS 2

/* A claim, or the step from “a” to “b”. Caller owns it. */
static char *
describe_node (const AmEvaluation *e, guint32 node, const char *article)
{
  if (am_dependencies_is_claim (e->dependencies, node))
    return am_verdicts_claim (e->map, node);
  const AmRelation *relation = am_dependencies_relation (e->dependencies, node);
  g_autofree char *from = am_verdicts_claim (e->map, relation->from),
                  *target = am_phrase_target (e->map, relation);
  if (target != NULL)
    return g_strdup_printf ("%s step from %s against %s", article, from, target);
  g_autofree char *to = am_verdicts_claim (e->map, relation->to.index);
  return g_strdup_printf ("%s step from %s to %s", article, from, to);
}

/* What the thesis would come to then. Caller owns it. */
static char *
describe_effect (const AmEvaluation *e, const AmCruxes *found, const AmCrux *crux)
{
  if (crux->after.outcome != found->before.outcome)
    return g_strdup (am_outcome_conditional (crux->after.outcome));
  return g_strdup_printf ("the status of the %s would be “%s”",
                          am_verdicts_thesis_word (e) + strlen ("The "),
                          am_label_word (crux->after.label));
}

static void
write_effect (const AmEvaluation *e, const AmCruxes *found, const AmCrux *crux, gboolean pair,
              AmDocument *document)
{
  g_autofree char *effect = describe_effect (e, found, crux);

  am_document_add (document, " If %s answered, %s.", pair ? "both were" : "it were", effect);
}

/* --- the way to the thesis --- */

/* The step by which a claim bears on the thesis; a step is that itself. */
static guint32
step_of (const AmEvaluation *e, const AmCruxes *found, guint32 node)
{
  return am_dependencies_is_claim (e->dependencies, node) ? found->ways[node] : node;
}

/* What the step is told to lead to: of an undercut what the undercut step leads to, unless that is
 * an undercut again. */
static guint32
end_of (const AmEvaluation *e, guint32 step)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, step);

  if (relation->kind != AM_RELATION_UNDERCUT)
    return relation->to.index;
  const AmRelation *attacked = am_map_relation (e->map, relation->to_relation);
  return attacked->kind == AM_RELATION_UNDERCUT
           ? am_dependencies_relation_node (e->dependencies, relation->to_relation)
           : attacked->to.index;
}

static guint
count_steps (const AmEvaluation *e, const AmCruxes *found, guint32 node)
{
  guint count = 0;

  for (; node != found->thesis; node = end_of (e, step_of (e, found, node)))
    count++;
  return count;
}

/* "supports b", and with another premise as the carrier ", with c, supports b". */
static void
append_step (const AmEvaluation *e, guint32 node, guint32 step, GString *way)
{
  const AmRelation *relation = am_dependencies_relation (e->dependencies, step);

  if (am_dependencies_is_claim (e->dependencies, node) && node != relation->from)
    g_string_append_printf (way, ", with %s,", am_map_claim (e->map, relation->from)->id);
  if (relation->kind != AM_RELATION_UNDERCUT)
    {
      g_string_append_printf (way, " %s %s", am_relation_word (relation->kind), relation->to.id);
      return;
    }
  const AmRelation *attacked = am_map_relation (e->map, relation->to_relation);
  const char *from = am_map_claim (e->map, attacked->from)->id;
  if (attacked->kind == AM_RELATION_UNDERCUT)
    g_string_append_printf (way, " undercuts the undercut by %s", from);
  else
    g_string_append_printf (way, " undercuts the step from %s to %s", from, attacked->to.id);
}

static const char *
id_of (const AmEvaluation *e, guint32 node)
{
  return am_map_claim (e->map, am_dependencies_is_claim (e->dependencies, node)
                                   ? node
                                   : am_dependencies_relation (e->dependencies, node)->from)
      ->id;
}

/* "a rebuts b, which supports c": the way to the thesis, by ids. */
static void
write_way (const AmEvaluation *e, const AmCruxes *found, guint32 node, AmDocument *document)
{
  g_autoptr (GString) way = g_string_new (id_of (e, node));
  guint count = count_steps (e, found, node),
        left_out = count > FIRST_STEPS + LAST_STEPS + 1 ? count - FIRST_STEPS - LAST_STEPS : 0;

  for (guint i = 0; i < count; i++)
    {
      gboolean skipped = i >= FIRST_STEPS && i - FIRST_STEPS < left_out;
      guint32 step = step_of (e, found, node);
      if (i > 0 && !skipped)
        g_string_append (way, ", which");
      if (!skipped)
        append_step (e, node, step, way);
      node = end_of (e, step);
      if (left_out > 0 && i + 1 == FIRST_STEPS + left_out)
        {
          g_autofree char *more = am_text_count (left_out, "more step", "more steps");
          g_string_append_printf (way, ", which leads by %s to %s", more, id_of (e, node));
        }
    }
  am_document_add (document, ": %s", way->str);
}

/* What differs by less differs by the rounding of sums. */
#define ROUNDING 1e-12

static void
write_contribution (const AmEvaluation *e, const AmCruxes *found, guint32 node, const char *what,
                    AmDocument *document)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (e->strengths == NULL || !am_dependencies_is_claim (e->dependencies, node))
    return;
  double contribution = am_strength_contribution (e->strengths, node, found->thesis);
  if (isnan (contribution))
    return;
  g_ascii_formatd (digits, sizeof digits, "%.5f", fabs (contribution));
  if (g_str_equal (digits, "0.00000"))
    {
      am_document_add (document,
                       fabs (contribution) < ROUNDING
                           ? " %s does not change the strength."
                           : " %s changes the strength by less than 0.00001.",
                       what);
      return;
    }
  am_document_add (document,
                   contribution < 0 ? " %s takes %s from the strength."
                                    : " %s adds %s to the strength.",
                   what, digits);
}

static void
write_point (const AmEvaluation *e, const AmCruxes *found, const AmCrux *crux, guint depth,
             AmDocument *document)
{
  gboolean pair = crux->nodes[1] != AM_NONE;

  am_document_item (document, depth);
  for (guint i = 0; i < (pair ? 2u : 1u); i++)
    {
      g_autofree char *node = describe_node (e, crux->nodes[i], i > 0 ? "the" : "The");
      am_document_add (document, "%s", i > 0 ? "; and " : "");
      am_document_strong (document, node);
      write_way (e, found, crux->nodes[i], document);
    }
  am_document_add (document, ".");
  write_effect (e, found, crux, pair, document);
  for (guint i = 0; i < (pair ? 2u : 1u); i++)
    write_contribution (e, found, crux->nodes[i],
                        !pair    ? "It"
                        : i == 0 ? "The first"
                                 : "The second",
                        document);
}

static void
write_heading (const AmCruxes *found, AmDocument *document)
{
  guint count = found->cruxes->len;

  if (!found->pairs && count > 0 && found->cut)
    {
      g_autofree char *number = am_phrase_number (count);
      am_document_add (
          document,
          "Only the points nearest to it were tried. The outcome would change if %s of them were "
          "answered%s:",
          number, count > 1 ? ", each on its own" : "");
    }
  else if (!found->pairs && count > 0)
    {
      g_autofree char *number = am_phrase_count (count, "point decides", "points decide");
      am_document_add (document, "%s the outcome%s:", number, count > 1 ? ", each on its own" : "");
    }
  else if (found->candidates == 0)
    am_document_add (
        document,
        "Nothing bears on it that has not been answered, so no single point changes the outcome.");
  else if (count == 0)
    am_document_add (
        document,
        "No single point changes the outcome, nor do any two that have not been answered%s.",
        found->cut ? ", of those nearest to it that were tried" : "");
  else
    {
      g_autofree char *number =
          am_phrase_count (count, "pair of points does, if both are answered:",
                           "pairs of points do, if both are answered:");
      am_document_add (document, "No single point changes the outcome. %s%s", number,
                       found->cut ? " (Only those nearest to it were tried.)" : "");
    }
}

/* One point, or two that are answered together, without the way to the thesis. */
static void
write_turn (const AmEvaluation *e, const AmCruxes *found, const AmCrux *crux, AmDocument *document)
{
  gboolean pair = crux->nodes[1] != AM_NONE;
  g_autofree char *first = describe_node (e, crux->nodes[0], "the"),
                  *second = pair ? describe_node (e, crux->nodes[1], "the") : NULL,
                  *effect = describe_effect (e, found, crux);

  am_document_add (document, " If %s%s%s%s were answered, %s.", pair ? "both " : "", first,
                   pair ? " and " : "", pair ? second : "", effect);
}

void
am_verdicts_write_turns (const AmEvaluation *evaluation, const AmCruxes *found, guint most,
                         AmDocument *document)
{
  guint count = found->cruxes->len;

  for (guint i = 0; i < MIN (count, most); i++)
    write_turn (evaluation, found, &g_array_index (found->cruxes, AmCrux, i), document);
  if (count > most)
    {
      g_autofree char *rest = am_phrase_count (count - most, "other point", "other points"),
                      *pairs = NULL;
      pairs = am_phrase_count (count - most, "other pair of points", "other pairs of points");
      am_document_add (document, " %s would change it as well: see argmap crux.",
                       found->pairs ? pairs : rest);
    }
  if (count == 0)
    am_document_add (document,
                     found->pairs ? " No single point changes the outcome, nor do any two%s."
                                  : " No single point changes the outcome.",
                     found->cut ? " that were tried" : "");
}

static void
write_thesis (AmDigest *digest, guint number, guint most, AmVerdictsPlace place,
              AmDocument *document)
{
  const AmEvaluation *e = digest->evaluation;
  const AmCruxes *found = am_digest_cruxes (digest, number);
  g_autofree char *claim = am_verdicts_claim (e->map, found->thesis);
  guint count = most > 0 ? MIN (most, found->cruxes->len) : found->cruxes->len;

  am_document_paragraph (document);
  if (e->theses->len > 1 || place == AM_VERDICTS_ALONE)
    {
      am_document_add (document, "%s %s: ", am_verdicts_thesis_word (e), claim);
      am_verdicts_write_outcome (&found->before, document);
      am_document_add (document, " ");
    }
  write_heading (found, document);
  for (guint i = 0; i < count; i++)
    write_point (e, found, &g_array_index (found->cruxes, AmCrux, i), 0, document);
  if (count < found->cruxes->len)
    {
      g_autofree char *rest = am_text_count (found->cruxes->len - count, "more", "more");
      am_document_paragraph (document);
      am_document_add (document, "And %s; %s lists them all.", rest,
                       place == AM_VERDICTS_ALONE ? "--limit 0" : "argmap crux --limit 0");
    }
}

void
am_verdicts_write_crux (AmDigest *digest, guint most, AmVerdictsPlace place, AmDocument *document)
{
  guint theses = digest->evaluation->theses->len;

  if (theses == 0)
    {
      am_document_paragraph (document);
      am_document_add (
          document,
          "There is no resolution, and no claim bears on another: there is nothing to decide.");
    }
  for (guint i = 0; i < MIN (theses, AM_DIGEST_MOST_SEARCHED); i++)
    write_thesis (digest, i, most, place, document);
  if (theses > AM_DIGEST_MOST_SEARCHED)
    {
      g_autofree char *rest =
          am_text_count (theses - AM_DIGEST_MOST_SEARCHED, "more thesis was", "more theses were");
      am_document_paragraph (document);
      am_document_add (document, "%s not searched. A map that names its resolution has no others.",
                       rest);
    }
}
