/* The argument as an outline, from the theses outwards. */

#include "reason/digest-private.h"

/* Lines of the argument, all of them; notes which claims they tell. */
static void
tell (const AmDigest *d, AmDigestArgument *argument)
{
  g_autoptr (AmOutline) outline = am_outline_new (d->map);
  const GArray *theses = d->evaluation->theses;
  AmDigestLine line = { .hidden = 0 };

  for (guint i = theses->len; i-- > 0;)
    am_outline_add_root (outline, g_array_index (theses, guint32, i));
  while (am_outline_next (outline, &line.entry))
    {
      argument->reached[line.entry.claim] = TRUE;
      g_array_append_val (argument->lines, line);
    }
}

/* How deep the argument is told so that it does not take more than AM_DIGEST_MOST_STATEMENTS lines.
 */
static guint
find_depth (const GArray *lines)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint)); /* per depth */
  guint depth = 0, sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      guint of = g_array_index (lines, AmDigestLine, i).entry.depth;
      if (of >= counts->len)
        g_array_set_size (counts, of + 1);
      g_array_index (counts, guint, of)++;
    }
  while (depth < counts->len
         && (sum += g_array_index (counts, guint, depth)) <= AM_DIGEST_MOST_STATEMENTS)
    depth++;
  return depth > 1 ? depth - 1 : 1;
}

/* Takes away what is too deep, or comes too late, and counts it at the line before. */
static void
cut (GArray *lines)
{
  guint depth = find_depth (lines), kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      AmDigestLine line = g_array_index (lines, AmDigestLine, i);
      if (line.entry.depth <= depth && kept < AM_DIGEST_MOST_STATEMENTS)
        g_array_index (lines, AmDigestLine, kept++) = line;
      else
        g_array_index (lines, AmDigestLine, kept - 1).hidden += !line.entry.again;
    }
  g_array_set_size (lines, kept);
}

gpointer
am_digest_make_argument (AmDigest *d, G_GNUC_UNUSED guint32 index)
{
  AmDigestArgument *argument = g_new (AmDigestArgument, 1);

  argument->lines = g_array_new (FALSE, FALSE, sizeof (AmDigestLine));
  argument->reached = g_new0 (gboolean, (gsize) d->map->claims->len + 1);
  tell (d, argument);
  if (d->large)
    cut (argument->lines);
  return argument;
}

void
am_digest_free_argument (gpointer made)
{
  AmDigestArgument *argument = made;

  if (argument == NULL)
    return;
  g_array_unref (argument->lines);
  g_free (argument->reached);
  g_free (argument);
}

const AmDigestArgument *
am_digest_argument (AmDigest *digest)
{
  return am_digest_section (digest, AM_SECTION_ARGUMENT, 0);
}
