/* What Graphviz has to say, and in whose words: its messages are collected, those that nobody can
   do anything about dropped, and its names of nodes replaced by what they stand for in the map.
   Private to draw/. */

#pragma once

#include "model/map.h"

/* From here on nothing that Graphviz or Pango says reaches the terminal. @map, which may be NULL,
   gives the names. One at a time. */
void am_graphviz_log_start (const AmMap *map);

/* No longer. Appends to @remarks, strings, which may be NULL, what is not an error but should be
 * known. */
void am_graphviz_log_stop (GPtrArray *remarks);

/* The first error since am_graphviz_log_start(), or NULL. Valid up to am_graphviz_log_stop(). */
const char *am_graphviz_log_error (void);

/* @message of Graphviz in our words, on one line of bounded length: caller owns it. For
 * am_graphviz_log_start(), and for tests. */
char *am_graphviz_log_explain (const AmMap *map, const char *message);
