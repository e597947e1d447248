/* argmap completion: scripts for shells, which ask argmap what may stand at the cursor
 * (complete.c). They are in completion/. */

#include "command/command.h"
#include "command/terminal.h"

extern const char *const am_completion_bash[], *const am_completion_zsh[],
                                                   *const am_completion_fish[];

static AmExit
run (G_GNUC_UNUSED gconstpointer options, char **arguments)
{
  const char *const *const scripts[] = { am_completion_bash, am_completion_zsh,
                                         am_completion_fish };

  if (arguments[0] == NULL || arguments[1] != NULL)
    return am_usage_error ("completion", "name a shell: bash, zsh or fish");
  int shell = am_word_index ("completion", "the shell", arguments[0], am_complete_shells);
  if (shell < 0)
    return AM_EXIT_TROUBLE;
  g_autofree char *script = g_strjoinv ("\n", (char **) scripts[shell]);
  g_autoptr (GString) out = g_string_new (script);
  g_string_append_c (out, '\n');
  return am_print_all (out);
}

const AmCommand am_command_completion = {
  .name = "completion",
  .summary = "Print what makes a shell complete argmap's command line",
  .arguments = "SHELL",
  .description = "SHELL is bash, zsh or fish. The scripts are installed with argmap; without "
                 "installation, in bash:\n"
                 "  source <(argmap completion bash)",
  .takes = AM_TAKES_SHELL,
  .run = run,
};
