/* Tables in plain text. What a row is about stands last: it is the longest, wraps, and may run from
   right to left without moving what stands before it. Where the other columns do not fit beside it,
   the table goes on in another one below. */

#include "report/document/blocks.h"

#include "base/guard.h"
#include "base/text.h"

#define GAP 2 /* between columns */
#define LEAST_LAST 24 /* columns of the terminal for what a row is about */
#define MOST_WIDTH 18 /* of any other column; what is wider is wrapped */
#define MOST_SHARE 3 /* of a narrow terminal, another column takes one in so many */

/* The table as texts, and what of it is written side by side: columns @first up to @end, then
 * column 0. */
typedef struct
{
  GPtrArray *texts; /* row by row */
  guint columns, rows;
  guint *widths; /* per column */
  guint first, end;
} Table;

static const char *
text_at (const Table *t, guint row, guint column)
{
  return g_ptr_array_index (t->texts, row * t->columns + column);
}

static void
measure (Table *t, guint most)
{
  for (guint column = 1; column < t->columns; column++)
    {
      guint width = 1;
      for (guint row = 0; row < t->rows; row++)
        width = MAX (width, am_text_width (text_at (t, row, column), -1));
      t->widths[column] = MIN (width, most);
    }
}

/* Where the last column begins if @end others stand before it. */
static guint
width_before (const Table *t, guint end)
{
  guint width = 0;

  for (guint column = t->first; column < end; column++)
    width += t->widths[column] + GAP;
  return width;
}

/* A row that says nothing here says it in another part of the table. */
static gboolean
is_empty (const Table *t, guint row)
{
  for (guint column = t->first; column < t->end; column++)
    if (text_at (t, row, column)[0] != '\0')
      return FALSE;
  return t->first > 1 || t->end < t->columns;
}

static void
append_padding (GString *out, guint count)
{
  g_string_append_printf (out, "%*s", (int) count, "");
}

static void
trim (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static const char *
line_of (const GPtrArray *lines, guint i)
{
  return i < lines->len ? g_ptr_array_index (lines, i) : "";
}

static void
append_row (GString *out, const Table *t, guint row)
{
  guint count = t->end - t->first, height = 1;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i <= count; i++)
    {
      guint column = i < count ? t->first + i : 0;
      const char *text = text_at (t, row, column);
      GPtrArray *lines = am_text_wrap (text, am_guard_width (text, t->widths[column]));
      height = MAX (height, lines->len);
      g_ptr_array_add (cells, lines);
    }
  for (guint line = 0; line < height; line++)
    {
      if (line > 0)
        g_string_append_c (out, '\n');
      for (guint i = 0; i < count; i++)
        {
          const char *text = line_of (g_ptr_array_index (cells, i), line);
          g_string_append (out, text);
          append_padding (out, t->widths[t->first + i] + GAP - am_text_width (text, -1));
        }
      g_string_append (out, line_of (g_ptr_array_index (cells, count), line));
      trim (out);
    }
}

void
am_document_append_table (GString *out, GPtrArray *texts, guint columns, guint width)
{
  g_autofree guint *widths = g_new0 (guint, columns);
  Table t = { texts, columns, texts->len / columns, widths, 1, 1 };

  guint most = CLAMP (width / MOST_SHARE, 1, MOST_WIDTH);
  guint least_last = MIN (LEAST_LAST, MAX (width, most + GAP + 1) - most - GAP);

  measure (&t, most);
  do
    {
      if (t.first > 1)
        g_string_append (out, "\n\n");
      while (t.end < columns
             && (t.end == t.first || width_before (&t, t.end + 1) + least_last <= width))
        t.end++;
      guint before = width_before (&t, t.end);
      widths[0] = before + least_last <= width ? width - before : least_last;
      for (guint row = 0; row < t.rows; row++)
        {
          if (row > 0 && is_empty (&t, row))
            continue;
          if (row > 0)
            g_string_append_c (out, '\n');
          append_row (out, &t, row);
        }
      t.first = t.end;
    }
  while (t.end < columns);
}
