/* Random maps with numbers in them, that can be written in any order and without some claim. */

#pragma once

#include "unit.h"

#include <math.h>

#define DEBATE_CLAIMS 40
#define DEBATE_RELATIONS 80

typedef struct
{
  char id[8];
  gboolean rebuttal;
  double confidence; /* NAN: left out */
  gboolean open, evidence;
  guint kind; /* of the words in debate_write_claim(), from 1; 0: left out */
} DebateClaim;

typedef struct
{
  AmRelationKind kind;
  guint from;
  guint to; /* a claim, or of an undercut a relation */
  guint with[2];
  guint n_with;
  double strength; /* NAN: left out */
} DebateRelation;

typedef struct
{
  guint claims, relations; /* at most */
  gboolean cyclic;
  guint kinds; /* of relations: 2 for rebuts and undercuts only, else 3 */
  gboolean sure; /* everything is 1 */
  gboolean kept; /* some claims are open, some have evidence */
  gboolean tree; /* every claim but the first has one relation, to one before it */
} DebatePlan;

typedef struct
{
  DebateClaim claims[DEBATE_CLAIMS];
  guint n_claims;
  guint resolution; /* a claim; n_claims for none */
  DebateRelation relations[DEBATE_RELATIONS]; /* an undercut attacks one before it */
  guint n_relations;
} Debate;

static inline double
debate_fraction (GRand *random, const DebatePlan *plan)
{
  guint chance = unit_below (random, 100);
  double fraction = g_rand_double (random);

  return plan->sure || chance < 12 ? 1 : chance < 20 ? 0 : chance < 45 ? NAN : fraction;
}

/* A premise of what leads to claim @head, or any for AM_NONE. Without cycles it comes later. */
static inline guint
debate_premise (GRand *random, const Debate *d, const DebatePlan *plan, guint head)
{
  guint first = plan->cyclic || head == AM_NONE ? 0 : head + 1;
  return first + unit_below (random, d->n_claims - first);
}

/* The claim that the relation leads to in the end. */
static inline guint
debate_head (const Debate *d, const DebateRelation *r)
{
  while (r->kind == AM_RELATION_UNDERCUT)
    r = &d->relations[r->to];
  return r->to;
}

static inline void
debate_add_relation (GRand *random, Debate *d, const DebatePlan *plan)
{
  DebateRelation r = { .kind = AM_RELATION_REBUT, .strength = debate_fraction (random, plan) };
  guint kind = unit_below (random, plan->kinds);

  r.kind = kind == 2                       ? AM_RELATION_SUPPORT
         : kind == 1 && d->n_relations > 0 ? AM_RELATION_UNDERCUT
                                           : AM_RELATION_REBUT;
  r.to = r.kind == AM_RELATION_UNDERCUT ? unit_below (random, d->n_relations)
                                        : unit_below (random, d->n_claims);
  guint head = debate_head (d, &r);
  if (!plan->cyclic && head == d->n_claims - 1)
    return;
  r.from = debate_premise (random, d, plan, head);
  r.n_with = unit_chance (random, 30) ? 1 + unit_below (random, 2) : 0;
  for (guint i = 0; i < r.n_with; i++)
    r.with[i] = debate_premise (random, d, plan, head);
  if (r.kind != AM_RELATION_SUPPORT)
    d->claims[r.from].rebuttal = TRUE;
  d->relations[d->n_relations++] = r;
}

static inline void
debate_make_tree (GRand *random, Debate *d)
{
  for (guint i = 1; i < d->n_claims; i++)
    {
      DebateRelation r = { .kind =
                               unit_chance (random, 50) ? AM_RELATION_SUPPORT : AM_RELATION_REBUT,
                           .from = i,
                           .strength = NAN };
      r.to = unit_below (random, i);
      if (d->n_relations > 0 && unit_chance (random, 20))
        {
          r.kind = AM_RELATION_UNDERCUT;
          r.to = unit_below (random, d->n_relations);
        }
      d->claims[i].rebuttal = r.kind != AM_RELATION_SUPPORT;
      d->relations[d->n_relations++] = r;
    }
}

static inline void
debate_init (Debate *d, GRand *random, const DebatePlan *plan)
{
  guint start = unit_below (random, DEBATE_CLAIMS);

  *d = (Debate){ .n_claims = 1 + unit_below (random, plan->claims) };
  for (guint i = 0; i < d->n_claims; i++)
    {
      d->claims[i].confidence = debate_fraction (random, plan);
      d->claims[i].open = plan->kept && unit_chance (random, 10);
      d->claims[i].evidence = plan->kept && unit_chance (random, d->claims[i].open ? 40 : 10);
      d->claims[i].kind = d->claims[i].evidence ? unit_below (random, 5) : 0;
      g_snprintf (d->claims[i].id, sizeof d->claims[i].id, "c%u",
                  (start + 7 * i) % DEBATE_CLAIMS); /* no order by id */
    }
  d->resolution = plan->kept ? unit_below (random, d->n_claims + 1) : d->n_claims;
  if (plan->tree)
    debate_make_tree (random, d);
  for (guint i = plan->tree ? 0 : unit_below (random, plan->relations + 1); i > 0; i--)
    debate_add_relation (random, d, plan);
}

static inline void
debate_write_number (GString *json, const char *member, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    g_string_append_printf (json, ", \"%s\": %s", member,
                            g_ascii_dtostr (digits, sizeof digits, value));
}

static inline gboolean
debate_needs (const DebateRelation *r, guint claim)
{
  gboolean found = r->from == claim;
  for (guint i = 0; i < r->n_with; i++)
    found = found || r->with[i] == claim;
  return found;
}

/* Whether the relation is left when @without is not there: an undercut goes with what it undercuts.
 */
static inline gboolean
debate_has (const Debate *d, guint relation, guint without)
{
  const DebateRelation *r = &d->relations[relation];
  for (; r->kind == AM_RELATION_UNDERCUT; r = &d->relations[r->to])
    if (debate_needs (r, without))
      return FALSE;
  return !debate_needs (r, without) && r->to != without;
}

static inline gboolean
debate_is_undercut (const Debate *d, guint relation)
{
  gboolean found = FALSE;
  for (guint i = 0; i < d->n_relations; i++)
    found =
        found || (d->relations[i].kind == AM_RELATION_UNDERCUT && d->relations[i].to == relation);
  return found;
}

static inline void
debate_write_relation (GString *json, const Debate *d, guint index)
{
  const DebateRelation *r = &d->relations[index];

  if (r->kind == AM_RELATION_UNDERCUT)
    g_string_append_printf (json, "{\"relation\": \"r%u\"", r->to);
  else
    g_string_append_printf (json, "{\"claim\": \"%s\"", d->claims[r->to].id);
  if (debate_is_undercut (d, index))
    g_string_append_printf (json, ", \"id\": \"r%u\"", index);
  g_string_append (json, ", \"with\": [");
  for (guint i = 0; i < r->n_with; i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? ", " : "", d->claims[r->with[i]].id);
  g_string_append_c (json, ']');
  debate_write_number (json, "strength", r->strength);
  g_string_append_c (json, '}');
}

static inline void
debate_write_claim (GString *json, const Debate *d, guint claim, guint without)
{
  static const char *const members[] = { "supports", "rebuts", "undercuts" };
  static const char *const words[] = { "fact", "fact", "value", "policy" };

  g_string_append_printf (json, "{\"id\": \"%s\", \"text\": \"T\"", d->claims[claim].id);
  debate_write_number (json, "confidence", d->claims[claim].confidence);
  if (d->claims[claim].open)
    g_string_append (json, ", \"open\": true");
  if (d->claims[claim].evidence)
    g_string_append (json, ", \"evidence\": [{\"source\": \"s\"}]");
  if (d->claims[claim].kind > 0)
    g_string_append_printf (json, ", \"kind\": \"%s\"", words[d->claims[claim].kind - 1]);
  for (guint kind = 0; kind < G_N_ELEMENTS (members); kind++)
    {
      gboolean begun = FALSE;
      for (guint i = 0; i < d->n_relations; i++)
        if (d->relations[i].from == claim && d->relations[i].kind == (AmRelationKind) kind
            && debate_has (d, i, without))
          {
            g_string_append_printf (json, begun ? ", " : ", \"%s\": [", members[kind]);
            begun = TRUE;
            debate_write_relation (json, d, i);
          }
      g_string_append (json, begun ? "]" : "");
    }
  g_string_append_c (json, '}');
}

/* The claims in the order of @places; @without: one that is not written, or AM_NONE. */
static inline GString *
debate_write (const Debate *d, const guint *places, guint without)
{
  GString *json = g_string_new ("{\"argmap\": 1, \"title\": \"t\"");
  if (d->resolution < d->n_claims && d->resolution != without)
    g_string_append_printf (json, ", \"resolution\": \"%s\"", d->claims[d->resolution].id);
  gboolean first = d->claims[places[0]].rebuttal;

  for (guint role = 0; role < 2; role++)
    {
      gboolean rebuttals = role == 0 ? first : !first, begun = FALSE;
      g_string_append_printf (json, ",\n \"%s\": [", rebuttals ? "rebuttals" : "claims");
      for (guint i = 0; i < d->n_claims; i++)
        if (places[i] != without && d->claims[places[i]].rebuttal == rebuttals)
          {
            g_string_append (json, begun ? ",\n  " : "");
            begun = TRUE;
            debate_write_claim (json, d, places[i], without);
          }
      g_string_append_c (json, ']');
    }
  g_string_append (json, "}\n");
  return json;
}

static inline void
debate_places (guint *places)
{
  for (guint i = 0; i < DEBATE_CLAIMS; i++)
    places[i] = i;
}

static inline void
debate_shuffle (guint *places, guint count, GRand *random)
{
  debate_places (places);
  for (guint i = count; i > 1; i--)
    {
      guint k = unit_below (random, i), kept = places[k];
      places[k] = places[i - 1];
      places[i - 1] = kept;
    }
}

static inline const AmMap *
debate_load (const Debate *d, const guint *places, guint without, AmLoaded *loaded)
{
  g_autoptr (GString) json = debate_write (d, places, without);
  return unit_load (json->str, json->len, loaded);
}
