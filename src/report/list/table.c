/* A table for people: one row a line, what is written longest in the last column, and no more
   columns than a terminal has. Only the last may run from right to left; before it, on a line that
   begins with an id, that moves nothing. */

#include "report/list/rows.h"

#include "base/guard.h"
#include "base/text.h"

#define GAP 2 /* between columns */
#define LEAST_LAST                                                                                 \
  30 /* columns of the terminal for what is last, as long as others can be spared for it */
#define LEAST_OF_ALL 20
#define ELLIPSIS "\xE2\x80\xA6"
#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"

/* --- cells --- */

static char *
join_stances (const AmCell *cell)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i + 1 < cell->words->len; i += 2)
    {
      g_string_append (out, i > 0 ? ", " : "");
      if (!cell->bare)
        g_string_append_printf (out, "%s: ", (const char *) g_ptr_array_index (cell->words, i));
      g_string_append (out, g_ptr_array_index (cell->words, i + 1));
    }
  return g_strdup (out->str);
}

static char *
join_words (const AmCell *cell)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < cell->words->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (cell->words, i));
  return g_strdup (out->str);
}

/* As it is seen, on one line. Caller owns it. */
static char *
cell_text (AmCellKind kind, const AmCell *cell)
{
  if (kind == AM_CELL_NUMBER)
    return g_strdup_printf ("%u", cell->number);
  if (kind == AM_CELL_ANSWER)
    return g_strdup (cell->number != 0 ? "yes" : "no");
  g_autofree char *text = kind == AM_CELL_WORDS   ? join_words (cell)
                        : kind == AM_CELL_STANCES ? join_stances (cell)
                                                  : g_strdup (cell->text != NULL ? cell->text : "");
  g_autofree char *clean = am_text_clean (text);
  return am_text_fold_space (clean);
}

/* --- columns --- */

/* A column as it is laid out. */
typedef struct
{
  gboolean shown;
  guint width;
} Layout;

static const char *
text_of (const AmList *list, guint row, guint column)
{
  return g_ptr_array_index (list->cells, row * list->n_columns + column);
}

/* Whether a table of these rows has the column, however wide it may be. */
static gboolean
is_wanted (const AmList *list, guint column)
{
  const AmListQuery *query = &list->query;
  const AmListColumn *c = &list->columns[column];

  if (c->title == NULL || (g_str_equal (c->name, "map") && !query->several)
      || (g_str_equal (c->name, "role") && query->filter.claims != query->filter.rebuttals))
    return FALSE;
  for (guint row = 0; row < list->count; row++)
    if (text_of (list, row, column)[0] != '\0')
      return TRUE;
  return FALSE;
}

/* Where nothing is cut, a column is no wider than this, and what is wider stands out: one long cell
 * would fill every row with spaces. */
#define MOST_PADDED 200

static guint
natural_width (const AmList *list, guint column)
{
  const AmListColumn *c = &list->columns[column];
  guint width = list->query.no_header ? 0 : am_text_width (c->title, -1);

  for (guint row = 0; row < list->count; row++)
    width = MAX (width, am_text_width (text_of (list, row, column), -1));
  return width;
}

/* What stands before the last column, gaps included. */
static guint
width_before_last (const AmList *list, const Layout *layout)
{
  guint width = 0;

  for (guint i = 0; i + 1 < list->n_columns; i++)
    width += layout[i].shown ? layout[i].width + GAP : 0;
  return width;
}

/* FALSE when none is left that can be spared. */
static gboolean
leave_one_out (const AmList *list, Layout *layout)
{
  guint which = list->n_columns;

  for (guint i = 0; i < list->n_columns; i++)
    if (layout[i].shown && list->columns[i].spare > 0
        && (which == list->n_columns || list->columns[i].spare >= list->columns[which].spare))
      which = i;
  if (which == list->n_columns)
    return FALSE;
  layout[which].shown = FALSE;
  return TRUE;
}

/* Takes a column from the widest before the last; FALSE when none can be narrower. */
static gboolean
narrow_widest (const AmList *list, Layout *layout)
{
  guint widest = 0;

  for (guint i = 1; i + 1 < list->n_columns; i++)
    if (layout[i].shown && (!layout[widest].shown || layout[i].width > layout[widest].width))
      widest = i;
  if (!layout[widest].shown || layout[widest].width <= 1)
    return FALSE;
  layout[widest].width--;
  return TRUE;
}

static void
lay_out (const AmList *list, Layout *layout)
{
  guint last = list->n_columns - 1, before = 0, available = list->query.width;

  for (guint i = 0; i < list->n_columns; i++)
    {
      gboolean shown = i == last || is_wanted (list, i);
      layout[i] = (Layout){ shown, shown ? natural_width (list, i) : 0 };
    }
  if (available == 0)
    for (guint i = 0; i < last; i++)
      layout[i].width = MIN (layout[i].width, MOST_PADDED);
  if (available == 0 || width_before_last (list, layout) + layout[last].width <= available)
    return;
  for (guint i = 0; i < last; i++)
    if (list->columns[i].most > 0)
      layout[i].width = MIN (layout[i].width, list->columns[i].most);
  do
    before = width_before_last (list, layout);
  while (before + MIN (LEAST_LAST, layout[last].width) > available && leave_one_out (list, layout));
  while (before + MIN (LEAST_OF_ALL, layout[last].width) > available
         && narrow_widest (list, layout))
    before = width_before_last (list, layout);
  layout[last].width = MIN (layout[last].width, MAX (available, before + 1) - before);
}

/* --- rows --- */

/* @text in @width columns at the most. What is at the end of a path says more than what is at its
 * beginning. */
static void
append_shortened (GString *out, const char *text, guint width, gboolean path)
{
  guint used = am_text_width (text, -1);
  const char *p = text;

  if (used <= width)
    {
      g_string_append (out, text);
      return;
    }
  if (path)
    {
      for (; used > width - 1; p = g_utf8_next_char (p))
        used -= am_text_char_width (g_utf8_get_char (p));
      g_string_append_printf (out, ELLIPSIS "%s", p);
      return;
    }
  for (used = 0; used + am_text_char_width (g_utf8_get_char (p)) <= width - 1;
       p = g_utf8_next_char (p))
    used += am_text_char_width (g_utf8_get_char (p));
  while (p > text && p[-1] == ' ')
    p--;
  g_string_append_len (out, text, p - text);
  g_string_append_printf (out, ELLIPSIS "%s", am_text_is_rtl (text) ? RIGHT_TO_LEFT_MARK : "");
}

static void
append_padded (GString *out, const char *text, const AmListColumn *column, guint width,
               gboolean whole)
{
  g_autoptr (GString) cell = g_string_new (whole ? text : NULL);

  if (!whole)
    append_shortened (cell, text, width, g_str_equal (column->name, "map"));
  guint used = am_text_width (cell->str, -1), gap = width - MIN (used, width);
  if (column->kind == AM_CELL_NUMBER)
    g_string_append_printf (out, "%*s%s%*s", (int) gap, "", cell->str, GAP, "");
  else
    g_string_append_printf (out, "%s%*s", cell->str, (int) gap + GAP, "");
}

/* Of the heads, where @row is AM_NONE. */
static void
append_row (const AmList *list, const Layout *layout, guint32 row, GString *out)
{
  guint last = list->n_columns - 1;

  for (guint i = 0; i < list->n_columns; i++)
    {
      const char *text = row == AM_NONE ? list->columns[i].title : text_of (list, row, i);
      if (!layout[i].shown)
        continue;
      if (i < last)
        append_padded (out, text, &list->columns[i], layout[i].width, list->query.width == 0);
      else
        append_shortened (out, text, layout[i].width, FALSE);
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

void
am_list_table_row (AmList *list, const AmCell *cells)
{
  for (guint i = 0; i < list->n_columns; i++)
    {
      gboolean path = g_str_equal (list->columns[i].name, "map") && cells[i].text != NULL;
      g_autofree char *name = path ? am_guard_name (cells[i].text) : NULL;
      AmCell named = { .text = name };
      g_ptr_array_add (list->cells, cell_text (list->columns[i].kind, path ? &named : &cells[i]));
    }
}

void
am_list_table_write (const AmList *list, GString *out)
{
  Layout layout[AM_MOST_CELLS];

  if (list->count == 0)
    return;
  lay_out (list, layout);
  if (!list->query.no_header)
    append_row (list, layout, AM_NONE, out);
  for (guint row = 0; row < list->count; row++)
    append_row (list, layout, row, out);
  am_guard_lines (out);
}
