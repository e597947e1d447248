/* The lists of a page beside the outline: what one can filter by, who takes part, sources, and the
 * map itself. */

#include "base/text.h"
#include "page/parts.h"

/* --- filters: only what tells some claims from others --- */

static void
begin_choice (const AmPage *page, const char *name, const char *value)
{
  g_string_append_printf (
      page->out,
      "<label class=\"choice\"><input type=\"checkbox\" name=\"%s\" value=\"%s\"/><span>", name,
      value);
}

static void
end_choice (const AmPage *page, guint count)
{
  g_string_append_printf (page->out, "</span> <small>%u</small></label>\n", count);
}

static void
begin_choices (const AmPage *page, const char *legend)
{
  g_string_append_printf (page->out, "<fieldset><legend>%s</legend>\n", legend);
}

static void
end_choices (const AmPage *page)
{
  g_string_append (page->out, "</fieldset>\n");
}

static void
offer_stakeholders (const AmPage *page)
{
  guint offered = 0;

  for (guint32 i = 0; i < page->map->stakeholders->len; i++)
    {
      guint32 count = am_map_asserted (page->map, i).count;
      if (count == 0)
        continue;
      if (offered++ == 0)
        begin_choices (page, "Who says it");
      g_autofree char *value = g_strdup_printf ("%u", i);
      begin_choice (page, "by", value);
      am_page_badge (page, i);
      g_string_append_c (page->out, ' ');
      am_page_element (page->out, "span", "name", am_map_stakeholder (page->map, i)->name);
      end_choice (page, count);
    }
  if (offered > 0)
    end_choices (page);
}

static void
offer_word (const AmPage *page, const char *name, const char *value, const char *word, guint count)
{
  if (count == 0)
    return;
  begin_choice (page, name, value);
  g_string_append (page->out, word);
  end_choice (page, count);
}

static void
offer_kinds (const AmPage *page)
{
  const AmDigestCounts *counts = am_digest_counts (page->digest);

  if (page->map->claims->len == 0)
    return;
  begin_choices (page, "Role");
  for (guint i = 0; i < G_N_ELEMENTS (counts->roles); i++)
    offer_word (page, "role", am_role_word ((AmRole) i), am_role_word ((AmRole) i),
                counts->roles[i]);
  end_choices (page);
  begin_choices (page, "Kind");
  for (guint i = 1; am_claim_kind_words[i] != NULL; i++)
    offer_word (page, "kind", am_claim_kind_words[i], am_claim_kind_words[i], counts->kinds[i]);
  offer_word (page, "kind", "unsaid", "not said", counts->kinds[AM_CLAIM_UNSAID]);
  end_choices (page);
}

static void
offer_statuses (const AmPage *page)
{
  guint offered = 0;

  for (const AmPageStatus *status = NULL; (status = am_page_next_status (page, status)) != NULL;)
    {
      guint count = am_digest_list (page->digest, status->list)->count;
      if (count > 0 && offered++ == 0)
        begin_choices (page, "Status");
      offer_word (page, "status", status->slug, status->word, count);
    }
  if (offered > 0)
    end_choices (page);
}

void
am_page_filters (const AmPage *page)
{
  offer_stakeholders (page);
  offer_kinds (page);
  offer_statuses (page);
}

/* --- who takes part --- */

static gboolean
is_said (const char *text)
{
  return text != NULL && !am_text_is_unseen (text);
}

static void
write_optional (const AmPage *page, const char *element, const char *class, const char *text)
{
  if (is_said (text))
    am_page_element (page->out, element, class, text);
}

static void
write_strings (const AmPage *page, const char *class, AmRange strings)
{
  if (strings.count == 0)
    return;
  g_string_append_printf (page->out, "<ul class=\"%s\">", class);
  for (guint32 i = 0; i < strings.count; i++)
    am_page_element (page->out, "li", "string", *am_map_string (page->map, strings.start + i));
  g_string_append (page->out, "</ul>\n");
}

static void
write_positions (const AmPage *page, AmRange positions)
{
  for (guint32 i = 0; i < positions.count; i++)
    {
      const AmPosition *position = am_map_position (page->map, positions.start + i);
      if (position->claim.index == AM_NONE)
        continue;
      g_string_append_printf (page->out, "<p class=\"position\"><span class=\"word\">%s</span> ",
                              am_stance_words[position->stance]);
      am_page_claim_link (page, position->claim.index);
      g_string_append (page->out, "</p>\n");
    }
}

void
am_page_stakeholders (const AmPage *page)
{
  if (page->map->stakeholders->len == 0)
    return;
  g_string_append (page->out,
                   "<section class=\"stakeholders\"><h2 lang=\"en\">Who takes part</h2><ul>\n");
  for (guint32 i = 0; i < page->map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (page->map, i);
      g_string_append (page->out, "<li>");
      am_page_badge (page, i);
      g_string_append (page->out, " <strong>");
      am_page_link (page->out, who->name, who->url);
      g_string_append (page->out, "</strong>");
      write_optional (page, "p", "role", who->role);
      write_strings (page, "interests", who->interests);
      write_positions (page, who->positions);
      write_optional (page, "p", "note", who->note);
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ul></section>\n");
}

/* --- sources --- */

void
am_page_sources (const AmPage *page)
{
  if (page->map->sources->len == 0)
    return;
  g_string_append (page->out, "<section class=\"sources\"><h2 lang=\"en\">Sources</h2><ol>\n");
  for (guint32 i = 0; i < page->map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (page->map, i);
      const char *const details[] = { source->author, source->publisher, source->date };
      g_string_append (page->out, "<li><cite>");
      am_page_link (page->out, am_page_source_title (source), source->url);
      g_string_append (page->out, "</cite>");
      for (guint k = 0; k < G_N_ELEMENTS (details); k++)
        if (is_said (details[k]))
          {
            g_string_append (page->out, ", ");
            am_page_element (page->out, "span", "detail", details[k]);
          }
      write_optional (page, "p", "note", source->note);
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ol></section>\n");
}

/* --- the map itself --- */

static void
write_term (const AmPage *page, const char *term, const char *text)
{
  if (!is_said (text))
    return;
  if (term != NULL)
    g_string_append_printf (page->out, "<dt lang=\"en\">%s</dt>", term);
  am_page_element (page->out, "dd", "term", text);
}

void
am_page_colophon (const AmPage *page)
{
  const AmMap *map = page->map;

  g_string_append (page->out, "<section class=\"colophon\"><h2 lang=\"en\">This map</h2>\n");
  write_optional (page, "p", "description", map->description);
  g_string_append (page->out, "<dl>\n");
  write_term (page, "Title", map->title); /* in full: where the page begins there may be no room */
  write_term (page, "Question", map->question);
  for (guint32 i = 0; i < map->authors.count; i++)
    write_term (page, i == 0 ? "Authors" : NULL, *am_map_string (map, map->authors.start + i));
  write_term (page, "Date", map->date);
  write_term (page, "Licence", map->license);
  g_string_append (page->out, "</dl></section>\n");
}
