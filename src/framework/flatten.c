#include "framework/flatten.h"

#include "base/hash.h"
#include "model/dependencies.h"
#include "model/walk.h"

typedef struct
{
  const AmMap *map;
  AmFlat *flat;
  gboolean small; /* a premise takes the place of a relation that has its label */
  GArray *attacks; /* of AmAttack */
  guint32 *denials; /* the argument of each claim's denial, or AM_NONE */
} Build;

static guint32
add_argument (Build *b, AmFlatKind kind, guint32 index)
{
  AmFlatArgument argument = { kind, index };

  g_array_append_val (b->flat->arguments, argument);
  return b->flat->arguments->len - 1;
}

static void
add_attack (Build *b, guint32 from, guint32 to)
{
  AmAttack attack = { from, to };

  g_array_append_val (b->attacks, attack);
}

/* --- arguments --- */

/* The claim @premise is needed by the argument of a relation. */
static void
add_premise (Build *b, guint32 premise, guint32 argument)
{
  if (b->denials[premise] == AM_NONE)
    {
      b->denials[premise] = add_argument (b, AM_FLAT_DENIAL, premise);
      add_attack (b, premise, b->denials[premise]);
    }
  add_attack (b, b->denials[premise], argument);
}

/* Whether it is in, and out, with its only premise. */
static gboolean
is_its_premise (const Build *b, guint32 index)
{
  return b->small && am_map_relation (b->map, index)->with.count == 0
      && am_map_undercutters (b->map, index).count == 0;
}

static void
add_relation (Build *b, guint32 index)
{
  const AmRelation *relation = am_map_relation (b->map, index);
  guint32 argument = b->flat->relations[index];

  if (argument != relation->from)
    add_premise (b, relation->from, argument);
  for (guint32 i = 0; i < relation->with.count; i++)
    add_premise (b, am_map_ref (b->map, relation->with.start + i)->index, argument);
  if (relation->kind == AM_RELATION_REBUT)
    add_attack (b, argument, relation->to.index);
  else if (relation->kind == AM_RELATION_UNDERCUT
           && b->flat->relations[relation->to_relation] != AM_NONE)
    add_attack (b, argument, b->flat->relations[relation->to_relation]);
}

static gboolean
is_support (const Build *b, guint32 relation)
{
  return am_map_relation (b->map, relation)->kind == AM_RELATION_SUPPORT
      && b->flat->relations[relation] != AM_NONE;
}

static void
add_lack_of_support (Build *b, guint32 index)
{
  const AmClaim *claim = am_map_claim (b->map, index);
  AmIndexList incoming = am_map_incoming (b->map, index);
  guint32 supports = 0;

  for (guint32 i = 0; i < incoming.count; i++)
    supports += is_support (b, incoming.items[i]);
  if (supports == 0 ? !claim->open : am_claim_is_evidenced (claim))
    return;
  guint32 argument = add_argument (b, AM_FLAT_UNSUPPORTED, index);
  add_attack (b, argument, index);
  for (guint32 i = 0; i < incoming.count; i++)
    if (is_support (b, incoming.items[i]))
      add_attack (b, b->flat->relations[incoming.items[i]], argument);
}

static void
build (Build *b)
{
  for (guint32 i = 0; i < b->map->claims->len; i++)
    {
      add_argument (b, AM_FLAT_CLAIM, i);
      b->denials[i] = AM_NONE;
    }
  for (guint32 i = 0; i < b->map->relations->len; i++)
    {
      const AmRelation *relation = am_map_relation (b->map, i);
      b->flat->relations[i] = !am_dependencies_counts (b->map, relation) ? AM_NONE
                            : is_its_premise (b, i)                      ? relation->from
                                                    : add_argument (b, AM_FLAT_RELATION, i);
    }
  for (guint32 i = 0; i < b->map->relations->len; i++)
    if (b->flat->relations[i] != AM_NONE)
      add_relation (b, i);
  for (guint32 i = 0; i < b->map->claims->len; i++)
    add_lack_of_support (b, i);
}

static AmFlat *
flat_new (const AmMap *map, gboolean small)
{
  AmFlat *flat = g_new (AmFlat, 1);
  g_autoptr (GArray) attacks = g_array_new (FALSE, FALSE, sizeof (AmAttack));
  g_autofree guint32 *denials = g_new (guint32, (gsize) map->claims->len + 1);
  Build b = { map, flat, small, attacks, denials };

  *flat = (AmFlat){ map, NULL, g_array_new (FALSE, FALSE, sizeof (AmFlatArgument)),
                    g_new (guint32, (gsize) map->relations->len + 1) };
  build (&b);
  flat->framework = am_framework_new (flat->arguments->len,
                                      (const AmAttack *) (gpointer) attacks->data, attacks->len);
  return flat;
}

AmFlat *
am_flat_new (const AmMap *map)
{
  return flat_new (map, FALSE);
}

AmFlat *
am_flat_small_new (const AmMap *map)
{
  return flat_new (map, TRUE);
}

void
am_flat_free (AmFlat *flat)
{
  if (flat == NULL)
    return;
  g_clear_pointer (&flat->framework, am_framework_free);
  g_array_unref (flat->arguments);
  g_free (flat->relations);
  g_free (flat);
}

/* --- names: of an undercut, with the claim that the other relation comes from; all of a deep one
 * would be as long as the map --- */

static void
append_id (GString *out, const char *id)
{
  for (; *id != '\0'; id++)
    g_string_append_c (out, g_ascii_isalnum (*id) ? *id : '_');
}

static void
append_name (GString *out, const AmFlat *flat, const AmFlatArgument *argument)
{
  static const char *const verbs[] = { "_supports_", "_rebuts_", "_undercuts_" };
  const AmMap *map = flat->map;

  if (argument->kind == AM_FLAT_RELATION)
    {
      const AmRelation *relation = am_map_relation (map, argument->index);
      append_id (out, am_map_claim (map, relation->from)->id);
      g_string_append (out, verbs[relation->kind]);
      append_id (out, am_map_claim (map, am_walk_head (map, relation))->id);
      return;
    }
  if (argument->kind == AM_FLAT_DENIAL)
    g_string_append (out, "not_");
  else if (argument->kind == AM_FLAT_UNSUPPORTED)
    g_string_append (out, "unsupported_");
  append_id (out, am_map_claim (map, argument->index)->id);
}

/* The name itself, or with the first number that makes it another one. @used: names, and the number
 * that was given last. */
static char *
write_apart (GHashTable *used, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (used, name));
  g_autofree char *own = g_strdup (name);

  while (g_hash_table_contains (used, own))
    {
      g_free (own);
      own = g_strdup_printf ("%s_%u", name, ++number);
    }
  if (number > 0)
    g_hash_table_insert (used, g_strdup (name), GUINT_TO_POINTER (number));
  g_hash_table_insert (used, g_strdup (own), GUINT_TO_POINTER (1));
  return g_steal_pointer (&own);
}

GPtrArray *
am_flat_names (const AmFlat *flat)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new_full (flat->arguments->len, g_free);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint32 i = 0; i < flat->arguments->len; i++)
    {
      g_string_truncate (name, 0);
      append_name (name, flat, am_flat_argument (flat, i));
      if (!g_ascii_islower (name->str[0]))
        g_string_prepend (name, "a_");
      g_ptr_array_add (names, write_apart (used, name->str));
    }
  return names;
}
