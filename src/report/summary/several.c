/* Stakeholders who take part in more than one map. */

#include "report/summary/parts.h"

#include "base/normal-index.h"
#include "base/normal.h"

/* What somebody does in one map. The strings are owned. */
typedef struct
{
  char *key; /* the name as it is compared */
  char *name, *map, *title;
  char *id;
  guint number; /* of the map */
  GPtrArray *ids, *claims, *stances; /* of the theses on which there is a position their ids and
                                        texts, and the words for it; all owned */
  guint statements, unanswered;
} Part;

struct _AmParticipants
{
  GArray *parts; /* of Part, in the order of the maps */
  guint maps; /* that were added */
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->key);
  g_free (part->name);
  g_free (part->map);
  g_free (part->title);
  g_free (part->id);
  g_ptr_array_unref (part->ids);
  g_ptr_array_unref (part->claims);
  g_ptr_array_unref (part->stances);
}

AmParticipants *
am_participants_new (void)
{
  AmParticipants *participants = g_new0 (AmParticipants, 1);

  participants->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (participants->parts, clear_part);
  return participants;
}

void
am_participants_free (AmParticipants *participants)
{
  if (participants == NULL)
    return;
  g_array_unref (participants->parts);
  g_free (participants);
}

/* --- collecting --- */

static char *
make_key (const char *name)
{
  return am_normal_folded (name);
}

void
am_participants_add (AmParticipants *participants, AmDigest *digest, const char *name)
{
  const AmMap *map = digest->map;
  const AmEvaluation *e = digest->evaluation;
  const AmStances *stances = am_digest_stances (digest);

  for (guint32 i = 0; i < map->stakeholders->len; i++)
    {
      const AmStakeholder *who = am_map_stakeholder (map, i);
      Part part = { make_key (who->name),
                    g_strdup (who->name),
                    g_strdup (name),
                    g_strdup (map->title),
                    g_strdup (who->id),
                    participants->maps,
                    g_ptr_array_new_with_free_func (g_free),
                    g_ptr_array_new_with_free_func (g_free),
                    g_ptr_array_new_with_free_func (g_free),
                    am_map_asserted (map, i).count,
                    am_digest_stakeholder (digest, i)->unanswered };
      for (guint t = 0; t < e->theses->len; t++)
        {
          guint32 thesis = g_array_index (e->theses, guint32, t);
          AmStance stance = am_stances_find (stances, thesis, i);
          if (stance == AM_STANCE_UNSAID)
            continue;
          g_ptr_array_add (part.ids, g_strdup (am_map_claim (map, thesis)->id));
          g_ptr_array_add (part.claims, g_strdup (am_map_claim (map, thesis)->text));
          g_ptr_array_add (part.stances, g_strdup (am_stance_words[stance]));
        }
      g_array_append_val (participants->parts, part);
    }
  participants->maps++;
}

/* --- who is in several maps --- */

/* Names that occur in more than one map: for each, its parts, as indices. In the order of the
 * first. */
static GPtrArray *
find_shared (const AmParticipants *participants)
{
  g_autoptr (AmNormalIndex) names = am_normal_index_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GPtrArray *shared = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < participants->parts->len; i++)
    {
      const Part *part = &g_array_index (participants->parts, Part, i);
      if (part->key[0] == '\0')
        continue;
      guint32 number = am_normal_index_add (names, g_strdup (part->key), all->len);
      if (number == AM_NORMAL_INDEX_NEW)
        {
          number = all->len;
          g_ptr_array_add (all, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      g_array_append_val ((GArray *) g_ptr_array_index (all, number), i);
    }
  for (guint i = 0; i < all->len; i++)
    {
      GArray *group = g_ptr_array_index (all, i);
      const Part *first =
          &g_array_index (participants->parts, Part, g_array_index (group, guint, 0));
      const Part *last =
          &g_array_index (participants->parts, Part, g_array_index (group, guint, group->len - 1));
      if (first->number != last->number)
        g_ptr_array_add (shared, g_array_ref (group));
    }
  return shared;
}

/* --- in words --- */

/* "for", or with rival answers "for “…”; against “…”". */
static void
write_stances (AmDocument *document, const Part *part)
{
  am_document_cell (document);
  for (guint i = 0; i < part->claims->len; i++)
    {
      g_autofree char *claim = am_phrase_quoted (g_ptr_array_index (part->claims, i));
      am_document_add (document, "%s%s “%s”", i > 0 ? "; " : "",
                       (const char *) g_ptr_array_index (part->stances, i), claim);
    }
}

static void
write_group (const AmParticipants *participants, const GArray *group, AmDocument *document)
{
  am_document_heading (
      document, 2, g_array_index (participants->parts, Part, g_array_index (group, guint, 0)).name);
  am_document_table (document, 4);
  am_document_cell_text (document, "Where they stand");
  am_document_cell_text (document, "Debate");
  am_document_cell_text (document, "Statements");
  am_document_cell_text (document, "Unanswered");
  for (guint i = 0; i < group->len; i++)
    {
      const Part *part =
          &g_array_index (participants->parts, Part, g_array_index (group, guint, i));
      write_stances (document, part);
      am_document_cell_text (document, part->title);
      am_document_cell_number (document, part->statements);
      am_document_cell_number (document, part->unanswered);
    }
}

void
am_participants_write (const AmParticipants *participants, AmDocument *document)
{
  g_autoptr (GPtrArray) shared = find_shared (participants);

  if (shared->len == 0)
    return;
  am_document_heading (document, 1, "Who takes part in more than one debate");
  for (guint i = 0; i < shared->len; i++)
    write_group (participants, g_ptr_array_index (shared, i), document);
}

/* --- as JSON --- */

static void
write_part (const Part *part, AmJson *json)
{
  am_json_object (json, NULL);
  am_json_text (json, "map", part->map);
  am_json_text (json, "id", part->id);
  am_json_array (json, "stances");
  for (guint i = 0; i < part->claims->len; i++)
    {
      am_json_object (json, NULL);
      am_json_text (json, "claim", g_ptr_array_index (part->ids, i));
      am_json_text (json, "text", g_ptr_array_index (part->claims, i));
      am_json_text (json, "stance", g_ptr_array_index (part->stances, i));
      am_json_end (json);
    }
  am_json_end (json);
  am_json_count (json, "statements", part->statements);
  am_json_count (json, "unanswered", part->unanswered);
  am_json_end (json);
}

void
am_participants_write_json (const AmParticipants *participants, AmJson *json)
{
  g_autoptr (GPtrArray) shared = find_shared (participants);

  am_json_array (json, "shared_stakeholders");
  for (guint i = 0; i < shared->len; i++)
    {
      const GArray *group = g_ptr_array_index (shared, i);
      am_json_object (json, NULL);
      am_json_text (
          json, "name",
          g_array_index (participants->parts, Part, g_array_index (group, guint, 0)).name);
      am_json_array (json, "maps");
      for (guint k = 0; k < group->len; k++)
        write_part (&g_array_index (participants->parts, Part, g_array_index (group, guint, k)),
                    json);
      am_json_end (json);
      am_json_end (json);
    }
  am_json_end (json);
}
