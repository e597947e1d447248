/* What a map says, in prose. docs/summary.md says what stands where, and how it is chosen. */

#pragma once

#include "base/json.h"
#include "reason/evaluation.h"
#include "report/document/document.h"

G_BEGIN_DECLS

/* Beyond so many claims and rebuttals a summary is no longer one: the argument is told to some depth only, lists are cut, and what takes long
   to find is left to the commands that find it. */
#define AM_SUMMARY_MOST_STATEMENTS 3000

/* A list is cut after so many entries. */
#define AM_SUMMARY_MOST_ENTRIES 100

/* On what the outcome turns is searched thesis by thesis, up to so many of them, or in a map of so few claims and rebuttals. */
#define AM_SUMMARY_MOST_THESES 12
#define AM_SUMMARY_FEW_STATEMENTS 200

typedef struct
{
  gboolean brief; /* half a page: who is on which side, what weighs most there, the outcome, on what it turns */
  gboolean standing; /* with all that evaluation says of the debate as a whole */
  gboolean all; /* nothing is cut */
} AmSummaryStyle;

/* Adds the summary of the map of @evaluation to @document. Maps with errors are summed up as far as they resolve. Ends any supposition. */
void am_summary (AmEvaluation *evaluation, const AmSummaryStyle *style, AmDocument *document);

/* The brief of one who takes part: what it wants, where it stands, what it says, what is said against that, and what it has not answered. */
void am_summary_stakeholder (AmEvaluation *evaluation, const AmSummaryStyle *style, guint32 stakeholder, AmDocument *document);

/* Raised when readers of the JSON would notice a change. */
#define AM_SUMMARY_JSON_VERSION 1

/* The same as an object in an array, of one @stakeholder or, for AM_NONE, of the map. Nothing of it is cut. @name is the file's. */
void am_summary_write_json (AmEvaluation *evaluation, const AmSummaryStyle *style, guint32 stakeholder, const char *name, AmJson *json);

/* --- several maps --- */

/* Who takes part in maps that need not be there any more. */
typedef struct _AmParticipants AmParticipants;

AmParticipants *am_participants_new (void);
void am_participants_free (AmParticipants *participants);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmParticipants, am_participants_free)

/* Notes who takes part in the map of @evaluation, and where each stands in it. */
void am_participants_add (AmParticipants *participants, const AmEvaluation *evaluation, const char *name);

/* Adds a comparison of the stakeholders that take part in more than one of the maps, where there are such. They are the same where their
   names are, whatever their ids: case and white space do not count. */
void am_participants_write (const AmParticipants *participants, AmDocument *document);

/* The same as a member that is a list. */
void am_participants_write_json (const AmParticipants *participants, AmJson *json);

G_END_DECLS
