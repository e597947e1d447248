#include "command/prose.h"

#include "command/terminal.h"

const char *const am_prose_words[] = { "text", "markdown", NULL };
const char *const am_prose_json_words[] = { "text", "markdown", "json", NULL };

void
am_prose_write (const AmDocument *document, gint format, GString *out)
{
  if (format == AM_PROSE_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
}

AmExit
am_prose_print (const AmDocument *document, gint format, gboolean first)
{
  g_autoptr (GString) out = g_string_new (first ? NULL : "\n");

  am_prose_write (document, format, out);
  return am_print (out->str, out->len);
}

/* Says @note where some claims are not told apart further, and @reason is why. */
static void
note_undecided (const AmEvaluation *evaluation, AmDisputeKind reason, const char *note)
{
  AmDisputeKind why;

  if (am_evaluation_undecided (evaluation, &why) > 0 && why == reason)
    am_complain ("%s: note: %s", evaluation->map->source->name, note);
}

void
am_prose_note_undecided (const AmEvaluation *evaluation)
{
  note_undecided (evaluation, AM_DISPUTE_CUT,
                  "the kind of some disputed claims was not found within the bound on the search: "
                  "either, defensible, indefensible or deadlocked");
}

void
am_prose_note_no_solver (const AmEvaluation *evaluation)
{
  note_undecided (evaluation, AM_DISPUTE_UNASKED,
                  "this build of argmap has no SAT solver, so it does not say of which kind "
                  "disputed claims are: either, defensible, indefensible or deadlocked; all else "
                  "is complete");
}
