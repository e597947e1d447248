/* Differences: known edits of random maps are found, and nothing else; a map does not differ from
   itself in another order; what is not reported as changed is the same, member by member. */

#include "debates.h"
#include "maps.h"

#include "model/merged.h"

/* --- one record as its members, each a line --- */

typedef struct
{
  const AmDifference *d;
  gboolean is_new;
  GPtrArray *lines;
} Dump;

static const AmMap *
dump_map (const Dump *dump)
{
  return dump->is_new ? dump->d->new_map : dump->d->old_map;
}

/* What a thing is called in the new map. */
static char *
name_of (const Dump *dump, AmEntityKind kind, guint32 index)
{
  guint32 there = dump->is_new ? index : dump->d->matches[kind].to_new[index];
  return there != AM_NONE ? g_strdup_printf ("#%u", there) : g_strdup_printf ("gone %u", index);
}

static char *
name_ref (const Dump *dump, AmEntityKind kind, const AmRef *ref)
{
  return ref->index == AM_NONE ? g_strdup_printf ("nothing %s", ref->id != NULL ? ref->id : "")
                               : name_of (dump, kind, ref->index);
}

static void
add_line (Dump *dump, const char *member, char *value)
{
  g_ptr_array_add (dump->lines, g_strdup_printf ("%s=%s", member, value));
  g_free (value);
}

static void
add_text (Dump *dump, const char *member, const char *text)
{
  add_line (dump, member, am_text_fold_space (text != NULL ? text : ""));
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_sorted (Dump *dump, const char *member, GPtrArray *values)
{
  g_ptr_array_sort (values, compare_strings);
  g_ptr_array_add (values, NULL);
  add_line (dump, member, g_strjoinv ("|", (char **) values->pdata));
  g_ptr_array_unref (values);
}

static GPtrArray *
list_refs (Dump *dump, AmEntityKind kind, AmRange range)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < range.count; i++)
    g_ptr_array_add (values, name_ref (dump, kind, am_map_ref (dump_map (dump), range.start + i)));
  return values;
}

static GPtrArray *
list_strings (Dump *dump, AmRange range)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < range.count; i++)
    g_ptr_array_add (values,
                     am_text_fold_space (*am_map_string (dump_map (dump), range.start + i)));
  return values;
}

static char *
spell_evidence (Dump *dump, const AmEvidence *evidence)
{
  g_autofree char *source = name_ref (dump, AM_ENTITY_SOURCE, &evidence->source);
  return g_strdup_printf ("%s,%s,%s,%s", source, evidence->quote, evidence->locator,
                          evidence->note);
}

static GPtrArray *
list_evidence (Dump *dump, AmRange range)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < range.count; i++)
    g_ptr_array_add (values,
                     spell_evidence (dump, am_map_evidence (dump_map (dump), range.start + i)));
  return values;
}

static GPtrArray *
list_positions (Dump *dump, AmRange range)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmPosition *position = am_map_position (dump_map (dump), range.start + i);
      g_autofree char *claim = name_ref (dump, AM_ENTITY_CLAIM, &position->claim);
      GPtrArray *evidence = list_evidence (dump, position->evidence);
      g_ptr_array_sort (evidence, compare_strings);
      g_ptr_array_add (evidence, NULL);
      g_autofree char *joined = g_strjoinv ("/", (char **) evidence->pdata);
      g_ptr_array_add (values, g_strdup_printf ("%s,%d,%s", claim, (int) position->stance, joined));
      g_ptr_array_unref (evidence);
    }
  return values;
}

static void
dump_claim (Dump *dump, guint32 index)
{
  const AmClaim *c = am_map_claim (dump_map (dump), index);

  add_text (dump, "id", c->id);
  add_line (dump, "role", g_strdup_printf ("%d", (int) c->role));
  add_text (dump, "text", c->text);
  add_text (dump, "label", c->label);
  add_line (dump, "kind", g_strdup_printf ("%d", (int) c->kind));
  add_line (dump, "issue", g_strdup_printf ("%d", (int) c->issue));
  add_sorted (dump, "by", list_refs (dump, AM_ENTITY_STAKEHOLDER, c->by));
  add_sorted (dump, "evidence", list_evidence (dump, c->evidence));
  add_line (dump, "confidence", g_strdup_printf ("%g", c->confidence));
  add_line (dump, "open", g_strdup_printf ("%d", c->open));
  add_line (dump, "implicit", g_strdup_printf ("%d", c->implicit));
  add_sorted (dump, "tags", list_strings (dump, c->tags));
  add_text (dump, "note", c->note);
}

static void
dump_stakeholder (Dump *dump, guint32 index)
{
  const AmStakeholder *s = am_map_stakeholder (dump_map (dump), index);

  add_text (dump, "id", s->id);
  add_text (dump, "name", s->name);
  add_text (dump, "abbreviation", s->abbreviation);
  add_line (dump, "kind", g_strdup_printf ("%d", (int) s->kind));
  add_text (dump, "role", s->role);
  add_sorted (dump, "interests", list_strings (dump, s->interests));
  add_line (dump, "member_of", name_ref (dump, AM_ENTITY_STAKEHOLDER, &s->member_of));
  add_sorted (dump, "positions", list_positions (dump, s->positions));
  add_text (dump, "url", s->url);
  add_text (dump, "note", s->note);
}

static void
dump_source (Dump *dump, guint32 index)
{
  const AmSourceRecord *s = am_map_source (dump_map (dump), index);
  const char *const names[] = {
    "id", "title", "author", "publisher", "date", "url", "file", "note"
  };
  const char *const values[] = { s->id,   s->title, s->author, s->publisher,
                                 s->date, s->url,   s->file,   s->note };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_text (dump, names[i], values[i]);
}

static void
dump_relation (Dump *dump, guint32 index)
{
  const AmRelation *r = am_map_relation (dump_map (dump), index);
  gboolean undercut = r->kind == AM_RELATION_UNDERCUT;

  add_text (dump, "id", r->id);
  add_line (dump, "kind", g_strdup_printf ("%d", (int) r->kind));
  add_line (dump, "from", name_of (dump, AM_ENTITY_CLAIM, r->from));
  g_autofree char *aim = undercut && r->to_relation != AM_NONE
                           ? name_of (dump, AM_ENTITY_RELATION, r->to_relation)
                           : NULL;
  add_line (dump, "to",
            undercut ? g_strdup_printf ("relation %s", aim)
                     : name_ref (dump, AM_ENTITY_CLAIM, &r->to));
  add_sorted (dump, "with", list_refs (dump, AM_ENTITY_CLAIM, r->with));
  add_text (dump, "scheme", r->scheme);
  add_text (dump, "warrant", r->warrant);
  add_line (dump, "strength", g_strdup_printf ("%g", r->strength));
}

static void
dump_whole (Dump *dump, G_GNUC_UNUSED guint32 index)
{
  const AmMap *m = dump_map (dump);

  add_text (dump, "title", m->title);
  add_text (dump, "question", m->question);
  add_sorted (dump, "resolution", list_refs (dump, AM_ENTITY_CLAIM, m->resolutions));
  add_text (dump, "description", m->description);
}

static void (*const dumps[]) (Dump *, guint32) = { [AM_ENTITY_NONE] = dump_whole,
                                                   [AM_ENTITY_STAKEHOLDER] = dump_stakeholder,
                                                   [AM_ENTITY_CLAIM] = dump_claim,
                                                   [AM_ENTITY_SOURCE] = dump_source,
                                                   [AM_ENTITY_RELATION] = dump_relation };

static GPtrArray *
dump_thing (const AmDifference *d, gboolean is_new, AmEntityKind kind, guint32 index)
{
  Dump dump = { d, is_new, g_ptr_array_new_with_free_func (g_free) };
  dumps[kind](&dump, index);
  return dump.lines;
}

/* --- what is reported is what differs --- */

static const AmChange *
find_change (const AmDifference *d, AmEntityKind kind, guint32 old_index, guint32 new_index)
{
  const AmChange *found = NULL;

  for (guint i = 0; i < d->changes->len; i++)
    {
      const AmChange *change = &g_array_index (d->changes, AmChange, i);
      if (change->kind != kind || change->old_index != old_index || change->new_index != new_index)
        continue;
      UNIT_EXPECT (found == NULL, "a change is told twice");
      found = change;
    }
  return found;
}

static void
check_pair (const AmDifference *d, AmEntityKind kind, guint32 old_index, guint32 new_index)
{
  g_autoptr (GPtrArray) before = dump_thing (d, FALSE, kind, old_index),
                        after = dump_thing (d, TRUE, kind, new_index);
  const AmChange *change = find_change (d, kind, old_index, new_index);
  guint differing = 0;

  for (guint i = 0; i < before->len; i++)
    {
      const char *line = g_ptr_array_index (before, i), *other = g_ptr_array_index (after, i);
      g_autofree char *member = g_strndup (line, strcspn (line, "="));
      gboolean reported = change != NULL && am_difference_find_member (d, change, member) != NULL;
      UNIT_EXPECT (reported == !g_str_equal (line, other), "%s and %s: %s", line, other,
                   reported ? "reported" : "not reported");
      differing += reported;
    }
  UNIT_EXPECT (differing == (change != NULL ? change->members.count : 0),
               "members are reported that are not");
}

static guint
count_things (const AmMap *map, AmEntityKind kind)
{
  return kind == AM_ENTITY_STAKEHOLDER ? map->stakeholders->len
       : kind == AM_ENTITY_CLAIM       ? map->claims->len
       : kind == AM_ENTITY_SOURCE      ? map->sources->len
                                       : map->relations->len;
}

/* The old map with the reported changes is the new map: what is in both differs as reported, and
 * all else is reported. */
static void
check_difference (const AmDifference *d)
{
  guint seen = find_change (d, AM_ENTITY_NONE, 0, 0) != NULL;

  check_pair (d, AM_ENTITY_NONE, 0, 0);
  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_RELATION; kind++)
    {
      const AmMatch *match = &d->matches[kind];
      for (guint32 i = 0; i < count_things (d->old_map, kind); i++)
        {
          UNIT_EXPECT (match->to_new[i] == AM_NONE || match->to_old[match->to_new[i]] == i,
                       "a match is no match");
          UNIT_EXPECT ((match->to_new[i] == AM_NONE) == (find_change (d, kind, i, AM_NONE) != NULL),
                       "removed, but not so reported");
          seen += match->to_new[i] == AM_NONE;
        }
      for (guint32 i = 0; i < count_things (d->new_map, kind); i++)
        {
          guint32 before = match->to_old[i];
          UNIT_EXPECT ((before == AM_NONE) == (find_change (d, kind, AM_NONE, i) != NULL),
                       "added, but not so reported");
          seen += before == AM_NONE || find_change (d, kind, before, i) != NULL;
          if (before != AM_NONE)
            check_pair (d, kind, before, i);
        }
    }
  UNIT_EXPECT (seen == d->changes->len, "%u changes, %u of them seen", d->changes->len, seen);
}

static void
check_same (const AmMap *a, const AmMap *b)
{
  g_autoptr (AmDifference) d = am_difference_new (a, b);
  UNIT_EXPECT (d->changes->len == 0, "%u changes where there are none", d->changes->len);
}

static void
check_merged_relation (const AmMerged *merged, guint32 claim, guint32 index)
{
  const AmRelation *relation = am_map_relation (merged->map, index);

  UNIT_EXPECT (relation->from == claim,
               "a relation is with another claim than the one that carries it");
  if (relation->kind != AM_RELATION_UNDERCUT && relation->to.index != AM_NONE)
    UNIT_EXPECT (am_map_find_kind (merged->map, AM_ENTITY_CLAIM, relation->to.id) != AM_NONE
                     || relation->to.index < merged->map->claims->len,
                 "a target is lost");
  for (guint32 i = 0; i < relation->with.count; i++)
    UNIT_EXPECT (am_map_ref (merged->map, relation->with.start + i)->index == AM_NONE
                     || am_map_ref (merged->map, relation->with.start + i)->index
                            < merged->map->claims->len,
                 "a premise is lost");
}

/* Both maps together: all that is in the new one, and what was removed, each thing once, in one
 * order. */
static void
check_merged (const AmDifference *d)
{
  g_autoptr (AmMerged) merged = am_merged_new (d);
  guint counts[2][AM_N_MARKS] = { { 0 } },
        expected[2] = { d->new_map->claims->len, d->new_map->relations->len };
  guint32 next = 0;

  for (guint i = 0; i < d->changes->len; i++)
    {
      const AmChange *change = &g_array_index (d->changes, AmChange, i);
      if (change->new_index == AM_NONE
          && (change->kind == AM_ENTITY_CLAIM || change->kind == AM_ENTITY_RELATION))
        expected[change->kind == AM_ENTITY_RELATION]++;
    }
  UNIT_EXPECT (merged->map->claims->len == expected[0], "%u claims, not %u",
               merged->map->claims->len, expected[0]);
  UNIT_EXPECT (merged->map->relations->len == expected[1], "%u relations, not %u",
               merged->map->relations->len, expected[1]);
  for (guint32 i = 0; i < merged->map->claims->len; i++)
    {
      AmRange relations = am_map_claim (merged->map, i)->relations;
      UNIT_EXPECT (relations.start == next, "relations of claims do not follow one another");
      next += relations.count;
      counts[0][merged->claims[i]]++;
      for (guint32 k = 0; k < relations.count; k++)
        check_merged_relation (merged, i, relations.start + k);
    }
  for (guint32 i = 0; i < merged->map->relations->len; i++)
    counts[1][merged->relations[i]]++;
  for (guint i = 0; i < d->changes->len; i++)
    {
      const AmChange *change = &g_array_index (d->changes, AmChange, i);
      AmMark mark = change->old_index == AM_NONE ? AM_MARK_ADDED
                  : change->new_index == AM_NONE ? AM_MARK_REMOVED
                                                 : AM_MARK_CHANGED;
      if (change->kind == AM_ENTITY_CLAIM || change->kind == AM_ENTITY_RELATION)
        counts[change->kind == AM_ENTITY_RELATION][mark]--;
    }
  for (guint mark = AM_MARK_ADDED; mark < AM_N_MARKS; mark++)
    UNIT_EXPECT (counts[0][mark] == 0 && counts[1][mark] == 0, "marks that are not reported as %s",
                 am_mark_word ((AmMark) mark));
}

/* Of both ways, the one mirrors the other. */
static void
check_mirrored (const AmMap *a, const AmMap *b)
{
  g_autoptr (AmDifference) there = am_difference_new (a, b), back = am_difference_new (b, a);

  for (AmEntityKind kind = AM_ENTITY_STAKEHOLDER; kind <= AM_ENTITY_RELATION; kind++)
    for (guint32 i = 0; i < count_things (a, kind); i++)
      UNIT_EXPECT (there->matches[kind].to_new[i] == back->matches[kind].to_old[i],
                   "kind %d, number %u: another there than back", (int) kind, i);
  check_difference (there);
  check_difference (back);
  check_merged (there);
  check_merged (back);
  check_same (a, a);
}

/* --- any two maps --- */

static void
test_any (void)
{
  const TestPlan plan = { .claims = 12,
                          .supports = 2,
                          .rebuts = 2,
                          .undercuts = 1,
                          .linked = 30,
                          .broken = 10,
                          .resolutions = TRUE };

  for (guint seed = 0; seed < UNIT_ROUNDS (1500); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      g_autoptr (TestMap) first = test_map_new (random, &plan),
                          second = test_map_new (random, &plan);
      g_auto (AmLoaded) a = { NULL, NULL, NULL };
      g_auto (AmLoaded) b = { NULL, NULL, NULL };
      check_mirrored (test_map_load (first, &a), test_map_load (second, &b));
    }
}

static void
test_order (void)
{
  const DebatePlan plan = {
    .claims = 20, .relations = 40, .cyclic = TRUE, .kinds = 3, .kept = TRUE
  };

  for (guint seed = 0; seed < UNIT_ROUNDS (1000); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Debate debate;
      guint places[2][DEBATE_CLAIMS];
      g_auto (AmLoaded) a = { NULL, NULL, NULL };
      g_auto (AmLoaded) b = { NULL, NULL, NULL };
      debate_init (&debate, random, &plan);
      for (guint i = 0; i < debate.n_claims; i++)
        places[0][i] = places[1][i] = i;
      for (guint i = debate.n_claims; i > 1; i--)
        {
          guint other = unit_below (random, i), kept = places[1][i - 1];
          places[1][i - 1] = places[1][other];
          places[1][other] = kept;
        }
      g_autoptr (GString) first = debate_write (&debate, places[0], AM_NONE),
                          second = debate_write (&debate, places[1], AM_NONE);
      check_same (unit_load (first->str, first->len, &a), unit_load (second->str, second->len, &b));
    }
}

/* --- known edits --- */

#define WORDS 9

typedef struct
{
  char id[16];
  guint words[WORDS];
  guint kind, tag, confidence; /* 0: left out */
  gint by; /* −1: nobody */
  gboolean rebuttal;
} Statement;

typedef struct
{
  guint from, to; /* statements, by their numbers */
  gboolean rebuts;
} Step;

#define MOST 30

typedef struct
{
  Statement statements[2 * MOST];
  gboolean there[2 * MOST];
  guint n;
  Step steps[4 * MOST];
  guint n_steps;
  char names[3][16];
  guint stances[3]; /* on the first statement; 0: none */
} Edited;

static const char *const kinds[] = { "", "fact", "value", "policy" };
static const char *const stances[] = { "", "for", "against", "neutral" };

static void
invent (Edited *e, GRand *random, guint number)
{
  Statement *s = &e->statements[number];

  *s = (Statement){ .by = (gint) unit_below (random, 4) - 1,
                    .kind = unit_below (random, 4),
                    .rebuttal = number % 3 == 2 };
  g_snprintf (s->id, sizeof s->id, "s%u", number);
  for (guint i = 0; i < WORDS; i++)
    s->words[i] = unit_below (random, 1000000);
  e->there[number] = TRUE;
}

static void
write_statement (GString *json, const Edited *e, guint number)
{
  const Statement *s = &e->statements[number];
  static const char *const members[] = { "supports", "rebuts" };

  g_string_append_printf (json, "{\"id\": \"%s\", \"text\": \"", s->id);
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf (json, "w%u%s", s->words[i], i + 1 < WORDS ? " " : ".\"");
  if (s->kind > 0)
    g_string_append_printf (json, ", \"kind\": \"%s\"", kinds[s->kind]);
  if (s->by >= 0)
    g_string_append_printf (json, ", \"by\": [\"who%d\"]", s->by);
  if (s->tag > 0)
    g_string_append_printf (json, ", \"tags\": [\"t%u\"]", s->tag);
  if (s->confidence > 0)
    g_string_append_printf (json, ", \"confidence\": 0.%u", s->confidence);
  for (guint kind = 0; kind < 2; kind++)
    {
      gboolean begun = FALSE;
      for (guint i = 0; i < e->n_steps; i++)
        if (e->steps[i].from == number && e->steps[i].rebuts == (kind == 1))
          {
            g_string_append_printf (json, begun ? ", \"%s\"" : ", \"%s\": [\"",
                                    begun ? e->statements[e->steps[i].to].id : members[kind]);
            if (!begun)
              g_string_append_printf (json, "%s\"", e->statements[e->steps[i].to].id);
            begun = TRUE;
          }
      g_string_append (json, begun ? "]" : "");
    }
  g_string_append_c (json, '}');
}

/* The statements from @first on, and round. */
static GString *
write_edited (const Edited *e, guint first)
{
  GString *json = g_string_new ("{\"argmap\": 1, \"title\": \"t\", \"stakeholders\": [");

  for (guint i = 0; i < 3; i++)
    {
      g_string_append_printf (json, "%s{\"id\": \"who%u\", \"name\": \"%s\"", i > 0 ? ", " : "", i,
                              e->names[i]);
      if (e->stances[i] > 0)
        g_string_append_printf (json, ", \"positions\": [{\"claim\": \"%s\", \"stance\": \"%s\"}]",
                                e->statements[0].id, stances[e->stances[i]]);
      g_string_append_c (json, '}');
    }
  for (guint role = 0; role < 2; role++)
    {
      gboolean begun = FALSE;
      g_string_append_printf (json, "], \"%s\": [", role == 0 ? "claims" : "rebuttals");
      for (guint k = 0; k < e->n; k++)
        {
          guint i = (first + k) % e->n;
          if (!e->there[i] || e->statements[i].rebuttal != (role == 1))
            continue;
          g_string_append (json, begun ? ",\n" : "");
          begun = TRUE;
          write_statement (json, e, i);
        }
    }
  g_string_append (json, "]}\n");
  return json;
}

static gboolean
is_target (const Edited *e, guint number)
{
  for (guint i = 0; i < e->n_steps; i++)
    if (e->steps[i].to == number)
      return TRUE;
  return FALSE;
}

static guint
find_step (const Edited *e, guint from, guint to)
{
  guint i = 0;
  while (i < e->n_steps && (e->steps[i].from != from || e->steps[i].to != to))
    i++;
  return i;
}

static void expect (GPtrArray *expected, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
expect (GPtrArray *expected, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (expected, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
remove_steps (Edited *e, guint from, GPtrArray *removed)
{
  guint kept = 0;

  for (guint i = 0; i < e->n_steps; i++)
    {
      if (e->steps[i].from == from)
        g_ptr_array_add (removed, g_strdup_printf ("removed relation %s>%s", e->statements[from].id,
                                                   e->statements[e->steps[i].to].id));
      else
        e->steps[kept++] = e->steps[i];
    }
  e->n_steps = kept;
}

/* One edit of statement @i, which nothing else edits; what is to be found goes to @expected, with
 * numbers in the place of ids. */
static void
edit (Edited *e, GRand *random, guint i, GPtrArray *expected)
{
  Statement *s = &e->statements[i];
  guint what = unit_below (random, 11);

  if (what == 0 || what == 2)
    s->words[unit_below (random, WORDS)] = 2000000 + i;
  if (what == 1 || what == 2)
    g_snprintf (s->id, sizeof s->id, "renamed%u", i);
  if (what == 1 || what == 2)
    expect (expected, "changed claim %u id", i);
  if (what == 0 || what == 2)
    expect (expected, "changed claim %u text", i);
  if (what == 3)
    {
      s->kind = (s->kind + 1) % 4;
      expect (expected, "changed claim %u kind", i);
    }
  if (what == 4)
    {
      s->by = (s->by + 2) % 4 - 1;
      expect (expected, "changed claim %u by", i);
    }
  if (what == 5)
    {
      s->tag = 1;
      expect (expected, "changed claim %u tags", i);
    }
  if (what == 6)
    {
      s->confidence = 5;
      expect (expected, "changed claim %u confidence", i);
    }
  if (what == 7 && !is_target (e, i) && i > 0)
    {
      e->there[i] = FALSE;
      expect (expected, "removed claim %u", i);
      for (guint k = 0; k < e->n_steps; k++)
        if (e->steps[k].from == i)
          expect (expected, "removed relation %u>%u", i, e->steps[k].to);
      g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_free);
      remove_steps (e, i, removed);
    }
  if (what == 8 && e->n < 2 * MOST)
    {
      guint number = e->n++;
      invent (e, random, number);
      e->steps[e->n_steps++] = (Step){ number, i, FALSE };
      expect (expected, "added claim %u", number);
      expect (expected, "added relation %u>%u", number, i);
    }
  if (what == 9)
    for (guint k = 0; k < e->n_steps; k++)
      if (e->steps[k].from == i && s->rebuttal)
        {
          e->steps[k].rebuts = !e->steps[k].rebuts;
          expect (expected, "changed relation %u>%u kind", i, e->steps[k].to);
          break;
        }
  if (what == 10)
    {
      for (guint k = 0; k < WORDS; k++)
        s->words[k] = 3000000 + i * WORDS + k;
      expect (expected, "changed claim %u text", i);
    }
}

static void
edit_stakeholder (Edited *e, GRand *random, guint i, GPtrArray *expected)
{
  guint what = unit_below (random, 4);

  if (what == 0)
    {
      g_snprintf (e->names[i], sizeof e->names[i], "Renamed %u", i);
      expect (expected, "changed stakeholder who%u name", i);
    }
  if (what == 1)
    {
      e->stances[i] = (e->stances[i] + 1) % 4;
      expect (expected, "changed stakeholder who%u positions", i);
    }
}

/* The number of a statement, by its id in one of the maps. */
static guint
number_of (const char *id)
{
  return (guint) g_ascii_strtoull (id + strcspn (id, "0123456789"), NULL, 10);
}

static GPtrArray *
list_found (const AmDifference *d)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < d->changes->len; i++)
    {
      const AmChange *change = &g_array_index (d->changes, AmChange, i);
      gboolean removed = change->new_index == AM_NONE, added = change->old_index == AM_NONE;
      const AmMap *map = removed ? d->old_map : d->new_map;
      guint32 index = removed ? change->old_index : change->new_index;
      g_autofree char *what = NULL;
      if (change->kind == AM_ENTITY_CLAIM)
        what = g_strdup_printf ("claim %u", number_of (am_map_claim (map, index)->id));
      else if (change->kind == AM_ENTITY_STAKEHOLDER)
        what = g_strdup_printf ("stakeholder %s", am_map_stakeholder (map, index)->id);
      else if (change->kind == AM_ENTITY_RELATION)
        what = g_strdup_printf (
            "relation %u>%u",
            number_of (am_map_claim (map, am_map_relation (map, index)->from)->id),
            number_of (am_map_claim (map, am_map_relation (map, index)->to.index)->id));
      else
        what = g_strdup ("something else");
      if (removed || added)
        expect (found, "%s %s", removed ? "removed" : "added", what);
      for (guint32 k = 0; k < change->members.count; k++)
        expect (found, "changed %s %s", what, am_difference_member (d, change, k)->member->name);
    }
  return found;
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_known (void)
{
  for (guint seed = 0; seed < UNIT_ROUNDS (3000); seed++)
    {
      g_autoptr (GRand) random = unit_random (seed);
      Edited e = { .n = 2 + unit_below (random, MOST - 2), .names = { "Anna", "Bert", "Cleo" } };
      g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
      g_auto (AmLoaded) a = { NULL, NULL, NULL };
      g_auto (AmLoaded) b = { NULL, NULL, NULL };
      guint n = e.n;

      for (guint i = 0; i < n; i++)
        invent (&e, random, i);
      for (guint i = 1; i < n; i++)
        {
          Step step = { i, unit_below (random, i),
                        e.statements[i].rebuttal && unit_chance (random, 60) };
          e.steps[e.n_steps++] = step;
          step.to = unit_below (random, n);
          if (step.to != i && unit_chance (random, 30) && find_step (&e, i, step.to) == e.n_steps)
            e.steps[e.n_steps++] = step;
        }
      for (guint i = 0; i < 3; i++)
        e.stances[i] = unit_below (random, 4);
      g_autoptr (GString) before = write_edited (&e, 0);
      for (guint i = 0; i < n; i++)
        if (unit_chance (random, 40))
          edit (&e, random, i, expected);
      for (guint i = 0; i < 3; i++)
        edit_stakeholder (&e, random, i, expected);
      g_autoptr (GString) after = write_edited (&e, unit_below (random, n));
      g_autoptr (AmDifference) d = am_difference_new (unit_load (before->str, before->len, &a),
                                                      unit_load (after->str, after->len, &b));
      g_autoptr (GPtrArray) found = list_found (d);
      g_autofree char *wanted = join_sorted (expected), *seen = join_sorted (found);
      UNIT_EXPECT (g_str_equal (wanted, seen), "wanted:\n%s\nfound:\n%s\nin:\n%s\n%s", wanted, seen,
                   before->str, after->str);
      check_mirrored (a.map, b.map);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/any", test_any);
  g_test_add_func ("/difference/order", test_order);
  g_test_add_func ("/difference/known", test_known);
  return g_test_run ();
}
