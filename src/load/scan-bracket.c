/* Brackets that do not match: which was forgotten, or is one too many, and where the other is. */

#include "load/scanner.h"

gboolean
am_scan_file_ends (Scanner *scanner)
{
  if (scanner->depth == 0)
    return am_scan_fault (
        scanner, 0, 0,
        scanner->scan->beginning == NULL ? "\"argmap new\" writes a map to begin with" : NULL,
        "the file is empty");

  Frame *frame = &scanner->frames[scanner->depth - 1];
  gboolean object = frame->closer == '}';
  am_scan_fault (scanner, scanner->last_end, 0, NULL, "the file ends before \"%c\" closes %s",
                 frame->closer, object ? "an object" : "a list");
  am_finding_note (am_scan_last_finding (scanner), (AmSpan){ frame->start, 1 },
                   "the %s begins here", object ? "object" : "list");
  return FALSE;
}

static gboolean
any_open (const Scanner *scanner, char closer)
{
  for (guint i = 0; i < scanner->depth; i++)
    if (scanner->frames[i].closer == closer)
      return TRUE;
  return FALSE;
}

void
am_scan_ask_for_bracket (Scanner *scanner, const char *more)
{
  const Frame *frame = &scanner->frames[scanner->depth - 1];
  const char *what = frame->closer == '}' ? "object" : "list";

  am_finding_note (am_scan_last_finding (scanner), (AmSpan){ frame->start, 1 },
                   "the %s begins here", what);
  am_finding_help (am_scan_last_finding (scanner), AM_SPAN_NONE,
                   "is the \"%c\" missing that ends the %s?%s", frame->closer, what, more);
}

gboolean
am_scan_wrong_bracket (Scanner *scanner, char c)
{
  gboolean after_comma = scanner->last_end > 0 && scanner->text[scanner->last_end - 1] == ',';

  if (scanner->depth == 0)
    return am_scan_fault (scanner, scanner->at, 1, NULL, "this \"%c\" closes nothing", c);
  if (!any_open (scanner, c))
    return am_scan_fault (scanner, scanner->at, 1, "is it one too many?",
                          "this \"%c\" closes nothing: no %s is open", c,
                          c == '}' ? "object" : "list");
  am_scan_fault (scanner, scanner->at, 1, NULL, "\"%c\" cannot close what \"%c\" opened", c,
                 scanner->frames[scanner->depth - 1].closer == '}' ? '{' : '[');
  am_scan_ask_for_bracket (scanner, after_comma ? " No comma may stand before it" : "");
  return FALSE;
}

gboolean
am_scan_trailing_comma (Scanner *scanner, char c)
{
  gboolean object = scanner->frames[scanner->depth - 1].closer == '}';

  if (c != scanner->frames[scanner->depth - 1].closer)
    return am_scan_wrong_bracket (scanner, c);
  return am_scan_fault (scanner, scanner->last_end - 1, 1, "take the comma away",
                        "a comma must be followed by another %s, not by \"%c\"",
                        object ? "member" : "value", c);
}
