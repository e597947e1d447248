#include "load/arena.h"

#include <stddef.h>
#include <string.h>

/* Small maps need one small block; large ones few large ones. */
#define FIRST_BLOCK ((gsize) 16 * 1024)
#define LARGEST_BLOCK ((gsize) 4 * 1024 * 1024)

#define GRAIN MAX (sizeof (gpointer), sizeof (double))

typedef struct _Block
{
  struct _Block *before;
  max_align_t data[];
} Block;

struct _Arena
{
  Block *last;
  gsize last_size;
  char *next;
  gsize left;
  gsize block_size;
};

Arena *
am_arena_new (void)
{
  Arena *arena = g_new0 (Arena, 1);
  arena->block_size = FIRST_BLOCK;
  return arena;
}

static void
free_blocks (Block *last)
{
  Block *before;

  for (Block *block = last; block != NULL; block = before)
    {
      before = block->before;
      g_free (block);
    }
}

void
am_arena_free (Arena *arena)
{
  if (arena == NULL)
    return;
  free_blocks (arena->last);
  g_free (arena);
}

static void
add_block (Arena *arena, gsize at_least)
{
  gsize size = MAX (arena->block_size, at_least);
  Block *block = g_malloc (sizeof (Block) + size);

  block->before = arena->last;
  arena->last = block;
  arena->last_size = size;
  arena->next = (char *) block->data;
  arena->left = size;
  arena->block_size = MIN (arena->block_size * 2, LARGEST_BLOCK);
}

gpointer
am_arena_take (Arena *arena, gsize size)
{
  gsize rounded = (size + GRAIN - 1) / GRAIN * GRAIN;

  if (rounded > arena->left)
    add_block (arena, rounded);
  gpointer taken = arena->next;
  arena->next += rounded;
  arena->left -= rounded;
  return taken;
}

const char *
am_arena_copy (Arena *arena, const char *text)
{
  gsize size = strlen (text) + 1;
  return memcpy (am_arena_take (arena, size), text, size);
}

void
am_arena_empty (Arena *arena)
{
  if (arena->last == NULL)
    return;
  free_blocks (arena->last->before);
  arena->last->before = NULL;
  arena->next = (char *) arena->last->data;
  arena->left = arena->last_size;
}
