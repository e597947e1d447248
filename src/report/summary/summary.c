#include "report/summary/parts.h"

#include "base/text.h"

/* --- the head --- */

/* In brief, of a title and of a question. */
#define MOST_TITLE_WORDS 25
#define MOST_QUESTION_WORDS 40

static void
add_count (GPtrArray *counts, guint count, const char *noun)
{
  if (count > 0)
    g_ptr_array_add (counts, am_text_count (count, noun, NULL));
}

static void
write_counts (AmSummary *s)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);

  add_count (counts, am_digest_counts (s->digest)->roles[AM_ROLE_CLAIM], "claim");
  add_count (counts, am_digest_counts (s->digest)->roles[AM_ROLE_REBUTTAL], "rebuttal");
  add_count (counts, s->map->stakeholders->len, "stakeholder");
  add_count (counts, s->map->sources->len, "source");
  g_autofree char *list = am_text_list (counts, "and", 0);
  am_document_paragraph (s->document);
  if (counts->len > 0)
    am_document_add (s->document, "The map holds %s.", list);
  else
    am_document_add (s->document, "The map is empty.");
}

/* --- lists --- */

static void
write_source (AmSummary *s, guint32 index, guint cited)
{
  const AmSourceRecord *source = am_map_source (s->map, index);
  const char *const details[] = { source->author, source->publisher, source->date };

  am_document_item (s->document, 0);
  am_document_add (s->document, "[%u] ", index + 1);
  am_document_link (s->document,
                    source->title != NULL ? source->title
                    : source->url != NULL ? source->url
                                          : source->id,
                    source->url);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i] != NULL && !am_text_is_unseen (details[i]))
      am_document_add (s->document, ", %s", details[i]);
  if (cited == 0)
    am_document_add (s->document, ": not cited.");
  else if (cited <= 2)
    am_document_add (s->document, ": cited %s.", cited == 1 ? "once" : "twice");
  else
    am_document_add (s->document, ": cited %u times.", cited);
}

static void
write_sources (AmSummary *s)
{
  const guint32 *cited = am_digest_citations (s->digest);
  guint count = 0;

  if (s->map->sources->len > 0)
    am_document_heading (s->document, 2, "Sources");
  for (guint32 i = 0; i < s->map->sources->len; i++)
    if (am_summary_takes (s, &count))
      write_source (s, i, cited[i]);
  am_summary_write_rest (s, count, "argmap list --sources");
}

static void
write_beside (AmSummary *s)
{
  const AmDigestClaims *claims = am_digest_list (s->digest, AM_DIGEST_BESIDE);
  guint count = am_summary_begin_list (s, claims, "Beside the point");

  for (guint i = 0; i < count; i++)
    am_summary_claim_item (s, claims->items[i]);
  am_summary_write_rest (s, claims->count, "argmap summary --all");
}

static void
write_head (AmSummary *s)
{
  g_autofree char *title = am_text_first_words (s->map->title, MOST_TITLE_WORDS),
                  *question = s->map->question != NULL
                                ? am_text_first_words (s->map->question, MOST_QUESTION_WORDS)
                                : NULL;

  am_document_heading (s->document, 1, s->style->brief ? title : s->map->title);
  am_summary_paragraph (s, s->style->brief ? question : s->map->question);
}

static void
write_everything (AmSummary *s)
{
  am_summary_paragraph (s, s->map->description);
  write_counts (s);
  am_verdicts_write_options (s->digest, s->document);
  am_summary_in_short (s);
  am_summary_questions (s);
  if (s->style->outcome)
    am_summary_outcomes (s);
  am_summary_stakeholders (s);
  am_summary_outline (s);
  write_beside (s);
  am_summary_common_ground (s);
  am_summary_open (s);
  write_sources (s);
}

void
am_summary (AmDigest *digest, const AmSummaryStyle *style, AmDocument *document)
{
  AmSummary summary = am_summary_of (digest, style, document);

  write_head (&summary);
  if (style->brief)
    am_summary_in_short (&summary);
  else
    write_everything (&summary);
}
