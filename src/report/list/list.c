#include "report/list/rows.h"

#include "base/forms.h"
#include "model/naming.h"
#include "reason/evaluation.h"
#include "report/document/phrases.h"

static const AmListColumn statement_columns[] = {
  { "map", AM_CELL_TEXT, "MAP", 0, 32 },
  { "id", AM_CELL_TEXT, "ID", 0, 0 },
  { "role", AM_CELL_TEXT, "ROLE", 4, 0 },
  { "kind", AM_CELL_TEXT, "KIND", 6, 0 },
  { "issue", AM_CELL_TEXT, "ISSUE", 5, 0 },
  { "by", AM_CELL_WORDS, "BY", 1, 20 },
  { "replied", AM_CELL_ANSWER, "REPLIED", 3, 0 },
  { "status", AM_CELL_TEXT, "STATUS", 2, 0 },
  { "evidence", AM_CELL_NUMBER, "EVIDENCE", 7, 0 },
  { "open", AM_CELL_ANSWER, NULL, 0, 0 },
  { "tags", AM_CELL_WORDS, NULL, 0, 0 },
  { "supports", AM_CELL_LINKS, NULL, 0, 0 },
  { "rebuts", AM_CELL_LINKS, NULL, 0, 0 },
  { "undercuts", AM_CELL_LINKS, NULL, 0, 0 },
  { "sources", AM_CELL_LINKS, NULL, 0, 0 },
  { "text", AM_CELL_TEXT, "TEXT", 0, 0 },
};

static const AmListColumn stakeholder_columns[] = {
  { "map", AM_CELL_TEXT, "MAP", 0, 32 },        { "id", AM_CELL_TEXT, "ID", 0, 0 },
  { "kind", AM_CELL_TEXT, "KIND", 3, 0 },       { "stance", AM_CELL_STANCES, "STANCE", 1, 24 },
  { "claims", AM_CELL_NUMBER, "CLAIMS", 2, 0 }, { "rebuttals", AM_CELL_NUMBER, "REBUTTALS", 2, 0 },
  { "name", AM_CELL_TEXT, "NAME", 0, 0 },
};

static const AmListColumn source_columns[] = {
  { "map", AM_CELL_TEXT, "MAP", 0, 32 },  { "id", AM_CELL_TEXT, "ID", 0, 0 },
  { "date", AM_CELL_TEXT, "DATE", 1, 0 }, { "cited", AM_CELL_NUMBER, "CITED", 1, 0 },
  { "url", AM_CELL_TEXT, "URL", 2, 40 },  { "title", AM_CELL_TEXT, "TITLE", 0, 0 },
};

static const struct
{
  const AmListColumn *columns;
  guint count;
} kinds[] = {
  [AM_LIST_STATEMENTS] = { statement_columns, G_N_ELEMENTS (statement_columns) },
  [AM_LIST_STAKEHOLDERS] = { stakeholder_columns, G_N_ELEMENTS (stakeholder_columns) },
  [AM_LIST_SOURCES] = { source_columns, G_N_ELEMENTS (source_columns) },
};

static gboolean
is_by_name (AmListFormat format)
{
  return format == AM_LIST_CSV || format == AM_LIST_JSON;
}

AmList *
am_list_new (const AmListQuery *query)
{
  AmList *list = g_new0 (AmList, 1);

  list->query = *query;
  for (guint i = 0; i < kinds[query->what].count; i++)
    if (kinds[query->what].columns[i].kind != AM_CELL_LINKS || is_by_name (query->format))
      {
        g_assert (list->n_columns < AM_MOST_CELLS);
        list->columns[list->n_columns++] = kinds[query->what].columns[i];
      }
  list->text = g_string_new (NULL);
  list->cells = g_ptr_array_new_with_free_func (g_free);
  if (query->format == AM_LIST_JSON)
    am_list_json_begin (list);
  return list;
}

void
am_list_free (AmList *list)
{
  if (list == NULL)
    return;
  g_string_free (list->text, TRUE);
  g_ptr_array_unref (list->cells);
  g_free (list);
}

/* --- rows --- */

/* What rows of one map are made with. */
typedef struct
{
  AmList *list;
  const AmMap *map;
  const char *path;
  AmCell cells[AM_MOST_CELLS];
  GPtrArray *spare[6]; /* for lists in a row */
} Rows;

static void
rows_init (Rows *rows, AmList *list, const AmMap *map, const char *path)
{
  *rows = (Rows){ .list = list, .map = map, .path = path };
  for (guint i = 0; i < G_N_ELEMENTS (rows->spare); i++)
    rows->spare[i] = g_ptr_array_new_with_free_func (g_free);
}

static void
rows_clear (Rows *rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows->spare); i++)
    g_ptr_array_unref (rows->spare[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

/* The cell of the column called @name. */
static AmCell *
cell_at (Rows *rows, const char *name)
{
  guint column = 0;

  while (column + 1 < rows->list->n_columns
         && !g_str_equal (rows->list->columns[column].name, name))
    column++;
  g_assert (g_str_equal (rows->list->columns[column].name, name));
  return &rows->cells[column];
}

/* The same, empty. */
static AmCell *
cell (Rows *rows, const char *name)
{
  AmCell *found = cell_at (rows, name);

  *found = (AmCell){ 0 };
  return found;
}

static void
set_text (Rows *rows, const char *name, const char *text)
{
  cell (rows, name)->text = text != NULL && text[0] != '\0' ? text : NULL;
}

static void
set_number (Rows *rows, const char *name, guint32 number)
{
  cell (rows, name)->number = number;
}

static GPtrArray *
set_words (Rows *rows, const char *name, guint which)
{
  g_ptr_array_set_size (rows->spare[which], 0);
  return cell (rows, name)->words = rows->spare[which];
}

static void
finish_row (Rows *rows)
{
  AmList *list = rows->list;

  set_text (rows, "map", rows->path);
  cell_at (rows, "map")->literal = g_str_equal (rows->path, "-");
  if (list->query.format == AM_LIST_TSV || list->query.format == AM_LIST_CSV)
    am_list_separated_row (list, rows->cells);
  else if (list->query.format == AM_LIST_JSON)
    am_list_json_row (list, rows->cells);
  else
    am_list_table_row (list, rows->cells);
  list->count++;
}

/* --- statements --- */

/* Who asserts it: people read CSV, so it has names. */
static void
set_by (Rows *rows, const AmClaim *claim)
{
  const AmListQuery *query = &rows->list->query;
  GPtrArray *by = set_words (rows, "by", 0);

  for (guint32 i = 0; i < claim->by.count; i++)
    {
      const AmRef *who = am_map_ref (rows->map, claim->by.start + i);
      gboolean named = query->format == AM_LIST_CSV && !query->ids && who->index != AM_NONE;
      g_ptr_array_add (by, named ? am_phrase_mention (rows->map, who->index) : g_strdup (who->id));
    }
}

static void
set_relations (Rows *rows, guint32 index, guint32 *seen)
{
  const AmClaim *claim = am_map_claim (rows->map, index);

  if (!is_by_name (rows->list->query.format))
    return;
  am_list_add_relations (set_words (rows, "supports", 2), rows->map, claim, AM_RELATION_SUPPORT);
  am_list_add_relations (set_words (rows, "rebuts", 3), rows->map, claim, AM_RELATION_REBUT);
  am_list_add_relations (set_words (rows, "undercuts", 4), rows->map, claim, AM_RELATION_UNDERCUT);
  am_list_add_sources (set_words (rows, "sources", 5), rows->map, index, seen);
}

/* @seen: see am_list_add_sources(). */
static void
add_statement (Rows *rows, guint32 index, AmLabel label, guint32 *seen)
{
  const AmMap *map = rows->map;
  const AmClaim *claim = am_map_claim (map, index);
  static const AmFilter unanswered = { .unanswered = TRUE, .stakeholder = AM_NONE };
  GPtrArray *tags = set_words (rows, "tags", 1);

  for (guint32 i = 0; i < claim->tags.count; i++)
    g_ptr_array_add (tags, g_strdup (*am_map_string (map, claim->tags.start + i)));
  set_by (rows, claim);
  set_relations (rows, index, seen);
  set_text (rows, "id", claim->id);
  set_text (rows, "role", am_role_word (claim->role));
  set_text (rows, "kind", am_claim_kind_words[claim->kind]);
  set_text (rows, "issue", am_issue_words[claim->issue]);
  set_number (rows, "replied", !am_filter_takes (&unanswered, map, index));
  set_text (rows, "status", am_label_word (label));
  set_number (rows, "evidence", claim->evidence.count);
  set_number (rows, "open", claim->open);
  set_text (rows, "text", claim->text);
  finish_row (rows);
}

static void
add_statements (Rows *rows)
{
  const AmListQuery *query = &rows->list->query;
  const AmMap *map = rows->map;
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (map, AM_STRENGTH_NONE);
  g_autofree guint32 *seen = g_new0 (guint32, (gsize) map->sources->len + 1);
  AmFilter filter = query->filter;

  filter.stakeholder =
      query->by != NULL ? am_map_named (map, AM_ENTITY_STAKEHOLDER, query->by).index : AM_NONE;
  if (query->by != NULL && filter.stakeholder == AM_NONE)
    return;
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmLabel label = am_labelling_of (evaluation->labelling, i);
      if ((query->status == AM_LIST_ANY_STATUS || query->status == (int) label)
          && am_filter_takes (&filter, map, i))
        add_statement (rows, i, label, seen);
    }
}

/* --- stakeholders --- */

static guint32
count_rebuttals (const AmMap *map, AmIndexList claims)
{
  guint32 count = 0;

  for (guint32 i = 0; i < claims.count; i++)
    count += am_map_claim (map, claims.items[i])->role == AM_ROLE_REBUTTAL;
  return count;
}

/* Of each claim whether it is a thesis, and then who took a position on it last, from 2. How many
 * theses there are. */
static guint
mark_theses (const AmMap *map, guint32 *marks)
{
  g_autoptr (AmEvaluation) evaluation = am_evaluation_new (map, AM_STRENGTH_NONE);
  guint count = 0;

  for (guint32 i = 0; i < map->claims->len; i++)
    count += marks[i] = evaluation->is_thesis[i] != FALSE;
  return count;
}

static void
set_stances (Rows *rows, guint32 index, guint32 *marks, guint theses)
{
  const AmStakeholder *who = am_map_stakeholder (rows->map, index);
  GPtrArray *words = set_words (rows, "stance", 0);

  for (guint32 i = 0; i < who->positions.count; i++)
    {
      const AmPosition *position = am_map_position (rows->map, who->positions.start + i);
      guint32 claim = position->claim.index;
      if (claim == AM_NONE || marks[claim] == 0 || marks[claim] == index + 2
          || position->stance == AM_STANCE_UNSAID)
        continue;
      marks[claim] = index + 2;
      g_ptr_array_add (words, g_strdup (position->claim.id));
      g_ptr_array_add (words, g_strdup (am_stance_words[position->stance]));
    }
  AmCell *stance = cell (rows, "stance");
  stance->words = words;
  stance->bare = theses == 1;
}

static void
add_stakeholders (Rows *rows)
{
  const AmMap *map = rows->map;
  g_autofree guint32 *marks = g_new0 (guint32, (gsize) map->claims->len + 1);
  guint theses = mark_theses (map, marks);

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      AmIndexList asserted = am_map_asserted (map, i);
      guint32 rebuttals = count_rebuttals (map, asserted);
      set_text (rows, "id", who->id);
      set_text (rows, "kind", am_stakeholder_kind_words[who->kind]);
      set_stances (rows, i, marks, theses);
      set_number (rows, "claims", asserted.count - rebuttals);
      set_number (rows, "rebuttals", rebuttals);
      set_text (rows, "name", who->name);
      finish_row (rows);
    }
}

/* --- sources --- */

static void
add_sources (Rows *rows)
{
  const AmMap *map = rows->map;
  g_autofree guint32 *cited = am_map_count_citations (map);

  for (guint32 i = 0; i < map->sources->len; i++)
    {
      const AmSourceRecord *source = am_map_source (map, i);
      set_text (rows, "id", source->id);
      set_text (rows, "date", source->date);
      cell_at (rows, "date")->literal = source->date != NULL && am_value_is_date (source->date);
      set_number (rows, "cited", cited[i]);
      set_text (rows, "url", source->url);
      set_text (rows, "title", source->title);
      finish_row (rows);
    }
}

/* --- all --- */

void
am_list_add (AmList *list, const AmMap *map, const char *path)
{
  g_auto (Rows) rows;

  rows_init (&rows, list, map, path);
  if (list->query.format == AM_LIST_JSON)
    am_list_json_map (list, path);
  if (list->query.what == AM_LIST_STATEMENTS)
    add_statements (&rows);
  else if (list->query.what == AM_LIST_SOURCES)
    add_sources (&rows);
  else
    add_stakeholders (&rows);
  if (list->query.format == AM_LIST_JSON)
    am_list_json_end_map (list);
}

void
am_list_write (AmList *list, GString *out)
{
  if (list->query.format == AM_LIST_TSV || list->query.format == AM_LIST_CSV)
    am_list_separated_write (list, out);
  else if (list->query.format == AM_LIST_JSON)
    am_list_json_write (list, out);
  else
    am_list_table_write (list, out);
}
