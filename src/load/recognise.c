#include "load/recognise.h"

#include "base/forms.h"
#include "base/lookalike.h"
#include "base/nearest.h"
#include "base/place.h"
#include "load/foreign.h"

#define FORMAT_VERSION 1

#define LONGEST_SHOWN 20 /* digits of a version, which may have a million */

static const Member *
find_member (const GArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (g_array_index (members, Member, i).name, name))
      return &g_array_index (members, Member, i);
  return NULL;
}

/* A question about the member that only looks like "argmap". Caller owns it; NULL when there is
 * none. */
static char *
ask_lookalike (const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const char *name = g_array_index (members, Member, i).name;
      if (am_lookalike_same (name, "argmap"))
        return am_nearest_ask (name, "argmap");
    }
  return NULL;
}

static gboolean
is_map (const GArray *members, AmSource *source, guint32 at, AmReport *report)
{
  AmSpan where = am_locate_value (source, at);
  char opener = source->text[at];

  if (opener != '{')
    {
      am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL, "a map is an object, and this is %s",
                     opener == '[' ? "a list" : "a single value");
      return FALSE;
    }
  if (find_member (members, "argmap") != NULL)
    return TRUE;
  const ForeignFormat *format = am_foreign_json (members);
  AmFinding *finding =
      format != NULL
          ? am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL,
                           "this looks like %s, not like an argument map of this program",
                           format->what)
          : am_report_add (report, AM_RULE_NOT_A_MAP, where, NULL,
                           "this is no argument map: it has no \"argmap\" member");
  g_autofree char *question = format == NULL ? ask_lookalike (members) : NULL;
  if (question != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", question);
  else if (format == NULL)
    am_finding_help (finding, AM_SPAN_NONE, "a map begins {\"argmap\": %d, \"title\": …",
                     FORMAT_VERSION);
  else if (format->help != NULL)
    am_finding_help (finding, AM_SPAN_NONE, "%s", format->help);
  return FALSE;
}

/* A number that is not ours; a version that is no number is a wrong type, and the rest is read as
 * version 1. */
static gboolean
is_known_version (Parser *parser, const GArray *members, AmSource *source, AmReport *report)
{
  const Member *argmap = find_member (members, "argmap");
  g_assert (argmap != NULL);
  guint32 entry = argmap->first;
  const cJSON *version = am_parse_value (parser, entry);

  G_STATIC_ASSERT (FORMAT_VERSION == 1);
  AmSpan where = am_locate_value (source, parser->entries[entry].value);
  if (!cJSON_IsNumber (version) || am_value_is_one (source->text + where.start, where.length))
    return TRUE;
  AmFinding *finding =
      am_report_add (report, AM_RULE_UNSUPPORTED_VERSION, where, NULL,
                     "the map is of format version %.*s%s, which this program does not know",
                     (int) MIN (where.length, LONGEST_SHOWN), source->text + where.start,
                     where.length > LONGEST_SHOWN ? "…" : "");
  am_finding_help (finding, AM_SPAN_NONE, "this program reads version %d", FORMAT_VERSION);
  return FALSE;
}

gboolean
am_recognise_map (Parser *parser, const GArray *members, AmSource *source, AmReport *report)
{
  return is_map (members, source, parser->entries[0].value, report)
      && is_known_version (parser, members, source, report);
}
