/* page/page.c: what the policy of a page allows. */

#include "page/page.h"
#include "unit.h"

/* Caller owns the page. */
static char *
write_page (const char *svg)
{
  static const char json[] =
      "{\"argmap\":1,\"title\":\"t\",\"claims\":[{\"id\":\"a\",\"text\":\"A\"}]}";
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  GString *page = g_string_new (NULL);

  g_autoptr (AmEvaluation) evaluation =
      am_evaluation_new (unit_load (json, strlen (json), &loaded), AM_STRENGTH_NONE);
  g_autoptr (AmDigest) digest = am_digest_new (evaluation, FALSE);
  am_page_write (digest, FALSE, svg, page);
  return g_string_free (page, FALSE);
}

/* The hash of @text as a policy in an attribute has it. Caller owns it. */
static char *
hash_of (const char *text, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
  g_autofree char *encoded = g_base64_encode (digest, size);
  return g_strdup_printf ("&#39;sha256-%s&#39;", encoded);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;
  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

/* The element's hash is in the policy, and it comes once. */
static void
expect_own (const char *page, const char *element)
{
  g_autofree char *open = g_strdup_printf ("<%s>", element),
                  *close = g_strdup_printf ("</%s>", element);
  const char *start = strstr (page, open) + strlen (open);
  g_autofree char *hash = hash_of (start, (gsize) (strstr (start, close) - start));

  g_assert_cmpuint (count (page, open), ==, 1);
  g_assert_cmpuint (count (page, hash), ==, 1);
}

static void
test_own (void)
{
  g_autofree char *page = write_page ("<svg></svg>");

  expect_own (page, "script");
  expect_own (page, "style");
  g_assert_cmpuint (count (page, "sha256-"), ==, 2);
}

/* A browser hashes the text of an element, not what is written for it; in a picture that is not the
 * same. */
static void
test_picture (void)
{
  static const char *const written[] = { "<style>a{}</style>",
                                         "<style type=\"text/css\">a &gt; b{}</style>",
                                         "<style><![CDATA[a > c{}]]></style>",
                                         "<style>&amp;gt; é</style>" };
  static const char *const meant[] = { "a{}", "a > b{}", "a > c{}", "&gt; é" };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *svg =
          g_strdup_printf ("<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg>%s</svg>\n", written[i]);
      g_autofree char *page = write_page (svg), *hash = hash_of (meant[i], strlen (meant[i]));
      UNIT_EXPECT (count (page, hash) == 1, "the policy does not allow: %s", written[i]);
      g_assert_cmpuint (count (page, "sha256-"), ==, 3);
      g_assert_cmpuint (count (page, "<?xml"), ==, 0);
      g_assert_cmpuint (count (page, "<!DOCTYPE"), ==, 1);
    }
}

static void
test_directives (void)
{
  g_autofree char *page = write_page ("<svg></svg>");

  g_assert_cmpuint (count (page, "content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; "
                                 "form-action &#39;none&#39;; script-src "),
                    ==, 1);
  g_assert_cmpuint (count (page, "unsafe-"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/own", test_own);
  g_test_add_func ("/policy/picture", test_picture);
  g_test_add_func ("/policy/directives", test_directives);
  return g_test_run ();
}
