/* Title, question, reading aid and key, as the label of the whole graph: no layout of it can go
 * wrong. */

#include "draw/graph/legend.h"
#include "base/forms.h"
#include "base/text.h"
#include "draw/graph/escape.h"
#include "draw/graph/style.h"
#include "draw/view/text-extent.h"

#define TABLE "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"

/* Line @i of @lines, of which at most @most are shown; the last one then ends in an ellipsis.
 * Caller owns it. */
static char *
take_line (const GPtrArray *lines, guint i, guint most)
{
  return g_strconcat (g_ptr_array_index (lines, i), i + 1 == most && lines->len > most ? "…" : NULL,
                      NULL);
}

static void
append_rows (GString *out, const char *text, guint columns, guint most, int points,
             const char *colour, gboolean bold)
{
  g_autoptr (GPtrArray) lines = am_text_wrap (text, columns);

  for (guint i = 0; i < MIN (lines->len, most); i++)
    {
      g_autofree char *line = take_line (lines, i, most);
      g_string_append_printf (out,
                              "<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"2\" WIDTH=\"%u\"><FONT "
                              "POINT-SIZE=\"%d\" COLOR=\"%s\">%s",
                              am_text_extent_room (line, bold, points) + 2 * 2, points, colour,
                              bold ? "<B>" : "");
      am_escape_label (out, line);
      g_string_append_printf (out, "%s</FONT></TD></TR>", bold ? "</B>" : "");
    }
}

/* --- the key: one grid, line styles at the left, stakeholders beside them --- */

/* A stroke as it is drawn on an edge: the top border of an empty cell. */
static void
append_stroke (GString *out, const char *colour, const char *style)
{
  g_string_append_printf (out,
                          "<TD WIDTH=\"40\">" TABLE
                          "<TR><TD WIDTH=\"40\" HEIGHT=\"7\"></TD></TR><TR><TD BORDER=\"2\" "
                          "SIDES=\"T\"%s COLOR=\"%s\" HEIGHT=\"7\"></TD></TR></TABLE></TD>",
                          style, colour);
}

typedef enum
{
  HEAD_NONE,
  HEAD_ARROW,
  HEAD_BAR,
  HEAD_CROSS,
  HEAD_DOT,
  HEAD_MORE,
  HEAD_SEE,
  SMALL_DISPUTED, /* no line, but a small card */
  SMALL_ANSWERED,
  SMALL_ADDED, /* and the others in the order of the marks */
  SMALL_REMOVED,
  SMALL_CHANGED,
} Head;

typedef struct
{
  Head head;
  const char *colour, *style, *meaning;
} LineEntry;

#define MOST_LINES 12
#define KEY_POINTS 10

static const char *const mark_meanings[] = { "", "added: a card, or a line with this sign",
                                             "removed: a card, or a line with this sign",
                                             "changed: a card, or a line with this sign" };

static guint
list_lines (const AmStyle *style, const AmView *view, const AmFeatures *features,
            LineEntry *entries)
{
  const AmColours *colours = style->colours;
  guint count = 0;

  if (features->support)
    entries[count++] =
        (LineEntry){ HEAD_ARROW, colours->strokes[AM_RELATION_SUPPORT], "", "supports" };
  if (features->rebut)
    entries[count++] = (LineEntry){ HEAD_BAR, colours->strokes[AM_RELATION_REBUT],
                                    " STYLE=\"DASHED\"", "rebuts: denies the claim" };
  if (features->undercut)
    entries[count++] = (LineEntry){ HEAD_CROSS, colours->strokes[AM_RELATION_UNDERCUT],
                                    " STYLE=\"DOTTED\"", "undercuts: denies that it follows" };
  if (features->linked)
    entries[count++] =
        (LineEntry){ HEAD_DOT, colours->ink, "", "premises that hold only together" };
  if (features->implicit)
    entries[count++] = (LineEntry){ HEAD_NONE, colours->border, " STYLE=\"DASHED\"",
                                    "dashed card: added by the map's authors" };
  if (features->undecided)
    entries[count++] =
        (LineEntry){ SMALL_DISPUTED, colours->ink, "", "disputed: nothing in the map decides" };
  if (features->out)
    entries[count++] =
        (LineEntry){ SMALL_ANSWERED, colours->grey, "", "answered: a reply is unanswered" };
  for (guint mark = AM_MARK_ADDED; mark < AM_N_MARKS; mark++)
    if (features->marks[mark])
      entries[count++] = (LineEntry){ (Head) (SMALL_ADDED + mark - AM_MARK_ADDED), colours->ink, "",
                                      mark_meanings[mark] };
  if (features->more)
    entries[count++] =
        (LineEntry){ HEAD_MORE, colours->faint, "",
                     view->pictured != NULL ? "so many more, in the picture with the card's id"
                                            : "so many more, not drawn" };
  if (features->see)
    entries[count++] = (LineEntry){ HEAD_SEE, colours->faint, "", "goes on at that statement" };
  return count;
}

static void
append_head (GString *out, const LineEntry *entry)
{
  switch (entry->head)
    {
    case HEAD_ARROW:
      g_string_append_printf (out, "<FONT POINT-SIZE=\"12\" COLOR=\"%s\">◄</FONT>", entry->colour);
      break;
    case HEAD_BAR:
      g_string_append_printf (
          out,
          TABLE
          "<TR><TD BGCOLOR=\"%s\" WIDTH=\"4\" HEIGHT=\"12\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE>",
          entry->colour);
      break;
    case HEAD_CROSS:
      g_string_append_printf (out, "<FONT POINT-SIZE=\"12\" COLOR=\"%s\"><B>×</B></FONT>",
                              entry->colour);
      break;
    case HEAD_DOT:
      g_string_append_printf (out, "<FONT POINT-SIZE=\"14\" COLOR=\"%s\">•</FONT>", entry->colour);
      break;
    case HEAD_MORE:
      g_string_append (out, "<FONT POINT-SIZE=\"10\">+1</FONT>");
      break;
    case HEAD_SEE:
      g_string_append (out, "<FONT POINT-SIZE=\"9\">see</FONT>");
      break;
    case HEAD_NONE:
    case SMALL_DISPUTED:
    case SMALL_ANSWERED:
    case SMALL_ADDED:
    case SMALL_REMOVED:
    case SMALL_CHANGED:
    default:
      g_string_append_c (out, ' ');
    }
}

/* A card as it looks then, in small. */
static void
append_small_card (GString *out, const LineEntry *entry, const AmColours *colours)
{
  if (entry->head == SMALL_DISPUTED)
    g_string_append_printf (out,
                            "<TD WIDTH=\"40\"><TABLE BORDER=\"1\" CELLBORDER=\"0\" "
                            "CELLSPACING=\"2\" CELLPADDING=\"0\" COLOR=\"%s\" "
                            "BGCOLOR=\"%s\"><TR><TD BORDER=\"1\" COLOR=\"%s\" WIDTH=\"26\" "
                            "HEIGHT=\"6\"></TD></TR></TABLE></TD>",
                            entry->colour, colours->card, colours->border);
  else if (entry->head >= SMALL_ADDED)
    {
      AmMark mark = (AmMark) (entry->head - SMALL_ADDED + AM_MARK_ADDED);
      g_string_append_printf (
          out,
          "<TD WIDTH=\"40\"><TABLE BORDER=\"%d\"%s CELLBORDER=\"0\" CELLSPACING=\"0\" "
          "CELLPADDING=\"1\" COLOR=\"%s\" "
          "BGCOLOR=\"%s\"><TR><TD WIDTH=\"26\"><FONT POINT-SIZE=\"9\" "
          "COLOR=\"%s\"><B>%s</B></FONT></TD></TR></TABLE></TD>",
          mark == AM_MARK_ADDED ? 3 : 2, mark == AM_MARK_REMOVED ? " STYLE=\"DOTTED\"" : "",
          mark == AM_MARK_REMOVED ? colours->border : colours->ink, colours->marks[mark].fill,
          colours->marks[mark].ink, am_style_sign (mark));
    }
  else
    g_string_append_printf (out,
                            "<TD WIDTH=\"40\"><TABLE BORDER=\"1\" CELLBORDER=\"0\" "
                            "CELLSPACING=\"0\" CELLPADDING=\"1\" COLOR=\"%s\" "
                            "BGCOLOR=\"%s\"><TR><TD WIDTH=\"30\"><FONT POINT-SIZE=\"8\" "
                            "COLOR=\"%s\">answered</FONT></TD></TR></TABLE></TD>",
                            colours->border, colours->paper, entry->colour);
}

static void
append_line (GString *out, const LineEntry *entry, const AmColours *colours)
{
  if (entry == NULL)
    {
      g_string_append (out, "<TD COLSPAN=\"3\"></TD>");
      return;
    }
  g_string_append (out, "<TD ALIGN=\"RIGHT\" WIDTH=\"14\">");
  append_head (out, entry);
  g_string_append (out, "</TD>");
  if (entry->head >= SMALL_DISPUTED)
    append_small_card (out, entry, colours);
  else
    append_stroke (out, entry->colour, entry->style);
  g_string_append_printf (
      out,
      "<TD ALIGN=\"LEFT\" CELLPADDING=\"3\" WIDTH=\"%u\"><FONT POINT-SIZE=\"10\">%s</FONT></TD>",
      am_text_extent_room (entry->meaning, FALSE, KEY_POINTS) + 2 * 3, entry->meaning);
}

/* What the stakeholder says of the one resolution, or NULL. */
static const char *
stance_word (const AmMap *map, const AmStakeholder *who)
{
  for (guint32 i = 0; i < who->positions.count && map->resolutions.count == 1; i++)
    {
      const AmPosition *position = am_map_position (map, who->positions.start + i);
      if (position->claim.index != AM_NONE
          && position->claim.index == am_map_ref (map, map->resolutions.start)->index
          && position->stance != AM_STANCE_UNSAID)
        return am_stance_words[position->stance];
    }
  return NULL;
}

#define NAME_LINES 2

/* In an SVG, the stance is one text with the end of the name (svg.c), so that it follows it in any
 * font. */
static void
append_name (GString *out, const AmStyle *style, const GPtrArray *lines, const char *stance)
{
  g_autoptr (GString) label = g_string_new (NULL);
  guint shown = MIN (lines->len, NAME_LINES), room = 0;

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *line = take_line (lines, i, NAME_LINES);
      gboolean last = i + 1 == shown;
      g_autofree char *whole = g_strconcat (line, last && stance != NULL ? AM_STANCE_MARK : NULL,
                                            last ? stance : NULL, NULL);
      room = MAX (room, am_text_extent_room (whole, FALSE, KEY_POINTS));
      am_escape_label (label, line);
      if (last && stance != NULL)
        g_string_append_printf (label, "<FONT COLOR=\"%s\">" AM_STANCE_MARK "%s</FONT>",
                                style->colours->grey, stance);
      g_string_append (label, shown > 1 ? "<BR ALIGN=\"LEFT\"/>" : "");
    }
  g_string_append_printf (
      out,
      "<TD ALIGN=\"LEFT\" CELLPADDING=\"3\" WIDTH=\"%u\"><FONT POINT-SIZE=\"10\">%s</FONT></TD>",
      room + 2 * 3, label->str);
}

static void
append_stakeholder (GString *out, const AmStyle *style, const AmMap *map, const AmBadge *badge,
                    const AmStakeholder *who)
{
  g_autoptr (GPtrArray) lines =
      am_text_wrap (am_text_is_unseen (who->name) ? who->id : who->name, AM_NAME_COLUMNS);

  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup ("?"));
  g_string_append_printf (
      out,
      "<TD WIDTH=\"18\"></TD><TD WIDTH=\"%u\" BGCOLOR=\"%s\" CELLPADDING=\"2\"><FONT "
      "POINT-SIZE=\"9\" COLOR=\"%s\"><B>",
      MAX (am_text_extent_room (badge->initials, TRUE, AM_SMALL_POINTS), 36), badge->colour.fill,
      badge->colour.ink);
  am_escape_label (out, badge->initials);
  g_string_append (out, "</B></FONT></TD>");
  append_name (out, style, lines, stance_word (map, who));
}

#define MOST_COLUMNS 3

/* Where title or picture are wider than the key, Graphviz widens all columns alike: these take it
 * up at the right. */
#define SLACK "<TD COLSPAN=\"60\"></TD>"

static void
append_key (GString *out, const AmStyle *style, const AmView *view, const AmPalette *palette,
            const AmFeatures *features)
{
  const AmMap *map = view->scene->map;
  LineEntry lines[MOST_LINES];
  guint n_lines = list_lines (style, view, features, lines);
  g_autofree guint32 *used = g_new (guint32, (gsize) palette->count + 1);
  guint n_used = 0;

  for (guint32 i = 0; i < palette->count; i++)
    if (palette->badges[i].used)
      used[n_used++] = i;
  guint rows = MAX (n_lines, (n_used + MOST_COLUMNS - 1) / MOST_COLUMNS);
  if (rows == 0)
    return;
  g_string_append (out, "<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"4\"><TABLE BORDER=\"0\" "
                        "CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"0\">");
  for (guint row = 0; row < rows; row++)
    {
      g_string_append (out, "<TR>");
      append_line (out, row < n_lines ? &lines[row] : NULL, style->colours);
      for (guint i = row; i < n_used; i += rows)
        append_stakeholder (out, style, map, &palette->badges[used[i]],
                            am_map_stakeholder (map, used[i]));
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

/* "40 statements by 9 stakeholders", or "6 of 40 statements by …". Caller owns it. */
static char *
count_statements (const AmView *view, guint stakeholders)
{
  g_autofree char *all = am_text_count (view->scene->map->claims->len, "statement", NULL);
  g_autofree char *number = am_text_number (view->n_shown);
  g_autofree char *part = g_strconcat (number, " of ", NULL);
  g_autofree char *who = am_text_count (stakeholders, "stakeholder", NULL);

  return g_strconcat (view->n_shown < view->scene->map->claims->len ? part : "", all,
                      stakeholders > 0 ? " by " : "", stakeholders > 0 ? who : "", NULL);
}

const char *
am_legend_title (const AmMap *map)
{
  return am_text_is_unseen (map->title) ? "(no title)" : map->title;
}

const char *
am_legend_language (const AmMap *map)
{
  return map->language != NULL && am_value_is_language (map->language) ? map->language : NULL;
}

char *
am_legend_description (const AmView *view)
{
  g_autofree char *statements = count_statements (view, 0);
  const char *question = view->scene->map->question;

  return g_strdup_printf ("An argument map of %s.%s%s", statements,
                          question != NULL ? " The question: " : "",
                          question != NULL ? question : "");
}

/* "; 2 statements added, 1 removed, 3 changed", of what is shown; "" in a picture of one map.
 * Caller owns it. */
static char *
count_changes (const AmView *view)
{
  guint counts[AM_N_MARKS] = { 0 };
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < view->scene->map->claims->len; i++)
    counts[am_scene_claim_mark (view->scene, i)] += view->shown[i];
  for (guint mark = AM_MARK_ADDED; mark < AM_N_MARKS; mark++)
    if (counts[mark] > 0)
      {
        g_autofree char *number = am_text_number (counts[mark]),
                        *first = am_text_count (counts[mark], "statement", NULL);
        g_string_append_printf (out, "%s %s %s", out->len > 0 ? "," : ";",
                                out->len > 0 ? number : first, am_mark_word ((AmMark) mark));
      }
  return g_string_free (out, FALSE);
}

/* As report/evaluation says it in prose. */
#define CAVEAT "What follows from this map alone; not what is true."

static const char *const sides[] = {
  [AM_DRAW_RL] = "left", [AM_DRAW_TB] = "bottom", [AM_DRAW_LR] = "right", [AM_DRAW_BT] = "top"
};

void
am_legend_append (GString *out, const AmStyle *style, const AmView *view, const AmPalette *palette,
                  const AmFeatures *features)
{
  const AmMap *map = view->scene->map;
  g_autofree char *statements = count_statements (view, count_used (palette));
  g_autofree char *changes = count_changes (view);
  g_autofree char *aid = g_strdup_printf (
      "%s%s. Read from the %s: each card answers the card that its arrow points to.", statements,
      changes, sides[style->options->direction]);

  g_string_append (out, TABLE);
  append_rows (out, am_legend_title (map), AM_TITLE_COLUMNS, 3, 18, style->colours->ink, TRUE);
  if (map->question != NULL && !am_text_is_unseen (map->question))
    append_rows (out, map->question, AM_QUESTION_COLUMNS, 4, 12, style->colours->ink, FALSE);
  append_rows (out, aid, AM_AID_COLUMNS, 2, 10, style->colours->grey, FALSE);
  if (view->scene->evaluation != NULL)
    append_rows (out, CAVEAT, AM_AID_COLUMNS, 2, 10, style->colours->grey, FALSE);
  if (!style->options->no_key)
    append_key (out, style, view, palette, features);
  g_string_append (out, "<TR><TD HEIGHT=\"12\"></TD></TR></TABLE>");
}
