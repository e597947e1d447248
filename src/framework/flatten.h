/* A map as an abstract argumentation framework whose complete labellings are those of the map.

   Each claim, each relation and each denial of a premise is an argument. A premise attacks its
   denial, which attacks every relation that needs it. A rebuttal's relation attacks the claim, an
   undercut's the other relation. A claim that is in only by its supports is attacked by one more
   argument, that nothing supports it, which each supporting relation attacks. */

#pragma once

#include "framework/framework.h"
#include "model/map.h"

typedef enum
{
  AM_FLAT_CLAIM,
  AM_FLAT_DENIAL, /* that the claim fails: of those that are premises */
  AM_FLAT_RELATION,
  AM_FLAT_UNSUPPORTED, /* that nothing supports the claim: of those with supports and no evidence,
                          or open without supports */
} AmFlatKind;

typedef struct
{
  AmFlatKind kind;
  guint32 index; /* of the claim or relation in the map */
} AmFlatArgument;

typedef struct
{
  const AmMap *map; /* borrowed */
  AmFramework *framework;
  GArray *arguments; /* of AmFlatArgument: first all claims, so that each has its own index */
  guint32 *relations; /* the argument that has the label of each relation of the map, or AM_NONE:
                         one that does not resolve is passed over */
} AmFlat;

/* @map is borrowed. Never NULL; free with am_flat_free(). Time and memory are linear. */
AmFlat *am_flat_new (const AmMap *map);
void am_flat_free (AmFlat *flat);

/* The same with fewer arguments, for who asks about labels: of a relation with one premise that
   nothing undercuts the premise is the argument, since it has the same label in every labelling.
   Most maps have half as many arguments then, or a third. */
AmFlat *am_flat_small_new (const AmMap *map);

/* A name for each argument, made of the ids of the map: "jams", "not_jams", "jams_supports_charge",
   "x_undercuts_jams", "unsupported_charge". They differ, and are letters, digits and _ after a
   lower-case letter, so that every format takes them: what else an id has becomes _, and a number
   tells apart what would be the same. Strings; free with g_ptr_array_unref(). */
GPtrArray *am_flat_names (const AmFlat *flat);

static inline const AmFlatArgument *
am_flat_argument (const AmFlat *flat, guint32 argument)
{
  return &g_array_index (flat->arguments, AmFlatArgument, argument);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmFlat, am_flat_free)
