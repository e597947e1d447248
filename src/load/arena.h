/* Memory for cJSON's tree: taken in large pieces, given back all at once. Private to load/. */

#pragma once

#include <glib.h>

typedef struct _Arena Arena;

/* Never NULL. All that was taken from it goes with am_arena_free(); NULL is fine. */
Arena *am_arena_new (void);
void am_arena_free (Arena *arena);

/* @size bytes, aligned for pointers and doubles. Never NULL. */
gpointer am_arena_take (Arena *arena, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arena, am_arena_free)
