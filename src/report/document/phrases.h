/* The pieces that sentences about a map are made of. Private to report/. */

#pragma once

#include "model/map.h"

/* The stakeholder's name, or its id where it has none. Belongs to the map. */
const char *am_phrase_name (const AmMap *map, guint32 stakeholder);

/* The same for where it may be told many times: its beginning where it is very long. Caller owns
 * it. */
char *am_phrase_mention (const AmMap *map, guint32 stakeholder);

/* Names of the stakeholders in @by: "NSPCC, Barnardo's and the police"; of many the first, and how
   many others. Caller owns it; NULL when there is none. */
char *am_phrase_names (const AmMap *map, AmRange by);

/* " [1; 3]" for the sources cited, numbered from 1 as in the list of sources, or "". Caller owns
 * it. */
char *am_phrase_citations (const AmMap *map, AmRange evidence);

/* The same with where in the source, and what it says there: " [1, p. 3: “…”; 2]". Caller owns it.
 */
char *am_phrase_evidence (const AmMap *map, AmRange evidence);

/* The text of a claim, folded, with a full stop unless it ends like a sentence: whole, for the
   place where it is told, and its beginning where it is very long, for all others. Caller owns
   them. */
char *am_phrase_whole (const char *text);
char *am_phrase_sentence (const char *text);
/* The text without a final full stop, for quoting inside a sentence; its beginning where it is very
 * long. Caller owns it. */
char *am_phrase_quoted (const char *text);

/* What a rebuttal's relation attacks: “…”, or the step from “…” to “…”. Caller owns it; NULL for a
   support, and for one that does not resolve. */
char *am_phrase_target (const AmMap *map, const AmRelation *relation);

/* "two" to "ten", else digits. Caller owns it. */
char *am_phrase_number (guint count);

/* "Two points", "12 points": for the beginning of a sentence. Caller owns it. */
char *am_phrase_count (guint count, const char *singular, const char *plural);

/* The titles of the sources that @evidence cites, each once: “…” and “…”. Caller owns it; NULL
 * where none resolves. */
char *am_phrase_titles (const AmMap *map, AmRange evidence);
