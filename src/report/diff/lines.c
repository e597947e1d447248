#include "report/diff/lines.h"

#include "base/edits.h"
#include "base/text.h"

#include <string.h>

/* What of one edit is being written. */
typedef struct
{
  GString *out;
  guint shown; /* lines, of all edits */
  guint most;
  guint64 left_out;
} Writer;

/* --- one line --- */

/* The first byte at @at or before that begins a character. */
static gsize
boundary (const char *text, gsize at)
{
  for (guint i = 0; i < 4 && at > 0 && ((guchar) text[at] & 0xC0) == 0x80; i++)
    at--;
  return at;
}

/* Where to begin with a long line, so that the place is seen at which it stops being what the other
   one is. */
static gsize
where_to_begin (const char *line, gsize length, const char *other, gsize other_length)
{
  gsize same = 0;

  if (length <= AM_LINES_MOST_BYTES || other == NULL)
    return 0;
  while (same < length && same < other_length && line[same] == other[same])
    same++;
  same = MIN (same, length - AM_LINES_MOST_BYTES / 2);
  return same > AM_LINES_MOST_BYTES / 2 ? boundary (line, same - AM_LINES_MOST_BYTES / 4) : 0;
}

static void
write_line (GString *out, char sign, const char *line, gsize length, gsize from)
{
  gsize end = MIN (length, from + AM_LINES_MOST_BYTES);

  end = end < length ? boundary (line, end) : length;
  g_string_append_printf (out, "%c%s", sign, from > 0 ? "…" : "");
  am_text_append_clean (out, line + from, (gssize) (end - from));
  if (from > 0 || end < length)
    {
      g_autofree char *bytes = am_text_number (length);
      g_string_append_printf (out, "%s (a line of %s bytes)", end < length ? "…" : "", bytes);
    }
  g_string_append_c (out, '\n');
}

/* --- lines --- */

/* Steps through lines. */
typedef struct
{
  const char *p, *end;
} Cursor;

static Cursor
cursor_at (const AmLines *lines)
{
  return (Cursor){ lines->text, lines->text != NULL ? lines->text + lines->length : NULL };
}

/* The next line, NULL after the last. */
static const char *
next_line (Cursor *cursor, gsize *length)
{
  const char *line = cursor->p;

  *length = 0;
  if (line == NULL)
    return NULL;
  const char *stop = memchr (line, '\n', (gsize) (cursor->end - line));
  cursor->p = stop != NULL ? stop + 1 : NULL;
  *length = (gsize) ((stop != NULL ? stop : cursor->end) - line);
  if (stop != NULL && *length > 0 && line[*length - 1] == '\r')
    (*length)--;
  return line;
}

static void
write_lines (Writer *writer, char sign, const AmLines *lines, const AmLines *others)
{
  Cursor cursor = cursor_at (lines), other = cursor_at (others);
  gsize length, other_length;

  for (guint i = 0; i < lines->count; i++)
    {
      const char *line = next_line (&cursor, &length), *beside = next_line (&other, &other_length);
      if (writer->shown == writer->most)
        {
          writer->left_out += lines->count - i;
          return;
        }
      writer->shown++;
      write_line (writer->out, sign, line, length,
                  where_to_begin (line, length, beside, other_length));
    }
}

static void
write_edit (Writer *writer, const AmLineEdit *edit)
{
  if (writer->shown < writer->most)
    g_string_append_printf (writer->out, "@@ -%u,%u +%u,%u @@\n",
                            edit->removed.first + (edit->removed.count > 0), edit->removed.count,
                            edit->added.first + (edit->added.count > 0), edit->added.count);
  write_lines (writer, '-', &edit->removed, &edit->added);
  write_lines (writer, '+', &edit->added, &edit->removed);
}

static void
write_edits (const GArray *edits, gboolean cut, gboolean all, GString *out)
{
  Writer writer = { .out = out, .most = all ? G_MAXUINT : AM_LINES_MOST };

  if (cut)
    g_string_append (
        out, "So many lines differ that those in between that do not were not looked for.\n");
  for (guint i = 0; i < edits->len; i++)
    write_edit (&writer, &g_array_index (edits, AmLineEdit, i));
  if (writer.left_out == 0)
    return;
  g_autofree char *rest = am_text_count (writer.left_out, "more line differs", "more lines differ");
  g_string_append_printf (out, "And %s; --all shows them all.\n", rest);
}

/* --- all --- */

static gboolean
is_binary (const AmSource *source)
{
  return memchr (source->text, '\0', source->length) != NULL;
}

static void
write_sizes (const AmSource *before, const AmSource *after, GString *out)
{
  g_autofree char *old_size = am_text_count (before->length, "byte", NULL),
                  *new_size = am_text_count (after->length, "byte", NULL);
  g_string_append_printf (out, "Binary content: %s before, %s now.\n", old_size, new_size);
}

void
am_lines_write (const AmSource *before, const AmSource *after, gboolean all, GString *out)
{
  gboolean cut = FALSE;

  if (before->length == after->length && memcmp (before->text, after->text, before->length) == 0)
    {
      g_string_append (out, "The content is the same.\n");
      return;
    }
  if (is_binary (before) || is_binary (after))
    {
      write_sizes (before, after, out);
      return;
    }
  g_autoptr (GArray) edits =
      am_edits_of_lines (before->text, before->length, after->text, after->length, &cut);
  if (edits->len == 0)
    g_string_append (out, "Only the ends of lines differ.\n");
  write_edits (edits, cut, all, out);
}
