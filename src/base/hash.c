#include "base/hash.h"

#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* --- SipHash --- */

typedef struct
{
  guint64 v[4];
} Sip;

static inline guint64
rotate (guint64 x, guint bits)
{
  return x << bits | x >> (64 - bits);
}

static inline void
run_rounds (Sip *sip, guint rounds)
{
  guint64 a = sip->v[0], b = sip->v[1], c = sip->v[2], d = sip->v[3];

  for (; rounds > 0; rounds--)
    {
      a += b;
      c += d;
      b = rotate (b, 13) ^ a;
      d = rotate (d, 16) ^ c;
      a = rotate (a, 32);
      c += b;
      a += d;
      b = rotate (b, 17) ^ c;
      d = rotate (d, 21) ^ a;
      c = rotate (c, 32);
    }
  *sip = (Sip){ { a, b, c, d } };
}

static inline void
take_word (Sip *sip, guint rounds, guint64 word)
{
  sip->v[3] ^= word;
  run_rounds (sip, rounds);
  sip->v[0] ^= word;
}

static inline guint64
siphash (const guint64 key[2], guint rounds, guint last_rounds, const guint8 *bytes, gsize length)
{
  Sip sip = { { key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
                key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
                key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
                key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573) } };
  guint64 word;
  gsize i;

  for (i = 0; length - i >= sizeof word; i += sizeof word)
    {
      memcpy (&word, bytes + i, sizeof word);
      take_word (&sip, rounds, GUINT64_FROM_LE (word));
    }
  word = (guint64) length << 56;
  for (guint shift = 0; i < length; i++, shift += 8)
    word |= (guint64) bytes[i] << shift;
  take_word (&sip, rounds, word);
  sip.v[2] ^= 0xff;
  run_rounds (&sip, last_rounds);
  return sip.v[0] ^ sip.v[1] ^ sip.v[2] ^ sip.v[3];
}

guint64
am_siphash (const guint64 key[2], guint rounds, guint last_rounds, gconstpointer data, gsize length)
{
  return siphash (key, rounds, last_rounds, data, length);
}

/* --- the secret of this process --- */

static guint64 secret[2];

/* Where the kernel has nothing random to give: what a stranger would have to guess all the same. */
static void
guess_secret (void)
{
  secret[0] = (guint64) g_get_real_time () ^ (guint64) getpid () << 48;
  secret[1] = (guint64) g_get_monotonic_time () ^ (guint64) (gsize) &secret << 16;
}

static const guint64 *
get_secret (void)
{
  static gsize drawn;

  if (g_once_init_enter (&drawn))
    {
      if (getrandom (secret, sizeof secret, GRND_NONBLOCK) != (gssize) sizeof secret)
        guess_secret ();
      g_once_init_leave (&drawn, 1);
    }
  return secret;
}

void
am_hash_set_secret (guint64 first, guint64 second)
{
  get_secret (); /* or else it would be drawn afterwards */
  secret[0] = first;
  secret[1] = second;
}

/* --- for tables --- */

guint64
am_hash_bytes (gconstpointer data, gsize length)
{
  return siphash (get_secret (), 1, 3, data, length);
}

static inline guint
fold_in_two (guint64 hash)
{
  return (guint) (hash ^ hash >> 32);
}

guint
am_hash_text (gconstpointer text)
{
  return fold_in_two (am_hash_bytes (text, strlen (text)));
}

guint
am_hash_int64 (gconstpointer number)
{
  return fold_in_two (am_hash_bytes (number, sizeof (gint64)));
}

guint
am_hash_pointer (gconstpointer pointer)
{
  return fold_in_two (am_hash_bytes (&pointer, sizeof pointer));
}
