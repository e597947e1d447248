#include "load/arena.h"

#include <stddef.h>

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

void
am_arena_free (Arena *arena)
{
  Block *before;

  if (arena == NULL)
    return;
  for (Block *block = arena->last; block != NULL; block = before)
    {
      before = block->before;
      g_free (block);
    }
  g_free (arena);
}

static void
add_block (Arena *arena, gsize at_least)
{
  gsize size = MAX (arena->block_size, at_least);
  Block *block = g_malloc (sizeof (Block) + size);

  block->before = arena->last;
  arena->last = block;
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
