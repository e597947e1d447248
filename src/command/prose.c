#include "command/prose.h"

#include "reason/sat.h"

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

AmExit
am_prose_print (const AmDocument *document, gint format)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (format == FORMAT_MARKDOWN)
    am_document_write_markdown (document, out);
  else
    am_document_write_text (document, am_terminal_width (), out);
  return am_print (out->str, out->len);
}

void
am_prose_note_unknown (const AmEvaluation *evaluation)
{
  guint unknown = 0;

  for (guint32 i = 0; i < evaluation->map->claims->len; i++)
    unknown += evaluation->kinds[i] == AM_CONTESTED_UNKNOWN;
  if (unknown > 0)
    am_complain ("%s: note: %s are not told apart: disputed, defensible, indefensible or deadlocked", evaluation->map->source->name,
                 am_sat_is_available () ? "that would take too long, so some contested claims"
                                        : "argmap was built without a SAT solver, so contested claims");
}
