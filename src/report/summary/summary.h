/* What a map says, in prose. docs/summary.md says what stands where, and how it is chosen. */

#pragma once

#include "base/json.h"
#include "reason/digest.h"
#include "report/document/document.h"

G_BEGIN_DECLS

/* A list is cut after so many entries. */
#define AM_SUMMARY_MOST_ENTRIES 100

typedef struct
{
  gboolean brief; /* half a page: who is on which side, what weighs most there, the outcome, on what
                     it turns */
  gboolean outcome; /* with all that evaluation says of the debate as a whole */
  gboolean all; /* nothing is cut */
} AmSummaryStyle;

/* Adds the summary of the map of @digest to @document. Maps with errors are summed up as far as
 * they resolve. Ends any supposition. */
void am_summary (AmDigest *digest, const AmSummaryStyle *style, AmDocument *document);

/* The half page alone, without title and heading. */
void am_summary_brief (AmDigest *digest, AmDocument *document);

/* The brief of one who takes part: what it wants, where it stands, what it says, what is said
 * against that, and what it has not answered. */
void am_summary_stakeholder (AmDigest *digest, const AmSummaryStyle *style, guint32 stakeholder,
                             AmDocument *document);

/* Raised when readers of the JSON would notice a change. */
#define AM_SUMMARY_JSON_VERSION 2

/* The same as an object in an array, of one @stakeholder or, for AM_NONE, of the map. Nothing of it
 * is cut. @name is the file's. */
void am_summary_write_json (AmDigest *digest, const AmSummaryStyle *style, guint32 stakeholder,
                            const char *name, AmJson *json);

/* --- several maps --- */

/* Who takes part in maps that need not be there any more. */
typedef struct _AmParticipants AmParticipants;

AmParticipants *am_participants_new (void);
void am_participants_free (AmParticipants *participants);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmParticipants, am_participants_free)

/* Notes who takes part in the map of @digest, and where each stands in it. */
void am_participants_add (AmParticipants *participants, AmDigest *digest, const char *name);

/* Adds a comparison of the stakeholders that take part in more than one of the maps, where there
   are such. They are the same where their names are, whatever their ids: case and white space do
   not count. */
void am_participants_write (const AmParticipants *participants, AmDocument *document);

/* The same as a member that is a list. */
void am_participants_write_json (const AmParticipants *participants, AmJson *json);

G_END_DECLS
