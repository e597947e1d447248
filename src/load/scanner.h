/* The state of one scan. Private to load/scan*.c. */

#pragma once

#include "load/scan.h"

/* An object or array that is open. */
typedef struct
{
  guint32 start;
  guint first_key; /* in Scanner.keys */
  char closer; /* } or ] */
} Frame;

/* A key of an object that is open. */
typedef struct
{
  guint64 hash; /* of the unescaped bytes; only in large objects */
  guint32 at;
  guint32 length; /* with the quotes */
  gboolean escaped;
} Key;

typedef enum
{
  FAULT_NOT_UTF8,
  FAULT_RAW_NUL,
  FAULT_ESCAPED_NUL,
  FAULT_LONE_SURROGATE,
  N_ENCODING_FAULTS
} EncodingFault;

typedef struct
{
  AmSource *source;
  const char *text;
  gsize length;
  gsize at;
  gsize last_end; /* just after the last token */
  AmReport *report;
  AmScan *scan;
  GArray *keys; /* of Key, those of the outermost object first */
  guint32 last_closed; /* where the object or list begins that was closed last; AM_SCAN_NO_KEY
                          before there is one */
  guint depth;
  Frame frames[AM_SCAN_MAX_DEPTH];
  AmFinding *faults[N_ENCODING_FAULTS]; /* the first of its kind */
  guint fault_counts[N_ENCODING_FAULTS];
} Scanner;

/* The help for bytes that are no UTF-8. */
#define AM_SCAN_OTHER_ENCODING                                                                     \
  "save the file as UTF-8; it looks like another encoding, such as Windows-1252"

static inline void
am_scan_skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->length)
    {
      char c = scanner->text[scanner->at];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
        return;
      scanner->at++;
    }
}

/* What the grammar wants at the current place. */
typedef enum
{
  WANT_VALUE, /* also after a comma in an array */
  WANT_VALUE_OR_END, /* after [ */
  WANT_KEY, /* after a comma in an object */
  WANT_KEY_OR_END, /* after { */
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING, /* after the document */
} Want;

/* scan.c: the text of a key that has been scanned, without its quotes. NULs and surrogates that are
   alone count as U+FFFD. The caller owns it. */
char *am_scan_unescape (const char *raw, gsize length);

/* scan-token.c: each begins at scanner->at and leaves it after the token; FALSE when a syntax error
 * was reported. */
gboolean am_scan_string (Scanner *scanner, gboolean *escaped);
gboolean am_scan_number (Scanner *scanner);
gboolean am_scan_literal (Scanner *scanner, Want want);
/* A byte order mark, another encoding: FALSE when there is no sense in going on. */
gboolean am_scan_prologue (Scanner *scanner);
/* Says how often the encoding faults came again. */
void am_scan_encoding_epilogue (Scanner *scanner);

/* scan-report.c: reports the one syntax error of the file; always FALSE. */
gboolean am_scan_fault (Scanner *scanner, gsize at, gsize length, const char *help,
                        const char *format, ...) G_GNUC_PRINTF (5, 6);
AmFinding *am_scan_last_finding (Scanner *scanner);
/* Says what the file is, where it is another thing than JSON; a file that begins with a brace is
   meant to be JSON. */
gboolean am_scan_is_foreign (Scanner *scanner);
/* "a map begins with {", or what the file should begin with instead. */
const char *am_scan_beginning (const Scanner *scanner);

/* scan-fault.c: as am_scan_fault(), with the message worked out from what stands at scanner->at
 * instead of what is wanted. */
gboolean am_scan_unexpected (Scanner *scanner, Want want);

/* scan-bracket.c: report as am_scan_fault() does. */
gboolean am_scan_file_ends (Scanner *scanner);
gboolean am_scan_wrong_bracket (Scanner *scanner, char c);
gboolean am_scan_trailing_comma (Scanner *scanner, char c);
/* Adds to the last finding that the innermost bracket may have been forgotten, and where what it
 * would close begins. */
void am_scan_ask_for_bracket (Scanner *scanner, const char *more);
