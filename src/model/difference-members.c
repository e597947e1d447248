/* Which members the records have, and how they are read. */

#include "model/difference-private.h"

/* --- members --- */

static const char *const role_words[] = { "claim", "rebuttal", NULL };
static const char *const relation_words[] = { "supports", "rebuts", "undercuts", NULL };

#define MEMBER(Type, name, type) { #name, type, offsetof (Type, name), NULL, AM_ENTITY_NONE, FALSE }
/* Letter by letter: an address, say, is another where only a hyphen differs. */
#define EXACT(Type, name) { #name, AM_MEMBER_TEXT, offsetof (Type, name), NULL, AM_ENTITY_NONE, TRUE }
#define WORD(Type, name, words) { #name, AM_MEMBER_WORD, offsetof (Type, name), words, AM_ENTITY_NONE, FALSE }
#define REFS(Type, name, type, leads_to) { #name, type, offsetof (Type, name), NULL, leads_to, FALSE }
#define WHOLE(name, type) { name, type, 0, NULL, AM_ENTITY_NONE, FALSE }
#define END { NULL, AM_MEMBER_TEXT, 0, NULL, AM_ENTITY_NONE, FALSE }

static const AmMember map_members[] = {
  MEMBER (AmMap, title, AM_MEMBER_TEXT),
  MEMBER (AmMap, question, AM_MEMBER_TEXT),
  { "resolution", AM_MEMBER_REFS, offsetof (AmMap, resolutions), NULL, AM_ENTITY_CLAIM, FALSE },
  MEMBER (AmMap, description, AM_MEMBER_TEXT),
  MEMBER (AmMap, license, AM_MEMBER_TEXT),
  EXACT (AmMap, language),
  EXACT (AmMap, date),
  MEMBER (AmMap, authors, AM_MEMBER_STRINGS),
  REFS (AmMap, expect_standing, AM_MEMBER_REFS, AM_ENTITY_CLAIM),
  REFS (AmMap, expect_contested, AM_MEMBER_REFS, AM_ENTITY_CLAIM),
  REFS (AmMap, expect_fallen, AM_MEMBER_REFS, AM_ENTITY_CLAIM),
  WHOLE ("ignore", AM_MEMBER_IGNORES),
  END,
};

static const AmMember stakeholder_members[] = {
  EXACT (AmStakeholder, id),
  MEMBER (AmStakeholder, name, AM_MEMBER_TEXT),
  MEMBER (AmStakeholder, abbreviation, AM_MEMBER_TEXT),
  WORD (AmStakeholder, kind, am_stakeholder_kind_words),
  MEMBER (AmStakeholder, role, AM_MEMBER_TEXT),
  MEMBER (AmStakeholder, interests, AM_MEMBER_STRINGS),
  REFS (AmStakeholder, member_of, AM_MEMBER_REF, AM_ENTITY_STAKEHOLDER),
  MEMBER (AmStakeholder, positions, AM_MEMBER_POSITIONS),
  EXACT (AmStakeholder, url),
  MEMBER (AmStakeholder, note, AM_MEMBER_TEXT),
  END,
};

static const AmMember claim_members[] = {
  EXACT (AmClaim, id),
  WORD (AmClaim, role, role_words),
  MEMBER (AmClaim, text, AM_MEMBER_TEXT),
  MEMBER (AmClaim, label, AM_MEMBER_TEXT),
  WORD (AmClaim, kind, am_claim_kind_words),
  WORD (AmClaim, issue, am_issue_words),
  REFS (AmClaim, by, AM_MEMBER_REFS, AM_ENTITY_STAKEHOLDER),
  MEMBER (AmClaim, evidence, AM_MEMBER_EVIDENCE),
  MEMBER (AmClaim, confidence, AM_MEMBER_NUMBER),
  MEMBER (AmClaim, open, AM_MEMBER_FLAG),
  MEMBER (AmClaim, implicit, AM_MEMBER_FLAG),
  MEMBER (AmClaim, tags, AM_MEMBER_STRINGS),
  MEMBER (AmClaim, note, AM_MEMBER_TEXT),
  END,
};

static const AmMember source_members[] = {
  EXACT (AmSourceRecord, id),
  MEMBER (AmSourceRecord, title, AM_MEMBER_TEXT),
  MEMBER (AmSourceRecord, author, AM_MEMBER_TEXT),
  MEMBER (AmSourceRecord, publisher, AM_MEMBER_TEXT),
  EXACT (AmSourceRecord, date),
  EXACT (AmSourceRecord, url),
  EXACT (AmSourceRecord, file),
  MEMBER (AmSourceRecord, note, AM_MEMBER_TEXT),
  END,
};

static const AmMember relation_members[] = {
  EXACT (AmRelation, id),
  WORD (AmRelation, kind, relation_words),
  WHOLE ("from", AM_MEMBER_CARRIER),
  WHOLE ("to", AM_MEMBER_TARGET),
  REFS (AmRelation, with, AM_MEMBER_REFS, AM_ENTITY_CLAIM),
  MEMBER (AmRelation, scheme, AM_MEMBER_TEXT),
  MEMBER (AmRelation, warrant, AM_MEMBER_TEXT),
  MEMBER (AmRelation, strength, AM_MEMBER_NUMBER),
  END,
};

const AmMember *const am_member_tables[] = {
  [AM_ENTITY_NONE] = map_members,
  [AM_ENTITY_STAKEHOLDER] = stakeholder_members,
  [AM_ENTITY_CLAIM] = claim_members,
  [AM_ENTITY_SOURCE] = source_members,
  [AM_ENTITY_RELATION] = relation_members,
};

gconstpointer
am_member_record (const AmMap *map, AmEntityKind kind, guint32 index)
{
  switch (kind)
    {
    case AM_ENTITY_STAKEHOLDER:
      return am_map_stakeholder (map, index);
    case AM_ENTITY_CLAIM:
      return am_map_claim (map, index);
    case AM_ENTITY_SOURCE:
      return am_map_source (map, index);
    case AM_ENTITY_RELATION:
      return am_map_relation (map, index);
    case AM_ENTITY_NONE:
    default:
      return map;
    }
}

const char *
am_member_text (const AmMember *member, gconstpointer record)
{
  if (member->type == AM_MEMBER_WORD)
    return member->words[AM_MEMBER_VALUE (gint, member, record)];
  const char *text = AM_MEMBER_VALUE (char *, member, record);
  return text != NULL ? text : "";
}

double
am_member_number (const AmMember *member, gconstpointer record)
{
  return AM_MEMBER_VALUE (double, member, record);
}

gboolean
am_member_flag (const AmMember *member, gconstpointer record)
{
  return AM_MEMBER_VALUE (gboolean, member, record);
}

const AmRef *
am_member_ref (const AmMember *member, gconstpointer record)
{
  return &AM_MEMBER_VALUE (AmRef, member, record);
}

AmRange
am_member_range (const AmMember *member, gconstpointer record)
{
  return AM_MEMBER_VALUE (AmRange, member, record);
}

const AmMember *
am_members_of (AmEntityKind kind)
{
  return am_member_tables[kind];
}
