/* The argument map in memory: plain records in arrays, in the order of the file.

   The model can hold an invalid map. A reference keeps the id as it was written beside the index
   that it resolves to, so that a rule, and not the loader, reports one that leads nowhere. Lists
   that belong to a record are ranges of pools that the whole map shares. All strings belong to the
   map and live as long as it does; a text that the format requires is never NULL (it is "" where
   the file leaves it out), an optional one is NULL when it is left out. */

#pragma once

#include "base/graph.h"
#include "base/source.h"
#include "model/vocabulary.h"

/* The index of nothing. */
#define AM_NONE G_MAXUINT32

/* Some of a pool: @count records from index @start on. */
typedef struct
{
  guint32 start;
  guint32 count;
} AmRange;

/* A reference by id. @id is NULL where there is none. */
typedef struct
{
  const char *id;
  guint32 at; /* byte offset of the written id in the source */
  guint32 index; /* in the array of what it must name; AM_NONE when unresolved */
} AmRef;

typedef struct
{
  guint32 at; /* of every record, and first: byte offset of its first character in the source */
  AmRef source;
  const char *quote;
  const char *locator;
  const char *note;
} AmEvidence;

typedef struct
{
  guint32 at;
  AmRef claim;
  AmStance stance;
  AmRange evidence;
} AmPosition;

typedef struct
{
  guint32 at;
  const char *id;
  const char *name;
  const char *abbreviation;
  AmStakeholderKind kind;
  const char *role;
  AmRange interests; /* strings */
  AmRef member_of;
  AmRange positions;
  const char *url;
  const char *note;
} AmStakeholder;

typedef enum
{
  AM_ROLE_CLAIM,
  AM_ROLE_REBUTTAL,
} AmRole;

/* A claim or a rebuttal. */
typedef struct
{
  guint32 at;
  AmRole role;
  const char *id;
  const char *text;
  const char *label;
  AmClaimKind kind;
  AmIssue issue;
  AmRange by; /* refs to stakeholders */
  AmRange relations; /* those that this claim carries: it is their first premise */
  AmRange evidence;
  double confidence; /* 0…1; NAN when left out */
  gboolean open;
  gboolean implicit;
  gboolean resolution; /* the map names it as one */
  gboolean partial; /* something that it may say of its relations could not be read: the loader has
                       reported it */
  AmRange tags; /* strings */
  const char *note;
} AmClaim;

/* A claim without a kind is taken for a fact, unless it is a resolution: that asks for something.
 */
static inline gboolean
am_claim_states_fact (const AmClaim *claim)
{
  return claim->kind == AM_CLAIM_FACT || (claim->kind == AM_CLAIM_UNSAID && !claim->resolution);
}

/* Whether its evidence counts as a reason for it. A source for a demand, a value or a definition
 * shows only where it was said. */
static inline gboolean
am_claim_is_evidenced (const AmClaim *claim)
{
  return claim->evidence.count > 0 && am_claim_states_fact (claim);
}

typedef enum
{
  AM_RELATION_SUPPORT,
  AM_RELATION_REBUT,
  AM_RELATION_UNDERCUT,
} AmRelationKind;

typedef struct
{
  guint32 at;
  AmRelationKind kind;
  guint32 from; /* index of the claim that carries it */
  AmRange with; /* refs to claims: the other premises */
  AmRef to; /* of support and rebut: the claim */
  guint32 to_pair; /* of an undercut: index in pairs, how the attacked relation is named */
  guint32 to_relation; /* of an undercut: index of the attacked relation, AM_NONE when unresolved */
  const char *id;
  const char *scheme;
  const char *warrant;
  double strength; /* 0…1; NAN when left out */
} AmRelation;

/* How an undercut names what it attacks: by its id, or by what it leads from and to. */
typedef struct
{
  guint32 at;
  AmRef relation; /* its index is that of a relation; id NULL when named by a pair */
  AmRef from; /* the claim that carries it */
  AmRef to; /* the claim that it leads to; id NULL when it leads to a relation */
  guint32 to_pair; /* the relation that it leads to: index in pairs, or AM_NONE */
  guint32 matches; /* how many relations fit: one is right */
} AmPair;

typedef struct
{
  guint32 at;
  const char *id;
  const char *title;
  const char *author;
  const char *publisher;
  const char *date;
  const char *url;
  const char *file;
  const char *note;
} AmSourceRecord;

typedef struct
{
  guint32 at;
  const char *rule;
  AmRef thing; /* "at": id NULL when left out; it may name anything and is not resolved */
  const char *reason;
} AmIgnore;

typedef struct
{
  AmSource *source; /* owned */
  guint32 at;

  const char *title;
  const char *question;
  const char *description;
  const char *license;
  const char *language;
  const char *date;
  AmRange authors; /* strings */
  AmRange resolutions; /* refs to claims */
  AmRange expect_unanswered, expect_disputed, expect_answered; /* refs to claims */
  gboolean partial; /* something of it could not be read: what looks unused may be used there */

  GArray *stakeholders; /* AmStakeholder */
  GArray *claims; /* AmClaim: claims and rebuttals */
  GArray *relations; /* AmRelation: those of one claim stand together */
  GArray *sources; /* AmSourceRecord */
  GArray *ignores; /* AmIgnore */

  GArray *evidence; /* pools */
  GArray *positions;
  GArray *pairs;
  GArray *refs;
  GArray *strings;

  struct _AmIndex *index; /* private to model/: ids and relations, made by am_map_resolve() */
  gpointer backing; /* what owns the strings */
  GDestroyNotify free_backing;
} AmMap;

/* An empty map of @source, which it takes. Free with am_map_free(). */
AmMap *am_map_new (AmSource *source);
void am_map_free (AmMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmMap, am_map_free)

/* am_map_claim (map, index) and so on: the record at @index, which must exist. */
#define AM_MAP_ACCESSOR(name, member, Type)                                                        \
  static inline Type *am_map_##name (const AmMap *map, guint32 index)                              \
  {                                                                                                \
    return &g_array_index (map->member, Type, index);                                              \
  }
AM_MAP_ACCESSOR (stakeholder, stakeholders, AmStakeholder)
AM_MAP_ACCESSOR (claim, claims, AmClaim)
AM_MAP_ACCESSOR (relation, relations, AmRelation)
AM_MAP_ACCESSOR (source, sources, AmSourceRecord)
AM_MAP_ACCESSOR (ignore, ignores, AmIgnore)
AM_MAP_ACCESSOR (evidence, evidence, AmEvidence)
AM_MAP_ACCESSOR (position, positions, AmPosition)
AM_MAP_ACCESSOR (pair, pairs, AmPair)
AM_MAP_ACCESSOR (ref, refs, AmRef)
AM_MAP_ACCESSOR (string, strings, const char *)
#undef AM_MAP_ACCESSOR

/* What an id can name. */
typedef enum
{
  AM_ENTITY_NONE,
  AM_ENTITY_STAKEHOLDER,
  AM_ENTITY_CLAIM, /* or a rebuttal */
  AM_ENTITY_SOURCE,
  AM_ENTITY_RELATION,
} AmEntityKind;

typedef struct
{
  AmEntityKind kind;
  guint32 index;
} AmEntity;

/* Resolves every reference and makes the indexes that the functions below use. Call it once, when
   the map is complete. Of several things of one kind with the same id the first counts. */
void am_map_resolve (AmMap *map);

/* The first thing of @kind whose id is @id, or AM_NONE. */
guint32 am_map_find_kind (const AmMap *map, AmEntityKind kind, const char *id);

/* What @id names, of whatever kind: stakeholders before claims, sources and relations.
 * AM_ENTITY_NONE when it names nothing. */
AmEntity am_map_find (const AmMap *map, const char *id);

/* How many things of @kind there are; 0 of AM_ENTITY_NONE. */
guint32 am_map_count (const AmMap *map, AmEntityKind kind);

/* The record of one; the map for AM_ENTITY_NONE. */
gconstpointer am_map_record (const AmMap *map, AmEntityKind kind, guint32 index);

/* Its id; NULL where it has none. */
const char *am_map_entity_id (const AmMap *map, AmEntity thing);

/* Where the thing begins in the source. */
guint32 am_map_entity_at (const AmMap *map, AmEntity thing);

/* "claim", "rebuttal", "stakeholder", "source" or "relation". */
const char *am_map_entity_word (const AmMap *map, AmEntity thing);

/* Relations that lead to the claim, resolved supports and rebuts alike, in file order: those of one
 * carrier stand together. */
AmIndexList am_map_incoming (const AmMap *map, guint32 claim);

/* Undercuts that attack the relation, in file order. */
AmIndexList am_map_undercutters (const AmMap *map, guint32 relation);

/* How many relations of a list, which is one of the two above, the claim carries: found by
 * bisection. */
guint32 am_map_count_from (const AmMap *map, AmIndexList list, guint32 carrier);

/* Relations that have the claim among their `with`, in file order. */
AmIndexList am_map_linked (const AmMap *map, guint32 claim);

/* As strcmp(), by their ids: which of a group a finding names must not depend on where things stand
   in the file, since what accepts the finding names it too. Of one id those that come first are
   first. */
gint am_map_compare_claims (const AmMap *map, guint32 a, guint32 b);
gint am_map_compare_stakeholders (const AmMap *map, guint32 a, guint32 b);

/* The claims that the stakeholder asserts, in file order, each once. */
AmIndexList am_map_asserted (const AmMap *map, guint32 stakeholder);

/* Whether the stakeholder is among those who assert the claim. */
gboolean am_map_asserts (const AmMap *map, const AmClaim *claim, guint32 stakeholder);

/* The sources that @evidence is from, each once, in the order in which they come; what leads
   nowhere is one that is AM_NONE. Of guint32; free with g_array_unref(). */
GArray *am_map_sources_of (const AmMap *map, AmRange evidence);

/* How often each source is cited. Caller owns it. */
guint32 *am_map_count_citations (const AmMap *map);

/* Whether @claim has a tag that counts as the same as @tag (base/normal.h). */
gboolean am_map_has_tag (const AmMap *map, const AmClaim *claim, const char *tag);

/* "claim" or "rebuttal". */
const char *am_role_word (AmRole role);

/* "supports", "rebuts" or "undercuts": the member under which the relation is written. */
const char *am_relation_word (AmRelationKind kind);
