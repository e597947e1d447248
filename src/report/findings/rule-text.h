/* What docs/rules.md says of a rule. It is built into the program, so the two cannot differ. */

#pragma once

#include "base/rules.h"

/* The rule's section without its heading, as Markdown or as plain text with examples indented.
 * Caller owns it. */
char *am_explain_markdown (AmRule rule);
char *am_explain_text (AmRule rule);

/* The first paragraph after the line with the level: what the rule is about, in one line. Caller
 * owns it. */
char *am_explain_briefly (AmRule rule);
