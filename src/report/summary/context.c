#include "report/summary/context.h"

#include "base/text.h"
#include "report/document/phrases.h"

AmSummary
am_summary_of (AmDigest *digest, const AmSummaryStyle *style, AmDocument *document)
{
  return (AmSummary){ .digest = digest,
                      .map = digest->map,
                      .evaluation = digest->evaluation,
                      .document = document,
                      .style = style,
                      .theses = digest->evaluation->theses };
}

gboolean
am_summary_takes (const AmSummary *summary, guint *count)
{
  return ++*count <= AM_SUMMARY_MOST_ENTRIES || summary->style->all;
}

guint
am_summary_begin_list (AmSummary *s, const AmDigestClaims *claims, const char *heading)
{
  if (claims->count > 0)
    am_document_heading (s->document, 2, heading);
  return s->style->all ? claims->count : MIN (claims->count, AM_SUMMARY_MOST_ENTRIES);
}

void
am_summary_write_rest (AmSummary *summary, guint count, const char *command)
{
  if (count <= AM_SUMMARY_MOST_ENTRIES || summary->style->all)
    return;
  g_autofree char *rest = am_text_number (count - AM_SUMMARY_MOST_ENTRIES);
  am_document_paragraph (summary->document);
  am_document_add (summary->document, "And %s more; %s lists them all.", rest, command);
}

void
am_summary_write_supplied (AmSummary *s, guint supplied, guint count)
{
  if (supplied == 0)
    return;
  am_document_paragraph (s->document);
  if (supplied == count)
    {
      am_document_add (s->document, count == 1 ? "It was added by the map's authors."
                                               : "All of these were added by the map's authors.");
      return;
    }
  g_autofree char *part = am_text_number (supplied), *all = am_text_number (count);
  am_document_add (s->document,
                   supplied == 1 ? "Of these %s statements, %s was added by the map's authors."
                                 : "Of these %s statements, %s were added by the map's authors.",
                   all, part);
}

void
am_summary_paragraph (AmSummary *s, const char *text)
{
  if (text == NULL || am_text_is_unseen (text))
    return;
  am_document_paragraph (s->document);
  am_document_add (s->document, "%s", text);
}

void
am_summary_claim_item (AmSummary *s, guint32 index)
{
  const AmClaim *claim = am_map_claim (s->map, index);
  g_autofree char *names = am_phrase_names (s->map, claim->by);
  g_autofree char *sentence = am_phrase_sentence (claim->text);

  am_document_item (s->document, 0);
  am_document_add (s->document, "%s%s%s", names != NULL ? names : "", names != NULL ? ": " : "",
                   sentence);
}
