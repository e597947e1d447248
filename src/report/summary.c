#include "report/summary-private.h"

#include "base/text.h"
#include "model/walk.h"

/* --- the head --- */

static guint
count_role (const AmMap *map, AmRole role)
{
  guint count = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    count += am_map_claim (map, i)->role == role;
  return count;
}

static void
add_count (GPtrArray *counts, guint count, const char *noun)
{
  if (count > 0)
    g_ptr_array_add (counts, am_text_count (count, noun, NULL));
}

static void
say_counts (AmSummary *s)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);

  add_count (counts, count_role (s->map, AM_ROLE_CLAIM), "claim");
  add_count (counts, count_role (s->map, AM_ROLE_REBUTTAL), "rebuttal");
  add_count (counts, s->map->stakeholders->len, "stakeholder");
  add_count (counts, s->map->sources->len, "source");
  for (guint i = 0; i < counts->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 < counts->len ? ", " : " and ");
      g_string_append (list, g_ptr_array_index (counts, i));
    }
  am_document_paragraph (s->document);
  if (counts->len > 0)
    am_document_say (s->document, "The map holds %s.", list->str);
  else
    am_document_say (s->document, "The map is empty.");
}

static void
say_paragraph (AmSummary *s, const char *text)
{
  if (text == NULL || am_text_is_blank (text))
    return;
  am_document_paragraph (s->document);
  am_document_say (s->document, "%s", text);
}

static void
say_thesis (AmSummary *s, guint32 index)
{
  const AmClaim *claim = am_map_claim (s->map, index);
  g_autofree char *names = am_phrase_names (s->map, claim->by);
  g_autofree char *sentence = am_phrase_sentence (claim->text);
  g_autofree char *citations = am_phrase_citations (s->map, claim->evidence);

  if (s->theses->len > 1)
    am_document_item (s->document, 0);
  else
    am_document_paragraph (s->document);
  am_document_strong (s->document, sentence);
  am_document_say (s->document, "%s", citations);
  if (names != NULL)
    am_document_say (s->document, " It is put forward by %s.", names);
}

static void
say_theses (AmSummary *s)
{
  gboolean named = s->map->resolutions.count > 0;

  if (s->theses->len == 0)
    return;
  am_document_heading (s->document, 2,
                       !named ? "What it comes down to" : s->theses->len > 1 ? "The rival answers" : "The resolution");
  for (guint i = 0; i < s->theses->len; i++)
    say_thesis (s, g_array_index (s->theses, guint32, i));
}

/* --- lists --- */

static void
say_claim_item (AmSummary *s, guint32 index)
{
  const AmClaim *claim = am_map_claim (s->map, index);
  g_autofree char *names = am_phrase_names (s->map, claim->by);
  g_autofree char *sentence = am_phrase_sentence (claim->text);

  am_document_item (s->document, 0);
  am_document_say (s->document, "%s%s%s", names != NULL ? names : "", names != NULL ? ": " : "", sentence);
}

/* " (against “…”)" */
static void
say_targets (AmSummary *s, guint32 index)
{
  AmRange relations = am_map_claim (s->map, index)->relations;
  guint count = 0;

  for (guint32 i = 0; i < relations.count; i++)
    {
      g_autofree char *target = am_phrase_target (s->map, am_map_relation (s->map, relations.start + i));
      if (target != NULL)
        am_document_say (s->document, "%s%s", count++ == 0 ? " (Against " : ", and ", target);
    }
  if (count > 0)
    am_document_say (s->document, ".)");
}

static void
say_unanswered (AmSummary *s)
{
  guint count = 0;

  for (guint32 i = 0; i < s->map->claims->len; i++)
    {
      if (am_map_claim (s->map, i)->role == AM_ROLE_CLAIM || am_walk_is_answered (s->map, i))
        continue;
      if (count++ == 0)
        am_document_heading (s->document, 2, "Unanswered rebuttals");
      say_claim_item (s, i);
      say_targets (s, i);
    }
}

/* Values, policies and definitions are argued for, not shown; a fact, or what may be one, can have evidence. */
static gboolean
lacks_evidence (const AmClaim *claim)
{
  return claim->evidence.count == 0 && (claim->kind == AM_CLAIM_FACT || claim->kind == AM_CLAIM_UNSAID);
}

static void
say_implicit (AmSummary *s, guint implicit, guint count)
{
  if (implicit == 0)
    return;
  g_autofree char *number = am_text_count (implicit, "of these was supplied by the authors of the map",
                                           "of these were supplied by the authors of the map");
  am_document_paragraph (s->document);
  if (implicit == count)
    am_document_say (s->document, "%s by the authors of the map and %s not in its sources.",
                     count == 1 ? "This was supplied" : "All of these were supplied", count == 1 ? "is" : "are");
  else
    am_document_say (s->document, "%s and %s not in its sources.", number, implicit == 1 ? "is" : "are");
}

static void
say_argued (AmSummary *s, guint argued, guint count)
{
  if (argued == 0 || count == 0)
    return;
  g_autofree char *number = am_text_count (argued, "value, policy or definition is", "values, policies and definitions are");
  am_document_paragraph (s->document);
  am_document_say (s->document, "%s not listed: such claims are argued for rather than shown.", number);
}

static void
say_without_evidence (AmSummary *s)
{
  guint count = 0, implicit = 0, argued = 0;

  for (guint32 i = 0; i < s->map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (s->map, i);
      argued += claim->evidence.count == 0 && !lacks_evidence (claim) && !s->is_thesis[i];
      if (!lacks_evidence (claim) || s->is_thesis[i])
        continue;
      implicit += claim->implicit;
      if (count++ == 0)
        am_document_heading (s->document, 2, "Claims without evidence");
      say_claim_item (s, i);
    }
  say_implicit (s, implicit, count);
  say_argued (s, argued, count);
}

static void
say_source (AmSummary *s, guint32 index, guint cited)
{
  const AmSourceRecord *source = am_map_source (s->map, index);
  const char *const details[] = { source->author, source->publisher, source->date };

  am_document_item (s->document, 0);
  am_document_say (s->document, "[%u] ", index + 1);
  am_document_link (s->document, source->title != NULL ? source->title : source->url != NULL ? source->url : source->id,
                    source->url);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i] != NULL && !am_text_is_blank (details[i]))
      am_document_say (s->document, ", %s", details[i]);
  if (cited == 0)
    am_document_say (s->document, ": not cited.");
  else if (cited <= 2)
    am_document_say (s->document, ": cited %s.", cited == 1 ? "once" : "twice");
  else
    am_document_say (s->document, ": cited %u times.", cited);
}

static void
say_sources (AmSummary *s)
{
  g_autofree guint *cited = g_new0 (guint, (gsize) s->map->sources->len + 1);

  for (guint32 i = 0; i < s->map->evidence->len; i++)
    {
      guint32 source = am_map_evidence (s->map, i)->source.index;
      if (source != AM_NONE)
        cited[source]++;
    }
  if (s->map->sources->len > 0)
    am_document_heading (s->document, 2, "Sources");
  for (guint32 i = 0; i < s->map->sources->len; i++)
    say_source (s, i, cited[i]);
}

static void
say_unreached (AmSummary *s, const gboolean *reached)
{
  guint count = 0;

  for (guint32 i = 0; i < s->map->claims->len; i++)
    {
      if (reached[i])
        continue;
      if (count++ == 0)
        am_document_heading (s->document, 2, "Beside the point");
      say_claim_item (s, i);
    }
}

void
am_summary (const AmMap *map, AmEvaluation *evaluation, AmDocument *document)
{
  g_autoptr (GArray) theses = am_walk_theses (map);
  g_autofree gboolean *is_thesis = g_new0 (gboolean, (gsize) map->claims->len + 1);
  g_autofree gboolean *reached = g_new0 (gboolean, (gsize) map->claims->len + 1);
  AmSummary summary = { map, document, theses, is_thesis };

  for (guint i = 0; i < theses->len; i++)
    is_thesis[g_array_index (theses, guint32, i)] = TRUE;
  am_document_heading (document, 1, map->title);
  say_paragraph (&summary, map->question);
  say_paragraph (&summary, map->description);
  say_counts (&summary);
  say_theses (&summary);
  if (evaluation != NULL)
    am_summary_standing (&summary, evaluation);
  am_summary_stakeholders (&summary);
  am_summary_outline (&summary, reached);
  say_unreached (&summary, reached);
  say_unanswered (&summary);
  say_without_evidence (&summary);
  say_sources (&summary);
}
