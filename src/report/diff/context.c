#include "report/diff/parts.h"

#include "base/text.h"

gboolean
am_diff_is_nothing (const AmMap *map)
{
  return map->claims->len == 0 && am_text_is_unseen (map->title);
}

gboolean
am_diff_takes (const AmDiffContext *changes, guint *count)
{
  return ++*count <= AM_DIFF_MOST_ENTRIES || changes->all;
}

void
am_diff_write_rest (const AmDiffContext *changes, guint count)
{
  if (count <= AM_DIFF_MOST_ENTRIES || changes->all)
    return;
  g_autofree char *rest = am_text_number (count - AM_DIFF_MOST_ENTRIES);
  am_document_paragraph (changes->document);
  am_document_add (changes->document, "And %s more; --all lists them all.", rest);
}
