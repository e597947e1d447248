#include "load/misplaced.h"

#define IN(KIND) (1u << AM_OBJECT_##KIND)

#define SOURCE_HINT                                                                                \
  "describe the document under \"sources\", and cite its \"id\" here as \"source\""
#define CITE_HINT "a source is cited under \"evidence\": [{\"source\": id}]"

static const struct
{
  guint objects; /* a bit for each that has no such members */
  const char *names[12]; /* NULL at the end */
  const char *hint;
} misplaced[] = {
  { IN (POSITION),
    { "note", "text", "reason" },
    "a position has no note of its own: remarks go under \"note\" of the stakeholder, words of its "
    "own under \"evidence\"" },
  { IN (POSITION), { "url", "quote", "locator" }, CITE_HINT },
  { IN (POSITION), { "date" }, "the date of a source goes under \"sources\"" },

  { IN (SOURCE),
    { "locator" },
    "a page goes under \"locator\" of the evidence that cites the source" },
  { IN (SOURCE),
    { "quote" },
    "a quotation goes under \"quote\" of the evidence that cites the source" },
  { IN (SOURCE),
    { "isbn", "issn", "volume", "edition", "accessed", "retrieved", "type", "kind", "language" },
    "put it into \"note\"" },

  { IN (EVIDENCE), { "url", "title", "author", "publisher", "date", "file" }, SOURCE_HINT },
  { IN (EVIDENCE),
    { "id" },
    "evidence has no id of its own: the \"id\" of a source is cited as \"source\"" },
  { IN (EVIDENCE), { "page" }, "a page is a \"locator\"" },
  { IN (EVIDENCE), { "text" }, "the exact words are a \"quote\"" },

  { IN (TARGET), { "to" }, "the target is called \"claim\" here" },
  { IN (TARGET), { "from" }, "a pair of \"from\" and \"to\" belongs under \"undercuts\"" },
  { IN (TARGET),
    { "note" },
    "why it follows goes under \"warrant\", other remarks under \"note\" of the claim" },

  { IN (UNDERCUT) | IN (PAIR),
    { "claim" },
    "what denies a claim belongs under \"rebuts\"; an undercut names a relation by \"from\" and "
    "\"to\"" },

  /* what belongs to a relation is easily written beside it */
  { IN (CLAIM) | IN (REBUTTAL),
    { "with", "scheme", "strength", "warrant" },
    "it belongs to a relation: \"supports\": [{\"claim\": id, …}]" },
  /* other notations let a claim say what bears on it; here each relation stands with the claim that
     it leads from */
  { IN (CLAIM) | IN (REBUTTAL),
    { "supported_by", "supportedBy", "because", "reasons", "premises", "pros" },
    "a relation stands with the claim that it leads from: write \"supports\" there" },
  { IN (CLAIM) | IN (REBUTTAL),
    { "attacked_by", "attackedBy", "rebutted_by", "rebuttedBy", "rebuttals", "objections", "cons" },
    "an attack stands with the rebuttal that makes it: write \"rebuts\" there" },
  { IN (CLAIM) | IN (REBUTTAL),
    { "undercut_by", "undercutBy" },
    "an attack stands with the rebuttal that makes it: write \"undercuts\" there" },
  /* other names for what the format has */
  { IN (CLAIM) | IN (REBUTTAL),
    { "author", "speaker", "stakeholder", "stakeholders" },
    "who asserts it goes under \"by\", by the id of a stakeholder" },
  { IN (CLAIM) | IN (REBUTTAL), { "source", "sources", "url", "src", "quote" }, CITE_HINT },
  { IN (CLAIM) | IN (REBUTTAL),
    { "title", "statement", "content" },
    "what the claim says goes under \"text\"" },
  { IN (CLAIM),
    { "attacks" },
    "what attacks is a rebuttal: move it to \"rebuttals\", and write \"rebuts\" there" },
  { IN (CLAIM), { "rebuts", "undercuts" }, "what attacks is a rebuttal: move it to \"rebuttals\"" },
  { IN (REBUTTAL),
    { "attacks" },
    "what denies a claim is \"rebuts\"; what denies that one follows from another, \"undercuts\"" },
};

const char *
am_misplaced_find (AmObjectKind kind, const char *name,
                   gboolean (*matches) (const char *name, const char *other))
{
  for (guint i = 0; i < G_N_ELEMENTS (misplaced); i++)
    for (guint k = 0; (misplaced[i].objects & 1u << kind) != 0 && misplaced[i].names[k] != NULL;
         k++)
      if (matches (name, misplaced[i].names[k]))
        return misplaced[i].hint;
  return NULL;
}

const char *
am_misplaced_instead (AmObjectKind kind, const cJSON *object)
{
  if (kind == AM_OBJECT_EVIDENCE && cJSON_GetObjectItemCaseSensitive (object, "url") != NULL)
    return SOURCE_HINT;
  if (kind == AM_OBJECT_TARGET && cJSON_GetObjectItemCaseSensitive (object, "id") != NULL)
    return "\"id\" would name the relation itself; the id of what it leads to goes under \"claim\"";
  return NULL;
}
