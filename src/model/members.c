#include "model/members.h"

#define OBJECT(NAME, name, noun, which, title, description) NAME = 1u << AM_OBJECT_##NAME,
#define MEMBER(objects, name, place, type, flags, title, description, examples)
enum
{
#include "model/members.def"
};
#undef OBJECT
#undef MEMBER

/* --- columns --- */

#define AT(Record, field) .offset = offsetof (Record, field)
#define NOWHERE .offset = 0
#define REQUIRED AM_MEMBER_REQUIRED
#define SEEN AM_MEMBER_SEEN
#define RECORDS AM_MEMBER_RECORDS
#define EXAMPLES(...) "[" #__VA_ARGS__ "]"

#define TEXT AM_MEMBER_TEXT
#define SHORT_TEXT(characters) AM_MEMBER_SHORT_TEXT, .most = characters
#define RULE AM_MEMBER_RULE
#define SLUG AM_MEMBER_SLUG
#define ID AM_MEMBER_ID
#define URL AM_MEMBER_URL
#define DATE AM_MEMBER_DATE
#define LANGUAGE AM_MEMBER_LANGUAGE
#define PATH AM_MEMBER_PATH
#define WORD(list) AM_MEMBER_WORD, .words = am_##list##_words, .meanings = am_##list##_meanings
#define NUMBER(value) AM_MEMBER_NUMBER, .otherwise = value
#define FLAG AM_MEMBER_FLAG, .otherwise = "false"
#define REF(KIND) AM_MEMBER_REF, .leads_to = AM_ENTITY_##KIND
#define REFS(KIND) AM_MEMBER_REFS, .leads_to = AM_ENTITY_##KIND
#define REF_OR_REFS(KIND) AM_MEMBER_REF_OR_REFS, .leads_to = AM_ENTITY_##KIND
#define TEXTS AM_MEMBER_TEXTS
#define HOLDS(TYPE, KIND) AM_MEMBER_##TYPE, .holds = AM_OBJECT_##KIND
#define SCHEMA AM_MEMBER_SCHEMA
#define VERSION AM_MEMBER_VERSION, .otherwise = "1"
#define LEVELS AM_MEMBER_LEVELS
#define PATTERNS AM_MEMBER_PATTERNS

#define OBJECT(NAME, name, noun, which, title, description)
#define MEMBER(in, called, place, written, with, heading, meaning, samples)                        \
  { .name = called,                                                                                \
    .objects = in,                                                                                 \
    place,                                                                                         \
    .type = written,                                                                               \
    .flags = with,                                                                                 \
    .title = heading,                                                                              \
    .description = meaning,                                                                        \
    .examples = samples },
static const AmMember members[] = {
#include "model/members.def"
};
#undef OBJECT
#undef MEMBER

#define THING TRUE
#define PART FALSE
#define OBJECT(NAME, name, noun, which, title, description)                                        \
  { AM_OBJECT_##NAME, name, noun, which, title, description, { NULL }, 0 },
#define MEMBER(objects, name, place, type, flags, title, description, examples)
static AmObject objects[AM_N_OBJECTS] = {
  { AM_OBJECT_NONE, "", "", FALSE, NULL, NULL, { NULL }, 0 },
#include "model/members.def"
};
#undef OBJECT
#undef MEMBER

/* --- objects --- */

static gpointer
list_members (G_GNUC_UNUSED gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint rest = members[i].objects; rest != 0; rest &= rest - 1)
      {
        AmObject *object = &objects[__builtin_ctz (rest)];
        g_assert (object->n_members < AM_MOST_MEMBERS);
        object->members[object->n_members++] = &members[i];
      }
  return NULL;
}

const AmObject *
am_object (AmObjectKind kind)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, list_members, NULL);
  return &objects[kind];
}

const AmMember *
am_object_member (const AmObject *object, const char *name)
{
  for (guint i = 0; i < object->n_members; i++)
    if (g_str_equal (object->members[i]->name, name))
      return object->members[i];
  return NULL;
}
