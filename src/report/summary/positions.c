/* Where those who take part agree and disagree, as tables of claims by stakeholders; and what nobody disputes. */

#include "report/summary/parts.h"

#include "base/text.h"
#include "model/initials.h"

/* A table has so many rows and columns at the most: those with the most stands. */
#define MOST_ROWS 20
#define MOST_COLUMNS 12

/* --- which rows and columns --- */

typedef struct
{
  guint32 index; /* of a claim or a stakeholder */
  guint count; /* of stands */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* Leaves the @most with the highest counts, in the order of the file; returns how many there were. */
static guint
keep_highest (GArray *ranked, guint most)
{
  guint count = ranked->len;

  if (count > most)
    {
      g_array_sort (ranked, compare_ranked);
      g_array_set_size (ranked, most);
    }
  g_array_sort (ranked, compare_indices);
  return count;
}

/* Claims on which they @disagree, or agree. */
static GArray *
find_rows (const AmSummary *s, gboolean disagree)
{
  const AmDigestClaims *claims = am_digest_list (s->digest, disagree ? AM_DIGEST_DISAGREEMENTS : AM_DIGEST_AGREEMENTS);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint32 i = 0; i < claims->count; i++)
    {
      Ranked row = { claims->items[i], 0 };
      am_stances_on (am_digest_stances (s->digest), row.index, &row.count);
      g_array_append_val (rows, row);
    }
  return rows;
}

/* Those who have a say in one of @rows. Who has none but about a thesis, whose sides were named before, is left out while others are not;
   @n_silent is how many those are. */
static GArray *
find_columns (const AmSummary *s, const GArray *rows, guint *n_silent)
{
  guint32 n = s->map->stakeholders->len;
  g_autofree guint *theses = g_new0 (guint, (gsize) n + 1), *others = g_new0 (guint, (gsize) n + 1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Ranked));
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 claim = g_array_index (rows, Ranked, i).index, count;
      const AmStanceEntry *on = am_stances_on (am_digest_stances (s->digest), claim, &count);
      for (guint32 k = 0; k < count; k++)
        (s->evaluation->is_thesis[claim] ? theses : others)[on[k].stakeholder]++;
      any = any || !s->evaluation->is_thesis[claim];
    }
  *n_silent = 0;
  for (guint32 i = 0; i < n; i++)
    {
      Ranked column = { i, theses[i] + others[i] };
      if (others[i] > 0 || (theses[i] > 0 && !any))
        g_array_append_val (columns, column);
      else
        *n_silent += theses[i] > 0;
    }
  return columns;
}

/* --- the table --- */

static const char *
stance_word (AmStance stance)
{
  static const char *const words[] = {
    [AM_STANCE_UNSAID] = "",     [AM_STANCE_FOR] = "for",         [AM_STANCE_AGAINST] = "against",
    [AM_STANCE_CONDITIONAL] = "if", [AM_STANCE_NEUTRAL] = "neutral", [AM_STANCE_CONCEDES] = "grants",
  };
  return words[stance];
}

static void
write_table (AmSummary *s, const GArray *rows, const GArray *columns, char **initials)
{
  am_document_table (s->document, columns->len + 1);
  am_document_cell_text (s->document, "");
  for (guint i = 0; i < columns->len; i++)
    am_document_cell_text (s->document, initials[g_array_index (columns, Ranked, i).index]);
  for (guint row = 0; row < rows->len; row++)
    {
      guint32 claim = g_array_index (rows, Ranked, row).index;
      g_autofree char *text = am_phrase_quoted (am_map_claim (s->map, claim)->text);
      am_document_cell_text (s->document, text);
      for (guint i = 0; i < columns->len; i++)
        am_document_cell_text (s->document, stance_word (am_stances_find (am_digest_stances (s->digest), claim, g_array_index (columns, Ranked, i).index)));
    }
}

static gboolean
uses_stance (const AmSummary *s, const GArray *rows, AmStance stance)
{
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 count;
      const AmStanceEntry *on = am_stances_on (am_digest_stances (s->digest), g_array_index (rows, Ranked, i).index, &count);
      for (guint32 k = 0; k < count; k++)
        if (on[k].stance == stance)
          return TRUE;
    }
  return FALSE;
}

/* Whose initials they are, and what is not plain in the words. */
static void
write_legend (AmSummary *s, const GArray *rows, const GArray *columns, char **initials, guint n_silent)
{
  am_document_paragraph (s->document);
  for (guint i = 0; i < columns->len; i++)
    {
      guint32 who = g_array_index (columns, Ranked, i).index;
      am_document_add (s->document, "%s%s: %s", i > 0 ? "; " : "", initials[who], am_phrase_name (s->map, who));
    }
  am_document_add (s->document, ".");
  if (uses_stance (s, rows, AM_STANCE_CONCEDES))
    am_document_add (s->document, " Who grants a point accepts it although it speaks against them.");
  if (uses_stance (s, rows, AM_STANCE_CONDITIONAL))
    am_document_add (s->document, " “If” is for it, on conditions.");
  if (n_silent > 0)
    {
      g_autofree char *others = am_phrase_count (n_silent, "other has", "others have");
      am_document_add (s->document, " %s a say on %s alone of these.", others, s->theses->len > 1 ? "the answers" : "the resolution");
    }
}

static void
write_left_out (AmSummary *s, guint rows, guint columns)
{
  if (rows <= MOST_ROWS && columns <= MOST_COLUMNS)
    return;
  g_autofree char *points = am_text_count (rows, "point", NULL), *who = am_text_count (columns, "stakeholder", NULL);
  am_document_paragraph (s->document);
  am_document_add (s->document, "Of %s and %s, those with the most to say are shown.", points, who);
}

static void
write_stands (AmSummary *s, gboolean disagree, char **initials)
{
  g_autoptr (GArray) rows = find_rows (s, disagree), columns = NULL;
  guint n_silent, n_rows = keep_highest (rows, MOST_ROWS);

  columns = find_columns (s, rows, &n_silent);
  guint n_columns = keep_highest (columns, MOST_COLUMNS);
  if (rows->len == 0)
    return;
  am_document_heading (s->document, 2, disagree ? "Where they disagree" : "Where they agree");
  write_table (s, rows, columns, initials);
  write_legend (s, rows, columns, initials, n_silent);
  write_left_out (s, n_rows, n_columns);
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

  write_stands (s, TRUE, initials);
  write_stands (s, FALSE, initials);
  write_undisputed (s);
}
