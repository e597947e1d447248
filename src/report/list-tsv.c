/* Tab-separated values, one row a line whatever is in it. A backslash begins what would be misread, as in JSON: \t, \n, \r, \\, and
   \u and four digits for what no terminal may get, and for a comma within an entry of a list. So nothing is lost. */

#include "report/list-private.h"

#include "base/character.h"

static void
append_character (GString *out, gunichar c, gboolean entry)
{
  static const char named[] = "\tt\nn\rr\\\\";

  for (const char *pair = named; *pair != '\0'; pair += 2)
    if (c == (guchar) pair[0])
      {
        g_string_append_c (out, '\\');
        g_string_append_c (out, pair[1]);
        return;
      }
  if (am_character_is_unsafe (c) || (entry && c == ','))
    am_character_append_escape (out, c);
  else
    g_string_append_unichar (out, c);
}

static void
append_text (GString *out, const char *text, gboolean entry)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize plain = 0; /* most of most texts */
      while (p[plain] >= ' ' && p[plain] < 0x7F && p[plain] != '\\' && p[plain] != ',')
        plain++;
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        return;
      append_character (out, g_utf8_get_char (p), entry);
      p = g_utf8_next_char (p);
    }
}

static void
append_words (GString *out, const AmCell *cell)
{
  for (guint i = 0; i < cell->words->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_text (out, g_ptr_array_index (cell->words, i), TRUE);
    }
}

static void
append_stances (GString *out, const AmCell *cell)
{
  for (guint i = 0; i + 1 < cell->words->len; i += 2)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (!cell->bare)
        g_string_append_printf (out, "%s:", (const char *) g_ptr_array_index (cell->words, i));
      g_string_append (out, g_ptr_array_index (cell->words, i + 1));
    }
}

static void
append_cell (GString *out, AmCellKind kind, const AmCell *cell)
{
  g_autofree char *valid = NULL;

  switch (kind)
    {
    case AM_CELL_WORDS:
      append_words (out, cell);
      return;
    case AM_CELL_STANCES:
      append_stances (out, cell);
      return;
    case AM_CELL_NUMBER:
      g_string_append_printf (out, "%u", cell->number);
      return;
    case AM_CELL_ANSWER:
      g_string_append (out, cell->number != 0 ? "yes" : "no");
      return;
    case AM_CELL_TEXT:
    default:
      valid = g_utf8_make_valid (cell->text != NULL ? cell->text : "", -1); /* the name of a file may be anything */
      append_text (out, valid, FALSE);
    }
}

void
am_list_tsv_row (AmList *list, const AmCell *cells)
{
  for (guint i = 0; i < list->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (list->text, '\t');
      append_cell (list->text, list->columns[i].kind, &cells[i]);
    }
  g_string_append_c (list->text, '\n');
}

void
am_list_tsv_write (const AmList *list, GString *out)
{
  for (guint i = 0; i < list->n_columns && !list->query.no_header; i++)
    g_string_append_printf (out, "%s%c", list->columns[i].name, i + 1 < list->n_columns ? '\t' : '\n');
  g_string_append_len (out, list->text->str, (gssize) list->text->len);
}
