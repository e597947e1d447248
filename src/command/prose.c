#include "command/prose.h"

#include "command/terminal.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
} Format;

const char *const *
am_prose_words (void)
{
  static const char *const words[] = { [FORMAT_TEXT] = "text", [FORMAT_MARKDOWN] = "markdown", NULL };
  return words;
}

void
am_prose_write (const AmDocument *document, gint format, GString *out)
{
  if (format == FORMAT_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
}

AmExit
am_prose_print (const AmDocument *document, gint format)
{
  g_autoptr (GString) out = g_string_new (NULL);

  am_prose_write (document, format, out);
  return am_print (out->str, out->len);
}

void
am_prose_note_undecided (const AmEvaluation *evaluation)
{
  AmContestedKind why;

  if (am_evaluation_undecided (evaluation, &why) > 0 && why == AM_CONTESTED_CUT)
    am_complain ("%s: note: some contested claims are not told apart further within the bound on the search: disputed, "
                 "defensible, indefensible or deadlocked",
                 evaluation->map->source->name);
}

void
am_prose_note_no_solver (const AmEvaluation *evaluation)
{
  AmContestedKind why;

  if (am_evaluation_undecided (evaluation, &why) > 0 && why == AM_CONTESTED_UNASKED)
    am_complain ("%s: note: this build of argmap has no SAT solver, so it does not say which contested claims are disputed, "
                 "defensible, indefensible or deadlocked; all else is complete",
                 evaluation->map->source->name);
}
