/* A list of maps, each with its rows. What a map does not say is null. */

#include "report/list/rows.h"

#define VERSION 2

static void
write_cell (AmJson *json, const AmListColumn *column, const AmCell *cell)
{
  switch (column->kind)
    {
    case AM_CELL_WORDS:
    case AM_CELL_LINKS:
      am_json_array (json, column->name);
      for (guint i = 0; i < cell->words->len; i++)
        am_json_text (json, NULL, g_ptr_array_index (cell->words, i));
      am_json_end (json);
      return;
    case AM_CELL_STANCES:
      am_json_object (json, column->name);
      for (guint i = 0; i + 1 < cell->words->len; i += 2)
        am_json_text (json, g_ptr_array_index (cell->words, i),
                      g_ptr_array_index (cell->words, i + 1));
      am_json_end (json);
      return;
    case AM_CELL_NUMBER:
      am_json_count (json, column->name, cell->number);
      return;
    case AM_CELL_ANSWER:
      am_json_flag (json, column->name, cell->number != 0);
      return;
    case AM_CELL_TEXT:
    default:
      am_json_text (json, column->name, cell->text);
    }
}

void
am_list_json_begin (AmList *list)
{
  am_json_envelope (&list->json, VERSION, list->text);
}

void
am_list_json_map (AmList *list, const char *path)
{
  am_json_object (&list->json, NULL);
  am_json_text (&list->json, "map", path);
  am_json_array (&list->json, "rows");
}

/* The first column is the map. */
void
am_list_json_row (AmList *list, const AmCell *cells)
{
  am_json_object (&list->json, NULL);
  for (guint i = 1; i < list->n_columns; i++)
    write_cell (&list->json, &list->columns[i], &cells[i]);
  am_json_end (&list->json);
}

void
am_list_json_end_map (AmList *list)
{
  am_json_end (&list->json);
  am_json_end (&list->json);
}

void
am_list_json_write (AmList *list, GString *out)
{
  am_json_finish (&list->json);
  g_string_append_len (out, list->text->str, (gssize) list->text->len);
}
