/* The shells that ask "argmap complete", which is hidden (command.h), what may stand at the cursor.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL-terminated; static. */
const char *const *am_complete_shells (void);

G_END_DECLS
