#include "report/findings/formats.h"

#include "base/encoding.h"
#include "base/guard.h"
#include "base/text.h"

#include <string.h>

#define BOLD "\033[1m"
#define RED "\033[1;31m"
#define YELLOW "\033[1;33m"
#define CYAN "\033[36m"
#define PLAIN "\033[0m"

/* A line of a minified map has thousands of columns: so much of it is shown around the place. */
#define WIDEST_LINE 140
#define REACH_BEFORE 60

#define LEAST_GUTTER 4
#define FRAME 3 /* columns of " | " */
#define LEAST_LINE 8 /* columns of a line that is shown, however narrow the terminal is */

typedef struct
{
  const AmReport *report;
  gboolean colour;
  guint columns; /* 0: as many as are of use */
  GString *out;
  int gutter; /* for the number of a line */
} Printer;

static void
paint (Printer *p, const char *colour, const char *text)
{
  if (p->colour)
    g_string_append (p->out, colour);
  am_text_append_clean (p->out, text, -1);
  if (p->colour)
    g_string_append (p->out, PLAIN);
}

static const char *
level_colour (AmLevel level)
{
  return level == AM_LEVEL_ERROR ? RED : level == AM_LEVEL_WARNING ? YELLOW : CYAN;
}

static char *
place_text (const Printer *p, AmSpan where)
{
  g_autofree char *name = am_guard_name (p->report->source->name);

  if (am_span_is_none (where))
    return g_steal_pointer (&name);
  AmPlace place = am_source_place (p->report->source, where.start);
  return g_strdup_printf ("%s:%u:%u", name, place.line, place.column);
}

/* --- the excerpt --- */

/* Cleaned text of a stretch of the source. */
static char *
clean_stretch (const AmSource *source, gsize start, gsize end)
{
  GString *out = g_string_new (NULL);
  am_text_append_clean (out, source->text + start, (gssize) (end - start));
  return g_string_free (out, FALSE);
}

/* The last @columns of @text. */
static const char *
tail (const char *text, guint columns)
{
  guint width = am_text_width (text, -1);

  while (width > columns)
    {
      width -= am_text_char_width (g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
  return text;
}

/* How many bytes of @text fill at most @columns. */
static gsize
head (const char *text, guint columns)
{
  guint width = 0;
  const char *p = text;

  while (*p != '\0' && width + am_text_char_width (g_utf8_get_char (p)) <= columns)
    {
      width += am_text_char_width (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return (gsize) (p - text);
}

typedef struct
{
  char *before, *marked, *after;
  gboolean cut_before, cut_after;
} Excerpt;

static Excerpt
make_excerpt (const AmSource *source, AmSpan where)
{
  AmSpan line = am_source_line_at (source, where.start, 1024);
  gsize end = (gsize) line.start + line.length;
  gsize stop = MIN ((gsize) where.start + where.length, end);
  gsize start = MIN (where.start, end);

  stop = MAX (stop, start);
  return (Excerpt){
    .before = clean_stretch (source, line.start, start),
    .marked = clean_stretch (source, start, stop),
    .after = clean_stretch (source, stop, end),
    .cut_before = line.start > am_encoding_mark (source->text, source->length)
               && source->text[line.start - 1] != '\n',
    .cut_after = end < source->length && source->text[end] != '\n' && source->text[end] != '\r',
  };
}

/* How many columns a line may take, with the two of its marks where it is cut. */
static guint
room_for_line (const Printer *p)
{
  guint frame = (guint) p->gutter + FRAME;

  if (p->columns == 0 || p->columns >= frame + WIDEST_LINE + 2)
    return WIDEST_LINE + 2;
  return MAX (p->columns, frame + LEAST_LINE) - frame;
}

static void
append_excerpt (Printer *p, AmLevel level, AmSpan where)
{
  Excerpt e = make_excerpt (p->report->source, where);
  g_autofree char *owned_before = e.before;
  g_autofree char *marked = e.marked;
  g_autofree char *after = e.after;
  const char *before = e.before;
  guint most = room_for_line (p), whole = MIN (most, WIDEST_LINE), widest = most - 2;

  if (e.cut_before || e.cut_after
      || am_text_width (before, -1) + am_text_width (marked, -1) + am_text_width (after, -1)
             > whole)
    {
      before = tail (before, widest * REACH_BEFORE / WIDEST_LINE);
      guint room = widest - am_text_width (before, -1);
      marked[head (marked, room)] = '\0';
      gsize rest = head (after, room - am_text_width (marked, -1));
      e.cut_before = e.cut_before || before != owned_before;
      e.cut_after = e.cut_after || after[rest] != '\0';
      after[rest] = '\0';
    }
  guint indent = am_text_width (before, -1) + (e.cut_before ? 1 : 0);
  guint width = MAX (am_text_width (marked, -1), 1);
  g_string_append_printf (p->out, "%*u | %s%s%s%s%s\n", p->gutter,
                          am_source_place (p->report->source, where.start).line,
                          e.cut_before ? "…" : "", before, marked, after, e.cut_after ? "…" : "");
  g_string_append_printf (p->out, "%*s | %*s", p->gutter, "", (int) indent, "");
  g_autofree char *carets = g_strnfill (width, '^');
  paint (p, level_colour (level), carets);
  g_string_append_c (p->out, '\n');
}

/* --- findings --- */

static void
append_note (Printer *p, const char *label, const AmNote *note)
{
  g_string_append_printf (p->out, "%*s = ", p->gutter, "");
  paint (p, CYAN, label);
  g_string_append (p->out, ": ");
  am_text_append_clean (p->out, note->text, -1);
  if (!am_span_is_none (note->where))
    {
      g_autofree char *place = place_text (p, note->where);
      g_string_append (p->out, " (");
      am_text_append_clean (p->out, place, -1);
      g_string_append_c (p->out, ')');
    }
  g_string_append_c (p->out, '\n');
}

/* The numbers of lines may be longer than they mostly are. */
static int
gutter_for (const AmReport *report, AmSpan where)
{
  g_autofree char *number =
      am_span_is_none (where)
          ? NULL
          : g_strdup_printf ("%u", am_source_place (report->source, where.start).line);
  return number != NULL ? MAX ((int) strlen (number), LEAST_GUTTER) : LEAST_GUTTER;
}

static void
append_parts (Printer *p, const AmFinding *finding)
{
  g_autofree char *place = place_text (p, finding->where);
  const char *slug = am_rule_info (finding->rule)->slug;

  p->gutter = gutter_for (p->report, finding->where);
  paint (p, BOLD, place);
  g_string_append (p->out, ": ");
  paint (p, level_colour (finding->level), am_level_name (finding->level));
  g_string_append (p->out, ": ");
  paint (p, BOLD, finding->message);
  g_string_append_printf (p->out, " [%s]\n", slug);
  if (!am_span_is_none (finding->where))
    append_excerpt (p, finding->level, finding->where);
  for (guint i = 0; finding->notes != NULL && i < finding->notes->len; i++)
    append_note (p, "note", &g_array_index (finding->notes, AmNote, i));
  if (finding->help.text != NULL)
    append_note (p, "help", &finding->help);
}

static void
append_finding (const Printer *p, const AmFinding *finding)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Printer parts = { p->report, p->colour, p->columns, text, p->gutter };

  append_parts (&parts, finding);
  am_guard_lines (text);
  g_string_append_len (p->out, text->str, (gssize) text->len);
}

void
am_findings_text (const AmReport *report, AmLevel lowest, gboolean colour, guint columns,
                  GString *out)
{
  Printer printer = { report, colour, columns, out, LEAST_GUTTER };

  for (guint i = 0; i < report->findings->len; i++)
    if (am_report_finding (report, i)->level >= lowest)
      append_finding (&printer, am_report_finding (report, i));
}

guint
am_findings_text_start (const AmReport *report, gsize most, GString *out)
{
  Printer printer = { report, FALSE, 0, out, LEAST_GUTTER };
  guint shown = 0;

  while (shown < report->findings->len && out->len < most)
    append_finding (&printer, am_report_finding (report, shown++));
  return report->findings->len - shown;
}

void
am_findings_text_file (AmFindingsWriter *writer, const AmReport *report, GString *out)
{
  Printer printer = { report, writer->options->colour, writer->options->columns, out,
                      LEAST_GUTTER };

  for (guint i = 0; i < report->findings->len; i++)
    {
      printer.out = am_findings_place_for (writer, am_report_finding (report, i), out);
      if (printer.out != NULL)
        append_finding (&printer, am_report_finding (report, i));
    }
}

/* --- the closing line --- */

static void
append_count (GString *line, guint64 count, AmLevel level)
{
  if (count == 0)
    return;
  g_autofree char *text = am_text_count (count, am_level_name (level), NULL);
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append (line, text);
}

/* What is not shown is told in brackets. */
static void
append_asides (GString *line, const AmFindingsTally *tally, const AmFindingsOptions *options)
{
  g_autoptr (GPtrArray) asides = g_ptr_array_new_with_free_func (g_free);
  gboolean one = tally->files == 1;

  if (tally->left_out > 0)
    g_ptr_array_add (asides,
                     am_text_count (tally->left_out, "of them not shown", "of them not shown"));
  if (tally->counts[AM_LEVEL_INFO] > 0 && options->lowest > AM_LEVEL_INFO)
    g_ptr_array_add (asides, options->quiet
                                 ? am_text_count (tally->counts[AM_LEVEL_INFO], "info", NULL)
                                 : am_text_count (tally->counts[AM_LEVEL_INFO],
                                                  "info: --level info shows it",
                                                  "infos: --level info shows them"));
  if (tally->suppressed > 0)
    g_ptr_array_add (
        asides,
        am_text_count (tally->suppressed,
                       one ? "more is accepted by the map" : "more is accepted by a map",
                       one ? "more are accepted by the map" : "more are accepted by the maps"));
  for (guint i = 0; i < asides->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? " (" : "; ",
                            (char *) g_ptr_array_index (asides, i));
  if (asides->len > 0)
    g_string_append_c (line, ')');
}

void
am_findings_text_end (AmFindingsWriter *writer, GString *out)
{
  const AmFindingsTally *tally = &writer->tally;
  AmLevel lowest = writer->options->lowest;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *files = am_text_count (tally->files, "file", NULL);
  gboolean colour = writer->options->colour, bad = tally->counts[AM_LEVEL_ERROR] > 0;

  am_findings_append_kept (writer, out);
  if (tally->files == 0 && tally->troubles > 0)
    return;
  append_count (line, tally->counts[AM_LEVEL_ERROR], AM_LEVEL_ERROR);
  append_count (line, tally->counts[AM_LEVEL_WARNING], AM_LEVEL_WARNING);
  if (lowest == AM_LEVEL_INFO)
    append_count (line, tally->counts[AM_LEVEL_INFO], AM_LEVEL_INFO);
  if (line->len == 0)
    g_string_append_printf (line, "%s checked: no problems found", files);
  else if (tally->files == 1)
    g_string_append (line, " in 1 file");
  else
    g_string_append_printf (
        line, " in %u of %s",
        tally->files_with_findings[lowest == AM_LEVEL_INFO ? AM_LEVEL_INFO : AM_LEVEL_WARNING],
        files);
  append_asides (line, tally, writer->options);
  if (colour)
    g_string_append (out, bad ? RED : BOLD);
  g_string_append_printf (out, "%s%s\n", line->str, colour ? PLAIN : "");
}
