/* draw/graphviz/pdf-catalog: what is put into the catalog of a PDF moves what is behind it,
 * wherever the catalog stands. Cairo puts it last. */

#include "unit.h"

#include "draw/graphviz/pdf-catalog.h"

#include <string.h>

#define COUNT 5

/* A document whose catalog is the object @catalog, of those from 1 on; @missing, if it is none of
 * them, is in the table and nowhere else. */
static GString *
make_document (guint catalog, guint missing)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  gsize offsets[COUNT] = { 0 };

  for (guint i = 1; i < COUNT; i++)
    {
      offsets[i] = pdf->len;
      if (i != missing)
        g_string_append_printf (pdf,
                                i == catalog ? "%u 0 obj\n<< /Type /Catalog\n>>\nendobj\n"
                                             : "%u 0 obj\n<< /Number %u >>\nendobj\n",
                                i, i);
    }
  gsize table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %d\n0000000000 65535 f \n", COUNT);
  for (guint i = 1; i < COUNT; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (
      pdf, "trailer\n<< /Size %d\n   /Root %u 0 R\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      COUNT, catalog, table);
  return pdf;
}

/* What a reader does: from the end to the table, from there to each object. */
static void
expect_sound (const GString *pdf, guint missing, const char *what)
{
  const char *told = g_strrstr (pdf->str, "startxref\n");
  const char *table = pdf->str + g_ascii_strtoull (told + strlen ("startxref\n"), NULL, 10);

  UNIT_EXPECT (g_str_has_prefix (table, "xref\n0 5\n"), "%s: the table is there", what);
  UNIT_EXPECT (g_str_has_suffix (pdf->str, "\n%%EOF\n"), "%s: it ends as it should", what);
  for (guint i = 1; i < COUNT; i++)
    {
      const char *entry = table + strlen ("xref\n0 5\n") + (gsize) i * 20;
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n", i);
      if (i == missing)
        UNIT_EXPECT (g_str_has_prefix (entry, "0000000000 65535 f \n"), "%s: object %u is free",
                     what, i);
      else
        UNIT_EXPECT (g_str_has_prefix (pdf->str + g_ascii_strtoull (entry, NULL, 10), head),
                     "%s: object %u is where the table says", what, i);
    }
}

static void
test_places (void)
{
  for (guint catalog = 1; catalog < COUNT; catalog++)
    for (guint missing = 0; missing < COUNT; missing++)
      {
        if (missing == catalog)
          continue;
        g_autoptr (GString) pdf = make_document (catalog, missing);
        g_autofree char *what = g_strdup_printf ("catalog %u, without %u", catalog, missing);
        UNIT_EXPECT (am_pdf_catalog_complete (pdf, missing % 2 == 0 ? "de-AT" : NULL), "%s", what);
        expect_sound (pdf, missing, what);
        g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< ", catalog);
        const char *object = strstr (pdf->str, head);
        UNIT_EXPECT ((strstr (object, "/Lang (de-AT)") != NULL) == (missing % 2 == 0),
                     "%s: its language", what);
        UNIT_EXPECT (strstr (object, "/DisplayDocTitle true") < strstr (object, "endobj"),
                     "%s: its title is shown", what);
      }
}

/* What is no such document is left as it is. */
static void
test_refused (void)
{
  g_autoptr (GString) whole = make_document (2, 0);

  for (gsize length = 0; length < whole->len - strlen ("\n%%EOF\n"); length++)
    {
      g_autoptr (GString) pdf = g_string_new_len (whole->str, (gssize) length);
      UNIT_EXPECT (!am_pdf_catalog_complete (pdf, "en"), "the first %" G_GSIZE_FORMAT " bytes",
                   length);
      g_assert_cmpuint (pdf->len, ==, length);
      g_assert_true (memcmp (pdf->str, whole->str, length) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/places", test_places);
  g_test_add_func ("/catalog/refused", test_refused);
  return g_test_run ();
}
