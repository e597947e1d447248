/* The members of the objects of the format: members.def, as tables. */

#pragma once

#include "model/map.h"

typedef enum
{
  AM_OBJECT_NONE,
#define OBJECT(NAME, name, noun, which, title, description) AM_OBJECT_##NAME,
#define MEMBER(objects, name, place, type, flags, title, description, examples)
#include "model/members.def"
#undef OBJECT
#undef MEMBER
  AM_N_OBJECTS
} AmObjectKind;

/* How the value of a member is written, and of which C type it is. Of texts the last ones are
 * compared letter by letter. */
typedef enum
{
  AM_MEMBER_TEXT, /* const char *, as all down to PATH; NULL and "" are one */
  AM_MEMBER_SHORT_TEXT, /* of a number of characters at most */
  AM_MEMBER_SLUG, /* spelt like an id */
  AM_MEMBER_ID,
  AM_MEMBER_RULE,
  AM_MEMBER_URL,
  AM_MEMBER_DATE,
  AM_MEMBER_LANGUAGE,
  AM_MEMBER_PATH,
  AM_MEMBER_WORD, /* an enumeration, with the words of its values; "" where it is left out */
  AM_MEMBER_NUMBER, /* double from 0 to 1; NAN where it is left out */
  AM_MEMBER_FLAG, /* gboolean */
  AM_MEMBER_REF, /* AmRef */
  AM_MEMBER_REFS, /* AmRange of refs */
  AM_MEMBER_REF_OR_REFS, /* the same; one needs no brackets */
  AM_MEMBER_TEXTS, /* AmRange of strings */
  AM_MEMBER_EVIDENCE, /* AmRange of evidence */
  AM_MEMBER_POSITIONS, /* AmRange of positions */
  AM_MEMBER_IGNORES, /* all of the map's, as those below */
  AM_MEMBER_STAKEHOLDERS,
  AM_MEMBER_CLAIMS,
  AM_MEMBER_REBUTTALS,
  AM_MEMBER_SOURCES,
  AM_MEMBER_EXPECT, /* an object whose members are fields of the map */
  AM_MEMBER_SUPPORTS, /* relations of the claim, as those below */
  AM_MEMBER_REBUTS,
  AM_MEMBER_UNDERCUTS,
  AM_MEMBER_PAIR, /* AmPair: its `to`, or its `to_pair` */
  AM_MEMBER_SCHEMA, /* read and forgotten, as the next */
  AM_MEMBER_VERSION,
  AM_MEMBER_LEVELS, /* of the project file, as those below */
  AM_MEMBER_PATTERNS,
  AM_MEMBER_OVERRIDES,
  AM_MEMBER_CARRIER, /* of a relation in a difference: the claim that carries it */
  AM_MEMBER_TARGET, /* of the same: the claim or relation that it leads to */
  AM_N_MEMBER_TYPES
} AmMemberType;

typedef enum
{
  AM_MEMBER_REQUIRED = 1 << 0,
  AM_MEMBER_SEEN = 1 << 1, /* a text of which something is to be seen */
  AM_MEMBER_RECORDS = 1 << 2, /* of the map: a list that may be too large for a tree */
} AmMemberFlags;

typedef struct
{
  const char *name;
  guint objects; /* that have it: a bit per AmObjectKind */
  AmMemberType type;
  guint flags;
  gsize offset; /* in the record */
  AmObjectKind holds; /* of what is in it */
  AmEntityKind leads_to; /* of what refs name */
  guint most; /* characters of a short text */
  const char *const *words; /* of a word */
  const char *const *meanings; /* of each word */
  const char *otherwise; /* what counts when it is left out, in JSON; NULL for nothing */
  const char *title, *description,
      *examples; /* for people; a list in JSON. NULL: as all of its type */
} AmMember;

#define AM_MOST_MEMBERS 20 /* of an object */

typedef struct
{
  AmObjectKind kind;
  const char *name; /* in the schema */
  const char *noun; /* of a thing: "claim"; of a part, with its article: "the evidence" */
  gboolean is_thing; /* has an id of its own */
  const char *title, *description; /* NULL when it is not in the schema */
  const AmMember *members[AM_MOST_MEMBERS]; /* in the order of the canonical layout */
  guint n_members;
} AmObject;

/* What "supports", "rebuts" and "undercuts" are read into: the first of the two, and for an
 * undercut how it names what it attacks. */
typedef struct
{
  AmRelation relation;
  AmPair pair;
} AmWrittenRelation;

/* Static, never NULL. */
const AmObject *am_object (AmObjectKind kind);

/* The member of @object that is called @name; NULL when it has none. */
const AmMember *am_object_member (const AmObject *object, const char *name);

static inline gboolean
am_member_is_text (const AmMember *member)
{
  return member->type <= AM_MEMBER_PATH;
}

/* Whether more counts than between texts that people read: an address, say, is another where only a
 * hyphen differs. */
static inline gboolean
am_member_is_exact (const AmMember *member)
{
  return member->type >= AM_MEMBER_ID && member->type <= AM_MEMBER_PATH;
}

/* Whether the value is a range of a pool, or all of the map's. */
static inline gboolean
am_member_is_list (const AmMember *member)
{
  return member->type >= AM_MEMBER_REFS && member->type <= AM_MEMBER_IGNORES;
}

#define AM_MEMBER_VALUE(Type, member, record) (*(Type *) ((char *) (record) + (member)->offset))
