/* The table-driven reader: objects of cJSON's trees into records of the model, by the tables of
   model/members.h. Private to load/; with load.c and fields.c the only code that knows cJSON. */

#pragma once

#include "base/report.h"
#include "load/parse.h"
#include "model/members.h"

typedef struct _Reader Reader;

/* Reads the value of one member, and whatever is in it, into @record. */
typedef void MemberReader (Reader *reader, const cJSON *value, const AmMember *field,
                           gpointer record);

/* By AmMemberType. */
extern MemberReader *const am_member_readers[];

struct _Reader
{
  AmSource *source;
  AmMap *map; /* NULL when it is no map that is read: then no member may be one of those that fill
                 the map's pools */
  AmReport *report;
  Parser *parser;
  Arena *kept; /* for the strings that stay */
  const AmScanEntry *entries;
  guint32 next; /* number of the value that is read next, in document order */
  guint32 records_end; /* where the list of records that is being read ends */
  const AmObject *shape; /* of the object that is being read */
  const AmObject *entity_shape; /* of the innermost thing around it, NULL at top level */
  const cJSON *thing;
  gboolean lost; /* a member or a relation of the claim that is being read had to be passed over */
  gboolean any_lost; /* of anything so far */
};

/* Reads an object whose members @shape lists; FALSE (and a finding) when @value is no object. The
 * value is consumed. */
gboolean am_reader_object (Reader *reader, const cJSON *value, const AmObject *shape,
                           gpointer record);

/* Reads the document, value number 0, in the same way: a tree at a time, of one member or of one
 * record. */
gboolean am_reader_document (Reader *reader, const GArray *members, const AmObject *shape,
                             gpointer record);

/* Consumes @value and everything in it. */
void am_reader_skip (Reader *reader, const cJSON *value);

/* Where the value that is read next begins, and the span that it is underlined with. */
guint32 am_reader_at (const Reader *reader);
AmSpan am_reader_span (const Reader *reader);

/* Reports that the value of the member @name, which is read next, should have been @wanted ("a list
 * of ids"), and consumes it. */
void am_reader_wrong_type (Reader *reader, const cJSON *value, const char *name,
                           const char *wanted);
/* The same for an item of a list that may hold only @wanted ("ids"). */
void am_reader_wrong_item (Reader *reader, const cJSON *value, const char *name,
                           const char *wanted);

/* Notes that something was passed over. */
void am_reader_lose (Reader *reader);

/* How findings name the object that is being read: claim "c1"; the target of claim "c1"; this
 * claim; the map. Caller owns it. */
char *am_reader_describe (const Reader *reader);
/* Its id or that of the thing around it; NULL when there is none. */
const char *am_reader_subject (const Reader *reader);

/* Adds a finding about the member called @name of the object that is being read: "NAME of claim
 * "c1" MESSAGE". */
AmFinding *am_reader_fault (Reader *reader, AmRule rule, AmSpan where, const char *name,
                            const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Members of the plain types. */
MemberReader am_read_text, am_read_short_text, am_read_id, am_read_slug, am_read_url, am_read_date,
    am_read_language; /* const char * */
MemberReader am_read_boolean; /* gboolean */
MemberReader am_read_fraction; /* double */
MemberReader am_read_word; /* enum */
MemberReader am_read_texts; /* AmRange of strings */
MemberReader am_read_ref; /* AmRef */
MemberReader am_read_refs, am_read_ref_or_refs; /* AmRange of refs */

/* Begins a list: FALSE (with a finding, and the value consumed) when @value is no array; otherwise
   the bracket is consumed and the caller reads each child. */
gboolean am_reader_begin_list (Reader *reader, const cJSON *value, const char *name,
                               const char *wanted);

/* The items of a list that has begun; NULL after the last. An item lives until the next is asked
 * for. */
const cJSON *am_reader_first (Reader *reader, const cJSON *list);
const cJSON *am_reader_next (Reader *reader, const cJSON *list, const cJSON *item);

/* The text of @value, as long as the map lives. */
const char *am_reader_keep (Reader *reader, const cJSON *value);
