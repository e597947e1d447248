#include "report/starter.h"

#include "report/json-text.h"

/* The lines of the example, and NULL. */
extern const char *const am_starter_document[];

#define TITLE "  \"title\": " /* of the map: those of sources are further in */

void
am_starter_write (const char *title, GString *out)
{
  for (const char *const *line = am_starter_document; *line != NULL; line++)
    {
      if (title != NULL && g_str_has_prefix (*line, TITLE))
        {
          g_string_append (out, TITLE);
          am_json_append_text (out, title);
          g_string_append (out, ",\n");
        }
      else
        g_string_append_printf (out, "%s\n", *line);
    }
}
