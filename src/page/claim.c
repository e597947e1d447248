/* All that is said of a claim but its text: who says it, on what evidence, what it bears on, and
 * what bears on it. */

#include "base/text.h"
#include "draw/graph/escape.h"
#include "page/parts.h"

/* --- what sort of statement it is --- */

static void
append_word (const AmPage *page, const char *word)
{
  if (word[0] == '\0')
    return;
  g_string_append_printf (page->out, " <span class=\"word\">%s</span>", word);
}

static void
append_sort (const AmPage *page, guint32 index)
{
  const AmClaim *claim = am_map_claim (page->map, index);

  g_string_append_printf (page->out, "<span class=\"word\">%s</span>",
                          page->evaluation->is_thesis[index] ? "resolution"
                                                             : am_role_word (claim->role));
  append_word (page, am_claim_kind_words[claim->kind]);
  append_word (page, am_issue_words[claim->issue]);
}

/* What a thesis comes to. */
static void
write_outcome (const AmPage *page, guint32 index)
{
  if (!page->evaluated || !page->evaluation->is_thesis[index])
    return;
  AmVerdict verdict = am_verdict (page->evaluation->labelling, index);
  g_autofree char *tally = am_verdict_tally (&verdict);
  g_autofree char *said =
      g_strconcat (am_verdict_sentence (&verdict), tally != NULL ? " " : "", tally, NULL);
  am_page_element (page->out, "p", "outcome", said);
}

static void
write_sort (const AmPage *page, guint32 index)
{
  const AmClaim *claim = am_map_claim (page->map, index);

  g_string_append (page->out, "<p class=\"sort\">");
  append_sort (page, index);
  g_string_append (page->out, " <span class=\"id\">");
  am_escape_xml (page->out, claim->id);
  g_string_append (page->out, "</span>");
  for (const AmPageStatus *status = NULL; (status = am_page_next_status (page, status)) != NULL;)
    if (am_digest_is_listed (page->digest, status->list, index))
      g_string_append_printf (page->out, " <span class=\"status %s\" title=\"%s\">%s</span>",
                              status->slug, status->meaning, status->word);
  g_string_append (page->out, "</p>\n");
  write_outcome (page, index);
  if (claim->label != NULL && !am_text_is_unseen (claim->label))
    am_page_element (page->out, "p", "label", claim->label);
}

/* --- who says it, and where it can be read --- */

static void
write_asserter (const AmPage *page, const AmRef *ref)
{
  g_string_append (page->out, "<li>");
  if (ref->index == AM_NONE)
    am_page_element (page->out, "span", "missing", ref->id);
  else
    {
      am_page_badge (page, ref->index);
      g_string_append_c (page->out, ' ');
      am_page_element (page->out, "span", "name", am_map_stakeholder (page->map, ref->index)->name);
    }
  g_string_append (page->out, "</li>\n");
}

static void
write_asserters (const AmPage *page, AmRange by)
{
  if (by.count == 0)
    return;
  g_string_append (page->out, "<ul class=\"by\">\n");
  for (guint32 i = 0; i < by.count; i++)
    write_asserter (page, am_map_ref (page->map, by.start + i));
  g_string_append (page->out, "</ul>\n");
}

static void
write_optional (const AmPage *page, const char *element, const char *class, const char *text)
{
  if (text != NULL && !am_text_is_unseen (text))
    am_page_element (page->out, element, class, text);
}

static void
write_source (const AmPage *page, const AmRef *ref)
{
  if (ref->index == AM_NONE)
    {
      am_page_element (page->out, "span", "missing", ref->id != NULL ? ref->id : "");
      return;
    }
  const AmSourceRecord *source = am_map_source (page->map, ref->index);
  g_string_append (page->out, "<cite>");
  am_page_link (page->out, am_page_source_title (source), source->url);
  g_string_append (page->out, "</cite>");
}

static void
write_evidence (const AmPage *page, AmRange evidence)
{
  if (evidence.count == 0)
    return;
  g_string_append (page->out, "<div class=\"evidence\"><h3>Evidence</h3><ul>\n");
  for (guint32 i = 0; i < evidence.count; i++)
    {
      const AmEvidence *item = am_map_evidence (page->map, evidence.start + i);
      g_string_append (page->out, "<li>");
      write_source (page, &item->source);
      if (item->locator != NULL && !am_text_is_unseen (item->locator))
        g_string_append (page->out, ", ");
      write_optional (page, "span", "locator", item->locator);
      write_optional (page, "blockquote", "quote", item->quote);
      write_optional (page, "p", "note", item->note);
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ul></div>\n");
}

/* --- what it bears on, and what bears on it --- */

/* A heading with a list, of which nothing is written before its first item. */
typedef struct
{
  const AmPage *page;
  guint32 told; /* the relation that the place in the outline tells of */
  const char *class, *sign, *heading;
  gboolean begun;
} Group;

static void
begin_item (Group *group, const char *attributes)
{
  if (!group->begun)
    g_string_append_printf (group->page->out,
                            "<div class=\"relations %s\"><h3><span class=\"sign\" "
                            "aria-hidden=\"true\">%s</span> %s</h3><ul>\n",
                            group->class, group->sign, group->heading);
  group->begun = TRUE;
  g_string_append_printf (group->page->out, "<li%s>", attributes);
}

static void
end_group (const Group *group)
{
  if (group->begun)
    g_string_append (group->page->out, "</ul></div>\n");
}

static void
write_target (const AmPage *page, const AmRef *to)
{
  if (to->index != AM_NONE)
    am_page_claim_link (page, to->index);
  else
    am_page_element (page->out, "span", "missing", to->id != NULL ? to->id : "?");
}

/* The step that is undercut, by both its ends. An undercut of an undercut names the one that it
 * attacks. */
static void
write_step (const AmPage *page, guint32 relation)
{
  if (relation == AM_NONE)
    {
      am_page_element (page->out, "span", "missing", "a step that is missing");
      return;
    }
  const AmRelation *attacked = am_map_relation (page->map, relation);
  am_page_claim_link (page, attacked->from);
  if (attacked->kind == AM_RELATION_UNDERCUT)
    return;
  g_string_append_printf (page->out, " <span class=\"then\">%s</span> ",
                          am_relation_word (attacked->kind));
  write_target (page, &attacked->to);
}

/* The premises beside @but, which is told anyway. */
static void
write_premises (const AmPage *page, const AmRelation *relation, guint32 but)
{
  guint count = 0;

  for (guint32 i = 0; i <= relation->with.count; i++)
    {
      const AmRef carrier = { am_map_claim (page->map, relation->from)->id, 0, relation->from };
      const AmRef *premise =
          i == 0 ? &carrier : am_map_ref (page->map, relation->with.start + i - 1);
      if (premise->index == but)
        continue;
      g_string_append_printf (page->out, " <span class=\"then\">%s</span> ",
                              count++ == 0 ? "together with" : "and");
      write_target (page, premise);
    }
}

/* Why the step is to be taken. */
static void
write_reason (const AmPage *page, const char *word, const char *class, const char *text)
{
  if (text == NULL || am_text_is_unseen (text))
    return;
  g_string_append_printf (page->out, "<p class=\"reason\"><span class=\"then\">%s:</span> ", word);
  am_page_element (page->out, "span", class, text);
  g_string_append (page->out, "</p>");
}

/* What became of the step, where it is answered or disputed. */
static void
write_step_status (const AmPage *page, guint32 relation)
{
  if (!page->evaluated
      || !am_dependencies_counts (page->map, am_map_relation (page->map, relation)))
    return;
  AmLabel label =
      am_labelling_of (page->evaluation->labelling,
                       am_dependencies_relation_node (page->evaluation->dependencies, relation));
  if (label != AM_LABEL_IN)
    g_string_append_printf (
        page->out,
        " <span class=\"status %s\" title=\"with every reply in this map counted\">%s</span>",
        am_label_word (label),
        label == AM_LABEL_OUT ? "this step is answered" : "this step is disputed");
}

static void
write_relation (Group *group, guint32 claim, guint32 index)
{
  const AmPage *page = group->page;
  const AmRelation *relation = am_map_relation (page->map, index);

  begin_item (group, index == group->told ? " class=\"here\"" : "");
  if (relation->kind == AM_RELATION_UNDERCUT)
    write_step (page, relation->to_relation);
  else
    write_target (page, &relation->to);
  write_premises (page, relation, claim);
  write_step_status (page, index);
  write_reason (page, "Scheme", "scheme", relation->scheme);
  write_reason (page, "Because", "warrant", relation->warrant);
  g_string_append (page->out, "</li>\n");
}

static const struct
{
  const char *class, *sign, *heading;
} relation_groups[] = {
  [AM_RELATION_SUPPORT] = { "outgoing supports", "+", "Supports" },
  [AM_RELATION_REBUT] = { "outgoing rebuts", "−", "Rebuts" },
  [AM_RELATION_UNDERCUT] = { "outgoing undercuts", "×", "Undercuts the step" },
};

static void
write_relation_groups (const AmPage *page, guint32 claim, guint32 told)
{
  AmRange own = am_map_claim (page->map, claim)->relations;
  AmIndexList linked = am_map_linked (page->map, claim);

  for (guint kind = 0; kind < G_N_ELEMENTS (relation_groups); kind++)
    {
      Group group = { page,
                      told,
                      relation_groups[kind].class,
                      relation_groups[kind].sign,
                      relation_groups[kind].heading,
                      FALSE };
      for (guint32 i = 0; i < own.count; i++)
        if (am_map_relation (page->map, own.start + i)->kind == kind)
          write_relation (&group, claim, own.start + i);
      for (guint32 i = 0; i < linked.count; i++)
        if (am_map_relation (page->map, linked.items[i])->kind == kind)
          write_relation (&group, claim, linked.items[i]);
      end_group (&group);
    }
}

static void
write_answer (const AmPage *page, guint32 claim)
{
  am_page_claim_link (page, claim);
  g_string_append_c (page->out, ' ');
  am_page_badges (page, am_map_claim (page->map, claim)->by);
}

/* A support or rebuttal says no more than what its undercuts leave of it. */
static void
write_objections (const AmPage *page, guint32 relation)
{
  AmIndexList list = am_map_undercutters (page->map, relation);

  for (guint32 i = 0; i < list.count; i++)
    {
      g_string_append (page->out, "<p class=\"objection\"><span class=\"sign\">×</span> <span "
                                  "class=\"then\">undercut by</span> ");
      write_answer (page, am_map_relation (page->map, list.items[i])->from);
      write_step_status (page, list.items[i]);
      g_string_append (page->out, "</p>");
    }
}

static void
write_answers (const AmPage *page, guint32 claim, AmRelationKind kind, const char *class,
               const char *sign, const char *heading)
{
  AmIndexList list = am_map_incoming (page->map, claim);
  Group group = { page, AM_NONE, class, sign, heading, FALSE };

  for (guint32 i = 0; i < list.count; i++)
    {
      const AmRelation *relation = am_map_relation (page->map, list.items[i]);
      if (relation->kind != kind)
        continue;
      begin_item (&group, "");
      write_answer (page, relation->from);
      write_premises (page, relation, relation->from);
      write_step_status (page, list.items[i]);
      write_objections (page, list.items[i]);
      g_string_append (page->out, "</li>\n");
    }
  end_group (&group);
}

static void
write_undercutters (Group *group, guint32 relation)
{
  AmIndexList list = am_map_undercutters (group->page->map, relation);

  for (guint32 i = 0; i < list.count; i++)
    {
      begin_item (group, "");
      write_answer (group->page, am_map_relation (group->page->map, list.items[i])->from);
      write_step_status (group->page, list.items[i]);
      g_string_append (group->page->out, "</li>\n");
    }
}

static void
write_undercut_steps (const AmPage *page, guint32 claim)
{
  AmRange own = am_map_claim (page->map, claim)->relations;
  AmIndexList linked = am_map_linked (page->map, claim);
  Group group = { page, AM_NONE, "incoming undercuts", "×", "Its step is undercut by", FALSE };

  for (guint32 i = 0; i < own.count; i++)
    write_undercutters (&group, own.start + i);
  for (guint32 i = 0; i < linked.count; i++)
    write_undercutters (&group, linked.items[i]);
  end_group (&group);
}

/* --- all of it --- */

void
am_page_about (const AmPage *page, guint32 index, guint32 told)
{
  const AmClaim *claim = am_map_claim (page->map, index);

  g_string_append (page->out, "<div class=\"about\">\n");
  write_sort (page, index);
  write_asserters (page, claim->by);
  write_optional (page, "p", "note", claim->note);
  write_evidence (page, claim->evidence);
  write_relation_groups (page, index, told);
  write_answers (page, index, AM_RELATION_SUPPORT, "incoming supports", "+", "Supported by");
  write_answers (page, index, AM_RELATION_REBUT, "incoming rebuts", "−", "Rebutted by");
  write_undercut_steps (page, index);
  g_string_append (page->out, "</div>\n");
}
