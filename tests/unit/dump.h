/* What a map says, as text: everything of the model but places in the file. Two maps that differ in
   white space or in the order of members have the same dump. */

#pragma once

#include "unit.h"

#include <math.h>

static inline void
dump_text (GString *out, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (out, " %s=<%s>", name, text);
}

static inline void
dump_number (GString *out, const char *name, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (number))
    dump_text (out, name, g_ascii_dtostr (digits, sizeof digits, number));
}

/* What a reference leads to is told by its text: indexes may differ. */
static inline void
dump_ref (GString *out, const char *name, const AmRef *ref, const char *led_to)
{
  if (ref->id != NULL)
    g_string_append_printf (out, " %s=<%s>%s%s", name, ref->id,
                            ref->index == AM_NONE ? " nowhere" : " to ",
                            ref->index != AM_NONE ? led_to : "");
}

static inline const char *
dump_claim_text (const AmMap *map, guint32 index)
{
  return index < map->claims->len ? am_map_claim (map, index)->text : "";
}

static inline const char *
dump_stakeholder_name (const AmMap *map, guint32 index)
{
  return index < map->stakeholders->len ? am_map_stakeholder (map, index)->name : "";
}

static inline void
dump_strings (GString *out, const AmMap *map, const char *name, AmRange range)
{
  for (guint32 i = 0; i < range.count; i++)
    dump_text (out, name, *am_map_string (map, range.start + i));
}

static inline void
dump_claims (GString *out, const AmMap *map, const char *name, AmRange range)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmRef *ref = am_map_ref (map, range.start + i);
      dump_ref (out, name, ref, dump_claim_text (map, ref->index));
    }
}

static inline void
dump_evidence (GString *out, const AmMap *map, AmRange range)
{
  for (guint32 i = 0; i < range.count; i++)
    {
      const AmEvidence *evidence = am_map_evidence (map, range.start + i);
      g_string_append (out, " evidence(");
      dump_ref (out, "source", &evidence->source, "a source");
      dump_text (out, "quote", evidence->quote);
      dump_text (out, "locator", evidence->locator);
      dump_text (out, "note", evidence->note);
      g_string_append (out, ")");
    }
}

static inline void
dump_stakeholder (GString *out, const AmMap *map, const AmStakeholder *s)
{
  g_string_append (out, "stakeholder");
  dump_text (out, "id", s->id);
  dump_text (out, "name", s->name);
  dump_text (out, "abbreviation", s->abbreviation);
  g_string_append_printf (out, " kind=%d", (int) s->kind);
  dump_text (out, "role", s->role);
  dump_strings (out, map, "interest", s->interests);
  dump_ref (out, "member_of", &s->member_of, dump_stakeholder_name (map, s->member_of.index));
  for (guint32 i = 0; i < s->positions.count; i++)
    {
      const AmPosition *position = am_map_position (map, s->positions.start + i);
      g_string_append_printf (out, " position(%d", (int) position->stance);
      dump_ref (out, "claim", &position->claim, dump_claim_text (map, position->claim.index));
      dump_evidence (out, map, position->evidence);
      g_string_append (out, ")");
    }
  dump_text (out, "url", s->url);
  dump_text (out, "note", s->note);
  g_string_append (out, "\n");
}

static inline void
dump_relation_name (GString *out, const AmMap *map, guint32 index)
{
  if (index == AM_NONE)
    return;
  const AmRelation *relation = am_map_relation (map, index);
  const AmClaim *from = am_map_claim (map, relation->from);
  guint before = 0;
  for (guint32 i = from->relations.start; i < index; i++)
    before += am_map_relation (map, i)->kind == relation->kind;
  g_string_append_printf (out, " to %s %u of <%s>", am_relation_word (relation->kind), before,
                          from->text);
}

/* Of several relations that a pair fits the first in the file counts, and what undercuts that
   follows from it. That is an error, and depends on the order of members. */
static inline gboolean
dump_is_ambiguous (const AmMap *map)
{
  for (guint i = 0; i < map->pairs->len; i++)
    if (am_map_pair (map, i)->matches > 1)
      return TRUE;
  return FALSE;
}

static inline void
dump_pair (GString *out, const AmMap *map, guint32 index)
{
  guint depth = 0;

  for (; index != AM_NONE; depth++)
    {
      const AmPair *pair = am_map_pair (map, index);
      g_string_append_printf (out, " (%s",
                              dump_is_ambiguous (map) ? "?"
                              : pair->matches > 0     ? "found"
                                                      : "not found");
      dump_ref (out, "relation", &pair->relation, "a relation");
      dump_ref (out, "from", &pair->from, dump_claim_text (map, pair->from.index));
      dump_ref (out, "to", &pair->to, dump_claim_text (map, pair->to.index));
      index = pair->to_pair;
    }
  for (; depth > 0; depth--)
    g_string_append (out, ")");
}

static inline void
dump_relation (GString *out, const AmMap *map, const AmRelation *r)
{
  g_string_append_printf (out, "\n  %s", am_relation_word (r->kind));
  dump_ref (out, "to", &r->to, dump_claim_text (map, r->to.index));
  if (r->kind == AM_RELATION_UNDERCUT)
    {
      dump_pair (out, map, r->to_pair);
      dump_relation_name (out, map, dump_is_ambiguous (map) ? AM_NONE : r->to_relation);
    }
  dump_claims (out, map, "with", r->with);
  dump_text (out, "id", r->id);
  dump_text (out, "scheme", r->scheme);
  dump_text (out, "warrant", r->warrant);
  dump_number (out, "strength", r->strength);
}

static inline void
dump_claim (GString *out, const AmMap *map, const AmClaim *c)
{
  g_string_append (out, am_role_word (c->role));
  dump_text (out, "id", c->id);
  dump_text (out, "text", c->text);
  dump_text (out, "label", c->label);
  g_string_append_printf (out, " kind=%d issue=%d open=%d implicit=%d partial=%d", (int) c->kind,
                          (int) c->issue, c->open, c->implicit, c->partial);
  for (guint32 i = 0; i < c->by.count; i++)
    {
      const AmRef *ref = am_map_ref (map, c->by.start + i);
      dump_ref (out, "by", ref, dump_stakeholder_name (map, ref->index));
    }
  dump_evidence (out, map, c->evidence);
  dump_number (out, "confidence", c->confidence);
  dump_strings (out, map, "tag", c->tags);
  dump_text (out, "note", c->note);
  for (guint kind = AM_RELATION_SUPPORT; kind <= AM_RELATION_UNDERCUT; kind++)
    for (guint32 i = 0; i < c->relations.count; i++)
      if (am_map_relation (map, c->relations.start + i)->kind == kind)
        dump_relation (out, map, am_map_relation (map, c->relations.start + i));
  g_string_append (out, "\n");
}

static inline void
dump_source (GString *out, const AmSourceRecord *s)
{
  g_string_append (out, "source");
  dump_text (out, "id", s->id);
  dump_text (out, "title", s->title);
  dump_text (out, "author", s->author);
  dump_text (out, "publisher", s->publisher);
  dump_text (out, "date", s->date);
  dump_text (out, "url", s->url);
  dump_text (out, "file", s->file);
  dump_text (out, "note", s->note);
  g_string_append (out, "\n");
}

/* Caller owns the result. */
static inline char *
dump_map (const AmMap *map)
{
  GString *out = g_string_new ("map");

  dump_text (out, "title", map->title);
  dump_text (out, "question", map->question);
  dump_text (out, "description", map->description);
  dump_text (out, "license", map->license);
  dump_text (out, "language", map->language);
  dump_text (out, "date", map->date);
  dump_strings (out, map, "author", map->authors);
  dump_claims (out, map, "resolution", map->resolutions);
  dump_claims (out, map, "unanswered", map->expect_unanswered);
  dump_claims (out, map, "disputed", map->expect_disputed);
  dump_claims (out, map, "answered", map->expect_answered);
  g_string_append_printf (out, " partial=%d\n", map->partial);
  for (guint32 i = 0; i < map->stakeholders->len; i++)
    dump_stakeholder (out, map, am_map_stakeholder (map, i));
  for (guint role = AM_ROLE_CLAIM; role <= AM_ROLE_REBUTTAL; role++)
    for (guint32 i = 0; i < map->claims->len; i++)
      if (am_map_claim (map, i)->role == role)
        dump_claim (out, map, am_map_claim (map, i));
  for (guint32 i = 0; i < map->sources->len; i++)
    dump_source (out, am_map_source (map, i));
  for (guint32 i = 0; i < map->ignores->len; i++)
    {
      const AmIgnore *ignore = am_map_ignore (map, i);
      g_string_append (out, "ignore");
      dump_text (out, "rule", ignore->rule);
      dump_text (out, "at", ignore->thing.id);
      dump_text (out, "reason", ignore->reason);
      g_string_append (out, "\n");
    }
  return g_string_free (out, FALSE);
}
