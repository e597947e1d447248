#include "draw/escape.h"

#include "base/text.h"

typedef enum
{
  FOR_ATTRIBUTE,
  FOR_LABEL,
  FOR_XML,
} Target;

static void
escape_character (GString *out, gunichar c, Target target)
{
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    case '\\':
      /* Graphviz looks for its own escapes once in the lines of a label, after entities are decoded, and twice in a tooltip. */
      g_string_append (out, target == FOR_LABEL ? "&#92;&#92;" : target == FOR_ATTRIBUTE ? "\\\\\\\\" : "\\");
      break;
    case '\'':
      g_string_append (out, target == FOR_XML ? "&#39;" : "'");
      break;
    case '\n':
      g_string_append (out, target == FOR_LABEL ? " " : target == FOR_ATTRIBUTE ? "\\n" : "\n");
      break;
    case '\t':
      g_string_append_c (out, target == FOR_XML ? '\t' : ' ');
      break;
    default:
      if (!am_text_is_unsafe (c))
        g_string_append_unichar (out, c);
    }
}

static void
escape (GString *out, const char *text, Target target)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    escape_character (out, g_utf8_get_char (p), target);
}

void
am_escape_attribute (GString *out, const char *text)
{
  escape (out, text, FOR_ATTRIBUTE);
}

void
am_escape_xml (GString *out, const char *text)
{
  escape (out, text, FOR_XML);
}

void
am_escape_label (GString *out, const char *text)
{
  gsize before = out->len;

  escape (out, text, FOR_LABEL);
  if (out->len == before) /* <B></B> would be a syntax error */
    g_string_append_c (out, ' ');
}

char *
am_escaped_attribute (const char *text)
{
  GString *out = g_string_new (NULL);
  escape (out, text, FOR_ATTRIBUTE);
  return g_string_free (out, FALSE);
}
