/* One input text and where things are in it. */

#pragma once

#include <glib.h>

/* Offsets fit 32 bits: am_file_read() refuses anything over 1 GiB. */
#define AM_SOURCE_MAX_SIZE ((gsize) 1 << 30)

/* What a text from standard input is called that has no other name. */
#define AM_SOURCE_STDIN_NAME "<standard input>"

/* What a text is called that is read from @path: that, or standard input for "-". */
const char *am_source_name (const char *path);

/* A stretch of bytes in a source. */
typedef struct
{
  guint32 start;
  guint32 length;
} AmSpan;

/* A span that is nowhere: for findings about a whole file. */
#define AM_SPAN_NONE ((AmSpan){ G_MAXUINT32, 0 })

/* Where a byte is, for people: both count from 1, the column in code points. */
typedef struct
{
  guint line;
  guint column;
} AmPlace;

typedef struct
{
  char *name; /* as it is shown to the user; any bytes */
  char *text; /* length bytes and a NUL; may hold anything, NUL included */
  gsize length;
  GArray *checkpoints; /* private */
} AmSource;

/* Takes @text, which must be NUL-terminated after @length bytes and allocated with g_malloc().
   Copies @name. Never NULL; free with am_source_free(). */
AmSource *am_source_new_take (const char *name, char *text, gsize length);
void am_source_free (AmSource *source);

/* Line and column of the byte at @offset (clamped to the end of the text). A byte order mark at the
   beginning is not counted, as in editors. Constant time after the first call. */
AmPlace am_source_place (AmSource *source, gsize offset);

/* The line that holds @offset, without its line break and the byte order mark before @offset, but
 * no more than @reach bytes of it on either side. */
AmSpan am_source_line_at (const AmSource *source, gsize offset, gsize reach);

static inline gboolean
am_span_is_none (AmSpan span)
{
  return span.start == G_MAXUINT32;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmSource, am_source_free)
