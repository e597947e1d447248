#include "framework/iccma.h"

#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

G_DEFINE_QUARK (am_iccma_error, am_iccma_error)

#define MOST_DIGITS 18 /* longer numbers would overflow; there is no such argument */
#define MOST_SHOWN 24 /* bytes of what is wrong */

typedef struct
{
  AmSource *source;
  const char *p; /* what is read next; the text ends with a NUL */
  const char *end;
  const char *header; /* the line "p af N", or NULL before it has been read */
  guint32 n;
  AmAttack *attacks;
  gsize count;
  GError **error;
} Reader;

/* --- faults --- */

static G_GNUC_PRINTF (3, 4) gboolean
    fail (const Reader *r, const char *where, const char *format, ...)
{
  g_autofree char *shown = g_filename_display_name (r->source->name);
  AmPlace place = am_source_place (r->source, (gsize) (where - r->source->text));
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (r->error, AM_ICCMA_ERROR, AM_ICCMA_ERROR_SYNTAX, "%s:%u:%u: error: %s", shown,
               place.line, place.column, message);
  return FALSE;
}

/* The word at @where as it can be shown: caller owns it. */
static char *
quote_word (const char *where)
{
  gsize length = strcspn (where, " \t\r\n");
  g_autofree char *word = g_strndup (where, MIN (length, MOST_SHOWN));
  g_autofree char *clean = am_text_clean (word);

  if (where[0] == '\0')
    return g_strdup ("a NUL byte");
  return g_strdup_printf ("\"%s%s\"", clean, length > MOST_SHOWN ? "…" : "");
}

static gboolean
fail_at_word (const Reader *r, const char *expected)
{
  g_autofree char *word = quote_word (r->p);

  if (r->p == r->end || *r->p == '\n' || (*r->p == '\r' && r->p[1] == '\n'))
    return fail (r, r->p, "%s is expected, and the %s ends here", expected,
                 r->p == r->end ? "file" : "line");
  if (*r->p == '\r')
    return fail (r, r->p, "%s is expected, and not a carriage return that ends no line", expected);
  if (*r->p == '{')
    return fail (r, r->p,
                 "%s is expected, and not %s; \"argmap solve --export iccma MAP\" makes a "
                 "framework of a map",
                 expected, word);
  return fail (r, r->p, "%s is expected, and not %s", expected, word);
}

static gboolean
fail_range (const Reader *r, const char *where, guint32 n)
{
  g_autofree char *number = quote_word (where);

  if (n == 0)
    return fail (r, where, "there is no argument %s: the line \"p af 0\" says that there are none",
                 number);
  return fail (r, where, "there is no argument %s: they are numbered from 1 to %u", number, n);
}

/* --- words --- */

static inline void
skip_blanks (Reader *r)
{
  while (*r->p == ' ' || *r->p == '\t')
    r->p++;
}

/* FALSE where there is no digit; G_MAXUINT64 for more than can be counted. */
static inline gboolean
take_number (Reader *r, guint64 *value)
{
  const char *p = r->p;
  guint64 v = 0;

  while ((guint8) (*p - '0') < 10)
    v = v * 10 + (guint64) (*p++ - '0');
  gsize digits = (gsize) (p - r->p);
  r->p = p;
  *value = digits <= MOST_DIGITS ? v : G_MAXUINT64;
  return digits > 0;
}

static inline gboolean
take_line_end (Reader *r)
{
  skip_blanks (r);
  if (*r->p == '\r' && r->p[1] == '\n')
    r->p++;
  if (*r->p == '\n')
    {
      r->p++;
      return TRUE;
    }
  return r->p == r->end;
}

/* A word, and a blank or the end of the line after it. */
static gboolean
take_word (Reader *r, const char *word)
{
  gsize length = strlen (word);

  skip_blanks (r);
  if (strncmp (r->p, word, length) != 0 || strchr (" \t\r\n", r->p[length]) == NULL)
    return FALSE;
  r->p += length;
  return TRUE;
}

/* --- lines --- */

static gboolean
read_header (Reader *r)
{
  guint64 n;

  r->header = r->p;
  if (!take_word (r, "p"))
    return fail_at_word (r, "the line \"p af N\"");
  if (!take_word (r, "af"))
    return fail_at_word (r, "\"af\"");
  skip_blanks (r);
  const char *number = r->p;
  if (!take_number (r, &n))
    return fail_at_word (r, "the number of arguments");
  const char *after = r->p;
  if (!take_line_end (r))
    return fail_at_word (r, r->p == after ? "a number" : "the end of the line");
  if (n > AM_FRAMEWORK_MOST)
    return fail (r, number, "these are too many arguments: at most %u are taken",
                 AM_FRAMEWORK_MOST);
  r->n = (guint32) n;
  return TRUE;
}

static gboolean
read_second_header (Reader *r)
{
  return fail (r, r->p, "this is a second line \"p\"; the first is line %u",
               am_source_place (r->source, (gsize) (r->header - r->source->text)).line);
}

static gboolean
read_attack (Reader *r)
{
  const char *first = r->p, *second;
  guint64 from, to;

  if (!take_number (r, &from))
    return fail_at_word (r, "an attack, which is two numbers,");
  if (*r->p != ' ' && *r->p != '\t')
    return fail_at_word (r, "a second number after a blank");
  skip_blanks (r);
  second = r->p;
  if (!take_number (r, &to))
    return fail_at_word (r, "a second number");
  if (from - 1 >= r->n || to - 1 >= r->n)
    return fail_range (r, from - 1 >= r->n ? first : second, r->n);
  if (*r->p == '\n')
    r->p++;
  else if (!take_line_end (r))
    return fail_at_word (r, "the end of the line");
  r->attacks[r->count++] = (AmAttack){ (guint32) from - 1, (guint32) to - 1 };
  return TRUE;
}

static void
skip_line (Reader *r)
{
  const char *newline = memchr (r->p, '\n', (gsize) (r->end - r->p));
  r->p = newline != NULL ? newline + 1 : r->end;
}

static gboolean
read_line (Reader *r)
{
  skip_blanks (r);
  if (*r->p == '#')
    skip_line (r);
  else if (!take_line_end (r))
    return r->header == NULL ? read_header (r)
         : *r->p == 'p'      ? read_second_header (r)
                             : read_attack (r);
  return TRUE;
}

static gboolean
read_all (Reader *r)
{
  if (r->p == r->end)
    return fail (r, r->p, "the file is empty; it is to begin with the line \"p af N\"");
  const char *encoding = am_encoding_guess_text (r->p, (gsize) (r->end - r->p));
  if (encoding != NULL)
    return fail (r, r->p, "the file is %s; save it as UTF-8 or ASCII", encoding);
  if (am_encoding_mark (r->p, (gsize) (r->end - r->p)) > 0)
    return fail (r, r->p, "the file begins with a byte order mark");
  while (r->p < r->end)
    if (!(r->header != NULL && (guint8) (*r->p - '0') < 10 ? read_attack (r) : read_line (r)))
      return FALSE;
  if (r->header == NULL)
    return fail (r, r->p, "there is no line \"p af N\", and the file ends here");
  return TRUE;
}

AmFramework *
am_iccma_parse (AmSource *source, GError **error)
{
  /* No attack takes less than four bytes. What is not filled is never touched. */
  g_autofree AmAttack *attacks = g_new (AmAttack, source->length / 4 + 1);
  Reader reader = { .source = source,
                    .p = source->text,
                    .end = source->text + source->length,
                    .attacks = attacks,
                    .error = error };
  gboolean good = read_all (&reader);

  am_source_free (source); /* before as much memory is needed for the framework */
  return good ? am_framework_new (reader.n, reader.attacks, reader.count) : NULL;
}

AmFramework *
am_iccma_load (const char *path, GError **error)
{
  gsize length = 0;
  char *text = am_file_read (path, AM_SOURCE_MAX_SIZE, &length, error);

  if (text == NULL)
    return NULL;
  return am_iccma_parse (am_source_new_take (am_source_name (path), text, length), error);
}
