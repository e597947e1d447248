/* Memory for cJSON's trees and the strings of a map: taken in large pieces, given back all at once.
 * Private to load/. */

#pragma once

#include <glib.h>

typedef struct _Arena Arena;

/* Never NULL. All that was taken from it goes with am_arena_free(); NULL is fine. */
Arena *am_arena_new (void);
void am_arena_free (Arena *arena);

/* @size bytes, aligned for pointers and doubles. Never NULL. */
gpointer am_arena_take (Arena *arena, gsize size);

/* A copy of @text, which is not NULL. */
const char *am_arena_copy (Arena *arena, const char *text);

/* Gives back all that was taken, and keeps a block for what comes next. */
void am_arena_empty (Arena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arena, am_arena_free)
