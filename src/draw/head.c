/* Title, question, reading aid and key, as the label of the whole graph: no layout of it can go wrong. */

#include "base/text.h"
#include "draw/escape.h"
#include "draw/label.h"
#include "draw/style.h"

#define TABLE "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"

static void
append_row (GString *out, const char *text, guint columns, int points, const char *colour, gboolean bold)
{
  g_autoptr (GPtrArray) lines = am_text_wrap (text, columns);

  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append_printf (out, "<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"2\"><FONT POINT-SIZE=\"%d\" COLOR=\"%s\">%s", points,
                              colour, bold ? "<B>" : "");
      am_escape_label (out, g_ptr_array_index (lines, i));
      g_string_append_printf (out, "%s</FONT></TD></TR>", bold ? "</B>" : "");
    }
}

/* --- the key: one grid, line styles at the left, stakeholders beside them --- */

/* A stroke as it is drawn on an edge: the top border of an empty cell. */
static void
append_stroke (GString *out, const char *colour, const char *style)
{
  g_string_append_printf (out,
                          "<TD WIDTH=\"40\">" TABLE "<TR><TD WIDTH=\"40\" HEIGHT=\"7\"></TD></TR><TR><TD BORDER=\"2\" "
                          "SIDES=\"T\"%s COLOR=\"%s\" HEIGHT=\"7\"></TD></TR></TABLE></TD>",
                          style, colour);
}

typedef struct
{
  const char *head, *colour, *style, *meaning;
} LineEntry;

static const LineEntry support_entry
    = { "<FONT POINT-SIZE=\"12\" COLOR=\"" AM_SUPPORT "\">◄</FONT>", AM_SUPPORT, "", "supports" };
static const LineEntry rebut_entry
    = { TABLE "<TR><TD BGCOLOR=\"" AM_REBUT "\" WIDTH=\"4\" HEIGHT=\"12\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE>", AM_REBUT,
        " STYLE=\"DASHED\"", "rebuts: denies the claim" };
static const LineEntry undercut_entry = { "<FONT POINT-SIZE=\"12\" COLOR=\"" AM_UNDERCUT "\"><B>×</B></FONT>", AM_UNDERCUT,
                                          " STYLE=\"DOTTED\"", "undercuts: denies that it follows" };
static const LineEntry linked_entry = { "<FONT POINT-SIZE=\"14\">•</FONT>", AM_INK, "", "premises that hold only together" };
static const LineEntry implicit_entry = { " ", AM_BORDER, " STYLE=\"DASHED\"", "dashed card: not in the sources" };

#define MOST_LINES 5

static guint
list_lines (const AmFeatures *features, const LineEntry **entries)
{
  guint count = 0;

  if (features->support)
    entries[count++] = &support_entry;
  if (features->rebut)
    entries[count++] = &rebut_entry;
  if (features->undercut)
    entries[count++] = &undercut_entry;
  if (features->linked)
    entries[count++] = &linked_entry;
  if (features->implicit)
    entries[count++] = &implicit_entry;
  return count;
}

static void
append_line (GString *out, const LineEntry *entry)
{
  if (entry == NULL)
    {
      g_string_append (out, "<TD COLSPAN=\"3\"></TD>");
      return;
    }
  g_string_append_printf (out, "<TD ALIGN=\"RIGHT\" WIDTH=\"14\">%s</TD>", entry->head);
  append_stroke (out, entry->colour, entry->style);
  g_string_append_printf (out, "<TD ALIGN=\"LEFT\" CELLPADDING=\"3\"><FONT POINT-SIZE=\"10\">%s</FONT></TD>",
                          entry->meaning);
}

static void
append_stakeholder (GString *out, const AmBadge *badge, const char *name)
{
  g_autoptr (GPtrArray) lines = am_text_wrap (name, AM_NAME_COLUMNS);

  g_string_append_printf (out,
                          "<TD WIDTH=\"18\"></TD><TD WIDTH=\"36\" BGCOLOR=\"%s\" CELLPADDING=\"2\"><FONT "
                          "POINT-SIZE=\"9\" COLOR=\"%s\"><B>",
                          badge->colour.fill, badge->colour.ink);
  am_escape_label (out, badge->letters);
  g_string_append (out, "</B></FONT></TD><TD ALIGN=\"LEFT\" CELLPADDING=\"3\"><FONT POINT-SIZE=\"10\">");
  for (guint i = 0; i < MIN (lines->len, 2); i++)
    {
      am_escape_label (out, g_ptr_array_index (lines, i));
      g_string_append (out, i == 1 && lines->len > 2 ? "…" : "");
      g_string_append (out, lines->len > 1 ? "<BR ALIGN=\"LEFT\"/>" : "");
    }
  g_string_append (out, lines->len == 0 ? " </FONT></TD>" : "</FONT></TD>");
}

#define MOST_COLUMNS 3

/* Where title or picture are wider than the key, Graphviz widens all columns alike: these take it up at the right. */
#define SLACK "<TD COLSPAN=\"60\"></TD>"

static void
append_key (GString *out, const AmMap *map, const AmPalette *palette, const AmFeatures *features)
{
  const LineEntry *lines[MOST_LINES];
  guint n_lines = list_lines (features, lines);
  g_autofree guint32 *used = g_new (guint32, (gsize) palette->count + 1);
  guint n_used = 0;

  for (guint32 i = 0; i < palette->count; i++)
    if (palette->badges[i].used)
      used[n_used++] = i;
  guint rows = MAX (n_lines, (n_used + MOST_COLUMNS - 1) / MOST_COLUMNS);
  if (rows == 0)
    return;
  g_string_append (out, "<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"4\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"0\">");
  for (guint row = 0; row < rows; row++)
    {
      g_string_append (out, "<TR>");
      append_line (out, row < n_lines ? lines[row] : NULL);
      for (guint i = row; i < n_used; i += rows)
        append_stakeholder (out, &palette->badges[used[i]], am_map_stakeholder (map, used[i])->name);
      g_string_append (out, row == 0 ? SLACK "</TR>" : "</TR>");
    }
  g_string_append (out, "</TABLE></TD></TR>");
}

static guint
count_used (const AmPalette *palette)
{
  guint used = 0;

  for (guint32 i = 0; i < palette->count; i++)
    used += palette->badges[i].used;
  return used;
}

void
am_label_head (GString *out, const AmMap *map, const AmPalette *palette, const AmFeatures *features)
{
  guint used = count_used (palette);
  g_autofree char *statements = am_text_count (map->claims->len, "statement", NULL);
  g_autofree char *stakeholders = am_text_count (used, "stakeholder", NULL);
  g_autofree char *aid = g_strdup_printf ("%s%s%s. Read from the left: each card answers the card that its arrow points to.",
                                          statements, used > 0 ? " by " : "", used > 0 ? stakeholders : "");

  g_string_append (out, TABLE);
  append_row (out, map->title, AM_TITLE_COLUMNS, 18, AM_INK, TRUE);
  if (map->question != NULL)
    append_row (out, map->question, AM_QUESTION_COLUMNS, 12, AM_INK, FALSE);
  append_row (out, aid, AM_AID_COLUMNS, 10, AM_GREY, FALSE);
  append_key (out, map, palette, features);
  g_string_append (out, "<TR><TD HEIGHT=\"12\"></TD></TR></TABLE>");
}
