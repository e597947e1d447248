/* Random maps, with slips of the pen and members of one's own in them, that can be written in any
 * order and with any white space. */

#pragma once

#include "unit.h"

typedef struct
{
  char *key; /* as it is written; NULL in a list */
  gboolean stranger; /* keeps its place among those of its object that the format does not know */
  char *token; /* NULL of objects and lists */
  char opener;
  GPtrArray *children;
} Value;

static inline void
value_free (gpointer data)
{
  Value *value = data;
  g_free (value->key);
  g_free (value->token);
  g_ptr_array_unref (value->children);
  g_free (value);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Value, value_free)

static inline Value *
value_new (Value *parent, const char *name, char opener, char *token)
{
  Value *value = g_new (Value, 1);

  *value = (Value){ NULL, FALSE, token, opener, g_ptr_array_new_with_free_func (value_free) };
  if (parent != NULL)
    g_ptr_array_add (parent->children, value);
  if (name != NULL)
    value->key = g_strdup_printf ("\"%s\"", name);
  return value;
}

/* A known member; some letters of some names are escaped. */
static inline Value *
member (GRand *random, Value *parent, const char *name, char opener, char *token)
{
  Value *value = value_new (parent, name, opener, token);

  if (unit_chance (random, 5))
    {
      g_free (value->key);
      value->key = g_strdup_printf ("\"\\u%04x%s\"", (guint) name[0], name + 1);
    }
  return value;
}

static inline char *
random_text (GRand *random)
{
  static const char *const pieces[] = {
    "a",    "word", " ",   "  ",     "é",       "\\u00e9", "\\u00E9",        "\\/", "/", "\\\"",
    "\\\\", "\\n",  "\\t", "漢字",   "e\u0301", "😀",       "\\ud83d\\ude00", "{",   "}", "[",
    "]",    ",",    ":",   "\u2028", "\uFEFF",  "-0"
  };
  GString *out = g_string_new ("\"t");

  for (guint i = unit_below (random, unit_chance (random, 20) ? 80 : 8); i > 0; i--)
    g_string_append (out, pieces[unit_below (random, G_N_ELEMENTS (pieces))]);
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

static inline char *
random_number (GRand *random)
{
  static const char *const numbers[] = { "0",
                                         "-0",
                                         "0.0",
                                         "1",
                                         "1.0",
                                         "1e0",
                                         "1E+0",
                                         "10e-1",
                                         "0.5",
                                         "5e-1",
                                         "0.50",
                                         "-0.0e-0",
                                         "12345678901234567890",
                                         "-7" };
  return g_strdup (numbers[unit_below (random, G_N_ELEMENTS (numbers))]);
}

static inline char *
random_id (GRand *random, char letter, guint limit)
{
  return g_strdup_printf ("\"%c%u\"", letter, unit_below (random, limit));
}

/* Anything that JSON has. */
static inline void
add_junk (GRand *random, Value *parent, const char *name, guint depth)
{
  static const char *const words[] = { "true", "false", "null" };
  guint kind = unit_below (random, depth > 0 ? 5 : 3);

  if (kind < 3)
    {
      value_new (parent, name, 0,
                 kind == 0   ? random_text (random)
                 : kind == 1 ? random_number (random)
                             : g_strdup (words[unit_below (random, 3)]));
      return;
    }
  Value *value = value_new (parent, name, kind == 3 ? '{' : '[', NULL);
  for (guint i = unit_below (random, 5); i > 0; i--)
    {
      g_autofree char *inner =
          kind == 3 ? g_strdup_printf ("%s%u", unit_chance (random, 50) ? "text" : "", i) : NULL;
      add_junk (random, value, inner, depth - 1);
    }
}

/* Members of one's own, slips of the pen. */
static inline void
add_strangers (GRand *random, Value *parent)
{
  static const char *const names[] = { "x-id", "x-note",    "x-",        "Id",  "txt",
                                       "",     "relations", "x-\\u00e9", "x-漢" };
  guint first = unit_below (random, G_N_ELEMENTS (names));

  for (guint i = unit_chance (random, 30) ? 1 + unit_below (random, 3) : 0; i > 0; i--)
    {
      add_junk (random, parent, names[(first + i) % G_N_ELEMENTS (names)], 3);
      ((Value *) g_ptr_array_index (parent->children, parent->children->len - 1))->stranger = TRUE;
    }
}

#define MOST_CLAIMS 12

static inline void
add_text (GRand *random, Value *parent, const char *name, guint percent)
{
  if (unit_chance (random, percent))
    member (random, parent, name, 0, random_text (random));
}

static inline void
add_ids (GRand *random, Value *parent, const char *name, char letter, guint percent)
{
  if (!unit_chance (random, percent))
    return;
  Value *list = member (random, parent, name, '[', NULL);
  for (guint i = unit_below (random, 4); i > 0; i--)
    value_new (list, NULL, 0, random_id (random, letter, MOST_CLAIMS));
}

static inline void
add_evidence (GRand *random, Value *parent, guint percent)
{
  if (!unit_chance (random, percent))
    return;
  Value *list = member (random, parent, "evidence", '[', NULL);
  for (guint i = unit_below (random, 3); i > 0; i--)
    {
      Value *evidence = value_new (list, NULL, '{', NULL);
      member (random, evidence, "source", 0, random_id (random, 'q', 3));
      add_text (random, evidence, "quote", 30);
      add_text (random, evidence, "locator", 30);
      add_text (random, evidence, "note", 20);
      add_strangers (random, evidence);
    }
}

static inline void
add_relation_members (GRand *random, Value *relation)
{
  add_ids (random, relation, "with", 'c', 30);
  add_text (random, relation, "scheme", 10);
  if (unit_chance (random, 30))
    member (random, relation, "strength", 0, random_number (random));
  add_text (random, relation, "warrant", 20);
  if (unit_chance (random, 20))
    member (random, relation, "id", 0, random_id (random, 'r', 1000000));
  add_strangers (random, relation);
}

static inline void
add_targets (GRand *random, Value *claim, const char *name, guint percent)
{
  if (!unit_chance (random, percent))
    return;
  Value *list = member (random, claim, name, '[', NULL);
  for (guint i = unit_below (random, 4); i > 0; i--)
    if (unit_chance (random, 40))
      value_new (list, NULL, 0, random_id (random, 'c', MOST_CLAIMS));
    else
      {
        Value *target = value_new (list, NULL, '{', NULL);
        member (random, target, "claim", 0, random_id (random, 'c', MOST_CLAIMS));
        add_relation_members (random, target);
      }
}

static inline void
add_pair (GRand *random, Value *pair, guint depth)
{
  member (random, pair, "from", 0, random_id (random, 'c', MOST_CLAIMS));
  if (depth == 0 || unit_chance (random, 60))
    member (random, pair, "to", 0, random_id (random, 'c', MOST_CLAIMS));
  else
    add_pair (random, member (random, pair, "to", '{', NULL), depth - 1);
}

static inline void
add_undercuts (GRand *random, Value *claim)
{
  Value *list = member (random, claim, "undercuts", '[', NULL);

  for (guint i = unit_below (random, 3); i > 0; i--)
    {
      Value *undercut = value_new (list, NULL, '{', NULL);
      add_pair (random, undercut, 3);
      add_relation_members (random, undercut);
    }
}

static inline void
add_claims (GRand *random, Value *map, gboolean rebuttals, guint *count)
{
  Value *list = member (random, map, rebuttals ? "rebuttals" : "claims", '[', NULL);

  for (guint i = unit_below (random, MOST_CLAIMS / 2); i > 0; i--)
    {
      Value *claim = value_new (list, NULL, '{', NULL);
      member (random, claim, "id", 0, g_strdup_printf ("\"c%u\"", (*count)++));
      add_text (random, claim, "text", 95);
      add_text (random, claim, "label", 20);
      if (unit_chance (random, 30))
        member (random, claim, "kind", 0,
                g_strdup (unit_chance (random, 80) ? "\"fact\"" : "\"fakt\""));
      add_ids (random, claim, "by", 's', 50);
      add_targets (random, claim, "supports", 50);
      if (rebuttals)
        add_targets (random, claim, "rebuts", 70);
      if (rebuttals && unit_chance (random, 40))
        add_undercuts (random, claim);
      add_evidence (random, claim, 30);
      if (unit_chance (random, 30))
        member (random, claim, "confidence", 0, random_number (random));
      if (unit_chance (random, 10))
        member (random, claim, "implicit", 0, g_strdup ("true"));
      add_ids (random, claim, "tags", 't', 10);
      add_text (random, claim, "note", 10);
      add_strangers (random, claim);
    }
}

static inline void
add_stakeholders (GRand *random, Value *map)
{
  Value *list = member (random, map, "stakeholders", '[', NULL);

  for (guint i = unit_below (random, 5); i > 0; i--)
    {
      Value *stakeholder = value_new (list, NULL, '{', NULL);
      member (random, stakeholder, "id", 0, g_strdup_printf ("\"s%u\"", i));
      add_text (random, stakeholder, "name", 95);
      add_text (random, stakeholder, "role", 50);
      Value *positions = member (random, stakeholder, "positions", '[', NULL);
      for (guint k = unit_below (random, 3); k > 0; k--)
        {
          Value *position = value_new (positions, NULL, '{', NULL);
          member (random, position, "claim", 0, random_id (random, 'c', MOST_CLAIMS));
          member (random, position, "stance", 0, g_strdup ("\"for\""));
          add_evidence (random, position, 30);
          add_strangers (random, position);
        }
      add_strangers (random, stakeholder);
    }
}

/* In what is strange everything keeps its order: the format does not know its members. */
static inline void
estrange (Value *value, gboolean strange)
{
  for (guint i = 0; i < value->children->len; i++)
    {
      Value *child = value->children->pdata[i];
      child->stranger = child->stranger || strange;
      estrange (child, child->stranger);
    }
}

static inline Value *
random_map (GRand *random)
{
  Value *map = value_new (NULL, NULL, '{', NULL);
  guint count = 0;

  member (random, map, "argmap", 0, g_strdup (unit_chance (random, 80) ? "1" : "1.0e0"));
  add_text (random, map, "title", 95);
  add_ids (random, map, "resolution", 'c', 50);
  add_text (random, map, "$schema", 20);
  add_stakeholders (random, map);
  add_claims (random, map, FALSE, &count);
  add_claims (random, map, TRUE, &count);
  Value *sources = member (random, map, "sources", '[', NULL);
  for (guint i = 0; i < 3; i++)
    {
      Value *source = value_new (sources, NULL, '{', NULL);
      member (random, source, "id", 0, g_strdup_printf ("\"q%u\"", i));
      add_text (random, source, "title", 90);
      add_text (random, source, "date", 20);
      add_strangers (random, source);
    }
  if (unit_chance (random, 20))
    add_ids (random, member (random, map, "expect", '{', NULL), "unanswered", 'c', 90);
  add_strangers (random, map);
  estrange (map, FALSE);
  return map;
}

/* --- written down in any order --- */

static inline void
write_space (GRand *random, GString *out)
{
  static const char *const spaces[] = { " ", "\n", "\r\n", "\t", "    " };

  while (unit_chance (random, 30))
    g_string_append (out, spaces[unit_below (random, G_N_ELEMENTS (spaces))]);
}

/* Any order in which strangers keep theirs. */
static inline void
shuffle (GRand *random, GPtrArray *members)
{
  for (guint i = members->len; i > 1; i--)
    {
      guint k = unit_below (random, i);
      const Value *a = members->pdata[k], *b = members->pdata[i - 1];
      if (!a->stranger && !b->stranger)
        {
          gpointer kept = members->pdata[k];
          members->pdata[k] = members->pdata[i - 1];
          members->pdata[i - 1] = kept;
        }
    }
  for (guint i = 1; i < members->len; i++) /* a stranger moves up past what is known */
    for (guint k = i; k > 0 && ((Value *) members->pdata[k])->stranger
                      && !((Value *) members->pdata[k - 1])->stranger && unit_chance (random, 70);
         k--)
      {
        gpointer kept = members->pdata[k];
        members->pdata[k] = members->pdata[k - 1];
        members->pdata[k - 1] = kept;
      }
}

static inline void
write_value (GRand *random, GString *out, const Value *value)
{
  if (value->key != NULL)
    {
      g_string_append (out, value->key);
      write_space (random, out);
      g_string_append_c (out, ':');
      write_space (random, out);
    }
  if (value->token != NULL)
    {
      g_string_append (out, value->token);
      return;
    }
  if (value->opener == '{')
    shuffle (random, value->children);
  g_string_append_c (out, value->opener);
  write_space (random, out);
  for (guint i = 0; i < value->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_space (random, out);
      write_value (random, out, value->children->pdata[i]);
      write_space (random, out);
    }
  g_string_append_c (out, value->opener == '{' ? '}' : ']');
}
