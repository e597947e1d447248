/* How the one syntax error of a file is reported. */

#include "load/foreign.h"
#include "load/scanner.h"

#include <stdarg.h>
#include <string.h>

const char *
am_scan_beginning (const Scanner *scanner)
{
  return scanner->scan->beginning != NULL ? scanner->scan->beginning : "a map begins with {";
}

gboolean
am_scan_is_foreign (Scanner *scanner)
{
  gsize start = strspn (scanner->text, AM_FOREIGN_BLANKS);
  gboolean object = start + 1 < scanner->length && scanner->text[start] == '{'
                 && strchr ("\\", scanner->text[start + 1]) == NULL;
  const ForeignFormat *format = object ? NULL : am_foreign_text (scanner->text, scanner->length);

  if (format == NULL)
    return FALSE;
  AmFinding *finding = am_report_add (scanner->report, AM_RULE_JSON_SYNTAX,
                                      (AmSpan){ (guint32) MIN (start, scanner->length - 1), 1 },
                                      NULL, "this is %s, not JSON", format->what);
  am_finding_help (finding, AM_SPAN_NONE, "%s",
                   format->help != NULL && scanner->scan->beginning == NULL
                       ? format->help
                       : am_scan_beginning (scanner));
  return TRUE;
}

gboolean
am_scan_fault (Scanner *scanner, gsize at, gsize length, const char *help, const char *format, ...)
{
  va_list arguments;

  if (am_scan_is_foreign (scanner))
    return FALSE;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  AmFinding *finding =
      am_report_add (scanner->report, AM_RULE_JSON_SYNTAX,
                     (AmSpan){ (guint32) at, (guint32) length }, NULL, "%s", message);
  if (help != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", help);
  return FALSE;
}

AmFinding *
am_scan_last_finding (Scanner *scanner)
{
  GPtrArray *findings = scanner->report->findings;
  return g_ptr_array_index (findings, findings->len - 1);
}
