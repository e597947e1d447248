/* An array of objects, each on a line of its own. What a map does not say is null. */

#include "report/list/rows.h"

#include "base/json.h"

static void
append_words (GString *out, const AmCell *cell)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < cell->words->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      am_json_append_text (out, g_ptr_array_index (cell->words, i));
    }
  g_string_append_c (out, ']');
}

static void
append_stances (GString *out, const AmCell *cell)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i + 1 < cell->words->len; i += 2)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      am_json_append_text (out, g_ptr_array_index (cell->words, i));
      g_string_append_c (out, ':');
      am_json_append_text (out, g_ptr_array_index (cell->words, i + 1));
    }
  g_string_append_c (out, '}');
}

static void
append_cell (GString *out, AmCellKind kind, const AmCell *cell)
{
  switch (kind)
    {
    case AM_CELL_WORDS:
    case AM_CELL_LINKS:
      append_words (out, cell);
      return;
    case AM_CELL_STANCES:
      append_stances (out, cell);
      return;
    case AM_CELL_NUMBER:
      g_string_append_printf (out, "%u", cell->number);
      return;
    case AM_CELL_ANSWER:
      g_string_append (out, cell->number != 0 ? "true" : "false");
      return;
    case AM_CELL_TEXT:
    default:
      am_json_append_text (out, cell->text);
    }
}

void
am_list_json_row (AmList *list, const AmCell *cells)
{
  g_string_append (list->text, list->count > 0 ? ",\n" : "\n");
  for (guint i = 0; i < list->n_columns; i++)
    {
      g_string_append_printf (list->text, "%s\"%s\":", i > 0 ? "," : "{", list->columns[i].name);
      append_cell (list->text, list->columns[i].kind, &cells[i]);
    }
  g_string_append_c (list->text, '}');
}

void
am_list_json_write (const AmList *list, GString *out)
{
  g_string_append_c (out, '[');
  g_string_append_len (out, list->text->str, (gssize) list->text->len);
  g_string_append (out, list->count > 0 ? "\n]\n" : "]\n");
}
