/* What the unit tests share: random things from fixed seeds, failures that name their seed, maps
 * from JSON text. */

#pragma once

#include "base/text.h"
#include "load/load.h"

#include <string.h>

/* So many random things: a quarter where a sanitizer makes each cost ten times as much. */
#ifdef UNIT_SANITIZED
#define UNIT_ROUNDS(n) ((n) / 4)
#else
#define UNIT_ROUNDS(n) (n)
#endif

static guint unit_seed; /* of the random things that are being tested */

static inline GRand *
unit_random (guint seed)
{
  unit_seed = seed;
  return g_rand_new_with_seed (seed);
}

/* 0 … @limit − 1 */
static inline guint
unit_below (GRand *random, guint limit)
{
  return (guint) g_rand_int_range (random, 0, (gint32) limit);
}

static inline gboolean
unit_chance (GRand *random, guint percent)
{
  return unit_below (random, 100) < percent;
}

/* Whether the claim cites something that counts as a reason for it, by the definition: it states a
 * fact, or says nothing of its kind and is no resolution. */
static inline gboolean
unit_is_evidenced (const AmMap *map, guint32 claim)
{
  const AmClaim *record = &g_array_index (map->claims, AmClaim, claim);
  gboolean resolution = FALSE;

  for (guint32 i = 0; i < map->resolutions.count; i++)
    resolution = resolution || am_map_ref (map, map->resolutions.start + i)->index == claim;
  return record->evidence.count > 0
      && (record->kind == AM_CLAIM_FACT || (record->kind == AM_CLAIM_UNSAID && !resolution));
}

static inline G_GNUC_PRINTF (4, 5) void unit_fail (const char *file, int line, const char *function,
                                                   const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *said = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *shown =
      g_strescape (said, "\"\\"); /* in the C locale GLib prints ? for what is not ASCII */
  g_autofree char *message = g_strdup_printf ("seed %u: %s", unit_seed, shown);
  g_assertion_message (G_LOG_DOMAIN, file, line, function, message);
}

/* As g_assert_true(), with a message of its own and the seed. */
#define UNIT_EXPECT(condition, ...)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      unit_fail (__FILE__, __LINE__, G_STRFUNC, __VA_ARGS__);                                      \
  }                                                                                                \
  G_STMT_END

/* Loads a map that is written as JSON; the caller clears @loaded. */
static inline const AmMap *
unit_load (const char *json, gsize length, AmLoaded *loaded)
{
  am_load_source (am_source_new_take ("test", g_strndup (json, length), length), NULL, loaded);
  UNIT_EXPECT (loaded->map != NULL, "this is no map: %s", json);
  return loaded->map;
}

/* Appends up to @most pieces of all that makes text hard: words short and long, spaces of several
   kinds, scripts without spaces, marks that combine, sequences of joined emoji, punctuation that
   opens and closes. */
static inline void
unit_random_text (GRand *random, GString *out, guint most)
{
  static const char *const pieces[] = {
    "a",
    "I",
    "the",
    "policy",
    "encryption",
    "incomprehensibilities",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "x-y",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "\r\n",
    "\u2003",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\u3000",
    "漢",
    "字",
    "かな",
    "、",
    "。",
    "「",
    "」",
    "ー",
    "한국어",
    "ไทย",
    "é",
    "e\u0301",
    "\u0301",
    "\u0308\u0323",
    "ß",
    "שלום",
    "مرحبا",
    "\u200d",
    "😀",
    "👩\u200d👧",
    "❤\ufe0f\u200d🔥",
    "♥",
    ".",
    ",",
    "!",
    "?",
    "(",
    ")",
    "“",
    "”",
    "«",
    "»",
    "—",
    "…",
    "'",
    "\"",
    "/",
    "&",
    "<b>",
    "*",
    "_",
    "#",
    "1.",
    "-",
  };

  for (guint i = unit_below (random, most + 1); i > 0; i--)
    g_string_append (out, pieces[unit_below (random, G_N_ELEMENTS (pieces))]);
}
