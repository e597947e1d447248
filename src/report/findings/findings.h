/* Findings of several files as one document, in the format that a person, an editor or a CI system
 * reads. */

#pragma once

#include "base/report.h"

/* How many of what, over several files. */
typedef struct
{
  guint files;
  guint files_with_findings[AM_LEVEL_ERROR + 1]; /* of that level or above */
  guint64 counts[AM_LEVEL_ERROR + 1];
  guint64 suppressed;
  guint64 left_out; /* by a limit on how many are shown */
  guint troubles; /* what could not be read: no file counts for it */
} AmFindingsTally;

void am_findings_tally_add (AmFindingsTally *tally, const AmReport *report);

typedef struct
{
  AmLevel lowest; /* what the formats for people show */
  AmLevel failing; /* the lowest level that makes the status 1 */
  guint64 limit; /* of findings that the formats for people show; 0: none */
  gboolean colour;
  guint columns; /* that lines of a map are cut to; 0: as many as are of use */
  gboolean quiet; /* nobody wants to know how to see more */
  const char *root; /* real path of the folder that paths in machine formats are relative to; NULL:
                       they stay as they are */
  const char *version; /* of the program */
} AmFindingsOptions;

/* One document in the making. */
typedef struct
{
  const AmFindingsOptions *options;
  AmFindingsTally tally; /* of the files so far */
  guint documents; /* parts written so far: for commas */
  GString *parts[AM_LEVEL_ERROR + 1]; /* what formats keep back until the end */
  GPtrArray *kept[AM_LEVEL_ERROR + 1]; /* private: findings among which those that are shown are
                                          chosen at the end */
  guint64 considered; /* private: how many there were to choose from */
  GHashTable *seen; /* how often findings came that say the same, for formats with fingerprints */
} AmFindingsWriter;

/* What a format appends to @out: before the first and after the last file, for a file, and for one
   that could not be read. */
typedef void AmFindingsEdge (AmFindingsWriter *writer, GString *out);
typedef void AmFindingsFile (AmFindingsWriter *writer, const AmReport *report, GString *out);
typedef void AmFindingsTrouble (AmFindingsWriter *writer, const char *path, const char *message,
                                GString *out);

typedef struct
{
  const char *name;
  gboolean for_people; /* findings below options->lowest are not shown, and of the others the
                          options->limit most severe */
  gboolean sums_up; /* says itself how many were not shown */
  gboolean by_lines; /* every file's part stands by itself: it can be printed before the next is
                        known */
  AmFindingsEdge *begin; /* begin, trouble and end may be NULL */
  AmFindingsFile *file;
  AmFindingsTrouble *trouble;
  AmFindingsEdge *end;
} AmFindingsFormat;

/* THE list of formats. */
extern const AmFindingsFormat am_findings_formats[];

/* The name of format f is at f; NULL-terminated. */
extern const char *const am_findings_format_names[];

/* @options is borrowed. Clear with am_findings_writer_clear(). */
void am_findings_writer_init (AmFindingsWriter *writer, const AmFindingsOptions *options);
void am_findings_writer_clear (AmFindingsWriter *writer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AmFindingsWriter, am_findings_writer_clear)

/* The findings of one report as text, without a closing line: for commands that stop at errors.
 * @columns as in AmFindingsOptions. */
void am_findings_text (const AmReport *report, AmLevel lowest, gboolean colour, guint columns,
                       GString *out);
