/* Values separated by tabs or by commas (RFC 4180), one row a line whatever is in it. A
   backslash begins what would be misread, as in JSON: \t, \n, \r, \\, and \u and four digits
   for what no terminal may get, for a separator within an entry of a list, and for what would
   begin a formula where another program divides the line elsewhere. An apostrophe begins a cell
   that a spreadsheet would take for something else than text. So nothing is lost. */

#include "report/list/rows.h"

#include "base/character.h"
#include "base/guard.h"
#include "report/list/spreadsheet.h"

typedef struct
{
  const char *separator, *end; /* of cells, of rows */
  const char *between; /* entries of a list; its first character is escaped in them */
  gboolean quoted;
} Dialect;

static const Dialect *
dialect_of (const AmList *list)
{
  static const Dialect tabs = { "\t", "\n", ",", FALSE }, commas = { ",", "\r\n", "; ", TRUE };

  return list->query.format == AM_LIST_CSV ? &commas : &tabs;
}

/* --- the text of a cell --- */

static void
append_character (GString *out, gunichar c, gboolean escaped)
{
  static const char named[] = "\tt\nn\rr\\\\";

  for (const char *pair = named; *pair != '\0'; pair += 2)
    if (c == (guchar) pair[0])
      {
        g_string_append_c (out, '\\');
        g_string_append_c (out, pair[1]);
        return;
      }
  if (escaped)
    am_character_append_escape (out, c);
  else
    g_string_append_unichar (out, c);
}

/* @divider: what is not to be in @text as it is, or '\0'. */
static void
append_text (GString *out, const char *text, char divider)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize plain = 0; /* most of most texts */
      while (p[plain] >= ' ' && p[plain] < 0x7F && p[plain] != divider && p[plain] != '\\'
             && p[plain] != '[')
        plain++;
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        return;
      gboolean escaped = *p == divider || am_guard_opens_command (text, p)
                      || !am_character_may_stand (text, p, NULL);
      append_character (out, g_utf8_get_char (p), escaped);
      p = g_utf8_next_char (p);
    }
}

static void
append_words (GString *out, const AmCell *cell, const Dialect *dialect)
{
  for (guint i = 0; i < cell->words->len; i++)
    {
      g_string_append (out, i > 0 ? dialect->between : "");
      append_text (out, g_ptr_array_index (cell->words, i), dialect->between[0]);
    }
}

static void
append_stances (GString *out, const AmCell *cell, const Dialect *dialect)
{
  for (guint i = 0; i + 1 < cell->words->len; i += 2)
    {
      g_string_append (out, i > 0 ? dialect->between : "");
      if (!cell->bare)
        {
          append_text (out, g_ptr_array_index (cell->words, i), dialect->between[0]);
          g_string_append_c (out, ':');
        }
      g_string_append (out, g_ptr_array_index (cell->words, i + 1));
    }
}

/* --- a cell --- */

/* Appends @text as it is, but for quotation marks, and for what would begin a formula if a cell
   ended before it. */
static void
append_inside (GString *out, const char *text, gboolean quoted)
{
  gboolean begins = FALSE; /* a cell, for who reads it in another way */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (begins && am_spreadsheet_begins_formula (c))
        append_character (out, c, TRUE);
      else
        g_string_append_unichar (out, c);
      if (c == '"' && quoted)
        g_string_append_c (out, '"');
      begins = am_spreadsheet_ends_cell (c)
            || (begins && (c == '"' || c == '\'' || g_unichar_isspace (c)));
    }
}

static void
append_marked (GString *out, const char *text, gboolean marked, const Dialect *dialect)
{
  if (text[0] == '\0')
    return;
  g_string_append (out, dialect->quoted ? "\"" : "");
  g_string_append (out, marked ? "'" : "");
  if (text[0] == '"' && !marked && !dialect->quoted) /* it would begin a quoted cell */
    append_character (out, *text++, TRUE);
  append_inside (out, text, dialect->quoted);
  g_string_append (out, dialect->quoted ? "\"" : "");
}

static void
append_cell (GString *out, const AmListColumn *column, const AmCell *cell, const Dialect *dialect)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *valid = NULL;

  switch (column->kind)
    {
    case AM_CELL_NUMBER:
      g_string_append_printf (out, "%u", cell->number);
      return;
    case AM_CELL_ANSWER:
      g_string_append (out, cell->number != 0 ? "yes" : "no");
      return;
    case AM_CELL_WORDS:
    case AM_CELL_LINKS:
      append_words (text, cell, dialect);
      break;
    case AM_CELL_STANCES:
      append_stances (text, cell, dialect);
      break;
    case AM_CELL_TEXT:
    default:
      /* the name of a file may be anything */
      valid = g_utf8_make_valid (cell->text != NULL ? cell->text : "", -1);
      append_text (text, valid, '\0');
    }
  append_marked (out, text->str, !cell->literal && am_spreadsheet_misreads (text->str), dialect);
}

void
am_list_separated_row (AmList *list, const AmCell *cells)
{
  const Dialect *dialect = dialect_of (list);

  for (guint i = 0; i < list->n_columns; i++)
    {
      g_string_append (list->text, i > 0 ? dialect->separator : "");
      append_cell (list->text, &list->columns[i], &cells[i], dialect);
    }
  g_string_append (list->text, dialect->end);
}

void
am_list_separated_write (const AmList *list, GString *out)
{
  const Dialect *dialect = dialect_of (list);

  for (guint i = 0; i < list->n_columns && !list->query.no_header; i++)
    g_string_append_printf (out, "%s%s", list->columns[i].name,
                            i + 1 < list->n_columns ? dialect->separator : dialect->end);
  g_string_append_len (out, list->text->str, (gssize) list->text->len);
}
