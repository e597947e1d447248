/* The picture as a page to explore: one HTML document that needs nothing but itself. */

#pragma once

#include "reason/evaluation.h"

/* Appends the page of @map, with what @evaluation says of it unless that is NULL, around @svg, its picture as am_draw() writes it. @map may
   be invalid; none of its texts is taken for markup. */
void am_page_write (const AmMap *map, const AmEvaluation *evaluation, const char *svg, GString *out);
