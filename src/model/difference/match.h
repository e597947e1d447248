/* Which entity of the old map is which of the new one. Private to model/difference/. */

#pragma once

#include "model/difference/difference.h"

/* Stakeholders, claims and sources. */
void am_difference_match_entities (AmDifference *d);

/* Relations, once claims are matched. */
void am_difference_match_relations (AmDifference *d);
