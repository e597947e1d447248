/* Where those who take part agree and disagree, as tables of claims by stakeholders; and what
 * nobody disputes. */

#include "report/summary/parts.h"

#include "base/text.h"
#include "model/initials.h"

/* --- the table --- */

static const char *
stance_word (AmStance stance)
{
  static const char *const words[] = {
    [AM_STANCE_UNSAID] = "",         [AM_STANCE_FOR] = "for",
    [AM_STANCE_AGAINST] = "against", [AM_STANCE_CONDITIONAL] = "if",
    [AM_STANCE_NEUTRAL] = "neutral", [AM_STANCE_CONCEDES] = "grants",
  };
  return words[stance];
}

static void
write_row (AmSummary *s, guint32 claim, const GArray *stakeholders)
{
  g_autofree char *text = am_phrase_quoted (am_map_claim (s->map, claim)->text);

  am_document_cell_text (s->document, text);
  for (guint i = 0; i < stakeholders->len; i++)
    {
      AmStance stance = am_stances_find (am_digest_stances (s->digest), claim,
                                         g_array_index (stakeholders, guint32, i));
      am_document_cell_text (s->document, stance_word (stance));
    }
}

/* Whose initials they are, and what is not plain in the words. */
static void
write_legend (AmSummary *s, const AmDigestTable *table, char **initials)
{
  am_document_paragraph (s->document);
  for (guint i = 0; i < table->stakeholders->len; i++)
    {
      guint32 who = g_array_index (table->stakeholders, guint32, i);
      am_document_add (s->document, "%s%s: %s", i > 0 ? "; " : "", initials[who],
                       am_phrase_name (s->map, who));
    }
  am_document_add (s->document, ".");
  if (table->used[AM_STANCE_CONCEDES])
    am_document_add (s->document,
                     " Who grants a point accepts it although it speaks against them.");
  if (table->used[AM_STANCE_CONDITIONAL])
    am_document_add (s->document, " “If” is for it, on conditions.");
  if (table->n_on_theses == 0)
    return;
  g_autofree char *others = am_phrase_count (table->n_on_theses, "other has", "others have");
  am_document_add (s->document, " %s a say on %s alone of these.", others,
                   s->theses->len > 1 ? "the answers" : "the resolution");
}

static void
write_left_out (AmSummary *s, const AmDigestTable *table)
{
  if (table->n_claims == table->claims->len && table->n_stakeholders == table->stakeholders->len)
    return;
  g_autofree char *points = am_text_count (table->n_claims, "point", NULL),
                  *who = am_text_count (table->n_stakeholders, "stakeholder", NULL);
  am_document_paragraph (s->document);
  am_document_add (s->document, "Of %s and %s, those with the most to say are shown.", points, who);
}

static void
write_table (AmSummary *s, const char *heading, AmDigestList list, char **initials)
{
  const AmDigestTable *table = am_digest_table (s->digest, list);

  if (table->n_claims == 0)
    return;
  am_document_heading (s->document, 2, heading);
  am_document_table (s->document, table->stakeholders->len + 1);
  am_document_cell_text (s->document, "");
  for (guint i = 0; i < table->stakeholders->len; i++)
    am_document_cell_text (s->document, initials[g_array_index (table->stakeholders, guint32, i)]);
  for (guint i = 0; i < table->claims->len; i++)
    write_row (s, g_array_index (table->claims, guint32, i), table->stakeholders);
  write_legend (s, table, initials);
  write_left_out (s, table);
}

/* --- what is not disputed --- */

static gboolean
is_undercut (const AmMap *map, const AmClaim *claim)
{
  for (guint32 i = 0; i < claim->relations.count; i++)
    if (am_map_undercutters (map, claim->relations.start + i).count > 0)
      return TRUE;
  return FALSE;
}

static void
write_undisputed (AmSummary *s)
{
  const AmDigestClaims *claims = am_digest_list (s->digest, AM_DIGEST_UNDISPUTED);
  guint count = am_summary_begin_list (s, claims, "What nobody disputes");

  for (guint i = 0; i < count; i++)
    {
      am_summary_claim_item (s, claims->items[i]);
      if (is_undercut (s->map, am_map_claim (s->map, claims->items[i])))
        am_document_add (s->document, " (What is made of it is disputed.)");
    }
  am_summary_write_rest (s, claims->count, "argmap list --claims --unanswered");
}

void
am_summary_common_ground (AmSummary *s)
{
  g_auto (GStrv) initials = am_initials_new (s->map);

  write_table (s, "Where they disagree", AM_DIGEST_DISAGREEMENTS, initials);
  write_table (s, "Where they agree", AM_DIGEST_AGREEMENTS, initials);
  write_undisputed (s);
}
