/* The table-driven reader: objects of cJSON's trees into records of the model, by tables of fields. Private to load/; with
   load.c and fields.c the only code that knows cJSON. */

#pragma once

#include "base/report.h"
#include "load/parse.h"
#include "model/map.h"

#define MOST_FIELDS 64 /* of a shape: the reader keeps count of them in as many bits */

typedef struct _Reader Reader;
typedef struct _Field Field;
typedef struct _Shape Shape;

/* Reads one value, and whatever is in it, into @record. */
typedef void (*FieldReader) (Reader *reader, const cJSON *value, const Field *field, gpointer record);

typedef enum
{
  FIELD_REQUIRED = 1 << 0,
  FIELD_NOT_BLANK = 1 << 1, /* a text that must hold more than white space */
  FIELD_RECORDS = 1 << 2, /* of the document: a list that is read with am_reader_first() and am_reader_next() */
  FIELD_OBJECTS = 1 << 3, /* holds an object or a list of them: detail is their shape */
} FieldFlags;

struct _Field
{
  const char *name;
  FieldReader read;
  gsize offset; /* of the member of the record that it fills */
  guint flags;
  gconstpointer detail; /* what the reader needs to know: words, a limit, a shape */
};

/* A member that is easily written in place of the required one. */
typedef struct
{
  const char *name;
  const char *hint;
} Trap;

struct _Shape
{
  const char *noun; /* of a thing: "claim"; of a part, with its article: "the evidence" */
  gboolean is_thing; /* has an id of its own, by which findings name it */
  const Field *fields;
  guint n_fields;
  const Field *misplaced; /* members that other shapes have, with a hint in detail; NULL-terminated; may be NULL */
  const Trap *trap; /* may be NULL */
};

struct _Reader
{
  AmSource *source;
  AmMap *map; /* NULL when it is no map that is read: then no field may be one of those that fill the map's pools */
  AmReport *report;
  Parser *parser;
  Arena *kept; /* for the strings that stay */
  const AmScanEntry *entries;
  guint32 next; /* number of the value that is read next, in document order */
  guint32 records_end; /* where the list of records that is being read ends */
  const Shape *shape; /* of the object that is being read */
  const Shape *thing_shape; /* of the innermost thing around it, NULL at top level */
  const cJSON *thing;
  gboolean lost; /* a member or a relation of the claim that is being read had to be passed over */
  gboolean any_lost; /* of anything so far */
};

/* Reads an object whose members @shape lists; FALSE (and a finding) when @value is no object. The value is consumed. */
gboolean am_reader_object (Reader *reader, const cJSON *value, const Shape *shape, gpointer record);

/* Reads the document, value number 0, in the same way: a tree at a time, of one member or of one record. */
gboolean am_reader_document (Reader *reader, const GArray *members, const Shape *shape, gpointer record);

/* Consumes @value and everything in it. */
void am_reader_skip (Reader *reader, const cJSON *value);

/* Where the value that is read next begins, and the span that it is underlined with. */
guint32 am_reader_at (const Reader *reader);
AmSpan am_reader_span (const Reader *reader);

/* Whether the object has a member of that name. */
gboolean am_reader_has_member (const cJSON *object, const char *name);

/* Reports that the value of the member @name, which is read next, should have been @wanted ("a list of ids"), and consumes it. */
void am_reader_wrong_type (Reader *reader, const cJSON *value, const char *name, const char *wanted);
/* The same for an item of a list that may hold only @wanted ("ids"). */
void am_reader_wrong_item (Reader *reader, const cJSON *value, const char *name, const char *wanted);

/* Says how to mend such a value, or such an item, where that can be guessed. The value has not been consumed. */
void am_reader_help_type (const Reader *reader, AmFinding *finding, const cJSON *value, const char *name, const char *wanted);
void am_reader_help_item (const Reader *reader, AmFinding *finding, const cJSON *value, const char *name, const char *wanted);

/* Notes that something was passed over. */
void am_reader_lose (Reader *reader);

/* How findings name the object that is being read: claim "c1"; the target of claim "c1"; this claim; the map. Caller owns it. */
char *am_reader_describe (const Reader *reader);
/* Its id or that of the thing around it; NULL when there is none. */
const char *am_reader_subject (const Reader *reader);

/* Adds a finding about the member called @name of the object that is being read: "NAME of claim "c1" MESSAGE". */
AmFinding *am_reader_fault (Reader *reader, AmRule rule, AmSpan where, const char *name, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Fields of the plain kinds. */
void am_read_text (Reader *reader, const cJSON *value, const Field *field, gpointer record);      /* const char * */
void am_read_short_text (Reader *reader, const cJSON *value, const Field *field, gpointer record); /* detail: const guint * */
void am_read_id (Reader *reader, const cJSON *value, const Field *field, gpointer record);        /* const char * */
void am_read_slug (Reader *reader, const cJSON *value, const Field *field, gpointer record);      /* const char * */
void am_read_url (Reader *reader, const cJSON *value, const Field *field, gpointer record);       /* const char * */
void am_read_date (Reader *reader, const cJSON *value, const Field *field, gpointer record);      /* const char * */
void am_read_language (Reader *reader, const cJSON *value, const Field *field, gpointer record);  /* const char * */
void am_read_boolean (Reader *reader, const cJSON *value, const Field *field, gpointer record);   /* gboolean */
void am_read_fraction (Reader *reader, const cJSON *value, const Field *field, gpointer record);  /* double */
void am_read_word (Reader *reader, const cJSON *value, const Field *field, gpointer record);      /* enum; detail: words */
void am_read_texts (Reader *reader, const cJSON *value, const Field *field, gpointer record);     /* AmRange of strings */
void am_read_ref (Reader *reader, const cJSON *value, const Field *field, gpointer record);       /* AmRef */
void am_read_refs (Reader *reader, const cJSON *value, const Field *field, gpointer record);      /* AmRange of refs */
void am_read_ref_or_refs (Reader *reader, const cJSON *value, const Field *field, gpointer record); /* AmRange of refs */

/* Begins a list: FALSE (with a finding, and the value consumed) when @value is no array; otherwise the bracket is consumed
   and the caller reads each child. */
gboolean am_reader_begin_list (Reader *reader, const cJSON *value, const char *name, const char *wanted);

/* The items of a list that has begun; NULL after the last. An item lives until the next is asked for. */
const cJSON *am_reader_first (Reader *reader, const cJSON *list);
const cJSON *am_reader_next (Reader *reader, const cJSON *list, const cJSON *item);

/* The text of @value, as long as the map lives. */
const char *am_reader_keep (Reader *reader, const cJSON *value);
