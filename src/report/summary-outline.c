/* The argument as an outline: every claim once, under the first thing that it bears on. A stack of its own stands for the
   recursion, so that a chain of a million claims is only long. */

#include "report/summary-private.h"

#include "base/text.h"

/* One thing to be told at one depth: a relation, or a thesis. */
typedef struct
{
  guint32 relation; /* AM_NONE: a thesis */
  guint32 claim;
  guint depth;
  gboolean linked; /* one of the other premises of the relation */
} Entry;

typedef struct
{
  AmSummary *s;
  gboolean *reached;
  GArray *stack; /* of Entry, the next one last */
} Outline;

static void
push (Outline *o, guint32 relation, guint32 claim, guint depth)
{
  Entry entry = { relation, claim, depth, FALSE };
  g_array_append_val (o->stack, entry);
}

/* Undercuts of the step are told right under it, as it is the step that they deny. */
static void
push_undercutters (Outline *o, guint32 relation, guint depth)
{
  AmIndexList list = am_map_undercutters (o->s->map, relation);

  for (guint32 i = list.count; i-- > 0;)
    push (o, list.items[i], am_map_relation (o->s->map, list.items[i])->from, depth);
}

/* In reading order: what supports the claim, then what denies it. The stack turns that round. */
static void
push_answers (Outline *o, guint32 claim, guint depth)
{
  AmIndexList list = am_map_incoming (o->s->map, claim);

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = list.count; i-- > 0;)
      {
        const AmRelation *relation = am_map_relation (o->s->map, list.items[i]);
        if ((relation->kind == AM_RELATION_REBUT) == (pass == 0))
          push (o, list.items[i], relation->from, depth);
      }
}

/* The other premises of a linked step come first under it. */
static void
push_premises (Outline *o, guint32 index, guint depth)
{
  AmRange with = am_map_relation (o->s->map, index)->with;

  for (guint32 i = with.count; i-- > 0;)
    {
      Entry entry = { index, am_map_ref (o->s->map, with.start + i)->index, depth, TRUE };
      if (entry.claim != AM_NONE)
        g_array_append_val (o->stack, entry);
    }
}

static const char *
opening (const AmMap *map, const Entry *entry)
{
  const AmRelation *relation = am_map_relation (map, entry->relation);

  if (entry->linked)
    return "Together with this";
  if (relation->kind == AM_RELATION_SUPPORT)
    return "For this";
  if (relation->kind == AM_RELATION_UNDERCUT)
    return "Against this step";
  gboolean answer = am_map_claim (map, relation->to.index)->role == AM_ROLE_REBUTTAL;
  return answer ? "In answer" : "Against this";
}

static void
say_entry (Outline *o, const Entry *entry, gboolean again)
{
  const AmMap *map = o->s->map;
  const AmClaim *claim = am_map_claim (map, entry->claim);
  g_autofree char *names = am_summary_names (map, claim->by);
  g_autofree char *sentence = am_summary_sentence (claim->text);
  g_autofree char *citations = am_summary_citations (map, claim->evidence);

  am_document_item (o->s->document, entry->depth);
  if (entry->relation == AM_NONE)
    {
      am_document_strong (o->s->document, sentence);
      return;
    }
  am_document_strong (o->s->document, opening (map, entry));
  am_document_say (o->s->document, "%s%s: %s%s%s", names != NULL ? ", from " : "", names != NULL ? names : "", sentence,
                   citations, again ? " (Told already.)" : "");
}

static void
tell (Outline *o)
{
  while (o->stack->len > 0)
    {
      Entry entry = g_array_index (o->stack, Entry, o->stack->len - 1);
      gboolean again = o->reached[entry.claim];
      g_array_set_size (o->stack, o->stack->len - 1);
      say_entry (o, &entry, again);
      o->reached[entry.claim] = TRUE;
      if (!again)
        push_answers (o, entry.claim, entry.depth + 1);
      if (entry.relation == AM_NONE || entry.linked)
        continue;
      push_undercutters (o, entry.relation, entry.depth + 1);
      push_premises (o, entry.relation, entry.depth + 1);
    }
}

void
am_summary_outline (AmSummary *s, gboolean *reached)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Entry));
  Outline outline = { s, reached, stack };

  if (s->theses->len == 0)
    return;
  am_document_heading (s->document, 2, "The argument");
  for (guint i = s->theses->len; i-- > 0;)
    push (&outline, AM_NONE, g_array_index (s->theses, guint32, i), 0);
  tell (&outline);
}
