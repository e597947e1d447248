/* What the commands that write prose share. Private to command/. */

#pragma once

#include "command/exit.h"
#include "reason/evaluation.h"
#include "report/document/document.h"

/* Values of --format, in the order of the words; −1, where none was given, is text. */
enum
{
  AM_PROSE_TEXT,
  AM_PROSE_MARKDOWN,
  AM_PROSE_JSON,
};

/* NULL-terminated; of commands that write JSON too, the second. */
extern const char *const am_prose_words[], *const am_prose_json_words[];

/* Appends the document in @format, as wide as the terminal. */
void am_prose_write (const AmDocument *document, gint format, GString *out);

/* The same on standard output, below an empty line where it is not the @first. */
AmExit am_prose_print (const AmDocument *document, gint format, gboolean first);

/* Says on standard error which kinds were wanted of disputed claims and are not decided within the
   bound. Call it when all that is printed of the evaluation has been written. */
void am_prose_note_undecided (const AmEvaluation *evaluation);

/* The same where there is no solver that could decide them: for the command that people call to be
 * told these kinds. */
void am_prose_note_no_solver (const AmEvaluation *evaluation);
