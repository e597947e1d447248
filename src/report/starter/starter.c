#include "report/starter/starter.h"

#include "base/json.h"

/* The lines of the maps, and NULL. */
extern const char *const am_starter_document[], *const am_skeleton_document[];

/* Members of the map: those of sources are further in. */
#define TITLE "  \"title\": "
#define QUESTION "  \"question\": "

static void
append_member (GString *out, const char *name, const char *text)
{
  g_string_append (out, name);
  am_json_append_text (out, text);
  g_string_append (out, ",\n");
}

void
am_starter_write (const AmStarter *starter, GString *out)
{
  const char *const *line = starter->empty ? am_skeleton_document : am_starter_document;
  gboolean keep_question = starter->title == NULL || starter->empty;

  for (; *line != NULL; line++)
    if (starter->title != NULL && g_str_has_prefix (*line, TITLE))
      append_member (out, TITLE, starter->title);
    else if (starter->question != NULL && g_str_has_prefix (*line, QUESTION))
      append_member (out, QUESTION, starter->question);
    else if (keep_question || !g_str_has_prefix (*line, QUESTION))
      g_string_append_printf (out, "%s\n", *line);
}
