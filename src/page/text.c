/* Text of a map in a page. Everything in it is untrusted: no text becomes part of the document but
 * escaped. */

#include "base/text.h"
#include "base/forms.h"
#include "draw/graph/escape.h"
#include "draw/graph/ids.h"
#include "page/parts.h"

#include <string.h>

/* A link says where it leads in so many columns. */
#define LINK_COLUMNS 160

void
am_page_element (GString *out, const char *name, const char *class, const char *text)
{
  g_string_append_printf (out, "<%s class=\"%s\" dir=\"auto\">", name, class);
  am_escape_xml (out, text);
  g_string_append_printf (out, "</%s>", name);
}

void
am_page_link (GString *out, const char *text, const char *url)
{
  gboolean safe = url != NULL && g_utf8_validate (url, -1, NULL) && am_value_is_url (url);

  if (safe)
    {
      g_string_append (out, "<a rel=\"noopener noreferrer\" href=\"");
      am_escape_xml (out, url);
      g_string_append (out, "\">");
    }
  g_string_append (out, "<bdi>");
  am_escape_xml (out, text);
  g_string_append (out, safe ? "</bdi></a>" : "</bdi>");
}

const char *
am_page_source_title (const AmSourceRecord *source)
{
  const char *const names[] = { source->title, source->url, source->id };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && !am_text_is_unseen (names[i]))
      return names[i];
  return "(no title)";
}

char *
am_page_id (const AmMap *map, guint32 claim)
{
  g_autofree char *name = am_ids_claim (map, claim);
  return g_strdup (name + strlen ("claim-"));
}

const char *
am_page_claim_text (const AmPage *page, guint32 claim)
{
  const char *text = am_map_claim (page->map, claim)->text;

  return am_text_is_unseen (text) ? "(no text)" : text;
}

/* What a claim is called in a link. Caller owns it. */
static char *
shorten (const char *text)
{
  g_autoptr (GPtrArray) lines = am_text_wrap (text, LINK_COLUMNS);

  return g_strconcat (g_ptr_array_index (lines, 0), lines->len > 1 ? "…" : "", NULL);
}

void
am_page_claim_link (const AmPage *page, guint32 claim)
{
  g_autofree char *name = am_page_id (page->map, claim);
  g_autofree char *text = shorten (am_page_claim_text (page, claim));

  g_string_append_printf (page->out, "<a class=\"text\" dir=\"auto\" href=\"#entry-%s\">", name);
  am_escape_xml (page->out, text);
  g_string_append (page->out, "</a>");
}

void
am_page_badge (const AmPage *page, guint32 stakeholder)
{
  const AmStakeholder *who = am_map_stakeholder (page->map, stakeholder);
  const AmBadge *badge = &page->palette->badges[stakeholder];

  g_string_append_printf (page->out, "<abbr class=\"badge%s", badge->used ? "" : " silent");
  if (badge->used)
    g_string_append_printf (page->out, " by-%u", stakeholder);
  g_string_append (page->out, "\" dir=\"auto\" title=\"");
  am_escape_xml (page->out, who->name);
  g_string_append (page->out, "\">");
  am_escape_xml (page->out, badge->initials);
  g_string_append (page->out, "</abbr>");
}

void
am_page_badges (const AmPage *page, AmRange by)
{
  if (by.count == 0)
    return;
  g_string_append (page->out, "<span class=\"badges\">");
  for (guint32 i = 0; i < by.count; i++)
    {
      guint32 stakeholder = am_map_ref (page->map, by.start + i)->index;
      g_string_append (page->out, i > 0 ? " " : "");
      if (stakeholder != AM_NONE)
        am_page_badge (page, stakeholder);
      else
        g_string_append (page->out, "<abbr class=\"badge silent\" title=\"missing\">?</abbr>");
    }
  g_string_append (page->out, "</span>");
}
