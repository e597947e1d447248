#include "report/starter/starter.h"

#include "base/json.h"

#include <string.h>

/* The lines of the maps, and NULL. */
extern const char *const am_starter_document[], *const am_skeleton_document[];

/* Members of the map: those of sources are further in. */
#define TITLE "  \"title\": "
#define QUESTION "  \"question\": "
#define DESCRIPTION "  \"description\": "
#define LICENSE "  \"license\": "
#define DATE "  \"date\": "

#define NO_TITLE "The debate"
#define OTHER_DEBATE                                                                               \
  "What follows is an example from another debate, about a speed limit, to write over. Its town, " \
  "people and sources are made up."

static void
append_member (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, name);
  am_json_append_text (out, text);
  g_string_append (out, ",\n");
}

/* Whether @line says what is not true of another debate under the example: then @text has what is
 * said instead, or NULL. */
static gboolean
is_replaced (const AmStarter *starter, const char *line, const char **text)
{
  const struct
  {
    const char *member, *text;
  } others[] = {
    { TITLE, starter->title != NULL ? starter->title : NO_TITLE },
    { QUESTION, starter->question },
    { DESCRIPTION, OTHER_DEBATE },
    { LICENSE, NULL },
    { DATE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (line, others[i].member))
      {
        *text = others[i].text;
        return TRUE;
      }
  return FALSE;
}

void
am_starter_write (const AmStarter *starter, GString *out)
{
  const char *const *line = starter->empty ? am_skeleton_document : am_starter_document;
  gboolean other = !starter->empty && (starter->title != NULL || starter->question != NULL);
  const char *text;

  for (; *line != NULL; line++)
    if (starter->title != NULL && g_str_has_prefix (*line, TITLE))
      append_member (out, TITLE, starter->title);
    else if (starter->question != NULL && g_str_has_prefix (*line, QUESTION))
      append_member (out, QUESTION, starter->question);
    else if (!other || !is_replaced (starter, *line, &text))
      g_string_append_printf (out, "%s\n", *line);
    else if (text != NULL)
      {
        g_string_append_len (out, *line, strchr (*line, ':') - *line);
        append_member (out, ": ", text);
      }
}
