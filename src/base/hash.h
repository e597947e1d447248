/* Hashes for tables whose keys come from files: nobody who writes a file knows which keys meet in
   them, since each process draws a secret of its own. So no output may depend on a hash or on the
   order of a table. */

#pragma once

#include <glib.h>

/* SipHash with so many rounds after each word and at the end: 2 and 4 are the original, 1 and 3 do
   for tables. Jean-Philippe Aumasson and Daniel J. Bernstein, "SipHash: a fast short-input PRF",
   2012. */
guint64 am_siphash (const guint64 key[2], guint rounds, guint last_rounds, gconstpointer data,
                    gsize length);

/* SipHash-1-3 of bytes, with the secret of this process. */
guint64 am_hash_bytes (gconstpointer data, gsize length);

/* For g_hash_table_new(), in the place of g_str_hash(), g_int64_hash() and g_direct_hash(). */
guint am_hash_text (gconstpointer text);
guint am_hash_int64 (gconstpointer number);
guint am_hash_pointer (gconstpointer pointer);

/* For tests: another secret. No table may be in use. */
void am_hash_set_secret (guint64 first, guint64 second);
