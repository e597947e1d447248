/* The shells that ask "argmap complete", which is hidden (command.h), what may stand at the cursor.
 */

#pragma once

#include <glib.h>

/* NULL-terminated; static. */
const char *const *am_complete_shells (void);
