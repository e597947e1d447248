/* reason/label, outcome, explain, crux: random maps against the definitions, written down once more
 * over the map itself. */

#include "debates.h"
#include "reason/evaluation.h"
#include "reason/suppose.h"

/* --- the labelling by brute force --- */

typedef struct
{
  const AmMap *map;
  guint32 n_claims, n_nodes;
  gint8 *values;
  const gboolean *out; /* per node: counts as out; may be NULL */
  const gint8 *supposed; /* per node: the label that it is to have, or UNSUPPOSED; may be NULL */
  const gboolean *never; /* per claim: never stands; may be NULL */
} Plain;

#define UNSUPPOSED 2

static int
relation_value (const Plain *p, guint32 index)
{
  const AmRelation *r = am_map_relation (p->map, index);
  AmIndexList undercuts = am_map_undercutters (p->map, index);
  int value = p->values[r->from];

  for (guint32 i = 0; i < r->with.count; i++)
    value = MIN (value, p->values[am_map_ref (p->map, r->with.start + i)->index]);
  for (guint32 i = 0; i < undercuts.count; i++)
    value = MIN (value, -p->values[p->n_claims + undercuts.items[i]]);
  return value;
}

static int
claim_value (const Plain *p, guint32 index)
{
  const AmClaim *c = am_map_claim (p->map, index);
  AmIndexList incoming = am_map_incoming (p->map, index);
  int best = -1, worst = 1, supports = 0;

  for (guint32 i = 0; i < incoming.count; i++)
    {
      int value = p->values[p->n_claims + incoming.items[i]];
      if (am_map_relation (p->map, incoming.items[i])->kind == AM_RELATION_SUPPORT)
        {
          supports++;
          best = MAX (best, value);
        }
      else
        worst = MIN (worst, -value);
    }
  int kept = c->open && supports == 0                           ? -1
           : supports == 0 || unit_is_evidenced (p->map, index) ? 1
                                                                : best;
  int value = MIN (worst, kept);
  return p->never != NULL && p->never[index] ? MIN (value, 0) : value;
}

/* From all undecided: v grows in information only, so passing over all until nothing changes finds
 * the least fixpoint. */
static void
plain_label (Plain *p)
{
  gboolean changed = TRUE;

  memset (p->values, 0, p->n_nodes);
  while (changed)
    {
      changed = FALSE;
      for (guint32 i = 0; i < p->n_nodes; i++)
        {
          int value = i < p->n_claims ? claim_value (p, i) : relation_value (p, i - p->n_claims);
          if (p->out != NULL && p->out[i])
            value = -1;
          if (p->supposed != NULL && p->supposed[i] != UNSUPPOSED)
            value = p->supposed[i];
          changed = changed || value != p->values[i];
          p->values[i] = (gint8) value;
        }
    }
}

static Plain
plain_new (const AmMap *map)
{
  guint32 n = map->claims->len + map->relations->len;
  Plain p = { map, map->claims->len, n, g_new0 (gint8, n + 1), NULL, NULL, NULL };
  return p;
}

/* --- random maps --- */

static const DebatePlan plans[] = {
  { .claims = 8, .relations = 12, .kinds = 3, .cyclic = FALSE, .kept = TRUE },
  { .claims = 8, .relations = 14, .kinds = 3, .cyclic = TRUE, .kept = TRUE },
  { .claims = 5, .relations = 10, .kinds = 3, .cyclic = TRUE, .kept = TRUE },
  { .claims = 14, .relations = 0, .kinds = 3, .kept = TRUE, .tree = TRUE },
  { .claims = 16, .relations = 24, .kinds = 3, .cyclic = FALSE, .kept = TRUE },
};

typedef struct
{
  Debate debate;
  AmLoaded loaded;
  const AmMap *map;
  AmDependencies *dependencies;
  AmLabelling *labelling;
  AmAnswersSearch *search;
  Plain plain;
} Case;

static void
open_case (Case *c, GRand *random, const DebatePlan *plan)
{
  guint places[DEBATE_CLAIMS];

  debate_init (&c->debate, random, plan);
  debate_places (places);
  c->loaded = (AmLoaded){ 0 };
  c->map = debate_load (&c->debate, places, AM_NONE, &c->loaded);
  c->dependencies = am_dependencies_new (c->map);
  c->labelling = am_labelling_new (c->dependencies);
  c->search = am_answers_search_new (c->labelling);
  c->plain = plain_new (c->map);
  plain_label (&c->plain);
}

static void
close_case (Case *c)
{
  am_answers_search_free (c->search);
  am_labelling_free (c->labelling);
  am_dependencies_free (c->dependencies);
  g_free (c->plain.values);
  am_loaded_clear (&c->loaded);
}

typedef void (*CaseTest) (Case *c, GRand *random);

static void
for_random_maps (guint count, CaseTest test)
{
  for (guint seed = 0; seed < count; seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Case c;
      open_case (&c, random, &plans[seed % G_N_ELEMENTS (plans)]);
      test (&c, random);
      close_case (&c);
    }
}

/* --- labels --- */

static void
expect_same (const Case *c, const Plain *plain, const char *when)
{
  for (guint32 i = 0; i < plain->n_nodes; i++)
    UNIT_EXPECT (c->labelling->labels[i] == plain->values[i], "%s: node %u is %d and should be %d",
                 when, i, c->labelling->labels[i], plain->values[i]);
}

static void
check_labels (Case *c, G_GNUC_UNUSED GRand *random)
{
  expect_same (c, &c->plain, "labels");
  for (guint32 i = 0; i < c->plain.n_nodes; i++)
    UNIT_EXPECT ((c->labelling->rounds[i] == 0) == (c->labelling->labels[i] == 0),
                 "round %u of node %u", c->labelling->rounds[i], i);
}

static void
test_labels (void)
{
  for_random_maps (4000, check_labels);
}

static void
check_suppositions (Case *c, GRand *random)
{
  g_autofree gboolean *out = g_new0 (gboolean, c->plain.n_nodes + 1);
  g_autofree guint32 *before =
      g_memdup2 (c->labelling->rounds, sizeof (guint32) * (c->plain.n_nodes + (gsize) 1));
  Plain supposed = plain_new (c->map);

  supposed.out = out;
  for (guint turn = 0; turn < 4; turn++)
    {
      guint32 nodes[3];
      guint count = 1 + unit_below (random, 3);
      memset (out, 0, c->plain.n_nodes * sizeof *out);
      for (guint i = 0; i < count; i++)
        {
          nodes[i] = unit_below (random, c->plain.n_nodes);
          out[nodes[i]] = TRUE;
        }
      plain_label (&supposed);
      am_labelling_suppose (c->labelling, nodes, count);
      expect_same (c, &supposed, "supposed");
    }
  am_labelling_suppose_nothing (c->labelling);
  expect_same (c, &c->plain, "afterwards");
  g_assert_cmpmem (before, c->plain.n_nodes * sizeof *before, c->labelling->rounds,
                   c->plain.n_nodes * sizeof *before);
  g_free (supposed.values);
}

static void
test_suppositions (void)
{
  for_random_maps (2000, check_suppositions);
}

/* --- outcomes --- */

/* That counts: an open claim stands only through its supports. */
static gboolean
has_evidence (const AmMap *map, guint32 claim)
{
  const AmClaim *record = am_map_claim (map, claim);
  AmIndexList incoming = am_map_incoming (map, claim);
  guint supports = 0;

  for (guint32 i = 0; i < incoming.count; i++)
    supports += am_map_relation (map, incoming.items[i])->kind == AM_RELATION_SUPPORT;
  return unit_is_evidenced (map, claim) && (supports > 0 || !record->open);
}

/* --- suppositions on top of one another --- */

#define MOST_LEVELS 12

typedef struct
{
  guint32 nodes[2];
  guint count;
  gint8 label;
  gint8 before[2]; /* what was supposed of the nodes */
  guint32 replaced; /* AM_NONE: nothing */
  gint8 replaced_label;
} Level;

typedef struct
{
  Case *c;
  Plain plain;
  gint8 *supposed;
  Level levels[MOST_LEVELS];
  guint count;
} Stack;

static void
stack_set (Stack *s, Level *level)
{
  for (guint i = 0; i < level->count; i++)
    {
      level->before[i] = s->supposed[level->nodes[i]];
      if (level->before[i] == UNSUPPOSED) /* what is supposed stays as it is */
        s->supposed[level->nodes[i]] = level->label;
    }
  s->levels[s->count++] = *level;
}

static void
stack_back (Stack *s)
{
  Level level = s->levels[--s->count];

  for (guint i = level.count; i-- > 0;)
    s->supposed[level.nodes[i]] = level.before[i];
  if (level.replaced != AM_NONE)
    s->supposed[level.replaced] = level.replaced_label;
  am_suppose_back (s->c->labelling);
}

static void
stack_push (Stack *s, GRand *random)
{
  Level level = { .count = 1 + unit_below (random, 2),
                  .label = (gint8) ((int) unit_below (random, 3) - 1),
                  .replaced = AM_NONE };

  for (guint i = 0; i < level.count; i++)
    level.nodes[i] = unit_below (random, s->c->plain.n_nodes);
  stack_set (s, &level);
  am_suppose (s->c->labelling, level.nodes, level.count, (AmLabel) level.label);
}

/* Of an input of what was supposed last. */
static void
stack_replace (Stack *s, GRand *random)
{
  const Level *last = s->count > 0 ? &s->levels[s->count - 1] : NULL;
  if (last == NULL || last->count != 1 || last->before[0] != UNSUPPOSED)
    return;
  AmIndexList inputs = am_dependencies_inputs (s->c->dependencies, last->nodes[0]);
  guint32 node = inputs.count > 0 ? inputs.items[unit_below (random, inputs.count)] : AM_NONE;
  if (node == AM_NONE || s->supposed[node] != UNSUPPOSED)
    return;
  Level level = { .nodes = { node },
                  .count = 1,
                  .label = (gint8) ((int) unit_below (random, 3) - 1),
                  .replaced = last->nodes[0],
                  .replaced_label = last->label };
  s->supposed[level.replaced] = UNSUPPOSED;
  stack_set (s, &level);
  am_suppose_instead (s->c->labelling, node, (AmLabel) level.label);
}

static void
plain_count (const Case *c, const Plain *p, guint32 claim, AmTally *reasons, AmTally *objections)
{
  AmIndexList incoming = am_map_incoming (c->map, claim);

  *reasons = *objections = (AmTally){ 0 };
  for (guint32 i = 0; i < incoming.count; i++)
    {
      const AmRelation *relation = am_map_relation (c->map, incoming.items[i]);
      AmTally *tally = relation->kind == AM_RELATION_REBUT ? objections : reasons;
      int value = p->values[p->n_claims + incoming.items[i]];
      if (am_dependencies_counts (c->map, relation))
        ++*(value > 0 ? &tally->in : value < 0 ? &tally->out : &tally->undecided);
    }
}

static void
expect_counts (const Case *c, const Plain *p, guint32 claim)
{
  AmTally tallies[2], plain[2];

  am_suppose_count (c->labelling, claim, &tallies[0], &tallies[1]);
  plain_count (c, p, claim, &plain[0], &plain[1]);
  g_assert_cmpmem (tallies, sizeof tallies, plain, sizeof plain);
}

static void
check_stack (Case *c, GRand *random)
{
  guint most = MIN (MOST_LEVELS, c->plain.n_nodes);
  Stack s = { .c = c,
              .plain = plain_new (c->map),
              .supposed = g_new (gint8, c->plain.n_nodes + 1) };

  memset (s.supposed, UNSUPPOSED, c->plain.n_nodes + 1);
  s.plain.supposed = s.supposed;
  for (guint turn = 0; turn < 60; turn++)
    {
      guint way = unit_below (random, 10);
      if (way < 3 && s.count > 0)
        stack_back (&s);
      else if (way < 8 && s.count < most)
        stack_replace (&s, random);
      else if (s.count < most)
        stack_push (&s, random);
      plain_label (&s.plain);
      expect_same (c, &s.plain, "on top of one another");
      for (guint32 claim = 0; claim < c->plain.n_claims; claim++)
        expect_counts (c, &s.plain, claim);
    }
  while (s.count > 0)
    stack_back (&s);
  expect_same (c, &c->plain, "afterwards");
  g_free (s.plain.values);
  g_free (s.supposed);
}

static void
test_stack (void)
{
  static const DebatePlan circles[] = {
    { .claims = 14, .relations = 30, .kinds = 3, .cyclic = TRUE, .kept = TRUE },
    { .claims = 3, .relations = 7, .kinds = 3, .cyclic = TRUE, .kept = TRUE },
    { .claims = 5, .relations = 12, .kinds = 3, .cyclic = TRUE },
  };

  for_random_maps (1000, check_stack);
  for (guint seed = 0; seed < UNIT_ROUNDS (12000); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Case c;
      open_case (&c, random, &circles[seed % G_N_ELEMENTS (circles)]);
      check_stack (&c, random);
      close_case (&c);
    }
}

static void
check_foreseen (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 node = 0; node < c->plain.n_nodes; node++)
    {
      AmIndexList uses = am_dependencies_uses (c->dependencies, node);
      for (guint32 i = 0; i < uses.count; i++)
        for (int label = -1; label <= 1; label++)
          {
            guint32 use = uses.items[i];
            guint times = 0;
            for (guint32 k = 0; k < uses.count; k++)
              times += uses.items[k] == use;
            Plain p = plain_new (c->map);
            memcpy (p.values, c->plain.values, c->plain.n_nodes);
            p.values[node] = (gint8) label;
            int value =
                use < p.n_claims ? claim_value (&p, use) : relation_value (&p, use - p.n_claims);
            AmLabel foreseen = am_suppose_foresee (c->labelling, use, node, (AmLabel) label);
            UNIT_EXPECT (times > 1 || (int) foreseen == value,
                         "with %u at %d, node %u would be %d, and not %d", node, label, use, value,
                         foreseen);
            g_free (p.values);
          }
    }
}

static void
test_foreseen (void)
{
  for_random_maps (500, check_foreseen);
}

static void
check_outcomes (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 i = 0; i < c->plain.n_claims; i++)
    {
      AmVerdict v = am_verdict (c->labelling, i);
      AmIndexList incoming = am_map_incoming (c->map, i);
      guint counts[2][3] = { { 0 } };
      int best[2] = { has_evidence (c->map, i) ? 1 : -1, -1 };

      for (guint32 k = 0; k < incoming.count; k++)
        {
          gboolean rebuts = am_map_relation (c->map, incoming.items[k])->kind == AM_RELATION_REBUT;
          int value = c->plain.values[c->plain.n_claims + incoming.items[k]];
          counts[rebuts][value + 1]++;
          best[rebuts] = MAX (best[rebuts], value);
        }
      g_assert_cmpuint (v.reasons.out, ==, counts[0][0]);
      g_assert_cmpuint (v.reasons.undecided, ==, counts[0][1]);
      g_assert_cmpuint (v.reasons.in, ==, counts[0][2]);
      g_assert_cmpuint (v.objections.out, ==, counts[1][0]);
      g_assert_cmpuint (v.objections.undecided, ==, counts[1][1]);
      g_assert_cmpuint (v.objections.in, ==, counts[1][2]);
      const char *word = am_outcome_word (v.outcome);
      if (incoming.count == 0 && !unit_is_evidenced (c->map, i))
        g_assert_cmpstr (word, ==, "unargued");
      else if (best[0] == 0 || best[1] == 0)
        g_assert_cmpstr (word, ==, "disputed");
      else
        g_assert_cmpstr (word, ==,
                         best[0] == 1   ? (best[1] == 1 ? "both" : "no-objections")
                         : best[1] == 1 ? "objections"
                                        : "neither");
    }
}

static void
test_outcomes (void)
{
  for_random_maps (1000, check_outcomes);
}

/* --- answers --- */

static guint
find_debate_claim (const Debate *d, const char *id)
{
  guint i = 0;
  while (!g_str_equal (d->claims[i].id, id))
    i++;
  return i;
}

/* Which relation of the debate the node is: the same carrier, the same kind, and as many before it.
 */
static guint
find_debate_relation (const Case *c, guint32 node)
{
  guint32 index = node - c->plain.n_claims, before = 0;
  const AmRelation *r = am_map_relation (c->map, index);
  guint from = find_debate_claim (&c->debate, am_map_claim (c->map, r->from)->id), i = 0;

  for (guint32 k = am_map_claim (c->map, r->from)->relations.start; k < index; k++)
    before += am_map_relation (c->map, k)->kind == r->kind;
  for (;; i++)
    if (c->debate.relations[i].from == from && c->debate.relations[i].kind == r->kind
        && before-- == 0)
      return i;
}

/* The debate with a new rebuttal against each of the nodes. */
static Debate
answer (const Case *c, const AmAnswers *answers)
{
  Debate d = c->debate;

  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      DebateRelation r = { .kind = AM_RELATION_REBUT, .from = d.n_claims, .strength = NAN };
      DebateClaim *claim = &d.claims[d.n_claims++];
      *claim = (DebateClaim){ .rebuttal = TRUE, .confidence = NAN };
      g_snprintf (claim->id, sizeof claim->id, "new%u", i);
      if (node < c->plain.n_claims)
        r.to = find_debate_claim (&c->debate, am_map_claim (c->map, node)->id);
      else
        {
          r.kind = AM_RELATION_UNDERCUT;
          r.to = find_debate_relation (c, node);
        }
      d.relations[d.n_relations++] = r;
    }
  return d;
}

static void
expect_answers_do (const Case *c, guint32 claim, const AmAnswers *answers)
{
  Debate d = answer (c, answers);
  guint places[DEBATE_CLAIMS];
  g_auto (AmLoaded) loaded = { 0 };

  debate_places (places);
  const AmMap *map = debate_load (&d, places, AM_NONE, &loaded);
  Plain p = plain_new (map);
  plain_label (&p);
  UNIT_EXPECT (p.values[am_map_find_kind (map, AM_ENTITY_CLAIM, am_map_claim (c->map, claim)->id)]
                   == 1,
               "%u answers of kind %d do not make %s hold", answers->nodes->len, answers->kind,
               am_map_claim (c->map, claim)->id);
  g_free (p.values);
}

/* Without any one of them the others would not do. */
static void
expect_all_needed (const Case *c, guint32 claim, const AmAnswers *answers)
{
  g_autofree gboolean *out = g_new0 (gboolean, c->plain.n_nodes + 1);
  Plain p = plain_new (c->map);

  p.out = out;
  for (guint i = 0; i < answers->nodes->len; i++)
    out[g_array_index (answers->nodes, guint32, i)] = TRUE;
  for (guint i = 0; i < answers->nodes->len; i++)
    {
      guint32 node = g_array_index (answers->nodes, guint32, i);
      out[node] = FALSE;
      plain_label (&p);
      UNIT_EXPECT (p.values[claim] != 1, "claim %u stands without an answer to node %u as well",
                   claim, node);
      out[node] = TRUE;
    }
  g_free (p.values);
}

/* The fewest attacks whose fall makes the claim stand, by trying all sets of them. */
static guint
count_by_force (const Case *c, guint32 claim)
{
  g_autofree gboolean *out = g_new0 (gboolean, c->plain.n_nodes + 1);
  guint32 attacks[16];
  guint count = 0, fewest = G_MAXUINT;
  Plain p = plain_new (c->map);

  p.out = out;
  for (guint32 i = 0; i < c->map->relations->len; i++)
    if (am_map_relation (c->map, i)->kind != AM_RELATION_SUPPORT
        && c->plain.values[c->plain.n_claims + i] != -1)
      attacks[count++] = c->plain.n_claims + i;
  for (guint set = 0; set < 1u << count; set++)
    {
      guint size = 0;
      for (guint i = 0; i < count; i++)
        {
          out[attacks[i]] = (set >> i & 1) != 0;
          size += set >> i & 1;
        }
      if (size >= fewest)
        continue;
      plain_label (&p);
      if (p.values[claim] == 1)
        fewest = size;
    }
  g_free (p.values);
  return fewest;
}

/* What was found of one claim leaves nothing behind for the next. */
static void
expect_same_alone (const Case *c, guint32 claim, const AmAnswers *answers)
{
  g_autoptr (AmAnswersSearch) search = am_answers_search_new (c->labelling);
  g_auto (AmAnswers) alone = am_answers_needed (search, claim, G_MAXUINT64);

  g_assert_cmpint (alone.kind, ==, answers->kind);
  g_assert_cmpmem (alone.nodes->data, alone.nodes->len * sizeof (guint32), answers->nodes->data,
                   answers->nodes->len * sizeof (guint32));
}

static void
check_answers (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 i = 0; i < c->plain.n_claims; i++)
    {
      g_auto (AmAnswers) answers = am_answers_needed (c->search, i, G_MAXUINT64);
      g_assert_true ((answers.kind == AM_ANSWERS_NONE) == (c->plain.values[i] == 1));
      expect_same_alone (c, i, &answers);
      if (answers.kind == AM_ANSWERS_NONE)
        continue;
      if (answers.kind != AM_ANSWERS_REASON)
        {
          g_assert_cmpuint (answers.nodes->len, >, 0);
          expect_answers_do (c, i, &answers);
          expect_all_needed (c, i, &answers);
        }
    }
  expect_same (c, &c->plain, "afterwards");
}

static guint answers_cut;

/* Whatever the bound, answers that are named would do. */
static void
check_bounded_answers (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 i = 0; i < c->plain.n_claims; i++)
    for (guint64 most = 0; most < 200; most = 3 * most + 1)
      {
        g_auto (AmAnswers) right = am_answers_needed (c->search, i, G_MAXUINT64);
        g_auto (AmAnswers) answers = am_answers_needed (c->search, i, most);
        g_assert_true (answers.kind == right.kind
                       || (answers.kind == AM_ANSWERS_CUT && right.kind == AM_ANSWERS_STEPS));
        if (answers.kind == AM_ANSWERS_CLAIMS || answers.kind == AM_ANSWERS_STEPS)
          expect_answers_do (c, i, &answers);
        g_assert_true (answers.kind != AM_ANSWERS_CUT || answers.nodes->len == 0);
        answers_cut += answers.kind == AM_ANSWERS_CUT;
      }
}

static void
test_bounded_answers (void)
{
  for_random_maps (1500, check_bounded_answers);
  g_test_message ("%u answers were cut", answers_cut);
  g_assert_cmpuint (answers_cut, >, 0);
}

static void
test_answers (void)
{
  for_random_maps (1500, check_answers);
}

static void
test_fewest_answers (void)
{
  static const DebatePlan plan = { .claims = 9, .kinds = 3, .kept = TRUE, .tree = TRUE };

  for (guint seed = 0; seed < UNIT_ROUNDS (300); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Case c;
      open_case (&c, random, &plan);
      for (guint32 i = 0; i < c.plain.n_claims; i++)
        {
          g_auto (AmAnswers) answers = am_answers_needed (c.search, i, G_MAXUINT64);
          guint fewest = count_by_force (&c, i);
          UNIT_EXPECT (answers.kind == AM_ANSWERS_REASON ? fewest == G_MAXUINT
                                                         : answers.nodes->len == fewest,
                       "claim %u: %u answers, and %u would do", i, answers.nodes->len, fewest);
        }
      close_case (&c);
    }
}

/* --- crux --- */

static gboolean
is_told (const Case *c, const AmCruxes *found, guint32 node)
{
  for (guint i = 0; i < found->cruxes->len; i++)
    {
      const AmCrux *crux = &g_array_index (found->cruxes, AmCrux, i);
      if (crux->nodes[1] != AM_NONE)
        continue;
      if (crux->nodes[0] == node)
        return TRUE;
      if (node >= c->plain.n_claims
          && am_map_relation (c->map, node - c->plain.n_claims)->from == crux->nodes[0])
        return TRUE;
    }
  return FALSE;
}

/* The outcome in words of its own: label, and the best of both sides. */
static int
plain_outcome (const Plain *p, guint32 claim)
{
  AmIndexList incoming = am_map_incoming (p->map, claim);
  int best[2] = { has_evidence (p->map, claim) ? 1 : -1, -1 };

  for (guint32 k = 0; k < incoming.count; k++)
    {
      gboolean rebuts = am_map_relation (p->map, incoming.items[k])->kind == AM_RELATION_REBUT;
      best[rebuts] = MAX (best[rebuts], p->values[p->n_claims + incoming.items[k]]);
    }
  if (best[0] == 0 || best[1] == 0)
    best[0] = best[1] = 0;
  return 100 * p->values[claim] + 10 * best[0] + best[1];
}

static gboolean
is_told_pair (const AmCruxes *found, guint32 first, guint32 second)
{
  for (guint i = 0; i < found->cruxes->len; i++)
    {
      const guint32 *nodes = g_array_index (found->cruxes, AmCrux, i).nodes;
      if ((nodes[0] == first && nodes[1] == second) || (nodes[0] == second && nodes[1] == first))
        return TRUE;
    }
  return FALSE;
}

/* Each of what was found changes the outcome, to what is told. */
static void
expect_cruxes_turn (const Case *c, const AmCruxes *found)
{
  g_autofree gint8 *supposed = g_new (gint8, c->plain.n_nodes + 1);
  g_autofree guint32 *steps = g_new (guint32, c->plain.n_nodes + 1),
                     *ways = g_new (guint32, c->plain.n_nodes + 1);
  Plain p = plain_new (c->map);
  int before = plain_outcome (&c->plain, found->thesis);

  am_dependencies_ways (c->dependencies, found->thesis, steps, ways);
  memset (supposed, UNSUPPOSED, c->plain.n_nodes + 1);
  p.supposed = supposed;
  for (guint i = 0; i < found->cruxes->len; i++)
    {
      const AmCrux *crux = &g_array_index (found->cruxes, AmCrux, i);
      AmTally reasons, objections;
      g_assert_true (crux->steps == steps[crux->nodes[0]]);
      g_assert_true (crux->nodes[1] == AM_NONE || crux->steps <= steps[crux->nodes[1]]);
      for (guint k = 0; k < 2; k++)
        if (crux->nodes[k] != AM_NONE)
          supposed[crux->nodes[k]] = -1;
      plain_label (&p);
      UNIT_EXPECT (plain_outcome (&p, found->thesis) != before,
                   "the fall of %u and %u does not change %u", crux->nodes[0], crux->nodes[1],
                   found->thesis);
      UNIT_EXPECT ((int) crux->after.label == p.values[found->thesis], "after the fall of %u",
                   crux->nodes[0]);
      plain_count (c, &p, found->thesis, &reasons, &objections);
      g_assert_cmpmem (&reasons, sizeof reasons, &crux->after.reasons, sizeof reasons);
      g_assert_cmpmem (&objections, sizeof objections, &crux->after.objections, sizeof objections);
      memset (supposed, UNSUPPOSED, c->plain.n_nodes + 1);
    }
  g_free (p.values);
}

/* Whatever changes the outcome was found: a node alone, else two claims together that have not
 * out. */
static void
expect_all_found (const Case *c, const AmCruxes *found)
{
  g_autofree gboolean *out = g_new0 (gboolean, c->plain.n_nodes + 1);
  Plain p = plain_new (c->map);
  int before = plain_outcome (&c->plain, found->thesis);

  p.out = out;
  for (guint32 node = 0; node < c->plain.n_nodes; node++)
    {
      if (node == found->thesis)
        continue;
      out[node] = TRUE;
      plain_label (&p);
      UNIT_EXPECT (plain_outcome (&p, found->thesis) == before || is_told (c, found, node),
                   "the fall of %u changes %u, and is not told", node, found->thesis);
      for (guint32 other = node + 1; other < c->plain.n_claims && found->pairs; other++)
        {
          if (other == found->thesis || c->plain.values[node] == -1 || c->plain.values[other] == -1)
            continue;
          out[other] = TRUE;
          plain_label (&p);
          out[other] = FALSE;
          UNIT_EXPECT (
              plain_outcome (&p, found->thesis) == before || is_told_pair (found, node, other),
              "the fall of %u and %u changes %u, and is not told", node, other, found->thesis);
        }
      out[node] = FALSE;
    }
  g_free (p.values);
}

static void
check_crux (Case *c, GRand *random)
{
  guint32 thesis = unit_below (random, c->plain.n_claims);
  g_autoptr (AmCruxSearch) search = am_crux_search_new (c->labelling, 1);
  g_auto (AmCruxes) found = am_crux_find (search, thesis);
  guint singles = 0;

  g_assert_false (found.cut);
  expect_cruxes_turn (c, &found);
  expect_all_found (c, &found);
  for (guint i = 0; i < found.cruxes->len; i++)
    singles += g_array_index (found.cruxes, AmCrux, i).nodes[1] == AM_NONE;
  g_assert_true (singles == 0 || singles == found.cruxes->len);
  expect_same (c, &c->plain, "afterwards");
}

static void
test_crux (void)
{
  for_random_maps (1200, check_crux);
}

static guint cruxes_cut;

static gboolean
is_nearer (const AmCrux *x, const AmCrux *y)
{
  return x->steps < y->steps || (x->steps == y->steps && x->nodes[0] < y->nodes[0]);
}

/* What is cut is the furthest: all that is nearer than something that was found was found as well.
 */
static void
expect_nearest (const Case *c, const AmCruxes *found, const AmCruxes *all)
{
  for (guint i = 0; i < all->cruxes->len; i++)
    for (guint k = 0; k < found->cruxes->len; k++)
      {
        const AmCrux *crux = &g_array_index (all->cruxes, AmCrux, i);
        UNIT_EXPECT (!is_nearer (crux, &g_array_index (found->cruxes, AmCrux, k))
                         || is_told (c, found, crux->nodes[0]),
                     "node %u is nearer and not told", crux->nodes[0]);
      }
}

/* Whatever the bound, what is told is so. */
static void
check_bounded_crux (Case *c, GRand *random)
{
  guint32 thesis = unit_below (random, c->plain.n_claims);
  g_autoptr (AmCruxSearch) search = am_crux_search_new (c->labelling, 1);
  g_auto (AmCruxes) all = am_crux_find (search, thesis);

  for (guint shares = 1u << 29; shares > 1u << 17; shares /= 2)
    {
      g_autoptr (AmCruxSearch) bounded = am_crux_search_new (c->labelling, shares);
      g_auto (AmCruxes) found = am_crux_find (bounded, thesis);
      expect_cruxes_turn (c, &found);
      expect_same (c, &c->plain, "afterwards");
      cruxes_cut += found.cut;
      if (!found.pairs && !all.pairs)
        expect_nearest (c, &found, &all);
      g_assert_true (found.cut || found.cruxes->len == all.cruxes->len);
    }
}

static void
test_bounded_crux (void)
{
  for_random_maps (400, check_bounded_crux);
  g_test_message ("%u searches were cut", cruxes_cut);
  g_assert_cmpuint (cruxes_cut, >, 0);
}

/* --- explanations --- */

/* The point that @index stands under, or AM_NONE. */
static guint
find_parent (const GArray *points, guint index)
{
  guint depth = g_array_index (points, AmPoint, index).depth;

  while (index-- > 0)
    if (g_array_index (points, AmPoint, index).depth < depth)
      return index;
  return AM_NONE;
}

static void
check_point (const Case *c, const GArray *points, guint index)
{
  const AmPoint *point = &g_array_index (points, AmPoint, index);
  guint parent = find_parent (points, index);
  int value = c->plain.values[point->node];

  g_assert_true ((value == 0) == (point->kind == AM_POINT_TURN) || index == 0);
  if (point->by != AM_NONE && point->kind == AM_POINT_RELATION)
    {
      gboolean premise = point->by < c->plain.n_claims;
      g_assert_cmpint (value, ==, -1);
      g_assert_cmpint (c->plain.values[point->by], ==, premise ? -1 : 1);
      g_assert_cmpuint (c->labelling->rounds[point->by], <, c->labelling->rounds[point->node]);
    }
  if (parent == AM_NONE || value == 0)
    return;
  const AmPoint *above = &g_array_index (points, AmPoint, parent);
  g_assert_cmpuint (c->labelling->rounds[point->node], <, c->labelling->rounds[above->node]);
}

/* Whether every rebuttal of a claim that is in, and the deciding one of one that is out, is told.
 */
static void
check_whole (const Case *c, const GArray *points, guint32 claim)
{
  AmIndexList incoming = am_map_incoming (c->map, claim);
  guint told = 0, rebuts = 0, supports = 0, below = 0;

  for (guint i = 1; i < points->len; i++)
    if (g_array_index (points, AmPoint, i).depth == 1)
      {
        below++;
        told += am_dependencies_helps (c->dependencies, g_array_index (points, AmPoint, i).node)
                  ? 0
                  : 1;
      }
  for (guint32 i = 0; i < incoming.count; i++)
    if (am_map_relation (c->map, incoming.items[i])->kind == AM_RELATION_REBUT)
      rebuts++;
    else
      supports++;
  AmWhy why = am_explain_first_why (c->labelling, claim);
  if (c->plain.values[claim] == 1)
    g_assert_cmpuint (told, ==, rebuts);
  else if (why == AM_WHY_REBUTTED)
    g_assert_cmpuint (below, ==, 1);
  else
    g_assert_cmpuint (below, ==, why == AM_WHY_UNSUPPORTED ? supports : 0);
}

static gboolean
is_input (const Case *c, guint32 node, guint32 input)
{
  AmIndexList inputs = am_dependencies_inputs (c->dependencies, node);
  gboolean found = FALSE;
  for (guint32 i = 0; i < inputs.count; i++)
    found = found || inputs.items[i] == input;
  return found;
}

/* Each turns on the next, and the last on one that was told. */
static void
check_circle (const Case *c, const GArray *points)
{
  guint last = points->len - 1;
  const AmPoint *end = &g_array_index (points, AmPoint, last);
  gboolean back = FALSE;

  if (points->len == 1)
    {
      g_assert_true (is_input (c, end->node, end->node) || end->kind == AM_POINT_CLAIM);
      return;
    }
  for (guint i = 0; i < last; i++)
    {
      g_assert_true (is_input (c, g_array_index (points, AmPoint, i).node,
                               g_array_index (points, AmPoint, i + 1).node));
      back = back || g_array_index (points, AmPoint, i).node == end->by;
    }
  g_assert_true (is_input (c, end->node, end->by));
  g_assert_true (back || end->by == end->node);
}

static void
check_explanations (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 claim = 0; claim < c->plain.n_claims; claim++)
    {
      g_autoptr (GArray) points = am_explain (c->labelling, claim);
      g_assert_cmpuint (g_array_index (points, AmPoint, 0).node, ==, claim);
      for (guint i = 0; i < points->len; i++)
        check_point (c, points, i);
      if (c->plain.values[claim] == 0)
        check_circle (c, points);
      else
        check_whole (c, points, claim);
    }
}

static void
test_explanations (void)
{
  for_random_maps (1500, check_explanations);
}

/* What is not in the set may not stand; the claim does all the same. */
static void
check_defence (Case *c, G_GNUC_UNUSED GRand *random)
{
  for (guint32 claim = 0; claim < c->plain.n_claims; claim++)
    {
      g_autoptr (GArray) set = am_defence (c->labelling, claim);
      g_assert_true ((set != NULL) == (c->plain.values[claim] == 1));
      if (set == NULL)
        continue;
      g_autofree gboolean *never = g_new (gboolean, c->plain.n_claims + 1);
      Plain p = plain_new (c->map);
      for (guint32 i = 0; i < c->plain.n_claims; i++)
        never[i] = TRUE;
      for (guint i = 0; i < set->len; i++)
        never[g_array_index (set, guint32, i)] = FALSE;
      p.never = never;
      plain_label (&p);
      UNIT_EXPECT (p.values[claim] == 1, "%u claims do not keep %u in", set->len, claim);
      g_free (p.values);
    }
}

static void
test_defence (void)
{
  for_random_maps (1500, check_defence);
}

/* --- by hand --- */

/* Each but the first rebuts the one before it. */
static void
test_long_chain (void)
{
  g_autoptr (GString) json =
      g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"claims\": [], \"rebuttals\": [");
  g_auto (AmLoaded) loaded = { 0 };
  const guint n = UNIT_ROUNDS (10000) + 1;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json,
                            i == 0 ? "{\"id\": \"c0\", \"text\": \"T\"}"
                                   : ", {\"id\": \"c%u\", \"text\": \"T\", \"rebuts\": [\"c%u\"]}",
                            i, i - 1);
  g_string_append (json, "]}");
  const AmMap *map = unit_load (json->str, json->len, &loaded);
  g_autoptr (AmDependencies) dependencies = am_dependencies_new (map);
  g_autoptr (AmLabelling) labelling = am_labelling_new (dependencies);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (labelling->labels[i], ==, i % 2 == 0 ? 1 : -1);
  g_autoptr (GArray) points = am_explain (labelling, 0);
  g_assert_cmpuint (points->len, ==, n);
  g_autoptr (GArray) set = am_defence (labelling, 0);
  g_assert_cmpuint (set->len, ==, n / 2 + 1);
  g_autoptr (AmAnswersSearch) search = am_answers_search_new (labelling);
  g_auto (AmAnswers) answers = am_answers_needed (search, 1, G_MAXUINT64);
  g_assert_cmpuint (answers.nodes->len, ==, 1);
  g_autoptr (AmCruxSearch) cruxes = am_crux_search_new (labelling, 1);
  g_auto (AmCruxes) found = am_crux_find (cruxes, 0);
  g_assert_cmpuint (found.cruxes->len, ==, n / 2);
}

/* Where each supposition changes most of the map. */
typedef struct
{
  const char *first; /* claims before the others */
  void (*append) (GString *json, guint i, guint n); /* a claim, or two */
  guint points; /* of a hundred that are appended, on how many of their claims the thesis turns; but
                   no fewer than 1 */
} Woven;

static void
append_link_and_reason (GString *json, guint i, G_GNUC_UNUSED guint n)
{
  g_string_append_printf (
      json, ", {\"id\": \"c%u\", \"text\": \"T\", \"supports\": [\"t\", \"c%u\"]}", i + 1, i);
}

static void
append_pair (GString *json, guint i, G_GNUC_UNUSED guint n)
{
  g_string_append_printf (
      json,
      ", {\"id\": \"d%u\", \"text\": \"T\"}, {\"id\": \"c%u\", \"text\": \"T\", \"supports\": ["
      "{\"claim\": \"c%u\", \"with\": [\"d%u\"]}, {\"claim\": \"d%u\", \"with\": [\"d%u\"]}]}",
      i + 1, i + 1, i, i + 1, i, i + 1);
}

static void
append_circle (GString *json, guint i, guint n)
{
  g_string_append_printf (
      json, ", {\"id\": \"e%u\", \"text\": \"T\", \"supports\": [\"t\", \"e%u\"]}", i, (i + 1) % n);
}

static const Woven woven[] = {
  { "{\"id\": \"c0\", \"text\": \"T\", \"supports\": [\"t\"]}", append_link_and_reason, 0 },
  { "{\"id\": \"d0\", \"text\": \"T\"}, {\"id\": \"c0\", \"text\": \"T\", \"supports\": "
    "[{\"claim\": \"t\", \"with\": [\"d0\"]}]}",
    append_pair, 200 },
  { "{\"id\": \"c0\", \"text\": \"T\"}", append_circle, 100 },
};

/* All would be cut if every supposition were followed through the map. */
static void
test_woven (void)
{
  const guint n = UNIT_ROUNDS (30000);

  for (guint i = 0; i < G_N_ELEMENTS (woven); i++)
    {
      g_autoptr (GString) json = g_string_new (
          "{\"argmap\": 1, \"title\": \"t\", \"claims\": [{\"id\": \"t\", \"text\": \"T\"}, ");
      g_auto (AmLoaded) loaded = { 0 };
      g_string_append (json, woven[i].first);
      for (guint k = 0; k < n; k++)
        woven[i].append (json, k, n);
      g_string_append (json, "]}");
      const AmMap *map = unit_load (json->str, json->len, &loaded);
      g_autoptr (AmDependencies) dependencies = am_dependencies_new (map);
      g_autoptr (AmLabelling) labelling = am_labelling_new (dependencies);
      g_autoptr (AmCruxSearch) search = am_crux_search_new (labelling, 1);
      g_auto (AmCruxes) found = am_crux_find (search, 0);
      g_assert_false (found.cut);
      g_assert_cmpuint (found.cruxes->len, >=, MAX (n * woven[i].points / 100, 1));
      g_assert_cmpuint (found.cruxes->len, <=, n * woven[i].points / 100 + 2);
    }
}

static void
test_empty (void)
{
  static const char json[] = "{\"argmap\": 1, \"title\": \"t\", \"claims\": []}";
  g_auto (AmLoaded) loaded = { 0 };
  const AmMap *map = unit_load (json, strlen (json), &loaded);
  g_autoptr (AmDependencies) dependencies = am_dependencies_new (map);
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (map, AM_STRENGTH_QUADRATIC);
  g_assert_cmpuint (dependencies->n_nodes, ==, 0);
  g_assert_cmpuint (evaluation->theses->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/labels", test_labels);
  g_test_add_func ("/reason/suppositions", test_suppositions);
  g_test_add_func ("/reason/suppositions/stack", test_stack);
  g_test_add_func ("/reason/suppositions/foreseen", test_foreseen);
  g_test_add_func ("/reason/bounded-answers", test_bounded_answers);
  g_test_add_func ("/reason/outcomes", test_outcomes);
  g_test_add_func ("/reason/answers", test_answers);
  g_test_add_func ("/reason/answers/fewest", test_fewest_answers);
  g_test_add_func ("/reason/crux", test_crux);
  g_test_add_func ("/reason/bounded-crux", test_bounded_crux);
  g_test_add_func ("/reason/explanations", test_explanations);
  g_test_add_func ("/reason/defence", test_defence);
  g_test_add_func ("/reason/long-chain", test_long_chain);
  g_test_add_func ("/reason/woven", test_woven);
  g_test_add_func ("/reason/empty", test_empty);
  return g_test_run ();
}
