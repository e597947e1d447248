/* In what an entity changed. */

#include "report/diff/parts.h"

#include "base/lookalike.h"
#include "base/text.h"

#include <math.h>

/* --- values --- */

/* As few digits as name the number. Caller owns it; "" for NAN. */
static char *
describe_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");
  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  return g_strdup (g_ascii_strtod (digits, NULL) == value
                       ? digits
                       : g_ascii_dtostr (digits, sizeof digits, value));
}

/* The value of a member that is no list; "" where there is none. Caller owns it. */
static char *
describe_value (const AmMap *map, const AmMember *member, AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_map_record (map, kind, index);

  switch (member->type)
    {
    case AM_MEMBER_NUMBER:
      return describe_number (am_member_number (member, record));
    case AM_MEMBER_FLAG:
      return g_strdup (am_member_flag (member, record) ? "yes" : "");
    case AM_MEMBER_REF:
      {
        const AmRef *ref = am_member_ref (member, record);
        return ref->id != NULL ? am_diff_name_ref (map, member->leads_to, ref) : g_strdup ("");
      }
    case AM_MEMBER_CARRIER:
      return am_diff_name (map, AM_ENTITY_CLAIM, am_map_relation (map, index)->from);
    case AM_MEMBER_TARGET:
      return am_diff_name_target (map, am_map_relation (map, index));
    default:
      return am_member_is_list (member) ? g_strdup ("")
                                        : am_text_fold_space (am_member_text (member, record));
    }
}

/* An entry of a list, which is at @place in its pool. Caller owns it. */
static char *
describe_entry (const AmMap *map, const AmMember *member, guint32 place)
{
  switch (member->type)
    {
    case AM_MEMBER_REFS:
    case AM_MEMBER_REF_OR_REFS:
      return am_diff_name_ref (map, member->leads_to, am_map_ref (map, place));
    case AM_MEMBER_EVIDENCE:
      return am_diff_name_evidence (map, am_map_evidence (map, place));
    case AM_MEMBER_IGNORES:
      {
        const AmIgnore *ignore = am_map_ignore (map, place);
        return g_strdup_printf ("%s%s%s: %s", ignore->rule, ignore->thing.id != NULL ? " at " : "",
                                ignore->thing.id != NULL ? ignore->thing.id : "", ignore->reason);
      }
    default:
      return am_text_fold_space (*am_map_string (map, place));
    }
}

/* --- what is said --- */

/* Members that are not called in prose what they are called in the file. */
static const char *
member_words (const AmMember *member)
{
  static const char *const words[][2] = {
    { "member_of", "member of" },
    { "expect_unanswered", "expected to be unanswered" },
    { "expect_disputed", "expected to be disputed" },
    { "expect_answered", "expected to be answered" },
    { "with", "together with" },
    { "url", "address" },
    { "ignore", "accepted findings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], member->name))
      return words[i][1];
  return member->name;
}

static void
write_edit (AmDocument *document, AmEditKind kind, const char *text)
{
  if (text[0] == '\0')
    return;
  am_document_add (document, " ");
  am_document_edit (document, kind, text);
}

/* Word by word, of texts as they are, with the line ends that divide words; the claim's text
 * @stands above already, other texts as a whole below where they have words in common. */
static void
write_text (const AmDiffContext *c, const char *before, const char *after, guint depth,
            gboolean stands)
{
  g_autoptr (GArray) edits = am_edits_new (before, after);
  gboolean mixed = FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const AmEdit *edit = &g_array_index (edits, AmEdit, i);
      write_edit (c->document, edit->kind, edit->text);
      mixed = mixed || edit->kind == AM_EDIT_SAME;
    }
  if (!mixed || stands)
    return;
  am_document_item (c->document, depth + 1);
  am_document_add (c->document, "now: %s", after);
}

static void
write_entries (const AmDiffContext *c, const AmMap *map, const AmMember *member, AmRange places,
               AmEditKind kind)
{
  for (guint32 i = 0; i < places.count; i++)
    {
      g_autofree char *entry =
          describe_entry (map, member, am_difference_place (c->difference, places, i));
      write_edit (c->document, kind, entry[0] != '\0' ? entry : "(empty)");
    }
}

static void
write_texts (const AmDiffContext *c, const AmChange *change, const AmMember *member,
             const char *before, const char *after)
{
  gboolean stands = change->kind == AM_ENTITY_CLAIM && g_str_equal (member->name, "text");
  g_autofree char *why = am_lookalike_explain (before, "the old one", after, "the new one");

  if (am_member_is_exact (member) || why != NULL)
    {
      write_edit (c->document, AM_EDIT_REMOVED, before);
      write_edit (c->document, AM_EDIT_ADDED, after);
    }
  else
    write_text (
        c, am_member_text (member, am_map_record (c->old_map, change->kind, change->old_index)),
        am_member_text (member, am_map_record (c->new_map, change->kind, change->new_index)),
        change->kind != AM_ENTITY_NONE, stands);
  if (why != NULL)
    am_document_add (c->document, " They look the same, but %s.", why);
}

static void
write_member (const AmDiffContext *c, const AmChange *change, const AmMemberChange *member)
{
  g_autofree char *before =
      describe_value (c->old_map, member->member, change->kind, change->old_index);
  g_autofree char *after =
      describe_value (c->new_map, member->member, change->kind, change->new_index);
  guint depth = change->kind != AM_ENTITY_NONE;

  am_document_item (c->document, depth);
  am_document_add (c->document, "%s:", member_words (member->member));
  if (am_member_is_text (member->member))
    {
      write_texts (c, change, member->member, before, after);
      return;
    }
  write_edit (c->document, AM_EDIT_REMOVED, before);
  write_edit (c->document, AM_EDIT_ADDED, after);
  write_entries (c, c->old_map, member->member, member->removed, AM_EDIT_REMOVED);
  write_entries (c, c->new_map, member->member, member->added, AM_EDIT_ADDED);
}

/* --- what is said of what is only in one of the maps --- */

/* Whether the member is told in the line that names the thing, or in sentences of its own. */
static gboolean
is_told_before (const AmMember *member, AmEntityKind kind)
{
  static const char *const claim[] = { "id", "role", "text", "by", NULL },
                           *const stakeholder[] = { "id", "name", "positions", NULL },
                           *const source[] = { "id", "title", "author", "publisher", "date", NULL };
  const char *const *told = kind == AM_ENTITY_CLAIM       ? claim
                          : kind == AM_ENTITY_STAKEHOLDER ? stakeholder
                                                          : source;

  return g_strv_contains (told, member->name);
}

static gboolean
is_short (const AmMember *member)
{
  return member->type == AM_MEMBER_WORD || member->type == AM_MEMBER_NUMBER
      || member->type == AM_MEMBER_FLAG || member->type == AM_MEMBER_REF;
}

/* "fact; harms; confidence 0.8; implicit": what takes a word each, on one line. */
static void
write_short_members (const AmDiffContext *c, const AmMap *map, AmEntityKind kind, guint32 index)
{
  guint count = 0;

  for (const AmMember *const *at = am_members_of (kind); *at != NULL; at++)
    {
      const AmMember *member = *at;
      g_autofree char *value = is_short (member) && !is_told_before (member, kind)
                                 ? describe_value (map, member, kind, index)
                                 : NULL;
      if (value == NULL || value[0] == '\0')
        continue;
      if (count++ == 0)
        am_document_item (c->document, 1);
      else
        am_document_add (c->document, "; ");
      if (member->type == AM_MEMBER_FLAG)
        am_document_add (c->document, "%s", member_words (member));
      else if (member->type == AM_MEMBER_WORD)
        am_document_add (c->document, "%s", value);
      else
        am_document_add (c->document, "%s %s", member_words (member), value);
    }
}

void
am_diff_write_record (const AmDiffContext *c, const AmMap *map, AmEntityKind kind, guint32 index)
{
  gconstpointer record = am_map_record (map, kind, index);

  write_short_members (c, map, kind, index);
  for (const AmMember *const *at = am_members_of (kind); *at != NULL; at++)
    {
      const AmMember *member = *at;
      if (is_short (member) || is_told_before (member, kind))
        continue;
      g_autofree char *text =
          am_member_is_text (member) ? describe_value (map, member, kind, index) : g_strdup ("");
      AmRange entries =
          am_member_is_text (member) ? (AmRange){ 0, 0 } : am_member_range (member, record);
      if (text[0] == '\0' && entries.count == 0)
        continue;
      am_document_item (c->document, 1);
      am_document_add (c->document, "%s: %s", member_words (member), text);
      for (guint32 i = 0; i < entries.count; i++)
        {
          g_autofree char *entry = describe_entry (map, member, entries.start + i);
          am_document_add (c->document, "%s%s", i > 0 ? "; " : "", entry);
        }
    }
}

/* Positions are told apart from the other members, in sentences. */
void
am_diff_write_members (const AmDiffContext *changes, const AmChange *change)
{
  for (guint32 i = 0; i < change->members.count; i++)
    {
      const AmMemberChange *member = am_difference_member (changes->difference, change, i);
      if (member->member->type != AM_MEMBER_POSITIONS)
        write_member (changes, change, member);
    }
}
