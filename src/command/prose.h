/* What the commands that write prose share. Private to command/. */

#pragma once

#include "command/exit.h"
#include "reason/evaluation.h"
#include "report/document/document.h"

/* Values of --format: "text", "markdown". */
const char *const *am_prose_words (void);

/* Appends the document in @format, an index of am_prose_words(), text for −1, as wide as the
 * terminal. */
void am_prose_write (const AmDocument *document, gint format, GString *out);

/* The same on standard output. */
AmExit am_prose_print (const AmDocument *document, gint format);

/* Says on standard error which kinds were wanted of contested claims and are not decided within the
   bound. Call it when all that is printed of the evaluation has been written. */
void am_prose_note_undecided (const AmEvaluation *evaluation);

/* The same where there is no solver that could decide them: for the command that people call to be
 * told these kinds. */
void am_prose_note_no_solver (const AmEvaluation *evaluation);
