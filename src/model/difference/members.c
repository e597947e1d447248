/* Which members the records have, and how they are read. */

#include "model/difference/difference.h"

/* --- members --- */

static const char *const role_words[] = { "claim", "rebuttal", NULL };
static const char *const relation_words[] = { "supports", "rebuts", "undercuts", NULL };

/* What the format has no member for. */
static const AmMember role = {
  .name = "role", .type = AM_MEMBER_WORD, .offset = offsetof (AmClaim, role), .words = role_words
};
static const AmMember relation_kind = { .name = "kind",
                                        .type = AM_MEMBER_WORD,
                                        .offset = offsetof (AmRelation, kind),
                                        .words = relation_words };
static const AmMember carrier = { .name = "from", .type = AM_MEMBER_CARRIER },
                      target = { .name = "to", .type = AM_MEMBER_TARGET };

static const AmMember *tables[AM_ENTITY_RELATION + 1][2 * AM_MOST_MEMBERS];

/* Unless it is there. */
static void
add (AmEntityKind kind, const AmMember *member)
{
  guint i = 0;

  while (tables[kind][i] != NULL && tables[kind][i] != member)
    i++;
  tables[kind][i] = member;
}

static void
add_named (AmEntityKind kind, AmObjectKind object, const char *name)
{
  add (kind, am_object_member (am_object (object), name));
}

/* "expect": { "unanswered": … } is "expect_unanswered". */
static void
add_inner (AmEntityKind kind, const AmMember *outer)
{
  static AmMember inner[AM_MOST_MEMBERS];
  const AmObject *object = am_object (outer->holds);

  for (guint i = 0; i < object->n_members; i++)
    {
      inner[i] = *object->members[i];
      inner[i].name = g_strconcat (outer->name, "_", inner[i].name, NULL);
      add (kind, &inner[i]);
    }
}

/* What both objects have and is compared. */
static void
add_members (AmEntityKind kind, AmObjectKind which, AmObjectKind other)
{
  const AmObject *object = am_object (which);

  for (guint i = 0; i < object->n_members; i++)
    {
      const AmMember *member = object->members[i];
      if (member->type == AM_MEMBER_EXPECT)
        add_inner (kind, member);
      else if (member->type <= AM_MEMBER_IGNORES && (member->objects & 1u << other) != 0)
        add (kind, member);
    }
}

/* In the order of the format, but for what identifies a thing, and for the strength of a relation,
 * which comes after what it is of. */
static gpointer
make_tables (G_GNUC_UNUSED gpointer data)
{
  add_members (AM_ENTITY_NONE, AM_OBJECT_MAP, AM_OBJECT_MAP);
  add_members (AM_ENTITY_STAKEHOLDER, AM_OBJECT_STAKEHOLDER, AM_OBJECT_STAKEHOLDER);
  add_named (AM_ENTITY_CLAIM, AM_OBJECT_CLAIM, "id");
  add (AM_ENTITY_CLAIM, &role);
  add_members (AM_ENTITY_CLAIM, AM_OBJECT_CLAIM, AM_OBJECT_REBUTTAL);
  add_members (AM_ENTITY_SOURCE, AM_OBJECT_SOURCE, AM_OBJECT_SOURCE);
  add_named (AM_ENTITY_RELATION, AM_OBJECT_TARGET, "id");
  add (AM_ENTITY_RELATION, &relation_kind);
  add (AM_ENTITY_RELATION, &carrier);
  add (AM_ENTITY_RELATION, &target);
  add_named (AM_ENTITY_RELATION, AM_OBJECT_TARGET, "with");
  add_named (AM_ENTITY_RELATION, AM_OBJECT_TARGET, "scheme");
  add_named (AM_ENTITY_RELATION, AM_OBJECT_TARGET, "warrant");
  add_members (AM_ENTITY_RELATION, AM_OBJECT_TARGET, AM_OBJECT_UNDERCUT);
  return NULL;
}

const AmMember *const *
am_members_of (AmEntityKind kind)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_tables, NULL);
  return tables[kind];
}

/* --- values --- */

const char *
am_member_text (const AmMember *member, gconstpointer record)
{
  if (member->type == AM_MEMBER_WORD)
    return member->words[AM_MEMBER_VALUE (gint, member, record)];
  const char *text = AM_MEMBER_VALUE (const char *, member, record);
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
