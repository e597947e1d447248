/* The table-driven reader: objects of cJSON's trees into records of the model, by the tables of
   model/members.h. Private to load/; with load.c and fields.c the only code that knows cJSON. */

#pragma once

#include "base/report.h"
#include "load/parse.h"
#include "model/members.h"

typedef struct _Reader Reader;

/* Reads the value of one member, and whatever is in it, into @record. */
typedef void (*MemberReader) (Reader *reader, const cJSON *value, const AmMember *field,
                              gpointer record);

/* By AmMemberType. */
extern const MemberReader am_member_readers[];

/* What to do with the member @name, which objects of @kind do not have, if it is one that is easily
   written there, or one that @matches takes for it. NULL when it is not. */
const char *am_misplaced_find (AmObjectKind kind, const char *name,
                               gboolean (*matches) (const char *name, const char *other));

/* The same for what @object has in place of a member that is required. */
const char *am_misplaced_instead (AmObjectKind kind, const cJSON *object);

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

/* Whether the object has a member of that name. */
gboolean am_reader_has_member (const cJSON *object, const char *name);

/* Reports that the value of the member @name, which is read next, should have been @wanted ("a list
 * of ids"), and consumes it. */
void am_reader_wrong_type (Reader *reader, const cJSON *value, const char *name,
                           const char *wanted);
/* The same for an item of a list that may hold only @wanted ("ids"). */
void am_reader_wrong_item (Reader *reader, const cJSON *value, const char *name,
                           const char *wanted);

/* Says how to mend such a value, or such an item, where that can be guessed. The value has not been
 * consumed. */
void am_reader_help_type (const Reader *reader, AmFinding *finding, const cJSON *value,
                          const char *name, const char *wanted);
void am_reader_help_item (const Reader *reader, AmFinding *finding, const cJSON *value,
                          const char *name, const char *wanted);

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
void am_read_text (Reader *reader, const cJSON *value, const AmMember *field,
                   gpointer record); /* const char * */
void am_read_short_text (Reader *reader, const cJSON *value, const AmMember *field,
                         gpointer record);
void am_read_id (Reader *reader, const cJSON *value, const AmMember *field,
                 gpointer record); /* const char * */
void am_read_slug (Reader *reader, const cJSON *value, const AmMember *field,
                   gpointer record); /* const char * */
void am_read_url (Reader *reader, const cJSON *value, const AmMember *field,
                  gpointer record); /* const char * */
void am_read_date (Reader *reader, const cJSON *value, const AmMember *field,
                   gpointer record); /* const char * */
void am_read_language (Reader *reader, const cJSON *value, const AmMember *field,
                       gpointer record); /* const char * */
void am_read_boolean (Reader *reader, const cJSON *value, const AmMember *field,
                      gpointer record); /* gboolean */
void am_read_fraction (Reader *reader, const cJSON *value, const AmMember *field,
                       gpointer record); /* double */
void am_read_word (Reader *reader, const cJSON *value, const AmMember *field,
                   gpointer record); /* enum */
void am_read_texts (Reader *reader, const cJSON *value, const AmMember *field,
                    gpointer record); /* AmRange of strings */
void am_read_ref (Reader *reader, const cJSON *value, const AmMember *field,
                  gpointer record); /* AmRef */
void am_read_refs (Reader *reader, const cJSON *value, const AmMember *field,
                   gpointer record); /* AmRange of refs */
void am_read_ref_or_refs (Reader *reader, const cJSON *value, const AmMember *field,
                          gpointer record); /* AmRange of refs */

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
