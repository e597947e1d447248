/* argmap: argument maps of policy debates, checked, drawn and summed up. */

#include "command/command.h"

#include <signal.h>

/* The locale is left as "C" on purpose: no number and no message may depend on where the program
 * runs; text is UTF-8. */
int
main (int argc, char **argv)
{
  /* A closed pipe and a limit on the size of files are failed writes, with a message and a status
   * of their own. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  return am_command_main (argc, argv);
}
