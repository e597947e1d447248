/* At the end of a PDF stands where its table of objects begins; there stands where each object
   begins, and behind it which of them is the catalog. Text that is put into the catalog moves what
   is behind it. */

#include "draw/graphviz/pdf-catalog.h"

#include <string.h>

#define ENTRY 20 /* bytes of an object in the table: "0000000015 00000 n \n" */
#define DIGITS 10
#define TAIL 40 /* bytes that hold the last three lines, and none of a stream */

typedef struct
{
  GString *pdf;
  gsize table, entries; /* where the table begins, and the entry of object 0 */
  guint64 count; /* of its entries */
} Table;

/* The number at @at, which is moved behind it. FALSE where there is none. */
static gboolean
read_number (const GString *pdf, gsize *at, guint64 *number)
{
  const char *start = pdf->str + MIN (*at, pdf->len);
  char *end;

  *number = g_ascii_strtoull (start, &end, 10);
  *at = (gsize) (end - pdf->str);
  return end > start && g_ascii_isdigit (end[-1]);
}

static gboolean
skip (const GString *pdf, gsize *at, const char *text)
{
  if (*at > pdf->len || !g_str_has_prefix (pdf->str + *at, text))
    return FALSE;
  *at += strlen (text);
  return TRUE;
}

/* Where it is written where the table begins: in the last line but one. */
static gsize
find_start (const GString *pdf)
{
  const char *tail = pdf->str + pdf->len - MIN (pdf->len, TAIL),
             *told = strstr (tail, "startxref\n");
  return told != NULL ? (gsize) (told - pdf->str) + strlen ("startxref\n") : pdf->len;
}

static gboolean
find_table (Table *t)
{
  gsize at = find_start (t->pdf);
  guint64 table, first;

  if (!read_number (t->pdf, &at, &table))
    return FALSE;
  t->table = at = (gsize) table;
  if (!skip (t->pdf, &at, "xref\n") || !read_number (t->pdf, &at, &first) || first != 0
      || !read_number (t->pdf, &at, &t->count) || !skip (t->pdf, &at, "\n"))
    return FALSE;
  t->entries = at;
  return t->count <= (t->pdf->len - at) / ENTRY;
}

static guint64
offset_of (const Table *t, guint64 object)
{
  return g_ascii_strtoull (t->pdf->str + t->entries + object * ENTRY, NULL, 10);
}

/* Behind the head of @object; 0 when the object is not where the table says. */
static gsize
find_object (const Table *t, guint64 object)
{
  gsize at = (gsize) offset_of (t, object);
  guint64 number;

  return read_number (t->pdf, &at, &number) && number == object && skip (t->pdf, &at, " 0 obj") ? at
                                                                                                : 0;
}

/* Where the members of the catalog begin; 0 when that is not found. */
static gsize
find_catalog (const Table *t)
{
  const char *root = strstr (t->pdf->str + t->entries + t->count * ENTRY, "/Root ");
  gsize at = root != NULL ? (gsize) (root - t->pdf->str) + strlen ("/Root ") : t->pdf->len;
  guint64 object;

  if (!read_number (t->pdf, &at, &object) || object >= t->count)
    return 0;
  at = find_object (t, object);
  return at > 0 && skip (t->pdf, &at, "\n<<") ? at : 0;
}

static void
write_number (GString *pdf, gsize at, guint64 number)
{
  char digits[DIGITS + 1];
  g_snprintf (digits, sizeof digits, "%010" G_GUINT64_FORMAT, number);
  memcpy (pdf->str + at, digits, DIGITS);
}

/* Where a page has links, Cairo 1.16 numbers an object that it never writes. */
static void
free_missing (Table *t)
{
  for (guint64 i = 1; i < t->count; i++)
    if (find_object (t, i) == 0)
      memcpy (t->pdf->str + t->entries + i * ENTRY, "0000000000 65535 f",
              strlen ("0000000000 65535 f"));
}

/* Puts @text in at @at, which is before the table. */
static void
insert (Table *t, gsize at, const char *text)
{
  gsize length = strlen (text);

  for (guint64 i = 1; i < t->count; i++) /* the first stands for those that are not in use */
    if (offset_of (t, i) > at)
      write_number (t->pdf, t->entries + i * ENTRY, offset_of (t, i) + length);
  g_string_insert (t->pdf, (gssize) at, text);
  g_string_truncate (t->pdf, find_start (t->pdf));
  g_string_append_printf (t->pdf, "%" G_GSIZE_FORMAT "\n%%%%EOF\n", t->table + length);
}

gboolean
am_pdf_catalog_complete (GString *pdf, const char *language)
{
  Table table = { .pdf = pdf };
  gsize at = find_table (&table) ? find_catalog (&table) : 0;

  if (at == 0 || at >= table.table)
    return FALSE;
  free_missing (&table);
  g_autofree char *entry =
      language != NULL ? g_strdup_printf (" /Lang (%s)\n  ", language) : g_strdup ("");
  g_autofree char *text =
      g_strconcat (entry, " /ViewerPreferences << /DisplayDocTitle true >>\n  ", NULL);
  insert (&table, at, text);
  return TRUE;
}
