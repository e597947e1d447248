/* What may stand at the cursor of a command line. */

#include "base/hash.h"
#include "base/rules.h"
#include "base/text.h"
#include "command/command.h"
#include "command/terminal.h"
#include "load/load.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Maps of more bytes take too long to be read while somebody waits for an answer to a key. */
#define MOST_READ ((goffset) 4 << 20)

/* What is said of a candidate is cut here. */
#define MOST_SAID 72

enum
{
  BASH,
  ZSH,
  FISH,
};

typedef struct
{
  GPtrArray *words; /* without quotes */
  guint at; /* where the cursor is */
  gsize kept; /* bytes of that word that bash takes for words of their own */
  const AmCommand *command;
  const AmOption *option; /* whose value is at the cursor, or NULL */
  gboolean names; /* of options are wanted */
  gboolean plain; /* "--" stands before it */
  char *head; /* of the word at the cursor, before what is to be completed: "--format=" */
  const char *begun; /* the rest of it */
  GPtrArray *operands; /* all that are no options, but for the word at the cursor */
  guint before; /* operands before the cursor */
  GString *out;
} Line;

const char *const am_complete_shells[] = { [BASH] = "bash", [ZSH] = "zsh", [FISH] = "fish", NULL };

/* --- the words of the line --- */

/* A quote may still be open. Caller owns it. */
static char *
unquote (const char *word)
{
  static const char *const ends[] = { "", "'", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *closed = g_strconcat (word, ends[i], NULL);
      char *plain = g_shell_unquote (closed, NULL);
      if (plain != NULL)
        return plain;
    }
  return g_strdup (word);
}

static gboolean
parts_words (const char *word)
{
  return word[0] != '\0' && strspn (word, "=:@") == strlen (word);
}

/* bash takes words apart at = and : and @. fish has taken the quotes off, but for the word at the
 * cursor. */
static void
read_words (Line *line, int shell, guint at, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean joined = shell == BASH && i > 1 && i != at + 1
                     && (parts_words (words[i]) || parts_words (words[i - 1]));
      g_autofree char *word = shell != FISH || i == at ? unquote (words[i]) : g_strdup (words[i]);
      char **last = joined ? (char **) &line->words->pdata[line->words->len - 1] : NULL;
      g_autofree char *before = joined ? *last : NULL;
      if (joined)
        *last = g_strconcat (before, word, NULL);
      else
        g_ptr_array_add (line->words, g_strdup (word));
      if (i != at)
        continue;
      line->at = line->words->len - 1;
      line->kept = joined ? strlen (before) + (parts_words (word) ? strlen (word) : 0) : 0;
    }
}

static const char *
word_at (const Line *line, guint i)
{
  return g_ptr_array_index (line->words, i);
}

/* The option that @word gives; NULL when there is none. @value: where its value begins in the word,
   or NULL when the next word is that. */
static const AmOption *
find_option (const AmCommand *command, const char *word, const char **value)
{
  gboolean is_long = word[1] == '-';
  gsize length = is_long ? strcspn (word + 2, "=") : 1;

  for (const AmOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (is_long ? strlen (option->name) == length && strncmp (option->name, word + 2, length) == 0
                : option->letter != 0 && option->letter == word[1])
      {
        const char *end = word + (is_long ? 2 : 1) + length;
        *value = is_long && *end == '=' ? end + 1 : !is_long && *end != '\0' ? end : NULL;
        return option;
      }
  return NULL;
}

static void
read_cursor (Line *line, const AmOption *waiting, gboolean plain)
{
  const char *word = word_at (line, line->at), *value = NULL;

  line->begun = word;
  line->before = line->operands->len;
  line->plain = plain;
  line->option = waiting;
  if (waiting != NULL || plain || word[0] != '-')
    return;
  line->option = find_option (line->command, word, &value);
  line->names = value == NULL;
  if (value == NULL)
    line->option = NULL;
  else
    {
      line->head = g_strndup (word, (gsize) (value - word));
      line->begun = value;
    }
}

static void
read_line (Line *line)
{
  const AmOption *waiting = NULL; /* for its value */
  gboolean plain = FALSE;

  for (guint i = 2; i < line->words->len; i++)
    {
      const char *word = word_at (line, i), *value = "";
      const AmOption *option = NULL;
      if (i == line->at)
        read_cursor (line, waiting, plain);
      else if (waiting == NULL && !plain && word[0] == '-' && word[1] != '\0')
        {
          plain = g_str_equal (word, "--");
          option = find_option (line->command, word, &value);
        }
      else if (waiting == NULL)
        g_ptr_array_add (line->operands, (gpointer) word);
      waiting = option != NULL && option->kind != AM_OPTION_FLAG && value == NULL ? option : NULL;
    }
}

/* --- candidates --- */

/* Only what is shown as it is may be typed for somebody. @about may be NULL. */
static void
offer (Line *line, const char *word, const char *end, const char *about)
{
  g_autofree char *clean = am_text_clean (word), *said = am_text_clean (about != NULL ? about : "");
  g_autofree char *whole = g_strconcat (line->head != NULL ? line->head : "", word, end, NULL);

  if (!g_str_has_prefix (word, line->begun) || !g_str_equal (clean, word) || word[0] == '\0'
      || strlen (whole) < line->kept)
    return;
  gboolean is_long = g_utf8_strlen (said, -1) > MOST_SAID;
  if (is_long)
    *g_utf8_offset_to_pointer (said, MOST_SAID - 1) = '\0';
  g_string_append_printf (line->out, "%s\t%s%s\n", whole + line->kept, said, is_long ? "…" : "");
}

static void
offer_words (Line *line, const char *const *words)
{
  for (; *words != NULL; words++)
    offer (line, *words, "", NULL);
}

static void
offer_files (Line *line, const char *kind)
{
  if (line->head == NULL || g_str_has_prefix (line->head, "--"))
    g_string_append_printf (line->out, "\t%s\n", kind);
}

static void
offer_commands (Line *line)
{
  for (guint i = 0; am_commands[i] != NULL; i++)
    offer (line, am_commands[i]->name, "", am_commands[i]->summary);
}

static void
offer_options (Line *line)
{
  const AmOption *option = line->command->options;

  line->begun += MIN (strspn (line->begun, "-"), 2);
  line->head = g_strdup ("--");
  for (; option != NULL && option->name != NULL; option++)
    offer (line, option->name, "", option->help);
  offer (line, "help", "", "Show this help");
}

static void
offer_rules (Line *line, const char *end)
{
  for (guint i = 0; i < AM_N_RULES; i++)
    offer (line, am_rule_info ((AmRule) i)->slug, end, am_rule_info ((AmRule) i)->title);
}

/* SLUG=LEVEL */
static void
offer_settings (Line *line)
{
  const char *equals = strchr (line->begun, '=');

  if (equals == NULL)
    {
      offer_rules (line, "=");
      return;
    }
  g_autofree char *before = line->head;
  line->head = g_strdup_printf ("%s%.*s", before != NULL ? before : "",
                                (int) (equals + 1 - line->begun), line->begun);
  line->begun = equals + 1;
  for (int level = AM_LEVEL_ERROR; level >= AM_LEVEL_OFF; level--)
    offer (line, am_level_name ((AmLevel) level), "", NULL);
}

/* --- what is in the maps of the line --- */

/* What begins with a dash would be taken for an option, but in --focus=-x, and after --. */
static void
offer_name (Line *line, const char *name, const char *about)
{
  if (name != NULL && (name[0] != '-' || line->head != NULL || line->plain))
    offer (line, name, "", about);
}

static void
offer_tags (Line *line, const AmMap *map, GHashTable *offered)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmRange tags = am_map_claim (map, i)->tags;
      for (guint32 k = 0; k < tags.count; k++)
        {
          const char *tag = *am_map_string (map, tags.start + k);
          if (g_hash_table_add (offered, g_strdup (tag)))
            offer_name (line, tag, NULL);
        }
    }
}

static void
offer_from (Line *line, AmOptionKind kind, const AmMap *map, GHashTable *offered)
{
  if (kind == AM_OPTION_TAG)
    offer_tags (line, map, offered);
  for (guint32 i = 0; kind == AM_OPTION_CLAIM && i < map->claims->len; i++)
    {
      const AmClaim *claim = am_map_claim (map, i);
      offer_name (line, claim->id, claim->label != NULL ? claim->label : claim->text);
    }
  for (guint32 i = 0; kind == AM_OPTION_STAKEHOLDER && i < map->stakeholders->len; i++)
    {
      const AmStakeholder *stakeholder = am_map_stakeholder (map, i);
      offer_name (line, stakeholder->id, stakeholder->name);
    }
}

/* Whether it is a file that can be read at once: nobody waits for a pipe, and standard input is the
 * keyboard. */
static gboolean
is_small (const char *path, goffset *room)
{
  GStatBuf info;

  if (g_str_equal (path, "-") || g_stat (path, &info) != 0 || !S_ISREG (info.st_mode)
      || info.st_size > *room)
    return FALSE;
  *room -= info.st_size;
  return TRUE;
}

static void
offer_named (Line *line, AmOptionKind kind)
{
  g_autoptr (GHashTable) offered = g_hash_table_new_full (am_hash_text, g_str_equal, g_free, NULL);
  goffset room = MOST_READ;
  AmPolicy policy;

  am_policy_init (&policy);
  for (guint i = 0; i < line->operands->len; i++)
    {
      const char *word = g_ptr_array_index (line->operands, i);
      gboolean at_home = g_str_has_prefix (word, "~/");
      g_autofree char *path =
          g_build_filename (at_home ? g_get_home_dir () : "", at_home ? word + 2 : word, NULL);
      g_auto (AmLoaded) loaded = { NULL, NULL, NULL };
      g_autoptr (GError) error = NULL;
      if (is_small (path, &room) && am_load_file (path, NULL, &policy, &loaded, &error)
          && loaded.map != NULL)
        offer_from (line, kind, loaded.map, offered);
    }
}

/* --- what is wanted --- */

static void
offer_value (Line *line)
{
  switch (line->option->kind)
    {
    case AM_OPTION_WORD:
      offer_words (line, line->option->words);
      break;
    case AM_OPTION_SETTINGS:
      offer_settings (line);
      break;
    case AM_OPTION_FILE:
    case AM_OPTION_FILES:
      offer_files (line, "file");
      break;
    case AM_OPTION_FOLDER:
      offer_files (line, "folder");
      break;
    case AM_OPTION_CLAIM:
    case AM_OPTION_STAKEHOLDER:
    case AM_OPTION_TAG:
      offer_named (line, line->option->kind);
      break;
    case AM_OPTION_FLAG:
    case AM_OPTION_NUMBER:
    case AM_OPTION_TEXT:
    default:
      break;
    }
}

static void
offer_operand (Line *line)
{
  switch (line->command->takes)
    {
    case AM_TAKES_MAPS:
      offer_files (line, "map");
      break;
    case AM_TAKES_MAP_AND_CLAIMS:
      if (line->before == 0)
        offer_files (line, "map");
      else
        offer_named (line, AM_OPTION_CLAIM);
      break;
    case AM_TAKES_RULES:
      offer_rules (line, "");
      break;
    case AM_TAKES_SHELL:
      offer_words (line, am_complete_shells);
      break;
    case AM_TAKES_COMMAND:
      offer_commands (line);
      break;
    case AM_TAKES_NEW_FILE: /* it is not there yet, but a folder for it */
      offer_files (line, "folder");
      break;
    case AM_TAKES_NOTHING:
    default:
      break;
    }
}

static void
complete (Line *line)
{
  if (line->at == 1)
    {
      line->begun = word_at (line, 1);
      offer_commands (line);
      offer (line, "--help", "", "Show help");
      offer (line, "--version", "", "Show the versions");
      return;
    }
  for (guint i = 0; am_commands[i] != NULL; i++)
    if (g_str_equal (am_commands[i]->name, word_at (line, 1)))
      line->command = am_commands[i];
  if (line->command == NULL)
    return;
  read_line (line);
  if (line->names)
    offer_options (line);
  else if (line->option != NULL)
    offer_value (line);
  else if (line->head == NULL)
    offer_operand (line);
}

AmExit
am_complete (char **arguments)
{
  guint count = g_strv_length (arguments);
  guint64 at = 0;
  int shell = 0;

  while (count > 0 && am_complete_shells[shell] != NULL
         && !g_str_equal (am_complete_shells[shell], arguments[0]))
    shell++;
  if (count < 4 || am_complete_shells[shell] == NULL
      || !g_ascii_string_to_unsigned (arguments[1], 10, 1, count - 3, &at, NULL))
    return AM_EXIT_OK;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) operands = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Line line = { .words = words, .operands = operands, .out = out };
  read_words (&line, shell, (guint) at, arguments + 2);
  complete (&line);
  g_free (line.head);
  return am_print (out->str, out->len);
}
