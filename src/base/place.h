/* Finds values and members again in text that has been scanned, so that the model need not keep a
   position for each of them. Called only when something is reported. */

#pragma once

#include "base/source.h"

/* The span to underline for the value at @at: all of a string, number or literal, the bracket of an
 * object or array. */
AmSpan am_locate_value (const AmSource *source, gsize at);

/* The span of the value, or of the key, of the first member called @name in the object at @at; the
   object's brace when it has none. @name must need no escapes. Costs a walk over the object. */
AmSpan am_locate_member (const AmSource *source, gsize at, const char *name);
AmSpan am_locate_key (const AmSource *source, gsize at, const char *name);
