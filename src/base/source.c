#include "base/source.h"

#include "base/encoding.h"

#include <string.h>

/* Every so many bytes the line and column are noted, so that a finding on a line of a gigabyte
 * costs no more than another. */
#define CHECKPOINT_BYTES 4096

const char *
am_source_name (const char *path)
{
  return g_str_equal (path, "-") ? AM_SOURCE_STDIN_NAME : path;
}

AmSource *
am_source_new_take (const char *name, char *text, gsize length)
{
  g_assert (name != NULL && text != NULL && length <= AM_SOURCE_MAX_SIZE);

  AmSource *source = g_new0 (AmSource, 1);
  source->name = g_strdup (name);
  source->text = text;
  source->length = length;
  return source;
}

void
am_source_free (AmSource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->checkpoints, g_array_unref);
  g_free (source->name);
  g_free (source->text);
  g_free (source);
}

static gboolean
begins_code_point (char c)
{
  return ((guchar) c & 0xC0) != 0x80;
}

static AmPlace
advance (const char *text, gsize from, gsize to, AmPlace place)
{
  const char *newline;

  while (from < to && (newline = memchr (text + from, '\n', to - from)) != NULL)
    {
      place.line++;
      place.column = 1;
      from = (gsize) (newline - text) + 1;
    }
  for (; from < to; from++)
    place.column += begins_code_point (text[from]);
  return place;
}

static void
note_checkpoints (AmSource *source)
{
  /* Editors do not show a byte order mark, nor count it. */
  AmPlace place = { 1, am_encoding_mark (source->text, source->length) > 0 ? 0 : 1 };

  source->checkpoints = g_array_new (FALSE, FALSE, sizeof (AmPlace));
  for (gsize at = 0; at <= source->length; at += CHECKPOINT_BYTES)
    {
      g_array_append_val (source->checkpoints, place);
      place = advance (source->text, at, MIN (at + CHECKPOINT_BYTES, source->length), place);
    }
}

AmPlace
am_source_place (AmSource *source, gsize offset)
{
  offset = MIN (offset, source->length);
  if (source->checkpoints == NULL)
    note_checkpoints (source);

  gsize block = offset / CHECKPOINT_BYTES;
  AmPlace place = g_array_index (source->checkpoints, AmPlace, block);
  place = advance (source->text, block * CHECKPOINT_BYTES, offset, place);
  place.column = MAX (place.column, 1);
  return place;
}

AmSpan
am_source_line_at (const AmSource *source, gsize offset, gsize reach)
{
  offset = MIN (offset, source->length);

  gsize mark = am_encoding_mark (source->text, source->length);
  gsize floor = offset > reach ? offset - reach : MIN (mark, offset);
  gsize start = offset;
  while (start > floor && source->text[start - 1] != '\n')
    start--;
  while (start < offset && start == floor && floor > 0 && !begins_code_point (source->text[start]))
    start++, floor++;

  gsize ceiling = MIN (source->length, offset + reach);
  const char *end = memchr (source->text + offset, '\n', ceiling - offset);
  gsize stop = end != NULL ? (gsize) (end - source->text) : ceiling;
  while (end == NULL && stop < source->length && stop > offset
         && !begins_code_point (source->text[stop]))
    stop--;
  if (stop > start && source->text[stop - 1] == '\r')
    stop--;
  return (AmSpan){ (guint32) start, (guint32) (stop - start) };
}
