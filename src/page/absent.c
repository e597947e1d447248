/* In a program that is built without Graphviz there is no picture to put into a page. */

#include "page/page.h"

void
am_page_write (G_GNUC_UNUSED AmDigest *digest, G_GNUC_UNUSED gboolean evaluated,
               G_GNUC_UNUSED const char *svg, G_GNUC_UNUSED GString *out)
{
  g_assert_not_reached ();
}
