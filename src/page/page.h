/* The picture as a page to explore: one HTML document that needs nothing but itself. */

#pragma once

#include "reason/digest.h"

/* Appends the page of the map of @digest, with statuses and outcomes where @evaluated, around @svg,
   its picture as am_draw() writes it. The map may be invalid; none of its texts is taken for
   markup. */
void am_page_write (AmDigest *digest, gboolean evaluated, const char *svg, GString *out);
