/* What the formats of findings share. Private to report/findings/. */

#pragma once

#include "base/json.h"
#include "report/findings/findings.h"

AmFindingsEdge am_findings_json_begin, am_findings_sarif_begin, am_findings_gitlab_begin;
AmFindingsFile am_findings_text_file, am_findings_gcc_file, am_findings_json_file,
    am_findings_jsonl_file, am_findings_github_file, am_findings_sarif_file,
    am_findings_gitlab_file, am_findings_junit_file;
AmFindingsTrouble am_findings_json_trouble, am_findings_jsonl_trouble, am_findings_github_trouble,
    am_findings_sarif_trouble, am_findings_junit_trouble;
AmFindingsEdge am_findings_text_end, am_findings_gcc_end, am_findings_json_end,
    am_findings_github_end, am_findings_sarif_end, am_findings_gitlab_end, am_findings_junit_end;

/* Appends the findings of @report as text, up to the one with which @out has at least @most bytes;
 * how many are left out. */
guint am_findings_text_start (const AmReport *report, gsize most, GString *out);

/* Where a format for people writes @finding: @out, or what is kept until the end where there is a
   limit. NULL when it is not shown. */
GString *am_findings_place_for (AmFindingsWriter *writer, const AmFinding *finding, GString *out);
/* Appends what was kept and is within the limit, in the order in which it came, and counts the
 * others. */
void am_findings_append_kept (AmFindingsWriter *writer, GString *out);

/* Where a span begins, and just after where it ends. Both NULL-safe for AM_SPAN_NONE: FALSE. */
gboolean am_findings_places (const AmReport *report, AmSpan where, AmPlace *start, AmPlace *end);

/* The path as machine formats have it: relative to the root where it is below, with slashes, valid
 * UTF-8. Caller owns it. */
char *am_findings_path (const AmFindingsWriter *writer, const char *name);
/* TRUE for standard input that was given no name. */
gboolean am_findings_is_nameless (const char *name);

/* The same as a URI reference; a file: URI where it is not below the root. Caller owns it. */
char *am_findings_uri (const AmFindingsWriter *writer, const char *name);

/* A fingerprint that does not change when lines move: of path, rule, subject and message, and a
   number when those are all the same. Caller owns it. */
char *am_findings_fingerprint (AmFindingsWriter *writer, const char *path,
                               const AmFinding *finding);

/* Writes each finding of @report as a part, by @write; @place is how the format names the file. */
typedef void (*AmFindingWrite) (AmFindingsWriter *writer, const AmReport *report, const char *place,
                                const AmFinding *finding, GString *out);
void am_findings_write_parts (AmFindingsWriter *writer, const AmReport *report, const char *place,
                              AmFindingWrite write, GString *out);

/* Parts one after the other from '[' to ']': begins the next, on a line of its own. */
void am_findings_begin_part (AmFindingsWriter *writer, GString *out);
