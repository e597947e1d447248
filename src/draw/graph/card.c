#include "draw/graph/card.h"
#include "base/forms.h"
#include "base/text.h"
#include "draw/graph/escape.h"
#include "draw/graph/style.h"
#include "draw/view/text-extent.h"

/* At most so many rows in a split badge; the last then says how many more there are. */
#define MOST_BADGES 3

static void
append_badge_cell (GString *out, const AmStyle *style, const AmColour *colour, const char *initials,
                   gboolean first)
{
  g_string_append_printf (out, "<TR><TD WIDTH=\"%u\" BGCOLOR=\"%s\"",
                          MAX (am_text_extent_room (initials, TRUE, AM_SMALL_POINTS), 34),
                          colour->fill);
  if (!first)
    g_string_append_printf (out, " BORDER=\"1\" SIDES=\"T\" COLOR=\"%s\"", style->colours->card);
  g_string_append_printf (out, "><FONT POINT-SIZE=\"9\" COLOR=\"%s\"><B>", colour->ink);
  am_escape_label (out, initials);
  g_string_append (out, "</B></FONT></TD></TR>");
}

static void
append_badge (GString *out, const AmStyle *style, const AmMap *map, const AmPalette *palette,
              AmRange by)
{
  const AmColour *nobody = &style->colours->nobody;
  guint32 shown = by.count > MOST_BADGES ? MOST_BADGES - 1 : by.count;

  g_string_append (out, "<TD ROWSPAN=\"2\" WIDTH=\"34\" PORT=\"l\"><TABLE BORDER=\"0\" "
                        "CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">");
  for (guint32 i = 0; i < shown; i++)
    {
      guint32 stakeholder = am_map_ref (map, by.start + i)->index;
      if (stakeholder == AM_NONE)
        append_badge_cell (out, style, nobody, "?", i == 0);
      else
        append_badge_cell (out, style, &palette->badges[stakeholder].colour,
                           palette->badges[stakeholder].initials, i == 0);
    }
  if (shown < by.count)
    {
      g_autofree char *more = g_strdup_printf ("+%u", by.count - shown);
      append_badge_cell (out, style, nobody, more, FALSE);
    }
  if (by.count == 0)
    append_badge_cell (out, style, nobody, " ", TRUE);
  g_string_append (out, "</TABLE></TD>");
}

/* An id of 64 characters would set the width of its card. */
static char *
shorten (const char *text, guint columns)
{
  if (am_text_width (text, -1) <= columns)
    return g_strdup (text);
  g_autoptr (GPtrArray) lines = am_text_wrap (text, columns - 1);
  return g_strconcat (lines->len > 0 ? g_ptr_array_index (lines, 0) : "", "…", NULL);
}

static const char *
role_words (const AmClaim *claim, gboolean thesis)
{
  static const char *const rebuttals[] = { "rebuttal", "rebuttal · fact", "rebuttal · value",
                                           "rebuttal · policy", "rebuttal · definition" };
  static const char *const claims[] = { "claim", "fact", "value", "policy", "definition" };

  if (thesis)
    return "resolution";
  return claim->role == AM_ROLE_REBUTTAL ? rebuttals[claim->kind] : claims[claim->kind];
}

static guint
count_sources (const AmMap *map, AmRange evidence)
{
  g_autoptr (GArray) sources = am_map_sources_of (map, evidence);
  return sources->len;
}

const AmSourceRecord *
am_card_link (const AmMap *map, guint32 claim)
{
  AmRange evidence = am_map_claim (map, claim)->evidence;

  for (guint32 i = 0; i < evidence.count; i++)
    {
      guint32 index = am_map_evidence (map, evidence.start + i)->source.index;
      const AmSourceRecord *source = index != AM_NONE ? am_map_source (map, index) : NULL;
      if (source != NULL && source->url != NULL && am_value_is_url (source->url))
        return source;
    }
  return NULL;
}

/* Arrows end at the left then: at header and text, and not at the badge. */
static gboolean
is_mirrored (const AmStyle *style)
{
  return style->options->direction == AM_DRAW_LR;
}

gboolean
am_card_shows (const AmScene *scene, guint32 claim, gboolean thesis, AmLabel label)
{
  return scene->evaluation != NULL && !thesis
      && am_labelling_of (scene->evaluation->labelling, claim) == label;
}

const char *
am_card_status (const AmScene *scene, guint32 claim, gboolean thesis)
{
  const AmEvaluation *evaluation = scene->evaluation;

  if (evaluation == NULL)
    return NULL;
  AmVerdict verdict = am_verdict (evaluation->labelling, claim);
  return thesis ? am_verdict_sentence (&verdict)
                : am_label_word (am_labelling_of (evaluation->labelling, claim));
}

char *
am_card_join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strconcat (first, " · ", second, NULL);
}

/* An address has nothing that Graphviz or Cairo would read otherwise but an apostrophe, which ends
 * it for Cairo. */
static void
append_link (GString *out, const AmStyle *style, const AmMap *map, guint32 index)
{
  const AmSourceRecord *source = style->links != AM_LINKS_NONE ? am_card_link (map, index) : NULL;

  if (source == NULL)
    return;
  if (style->links == AM_LINKS_NAMED)
    {
      g_string_append_printf (out, " HREF=\"" AM_LINK_NAME "\"", index);
      return;
    }
  g_auto (GStrv) parts = g_strsplit (source->url, "'", -1);
  g_autofree char *address = g_strjoinv ("%27", parts);
  g_string_append (out, " HREF=\"");
  am_escape_label (out, address);
  g_string_append_c (out, '"');
}

static void
append_header (GString *out, const AmStyle *style, const AmScene *scene, guint32 index,
               gboolean thesis)
{
  const AmClaim *claim = am_map_claim (scene->map, index);
  gboolean issue = claim->issue != AM_ISSUE_UNSAID;
  g_autofree char *id = shorten (claim->id, issue ? AM_SHORT_ID_COLUMNS : AM_ID_COLUMNS);
  g_autofree char *sources =
      am_text_count (count_sources (scene->map, claim->evidence), "source", NULL);
  g_autofree char *mark =
      am_card_join (am_card_shows (scene, index, thesis, AM_LABEL_OUT)         ? "answered"
                    : am_card_shows (scene, index, thesis, AM_LABEL_UNDECIDED) ? "disputed"
                                                                               : NULL,
                    claim->evidence.count > 0 ? sources
                    : claim->open             ? "open"
                                              : NULL);

  g_autofree char *words = g_strconcat (id, " · ", role_words (claim, thesis), issue ? " · " : "",
                                        am_issue_words[claim->issue], NULL);

  gboolean first = mark == NULL || is_mirrored (style); /* at the side where arrows end */
  g_string_append_printf (
      out,
      "<TD ALIGN=\"LEFT\" CELLPADDING=\"4\" WIDTH=\"%u\"%s%s><FONT POINT-SIZE=\"9\" COLOR=\"%s\">",
      am_text_extent_room (words, FALSE, AM_SMALL_POINTS) + 2 * 4,
      mark == NULL ? " COLSPAN=\"2\"" : "", first ? " PORT=\"s\"" : "", style->colours->grey);
  am_escape_label (out, words);
  g_string_append (out, "</FONT></TD>");
  if (mark == NULL)
    return;
  g_string_append_printf (out, "<TD ALIGN=\"RIGHT\" CELLPADDING=\"4\" WIDTH=\"%u\"%s",
                          am_text_extent_room (mark, FALSE, AM_SMALL_POINTS) + 2 * 4,
                          first ? "" : " PORT=\"s\"");
  append_link (out, style, scene->map, index);
  g_string_append_printf (out, "><FONT POINT-SIZE=\"9\" COLOR=\"%s\">%s</FONT></TD>",
                          style->colours->grey, mark);
}

static const char *
find_line (const GPtrArray *lines, guint i)
{
  return i < AM_MOST_LINES - 1 ? g_ptr_array_index (lines, i) : "…";
}

static void
append_lines (GString *out, const GPtrArray *lines, gboolean bold, gboolean struck,
              const char *side)
{
  for (guint i = 0; i < MIN (lines->len, AM_MOST_LINES); i++)
    {
      g_string_append_printf (out, "%s%s", bold ? "<B>" : "", struck ? "<S>" : "");
      am_escape_label (out, find_line (lines, i));
      g_string_append_printf (out, "%s%s<BR ALIGN=\"%s\"/>", struck ? "</S>" : "",
                              bold ? "</B>" : "", side);
    }
  if (lines->len == 0)
    g_string_append (out, " ");
}

/* Points of room for the longest line. */
static guint
measure_lines (const GPtrArray *lines, gboolean bold, int points)
{
  guint room = 0;

  for (guint i = 0; i < MIN (lines->len, AM_MOST_LINES); i++)
    room = MAX (room, am_text_extent_room (find_line (lines, i), bold, points));
  return room;
}

const char *
am_card_text (const AmClaim *claim)
{
  if (claim->label != NULL && !am_text_is_unseen (claim->label))
    return claim->label;
  return am_text_is_unseen (claim->text) ? "(no text)" : claim->text;
}

/* The text of a claim. In an SVG, lines that run from right to left are anchored at their right end
   (svg.c), which a transparent background tells. */
static void
append_text (GString *out, const AmStyle *style, const char *text, gboolean thesis, gboolean struck,
             const char *ink)
{
  g_autoptr (GPtrArray) lines =
      am_text_wrap_balanced (text, thesis ? style->thesis_columns : style->card_columns);
  gboolean rtl = am_text_is_rtl (text);
  const char *side = rtl ? "RIGHT" : "LEFT";
  int points = thesis ? AM_THESIS_POINTS : AM_TEXT_POINTS;
  guint room = measure_lines (lines, thesis, points) + 2 * AM_TEXT_PADDING;

  g_string_append_printf (
      out,
      "<TD COLSPAN=\"2\" PORT=\"a\" ALIGN=\"%s\" BALIGN=\"%s\" CELLPADDING=\"%d\" WIDTH=\"%u\"%s>"
      "<FONT POINT-SIZE=\"%d\" COLOR=\"%s\">",
      side, side, AM_TEXT_PADDING, MAX (room, thesis ? style->thesis_width : style->card_width),
      rtl ? " BGCOLOR=\"transparent\"" : "", points, ink);
  append_lines (out, lines, thesis, struck, side);
  g_string_append (out, "</FONT></TD>");
}

/* What the thesis comes to, and what is left of both sides. */
static void
append_outcome (GString *out, const AmStyle *style, const AmScene *scene, guint32 claim)
{
  AmVerdict verdict = am_verdict (scene->evaluation->labelling, claim);
  g_autofree char *tally = am_verdict_tally (&verdict), *said = NULL;

  said = g_strconcat (am_verdict_sentence (&verdict), tally != NULL ? " " : "", tally, NULL);
  g_autoptr (GPtrArray) lines = am_text_wrap_balanced (said, style->card_columns);
  guint room = measure_lines (lines, TRUE, AM_TEXT_POINTS) + 2 * AM_TEXT_PADDING;
  g_string_append_printf (out,
                          "<TR><TD COLSPAN=\"3\" ALIGN=\"LEFT\" BALIGN=\"LEFT\" CELLPADDING=\"%d\" "
                          "WIDTH=\"%u\" BORDER=\"1\" SIDES=\"T\" "
                          "COLOR=\"%s\"><FONT POINT-SIZE=\"%d\" COLOR=\"%s\">",
                          AM_TEXT_PADDING, room, style->colours->ink, AM_TEXT_POINTS,
                          style->colours->ink);
  append_lines (out, lines, TRUE, FALSE, "LEFT");
  g_string_append (out, "</FONT></TD></TR>");
}

/* --- what became of it --- */

/* More members than these are not named. */
#define MOST_MEMBERS 4

char *
am_card_change (const AmScene *scene, guint32 claim)
{
  AmMark mark = am_scene_claim_mark (scene, claim);
  const AmMerged *merged = scene->merged;
  g_autoptr (GString) out = g_string_new (am_mark_word (mark));

  if (mark == AM_MARK_NONE)
    return NULL;
  const AmChange *change = merged->changes[claim];
  for (guint32 i = 0; change != NULL && i < MIN (change->members.count, MOST_MEMBERS); i++)
    g_string_append_printf (out, "%s%s", i == 0 ? ": " : ", ",
                            am_difference_member (merged->difference, change, i)->member->name);
  if (change != NULL && change->members.count > MOST_MEMBERS)
    g_string_append (out, ", …");
  return g_strdup (out->str);
}

/* A band over the card, with a sign and a word. */
static void
append_band (GString *out, const AmStyle *style, const AmScene *scene, guint32 claim)
{
  AmMark mark = am_scene_claim_mark (scene, claim);
  const AmColour *colour = &style->colours->marks[mark];
  g_autofree char *change = am_card_change (scene, claim);

  if (change == NULL)
    return;
  g_autofree char *said = g_strdup_printf ("%s %s", am_style_sign (mark), change);
  g_string_append_printf (out,
                          "<TR><TD COLSPAN=\"3\" ALIGN=\"LEFT\" BALIGN=\"LEFT\" CELLPADDING=\"3\" "
                          "WIDTH=\"%u\" BGCOLOR=\"%s\"><FONT POINT-SIZE=\"%d\" "
                          "COLOR=\"%s\"><B>",
                          am_text_extent_room (said, TRUE, AM_BAND_POINTS) + 2 * 3, colour->fill,
                          AM_BAND_POINTS, colour->ink);
  am_escape_label (out, said);
  g_string_append (out, "</B><BR ALIGN=\"LEFT\"/></FONT></TD></TR>");
}

/* What was added has a thick border, what was removed a dotted one. */
static void
append_border (GString *out, const AmStyle *style, const AmScene *scene, guint32 index,
               gboolean implicit, AmCardRank rank)
{
  AmMark mark = am_scene_claim_mark (scene, index);
  int width = mark == AM_MARK_ADDED ? 3 : mark != AM_MARK_NONE ? 2 : 1;
  const char *dashes = mark == AM_MARK_REMOVED ? " STYLE=\"DOTTED\""
                     : implicit                ? " STYLE=\"DASHED\""
                                               : "";
  gboolean strong = rank != AM_CARD_PLAIN || mark == AM_MARK_ADDED || mark == AM_MARK_CHANGED;

  g_string_append_printf (
      out,
      "<TABLE BORDER=\"%d\"%s CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"%s\"",
      MAX (width, 1 + (int) rank), dashes, strong ? style->colours->ink : style->colours->border);
}

static void
append_card (GString *out, const AmStyle *style, const AmScene *scene, const AmPalette *palette,
             guint32 index, AmCardRank rank)
{
  const AmClaim *claim = am_map_claim (scene->map, index);
  gboolean thesis = rank == AM_CARD_THESIS,
           answered = am_card_shows (scene, index, thesis, AM_LABEL_OUT);

  gboolean removed = am_scene_claim_mark (scene, index) == AM_MARK_REMOVED,
           pale = answered || removed;

  append_border (out, style, scene, index, claim->implicit, rank);
  g_string_append_printf (out, " BGCOLOR=\"%s\">",
                          thesis ? style->colours->thesis
                          : pale ? style->colours->paper
                                 : style->colours->card);
  append_band (out, style, scene, index);
  g_string_append (out, "<TR>");
  if (!is_mirrored (style))
    append_badge (out, style, scene->map, palette, claim->by);
  append_header (out, style, scene, index, thesis);
  if (is_mirrored (style))
    append_badge (out, style, scene->map, palette, claim->by);
  g_string_append (out, "</TR><TR>");
  append_text (out, style, am_card_text (claim), thesis, removed,
               pale ? style->colours->grey : style->colours->ink);
  g_string_append (out, "</TR>");
  if (thesis && scene->evaluation != NULL)
    append_outcome (out, style, scene, index);
  g_string_append (out, "</TABLE>");
}

void
am_card_append (GString *out, const AmStyle *style, const AmScene *scene, const AmPalette *palette,
                guint32 claim, AmCardRank rank)
{
  gboolean disputed = am_card_shows (scene, claim, rank == AM_CARD_THESIS, AM_LABEL_UNDECIDED);

  if (disputed) /* a second border */
    g_string_append_printf (out,
                            "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"2\" "
                            "CELLPADDING=\"0\" COLOR=\"%s\" BGCOLOR=\"%s\">"
                            "<TR><TD>",
                            style->colours->ink, style->colours->card);
  append_card (out, style, scene, palette, claim, rank);
  if (disputed)
    g_string_append (out, "</TD></TR></TABLE>");
}

void
am_card_append_missing (GString *out, const AmStyle *style, const char *what)
{
  const char *grey = style->colours->grey;
  g_autofree char *name = shorten (what, style->card_columns);

  g_string_append_printf (
      out,
      "<TABLE BORDER=\"1\" STYLE=\"DOTTED\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"6\" "
      "COLOR=\"%s\"><TR>"
      "<TD PORT=\"s\"><FONT POINT-SIZE=\"9\" COLOR=\"%s\">missing</FONT></TD></TR><TR>"
      "<TD PORT=\"a\" WIDTH=\"%u\"><FONT POINT-SIZE=\"11\" COLOR=\"%s\"><I>",
      grey, grey, am_text_extent_room (name, FALSE, AM_TEXT_POINTS) + 2 * 6, grey);
  am_escape_label (out, name);
  g_string_append (out, "</I></FONT></TD></TR></TABLE>");
}
