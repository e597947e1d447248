/* Maps that stay JSON: what is changed is the tree. It reaches what random bytes do not, since most
 * of those are no map at all. */

#include "reports.h"

#include "draw/draw.h"
#include "load/canonical.h"

size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t most, unsigned int seed);
size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t most);

/* --- mutating --- */

static unsigned
next_random (uint64_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (unsigned) (*state >> 16);
}

static void
collect (cJSON *root, GPtrArray *nodes)
{
  g_ptr_array_add (nodes, root);
  for (guint i = 0; i < nodes->len; i++)
    for (cJSON *child = ((cJSON *) g_ptr_array_index (nodes, i))->child; child != NULL;
         child = child->next)
      g_ptr_array_add (nodes, child);
}

/* What a map could hold in some place. */
static cJSON *
invent (uint64_t *state, const GPtrArray *nodes)
{
  static const char *const words[] = { "for",
                                       "against",
                                       "concedes",
                                       "fact",
                                       "policy",
                                       "harms",
                                       "supports",
                                       "",
                                       "\xD8\xB9\xD8\xB1",
                                       "<b>|*_`$",
                                       "2020-02-30",
                                       "https://example.org/?a=1&b=2",
                                       "javascript:alert(1)",
                                       "x\xE2\x80\xAEy",
                                       "a.b" };
  cJSON *other = g_ptr_array_index (nodes, next_random (state) % nodes->len);

  switch (next_random (state) % 8)
    {
    case 0:
      return cJSON_CreateNull ();
    case 1:
      return cJSON_CreateBool (next_random (state) % 2 == 0);
    case 2:
      return cJSON_CreateNumber (next_random (state) % 3 == 0 ? 1e300
                                                              : next_random (state) % 5 / 4.0);
    case 3:
      return cJSON_CreateArray ();
    case 4:
      return cJSON_CreateString (words[next_random (state) % G_N_ELEMENTS (words)]);
    default:
      return cJSON_Duplicate (other, TRUE);
    }
}

static void
mutate_node (cJSON *node, cJSON *parent, const GPtrArray *nodes, uint64_t *state)
{
  static const char *const names[] = { "supports",  "rebuts",    "undercuts",  "with",
                                       "by",        "id",        "claim",      "from",
                                       "to",        "relation",  "text",       "evidence",
                                       "positions", "member_of", "confidence", "strength",
                                       "open",      "implicit",  "resolution", "expect",
                                       "ignore",    "x-y" };
  cJSON *made = invent (state, nodes);

  if (cJSON_IsArray (node) && next_random (state) % 2 == 0)
    cJSON_AddItemToArray (node, made);
  else if (cJSON_IsObject (node) && next_random (state) % 2 == 0)
    cJSON_AddItemToObject (node, names[next_random (state) % G_N_ELEMENTS (names)], made);
  else if (parent == NULL)
    cJSON_Delete (made);
  else if (next_random (state) % 3 == 0)
    {
      cJSON_Delete (made);
      cJSON_Delete (cJSON_DetachItemViaPointer (parent, node));
    }
  else if (cJSON_IsObject (parent) && node->string != NULL)
    {
      g_autofree char *name = g_strdup (node->string);
      cJSON_Delete (cJSON_DetachItemViaPointer (parent, node));
      cJSON_AddItemToObject (parent, name, made);
    }
  else if (!cJSON_ReplaceItemViaPointer (parent, node, made))
    cJSON_Delete (made);
}

static cJSON *
find_parent (const GPtrArray *nodes, const cJSON *node)
{
  for (guint i = 0; i < nodes->len; i++)
    for (const cJSON *child = ((cJSON *) g_ptr_array_index (nodes, i))->child; child != NULL;
         child = child->next)
      if (child == node)
        return g_ptr_array_index (nodes, i);
  return NULL;
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t most, unsigned int seed)
{
  uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
  cJSON *root = cJSON_ParseWithLength ((const char *) data, size);

  if (root == NULL)
    return LLVMFuzzerMutate (data, size, most);
  for (unsigned times = 1 + next_random (&state) % 4; times > 0; times--)
    {
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      collect (root, nodes);
      cJSON *node = g_ptr_array_index (nodes, next_random (&state) % nodes->len);
      mutate_node (node, find_parent (nodes, node), nodes, &state);
    }
  char *text = cJSON_PrintUnformatted (root);
  size_t length = text != NULL ? strlen (text) : 0;
  gboolean fits = length > 0 && length <= most;
  if (fits)
    memcpy (data, text, length);
  cJSON_free (text);
  cJSON_Delete (root);
  return fits ? length : LLVMFuzzerMutate (data, size, most);
}

/* --- what is done with them --- */

static void
lay_out (const uint8_t *data, size_t size, const AmMap *map)
{
  AmSource *source = fuzz_source (data, size);
  AmReport *report = am_report_new (source, NULL);
  g_autoptr (GString) laid_out = am_canonical (source, report);

  if (laid_out != NULL && map != NULL)
    {
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      am_load_source (fuzz_source (laid_out->str, laid_out->len), NULL, &loaded);
      MUST (loaded.map != NULL && loaded.map->claims->len == map->claims->len
            && loaded.map->relations->len == map->relations->len
            && loaded.map->stakeholders->len == map->stakeholders->len
            && loaded.map->sources->len == map->sources->len);
    }
  am_report_free (report);
  am_source_free (source);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
  const AmDrawChoice choice = AM_DRAW_EVERYTHING;
  const AmDrawOptions style = { .fast = TRUE };

  am_load_source (fuzz_source (data, size), NULL, &loaded);
  lay_out (data, size, loaded.map);
  if (loaded.map == NULL)
    return 0;
  am_check (loaded.map, AM_SCOPE_SURROUNDINGS, loaded.report);
  fuzz_reports (loaded.map);
  const AmScene scene = { .map = loaded.map };
  g_autoptr (AmPagination) pagination = am_pagination_new (&scene, &choice, AM_DRAW_DIVIDED);
  g_autoptr (GString) dot = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  MUST (am_draw (pagination, 0, &style, AM_DRAW_DOT, dot, NULL, &error));
  return 0;
}
