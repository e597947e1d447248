/* The outline of a page: a tree of lists that fold. It holds all that the page knows of a claim,
 * once. */

#include "draw/graph/escape.h"
#include "page/parts.h"

/* Browsers nest no deeper than some hundred elements, and readers not that deep: below, an answer
   stands beside what it answers and says what that is. */
#define DEEPEST 24

/* What folds stands beside the line: what can be clicked may hold nothing else that can be. */
#define FOLD                                                                                       \
  "<details open=\"open\"><summary class=\"fold\" lang=\"en\" aria-label=\"Statements about "      \
  "this\"></summary>"

typedef struct
{
  const AmPage *page;
  guint depth; /* how many lists are open inside of the outermost */
} Tree;

static const struct
{
  const char *class, *sign, *word;
} openings[] = {
  [AM_RELATION_SUPPORT] = { "supports", "+", "supports" },
  [AM_RELATION_REBUT] = { "rebuts", "−", "rebuts" },
  [AM_RELATION_UNDERCUT] = { "undercuts", "×", "undercuts this step" },
};

/* --- the item --- */

static void
append_attributes (const AmPage *page, guint32 index)
{
  const AmClaim *claim = am_map_claim (page->map, index);
  g_autofree char *name = am_page_id (page->map, index);

  g_string_append_printf (
      page->out, " id=\"entry-%s\" data-role=\"%s\" data-kind=\"%s\" data-by=\"", name,
      am_role_word (claim->role),
      claim->kind != AM_CLAIM_UNSAID ? am_claim_kind_words[claim->kind] : "unsaid");
  for (guint32 i = 0; i < claim->by.count; i++)
    {
      guint32 stakeholder = am_map_ref (page->map, claim->by.start + i)->index;
      if (stakeholder != AM_NONE)
        g_string_append_printf (page->out, "%s%u", i > 0 ? " " : "", stakeholder);
    }
  g_string_append (page->out, "\" data-status=\"");
  for (const AmPageStatus *status = NULL; (status = am_page_next_status (page, status)) != NULL;)
    if (am_digest_is_listed (page->digest, status->list, index))
      g_string_append_printf (page->out, "%s ", status->slug);
  g_string_append_c (page->out, '"');
}

static const char *
entry_class (const AmPage *page, const AmOutlineEntry *entry)
{
  if (entry->relation == AM_NONE)
    return page->evaluation->is_thesis[entry->claim] ? "thesis" : "root";
  return entry->linked ? "linked"
                       : openings[am_map_relation (page->map, entry->relation)->kind].class;
}

static void
write_opening (const AmPage *page, const AmOutlineEntry *entry)
{
  const char *sign = "&amp;", *word = "together with this";

  if (entry->relation == AM_NONE)
    return;
  if (!entry->linked)
    {
      AmRelationKind kind = am_map_relation (page->map, entry->relation)->kind;
      sign = openings[kind].sign;
      word = openings[kind].word;
    }
  g_string_append_printf (
      page->out,
      "<span class=\"opening\"><span class=\"sign\" aria-hidden=\"true\">%s</span> %s</span> ",
      sign, word);
}

static void
write_line (const AmPage *page, const AmOutlineEntry *entry)
{
  const AmClaim *claim = am_map_claim (page->map, entry->claim);
  g_autofree char *name = am_page_id (page->map, entry->claim);

  write_opening (page, entry);
  if (entry->depth >= DEEPEST)
    {
      am_page_claim_link (page, entry->linked ? am_map_relation (page->map, entry->relation)->from
                                              : entry->above);
      g_string_append (page->out, ": ");
    }
  if (entry->again)
    {
      am_page_claim_link (page, entry->claim);
      g_string_append (page->out, " <span class=\"told\">told elsewhere</span>");
      return;
    }
  g_string_append_printf (page->out, "<a class=\"text own\" dir=\"auto\" href=\"#entry-%s\">",
                          name);
  am_escape_xml (page->out, am_page_claim_text (page, entry->claim));
  g_string_append (page->out, "</a> ");
  am_page_badges (page, claim->by);
}

/* --- the tree --- */

static void
close_lists (Tree *tree, guint depth)
{
  for (; tree->depth > depth; tree->depth--)
    g_string_append (tree->page->out, "</ul></details></li>\n");
}

static void
write_entry (Tree *tree, const AmOutlineEntry *entry)
{
  const AmPage *page = tree->page;
  guint depth = MIN (entry->depth, DEEPEST);
  gboolean folds = entry->leads && depth < DEEPEST;
  g_autofree char *name = am_page_id (page->map, entry->claim);

  close_lists (tree, depth);
  g_string_append_printf (page->out, "<li class=\"%s%s\" data-claim=\"%s\"",
                          entry_class (page, entry), entry->again ? " again" : "", name);
  if (!entry->again)
    append_attributes (page, entry->claim);
  g_string_append (page->out, "><div class=\"line\">");
  write_line (page, entry);
  g_string_append (page->out, "</div>\n");
  if (!entry->again)
    am_page_about (page, entry->claim, entry->relation);
  g_string_append (page->out, folds ? FOLD "<ul>\n" : "</li>\n");
  tree->depth += folds;
}

static void
tell (const AmPage *page, AmOutline *outline)
{
  Tree tree = { page, 0 };
  AmOutlineEntry entry;

  g_string_append (page->out, "<ul class=\"tree\">\n");
  while (am_outline_next (outline, &entry))
    write_entry (&tree, &entry);
  close_lists (&tree, 0);
  g_string_append (page->out, "</ul>\n");
}

/* --- what bears on no thesis --- */

static void
write_rest (const AmPage *page, AmOutline *outline)
{
  gboolean begun = FALSE;

  for (; am_outline_add_rest (outline); begun = TRUE)
    {
      if (!begun)
        g_string_append (page->out, "<h3 lang=\"en\">Beside the point</h3>\n");
      tell (page, outline);
    }
}

void
am_page_outline (const AmPage *page)
{
  g_autoptr (AmOutline) outline = am_outline_new (page->map);
  const GArray *theses = page->evaluation->theses;

  for (guint i = theses->len; i-- > 0;)
    am_outline_add_root (outline, g_array_index (theses, guint32, i));
  if (theses->len > 0)
    tell (page, outline);
  write_rest (page, outline);
}
