/* argmap completion: scripts for shells, written from the tables of commands, options and rules. Private words of each shell are
   in one function; what is asked of the tables is asked by all. */

#include "base/rules.h"
#include "command/command.h"
#include "command/terminal.h"

#include <string.h>

static const char *const *
shell_words (void)
{
  static const char *const words[] = { "bash", "zsh", "fish", NULL };
  return words;
}

static const char *const *
level_words (void)
{
  static const char *const words[] = { "error", "warning", "info", "off", NULL };
  return words;
}

/* What a command takes besides options and files, or NULL. */
static const char *const *
argument_words (const AmCommand *command)
{
  if (command->takes == AM_TAKES_RULES)
    return am_rule_slugs ();
  if (command->takes == AM_TAKES_COMMAND)
    return am_command_names ();
  return command->takes == AM_TAKES_SHELL ? shell_words () : NULL;
}

static void
append_words (GString *out, const char *const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);
  g_string_append (out, joined);
}

#define EACH_OPTION(option, command) (const AmOption *option = (command)->options; option != NULL && option->name != NULL; option++)

/* --- bash --- */

static void
append_bash_option (GString *out, const AmCommand *command, const AmOption *option)
{
  if (option->kind == AM_OPTION_FLAG)
    return;
  g_string_append_printf (out, "    %s,--%s", command->name, option->name);
  if (option->letter != 0)
    g_string_append_printf (out, " | %s,-%c", command->name, option->letter);
  g_string_append (out, ")\n      ");
  if (option->kind == AM_OPTION_FILE || option->kind == AM_OPTION_FILES)
    g_string_append (out, "_argmap_files '' \"$current\"");
  else if (option->kind == AM_OPTION_FOLDER)
    g_string_append (out, "_argmap_files '*' \"$current\"");
  else if (option->kind == AM_OPTION_SETTINGS)
    g_string_append (out, "compopt -o nospace 2> /dev/null; ");
  if (option->words != NULL)
    {
      g_string_append_printf (out, "_argmap_words %s '", option->kind == AM_OPTION_SETTINGS ? "=" : "''");
      append_words (out, option->words ());
      g_string_append (out, "' \"$current\"");
    }
  else if (option->kind == AM_OPTION_NUMBER || option->kind == AM_OPTION_TEXT)
    g_string_append_c (out, ':');
  g_string_append (out, "\n      return ;;\n");
}

static void
append_bash_command (GString *out, const AmCommand *command)
{
  g_string_append_printf (out, "    %s)\n      if [[ $current == -* ]]; then\n        _argmap_words '' '", command->name);
  for EACH_OPTION (option, command)
    g_string_append_printf (out, "--%s ", option->name);
  g_string_append (out, "--help' \"$current\"\n      else\n        ");
  if (command->takes == AM_TAKES_MAPS)
    g_string_append (out, "_argmap_files '!*.json' \"$current\"");
  else if (command->takes == AM_TAKES_NEW_FILE) /* there is no such file yet, but a folder for it */
    g_string_append (out, "_argmap_files '*' \"$current\"");
  else if (argument_words (command) != NULL)
    {
      g_string_append (out, "_argmap_words '' '");
      append_words (out, argument_words (command));
      g_string_append (out, "' \"$current\"");
    }
  else
    g_string_append_c (out, ':');
  g_string_append (out, "\n      fi ;;\n");
}

static void
write_bash (GString *out)
{
  g_string_append (out, "# Completes the command line of argmap in bash. Made by: argmap completion bash\n\n"
                        "# _argmap_words SUFFIX WORDS CURRENT\n"
                        "_argmap_words ()\n{\n  local IFS=$' \\n'\n  COMPREPLY=($(compgen -S \"$1\" -W \"$2\" -- \"$3\"))\n}\n\n"
                        "# _argmap_files PASSED-OVER CURRENT\n"
                        "_argmap_files ()\n{\n  local IFS=$'\\n'\n  compopt -o filenames 2> /dev/null\n"
                        "  COMPREPLY=($(compgen -d -- \"$2\"; compgen -f -X \"$1\" -- \"$2\"))\n}\n\n"
                        "_argmap ()\n{\n"
                        "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}\n"
                        "  COMPREPLY=()\n"
                        "  if [[ $COMP_CWORD -eq 1 ]]; then\n    _argmap_words '' '");
  for (guint i = 0; am_commands[i] != NULL; i++)
    g_string_append_printf (out, "%s ", am_commands[i]->name);
  g_string_append (out, "--help --version' \"$current\"\n    return\n  fi\n"
                        "  # bash takes --option=value apart\n"
                        "  if [[ $current == \"=\" ]]; then\n    current=\n  elif [[ $before == \"=\" ]]; then\n"
                        "    before=${COMP_WORDS[COMP_CWORD - 2]}\n  fi\n"
                        "  if [[ ${COMP_WORDS[COMP_CWORD]} == \"=\" || ${COMP_WORDS[COMP_CWORD - 1]} == \"=\" ]] && [[ $before != -* ]]; then\n"
                        "    _argmap_words '' '");
  append_words (out, level_words ());
  g_string_append (out, "' \"$current\"\n    return\n  fi\n  case $command,$before in\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    for EACH_OPTION (option, am_commands[i])
      append_bash_option (out, am_commands[i], option);
  g_string_append (out, "  esac\n  case $command in\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    append_bash_command (out, am_commands[i]);
  g_string_append (out, "  esac\n}\n\ncomplete -F _argmap argmap\n");
}

/* --- zsh --- */

/* Within single quotes and a description: [ ] : and the quote itself mean something. */
static void
append_zsh_text (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '\'')
        {
          g_string_append (out, "'\\''");
          continue;
        }
      if (strchr ("[]:\\", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

static void
append_zsh_value (GString *out, const AmOption *option)
{
  g_string_append_c (out, ':');
  append_zsh_text (out, option->placeholder);
  g_string_append_c (out, ':');
  if (option->kind == AM_OPTION_FILE || option->kind == AM_OPTION_FILES)
    g_string_append (out, "_files");
  else if (option->kind == AM_OPTION_FOLDER)
    g_string_append (out, "_files -/");
  else if (option->kind == AM_OPTION_SETTINGS)
    g_string_append (out, "_argmap_settings");
  else if (option->words != NULL)
    {
      g_string_append_c (out, '(');
      append_words (out, option->words ());
      g_string_append_c (out, ')');
    }
}

static void
append_zsh_option (GString *out, const AmOption *option)
{
  const char *often = option->kind == AM_OPTION_SETTINGS || option->kind == AM_OPTION_FILES ? "*" : "";
  const char *value = option->kind == AM_OPTION_FLAG ? "" : "=";

  if (option->letter == 0)
    g_string_append_printf (out, "        '%s--%s%s[", often, option->name, value);
  else
    g_string_append_printf (out, "        '(-%c --%s)'{-%c%s,--%s%s}'[", option->letter, option->name, option->letter,
                            option->kind == AM_OPTION_FLAG ? "" : "+", option->name, value);
  append_zsh_text (out, option->help);
  g_string_append_c (out, ']');
  if (option->kind != AM_OPTION_FLAG)
    append_zsh_value (out, option);
  g_string_append (out, "' \\\n");
}

static void
append_zsh_command (GString *out, const AmCommand *command)
{
  g_string_append_printf (out, "    %s)\n      _arguments -S \\\n", command->name);
  for EACH_OPTION (option, command)
    append_zsh_option (out, option);
  g_string_append (out, "        '(- *)'{-h,--help}'[Show this help]'");
  if (command->takes == AM_TAKES_MAPS)
    g_string_append (out, " \\\n        '*:map:_files -g \"*.json\"'");
  else if (command->takes == AM_TAKES_NEW_FILE)
    g_string_append (out, " \\\n        '1:new file:_files -/'");
  else if (argument_words (command) != NULL)
    {
      g_string_append_printf (out, " \\\n        '%s:word:(", command->takes == AM_TAKES_RULES ? "*" : "1");
      append_words (out, argument_words (command));
      g_string_append (out, ")'");
    }
  g_string_append (out, " ;;\n");
}

static void
write_zsh (GString *out)
{
  g_string_append (out, "#compdef argmap\n# Completes the command line of argmap in zsh. Made by: argmap completion zsh\n\n"
                        "_argmap_settings ()\n{\n  if compset -P '*='; then\n    compadd ");
  append_words (out, level_words ());
  g_string_append (out, "\n  else\n    compadd -S = -q ");
  append_words (out, am_rule_slugs ());
  g_string_append (out, "\n  fi\n}\n\n_argmap ()\n{\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n\n"
                        "  _arguments -C '(- *)'{-h,--help}'[Show help]' '(- *)'{-V,--version}'[Show the versions]' \\\n"
                        "    '1:command:->command' '*::argument:->argument'\n"
                        "  if [[ $state == command ]]; then\n    local -a commands=(\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    {
      g_string_append_printf (out, "      '%s:", am_commands[i]->name);
      append_zsh_text (out, am_commands[i]->summary);
      g_string_append (out, "'\n");
    }
  g_string_append (out, "    )\n    _describe command commands\n    return\n  fi\n  case $line[1] in\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    append_zsh_command (out, am_commands[i]);
  g_string_append (out, "  esac\n}\n\nif [[ $funcstack[1] == _argmap ]]; then\n  _argmap \"$@\"\nelse\n  compdef _argmap argmap\nfi\n");
}

/* --- fish --- */

static void
append_fish_text (GString *out, const char *text)
{
  g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '\'');
}

static void
append_fish_settings (GString *out, const char *const *words)
{
  for (; *words != NULL; words++)
    for (const char *const *level = level_words (); *level != NULL; level++)
      g_string_append_printf (out, "%s=%s ", *words, *level);
  g_string_truncate (out, out->len - 1);
}

static void
append_fish_option (GString *out, const AmCommand *command, const AmOption *option)
{
  g_string_append_printf (out, "complete -c argmap -n '__fish_seen_subcommand_from %s' -l %s", command->name, option->name);
  if (option->letter != 0)
    g_string_append_printf (out, " -s %c", option->letter);
  if (option->kind == AM_OPTION_FILE || option->kind == AM_OPTION_FILES)
    g_string_append (out, " -r -F");
  else if (option->kind == AM_OPTION_FOLDER)
    g_string_append (out, " -x -a '(__fish_complete_directories)'");
  else if (option->kind != AM_OPTION_FLAG)
    g_string_append (out, " -x");
  if (option->words != NULL)
    {
      g_string_append (out, " -a '");
      if (option->kind == AM_OPTION_SETTINGS)
        append_fish_settings (out, option->words ());
      else
        append_words (out, option->words ());
      g_string_append_c (out, '\'');
    }
  g_string_append (out, " -d ");
  append_fish_text (out, option->help);
  g_string_append_c (out, '\n');
}

static void
append_fish_command (GString *out, const AmCommand *command)
{
  g_string_append_printf (out, "\ncomplete -c argmap -n __fish_use_subcommand -a %s -d ", command->name);
  append_fish_text (out, command->summary);
  g_string_append_c (out, '\n');
  for EACH_OPTION (option, command)
    append_fish_option (out, command, option);
  g_string_append_printf (out, "complete -c argmap -n '__fish_seen_subcommand_from %s' -s h -l help -d 'Show this help'\n", command->name);
  if (command->takes == AM_TAKES_MAPS)
    g_string_append_printf (out, "complete -c argmap -n '__fish_seen_subcommand_from %s' -k -a '(__fish_complete_suffix .json)'\n", command->name);
  else if (command->takes == AM_TAKES_NEW_FILE)
    g_string_append_printf (out, "complete -c argmap -n '__fish_seen_subcommand_from %s' -a '(__fish_complete_directories)'\n", command->name);
  else if (argument_words (command) != NULL)
    {
      g_string_append_printf (out, "complete -c argmap -n '__fish_seen_subcommand_from %s' -a '", command->name);
      append_words (out, argument_words (command));
      g_string_append (out, "'\n");
    }
}

static void
write_fish (GString *out)
{
  g_string_append (out, "# Completes the command line of argmap in fish. Made by: argmap completion fish\n\n"
                        "complete -c argmap -f\n"
                        "complete -c argmap -n __fish_use_subcommand -s h -l help -d 'Show help'\n"
                        "complete -c argmap -n __fish_use_subcommand -s V -l version -d 'Show the versions'\n");
  for (guint i = 0; am_commands[i] != NULL; i++)
    append_fish_command (out, am_commands[i]);
}

static AmExit
run (G_GNUC_UNUSED gconstpointer options, char **arguments)
{
  static void (*const writers[]) (GString *out) = { write_bash, write_zsh, write_fish }; /* as in shell_words() */
  g_autoptr (GString) out = g_string_new (NULL);

  if (arguments[0] == NULL || arguments[1] != NULL)
    return am_usage_error ("completion", "name a shell: bash, zsh or fish");
  int shell = am_word_index ("completion", "the shell", arguments[0], shell_words ());
  if (shell < 0)
    return AM_EXIT_TROUBLE;
  writers[shell] (out);
  return am_print (out->str, out->len);
}

const AmCommand am_command_completion = {
  .name = "completion",
  .summary = "Print what makes a shell complete argmap's command line",
  .arguments = "SHELL",
  .description = "SHELL is bash, zsh or fish. The scripts are installed with argmap; without installation, in bash:\n"
                 "  source <(argmap completion bash)",
  .takes = AM_TAKES_SHELL,
  .run = run,
};
